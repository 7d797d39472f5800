import { toDayNumber } from '@gongze/domain/vocabulary/dates';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnFan } from '../future/drawn.ts';
import { FutureButton } from '../future/FutureButton.tsx';
import { withFuture } from '../future/horizon.ts';
import { useNotes } from '../notes/store.ts';
import { useViewOf } from '../view/store.ts';
import { useFrame } from '../view/useCase.ts';
import { AxisTools } from './AxisTools.tsx';
import { DateSlider } from './DateSlider.tsx';
import { Labels } from './Labels.tsx';
import { LaneLabels } from './LaneLabels.tsx';
import { layoutOf } from './layout.ts';
import { Legend } from './Legend.tsx';
import { timelineModel } from './model.ts';
import { Overlay } from './Overlay.tsx';
import { Plot } from './Plot.tsx';
import { scaleOf } from './scale.ts';
import { dilemmaLanes } from './series.ts';
import { useFollow } from './useFollow.ts';
import { useSeries } from './useSeries.ts';
import { useWidth } from './useWidth.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const Future = lazy(() => import('../future/Future.tsx'));

/** Narrower than this the plot scrolls sideways in its own box. */
const MIN_PLOT = 620;
/** Half the thumb of the slider, which stands exactly beneath its day. */
const PAD = 11;
const tierLevels = { centre: 0, province: 1, prefecture: 2, zone: 2, county: 3 } as const;

interface TimelineProps {
  /** False at first: lanes and duties, of which nothing moves when what has to be read from the past comes below them. */
  readonly whole: boolean;
}

/** One time axis for everything: superiors above, joint bodies, parties, duties, variables, dilemmas. */
export function Timeline({ whole }: TimelineProps) {
  const { t } = useTranslation();
  const frame = useFrame();
  const { engine, axis, end, lang } = frame;
  const from = useViewOf('from');
  const to = useViewOf('to');
  // A simulated case has no other future than its own.
  const wanted = useViewOf('future');
  const future = engine.simulated ? undefined : wanted;
  const [fan, setFan] = useState<DrawnFan>();
  const box = useRef<HTMLElement>(null);
  const boxWidth = useWidth(box);
  const width = Math.max(MIN_PLOT, boxWidth);
  const first = from ?? axis.first;
  const horizon = future === undefined ? axis.last : withFuture(axis.last);
  const last = to ?? horizon;
  const model = useMemo(() => timelineModel(engine, end), [engine, end]);
  const series = useSeries(engine, axis.first, axis.last, whole);
  const dilemmas = useMemo(() => dilemmaLanes(series.points), [series.points]);
  const scale = useMemo(() => scaleOf(toDayNumber(first), toDayNumber(last), width, PAD), [first, last, width]);
  const notes = useNotes(engine.caseId);
  const layout = useMemo(() => layoutOf(model, dilemmas, scale, { fan, notes: notes.all }), [model, dilemmas, scale, fan, notes.all]);
  const tierOf = useMemo(() => {
    const levels = new Map(engine.governments.map(({ code, tier }) => [code as string, tierLevels[tier]]));
    return (id: string) => levels.get(id) ?? 3;
  }, [engine]);
  const dilemmaName = useMemo(() => {
    const names = new Map(end.verdicts.map(({ id, name }) => [id as string, name[lang]]));
    return (id: string) => names.get(id) ?? id;
  }, [end, lang]);
  useFollow(box, boxWidth, scale);
  return (
    <section className="timeline" aria-labelledby="timeline-heading">
      <header className="timeline-head">
        <h2 id="timeline-heading">{t('timeline.heading')}</h2>
        <Legend />
        {!engine.simulated && <FutureButton />}
        <ZoomButtons last={horizon} />
        <AxisTools notes={notes} picture={{ model, series: series.points, dilemmas, fan, first, last, tierOf, dilemmaName }} />
      </header>
      <div className="timeline-body">
        <LaneLabels layout={layout} frame={frame} dilemmaName={dilemmaName} tierOf={tierOf} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard */}
        <section className="plot-box" ref={box} tabIndex={0} aria-label={t('timeline.scroll')}>
          {/* Not before the width is known, which is before anything is seen: it would all be drawn twice. */}
          {boxWidth > 0 && (
            <>
              <Plot layout={layout} model={model} series={series.points} frame={frame} tierOf={tierOf} />
              <Overlay layout={layout} />
              <Labels layout={layout} lang={lang} tierOf={tierOf} />
            </>
          )}
        </section>
      </div>
      {whole && (
        <>
          <p className="note timeline-note">
            {series.points.length < series.total
              ? t('timeline.computing', { done: series.points.length, all: series.total })
              : t('timeline.sampled', { count: series.total })}{' '}
            · {t('date.keys')}
          </p>
          {future !== undefined && (
            <Suspense fallback={<p className="loading">{t('loading')}</p>}>
              <Future policy={future} last={horizon} onFan={setFan} />
            </Suspense>
          )}
          <DateSlider first={first} last={last} />
        </>
      )}
    </section>
  );
}
