/** Worked by hand from the weights: party .25, deontic .15, aim .20, time .20, measure .10, or else .10. */
import { describe, expect, test } from 'vitest';
import { bindingScore, clauseMarks, type Rated, vagueOf } from './rubric.ts';

const full: Rated = {
  partyType: 'individual',
  lead: null,
  deontic: 'must',
  aimClass: 'concrete',
  deadline: { kind: 'date' },
  indicator: {},
  orElse: {},
  kind: 'regulative',
};
const empty: Rated = {
  partyType: 'none',
  lead: null,
  deontic: null,
  aimClass: 'aspirational',
  deadline: null,
  indicator: null,
  orElse: null,
  kind: 'regulative',
};

describe('binding score', () => {
  test.each<[string, Rated, number]>([
    ['everything', full, 1],
    ['nothing but a bare verb: .15 × .6', empty, 0.09],
    ['a closed collective: 1 − .125', { ...full, partyType: 'closed_collective' }, 0.88],
    ['a collective with a lead counts as named', { ...full, partyType: 'closed_collective', lead: {} }, 1],
    ['a permission: .15 × .2', { ...full, deontic: 'may' }, 0.88],
    ['a period is half a time', { ...full, deadline: { kind: 'period' } }, 0.9],
    ['a prohibition applies at all times', { ...full, deontic: 'must_not', deadline: null }, 1],
    ['a concrete aim is half a measure', { ...full, indicator: null }, 0.95],
    ['no consequence', { ...full, orElse: null }, 0.9],
    [
      'constitutive: party, deontic and aim over .60',
      { ...full, kind: 'constitutive', partyType: 'closed_collective', deontic: null },
      0.69,
    ],
  ])('%s', (_name, statement, expected) => expect(bindingScore([statement])).toBe(expected));

  test('of a clause is the mean of its statements', () => expect(bindingScore([full, empty])).toBe(0.55));
});

describe('vague', () => {
  test('a complete duty lacks nothing', () => expect(vagueOf([full])).toEqual([]));
  test('an empty one lacks all but the lead of a collective', () =>
    expect(vagueOf([empty])).toEqual(['no_party', 'no_deadline', 'no_measure', 'aspirational_verb', 'no_consequence']));
  test('prohibitions need no date, permissions no consequence', () => {
    expect(vagueOf([{ ...full, deontic: 'must_not', deadline: null }])).toEqual([]);
    expect(vagueOf([{ ...full, deontic: 'may', deadline: null, orElse: null }])).toEqual([]);
  });
  test('one consequence serves the clause', () => expect(vagueOf([full, { ...full, orElse: null }])).toEqual([]));
});

describe('marks of a recorded clause', () => {
  test.each<[string, readonly Rated[], number, number]>([
    ['everything', [full], 1, 1],
    ['nothing but a bare verb: .09 ÷ .45', [empty], 0, 0.2],
    ['no date and no consequence: .15 ÷ .45', [{ ...full, deadline: null, orElse: null }], 1, 0.33],
    ['no party: (.20 + .10) ÷ .55', [{ ...full, partyType: 'none' }], 0.55, 1],
    ['founding counts party, aim and deontic only', [{ ...full, kind: 'constitutive', deadline: null, orElse: null }], 1, 1],
    ['the mean of two', [full, empty], 0.5, 0.6],
  ])('%s', (_name, statements, operability, bindingness) => expect(clauseMarks(statements)).toEqual({ operability, bindingness }));
  test('a clause that says nothing has none', () => expect(clauseMarks([])).toBeUndefined());
});
