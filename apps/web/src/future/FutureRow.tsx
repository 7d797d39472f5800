import { addMonths, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { RowOf } from '../timeline/layout.ts';
import type { Scale } from '../timeline/scale.ts';

interface FutureRowProps {
  readonly row: RowOf<'future'>;
  readonly scale: Scale;
  /** The word that stands by everything that did not happen. */
  readonly mark: string;
}

/** Delivery from the date on, as bands of the runs: what a model says stands in a dotted frame, to the right of what is recorded. */
export function FutureRow({ row, scale, mark }: FutureRowProps) {
  const { fan } = row;
  const top = row.y + 6;
  const height = row.height - 12;
  const y = (share: number): string => (top + (1 - share) * height).toFixed(1);
  const x = (month: number): number => scale.x(toDayNumber(addMonths(fan.asOf, month)));
  const points = (values: readonly number[]): string[] => values.map((value, month) => `${x(month).toFixed(1)} ${y(value)}`);
  const band = ({ low, high }: { readonly low: readonly number[]; readonly high: readonly number[] }): string =>
    `M${[...points(low), ...points(high).reverse()].join('L')}Z`;
  const left = x(0);
  const right = Math.min(scale.width - 1, x(Math.max(0, fan.median.length - 1)));
  return (
    <g className="future-fan simulated">
      {[0, 0.5, 1].map((share) => (
        <line key={share} className="guide" x1={left} x2={right} y1={y(share)} y2={y(share)} />
      ))}
      <path className="future-wide" d={band(fan.wide)} />
      <path className="future-half" d={band(fan.half)} />
      <path className="future-median" d={`M${points(fan.median).join('L')}`} />
      <rect className="future-frame" x={left} y={top - 3} width={Math.max(0, right - left)} height={height + 6} />
      <g className="bound">
        {[0, 1].map((share) => (
          <text key={share} x={left - 5} y={Number(y(share)) + 3.5} textAnchor="end">
            {share}
          </text>
        ))}
      </g>
      <text className="future-mark" x={left + 6} y={top + 10}>
        {mark}
      </text>
    </g>
  );
}
