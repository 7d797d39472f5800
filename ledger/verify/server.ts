/** The log of a running server: its files at the addresses of C2SP tlog-tiles, and the records as far as whoever asks may see them. */
import { parseCheckpoint } from '../log/checkpoint.ts';
import { textOf } from '../log/bytes.ts';
import { parseNote } from '../log/note.ts';
import { tileWidth, widthAt } from '../log/tiles.ts';
import { ahead, type LogFiles } from './files.ts';
import { attachmentFile, checkpointFile, recordsFile, recordsPath } from './format.ts';
import { type Fetch, HttpFault, httpFiles } from './http.ts';
import type { RecordCounts } from './records.ts';

/** Why no records came along. */
export type RecordsTold =
  | 'told'
  /** It tells them to those only who have signed in. */
  | 'signInFirst'
  /** It tells nobody. */
  | 'notServed';

export interface ServedLog extends LogFiles {
  /** Known once the records were asked for. */
  readonly recordsTold: () => RecordsTold;
}

/** Parts of the records asked for at once. */
const partsAhead = 4;

/**
 * The checkpoint is read once, so that whatever is compared, verified and remembered is one and the same; records are asked
 * for as far as it reaches. A server that tells none may still be a folder with `records.jsonl` in it.
 */
export function servedLog(prefix: string, get: Fetch): ServedLog {
  const files = httpFiles(prefix, get);
  let checkpoint: Promise<Uint8Array | undefined> | undefined;
  let told: RecordsTold = 'notServed';
  let isFolder = false;
  const readOnce = (): Promise<Uint8Array | undefined> => {
    checkpoint ??= files.read(checkpointFile);
    return checkpoint;
  };
  const records = async (): Promise<AsyncIterable<Uint8Array> | undefined> => {
    const size = sizeIn(textOf((await readOnce()) ?? new Uint8Array()) ?? '');
    const part = (index: number) => async () => await files.read(recordsPath(index, widthAt(size, 0, index)));
    let first: Uint8Array | undefined;
    try {
      first = size === 0 ? undefined : await part(0)();
    } catch (error) {
      if (!(error instanceof HttpFault) || (error.status !== 401 && error.status !== 403)) throw error;
      told = 'signInFirst';
      return undefined;
    }
    if (first === undefined) {
      const whole = await files.stream(recordsFile);
      isFolder = whole !== undefined;
      if (isFolder) told = 'told';
      return whole;
    }
    told = 'told';
    return partsFrom(first, size, part);
  };
  return {
    read: async (path) => await (path === checkpointFile ? readOnce() : files.read(path)),
    stream: async (path) => {
      if (path === recordsFile) return await records();
      // A running server hands out files case by case, at other addresses.
      return path.startsWith(attachmentFile('')) && !isFolder ? undefined : await files.stream(path);
    },
    recordsTold: () => told,
  };
}

async function* partsFrom(
  first: Uint8Array,
  size: number,
  part: (index: number) => () => Promise<Uint8Array | undefined>,
): AsyncGenerator<Uint8Array> {
  yield first;
  function* rest(): Generator<() => Promise<Uint8Array | undefined>> {
    for (let index = 1; index * tileWidth < size; index++) yield part(index);
  }
  for await (const bytes of ahead(rest(), partsAhead)) {
    // What is missing is told as missing records.
    if (bytes === undefined) return;
    yield bytes;
  }
}

function sizeIn(text: string): number {
  const note = parseNote(text);
  const checkpoint = 'malformed' in note ? note : parseCheckpoint(note.text);
  return 'malformed' in checkpoint ? 0 : checkpoint.size;
}

/** The log at an address: the address itself, or where a server of ours keeps it. */
export async function findLog(address: string, get: Fetch): Promise<ServedLog> {
  const own = servedLog(address, get);
  if (await hasCheckpoint(own)) return own;
  const below = servedLog(`${address.replace(/\/+$/, '')}/log/`, get);
  return (await hasCheckpoint(below)) ? below : own;
}

/** A server may answer with its page at any address: only a signed note is a checkpoint, whoever signed it. */
async function hasCheckpoint(log: ServedLog): Promise<boolean> {
  const bytes = await log.read(checkpointFile);
  return bytes !== undefined && !('malformed' in parseNote(textOf(bytes) ?? ''));
}

/** What a reader has to know of a log whose records did not come along, or came in part. */
export function untoldText(told: RecordsTold, counts?: RecordCounts): { readonly zh: string; readonly en: string } | undefined {
  if (counts?.signInFirst === true)
    return {
      zh: '未登录：已公开的记录核对了内容；其日期、来源、记录人与职位签名，登录后方可核对',
      en: 'Not signed in: of published records the content was checked; their dates, sources and signatures of offices are bound with the person who recorded, and are checked by whoever has signed in',
    };
  if (told === 'told') return undefined;
  if (told === 'signInFirst')
    return {
      zh: '各行为的职位签名未核对：此服务器只向登录者提供记录',
      en: 'Signatures of offices were not checked: this server tells records only to those who have signed in',
    };
  return {
    zh: '各行为的职位签名未核对：此地址不提供记录，请核验导出',
    en: 'Signatures of offices were not checked: no records are told at this address; verify an export',
  };
}
