import type { SeriesPoint } from '@gongze/domain/report/report';
import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scheduleDate } from '../view/scheduleDate.ts';
import type { CaseFrame } from '../view/useCase.ts';
import { Axis } from './Axis.tsx';
import { AXIS_HEIGHT, type Layout } from './layout.ts';
import type { TimelineModel } from './model.ts';
import { Patterns } from './Patterns.tsx';
import { Rows } from './Rows.tsx';
import { selectPressed } from './selectPressed.ts';

interface PlotProps {
  readonly layout: Layout;
  readonly model: TimelineModel;
  readonly series: readonly SeriesPoint[];
  readonly frame: CaseFrame;
  readonly tierOf: (id: string) => number;
}

/** The drawing itself. The years on top take the date by pressing and dragging; marks are selected by pressing them. */
export function Plot({ layout, model, series, frame, tierOf }: PlotProps) {
  const { t } = useTranslation();
  const svg = useRef<SVGSVGElement>(null);
  const dragging = useRef(false);
  const moveTo = (event: PointerEvent) => {
    const left = svg.current?.getBoundingClientRect().left ?? 0;
    const day = layout.scale.day(event.clientX - left);
    scheduleDate(Math.min(layout.scale.last, Math.max(layout.scale.first, day)));
  };
  const press = (event: PointerEvent<SVGRectElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
    moveTo(event);
  };
  const summary = t('timeline.summary', {
    from: frame.date(frame.axis.first),
    to: frame.date(frame.axis.last),
    facts: model.facts,
    duties: model.duties.length,
    interventions: model.interventions,
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every mark has a button or a row in the tables, which take the keyboard
    <svg
      ref={svg}
      className="plot"
      role="img"
      aria-label={summary}
      width={layout.scale.width}
      height={layout.height}
      onClick={selectPressed}
    >
      <Patterns />
      <Axis layout={layout} />
      <Rows layout={layout} series={series} lang={frame.lang} tierOf={tierOf} simulated={t('simulated.mark')} />
      <rect
        className="handle"
        width={layout.scale.width}
        height={AXIS_HEIGHT}
        onPointerDown={press}
        onPointerMove={(event) => dragging.current && moveTo(event)}
        onPointerUp={() => {
          dragging.current = false;
        }}
      />
    </svg>
  );
}
