import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestServer, testServer } from '../testing/servers.ts';
import { execute, type Value } from './execution.ts';

let server: TestServer;
let client: pg.Client;

beforeAll(async () => {
  server = await testServer();
  client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  await client.query('create table kept (nth integer primary key, words text not null, bytes bytea not null)');
});

afterAll(async () => {
  await client.end();
  await server.remove();
});

const insert = { name: 'keep', text: 'insert into kept (nth, words, bytes) values ($1, $2, $3)' };
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const values: readonly (readonly [number, string, Uint8Array])[] = [
  [1, 'the first execution prepares', everyByte],
  [2, '', Buffer.alloc(0)],
  [-2_147_483_648, '“水” 𝛼 \\ \' " \u{10ffff}', everyByte],
  [2_147_483_647, '共'.repeat(100_000), Buffer.alloc(100_000, 7)],
];

test('what is sent is what PostgreSQL keeps', async () => {
  for (const row of values) expect(await execute(client, insert, row)).toBe(1);
  const { rows } = await client.query('select nth, words, bytes from kept');
  expect(rows.map(({ nth, words, bytes }) => [nth, words, Buffer.from(bytes)])).toEqual(
    values.map(([nth, words, bytes]) => [nth, words, Buffer.from(bytes)]),
  );
});

test('the number of rows is that of the statement', async () => {
  const touch = { name: 'touch', text: 'update kept set nth = nth where nth between $1 and $2' };
  expect(await execute(client, touch, [1, 2])).toBe(2);
  expect(await execute(client, touch, [1, 2])).toBe(2);
  expect(await execute(client, touch, [5, 9])).toBe(0);
});

test('a refusal of the database is thrown with its code, undoes the statement, and the connection goes on', async () => {
  await expect(execute(client, insert, [1, 'again', everyByte])).rejects.toMatchObject({ code: '23505' });
  const tooFew: readonly Value[] = [9];
  await expect(execute(client, insert, tooFew)).rejects.toMatchObject({ code: '08P01' });
  expect(await execute(client, insert, [9, 'after', everyByte])).toBe(1);
  const { rows } = await client.query('select words from kept where nth in (1, 9) order by nth');
  expect(rows).toEqual([{ words: 'the first execution prepares' }, { words: 'after' }]);
});

test('executions that are handed in together are answered in order, each for itself', async () => {
  const nths = [20, 21, 20, 22];
  const outcomes = await Promise.allSettled(nths.map(async (nth) => await execute(client, insert, [nth, '', everyByte])));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('a connection that breaks rejects what is under way', async () => {
  const other = new pg.Client({ connectionString: server.connectionString });
  other.on('error', () => undefined);
  await other.connect();
  const touch = { name: 'touch', text: 'update kept set nth = nth where nth = $1' };
  await execute(other, touch, [1]);
  await client.query('begin; update kept set nth = nth where nth = 1');
  const doomed = execute(other, touch, [1]);
  const ends = expect(doomed).rejects.toThrow(/terminat/);
  const terminate = "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'";
  await vi.waitFor(async () => expect((await client.query(terminate)).rowCount).toBe(1));
  await client.query('rollback');
  await ends;
});
