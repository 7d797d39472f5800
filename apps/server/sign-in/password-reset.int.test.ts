/** A password that somebody forgot. */
import { type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes, openSite, type Site } from './testing/site.ts';

let database: TestServer;
let site: Site;

beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  site = await openSite(database);
  await site.office('xian-signer', '610100', ['signer', 'registrar']);
  await site.office('xian-registrar', '610100', ['registrar']);
  await site.office('xianyang-signer', '610400', ['signer']);
});
afterAll(async () => {
  await site?.close();
  await database?.remove();
});

const session = async (one: ReturnType<Site['browser']>) => (await one.send('GET', '/api/session')).body;

describe('a forgotten password', () => {
  test('is set anew by a link from the signer of the house, once, and the second factor is asked for as ever', async () => {
    const one = await site.enrol('xian-registrar', 'forgot@example.org');
    const signer = await site.enrol('xian-signer', 'helps@example.org');
    const foreign = await site.enrol('xianyang-signer', 'helps-not@example.org');
    const path = `/api/persons/${one.person}/password-reset`;
    for (const other of [foreign, one]) expect((await other.send('POST', path)).status).toBe(403);
    const stale = String((await signer.send('POST', path)).body.link).split('=')[1];
    const { status, body } = await signer.send('POST', path);
    expect(status).toBe(201);
    const token = String(body.link).split('#reset=')[1];
    const guest = site.browser();
    const password = 'quite another sentence';
    expect((await guest.send('POST', '/api/accounts/password/reset', { token: stale, password })).status).toBe(404);
    expect((await guest.send('POST', '/api/accounts/password/reset', { token, password: 'password1234' })).status).toBe(400);
    expect((await guest.send('POST', '/api/accounts/password/reset', { token, password })).status).toBe(200);
    expect((await session(guest)).person).toBeUndefined();
    expect((await session(one)).person).toBeUndefined();
    expect((await guest.send('POST', '/api/accounts/password/reset', { token, password })).status).toBe(404);
    site.pass(minutes);
    expect(
      (await guest.send('POST', '/api/session', { email: one.email, password: one.password, code: site.codeNow(one.secret) })).status,
    ).toBe(401);
    expect((await guest.send('POST', '/api/session', { email: one.email, password })).status).toBe(401);
    expect((await guest.send('POST', '/api/session', { email: one.email, password, code: site.codeNow(one.secret) })).status).toBe(201);
  });

  test('has a link for an hour, given only after a recent sign-in', async () => {
    const one = await site.enrol('xian-registrar', 'forgot2@example.org');
    const signer = await site.enrol('xian-signer', 'helps2@example.org');
    const path = `/api/persons/${one.person}/password-reset`;
    const token = String((await signer.send('POST', path)).body.link).split('#reset=')[1];
    for (let minute = 0; minute < 60; minute += 20) {
      site.pass(20 * minutes);
      await session(signer);
    }
    site.pass(minutes);
    expect((await site.browser().send('POST', '/api/accounts/password/reset', { token, password: 'quite another sentence' })).status).toBe(
      404,
    );
    expect((await signer.send('POST', path)).status).toBe(401);
  });
});
