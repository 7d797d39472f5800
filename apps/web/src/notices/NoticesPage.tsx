import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { SiteHead } from '../parts/SiteHead.tsx';
import { readViewer, type Viewer } from '../today/load.ts';
import { formatAddress } from '../view/address.ts';
import { useView, useViewOf } from '../view/store.ts';
import { chosenActor, keepActor } from '../work/chosenActor.ts';
import { CalendarBox } from './CalendarBox.tsx';
import { MailBox } from './MailBox.tsx';
import { NoticeList } from './NoticeList.tsx';
import { tellMarked } from './unread.ts';
import { words } from './words.ts';
import './notices.css';

/** What the clock brought to one's notice, and how else one wants to be told. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const viewer = useAsync(`viewer ${lang}`, () => readViewer(lang));
  useEffect(() => {
    document.title = `${words.title[lang]} · ${t('product')}`;
  }, [t, lang]);
  return (
    <>
      <SiteHead />
      <main id="main" className="page-narrow notices-page">
        <h1>{words.title[lang]}</h1>
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
  if (session.mode !== 'local') {
    if (session.person !== undefined && session.office !== undefined) return <Parts whose="" />;
    const toAccount = { page: 'account', caseId: undefined } as const;
    return (
      <>
        <p className="lead">{words.nobody[lang]}</p>
        <p>
          <PageLink className="button" href={formatAddress({ ...view, ...toAccount })} change={toAccount}>
            {words.toAccount[lang]}
          </PageLink>
        </p>
      </>
    );
  }
  const own = sides.find(({ actor }) => actor === chosen)?.actor ?? sides[0]?.actor;
  if (own === undefined) return <p className="lead">{words.noSides[lang]}</p>;
  return (
    <>
      <p className="act-as">
        <label htmlFor="notices-of">{words.forWhom[lang]}</label>{' '}
        <select
          id="notices-of"
          value={own}
          onChange={(event) => {
            keepActor(event.currentTarget.value);
            setChosen(event.currentTarget.value);
            tellMarked();
          }}
        >
          {sides.map(({ actor, name }) => (
            <option key={actor} value={actor}>
              {name[lang]}
            </option>
          ))}
        </select>
      </p>
      <Parts key={own} whose={`actor=${encodeURIComponent(own)}`} actor={own} />
    </>
  );
}

function Parts({ whose, actor }: { readonly whose: string; readonly actor?: string }) {
  const lang = useViewOf('lang');
  return (
    <>
      <NoticeList whose={whose} />
      <MailBox local={actor !== undefined} />
      <section>
        <h2>{words.robotsTitle[lang]}</h2>
        <p className="muted">{words.robotsText[lang]}</p>
      </section>
      <CalendarBox actor={actor} />
    </>
  );
}
