/**
 * Starts the built-in PostgreSQL, or adopts the one that already serves the same data. The server ends with the
 * process that started it; durability never depends on that, because `fsync` is on and every end but a clean one is
 * followed by crash recovery.
 */
import type { ChildProcess } from 'node:child_process';
import { chown, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LedgerFault } from '../fault.ts';
import { canRun, chooseAccount, lockedExitCode, start, wrappers } from './account.ts';
import { ensureCluster, lastWords, launcherSetting, type Launchable } from './cluster.ts';
import { copyDistribution, type Distribution, findDistribution, linkLibraries } from './distribution.ts';
import { type Area, areaOf, createArea, giveTo } from './files.ts';
import { endWithParent, parentOf, stopServer } from './lifetime.ts';
import { ask, connectionStringOf, isAlive, programOf, readLockFile, type Server } from './running.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log?: (line: string) => void;
}

export interface Embedded {
  readonly connectionString: string;
  /** Process of the server, for diagnosis. */
  readonly pid: number;
  /** False where another process had started it. */
  readonly started: boolean;
  /** Stops the server, unless the process that started it still lives. */
  readonly stop: () => Promise<void>;
}

/** A socket's path must fit into 108 bytes with its end. */
const socketPathBytesMax = 107;
const socketName = '.s.PGSQL.5432';
const startMilliseconds = 90_000;

/** On the command line, where no file of the cluster and no `ALTER SYSTEM` can overrule them. */
const settings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  logging_collector: 'off',
} as const;

/** Binaries that the account can run: those of the package, else a copy of them inside the area. */
async function prepare(area: Area, found: Distribution): Promise<Launchable> {
  const account = chooseAccount(area);
  let distribution = found;
  await giveTo(area.root, account.uid, account.gid);
  await giveTo(area.run, account.uid, account.gid);
  let env = await linkLibraries(distribution, area);
  const probe = (home: string): string[] => [join(home, 'bin', 'postgres'), '--version'];
  if (!canRun(account, probe(distribution.home), env)) {
    distribution = await copyDistribution(distribution, area);
    await giveTo(distribution.home, account.uid, account.gid);
    env = await linkLibraries(distribution, area);
    if (!canRun(account, probe(distribution.home), env)) {
      throw new LedgerFault({
        en: `The binaries of PostgreSQL in ${distribution.home} do not run here (they need glibc). Set DATABASE_URL to a PostgreSQL server.`,
        zh: `${distribution.home} 中的 PostgreSQL 程序无法在本机运行（需要 glibc）。请把 DATABASE_URL 设为一台 PostgreSQL 服务器。`,
      });
    }
  }
  return { area, account, distribution, env };
}

/** The folder of the socket: in the area, or a private one with a short path. */
async function socketFolder({ area, account }: Launchable): Promise<string> {
  if (Buffer.byteLength(join(area.run, socketName)) <= socketPathBytesMax) return area.run;
  const folder = await mkdtemp('/tmp/gongze-');
  await chown(folder, account.uid, account.gid);
  return folder;
}

interface Spawned {
  readonly child: ChildProcess;
  /** The kernel ends it with this process. */
  readonly bound: boolean;
  readonly folder: string;
}

async function spawnServer(launchable: Launchable, extra: Readonly<Record<string, string>>): Promise<Spawned> {
  const { area, account, distribution, env } = launchable;
  const folder = await socketFolder(launchable);
  const options = { ...settings, unix_socket_directories: folder, [launcherSetting]: `${process.pid}`, ...extra };
  const { prefix, boundToParent } = wrappers(area.lock);
  const size = await stat(area.log).then(
    (found) => found.size,
    () => 0,
  );
  const log = await open(area.log, size > 8_000_000 ? 'w' : 'a', 0o600);
  try {
    const arguments_ = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const command = [...prefix, join(distribution.home, 'bin', 'postgres'), '-D', area.cluster, ...arguments_];
    return { child: start(account, command, { env, output: log.fd }), bound: boundToParent, folder };
  } finally {
    await log.close();
  }
}

/**
 * Asks the process that the lock file names until it serves the cluster or is gone. `undefined`: nobody is there. A
 * live process that neither answers nor goes away, and is a PostgreSQL, is refused by name.
 */
async function findRunning(area: Area, password: string, log: (line: string) => void): Promise<Server | undefined> {
  const end = Date.now() + startMilliseconds;
  for (let tries = 0; ; tries += 1) {
    const lockFile = await readLockFile(area);
    if (lockFile === undefined || !isAlive(lockFile.pid)) return undefined;
    // A number that went to another program after a crash: whether it can stand in the way is PostgreSQL's judgement.
    if ((await programOf(lockFile.pid)) !== 'postgres') return undefined;
    const answer = await ask(area, lockFile, password);
    if (typeof answer === 'object') return answer;
    if (answer === 'foreign' || (answer === 'silent' && tries > 100) || Date.now() > end) throw occupied(area, lockFile.pid, 'postgres');
    if (tries === 0) log(`waiting for process ${lockFile.pid}, which is starting, recovering or stopping on ${area.cluster}`);
    await sleep(100);
  }
}

function occupied(area: Area, pid: number, program: string): LedgerFault {
  return new LedgerFault({
    en: `Process ${pid} (${program}) is named as the server of ${area.cluster} but does not serve it. End it, or, if it has nothing to do with this database, delete ${join(area.cluster, 'postmaster.pid')}.`,
    zh: `进程 ${pid}（${program}）被登记为 ${area.cluster} 的服务器，但并不提供服务。请结束该进程；如果它与本数据库无关，请删除 ${join(area.cluster, 'postmaster.pid')}。`,
  });
}

/** Waits until the child, or another process that was quicker, serves the cluster. */
async function awaitServer(area: Area, child: ChildProcess, password: string): Promise<Server> {
  const end = Date.now() + startMilliseconds;
  while (Date.now() < end) {
    const lockFile = await readLockFile(area);
    const answer = lockFile !== undefined && isAlive(lockFile.pid) ? await ask(area, lockFile, password) : 'silent';
    if (typeof answer === 'object') return answer;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await sleep(10);
  }
  child.kill('SIGINT');
  const named = await readLockFile(area);
  if (named !== undefined && named.pid !== child.pid && isAlive(named.pid)) throw occupied(area, named.pid, await programOf(named.pid));
  if (child.exitCode === lockedExitCode) {
    throw new LedgerFault({
      en: `Another server, perhaps in another container, still holds ${area.lock}. End it, then start again.`,
      zh: `另一台服务器（可能在另一个容器中）仍占用 ${area.lock}。请先结束它，再重新启动。`,
    });
  }
  throw new LedgerFault({
    en: `The built-in database did not start. The end of ${area.log}: ${await lastWords(area)}`,
    zh: `内置数据库未能启动。${area.log} 末尾：${await lastWords(area)}`,
  });
}

/** What tests vary: settings of a server that the product would not start, and where the binaries lie. */
export interface Variation {
  readonly settings?: Readonly<Record<string, string>>;
  readonly distribution?: Distribution;
}

/** `startEmbedded`, with room for tests. */
export async function launch({ dataDir, log = () => undefined }: EmbeddedOptions, variation: Variation): Promise<Embedded> {
  const began = performance.now();
  const area = areaOf(resolve(dataDir));
  await createArea(area, resolve(dataDir));
  const launchable = await prepare(area, variation.distribution ?? (await findDistribution()));
  const password = await ensureCluster(launchable);
  await giveTo(area.cluster, launchable.account.uid, launchable.account.gid, 'PG_VERSION');
  const running = await findRunning(area, password, log);
  if (running !== undefined) return await adopt(area, running, password, log);
  const { child, bound, folder } = await spawnServer(launchable, variation.settings ?? {});
  child.on('error', (cause) => log(`the server could not be started: ${cause.message}`));
  child.unref();
  const server = await awaitServer(area, child, password);
  if (server.pid !== child.pid) {
    child.kill('SIGTERM');
    await removeSocketFolder(area, folder);
    return await adopt(area, server, password, log);
  }
  log(`database ready after ${Math.round(performance.now() - began)} ms (process ${server.pid})`);
  return { connectionString: connectionStringOf(server, password), pid: server.pid, started: true, stop: stopper(area, server, bound) };
}

async function removeSocketFolder(area: Area, folder: string): Promise<void> {
  if (folder !== area.run) await rm(folder, { recursive: true, force: true });
}

function stopper(area: Area, server: Server, bound: boolean): () => Promise<void> {
  const release = endWithParent(server.pid, bound);
  return async () => {
    release();
    await stopServer(server.pid);
    await removeSocketFolder(area, server.socketFolder);
  };
}

/** A server whose starter lives is used and left running; one whose starter is gone becomes ours. */
async function adopt(area: Area, server: Server, password: string, log: (line: string) => void): Promise<Embedded> {
  const shared = (await parentOf(server.pid)) === server.launcher;
  log(`database of process ${server.pid} adopted${shared ? `, which process ${server.launcher} had started` : ''}`);
  const stop = shared ? async () => undefined : stopper(area, server, false);
  return { connectionString: connectionStringOf(server, password), pid: server.pid, started: false, stop };
}

/**
 * Starts the built-in database on `dataDir`, creating it the first time (about a second, later some tens of
 * milliseconds), or adopts the server that another process runs on the same folder.
 *
 * Runs as the calling user; for root as `nobody`. Listens on a socket in a private folder, never on the network. Throws
 * a `LedgerFault` in both languages, with what to do, where there are no binaries for the platform, where root finds no
 * account that could reach the folder, where the data belong to another major version, and where a live process holds
 * the folder without serving it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return await launch(options, {});
}
