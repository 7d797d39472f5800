/** Experiments over PostgreSQL: whoever computes, and whoever is killed meanwhile, the summary is that of one process, byte for byte. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serialise } from '@gongze/application';
import { planOf, runChunk } from '@gongze/studies/simulation/ensemble/chunks';
import { Merge } from '@gongze/studies/simulation/ensemble/merge';
import { readScenario } from '@gongze/studies/simulation/scenario/scenario';
import { acceptedSeed } from '@gongze/studies/simulation/calibration/accepted.data';
import { calibrationOf, screen } from '@gongze/studies/simulation/calibration/calibrate';
import {
  evaluateRows,
  rowsOf,
  type SensitivityRequest,
  sensitivityOf,
  sensitivityPlan,
} from '@gongze/studies/simulation/sensitivity/analysis';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPool } from '../../../ledger/store/connection.ts';
import { migrate } from '../../../ledger/store/migrate.ts';
import { type TestServer, testServer } from '../../../ledger/testing/servers.ts';
import { openServer } from '../testing/server.ts';
import { postgresStudies } from './store.ts';
import { runStudies } from './work.ts';

let database: TestServer;
let pool: pg.Pool;
let server: Awaited<ReturnType<typeof openServer>>['server'];
let post: Awaited<ReturnType<typeof openServer>>['post'];
beforeAll(async () => {
  database = await testServer();
  pool = openPool(database.connectionString);
  const client = await pool.connect();
  await migrate(client);
  client.release();
  ({ server, post } = await openServer({ studies: { studies: postgresStudies(pool) } }));
});
afterAll(async () => {
  await pool.end();
  await database.remove();
});
beforeEach(async () => {
  await pool.query('delete from ledger.studies');
});

const content = {
  id: 'durable',
  parties: 5,
  months: 60,
  runs: 3200,
  seed: 11,
  draw: 'accepted',
  policy: { onsetMonth: 6, strength: 4, exit: 'abrupt', holdMonths: 12 },
  sweep: { 'policy.strength': [2, 5] },
};

/** What one process makes of it, without the database. */
function alone(): string {
  const read = readScenario(content);
  if (!read.ok) throw new Error('refused');
  const plan = planOf(read.value);
  const merge = new Merge(plan);
  for (let index = 0; index < plan.chunks; index++) merge.add(runChunk(plan, index));
  return serialise(merge.summary());
}

async function ask(key = 'k', body: unknown = content): Promise<{ id: string; pieces: number }> {
  const answer = await post('/api/studies', body, { 'idempotency-key': key });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}
const read = async (id: string) => (await server.inject(`/api/studies/${id}`)).json() as { state: string; done: number; pieces: number };

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1000; i++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('it did not come to that');
}

/** A process of its own, as on another machine: the command line, which knows nothing but the database. */
function machine(): ChildProcess {
  const program = fileURLToPath(new URL('../../cli/gongze.mjs', import.meta.url));
  return spawn(process.execPath, [program, 'study-worker', '--workers', '1'], {
    env: { ...process.env, DATABASE_URL: database.connectionString },
    stdio: 'ignore',
  });
}
async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const fault = (cause: unknown) => {
  throw cause;
};

/** Two machines work at a study; one is killed after the first piece, and the leases it held end at once, as if a minute had passed. */
async function throughADeath(id: string): Promise<void> {
  const machines = [machine(), machine()] as const;
  try {
    await until(async () => (await read(id)).done >= 1);
    await kill(machines[0], 'SIGKILL');
    await pool.query('update ledger.study_pieces set leased_until = now() where leased_until is not null');
    await until(async () => (await read(id)).state === 'done');
  } finally {
    await Promise.all(machines.map((one) => kill(one, 'SIGKILL')));
  }
}

test('two machines, one of them killed while it computes: the bytes of one process', async () => {
  const { id, pieces } = await ask();
  expect(pieces).toBe(14);
  // The one that dies holds a piece; its lease is over at once, as if a minute had passed.
  const held = await postgresStudies(pool).lease(0);
  expect(held).toMatchObject({ study: id, piece: 0, attempts: 1 });
  await throughADeath(id);
  expect((await server.inject(`/api/studies/${id}/summary`)).body).toBe(alone());
  expect((await pool.query('select from ledger.study_pieces')).rowCount).toBe(0);
});

const small = { parties: 3, months: 36, policy: { onsetMonth: 6, strength: 5, exit: 'abrupt', holdMonths: 12 } };

test.each([
  ['sensitivity', { ...small, sensitivity: { parameters: ['r', 'c'], base: 64, replicates: 2 } }, 4],
  ['calibration', { calibration: { draws: 60, runs: 2 } }, 3],
] as const)('%s is as durable: killed, gone on with elsewhere, and the bytes of one process', async (_, body, expected) => {
  const { id, pieces } = await ask('other', body);
  expect(pieces).toBe(expected);
  // A machine that dies with the first piece.
  await postgresStudies(pool).lease(0);
  await throughADeath(id);
  expect((await server.inject(`/api/studies/${id}/summary`)).body).toBe(serialise(withoutPieces(body)));
});

/** The same at once, in one thread, by functions that know nothing of pieces. */
function withoutPieces(body: Readonly<Record<string, unknown>>): unknown {
  if ('calibration' in body) {
    const { draws, runs } = body['calibration'] as { draws: number; runs: number };
    return calibrationOf(acceptedSeed, runs, screen(acceptedSeed, 0, draws, runs));
  }
  const { sensitivity, ...fields } = body;
  const scenario = readScenario(fields);
  if (!scenario.ok) throw new Error('refused');
  const plan = sensitivityPlan(scenario.value, sensitivity as SensitivityRequest);
  if (!plan.ok) throw new Error('refused');
  return sensitivityOf(plan.value, evaluateRows(plan.value, 0, rowsOf(plan.value)));
}

test('threads of one server give the same bytes, and what was stopped goes on where it was', async () => {
  const { id } = await ask();
  const studies = postgresStudies(pool);
  const first = runStudies({ studies, threads: 1, report: fault, pauseMilliseconds: 20 });
  await until(async () => (await read(id)).done >= 2);
  await first.stop();
  const before = await read(id);
  expect(before.state).toBe('running');
  const second = runStudies({ studies, threads: 2, report: fault, pauseMilliseconds: 20 });
  await until(async () => (await read(id)).state === 'done');
  await second.stop();
  expect((await server.inject(`/api/studies/${id}/summary`)).body).toBe(alone());
});

test('the command line asks a server and prints what it would print by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongze-study-'));
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify({ ...content, runs: 1 }));
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const working = runStudies({ studies: postgresStudies(pool), threads: 1, report: fault, pauseMilliseconds: 20 });
  try {
    const program = fileURLToPath(new URL('../../cli/gongze.mjs', import.meta.url));
    const line = [program, 'simulate', file, '--runs', '3200', '--server', url, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, line, { maxBuffer: 1e8 });
    expect(stdout).toBe(alone());
    for (const other of [
      ['sensitivity', file, '--parameters', 'r,c', '--base', '16', '--runs', '1', '--json'],
      ['patterns', '--draws', '4', '--json'],
    ]) {
      const asked = async (...more: string[]) => (await promisify(execFile)(process.execPath, [program, ...other, ...more])).stdout;
      expect(await asked('--server', url)).toBe(await asked());
    }
  } finally {
    await working.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
    ({ server, post } = await openServer({ studies: { studies: postgresStudies(pool) } }));
  }
});

test('a piece is one at a time; late results of a lost lease change nothing', async () => {
  const { id } = await ask();
  const studies = postgresStudies(pool);
  const leased = await Promise.all(Array.from({ length: 6 }, () => studies.lease(60)));
  expect(new Set(leased.map((one) => one?.piece)).size).toBe(6);
  await studies.settle(id, 0, new Uint8Array([1]));
  await studies.settle(id, 0, new Uint8Array([2]));
  const { rows } = await pool.query('select result from ledger.study_pieces where piece = 0');
  expect([...rows[0].result]).toEqual([1]);
});

test('a piece that kills whoever begins it ends the experiment instead of going round for ever', async () => {
  const { id } = await ask();
  await pool.query('update ledger.study_pieces set attempts = 5 where piece = 0');
  const working = runStudies({ studies: postgresStudies(pool), threads: 1, report: fault, pauseMilliseconds: 20 });
  await until(async () => (await read(id)).state === 'failed');
  await working.stop();
  expect((await server.inject(`/api/studies/${id}`)).json()).toMatchObject({ error: expect.stringContaining('piece 0') });
});

test('cancelled it runs no more, and there is no summary', async () => {
  const { id } = await ask();
  expect((await server.inject({ method: 'DELETE', url: `/api/studies/${id}` })).statusCode).toBe(204);
  expect(await read(id)).toMatchObject({ state: 'cancelled' });
  expect(await postgresStudies(pool).lease(60)).toBeUndefined();
  expect((await server.inject(`/api/studies/${id}/summary`)).statusCode).toBe(404);
});

test('asked again with the same key it is the same experiment; another scenario needs another key', async () => {
  const first = await ask();
  expect(await ask()).toEqual(first);
  const other = await post('/api/studies', { ...content, seed: 12 }, { 'idempotency-key': 'k' });
  expect([other.statusCode, other.body]).toEqual([409, expect.stringContaining('scenario')]);
  expect((await server.inject('/api/studies')).json().studies).toHaveLength(1);
});

test.each([
  [{ runs: 10_000_000_000 }, '1 ≤ runs ≤ 10000000'],
  [{}, 'scenario is empty'],
  [{ months: -1 }, '1 ≤ months ≤ 2400'],
  [{ parameters: { foo: 1 } }, 'foo'],
  [{ runs: 10_000_000 }, '4000 are allowed'],
  [{ months: 2400, sweep: { 'policy.onsetMonth': Array.from({ length: 400 }, (_, i) => i) } }, 'months × variants ≤ 50000'],
])('%j is refused with the range', async (wrong, part) => {
  const answer = await post('/api/studies', wrong, { 'idempotency-key': 'wrong', 'accept-language': 'en' });
  expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(part)]);
});

test('more than five at a time are refused', async () => {
  for (let i = 0; i < 5; i++) await ask(`k${i}`);
  const sixth = await post('/api/studies', content, { 'idempotency-key': 'k5', 'accept-language': 'en' });
  expect([sixth.statusCode, sixth.body]).toEqual([409, expect.stringContaining('At most 5')]);
});
