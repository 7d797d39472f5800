import { SitePage } from '../parts/SitePage.tsx';
import { useViewOf } from '../view/store.ts';
import { SourceChoice } from './SourceChoice.tsx';
import { useData } from './useData.ts';
import { Workbench } from './Workbench.tsx';
import { pageWords as words } from './words/page.ts';
import './lab.css';
import './charts.css';

/** The comparison lab. Everything is computed in the browser, beside the page. */
export default function LabPage() {
  const lang = useViewOf('lang');
  const source = useData();
  const { loaded, table } = source;
  return (
    <SitePage title={words.title[lang]} className="lab">
      <p className="lead">{words.lead[lang]}</p>
      <SourceChoice source={source} lang={lang} />
      {loaded.state === 'loading' && table === undefined && <p className="loading">{words.loading[lang]}</p>}
      {loaded.state === 'failed' && (
        <p className="fault" role="alert">
          {words.failed[lang]}: {String(loaded.error)}{' '}
          <button type="button" onClick={loaded.retry}>
            {words.again[lang]}
          </button>
        </p>
      )}
      {loaded.state === 'ready' && loaded.value.data !== undefined && !loaded.value.data.ok && (
        <p className="fault" role="alert">
          {loaded.value.data.refusal.text[lang]}
        </p>
      )}
      {table !== undefined && (
        <Workbench
          key={table.of}
          data={table.data}
          sources={table.sources}
          lang={lang}
          waiting={loaded.state === 'loading'}
          leaveOut={
            source.choice.origin === 'ledger'
              ? (cases) => source.choose({ cases: source.chosen.filter((own) => !cases.includes(own)) })
              : undefined
          }
        />
      )}
    </SitePage>
  );
}
