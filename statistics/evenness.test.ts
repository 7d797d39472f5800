import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pielouEvenness, shannonEntropy } from './evenness.ts';

describe('analytic values', () => {
  test('equal shares', () => {
    expect(shannonEntropy([3, 3, 3, 3])).toBeCloseTo(Math.log(4), 15);
    expect(pielouEvenness([3, 3, 3, 3])).toBe(1);
  });
  test('shares of ½, ¼, ¼ have 1.5 bits', () => {
    expect(shannonEntropy([2, 1, 1]) / Math.LN2).toBeCloseTo(1.5, 15);
    expect(pielouEvenness([2, 1, 1])).toBeCloseTo(1.5 / Math.log2(3), 15);
  });
  test('all in one category', () => {
    expect(shannonEntropy([5])).toBe(0);
    expect(pielouEvenness([5, 0, 0])).toBe(0);
  });
  test('a category with nothing in it makes the whole less even', () => {
    expect(pielouEvenness([1, 1, 0])).toBeCloseTo(Math.log(2) / Math.log(3), 15);
  });
  test('very large and very small weights', () => {
    expect(pielouEvenness([1e308, 1e308])).toBe(1);
    expect(pielouEvenness([1e-320, 1e-320])).toBe(1);
  });
});

test('refusals', () => {
  expect(() => pielouEvenness([5])).toThrow(RangeError);
  expect(() => pielouEvenness([])).toThrow(RangeError);
  expect(() => pielouEvenness([0, 0])).toThrow(RangeError);
  expect(() => shannonEntropy([1, -1])).toThrow(RangeError);
  expect(() => shannonEntropy([1, Number.NaN])).toThrow(RangeError);
  expect(() => shannonEntropy([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
});

test('evenness lies in 0…1 and depends neither on order nor on scale', () => {
  const counts = fc.array(fc.nat(1000), { minLength: 2, maxLength: 12 }).filter((list) => list.some((count) => count > 0));
  fc.assert(
    fc.property(counts, (list) => {
      const evenness = pielouEvenness(list);
      expect(evenness).toBeGreaterThanOrEqual(0);
      expect(evenness).toBeLessThanOrEqual(1);
      expect(pielouEvenness(list.toReversed())).toBeCloseTo(evenness, 12);
      expect(pielouEvenness(list.map((count) => count * 7))).toBeCloseTo(evenness, 12);
    }),
  );
});
