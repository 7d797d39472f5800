/** Writes the log as a folder that anybody can serve, and check offline with `gongze verify`. */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AttachmentStore } from '@gongze/application/attachments/ports';
import { filesNamedIn } from '@gongze/domain/events/files';
import type { Store } from '@gongze/application/ports';
import { LedgerFault } from '../fault.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { parseNote } from '../log/note.ts';
import type { LogStore } from '../sequence/ports.ts';
import { attachmentFile, checkpointFile, exportTiles, policyFile, recordLine, recordsFile } from '../verify/format.ts';

const batchRecords = 2000;

async function* recordLines(store: Store, size: number, named: Set<string>): AsyncGenerator<string> {
  for (let from = 0; from < size; ) {
    const batch = await store.readLog(from, Math.min(batchRecords, size - from));
    if (batch.length === 0) throw new Error(`bug: the log ends at ${from}, and ${size} entries were signed`);
    for (const { record } of batch) {
      for (const { sha256 } of filesNamedIn(record.payload)) named.add(sha256);
      const { payloadHash: _hash, payloadSalt = '', ...rest } = record;
      yield `${recordLine(rest, payloadSalt)}\n`;
    }
    from += batch.length;
  }
}

/**
 * Exports what the last published checkpoint covers; returns how many entries. Throws a `LedgerFault` where nothing was
 * published yet, and for a folder with something in it.
 */
export async function exportLog(
  {
    store,
    logStore,
    attachments,
  }: { readonly store: Store; readonly logStore: LogStore; readonly attachments: Pick<AttachmentStore, 'read'> },
  policy: string,
  folder: string,
): Promise<number> {
  const { checkpoint } = await logStore.state();
  const note = checkpoint === undefined ? undefined : parseNote(checkpoint);
  const signed = note === undefined || 'malformed' in note ? undefined : parseCheckpoint(note.text);
  if (checkpoint === undefined || signed === undefined || 'malformed' in signed) {
    throw new LedgerFault({ en: 'The log has no checkpoint yet: there is nothing to export.', zh: '日志尚无检查点，没有可导出的内容。' });
  }
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new LedgerFault({ en: `${folder} is not empty.`, zh: `${folder} 不是空目录。` });
  }
  for (const { path, tile, isBundle } of exportTiles(signed.size)) {
    const { level, index, width } = tile;
    const bytes = isBundle ? await logStore.readEntries(index, width) : await logStore.readTile(level, index, width);
    if (bytes === undefined) throw new Error(`bug: ${path} is missing in a log of ${signed.size}`);
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const named = new Set<string>();
  await pipeline(Readable.from(recordLines(store, signed.size, named)), createWriteStream(join(folder, recordsFile)));
  if (named.size > 0) await mkdir(join(folder, dirname(attachmentFile('-'))), { recursive: true });
  for (const sha256 of named) {
    // One that an imported fact names and nobody handed in is not here.
    const bytes = await attachments.read(sha256);
    if (bytes !== undefined) await pipeline(Readable.from(bytes), createWriteStream(join(folder, attachmentFile(sha256))));
  }
  await writeFile(join(folder, policyFile), policy);
  await writeFile(join(folder, checkpointFile), checkpoint);
  return signed.size;
}
