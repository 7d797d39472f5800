/** Creating the database cluster, once. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault } from '../fault.ts';
import { type Account, start } from './account.ts';
import type { Distribution } from './distribution.ts';
import { type Area, ownEnding } from './files.ts';

export const userName = 'gongze';
export const databaseName = 'postgres';
/** A setting of the running server that names the process which started it. */
export const launcherSetting = 'gongze.launcher';
/** Lies inside the cluster, so that both appear in one step. */
const passwordFile = 'gongze.password';

export interface Launchable {
  readonly area: Area;
  readonly account: Account;
  readonly distribution: Distribution;
  readonly env: Readonly<Record<string, string>>;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** Removes what an initialisation left behind whose process is gone. */
async function removeUnfinished(area: Area): Promise<void> {
  for (const name of await readdir(area.root)) {
    const pid = /^(?:cluster|binaries|password)-new-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || (await exists(`/proc/${pid}`))) continue;
    await rm(join(area.root, name), { recursive: true, force: true });
  }
}

/**
 * Makes sure that there is a cluster, and returns the password of its owner. The cluster is built beside its place and
 * moved there whole: neither a crash nor a second process leaves half of one. Throws where `initdb` fails, and for a
 * cluster of another major version of PostgreSQL, which this one could not open.
 */
export async function ensureCluster({ area, account, distribution, env }: Launchable): Promise<string> {
  if (!(await exists(area.cluster))) {
    await removeUnfinished(area);
    const unfinished = join(area.root, `cluster-new-${ownEnding()}`);
    await mkdir(unfinished, { mode: 0o700 });
    const secret = join(area.root, `password-new-${ownEnding()}`);
    await writeFile(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
    for (const path of [unfinished, secret]) await chown(path, account.uid, account.gid);
    await initialise({ area, account, distribution, env }, unfinished, secret);
    await rename(secret, join(unfinished, passwordFile));
    // Whoever is second keeps the cluster of the first.
    await rename(unfinished, area.cluster).catch(async (cause: NodeJS.ErrnoException) => {
      await rm(unfinished, { recursive: true, force: true });
      if (cause.code !== 'ENOTEMPTY' && cause.code !== 'EEXIST') throw cause;
    });
  }
  const major = (await readFile(join(area.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (major !== distribution.version.split('.')[0]) {
    throw new LedgerFault({
      en: `The data in ${area.cluster} belong to PostgreSQL ${major}, the installed package is ${distribution.version}. Export the cases with the version of the product that wrote them, then import them into a new data folder.`,
      zh: `${area.cluster} 中的数据属于 PostgreSQL ${major}，而已安装的软件包为 ${distribution.version}。请用写入这些数据的产品版本导出案例，再导入新的数据目录。`,
    });
  }
  return (await readFile(join(area.cluster, passwordFile), 'utf8')).trim();
}

/** Text order is that of code points everywhere, whatever languages the machine has. */
async function initialise({ area, account, distribution, env }: Launchable, folder: string, secret: string): Promise<void> {
  const log = await open(area.log, 'a', 0o600);
  try {
    const command = [
      join(distribution.home, 'bin', 'initdb'),
      `--pgdata=${folder}`,
      `--username=${userName}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ];
    const child = start(account, command, { env, output: log.fd });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === 0) return;
    await rm(folder, { recursive: true, force: true });
    await rm(secret, { force: true });
    throw new LedgerFault({
      en: `The built-in database could not be created in ${area.root}. Its last words: ${await lastWords(area)}`,
      zh: `无法在 ${area.root} 创建内置数据库。日志末尾：${await lastWords(area)}`,
    });
  } finally {
    await log.close();
  }
}

/** The end of the server's log, for messages. */
export async function lastWords(area: Area): Promise<string> {
  const text = await readFile(area.log, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-6).join(' | ');
}
