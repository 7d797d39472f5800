/** What the command line touches of its surroundings, so that tests can stand in for them. */
import { readFile, stat } from 'node:fs/promises';
import { expected, FILE_BYTES_MAX, fileFault, type InputFault, tooLargeFault } from '@gongze/application';
import type { Language } from '@gongze/domain/vocabulary/text';

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal; `undefined` if the output is no terminal. */
  readonly columns: number | undefined;
}

export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  columns: process.stdout.columns,
};

/** Language of the surroundings by the usual precedence of their variables. */
export function languageOf(env: Io['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Columns of the page: those of the terminal within reason, else a sheet of paper. */
export function pageWidth(columns: number | undefined): number {
  return Math.min(140, Math.max(60, columns ?? 110));
}

export type FileBytes = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly faults: readonly InputFault[] };

/** Reads a file whose size was looked at first; what cannot be read is a fault of input, not of the program. */
export async function readBounded(path: string, bytesMax: number = FILE_BYTES_MAX): Promise<FileBytes> {
  try {
    const found = await stat(path);
    const { size } = found;
    // A pipe or a device has no size to look at first, and may never end.
    const endless = found.isFIFO() || found.isCharacterDevice() || found.isBlockDevice() || found.isSocket();
    if (endless && path !== '/dev/stdin') return { ok: false, faults: [fileFault('unreadable', path, expected.readable, 'ESPIPE')] };
    if (size > bytesMax) return { ok: false, faults: [tooLargeFault(path, size, bytesMax)] };
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return { ok: false, faults: [fileFault('unreadable', path, expected.readable, code)] };
  }
}
