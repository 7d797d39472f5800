/**
 * Timers that are due, told exactly once. What has fired is named in `timer_firings` by the same transaction that writes the
 * notices: a crash leaves neither, a second server finds the rows locked or gone, and a timer that is made again is known.
 */
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type pg from 'pg';
import { ask, inTransaction } from '../store/connection.ts';

export interface Fired {
  /** Timers taken off the list. */
  readonly taken: number;
  /** Of these, those that had not fired before. */
  readonly fired: number;
  /** Notices written. */
  readonly told: number;
}

/** Timers of a case that has moved wait until it was read again: what is due may have been put off. */
const fireText = `
  with due as (
    select t.case_id, t.kind, t.subject, t.due_on from ledger.timers t
    join ledger.daily_cases d on d.case_id = t.case_id join ledger.streams s on s.stream_id = t.case_id and s.size = d.version
    where t.due_on <= $1 order by t.due_on limit $2 for update of t skip locked
  ), gone as (
    delete from ledger.timers t using due d
    where t.case_id = d.case_id and t.kind = d.kind and t.subject = d.subject and t.due_on = d.due_on returning t.*
  ), fired as (
    insert into ledger.timer_firings (case_id, kind, subject, due_on) select case_id, kind, subject, due_on from gone
    on conflict do nothing returning case_id, kind, subject, due_on
  ), told as (
    insert into ledger.notifications (side, case_id, kind, subject, due_on, title, text)
    select r.side, g.case_id, g.kind, g.subject, g.due_on, g.title, g.text
    from gone g join fired using (case_id, kind, subject, due_on), unnest(g.recipients) r(side)
    on conflict do nothing returning 1
  )
  select (select count(*) from gone)::int as taken, (select count(*) from fired)::int as fired, (select count(*) from told)::int as told`;

/** Any number would do, as long as every server takes the same. */
const firingLock = 7_205_759_404;

/**
 * Fires up to `limit` timers due on `day` or before. One server at a time: the numbers of notices then become visible in their
 * order, and whoever is told goes on behind the last number without missing one.
 */
export async function fireDue(pool: pg.Pool, day: IsoDate, limit: number): Promise<Fired> {
  return await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [firingLock]);
    const { rows } = await client.query<Fired>(fireText, [day, limit]);
    return rows[0] ?? { taken: 0, fired: 0, told: 0 };
  });
}

/** The civil day by the clock of the database, which all servers share. */
export async function databaseDay(pool: pg.Pool): Promise<IsoDate> {
  const [row] = await ask<{ day: IsoDate }>(pool, "select (now() at time zone 'Asia/Shanghai')::date::text as day");
  if (row === undefined) throw new Error('bug: a select without a table gave no row');
  return row.day;
}
