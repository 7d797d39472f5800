/** Attached files in PostgreSQL: parts on their way, bytes by their digest, and clearing away what no record names. */
import { createHash } from 'node:crypto';
import { mediaTypeOf } from '@gongze/application/attachments/media-type';
import type { Arrival, ArrivalStanding, AttachmentStore } from '@gongze/application/attachments/ports';
import type pg from 'pg';
import { LedgerFault } from '../fault.ts';
import { ask, inTransaction } from '../store/connection.ts';

/** Files come in together; whoever clears away waits until none does, and the other way round. */
const lock = 'gongze attachments';
const among = `pg_advisory_xact_lock_shared(hashtext('${lock}'))`;
const alone = `pg_advisory_xact_lock(hashtext('${lock}'))`;

const keyOf = ({ caseId, sha256, person }: Arrival): [string, string, string] => [caseId, sha256, person];
const ofKey = 'case_id = $1 and sha256 = $2 and person = $3';

async function standingOf(pool: pg.Pool, arrival: Arrival): Promise<ArrivalStanding | undefined> {
  const [row] = await ask<{ size: string; media_type: string | null; parts: number[] | null }>(
    pool,
    `select size, media_type, (select array_agg(part order by part) from ledger.attachment_parts where ${ofKey}) as parts
     from ledger.attachment_arrivals where ${ofKey}`,
    keyOf(arrival),
  );
  if (row === undefined) return undefined;
  const { size, media_type: mediaType, parts } = row;
  return { bytes: Number(size), parts: parts ?? [], complete: mediaType !== null, ...(mediaType !== null && { mediaType }) };
}

/** The facts of the case, as they are kept, are looked through for the digest: a text of 64 digits means nothing else. */
const markNamed = `
  update ledger.attachment_arrivals a set named = true
  where not named and media_type is not null and ($1::text is null or person = $1)
    and exists (select from ledger.facts f where f.stream_id = a.case_id and position(a.sha256 in f.body) > 0)`;

async function begin(pool: pg.Pool, arrival: Arrival, bytes: number, waitingBytesMax: number): Promise<ArrivalStanding | undefined> {
  const known = await standingOf(pool, arrival);
  if (known !== undefined) return known;
  const waiting = async (): Promise<number> => {
    const text = 'select coalesce(sum(size), 0) as size from ledger.attachment_arrivals where person = $1 and not named';
    return Number((await ask<{ size: string }>(pool, text, [arrival.person]))[0]?.size);
  };
  if ((await waiting()) + bytes > waitingBytesMax) {
    await ask(pool, markNamed, [arrival.person]);
    if ((await waiting()) + bytes > waitingBytesMax) return undefined;
  }
  const text = 'insert into ledger.attachment_arrivals (case_id, sha256, person, size) values ($1, $2, $3, $4) on conflict do nothing';
  await ask(pool, text, [...keyOf(arrival), bytes]);
  return await standingOf(pool, arrival);
}

/** Parts are read one at a time: a file never stands in memory. */
async function finish(pool: pg.Pool, arrival: Arrival): Promise<boolean> {
  const key = keyOf(arrival);
  return await inTransaction(pool, async (client) => {
    await client.query(`select ${among}`);
    const { rows } = await client.query<{ size: string }>(
      `select size from ledger.attachment_arrivals where ${ofKey} and media_type is null for update`,
      key,
    );
    const [announced] = rows;
    // Another request with the last part was first.
    if (announced === undefined) return true;
    const hash = createHash('sha256');
    let [size, mediaType] = [0, ''];
    for (let part = 0; size < Number(announced.size); part += 1) {
      const { rows: parts } = await client.query<{ bytes: Buffer }>(
        `select bytes from ledger.attachment_parts where ${ofKey} and part = $4`,
        [...key, part],
      );
      const bytes = parts[0]?.bytes;
      if (bytes === undefined) throw new Error(`bug: part ${part} is missing of a file that was all there`);
      if (part === 0) mediaType = mediaTypeOf(bytes);
      hash.update(bytes);
      size += bytes.length;
    }
    if (hash.digest('hex') !== arrival.sha256) {
      await client.query(`delete from ledger.attachment_arrivals where ${ofKey}`, key);
      return false;
    }
    await client.query(
      `insert into ledger.attachments (sha256, part, bytes) select sha256, part, bytes from ledger.attachment_parts where ${ofKey}
       order by part on conflict do nothing`,
      key,
    );
    await client.query(`delete from ledger.attachment_parts where ${ofKey}`, key);
    await client.query(`update ledger.attachment_arrivals set media_type = $4, at = now() where ${ofKey}`, [...key, mediaType]);
    return true;
  });
}

const altered = (sha256: string): LedgerFault =>
  new LedgerFault({
    en: `The file ${sha256} is not the one that was handed in: its bytes do not give its digest. gongze fsck says what else is wrong.`,
    zh: `附件 ${sha256} 与上传时不同：其内容与摘要不符。请运行 gongze fsck 全面检查。`,
  });

/** The last part is held back until all of them give the digest: an altered file never comes through whole. */
async function* bytesOf(pool: pg.Pool, sha256: string, parts: number): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (let part = 0; part < parts; part += 1) {
    const [row] = await ask<{ bytes: Buffer }>(pool, 'select bytes from ledger.attachments where sha256 = $1 and part = $2', [
      sha256,
      part,
    ]);
    if (row === undefined) throw altered(sha256);
    hash.update(row.bytes);
    if (part === parts - 1 && hash.digest('hex') !== sha256) throw altered(sha256);
    yield row.bytes;
  }
}

async function* partsOf(pool: pg.Pool, arrival: Arrival): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const text = `select bytes from ledger.attachment_parts where ${ofKey} and part = $4`;
    const [row] = await ask<{ bytes: Buffer }>(pool, text, [...keyOf(arrival), part]);
    if (row === undefined) return;
    yield row.bytes;
  }
}

export function postgresAttachments(pool: pg.Pool): AttachmentStore {
  return {
    begin: async (arrival, bytes, waitingBytesMax) => await begin(pool, arrival, bytes, waitingBytesMax),
    standing: async (arrival) => await standingOf(pool, arrival),
    put: async (arrival, part, bytes) => {
      const text = `insert into ledger.attachment_parts (case_id, sha256, person, part, bytes)
        select case_id, sha256, person, $4, $5 from ledger.attachment_arrivals where ${ofKey} and media_type is null on conflict do nothing`;
      await ask(pool, text, [...keyOf(arrival), part, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)]);
    },
    arrived: (arrival) => partsOf(pool, arrival),
    discard: async (arrival) => {
      await ask(pool, `delete from ledger.attachment_arrivals where ${ofKey} and media_type is null`, keyOf(arrival));
    },
    finish: async (arrival) => await finish(pool, arrival),
    held: async (caseId, digests) => {
      const rows = await ask<{ sha256: string; size: string; media_type: string }>(
        pool,
        `update ledger.attachment_arrivals set at = now() where case_id = $1 and sha256 = any($2) and media_type is not null
         returning sha256, size, media_type`,
        [caseId, digests],
      );
      return new Map(rows.map(({ sha256, size, media_type: mediaType }) => [sha256, { bytes: Number(size), mediaType }]));
    },
    read: async (sha256) => {
      const [row] = await ask<{ parts: string }>(pool, 'select count(*) as parts from ledger.attachments where sha256 = $1', [sha256]);
      const parts = Number(row?.parts);
      return parts === 0 ? undefined : bytesOf(pool, sha256, parts);
    },
  };
}

/**
 * Clears away what came in before `hours` ago and no record names: files half sent, and files of forms that nobody
 * submitted. Returns how many files went. Safe beside servers at work.
 */
export async function clearUnnamed(pool: pg.Pool, hours: number): Promise<number> {
  return await inTransaction(pool, async (client) => {
    await client.query(`select ${alone}`);
    await client.query(markNamed, [null]);
    await client.query('delete from ledger.attachment_arrivals where not named and at < now() - make_interval(hours => $1)', [hours]);
    // What nobody handed in stands here only if somebody put it back from a backup; a record may name it all the same.
    const { rows } = await client.query<{ sha256: string }>(
      `select distinct sha256 from ledger.attachments t
       where not exists (select from ledger.attachment_arrivals a where a.sha256 = t.sha256)
         and not exists (select from ledger.facts f where position(t.sha256 in f.body) > 0)`,
    );
    await client.query('delete from ledger.attachments where sha256 = any($1)', [rows.map(({ sha256 }) => sha256)]);
    return rows.length;
  });
}
