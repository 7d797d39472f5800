import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

/** RFC 8785 as it reads, without a thought for speed. */
function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${plainly((value as Record<string, unknown>)[name])}`).join(',')}}`;
}

describe('canonical JSON', () => {
  test('is that of the plain definition for any JSON, names that objects reorder included', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('__proto__', '10', '9', '010', 'constructor', '', 'é', '\u{1f600}', '\ufb33'),
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<unknown>(null, true, -0, 1e21, 5e-324, 'text', '\ud800', '\u2028'),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.array(fc.tuple(name, tie('json')), { maxLength: 6 }).map((members) => {
          const texts = new Map(members.map(([key, value]) => [key, `${JSON.stringify(key)}:${JSON.stringify(value)}`]));
          return JSON.parse(`{${[...texts.values()].join(',')}}`) as unknown;
        }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(plainly(value));
      }),
      { numRuns: 2000 },
    );
  });
  test('leaves out what is undefined and refuses what is no JSON, wherever it stands', () => {
    expect(canonicalJson({ b: undefined, a: { d: undefined } })).toBe('{"a":{}}');
    expect(canonicalJson({ 1: undefined, 0: 1 })).toBe('{"0":1}');
    for (const bad of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('s')]) {
      expect(() => canonicalJson(bad)).toThrow(TypeError);
      expect(() => canonicalJson([bad])).toThrow(TypeError);
      expect(() => canonicalJson({ 7: [bad] })).toThrow(TypeError);
      if (bad !== undefined) expect(() => canonicalJson({ a: bad })).toThrow(TypeError);
    }
  });
});
