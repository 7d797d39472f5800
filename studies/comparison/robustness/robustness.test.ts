import { describe, expect, test } from 'vitest';
import { tableFromCsv } from '../matrix/csv.ts';
import { fuzzy, raw } from '../testing/lipset.ts';
import { accepted } from '../testing/references.ts';
import { clusterDiagnostics, skewnessOf } from './diagnostics.ts';
import { robustnessCases, robustnessFit } from './fit.ts';
import { rangeOf } from './ranges.ts';
import { anchorRange, inclusionRange } from './solutions.ts';

const design = { choice: { outcome: 'SURV' }, settings: { inclusionCut: 0.8 }, options: { include: ['?'] as const } };

describe('ranges', () => {
  test('end one step before the change, or nowhere', () => {
    const options = { from: 5, step: 1, stepsMax: 3 };
    expect(rangeOf((value) => value >= 4, options)).toEqual({ lower: 4, upper: null });
    expect(rangeOf(() => false, options)).toEqual({ lower: 5, upper: 5 });
    expect(rangeOf(() => true, { ...options, least: 4, most: 6 })).toEqual({ lower: 4, upper: 6 });
  });
  test('of the cut of inclusion lie between the rows next to it', () => {
    // The rows next to 0.8 have an inclusion of 0.709 and of 0.804.
    const { lower, upper } = inclusionRange(accepted(tableFromCsv(fuzzy)), design, { step: 0.01, stepsMax: 30 });
    expect({ lower, upper }).toEqual({ lower: 0.71, upper: 0.8 });
  });
  test('of an anchor: moving the crossover past a case changes the solution', () => {
    const measures = accepted(tableFromCsv(raw));
    const wealth = measures.columns.find(({ name }) => name === 'DEV');
    if (wealth === undefined) return expect.fail('no column');
    const calibrationAt = (crossover: number) =>
      ({ method: 'logistic', exclusion: 400, crossover, inclusion: 900, anchorMembership: 0.95 }) as const;
    const steps = { from: 550, step: 5, stepsMax: 60, calibrationAt };
    const { lower, upper } = anchorRange(accepted(tableFromCsv(fuzzy)), design, wealth, 'DEV', steps);
    expect(lower as number).toBeLessThanOrEqual(550);
    // With a crossover above the 662 of Ireland neither it nor Finland is wealthy, and a row of the solution is empty.
    expect(upper).toBe(660);
  });
});

describe('fit of what survives', () => {
  const y = Float64Array.from([1, 1, 0, 0]);
  test('a solution that no setting changes keeps all of it', () => {
    const x = Float64Array.from([0.9, 0.2, 0.1, 0.3]);
    expect(robustnessFit(x, [x, x], y)).toEqual({ coverage: 1, inclusion: 1, overlapWithLeast: 1, overlapWithMost: 1 });
    expect(robustnessCases(x, [x], y)).toMatchObject({
      robust: [0],
      shaky: [],
      possible: [],
      out: [1, 2, 3],
      rank: 1,
      typical: 1,
      deviant: null,
    });
  });
  test('half of the coverage is lost where another setting loses one of two cases', () => {
    const own = Float64Array.from([1, 1, 0, 0]);
    const other = Float64Array.from([1, 0, 1, 0]);
    expect(robustnessFit(own, [other], y)).toEqual({ coverage: 0.5, inclusion: 1, overlapWithLeast: 1 / 3, overlapWithMost: 1 / 3 });
    expect(robustnessCases(own, [other], y)).toMatchObject({ robust: [0], shaky: [1], possible: [2], rank: 4, typical: 0.5, deviant: 0 });
  });
});

test('skewed sets are called so', () => {
  expect(skewnessOf([0.9, 0.1, 0.2, 0.3, 0.4, 0.1])).toMatchObject({ members: 1, skewed: true });
  // A case at ½ is no more in the set than out of it.
  expect(skewnessOf([0.9, 0.5, 0.5, 0.5, 0.5, 0.1])).toMatchObject({ members: 1 });
  expect(skewnessOf([0.9, 0.1, 0.8, 0.3])).toMatchObject({ members: 2, share: 0.5, skewed: false });
});

test('a statement that holds alike in both groups has distance 0, one that holds in one only the most', () => {
  const x = Float64Array.from([1, 1, 1, 1]);
  const groups = ['a', 'a', 'b', 'b'];
  expect(clusterDiagnostics(x, Float64Array.from([1, 0, 1, 0]), groups).distance).toBe(0);
  const { pooled, groups: fits, distance } = clusterDiagnostics(x, Float64Array.from([1, 1, 0, 0]), groups);
  expect(pooled.consistency).toBe(0.5);
  expect(fits.map(({ consistency }) => consistency)).toEqual([1, 0]);
  expect(distance).toBeCloseTo(Math.SQRT1_2, 12);
});
