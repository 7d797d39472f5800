import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { fromDayNumber } from '@gongze/domain/vocabulary/dates';
import { memo } from 'react';
import { AXIS_HEIGHT, type Layout } from './layout.ts';
import { ticksOf } from './scale.ts';

/** Years above and below, with fine lines down through all lanes. */
export const Axis = memo(function Axis({ layout }: { readonly layout: Layout }) {
  const { scale, height } = layout;
  const ticks = ticksOf(fromDayNumber(scale.first) as IsoDate, fromDayNumber(scale.last) as IsoDate, scale.width);
  return (
    <g className="axis">
      {ticks.map(({ day, label, major }) => (
        <g key={day}>
          <line className={major ? 'major' : 'minor'} x1={scale.x(day)} x2={scale.x(day)} y1={major ? 18 : 22} y2={height} />
          {label !== '' && scale.x(day) < scale.width - 26 && (
            <>
              <text x={scale.x(day) + 3} y={AXIS_HEIGHT - 11}>
                {label}
              </text>
              <text x={scale.x(day) + 3} y={height - 5}>
                {label}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
});
