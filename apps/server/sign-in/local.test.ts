/** Nobody signs in here; so no page of another site may come in by the browser of whoever sits at this machine. */
import { expect, test } from 'vitest';
import { joining, openServer } from '../testing/server.ts';
import { localSignIn } from './local.ts';

const commanding = { 'content-type': 'application/json', 'if-match': '*' };

test.each(['localhost:4646', '127.0.0.1:4646', '[::1]:4646', '192.168.1.7', 'gongze.localhost'])('answers as %s', async (host) => {
  const { server } = await openServer();
  expect((await server.inject({ url: '/api/cases', headers: { host } })).statusCode).toBe(200);
});

test.each(['evil.example', 'localhost.evil.example:4646', '127.0.0.1.evil.example', 'a b'])(
  'answers nothing under the name “%s”, which may lead here by somebody’s will',
  async (host) => {
    const { server } = await openServer();
    for (const url of ['/api/cases', '/', '/api/session', '/log/checkpoint', '/nowhere']) {
      const { statusCode, body } = await server.inject({ url, headers: { host, 'accept-language': 'zh' } });
      expect([statusCode, JSON.parse(body).policies], url).toEqual([403, ['localName']]);
    }
  },
);

test('records nothing that a page of another site sends; one of this machine and a program do', async () => {
  const { server } = await openServer();
  const send = async (key: string, party: string, headers: Record<string, string>) => {
    const payload = JSON.stringify(joining(party));
    const all = { ...commanding, 'idempotency-key': key, host: 'localhost:4646', ...headers };
    return (await server.inject({ method: 'POST', url: '/api/cases/river/events', payload, headers: all })).statusCode;
  };
  expect(await send('a', '610300', { origin: 'https://evil.example' })).toBe(403);
  expect(await send('b', '610300', { origin: 'null' })).toBe(403);
  expect(await send('c', '610300', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await send('d', '610300', {})).toBe(201);
  expect(await send('e', '610500', { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' })).toBe(201);
});

test('answers to any name where it was opened to other machines', async () => {
  const { server } = await openServer({ signIn: localSignIn({ anyName: true }) });
  expect((await server.inject({ url: '/api/cases', headers: { host: 'office-pc' } })).statusCode).toBe(200);
  const crossing = { ...commanding, 'idempotency-key': 'k', host: 'office-pc', 'sec-fetch-site': 'cross-site' };
  expect((await server.inject({ method: 'POST', url: '/api/cases/river/events', payload: '{}', headers: crossing })).statusCode).toBe(403);
});
