import type { RowOf } from './layout.ts';
import type { Describe } from './Mark.tsx';
import type { Scale } from './scale.ts';

interface UndatedRowProps {
  readonly row: RowOf<'undated'>;
  readonly scale: Scale;
  readonly describe?: Describe | undefined;
}

/** Facts without a date: a bracket over the years between which they can have happened, with their number. */
export function UndatedRow({ row, scale, describe }: UndatedRowProps) {
  return (
    <g>
      {row.groups.map(({ first, last, ids }, i) => {
        const x0 = Math.max(1, scale.x(first));
        const x1 = Math.min(scale.width - 1, scale.x(last));
        const y = row.y + 10 + i * 9;
        return (
          <g key={`${first}${last}`} data-select={`fact:${ids[0]}`} data-facts={ids.join(' ')} className="undated-span">
            {describe !== undefined && <title>{ids.map(describe).join('\n')}</title>}
            <rect className="touch" x={x0} y={y - 5} width={Math.max(1, x1 - x0)} height={9} />
            <path d={`M${x0} ${y - 3}v6M${x0} ${y}H${x1}M${x1} ${y - 3}v6`} />
            <text x={Math.min(x0 + 6, scale.width - 20)} y={y + 3.5}>
              {ids.length}
            </text>
          </g>
        );
      })}
    </g>
  );
}
