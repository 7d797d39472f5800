import type { DayNumber } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { fitLabel } from './labels.ts';
import type { RowOf } from './layout.ts';
import type { InterventionSpan } from './model.ts';
import type { Scale } from './scale.ts';

interface ChannelRowProps {
  readonly row: RowOf<'channel'>;
  readonly scale: Scale;
  readonly until: DayNumber;
  readonly tier: number;
  readonly lang: Language;
}

function barOf({ from, to, strength }: Pick<InterventionSpan, 'from' | 'to' | 'strength'>, scale: Scale, until: DayNumber) {
  const x0 = Math.max(-4, scale.x(from));
  return { x0, x1: Math.max(x0 + 3, Math.min(scale.width + 4, scale.x(to ?? until))), height: 3 + strength * 2.2 };
}

/** Interventions of one superior by one channel: thickness is strength, an outline alone is guidance. */
export function ChannelRow({ row, scale, until, tier, lang }: ChannelRowProps) {
  const middle = row.y + row.height / 2;
  return (
    <g>
      {row.spans.map(({ instrument, from, to, strength, direct, title }) => {
        const { x0, x1, height } = barOf({ from, to, strength }, scale, until);
        return (
          <g key={instrument} data-select={`instrument:${instrument}`} className={`span tier-${tier} ${direct ? 'direct' : 'guidance'}`}>
            <title>{title[lang]}</title>
            <rect className="touch" x={x0} y={row.y} width={x1 - x0} height={row.height} />
            <rect className="bar" x={x0} y={middle - height / 2} width={x1 - x0} height={height} />
            <line className="start" x1={x0} x2={x0} y1={middle - 7} y2={middle + 7} />
          </g>
        );
      })}
    </g>
  );
}

/** Names of the interventions on their bars, where they fit. */
export function ChannelLabels({ row, scale, until, tier, lang }: ChannelRowProps) {
  const middle = row.y + row.height / 2;
  const starts = row.spans.map(({ from }) => from).sort((a, b) => a - b);
  return row.spans.map(({ instrument, from, to, strength, direct, title }) => {
    const { x0, x1, height } = barOf({ from, to, strength }, scale, until);
    const next = starts.find((start) => start > from);
    const label = fitLabel(title[lang], Math.min(x1, next === undefined ? x1 : scale.x(next)) - x0 - 10, 10);
    return label === '' || height < 11 ? null : (
      <g key={instrument} data-select={`instrument:${instrument}`} className={`span tier-${tier} ${direct ? 'direct' : 'guidance'}`}>
        <text x={x0 + 5} y={middle + 3.5} className="span-label" data-day={from}>
          {label}
        </text>
      </g>
    );
  });
}
