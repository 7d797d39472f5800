import { describe, expect, test } from 'vitest';
import { calibratedTable } from '../matrix/calibrated.ts';
import { tableFromCsv } from '../matrix/csv.ts';
import { raw } from '../testing/lipset.ts';
import { accepted, references, tableOf } from '../testing/references.ts';
import { checkArgument } from './argument.ts';
import { mostDifferentSameOutcome, mostSimilarDifferentOutcome, type Pair, pairsOf } from './designs.ts';
import { millsMethods } from './mill.ts';

const conditions = ['DEV', 'URB', 'LIT', 'IND', 'STB'];
const asPair = ({ a, b, distance, differ, sameOutcome }: Pair) => ({ a, b, distance, differ: [...differ], same_outcome: sameOutcome });
const byNames = (x: { a: string; b: string }, y: { a: string; b: string }): number => `${x.a} ${x.b}`.localeCompare(`${y.a} ${y.b}`);

/**
 * The dichotomies printed in Configurational Comparative Methods (2009), pp. 41 and 50: stability is fewer than ten cabinets, wealth 600
 * dollars, lowered to 550 because Estonia and Finland then no longer contradict each other.
 */
function crisp(wealth = 550) {
  const decided = { reason: { zh: '按已发表的分界', en: 'as published' }, decidedOn: '2009-01-01' };
  const thresholds = { DEV: wealth, URB: 50, LIT: 75, IND: 30, SURV: 0 };
  const records = Object.entries(thresholds).map(([column, threshold]) => ({
    column,
    set: column,
    calibration: { method: 'crisp', thresholds: [threshold] } as const,
    ...decided,
  }));
  const table = accepted(tableFromCsv(raw));
  const stable = table.columns.find(({ name }) => name === 'STB')?.values.map((value) => Number((value as number) < 10)) ?? [];
  const sets = accepted(calibratedTable(table, records));
  return { cases: sets.cases, columns: [...sets.columns, { name: 'STB', values: stable }] };
}

describe('survival of democracy, dichotomised as published', () => {
  const design = { outcome: 'SURV', conditions };

  test('most similar cases with different outcomes differ in one condition', () => {
    const pairs = accepted(pairsOf(crisp(), design));
    expect(pairs).toHaveLength(153);
    const similar = mostSimilarDifferentOutcome(pairs);
    expect(similar.every(({ distance }) => distance === 1)).toBe(true);
    expect(similar.map(({ a, b, differ }) => `${a} ${b} ${differ}`)).toEqual(
      expect.arrayContaining(['AU FR STB', 'AU SE STB', 'BE DE STB']),
    );
  });

  test('with the higher threshold of wealth two cases are alike in everything but the outcome', () => {
    const similar = mostSimilarDifferentOutcome(accepted(pairsOf(crisp(600), design)));
    expect(similar.map(({ a, b, distance }) => [a, b, distance])).toEqual([['EE', 'FI', 0]]);
  });

  test('what all survivors share, nobody else has: nothing', () => {
    const { agreement, joint } = accepted(millsMethods(crisp(), design));
    expect(agreement).toEqual(
      expect.arrayContaining([
        { condition: 'LIT', value: 1 },
        { condition: 'STB', value: 1 },
      ]),
    );
    expect(joint).toEqual([]);
  });
});

const found = references(/^MILL_/);
describe('results computed elsewhere', () => {
  test(`${found.length} references read`, () => {
    console.log(`matching: ${found.length} references read`);
  });
  test.each(found)('$id', (reference) => {
    const wanted = reference.output as {
      readonly outcome: string;
      readonly mssd_pairs: ReturnType<typeof asPair>[];
      readonly mdso_pairs: ReturnType<typeof asPair>[];
      readonly method_of_difference: ReturnType<typeof asPair>[];
      readonly method_of_agreement: readonly object[];
      readonly joint_method: readonly object[];
      readonly n_pairs: number;
    };
    const table = tableOf(reference);
    const design = { outcome: wanted.outcome, conditions: table.columns.map(({ name }) => name).filter((name) => name !== wanted.outcome) };
    const pairs = accepted(pairsOf(table, design));
    const { agreement, difference, joint } = accepted(millsMethods(table, design));
    expect(pairs).toHaveLength(wanted.n_pairs);
    expect(mostSimilarDifferentOutcome(pairs).map(asPair).sort(byNames)).toEqual([...wanted.mssd_pairs].sort(byNames));
    expect(mostDifferentSameOutcome(pairs).map(asPair).sort(byNames)).toEqual([...wanted.mdso_pairs].sort(byNames));
    expect(difference.map(asPair).sort(byNames)).toEqual([...wanted.method_of_difference].sort(byNames));
    expect(agreement).toEqual(wanted.method_of_agreement);
    expect(joint).toEqual(wanted.joint_method);
  });
});

test('two memberships on one side of a fuzzy set do not differ, two measures within what is called alike neither', () => {
  const table = {
    cases: ['a', 'b'],
    columns: [
      { name: 'set', values: [0.6, 0.9] },
      { name: 'measure', values: [10, 12] },
      { name: 'Y', values: [0.9, 0.2] },
    ],
  };
  const [pair] = accepted(pairsOf(table, { outcome: 'Y', conditions: ['set', 'measure'], alikeWithin: { measure: 2 } }));
  expect(pair).toMatchObject({ distance: 0, alike: ['set', 'measure'], sameOutcome: false });
  expect(pair?.gap).toBeCloseTo(2.3, 12);
});

test('what is unknown of a case without the outcome cannot be said to be absent there', () => {
  const withUnknown = (value: number | null) => ({
    cases: ['a', 'b', 'c'],
    columns: [
      { name: 'A', values: [1, 1, value] },
      { name: 'Y', values: [1, 1, 0] },
    ],
  });
  const design = { outcome: 'Y', conditions: ['A'] };
  expect(accepted(millsMethods(withUnknown(0), design)).joint).toEqual([{ condition: 'A', value: 1 }]);
  expect(accepted(millsMethods(withUnknown(null), design)).joint).toEqual([]);
});

describe('an argument from two cases', () => {
  const table = {
    cases: ['east', 'west'],
    columns: [
      { name: 'size', values: [3, 4], evidence: [['f1'], ['f2']] },
      { name: 'trust', values: [0.4, null], evidence: [['f3'], []] },
      { name: 'superior', values: [4, 0], evidence: [['f4'], []] },
      { name: 'conversion', values: [0.9, 0.2], evidence: [['f5'], ['f6']] },
    ],
  };
  const design = {
    first: 'east',
    second: 'west',
    outcome: 'conversion',
    cause: ['superior'],
    alikeWithin: { size: 1, superior: 1, conversion: 0.1 },
  };

  test('holds where the cases are alike in the rest and differ in cause and outcome', () => {
    const { verdict, rivals, steps } = accepted(checkArgument(table, { ...design, alike: ['size'] }));
    expect({ verdict, rivals }).toEqual({ verdict: 'holds', rivals: [] });
    expect(steps.map(({ evidence }) => evidence)).toEqual([
      [['f1'], ['f2']],
      [['f5'], ['f6']],
      [['f4'], []],
    ]);
  });
  test('cannot be told where one of the rest is unknown, and names it as a rival', () => {
    const { verdict, rivals } = accepted(checkArgument(table, { ...design, alike: ['size', 'trust'] }));
    expect({ verdict, rivals }).toEqual({ verdict: 'undetermined', rivals: ['trust'] });
  });
  test('fails where the cases differ in the rest', () => {
    const { verdict, rivals } = accepted(
      checkArgument(table, { ...design, alike: ['size'], alikeWithin: { ...design.alikeWithin, size: 0.5 } }),
    );
    expect({ verdict, rivals }).toEqual({ verdict: 'fails', rivals: ['size'] });
  });
  test('refuses a case that is not there', () => {
    expect(checkArgument(table, { ...design, first: 'north', alike: [] })).toMatchObject({
      ok: false,
      refusal: { cells: [{ case: 'north' }] },
    });
  });
});
