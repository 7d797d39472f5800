/**
 * The whole server under kills: `gongze serve` and its built-in database get signal 9 in turn under sixteen writers over HTTP.
 * Each writer sends again, with the same key, what was not answered. What they were told is the judge: every acknowledged fact
 * is there at the version that was told, once; nothing is there that nobody sent; the ledger is whole. The store alone meets
 * many more kills in `ledger/store/crash.int.test.ts`. GONGZE_SERVER_KILLS: how many (default 4).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandHeaders, gongzeClient } from '@gongze/client';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { openDatabase, readTrust } from '@gongze/ledger';
import { fsck } from '@gongze/ledger/fsck/fsck';
import { remove, temporaryFolder } from '@gongze/ledger/testing/servers';
import { expect, test } from 'vitest';

const kills = Number(process.env['GONGZE_SERVER_KILLS'] ?? 4);
const [writers, betweenKills] = [16, 40];
const program = join(import.meta.dirname, '../apps/cli/gongze.mjs');
const caseId = 'xixian' as CaseId;
const day = { first: '2026-01-05', last: '2026-01-05', precision: 'day' } as const;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What was sent and what was acknowledged, by key. */
interface Told {
  readonly sent: Set<string>;
  readonly versions: Map<string, number>;
}

class Writers {
  readonly told: Told = { sent: new Set(), versions: new Map() };
  readonly #client: ReturnType<typeof gongzeClient>;
  #stopped = false;

  constructor(baseUrl: string) {
    this.#client = gongzeClient({ baseUrl });
  }

  stop(): void {
    this.#stopped = true;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: writers }, async (_, writer) => await this.#write(writer)));
  }

  async #write(writer: number): Promise<void> {
    for (let count = 0; !this.#stopped; count += 1) {
      const key = `w${writer}n${count}`;
      this.told.sent.add(key);
      while (!this.told.versions.has(key) && !this.#stopped) await this.#send(key);
    }
  }

  async #send(key: string): Promise<void> {
    const events = [{ type: 'contextRecorded' as const, occurred: day, payload: { title: { zh: key, en: key } } }];
    const params = { path: { caseId }, header: commandHeaders('any', key) };
    const answer = await this.#client.POST('/api/cases/{caseId}/events', { params, body: { events } }).catch(() => undefined);
    const version = answer?.data?.facts[0]?.version;
    if (version === undefined) await sleep(50);
    else this.told.versions.set(key, version);
  }
}

function start(dataDir: string, port: number): ChildProcess {
  return spawn(process.execPath, [program, 'serve', '--port', `${port}`, '--data-dir', dataDir], {
    env: { ...process.env, DATABASE_URL: '', NODE_COMPILE_CACHE: join(dataDir, '../compiled') },
    stdio: 'ignore',
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function killDatabase(dataDir: string): Promise<void> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgresql/cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function judge(dataDir: string, { sent, versions }: Told): Promise<void> {
  const { store, close } = await openDatabase({ dataDir, log: () => undefined });
  try {
    const found = new Map<string, number>();
    for (const { type, payload, version } of (await store.readCase(caseId))?.facts ?? []) {
      const key = type === 'contextRecorded' ? payload.title.en : '';
      if (!/^w\d+n\d+$/.test(key)) continue;
      expect(found.has(key), `${key} is there twice`).toBe(false);
      found.set(key, version);
    }
    expect([...versions].filter(([key, version]) => found.get(key) !== version)).toEqual([]);
    expect([...found.keys()].filter((key) => !sent.has(key))).toEqual([]);
    const { policy } = await readTrust({ dataDir });
    const { findings } = await fsck(store.pool, { policy, foreign: [], patienceMilliseconds: 0 });
    expect(findings.filter(({ kind }) => kind !== 'notSigned')).toEqual([]);
  } finally {
    await close();
  }
}

test(`${kills} kills of server and database under ${writers} writers over HTTP lose, invent and double nothing`, {
  timeout: 180_000 + kills * 60_000,
}, async () => {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const port = await freePort();
  let server = start(dataDir, port);
  const writing = new Writers(`http://127.0.0.1:${port}`);
  const { sent, versions } = writing.told;
  const running = writing.run();
  const progress = async (): Promise<void> => {
    for (const goal = versions.size + betweenKills; versions.size < goal; await sleep(10)) {
      if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    }
  };
  try {
    for (let round = 0; round < kills; round += 1) {
      await progress();
      if (round % 2 === 1) await killDatabase(dataDir);
      if (round % 2 === 0 || round % 4 === 3) {
        await kill(server);
        server = start(dataDir, port);
      }
    }
    await progress();
  } finally {
    writing.stop();
    await running;
    await kill(server);
    await sleep(500);
  }
  await judge(dataDir, writing.told);
  console.log(`${kills} kills: ${versions.size} acknowledged of ${sent.size} sent`);
  expect(versions.size).toBeGreaterThan(kills * betweenKills);
  await remove(folder);
});
