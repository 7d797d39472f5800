import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeSha256 } from '../crypto/sha256.ts';
import { equalBytes } from '../log/bytes.ts';
import { judgeCheckpoint } from '../log/policy.ts';
import { postgresStore, type PostgresStore } from '../store/postgres.ts';
import { logSigner } from '../testing/log.ts';
import { anyTitle, freshCase, numbered, run } from '../testing/contract.ts';
import { rootByDefinition, testPolicy } from '../testing/sequencing.ts';
import { random, type TestServer, testServer } from '../testing/servers.ts';
import { type RunningSequencer, runSequencer } from './loop.ts';
import { postgresLogStore } from './postgres.ts';
import { createSequencer } from './sequencer.ts';

let server: TestServer;
let store: PostgresStore;
let admin: pg.Client;
const policy = testPolicy();
const clock = { now: Date.now, sleep: async (milliseconds: number) => await sleep(milliseconds) };

beforeAll(async () => {
  server = await testServer();
  store = await postgresStore({ connectionString: server.connectionString, random });
  admin = new pg.Client({ connectionString: server.connectionString });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await store?.close();
  await server?.remove();
});

const parts = (holder: string) => ({
  logStore: postgresLogStore(store.pool),
  signer: logSigner,
  witnesses: [],
  policy,
  clock,
  sha256: nodeSha256,
  holder,
});
const free = async (): Promise<unknown> => await admin.query("update ledger.sequencer set renewed = '-infinity'");

async function newCase(facts: number): Promise<CaseId> {
  const caseId = freshCase();
  await store.putCase({ caseId, title: anyTitle, actors: {} });
  if (facts > 0) await store.append(caseId, 0, run(caseId, 1, facts));
  return caseId;
}

/** All that is in the log, checked against the facts and the definition of the tree. */
async function checkLog(): Promise<number> {
  const { rows } = await admin.query<{ stream_id: string; version: number; leaf: Buffer; index: string }>(
    'select q.index, stream_id, version, leaf from ledger.sequence q join ledger.facts f using (stream_id, version) order by q.index',
  );
  const versions = new Map<string, number>();
  for (const [at, { index, stream_id: streamId, version }] of rows.entries()) {
    expect(Number(index)).toBe(at);
    expect(version).toBe((versions.get(streamId) ?? 0) + 1);
    versions.set(streamId, version);
  }
  const { rows: facts } = await admin.query<{ count: string }>('select count(*) from ledger.facts');
  expect(rows.length).toBe(Number(facts[0]?.count));
  const { checkpoint = '' } = await postgresLogStore(store.pool).state();
  const judged = judgeCheckpoint(checkpoint, policy);
  if (!('checkpoint' in judged)) throw new Error(JSON.stringify(judged));
  expect(judged.checkpoint.size).toBe(rows.length);
  expect(equalBytes(judged.checkpoint.root, rootByDefinition(rows.map(({ leaf }) => leaf)))).toBe(true);
  return rows.length;
}

it('places every record of every stream once, in the order of its stream', async () => {
  await Promise.all([newCase(3), newCase(300), newCase(1), newCase(0)]);
  const sequencer = createSequencer(parts('one'));
  expect(await sequencer.step()).toBe('published');
  expect(await checkLog()).toBe(308);
  expect(await sequencer.step()).toBe('idle');
  const [first] = await store.readLog(100, 1);
  expect(first?.index).toBe(100);
  expect(await postgresLogStore(store.pool).indexOf(first?.record.streamId ?? '', first?.record.version ?? 0)).toBe(100);
});

it('finds again what a crash of the database took from the line', async () => {
  const caseId = await newCase(5);
  const { rows } = await admin.query<{ records: string }>('select count(*) as records from ledger.unsequenced where place > 0');
  expect(Number(rows[0]?.records)).toBe(6);
  await admin.query('truncate ledger.unsequenced restart identity');
  await store.append(caseId, 5, run(caseId, 6, 6));
  await free();
  await createSequencer(parts('two')).step();
  await checkLog();
});

it('finds it also while the same sequencer goes on', async () => {
  await free();
  const sequencer = createSequencer(parts('three'));
  await sequencer.step();
  await newCase(4);
  await admin.query('truncate ledger.unsequenced restart identity');
  expect(await sequencer.step()).toBe('published');
  await checkLog();
});

it('lets nobody write who is not elected any more', async () => {
  await free();
  const [one, two] = [postgresLogStore(store.pool), postgresLogStore(store.pool)];
  const epoch = (await one.claim('one')) ?? 0;
  expect(await two.claim('two')).toBeUndefined();
  expect(await one.claim('one')).toBe(epoch);
  await free();
  expect(await two.claim('two')).toBe(epoch + 1);
  await newCase(1);
  expect(await one.unsequenced(epoch, 10)).toEqual([]);
  const leaves = await two.unsequenced(epoch + 1, 10);
  const { size: from } = await one.state();
  expect(await one.commit(epoch, { from, leaves, tiles: [] })).toBe('fenced');
  expect(await one.publish(epoch, { size: from, note: 'forged' })).toBe('fenced');
  expect((await one.state()).size).toBe(from);
  // A clock of the database that was set back does not hold the log up.
  await admin.query("update ledger.sequencer set renewed = now() + interval '1 day'");
  expect(await one.claim('one')).toBe(epoch + 2);
});

it('is driven by one of several servers, gives a receipt within a second, and is taken over from one that ends', async () => {
  await free();
  const running: RunningSequencer[] = ['a', 'b', 'c'].map((holder) => runSequencer({ ...parts(holder), log: () => undefined }));
  const log = postgresLogStore(store.pool);
  const logged = async (caseId: CaseId, version: number): Promise<number> => {
    const began = performance.now();
    while (performance.now() - began < 10_000) {
      const index = await log.indexOf(caseId, version);
      const { checkpoint = '' } = await log.state();
      const judged = judgeCheckpoint(checkpoint, policy);
      if (index !== undefined && 'checkpoint' in judged && judged.checkpoint.size > index) return performance.now() - began;
      await sleep(20);
    }
    throw new Error('no checkpoint');
  };
  const caseId = await newCase(1);
  await logged(caseId, 1);
  const waits: number[] = [];
  for (let version = 2; version <= 6; version += 1) {
    await store.append(caseId, version - 1, [numbered(caseId, version)]);
    waits.push(await logged(caseId, version));
  }
  expect(Math.max(...waits)).toBeLessThan(1000);
  console.log(`receipts after ${waits.map((wait) => Math.round(wait)).join(', ')} ms`);
  const { rows } = await admin.query<{ holder: string }>('select holder from ledger.sequencer');
  await running[['a', 'b', 'c'].indexOf(rows[0]?.holder ?? '')]?.stop();
  await store.append(caseId, 6, [numbered(caseId, 7)]);
  expect(await logged(caseId, 7)).toBeLessThan(6000);
  for (const { stop } of running) await stop();
  await checkLog();
});

/** Is elected, and is stopped by the system in the midst of a write, with the row of the elected one locked. */
const frozen = `
  const { openPool } = await import(process.env.CONNECTION);
  const { postgresLogStore } = await import(process.env.LOG_STORE);
  const store = postgresLogStore(openPool(process.env.DATABASE));
  const epoch = await store.claim('frozen');
  const stopped = { from: 0, tiles: [], get leaves() { process.kill(process.pid, 'SIGSTOP'); return []; } };
  await store.commit(epoch, stopped).then((answer) => console.log(answer), () => console.log('failed'));
  console.log(await store.commit(epoch, { from: 0, leaves: [], tiles: [] }).catch(() => 'failed'));
  process.exit();`;

it('a holder that is stopped within a write holds the log up for seconds, and writes nothing when it comes back', async () => {
  await free();
  const caseId = await newCase(5);
  const env = {
    ...process.env,
    CONNECTION: new URL('../store/connection.ts', import.meta.url).href,
    LOG_STORE: new URL('./postgres.ts', import.meta.url).href,
    DATABASE: server.connectionString,
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', frozen], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    const locked = "select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()";
    await expect.poll(async () => (await admin.query(locked)).rowCount, { timeout: 30_000 }).toBe(1);
    await free().catch(() => undefined);
    const after = createSequencer(parts('after'));
    await expect.poll(after.step, { timeout: 20_000 }).toBe('published');
    await checkLog();
    const exited = once(child, 'exit');
    child.kill('SIGCONT');
    await exited;
    expect(said).toBe('failed\nfenced\n');
    await store.append(caseId, 5, run(caseId, 6, 8));
    await expect.poll(after.step, { timeout: 20_000 }).toBe('published');
    await checkLog();
  } finally {
    child.kill('SIGKILL');
  }
}, 90_000);
