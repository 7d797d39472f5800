/**
 * Malformed requests without number at the product's own wiring over PostgreSQL: `npm run test:fuzz`, `npm run soak:fuzz`.
 * Nothing may be answered by 5xx, nothing may be recorded, memory may not grow. `--seed` replays a run. On a machine that is
 * busy otherwise the database may not answer in time, which is said by 503 and is no fault of the request: such a one is made
 * again, and only counts if the answer stays.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createApplication } from '@gongze/application';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { openStore } from '@gongze/ledger';
import { postgresAttachments } from '@gongze/ledger/attachments/store';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../clock.ts';
import { signInWith } from '../../sign-in/register.ts';
import { wire } from '../../wiring.ts';
import { joining, riverCase } from '../server.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Document, type FuzzRequest, requestOf, targetsOf } from './requests.ts';
import { askRaw, wireBytes } from './sockets.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
const total = Number(values.requests);
const seed = Number(values.seed ?? Date.now() % 2 ** 32);
/** Share that goes over real sockets. */
const SOCKETS = 0.03;
const AT_ONCE = 32;
const GROWTH_MAX_BYTES = 40 * 1024 * 1024;

const folder = await mkdtemp(join(tmpdir(), 'gongze-fuzz-'));
const opened = await openStore({ dataDir: join(folder, 'data'), log: () => undefined });
const { store } = opened;
const attachments = { store: postgresAttachments(store.pool), bytesMax: 1_000_000 };
const application = createApplication({ store, clock: systemClock, governments: gb2260(), selectEdition, attachments });
const faults: string[] = [];
const wiring = {
  opened,
  application,
  clock: systemClock,
  governments: gb2260(),
  pageDir: 'none',
  ready: async () => true,
  secret: new Uint8Array(32),
  env: {},
  log: (line: string) => void faults.push(line),
  limits: { perAddress: 1e9, perCaller: 1e9 },
};
const { server, close } = await wire(wiring);
const authorizer = createAuthorizer({ governments: gb2260(), today: systemClock.today });
// The same store with sign-in before it: nobody is signed in, and every route of the offices and keys is there.
const guarded = await wire({
  ...wiring,
  application: createApplication({ store, clock: systemClock, governments: gb2260(), selectEdition, authorizer }),
  authorizer,
  signIn: signInWith({
    publicUrl: 'https://gongze.example',
    secret: 'x'.repeat(32),
    pool: store.pool,
    store,
    authorizer,
    clock: systemClock,
    governments: gb2260(),
    newId: () => 'fuzz',
    localAccounts: true,
    passwordCost: { log2N: 4 },
  }),
});
await server.inject({ method: 'POST', url: '/api/cases', payload: riverCase, headers: { 'idempotency-key': 'open' } });
const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);

/** Everything that is kept, as one text: what a write would change. */
async function kept(): Promise<string> {
  // Failed attempts at signing in are counted, which is no write of anybody's; places in the log and the lists over all cases
  // follow from what is kept, the lists as soon as somebody asks for one.
  const followed = [
    'identity.failures',
    'ledger.sequencer',
    'ledger.unsequenced',
    'ledger.daily_cases',
    'ledger.daily_tasks',
    'ledger.daily_duties',
  ];
  const { rows: found } = await store.pool.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('ledger', 'identity')",
  );
  const counts = await Promise.all(
    found
      .map(({ name }) => name)
      .filter((name) => !followed.includes(name))
      .map(async (name) => {
        const { rows } = await store.pool.query<{ digest: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from ${name} t`,
        );
        return `${name} ${rows[0]?.digest}`;
      }),
  );
  return counts.sort().join('\n');
}

/** A server with what its own description says. A stream of events has no end; it is fuzzed by its headers in its own test. */
async function sideOf(own: FastifyInstance) {
  const document = (await own.inject('/api/openapi.json')).json<Document>();
  const targets = targetsOf(document).filter(({ path }) => path !== '/api/events/stream');
  return { own, targets, schemas: document.components.schemas };
}
const sides = [await sideOf(server), await sideOf(guarded.server)];
const sound = JSON.stringify(joining('610300'));
const statuses = new Map<number, number>();
const bad: { readonly at: number; readonly status: number; readonly request: unknown }[] = [];

/** Nothing has to be said to be understood here: an empty request marks what there is as read, and there is nothing. */
const soundWhenEmpty = ['/api/notifications/read'];

function judge(at: number, status: number, request: FuzzRequest | string): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const recorded =
    typeof request !== 'string' &&
    !['GET', 'HEAD'].includes(request.method) &&
    !soundWhenEmpty.includes(request.url.split('?')[0] ?? '') &&
    status >= 200 &&
    status < 300;
  if (status >= 500 || recorded) bad.push({ at, status, request });
}

const [busy, againMax, againMilliseconds] = [503, 10, 1000];
let madeAgain = 0;

/** The answer, once the database answers again. */
async function settledAnswer<T>(make: () => Promise<T>, isBusy: (answer: T) => boolean): Promise<T> {
  let answer = await make();
  for (let again = 0; again < againMax && isBusy(answer); again += 1) {
    madeAgain += 1;
    await sleep(againMilliseconds);
    answer = await make();
  }
  return answer;
}

async function one(at: number, chance: Chance): Promise<void> {
  if (chance.is(SOCKETS)) {
    const bytes = wireBytes(chance);
    const answers = await settledAnswer(
      async () => await askRaw(port, bytes, 100),
      (found) => found?.includes(busy) === true,
    );
    for (const status of answers ?? []) judge(at, status, bytes.toString('latin1').slice(0, 300));
    return;
  }
  const { own, targets, schemas } = chance.pick(sides);
  const request = requestOf(targets, schemas, sound, chance);
  const { method, url, headers, payload } = request;
  const answer = await settledAnswer(
    async () => await ask(own, method, url, headers, payload),
    (status) => status === busy,
  );
  if (answer !== undefined) judge(at, answer, request);
}

/** `undefined` for what cannot even be put into a request. */
async function ask(
  own: FastifyInstance,
  method: string,
  url: string,
  headers: Record<string, string>,
  payload: string | Buffer | undefined,
) {
  const {
    statusCode,
    headers: got,
    body,
  } = await own.inject({ method: method as 'GET', url, headers, ...(payload !== undefined && { payload }) });
  if (statusCode >= 400 && method !== 'HEAD') {
    if (!String(got['content-type']).startsWith('application/problem+json'))
      throw new Error(`${method} ${url}: ${statusCode} without a problem: ${body.slice(0, 200)}`);
    if (got['content-security-policy'] === undefined) throw new Error(`${method} ${url}: ${statusCode} without the headers of security`);
  }
  return statusCode;
}

const memory = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
};

const before = await kept();
const started = performance.now();
let settled = 0;
let next = 0;
const settleAt = Math.floor(total / 4);
async function worker(): Promise<void> {
  while (next < total && bad.length < 20) {
    const at = next++;
    // Each request has a seed of its own, so that one that fails can be made again by itself.
    await one(at, chanceOf((seed + at * 7919) >>> 0));
    if (at === settleAt) settled = memory();
    if (values.verbose && at % 50_000 === 0) console.log(`${at} ${(memory() / 1024 / 1024).toFixed(1)} MB`);
  }
}
try {
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - started) / 1000;
  const growth = memory() - settled;
  const isSame = (await kept()) === before;
  const list = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(`seed ${seed}, ${next} requests in ${seconds.toFixed(0)} s (${(next / seconds).toFixed(0)}/s); ${list.join(', ')}`);
  console.log(
    `5xx or recorded: ${bad.length}; made again after 503: ${madeAgain}; writes: ${isSame ? 0 : 'SOME'}; memory since the first quarter: ${(growth / 1024 / 1024).toFixed(1)} MB`,
  );
  for (const own of bad) console.error(JSON.stringify(own).slice(0, 2000));
  for (const line of faults.slice(0, 5)) console.error(line);
  process.exitCode = bad.length === 0 && isSame && growth < GROWTH_MAX_BYTES ? 0 : 1;
} finally {
  await server.close();
  await guarded.server.close();
  await guarded.close();
  await close();
  await opened.close();
  await rm(folder, { recursive: true, force: true });
}
