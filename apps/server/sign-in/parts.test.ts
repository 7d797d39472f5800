import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeAt, fromBase32, stepAt, stepOfCode, toBase32 } from './one-time-codes.ts';
import { hashPassword, isPassword, passwordFault } from './passwords.ts';
import { isOwnPath } from './routes/single-sign-on.ts';
import { sealWith } from './secrets.ts';

describe('one-time codes', () => {
  // RFC 6238, appendix B: the SHA-1 column, eight digits, secret "12345678901234567890".
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i the published code is %s', (seconds, code) => {
    expect(codeAt(Buffer.from('12345678901234567890'), stepAt(seconds * 1000), 8)).toBe(code);
  });

  // RFC 4648, section 10.
  test.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 of %s is the published %s', (text, encoded) => {
    expect(toBase32(Buffer.from(text))).toBe(encoded);
    expect(Buffer.from(fromBase32(encoded)).toString()).toBe(text);
  });

  test('a code counts once, around its time, and not before the last that was used', () => {
    const secret = Buffer.from('12345678901234567890');
    const now = 1_000_000_000_000;
    const step = stepAt(now);
    expect(stepOfCode(secret, codeAt(secret, step), now, 0)).toBe(step);
    expect(stepOfCode(secret, codeAt(secret, step - 1), now, 0)).toBe(step - 1);
    expect(stepOfCode(secret, codeAt(secret, step - 2), now, 0)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step + 2), now, 0)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(secret, step), now, step)).toBeUndefined();
    for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(stepOfCode(secret, wrong, now, 0)).toBeUndefined();
  });
});

describe('passwords', () => {
  test.each([
    'short',
    'elevenchars',
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'password1234567',
    'PasswordPassword',
    'Qwertyuiop123456',
    'x'.repeat(257),
    // Of what leaked most: of the length that is asked for, and made of shorter ones.
    'sojdlg123aljg',
    'mailcreated5240',
    'iloveyouprincess',
    '1999manchester',
    'LiverpoolArsenal!',
    '2024-Woaini-5201314',
  ])('“%s” is refused', (password) => {
    expect(passwordFault(password)).toBeDefined();
  });
  test.each(['correct horse battery', '天下大势分久必合合久必分', 'twelve chars', 'no digits needed here'])(
    '“%s” is taken: no rule of composition',
    (password) => {
      expect(passwordFault(password)).toBeUndefined();
    },
  );
  test('of the 49,160 that leaked most every one of twelve and more is refused, and every pair of the first 3,000 of six and more', () => {
    const all = readFileSync(new URL('./common-passwords/passwords.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(all).toHaveLength(49_160);
    for (const one of all) if (one.length >= 12) expect(passwordFault(one), one).toBeDefined();
    const first = all.slice(0, 3000).filter((one) => one.length >= 6);
    for (const [at, one] of first.entries()) expect(passwordFault(`${one}${first[(at * 7 + 1) % first.length]}`), one).toBeDefined();
  });
  test('one’s own name and address are refused', () => {
    expect(passwordFault('zhangsan-forever', ['zhangsan'])).toBeDefined();
  });

  const cost = { log2N: 10 };
  test('only the password opens its hash, typed in any form of Unicode; the same password hashes differently', async () => {
    const hash = await hashPassword('Ａｂｃ correct horse', cost);
    expect(await isPassword('Abc correct horse', hash, cost)).toBe(true);
    expect(await isPassword('abc correct horse', hash, cost)).toBe(false);
    expect(await isPassword('Abc correct horse', undefined, cost)).toBe(false);
    expect(await isPassword('', 'scrypt$10$8$1$$', cost)).toBe(false);
    expect(await hashPassword('Ａｂｃ correct horse', cost)).not.toBe(hash);
  });
});

describe('what the server’s secret seals', () => {
  const seal = sealWith('one secret of thirty-two bytes or more');
  test('comes back whole, only with this secret, and not if a letter changed', () => {
    const sealed = seal.seal('JBSWY3DPEHPK3PXP');
    expect(seal.open(sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(sealWith('another secret of thirty-two bytes or more').open(sealed)).toBeUndefined();
    const at = Math.floor(sealed.length / 2);
    expect(seal.open(`${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`)).toBeUndefined();
    expect(seal.open('')).toBeUndefined();
  });
});

describe('where a sign-in may return to', () => {
  test.each(['/', '/cases/xixian?asOf=2012', '/a#b'])('%s is a path of this site', (path) => expect(isOwnPath(path)).toBe(true));
  test.each(['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '', 'x', '/a\\b', '/a b', '/\n/evil.test'])(
    '%j is not',
    (path) => expect(isOwnPath(path)).toBe(false),
  );
});
