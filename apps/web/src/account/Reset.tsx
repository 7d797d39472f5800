import { type FormEvent, useState } from 'react';
import { useViewOf } from '../view/store.ts';
import { Line, Told } from './Fields.tsx';
import { send } from './send.ts';
import { accountWords } from './words.ts';

/** The token of a link to reset a password, behind the sign of the address. */
export function resetInAddress(): string | undefined {
  return new URLSearchParams(location.hash.slice(1)).get('reset') ?? undefined;
}

/** Sets a new password by a link. Signing in comes after it, with the second factor as ever. */
export function Reset({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const lang = useViewOf('lang');
  const [password, setPassword] = useState('');
  const [told, setTold] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send('POST', '/api/accounts/password/reset', lang, { token, password });
    if (!sent.ok) return setTold(sent.detail);
    history.replaceState(null, '', location.pathname + location.search);
    onDone();
  };
  return (
    <form className="command" onSubmit={submit}>
      <h2>{accountWords.reset[lang]}</h2>
      <p>{accountWords.resetText[lang]}</p>
      <Line label={accountWords.newPassword[lang]} type="password" autoComplete="new-password" value={password} onType={setPassword} />
      {told !== undefined && <Told>{told}</Told>}
      <p>
        <button type="submit" className="main">
          {accountWords.resetSet[lang]}
        </button>
      </p>
    </form>
  );
}
