/** Single sign-on against a small issuer that can misbehave: there, back, and what leads nobody in. */
import { ed25519Office } from '@gongze/identity/testing/keys';
import { type TestServer, testServer } from '@gongze/ledger/testing/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Issuer, type Misdeed, startIssuer } from './testing/issuer.ts';
import { openSite, publicUrl, type Site } from './testing/site.ts';

let database: TestServer;
const session = async (one: { send: Site['browser'] extends () => infer B ? (B extends { send: infer S } ? S : never) : never }) =>
  (await one.send('GET', '/api/session')).body;

let issuer: Issuer;
let oidcSite: Site;
beforeAll(async () => {
  database = await testServer({ fsync: 'on' });
  issuer = await startIssuer('gongze', 'client secret');
  oidcSite = await openSite(database, {
    oidc: { issuer: issuer.url, clientId: 'gongze', clientSecret: 'client secret', insecure: true },
  });
  await oidcSite.office('xian-registrar', '610100', ['registrar']);
});
afterAll(async () => {
  await oidcSite?.close();
  await issuer?.close();
  await database?.remove();
});

/** What a browser does: to the issuer and back. */
const goAndComeBack = async (browser: ReturnType<Site['browser']>, query = '') => {
  const away = await browser.send('GET', `/api/session/oidc${query}`);
  const answer = await fetch(String(away.headers['location']), { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return { away: new URL(String(away.headers['location'])), back, callback: `${back.pathname}${back.search}` };
};

test('goes with PKCE, state and nonce, and comes back once, in the same browser', async () => {
  issuer.user = { subject: 'zhang', name: '张三' };
  const token = await oidcSite.invite('xian-registrar', 'zhang@example.org');
  const browser = oidcSite.browser();
  const { away, back, callback } = await goAndComeBack(browser, `?returnTo=/cases&invitation=${token}`);
  expect(away.searchParams.get('code_challenge_method')).toBe('S256');
  expect(away.searchParams.get('redirect_uri')).toBe(`${publicUrl}/api/session/oidc/callback`);
  for (const name of ['state', 'nonce', 'code_challenge']) expect(away.searchParams.get(name)?.length, name).toBeGreaterThan(20);
  expect(back.searchParams.get('state')).toBe(away.searchParams.get('state'));
  const elsewhere = await oidcSite.browser().send('GET', callback);
  expect(elsewhere.status).toBe(409);
  const done = await browser.send('GET', callback);
  expect([done.status, done.headers['location']]).toEqual([302, '/cases']);
  expect(await session(browser)).toMatchObject({
    name: '张三',
    office: { office: 'xian-registrar' },
    methods: { singleSignOn: true, password: false },
  });
  expect((await browser.send('GET', callback)).status).toBe(409);
});

test('lets in whoever came before, and nobody whom no invitation brought', async () => {
  issuer.user = { subject: 'zhang', name: '张三' };
  const known = oidcSite.browser();
  expect((await known.send('GET', (await goAndComeBack(known)).callback)).status).toBe(302);
  issuer.user = { subject: 'stranger', name: '陌生人' };
  const stranger = oidcSite.browser();
  expect((await stranger.send('GET', (await goAndComeBack(stranger)).callback)).status).toBe(403);
  expect((await session(stranger)).person).toBeUndefined();
});

test('leads a person in a browser back to the page, which says why nobody came in', async () => {
  issuer.user = { subject: 'stranger', name: '陌生人' };
  const stranger = oidcSite.browser();
  const { callback } = await goAndComeBack(stranger);
  const navigation = { accept: 'text/html,application/xhtml+xml' };
  const turned = await stranger.send('GET', callback, undefined, navigation);
  expect([turned.status, turned.headers['location']]).toEqual([302, '/sign-in#refused=notInvited']);
  const again = await stranger.send('GET', callback, undefined, navigation);
  expect([again.status, again.headers['location']]).toEqual([302, '/sign-in#refused=signOnFailed']);
  expect(oidcSite.lines.join('')).toContain('"security":"singleSignOnFailed","why":"notInvited"');
});

test('comes back to an address in any script', async () => {
  issuer.user = { subject: 'zhang', name: '张三' };
  const browser = oidcSite.browser();
  const { callback } = await goAndComeBack(browser, `?returnTo=${encodeURIComponent('/case/渭河?tab=台账')}`);
  const { status, headers } = await browser.send('GET', callback);
  expect([status, headers['location']]).toEqual([302, '/case/%E6%B8%AD%E6%B2%B3?tab=%E5%8F%B0%E8%B4%A6']);
});

test('an invitation that the single sign-on cannot take stays good', async () => {
  issuer.user = { subject: 'double', name: '李四' };
  const token = await oidcSite.invite('xian-registrar', 'zhang@example.org');
  const browser = oidcSite.browser();
  const { callback } = await goAndComeBack(browser, `?invitation=${token}`);
  expect((await browser.send('GET', callback)).body.detail).toContain('There is an account');
  expect((await browser.send('POST', '/api/invitations/look', { token })).status).toBe(200);
});

test('an issuer that does not answer is unavailable, and no fault of the server', async () => {
  const nowhere = await openSite(database, { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'gongze', insecure: true } });
  try {
    const { status, body } = await nowhere.browser().send('GET', '/api/session/oidc', undefined, { 'accept-language': 'zh' });
    expect([status, body.detail]).toEqual([503, '单点登录服务暂时没有应答，请稍后再试。']);
    const person = await nowhere.browser().send('GET', '/api/session/oidc', undefined, { 'sec-fetch-mode': 'navigate' });
    expect([person.status, person.headers['location']]).toEqual([302, '/sign-in#refused=issuerAway']);
  } finally {
    await nowhere.close();
  }
});

test('a sign-in at the issuer counts from when it was there; one that does not say when counts as long ago', async () => {
  await oidcSite.office('oidc-signer', '610300', ['signer']);
  // Real time: the issuer tells it by the clock of this machine, the site by the clock of the test.
  const siteNow = Date.parse('2026-11-23T00:00:00Z') / 1000;
  const key = ed25519Office('oidc-signer', '610300');
  const browser = oidcSite.browser();
  issuer.user = { subject: 'wang', name: '王五', authenticatedAt: siteNow - 3600 };
  const token = await oidcSite.invite('oidc-signer', 'wang@example.org');
  const { away, callback } = await goAndComeBack(browser, `?invitation=${token}`);
  expect(away.searchParams.get('max_age')).toBe('43200');
  await browser.send('GET', callback);
  const register = async () => (await browser.send('POST', '/api/keys', { ...key.registration(), idempotencyKey: 'oidc-key' })).status;
  expect(await register()).toBe(401);
  issuer.user = { subject: 'wang', name: '王五' };
  await browser.send('GET', (await goAndComeBack(browser)).callback);
  expect(await register()).toBe(401);
  issuer.user = { subject: 'wang', name: '王五', authenticatedAt: siteNow - 60 };
  const fresh = await goAndComeBack(browser, '?fresh=true');
  expect(fresh.away.searchParams.get('max_age')).toBe('0');
  await browser.send('GET', fresh.callback);
  expect(await register()).toBe(201);
});

test('a strength that the site asks for has to be stated', async () => {
  const strict = await openSite(database, {
    oidc: { issuer: issuer.url, clientId: 'gongze', clientSecret: 'client secret', insecure: true, acr: ['gold', 'silver'] },
  });
  try {
    for (const [acr, status] of [
      [undefined, 403],
      ['bronze', 403],
      ['silver', 302],
    ] as const) {
      issuer.user = { subject: 'zhang', name: '张三', ...(acr === undefined ? {} : { acr }) };
      const browser = strict.browser();
      const { away, callback } = await goAndComeBack(browser);
      expect(away.searchParams.get('acr_values')).toBe('gold silver');
      expect((await browser.send('GET', callback)).status, acr).toBe(status);
    }
  } finally {
    await strict.close();
  }
});

test.each<Misdeed>(['wrongNonce', 'otherAudience', 'otherKey', 'expired', 'otherIssuer', 'noSignature'])(
  'refuses an answer with %s',
  async (misdeed) => {
    issuer.user = { subject: 'zhang', name: '张三' };
    issuer.misdeed = misdeed;
    try {
      const browser = oidcSite.browser();
      const { callback } = await goAndComeBack(browser);
      expect((await browser.send('GET', callback)).status).toBe(409);
      expect((await session(browser)).person).toBeUndefined();
    } finally {
      issuer.misdeed = 'none';
    }
  },
);

test('returns to this site only, and takes no passwords', async () => {
  expect((await oidcSite.browser().send('GET', '/api/session/oidc?returnTo=//evil.test')).status).toBe(400);
  expect((await oidcSite.browser().send('POST', '/api/session', { email: 'a@example.org', password: 'whatever it is' })).status).toBe(403);
});
