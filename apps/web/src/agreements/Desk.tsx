import type { Language } from '@gongze/domain/vocabulary/text';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { Downloads } from './Downloads.tsx';
import type { Draft } from './draftStore.ts';
import { Editor } from './Editor.tsx';
import { definedNames, namesIn, type Names, textLanguage } from './names.ts';
import { type ReadAs, rememberingReader } from './reading.ts';
import { Setting } from './Setting.tsx';
import type { Keeping } from './useDraft.ts';
import { words } from './words.ts';

const MakePanel = lazy(() => import('./MakePanel.tsx'));
const ComparePanel = lazy(() => import('./ComparePanel.tsx'));

const views = ['edit', 'make', 'compare'] as const;
type DeskView = (typeof views)[number];

interface DeskProps {
  readonly draft: Draft;
  readonly keeping: Keeping;
  readonly lang: Language;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onClose: () => void;
}

function fullNames(names: Names, defined: Names): Readonly<Record<string, string>> {
  const full: Record<string, string> = {};
  for (const [name, own] of Object.entries({ ...defined, ...names })) {
    const text = own.full || defined[name]?.full;
    if (text !== undefined && text !== '') full[name] = text;
  }
  return full;
}

/** How the text is read: the same object as long as nothing of it changes. */
function useReadAs({ language, signed, names }: Draft, defined: Names): ReadAs {
  const parties = JSON.stringify(fullNames(names, defined));
  return useMemo(
    () => ({
      ...(language !== 'auto' && { language }),
      context: { parties: JSON.parse(parties), ...(/^\d{4}-\d{2}-\d{2}$/.test(signed) && { signed }) },
    }),
    [language, signed, parties],
  );
}

/** A draft on the desk: mended, made into obligations, compared, taken away. */
export function Desk({ draft, keeping, lang, onChange, onClose }: DeskProps) {
  const [view, setView] = useState<DeskView>('edit');
  const [chosenPart, setPart] = useState(0);
  const [mending, setMending] = useState<number>();
  const part = Math.min(chosenPart, draft.parts.length - 1);
  const text = draft.parts[part] ?? '';
  // Who is named changes seldom: it is looked for when the typing leaves time.
  const first = useDeferredValue(draft.parts[0] ?? '');
  const defined = useMemo(() => definedNames(first), [first]);
  const readAs = useReadAs(draft, defined);
  const read = useMemo(() => rememberingReader(readAs), [readAs]);
  const clauses = useMemo(() => read(text), [read, text]);
  const calm = useDeferredValue(clauses);
  const found = useMemo(() => namesIn(calm, defined), [calm, defined]);
  const key = found.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the names by value
  const names = useMemo(() => found, [key]);
  const seen = useMemo(() => textLanguage(first), [first]);
  const language = draft.language === 'auto' ? seen : draft.language;
  return (
    <>
      <div className="desk-head">
        <button type="button" className="small" onClick={onClose}>
          ◀ {words.allDrafts[lang]}
        </button>
        <label className="visually-hidden" htmlFor="draft-title">
          {words.draftTitle[lang]}
        </label>
        <input
          id="draft-title"
          className="draft-title"
          value={draft.title}
          placeholder={words.untitled[lang]}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <span className={keeping === 'failed' ? 'keeping bad' : 'keeping muted'} role="status">
          {keeping === 'failed' ? words.notKept[lang] : words[keeping][lang]}
        </span>
        <Downloads draft={draft} readAs={readAs} lang={lang} />
      </div>
      <fieldset className="choice desk-views">
        <legend className="visually-hidden">{words.views[lang]}</legend>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={view === one}
            onClick={() => {
              setMending(undefined);
              setView(one);
            }}
          >
            {words[one][lang]}
          </button>
        ))}
      </fieldset>
      {view !== 'compare' && <Setting draft={draft} seen={seen} names={names} defined={defined} lang={lang} onChange={onChange} />}
      <Suspense fallback={<p className="loading">…</p>}>
        {view === 'edit' && (
          <Editor
            draft={draft}
            part={part}
            clauses={clauses}
            readAs={readAs}
            names={names}
            textLanguage={language}
            lang={lang}
            mending={mending}
            onPart={setPart}
            onChange={onChange}
          />
        )}
        {view === 'make' && (
          <MakePanel
            draft={draft}
            clauses={clauses}
            names={names}
            defined={defined}
            lang={lang}
            onMend={(clause) => {
              setMending(clause);
              setView('edit');
            }}
          />
        )}
        {view === 'compare' && <ComparePanel draft={draft} readAs={readAs} lang={lang} />}
      </Suspense>
    </>
  );
}
