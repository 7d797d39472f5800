import { useState } from 'react';
import { useAsync } from '../engine/useAsync.ts';
import { useViewOf } from '../view/store.ts';
import { Told } from './SignIn.tsx';
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
            <strong>{name}</strong>{' '}
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
