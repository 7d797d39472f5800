/** One signature for more than a hundred acts, through the server: recorded, each provable alone; one act changed and all are refused. */
import { createApplication } from '@gongze/application';
import { factKeys } from '@gongze/application/commands/fact-keys';
import { selectEdition } from '@gongze/cases/edition';
import type { Fact } from '@gongze/domain/events/catalogue';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { ActorId, CaseId } from '@gongze/domain/vocabulary/ids';
import { createAuthorizer } from '@gongze/identity/authorizer';
import { foldKeys, instantOf, signaturesOn } from '@gongze/identity/registry/keys';
import { planBatch } from '@gongze/identity/signatures/batch';
import { actBytes, type SignedContent } from '@gongze/identity/signatures/bytes';
import { signatureAt } from '@gongze/identity/signatures/verify';
import { passkeyOffice, recordOf, type TestKey } from '@gongze/identity/testing/keys';
import { postgresStore, type PostgresStore } from '@gongze/ledger/store/postgres';
import { random, type TestServer, testServer } from '@gongze/ledger/testing/servers';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerCaller } from './caller.ts';
import { buildServer } from './server.ts';
import { day, testClock } from './testing/server.ts';

const COUNT = 150;
const [a, b] = ['610100', '610400'] as unknown as readonly [ActorId, ActorId];
const key: TestKey = passkeyOffice('office-a', a);
const caller = { mode: 'server', person: 'p1', office: 'office-a', actor: a, roles: ['registrar', 'signer'] } as const;
const recordedBy = { mode: 'server', person: 'p1', office: 'office-a', actor: a } as const;
const keys = foldKeys([recordOf('registry:keys', 'keyRegistered', key.registration(), { recordedBy: { ...recordedBy } })]);
const title = { zh: '事', en: 'Duty' };

let database: TestServer;
let store: PostgresStore;
let server: FastifyInstance;
let url: string;

const send = async (path: string, idempotencyKey: string, body: object) =>
  await fetch(`${url}/api/cases${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey, 'if-match': '*' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  database = await testServer({ synchronous_commit: 'off' });
  store = await postgresStore({ connectionString: database.connectionString, random });
  const governments = gb2260();
  const authorizer = createAuthorizer({ governments, today: testClock.today });
  const application = createApplication({
    store,
    clock: testClock,
    governments,
    selectEdition,
    authorizer,
    signedBy: async (fact) => {
      const { signedBy, faults } = signaturesOn(fact, fact.signatures, keys, instantOf(fact));
      return faults.length > 0 ? [] : signedBy;
    },
  });
  const signIn = (own: Parameters<typeof registerCaller>[0]) => {
    registerCaller(own, async () => caller);
    return () => undefined;
  };
  server = await buildServer({ application, authorizer, pageDir: 'none', ready: async () => true, signIn });
  url = await server.listen({ port: 0 });
  const opened = await send('', 'open', {
    case: 'batch',
    title,
    opened: { occurred: day('2026-11-20'), payload: { title, parties: [a, b] } },
  });
  if (opened.status !== 201) throw new Error(await opened.text());
  const events = Array.from({ length: COUNT }, (_, at) => ({
    type: 'obligationDrafted',
    occurred: day('2026-11-23'),
    payload: { obligation: `d-${at}`, title, origin: 'agreed', liable: [a] },
  }));
  const drafted = await send('/batch/events', 'draft', { events });
  if (drafted.status !== 201) throw new Error(await drafted.text());
}, 120_000);
afterAll(async () => {
  await server?.close();
  await store?.close();
  await database?.remove();
});

/** The acceptance of all duties, signed with one touch. */
async function signed(idempotencyKey: string) {
  const occurred = { ...day('2026-11-23'), setBy: 'source' };
  const factKey = factKeys(idempotencyKey, COUNT);
  const contents = Array.from(
    { length: COUNT },
    (_, at): SignedContent => ({
      streamId: 'batch',
      type: 'obligationAccepted',
      schemaVersion: 1,
      idempotencyKey: factKey[at] as string,
      recordedBy,
      payload: { obligation: `d-${at}`, by: a },
      occurred,
      sources: [],
      initiative: 'self',
    }),
  );
  const { bytes, places } = await planBatch(contents.map(actBytes));
  const touch = key.signBytes(bytes);
  return contents.map(({ type, payload }, at) => ({
    type,
    occurred,
    payload,
    initiative: 'self',
    signatures: [signatureAt(places[at] as (typeof places)[0], touch)],
  }));
}

test('a hundred and fifty acts under one touch are recorded, and each carries what proves it alone', { timeout: 120_000 }, async () => {
  const events = await signed('accept');
  const answer = await send('/batch/events', 'accept', { events });
  expect(answer.status, await answer.clone().text()).toBe(201);
  expect(await answer.json()).toMatchObject({ version: 1 + 2 * COUNT, durable: true, repeated: false });
  const facts = (await store.readCase('batch' as CaseId))?.facts.filter(({ type }) => type === 'obligationAccepted') as Fact[];
  expect(facts).toHaveLength(COUNT);
  for (const fact of facts) expect(signaturesOn(fact, fact.signatures, keys, instantOf(fact))).toMatchObject({ signedBy: [a], faults: [] });
  // Sent again it is answered, and recorded once.
  const again = await send('/batch/events', 'accept', { events });
  expect(await again.json()).toMatchObject({ repeated: true, version: 1 + 2 * COUNT });
  expect((await store.headOf('batch' as CaseId))?.size).toBe(1 + 2 * COUNT);
});

test('one act changed after the touch, or one unsigned, and nothing of the batch is recorded', { timeout: 120_000 }, async () => {
  const before = (await store.headOf('batch' as CaseId))?.size;
  const events = await signed('changed');
  const changed = events.with(70, { ...(events[70] as (typeof events)[0]), payload: { obligation: 'd-71', by: a } });
  expect((await send('/batch/events', 'changed', { events: changed })).status).toBe(403);
  const bare = events.with(149, { ...(events[149] as (typeof events)[0]), signatures: [] });
  expect((await send('/batch/events', 'changed', { events: bare })).status).toBe(403);
  expect((await store.headOf('batch' as CaseId))?.size).toBe(before);
});
