/** Three servers as processes on one database: whoever is killed, what was acknowledged is there, once, with its receipt. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandHeaders, gongzeClient } from '@gongze/client';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';

let folder: string;
let cluster: Cluster | undefined;
let database: pg.Client | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongze-cluster-'));
  const started = await startCluster({
    servers: 3,
    dataDir: join(folder, 'data'),
    port: 0,
    env: { DATABASE_URL: '' },
    log: () => undefined,
  });
  cluster = started;
  database = new pg.Client({ connectionString: started.databaseUrl });
  database.on('error', () => undefined);
  await database.connect();
}, 240_000);
afterAll(async () => {
  await database?.end();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

const alive = () => (cluster?.members ?? []).filter(({ process }) => process.exitCode === null && process.signalCode === null);
const day = { first: '2026-01-05', last: '2026-01-05', precision: 'day' } as const;
const title = (text: string) => ({ zh: text, en: text });

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row | undefined> {
  return (await database?.query<Row>(text))?.rows[0];
}

/** Process of the server that sequences now. */
async function holder(): Promise<number> {
  const row = await ask<{ holder: string }>('select holder from ledger.sequencer');
  return Number(row?.holder.split('-')[0]);
}

/** Records context facts round the servers that live; each that fails is sent to the next one with the same key. */
async function record(keys: readonly string[]): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    for (let attempt = 0; attempt < 6 && !versions.has(key); attempt++) {
      const members = alive();
      const member = members[(index + attempt) % members.length];
      const client = gongzeClient({ baseUrl: member?.url ?? '' });
      const body = { events: [{ type: 'contextRecorded' as const, occurred: day, payload: { title: title(key) } }] };
      const answer = await client
        .POST('/api/cases/{caseId}/events', { params: { path: { caseId: 'xixian' }, header: commandHeaders('any', key) }, body })
        .catch(() => undefined);
      const recorded = answer?.data?.facts[0];
      if (recorded !== undefined) versions.set(key, recorded.version);
    }
  }
  return versions;
}

async function receiptOf(version: number): Promise<string> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const member = alive()[attempt % alive().length];
    const answer = await fetch(`${member?.url}/api/cases/xixian/facts/${version}/receipt`);
    if (answer.status === 200) return await answer.text();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no receipt for version ${version}`);
}

test('the sequencer moves on when its holder is killed, and every acknowledged fact gets its receipt', async () => {
  const before = await record(Array.from({ length: 12 }, (_, index) => `before-${index}`));
  expect(before.size).toBe(12);
  await receiptOf(Math.max(...before.values()));
  const first = await holder();
  const killed = cluster?.members.find(({ process }) => process.pid === first);
  expect(killed, `holder ${first}`).toBeDefined();
  const writing = record(Array.from({ length: 24 }, (_, index) => `during-${index}`));
  await new Promise((resolve) => setTimeout(resolve, 50));
  killed?.process.kill('SIGKILL');
  const during = await writing;
  expect(during.size).toBe(24);
  const versions = [...before.values(), ...during.values()];
  expect(new Set(versions).size).toBe(36);
  for (const version of versions) expect(await receiptOf(version)).toContain('c2sp.org/tlog-proof@v1');
  expect(await holder()).not.toBe(first);
  expect(alive()).toHaveLength(2);
  // Each fact has one place, and the places have no gaps.
  const row = await ask<{ places: string; facts: string; last: string }>(
    'select (select count(*) from ledger.sequence) as places, (select count(*) from ledger.facts) as facts, (select max(index) + 1 from ledger.sequence) as last',
  );
  expect([row?.places, row?.last]).toEqual([row?.facts, row?.facts]);
}, 180_000);

test('what one server records, the others show and tell', async () => {
  const [a, b] = alive();
  const stream = await fetch(`${b?.url}/api/events/stream`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const client = gongzeClient({ baseUrl: a?.url ?? '' });
  const body = { events: [{ type: 'contextRecorded' as const, occurred: day, payload: { title: title('told') } }] };
  const params = { path: { caseId: 'xixian' }, header: commandHeaders('any', 'told') };
  const { data } = await client.POST('/api/cases/{caseId}/events', { params, body });
  expect(await (await fetch(`${b?.url}/api/cases/xixian`)).json()).toMatchObject({ version: data?.version });
  let text = '';
  while (!text.includes(`"version":${data?.version}`)) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) break;
    text += chunk.value;
  }
  expect(text).toContain(data?.facts[0]?.id);
  await reader?.cancel();
}, 60_000);
