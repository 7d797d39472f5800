import { useTranslation } from 'react-i18next';
import { type CaseEntry, fetchFacts } from '../engine/api.ts';
import { spanOf } from '../engine/span.ts';
import { createEngine } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { formatDate, formatOccurred } from '../text/dates.ts';
import { formatNumber } from '../text/numbers.ts';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { today } from '../view/today.ts';

type Span = ReturnType<typeof spanOf>;

/** One case of the list: its state today in one sentence, how much is known, and the way in. */
export function CaseCard({ entry }: { readonly entry: CaseEntry }) {
  const { t } = useTranslation();
  const view = useView();
  const { lang } = view;
  const now = today();
  const opened = useAsync(entry.case, async () => {
    const engine = createEngine(await fetchFacts(entry.case, 'enriched'), 'enriched', undefined);
    return { report: engine.reportAt(now), span: spanOf(engine.open.ordered) };
  });
  const spanText = (span: Span): string => {
    const from = span === undefined ? formatDate(now, lang) : formatOccurred(span.from, lang);
    const to = span === undefined ? from : formatOccurred(span.to, lang);
    return from === to ? from : t('list_page.span', { from, to });
  };
  const change = { caseId: entry.case, asOf: undefined, sel: undefined, why: undefined } as const;
  return (
    <li className="case-card">
      <h2>
        <PageLink href={formatAddress({ ...view, ...change })} change={change}>
          {entry.title[lang]}
        </PageLink>
      </h2>
      {opened.state === 'ready' ? (
        <>
          <p className="case-sentence">{opened.value.report.sentence[lang]}</p>
          <p className="muted">
            {t('list_page.state', { date: formatDate(now, lang) })} ·{' '}
            {t('list_page.facts', { count: opened.value.report.facts, formatted: formatNumber(opened.value.report.facts, lang) })} ·{' '}
            {spanText(opened.value.span)}
          </p>
        </>
      ) : (
        <p className="muted case-sentence">{opened.state === 'loading' ? t('loading') : t('error.broken')}</p>
      )}
    </li>
  );
}
