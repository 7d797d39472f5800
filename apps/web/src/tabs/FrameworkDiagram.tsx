import type { CaseReport } from '@gongze/domain/report/schema';
import { variables } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { formatIndex } from '../text/numbers.ts';
import { useMoment } from '../view/useCase.ts';
import { Arrows } from './Arrows.tsx';
import { Edge } from './Edge.tsx';
import { FigureNode } from './FigureNode.tsx';
import type { Placed } from './mechanismLayout.ts';

interface DiagramProps {
  readonly edges: CaseReport['framework'];
  readonly nameOf: (id: string) => string;
}

const BOX = { width: 190, height: 44 } as const;
const WIDTH = 960;
const HEIGHT = 300;

/** Three variables at the corners of a triangle; at the right their combination and the dilemmas it produces. */
function placesOf(edges: CaseReport['framework']): Map<string, Placed> {
  const places = new Map<string, Placed>([
    ['culture', { x: 180, y: 20, ...BOX }],
    ['institution', { x: 8, y: 226, ...BOX }],
    ['action', { x: 352, y: 226, ...BOX }],
  ]);
  const combined = [...new Set(edges.map(({ from }) => from).filter((id) => id.includes('+')))];
  for (const id of combined) places.set(id, { x: 452, y: 108, width: 196, height: 56 });
  const dilemmas = [...new Set(edges.map(({ to }) => to).filter((id) => !places.has(id)))];
  for (const [i, id] of dilemmas.entries())
    places.set(id, { x: 752, y: 20 + i * (HEIGHT / Math.max(1, dilemmas.length)), width: 200, height: 44 });
  return places;
}

const SIDE = 9;
const AIR = 3;

/** How far along the line through (x, y) in direction (ux, uy) the far edge of the box lies. */
function edgeOf(box: Placed, x: number, y: number, ux: number, uy: number): number {
  const toSide = ux === 0 ? Number.POSITIVE_INFINITY : ((ux > 0 ? box.x + box.width : box.x) - x) / ux;
  const toEnd = uy === 0 ? Number.POSITIVE_INFINITY : ((uy > 0 ? box.y + box.height : box.y) - y) / uy;
  return Math.min(toSide, toEnd);
}

/** A line from edge to edge, moved aside a little, so that there is room for the line the other way. */
function between(from: Placed, to: Placed): string {
  const [fx, fy, tx, ty] = [from.x + from.width / 2, from.y + from.height / 2, to.x + to.width / 2, to.y + to.height / 2];
  const length = Math.hypot(tx - fx, ty - fy) || 1;
  const [ux, uy] = [(tx - fx) / length, (ty - fy) / length];
  const [ax, ay, bx, by] = [fx - uy * SIDE, fy + ux * SIDE, tx - uy * SIDE, ty + ux * SIDE];
  const start = edgeOf(from, ax, ay, ux, uy) + AIR;
  const end = edgeOf(to, bx, by, -ux, -uy) + AIR;
  return `M${(ax + ux * start).toFixed(1)} ${(ay + uy * start).toFixed(1)}L${(bx - ux * end).toFixed(1)} ${(by - uy * end).toFixed(1)}`;
}

export function FrameworkDiagram({ edges, nameOf }: DiagramProps) {
  const { t } = useTranslation();
  const { report } = useMoment();
  const places = placesOf(edges);
  const readingOf = (id: string): string | undefined => {
    const own = variables.find((name) => name === id);
    if (own === undefined) return undefined;
    const { index } = report.variables[own];
    return index === null ? '?' : formatIndex(index);
  };
  return (
    <svg
      className="figure framework"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('mechanism.framework')}
    >
      <Arrows />
      {edges.map((edge) => {
        const from = places.get(edge.from);
        const to = places.get(edge.to);
        return (
          from &&
          to && (
            <Edge key={`${edge.from}>${edge.to}`} edge={edge} d={between(from, to)} name={`${nameOf(edge.from)} → ${nameOf(edge.to)}`} />
          )
        );
      })}
      {[...places].map(([id, box]) => (
        <FigureNode key={id} {...box} name={nameOf(id)} value={readingOf(id)} tone={variables.some((name) => name === id) ? id : ''} />
      ))}
    </svg>
  );
}
