/** Who runs on a cluster, if anybody: the server's own lock file, and what it answers. */
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseName, launcherSetting, userName } from './cluster.ts';
import type { Area } from './files.ts';

export interface LockFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
}

export interface Server extends LockFile {
  /** The process that started it; 0 where unknown. */
  readonly launcher: number;
}

/** What `postmaster.pid` says; `undefined` without the file or before the server has written where it listens. */
export async function readLockFile(area: Area): Promise<LockFile | undefined> {
  const text = await readFile(join(area.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder] = text.split('\n');
  const found = { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? '' };
  return found.pid > 0 && found.port > 0 && found.socketFolder !== '' ? found : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until the process is gone; false when `milliseconds` pass before. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/** Name of a program by its process, for messages. */
export async function programOf(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'unknown')).trim();
}

export function connectionStringOf({ socketFolder, port }: LockFile, password: string): string {
  return `postgresql://${userName}:${encodeURIComponent(password)}@${encodeURIComponent(socketFolder)}:${port}/${databaseName}`;
}

/**
 * `busy`: is starting, recovering or stopping; ask again. `silent`: nobody listens there. `foreign`: somebody answers
 * who is not this cluster's server.
 */
export type NoAnswer = 'busy' | 'silent' | 'foreign';

/** The server, if it accepts connections and serves this cluster; otherwise why not. */
export async function ask(area: Area, lockFile: LockFile, password: string): Promise<Server | NoAnswer> {
  const client = new pg.Client({ connectionString: connectionStringOf(lockFile, password), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; launcher: string | null }>(
      "select current_setting('data_directory') as folder, current_setting($1, true) as launcher",
      [launcherSetting],
    );
    const served = rows[0]?.folder === (await realpath(area.cluster));
    return served ? { ...lockFile, launcher: Number(rows[0]?.launcher ?? 0) } : 'foreign';
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === '57P03') return 'busy';
    return code !== undefined && /^(28|3D)/.test(code) ? 'foreign' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}
