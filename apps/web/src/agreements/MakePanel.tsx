import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useMemo, useState } from 'react';
import { fetchCases, fetchFacts } from '../engine/api.ts';
import { createEngine } from '../engine/engine.ts';
import { useAsync } from '../engine/useAsync.ts';
import { today } from '../view/today.ts';
import type { Draft } from './draftStore.ts';
import { MakeInto } from './MakeInto.tsx';
import { actorsByName, type Names } from './names.ts';
import { newCaseFacts } from './obligations.ts';
import type { ReadClause } from './reading.ts';
import { makeWords, words } from './words.ts';

interface MakePanelProps {
  readonly draft: Draft;
  readonly clauses: readonly ReadClause[];
  readonly names: readonly string[];
  readonly defined: Names;
  readonly lang: Language;
  /** Back to a clause of the text, counted from 0. */
  readonly onMend: (clause: number) => void;
}

const NEW = ' new';

/** Duties of the text into a case: which case, what would be recorded, whether it can be, and then it is. */
export default function MakePanel({ draft, clauses, names, defined, lang, onMend }: MakePanelProps) {
  const cases = useAsync('cases', fetchCases);
  const [chosen, setChosen] = useState('');
  const [opened, setOpened] = useState<string>();
  const caseId = opened ?? chosen;
  const actors = useMemo(() => actorsByName(names, draft.names, defined), [names, draft.names, defined]);
  const common = { draft, clauses, actors, lang, onMend };
  return (
    <section className="make" aria-label={words.make[lang]}>
      <p className="lead">{makeWords.lead[lang]}</p>
      {draft.parts.length > 1 && <p className="note">{makeWords.thisPart[lang]}</p>}
      <label className="field">
        {makeWords.case[lang]}
        <select
          value={caseId}
          onChange={(event) => {
            setOpened(undefined);
            setChosen(event.currentTarget.value);
          }}
        >
          <option value="">{words.choose[lang]}</option>
          {cases.state === 'ready' &&
            cases.value.map((entry) => (
              <option key={entry.case} value={entry.case}>
                {entry.title[lang]}
              </option>
            ))}
          {opened !== undefined && <option value={opened}>{opened}</option>}
          <option value={NEW}>＋ {makeWords.newCase[lang]}</option>
        </select>
      </label>
      {caseId === NEW && <IntoNew {...common} onOpened={setOpened} />}
      {caseId !== '' && caseId !== NEW && <IntoCase key={caseId} {...common} caseId={caseId} />}
    </section>
  );
}

interface IntoProps {
  readonly draft: Draft;
  readonly clauses: readonly ReadClause[];
  readonly actors: Readonly<Record<string, string>>;
  readonly lang: Language;
  readonly onMend: (clause: number) => void;
}

function IntoCase({ caseId, ...common }: IntoProps & { readonly caseId: string }) {
  const [asked, setAsked] = useState(0);
  const facts = useAsync(`${caseId} ${asked}`, () => fetchFacts(caseId, 'enriched'));
  const engine = useMemo(() => (facts.state === 'ready' ? createEngine(facts.value, 'enriched', undefined) : undefined), [facts]);
  if (facts.state === 'failed') {
    return (
      <p className="notice bad">
        {makeWords.loadFailed[common.lang]}{' '}
        <button type="button" onClick={facts.retry}>
          {makeWords.retry[common.lang]}
        </button>
      </p>
    );
  }
  if (engine === undefined) return <p className="loading">…</p>;
  return <MakeInto key={engine.size} {...common} engine={engine} opening={undefined} onAgain={() => setAsked((count) => count + 1)} />;
}

function IntoNew({ onOpened, ...common }: IntoProps & { readonly onOpened: (caseId: string) => void }) {
  const { draft, actors, lang } = common;
  const [title, setTitle] = useState(draft.title || words.untitled[lang]);
  const [id, setId] = useState(`case-${draft.id.slice(0, 8)}`);
  const parties = useMemo(() => [...new Set(Object.values(actors))], [actors]);
  const fine = /^(?!registry:)[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}$/.test(id) && title.trim() !== '' && parties.length >= 2;
  const engine = useMemo(
    () => (fine ? createEngine(newCaseFacts(id, title, parties, today() as IsoDate), 'enriched', undefined) : undefined),
    [fine, id, title, parties],
  );
  return (
    <>
      <div className="make-choices">
        <label className="field">
          {makeWords.caseTitle[lang]}
          <input value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label className="field">
          {makeWords.caseId[lang]}
          <input value={id} onChange={(event) => setId(event.currentTarget.value)} />
        </label>
      </div>
      {parties.length < 2 && <p className="notice bad">{makeWords.partiesShort[lang]}</p>}
      {engine !== undefined && <MakeInto {...common} engine={engine} opening={{ title, parties }} onAgain={() => onOpened(id)} />}
    </>
  );
}
