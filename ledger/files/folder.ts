/** The files of a log in a folder of this machine. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogFiles, wholeBytesMax } from '../verify/files.ts';

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

/**
 * Opens a file and nothing else: a folder from elsewhere may hold links to devices and pipes, which never end or never answer. Opened
 * without waiting, for a pipe has nobody at its other end.
 */
async function openFile(path: string): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const status = await handle.stat();
  if (status.isFile()) return { handle, size: status.size };
  await handle.close();
  const code = status.isDirectory() ? 'EISDIR' : 'ENOTFILE';
  throw Object.assign(new Error(`${code}: not a file, open '${path}'`), { code, syscall: 'open', path });
}

async function readWhole(path: string, bytesMax: number): Promise<Uint8Array> {
  const { handle, size } = await openFile(path);
  try {
    if (size <= bytesMax) return await handle.readFile();
    const { buffer, bytesRead } = await handle.read(new Uint8Array(bytesMax + 1), 0, bytesMax + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export function folderFiles(folder: string, bytesMax: number = wholeBytesMax): LogFiles {
  return {
    read: async (path) => await ifThere(readWhole(join(folder, path), bytesMax)),
    stream: async (path) => {
      const opened = await ifThere(openFile(join(folder, path)));
      return opened?.handle.createReadStream({ highWaterMark: chunkBytes });
    },
  };
}
