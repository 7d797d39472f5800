/** Files that somebody chose or dropped, as the files of a log or as a receipt with its record. */
import type { LogFiles } from '@gongze/ledger/verify/files';
import { checkpointFile } from '@gongze/ledger/verify/format';

/** A file with its path below what was dropped. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** A folder of an export may be dropped with folders around it; the checkpoint says where it begins. */
export function exportIn(files: readonly NamedFile[]): LogFiles | undefined {
  const places = files.map(({ path }) => path).filter((path) => path === checkpointFile || path.endsWith(`/${checkpointFile}`));
  const [place] = places.toSorted((a, b) => a.length - b.length);
  if (place === undefined) return undefined;
  const prefix = place.slice(0, -checkpointFile.length);
  const below = new Map(files.filter(({ path }) => path.startsWith(prefix)).map(({ path, file }) => [path.slice(prefix.length), file]));
  return {
    read: async (path) => {
      const file = below.get(path);
      return file && new Uint8Array(await file.arrayBuffer());
    },
    stream: async (path) => {
      const file = below.get(path);
      return file && chunksOf(file);
    },
  };
}

const chunkBytes = 1 << 20;

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += chunkBytes) yield new Uint8Array(await file.slice(at, at + chunkBytes).arrayBuffer());
}

/** Receipts and records are small; what is longer is another kind of file, whatever it is called. */
const SMALL_BYTES_MAX = 64 << 20;
/** Records of a whole log, of which the registry of keys is taken. */
const RECORDS_BYTES_MAX = 256 << 20;

/** The first of the files that is too long to be what its name says. */
export function tooLong(files: readonly NamedFile[]): NamedFile | undefined {
  const most = (path: string): number => (/\.(?:tlog-proof|json)$/.test(path) ? SMALL_BYTES_MAX : RECORDS_BYTES_MAX);
  return files.find(({ path, file }) => /\.(?:tlog-proof|jsonl?)$/.test(path) && file.size > most(path));
}

/** The receipt, the record and the registry of keys among the files; `undefined` if there is no receipt. */
export async function receiptIn(
  files: readonly NamedFile[],
): Promise<
  { readonly receipts: readonly string[]; readonly records: readonly string[]; readonly registry: string | undefined } | undefined
> {
  const receipts = files.filter(({ path }) => path.endsWith('.tlog-proof'));
  if (receipts.length === 0) return undefined;
  const records = files.filter(({ path }) => path.endsWith('.json'));
  const texts = async (some: readonly NamedFile[]): Promise<string[]> => await Promise.all(some.map(async ({ file }) => await file.text()));
  const lines = await texts(files.filter(({ path }) => path.endsWith('.jsonl')));
  return { receipts: await texts(receipts), records: await texts(records), registry: lines.length === 0 ? undefined : lines.join('\n') };
}

export function chosenFiles(list: FileList | null): NamedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // A reader gives some entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function filesBelow(entry: FileSystemEntry, path: string): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const found: NamedFile[] = [];
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) found.push(...(await filesBelow(child, `${path}/${child.name}`)));
  return found;
}

export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  // The list is emptied once the event is over: everything is taken before anything is awaited.
  const items = [...data.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: NamedFile[] = [];
  for (const { entry, file } of items) {
    if (entry !== null) found.push(...(await filesBelow(entry, entry.name)));
    else if (file !== null) found.push({ path: file.name, file });
  }
  return found;
}
