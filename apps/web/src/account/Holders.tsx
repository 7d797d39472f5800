import { type ReactNode, useState } from 'react';
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
            {person === session.person ? (
              <>
                <strong>{name}</strong> <Button name={name} label={accountWords.leave[lang]} onPress={() => leave(person)} />
              </>
            ) : (
              <Care person={person} name={name} resets={session.methods.password}>
                <Button name={name} label={accountWords.withdraw[lang]} onPress={() => leave(person)} />
              </Care>
            )}
          </li>
        ))}
      </ul>
      {told !== undefined && <Told>{told}</Told>}
    </section>
  );
}

/** Names the person too, for who only hears the button. */
function Button({ name, label, onPress }: { readonly name: string; readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="small" onClick={onPress}>
      {label}
      <span className="visually-hidden"> {name}</span>
    </button>
  );
}

interface CareProps {
  readonly person: string;
  readonly name: string;
  readonly resets: boolean;
  /** What else there is to press. */
  readonly children: ReactNode;
}

type Came = { readonly of: 'link'; readonly link: string } | { readonly of: 'ended' } | { readonly of: 'refused'; readonly detail: string };

/** What a signer does for a person of the house: a way back to a forgotten password, an end to sessions. */
function Care({ person, name, resets, children }: CareProps) {
  const lang = useViewOf('lang');
  const [came, setCame] = useState<Came>();
  const path = `/api/persons/${encodeURIComponent(person)}`;
  const give = async () => {
    const sent = await send<{ link: string }>('POST', `${path}/password-reset`, lang);
    setCame(sent.ok ? { of: 'link', link: sent.value.link } : { of: 'refused', detail: sent.detail });
  };
  const end = async () => {
    const sent = await send('DELETE', `${path}/sessions`, lang);
    setCame(sent.ok ? { of: 'ended' } : { of: 'refused', detail: sent.detail });
  };
  return (
    <>
      <strong>{name}</strong> {resets && <Button name={name} label={accountWords.resetGive[lang]} onPress={give} />}{' '}
      <Button name={name} label={accountWords.endTheirs[lang]} onPress={end} /> {children}
      {came?.of === 'link' && (
        <>
          <p role="status">{accountWords.resetLink[lang]}</p>
          <pre className="checkpoint">{came.link}</pre>
        </>
      )}
      {came?.of === 'ended' && <p role="status">{accountWords.endedTheirs[lang]}</p>}
      {came?.of === 'refused' && <Told>{came.detail}</Told>}
    </>
  );
}
