/** The log over HTTP: C2SP paths written exactly, what never changes is kept for ever, and receipts only for who may read. */
import type { Authorizer, Receipt } from '@gongze/application/ports';
import { expect, test } from 'vitest';
import { changeFeed } from './changes/feed.ts';
import { openServer } from './testing/server.ts';

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
