import type { SeriesPoint } from '@gongze/domain/report/report';
import type { RowOf } from './layout.ts';
import type { Scale } from './scale.ts';
import { gapsOf, runsOf } from './series.ts';

interface VariableRowProps {
  readonly row: RowOf<'variable'>;
  readonly scale: Scale;
  readonly series: readonly SeriesPoint[];
}

/** One variable over time from 0 to 1, in steps, because it changes with facts and not between them; hatched where the facts do not carry a value. */
export function VariableRow({ row, scale, series }: VariableRowProps) {
  const top = row.y + 6;
  const height = row.height - 12;
  const y = (value: number) => top + (1 - value) * height;
  const runs = runsOf(series, row.variable);
  // Before anything is read, nothing is known to be unknown.
  const gaps = series.length === 0 ? [] : gapsOf(runs, scale.first, scale.last);
  return (
    <g className={`variable ${row.variable}`}>
      {[0, 0.5, 1].map((value) => (
        <line key={value} className="guide" x1={0} x2={scale.width} y1={y(value)} y2={y(value)} />
      ))}
      {gaps.map(({ from, to }) => {
        const x = Math.max(0, scale.x(from));
        return (
          <rect
            key={from}
            x={x}
            y={top}
            width={Math.max(0, Math.min(scale.width, scale.x(to)) - x)}
            height={height}
            className="hatched-unknown"
          />
        );
      })}
      {[0, 1].map((value) => (
        <g key={value} className="bound">
          <line x1={0} x2={5} y1={y(value)} y2={y(value)} />
          <text x={7} y={y(value) + 3.5}>
            {value}
          </text>
        </g>
      ))}
      {runs.map((run) => (
        <path
          key={run[0]?.day}
          className="curve"
          d={run
            .map(({ day, value }, i) =>
              i === 0 ? `M${scale.x(day).toFixed(1)} ${y(value).toFixed(1)}` : `H${scale.x(day).toFixed(1)}V${y(value).toFixed(1)}`,
            )
            .join('')}
        />
      ))}
    </g>
  );
}
