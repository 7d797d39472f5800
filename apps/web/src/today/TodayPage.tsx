import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfficeNames } from '../account/officeNames.ts';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { SiteHead } from '../parts/SiteHead.tsx';
import { formatDate } from '../text/dates.ts';
import { formatAddress } from '../view/address.ts';
import { useView, useViewOf } from '../view/store.ts';
import { today } from '../view/today.ts';
import { chosenActor, keepActor } from '../work/chosenActor.ts';
import { type Inbox, readInbox, readViewer, type Viewer } from './load.ts';
import { RollupTable } from './RollupTable.tsx';
import { TodayList } from './TodayList.tsx';
import { words } from './words.ts';
import './today.css';

/** Over all cases: what one owes, what waits, because of whom; and how the duties stand, by whose they are. */
export default function TodayPage() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const viewer = useAsync(`viewer ${lang}`, () => readViewer(lang));
  useEffect(() => {
    document.title = `${words.title[lang]} · ${t('product')}`;
  }, [t, lang]);
  return (
    <>
      <SiteHead />
      <main id="main" className="page-narrow today">
        <h1>
          {words.title[lang]} <span className="muted">{formatDate(today(), lang)}</span>
        </h1>
        {viewer.state === 'ready' ? (
          <Seen viewer={viewer.value} />
        ) : (
          <p>{viewer.state === 'loading' ? t('loading') : words.failed[lang]}</p>
        )}
      </main>
    </>
  );
}

function Seen({ viewer: { session, sides } }: { readonly viewer: Viewer }) {
  const view = useView();
  const { lang } = view;
  const [chosen, setChosen] = useState(chosenActor);
  const nameOf = useOfficeNames();
  const toAccount = { page: 'account', caseId: undefined } as const;
  const missing =
    session.mode === 'local'
      ? undefined
      : session.person === undefined
        ? words.signIn
        : session.office === undefined
          ? words.noActor
          : undefined;
  if (missing !== undefined)
    return (
      <>
        <p className="lead">{missing[lang]}</p>
        <p>
          <PageLink className="button" href={formatAddress({ ...view, ...toAccount })} change={toAccount}>
            {words.toAccount[lang]}
          </PageLink>
        </p>
      </>
    );
  // Whoever acted in a case for somebody who owes nothing yet looks at that list, and not at the first of all.
  const offered = chosen === '' || sides.some(({ actor }) => actor === chosen) ? sides : [{ actor: chosen }, ...sides];
  const own = session.mode === 'local' ? (chosen === '' ? sides[0]?.actor : chosen) : session.office?.actor;
  return (
    <>
      {session.mode === 'local' && offered.length > 0 && (
        <p className="act-as">
          <label htmlFor="for-whom">{words.forWhom[lang]}</label>{' '}
          <select
            id="for-whom"
            value={own}
            onChange={(event) => {
              keepActor(event.currentTarget.value);
              setChosen(event.currentTarget.value);
            }}
          >
            {offered.map((side) => (
              <option key={side.actor} value={side.actor}>
                {'name' in side ? side.name[lang] : nameOf(side.actor, lang)}
              </option>
            ))}
          </select>
        </p>
      )}
      {own !== undefined && <Own key={own} actor={own} local={session.mode === 'local'} />}
      <RollupTable />
    </>
  );
}

/** While the list has not read the newest facts it is asked again, a few times: nobody is told to reload. */
const ROUND_MS = 1000;
const ROUNDS_MAX = 20;

function Own({ actor, local }: { readonly actor: string; readonly local: boolean }) {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const [round, setRound] = useState(0);
  const inbox = useAsync(`inbox ${actor} ${round}`, () => readInbox(local ? actor : undefined, undefined, lang));
  const shown = useRef<Inbox>(undefined);
  if (inbox.state === 'ready') shown.current = inbox.value;
  const isBehind = inbox.state === 'ready' && inbox.value.behind > 0 && round < ROUNDS_MAX;
  useEffect(() => {
    const timer = isBehind ? setTimeout(() => setRound((n) => n + 1), ROUND_MS) : undefined;
    return () => clearTimeout(timer);
  }, [isBehind]);
  if (inbox.state === 'loading' && shown.current === undefined) return <p>{t('loading')}</p>;
  if (inbox.state === 'failed')
    return <p className="field-fault">{inbox.error instanceof Error ? inbox.error.message : words.failed[lang]}</p>;
  const seen = shown.current as Inbox;
  return (
    <>
      {!local && <p className="lead">{seen.names[seen.actor]?.[lang] ?? seen.actor}</p>}
      <TodayList key={seen.behind} inbox={seen} />
      <Calendars inbox={seen} />
    </>
  );
}

/** The due dates of this side as calendar files, one a case. */
function Calendars({ inbox }: { readonly inbox: Inbox }) {
  const lang = useViewOf('lang');
  const cases = new Map(inbox.items.map((item) => [item.case, item.caseTitle]));
  if (cases.size === 0) return null;
  return (
    <section className="today-kind">
      <h2>{words.calendar[lang]}</h2>
      <p className="muted">{words.calendarText[lang]}</p>
      <ul className="calendars">
        {[...cases].map(([id, title]) => (
          <li key={id}>
            <a download href={`/api/cases/${encodeURIComponent(id)}/documents/ics?lang=${lang}&actor=${encodeURIComponent(inbox.actor)}`}>
              {title[lang]} (.ics)
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
