import { type FormEvent, useEffect, useState } from 'react';
import { useViewOf } from '../view/store.ts';
import { Line, Told } from './Fields.tsx';
import { type SessionState, send } from './send.ts';
import { accountWords, refusedSignOnWords } from './words.ts';

interface SignInProps {
  readonly session: SessionState;
  readonly onDone: () => void;
}

/** The token of an invitation stands behind the sign of the address, so that no server on the way sees it. */
function invitationInAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('invitation') ?? undefined;
}

/** Why the single sign-on led nobody in: it comes back to this page with the reason. */
function refusedInAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('refused') ?? undefined;
}

/** Single sign-on first; a local account with its second factor where the site has them; an invitation where one was handed over. */
export function SignIn({ session, onDone }: SignInProps) {
  const lang = useViewOf('lang');
  const [invitation] = useState(invitationInAddress);
  const [refused] = useState(refusedInAddress);
  const sso = `/api/session/oidc?returnTo=${encodeURIComponent('/account')}${invitation === undefined ? '' : `&invitation=${invitation}`}`;
  return (
    <>
      {refused !== undefined && <Told>{(refusedSignOnWords[refused] ?? refusedSignOnWords.signOnFailed)?.[lang]}</Told>}
      {session.methods.singleSignOn && (
        <p>
          <a className="button main" href={sso}>
            {accountWords.sso[lang]}
          </a>
        </p>
      )}
      {invitation !== undefined ? (
        <Accept token={invitation} onDone={onDone} />
      ) : (
        session.methods.password && <ByPassword onDone={onDone} />
      )}
      {invitation === undefined && <p className="muted">{accountWords.noAccount[lang]}</p>}
    </>
  );
}

function ByPassword({ onDone }: { readonly onDone: () => void }) {
  const lang = useViewOf('lang');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [recoveryCode, setRecovery] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [told, setTold] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send('POST', '/api/session', lang, {
      email,
      password,
      ...(code && { code }),
      ...(recoveryCode && { recoveryCode }),
    });
    if (sent.ok) return onDone();
    setTold(sent.detail);
    if (sent.status === 401) setAsksCode(true);
  };
  return (
    <form className="command" onSubmit={submit}>
      <Line label={accountWords.email[lang]} type="email" autoComplete="username" value={email} onType={setEmail} />
      <Line label={accountWords.password[lang]} type="password" autoComplete="current-password" value={password} onType={setPassword} />
      {asksCode && (
        <>
          <Line label={accountWords.code[lang]} autoComplete="one-time-code" value={code} onType={setCode} />
          <Line label={accountWords.recovery[lang]} autoComplete="off" value={recoveryCode} onType={setRecovery} />
        </>
      )}
      {told !== undefined && <Told>{told}</Told>}
      <p>
        <button type="submit" className="main">
          {accountWords.signIn[lang]}
        </button>
      </p>
    </form>
  );
}

function Accept({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const lang = useViewOf('lang');
  const [offer, setOffer] = useState<{ office: string; email: string; password: boolean }>();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [told, setTold] = useState<string>();
  useEffect(() => {
    send<{ office: string; email: string; password: boolean }>('POST', '/api/invitations/look', lang, { token }).then((sent) =>
      sent.ok ? setOffer(sent.value) : setTold(sent.detail),
    );
  }, [token, lang]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send('POST', '/api/invitations/accept', lang, { token, name, password });
    if (!sent.ok) return setTold(sent.detail);
    history.replaceState(null, '', location.pathname + location.search);
    onDone();
  };
  return (
    <form className="command" onSubmit={submit}>
      {offer !== undefined && (
        <p>
          {accountWords.invitedTo[lang]} <strong>{offer.office}</strong> · {offer.email}
        </p>
      )}
      {offer?.password && (
        <>
          <Line label={accountWords.name[lang]} autoComplete="name" value={name} onType={setName} />
          <Line label={accountWords.newPassword[lang]} type="password" autoComplete="new-password" value={password} onType={setPassword} />
        </>
      )}
      {told !== undefined && <Told>{told}</Told>}
      {offer?.password && (
        <p>
          <button type="submit" className="main">
            {accountWords.accept[lang]}
          </button>
        </p>
      )}
    </form>
  );
}
