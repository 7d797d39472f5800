import { useViewOf } from '../view/store.ts';
import { words } from './words.ts';

export type PolicyOrigin = 'yours' | 'proposed' | 'none';

interface PolicyBoxProps {
  readonly text: string;
  readonly origin: PolicyOrigin;
  readonly edited: boolean;
  readonly onChange: (text: string) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
}

const notes = { yours: words.yours, proposed: words.proposed, none: words.noPolicy } as const;

/** Whom the reader trusts: theirs if they keep one, else what the log proposes, which is said. */
export function PolicyBox({ text, origin, edited, onChange, onKeep, onDrop }: PolicyBoxProps) {
  const lang = useViewOf('lang');
  return (
    <section aria-labelledby="verify-trust">
      <h2 id="verify-trust">{words.trust[lang]}</h2>
      <p>{words.trustText[lang]}</p>
      <label htmlFor="verify-policy">{words.policy[lang]}</label>
      <textarea
        id="verify-policy"
        className="verify-policy"
        rows={5}
        spellCheck={false}
        value={text}
        aria-describedby="verify-policy-note"
        onChange={({ target }) => onChange(target.value)}
      />
      <p id="verify-policy-note" className="note">
        {edited ? words.edited[lang] : notes[origin][lang]}
      </p>
      <p className="verify-actions">
        <button type="button" onClick={onKeep} disabled={text.trim() === '' || (origin === 'yours' && !edited)}>
          {words.keepPolicy[lang]}
        </button>
        {origin === 'yours' && (
          <button type="button" onClick={onDrop}>
            {words.dropPolicy[lang]}
          </button>
        )}
      </p>
    </section>
  );
}
