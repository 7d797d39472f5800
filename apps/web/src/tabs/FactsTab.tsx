import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actorsOf } from '../engine/describe.ts';
import { formatNumber } from '../text/numbers.ts';
import { parseSelection, selectionOf } from '../view/selection.ts';
import { changeView } from '../view/store.ts';
import { useFrame, useMoment } from '../view/useCase.ts';
import { FactSearch } from './FactSearch.tsx';
import { FactTable } from './FactTable.tsx';
import { type FactFilter, filterFacts, searchTexts } from './filterFacts.ts';
import { Pager } from './Pager.tsx';
import { useListKeys } from './useListKeys.ts';

const PAGE = 60;

/** Every fact with its sources; what lies after the date fades and stays. */
export default function FactsTab() {
  const { t } = useTranslation();
  const { engine, actors, lang } = useFrame();
  const { asOf, sel, report } = useMoment();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<FactFilter>('all');
  const wanted = useDeferredValue(query);
  const texts = useMemo(
    () => searchTexts(engine, (fact) => `${t(`eventType.${fact.type}`)} ${actors(actorsOf(fact))}`),
    [engine, t, actors],
  );
  const depends = filter === 'counted' || filter === 'after' ? asOf : (engine.stops.at(-1) ?? asOf);
  const facts = useMemo(() => filterFacts(engine, texts, wanted, filter, depends), [engine, texts, wanted, filter, depends]);
  const selection = parseSelection(sel);
  const at = selection?.kind === 'fact' ? facts.findIndex(({ id }) => id === selection.id) : -1;
  const [page, setPage] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts on its first page
  useEffect(() => setPage(0), [wanted, filter]);
  useEffect(() => {
    if (at >= 0) setPage(Math.floor(at / PAGE));
  }, [at]);
  const move = (by: 1 | -1) => {
    const next = facts[Math.min(facts.length - 1, Math.max(0, at + by))];
    if (next !== undefined) changeView({ sel: selectionOf('fact', next.id) });
  };
  useListKeys(
    move,
    () => selection?.kind === 'fact' && changeView({ why: selectionOf('fact', selection.id) }),
    at < 0 ? undefined : facts[at]?.id,
  );
  const clear = () => {
    setQuery('');
    setFilter('all');
  };
  const last = Math.max(0, Math.ceil(facts.length / PAGE) - 1);
  const shown = Math.min(page, last);
  const from = shown * PAGE;
  return (
    <>
      <h2>{t('facts.heading')}</h2>
      <p className="note">
        {t('facts.counting', { counted: formatNumber(report.facts, lang), all: formatNumber(engine.facts.length, lang) })}
      </p>
      <FactSearch query={query} onQuery={setQuery} filter={filter} onFilter={setFilter} />
      {facts.length === 0 ? (
        <p>
          {t('facts.none', { query })}{' '}
          <button type="button" className="small" onClick={clear}>
            {t('facts.clear')}
          </button>
        </p>
      ) : (
        <>
          <Pager from={from + 1} to={Math.min(facts.length, from + PAGE)} all={facts.length} page={shown} last={last} onPage={setPage} />
          <FactTable facts={facts.slice(from, from + PAGE)} />
          {last > 0 && (
            <Pager from={from + 1} to={Math.min(facts.length, from + PAGE)} all={facts.length} page={shown} last={last} onPage={setPage} />
          )}
        </>
      )}
    </>
  );
}
