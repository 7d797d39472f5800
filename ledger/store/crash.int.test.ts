/**
 * Kills, with signal 9, the database, one of its backends, the server process, and both, under sixteen writers. What the
 * writers were told, kept outside of what is killed, is the judge: nothing acknowledged is lost, nothing is there that nobody
 * tried, nothing twice, and every checkpoint that was given out still holds. GONGZE_KILLS: how many (default 6).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { randomOf } from '../../domain/testing/histories.ts';
import { fsck } from '../fsck/fsck.ts';
import { openDatabase, readTrust } from '../index.ts';
import { withoutHash } from '../testing/contract.ts';
import { Journal, journalCases, journalFact } from '../testing/journal.ts';
import { remove, temporaryFolder } from '../testing/servers.ts';

const kills = Number(process.env['GONGZE_KILLS'] ?? 6);
const seed = Number(process.env['GONGZE_SEED'] ?? 20_261_125);
const judgedEvery = 10;
const program = join(import.meta.dirname, '../testing/writing-server.ts');
const victims = ['database', 'server', 'backend', 'both'] as const;

class Server {
  readonly child: ChildProcess;
  readonly #journal: Journal;
  errors = '';

  constructor(dataDir: string, name: string, journal: Journal) {
    this.#journal = journal;
    this.child = spawn(process.execPath, [program, dataDir, name], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (piece: string) => journal.take(piece));
    this.child.stderr?.setEncoding('utf8').on('data', (piece: string) => (this.errors += piece));
  }

  /** Waits until so many more appends were acknowledged: the server is up, and goes on. */
  async progress(more: number): Promise<void> {
    const goal = this.#journal.acknowledged.size + more;
    const end = Date.now() + 60_000;
    while (this.#journal.acknowledged.size < goal) {
      if (this.child.exitCode !== null || Date.now() > end) throw new Error(`the server does not go on: ${this.errors.slice(-2000)}`);
      await sleep(5);
    }
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
    this.#journal.cut();
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

/** One of the children of the database server that serve a connection. */
async function backendOf(postmaster: number, random: () => number): Promise<number> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (status.split(') ')[1]?.split(' ')[1] === `${postmaster}` && command.includes('gongze postgres')) found.push(Number(name));
  }
  return found[Math.floor(random() * found.length)] ?? postmaster;
}

async function judge(dataDir: string, { tried, acknowledged, receipts }: Journal): Promise<void> {
  const { store, close } = await openDatabase({ dataDir, log: () => undefined });
  try {
    const present = new Map<string, string>();
    for (const caseId of journalCases) {
      const facts = (await store.readCase(caseId))?.facts ?? [];
      expect(withoutHash(facts)).toEqual(facts.map(({ id }, at) => journalFact(caseId, at + 1, id)));
      for (const { id } of facts) {
        expect(present.has(id)).toBe(false);
        present.set(id, caseId);
      }
    }
    expect([...acknowledged].filter(([id, caseId]) => present.get(id) !== caseId)).toEqual([]);
    expect([...present].filter(([id, caseId]) => tried.get(id) !== caseId)).toEqual([]);
    const { policy } = await readTrust({ dataDir });
    const foreign = [...new Set(receipts)].map((note, at) => ({ note, from: `receipt ${at}` }));
    const { findings } = await fsck(store.pool, { policy, foreign, patienceMilliseconds: 0 });
    // Who was killed between placing and signing has left entries for the next one to sign.
    expect(findings.filter(({ kind }) => kind !== 'notSigned')).toEqual([]);
  } finally {
    await close();
  }
}

it(`keeps every acknowledged fact once, and no other, through ${kills} kills under 16 writers`, {
  timeout: 30_000 + kills * 20_000,
}, async () => {
  const random = randomOf(seed);
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const journal = new Journal();
  const killed: Record<string, number> = {};
  let server = new Server(dataDir, 'r0', journal);
  try {
    for (let round = 1; round <= kills; round += 1) {
      await server.progress(30);
      await sleep(random() * 150);
      const victim = victims[round % victims.length] as (typeof victims)[number];
      killed[victim] = (killed[victim] ?? 0) + 1;
      if (victim === 'backend') kill(await backendOf(journal.database, random));
      if (victim === 'database' || victim === 'both') kill(journal.database);
      const isJudged = round % judgedEvery === 0 || round === kills;
      // What goes on by itself is let go on first.
      if (victim === 'database' || victim === 'backend') await server.progress(30);
      if (victim === 'server' || victim === 'both' || isJudged) await server.end('SIGKILL');
      if (isJudged) await judge(dataDir, journal);
      if (server.child.killed && round < kills) server = new Server(dataDir, `r${round}`, journal);
    }
    const { tried, acknowledged, receipts } = journal;
    console.log(
      `${kills} kills ${JSON.stringify(killed)}, seed ${seed}: ${acknowledged.size} acknowledged of ${tried.size} tried, ${new Set(receipts).size} checkpoints given out`,
    );
    expect(new Set(receipts).size).toBeGreaterThan(0);
  } finally {
    await server.end('SIGKILL');
    await sleep(500);
    await remove(folder);
  }
});

it('lets the second server on one data folder go on when the first is gone', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'data');
  const [one, two] = [new Journal(), new Journal()];
  const first = new Server(dataDir, 'a', one);
  try {
    await first.progress(20);
    const second = new Server(dataDir, 'b', two);
    try {
      await second.progress(20);
      expect(second.errors).toContain('adopted');
      const before = one.database;
      await first.end('SIGKILL');
      await second.progress(100);
      expect(two.database).not.toBe(before);
    } finally {
      await second.end('SIGKILL');
    }
    const both = new Journal();
    for (const { tried, acknowledged, receipts } of [one, two]) {
      for (const [id, caseId] of tried) both.tried.set(id, caseId);
      for (const [id, caseId] of acknowledged) both.acknowledged.set(id, caseId);
      both.receipts.push(...receipts);
    }
    await judge(dataDir, both);
  } finally {
    await first.end('SIGKILL');
    await sleep(500);
    await remove(folder);
  }
});
