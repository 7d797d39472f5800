import type { CaseReport } from '@gongze/domain/report/schema';
import { channels, variables } from '@gongze/domain/vocabulary/levels';
import { useTranslation } from 'react-i18next';
import { formatIndex } from '../text/numbers.ts';
import { useMoment } from '../view/useCase.ts';
import { Arrows } from './Arrows.tsx';
import { Edge } from './Edge.tsx';
import { FigureNode } from './FigureNode.tsx';
import { columnsOf, type Placed } from './mechanismLayout.ts';

interface DiagramProps {
  readonly edges: CaseReport['mechanism'];
  readonly nameOf: (id: string) => string;
}

function link(from: Placed, to: Placed): string {
  const x0 = from.x + from.width;
  const y0 = from.y + from.height / 2;
  const y1 = to.y + to.height / 2;
  const bend = (to.x - x0) / 2;
  return `M${x0} ${y0}C${x0 + bend} ${y0} ${to.x - bend} ${y1} ${to.x - 2} ${y1}`;
}

/** Channel → component → variable → stage. */
export function MechanismDiagram({ edges, nameOf }: DiagramProps) {
  const { t } = useTranslation();
  const { report } = useMoment();
  const parts = variables.flatMap((name) =>
    report.variables[name].components.map((component) => ({ id: component.id, variable: name as string, value: component.value })),
  );
  const { nodes, width, height } = columnsOf([
    channels.filter((channel) => edges.some(({ from }) => from === channel)),
    parts.map(({ id }) => id),
    variables,
    ['stage1', 'stage2', 'stage3'],
  ]);
  const readingOf = (id: string): string | undefined => {
    const part = parts.find((one) => one.id === id);
    const own = variables.find((name) => name === id);
    const value = part?.value ?? (own === undefined ? undefined : report.variables[own].index);
    if (part === undefined && own === undefined) return undefined;
    return value === null || value === undefined ? '?' : formatIndex(value);
  };
  const toneOf = (id: string) => parts.find((one) => one.id === id)?.variable ?? (variables.some((name) => name === id) ? id : '');
  return (
    <svg
      className="figure mechanism"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('mechanism.mechanism')}
    >
      <Arrows />
      {edges.map((edge) => {
        const from = nodes.get(edge.from);
        const to = nodes.get(edge.to);
        return (
          from &&
          to && <Edge key={`${edge.from}>${edge.to}`} edge={edge} d={link(from, to)} name={`${nameOf(edge.from)} → ${nameOf(edge.to)}`} />
        );
      })}
      {[...nodes].map(([id, box]) => (
        <FigureNode key={id} {...box} name={nameOf(id)} value={readingOf(id)} tone={toneOf(id)} />
      ))}
    </svg>
  );
}
