import type { Language } from '@gongze/domain/vocabulary/text';
import { ReadFault } from '../parts/ReadFault.tsx';
import { FileChoice } from '../verify/FileChoice.tsx';
import { DateInput } from './DateInput.tsx';
import type { Origin } from './data/types.ts';
import type { useData } from './useData.ts';
import { pageWords as words } from './words/page.ts';

type Source = ReturnType<typeof useData>;

const origins: readonly Origin[] = ['ledger', 'simulated', 'csv'];

function LedgerChoice({ source, lang }: { readonly source: Source; readonly lang: Language }) {
  const { entries, choice, chosen, choose } = source;
  if (entries.state === 'loading') return <p className="muted">{words.loading[lang]}</p>;
  if (entries.state === 'failed') return <ReadFault of={entries} />;
  if (entries.value.length === 0) return <p>{words.noCases[lang]}</p>;
  const pick = (id: string, on: boolean): void =>
    choose({ cases: entries.value.map((entry) => entry.case).filter((own) => (own === id ? on : chosen.includes(own))) });
  return (
    <>
      <div className="lab-columns">
        {entries.value.map((entry) => (
          <label key={entry.case} className="lab-check">
            <input type="checkbox" checked={chosen.includes(entry.case)} onChange={({ target }) => pick(entry.case, target.checked)} />{' '}
            {entry.title[lang]}
          </label>
        ))}
      </div>
      <div className="lab-row">
        <DateInput label={words.asOf[lang]} value={choice.asOf} empty={false} lang={lang} onChange={(asOf) => choose({ asOf })} />
        <DateInput label={words.from[lang]} value={choice.from} empty lang={lang} onChange={(from) => choose({ from })} />
      </div>
      {chosen.length < 2 && <p role="status">{words.chooseTwo[lang]}</p>}
    </>
  );
}

/** Cases of the ledger, the simulated set, or a table of the reader. */
export function SourceChoice({ source, lang }: { readonly source: Source; readonly lang: Language }) {
  const { choice, choose } = source;
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) choose({ file: { name: file.name, text: await file.text() } });
  };
  return (
    <section className="lab-source" aria-labelledby="lab-source">
      <h2 id="lab-source">{words.source[lang]}</h2>
      <fieldset className="lab-kinds">
        <legend className="visually-hidden">{words.source[lang]}</legend>
        {origins.map((origin) => (
          <label key={origin} className="lab-check">
            <input type="radio" name="lab-origin" checked={choice.origin === origin} onChange={() => choose({ origin })} />{' '}
            {words[origin][lang]}
          </label>
        ))}
      </fieldset>
      {choice.origin === 'ledger' && <LedgerChoice source={source} lang={lang} />}
      {choice.origin === 'simulated' && (
        <>
          <p className="lab-simulated-note">
            <strong className="lab-simulated">{words.simulatedMark[lang]}</strong> {words.simulatedNote[lang]}
          </p>
          <label className="lab-field">
            <span>{words.seed[lang]}</span>
            <input
              type="number"
              min={0}
              max={1_000_000}
              step={1}
              value={choice.seed}
              onChange={({ target }) =>
                Number.isSafeInteger(target.valueAsNumber) && target.valueAsNumber >= 0 && choose({ seed: target.valueAsNumber })
              }
            />
          </label>
        </>
      )}
      {choice.origin === 'csv' && (
        <>
          <p className="note">{words.fileNote[lang]}</p>
          <p>
            <FileChoice label={words.file[lang]} accept=".csv,text/csv" onFiles={([chosen]) => void read(chosen?.file)} />{' '}
            {choice.file?.name}
          </p>
        </>
      )}
    </section>
  );
}
