/**
 * Kills, with signal 9, the database, one of its backends, the server process, and both, under sixteen writers. What the
 * writers were told, kept outside of what is killed, is the judge: nothing acknowledged is lost, nothing is there that nobody
 * tried, nothing twice, and every checkpoint that was given out still holds. GONGZE_KILLS: how many (default 6).
 *
 * A ledger takes fifty kills and is then left for a new one, as the judge reads all of it each time. GONGZE_FIRST: from which
 * ledger on (default 0), so that a long run can be cut into pieces. A kill takes from a process nothing that it handed to
 * the system, so that with TMPDIR on a file system in memory the same is shown, and recovery waits for no disk.
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
const firstLedger = Number(process.env['GONGZE_FIRST'] ?? 0);
const [judgedEvery, killsPerLedger] = [10, 50];
/**
 * Far above what a start with recovery takes. Counted in turns of this process and not by the clock: on a busy machine it
 * starves together with what it waits for, and a server without a processor does not hang.
 */
const [turnMilliseconds, turnsMax] = [5, 24_000];
const program = join(import.meta.dirname, '../testing/writing-server.ts');
const victims = ['database', 'server', 'backend', 'both'] as const;

class Server {
  readonly child: ChildProcess;
  readonly #journal: Journal;
  errors = '';

  constructor(dataDir: string, name: string, journal: Journal) {
    this.#journal = journal;
    const env = { ...process.env, NODE_COMPILE_CACHE: join(dataDir, '../compiled') };
    this.child = spawn(process.execPath, [program, dataDir, name], { stdio: ['ignore', 'pipe', 'pipe'], env });
    this.child.stdout?.setEncoding('utf8').on('data', (piece: string) => journal.take(piece));
    this.child.stderr?.setEncoding('utf8').on('data', (piece: string) => (this.errors += piece));
  }

  /** Waits until so many more appends were acknowledged: the server is up, and goes on. */
  async progress(more: number): Promise<void> {
    const goal = this.#journal.acknowledged.size + more;
    for (let turn = 0; this.#journal.acknowledged.size < goal; turn += 1) {
      if (this.child.exitCode !== null || turn > turnsMax) throw new Error(`the server does not go on: ${this.errors.slice(-2000)}`);
      await sleep(turnMilliseconds);
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

interface Run {
  readonly journal: Journal;
  readonly killed: Readonly<Record<string, number>>;
}

/** So many kills on a ledger of its own, judged every so often and at the end. The seed says when and, of the backends, whom. */
async function runOn(dataDir: string, ofLedger: number, number: number): Promise<Run> {
  const random = randomOf(seed + number);
  const journal = new Journal();
  const killed: Record<string, number> = {};
  let server = new Server(dataDir, 'r0', journal);
  try {
    for (let round = 1; round <= ofLedger; round += 1) {
      await server.progress(30);
      await sleep(random() * 150);
      const victim = victims[round % victims.length] as (typeof victims)[number];
      killed[victim] = (killed[victim] ?? 0) + 1;
      if (victim === 'backend') kill(await backendOf(journal.database, random));
      if (victim === 'database' || victim === 'both') kill(journal.database);
      const isJudged = round % judgedEvery === 0 || round === ofLedger;
      // What goes on by itself is let go on first.
      if (victim === 'database' || victim === 'backend') await server.progress(30);
      if (victim === 'server' || victim === 'both' || isJudged) await server.end('SIGKILL');
      if (isJudged) await judge(dataDir, journal);
      if (server.child.killed && round < ofLedger) server = new Server(dataDir, `r${round}`, journal);
    }
    return { journal, killed };
  } finally {
    await server.end('SIGKILL');
    await sleep(500);
  }
}

it(`keeps every acknowledged fact once, and no other, through ${kills} kills under 16 writers`, {
  timeout: 60_000 + kills * 60_000,
}, async () => {
  const began = performance.now();
  const sum: Record<string, number> = {};
  const add = (name: string, count: number): number => (sum[name] = (sum[name] ?? 0) + count);
  for (let [done, number] = [0, firstLedger]; done < kills; number += 1) {
    const ofLedger = Math.min(killsPerLedger, kills - done);
    const folder = await temporaryFolder();
    try {
      const { journal, killed } = await runOn(join(folder, 'data'), ofLedger, number);
      const { tried, acknowledged, receipts } = journal;
      expect(new Set(receipts).size).toBeGreaterThan(0);
      for (const [victim, count] of Object.entries(killed)) add(victim, count);
      for (const [name, { size }] of Object.entries({ tried, acknowledged, checkpoints: new Set(receipts) })) add(name, size);
    } finally {
      await remove(folder);
    }
    done += ofLedger;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${done} of ${kills} kills in ${seconds} s, seed ${seed}, up to ledger ${number}: ${JSON.stringify(sum)}`);
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
