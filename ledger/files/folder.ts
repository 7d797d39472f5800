/** The files of a log in a folder of this machine. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogFiles } from '../verify/files.ts';

const chunkBytes = 1 << 20;

/** `undefined` for what is not there; every other trouble is a fault. */
async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export function folderFiles(folder: string): LogFiles {
  return {
    read: async (path) => await ifThere(readFile(join(folder, path))),
    stream: async (path) => {
      const file = join(folder, path);
      return (await ifThere(stat(file))) === undefined ? undefined : createReadStream(file, { highWaterMark: chunkBytes });
    },
  };
}
