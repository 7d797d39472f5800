import { useState } from 'react';
import { send } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { ReadFault } from '../parts/ReadFault.tsx';
import { formatInstant } from '../text/dates.ts';
import { useViewOf } from '../view/store.ts';
import { type Calendar, readCalendars } from './load.ts';
import { words } from './words.ts';

/** The secret address under which a calendar program reads the due dates of a side. */
export function CalendarBox({ actor }: { readonly actor: string | undefined }) {
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const [address, setAddress] = useState<string>();
  const [told, setTold] = useState('');
  const calendars = useAsync(`calendars ${generation}`, () => readCalendars(lang));
  const own = calendars.state === 'ready' ? calendars.value.filter((one) => actor === undefined || one.actor === actor) : [];
  const again = () => setGeneration((n) => n + 1);
  const add = async (): Promise<boolean> => {
    const body = { language: lang, ...(actor !== undefined && { actor }) };
    const sent = await send<{ path: string }>('POST', '/api/calendars', lang, body);
    setTold(sent.ok ? words.onceText[lang] : sent.detail);
    if (sent.ok) setAddress(new URL(sent.value.path, location.href).href);
    again();
    return sent.ok;
  };
  const remove = async ({ id }: Calendar): Promise<void> => {
    const sent = await send('DELETE', `/api/calendars/${id}`, lang);
    if (!sent.ok) setTold(sent.detail);
    again();
  };
  // The new one is there before the old one ends.
  const renew = async (calendar: Calendar): Promise<void> => {
    if (await add()) await remove(calendar);
  };
  const revoke = async (calendar: Calendar): Promise<void> => {
    setAddress(undefined);
    setTold('');
    await remove(calendar);
  };
  return (
    <section>
      <h2>{words.calendarTitle[lang]}</h2>
      <p className="muted">{words.calendarText[lang]}</p>
      {address !== undefined && <Address address={address} onCopied={() => setTold(words.copied[lang])} />}
      <p role="status">{told}</p>
      {calendars.state === 'failed' && <ReadFault of={calendars} />}
      {calendars.state === 'ready' && own.length === 0 && <p className="muted">{words.none[lang]}</p>}
      <ul className="calendar-list">
        {own.map((calendar) => (
          <li key={calendar.id}>
            <span>
              {words.since[lang]} {formatInstant(calendar.createdAt, lang)} ·{' '}
              {calendar.readAt === undefined ? words.neverRead[lang] : `${words.lastRead[lang]} ${formatInstant(calendar.readAt, lang)}`}
            </span>
            <button type="button" className="small" onClick={() => renew(calendar)}>
              {words.renew[lang]}
            </button>
            <button type="button" className="small" onClick={() => revoke(calendar)}>
              {words.revoke[lang]}
            </button>
          </li>
        ))}
      </ul>
      {own.length === 0 && (
        <p>
          <button type="button" onClick={add}>
            {words.subscribe[lang]}
          </button>
        </p>
      )}
    </section>
  );
}

function Address({ address, onCopied }: { readonly address: string; readonly onCopied: () => void }) {
  const lang = useViewOf('lang');
  return (
    <p className="calendar-address">
      <label>
        {words.address[lang]} <input readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" onClick={() => navigator.clipboard.writeText(address).then(onCopied, () => undefined)}>
        {words.copy[lang]}
      </button>
    </p>
  );
}
