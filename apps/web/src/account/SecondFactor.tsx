import { type FormEvent, useState } from 'react';
import { useViewOf } from '../view/store.ts';
import { Line, Told } from './Fields.tsx';
import { send } from './send.ts';
import { accountWords } from './words.ts';

/** Sets up a second factor: the secret and the recovery codes are each shown once. */
export function SecondFactor({ missing, onDone }: { readonly missing: boolean; readonly onDone: () => void }) {
  const lang = useViewOf('lang');
  const [setup, setSetup] = useState<{ secret: string; uri: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [code, setCode] = useState('');
  const [told, setTold] = useState<string>();
  const begin = async () => {
    const sent = await send<{ secret: string; uri: string }>('POST', '/api/accounts/second-factor', lang, {});
    if (sent.ok) setSetup(sent.value);
    else setTold(sent.detail);
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send<{ recoveryCodes: readonly string[] }>('POST', '/api/accounts/second-factor/confirm', lang, { code });
    if (!sent.ok) return setTold(sent.detail);
    setCodes(sent.value.recoveryCodes);
    setSetup(undefined);
    setTold(undefined);
  };
  if (codes !== undefined) {
    return (
      <section>
        <h2>{accountWords.factor[lang]}</h2>
        <p>{accountWords.recoveryCodes[lang]}</p>
        <pre className="checkpoint">{codes.join('\n')}</pre>
        <button type="button" className="main" onClick={onDone}>
          {accountWords.confirm[lang]}
        </button>
      </section>
    );
  }
  return (
    <section>
      <h2>{accountWords.factor[lang]}</h2>
      {missing && <p className="note">{accountWords.factorMissing[lang]}</p>}
      {setup === undefined ? (
        <button type="button" onClick={begin}>
          {accountWords.factorBegin[lang]}
        </button>
      ) : (
        <form className="command" onSubmit={confirm}>
          <p>{accountWords.factorSecret[lang]}</p>
          <pre className="checkpoint" data-secret={setup.secret}>
            {setup.secret}
          </pre>
          <Line label={accountWords.code[lang]} autoComplete="one-time-code" value={code} onType={setCode} />
          <p>
            <button type="submit" className="main">
              {accountWords.confirm[lang]}
            </button>
          </p>
        </form>
      )}
      {told !== undefined && <Told>{told}</Told>}
    </section>
  );
}
