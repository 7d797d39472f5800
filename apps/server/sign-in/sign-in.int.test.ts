import { ed25519Office } from '@gongze/identity/testing/keys';
import { actBytes } from '@gongze/identity/signatures/bytes';
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
  await site.office('audit', '610000/audit', ['auditor']);
  await site.office('ops', '610000/it', ['operator']);
});
afterAll(async () => {
  await site?.close();
  await database?.remove();
});

const session = async (one: { send: Site['browser'] extends () => infer B ? (B extends { send: infer S } ? S : never) : never }) =>
  (await one.send('GET', '/api/session')).body;

describe('an invitation', () => {
  test('opens once, and leads to a second factor before anything else', async () => {
    const browser = site.browser();
    const token = await site.invite('xian-registrar', 'li@example.org');
    expect((await browser.send('POST', '/api/invitations/look', { token })).body).toMatchObject({
      office: 'xian-registrar',
      email: 'li@example.org',
      password: true,
    });
    const weak = await browser.send('POST', '/api/invitations/accept', { token, name: '李四', password: 'password1234' });
    expect(weak.status).toBe(400);
    expect((await browser.send('POST', '/api/invitations/accept', { token, name: '李四', password: 'correct horse battery' })).status).toBe(
      201,
    );
    expect(await session(browser)).toMatchObject({ secondFactorMissing: true, offices: [{ office: 'xian-registrar', actor: '610100' }] });
    expect((await browser.send('GET', '/api/persons?actor=610100')).status).toBe(401);
    const again = await site.browser().send('POST', '/api/invitations/accept', { token, name: '王五', password: 'correct horse battery' });
    expect(again.status).toBe(404);
  });

  test('runs out', async () => {
    const token = await site.invite('xian-registrar', 'late@example.org');
    site.pass(8 * 24 * 60 * minutes);
    expect((await site.browser().send('POST', '/api/invitations/look', { token })).status).toBe(404);
  });

  test('that nobody sent opens nothing', async () => {
    expect(
      (
        await site
          .browser()
          .send('POST', '/api/invitations/accept', { token: 'A'.repeat(43), name: 'X', password: 'correct horse battery' })
      ).status,
    ).toBe(404);
  });
});

describe('signing in', () => {
  test('needs password and code; the code counts once', async () => {
    const { email, password, secret } = await site.enrol('xian-registrar', 'code@example.org');
    const browser = site.browser();
    expect((await browser.send('POST', '/api/session', { email, password })).status).toBe(401);
    expect(browser.jar.size).toBe(0);
    site.pass(minutes);
    const code = site.codeNow(secret);
    expect((await browser.send('POST', '/api/session', { email, password, code: '000000' })).status).toBe(401);
    expect((await browser.send('POST', '/api/session', { email, password, code })).status).toBe(201);
    expect(await session(browser)).toMatchObject({
      office: { office: 'xian-registrar', roles: ['registrar'] },
      secondFactorMissing: false,
    });
    expect((await site.browser().send('POST', '/api/session', { email, password, code })).status).toBe(401);
  });

  test('with a recovery code works once', async () => {
    const { email, password, recoveryCodes } = await site.enrol('xian-registrar', 'recovery@example.org');
    const [recoveryCode = ''] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect(
      (
        await site
          .browser()
          .send('POST', '/api/session', { email, password, recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') })
      ).status,
    ).toBe(201);
    expect((await site.browser().send('POST', '/api/session', { email, password, recoveryCode })).status).toBe(401);
  });

  test('says the same of a wrong password and of an unknown account', async () => {
    const { email } = await site.enrol('xian-registrar', 'known@example.org');
    const wrong = await site.browser().send('POST', '/api/session', { email, password: 'not the right one' });
    const unknown = await site.browser().send('POST', '/api/session', { email: 'nobody@example.org', password: 'not the right one' });
    expect([wrong.status, wrong.body]).toEqual([unknown.status, unknown.body]);
  });

  test('slows down after failures, lets in again later, and never says why', async () => {
    const { email, password, secret } = await site.enrol('xian-registrar', 'slow@example.org');
    site.pass(61 * minutes);
    let slowed: number | undefined;
    for (let attempt = 1; attempt <= 8 && slowed === undefined; attempt += 1) {
      const { status, headers } = await site.browser().send('POST', '/api/session', { email, password: 'wrong and wrong' });
      if (status === 429) slowed = Number(headers['retry-after']);
    }
    expect(slowed).toBeGreaterThan(0);
    expect((await site.browser().send('POST', '/api/session', { email, password, code: site.codeNow(secret) })).status).toBe(429);
    site.pass(16 * minutes);
    expect((await site.browser().send('POST', '/api/session', { email, password, code: site.codeNow(secret) })).status).toBe(201);
  });

  test('slows a crowd of guesses down that comes all at once', async () => {
    const { email } = await site.enrol('xian-registrar', 'crowd@example.org');
    site.pass(61 * minutes);
    const guess = async (n: number) => (await site.browser().send('POST', '/api/session', { email, password: `guess number ${n}` })).status;
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(n)));
    expect(answers.toSorted()).toEqual([...new Array(5).fill(401), ...new Array(35).fill(429)]);
    site.pass(61 * minutes);
  });

  test('gives a crowd no more guesses at two servers than at one, and after a pause a single one', async () => {
    const { email, password, secret } = await site.enrol('xian-registrar', 'two-servers@example.org');
    const other = await openSite(database);
    try {
      site.pass(61 * minutes);
      other.pass(site.now() - other.now());
      const guess = async (n: number) =>
        (await [site, other][n % 2]?.browser().send('POST', '/api/session', { email, password: `guess number ${n}` }))?.status;
      const crowd = async () =>
        (await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)))).filter((status) => status === 401).length;
      expect(await crowd()).toBe(5);
      for (const one of [site, other]) one.pass(31_000);
      expect(await crowd()).toBe(1);
      for (const one of [site, other]) one.pass(61_000);
      const right = { email, password, code: site.codeNow(secret) };
      expect((await other.browser().send('POST', '/api/session', right)).status).toBe(201);
    } finally {
      await other.close();
    }
    site.pass(61 * minutes);
  });

  test('slows down whoever tries codes at an open session to put another second factor in its place', async () => {
    const person = await site.enrol('xian-registrar', 'open@example.org');
    site.pass(minutes);
    const right = site.codeNow(person.secret);
    const begin = async (body: object) => (await person.send('POST', '/api/accounts/second-factor', body)).status;
    for (let asked = 0; asked < 8; asked += 1) expect(await begin({})).toBe(403);
    const wrong = [0, 1, 2, 3, 4, 5].map((n) => String((Number(right) + 7 + n) % 1_000_000).padStart(6, '0'));
    const answers: number[] = [];
    for (const code of wrong) answers.push(await begin({ code }));
    expect(answers).toEqual([403, 403, 403, 403, 403, 429]);
    expect(await begin({ code: right })).toBe(429);
  });
});

describe('a session', () => {
  test('has a cookie that scripts and other sites cannot use', async () => {
    const browser = site.browser();
    const token = await site.invite('xian-registrar', 'cookie@example.org');
    const { headers } = await browser.send('POST', '/api/invitations/accept', { token, name: 'X', password: 'correct horse battery' });
    expect(String(headers['set-cookie'])).toMatch(/^__Host-gongze=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
  });

  test('changes its token when the second factor is confirmed, and the old one is dead', async () => {
    const browser = site.browser();
    const token = await site.invite('xian-registrar', 'rotate@example.org');
    await browser.send('POST', '/api/invitations/accept', { token, name: 'X', password: 'correct horse battery' });
    const before = new Map(browser.jar);
    const { secret } = (await browser.send('POST', '/api/accounts/second-factor', {})).body;
    await browser.send('POST', '/api/accounts/second-factor/confirm', { code: site.codeNow(secret) });
    expect([...browser.jar.values()]).not.toEqual([...before.values()]);
    const old = site.browser();
    for (const [name, value] of before) old.jar.set(name, value);
    expect((await session(old)).person).toBeUndefined();
  });

  test('ends after half an hour of silence, and after twelve hours of work', async () => {
    const idle = await site.enrol('xian-registrar', 'idle@example.org');
    site.pass(31 * minutes);
    expect((await session(idle)).person).toBeUndefined();
    const busy = await site.enrol('xian-registrar', 'busy@example.org');
    for (let minute = 0; minute < 12 * 60 - 20; minute += 20) {
      site.pass(20 * minutes);
      expect((await session(busy)).person, `after ${minute + 20} minutes`).toBe(busy.person);
    }
    site.pass(21 * minutes);
    expect((await session(busy)).person).toBeUndefined();
  });

  test('ends by signing out, here or everywhere', async () => {
    const { email, password, secret, ...first } = await site.enrol('xian-registrar', 'out@example.org');
    const second = site.browser();
    site.pass(minutes);
    await second.send('POST', '/api/session', { email, password, code: site.codeNow(secret) });
    const copy = site.browser();
    for (const [name, value] of first.jar) copy.jar.set(name, value);
    const { headers } = await first.send('DELETE', '/api/session');
    expect(headers['clear-site-data']).toContain('cache');
    expect((await session(copy)).person).toBeUndefined();
    expect((await session(second)).person).toBe(first.person);
    await second.send('DELETE', '/api/session/all');
    expect((await session(second)).person).toBeUndefined();
  });

  test('ends everywhere else when the password changes', async () => {
    const one = await site.enrol('xian-registrar', 'change@example.org');
    const copy = site.browser();
    for (const [name, value] of one.jar) copy.jar.set(name, value);
    expect((await one.send('PUT', '/api/accounts/password', { current: 'wrong', next: 'a rather different sentence' })).status).toBe(401);
    expect((await one.send('PUT', '/api/accounts/password', { current: one.password, next: 'a rather different sentence' })).status).toBe(
      200,
    );
    expect((await session(copy)).person).toBeUndefined();
    expect((await session(one)).person).toBe(one.person);
  });

  test('is listed with the others, and each can be ended by itself after a recent sign-in', async () => {
    const { email, password, secret, ...first } = await site.enrol('xian-registrar', 'list@example.org');
    const other = await site.enrol('xian-registrar', 'list-other@example.org');
    const second = site.browser();
    site.pass(minutes);
    await second.send('POST', '/api/session', { email, password, code: site.codeNow(secret) });
    const { sessions } = (await second.send('GET', '/api/session/all')).body;
    expect(sessions.map(({ current, method }: { current: boolean; method: string }) => [current, method])).toEqual([
      [true, 'passwordAndCode'],
      [false, 'passwordAndCode'],
    ]);
    expect(JSON.stringify(sessions)).not.toContain([...first.jar.values()][0]);
    const [, { id }] = sessions;
    expect((await other.send('DELETE', `/api/session/all/${id}`)).status).toBe(404);
    site.pass(16 * minutes);
    expect((await second.send('DELETE', `/api/session/all/${id}`)).status).toBe(401);
    await second.send('POST', '/api/session', { email, password, code: site.codeNow(secret) });
    expect((await second.send('DELETE', `/api/session/all/${id}`)).status).toBe(200);
    expect((await session(first)).person).toBeUndefined();
    expect((await session(second)).person).toBe(first.person);
    expect((await site.browser().send('GET', '/api/session/all')).status).toBe(401);
  });

  test('of another is ended by the signer of the house and by an operator, who may end everybody’s; by nobody else', async () => {
    const one = await site.enrol('xian-registrar', 'ended@example.org');
    const signer = await site.enrol('xian-signer', 'ends@example.org');
    const foreign = await site.enrol('xianyang-signer', 'ends-not@example.org');
    const operator = await site.enrol('ops', 'ends-all@example.org');
    const path = `/api/persons/${one.person}/sessions`;
    for (const other of [foreign, one]) expect((await other.send('DELETE', path)).status).toBe(403);
    expect((await site.browser().send('DELETE', path)).status).toBe(401);
    expect((await session(one)).person).toBe(one.person);
    expect((await signer.send('DELETE', path)).status).toBe(200);
    expect((await session(one)).person).toBeUndefined();
    expect((await operator.send('DELETE', `/api/persons/${foreign.person}/sessions`)).status).toBe(200);
    expect((await session(foreign)).person).toBeUndefined();
    expect((await signer.send('DELETE', '/api/sessions')).status).toBe(403);
    expect((await operator.send('DELETE', '/api/sessions')).status).toBe(200);
    expect((await session(signer)).person).toBeUndefined();
  });

  test.each([
    ['another origin', { origin: 'https://evil.test' }],
    ['no origin it will name', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('is not used for a request from %s', async (_what, headers) => {
    const one = await site.enrol('xian-registrar', `csrf-${JSON.stringify(headers).length}-${_what.length}@example.org`);
    expect((await one.send('DELETE', '/api/session/all', undefined, headers)).status).toBe(403);
    expect((await session(one)).person).toBe(one.person);
  });

  test('takes JSON only', async () => {
    const answer = await site
      .browser()
      .send('POST', '/api/session', { email: 'a@example.org', password: 'x' }, { 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
  });
});

describe('what stands in the log', () => {
  test('is who came in, who went, who was refused, and no name, address, password, code or token', async () => {
    const from = site.lines.length;
    const one = await site.enrol('xian-registrar', 'logged@example.org');
    await site.browser().send('POST', '/api/session', { email: one.email, password: 'a wrong password' });
    await one.send('DELETE', '/api/session');
    const said = site.lines.slice(from).join('\n');
    for (const word of ['signedIn', 'secondFactorSet', 'signedOut', 'refused', one.person]) expect(said).toContain(word);
    for (const word of [one.email, one.password, 'a wrong password', one.secret, ...one.recoveryCodes, ...one.jar.values()])
      expect(said).not.toContain(word);
  });
});

describe('offices', () => {
  test('a signer invites into the own house only, an auditor and an operator into none', async () => {
    const signer = await site.enrol('xian-signer', 'signer@example.org');
    expect((await signer.send('POST', '/api/invitations', { office: 'xian-registrar', email: 'new@example.org' })).status).toBe(201);
    expect((await signer.send('POST', '/api/invitations', { office: 'xianyang-signer', email: 'new@example.org' })).status).toBe(403);
    expect((await signer.send('POST', '/api/invitations', { office: 'nowhere', email: 'new@example.org' })).status).toBe(404);
    for (const office of ['audit', 'ops', 'xian-registrar']) {
      const other = await site.enrol(office, `${office}-invites@example.org`);
      expect((await other.send('POST', '/api/invitations', { office: 'xian-registrar', email: 'new@example.org' })).status, office).toBe(
        403,
      );
    }
    expect((await site.browser().send('POST', '/api/invitations', { office: 'xian-registrar', email: 'new@example.org' })).status).toBe(
      401,
    );
  });

  test('change hands: who left is nobody in it at once, in sessions that go on too', async () => {
    const signer = await site.enrol('xian-signer', 'signer2@example.org');
    const leaving = await site.enrol('xian-registrar', 'leaving@example.org');
    expect((await session(leaving)).office.office).toBe('xian-registrar');
    expect((await signer.send('DELETE', `/api/offices/xian-registrar/holders/${leaving.person}`)).status).toBe(201);
    expect(await session(leaving)).toMatchObject({ person: leaving.person, offices: [] });
    expect(
      (await signer.send('POST', '/api/offices/xian-registrar/holders', { person: leaving.person, idempotencyKey: 'back-1' })).status,
    ).toBe(201);
    expect((await session(leaving)).office.office).toBe('xian-registrar');
    expect((await leaving.send('DELETE', `/api/offices/xian-registrar/holders/${leaving.person}`)).status).toBe(201);
    expect((await session(leaving)).offices).toEqual([]);
  });

  test('are chosen where somebody holds several, and only one’s own', async () => {
    const two = await site.enrol('xian-registrar', 'two@example.org');
    const signer = await site.enrol('xian-signer', 'signer3@example.org');
    await signer.send('POST', '/api/offices/xian-signer/holders', { person: two.person, idempotencyKey: 'two-1' });
    expect((await session(two)).office).toBeUndefined();
    expect((await two.send('PUT', '/api/session/office', { office: 'xianyang-signer' })).status).toBe(403);
    expect((await two.send('PUT', '/api/session/office', { office: 'xian-signer' })).status).toBe(200);
    expect((await session(two)).office.office).toBe('xian-signer');
  });

  test('the registry names persons by id, and names are for the own house and the auditor', async () => {
    const signer = await site.enrol('xian-signer', 'names@example.org');
    const offices = await site.browser().send('GET', '/api/registry/offices');
    expect(offices.status).toBe(200);
    expect(JSON.stringify(offices.body)).not.toContain('@');
    expect((await signer.send('GET', '/api/persons?actor=610100')).body.persons).toContainEqual({
      person: signer.person,
      name: 'Name',
      email: 'names@example.org',
    });
    expect((await signer.send('GET', '/api/persons?actor=610400')).status).toBe(403);
    expect((await site.browser().send('GET', '/api/persons?actor=610100')).status).toBe(401);
    const stored = await site.store.readStream('registry:offices');
    expect(JSON.stringify(stored)).not.toMatch(/@|Name/);
  });
});

describe('keys of offices', () => {
  test('are registered for the own office after a recent sign-in, with proof, and a second one needs the first', async () => {
    const signer = await site.enrol('xian-signer', 'keys@example.org');
    const registrar = await site.enrol('xian-registrar', 'nokeys@example.org');
    const key = ed25519Office('xian-signer', '610100');
    const body = { ...key.registration(), idempotencyKey: 'key-1' };
    expect((await registrar.send('POST', '/api/keys', body)).status).toBe(403);
    expect((await signer.send('POST', '/api/keys', { ...body, actor: '610400' })).status).toBe(403);
    expect((await signer.send('POST', '/api/keys', { ...body, proof: { ...key.signBytes(new Uint8Array(1)) } })).status).toBe(409);
    expect((await signer.send('POST', '/api/keys', body)).status).toBe(201);
    const second = ed25519Office('xian-signer', '610100', 'second');
    const next = { ...second.registration(), idempotencyKey: 'key-2' };
    expect((await signer.send('POST', '/api/keys', next)).status).toBe(409);
    const { idempotencyKey, ...payload } = next;
    const by = { person: signer.person, office: 'xian-signer', actor: '610100' as never, mode: 'server' as const };
    const signature = key.signBytes(
      actBytes({ streamId: 'registry:keys', type: 'keyRegistered', schemaVersion: 1, idempotencyKey, recordedBy: by, payload }),
    );
    expect((await signer.send('POST', '/api/keys', { ...next, signatures: [signature] })).status).toBe(201);
    const { keys } = (await site.browser().send('GET', '/api/registry/keys')).body;
    expect(keys).toHaveLength(2);
    expect(keys[1]).toMatchObject({ keyId: second.keyId, vouchedBy: [key.keyId], valid: true });
    site.pass(16 * minutes);
    const third = ed25519Office('xian-signer', '610100', 'third');
    expect((await signer.send('POST', '/api/keys', { ...third.registration(), idempotencyKey: 'key-3' })).status).toBe(401);
    expect((await registrar.send('POST', '/api/keys/revoke', { key: key.keyId, reason: 'lost', idempotencyKey: 'rev-0' })).status).toBe(
      403,
    );
    expect((await signer.send('POST', '/api/keys/revoke', { key: key.keyId, reason: 'lost', idempotencyKey: 'rev-1' })).status).toBe(201);
  });
});
