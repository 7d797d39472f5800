import { expect, test } from 'vitest';
import { tableFromCsv } from '../matrix/csv.ts';
import { accepted } from '../testing/references.ts';
import { prepare } from '../qca/data.ts';
import { membershipsOf } from './memberships.ts';
import { typicalWithDeviant, typicalWithIrrelevantByConjunct } from './pairs.ts';
import { deviantConsistencyCases, deviantCoverageCases, irrelevantCases, typicalCases } from './single.ts';

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
