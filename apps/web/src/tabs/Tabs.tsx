import { type KeyboardEvent, lazy, type RefObject, Suspense, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrame } from '../view/useCase.ts';
import { formatAddress, type Tab, tabs as allTabs } from '../view/address.ts';
import { changeView, useView, useViewOf } from '../view/store.ts';
import { Broken } from '../parts/Broken.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { PanelMoment } from './PanelMoment.tsx';
import FindingsTab from './FindingsTab.tsx';

const panels = {
  findings: FindingsTab,
  duties: lazy(() => import('./DutiesTab.tsx')),
  superiors: lazy(() => import('./SuperiorsTab.tsx')),
  mechanism: lazy(() => import('./MechanismTab.tsx')),
  funnel: lazy(() => import('./FunnelTab.tsx')),
  hypotheses: lazy(() => import('./HypothesesTab.tsx')),
  facts: lazy(() => import('./FactsTab.tsx')),
  compare: lazy(() => import('./CompareTab.tsx')),
  work: lazy(() => import('../work/WorkTab.tsx')),
  documents: lazy(() => import('../documents/DocumentsTab.tsx')),
} as const;

/** Whoever comes for one of these wants to do something: it is shown at once, not the time axis above it. */
const comeFor: readonly Tab[] = ['work', 'documents'];

/** Brings the tabs to the top once what they show is there. */
function Arrive({ at }: { readonly at: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => at.current?.scrollIntoView({ block: 'start' }), [at]);
  return null;
}

/** The views of a case. Arrow keys move between them; each is loaded when it is first opened. */
export function Tabs() {
  const { t } = useTranslation();
  const tab = useViewOf('tab');
  const { simulated } = useFrame().engine;
  // What never happened has no work to be done.
  const tabs = useMemo(() => allTabs.filter((one) => !simulated || one !== 'work'), [simulated]);
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [cameFor] = useState(tab);
  const [leftIt, setLeftIt] = useState(false);
  // On a phone the row is wider than the screen: the chosen tab is always in sight.
  useLayoutEffect(() => {
    const row = list.current;
    const chosen = row?.querySelector<HTMLElement>(`#tab-${tab}`);
    if (row === null || chosen === null || chosen === undefined) return;
    const [left, right] = [chosen.offsetLeft - row.offsetLeft, chosen.offsetLeft - row.offsetLeft + chosen.offsetWidth];
    if (left < row.scrollLeft || right > row.scrollLeft + row.clientWidth)
      row.scrollLeft = left - (row.clientWidth - chosen.offsetWidth) / 2;
  }, [tab]);
  const go = (next: Tab) => {
    setLeftIt(true);
    changeView({ tab: next }, true);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const at = tabs.indexOf(tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(tabs[(next + tabs.length) % tabs.length] ?? tab);
  };
  const panel = useMemo(() => {
    const Panel = panels[tab];
    return (
      <PanelMoment panel={content}>
        <Panel />
      </PanelMoment>
    );
  }, [tab]);
  return (
    <section className="tabs">
      {!simulated && <WhatIfLink />}
      <div ref={list} role="tablist" aria-label={t('tab.label')} tabIndex={-1} onKeyDown={press}>
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls="panel"
            tabIndex={name === tab ? 0 : -1}
            onClick={() => go(name)}
          >
            {t(`tab.${name}`)}
          </button>
        ))}
      </div>
      <div ref={content} id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={`panel ${tab}`}>
        <Broken key={tab}>
          <Suspense fallback={<p>{t('loading')}</p>}>
            {panel}
            {!leftIt && comeFor.includes(cameFor) && <Arrive at={list} />}
          </Suspense>
        </Broken>
      </div>
    </section>
  );
}

/** From the case to the question what would happen if, with the case and its date. */
function WhatIfLink() {
  const { t } = useTranslation();
  const view = useView();
  const change = { page: 'what-if', sel: undefined, why: undefined } as const;
  return (
    <p className="what-if-link">
      <PageLink href={formatAddress({ ...view, ...change })} change={change}>
        {t('simulated.ask')}
      </PageLink>
    </p>
  );
}
