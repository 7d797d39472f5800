/** What is read from the tables of streams. Nothing here decides. */
import type { CaseHead, CasePage, CaseSummary, StoredCase, StreamRange } from '@gongze/application/ports';
import { isRegistryStream, type LedgerRecord, type LoggedRecord, type StoredStream } from '@gongze/application/ledger/records';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type pg from 'pg';
import { ask, askPrepared } from './connection.ts';
import { type KeptRecord, recordOf } from './kept.ts';

const kept = 'f.body, f.payload_salt as salt, f.payload_hash as hash';

export async function listCases(pool: pg.Pool, { after, limit, ids }: CasePage = {}): Promise<readonly CaseSummary[]> {
  const rows = await ask<{ case_id: CaseId; title: string; size: number }>(
    pool,
    `select c.case_id, c.title, s.size from ledger.cases c join ledger.streams s on s.stream_id = c.case_id
     where ($1::text is null or c.case_id > $1) and ($3::text[] is null or c.case_id = any ($3)) order by c.case_id limit $2`,
    [after ?? null, limit ?? null, ids ?? null],
  );
  return rows.map(({ case_id: caseId, title, size }) => ({ caseId, title: JSON.parse(title), size }));
}

export async function headOf(pool: pg.Pool, caseId: CaseId): Promise<CaseHead | undefined> {
  const [head] = await ask<{ title: string; actors: string; size: number }>(
    pool,
    'select c.title, c.actors, s.size from ledger.cases c join ledger.streams s on s.stream_id = c.case_id where c.case_id = $1',
    [caseId],
  );
  return head && { caseId, title: JSON.parse(head.title), actors: JSON.parse(head.actors), size: head.size };
}

async function recordsOf(pool: pg.Pool, streamId: string, after: number, last: number): Promise<readonly LedgerRecord[]> {
  if (after >= last) return [];
  const rows = await ask<KeptRecord>(
    pool,
    `select ${kept} from ledger.facts f where f.stream_id = $1 and f.version > $2 and f.version <= $3 order by f.version`,
    [streamId, after, last],
  );
  return rows.map(recordOf);
}

/** What every command asks first: the head, and what is new since it was read last. Head and facts in each row. */
const newsOfCase = {
  name: 'news-of-case',
  text: `select c.title, c.actors, s.size, ${kept} from ledger.cases c join ledger.streams s on s.stream_id = c.case_id
    left join ledger.facts f on f.stream_id = s.stream_id and f.version > $2 where c.case_id = $1 order by f.version`,
};

type MaybeKept = { readonly [Field in keyof KeptRecord]: string | null };

/** Rows of a left join: without a record, the fields are null. */
const recordsIn = (rows: readonly MaybeKept[]): readonly LedgerRecord[] =>
  rows.filter(({ body }) => body !== null).map((row) => recordOf(row as KeptRecord));

/** `after`: facts behind that version only. */
export async function readCase(pool: pg.Pool, caseId: CaseId, after = 0): Promise<StoredCase | undefined> {
  if (after > 0) {
    const rows = await askPrepared<MaybeKept & { title: string; actors: string; size: number }>(pool, newsOfCase, [caseId, after]);
    const [head] = rows;
    if (head === undefined) return undefined;
    const facts = recordsIn(rows) as readonly Fact[];
    return { caseId, title: JSON.parse(head.title), actors: JSON.parse(head.actors), size: head.size, facts };
  }
  const head = await headOf(pool, caseId);
  if (head === undefined) return undefined;
  // Facts are never changed, so those up to the size that was read are the case as it was then.
  return { ...head, facts: (await recordsOf(pool, caseId, 0, head.size)) as readonly Fact[] };
}

export async function readStream(
  pool: pg.Pool,
  streamId: string,
  { after = 0, limit }: StreamRange = {},
): Promise<StoredStream | undefined> {
  const last = limit === undefined ? versionMax : Math.min(versionMax, after + limit);
  const rows = await askPrepared<MaybeKept & { size: number; named: boolean }>(pool, recordsOfStream, [streamId, after, last]);
  const [stream] = rows;
  if (stream === undefined || !(stream.named || isRegistryStream(streamId))) return undefined;
  return { streamId, records: recordsIn(rows), size: stream.size };
}

const versionMax = 2 ** 31 - 1;
const recordsOfStream = {
  name: 'records-of-stream',
  text: `select s.size, exists (select from ledger.cases c where c.case_id = s.stream_id) as named, ${kept} from ledger.streams s
    left join ledger.facts f on f.stream_id = s.stream_id and f.version > $2 and f.version <= $3
    where s.stream_id = $1 order by f.version`,
};

export async function readLog(pool: pg.Pool, from: number, limit: number): Promise<readonly LoggedRecord[]> {
  const rows = await ask<KeptRecord & { index: string }>(
    pool,
    `select q.index, ${kept} from ledger.sequence q join ledger.facts f using (stream_id, version)
     where q.index >= $1 order by q.index limit $2`,
    [from, limit],
  );
  return rows.map((row) => ({ index: Number(row.index), record: recordOf(row) }));
}

export interface Known {
  readonly size: number;
  /** Records of the stream that share an id or a key with those asked for. */
  readonly records: readonly LedgerRecord[];
}

const knownSql = `select s.size, ${kept} from ledger.streams s
  left join ledger.facts f on f.stream_id = s.stream_id and (f.fact_id = any ($2) or f.idempotency_key = any ($3))
  where s.stream_id = $1`;

/** One statement, so that size and records are of one moment. `undefined` without the stream. */
export async function knownOf(
  client: pg.ClientBase | pg.Pool,
  streamId: string,
  records: readonly LedgerRecord[],
): Promise<Known | undefined> {
  const { rows } = await client.query<{ size: number } & MaybeKept>(knownSql, [
    streamId,
    records.map(({ id }) => id),
    records.map(({ idempotencyKey }) => idempotencyKey),
  ]);
  const [first] = rows;
  if (first === undefined) return undefined;
  return { size: first.size, records: recordsIn(rows) };
}
