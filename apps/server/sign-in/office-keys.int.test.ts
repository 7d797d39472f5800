/** Keys of other offices: who sees them to revoke, who may, and what stands there afterwards. */
import { keyBytes } from '@gongze/identity/signatures/bytes';
import { ed25519Office, passkeyOffice } from '@gongze/identity/testing/keys';
import { type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICES } from './registries.ts';
import { minutes, openSite, type Site } from './testing/site.ts';

let database: TestServer;
let site: Site;
type Person = Awaited<ReturnType<Site['enrol']>>;
const people: Record<string, Person> = {};
const keys: Record<string, string> = {};

const offices = [
  ['province', '610000'],
  ['xian', '610100'],
  ['xian-second', '610100'],
  ['transport', '610100/transport'],
  ['xianyang', '610400'],
  ['joint', 'body:joint'],
] as const;

beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  site = await openSite(database);
  await site.registries.append(
    OFFICES,
    { mode: 'server', person: 'operator' },
    {
      type: 'bodyRegistered',
      payload: { body: 'body:joint', members: ['610100', '610400'], host: '610100' },
      idempotencyKey: 'body',
    },
  );
  for (const [office, actor] of offices) await site.office(office, actor, ['signer']);
  await site.office('registrar', '610000', ['registrar']);
  for (const [office, actor] of offices) {
    const person = await site.enrol(office, `${office}@example.org`);
    people[office] = person;
    if (office === 'xian-second') continue;
    const key = ed25519Office(office, actor);
    keys[office] = key.keyId;
    expect((await person.send('POST', '/api/keys', { ...key.registration(), idempotencyKey: office })).status).toBe(201);
  }
  people['registrar'] = await site.enrol('registrar', 'registrar@example.org');
}, 120_000);
afterAll(async () => {
  await site?.close();
  await database?.remove();
});

interface Listed {
  readonly office: string;
  readonly mayRevoke: boolean;
  readonly mayAppoint: boolean;
  readonly keys: readonly { readonly keyId: string; readonly valid: boolean; readonly since: string }[];
}

async function listed(who: string, limit = 500): Promise<{ all: Listed[]; pages: number }> {
  const all: Listed[] = [];
  for (let [cursor, pages] = ['', 1]; ; pages += 1) {
    const { status, body } = (await people[who]?.send('GET', `/api/offices?limit=${limit}${cursor}`)) ?? {};
    expect(status).toBe(200);
    all.push(...body.offices);
    if (body.next === undefined) return { all, pages };
    cursor = `&cursor=${body.next}`;
  }
}
const revoke = async (who: string, key: string, more = {}) =>
  await people[who]?.send('POST', '/api/keys/revoke', { key: keys[key], reason: 'lost', idempotencyKey: `${who} ${key}`, ...more });

test('each signer is shown the offices of the own body and of what lies below, with their keys; nobody else anything', async () => {
  const names = async (who: string, which: (one: Listed) => boolean) => (await listed(who)).all.filter(which).map(({ office }) => office);
  expect(await names('province', ({ mayRevoke }) => mayRevoke)).toEqual([
    'joint',
    'province',
    'registrar',
    'transport',
    'xian',
    'xian-second',
    'xianyang',
  ]);
  // Above, one may silence a key; to fill an office that somebody holds is its own body's.
  expect(await names('province', ({ mayAppoint }) => mayAppoint)).toEqual(['province', 'registrar']);
  expect(await names('xian', ({ mayRevoke }) => mayRevoke)).toEqual(['transport', 'xian', 'xian-second']);
  // Whoever hosts a body fills its offices; over its keys are the body and whoever is above all its members.
  expect(await names('xian', ({ mayAppoint }) => mayAppoint)).toEqual(['joint', 'transport', 'xian', 'xian-second']);
  expect(await names('transport', () => true)).toEqual(['transport']);
  expect(await names('registrar', () => true)).toEqual([]);
  const own = (await listed('province')).all.find(({ office }) => office === 'xian')?.keys;
  expect(own).toMatchObject([{ keyId: keys['xian'], valid: true, vouchedBy: [], since: expect.stringMatching(/^2026-11-23T/) }]);
  expect((await site.browser().send('GET', '/api/offices')).status).toBe(401);
});

test('page by page it is the same list; a cursor of another list is none of this one', async () => {
  const whole = await listed('province');
  const parts = await listed('province', 2);
  expect(parts.all).toEqual(whole.all);
  expect(parts.pages).toBe(4);
  for (const cursor of ['zz', '0', Buffer.from('cases xian').toString('hex'), Buffer.from('xian').toString('hex')])
    expect((await people['province']?.send('GET', `/api/offices?cursor=${cursor}`))?.status, cursor).toBe(400);
});

test('whoever is beside or below is refused, and nothing changes', async () => {
  for (const [who, key] of [
    ['xianyang', 'xian'],
    ['xian', 'province'],
    ['transport', 'xian'],
    ['xian', 'joint'],
    ['registrar', 'xian'],
  ] as const)
    expect((await revoke(who, key))?.status, `${who} ${key}`).toBe(403);
  expect((await site.registries.keys()).keys.get(keys['xian'] ?? '')?.until).toBeUndefined();
});

test('another body’s key asks for a recent sign-in, and then ends, with who and why', async () => {
  site.pass(16 * minutes);
  expect((await revoke('province', 'xian'))?.status).toBe(401);
  // One’s own lost key does not wait for that.
  expect((await revoke('xianyang', 'xianyang'))?.status).toBe(201);
  const fresh = people['province'] as Person;
  const code = site.codeNow(fresh.secret);
  expect((await fresh.send('POST', '/api/session', { email: fresh.email, password: fresh.password, code })).status).toBe(201);
  expect((await revoke('province', 'xian', { reason: 'compromised' }))?.status).toBe(201);
  // A joint body lies below whoever is above all its members.
  expect((await revoke('province', 'joint'))?.status).toBe(201);
  const shown = (await site.browser().send('GET', '/api/registry/keys')).body.keys;
  const ofXian = shown.find(({ keyId }: { keyId: string }) => keyId === keys['xian']);
  expect(ofXian).toMatchObject({ valid: false, ended: { reason: 'compromised', by: '610000' }, until: expect.stringMatching(/Z$/) });
  expect((await revoke('province', 'xian', { idempotencyKey: 'again' }))?.status).toBe(409);
});

test('a passkey for another site is not registered: what is asked for there would count here', async () => {
  await site.office('weinan', '610500', ['signer']);
  const signer = await site.enrol('weinan', 'weinan@example.org');
  const register = async (rpId: string, origin: string, more: readonly string[] = []) => {
    const key = passkeyOffice('weinan', '610500', { rpId, origin });
    const named = { ...key.registration(), rpId, origins: [origin, ...more] };
    const proof = key.signBytes(keyBytes(named as never));
    return await signer.send('POST', '/api/keys', { ...named, proof, idempotencyKey: `${rpId} ${origin} ${more.join()}` });
  };
  for (const [rpId, origin, ...more] of [
    ['evil.test', 'https://evil.test'],
    ['gongze.test', 'https://evil.gongze.test'],
    ['gongze.test', 'https://gongze.test', 'https://evil.test'],
    ['test', 'https://gongze.test'],
  ] as const) {
    const { status, body } = await register(rpId, origin, more);
    expect([status, body.detail], `${rpId} ${origin}`).toEqual([409, expect.stringMatching(/another site|其他网站/)]);
  }
  expect((await register('gongze.test', 'https://gongze.test')).status).toBe(201);
});
