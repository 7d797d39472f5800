import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsync } from '../engine/useAsync.ts';
import { ReadFault } from '../parts/ReadFault.tsx';
import { SitePage } from '../parts/SitePage.tsx';
import { formatDate } from '../text/dates.ts';
import { useViewOf } from '../view/store.ts';
import { today } from '../view/today.ts';
import { ForViewer } from './ForViewer.tsx';
import { type Inbox, readInbox } from './load.ts';
import { RollupTable } from './RollupTable.tsx';
import { TodayList } from './TodayList.tsx';
import { words } from './words.ts';
import './today.css';

/** Over all cases: what one owes, what waits, because of whom; and how the duties stand, by whose they are. */
export default function TodayPage() {
  const lang = useViewOf('lang');
  return (
    <SitePage title={words.title[lang]} aside={<span className="muted">{formatDate(today(), lang)}</span>} className="page-narrow today">
      <ForViewer nobody={(isSignedIn) => (isSignedIn ? words.noActor : words.signIn)}>
        {(actor, isLocal) => (
          <>
            {actor !== undefined && <Own key={actor} actor={actor} local={isLocal} />}
            <RollupTable />
          </>
        )}
      </ForViewer>
    </SitePage>
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
  if (inbox.state === 'loading' && shown.current === undefined) return <p className="loading">{t('loading')}</p>;
  if (inbox.state === 'failed') return <ReadFault of={inbox} />;
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
