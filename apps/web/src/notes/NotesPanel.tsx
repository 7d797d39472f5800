import { type FormEvent, useId, useState } from 'react';
import type { Language } from '@gongze/domain/vocabulary/text';
import { formatOccurred, readDate } from '../text/dates.ts';
import { formatAddress } from '../view/address.ts';
import { currentView } from '../view/store.ts';
import { useAsOf, useFrame } from '../view/useCase.ts';
import { fragmentOf, joinNotes, type Note, NOTE_LENGTH_MAX, NOTES_MAX, noteOf } from './notes.ts';
import { dropSent, keepNotes, type Notes } from './store.ts';
import { words } from './words.ts';
import './notes.css';

function whenOf({ from, to }: Note, lang: Language): string {
  return formatOccurred({ first: from, last: to, precision: from === to ? 'day' : 'interval' }, lang);
}

/** Writes, changes and removes the reader's notes; what came with a link is kept or put away. */
export default function NotesPanel({ notes }: { readonly notes: Notes }) {
  const { engine, lang } = useFrame();
  const [edited, setEdited] = useState<string>();
  const [removed, setRemoved] = useState<readonly Note[]>();
  const { own, sent } = notes;
  const keep = (next: readonly Note[]) => keepNotes(engine.caseId, next);
  const remove = (id: string) => {
    setRemoved(own);
    setEdited(undefined);
    keep(own.filter((note) => note.id !== id));
  };
  const save = (note: Note) => {
    setRemoved(undefined);
    keep(edited === undefined ? [...own, note] : own.map((other) => (other.id === edited ? note : other)));
    setEdited(undefined);
  };
  const undo = () => {
    if (removed !== undefined) keep(removed);
    setRemoved(undefined);
  };
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h3 id="notes-title">{words.title[lang]}</h3>
      <p className="note">{words.lead[lang]}</p>
      {sent.length > 0 && <Sent own={own} sent={sent} caseId={engine.caseId} lang={lang} />}
      {own.length === 0 && sent.length === 0 && <p className="muted">{words.empty[lang]}</p>}
      <ul>
        {own.map((note) => (
          <li key={note.id}>
            {edited === note.id ? (
              <NoteForm note={note} lang={lang} onNote={save} onCancel={() => setEdited(undefined)} />
            ) : (
              <>
                <span className="note-when">{whenOf(note, lang)}</span> {note.text}{' '}
                <button type="button" className="small" onClick={() => setEdited(note.id)} aria-label={`${words.edit[lang]} ${note.text}`}>
                  {words.edit[lang]}
                </button>{' '}
                <button type="button" className="small" onClick={() => remove(note.id)} aria-label={`${words.remove[lang]} ${note.text}`}>
                  {words.remove[lang]}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status">
        {removed !== undefined && (
          <>
            {words.removed[lang]}{' '}
            <button type="button" className="small" onClick={undo}>
              {words.undo[lang]}
            </button>
          </>
        )}
      </p>
      {edited === undefined && (own.length < NOTES_MAX ? <NoteForm lang={lang} onNote={save} /> : <p>{words.full[lang]}</p>)}
      {notes.all.length > 0 && <SendNotes notes={notes.all} lang={lang} />}
    </section>
  );
}

interface SentProps {
  readonly own: readonly Note[];
  readonly sent: readonly Note[];
  readonly caseId: string;
  readonly lang: Language;
}

function Sent({ own, sent, caseId, lang }: SentProps) {
  const keep = () => {
    keepNotes(caseId, joinNotes(own, sent).slice(0, NOTES_MAX));
    dropSent();
  };
  return (
    <div className="notes-sent">
      <p>{words.sentLead[lang]}</p>
      <ul>
        {sent.map((note) => (
          <li key={note.id}>
            <span className="note-when">{whenOf(note, lang)}</span> {note.text}
          </li>
        ))}
      </ul>
      <button type="button" onClick={keep}>
        {words.keep[lang]}
      </button>{' '}
      <button type="button" onClick={dropSent}>
        {words.drop[lang]}
      </button>
    </div>
  );
}

interface NoteFormProps {
  readonly note?: Note;
  readonly lang: Language;
  readonly onNote: (note: Note) => void;
  readonly onCancel?: () => void;
}

/** One note: its day as people write it, perhaps a last day, and the text. A new one begins at the date of the page. */
function NoteForm({ note, lang, onNote, onCancel }: NoteFormProps) {
  const id = useId();
  const asOf = useAsOf();
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState(note === undefined || note.to === note.from ? '' : (note.to as string));
  const [text, setText] = useState(note?.text ?? '');
  const [fault, setFault] = useState<string>();
  const start = from ?? note?.from ?? asOf;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const first = readDate(start);
    const last = to.trim() === '' ? first : readDate(to);
    if (first === undefined || last === undefined) return setFault(words.badDate[lang]);
    const made = noteOf(note?.id ?? 'new', first, last, text);
    if (made === undefined) return setFault(words.noText[lang]);
    setFault(undefined);
    setFrom(undefined);
    setTo('');
    setText('');
    onNote(made);
  };
  return (
    <form className="note-form" onSubmit={submit}>
      <label htmlFor={`${id}-from`}>{words.from[lang]}</label>
      <input id={`${id}-from`} size={11} value={start} onChange={(event) => setFrom(event.currentTarget.value)} autoComplete="off" />
      <label htmlFor={`${id}-to`}>{words.to[lang]}</label>
      <input id={`${id}-to`} size={11} value={to} onChange={(event) => setTo(event.currentTarget.value)} autoComplete="off" />
      <label htmlFor={`${id}-text`}>{words.text[lang]}</label>
      <input
        id={`${id}-text`}
        className="note-text"
        value={text}
        maxLength={NOTE_LENGTH_MAX}
        onChange={(event) => setText(event.currentTarget.value)}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        autoComplete="off"
      />
      <button type="submit">{note === undefined ? words.add[lang] : words.save[lang]}</button>
      {onCancel !== undefined && (
        <button type="button" onClick={onCancel}>
          {words.cancel[lang]}
        </button>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}

/** The notes in a link: behind `#`, which a browser does not send to any server. */
function SendNotes({ notes, lang }: { readonly notes: readonly Note[]; readonly lang: Language }) {
  const [link, setLink] = useState<{ readonly text: string; readonly copied: boolean }>();
  const copy = async () => {
    const text = `${location.origin}${formatAddress({ ...currentView(), why: undefined, tour: undefined })}${fragmentOf(notes)}`;
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setLink({ text, copied });
  };
  return (
    <p>
      <button type="button" onClick={() => void copy()}>
        {words.copy[lang]}
      </button>{' '}
      <span role="status">
        {link !== undefined && (link.copied ? words.copied[lang] : words.here[lang])}
        {link !== undefined && !link.copied && <code className="note-link">{link.text}</code>}
      </span>
    </p>
  );
}
