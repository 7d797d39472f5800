import type { SeriesPoint } from '@gongze/domain/report/report';
import { fromDayNumber, type IsoDate, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { Variable } from '@gongze/domain/vocabulary/levels';
import { type Scale, ticksOf } from '../timeline/scale.ts';
import { VariableRow } from '../timeline/VariableRow.tsx';

interface CompareCellProps {
  readonly label: string;
  readonly series: readonly SeriesPoint[];
  readonly variable: Variable;
  readonly scale: Scale;
  readonly asOf: IsoDate;
}

const HEIGHT = 72;

/** One variable of one case. */
export function CompareCell({ label, series, variable, scale, asOf }: CompareCellProps) {
  const x = scale.x(toDayNumber(asOf));
  const ticks = ticksOf(fromDayNumber(scale.first), fromDayNumber(scale.last), scale.width, 44).filter((tick) => tick.label !== '');
  return (
    <svg className="plot cell" width={scale.width} height={HEIGHT + 16} role="img" aria-label={label}>
      <VariableRow row={{ kind: 'variable', key: variable, variable, y: 0, height: HEIGHT }} scale={scale} series={series} />
      {ticks.map((tick) => (
        <text key={tick.day} className="tick" x={scale.x(tick.day)} y={HEIGHT + 12}>
          {tick.label}
        </text>
      ))}
      <rect className="veil" x={x} y={0} width={Math.max(0, scale.width - x)} height={HEIGHT} />
      <line className="cursor" x1={x} x2={x} y1={0} y2={HEIGHT} />
    </svg>
  );
}
