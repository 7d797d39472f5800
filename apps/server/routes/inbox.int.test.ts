/** The list over all cases on PostgreSQL: what it says is what each case says by itself, whoever reads it and whenever. */
import { caseOn } from '@gongze/application/daily/project';
import { refreshDaily } from '@gongze/application/daily/refresh';
import { caseCache } from '@gongze/application/read/cache';
import { tasksOf } from '@gongze/domain/decisions/tasks';
import type { Fact } from '@gongze/domain/events/catalogue';
import { lightOf } from '@gongze/domain/stages/lights';
import { addDays, isoDateOf, type IsoDate } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import { postgresCalendars } from '@gongze/ledger/daily/calendars';
import { postgresNotices } from '@gongze/ledger/daily/notices';
import { postgresDaily } from '@gongze/ledger/daily/store';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateHistory } from '../../../domain/testing/histories.ts';
import { openServer } from '../testing/server.ts';

let database: TestServer;
let store: PostgresStore;
let server: FastifyInstance;
let post: Awaited<ReturnType<typeof openServer>>['post'];
let today: IsoDate = isoDateOf('2026-11-23');
const clock = { today: () => today, now: () => `${today}T00:00:00Z` };
const governments = gb2260();
const seeds = [1, 2, 3, 4, 5];
const sides = ['610100', '610400', '610300', '610000', '000000'] as ActorId[];

beforeAll(async () => {
  database = await testServer();
  store = await postgresStore({ connectionString: database.connectionString, random });
  const parts = { daily: postgresDaily(store.pool), readCase: caseCache(store), clock, governments };
  const daily = { ...parts, notices: postgresNotices(store.pool), calendars: postgresCalendars(store.pool) };
  ({ server, post } = await openServer({ daily }, { store, clock }));
  for (const seed of seeds) {
    const caseId = `g${seed}` as CaseId;
    const facts = generateHistory(seed, { size: 300, caseId, years: 8, origin: 'live' });
    await store.createCase({ caseId, title: { zh: `案例${seed}`, en: `Case ${seed}` }, actors: {} }, facts as Fact[]);
  }
});
afterAll(async () => {
  await server.close();
  await store.close();
  await database.remove();
});

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers as they come
const ask = async (url: string): Promise<any> => {
  const response = await server.inject(url);
  return { status: response.statusCode, ...JSON.parse(response.body) };
};

/** What each case says by itself on the day. */
async function computed(side: ActorId) {
  const rows: unknown[] = [];
  for (const { caseId } of await store.listCases()) {
    const stored = await store.readCase(caseId);
    if (stored === undefined) continue;
    for (const { key, kind, text, light, dueOn } of tasksOf(caseOn(stored, today, governments).situation, side))
      rows.push([caseId, key, kind, text.zh, light?.light ?? null, dueOn]);
  }
  return rows.sort();
}

async function listed(side: ActorId) {
  const rows: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = await ask(`/api/inbox?actor=${side}&limit=7${cursor}`);
    expect(page.status).toBe(200);
    for (const { case: caseId, key, kind, text, light, dueOn } of page.items) rows.push([caseId, key, kind, text.zh, light, dueOn]);
    if (page.next === undefined) return rows;
    cursor = `&cursor=${page.next}`;
  }
}

test('says of every side, today and on days to come, what the cases say', async () => {
  const read = new Set<number>();
  for (const on of ['2004-05-01', '2006-01-01', '2026-11-23', '2026-11-24', '2031-01-01']) {
    today = isoDateOf(on);
    for (const side of sides) {
      const rows = await listed(side);
      read.add(rows.length);
      expect(rows.sort(), `${side} ${on}`).toEqual(await computed(side));
    }
  }
  expect(Math.max(...read)).toBeGreaterThan(10);
});

test('what was kept step by step is what is made at once', async () => {
  today = isoDateOf('2026-11-23');
  const parts = { daily: postgresDaily(store.pool), readCase: caseCache(store), clock, governments };
  const everything = async () => [await Promise.all(sides.map(listed)), await ask('/api/rollup'), await ask('/api/rollup?by=body')];
  await refreshDaily(parts, 100);
  const before = await everything();
  await store.pool.query('delete from ledger.daily_cases');
  expect(await refreshDaily(parts, 100)).toBe(seeds.length + 1);
  expect(await refreshDaily(parts, 100)).toBe(0);
  expect(await everything()).toEqual(before);
});

test('what is recorded is on the list of the next question', async () => {
  const title = { zh: '修路', en: 'Build the road' };
  const deadline = { text: title, readings: [{ reading: 'day', dueOn: '2026-11-20' }], defaultReading: 'day' };
  const drafted = { obligation: 'road', title, origin: 'agreed', liable: ['610100/transport'], deadline, measure: title };
  const day = (on: string) => ({ first: on, last: on, precision: 'day' });
  const record = async (type: string, payload: object, key: string) => {
    const event = { type, occurred: day('2026-11-23'), payload };
    const answer = await post('/api/cases/river/events', { events: [event] }, { 'if-match': '*', 'idempotency-key': key });
    expect(answer.statusCode, answer.body).toBe(201);
  };
  await record('obligationDrafted', drafted, 'd');
  expect((await ask('/api/inbox?actor=610100&case=river')).items.map(({ key }: { key: string }) => key)).toEqual(['accept|road']);
  // Whoever has to accept has a list before it owes anything.
  const { sides: own, rows } = await ask('/api/rollup?case=river');
  expect(own).toContainEqual({ actor: '610100', name: governments.get('610100' as never)?.name });
  expect(rows).toEqual([]);
  const bodies = (await ask('/api/rollup')).sides.filter(({ actor }: { actor: string }) => actor.startsWith('body:'));
  expect(bodies).not.toEqual([]);
  for (const { actor, name } of bodies) expect(name.zh, 'a body stands by its name').not.toBe(actor);
  await record('obligationAccepted', { obligation: 'road', by: '610100/transport' }, 'a');
  const after = await ask('/api/inbox?actor=610100/transport&case=river');
  expect(after.items).toMatchObject([{ key: 'owe|road', light: 'red', daysLeft: -3, command: 'reportObligation' }]);
  expect(after).toMatchObject({ actor: '610100', behind: 0, counts: { owe: 1, late: 1, lights: { red: 1 } } });
  const later = { ...drafted, obligation: 'bridge', deadline: { ...deadline, readings: [{ reading: 'day', dueOn: '2026-12-10' }] } };
  await record('obligationDrafted', later, 'd2');
  await record('obligationAccepted', { obligation: 'bridge', by: '610100/transport' }, 'a2');
  const seen: string[] = [];
  for (let ahead = 0; ahead < 20; ahead++) {
    today = addDays(isoDateOf('2026-11-23'), ahead);
    expect((await listed('610100' as ActorId)).sort(), today).toEqual(await computed('610100' as ActorId));
    seen.push((await ask('/api/rollup?case=river')).total.lights.yellow);
  }
  // Seven days and the due day itself are yellow.
  expect(seen.map(Number)).toEqual([...Array(10).fill(0), ...Array(8).fill(1), 0, 0]);
  today = isoDateOf('2026-11-23');
  expect(after.names['610100']).toEqual(governments.get('610100' as never)?.name);
});

test('the roll-up counts every duty by its light, in the order of codes', async () => {
  const expected = new Map<string, number>();
  let total = 0;
  for (const { caseId } of await store.listCases()) {
    const stored = await store.readCase(caseId);
    if (stored === undefined) continue;
    const { situation } = caseOn(stored, today, governments);
    for (const duty of situation.duties) {
      const light = lightOf(duty, today, situation.parameters)?.light;
      if (light === undefined) continue;
      total += 1;
      const { liable, cooperating = [] } = duty.obligation.terms;
      for (const side of new Set([...liable, ...cooperating].map((actor) => actor.split('/')[0])))
        expected.set(`${side} ${light}`, (expected.get(`${side} ${light}`) ?? 0) + 1);
    }
  }
  const rollup = await ask('/api/rollup');
  expect(rollup.total.duties).toBe(total);
  const found = new Map<string, number>();
  for (const { actor, lights } of rollup.rows)
    for (const [light, count] of Object.entries(lights)) if (count !== 0) found.set(`${actor} ${light}`, count as number);
  expect([...found].sort()).toEqual([...expected].sort());
  const actors = rollup.rows.map(({ actor }: { actor: string }) => actor);
  expect(actors).toEqual([...actors].sort());
  // Three cities of one province: a joint duty counts once in it.
  const parent = await ask('/api/rollup?by=parent');
  expect(parent.rows.find(({ actor }: { actor: string }) => actor === '610000').duties).toBeLessThanOrEqual(total);
});

test('asks for an actor where the caller has none, and takes no cursor of its own making', async () => {
  expect((await ask('/api/inbox')).status).toBe(400);
  for (const cursor of ['zz', '00', Buffer.from('[0,"x","2026-01-01","a","b"]').toString('hex'), Buffer.from('{}').toString('hex')])
    expect((await ask(`/api/inbox?actor=610100&cursor=${cursor}`)).status, cursor).toBe(400);
  expect((await ask('/api/inbox?actor=610100&limit=0')).status).toBe(400);
});

test('a place in the list of one side is none in that of another', async () => {
  today = isoDateOf('2026-11-23');
  const { next } = await ask('/api/inbox?actor=610100&limit=1');
  expect(next).toBeTypeOf('string');
  expect((await ask(`/api/inbox?actor=610100&limit=1&cursor=${next}`)).status).toBe(200);
  expect((await ask(`/api/inbox?actor=610400&limit=1&cursor=${next}`)).status).toBe(400);
});

test('a case that may not be read is on no list', async () => {
  const authorizer = { decide: () => ({ allowed: false as const, reason: { zh: '否', en: 'No' }, policies: [] }) };
  const parts = { daily: postgresDaily(store.pool), readCase: caseCache(store), clock, governments };
  const { readInbox, readRollup } = await import('@gongze/application/daily/inbox');
  const caller = { mode: 'server', person: 'p', actor: '610100' as ActorId, roles: ['registrar'] } as const;
  const answer = await readInbox({ ...parts, authorizer }, { caller });
  expect(answer.ok && answer.value.items).toEqual([]);
  const rolled = await readRollup({ ...parts, authorizer }, { caller });
  expect(rolled.ok && rolled.value.total.duties).toBe(0);
  const nobody = await readInbox({ ...parts, authorizer }, { caller: { mode: 'server', roles: ['public'] } });
  expect(nobody.ok || nobody.problem.kind).toBe('unauthenticated');
});
