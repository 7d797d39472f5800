/**
 * Under which account the server runs. PostgreSQL refuses root, so root hands it to `nobody`; an ordinary user runs
 * it as himself. Where `nobody` may not pass through the folders above the data (a checkout below a private home), a
 * user namespace of its own shows the same files under another number: no folder has to be opened to others.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { LedgerFault } from '../fault.ts';
import type { Area } from './files.ts';

const nobody = 65_534;

export interface Account {
  /** Owner of the files. */
  readonly uid: number;
  readonly gid: number;
  /** Given to `spawn`; absent where the process keeps its own account. */
  readonly switchTo?: { readonly uid: number; readonly gid: number };
  /** Command to put in front. */
  readonly prefix: readonly string[];
}

const namespacePrefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--'];

function succeeds(
  account: Pick<Account, 'prefix' | 'switchTo'>,
  command: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  const [file, ...args] = [...account.prefix, ...command];
  return spawnSync(file as string, args, { cwd: '/', env, stdio: 'ignore', ...account.switchTo }).status === 0;
}

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The account for the area. Throws a `LedgerFault` where root finds no way to run a server on that folder. */
export function chooseAccount(area: Area, uid = process.getuid?.() ?? nobody, gid = process.getgid?.() ?? nobody): Account {
  if (uid !== 0) {
    // PostgreSQL wants a name for its account; a container may run under a number that has none.
    const unnamed = !isNamed() && succeeds({ prefix: namespacePrefix }, ['true']);
    return { uid, gid, prefix: unnamed ? namespacePrefix : [] };
  }
  const handedOver: Account = { uid: nobody, gid: nobody, switchTo: { uid: nobody, gid: nobody }, prefix: [] };
  // The area itself is handed over later; what counts is whether its parent can be reached.
  const reach = ['test', '-x', dirname(area.root)];
  if (succeeds(handedOver, reach)) return handedOver;
  const namespaced: Account = { uid, gid, prefix: namespacePrefix };
  if (succeeds(namespaced, reach)) return namespaced;
  throw new LedgerFault({
    en: `PostgreSQL may not run as root, and the account nobody (${nobody}) cannot reach ${area.root}. Choose a data folder outside private folders (for instance below /var/lib), run as an ordinary user, or set DATABASE_URL.`,
    zh: `PostgreSQL 不能以 root 身份运行，而 nobody 账户（${nobody}）无法到达 ${area.root}。请把数据目录放在非私有目录下（例如 /var/lib 之下），或以普通用户运行，或设置 DATABASE_URL。`,
  });
}

/** Whether the account can run the command to its end; false where a folder on the way or a library is missing. */
export function canRun(account: Account, command: readonly string[], env: Readonly<Record<string, string>>): boolean {
  return succeeds(account, command, { ...process.env, ...env });
}

/** Wrappers that bind the server to its parent and to the lock, as far as this system has them. */
export function wrappers(lock: string): { readonly prefix: readonly string[]; readonly boundToParent: boolean } {
  const plain = { prefix: [] };
  const boundToParent = succeeds(plain, ['setpriv', '--pdeathsig', 'INT', 'true']);
  const lockable = succeeds(plain, ['flock', '--no-fork', '/dev/null', 'true']);
  return {
    boundToParent,
    prefix: [
      ...(boundToParent ? ['setpriv', '--pdeathsig', 'INT'] : []),
      ...(lockable ? ['flock', '--no-fork', '--timeout', `${lockSeconds}`, '--conflict-exit-code', `${lockedExitCode}`, lock] : []),
    ],
  };
}

const lockSeconds = 60;
/** Exit code of a server that waited in vain for another one on the same folder to end. */
export const lockedExitCode = 75;

/** Starts the command under the account in a process group of its own, so that Ctrl-C reaches only the parent. */
export function start(
  account: Account,
  command: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly output: number },
): ChildProcess {
  const [file, ...args] = [...account.prefix, ...command];
  return spawn(file as string, args, {
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C', ...options.env },
    stdio: ['ignore', options.output, options.output],
    detached: true,
    ...account.switchTo,
  });
}
