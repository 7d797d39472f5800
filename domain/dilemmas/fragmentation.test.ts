import { describe, expect, test } from 'vitest';
import { ashby, found, north, parties, province, said } from '../testing/dilemmas.ts';
import { factOf, type PayloadInput, titled } from '../testing/facts.ts';

const id = 'fragmentation';
const raised = factOf('topicRaised', { topic: 't', title: { zh: '公交', en: 'Buses' } }, { on: '2010-01-01' });
type Rule = PayloadInput<'ruleAdopted'>;
const rule = (name: string, on: string, scope: string[], extra: Partial<Rule> = {}) =>
  factOf('ruleAdopted', { rule: name, title: titled(name), subject: 'plan', by: scope, scope, topics: ['t'], ...extra }, { on, id: name });
const own = [rule('a', '2010-03-01', [ashby]), rule('n', '2010-05-01', [north])];

test('two plans on one topic: since the second, of whom, on which facts', () => {
  expect(found('2011-01-01', id, [raised, ...own])).toEqual([
    {
      id,
      key: 'fragmentation:t',
      status: 'active',
      since: '2010-05-01',
      severity: 1,
      subjects: ['t', ashby, north],
      evidence: ['a', 'n'],
      explanation: {
        zh: 'Ashby、Northford在“公交”上各按自己的标准或规划行事。',
        en: 'Ashby and Northford act by standards or plans of their own on “Buses”.',
      },
    },
  ]);
  expect(found('2011-01-01', id, own)[0]?.explanation.en).toContain('on “t”');
});

test('mitigated by one for all that came with or after the second, with that as evidence', () => {
  const common = rule('c', '2010-05-01', parties, { by: [province], subject: 'standard' });
  expect(found('2011-01-01', id, [raised, ...own, common])).toEqual([
    {
      id,
      key: 'fragmentation:t',
      status: 'mitigated',
      since: '2010-05-01',
      severity: 0.4,
      subjects: ['t', ashby, north],
      evidence: ['a', 'c', 'n'],
      explanation: {
        zh: 'Ashby、Northford曾各按自己的规划行事，此后《c》对各方统一作出规定。',
        en: 'Ashby and Northford had plans of their own; “c” has since set one for all.',
      },
    },
  ]);
});

describe('one for all', () => {
  test.each([
    ['the day before the second', rule('c', '2010-04-30', parties), 'active'],
    ['the day of the second', rule('c', '2010-05-01', parties), 'mitigated'],
    ['later', rule('c', '2010-06-01', parties), 'mitigated'],
    ['later, for one of them', rule('c', '2010-06-01', [north]), 'active'],
    ['later, a procedure', rule('c', '2010-06-01', parties, { subject: 'dispute' }), 'active'],
    ['later, on another topic', rule('c', '2010-06-01', parties, { topics: ['u'] }), 'active'],
  ])('%s', (_what, common, status) => {
    expect(found('2011-01-01', id, [...own, common]).find(({ key }) => key === 'fragmentation:t')?.status).toBe(status);
  });
});

describe('what is no plan of one’s own', () => {
  const [first] = own;
  test.each([
    ['a plan of somebody who is no party', rule('x', '2010-05-01', ['620100'])],
    ['a second plan of the same party', rule('x', '2010-05-01', [ashby])],
    ['a procedure', rule('x', '2010-05-01', [north], { subject: 'decision' })],
    ['a plan for two', rule('x', '2010-05-01', parties)],
    ['a plan on another topic', rule('x', '2010-05-01', [north], { topics: ['u'] })],
    ['a plan on no topic', rule('x', '2010-05-01', [north], { topics: undefined })],
  ])('%s', (_what, other) => {
    expect(found('2011-01-01', id, [first as (typeof own)[number], other])).toEqual([]);
  });
  test('a standard is one', () => {
    expect(
      found('2011-01-01', id, [first as (typeof own)[number], rule('x', '2010-05-01', [north], { subject: 'standard' })]),
    ).toHaveLength(1);
  });
});

test('how many it takes is a parameter, and one of three is a third of the severity', () => {
  expect(found('2011-01-01', id, own, { 'fragmentation.partiesMin': 3 })).toEqual([]);
  expect(found('2011-01-01', id, own.slice(0, 1), { 'fragmentation.partiesMin': 1 })).toMatchObject([
    { severity: 0.5, since: '2010-03-01' },
  ]);
});

test('one of unknown date: found, since when is not known', () => {
  const undated = factOf(
    'ruleAdopted',
    { rule: 'n', title: titled('n'), subject: 'plan', by: [north], scope: [north], topics: ['t'] },
    { occurred: { first: '2009-01-01', last: '2010-12-01', precision: 'unknown' } },
  );
  expect(found('2011-01-01', id, [rule('a', '2010-03-01', [ashby]), undated])).toMatchObject([{ since: null }]);
});

test('without a rule nothing can be told; with one it is absent', () => {
  expect(said('2011-01-01', id, [raised])).toEqual({
    verdict: 'undetermined',
    zh: '没有标准或规划的记录。',
    en: 'No standards or plans are on record.',
    evidence: [],
  });
  expect(said('2011-01-01', id, own.slice(0, 1))).toEqual({
    verdict: 'absent',
    zh: '没有两个以上主体各按自己的标准或规划行事。',
    en: 'No two parties act by standards or plans of their own.',
    evidence: ['a'],
  });
});
