import { expect, test } from 'vitest';
import { wilson } from './interval.ts';

/** Newcombe, Two-sided confidence intervals for the single proportion, Stat Med 17:857, 1998, table I, method 3. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%d of %d', (k, n, low, high) => {
  const [from, to] = wilson(k, n);
  expect(from).toBeCloseTo(low, 4);
  expect(to).toBeCloseTo(high, 4);
});

test('nothing was seen: anything is possible', () => {
  expect(wilson(0, 0)).toEqual([0, 1]);
});
