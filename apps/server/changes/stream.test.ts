/** Server-sent events over a real socket: order, resumption, heartbeats, rights, and the end. */
import { afterEach, expect, test } from 'vitest';
import type { Authorizer, Caller } from '@gongze/application/ports';
import { registerCaller } from '../caller.ts';
import type { StreamOptions } from '../routes/stream.ts';
import type { SignIn } from '../sign-in/local.ts';
import { loggedStore } from '../testing/logged.ts';
import { joining, type Opened, openServer } from '../testing/server.ts';

import { connect } from 'node:net';
import type { Feed } from './feed.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const logParts = { logStore: {} as never, receipts: {} as never, policy: '' };

async function listening(stream: StreamOptions = {}, authorizer?: Authorizer, signIn?: SignIn): Promise<Opened & { readonly url: string }> {
  const { store, feed } = loggedStore();
  const opened = await openServer(
    { log: { ...logParts, feed }, stream, ...(signIn && { signIn }) },
    { store, ...(authorizer && { authorizer }) },
  );
  closing.push(() => opened.server.close());
  return { ...opened, url: `${await opened.server.listen({ port: 0, host: '127.0.0.1' })}/api/events/stream` };
}

interface Event {
  readonly id?: string;
  readonly data?: Record<string, unknown>;
}

/** Reads events until there are `count` with data, or the stream ends. */
async function readEvents(url: string, count: number, headers: Record<string, string> = {}): Promise<Event[]> {
  const stop = new AbortController();
  const response = await fetch(url, { headers, signal: stop.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const events: Event[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const [id, data] = [field('id'), field('data')];
      if (data !== undefined) events.push({ ...(id !== undefined && { id }), data: JSON.parse(data) });
    }
    if (events.length >= count) break;
  }
  stop.abort();
  return events.slice(0, count);
}

const at = (key: string) => ({ 'if-match': '*', 'idempotency-key': key });
const parties = ['610300', '610500', '610600', '610700', '610800'];

test('who listens is told what is recorded from then on; who was cut off goes on behind the last event', async () => {
  const { url, post } = await listening();
  const live = readEvents(url, 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const party of parties) await post('/api/cases/river/events', joining(party), at(party));
  expect((await live).map(({ id, data }) => [id, data?.['case'], data?.['version']])).toEqual([
    ['1', 'river', 2],
    ['2', 'river', 3],
  ]);
  const later = await readEvents(url, 3, { 'last-event-id': '2' });
  expect(later.map(({ id, data }) => [id, data?.['version'], data?.['type']])).toEqual([
    ['3', 4, 'partyJoined'],
    ['4', 5, 'partyJoined'],
    ['5', 6, 'partyJoined'],
  ]);
  expect((await readEvents(`${url}?lastEventId=4`, 1)).map(({ id }) => id)).toEqual(['5']);
});

test('nobody is told of a case that he may not read, and his place moves on nevertheless', async () => {
  let open = true;
  const authorizer: Authorizer = {
    decide: (_caller, action) =>
      action === 'readCase' && !open ? { allowed: false, reason: { zh: '否', en: 'No' }, policies: [] } : { allowed: true, policies: [] },
  };
  const { url, post } = await listening({ heartbeatMilliseconds: 20, lifetimeMilliseconds: 200 }, authorizer);
  await post('/api/cases/river/events', joining('610300'), at('a'));
  open = false;
  const response = await fetch(url, { headers: { 'last-event-id': '0' } });
  const text = await response.text();
  expect(text).not.toContain('data:');
  expect(text).toContain('id: 1\n: \n\n');
});

test('who asks for the headers alone is answered at once', async () => {
  const { url } = await listening();
  const head = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2000) });
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
});

test('who has lost a right is cut off, and is told no more', async () => {
  let roles: Caller['roles'] = ['registrar'];
  const signIn: SignIn = (own) => {
    registerCaller(own, async () => ({ mode: 'server', person: 'li', office: 'o', actor: '610100', roles }) as Caller);
    return () => undefined;
  };
  const authorizer: Authorizer = { decide: () => ({ allowed: true, policies: [] }) };
  const { url } = await listening(
    { heartbeatMilliseconds: 10, lifetimeMilliseconds: 60_000, askedAgainMilliseconds: 20 },
    authorizer,
    signIn,
  );
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  roles = [];
  expect(await response.text()).toContain('retry:');
});

test('a heartbeat keeps the connection, and its end comes in time', async () => {
  const { url } = await listening({ heartbeatMilliseconds: 10, lifetimeMilliseconds: 100 });
  const text = await (await fetch(url)).text();
  expect(text.startsWith('retry: 2000\n\n')).toBe(true);
  expect(text.match(/^: $/gm)?.length).toBeGreaterThan(2);
});

test('no more connections of one address than allowed; places are given back', async () => {
  const { url } = await listening({ perAddress: 1, heartbeatMilliseconds: 10 });
  const stop = new AbortController();
  const first = await fetch(url, { signal: stop.signal });
  const second = await fetch(url);
  expect([first.status, second.status, second.headers.get('retry-after')]).toEqual([200, 429, '30']);
  stop.abort();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const third = await fetch(url);
  expect(third.status).toBe(200);
  await third.body?.cancel();
});

test('an id that is none is refused', async () => {
  const { url } = await listening();
  for (const id of ['x', '-1', '1e3', '99999999999999999999'])
    expect((await fetch(url, { headers: { 'last-event-id': id } })).status, id).toBe(400);
});

test('closing the server ends the connections', async () => {
  const { url, server } = await listening();
  const response = await fetch(url);
  const ended = response.text();
  await server.close();
  expect(await ended).toContain('retry:');
});

test('an id from beyond the end of the log passes nothing over', async () => {
  const { url, post } = await listening();
  const live = readEvents(url, 1, { 'last-event-id': '400' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await post('/api/cases/river/events', joining('610300'), at('a'));
  expect((await live).map(({ id }) => id)).toEqual(['1']);
});

test('a reader that does not read is cut off, and gives its place back', async () => {
  const { store, feed } = loggedStore();
  // The same record without end: more than all buffers on the way hold.
  const endless: Feed = {
    ...feed,
    size: async () => 1e9,
    read: async (from) => {
      const [one] = await feed.read(0, 1);
      return one === undefined ? [] : Array.from({ length: 200 }, (_, ahead) => ({ ...one, index: from + ahead }));
    },
  };
  const stream = { slowMilliseconds: 200, perAddress: 1 };
  const { server } = await openServer({ log: { ...logParts, feed: endless }, stream }, { store });
  closing.push(() => server.close());
  const { hostname, port } = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  const reader = connect(Number(port), hostname).pause();
  reader.on('error', () => undefined);
  reader.write('GET /api/events/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nLast-Event-ID: 0\r\n\r\n');
  const status = async () => (await fetch(`http://${hostname}:${port}/api/events/stream`, { method: 'HEAD' })).status;
  await expect.poll(status, { timeout: 10_000, interval: 20 }).toBe(429);
  await expect.poll(status, { timeout: 20_000 }).toBe(200);
  reader.destroy();
}, 40_000);
