import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { axisOf, type Engine } from '../engine/engine.ts';
import { CaseHeader } from '../header/CaseHeader.tsx';
import { Sentence } from '../header/Sentence.tsx';
import { AddressFaults } from '../parts/AddressFaults.tsx';
import { SiteHead } from '../parts/SiteHead.tsx';
import { Tabs } from '../tabs/Tabs.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { createFrame } from '../view/frame.ts';
import { markedBy } from '../view/selection.ts';
import { useViewOf } from '../view/store.ts';
import { today } from '../view/today.ts';
import { AsOfContext, FrameContext, MomentContext } from '../view/useCase.ts';
import { useCaseKeys } from '../view/useCaseKeys.ts';
import { WhyPanel } from '../why/WhyPanel.tsx';

function yearEnd(date: IsoDate): IsoDate {
  return `${date.slice(0, 4)}-12-31` as IsoDate;
}

/** The page of a case: everything is computed here from the facts, for the date of the slider. */
export function CaseView({ engine }: { readonly engine: Engine }) {
  const { t } = useTranslation();
  const wanted = useViewOf('asOf');
  const lang = useViewOf('lang');
  const sel = useViewOf('sel');
  const tab = useViewOf('tab');
  const now = useMemo(() => today(), []);
  const asOf = wanted ?? now;
  // A later date than today lengthens the axis, which does not shrink again under a slider that is drawn back.
  const reached = useRef(yearEnd(now));
  if (asOf > reached.current) reached.current = yearEnd(asOf);
  const reach = reached.current;
  const axis = useMemo(() => axisOf(engine.stops, reach), [engine, reach]);
  const end = useMemo(() => engine.reportAt(axis.last < now ? axis.last : now), [engine, axis, now]);
  // The line on the axis follows the hand at once; the report is computed right after, and may skip dates passed over.
  const settled = useDeferredValue(asOf);
  const report = useMemo(() => engine.reportAt(settled, tab === 'hypotheses'), [engine, settled, tab]);
  const frame = useMemo(() => createFrame(engine, axis, end, lang), [engine, axis, end, lang]);
  const marked = useMemo(() => {
    const here = markedBy(report, sel);
    const later = markedBy(end, sel);
    return { facts: new Set([...here.facts, ...later.facts]), keys: new Set([...here.keys, ...later.keys]) };
  }, [report, end, sel]);
  const moment = useMemo(() => ({ asOf: settled, report, marked, sel }), [settled, report, marked, sel]);
  useCaseKeys(engine, asOf);
  // First the sentence and who did what; right after it, below, what the whole past has to be read for.
  const whole = useDeferredValue(true, false);
  // The same elements at every date: each part is drawn again only by what it asks for.
  const parts = useMemo(
    () => (
      <>
        <SiteHead />
        <CaseHeader />
        <main id="main" className={engine.simulated ? 'simulated-case' : undefined}>
          {engine.simulated && <p className="simulated-note">{t('simulated.hint')}</p>}
          <AddressFaults />
          <Sentence />
          <Timeline whole={whole} />
          {whole && <Tabs />}
        </main>
        <WhyPanel />
      </>
    ),
    [engine.simulated, t, whole],
  );
  const title = engine.title[lang];
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <FrameContext value={frame}>
      {!engine.simulated && (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={title}
          href={`/api/cases/${encodeURIComponent(engine.caseId)}/feed?lang=${lang}`}
        />
      )}
      <AsOfContext value={asOf}>
        <MomentContext value={moment}>{parts}</MomentContext>
      </AsOfContext>
    </FrameContext>
  );
}
