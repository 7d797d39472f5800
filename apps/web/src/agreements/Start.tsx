import { furnitureOf } from '@gongze/clauses/text/furniture';
import type { Language } from '@gongze/domain/vocabulary/text';
import { useState } from 'react';
import { dateText } from './dateText.ts';
import { type Draft, dropDraft, keepDraft, newDraft, readDraft } from './draftStore.ts';
import { partsOf } from './parts.ts';
import { samples } from './samples.ts';
import { FileInput, PasteInput } from './TextInput.tsx';
import { useDraftList } from './useDraft.ts';
import { words } from './words.ts';

interface StartProps {
  readonly lang: Language;
  readonly onOpen: (draft: Draft) => void;
}

/** The first line says what the text is, if it is short enough to be a title, and not who the first party is. */
export function titleOf(text: string): string {
  const line =
    text
      .slice(0, 400)
      .trimStart()
      .split('\n')[0]
      ?.replace(/^#+\s*/, '')
      .trim() ?? '';
  return line.length <= 80 && furnitureOf(line) !== 'party' ? line : '';
}

/** The first line of a file, if it reads like a title: no sentence, and no mere number of a document or page. */
function ownTitle(text: string): string {
  const line = titleOf(text);
  return line.length >= 4 &&
    line.length <= 60 &&
    !/[。；;.：:!?！？]$|^[0-9\s/-]+$|号$/.test(line) &&
    !/^(?:Article|第[一二三四五六七八九十0-9]+[章条])/.test(line)
    ? line
    : '';
}

/** What to do first, and what was left here earlier. */
export function Start({ lang, onOpen }: StartProps) {
  const [changes, setChanges] = useState(0);
  const [dropped, setDropped] = useState<Draft>();
  const heads = useDraftList(changes);
  const begin = (text: string, name: string): void => onOpen(newDraft(partsOf(text), ownTitle(text) || name || titleOf(text)));
  const sample = (language: Language): void => onOpen(newDraft([samples[language].text], samples[language].title));
  const drop = async (id: string): Promise<void> => {
    setDropped(await readDraft(id));
    await dropDraft(id);
    setChanges((count) => count + 1);
  };
  const bringBack = async (): Promise<void> => {
    if (dropped !== undefined) await keepDraft(dropped);
    setDropped(undefined);
    setChanges((count) => count + 1);
  };
  return (
    <div className="start">
      <p className="lead">{words.lead[lang]}</p>
      <h2>{words.first[lang]}</h2>
      <PasteInput label={words.pasteHere[lang]} action={words.begin[lang]} onText={begin} />
      <FileInput lang={lang} onText={begin} />
      <p>
        {words.samples[lang]}{' '}
        <button type="button" onClick={() => sample('zh')}>
          {words.sampleZh[lang]}
        </button>{' '}
        <button type="button" onClick={() => sample('en')}>
          {words.sampleEn[lang]}
        </button>
      </p>
      {(heads.length > 0 || dropped !== undefined) && <h2>{words.drafts[lang]}</h2>}
      {dropped !== undefined && (
        <p role="status" className="notice">
          {words.deleted[lang]}{' '}
          <button type="button" className="small" onClick={() => void bringBack()}>
            {words.undo[lang]}
          </button>
        </p>
      )}
      <ul className="draft-list">
        {heads.map(({ id, title, characters, changed }) => (
          <li key={id}>
            <button type="button" className="quiet" onClick={() => void readDraft(id).then((draft) => draft && onOpen(draft))}>
              {title || words.untitled[lang]}
            </button>{' '}
            <span className="muted">
              {dateText(changed, lang)} · {characters.toLocaleString('en')} {words.characters[lang]}
            </span>{' '}
            <button type="button" className="small" onClick={() => void drop(id)}>
              {words.delete[lang]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
