/**
 * What migration 0002 cannot say in SQL: the leaf of every fact that is there already, and the registry of the cases. It
 * runs inside the transaction of the migrations: an upgrade that is interrupted has not happened.
 */
import { randomBytes } from 'node:crypto';
import { caseNamedRecord } from '@gongze/application/ledger/plan';
import type { ClientBase } from 'pg';
import { appendCalls } from './appender.ts';
import { keep, type KeptRecord, recordOf } from './kept.ts';

const batchSize = 1000;

interface Row extends KeptRecord {
  readonly stream_id: string;
  readonly version: number;
}

export async function fillLeaves(client: ClientBase): Promise<void> {
  let last = { stream_id: '', version: 0 };
  for (;;) {
    const { rows } = await client.query<Row>(
      `select stream_id, version, body, payload_salt as salt, payload_hash as hash from ledger.facts
       where (stream_id, version) > ($1, $2) order by stream_id, version limit ${batchSize}`,
      [last.stream_id, last.version],
    );
    const final = rows.at(-1);
    if (final === undefined) break;
    last = final;
    const kept = rows.map((row) => keep(recordOf(row), row.salt));
    await client.query(
      `update ledger.facts f set leaf = n.leaf, body = n.body
       from unnest($1::text[], $2::int[], $3::bytea[], $4::text[]) n(stream_id, version, leaf, body)
       where f.stream_id = n.stream_id and f.version = n.version`,
      [rows.map((row) => row.stream_id), rows.map((row) => row.version), kept.map(({ leaf }) => leaf), kept.map(({ body }) => body)],
    );
  }
  await nameCases(client);
}

async function nameCases(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ case_id: string; title: string; actors: string; now: Date }>(
    'select case_id, title, actors, now() from ledger.cases order by case_id',
  );
  for (const [index, { case_id: caseId, title, actors, now }] of rows.entries()) {
    const payload = { caseId, title: JSON.parse(title), actors: JSON.parse(actors) };
    const record = caseNamedRecord(index + 1, payload, now.toISOString(), { mode: 'import' });
    const records = [keep(record, randomBytes(16).toString('hex'))];
    await appendCalls(client, [{ streamId: record.streamId, expected: index, records }]);
  }
}
