import { describe, expect, test } from 'vitest';
import { tableFromCsv } from '../matrix/csv.ts';
import { fuzzy } from '../testing/lipset.ts';
import { accepted } from '../testing/references.ts';
import { againstNecessity, contradictoryAssumptions, oppositeTable, remainders, rowsWithin } from './assumptions.ts';
import { type Choice, prepare } from './data.ts';
import { qcaDocument } from './document.ts';
import { expectationsFrom } from './expectations.ts';
import { expressionFrom, expressionText, negation } from './expression.ts';
import { intermediates } from './intermediate.ts';
import { minimise } from './minimise.ts';
import { type Settings, truthTable } from './truthTable.ts';

const tableOf = (text: string, choice: Choice, settings: Partial<Settings> = {}) =>
  accepted(truthTable(accepted(prepare(accepted(tableFromCsv(text)), choice)), settings));

/** Four rows of one condition pair: 3 of 4, 1 of 2, 1 of 1 and 0 of 1 cases with the outcome. */
const counted = `case,A,B,Y
a,1,1,1
b,1,1,1
c,1,1,1
d,1,1,0
e,1,0,1
f,1,0,0
g,0,1,1
h,0,0,0
`;

describe('what a row leads to', () => {
  const outs = (settings: Partial<Settings>): string =>
    tableOf(counted, { outcome: 'Y' }, settings)
      .rows.map(({ out }) => out)
      .join('');

  test('rows in order, with their cases and those that deviate', () => {
    const { rows } = tableOf(counted, { outcome: 'Y' });
    expect(rows.map(({ row, n, incl, cases, deviant }) => [row, n, incl, cases.join(''), deviant.join('')])).toEqual([
      [1, 1, 0, 'h', 'h'],
      [2, 1, 1, 'g', ''],
      [3, 2, 0.5, 'ef', 'f'],
      [4, 4, 0.75, 'abcd', 'd'],
    ]);
  });
  test('below one cut it is 0', () => {
    expect(outs({ inclusionCut: 0.75 })).toBe('0101');
  });
  test('between two cuts it contradicts itself', () => {
    expect(outs({ inclusionCut: 0.8, contradictionCut: 0.5 })).toBe('01CC');
  });
  test('too few cases come first, whatever the inclusion, with two cuts as well', () => {
    expect(outs({ inclusionCut: 0.8, contradictionCut: 0.5, casesMin: 2 })).toBe('??CC');
  });
  test('a row that fails only PRI is 0, never a contradiction', () => {
    const fuzzyRows = 'case,A,Y\na,0.9,0.55\nb,0.9,0.6\nc,0.2,0.1\n';
    const { rows } = tableOf(fuzzyRows, { outcome: 'Y' }, { inclusionCut: 0.6, contradictionCut: 0.5, priCut: 0.9 });
    expect(rows.map(({ out }) => out)).toEqual(['0', '0']);
  });
  test('an excluded row is 0', () => {
    expect(outs({ inclusionCut: 0.75, exclude: [2] })).toBe('0001');
  });
  test.each<[Partial<Settings>]>([
    [{ inclusionCut: 1.1 }],
    [{ inclusionCut: 0.5, contradictionCut: 0.8 }],
    [{ casesMin: 0 }],
    [{ exclude: [5] }],
  ])('%j is refused', (settings) => {
    const data = accepted(prepare(accepted(tableFromCsv(counted)), { outcome: 'Y' }));
    expect(truthTable(data, settings)).toMatchObject({ ok: false, refusal: { kind: 'badSetting' } });
  });
});

describe('memberships of exactly one half', () => {
  const text = 'case,A,B,Y\na,0.5,0.9,0.9\nb,0.9,0.8,0.8\nc,0.1,0.2,0.3\n';
  test('belong to no row, count in the sums, and are told', () => {
    const table = tableOf(text, { outcome: 'Y' });
    expect(table.rows.find(({ row }) => row === 2)).toMatchObject({ n: 0, out: '?', cases: [] });
    const document = accepted(qcaDocument(table, { solution: 'complex' }));
    expect(document.notices.map(({ kind }) => kind)).toContain('halfMembership');
  });
  test('stop the analysis where that is asked for', () => {
    const refused = prepare(accepted(tableFromCsv(text)), { outcome: 'Y', halves: 'refuse' });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'halfMembership', cells: [{ case: 'a', column: 'A' }] } });
  });
});

describe('data that cannot be analysed', () => {
  const wide = Array.from({ length: 40 }, (_, at) => `V${at}`);
  test.each<[string, Choice, string]>([
    ['case,A,Y\na,1,2\nb,0,0\n', { outcome: 'Y' }, 'outcomeNeedsLevel'],
    ['case,A,Y\na,1,1\nb,0,0\n', { outcome: 'Y', conditions: ['A', 'Y'] }, 'outcomeAmongConditions'],
    ['case,A,Y\na,1,1\nb,0,0\n', { outcome: 'Y', conditions: ['A', 'A'] }, 'doubleCondition'],
    ['case,A,Y\na,1,1\nb,0,0\n', { outcome: 'Y', conditions: [] }, 'noConditions'],
    ['case,A,Y\na,1,1\nb,0,0\n', { outcome: 'A*Y' }, 'badExpression'],
    ['case,A,Y\na,-1,1\nb,0,0\n', { outcome: 'Y' }, 'notCalibrated'],
    [`case,${wide.join()},Y\na,${wide.map(() => 1).join()},1\nb,${wide.map(() => 0).join()},0\n`, { outcome: 'Y' }, 'tooManyConditions'],
  ])('%#: %s', (text, choice, kind) => {
    const refused = prepare(accepted(tableFromCsv(text)), choice);
    expect(refused).toMatchObject({ ok: false, refusal: { kind } });
    if (!refused.ok) expect(refused.refusal.text).toMatchObject({ zh: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
  });
  test('without a row that fails, or one that succeeds, there is no parsimonious solution', () => {
    const table = tableOf(counted, { outcome: 'Y' }, { inclusionCut: 0 });
    expect(minimise(table, { include: ['?'] })).toMatchObject({ ok: false, refusal: { kind: 'noNegativeRow' } });
    expect(minimise(tableOf(counted, { outcome: 'Y' }, { casesMin: 9 }))).toMatchObject({ ok: false, refusal: { kind: 'noPositiveRow' } });
  });
});

describe('counterfactuals in the survival of democracy', () => {
  const cases = accepted(tableFromCsv(fuzzy));
  const table = tableOf(fuzzy, { outcome: 'SURV' }, { inclusionCut: 0.8 });
  const easy = (text: string): readonly number[] | undefined =>
    accepted(
      intermediates(accepted(minimise(table)), accepted(minimise(table, { include: ['?'] })), accepted(expectationsFrom(text, table.data))),
    ).solutions[0]?.easy;

  // By hand from the two complex terms DEV*URB*LIT*IND*STB and DEV*~URB*LIT*~IND*STB and the parsimonious DEV*~IND + URB*STB.
  test('an expectation against a literal frees it', () => {
    expect(easy('~LIT')).toEqual([18, 28]);
  });
  test('an expectation about a combination that is met frees nothing', () => {
    expect(easy('DEV*IND')).toEqual([]);
  });
  test('and leaves expectations about single conditions alone', () => {
    expect(easy('~LIT + DEV*IND')).toEqual([18, 28]);
    expect(easy('~LIT*IND')).toEqual([18, 26, 28, 30]);
  });
  test('by place, as a list of levels', () => {
    expect(easy('-,-,0,-,-')).toEqual([18, 28]);
  });
  test('a level in brackets is the literal it names', () => {
    expect(easy('LIT[0]')).toEqual([18, 28]);
    expect(easy('~LIT{1}')).toEqual([18, 28]);
    expect(accepted(expectationsFrom('LIT[0]', table.data)).single).toEqual(new Map([[2, new Set([0])]]));
    for (const text of ['LIT[2]', 'LIT[0', 'LIT 0]', 'LIT[]']) expect(expectationsFrom(text, table.data)).toMatchObject({ ok: false });
  });
  test('what cannot be read is refused', () => {
    expect(expectationsFrom('FOO', table.data)).toMatchObject({ ok: false, refusal: { kind: 'badExpression' } });
  });
  test('rows assumed for survival and for breakdown alike', () => {
    const opposite = accepted(oppositeTable(cases, table));
    const both = accepted(contradictoryAssumptions(table, opposite));
    const unseen = new Set(accepted(remainders(table)));
    expect(both.length).toBeGreaterThan(0);
    expect(both.every((row) => unseen.has(row))).toBe(true);
  });
  test('a necessary condition bars the rows where it fails', () => {
    const necessary = accepted(expressionFrom('LIT + STB', table.data));
    expect(expressionText(negation(necessary, table.data), table.data)).toBe('~LIT*~STB');
    expect(againstNecessity(table, necessary)).toEqual(rowsWithin(table, accepted(expressionFrom('~LIT*~STB', table.data)), true));
  });
});
