/** Notices, who has read them, and how far somebody was told by other ways. */
import { type Notice, type NoticeQuestion, type NoticeStore, unsetNotices } from '@gongze/application/daily/notices';
import type { Language } from '@gongze/domain/vocabulary/text';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import type pg from 'pg';
import { ask } from '../store/connection.ts';

const readText = `coalesce(n.id <= m.up_to or n.id = any (m.also), false)`;
const fromText = `from ledger.notifications n left join ledger.notification_reads m on m.reader = $2 and m.side = n.side
  where n.side = $1 and n.case_id = any ($3::text[])`;

interface Row {
  readonly id: string;
  readonly case_id: CaseId;
  readonly kind: string;
  readonly subject: string;
  readonly due_on: IsoDate;
  readonly title: string;
  readonly text: string;
  readonly created_at: Date;
  readonly read: boolean;
}

const columns = 'n.id::text, n.case_id, n.kind, n.subject, n.due_on::text, n.title, n.text, n.created_at';

function noticeOf({ id, case_id, kind, subject, due_on, title, text, created_at, read }: Row): Notice {
  const texts = { title: JSON.parse(title), text: JSON.parse(text) };
  return { id, case: case_id, kind, subject, dueOn: due_on, at: created_at.toISOString(), read, ...texts };
}

async function list(pool: pg.Pool, { side, reader, cases, before, limit }: NoticeQuestion): Promise<Notice[]> {
  const text = `select ${columns}, ${readText} as read ${fromText} and ($4::bigint is null or n.id < $4) order by n.id desc limit $5`;
  return (await ask<Row & pg.QueryResultRow>(pool, text, [side, reader, cases, before ?? null, limit])).map(noticeOf);
}

const markUpToText = `
  insert into ledger.notification_reads as m (reader, side, up_to) select $1, $2, least($3::bigint, coalesce(max(id), 0)) from ledger.notifications where side = $2
  on conflict (reader, side) do update set up_to = greatest(m.up_to, excluded.up_to),
    also = array(select id from unnest(m.also) id where id > greatest(m.up_to, excluded.up_to))`;
/** Only what the side was told: no number that stands for nothing is kept. */
const markText = `
  insert into ledger.notification_reads as m (reader, side, also)
  select $1, $2, coalesce(array_agg(n.id), '{}') from ledger.notifications n where n.side = $2 and n.id = any ($3::bigint[])
  on conflict (reader, side) do update set also = array(select distinct id from unnest(m.also || excluded.also) id where id > m.up_to)`;

interface SettingsRow {
  readonly mail: 'off' | 'each' | 'daily';
  readonly language: Language;
  readonly digest_hour: number;
  readonly quiet_from: number | null;
  readonly quiet_until: number | null;
}

/** Another hour, or another way, begins with the next digest: none goes out for an hour of the past. */
const changeText = `
  insert into ledger.notification_settings as s (person, mail, language, digest_hour, quiet_from, quiet_until) values ($1, $2, $3, $4, $5, $6)
  on conflict (person) do update set mail = excluded.mail, language = excluded.language, digest_hour = excluded.digest_hour,
    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
    digest_slot = case when (s.mail, s.digest_hour) = (excluded.mail, excluded.digest_hour) then s.digest_slot else now() end`;

export function postgresNotices(pool: pg.Pool): NoticeStore {
  return {
    list: async (question) => await list(pool, question),
    unread: async ({ side, reader, cases }) => {
      const [row] = await ask<{ count: number }>(pool, `select count(*)::int as count ${fromText} and not ${readText}`, [
        side,
        reader,
        cases,
      ]);
      return row?.count ?? 0;
    },
    markUpTo: async (reader, side, id) => void (await ask(pool, markUpToText, [reader, side, id])),
    mark: async (reader, side, ids) => void (await ask(pool, markText, [reader, side, ids])),
    settings: async (person) => {
      const text = 'select mail, language, digest_hour, quiet_from, quiet_until from ledger.notification_settings where person = $1';
      const [row] = await ask<SettingsRow & pg.QueryResultRow>(pool, text, [person]);
      if (row === undefined) return unsetNotices;
      const { mail, language, digest_hour: digestHour, quiet_from: from, quiet_until: until } = row;
      return { mail, language, digestHour, quiet: from === null || until === null ? null : { from, until } };
    },
    change: async (person, { mail, language, digestHour, quiet }) => {
      await ask(pool, changeText, [person, mail, language, digestHour, quiet?.from ?? null, quiet?.until ?? null]);
    },
  };
}

/** Where telling somebody goes on. */
export interface Tellings {
  /** The highest number there is. */
  readonly newest: () => Promise<string>;
  /**
   * Notices of the side that the receiver was not told, oldest first; what comes back is his: no other server gets it. A receiver
   * that is seen for the first time is told from then on.
   */
  readonly claim: (receiver: string, side: ActorId, limit: number) => Promise<readonly Notice[]>;
}

const claimText = `
  with before as (
    select up_to from ledger.notification_tellings where receiver = $1 and side = $2 for update
  ), fresh as (
    select n.* from ledger.notifications n, before b where n.side = $2 and n.id > b.up_to order by n.id limit $3
  ), moved as (
    update ledger.notification_tellings t set up_to = (select max(id) from fresh)
    where t.receiver = $1 and t.side = $2 and exists (select from fresh)
  )
  select ${columns}, false as read from fresh n order by n.id`;

export function postgresTellings(pool: pg.Pool): Tellings {
  const newest = async (): Promise<string> => {
    const [row] = await ask<{ id: string }>(pool, 'select coalesce(max(id), 0)::text as id from ledger.notifications');
    return row?.id ?? '0';
  };
  return {
    newest,
    claim: async (receiver, side, limit) => {
      const begin =
        'insert into ledger.notification_tellings (receiver, side, up_to) values ($1, $2, $3) on conflict do nothing returning 1';
      const known = await ask(pool, 'select 1 from ledger.notification_tellings where receiver = $1 and side = $2', [receiver, side]);
      if (known.length === 0) await ask(pool, begin, [receiver, side, await newest()]);
      return (await ask<Row & pg.QueryResultRow>(pool, claimText, [receiver, side, limit])).map(noticeOf);
    },
  };
}
