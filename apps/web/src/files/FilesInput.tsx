import type { Language } from '@gongze/domain/vocabulary/text';
import { useEffect, useRef, useState } from 'react';
import type { Typed, TypedFields } from '../forms/value.ts';
import { type Phase, sendFile, TransferFault } from './transfer.ts';
import { fileWords, kindOf, sizeText } from './words.ts';
import './files.css';

const FILES_MAX = 20;

/** One chosen file on its way, or there. */
interface Item {
  readonly key: number;
  readonly file: File;
  readonly phase: Phase | 'ready' | 'failed';
  readonly done: number;
  readonly fault?: string;
  /** As the record will name it. */
  readonly named?: TypedFields;
  readonly stop: AbortController;
}

interface FilesInputProps {
  readonly id: string;
  readonly caseId: string;
  readonly lang: Language;
  readonly onType: (value: Typed) => void;
}

/** What the record says so far. A file that has not arrived stands there without its digest, so that nothing can be recorded yet. */
function typedOf(items: readonly Item[]): Typed {
  return items.flatMap(({ phase, named, file }) => (phase === 'failed' ? [] : [named ?? { name: file.name }]));
}

/** Opens the browser's own choice of files; each time a new one, so that the same file can be chosen again. */
function chooser(onChosen: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => onChosen([...(input.files ?? [])]));
  input.click();
}

/** Files to be kept with the record: chosen, hashed here, sent with their progress, and named once they are there. */
export function FilesInput({ id, caseId, lang, onType }: FilesInputProps) {
  const [items, setItems] = useState<readonly Item[]>([]);
  const latest = useRef(items);
  const next = useRef(0);
  const [tooMany, setTooMany] = useState(false);
  const change = (to: readonly Item[]) => {
    latest.current = to;
    setItems(to);
    onType(typedOf(to));
  };
  const update = (key: number, more: Partial<Item>) =>
    change(latest.current.map((item) => (item.key === key ? { ...item, ...more } : item)));
  // Whoever leaves the form sends no further.
  useEffect(
    () => () => {
      for (const { stop } of latest.current) stop.abort();
    },
    [],
  );
  const send = async ({ key, file, stop }: Item) => {
    try {
      const sent = await sendFile(caseId, file, lang, (phase, done) => update(key, { phase, done }), stop.signal);
      update(key, { phase: 'ready', done: 1, named: { ...sent, bytes: String(sent.bytes) } });
    } catch (cause) {
      if (stop.signal.aborted) return;
      update(key, { phase: 'failed', fault: cause instanceof TransferFault ? cause.message : String(cause) });
    }
  };
  const choose = (chosen: readonly File[]) => {
    const room = FILES_MAX - latest.current.length;
    setTooMany(chosen.length > room);
    const fresh = chosen.slice(0, room).map((file): Item => {
      next.current += 1;
      return { key: next.current, file, phase: 'hashing', done: 0, stop: new AbortController() };
    });
    change([...latest.current, ...fresh]);
    for (const item of fresh) void send(item);
  };
  const remove = ({ key, stop }: Item) => {
    stop.abort();
    change(latest.current.filter((item) => item.key !== key));
  };
  const again = (item: Item) => {
    update(item.key, { phase: 'hashing', done: 0, fault: '' });
    void send(item);
  };
  return (
    <div className="files">
      <p>
        <button id={id} type="button" onClick={() => chooser(choose)}>
          {fileWords.choose[lang]}
        </button>
      </p>
      <p className="muted">{fileWords.note[lang]}</p>
      {tooMany && (
        <p className="field-fault" role="alert">
          {fileWords.tooMany[lang]}
        </p>
      )}
      {items.length > 0 && (
        <ul className="file-items">
          {items.map((item) => (
            <li key={item.key}>
              <Chosen item={item} lang={lang} />{' '}
              {item.phase === 'failed' && (
                <button type="button" className="quiet" onClick={() => again(item)}>
                  {fileWords.again[lang]}
                </button>
              )}{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`${removeWord(item)[lang]} ${item.file.name}`}
                onClick={() => remove(item)}
              >
                {removeWord(item)[lang]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const removeWord = ({ phase }: Item) => (phase === 'ready' || phase === 'failed' ? fileWords.remove : fileWords.stop);

function Chosen({ item: { file, phase, done, fault, named }, lang }: { readonly item: Item; readonly lang: Language }) {
  const kind = named === undefined ? undefined : kindOf(String(named['mediaType']))[lang];
  return (
    <>
      <span className="file-name">{file.name}</span>{' '}
      <span className="muted">
        {sizeText(file.size)}
        {kind !== undefined && ` · ${kind}`}
      </span>{' '}
      {phase === 'failed' ? (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      ) : phase === 'ready' ? (
        <span role="status">{fileWords.ready[lang]}</span>
      ) : (
        <>
          <progress value={done} aria-label={`${fileWords[phase][lang]} ${file.name}`} />{' '}
          <span className="muted">
            {fileWords[phase][lang]} {Math.floor(done * 100)} %
          </span>
        </>
      )}
    </>
  );
}
