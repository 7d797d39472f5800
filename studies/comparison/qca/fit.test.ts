import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted } from '../testing/references.ts';
import { simultaneousSubsets } from './assumptions.ts';
import { prepare, type QcaData } from './data.ts';
import { haesebrouckConsistency, necessity, sufficiency, uniqueCoverages } from './fit.ts';
import { fitOfConditions, fitOfExpression } from './statements.ts';
import { necessarySupersets, sufficientSubsets } from './subsets.ts';
import { truthTable } from './truthTable.ts';

const x = Float64Array.from([0.8, 0.4, 0.6]);
const y = Float64Array.from([0.9, 0.3, 0.2]);

describe('worked by hand', () => {
  // Σx = 1.8, Σy = 1.4, Σmin = 0.8+0.3+0.2 = 1.3, Σmin(x,y,1−y) = 0.1+0.3+0.2 = 0.6
  test('sufficiency', () => {
    const { inclS, PRI, covS } = sufficiency(x, y);
    expect(inclS).toBeCloseTo(1.3 / 1.8, 12);
    expect(PRI).toBeCloseTo(0.7 / 1.2, 12);
    expect(covS).toBeCloseTo(1.3 / 1.4, 12);
  });
  // Σ(1−x) = 1.2, Σ(1−min) = 1.7
  test('necessity', () => {
    const { inclN, RoN, covN } = necessity(x, y);
    expect(inclN).toBeCloseTo(1.3 / 1.4, 12);
    expect(RoN).toBeCloseTo(1.2 / 1.7, 12);
    expect(covN).toBeCloseTo(1.3 / 1.8, 12);
  });
  // Inconsistent by 0.1 of 0.4 and 0.4 of 0.6: √0.04 + √0.24
  test('consistency after Haesebrouck', () => {
    expect(haesebrouckConsistency(x, y)).toBeCloseTo(1.3 / (1.3 + 0.2 + Math.sqrt(0.24)), 12);
  });
  // Within y the second set has 0.5, 0.3, 0: the first is beyond it by 0.3, 0, 0.2, the second never.
  test('unique coverage is what the others leave', () => {
    const [first, second] = uniqueCoverages([x, Float64Array.from([0.5, 0.4, 0])], y);
    expect(first).toBeCloseTo(0.5 / 1.4, 12);
    expect(second).toBeCloseTo(0, 12);
    expect(uniqueCoverages([x], y)[0]).toBeCloseTo(1.3 / 1.4, 12);
  });
  test('of nothing there is no share', () => {
    const nothing = new Float64Array(3);
    expect(sufficiency(nothing, y)).toEqual({ inclS: null, PRI: null, covS: 0 });
    expect(haesebrouckConsistency(nothing, nothing)).toBeNull();
  });
});

const membership = fc.integer({ min: 0, max: 20 }).map((value) => value / 20);
const dataWith = (rows: readonly (readonly number[])[], outcome = 'Y'): QcaData =>
  accepted(
    prepare(
      {
        cases: rows.map((_, at) => String(at)),
        columns: ['A', 'B', 'C', 'Y'].map((name, at) => ({ name, values: rows.map((row) => row[at] as number) })),
      },
      { outcome },
    ),
  );
const fuzzyData = fc
  .array(fc.tuple(membership, membership, membership, membership), { minLength: 2, maxLength: 12 })
  .filter(
    (rows) => [0, 1, 2, 3].every((at) => rows.some((row) => !Number.isInteger(row[at]))) && new Set(rows.map((row) => row[3])).size > 1,
  );

/** Every choice of present, absent or silent for three conditions, but silence about all. */
const choices = [0, 1, 2]
  .reduce<(0 | 1 | undefined)[][]>(
    (sofar) => sofar.flatMap((begun) => ([undefined, 0, 1] as const).map((level) => [...begun, level])),
    [[]],
  )
  .slice(1);
const namesOf = (choice: readonly (0 | 1 | undefined)[], between: string): string =>
  choice.flatMap((level, at) => (level === undefined ? [] : [`${level === 1 ? '' : '~'}${'ABC'[at]}`])).join(between);
const contains = (whole: readonly unknown[], part: readonly unknown[]): boolean =>
  part.every((level, at) => level === undefined || level === whole[at]);

describe('combinations, against trying all', () => {
  test('sufficient: those that reach the cut, and of which no part does', () => {
    fc.assert(
      fc.property(fuzzyData, (rows) => {
        const data = dataWith(rows);
        const inclOf = (choice: readonly (0 | 1 | undefined)[]): number =>
          accepted(fitOfExpression(data, namesOf(choice, '*'), 'sufficiency')).whole.inclS ?? 0;
        const passing = choices.filter((choice) => inclOf(choice) >= 0.8 - 1e-8);
        const wanted = passing.filter((choice) => !passing.some((part) => part !== choice && contains(choice, part)));
        const found = accepted(sufficientSubsets(data, { inclusion: 0.8 }));
        expect(found.map(({ expression }) => expression).sort()).toEqual(wanted.map((choice) => namesOf(choice, '*')).sort());
      }),
      { numRuns: 60 },
    );
  });
  test('necessary: conjunctions that reach the cut, and shortest disjunctions of the others', () => {
    fc.assert(
      fc.property(fuzzyData, (rows) => {
        const data = dataWith(rows);
        const reached = (choice: readonly (0 | 1 | undefined)[], between: string): boolean =>
          (accepted(fitOfExpression(data, namesOf(choice, between), 'necessity')).whole.inclN ?? 0) >= 0.8 - 1e-8;
        const both = choices.filter((choice) => reached(choice, '*'));
        const either = choices.filter((choice) => !both.includes(choice) && reached(choice, '+'));
        const shorter = (choice: readonly unknown[]): boolean =>
          [...both, ...either].some((part) => part !== choice && contains(choice, part));
        const wanted = [
          ...both.map((choice) => namesOf(choice, '*')),
          ...either.filter((choice) => !shorter(choice)).map((choice) => namesOf(choice, ' + ')),
        ];
        const found = accepted(necessarySupersets(data, { inclusion: 0.8 }));
        expect(found.map(({ expression }) => expression).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 60 },
    );
  });
});

test('presence comes before absence, and each is fitted by itself', () => {
  const fits = fitOfConditions(
    dataWith([
      [0.9, 0.1, 0.4, 0.8],
      [0.2, 0.7, 0.6, 0.3],
    ]),
    'necessity',
  );
  expect(fits.map(({ term }) => term)).toEqual(['A', 'B', 'C', '~A', '~B', '~C']);
});

test('a case is deviant below one half of the outcome, not below something else', () => {
  const rows = [
    [0.9, 0.9, 0.9, 0.45],
    [0.8, 0.8, 0.8, 0.9],
    [0.1, 0.1, 0.1, 0.2],
  ];
  expect(accepted(truthTable(dataWith(rows))).rows.at(-1)?.deviant).toEqual(['0']);
});

test('rows that lead to the outcome and to its absence at once, not merely to the latter', () => {
  // The first row is ambiguous, the second leads to the absence only.
  const rows = [
    [0.6, 0.4, 0.4, 0.55],
    [0.1, 0.9, 0.1, 0.05],
    [0.9, 0.9, 0.1, 0.95],
  ];
  const at = (outcome: string) => accepted(truthTable(dataWith(rows, outcome), { inclusionCut: 0.7 }));
  const [own, opposite] = [at('Y'), at('~Y')];
  const leading = (table: typeof own): number[] => table.rows.filter(({ out }) => out === '1').map(({ row }) => row);
  expect(leading(own)).toContain(5);
  expect(leading(opposite)).toEqual(expect.arrayContaining([3, 5]));
  expect(leading(own)).not.toContain(3);
  expect(simultaneousSubsets(own, opposite)).toEqual([5]);
});
