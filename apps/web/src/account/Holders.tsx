import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';
import { Told } from './Fields.tsx';
import { type OfficeHeld, type SessionState, send } from './send.ts';
import { accountWords } from './words.ts';

interface Holder {
  readonly person: string;
  readonly name: string;
}

/** Who holds the office. A person leaves, or is withdrawn by whoever may; the office and its keys stay. */
export function Holders({
  office,
  session,
  onLeft,
}: {
  readonly office: OfficeHeld;
  readonly session: SessionState;
  readonly onLeft: () => void;
}) {
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const [told, setTold] = useState<string>();
  const holders = useAsync(`holders ${office.office} ${generation}`, async (): Promise<readonly Holder[]> => {
    const actor = encodeURIComponent(office.actor);
    const [held, persons] = await Promise.all([
      send<{ offices: readonly { office: string; holders: readonly string[] }[] }>('GET', `/api/registry/offices?actor=${actor}`, lang),
      send<{ persons: readonly Holder[] }>('GET', `/api/persons?actor=${actor}`, lang),
    ]);
    const names = new Map(persons.ok ? persons.value.persons.map(({ person, name }) => [person, name]) : []);
    const own = held.ok ? held.value.offices.find((one) => one.office === office.office) : undefined;
    return (own?.holders ?? []).map((person) => ({ person, name: names.get(person) ?? person }));
  });
  const leave = async (person: string) => {
    const path = `/api/offices/${encodeURIComponent(office.office)}/holders/${encodeURIComponent(person)}`;
    const sent = await send('DELETE', path, lang);
    setTold(sent.ok ? undefined : sent.detail);
    if (sent.ok && person === session.person) return onLeft();
    setGeneration((n) => n + 1);
  };
  return (
    <section>
      <h2>{accountWords.holders[lang]}</h2>
      <p>{accountWords.holdersText[lang]}</p>
      <ul className="offices">
        {(holders.state === 'ready' ? holders.value : []).map(({ person, name }) => (
          <li key={person}>
            <strong>{name}</strong> {person !== session.person && <Care person={person} name={name} resets={session.methods.password} />}
            <button type="button" className="small" onClick={() => leave(person)}>
              {person === session.person ? accountWords.leave[lang] : accountWords.withdraw[lang]}
              <span className="visually-hidden"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      {told !== undefined && <Told>{told}</Told>}
    </section>
  );
}

/** What a signer does for a person of the house: a way back to a forgotten password, an end to sessions. */
function Care({ person, name, resets }: { readonly person: string; readonly name: string; readonly resets: boolean }) {
  const lang = useViewOf('lang');
  const [link, setLink] = useState<string>();
  const [told, setTold] = useState<string>();
  const path = `/api/persons/${encodeURIComponent(person)}`;
  const give = async () => {
    const sent = await send<{ link: string }>('POST', `${path}/password-reset`, lang);
    setLink(sent.ok ? sent.value.link : undefined);
    setTold(sent.ok ? undefined : sent.detail);
  };
  const end = async () => {
    const sent = await send('DELETE', `${path}/sessions`, lang);
    setTold(sent.ok ? undefined : sent.detail);
  };
  const hidden = <span className="visually-hidden"> {name}</span>;
  return (
    <>
      {resets && (
        <button type="button" className="small" onClick={give}>
          {accountWords.resetGive[lang]}
          {hidden}
        </button>
      )}{' '}
      <button type="button" className="small" onClick={end}>
        {accountWords.endTheirs[lang]}
        {hidden}
      </button>{' '}
      {link !== undefined && (
        <>
          <p>{accountWords.resetLink[lang]}</p>
          <pre className="checkpoint">{link}</pre>
        </>
      )}
      {told !== undefined && <Told>{told}</Told>}
    </>
  );
}
