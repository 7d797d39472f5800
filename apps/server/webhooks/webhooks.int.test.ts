/** Receivers over PostgreSQL: at least once and in order, whatever fails; what is not taken is laid aside. */
import type { Application } from '@gongze/application';
import { createApplication } from '@gongze/application';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool } from '../../../ledger/store/connection.ts';
import { migrate } from '../../../ledger/store/migrate.ts';
import { type TestServer, testServer } from '../../../ledger/testing/servers.ts';
import { type Logged, loggedStore } from '../testing/logged.ts';
import { joining, openServer, testClock } from '../testing/server.ts';
import { type DeliveryParts, deliverOnce, runDeliveries } from './deliver.ts';
import type { Sending, Sent } from './send.ts';
import { postgresWebhooks } from './store.ts';

let database: TestServer;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testServer();
  pool = openPool(database.connectionString);
  const client = await pool.connect();
  await migrate(client);
  client.release();
});
afterAll(async () => {
  await pool.end();
  await database.remove();
});

let server: FastifyInstance;
let logged: Logged;
let application: Application;
let answer: (sending: Sending) => Sent | Promise<Sent>;
const told: { id: string; version: number }[] = [];
let post: Awaited<ReturnType<typeof openServer>>['post'];

beforeEach(async () => {
  await pool.query('delete from ledger.webhooks');
  told.length = 0;
  answer = () => ({ status: 200 });
  logged = loggedStore();
  const { store, feed, size } = logged;
  const webhooks = { webhooks: postgresWebhooks(pool), secret: new Uint8Array(32), allowPrivate: true, logSize: size };
  const opened = await openServer({ log: { logStore: {} as never, receipts: {} as never, policy: '', feed }, webhooks }, { store });
  ({ server, post } = opened);
  application = createApplication({ store, clock: testClock, governments: gb2260(), selectEdition });
});

const parts = (more: Partial<DeliveryParts> = {}): DeliveryParts => ({
  application,
  feed: logged.feed,
  webhooks: postgresWebhooks(pool),
  secret: new Uint8Array(32),
  now: Date.now,
  allowPrivate: true,
  delays: [0, 0],
  report: (fault) => {
    throw fault;
  },
  send: async (sending) => {
    const sent = await answer(sending);
    if ('status' in sent && sent.status === 200)
      told.push({ id: sending.headers['webhook-id'] ?? '', version: JSON.parse(sending.body).data.version });
    return sent;
  },
  ...more,
});

const parties = ['610300', '610500', '610600', '610700'];
async function recordAll(): Promise<void> {
  for (const party of parties) await post('/api/cases/river/events', joining(party), { 'if-match': '*', 'idempotency-key': party });
}
async function register(key = 'k'): Promise<{ id: string; secret: string }> {
  const created = await post('/api/webhooks', { url: 'http://127.0.0.1:9/hook' }, { 'idempotency-key': key });
  expect(created.statusCode, created.body).toBe(201);
  return created.json();
}

test('a receiver is told what comes after its registration, in order, each once', async () => {
  const { id } = await register();
  await recordAll();
  expect(await deliverOnce(parts())).toBe(true);
  expect(told).toEqual([2, 3, 4, 5].map((version) => ({ id: `${id}.${version - 1}`, version })));
  expect(await deliverOnce(parts())).toBe(false);
});

test('what fails is tried again under the same id, then laid aside, and the rest is told', async () => {
  const { id } = await register();
  await recordAll();
  const tried: string[] = [];
  answer = ({ headers }) => {
    tried.push(headers['webhook-id'] ?? '');
    return headers['webhook-id'] === `${id}.2` ? { status: 500 } : { status: 200 };
  };
  while (await deliverOnce(parts()));
  expect(tried).toEqual([1, 2, 2, 2, 3, 4].map((index) => `${id}.${index}`));
  expect(told.map(({ version }) => version)).toEqual([2, 4, 5]);
  const letters = await server.inject(`/api/webhooks/${id}/dead-letters`);
  expect(letters.json()).toMatchObject({ deadLetters: [{ index: 2, attempts: 3, error: 'status 500' }] });
});

test('a server that dies while it delivers leaves its work to another, and a notice may come twice', async () => {
  await register();
  await recordAll();
  const store = postgresWebhooks(pool);
  const leased = await store.lease(100, 0);
  expect(leased?.nextIndex).toBe(1);
  await deliverOnce(parts());
  // The first one awakes: what it settles late changes nothing.
  if (leased !== undefined) await store.settle(leased, { nextIndex: 2, attempts: 0, dueIn: 0 });
  expect(await deliverOnce(parts())).toBe(false);
  expect(told.map(({ version }) => version)).toEqual([2, 3, 4, 5]);
});

test('of several servers one delivers at a time', async () => {
  await register();
  await recordAll();
  const results = await Promise.all(Array.from({ length: 5 }, () => deliverOnce(parts())));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(told.map(({ version }) => version)).toEqual([2, 3, 4, 5]);
});

test('a receiver that is gone, or whose office is, is told nothing more', async () => {
  const { id } = await register();
  await recordAll();
  answer = () => ({ status: 410 });
  await deliverOnce(parts());
  expect(await deliverOnce(parts())).toBe(false);
  expect((await server.inject('/api/webhooks')).json()).toMatchObject({ webhooks: [{ id, disabled: true, lastError: 'status 410' }] });
  await register('other');
  await post('/api/cases/river/events', joining('610800'), { 'if-match': '*', 'idempotency-key': 'late' });
  answer = () => ({ status: 200 });
  await deliverOnce(parts({ currentCaller: async () => undefined }));
  expect(told).toEqual([]);
});

test('registered again with the same key it is the same receiver; another address needs another key', async () => {
  const first = await register();
  expect(await register()).toEqual(first);
  expect((await post('/api/webhooks', { url: 'http://127.0.0.1:9/other' }, { 'idempotency-key': 'k' })).statusCode).toBe(409);
  const rotated = await server.inject({ method: 'POST', url: `/api/webhooks/${first.id}/secret` });
  expect([rotated.statusCode, rotated.json().secret === first.secret]).toEqual([201, false]);
  expect((await server.inject('/api/webhooks')).body).not.toContain('whsec_');
  expect((await server.inject({ method: 'DELETE', url: `/api/webhooks/${first.id}` })).statusCode).toBe(204);
  expect((await server.inject({ method: 'DELETE', url: `/api/webhooks/${first.id}` })).statusCode).toBe(404);
});

test('receivers that are slow do not make the others wait', async () => {
  const slow = new Set<string>();
  for (let index = 0; index < 3; index++) slow.add((await register(`slow-${index}`)).id);
  const { id } = await register('quick');
  await recordAll();
  const { promise: never, resolve: end } = Promise.withResolvers<Sent>();
  answer = ({ headers }) => (slow.has((headers['webhook-id'] ?? '').split('.')[0] ?? '') ? never : { status: 200 });
  const running = runDeliveries(parts(), 20);
  await expect.poll(() => told.map((one) => one.id), { timeout: 10_000 }).toEqual([1, 2, 3, 4].map((index) => `${id}.${index}`));
  end({ error: 'timeout' });
  await running.stop();
});
