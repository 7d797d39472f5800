import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';
import { Told } from './Fields.tsx';
import { useOfficeNames } from './officeNames.ts';
import { type SessionState, send } from './send.ts';
import { accountWords, methodWords } from './words.ts';

interface Shown {
  readonly id: string;
  readonly current: boolean;
  readonly office?: string;
  readonly method: string;
  readonly authenticatedAt: string;
  readonly seenAt: string;
}

/** Where one is signed in. Each session can be ended by itself; what asks for a recent sign-in says so, and here is the way to it. */
export function Sessions({ session }: { readonly session: SessionState }) {
  const lang = useViewOf('lang');
  const officeName = useOfficeNames();
  const [generation, setGeneration] = useState(0);
  const [told, setTold] = useState<string>();
  const sessions = useAsync(`sessions ${generation}`, async () => {
    const sent = await send<{ sessions: readonly Shown[] }>('GET', '/api/session/all', lang);
    return sent.ok ? sent.value.sessions : [];
  });
  const end = async (id: string) => {
    const sent = await send('DELETE', `/api/session/all/${id}`, lang);
    setTold(sent.ok ? undefined : sent.detail);
    setGeneration((n) => n + 1);
  };
  const instant = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section>
      <h2>{accountWords.sessions[lang]}</h2>
      <ul className="offices">
        {(sessions.state === 'ready' ? sessions.value : []).map(({ id, current, office, method, authenticatedAt, seenAt }) => (
          <li key={id}>
            <strong>{methodWords[method]?.[lang] ?? method}</strong>
            {office !== undefined && ` · ${officeName(office, lang)}`} · {accountWords.since[lang]}{' '}
            {instant.format(new Date(authenticatedAt))} · {accountWords.lastSeen[lang]} {instant.format(new Date(seenAt))}
            {current ? (
              <> · {accountWords.thisSession[lang]}</>
            ) : (
              <>
                {' '}
                <button type="button" className="small" onClick={() => end(id)}>
                  {accountWords.endSession[lang]}
                  <span className="visually-hidden"> {instant.format(new Date(seenAt))}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {told !== undefined && <Told>{told}</Told>}
      {session.methods.singleSignOn && (
        <p>
          <a href={`/api/session/oidc?fresh=true&returnTo=${encodeURIComponent('/account')}`}>{accountWords.signInAgain[lang]}</a>
        </p>
      )}
    </section>
  );
}
