/** Addresses that the server must not ask, however they are written; and signatures that another library checks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { addressFault, isGlobalAddress, sendNotice } from './send.ts';
import { noticeHeaders, webhookSecret } from './sign.ts';

describe('addresses', () => {
  // From the IANA registries of special-purpose addresses.
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.0.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '100::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not asked', (address) => expect(isGlobalAddress(address)).toBe(false));
  test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2400:3200::1'])('%s is', (address) =>
    expect(isGlobalAddress(address)).toBe(true),
  );
  test.each([
    ['https://127.0.0.1/', 'notGlobal'],
    ['https://2130706433/', 'notGlobal'],
    ['https://0x7f.1/', 'notGlobal'],
    ['https://017700000001/', 'notGlobal'],
    ['https://[::1]/', 'notGlobal'],
    ['https://[::ffff:7f00:1]/', 'notGlobal'],
    ['https://１２７.0.0.1/', 'notGlobal'],
    ['http://example.com/', 'notHttps'],
    ['https://user:secret@example.com/', 'withCredentials'],
    ['data:text/plain,x', 'notAnAddress'],
    ['gopher://example.com/', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['nonsense', 'notAnAddress'],
    ['https://example.com/hook', undefined],
  ])('%s: %s', (url, fault) => expect(addressFault(url, false)).toBe(fault));
});

describe('sending', () => {
  const received: { headers: Record<string, string>; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      if (request.url === '/redirect') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (request.url === '/slow') return;
      else if (request.url === '/upgrade')
        response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n');
      else if (request.url === '/garbage') response.socket?.end('no answer at all\r\n\r\n');
      else if (request.url === '/cut') response.socket?.destroy();
      else response.writeHead(204).end();
    });
  });
  let port: number;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (url: string, more: Partial<Parameters<typeof sendNotice>[0]> = {}) =>
    sendNotice({ url, headers: {}, body: '{}', allowPrivate: true, timeoutMilliseconds: 300, ...more });

  test('a name that leads to a private address is not asked, alone or among others', async () => {
    const to = (...addresses: string[]) => ({
      allowPrivate: false,
      lookup: async () => addresses.map((address) => ({ address, family: 4 })),
    });
    const before = received.length;
    expect(await send(`https://inside.example:${port}/`, to('127.0.0.1'))).toEqual({ error: 'notGlobal' });
    expect(await send(`https://inside.example:${port}/`, to('1.1.1.1', '127.0.0.1'))).toEqual({ error: 'notGlobal' });
    expect(await send('https://nowhere.example/', to())).toEqual({ error: 'unresolved' });
    expect(received.length).toBe(before);
  });
  test('the connection goes to the address that was looked at', async () => {
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await send(`http://name-that-is-nowhere.example:${port}/`, { lookup })).toEqual({ status: 204 });
    expect(received.at(-1)?.headers['host']).toBe(`name-that-is-nowhere.example:${port}`);
  });
  test('a redirect is not followed, and who does not answer is not waited for', async () => {
    const before = received.length;
    expect(await send(`http://127.0.0.1:${port}/redirect`)).toEqual({ status: 302 });
    expect(received.length).toBe(before + 1);
    expect(await send(`http://127.0.0.1:${port}/slow`)).toEqual({ error: 'timeout' });
    expect(await send('http://127.0.0.1:1/')).toEqual({ error: 'ECONNREFUSED' });
  });
  test('whatever a receiver answers, the attempt ends', { timeout: 5000 }, async () => {
    expect(await send(`http://127.0.0.1:${port}/upgrade`)).toEqual({ status: 101 });
    expect(await send(`http://127.0.0.1:${port}/garbage`)).toEqual({ error: expect.stringMatching(/^HPE_/) });
    expect(await send(`http://127.0.0.1:${port}/cut`)).toEqual({ error: 'ECONNRESET' });
    const silent = async () => await new Promise<never>(() => undefined);
    expect(await send('http://a-name-nobody-answers-for.example/', { lookup: silent })).toEqual({ error: 'unresolved' });
  });
  test('the signature is what the reference library of Standard Webhooks accepts, and nothing else is', async () => {
    const secret = webhookSecret(new Uint8Array(32).fill(7), 'w-1', 1);
    const body = '{"type":"fact.recorded","data":{"case":"河"}}';
    const headers = noticeHeaders(secret, { id: 'w-1.5', timestamp: Math.floor(Date.now() / 1000), body });
    await send(`http://127.0.0.1:${port}/`, { headers, body });
    const got = received.at(-1);
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toEqual(JSON.parse(body));
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
    expect(() => new Webhook(webhookSecret(new Uint8Array(32).fill(7), 'w-1', 2)).verify(body, headers)).toThrow();
    const old = noticeHeaders(secret, { id: 'w-1.5', timestamp: Math.floor(Date.now() / 1000) - 3600, body });
    expect(() => new Webhook(secret).verify(body, old)).toThrow();
  });
});
