/** Server mode as it is started: what it refuses, and how the first signer comes in. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { actCheck } from '@gongze/identity/registry/act-check';
import { nodeSha256 } from '@gongze/ledger/crypto/sha256';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { isMalformed } from '@gongze/ledger/log/malformed';
import { parsePolicy } from '@gongze/ledger/log/policy';
import { temporaryFolder, remove, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { verifyLog } from '@gongze/ledger/verify/log';
import { findLog, untoldText } from '@gongze/ledger/verify/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serve.ts';

let database: TestServer;
let folder: string;
let env: Record<string, string>;
const said: string[] = [];
const log = (line: string): void => void said.push(line);

beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  folder = await temporaryFolder();
  const logKeyFile = join(folder, 'log.key');
  await writeFile(logKeyFile, `${signingKey('gongze.test/log', 'ed25519', randomBytes(32)).secret}\n`, { mode: 0o600 });
  env = {
    GONGZE_SECRET: randomBytes(48).toString('base64'),
    GONGZE_LOG_KEY_FILE: logKeyFile,
    GONGZE_PUBLIC_URL: 'http://127.0.0.1:4646',
    GONGZE_LOCAL_ACCOUNTS: 'on',
  };
});
afterAll(async () => {
  await database?.remove();
  await remove(folder);
});

const start = (more: Record<string, string> = {}) =>
  serve({ mode: 'server', databaseUrl: database.connectionString, dataDir: folder, port: 0, env: { ...env, ...more }, log });

test('refuses to start where nobody could sign in, and says how to mend it', async () => {
  await expect(start()).rejects.toThrow(/GONGZE_FIRST_SIGNERS/);
});

test('invites the first signer by a file of its owner’s, never by the log; nobody else may do a thing', async () => {
  const running = await start({ GONGZE_FIRST_SIGNERS: '610100=li@example.org' });
  try {
    const path = join(folder, 'first-invitations.txt');
    const link = (await readFile(path, 'utf8')).trim();
    expect(link).toMatch(/^610100 li@example\.org http:\/\/127\.0\.0\.1:4646\/sign-in#invitation=[\w-]{43}$/);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(said.join('\n')).not.toContain(link.slice(-43));
    const session = await (await fetch(`${running.url}/api/session`)).json();
    expect(session).toMatchObject({ mode: 'server', offices: [], methods: { password: true, singleSignOn: false } });
    const cases = await (await fetch(`${running.url}/api/cases`)).json();
    expect(JSON.stringify(cases)).not.toContain('xixian');
    const body = {
      case: 'river',
      title: { zh: '河', en: 'river' },
      opened: {
        occurred: { first: '2026-01-01', last: '2026-01-01', precision: 'day' },
        payload: { title: { zh: '河', en: 'river' }, parties: ['610100', '610400'] },
      },
    };
    const created = await fetch(`${running.url}/api/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
      body: JSON.stringify(body),
    });
    expect(created.status).toBe(401);
  } finally {
    await running.close();
  }
});

test('who has not signed in verifies its log, and is asked for nothing that needs an account', async () => {
  const running = await start();
  try {
    const statuses: number[] = [];
    const asked: typeof fetch = async (...own) => {
      const response = await fetch(...own);
      statuses.push(response.status);
      return response;
    };
    const policy = parsePolicy(await (await fetch(`${running.url}/log/policy`)).text());
    if (isMalformed(policy)) throw new Error('no policy');
    await expect.poll(async () => (await fetch(`${running.url}/log/checkpoint`)).status, { timeout: 20_000 }).toBe(200);
    const log = await findLog(running.url, asked);
    const report = await verifyLog(log, { policy, sha256: nodeSha256, depth: 'records', acts: actCheck(gb2260()), maySignIn: true });
    // The offices of the registry, which the public is told by their headers.
    expect(report).toMatchObject({ faultsTotal: 0, records: { checked: 0, payloads: 0, signInFirst: true } });
    expect(report.records?.withheld).toBe(report.entries);
    expect(report.entries).toBeGreaterThan(0);
    expect(statuses).not.toContain(401);
    expect(untoldText(log.recordsTold(), report.records)?.en).toContain('Not signed in');
  } finally {
    await running.close();
  }
});

test('starts again with the invitation open, and then without one more word about it', async () => {
  const running = await start();
  await running.close();
});

test('its database is not opened in local mode', async () => {
  await expect(serve({ databaseUrl: database.connectionString, dataDir: folder, port: 0, env: {}, log })).rejects.toThrow(/--mode server/);
});

test('a database of local mode is not opened in server mode', async () => {
  const local = await testServer({ fsync: 'on' });
  try {
    const running = await serve({ databaseUrl: local.connectionString, dataDir: folder, port: 0, env: {}, log });
    await running.close();
    const again = serve({
      mode: 'server',
      databaseUrl: local.connectionString,
      dataDir: folder,
      port: 0,
      env: { ...env, GONGZE_FIRST_SIGNERS: '610100=li@example.org' },
      log,
    });
    await expect(again).rejects.toThrow(/local mode/);
  } finally {
    await local.remove();
  }
});
