import { useEffect, useId, useRef, useState } from 'react';
import { useViewOf } from '../view/store.ts';
import { Told } from './Fields.tsx';
import { send } from './send.ts';
import { accountWords, revokeReasonWords } from './words.ts';

interface RevokeKeyProps {
  readonly keyId: string;
  /** Whose key it is, where that is not one's own. */
  readonly of?: string;
  /** No other key of the body stands: after this one nobody of it can sign what binds. */
  readonly isLast: boolean;
  readonly onDone: () => void;
  readonly onDrop: () => void;
}

/** Ends a key that was lost, or that somebody else may have. It needs no signature: whoever lost the key has none. */
export function RevokeKey({ keyId, of, isLast, onDone, onDrop }: RevokeKeyProps) {
  const lang = useViewOf('lang');
  const id = useId();
  const [reason, setReason] = useState('lost');
  const [told, setTold] = useState<string>();
  const first = useRef<HTMLSelectElement>(null);
  // Below a long table it would open out of sight.
  useEffect(() => first.current?.focus(), []);
  const revoke = async () => {
    const sent = await send('POST', '/api/keys/revoke', lang, { key: keyId, reason, idempotencyKey: crypto.randomUUID() });
    if (sent.ok) return onDone();
    setTold(sent.detail);
  };
  return (
    <section className="command" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {accountWords.keyRevokeTitle[lang]} {of !== undefined && `· ${of} · `}
        <code>{keyId}</code>
      </h3>
      <p>{accountWords[of === undefined ? 'keyRevokeText' : 'otherRevokeText'][lang]}</p>
      {isLast && <p className="field-fault">{accountWords[of === undefined ? 'keyRevokeLast' : 'otherRevokeLast'][lang]}</p>}
      <div className="field">
        <label htmlFor={id}>{accountWords.keyRevokeWhy[lang]}</label>
        <select ref={first} id={id} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)}>
          {Object.entries(revokeReasonWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words[lang]}
            </option>
          ))}
        </select>
      </div>
      {told !== undefined && <Told>{told}</Told>}
      <p>
        <button type="button" className="main" onClick={revoke}>
          {accountWords.keyRevokeDo[lang]}
        </button>{' '}
        <button type="button" onClick={onDrop}>
          {accountWords.keyRevokeKeep[lang]}
        </button>
      </p>
    </section>
  );
}
