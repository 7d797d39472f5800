import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@gongze/application/canonical';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { freshCase, numbered } from '../testing/contract.ts';
import { keep, recordOf } from './kept.ts';

describe('canonicalJson', () => {
  it('writes numbers as RFC 8785, appendix B, prints them', () => {
    const bits: readonly (readonly [string, string])[] = [
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['8000000000000001', '-5e-324'],
      ['7fefffffffffffff', '1.7976931348623157e+308'],
      ['4340000000000000', '9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555557', '333333333.33333343'],
    ];
    for (const [hex, text] of bits) expect(canonicalJson(Buffer.from(hex, 'hex').readDoubleBE())).toBe(text);
  });
  it('orders names by UTF-16 units, as RFC 8785, section 3.2.3, does', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\u{1f600}': 'Emoji',
      '\u0080': 'Control',
      ö: 'Latin',
    };
    expect(Object.values(JSON.parse(canonicalJson(value).replace('"1"', '"one"')) as object)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin',
      'Euro Sign',
      'Emoji',
      'Hebrew',
    ]);
  });
  it('leaves undefined members out and writes no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  });
  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, [undefined], () => 0]) {
      expect(() => canonicalJson(value)).toThrow(/is no JSON value/);
    }
  });
  it('says the same for every order of names, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });
});

describe('keep', () => {
  const salt = '00112233445566778899aabbccddeeff';
  const record = { ...numbered(freshCase(), 1), payload: { b: '文', a: 1 } } as unknown as LedgerRecord;
  it('hashes the payload as SHA-256 over the digits of the salt and the canonical text', () => {
    const witness = createHash('sha256').update(`${salt}{"a":1,"b":"文"}`, 'utf8').digest('hex');
    expect(keep(record, salt).hash).toBe(witness);
    expect(keep(record, salt.replace('0', '1')).hash).not.toBe(witness);
  });
  it('leaves out of the text what the store vouches for, and gives it back', () => {
    const kept = keep({ ...record, payloadHash: 'f'.repeat(64), payloadSalt: 'e'.repeat(32) }, salt);
    expect(JSON.parse(kept.body)).toEqual(record);
    expect(recordOf(kept)).toEqual({ ...record, payloadSalt: salt, payloadHash: kept.hash });
  });
});
