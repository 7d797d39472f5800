import { expect, test } from 'vitest';
import { tableFromCsv } from '../matrix/csv.ts';
import { accepted } from '../testing/references.ts';
import { prepare } from '../qca/data.ts';
import { membershipsOf, nearer } from './memberships.ts';
import { typicalWithDeviant, typicalWithIrrelevantByConjunct, typicalWithTypical } from './pairs.ts';
import { deviantConsistencyCases, deviantCoverageCases, irrelevantCases, typicalCases, typicalOfConjuncts } from './single.ts';

/** One case of each kind for the solution A, and one that is typical and weaker. */
const text = `case,A,B,Y
typical,0.8,0.9,0.9
weaker,0.6,0.3,0.95
deviant,0.9,0.8,0.2
uncovered,0.2,0.9,0.8
nothing,0.1,0.1,0.3
`;
const data = accepted(prepare(accepted(tableFromCsv(text)), { outcome: 'Y' }));
const memberships = membershipsOf(data, [[1, -1]]);

test('every case is of one kind', () => {
  expect(typicalCases(memberships)[0]?.map((one) => [one.case, one.most])).toEqual([
    ['typical', true],
    ['weaker', false],
  ]);
  // 2(y−x) + (1−x) with the memberships above.
  expect(typicalCases(memberships)[0]?.[0]?.best).toBeCloseTo(0.4, 12);
  expect(deviantConsistencyCases(memberships)[0]?.map((one) => one.case)).toEqual(['deviant']);
  expect(deviantCoverageCases(memberships)).toMatchObject([{ case: 'uncovered', row: '01', consistent: true }]);
  expect(irrelevantCases(memberships).map((one) => one.case)).toEqual(['nothing']);
});

test('the best pair is the nearest in the term and the farthest in the outcome', () => {
  const [first] = typicalWithDeviant(memberships, 0);
  // |.8−.9| + (1−(.9−.2)) + (1−.8) + (1−.9)
  expect(first).toMatchObject({ first: 'typical', second: 'deviant' });
  expect(first?.best).toBeCloseTo(0.7, 12);
});

test('a term of one conjunct has no rank', () => {
  const [conjunct] = typicalWithIrrelevantByConjunct(memberships, 0);
  expect(conjunct).toMatchObject({ conjunct: 'A', pairs: [{ first: 'typical', second: 'nothing', rank: null }, { first: 'weaker' }] });
  // (1−(.8−.1)) + (1−(.9−.3)) + 2·|.9−.8| + |.3−.1|
  expect(conjunct?.pairs[0]?.best).toBeCloseTo(1.1, 12);
});

test('distances that differ by rounding only are equal, and names decide', () => {
  const [near, same, far] = [{ best: 0.1 + 0.2 }, { best: 0.3 }, { best: 0.4 }];
  expect(nearer(near, far, 'b', 'a')).toBeLessThan(0);
  expect(nearer(far, near, 'a', 'b')).toBeGreaterThan(0);
  expect(nearer(near, same, 'a', 'b')).toBe(-1);
  expect(nearer(near, same, 'b', 'a')).toBe(1);
  expect(nearer(near, same, 'a', 'a')).toBe(0);
});

/** Two terms A*B and C; in each list the case that is typical of one term only comes first. */
const twoTerms = `case,A,B,C,Y
both,0.9,0.9,0.9,0.95
limitedByA,0.6,0.9,0.1,0.7
limitedByB,0.9,0.7,0.1,0.8
beyond,0.95,0.7,0.1,0.75
none,0.1,0.2,0.1,0.2
`;
const two = accepted(prepare(accepted(tableFromCsv(twoTerms)), { outcome: 'Y' }));
const ofTwo = membershipsOf(two, [
  [1, 1, -1],
  [-1, -1, 1],
]);

test('pairs of typical cases: those unique to the term first, then the farthest apart and nearest to what they should be', () => {
  const pairs = typicalWithTypical(ofTwo, 0);
  // Distances from the best place, 2(y − x) + (1 − x): both .2, beyond .4, limitedByB .5, limitedByA .6.
  expect(pairs.map(({ first, second, unique }) => [first, second, ...unique])).toEqual([
    ['beyond', 'limitedByA', true, true],
    ['limitedByB', 'limitedByA', true, true],
    ['beyond', 'limitedByB', true, true],
    ['both', 'limitedByA', false, true],
    ['both', 'beyond', false, true],
    ['both', 'limitedByB', false, true],
  ]);
  // (.5 − (.7 − .6)) + (.5 − (.75 − .7)) + 2·.05 + 2·.1
  expect(pairs[0]?.best).toBeCloseTo(0.4 + 0.45 + 0.1 + 0.2, 12);
});

test('typical cases of a conjunct: what it limits first, then without another between it and the outcome, then unique ones', () => {
  const [ofA] = typicalOfConjuncts(ofTwo, 0);
  expect(ofA?.conjunct).toBe('A');
  expect(
    ofA?.cases.map(({ case: name, rank, cleanCorridor, consistent, unique }) => [name, rank, cleanCorridor, consistent, unique]),
  ).toEqual([
    ['limitedByA', 1, true, true, true],
    // B stands below A and the outcome, so that A could be what limits; of both nearest first.
    ['limitedByB', 2, true, false, true],
    ['beyond', 2, true, false, true],
    ['both', 2, false, true, false],
  ]);
});
