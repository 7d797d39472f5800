import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mean, median } from './summary.ts';

test('few values', () => {
  expect(median([])).toBeUndefined();
  expect(mean([])).toBeUndefined();
  expect(median([4])).toBe(4);
  expect(median([10, 2, 9])).toBe(9);
  expect(median([10, 2, 9, 4])).toBe(6.5);
  expect(mean([1, 2, 6])).toBe(3);
});

test('refusals', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => median([1, value])).toThrow(RangeError);
    expect(() => mean([1, value])).toThrow(RangeError);
  }
});

test('both lie between the smallest and the largest value, and the argument stays as it was', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const before = [...values];
      for (const middle of [median(values), mean(values)]) {
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
      }
      expect(values).toEqual(before);
      const middle = median(values) as number;
      const half = values.length / 2;
      expect(values.filter((other) => other < middle).length).toBeLessThanOrEqual(half);
      expect(values.filter((other) => other > middle).length).toBeLessThanOrEqual(half);
    }),
  );
});
