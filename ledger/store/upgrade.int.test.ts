import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import pg from 'pg';
import { expect, it } from 'vitest';
import { leafOf } from '../log/leaf.ts';
import { run, withoutHash } from '../testing/contract.ts';
import { random, testServer } from '../testing/servers.ts';
import { nodeSha256 } from '../crypto/sha256.ts';
import { keep } from './kept.ts';
import { migrationsFolder } from './migrate.ts';
import { postgresStore } from './postgres.ts';

/** A database as the first version of the product left it. */
async function writeAsBefore(client: pg.Client, cases: readonly CaseId[]): Promise<void> {
  await client.query('create schema ledger');
  await client.query('create table ledger.migrations (name text primary key, sha256 text not null, applied_at timestamptz default now())');
  const name = '0001_streams_and_facts.sql';
  const sql = await readFile(join(migrationsFolder, name), 'utf8');
  await client.query(sql);
  await client.query("insert into ledger.migrations select $1, encode(sha256(convert_to($2, 'utf8')), 'hex')", [name, sql]);
  for (const caseId of cases) {
    await client.query('insert into ledger.cases values ($1, $2, $3, 0)', [caseId, '{"zh":"旧","en":"Old"}', '{}']);
    for (const fact of run(caseId, 1, 1200)) {
      // The first version kept hashes that came along in the text; they were never true.
      const body = JSON.stringify(fact.version === 7 ? { ...fact, payloadHash: 'f'.repeat(64) } : fact);
      const { salt, hash } = keep(fact, Buffer.from(random(16)).toString('hex'));
      await client.query(
        `insert into ledger.facts (case_id, version, fact_id, idempotency_key, body, payload_hash, payload_salt)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [caseId, fact.version, fact.id, fact.idempotencyKey, body, hash, salt],
      );
    }
    await client.query('update ledger.cases set size = 1200 where case_id = $1', [caseId]);
  }
}

it('gives every fact of an older database its leaf, names its cases, and changes nothing else', async () => {
  const server = await testServer({ synchronous_commit: 'off' });
  const { connectionString } = server;
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const cases = ['eins', 'zwei'] as CaseId[];
    await writeAsBefore(client, cases);
    const store = await postgresStore({ connectionString, random });
    for (const caseId of cases) {
      const read = await store.readCase(caseId);
      expect(read).toMatchObject({ title: { zh: '旧', en: 'Old' }, size: 1200 });
      expect(withoutHash(read?.facts ?? [])).toEqual(run(caseId, 1, 1200));
      const { rows } = await client.query<{ leaf: Buffer }>('select leaf from ledger.facts where stream_id = $1 order by version', [
        caseId,
      ]);
      const expected = read?.facts.map((fact) => leafOf(fact, fact.payloadSalt ?? '', nodeSha256).bytes);
      expect(rows.map(({ leaf }) => leaf.toString())).toEqual(expected?.map((leaf) => Buffer.from(leaf).toString()));
      expect(await store.append(caseId, 1200, run(caseId, 1201, 1201))).toEqual({ size: 1201, appended: 1 });
    }
    expect((await store.readStream('registry:cases'))?.records.map(({ payload }) => payload)).toEqual(
      cases.map((caseId) => ({ caseId, title: { zh: '旧', en: 'Old' }, actors: {} })),
    );
    await expect(client.query('update ledger.facts set body = body')).rejects.toThrow(/facts are only ever added/);
    await store.close();
  } finally {
    await client.end();
    await server.remove();
  }
});
