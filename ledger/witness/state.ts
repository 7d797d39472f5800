/**
 * What a witness must never forget: the tree of each log that it cosigned last. A version of this memory is a file of its
 * own, `trees.N.json`, and the highest number counts. A new version takes its number by a hard link, which the system gives to
 * one process only: two processes on one folder, or one killed at any moment, cannot both build on the same version. No
 * lock has to be cleaned up after a crash.
 */
import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromBase64, toBase64 } from '../log/bytes.ts';
import { hashLength } from '../log/hash.ts';
import { isSize } from '../log/merkle.ts';
import type { WitnessedTree } from '../log/witness.ts';
import { LedgerFault } from '../fault.ts';

export type Trees = ReadonlyMap<string, WitnessedTree>;

export interface WitnessMemory {
  /** Version on disk that `trees` is. */
  readonly version: number;
  readonly trees: Trees;
}

/** So many numbers stay taken that no process can be overtaken by all of them between reading and writing. */
const versionsKept = 64;

const numberOf = (file: string): number => Number(/^trees\.([1-9]\d{0,14})\.json$/.exec(file)?.[1] ?? 0);

async function versionsIn(folder: string): Promise<number[]> {
  return (await readdir(folder)).map(numberOf).filter((version) => version > 0);
}

const fileOf = (folder: string, version: number): string => join(folder, `trees.${version}.json`);

function parseTrees(text: string): Map<string, WitnessedTree> | undefined {
  try {
    const value = JSON.parse(text) as { readonly trees?: readonly { origin?: unknown; size?: unknown; root?: unknown }[] };
    const trees = new Map<string, WitnessedTree>();
    for (const { origin, size, root } of value.trees ?? []) {
      const hash = typeof root === 'string' ? fromBase64(root) : undefined;
      if (typeof origin !== 'string' || typeof size !== 'number' || !isSize(size) || hash?.length !== hashLength) return undefined;
      trees.set(origin, { size, root: hash });
    }
    return Array.isArray(value.trees) ? trees : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The latest version in the folder, which is made if it is not there; version 0 before the first. Throws a `LedgerFault` for a
 * latest version that cannot be read: an older one would let history be rewritten.
 */
export async function readMemory(folder: string): Promise<WitnessMemory> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  // A folder that a loss of power takes away would be a memory lost.
  if (made !== undefined) await syncFolder(dirname(made));
  for (;;) {
    const version = Math.max(0, ...(await versionsIn(folder)));
    if (version === 0) return { version, trees: new Map() };
    const file = fileOf(folder, version);
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (cause) {
      // Replaced by a later one since the folder was listed.
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT' && Math.max(0, ...(await versionsIn(folder))) > version) continue;
      throw cause;
    }
    const trees = parseTrees(text);
    if (trees !== undefined) return { version, trees };
    throw new LedgerFault({
      en: `${file} is damaged. The witness must not guess what it cosigned: restore the file from a copy of the same version, or retire this witness's key.`,
      zh: `${file} 已损坏。见证方不得猜测自己会签过什么：请以同一版本的副本恢复该文件，或停用此见证密钥。`,
    });
  }
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeQuietly(file: string): Promise<void> {
  await unlink(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Takes the number for the file; whether nobody else had it. */
async function take(folder: string, version: number, written: string): Promise<boolean> {
  try {
    await link(written, fileOf(folder, version));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Makes `trees` the version after `before`, on disk when it returns. `undefined`: another process went on from `before`, and
 * nothing was changed; read again and decide anew. `unique`: part of a file name that no other call uses.
 */
export async function writeMemory(folder: string, before: WitnessMemory, trees: Trees, unique: string): Promise<WitnessMemory | undefined> {
  const version = before.version + 1;
  const entries = [...trees].map(([origin, { size, root }]) => ({ origin, size, root: toBase64(root) }));
  const written = join(folder, `writing.${unique}`);
  await writeThrough(written, `${JSON.stringify({ trees: entries }, undefined, 1)}\n`);
  try {
    if (!(await take(folder, version, written))) return undefined;
    await syncFolder(folder);
    const versions = await versionsIn(folder);
    // Whoever fell so far behind that its number was already given up again has not the highest one.
    if (Math.max(...versions) !== version) {
      await removeQuietly(fileOf(folder, version));
      return undefined;
    }
    for (const old of versions) if (old < version - versionsKept) await removeQuietly(fileOf(folder, old));
    return { version, trees };
  } finally {
    await removeQuietly(written);
  }
}
