/** Writes a backup, from one moment of the database, while it is being written to. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { tableClasses } from '../fsck/classes.ts';
import { attachmentRows, batches, partsAtOnce } from '../fsck/database.ts';
import { LedgerFault } from '../fault.ts';
import { inTransaction } from '../store/connection.ts';
import type { AttachmentRow } from '../fsck/rows.ts';
import type { BackupCounts, BackupEnd, BackupHeader, BackupLine } from './format.ts';

interface FactRow {
  readonly index: number | null;
  readonly body: string;
  readonly salt: string;
}

const factsInOrder = `
  select q.index::double precision as index, f.body, f.payload_salt as salt
  from ledger.facts f left join ledger.sequence q using (stream_id, version)
  order by q.index nulls last, f.stream_id, f.version`;

/** Names of the operational tables whose rows are kept. */
export const keptTables = Object.entries(tableClasses).flatMap(([name, { kept }]) => (kept === true ? [name] : []));

async function* linesOf(
  client: pg.ClientBase,
  counts: { -readonly [Name in keyof BackupCounts]: number },
): AsyncGenerator<BackupHeader | BackupLine> {
  const { rows: instances } = await client.query<{ mode: BackupHeader['mode'] }>('select mode from ledger.instance');
  yield { gongze: 'backup', v: 1, mode: instances[0]?.mode ?? 'local' };
  const { rows: checkpoints } = await client.query<{ note: string; size: string }>(
    'select note, size from ledger.checkpoints order by number',
  );
  const signed = checkpoints.map(({ note, size }) => ({ checkpoint: note, size: Number(size) }));
  for await (const batch of batches<FactRow>(client, 'backup_facts', factsInOrder)) {
    for (const { index, body, salt } of batch) {
      yield { fact: body, salt, placed: index !== null };
      counts.facts += 1;
      if (index !== null) counts.placed += 1;
      while (signed[0] !== undefined && index !== null && signed[0].size <= index + 1) {
        counts.checkpoints += 1;
        yield signed.shift() as BackupLine;
      }
    }
  }
  for await (const batch of batches<AttachmentRow>(client, 'backup_attachments', attachmentRows, partsAtOnce)) {
    for (const { sha256, part, bytes } of batch) {
      if (part === 0) counts.files += 1;
      yield { attachment: sha256, part, bytes: Buffer.from(bytes).toString('base64') };
    }
  }
  for (const table of keptTables) {
    for await (const batch of batches<{ row: unknown }>(client, 'backup_rows', `select to_jsonb(t) as row from ${table} t`)) {
      for (const { row } of batch) {
        counts.rows += 1;
        yield { table, row };
      }
    }
  }
}

async function* hashedLines(client: pg.ClientBase, counts: { -readonly [Name in keyof BackupCounts]: number }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const line of linesOf(client, counts)) {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    yield text;
  }
  const end: BackupEnd = { ...counts, end: hash.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}

const fileCodes: ReadonlySet<string> = new Set([
  'EACCES',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

/** The fault of the file, where it is one of the file: a database that is away fails with the same codes, but at a connection. */
function notWritten(path: string, cause: unknown): LedgerFault | undefined {
  const { code = '', syscall = '' } = cause as NodeJS.ErrnoException;
  if (syscall === 'connect' || !fileCodes.has(code)) return undefined;
  return new LedgerFault(
    { en: `${path} cannot be written (${code}). No backup was made.`, zh: `无法写入 ${path}（${code}）。没有生成备份。` },
    { cause },
  );
}

/**
 * Writes the backup to `path`, which appears whole or not at all and is on disk when this resolves. An existing file is
 * replaced only by a whole one.
 */
export async function writeBackup(pool: pg.Pool, path: string): Promise<BackupCounts> {
  const counts = { facts: 0, placed: 0, checkpoints: 0, rows: 0, files: 0 };
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await inTransaction(
      pool,
      async (client) =>
        await pipeline(
          Readable.from(hashedLines(client, counts)),
          createGzip(),
          createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
        ).catch((cause: unknown) => {
          throw notWritten(path, cause) ?? cause;
        }),
      'repeatable read',
    );
    await rename(unfinished, path);
    const folder = await open(dirname(path));
    await folder.sync().finally(async () => await folder.close());
    return counts;
  } catch (cause) {
    throw notWritten(path, cause) ?? cause;
  } finally {
    await rm(unfinished, { force: true });
  }
}
