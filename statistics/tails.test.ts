import { expect, test } from 'vitest';
import { chiSquareAbove } from './chiSquare.ts';
import { studentAbove, studentQuantile } from './student.ts';

function near(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1), `${actual} instead of ${expected}`).toBeLessThan(1e-10);
}

// Abramowitz and Stegun, table 26.8, with the digits of R's qchisq; the last one is far out in the tail (R's pchisq).
test('tabulated values of chi-square', () => {
  near(chiSquareAbove(3.841458820694124, 1), 0.05);
  near(chiSquareAbove(18.307038053275146, 10), 0.05);
  near(chiSquareAbove(61.4091148698388, 8), 2.46442375008602e-10);
});

test('with two and four degrees of freedom the tail is elementary', () => {
  for (const x of [0.01, 0.5, 2, 7, 40, 300]) {
    near(chiSquareAbove(x, 2), Math.exp(-x / 2));
    near(chiSquareAbove(x, 4), Math.exp(-x / 2) * (1 + x / 2));
  }
  expect([chiSquareAbove(0, 3), chiSquareAbove(Number.POSITIVE_INFINITY, 3)]).toEqual([1, 0]);
});

test('with one and two degrees of freedom Student is elementary; tabulated for ten', () => {
  for (const t of [0.1, 1, 3, 50]) {
    near(studentAbove(t, 1), Math.atan(1 / t) / Math.PI);
    near(studentAbove(t, 2), 1 / (Math.sqrt(2 + t * t) * (Math.sqrt(2 + t * t) + t)));
  }
  near(studentAbove(2.2281388519649385, 10), 0.025);
  near(studentQuantile(0.975, 10), 2.2281388519649385);
  near(studentAbove(-2.2281388519649385, 10), 0.975);
});
