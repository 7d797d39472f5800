/** The account of the database with no more rights than a server needs: everything works with it, and nothing else does. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { prepareRole } from '@gongze/ledger/store/role';
import { remove, temporaryFolder, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Running, serve } from './serve.ts';

let database: TestServer;
let folder: string;
let running: Running;
let asRole: pg.Client;

beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  folder = await temporaryFolder();
  const owner = new pg.Client({ connectionString: database.connectionString });
  await owner.connect();
  await owner.query("create role gongze_server login password 'of the test'");
  await prepareRole(owner, 'gongze_server');
  await prepareRole(owner, 'gongze_server');
  await owner.end();
  const url = database.connectionString.replace(/\/\/[^@]*@/, '//gongze_server:of%20the%20test@');
  const logKey = join(folder, 'log.key');
  await writeFile(logKey, `${signingKey('gongze.test/log', 'ed25519', randomBytes(32)).secret}\n`, { mode: 0o600 });
  await writeFile(join(folder, 'database.url'), `${url}\n`, { mode: 0o600 });
  await writeFile(join(folder, 'secret'), randomBytes(48).toString('base64'), { mode: 0o600 });
  running = await serve({
    mode: 'server',
    dataDir: folder,
    port: 0,
    env: {
      DATABASE_URL_FILE: join(folder, 'database.url'),
      GONGZE_SECRET_FILE: join(folder, 'secret'),
      GONGZE_LOG_KEY_FILE: logKey,
      GONGZE_PUBLIC_URL: 'http://127.0.0.1:4646',
      GONGZE_FIRST_SIGNERS: '610100=li@example.org',
    },
  });
  asRole = new pg.Client({ connectionString: url });
  await asRole.connect();
}, 120_000);
afterAll(async () => {
  await asRole?.end();
  await running?.close();
  await database?.remove();
  await remove(folder);
});

test('a server starts, records, sequences and keeps its jobs with it; its secrets come from files', async () => {
  expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  await vi.waitFor(
    async () => {
      const note = await (await fetch(`${running.url}/log/checkpoint`)).text();
      expect(Number(note.split('\n')[1])).toBeGreaterThan(0);
    },
    { timeout: 20_000, interval: 200 },
  );
  const { rows } = await asRole.query('select current_user as me, count(*)::int as jobs from pgboss.queue');
  expect(rows[0]).toMatchObject({ me: 'gongze_server' });
  expect(rows[0].jobs).toBeGreaterThan(0);
});

test.each([
  "update ledger.facts set body = '{}'",
  'delete from ledger.facts',
  'truncate ledger.facts',
  'alter table ledger.facts disable trigger all',
  'drop trigger facts_are_append_only on ledger.facts',
  'drop table ledger.facts',
  'update ledger.sequence set index = index + 1',
  'delete from ledger.sequence',
  'delete from ledger.checkpoints',
  "update ledger.attachments set bytes = 'x'",
  'truncate ledger.attachments',
  'delete from ledger.streams',
  "update ledger.instance set mode = 'local'",
  "insert into ledger.migrations (name, sha256) values ('9999_x.sql', '')",
  'create table ledger.mine ()',
  'create table identity.mine ()',
  'create function ledger.mine() returns int language sql as $$ select 1 $$',
  'create or replace function ledger.refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
  'create role another',
  'create database another',
  'create schema another',
  "set session_replication_role = 'replica'",
  'select pg_read_file($$/etc/passwd$$)',
  "copy ledger.facts to program 'cat'",
])('it may not: %s', async (statement) => {
  await expect(asRole.query(statement)).rejects.toMatchObject({ code: '42501' });
});

test('an account that may do more by itself, the owner, or one that is not there is refused', async () => {
  const owner = new pg.Client({ connectionString: database.connectionString });
  await owner.connect();
  try {
    await owner.query('create role mighty createrole');
    const { rows } = await owner.query<{ me: string }>('select current_user as me');
    await expect(prepareRole(owner, 'mighty')).rejects.toThrow(/more than a server needs/);
    await expect(prepareRole(owner, rows[0]?.me ?? '')).rejects.toThrow(/more than a server needs/);
    await expect(prepareRole(owner, 'nobody there')).rejects.toThrow(/create role/);
  } finally {
    await owner.end();
  }
});
