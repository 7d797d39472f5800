/** Timers on PostgreSQL: each fires once, whatever restarts, runs twice, is made again, or jumps. */
import { refreshDaily } from '@gongze/application/daily/refresh';
import { caseCache } from '@gongze/application/read/cache';
import type { Fact } from '@gongze/domain/events/catalogue';
import { isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { postgresDaily } from '@gongze/ledger/daily/store';
import { fireDue } from '@gongze/ledger/daily/timers';
import { librarySchemas, tableClasses } from '@gongze/ledger/fsck/classes';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { localAuthorizer } from '@gongze/application/permissions/local';
import { postgresTellings } from '@gongze/ledger/daily/notices';
import { jobsSchema } from '@gongze/ledger/store/role';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { LiveCase } from '../../../domain/testing/live.ts';
import { runTimers, workTimers } from './run.ts';

let database: TestServer;
let store: PostgresStore;
let today: IsoDate;
const governments = gb2260();
const clock = { today: () => today, now: () => `${today}T00:00:00Z` };
const partsOf = (own: PostgresStore) => ({
  daily: postgresDaily(own.pool),
  readCase: caseCache(own),
  clock,
  governments,
  pool: own.pool,
});

beforeAll(async () => {
  database = await testServer();
  store = await postgresStore({ connectionString: database.connectionString, random });
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

const [a, b] = ['610100', '610400'];
const title = (text: string) => ({ zh: text, en: text });
const deadline = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

/** A live case with duties that are due on 30 June, recorded in January. */
function owing(caseId: string, duties: number): { live: LiveCase; facts: () => Fact[] } {
  const live = new LiveCase({ governments });
  live.do('2026-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  for (let index = 0; index < duties; index++) {
    const obligation = `d${index}`;
    const terms = {
      obligation,
      title: title(obligation),
      origin: 'agreed',
      liable: [a],
      measure: title('m'),
      deadline: deadline('2026-06-30'),
    };
    live.do('2026-01-06', a, 'draftObligation', terms);
    live.do('2026-01-06', a, 'acceptObligation', { obligation, by: a });
  }
  const facts = (): Fact[] =>
    live.facts.map((fact, index) => ({
      ...fact,
      streamId: caseId as CaseId,
      version: index + 1,
      origin: 'live' as const,
      recordedAt: `${fact.occurred.last}T08:00:00.000Z`,
      idempotencyKey: `${caseId}-${index}`,
    }));
  return { live, facts };
}

beforeEach(async () => {
  today = isoDateOf('2026-01-10');
  // Facts stay for good: what the tests before left behind has fired.
  await workTimers(partsOf(store), isoDateOf('2040-01-01'));
});

async function told(caseId: string): Promise<string[]> {
  const { rows } = await store.pool.query('select kind, subject, side, due_on::text from ledger.notifications where case_id = $1', [
    caseId,
  ]);
  return rows.map(({ kind, subject, side, due_on }) => `${due_on} ${kind} ${subject} ${side}`).sort();
}
const head = (caseId: string) => ({ caseId: caseId as CaseId, title: title(caseId), actors: {} });

test('each fires once on its day, across days, repeated rounds, rebuilt lists and clocks that jump', async () => {
  const { facts } = owing('once', 1);
  await store.createCase(head('once'), facts());
  const parts = partsOf(store);
  const work = async (day: string) => {
    today = isoDateOf(day);
    return await workTimers(parts, today);
  };
  expect(await work('2026-05-25')).toBe(0);
  expect(await work('2026-05-26')).toBe(1);
  expect(await work('2026-05-26')).toBe(0);
  // A list that is made anew brings the timer again, and it has fired.
  await store.pool.query('delete from ledger.daily_cases');
  expect(await work('2026-05-27')).toBe(0);
  // Forward, back, and forward again.
  expect(await work('2026-07-09')).toBe(2);
  expect(await work('2026-05-01')).toBe(0);
  await store.pool.query('delete from ledger.daily_cases');
  expect(await work('2026-07-20')).toBe(1);
  expect(await told('once')).toEqual([
    '2026-05-26 dueSoon d0 610100',
    '2026-07-01 overdue d0 610100',
    '2026-07-01 overdue d0 610400',
    '2026-07-08 escalated d0/1 610000',
    '2026-07-15 escalated d0/2 000000',
  ]);
});

test('an extension that was granted moves the timer; until it is read, nothing of the case fires', async () => {
  const { live, facts } = owing('moved', 1);
  await store.createCase(head('moved'), facts());
  const before = facts().length;
  today = isoDateOf('2026-07-01');
  const parts = partsOf(store);
  await refreshDaily(parts, 100);
  live.do('2026-03-02', a, 'requestExtension', { obligation: 'd0', by: a, newDueOn: '2026-08-31' });
  live.do('2026-03-05', b, 'grantExtension', { obligation: 'd0', by: b, newDueOn: '2026-08-31' });
  await store.append('moved' as CaseId, before, facts().slice(before));
  // The list still speaks of 30 June; the case has moved on.
  expect(await fireDue(store.pool, today, 100)).toEqual({ taken: 0, fired: 0, told: 0 });
  expect(await workTimers(parts, today)).toBe(0);
  expect(await workTimers(parts, isoDateOf('2026-07-15'))).toBe(1);
  expect(await told('moved')).toEqual(['2026-07-15 dueSoon d0 610100']);
});

test('several servers share the work and tell nothing twice', async () => {
  const { facts } = owing('many', 300);
  await store.createCase(head('many'), facts());
  today = isoDateOf('2026-07-01');
  const others = await Promise.all([1, 2].map(() => postgresStore({ connectionString: database.connectionString, random })));
  const servers = [store, ...others];
  await refreshDaily(partsOf(store), 100);
  // Small batches, so that they meet.
  const work = async (own: PostgresStore): Promise<number> => {
    let fired = 0;
    for (;;) {
      const batch = await fireDue(own.pool, today, 17);
      fired += batch.fired;
      if (batch.taken === 0) return fired;
    }
  };
  const shares = await Promise.all(servers.map(work));
  expect(shares.reduce((sum, own) => sum + own, 0)).toBe(600);
  expect((await told('many')).length).toBe(300 + 600);
  await Promise.all(others.map((own) => own.close()));
});

test('a round that dies half-way leaves nothing told and nothing taken', async () => {
  const { facts } = owing('dies', 5);
  await store.createCase(head('dies'), facts());
  today = isoDateOf('2026-07-01');
  await refreshDaily(partsOf(store), 100);
  await store.pool.query(`alter table ledger.notifications add constraint refuse check (subject <> 'd4' or case_id <> 'dies')`);
  await expect(fireDue(store.pool, today, 100)).rejects.toThrow();
  expect(await told('dies')).toEqual([]);
  await store.pool.query('alter table ledger.notifications drop constraint refuse');
  expect((await fireDue(store.pool, today, 100)).fired).toBe(10);
});

test('history that was coded afterwards chases nobody', async () => {
  const { facts } = owing('past', 2);
  const archived = facts().map((fact) => ({ ...fact, origin: 'archive' as const }));
  await store.createCase(head('past'), archived);
  today = isoDateOf('2026-07-01');
  expect(await workTimers(partsOf(store), today)).toBe(0);
});

test('the queue wakes the work on several servers at once, and its tables are known to fsck', async () => {
  const { facts } = owing('woken', 3);
  await store.createCase(head('woken'), facts());
  today = isoDateOf('2026-07-01');
  const other = await postgresStore({ connectionString: database.connectionString, random });
  const faults: unknown[] = [];
  const settings = { smtpUrl: undefined, from: '', robots: [], quiet: undefined, publicUrl: undefined };
  const start = async (own: PostgresStore) =>
    await runTimers({
      ...partsOf(own),
      authorizer: localAuthorizer,
      tellings: postgresTellings(own.pool),
      settings,
      readers: async () => [],
      now: Date.now,
      report: (fault) => void faults.push(fault),
    });
  const running = [await start(store), await start(other)];
  // The day is the earlier of the server's and the database's: both are past 1 July 2026.
  for (let tries = 0; tries < 100 && (await told('woken')).length < 9; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await told('woken')).length).toBe(9);
  const { rows } = await store.pool.query<{ name: string; schema: string }>(
    `select n.nspname as schema, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`,
  );
  expect(rows.some(({ schema }) => schema === 'pgboss')).toBe(true);
  expect(rows.filter(({ name, schema }) => !(name in tableClasses) && !(schema in librarySchemas))).toEqual([]);
  for (const one of running) await one.stop();
  await other.close();
  expect(faults).toEqual([]);
});

test('clocks that fall back by months, over and over: the queue neither spins nor sleeps, and the schedule is not waited for', async () => {
  const overflows: unknown[] = [];
  const onWarning = (warning: Error): void => void (warning.name === 'TimeoutOverflowWarning' && overflows.push(warning));
  process.on('warning', onWarning);
  // Every question is answered by a month less than the one before.
  let asked = 0;
  const real = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => real() - ++asked * 30 * 86_400_000);
  const running = await runTimers(
    {
      ...partsOf(store),
      authorizer: localAuthorizer,
      tellings: postgresTellings(store.pool),
      settings: { smtpUrl: undefined, from: '', robots: [], quiet: undefined, publicUrl: undefined },
      readers: async () => [],
      now: real,
      report: () => undefined,
    },
    1000,
  );
  try {
    // The schedule was kept last at a time that is to come.
    await store.pool.query(`update ${jobsSchema}.version set cron_on = now() + interval '200 days'`);
    const { facts } = owing('fallen', 1);
    await store.createCase(head('fallen'), facts());
    today = isoDateOf('2026-07-01');
    await expect.poll(async () => (await told('fallen')).length, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(overflows).toEqual([]);
  } finally {
    vi.restoreAllMocks();
    process.off('warning', onWarning);
    await running.stop();
  }
});
