import { SitePage } from '../parts/SitePage.tsx';
import { ForViewer } from '../today/ForViewer.tsx';
import { useViewOf } from '../view/store.ts';
import { CalendarBox } from './CalendarBox.tsx';
import { MailBox } from './MailBox.tsx';
import { NoticeList } from './NoticeList.tsx';
import { tellMarked } from './unread.ts';
import { words } from './words.ts';
import './notices.css';

/** What the clock brought to one's notice, and how else one wants to be told. */
export default function NoticesPage() {
  const lang = useViewOf('lang');
  return (
    <SitePage title={words.title[lang]} className="page-narrow notices-page">
      <ForViewer nobody={() => words.nobody} onChosen={tellMarked}>
        {(actor, isLocal) => {
          if (!isLocal) return <Parts whose="" />;
          if (actor === undefined) return <p className="lead">{words.noSides[lang]}</p>;
          return <Parts key={actor} whose={`actor=${encodeURIComponent(actor)}`} actor={actor} />;
        }}
      </ForViewer>
    </SitePage>
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
