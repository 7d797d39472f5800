/** How often one may ask: who asks too much is told in his language when to come back, and nobody else pays for it. */
import Fastify from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { registerCaller } from '../caller.ts';
import { openServer } from '../testing/server.ts';
import { registerLimits } from './limits.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('an address that asks too often is turned away until the minute is over; others, and who watches over the server, are not', async () => {
  // One request opened the case of the test.
  const { server } = await openServer({ limits: { perAddress: 4, perCaller: 100 } });
  const ask = async (remoteAddress: string, url = '/api/cases', language = 'en') =>
    await server.inject({ url, remoteAddress, headers: { 'accept-language': language } });
  for (let request = 0; request < 4; request += 1) expect((await ask('203.0.113.9')).statusCode).toBe(200);
  for (const [language, words] of [
    ['zh', /[一-鿿]/],
    ['en', /^[ -~]+$/],
  ] as const) {
    const refused = await ask('203.0.113.9', '/api/cases', language);
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([429, expect.stringContaining('application/problem+json')]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.json().detail).toMatch(words);
  }
  expect((await ask('203.0.113.9', '/healthz')).statusCode).toBe(200);
  expect((await ask('203.0.113.10')).statusCode).toBe(200);
});

test('the addresses of one IPv6 subscriber count as one', async () => {
  const { server } = await openServer({ limits: { perAddress: 2, perCaller: 100 } });
  const statusOf = async (remoteAddress: string) => (await server.inject({ url: '/api/cases', remoteAddress })).statusCode;
  expect(await statusOf('2001:db8:1:2::1')).toBe(200);
  expect(await statusOf('2001:db8:1:2::2')).toBe(200);
  expect(await statusOf('2001:db8:1:2:ffff::3')).toBe(429);
  expect(await statusOf('2001:db8:1:3::1')).toBe(200);
});

test('a person who asks from many addresses has one limit; another person, and whoever has not signed in, have theirs', async () => {
  const server = Fastify();
  registerCaller(server, async ({ headers }) =>
    headers['x-person'] === undefined
      ? { mode: 'server', roles: ['public'] }
      : { mode: 'server', person: String(headers['x-person']), roles: [] },
  );
  await registerLimits(server, { perAddress: 100, perCaller: 2 });
  server.get('/', async () => 'here');
  let address = 0;
  const statusOf = async (person?: string): Promise<number> => {
    address += 1;
    const headers = person === undefined ? {} : { 'x-person': person };
    return (await server.inject({ url: '/', remoteAddress: `203.0.113.${address}`, headers })).statusCode;
  };
  expect([await statusOf('p1'), await statusOf('p1'), await statusOf('p1')]).toEqual([200, 200, 429]);
  expect(await statusOf('p2')).toBe(200);
  expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([200, 200, 200]);
  await server.close();
});

test.each([
  ['falls back by an hour', -3_600_000],
  ['leaps ahead by an hour', 3_600_000],
])('a clock that %s neither keeps out who asked too much for longer, nor lets him in before', async (_, milliseconds) => {
  let elapsed = 0;
  const steady = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => steady() + elapsed);
  const { server } = await openServer({ limits: { perAddress: 2, perCaller: 100 } });
  const ask = async () => await server.inject({ url: '/api/cases', remoteAddress: '203.0.113.9' });
  expect([(await ask()).statusCode, (await ask()).statusCode, (await ask()).statusCode]).toEqual([200, 200, 429]);
  const real = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => real() + milliseconds);
  const refused = await ask();
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  elapsed = 60_000;
  expect((await ask()).statusCode).toBe(200);
});
