/** Who wants mail: persons who said so, with their address and the offices that they hold now. */
import type { Caller } from '@gongze/application/ports';
import type { Language } from '@gongze/domain/vocabulary/text';
import { ask } from '@gongze/ledger/store/connection';
import type pg from 'pg';
import type { Reader } from './tell.ts';

const text = `select s.person, s.language, p.email from ledger.notification_settings s join identity.persons p on p.person_id = s.person
  where s.mail = $1 and p.disabled_at is null order by s.person`;

/** Without accounts nobody has an address. */
export function readersIn(pool: pg.Pool, callersOf: (person: string) => Promise<readonly Caller[]> = async () => []) {
  return async (mail: 'each' | 'daily'): Promise<readonly Reader[]> => {
    const rows = await ask<{ person: string; language: Language; email: string }>(pool, text, [mail]);
    return await Promise.all(rows.map(async (row) => ({ ...row, callers: await callersOf(row.person) })));
  };
}
