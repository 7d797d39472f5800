import type { Language } from '@gongze/domain/vocabulary/text';
import { useRef, useState } from 'react';
import type { Comparison } from './compare.ts';
import { ComparedTable } from './ComparedTable.tsx';
import { dateText } from './dateText.ts';
import { type Draft, keepDraft, readDraft } from './draftStore.ts';
import type { ReadAs } from './reading.ts';
import { FileInput, PasteInput } from './TextInput.tsx';
import { useDraftList } from './useDraft.ts';
import { compareWords, words } from './words.ts';
import { inWorker } from './work.ts';

interface ComparePanelProps {
  readonly draft: Draft;
  readonly readAs: ReadAs;
  readonly lang: Language;
}

const CURRENT = ' current';
const PASTED = ' pasted';

interface Version {
  readonly choice: string;
  readonly text: string | undefined;
}

/** Two versions of an agreement: what became more or less binding, clause by clause. */
export default function ComparePanel({ draft, readAs, lang }: ComparePanelProps) {
  const [before, setBefore] = useState<Version>({ choice: '', text: undefined });
  const [after, setAfter] = useState<Version>({ choice: CURRENT, text: undefined });
  const [result, setResult] = useState<Comparison>();
  const [running, setRunning] = useState(false);
  const [kept, setKept] = useState<string>();
  const control = useRef<AbortController>(undefined);
  const textOf = ({ choice, text }: Version): string | undefined => (choice === CURRENT ? draft.parts.join('') : text);
  const [older, newer] = [textOf(before), textOf(after)];
  const run = async (): Promise<void> => {
    if (older === undefined || newer === undefined) return;
    control.current = new AbortController();
    setRunning(true);
    await inWorker({ kind: 'compare', before: older, after: newer, readAs }, { signal: control.current.signal })
      .then(setResult, (error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      })
      .finally(() => setRunning(false));
  };
  const keep = async (): Promise<void> => {
    const title = draft.title || words.untitled[lang];
    await keepDraft({ ...draft, id: crypto.randomUUID(), title, changed: Date.now() });
    setKept(`${title} · ${dateText(Date.now(), lang)}`);
  };
  const choose = (set: (version: Version) => void) => async (choice: string) => {
    setResult(undefined);
    const stored = choice === '' || choice === CURRENT || choice === PASTED ? undefined : await readDraft(choice);
    set({ choice, text: stored?.parts.join('') });
  };
  return (
    <section className="comparing" aria-label={words.compare[lang]}>
      <p className="lead no-print">{compareWords.lead[lang]}</p>
      <p className="no-print">
        <button type="button" onClick={() => void keep()}>
          {compareWords.keep[lang]}
        </button>{' '}
        {kept !== undefined && (
          <span role="status" className="muted">
            {compareWords.keptAs[lang]}
            {kept}
          </span>
        )}
      </p>
      <div className="sides">
        <Side
          label={compareWords.before[lang]}
          version={before}
          own={draft.id}
          kept={kept}
          lang={lang}
          onChoice={choose(setBefore)}
          onText={(text) => setBefore({ choice: PASTED, text })}
        />
        <Side
          label={compareWords.after[lang]}
          version={after}
          own={draft.id}
          kept={kept}
          lang={lang}
          onChoice={choose(setAfter)}
          onText={(text) => setAfter({ choice: PASTED, text })}
        />
      </div>
      <p className="no-print">
        <button type="button" className="main" disabled={older === undefined || newer === undefined || running} onClick={() => void run()}>
          {running ? compareWords.running[lang] : compareWords.run[lang]}
        </button>{' '}
        {running && (
          <button type="button" onClick={() => control.current?.abort()}>
            {words.stop[lang]}
          </button>
        )}{' '}
        {result !== undefined && (
          <button type="button" onClick={() => print()}>
            {compareWords.print[lang]}
          </button>
        )}{' '}
        {(older === undefined || newer === undefined) && <span className="muted">{compareWords.choose[lang]}</span>}
      </p>
      {result !== undefined && <ComparedTable comparison={result} lang={lang} />}
    </section>
  );
}

interface SideProps {
  readonly label: string;
  readonly version: Version;
  readonly own: string;
  readonly kept: string | undefined;
  readonly lang: Language;
  readonly onChoice: (choice: string) => void;
  readonly onText: (text: string) => void;
}

function Side({ label, version, own, kept, lang, onChoice, onText }: SideProps) {
  const heads = useDraftList(kept).filter(({ id }) => id !== own);
  const { choice, text } = version;
  return (
    <div className="side">
      <label className="field">
        {label}
        <select value={choice} onChange={(event) => onChoice(event.currentTarget.value)}>
          <option value="">{words.choose[lang]}</option>
          <option value={CURRENT}>{compareWords.current[lang]}</option>
          <option value={PASTED}>{compareWords.pasted[lang]}</option>
          {heads.map(({ id, title, changed }) => (
            <option key={id} value={id}>
              {title || words.untitled[lang]} · {dateText(changed, lang)}
            </option>
          ))}
        </select>
      </label>
      {choice === PASTED && text === undefined && (
        <>
          <PasteInput label={compareWords.pasteHere[lang]} action={words.begin[lang]} onText={onText} />
          <FileInput lang={lang} onText={onText} />
        </>
      )}
      {choice === PASTED && text !== undefined && (
        <p className="muted">
          {text.slice(0, 60)}… ({text.length.toLocaleString('en')} {words.characters[lang]})
        </p>
      )}
    </div>
  );
}
