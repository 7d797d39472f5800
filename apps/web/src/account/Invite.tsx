import { type FormEvent, useState } from 'react';
import { useViewOf } from '../view/store.ts';
import { Line, Told } from './Fields.tsx';
import { send } from './send.ts';
import { accountWords } from './words.ts';

/** Invites somebody into an office. The link is shown once, to whoever hands it over. */
export function Invite() {
  const lang = useViewOf('lang');
  const [office, setOffice] = useState('');
  const [email, setEmail] = useState('');
  const [link, setLink] = useState<string>();
  const [told, setTold] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send<{ link: string }>('POST', '/api/invitations', lang, { office, email });
    setLink(sent.ok ? sent.value.link : undefined);
    setTold(sent.ok ? undefined : sent.detail);
  };
  return (
    <section>
      <h2>{accountWords.invite[lang]}</h2>
      <form className="command" onSubmit={submit}>
        <Line label={accountWords.officeId[lang]} autoComplete="off" value={office} onType={setOffice} />
        <Line label={accountWords.email[lang]} type="email" autoComplete="off" value={email} onType={setEmail} />
        <p>
          <button type="submit">{accountWords.invite[lang]}</button>
        </p>
      </form>
      {link !== undefined && (
        <>
          <p>{accountWords.inviteLink[lang]}</p>
          <pre className="checkpoint">{link}</pre>
        </>
      )}
      {told !== undefined && <Told>{told}</Told>}
    </section>
  );
}
