import type { Language } from '@gongze/domain/vocabulary/text';
import { useEffect, useState } from 'react';
import { isTyping } from '../view/isTyping.ts';
import { changeView, useViewOf } from '../view/store.ts';
import { ItemRow, placeOf } from './ItemRow.tsx';
import { type Inbox, type InboxItem, type Light, readInbox } from './load.ts';
import { countText, lightWords, words } from './words.ts';

interface Group {
  readonly key: string;
  readonly head: string;
  readonly items: readonly InboxItem[];
}

const urgency: readonly (Light | null)[] = ['red', 'yellow', 'green', null, 'grey', 'blue'];

/** Duties by how pressing they are; what others hold up, by whom. */
function groupsOf(items: readonly InboxItem[], kind: InboxItem['kind'], nameOf: (id: string) => string, lang: Language): Group[] {
  const own = items.filter((item) => item.kind === kind);
  if (kind === 'waiting') return own.length === 0 ? [] : [{ key: 'waiting', head: '', items: own }];
  if (kind === 'owe')
    return urgency.flatMap((light) => {
      const found = own.filter((item) => item.light === light);
      return found.length === 0
        ? []
        : [{ key: `${light}`, head: light === null ? words.undated[lang] : lightWords[light][lang], items: found }];
    });
  const byWhom = Map.groupBy(own, ({ because }) => [...because].sort().join(' '));
  return [...byWhom].map(([key, found]) => ({
    key,
    head:
      key === ''
        ? words.unknownWhom[lang]
        : key
            .split(' ')
            .map(nameOf)
            .join(lang === 'zh' ? '、' : ', '),
    items: found,
  }));
}

/** `j` and `k` move the focus from item to item; Enter on the page opens the one that has it, as it does on the link. */
function useItemKeys(items: readonly InboxItem[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'j' && event.key !== 'k' && event.key !== 'Enter') return;
      const links = [...document.querySelectorAll<HTMLElement>('.today-title a')];
      const at = links.indexOf(document.activeElement as HTMLElement);
      if (event.key === 'Enter') {
        const first = items[0];
        if (event.target === document.body && at < 0 && first !== undefined) changeView(placeOf(first), true);
        return;
      }
      const next = links[Math.max(0, Math.min(links.length - 1, at + (event.key === 'j' ? 1 : -1)))];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [items]);
}

/** What the side owes, what waits for it, and because of whom it waits. */
export function TodayList({ inbox }: { readonly inbox: Inbox }) {
  const lang = useViewOf('lang');
  const [more, setMore] = useState<readonly Inbox[]>([]);
  const pages = [inbox, ...more];
  const items = pages.flatMap((page) => page.items);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Inbox['names'];
  const nameOf = (id: string): string => names[id]?.[lang] ?? id;
  const last = pages.at(-1) as Inbox;
  useItemKeys(items);
  const cases = new Set(items.map((item) => item.case)).size;
  if (items.length === 0 && inbox.behind > 0) return <p className="note">{words.behind[lang]}</p>;
  if (items.length === 0)
    return (
      <>
        <p className="lead">{words.empty[lang]}</p>
        <p className="muted">{words.emptyHint[lang]}</p>
      </>
    );
  return (
    <>
      {inbox.behind > 0 && <p className="note">{words.behind[lang]}</p>}
      {(['owe', 'waiting', 'held'] as const).map((kind) => {
        const groups = groupsOf(items, kind, nameOf, lang);
        if (groups.length === 0) return null;
        return (
          <section key={kind} className="today-kind" data-kind={kind}>
            <h2>
              {words[kind][lang]} <span className="muted">{countText(inbox.counts[kind])[lang]}</span>
            </h2>
            {groups.map(({ key, head, items: own }) => (
              <div key={key}>
                {head !== '' && (
                  <h3>
                    {head} <span className="muted">{countText(own.length)[lang]}</span>
                  </h3>
                )}
                <ul>
                  {own.map((item) => (
                    <ItemRow key={`${item.case} ${item.key}`} item={item} actorName={nameOf} showCase={cases > 1} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        );
      })}
      {last.next !== undefined && (
        <p>
          <button
            type="button"
            onClick={() => readInbox(last.actor, last.next, lang).then((page) => setMore((before) => [...before, page]))}
          >
            {words.more[lang]}
          </button>
        </p>
      )}
      <p className="muted today-keys">{words.keys[lang]}</p>
    </>
  );
}
