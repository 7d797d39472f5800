/** A server in server mode over a throw-away database, and browsers that talk to it. */
import { randomUUID } from 'node:crypto';
import { createApplication } from '@gongze/application';
import { selectEdition } from '@gongze/cases/edition';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { postgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer } from '@gongze/ledger/testing/servers';
import { buildServer } from '../../server.ts';
import { codeAt, fromBase32, stepAt } from '../one-time-codes.ts';
import { OFFICES, registriesOver } from '../registries.ts';
import type { SignInOptions } from '../context.ts';
import { signInWith } from '../register.ts';
import { sessionsIn } from '../sessions.ts';

export const publicUrl = 'https://gongze.test';
const start = Date.parse('2026-11-23T00:00:00Z');

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers as they come
  readonly body: any;
  readonly headers: Record<string, unknown>;
}

export type Site = Awaited<ReturnType<typeof openSite>>;

export async function openSite(database: TestServer, more: Partial<SignInOptions> = {}) {
  let now = start;
  const clock = { today: () => isoDateOf(new Date(now).toISOString().slice(0, 10)), now: () => new Date(now).toISOString() };
  const governments = gb2260();
  const store = await postgresStore({ connectionString: database.connectionString, random });
  const authorizer = createAuthorizer({ governments, today: clock.today });
  const parts = { store, clock, governments, newId: () => `r-${randomUUID()}` };
  const registries = registriesOver(parts);
  const local = { mode: 'server', person: 'operator' } as const;
  let count = 0;
  /** As the first invitation from the command line does. */
  const office = async (name: string, actor: string, roles: readonly string[]): Promise<void> => {
    count += 1;
    const result = await registries.append(OFFICES, local, {
      type: 'officeCreated',
      payload: { office: name, actor, roles },
      idempotencyKey: `office-${count}-${name}`,
    });
    if (result !== 'recorded') throw new Error(`no office ${name}`);
  };
  const options: SignInOptions = {
    ...parts,
    publicUrl,
    secret: 'a secret of the tests, long enough for it',
    pool: store.pool,
    authorizer,
    passwordCost: { log2N: 10 },
    ...more,
  };
  const application = createApplication({ store, clock, governments, selectEdition, authorizer });
  const lines: string[] = [];
  const logs = { write: (line: string) => void lines.push(line) };
  const server = await buildServer({ application, pageDir: 'none', ready: async () => true, signIn: signInWith(options), logs });
  const invite = async (name: string, email: string): Promise<string> =>
    await sessionsIn(store.pool, () => new Date(now)).invite(name, email, undefined);

  const browser = (): Browser => {
    const jar = new Map<string, string>();
    const send = async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await server.inject({
        method,
        url,
        headers: {
          origin: publicUrl,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      for (const one of response.cookies) {
        if (one.value === '' || (one.expires !== undefined && one.expires.getTime() < Date.now())) jar.delete(one.name);
        else jar.set(one.name, one.value);
      }
      const type = String(response.headers['content-type'] ?? '');
      return {
        status: response.statusCode,
        body: type.includes('json') ? JSON.parse(response.body) : response.body,
        headers: response.headers,
      };
    };
    return { send, jar };
  };

  /** Accepts an invitation, sets the second factor up, and stays signed in. */
  const enrol = async (name: string, email: string, password = 'correct horse battery staple') => {
    const one = browser();
    const token = await invite(name, email);
    const accepted = await one.send('POST', '/api/invitations/accept', { token, name: 'Name', password });
    if (accepted.status !== 201) throw new Error(JSON.stringify(accepted.body));
    const { secret } = (await one.send('POST', '/api/accounts/second-factor', {})).body;
    const confirmed = await one.send('POST', '/api/accounts/second-factor/confirm', { code: codeAt(fromBase32(secret), stepAt(now)) });
    const { person } = (await one.send('GET', '/api/session')).body;
    return {
      ...one,
      email,
      password,
      secret: secret as string,
      recoveryCodes: confirmed.body.recoveryCodes as string[],
      person: person as string,
    };
  };

  return {
    server,
    /** What was logged. */
    lines,
    store,
    registries,
    office,
    invite,
    browser,
    enrol,
    codeNow: (secret: string) => codeAt(fromBase32(secret), stepAt(now)),
    now: () => now,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

export interface Browser {
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly jar: Map<string, string>;
}

export const minutes = 60_000;
