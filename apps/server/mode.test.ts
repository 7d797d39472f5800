import { describe, expect, test } from 'vitest';
import { modeOf, modeTexts } from './mode.ts';

const whole = {
  GONGZE_MODE: 'server',
  DATABASE_URL: 'postgres://db.example.org/gongze?sslmode=verify-full',
  GONGZE_SECRET: 'kJ8vQ2nLx0aWc5RtYb7UeZ3hMf6Pd9Sg1Ii4Oo',
  GONGZE_LOG_KEY_FILE: '/etc/gongze/log.key',
  GONGZE_PUBLIC_URL: 'https://gongze.example.org',
  GONGZE_OIDC_ISSUER: 'https://id.example.org/realm',
  GONGZE_OIDC_CLIENT_ID: 'gongze',
};
const faultsOf = (change: Record<string, string | undefined>) => {
  const answer = modeOf({ ...whole, ...change });
  return answer.ok ? [] : answer.faults;
};
const without = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));

describe('local mode', () => {
  test('needs nothing and is the default', () => {
    expect(modeOf({})).toEqual({ ok: true, settings: { mode: 'local' } });
    expect(modeOf({ GONGZE_MODE: 'local' })).toEqual({ ok: true, settings: { mode: 'local' } });
  });
  test('another word is refused', () => {
    expect(modeOf({ GONGZE_MODE: 'prod' }).ok).toBe(false);
    expect(modeOf({}, { mode: 'Server' }).ok).toBe(false);
  });
});

describe('server mode', () => {
  test('starts with everything, however it was asked for', () => {
    expect(modeOf(whole).ok).toBe(true);
    expect(modeOf({ ...whole, GONGZE_MODE: undefined }, { mode: 'server' }).ok).toBe(true);
  });

  test.each([
    ['a database', without('DATABASE_URL'), modeTexts.databaseMissing],
    ['a secret', without('GONGZE_SECRET'), modeTexts.secretMissing],
    ['a secret that is long enough', { GONGZE_SECRET: 'short' }, modeTexts.secretWeak],
    ['a secret that was drawn, not typed', { GONGZE_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, modeTexts.secretWeak],
    ['a token of measures that was drawn', { GONGZE_METRICS_TOKEN: 'metrics' }, modeTexts.metricsTokenWeak],
    ['a token that fits into a header', { GONGZE_METRICS_TOKEN: `${whole.GONGZE_SECRET} 度量` }, modeTexts.metricsTokenWeak],
    ['a key of the log', without('GONGZE_LOG_KEY_FILE'), modeTexts.logKeyMissing],
    ['its own address', without('GONGZE_PUBLIC_URL'), modeTexts.publicUrlMissing],
    ['an address with TLS', { GONGZE_PUBLIC_URL: 'http://gongze.example.org' }, modeTexts.publicUrlUnsafe],
    ['an address without a path', { GONGZE_PUBLIC_URL: 'https://example.org/gongze' }, modeTexts.publicUrlUnsafe],
    ['identities', without('GONGZE_OIDC_ISSUER', 'GONGZE_OIDC_CLIENT_ID'), modeTexts.identitiesMissing],
    ['both halves of the single sign-on', without('GONGZE_OIDC_CLIENT_ID'), modeTexts.oidcIncomplete],
    ['an issuer with TLS', { GONGZE_OIDC_ISSUER: 'http://id.example.org' }, modeTexts.oidcIncomplete],
  ])('refuses to start without %s', (_what, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  test.each([
    'postgres://db.example.org/gongze',
    'postgres://db.example.org/gongze?sslmode=disable',
    'postgres://db.example.org/gongze?sslmode=prefer',
    'postgres://db.example.org/gongze?sslmode=require',
    'postgres://db.example.org/gongze?sslmode=no-verify',
    'postgres://db.example.org/gongze?sslmode=verify-full&sslmode=disable',
    'postgres://db.example.org/gongze?sslmode=verify-full&uselibpqcompat=true',
    'postgres://db.example.org/gongze?sslmode=verify-full&ssl=false',
    'postgres://127.0.0.1/gongze?host=db.example.org',
    'postgres://127.0.0.1.example.org/gongze',
    'no address',
  ])('refuses a database on another machine without TLS and a certificate that is checked: %s', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toEqual([modeTexts.databaseUnsafe]);
  });

  test.each([
    'postgres://db.example.org/gongze?sslmode=verify-full&sslrootcert=/etc/gongze/ca.pem',
    'postgres://gongze:x@127.0.0.1:5432/gongze',
    'postgres://localhost/gongze',
    'postgres://gongze:x@%2Fvar%2Frun%2Fpostgresql/gongze',
    'postgres:///gongze?host=/var/run/postgresql',
    'socket:/var/run/postgresql?db=gongze',
  ])('takes a database of this machine, or one whose certificate is checked: %s', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toEqual([]);
  });

  test('asks the single sign-on for the strength that is set', () => {
    const answer = modeOf({ ...whole, GONGZE_OIDC_ACR: 'gold, silver' });
    expect(answer).toMatchObject({ settings: { oidc: { acr: ['gold', 'silver'] } } });
  });

  test('says all that is missing at once, in both languages', () => {
    const answer = modeOf({ GONGZE_MODE: 'server' });
    expect(answer.ok ? [] : answer.faults).toHaveLength(5);
    for (const { zh, en } of answer.ok ? [] : answer.faults) expect([/\p{Script=Han}/u.test(zh), en.length > 20]).toEqual([true, true]);
  });

  test('an empty text is none', () => {
    expect(faultsOf({ DATABASE_URL: ' ' })).toEqual([modeTexts.databaseMissing]);
  });

  test('the first signers stand in for the single sign-on', () => {
    const answer = modeOf({
      ...whole,
      ...without('GONGZE_OIDC_ISSUER', 'GONGZE_OIDC_CLIENT_ID'),
      GONGZE_FIRST_SIGNERS: '610100=li@example.org, body:x=wang@example.org',
    });
    expect(answer).toMatchObject({
      ok: true,
      settings: {
        localAccounts: true,
        first: [
          { actor: '610100', email: 'li@example.org' },
          { actor: 'body:x', email: 'wang@example.org' },
        ],
      },
    });
    expect(faultsOf({ GONGZE_FIRST_SIGNERS: '610100' })).toHaveLength(1);
  });

  test('on this machine, for trying out, no TLS is needed', () => {
    expect(modeOf({ ...whole, GONGZE_PUBLIC_URL: 'http://127.0.0.1:4646' }).ok).toBe(true);
  });
});
