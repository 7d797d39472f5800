import { expect, test } from 'vitest';
import { ratio, reaches } from './numbers.ts';

test('a quotient of sums that is 0.8 but for rounding reaches 0.8, and what is really less does not', () => {
  expect(0.1 * 3 + 0.5).toBe(0.8);
  expect(0.7 + 0.1).toBeLessThan(0.8);
  expect(reaches(0.7 + 0.1, 0.8)).toBe(true);
  expect(reaches(0.7999999, 0.8)).toBe(false);
});

test('nothing divided by nothing has no value', () => {
  expect(ratio(0, 0)).toBeNull();
  expect(ratio(0, 2)).toBe(0);
  expect(ratio(1, 2)).toBe(0.5);
});
