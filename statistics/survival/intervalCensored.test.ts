import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { innermostIntervals, type IntervalObservation } from './innermost.ts';
import { intervalCensored, intervalQuantile } from './intervalCensored.ts';
import { kaplanMeier, survivalQuantile } from './kaplanMeier.ts';

const never = Number.POSITIVE_INFINITY;
const between = (...bounds: [number, number][]): IntervalObservation[] => bounds.map(([left, right]) => ({ left, right }));
const after = (...bounds: [number, number][]): IntervalObservation[] => bounds.map(([left, right]) => ({ left, right, afterLeft: true }));

describe('where probability can lie', () => {
  test('the overlap of two intervals', () => {
    expect(intervalCensored(between([0, 2], [1, 3])).masses).toEqual([{ left: 1, right: 2, afterLeft: false, mass: 1 }]);
  });
  test('closed intervals that touch share a point, half-open ones do not', () => {
    expect(innermostIntervals(between([0, 2], [2, 3])).intervals).toEqual([{ left: 2, right: 2, afterLeft: false }]);
    expect(innermostIntervals(after([0, 2], [2, 3])).intervals).toEqual([
      { left: 0, right: 2, afterLeft: true },
      { left: 2, right: 3, afterLeft: true },
    ]);
  });
  test('what is open at a time has not happened at that time', () => {
    expect(intervalCensored(between([2, 2], [2, never])).masses).toEqual([
      { left: 2, right: 2, afterLeft: false, mass: 0.5 },
      { left: 2, right: never, afterLeft: true, mass: 0.5 },
    ]);
  });
});

describe('analytic estimates', () => {
  test('an interval over two others divides as they do', () => {
    const { masses, logLikelihood, converged } = intervalCensored(between([0, 1], [0, 1], [2, 3], [0, 3]));
    expect(converged).toBe(true);
    expect(masses.map(({ mass }) => mass)).toEqual([expect.closeTo(2 / 3, 6), expect.closeTo(1 / 3, 6)]);
    expect(logLikelihood).toBeCloseTo(2 * Math.log(2 / 3) + Math.log(1 / 3), 9);
  });

  // Masses (p, q, r) on 0–1, 2–3, 4–5 under ln p + ln(p+q) + ln(q+r) + ln r: symmetric, so 2 ln p + 2 ln(1−p), best at p = ½, q = 0.
  test('a mass that is exactly nothing is not left over', () => {
    const { masses, gap } = intervalCensored(between([0, 1], [0, 3], [2, 5], [4, 5]));
    expect(masses.map(({ left, mass }) => [left, mass])).toEqual([
      [0, expect.closeTo(0.5, 6)],
      [4, expect.closeTo(0.5, 6)],
    ]);
    expect(gap).toBeLessThanOrEqual(1e-9);
  });
});

// Radiotherapy arm of the breast cosmesis study, (left, right] in months: D. M. Finkelstein and R. A. Wolfe, Biometrics
// 41, 1985, 933–945, table 4. Masses as published with the R package `interval` (M. P. Fay and P. A. Shaw, Journal of
// Statistical Software 36(2), 2010), four decimals.
const cosmesis = after(
  [45, never],
  [6, 10],
  [0, 7],
  [46, never],
  [46, never],
  [7, 16],
  [17, never],
  [7, 14],
  [37, 44],
  [0, 8],
  [4, 11],
  [15, never],
  [11, 15],
  [22, never],
  [46, never],
  [46, never],
  [25, 37],
  [46, never],
  [26, 40],
  [46, never],
  [27, 34],
  [36, 44],
  [46, never],
  [36, 48],
  [37, never],
  [40, never],
  [17, 25],
  [46, never],
  [11, 18],
  [38, never],
  [5, 12],
  [37, never],
  [0, 5],
  [18, never],
  [24, never],
  [36, never],
  [5, 11],
  [19, 35],
  [17, 25],
  [24, never],
  [32, never],
  [33, never],
  [19, 26],
  [37, never],
  [34, never],
  [36, never],
);

test('breast cosmesis after radiotherapy', () => {
  const { masses, converged, iterations } = intervalCensored(cosmesis);
  expect(converged).toBe(true);
  expect(iterations).toBeLessThan(200);
  expect(masses.map(({ left, right }) => [left, right])).toEqual([
    [4, 5],
    [6, 7],
    [7, 8],
    [11, 12],
    [24, 25],
    [33, 34],
    [38, 40],
    [46, 48],
  ]);
  for (const [index, mass] of [0.0463, 0.0334, 0.0887, 0.0708, 0.0926, 0.0818, 0.1209, 0.4656].entries()) {
    expect(masses[index]?.mass).toBeCloseTo(mass, 4);
  }
  expect(intervalQuantile(intervalCensored(cosmesis), 0.5)).toEqual({ left: 38, right: 40, midpoint: 39 });
});

describe('quantiles', () => {
  test('an interval and its midpoint', () => {
    expect(intervalQuantile(intervalCensored(between([0, 4], [10, 20], [30, 30])), 0.5)).toEqual({ left: 10, right: 20, midpoint: 15 });
  });
  test('a rest on one half reaches to the next mass', () => {
    expect(intervalQuantile(intervalCensored(between([0, 4], [10, 20])), 0.5)).toEqual({ left: 0, right: 20, midpoint: 10 });
  });
  test('none while more than half are open, none of nothing', () => {
    expect(intervalQuantile(intervalCensored(between([1, 2], [3, never], [4, never])), 0.5)).toBeUndefined();
    expect(intervalQuantile(intervalCensored([]), 0.5)).toBeUndefined();
  });
});

test('refusals', () => {
  for (const [left, right] of [
    [-1, 2],
    [3, 2],
    [Number.NaN, 2],
    [never, never],
    [1, Number.NaN],
  ] as const) {
    expect(() => intervalCensored([{ left, right }])).toThrow(RangeError);
  }
  expect(() => intervalCensored(after([2, 2]))).toThrow(RangeError);
  expect(() => intervalQuantile(intervalCensored([]), 1)).toThrow(RangeError);
});

const time = fc.integer({ min: 0, max: 25 });
const interval = fc.oneof(
  fc.tuple(time, time).map(([a, b]) => ({ left: Math.min(a, b), right: Math.max(a, b) })),
  time.map((left) => ({ left, right: never })),
  fc.tuple(time, fc.integer({ min: 1, max: 9 })).map(([left, length]) => ({ left, right: left + length, afterLeft: true })),
);

test('exact and open observations give Kaplan–Meier', () => {
  const exactOrOpen = fc.record({ time, happened: fc.boolean() });
  fc.assert(
    fc.property(fc.array(exactOrOpen, { minLength: 1, maxLength: 40 }), (observations) => {
      const curve = kaplanMeier(observations);
      const estimate = intervalCensored(observations.map(({ time: left, happened }) => ({ left, right: happened ? left : never })));
      expect(estimate.converged).toBe(true);
      let below = 0;
      for (const { time: at, survival, happened } of curve.steps) {
        if (happened === 0) continue;
        below += estimate.masses.find(({ left, right }) => left === at && right === at)?.mass ?? 0;
        expect(1 - below).toBeCloseTo(survival, 5);
      }
      for (const p of [0.25, 0.5, 0.75]) {
        const found = intervalQuantile(estimate, p)?.midpoint;
        expect(found).toBe(survivalQuantile(curve, p).time);
      }
    }),
    { numRuns: 500 },
  );
});

test('no other distribution over any intervals is more likely by more than the gap', () => {
  const rivals = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 30 }), rivals, (observations, weights) => {
      const estimate = intervalCensored(observations);
      expect(estimate.converged).toBe(true);
      expect(estimate.masses.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 9);
      const { intervals, covers } = innermostIntervals(observations);
      const total = intervals.reduce((sum, _, index) => sum + (weights[index] as number), 0);
      const rival = intervals.map((_, index) => (weights[index] as number) / total);
      const likelihoodOf = (masses: readonly number[]): number =>
        covers.reduce(
          (sum, { from, to, count }) => sum + count * Math.log(masses.slice(from, to).reduce((part, mass) => part + mass, 0)),
          0,
        );
      const own = intervals.map(
        ({ left, right, afterLeft }) =>
          estimate.masses.find((mass) => mass.left === left && mass.right === right && mass.afterLeft === afterLeft)?.mass ?? 0,
      );
      expect(likelihoodOf(own)).toBeCloseTo(estimate.logLikelihood, 6);
      for (const share of [1, 0.1, 0.001]) {
        const mixed = own.map((mass, index) => (1 - share) * mass + share * (rival[index] as number));
        expect(likelihoodOf(mixed)).toBeLessThanOrEqual(estimate.logLikelihood + 1e-8);
      }
    }),
    { numRuns: 500 },
  );
});

test('two thousand intervals of days converge', () => {
  const observations = Array.from({ length: 2000 }, (_, index) => {
    const left = (index * 7919) % 3650;
    return { left, right: index % 5 === 0 ? never : left + ((index * 104_729) % 365) };
  });
  const estimate = intervalCensored(observations);
  expect(estimate.converged).toBe(true);
});
