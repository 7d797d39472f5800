import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import { useAsOf, useMoment } from '../view/useCase.ts';
import { FOOT_HEIGHT, type Layout, type Row } from './layout.ts';

interface Box {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxesOf(row: Row, facts: ReadonlySet<string>, keys: ReadonlySet<string>, width: number): Box[] {
  const whole = (key: string): Box => ({ key, x: 0, y: row.y, width, height: row.height });
  switch (row.kind) {
    case 'superior':
    case 'party':
    case 'body': {
      if (row.packed.mode === 'density') return [];
      const marks = row.packed.placed.filter(({ ids }) => ids.some((id) => facts.has(id)));
      return marks.map(({ mark, x0, x1, row: line }) => ({
        key: `${row.key}${mark.id}`,
        x: x0 - 3,
        y: row.y + line * 14 + 3,
        width: x1 - x0 + 6,
        height: 16,
      }));
    }
    case 'channel':
      return row.spans
        .filter(({ instrument }) => keys.has(`instrument:${instrument}`))
        .slice(0, 1)
        .map(() => whole(row.key));
    case 'duty':
      return keys.has(`duty:${row.duty.id}`) ? [whole(row.key)] : [];
    case 'dilemma':
      return row.lane.spans.some(({ key }) => keys.has(`finding:${key}`)) ? [whole(row.key)] : [];
    default:
      return [];
  }
}

/**
 * What moves with the date and the selection: the veil over the later facts, the line, the rings. A layer of its own
 * over the drawing, so that the thousands of marks beneath are neither laid out nor painted again.
 */
export function Overlay({ layout }: { readonly layout: Layout }) {
  const asOf = useAsOf();
  const { marked } = useMoment();
  const { scale, height, rows } = layout;
  const x = Math.min(scale.width, Math.max(0, scale.x(toDayNumber(asOf))));
  // The fan of the future lies behind the date by its nature: it is not faded.
  const future = rows.find(({ kind }) => kind === 'future');
  const veils =
    future === undefined
      ? [[22, height - FOOT_HEIGHT] as const]
      : [[22, future.y] as const, [future.y + future.height, height - FOOT_HEIGHT] as const];
  const boxes = marked.keys.size === 0 ? [] : rows.flatMap((row) => boxesOf(row, marked.facts, marked.keys, scale.width));
  return (
    <svg className="plot overlay" width={scale.width} height={height} aria-hidden="true" focusable="false">
      {veils.map(([top, bottom]) => (
        <rect key={top} className="veil" x={x} y={top} width={Math.max(0, scale.width - x)} height={bottom - top} />
      ))}
      {boxes.map(({ key, ...box }) => (
        <rect key={key} className="ring" {...box} rx={2} />
      ))}
      <line className="cursor" x1={x} x2={x} y1={18} y2={height} />
      <path className="cursor-head" d={`M${x - 5} 14h10l-5 7z`} />
    </svg>
  );
}
