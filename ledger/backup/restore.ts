/** Puts a backup back into an empty database, and checks all of it against what was signed before anything counts. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { CaseNamed } from '@gongze/application/ledger/plan';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type pg from 'pg';
import { nodeSha256 } from '../crypto/sha256.ts';
import { LedgerFault } from '../fault.ts';
import { checkLedger, type ForeignCheckpoint } from '../fsck/check.ts';
import { tablesOf } from '../fsck/database.ts';
import { findingTexts } from '../fsck/findings.ts';
import { signedCheckpoint } from '../fsck/places.ts';
import { leafHash } from '../log/merkle.ts';
import type { Policy } from '../log/policy.ts';
import { growTiles, type Tile, tileWidth } from '../log/tiles.ts';
import { inTransaction } from '../store/connection.ts';
import { keep, type Keepable } from '../store/kept.ts';
import type { BackupCounts, BackupEnd, BackupHeader, BackupLine } from './format.ts';
import { keptTables } from './write.ts';

const batchSize = 1000;

function unusable(path: string, en: string, zh: string, cause?: unknown): LedgerFault {
  return new LedgerFault({ en: `${path}: ${en} Nothing was restored.`, zh: `${path}：${zh}未恢复任何内容。` }, { cause });
}

/** The lines before the last, which counts and hashes them. Throws for a file that was cut short or altered. */
async function* checkedLines(path: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const input = createReadStream(path);
  const text = input.pipe(createGunzip());
  input.on('error', (cause) => text.destroy(cause));
  let held: string | undefined;
  try {
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (held !== undefined) {
        hash.update(`${held}\n`);
        yield held;
      }
      held = line;
    }
  } catch (cause) {
    if (cause instanceof LedgerFault) throw cause;
    throw unusable(path, 'The file cannot be read to its end.', '文件无法完整读取。', cause);
  }
  const end = held?.includes('"end":') === true ? (JSON.parse(held) as BackupEnd) : undefined;
  if (end?.end !== hash.digest('hex')) throw unusable(path, 'The file was cut short or altered.', '文件不完整或已被改动。');
}

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    'select exists (select from ledger.facts) or exists (select from ledger.cases) or exists (select from ledger.sequence) as filled',
  );
  if (rows[0]?.filled !== true) return;
  throw new LedgerFault({
    en: 'The database is not empty. Restore into a new one; what is here stays as it is.',
    zh: '数据库不是空的。请恢复到新的数据库；现有内容保持不变。',
  });
}

/** Takes the lines in and writes them in batches. */
class Restoring {
  readonly #client: pg.ClientBase;
  readonly #right = new Map<number, Tile>();
  readonly #heads = new Map<string, CaseNamed>();
  readonly #sizes = new Map<string, number>();
  #batch: { record: LedgerRecord; kept: Keepable; placed: boolean }[] = [];
  readonly counts = { facts: 0, placed: 0, checkpoints: 0, rows: 0, files: 0 };

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  async take(line: BackupLine): Promise<void> {
    if ('fact' in line) {
      const record = JSON.parse(line.fact) as LedgerRecord;
      this.#batch.push({ record, kept: keep(record, line.salt), placed: line.placed });
      this.#sizes.set(record.streamId, (this.#sizes.get(record.streamId) ?? 0) + 1);
      if (record.type === 'caseNamed' && record.streamId === 'registry:cases') {
        const named = record.payload as CaseNamed;
        this.#heads.set(named.caseId, named);
      }
      if (this.#batch.length === batchSize) await this.#flush();
    } else if ('checkpoint' in line) {
      this.counts.checkpoints += 1;
      await this.#client.query('insert into ledger.checkpoints (number, size, note) values ($1, $2, $3)', [
        this.counts.checkpoints,
        line.size,
        line.checkpoint,
      ]);
    } else if ('attachment' in line) {
      if (line.part === 0) this.counts.files += 1;
      await this.#client.query('insert into ledger.attachments (sha256, part, bytes) values ($1, $2, $3)', [
        line.attachment,
        line.part,
        Buffer.from(line.bytes, 'base64'),
      ]);
    } else if (keptTables.includes(line.table)) {
      this.counts.rows += 1;
      await this.#client.query(`insert into ${line.table} select * from jsonb_populate_record(null::${line.table}, $1)`, [
        JSON.stringify(line.row),
      ]);
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    const [streams, versions] = [batch.map(({ record }) => record.streamId), batch.map(({ record }) => record.version)];
    const kept = batch.map((one) => one.kept);
    await this.#client.query(
      `insert into ledger.facts (stream_id, version, fact_id, idempotency_key, body, payload_salt, payload_hash, leaf)
       select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[])`,
      [
        streams,
        versions,
        kept.map(({ id }) => id),
        kept.map(({ key }) => key),
        kept.map(({ body }) => body),
        kept.map(({ salt }) => salt),
        kept.map(({ hash }) => hash),
        kept.map(({ leaf }) => leaf),
      ],
    );
    const placed = batch.filter((one) => one.placed);
    await this.#client.query(
      `insert into ledger.sequence (index, stream_id, version)
       select $1 + nth - 1, stream_id, version from unnest($2::text[], $3::int[]) with ordinality n(stream_id, version, nth)`,
      [this.counts.placed, placed.map(({ record }) => record.streamId), placed.map(({ record }) => record.version)],
    );
    const waiting = batch.filter((one) => !one.placed);
    await this.#client.query('insert into ledger.unsequenced (stream_id, version) select * from unnest($1::text[], $2::int[])', [
      waiting.map(({ record }) => record.streamId),
      waiting.map(({ record }) => record.version),
    ]);
    await this.#grow(placed.map((one) => one.kept.leaf));
    this.counts.facts += batch.length;
    this.counts.placed += placed.length;
  }

  async #grow(leaves: readonly Uint8Array[]): Promise<void> {
    const hashes = leaves.map((leaf) => leafHash(nodeSha256, leaf));
    const tiles = growTiles(nodeSha256, this.counts.placed, [...this.#right.values()], hashes);
    for (const tile of tiles) {
      if (tile.width < tileWidth) this.#right.set(tile.level, tile);
      else this.#right.delete(tile.level);
    }
    await this.#client.query(
      `insert into ledger.tiles (level, index, hashes) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
       on conflict (level, index) do update set hashes = excluded.hashes`,
      [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ bytes }) => Buffer.from(bytes))],
    );
  }

  async end(): Promise<void> {
    if (this.#batch.length > 0) await this.#flush();
    const streams = new Map([...[...this.#heads.keys()].map((caseId) => [caseId, 0] as const), ...this.#sizes]);
    await this.#client.query(
      `insert into ledger.streams (stream_id, size) select * from unnest($1::text[], $2::int[])
       on conflict (stream_id) do update set size = excluded.size`,
      [[...streams.keys()], [...streams.values()]],
    );
    const heads = [...this.#heads.values()];
    await this.#client.query('insert into ledger.cases (case_id, title, actors) select * from unnest($1::text[], $2::text[], $3::text[])', [
      heads.map(({ caseId }) => caseId),
      heads.map(({ title }) => JSON.stringify(title)),
      heads.map(({ actors }) => JSON.stringify(actors)),
    ]);
  }
}

/** What the backup is checked against. */
export interface RestoreTrust {
  readonly policy: Policy;
  /** Checkpoints that others kept: an old backup that passes for the latest is found by them. */
  readonly foreign?: readonly ForeignCheckpoint[];
}

/**
 * Restores into an empty database, in one transaction. Throws a `LedgerFault`, with nothing restored, for a database that
 * is not empty, a file that is cut short or altered, one of another mode, and one whose log is not what was signed.
 */
export async function restoreBackup(pool: pg.Pool, path: string, { policy, foreign = [] }: RestoreTrust): Promise<BackupCounts> {
  return await inTransaction(pool, async (client) => {
    await client.query('lock table ledger.streams, ledger.unsequenced in exclusive mode');
    await refuseFilled(client);
    const restoring = new Restoring(client);
    let header: BackupHeader | undefined;
    for await (const text of checkedLines(path)) {
      const line = parseLine(path, text);
      if (header === undefined) header = await acceptHeader(client, path, line);
      else await restoring.take(line as BackupLine);
    }
    if (header === undefined) throw unusable(path, 'It is no backup.', '不是备份文件。');
    await restoring.end();
    const { findings } = await checkLedger(tablesOf(client), (note) => signedCheckpoint(note, policy), foreign);
    const serious = findings.find(({ kind }) => kind !== 'notSigned');
    if (serious !== undefined) {
      const { en, zh } = findingTexts[serious.kind];
      throw unusable(path, `It is not what was signed: ${serious.at}, ${en}.`, `与已签署的内容不符：${serious.at}，${zh}。`);
    }
    return restoring.counts;
  });
}

function parseLine(path: string, text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (cause) {
    throw unusable(path, 'It is no backup.', '不是备份文件。', cause);
  }
}

async function acceptHeader(client: pg.ClientBase, path: string, line: object): Promise<BackupHeader> {
  const header = line as Partial<BackupHeader>;
  if (header.gongze !== 'backup' || header.v !== 1 || header.mode === undefined) throw unusable(path, 'It is no backup.', '不是备份文件。');
  await client.query('insert into ledger.instance (mode) values ($1) on conflict (one) do nothing', [header.mode]);
  const { rows } = await client.query<{ mode: string }>('select mode from ledger.instance');
  if (rows[0]?.mode !== header.mode)
    throw unusable(
      path,
      `It was made in ${header.mode} mode, this database is in the other.`,
      `备份来自 ${header.mode} 模式，与本数据库不同。`,
    );
  return header as BackupHeader;
}
