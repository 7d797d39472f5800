import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../account/send.ts';
import { useAsync } from '../engine/useAsync.ts';
import { PageLink } from '../parts/PageLink.tsx';
import { ReadFault } from '../parts/ReadFault.tsx';
import { formatInstant } from '../text/dates.ts';
import { formatAddress } from '../view/address.ts';
import { useView, useViewOf } from '../view/store.ts';
import { type Notice, type NoticePage, placeOf, readNotices } from './load.ts';
import { tellMarked } from './unread.ts';
import { kindWords, unreadText, words } from './words.ts';

/** Newest first; what is opened counts as read. */
export function NoticeList({ whose }: { readonly whose: string }) {
  const { t } = useTranslation();
  const lang = useViewOf('lang');
  const [generation, setGeneration] = useState(0);
  const [older, setOlder] = useState<readonly NoticePage[]>([]);
  const first = useAsync(`notices ${whose} ${generation}`, () => readNotices(whose, undefined, lang));
  const mark = async (body: { readonly upTo: string } | { readonly ids: readonly string[] }): Promise<void> => {
    await send('POST', `/api/notifications/read?${whose}`, lang, body);
    tellMarked();
    setOlder([]);
    setGeneration((n) => n + 1);
  };
  if (first.state === 'loading') return <p>{t('loading')}</p>;
  if (first.state === 'failed') return <ReadFault of={first} />;
  const pages = [first.value, ...older];
  const items = pages.flatMap((page) => page.items);
  const { unread } = first.value;
  const newest = items[0];
  const { next } = pages.at(-1) ?? first.value;
  if (newest === undefined)
    return (
      <>
        <p className="lead">{words.empty[lang]}</p>
        <p className="muted">{words.emptyText[lang]}</p>
      </>
    );
  return (
    <section>
      <p className="notices-count" role="status">
        {unreadText(unread)[lang]}{' '}
        {unread > 0 && (
          <button type="button" className="small" onClick={() => mark({ upTo: newest.id })}>
            {words.markAll[lang]}
          </button>
        )}
      </p>
      <ul className="notices">
        {items.map((notice) => (
          <Row key={notice.id} notice={notice} mark={() => mark({ ids: [notice.id] })} />
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <button type="button" onClick={() => readNotices(whose, next, lang).then((page) => setOlder((before) => [...before, page]))}>
            {words.more[lang]}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ notice, mark }: { readonly notice: Notice; readonly mark: () => Promise<void> }) {
  const view = useView();
  const { lang } = view;
  const change = placeOf(notice);
  const { id, kind, title, text, caseTitle, at, read } = notice;
  return (
    <li className={read ? 'read' : 'unread'} data-notice={id}>
      <span className={`notice-kind ${kind}`}>{kindWords[kind][lang]}</span>
      <div>
        {/* The press on the link bubbles to here: it is marked as the page changes. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Enter on the link is a click too */}
        <span onClick={() => (read ? undefined : void mark())}>
          <PageLink href={formatAddress({ ...view, ...change })} change={change}>
            {title[lang]}
          </PageLink>
        </span>
        <p>{text[lang]}</p>
        <p className="muted">
          {caseTitle[lang]} · {words.told[lang]} {formatInstant(at, lang)}
        </p>
      </div>
      {read ? (
        <span className="muted">{words.read[lang]}</span>
      ) : (
        <button type="button" className="small" aria-label={`${words.mark[lang]} ${title[lang]}`} onClick={mark}>
          {words.mark[lang]}
        </button>
      )}
    </li>
  );
}
