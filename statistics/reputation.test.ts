import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  combined,
  evidenceAt,
  evidenceOfRating,
  forgotten,
  noEvidence,
  reputationOf,
  reputationRating,
  reputationVariance,
} from './reputation.ts';

const yearly = { factor: 0.8, per: 365 };

describe('formulas of the paper', () => {
  test('seven good and one bad occasion make 0.8', () => {
    expect(reputationOf({ positive: 7, negative: 1 })).toBe(0.8);
    expect(reputationRating({ positive: 7, negative: 1 })).toBeCloseTo(0.6, 15);
  });
  test('ignorance is the uniform distribution', () => {
    expect(reputationOf(noEvidence)).toBe(0.5);
    expect(reputationVariance(noEvidence)).toBeCloseTo(1 / 12, 15);
    expect(reputationRating(noEvidence)).toBe(0);
  });
  test('a rating is split by its value', () => {
    expect(evidenceOfRating(1)).toEqual({ positive: 1, negative: 0 });
    expect(evidenceOfRating(-1, 4)).toEqual({ positive: 0, negative: 4 });
    expect(evidenceOfRating(0.5)).toEqual({ positive: 0.75, negative: 0.25 });
  });
  test('steady positive feedback approaches (1/(1−λ) + 1)/(1/(1−λ) + 2)', () => {
    const history = Array.from({ length: 400 }, (_, year) => ({ positive: 1, negative: 0, time: year * 365 }));
    const r = reputationOf(evidenceAt(history, 399 * 365, yearly));
    expect(r).toBeCloseTo((5 + 1) / (5 + 2), 12);
  });
  test('λ = 1 remembers everything, λ = 0 only the day itself', () => {
    const history = [
      { positive: 1, negative: 0, time: 0 },
      { positive: 0, negative: 2, time: 10 },
    ];
    expect(evidenceAt(history, 10, { factor: 1, per: 365 })).toEqual({ positive: 1, negative: 2 });
    expect(evidenceAt(history, 10, { factor: 0, per: 365 })).toEqual({ positive: 0, negative: 2 });
    expect(evidenceAt(history, 9, { factor: 1, per: 365 })).toEqual({ positive: 1, negative: 0 });
  });
  test('a year back weighs λ, half a year √λ', () => {
    expect(forgotten({ positive: 1, negative: 10 }, 365, yearly)).toEqual({ positive: 0.8, negative: 8 });
    expect(forgotten({ positive: 1, negative: 0 }, 182.5, yearly).positive).toBeCloseTo(Math.sqrt(0.8), 15);
  });
});

test('refusals', () => {
  expect(() => reputationOf({ positive: -1, negative: 0 })).toThrow(RangeError);
  expect(() => reputationOf({ positive: Number.NaN, negative: 0 })).toThrow(RangeError);
  expect(() => evidenceOfRating(1.1)).toThrow(RangeError);
  expect(() => forgotten(noEvidence, -1, yearly)).toThrow(RangeError);
  expect(() => forgotten(noEvidence, 1, { factor: 1.1, per: 1 })).toThrow(RangeError);
  expect(() => forgotten(noEvidence, 1, { factor: 0.5, per: 0 })).toThrow(RangeError);
});

const amount = fc.double({ min: 0, max: 1000, noNaN: true });
const dated = fc.record({ positive: amount, negative: amount, time: fc.integer({ min: 0, max: 2000 }) });

test('a running reputation equals one from the whole history', () => {
  fc.assert(
    fc.property(fc.array(dated, { maxLength: 20 }), (history) => {
      const sorted = history.toSorted((a, b) => a.time - b.time);
      let running = { ...noEvidence, time: 0 };
      for (const evidence of sorted) {
        running = { ...combined(forgotten(running, evidence.time - running.time, yearly), evidence), time: evidence.time };
      }
      const whole = evidenceAt(history, running.time, yearly);
      expect(whole.positive).toBeCloseTo(running.positive, 6);
      expect(whole.negative).toBeCloseTo(running.negative, 6);
    }),
  );
});

test('the expectation lies in (0, 1), rises with good and falls with bad experience', () => {
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0.01, max: 10, noNaN: true }), (positive, negative, more) => {
      const expected = reputationOf({ positive, negative });
      expect(expected).toBeGreaterThan(0);
      expect(expected).toBeLessThan(1);
      expect(reputationOf({ positive: positive + more, negative })).toBeGreaterThan(expected);
      expect(reputationOf({ positive, negative: negative + more })).toBeLessThan(expected);
      expect(reputationRating({ positive, negative })).toBeCloseTo(2 * expected - 1, 12);
    }),
  );
});
