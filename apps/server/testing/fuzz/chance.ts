/** Chance that can be replayed: the same seed gives the same requests. */
export interface Chance {
  /** From 0 to 1, without 1. */
  readonly next: () => number;
  /** From 0 to `max` − 1. */
  readonly below: (max: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly is: (share: number) => boolean;
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (max: number): number => Math.floor(next() * max);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    is: (share) => next() < share,
  };
}

/** Texts that have broken something somewhere: NUL, half characters, directions, combining marks, other digits, names of objects. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202eabc\u202c',
  '\u200b\u200d',
  'e\u0301'.repeat(50),
  'Z\u0351\u036b\u0343'.repeat(20),
  '１２３',
  '٣',
  'ﬁ',
  'İ',
  'ß'.repeat(10),
  '\u{1F468}\u200d\u{1F469}\u200d\u{1F467}',
  '𠮷'.repeat(30),
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '%zz',
  '%c0%af',
  "'; drop table ledger.facts; --",
  '$1',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\r\nx-injected: 1',
  '\u2028',
  'null',
  'NaN',
  'Infinity',
  '1e999',
  '-0',
  '0x10',
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00',
  '+275760-09-13',
  '2026-01-01T00:00:00Z',
  'registry:keys',
  'registry:',
  'body:',
  '000000',
  '999999',
  'x'.repeat(5000),
  '中'.repeat(4001),
];

export const hostileNumbers: readonly number[] = [0, -0, -1, 1.5, 1e15, 1e16, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324, 0.1 + 0.2];

export function hostileText(chance: Chance): string {
  if (chance.is(0.7)) return chance.pick(hostileTexts);
  const length = chance.below(chance.is(0.1) ? 3000 : 30);
  return Array.from({ length }, () => String.fromCharCode(chance.below(chance.is(0.5) ? 128 : 65_536))).join('');
}

export function hostileValue(chance: Chance, depth = 0): unknown {
  switch (chance.below(depth > 3 ? 5 : 8)) {
    case 0:
      return null;
    case 1:
      return chance.is(0.5);
    case 2:
      return chance.pick(hostileNumbers);
    case 3:
    case 4:
      return hostileText(chance);
    case 5:
      return Array.from({ length: chance.below(chance.is(0.05) ? 300 : 4) }, () => hostileValue(chance, depth + 1));
    case 6:
      return Object.fromEntries(Array.from({ length: chance.below(4) }, () => [hostileText(chance), hostileValue(chance, depth + 1)]));
    default: {
      let nested: unknown = hostileText(chance);
      const deep = chance.is(0.2) ? 2000 : chance.below(40);
      for (let level = 0; level < deep; level++) nested = chance.is(0.5) ? [nested] : { a: nested };
      return nested;
    }
  }
}
