import { expect, test } from 'vitest';
import { capped, countedDown, largest, unchecked, unseen } from './planted.ts';

test('the largest value', () => {
  expect(largest).toBe(4);
});

test('values above the largest are cut', () => {
  expect([1, 4, 9].map(capped)).toEqual([1, 4, 4]);
});

test('counts down to nothing', () => {
  expect(countedDown(3)).toBe(0);
});

test('halving throws nothing', () => {
  expect(() => unchecked(4)).not.toThrow();
});

test('there is something that no test calls', () => {
  expect(unseen).toBeTypeOf('function');
});
