/** A site in server mode with an account for each user of the product, and a browser in which each is signed in. */
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { signingKey } from '@gongze/ledger/crypto/signing-key';
import { openPool } from '@gongze/ledger/store/connection';
import { remove, temporaryFolder, testServer } from '@gongze/ledger/testing/servers';
import { serve } from '@gongze/server';
import { codeAt, fromBase32, stepAt } from '@gongze/server/sign-in/one-time-codes';
import { type Browser, chromium } from 'playwright-core';
import { vi } from 'vitest';
import { artifacts } from '../support.ts';

export interface Account {
  readonly name: string;
  readonly cookie: string;
  readonly send: (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;
}
interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers as they come
  readonly body: any;
}

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  readonly accounts: Readonly<Record<'secretariat' | 'department' | 'supervision' | 'auditor' | 'province' | 'centre', Account>>;
  /** Every clock, of the server and of those who look, to so many days from now; sessions are kept. */
  readonly goTo: (daysFromNow: number) => Promise<void>;
  /** Until what it gives is called. Called at once with where the clock stands, and at every move; milliseconds ahead of the true time. */
  readonly onClock: (move: (ahead: number) => Promise<void>) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function visitor(url: string, name: string) {
  const jar = new Map<string, string>();
  const send: Account['send'] = async (method, path, body, headers = {}) => {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
    const response = await fetch(url + path, {
      method,
      headers: { origin: url, cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(key, value);
    }
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
  return { name, send, jar };
}

/** Accepts the invitation with a password and a second factor, and takes the office. */
async function enrol(url: string, name: string, token: string, office: string): Promise<Account> {
  const { send, jar } = visitor(url, name);
  const must = async (method: string, path: string, body: object): Promise<Answer['body']> => {
    const answer = await send(method, path, body);
    if (answer.status >= 300) throw new Error(`${name} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await must('POST', '/api/invitations/accept', { token, name, password: 'seven quiet herons over wet slate' });
  const { secret } = await must('POST', '/api/accounts/second-factor', {});
  await must('POST', '/api/accounts/second-factor/confirm', { code: codeAt(fromBase32(secret), stepAt(Date.now())) });
  await must('PUT', '/api/session/office', { office });
  return { name, cookie: jar.get('gongze') ?? '', send };
}

export async function openSite(): Promise<Site> {
  mkdirSync(artifacts, { recursive: true });
  const database = await testServer({ fsync: 'on' });
  const folder = await temporaryFolder();
  const logKeyFile = join(folder, 'log.key');
  await writeFile(logKeyFile, `${signingKey('gongze.test/log', 'ed25519', randomBytes(32)).secret}\n`, { mode: 0o600 });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const running = await serve({
    mode: 'server',
    databaseUrl: database.connectionString,
    dataDir: folder,
    port,
    env: {
      GONGZE_SECRET: randomBytes(48).toString('base64'),
      GONGZE_LOG_KEY_FILE: logKeyFile,
      GONGZE_PUBLIC_URL: url,
      GONGZE_LOCAL_ACCOUNTS: 'on',
      GONGZE_FIRST_SIGNERS: '000000=centre@example.org,610000=province@example.org,610100=host@example.org,610400=department@example.org',
    },
  });
  const links = (await readFile(join(folder, 'first-invitations.txt'), 'utf8')).trim().split('\n');
  const tokens = new Map(links.map((line) => [line.slice(0, 6), line.slice(-43)]));
  const first = async (actor: string, name: string) => await enrol(url, name, tokens.get(actor) ?? '', `${actor}#first`);
  const province = await first('610000', 'Province');
  const centre = await first('000000', 'Centre');
  const host = await first('610100', 'Host');
  const department = await first('610400', 'Department');
  const invited = async (by: Account, name: string, office: { office: string; actor: string; roles: string[] }): Promise<Account> => {
    const made = await by.send('POST', '/api/offices', { ...office, idempotencyKey: `office-${office.office}` });
    if (made.status !== 201) throw new Error(`${office.office}: ${JSON.stringify(made.body)}`);
    const { body } = await by.send('POST', '/api/invitations', { office: office.office, email: `${name.toLowerCase()}@example.org` });
    return await enrol(url, name, body.token, office.office);
  };
  const body = { body: 'body:weeks', members: ['610100', '610400'], host: '610100', idempotencyKey: 'body' };
  const registered = await host.send('POST', '/api/bodies', body);
  if (registered.status !== 201) throw new Error(JSON.stringify(registered.body));
  const secretariat = await invited(host, 'Secretariat', { office: 'weeks-office', actor: 'body:weeks', roles: ['secretariat'] });
  const supervision = await invited(province, 'Supervision', {
    office: '610000-supervision',
    actor: '610000',
    roles: ['supervisor', 'signer', 'registrar', 'inspector', 'assessor'],
  });
  const auditor = await invited(province, 'Auditor', { office: '610000-audit', actor: '610000', roles: ['auditor'] });
  const clocks = new Set<(ahead: number) => Promise<void>>();
  const begun = Date.now();
  let ahead = 0;
  const goTo = async (daysFromNow: number): Promise<void> => {
    ahead = daysFromNow * 86_400_000;
    const now = new Date(begun + ahead);
    // The server runs in this process: only its calendar moves, its timers do not.
    vi.useFakeTimers({ now, toFake: ['Date'], shouldAdvanceTime: true });
    const pool = openPool(database.connectionString);
    await pool.query('update identity.sessions set last_seen_at = $1, expires_at = $2', [now, new Date(now.getTime() + 36_000_000)]);
    await pool.end();
    for (const move of clocks) await move(ahead);
  };
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  return {
    url,
    browser,
    accounts: { secretariat, department, supervision, auditor, province, centre },
    goTo,
    onClock: async (move) => {
      clocks.add(move);
      if (ahead > 0) await move(ahead);
      return () => clocks.delete(move);
    },
    close: async () => {
      await browser.close();
      await running.close();
      // Not before: a calendar that falls back by months would set the server's timers to months.
      vi.useRealTimers();
      await database.remove();
      await remove(folder);
    },
  };
}

/** A case between the two cities that stands before the story begins; its address. */
export async function caseBefore({ accounts }: Site, caseId: string, name: string, on: string): Promise<string> {
  const title = { zh: name, en: name };
  const opened = { occurred: { first: on, last: on, precision: 'day' }, payload: { title, parties: ['610100', '610400'] } };
  const body = { case: caseId, title, opened, actors: { 'body:weeks': title } };
  const made = await accounts.secretariat.send('POST', '/api/cases', body, { 'idempotency-key': caseId });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return `/case/${caseId}`;
}
