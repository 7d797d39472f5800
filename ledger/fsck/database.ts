/** The tables of a database, read in batches from one moment: whoever writes meanwhile is not seen. */
import type pg from 'pg';
import type { LedgerTables } from './check.ts';

const batchRows = 2000;
/** Of attached files: half a megabyte each. */
export const partsAtOnce = 8;
export const attachmentRows = 'select sha256, part, bytes from ledger.attachments order by sha256, part';

/** The rows of a query, some at a time. */
export async function* batches<Row>(
  client: pg.ClientBase,
  name: string,
  sql: string,
  rowsAtOnce = batchRows,
): AsyncGenerator<readonly Row[]> {
  await client.query(`declare ${name} no scroll cursor for ${sql}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${rowsAtOnce} from ${name}`);
    if (rows.length === 0) break;
    yield rows as Row[];
  }
  await client.query(`close ${name}`);
}

/** `client` stands in a transaction whose snapshot does not change. Numbers of 64 bits are read as far as a double is exact. */
export function tablesOf(client: pg.ClientBase): LedgerTables {
  return {
    facts: () =>
      batches(
        client,
        'facts',
        `select stream_id, version, fact_id, idempotency_key, body, payload_hash, payload_salt, leaf
         from ledger.facts order by stream_id, version`,
      ),
    streams: () => batches(client, 'streams', 'select stream_id, size from ledger.streams order by stream_id'),
    cases: () => batches(client, 'cases', 'select case_id, title, actors from ledger.cases order by case_id'),
    checkpoints: () =>
      batches(
        client,
        'checkpoints',
        'select number::double precision as number, size::double precision as size, note from ledger.checkpoints order by number',
      ),
    places: () =>
      batches(
        client,
        'places',
        `select q.index::double precision as index, q.stream_id, q.version, f.leaf
         from ledger.sequence q left join ledger.facts f using (stream_id, version) order by q.index`,
      ),
    tiles: () => batches(client, 'tiles', 'select level, index::double precision as index, hashes from ledger.tiles order by level, index'),
    attachments: () => batches(client, 'attachments', attachmentRows, partsAtOnce),
  };
}
