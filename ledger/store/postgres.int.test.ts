import { chown, cp, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@gongze/application/ports';
import type { CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateHistory } from '../../domain/testing/histories.ts';
import { anyTitle, freshCase, numbered, run, storeContract, withoutHash } from '../testing/contract.ts';
import { launch } from '../embedded/start.ts';
import { random, remove, type TestServer, testServer } from '../testing/servers.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { postgresStore } from './postgres.ts';

let server: TestServer;
let store: Store;
let admin: pg.Client;

beforeAll(async () => {
  server = await testServer();
  const { connectionString } = server;
  // Several that open an empty database at once must not get into each other's way.
  const stores = await Promise.all([1, 2, 3].map(async () => await postgresStore({ connectionString, random })));
  await Promise.all(stores.slice(1).map(async (other) => await other.close()));
  store = stores[0] as Store;
  admin = new pg.Client({ connectionString });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await store?.close();
  await server?.remove();
});

storeContract('PostgreSQL', async () => store);

async function filledCase(): Promise<ReturnType<typeof freshCase>> {
  const caseId = freshCase();
  await store.putCase({ caseId, title: anyTitle, actors: {} });
  await store.append(caseId, 0, run(caseId, 1, 2));
  return caseId;
}

describe('facts are only ever added', () => {
  it.each([
    'update ledger.facts set body = body',
    "update ledger.facts set body = '' where false",
    'delete from ledger.facts',
    'truncate ledger.facts',
    "insert into ledger.facts select * from ledger.facts on conflict (stream_id, version) do update set body = ''",
    "set session_replication_role = 'replica'; delete from ledger.facts",
  ])('refuses %s', async (statement) => {
    const caseId = await filledCase();
    await expect(admin.query(statement)).rejects.toThrow(/facts are only ever added/);
    await admin.query('reset session_replication_role');
    expect((await store.readCase(caseId))?.facts).toHaveLength(2);
  });
  it('refuses to remove a stream', async () => {
    const caseId = await filledCase();
    await expect(admin.query('delete from ledger.streams where stream_id = $1', [caseId])).rejects.toThrow(/streams are never removed/);
    await expect(admin.query('truncate ledger.streams cascade')).rejects.toThrow(/streams are never removed/);
  });
});

describe('the database', () => {
  it('keeps the exact text of a fact', async () => {
    const caseId = await filledCase();
    const { rows } = await admin.query('select body from ledger.facts where stream_id = $1 order by version', [caseId]);
    expect(rows.map(({ body }) => body)).toEqual(run(caseId, 1, 2).map((fact) => JSON.stringify(fact)));
  });
  it('puts what was appended later behind in the line to the log', async () => {
    const [first, second] = [await filledCase(), await filledCase()];
    await store.append(first, 2, run(first, 3, 3));
    const { rows } = await admin.query<{ stream_id: string; version: number }>(
      'select stream_id, version from ledger.unsequenced where stream_id = any($1) order by place',
      [[first, second]],
    );
    expect(rows.map((row) => `${row.stream_id === first ? 'first' : 'second'} ${row.version}`)).toEqual([
      'first 1',
      'first 2',
      'second 1',
      'second 2',
      'first 3',
    ]);
  });
  it('decides each append of a group for itself: those in place, behind, known, changed, missing', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, async () => await filledCase()));
    const [behind, known, changed, ahead] = cases as [CaseId, CaseId, CaseId, CaseId];
    const nobody = freshCase();
    const others = cases.slice(4);
    const settled = async (work: Promise<unknown>): Promise<unknown> => await work.catch((cause: unknown) => `${String(cause)}`);
    const all = await Promise.all([
      ...others.map(async (caseId, at) => await settled(store.append(caseId, 2, run(caseId, 3, 3 + (at % 3))))),
      settled(
        store.append(
          behind,
          1,
          run(behind, 2, 2).map((fact) => ({ ...fact, id: 'other' as FactId, idempotencyKey: 'other' })),
        ),
      ),
      settled(store.append(known, 1, run(known, 2, 2))),
      settled(store.append(changed, 2, [{ ...numbered(changed, 3), id: 'f-2' as FactId }])),
      settled(store.append(ahead, 5, run(ahead, 6, 6))),
      settled(store.append(nobody, 0, run(nobody, 1, 1))),
    ]);
    expect(all.slice(0, others.length)).toEqual(others.map((_, at) => ({ size: 3 + (at % 3), appended: 1 + (at % 3) })));
    expect(all.slice(others.length)).toEqual([
      { refusal: 'versionConflict', expected: 1, actual: 2 },
      { size: 2, appended: 0 },
      { refusal: 'conflictingDuplicate', factId: 'f-2' },
      { refusal: 'versionConflict', expected: 5, actual: 2 },
      expect.stringContaining(`There is no case ${nobody}`),
    ]);
    for (const [at, caseId] of others.entries())
      expect(withoutHash((await store.readCase(caseId))?.facts ?? [])).toEqual(run(caseId, 1, 3 + (at % 3)));
    for (const caseId of [behind, known, changed, ahead]) expect((await store.readCase(caseId))?.facts).toHaveLength(2);
  });
  it('gives a case of 10,000 facts back equal', async () => {
    const caseId = freshCase();
    const history = generateHistory(11, { size: 10_000, caseId });
    await store.putCase({ caseId, title: anyTitle, actors: {} });
    const began = performance.now();
    expect(await store.append(caseId, 0, history)).toEqual({ size: 10_000, appended: 10_000 });
    const appended = performance.now();
    const read = await store.readCase(caseId);
    console.log(`10,000 facts: append ${Math.round(appended - began)} ms, read ${Math.round(performance.now() - appended)} ms`);
    expect(withoutHash(read?.facts ?? [])).toEqual(history);
    expect(await store.append(caseId, 0, history)).toEqual({ size: 10_000, appended: 0 });
  });
  it('waits for the disk although the role would not', async () => {
    const caseId = await filledCase();
    await admin.query("alter role gongze set synchronous_commit = 'off'");
    const own = await postgresStore({ connectionString: server.connectionString, random });
    await admin.query('create table public.seen (value text)');
    await admin.query(`create function public.note() returns trigger language plpgsql as
      $$ begin insert into public.seen values (current_setting('synchronous_commit')); return null; end $$`);
    await admin.query('create trigger note after insert on ledger.facts for each statement execute function public.note()');
    await own.append(caseId, 2, [numbered(caseId, 3)]);
    await own.close();
    await admin.query('drop trigger note on ledger.facts');
    await admin.query('alter role gongze reset synchronous_commit');
    expect((await admin.query('select value from public.seen')).rows).toEqual([{ value: 'on' }]);
  });
});

describe('migrations', () => {
  it('are recorded, and a changed or unknown one is a fault', async () => {
    const folder = join(server.folder, 'migrations');
    await cp(migrationsFolder, folder, { recursive: true });
    await migrate(admin, folder);
    const before = await admin.query('select name, sha256 from ledger.migrations order by name');
    const names = (await readdir(migrationsFolder)).sort();
    expect(before.rows).toEqual(names.map((name) => ({ name, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })));
    await writeFile(join(folder, '9999_broken.sql'), 'create table ledger.half (id int); select 1/0;');
    await expect(migrate(admin, folder)).rejects.toThrow(/division by zero/);
    expect((await admin.query("select to_regclass('ledger.half') as half")).rows).toEqual([{ half: null }]);
    await writeFile(join(folder, '9999_broken.sql'), 'create table ledger.whole (id int)');
    await migrate(admin, folder);
    await expect(migrate(admin)).rejects.toThrow(/newer version .* · 本数据库已由更新版本/);
    await writeFile(join(folder, '9999_broken.sql'), 'create table ledger.whole (id bigint)');
    await expect(migrate(admin, folder)).rejects.toThrow(/9999_broken.sql was changed .* · 迁移文件/);
    await admin.query("drop table ledger.whole; delete from ledger.migrations where name like '9999%'");
    await migrate(admin);
  });
});

it('a replica, which shows the past, is refused', async () => {
  const primary = await testServer();
  await primary.stop();
  const cluster = join(primary.folder, 'data', 'postgresql', 'cluster');
  // Without a primary to follow it is a replica of what it has.
  const signal = join(cluster, 'standby.signal');
  await writeFile(signal, '');
  const { uid, gid } = await stat(join(cluster, 'PG_VERSION'));
  await chown(signal, uid, gid);
  const replica = await launch({ dataDir: join(primary.folder, 'data') }, {});
  try {
    const opening = postgresStore({ connectionString: replica.connectionString, random });
    await expect(opening).rejects.toThrow(/names a replica.* · .*只读副本/);
  } finally {
    await replica.stop();
    await remove(primary.folder);
  }
});

describe('a server that forgets', () => {
  it.each(['fsync', 'full_page_writes'])('is refused: %s off', async (setting) => {
    const forgetful = await testServer({ [setting]: 'off' });
    try {
      const opening = postgresStore({ connectionString: forgetful.connectionString, random });
      await expect(opening).rejects.toThrow(new RegExp(`runs with ${setting} = off.* · .*已确认的数据可能丢失`));
    } finally {
      await forgetful.remove();
    }
  });
});
