/** Where the embedded server keeps its things. Everything lies in one folder, so that one owner can have it all. */
import { randomBytes } from 'node:crypto';
import { chown, lchown, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault } from '../fault.ts';

export interface Area {
  /** The folder of the embedded server inside the product's data folder. */
  readonly root: string;
  /** The database cluster (PGDATA). */
  readonly cluster: string;
  /** Links under the names by which the binaries look for their libraries. */
  readonly libraries: string;
  /** The socket, where its path is short enough for one. */
  readonly run: string;
  readonly log: string;
  /** Held by the server and by every process of it: the last one to end frees it. */
  readonly lock: string;
}

export function areaOf(dataDir: string): Area {
  const root = join(dataDir, 'postgresql');
  return {
    root,
    cluster: join(root, 'cluster'),
    libraries: join(root, 'libraries'),
    run: join(root, 'run'),
    log: join(root, 'server.log'),
    lock: join(root, 'server.lock'),
  };
}

/** Ending of a name that no other process and no other call uses; begins with the process that does. */
export function ownEnding(): string {
  return `${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Creates the folders that are missing. Only those above the area may be passed through by others. */
export async function createArea(area: Area, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  for (const folder of [area.root, area.run]) await mkdir(folder, { recursive: true, mode: 0o700 });
}

/**
 * Gives a folder and all in it to `uid`. Looks at the folder and at the file `sample` in it first (copying as root can
 * leave the two with different owners): where the owner is right already, nothing is walked. Symbolic links are changed themselves, never what they point at.
 */
export async function giveTo(folder: string, uid: number, gid: number, sample = '.'): Promise<void> {
  const owners = await Promise.all([stat(folder), stat(join(folder, sample))]);
  if (owners.every((found) => found.uid === uid)) return;
  try {
    await giveAll(folder, uid, gid);
  } catch (cause) {
    throw new LedgerFault(
      {
        en: `${folder} belongs to another user. Run the product as that user, or choose another data folder.`,
        zh: `${folder} 属于另一位用户。请以该用户运行本产品，或选择其他数据目录。`,
      },
      { cause },
    );
  }
}

/** The folder itself last, so that an interrupted walk is taken up again. What vanishes meanwhile needs no owner. */
async function giveAll(folder: string, uid: number, gid: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(unlessGone([]))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveAll(path, uid, gid);
    else await lchown(path, uid, gid).catch(unlessGone(undefined));
  }
  await chown(folder, uid, gid).catch(unlessGone(undefined));
}

function unlessGone<T>(value: T): (cause: NodeJS.ErrnoException) => T {
  return (cause) => {
    if (cause.code !== 'ENOENT') throw cause;
    return value;
  };
}
