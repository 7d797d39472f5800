import { useMemo, useState } from 'react';
import { DataTable } from '../parts/DataTable.tsx';
import { today } from '../view/today.ts';
import { useFrame } from '../view/useCase.ts';
import { actorsOf } from '../work/offers.ts';
import { type NewEvent, type Recorder, recordNew } from '../work/record.ts';
import { FileField, Outcome } from './FileField.tsx';
import { type AgreementPreview, type DraftedDuty, previewAgreement } from './files.ts';
import { Pick } from './Pick.tsx';
import { useRecording } from './useRecording.ts';
import { filled, missingWords, words } from './words.ts';

interface Shown {
  readonly file: File;
  readonly agreement: string;
  readonly signed: string;
  readonly actors: Readonly<Record<string, string>>;
  readonly preview: AgreementPreview;
}

/** An agreement or minutes: its clauses, the duties they amount to, and one step that drafts them all. */
export function AgreementIn({ recorder, by }: { readonly recorder: Recorder | undefined; readonly by: string }) {
  const { engine, lang } = useFrame();
  const [shown, setShown] = useState<Shown>();
  const [title, setTitle] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reading, setReading] = useState(false);
  const key = useMemo(() => (shown === undefined ? '' : crypto.randomUUID()), [shown]);
  const { busy, told, tell, record } = useRecording(() => setShown(undefined));
  const read = async (wish: Omit<Shown, 'preview'>) => {
    setReading(true);
    const answer = await previewAgreement(engine.caseId, wish.file, wish, lang).finally(() => setReading(false));
    tell(answer.ok ? undefined : { text: answer.detail, bad: true });
    setShown(answer.ok ? { ...wish, preview: answer.value } : undefined);
  };
  const choose = (file: File) => {
    setTitle(file.name.replace(/\.[^.]+$/, ''));
    setLeft(new Set());
    return read({ file, agreement: `agreement-${crypto.randomUUID().slice(0, 8)}`, signed: '', actors: {} });
  };
  const drafted = shown === undefined ? [] : duties(shown.preview).filter(({ obligation }) => !left.has(obligation));
  const toggle = (id: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const send = (one: Shown) =>
    record(() => {
      const events = eventsOf(one, title, drafted, engine.open.situationAt(today()).parties, by);
      return recordNew(engine.caseId, engine.size, key, events, lang, recorder);
    });
  return (
    <section data-import="agreement">
      <h4>{words.agreement[lang]}</h4>
      <p className="muted">{words.agreementText[lang]}</p>
      <FileField accept=".docx,.pdf,.txt,.md" busy={reading} onFile={choose} />
      <Outcome told={told} />
      {shown !== undefined && (
        <div className="command">
          <label className="pick">
            <span>{words.name[lang]}</span>
            <input value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          </label>
          <label className="pick">
            <span>{words.signed[lang]}</span>
            <input type="date" value={shown.signed} onChange={(event) => read({ ...shown, signed: event.currentTarget.value })} />
          </label>
          <Names shown={shown} onName={(name, actor) => read({ ...shown, actors: { ...shown.actors, [name]: actor } })} />
          <Duties preview={shown.preview} left={left} onToggle={toggle} />
          <details>
            <summary>{words.readText[lang]}</summary>
            <pre className="checkpoint">{shown.preview.text}</pre>
          </details>
          <p>
            <button type="button" className="main" disabled={busy || title.trim() === ''} onClick={() => send(shown)}>
              {filled(words.recordAgreement[lang], { count: drafted.length })}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

function duties({ duties: all }: AgreementPreview): DraftedDuty[] {
  return all.flatMap(({ payload }) => (payload === null ? [] : [payload]));
}

/** The draft of the text with its clauses, then the duties that rest on them: recorded together. */
function eventsOf(
  { agreement, preview }: Shown,
  title: string,
  drafted: readonly DraftedDuty[],
  parties: readonly string[],
  by: string,
): NewEvent[] {
  const same = (text: string) => ({ zh: text, en: text });
  const on = today();
  const occurred = { first: on, last: on, precision: 'day', setBy: 'source' };
  const clauses = preview.reading.clauses.map(({ start, end }, index) => ({
    clause: `${index + 1}`,
    text: same(preview.text.slice(start, end).trim().slice(0, 4000)),
  }));
  const draft = { agreement, title: same(title.trim()), parties, topics: [], clauses, by };
  return [{ type: 'agreementDrafted', payload: draft }, ...drafted.map((payload) => ({ type: 'obligationDrafted', payload }))].map(
    (event) => ({ ...event, occurred, initiative: 'self' }) as unknown as NewEvent,
  );
}

interface NamesProps {
  readonly shown: Shown;
  readonly onName: (name: string, actor: string) => void;
}

function Names({ shown: { preview, actors }, onName }: NamesProps) {
  const { engine, lang, actor } = useFrame();
  const names = [...new Set([...Object.keys(actors), ...preview.duties.flatMap(({ unknownNames }) => unknownNames)])];
  if (names.length === 0) return null;
  const options = actorsOf(engine.open.situationAt(today()), Object.keys(engine.actors)).map((id) => ({ value: id, text: actor(id) }));
  return (
    <fieldset className="field">
      <legend>{words.names[lang]}</legend>
      <p className="muted">{words.namesText[lang]}</p>
      <ul className="column-map">
        {names.map((name) => (
          <li key={name}>
            <Pick
              label={name}
              none={words.nobody[lang]}
              options={options}
              value={actors[name] ?? ''}
              onPick={(value) => onName(name, value)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface DutiesProps {
  readonly preview: AgreementPreview;
  readonly left: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Duties({ preview, left, onToggle }: DutiesProps) {
  const { lang, actors, date } = useFrame();
  const own = preview.duties.filter(({ payload }) => payload !== null);
  const list = lang === 'zh' ? '、' : ', ';
  return (
    <>
      <p>{filled(words.clauses[lang], { count: preview.reading.clauses.length, duties: preview.duties.length })}</p>
      {own.length > 0 && (
        <DataTable
          caption={words.agreement[lang]}
          hideCaption
          rows={own}
          rowKey={({ payload }) => payload?.obligation ?? ''}
          columns={[
            {
              key: 'take',
              head: words.take1[lang],
              cell: ({ payload }) => (
                <input
                  type="checkbox"
                  aria-label={`${words.take1[lang]} ${payload?.title[lang]}`}
                  checked={!left.has(payload?.obligation ?? '')}
                  onChange={() => onToggle(payload?.obligation ?? '')}
                />
              ),
            },
            { key: 'title', head: words.title[lang], rowHead: true, wide: true, cell: ({ payload }) => payload?.title[lang] },
            { key: 'clause', head: words.clause[lang], numeric: true, cell: ({ clause }) => clause },
            { key: 'who', head: words.who[lang], cell: ({ payload }) => actors(payload?.liable ?? []) },
            {
              key: 'due',
              head: words.due[lang],
              tight: true,
              cell: ({ payload }) => {
                const due = payload?.deadline?.readings[0]?.dueOn;
                return due === undefined ? '—' : date(due);
              },
            },
            {
              key: 'missing',
              head: words.stillMissing[lang],
              cell: ({ missing }) => missing.map((one) => missingWords[one]?.[lang] ?? one).join(list) || '—',
            },
          ]}
        />
      )}
    </>
  );
}
