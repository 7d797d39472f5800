/** Who wants mail at an instant: persons who said so, with their address and the offices that they hold now. */
import type { Caller } from '@gongze/application/ports';
import type { Language } from '@gongze/domain/vocabulary/text';
import { ask } from '@gongze/ledger/store/connection';
import type pg from 'pg';
import type { Reader } from './tell.ts';

const local = `($1::timestamptz at time zone 'Asia/Shanghai')`;
const hour = `extract(hour from ${local})`;
/** Not in the hours in which the person wants to hear nothing. Without such hours both are null, and nothing is quiet. */
const awake = `not coalesce(case when s.quiet_from <= s.quiet_until then ${hour} >= s.quiet_from and ${hour} < s.quiet_until
  else ${hour} >= s.quiet_from or ${hour} < s.quiet_until end, false)`;
const eachText = `select s.person, s.language, p.email from ledger.notification_settings s join identity.persons p on p.person_id = s.person
  where s.mail = 'each' and p.disabled_at is null and ${awake} order by s.person`;

/** The last time that the clock struck the hour of the digest. */
const today = `date_trunc('day', ${local}) + make_interval(hours => s.digest_hour)`;
const slot = `(case when ${today} <= ${local} then ${today} else ${today} - interval '1 day' end) at time zone 'Asia/Shanghai'`;
/** Taken as it is asked for, so that of several servers one sends it. */
const dailyText = `update ledger.notification_settings s set digest_slot = ${slot} from identity.persons p
  where p.person_id = s.person and s.mail = 'daily' and p.disabled_at is null and ${awake} and s.digest_slot < ${slot}
  returning s.person, s.language, p.email`;

/** `now`: milliseconds since 1970. Without accounts nobody has an address. */
export function readersIn(pool: pg.Pool, callersOf: (person: string) => Promise<readonly Caller[]> = async () => []) {
  return async (mail: 'each' | 'daily', now: number): Promise<readonly Reader[]> => {
    const text = mail === 'each' ? eachText : dailyText;
    const rows = await ask<{ person: string; language: Language; email: string }>(pool, text, [new Date(now).toISOString()]);
    return await Promise.all(rows.map(async (row) => ({ ...row, callers: await callersOf(row.person) })));
  };
}
