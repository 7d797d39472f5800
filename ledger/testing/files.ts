/** Files of a log in memory, and exports with records, for tests of the verification. */
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { utf8 } from '../log/bytes.ts';
import { type LoggedRecord, leafOf } from '../log/leaf.ts';
import type { LogFiles } from '../verify/files.ts';
import { recordLine, recordsFile } from '../verify/format.ts';
import { type TestLog, testLog } from './log.ts';

export function memoryFiles(files: ReadonlyMap<string, Uint8Array>, chunkBytes = 1000): LogFiles {
  async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  return {
    read: async (path) => files.get(path),
    stream: async (path) => {
      const bytes = files.get(path);
      return bytes && pieces(bytes);
    },
  };
}

export const saltOf = (index: number): string => index.toString(16).padStart(32, '0');

/** `count` records in three streams, taking turns. */
export function testRecords(count: number): (LoggedRecord & { readonly note: string })[] {
  return Array.from({ length: count }, (_, index) => ({
    streamId: `case-${index % 3}`,
    version: Math.floor(index / 3) + 1,
    id: `fact-${index}`,
    type: 'meetingHeld',
    schemaVersion: 1,
    recordedAt: '2026-11-24T00:00:00Z',
    recordedBy: { actor: '610000', mode: 'server', person: 'p-1' },
    payload: { 议题: `第 ${index} 次会议`, order: index },
    note: '备注',
  }));
}

/** A log of `count` records and the files of its export. */
export async function recordExport(count: number): Promise<{ readonly log: TestLog; readonly files: Map<string, Uint8Array> }> {
  const records = testRecords(count);
  const log = testLog(records.map((record, index) => leafOf(record, saltOf(index), sha256).bytes));
  const files = await log.files(count, 2);
  files.set(recordsFile, utf8(records.map((record, index) => `${recordLine(record, saltOf(index))}\n`).join('')));
  return { log, files };
}
