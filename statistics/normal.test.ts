import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalProbability, normalQuantile } from './normal.ts';

// R: sprintf("%.15f", qnorm(p)), pnorm(q); also in Abramowitz and Stegun, table 26.1.
test('tabulated values', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.8, 0.841621233572914],
    [0.9, 1.2815515655446],
    [0.95, 1.64485362695147],
    [0.975, 1.95996398454005],
    [0.995, 2.5758293035489],
  ] as const) {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
    expect(normalQuantile(1 - p)).toBeCloseTo(-z, 12);
  }
  expect(normalProbability(1)).toBeCloseTo(0.841344746068543, 14);
  expect(normalProbability(-3)).toBeCloseTo(0.00134989803163009, 14);
});

test('ends and refusals', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalProbability(Number.NaN)).toBeNaN();
  expect(normalProbability(40)).toBe(1);
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});

test('quantile and probability undo each other', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(normalProbability(normalQuantile(p))).toBeCloseTo(p, 12);
    }),
  );
});
