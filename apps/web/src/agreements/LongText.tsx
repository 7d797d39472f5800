import type { Language } from '@gongze/domain/vocabulary/text';
import type { Tallies } from './useTallies.ts';
import { words } from './words.ts';

interface LongTextProps {
  readonly parts: number;
  readonly part: number;
  readonly tallies: Tallies;
  readonly lang: Language;
  readonly onPart: (part: number) => void;
}

/** A long text: which part is open, and how far the others have been read. */
export function LongText({ parts, part, tallies, lang, onPart }: LongTextProps) {
  const { known, total, state, stop, resume } = tallies;
  return (
    <section className="long-text">
      <p>
        <button type="button" className="small" disabled={part === 0} onClick={() => onPart(part - 1)}>
          ◀
        </button>{' '}
        <label>
          {words.part[lang]}{' '}
          <select value={part} onChange={(event) => onPart(Number(event.currentTarget.value))}>
            {Array.from({ length: parts }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its number
              <option key={index} value={index}>
                {index + 1}
              </option>
            ))}
          </select>{' '}
          {words.partOf[lang]} {parts} {words.partEnd[lang]}
        </label>{' '}
        <button type="button" className="small" disabled={part === parts - 1} onClick={() => onPart(part + 1)}>
          ▶
        </button>
      </p>
      {state === 'running' && (
        <p className="long-progress">
          <label>
            {words.reading[lang]} <progress max={total} value={known.length} /> {known.length + 1} / {total + 1}
          </label>{' '}
          <button type="button" className="small" onClick={stop}>
            {words.stop[lang]}
          </button>
        </p>
      )}
      {state === 'stopped' && (
        <p>
          {words.stopped[lang]}{' '}
          <button type="button" className="small" onClick={resume}>
            {words.resume[lang]}
          </button>
        </p>
      )}
      <p className="note">{words.longText[lang]}</p>
    </section>
  );
}
