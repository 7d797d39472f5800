import { useTranslation } from 'react-i18next';
import type { Language } from '@gongze/domain/vocabulary/text';
import { type CaseEntry, fetchCases } from '../engine/api.ts';
import { useAsync } from '../engine/useAsync.ts';
import { LoadFault } from '../pages/LoadFault.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { formatAddress } from '../view/address.ts';
import { useView } from '../view/store.ts';
import { words } from './words.ts';

const formats = [
  { key: 'facts', path: 'csv', table: 'facts' },
  { key: 'ledger', path: 'csv', table: 'ledger' },
  { key: 'dictionary', path: 'csv', table: 'dictionary' },
  { key: 'json', path: 'json', table: undefined },
  { key: 'ocel', path: 'ocel', table: undefined },
  { key: 'ics', path: 'ics', table: undefined },
] as const;

function addressOf(caseId: string, path: string, table: string | undefined, lang: Language): string {
  const query = new URLSearchParams({ lang, ...(table !== undefined && { table }) });
  return `/api/cases/${encodeURIComponent(caseId)}/documents/${path}?${query}`;
}

/** What may be read without an account, and taken away. The server decides what that is; this page asks as whoever reads it. */
export default function OpenDataPage() {
  const { t } = useTranslation();
  const { lang } = useView();
  const cases = useAsync('cases', fetchCases);
  if (cases.state === 'failed') return <LoadFault error={cases.error} onRetry={cases.retry} />;
  return (
    <SitePage title={words.title[lang]}>
      <p className="lead">{words.lead[lang]}</p>
      <p className="muted">{words.whose[lang]}</p>
      {cases.state === 'loading' ? (
        <p>{t('loading')}</p>
      ) : cases.value.length === 0 ? (
        <p>{words.empty[lang]}</p>
      ) : (
        <CaseFiles cases={cases.value} lang={lang} />
      )}
      <h2>{words.feeds[lang]}</h2>
      <p>{words.feedsText[lang]}</p>
      <p>
        <a href={`/api/feed?lang=${lang}`}>{words.allFeed[lang]}</a>
      </p>
      <h2>{words.check[lang]}</h2>
      <p>{words.checkText[lang]}</p>
      <p>
        <a className="button" href={`/verify?lang=${lang}`}>
          {words.verify[lang]}
        </a>
      </p>
      <h2>{words.reuse[lang]}</h2>
      <p>{words.reuseText[lang]}</p>
      <p>
        <a href="/api/openapi.json">{words.api[lang]}</a>
      </p>
    </SitePage>
  );
}

function CaseFiles({ cases, lang }: { readonly cases: readonly CaseEntry[]; readonly lang: Language }) {
  const view = useView();
  return (
    <DataTable
      caption={words.title[lang]}
      hideCaption
      rows={cases}
      rowKey={(entry) => entry.case}
      columns={[
        {
          key: 'case',
          head: words.caseName[lang],
          rowHead: true,
          cell: (entry) => {
            const change = { page: undefined, caseId: entry.case } as const;
            return (
              <PageLink href={formatAddress({ ...view, ...change })} change={change}>
                {entry.title[lang]}
              </PageLink>
            );
          },
        },
        {
          key: 'data',
          head: words.data[lang],
          wide: true,
          cell: (entry) => (
            <span className="open-formats">
              {formats.map(({ key, path, table }) => (
                <a key={key} href={addressOf(entry.case, path, table, lang)} download>
                  {words.formats[key][lang]}
                </a>
              ))}
              <a href={`/api/cases/${encodeURIComponent(entry.case)}/feed?lang=${lang}`}>{words.feed[lang]}</a>
            </span>
          ),
        },
      ]}
    />
  );
}
