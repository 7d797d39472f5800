/**
 * Passwords that leaked, in a file of the operator's: lines of the SHA-1 in hex, a colon and anything, in order of the hash, as the
 * lists of Pwned Passwords come. It stays on the disk (some 40 GB) and is asked by halving: nothing of a password leaves the
 * machine.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

const hashDigits = 40;
/** More than two lines. */
const windowBytes = 256;

/** The first whole line at or behind `from`; `undefined` behind the last one. */
async function lineFrom(file: FileHandle, from: number): Promise<string | undefined> {
  const start = Math.max(0, from - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(windowBytes), 0, windowBytes, start);
  const text = buffer.toString('latin1', 0, bytesRead);
  const begin = from === 0 ? 0 : text.indexOf('\n') + 1;
  if (from > 0 && begin === 0) return undefined;
  const line = text.slice(begin, begin + hashDigits).toUpperCase();
  return line === '' ? undefined : line;
}

/** Answers whether a password stands in the file. Throws at the first question if the file cannot be read. */
export function breachedIn(path: string): (password: string) => Promise<boolean> {
  return async (password) => {
    const wanted = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
    const file = await open(path, 'r');
    try {
      let [low, high] = [0, (await file.stat()).size];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const line = await lineFrom(file, middle);
        if (line === wanted) return true;
        if (line === undefined || line > wanted) high = middle;
        else low = middle + 1;
      }
      return false;
    } finally {
      await file.close();
    }
  };
}
