/** The commands that look after the ledger, where what they are told is wrong: each says what, and nothing is made up. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remove, temporaryFolder, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gongze, gongzeIn } from '../testing/ran.ts';

let database: TestServer;
let folder: string;
let env: Record<string, string>;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  folder = await temporaryFolder();
  writeFileSync(at('url'), `${database.connectionString}\n`, { mode: 0o600 });
  await gongze('log-key', 'gongze.test/log', at('log.key'));
  env = { DATABASE_URL_FILE: at('url'), GONGZE_LOG_KEY_FILE: at('log.key') };
});
afterAll(async () => {
  await database?.remove();
  await remove(folder);
});

test('a key tells its public half, by which witnesses and policies name the log', async () => {
  const { code, out } = await gongze('log-key', 'gongze.test/other', at('other.key'));
  expect([code, out.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/^gongze\.test\/other\+[0-9a-f]{8}\+[\w+/]{44}$/)]);
  expect(out).not.toContain('PRIVATE');
});

test('the database may be named by a file, as for the server', async () => {
  expect(await gongzeIn(env, 'backup', at('backup'))).toMatchObject({ code: 0, out: expect.stringContaining('0 facts backed up') });
  expect(await gongzeIn({ ...env, DATABASE_URL: 'postgres://x' }, 'fsck')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Give either DATABASE_URL or DATABASE_URL_FILE'),
  });
});

test('a backup that cannot be written is no fault of the database', async () => {
  const { code, err } = await gongzeIn(env, 'backup', at('nowhere/backup'), '--lang', 'zh');
  expect([code, err]).toEqual([1, expect.stringContaining(`无法写入 ${at('nowhere/backup')}（ENOENT）`)]);
  expect(err).not.toContain('数据库暂时没有应答');
});

test.each(['fsck', 'backup', 'export-log'])('%s opens no new ledger where a folder was named wrongly', async (command) => {
  const args = command === 'fsck' ? [] : [at('out')];
  const { code, out, err } = await gongze(command, ...args, '--data-dir', at('no-such-folder'));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('There is no ledger in');
  expect(existsSync(at('no-such-folder'))).toBe(false);
});

test('files that are not there are told as such', async () => {
  expect(await gongzeIn(env, 'restore', at('none'))).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read (ENOENT)') });
  expect(await gongzeIn(env, 'fsck', '--checkpoint', at('none'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be read (ENOENT)'),
  });
});
