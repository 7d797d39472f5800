/** How many notices somebody has not read: shown in the head of every page, and told anew when one is marked. */
import type { Language } from '@gongze/domain/vocabulary/text';
import { useEffect, useState } from 'react';
import { readSession, send } from '../account/send.ts';
import { chosenActor } from '../work/chosenActor.ts';

const MARKED = 'gongze-notices';

/** The query that says whose notices are meant: in server mode the session does. `undefined` = nobody's. */
export async function whoseNotices(lang: Language): Promise<string | undefined> {
  const { mode, person, office } = await readSession(lang);
  if (mode !== 'local') return person !== undefined && office !== undefined ? '' : undefined;
  const actor = chosenActor();
  return actor === '' ? undefined : `actor=${encodeURIComponent(actor)}`;
}

export function tellMarked(): void {
  window.dispatchEvent(new Event(MARKED));
}

/** 0 while it is not known, and for whoever acts for nobody. */
export function useUnread(lang: Language): number {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let wanted = true;
    const ask = async (): Promise<void> => {
      const whose = await whoseNotices(lang);
      const sent = whose === undefined ? undefined : await send<{ unread: number }>('GET', `/api/notifications?limit=1&${whose}`, lang);
      if (wanted) setUnread(sent?.ok === true ? sent.value.unread : 0);
    };
    const again = () => void ask().catch(() => undefined);
    again();
    window.addEventListener(MARKED, again);
    return () => {
      wanted = false;
      window.removeEventListener(MARKED, again);
    };
  }, [lang]);
  return unread;
}
