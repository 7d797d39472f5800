/** The log over HTTP: C2SP paths written exactly, what never changes is kept for ever, and receipts only for who may read. */
import { createApplication } from '@gongze/application';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { Authorizer, Caller, Receipt } from '@gongze/application/ports';
import { selectEdition } from '@gongze/cases/edition';
import { factOf } from '@gongze/domain/testing/facts';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { expect, test } from 'vitest';
import { changeFeed } from './changes/feed.ts';
import { buildServer } from './server.ts';
import type { SignIn } from './sign-in/local.ts';
import { openServer, riverCase, testClock } from './testing/server.ts';

const tile = Uint8Array.from({ length: 32 * 3 }, (_, index) => index);
const asked: unknown[] = [];
const feed = changeFeed({ size: async () => 0, readLog: async () => [] });
let receipt: Receipt | undefined = { state: 'durable' };
const log = {
  logStore: {
    state: async () => ({ size: 3, checkpoint: 'gongze.example\n3\nAAAA\n\n— gongze.example BBBB\n' }),
    readTile: async (...own: unknown[]) => {
      asked.push(own);
      return own[2] === 3 ? tile : undefined;
    },
    readEntries: async () => tile,
  },
  receipts: {
    receiptFor: async () => receipt,
    logHealth: async () => ({ size: 3, checkpoint: undefined, witnesses: [], quorum: 0, bindingActsAllowed: true, since: undefined }),
  },
  policy: 'log gongze.example+0+AAAA\nquorum none\n',
  feed,
};

test('checkpoint and tiles', async () => {
  const { server } = await openServer({ log });
  const checkpoint = await server.inject('/log/checkpoint');
  expect([checkpoint.statusCode, checkpoint.headers['content-type'], checkpoint.headers['cache-control']]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'no-cache',
  ]);
  expect((await server.inject('/log/policy')).body).toBe(log.policy);
  const found = await server.inject('/log/tile/0/x001/234.p/3');
  expect([found.statusCode, found.headers['content-type'], found.headers['cache-control']]).toEqual([
    200,
    'application/octet-stream',
    'public, max-age=31536000, immutable',
  ]);
  expect([new Uint8Array(found.rawPayload), asked.at(-1)]).toEqual([tile, [0, 1234, 3]]);
  for (const path of [
    '0/1',
    '0/x01/234',
    '0/000.p/0',
    '0/000.p/257',
    '64/000',
    '0/000/',
    '-1/000',
    '0/x000/001',
    'entries/1',
    '0/000.p/5',
    '',
  ])
    expect((await server.inject(`/log/tile/${path}`)).statusCode, path).toBe(404);
});

test('entries only for who may read the log, receipts only for who may read the fact', async () => {
  let may = true;
  const authorizer: Authorizer = {
    decide: () => (may ? { allowed: true, policies: [] } : { allowed: false, reason: { zh: '否', en: 'No' }, policies: ['none'] }),
  };
  const { server } = await openServer({ log, authorizer }, { authorizer });
  const pending = await server.inject('/api/cases/river/facts/1/receipt');
  expect([pending.statusCode, pending.headers['retry-after'], pending.json()]).toEqual([202, '1', { state: 'durable' }]);
  receipt = { state: 'receipted', index: 0, proof: 'c2sp.org/tlog-proof@v1\nindex 0\n' };
  const proof = await server.inject('/api/cases/river/facts/1/receipt');
  expect([proof.statusCode, proof.headers['content-type'], proof.body]).toEqual([200, 'text/plain; charset=utf-8', receipt.proof]);
  for (const version of ['2', '0', 'x', '99999999999']) {
    const status = (await server.inject(`/api/cases/river/facts/${version}/receipt`)).statusCode;
    expect([400, 404]).toContain(status);
  }
  expect((await server.inject('/log/tile/entries/000.p/3')).headers['cache-control']).toBe('private, max-age=31536000, immutable');
  expect((await server.inject('/api/log')).json()).toMatchObject({ size: 3, quorum: 0 });
  may = false;
  expect((await server.inject('/log/tile/entries/000.p/3')).statusCode).toBe(403);
  expect((await server.inject('/log/tile/0/000.p/3')).statusCode).toBe(200);
  expect((await server.inject('/api/cases/river/facts/1/receipt')).statusCode).toBe(404);
});

/** A log of what the store of the test was given, in order, and the caller that the test chooses. */
async function openLogged(caller: () => Caller) {
  const known: LedgerRecord[] = [];
  const memory = memoryStore();
  const store: typeof memory = {
    ...memory,
    createCase: async (head, facts, recording) => {
      known.push(...facts.map((fact, index) => ({ ...fact, payloadSalt: `salt-${index}`, payloadHash: 'hash' })));
      return await memory.createCase(head, facts, recording);
    },
    readLog: async (from, limit) => known.slice(from, from + limit).map((record, index) => ({ index: from + index, record })),
  };
  const signIn: SignIn = async (server) => {
    server.addHook('onRequest', async (request) => {
      request.caller = caller();
    });
    return () => undefined;
  };
  const authorizer: Authorizer = {
    decide: ({ roles }, action, { published = false }) =>
      roles.includes('auditor') || action === 'readRegistry' || (action === 'readCase' && published)
        ? { allowed: true, policies: [] }
        : { allowed: false, reason: { zh: '否', en: 'No' }, policies: ['none'] },
  };
  const logStore = { ...log.logStore, state: async () => ({ size: known.length, checkpoint: undefined }) };
  const application = createApplication({ store, clock: testClock, governments: gb2260(), selectEdition, authorizer });
  const server = await buildServer({
    application,
    pageDir: 'none',
    ready: async () => true,
    log: { ...log, logStore },
    signIn,
    authorizer,
  });
  const opened = { caseId: 'river' as CaseId, title: riverCase.title, actors: {} };
  const fact = factOf('caseOpened', { title: riverCase.title, parties: ['610100'] }, { streamId: 'river', version: 1 });
  await store.createCase(opened, [fact]);
  for (const streamId of ['registry:keys', 'registry:offices']) known.push({ ...(fact as LedgerRecord), streamId, payloadSalt: streamId });
  const publication = { ...(fact as LedgerRecord), streamId: 'registry:publication', type: 'casePublished', id: 'p', idempotencyKey: 'p' };
  const publish = async () =>
    await store.appendRecords('registry:publication', 0, [{ ...publication, payload: { case: 'river', version: 1, withheld: [] } }]);
  return { server, publish };
}

test('records are told line by line: whole to whoever may read them so, of what was published the payload, of the rest that there is one', async () => {
  let caller: Caller = { mode: 'server', roles: [] };
  const { server, publish } = await openLogged(() => caller);
  const ask = async (path = '000.p/3') => await server.inject(`/log/records/${path}`);
  const lines = async (): Promise<Record<string, unknown>[]> =>
    (await ask()).body
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const streams = async () => (await lines()).map(({ streamId }) => streamId);
  const signInFirst = { withheld: true, signIn: true };
  expect(await lines()).toEqual([signInFirst, signInFirst, signInFirst]);
  caller = { mode: 'server', person: 'stranger', roles: ['registrar'] };
  expect(await streams()).toEqual([undefined, 'registry:keys', undefined]);
  expect((await lines())[0]).toEqual({ withheld: true });
  caller = { mode: 'server', person: 'auditor', roles: ['auditor'] };
  expect(await streams()).toEqual(['river', 'registry:keys', 'registry:offices']);
  const { headers, body } = await ask();
  expect([headers['cache-control'], headers['content-type']]).toEqual(['private, no-cache', 'application/jsonl; charset=utf-8']);
  const [first] = body.split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({ id: expect.any(String), payloadSalt: 'salt-0' });
  expect(first).not.toContain('payloadHash');
  for (const path of ['000', '000.p/4', '001.p/1', '0', '000.p/0', 'x', '']) expect((await ask(path)).statusCode, path).toBe(404);
  await publish();
  expect(await streams()).toEqual(['river', 'registry:keys', 'registry:offices']);
  const published = { payload: { title: riverCase.title, parties: ['610100'] }, payloadSalt: 'salt-0', only: 'payload' };
  caller = { mode: 'server', roles: [] };
  expect(await lines()).toEqual([published, signInFirst, signInFirst]);
  caller = { mode: 'server', person: 'stranger', roles: ['registrar'] };
  expect((await lines())[0]).toEqual(published);
});
