import type { DayNumber } from '@gongze/domain/vocabulary/dates';
import { FactRow } from './FactRow.tsx';
import type { RowOf } from './layout.ts';
import type { Describe } from './Mark.tsx';
import type { Scale } from './scale.ts';

interface BodyRowProps {
  readonly row: RowOf<'body'>;
  readonly scale: Scale;
  readonly until: DayNumber;
  readonly describe?: Describe | undefined;
}

/** A joint body from its establishment to its abolition, with what it did. */
export function BodyRow({ row, scale, until, describe }: BodyRowProps) {
  const { from, to, upgrades } = row.lane;
  const y = row.y + row.height - 5;
  const end = scale.x(to ?? until);
  return (
    <g className="body-life">
      <line className="life" x1={Math.max(0, scale.x(from))} x2={Math.max(0, end)} y1={y} y2={y} />
      <line className="life-end" x1={scale.x(from)} x2={scale.x(from)} y1={y - 4} y2={y + 4} />
      {to !== undefined && <path className="life-end" d={`M${end - 4} ${y - 4}l8 8m-8 0l8-8`} />}
      {upgrades.map((day) => (
        <path key={day} className="upgrade" d={`M${scale.x(day) - 4} ${y + 3}l4-7l4 7z`} />
      ))}
      <FactRow packed={row.packed} y={row.y} height={row.height - 4} describe={describe} />
    </g>
  );
}
