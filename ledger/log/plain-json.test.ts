import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainJson } from './plain-json.ts';

const plain = (text: string): boolean => isPlainJson(text, JSON.parse(text));

describe('JSON that says one thing to everybody', () => {
  test('is whatever was written from a value, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(plain(JSON.stringify(value, undefined, space))).toBe(true);
      }),
    );
  });

  test.each([
    '{"a":1.00,"b":[1e2,-0,0.0,100,1E+2,0e9,5e-324]}',
    '{ "n" : 0.1 , "m" : 12345678901234567000 , "x" : 1e21 }',
    '{"a":{"a":1},"b":[{"a":1},{"a":2}],"c":"{\\"a\\":1,\\"a\\":2}"}',
    '{"\\u0061":"\\u00e9","b":"a:,{}[]"}',
    ' [ "a" , "a" ] ',
  ])('%s', (text) => expect(plain(text)).toBe(true));

  test.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice with the same value', '{"a":1, "a":1}'],
    ['a name twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a name twice deep inside', '{"x":[{"y":{"a":1,"b":[],"a":{}}}]}'],
    ['one that objects know', '{"__proto__":1,"__proto__":2}'],
    ['more digits than a double holds', '{"n":12345678901234567890}'],
    ['more digits behind the point', '[0.1000000000000000000001]'],
    ['beyond all doubles', '[1e999]'],
    ['below all doubles', '[1e-999]'],
  ])('is not %s', (_what, text) => expect(plain(text)).toBe(false));
});
