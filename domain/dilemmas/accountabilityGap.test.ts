import { describe, expect, test } from 'vitest';
import { duty, dueOn, found, north, ashby, parties, province, reviewed, said, sometime } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'accountabilityGap';
const violated = (obligation: string, on: string) =>
  factOf('obligationViolated', { obligation, by: province }, { on, id: `breach:${obligation}` });

test('a breach that somebody signed: since when, how grave, about whom, on which facts, in both languages', () => {
  const late = duty('road', { liable: [north], ...dueOn('2010-12-31') });
  // 2010-12-31 to 2011-12-31 are 365 of 3,650 days, over a base of 0.4.
  expect(found('2011-12-31', id, [late, violated('road', '2011-03-01')])).toEqual([
    {
      id,
      key: 'accountabilityGap:road',
      status: 'active',
      since: '2011-03-01',
      severity: 0.5,
      subjects: ['road', north],
      evidence: ['road', 'breach:road'],
      explanation: {
        zh: '“road”经评估未落实，而在案事实中没有后果条款，也没有有权追责的机构。',
        en: '“road” was assessed as not carried out; no consequence, and no body that may sanction it, is on record.',
      },
    },
  ]);
});

test('a breach without a date stands since an unknown day', () => {
  const breach = factOf('obligationViolated', { obligation: 'road', by: province }, { occurred: sometime });
  expect(found('2012-01-01', id, [duty('road'), breach])).toMatchObject([{ since: null, severity: 0.4 }]);
});

describe('an assessment is a breach', () => {
  const late = duty('road', dueOn('2010-12-31'));
  test.each([
    ['notStarted', 1],
    ['limited', 1],
    ['none', 0],
    ['substantial', 0],
  ] as const)('%s past due: %i', (completion, count) => {
    expect(found('2011-06-01', id, [late, reviewed('road', '2011-02-01', { completion })])).toHaveLength(count);
  });
  test('in time it is none, and neither is one that names no completion or a self-report', () => {
    expect(found('2010-12-31', id, [late, reviewed('road', '2010-11-01', { completion: 'limited' })])).toEqual([]);
    expect(found('2011-06-01', id, [late, reviewed('road', '2011-02-01', { effect: 'worsened' })])).toEqual([]);
    const own = factOf('progressReported', { obligation: 'road', by: north, completion: 'limited' }, { on: '2011-02-01' });
    expect(found('2011-06-01', id, [late, own])).toEqual([]);
    expect(found('2011-06-01', id, [late])).toEqual([]);
  });
  test('and dated by it', () => {
    expect(found('2011-06-01', id, [late, reviewed('road', '2011-02-01', { completion: 'limited' })])).toMatchObject([
      { since: '2011-02-01', evidence: ['road', 'review:road:2011-02-01'] },
    ]);
  });
});

describe('what closes the gap', () => {
  const breaches = [duty('road'), duty('bridge'), violated('road', '2011-01-01'), violated('bridge', '2011-01-01')];
  const body = (extra: object) =>
    factOf(
      'bodyEstablished',
      { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, over: parties, powers: ['sanction'], ...extra } as never,
      { on: '2010-01-01' },
    );
  const act = (extra: object) =>
    factOf(
      'instrumentApplied',
      {
        instrument: 'i',
        title: titled('i'),
        channel: 'accountability',
        strength: 3,
        tier: province,
        by: province,
        targets: parties,
        direct: true,
        binding: true,
        ...extra,
      } as never,
      { on: '2010-06-01', initiative: 'superior' },
    );
  test('nothing on record leaves both open', () => expect(found('2012-01-01', id, breaches)).toHaveLength(2));
  test.each([
    ['a body with the power to sanction', body({}), 0],
    ['one with every other power', body({ powers: ['convene', 'coordinate', 'supervise', 'assess'] }), 2],
    ['one over some of those who are liable', body({ over: [ashby] }), 2],
    ['accountability of the superior', act({}), 0],
    ['its assessment', act({ channel: 'assessment' }), 0],
    ['its inspection', act({ channel: 'inspection' }), 2],
    ['accountability that does not bind', act({ binding: false }), 2],
    ['accountability of one of two', act({ targets: [north] }), 2],
  ])('%s', (_what, fact, count) => {
    expect(found('2012-01-01', id, [...breaches, fact])).toHaveLength(count);
  });
  test('until it is withdrawn or abolished', () => {
    const withdrawn = factOf('instrumentWithdrawn', { instrument: 'i' }, { on: '2011-06-01' });
    expect(found('2012-01-01', id, [...breaches, act({}), withdrawn])).toHaveLength(2);
    const abolished = factOf('bodyAbolished', { body: 'body:b' }, { on: '2011-06-01' });
    expect(found('2012-01-01', id, [...breaches, body({}), abolished])).toHaveLength(2);
  });
  test('a consequence in the terms closes it for that duty alone', () => {
    const named = duty('bridge', { orElse: titled('pays') });
    const facts = [duty('road'), named, violated('road', '2011-01-01'), violated('bridge', '2011-01-01')];
    expect(found('2012-01-01', id, facts).map(({ key }) => key)).toEqual(['accountabilityGap:road']);
  });
  test('what it says then', () => {
    expect(said('2012-01-01', id, [...breaches, body({})])).toMatchObject({
      verdict: 'absent',
      zh: '2项违约均有追责依据。',
      en: 'All 2 breaches can be sanctioned by somebody.',
    });
    expect(said('2012-01-01', id, [duty('road'), body({})])).toMatchObject({
      verdict: 'undetermined',
      zh: '没有经认定的违约。',
      en: 'No breach is on record.',
    });
  });
});
