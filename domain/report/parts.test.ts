/** What the report carries of duties, instruments and topics. */
import { describe, expect, test } from 'vitest';
import { topicStages } from '../stages/topics.ts';
import { ashby, caseOn, duty, dueOn, instrument, north, parties, province, reviewed, sometime } from '../testing/dilemmas.ts';
import { factOf, type PayloadInput } from '../testing/facts.ts';
import { interventionReport, obligationReport, topicReport } from './parts.ts';

type Yardstick = NonNullable<PayloadInput<'obligationDrafted'>['yardsticks']>[number];
const reportAt = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) => {
  const [first] = caseOn(asOf, facts).duties;
  if (first === undefined) throw new Error('no duty');
  return obligationReport(first);
};

describe('a duty', () => {
  test('of which little is known', () => {
    expect(reportAt('2010-06-01', duty('d'))).toEqual({
      id: 'd',
      title: { zh: 'd', en: 'd' },
      topic: null,
      agreement: null,
      origin: 'agreed',
      liable: parties,
      lead: null,
      shares: null,
      status: 'inEffect',
      unsigned: false,
      from: '2010-01-01',
      dueOn: null,
      schedule: null,
      selfReport: null,
      assessment: null,
      overdueSince: null,
      fulfilledOn: null,
      fulfilledBetween: null,
      verifiedOn: null,
      daysLate: 0,
      readings: [],
      yardsticks: [],
      evidence: ['d'],
    });
  });
  test('of which much is known', () => {
    const terms = { topic: 't', agreement: 'a', lead: north, shares: { [north]: 0.5, [ashby]: 0.5 }, ...dueOn('2010-12-31') };
    const report = factOf('progressReported', { obligation: 'd', by: north, completion: 'limited' }, { on: '2010-03-01', id: 'report' });
    const facts = [duty('d', terms), report, reviewed('d', '2010-04-01', { completion: 'notStarted', effect: 'marginal' })];
    expect(reportAt('2011-01-10', ...facts)).toMatchObject({
      topic: 't',
      agreement: 'a',
      lead: north,
      shares: { [north]: 0.5, [ashby]: 0.5 },
      dueOn: '2010-12-31',
      schedule: 'notMet',
      selfReport: { completion: 'limited', effect: null, by: north, on: '2010-03-01', evidence: ['report'] },
      assessment: { completion: 'notStarted', effect: 'marginal', by: province, on: '2010-04-01', evidence: ['review:d:2010-04-01'] },
      overdueSince: '2011-01-01',
      daysLate: 10,
      readings: [{ reading: 'default', dueOn: '2010-12-31', isDefault: true, overdueSince: '2011-01-01', daysLate: 10 }],
      evidence: ['d', 'report', 'review:d:2010-04-01'],
    });
  });
  test('an assessment of unknown day and completion', () => {
    expect(reportAt('2011-01-10', duty('d'), reviewed('d', '', {}, { occurred: sometime })).assessment).toMatchObject({
      completion: null,
      effect: null,
      on: null,
    });
  });
  test('fulfilled on a day, between two, or nobody knows when', () => {
    const done = (options: object) => reportAt('2012-01-01', duty('d'), factOf('obligationFulfilled', { obligation: 'd' }, options));
    expect(done({ on: '2010-05-01' })).toMatchObject({ fulfilledOn: '2010-05-01', fulfilledBetween: null });
    expect(done({ on: '2010-05' })).toMatchObject({
      fulfilledOn: '2010-05-31',
      fulfilledBetween: { first: '2010-05-01', last: '2010-05-31' },
    });
    expect(done({ occurred: sometime })).toMatchObject({ fulfilledOn: null, fulfilledBetween: null });
  });
  test('verified on a day, or nobody knows when', () => {
    const verified = (options: object) =>
      reportAt('2012-01-01', duty('d'), factOf('obligationClosedOut', { obligation: 'd' }, options)).verifiedOn;
    expect(verified({ on: '2010-05-01' })).toBe('2010-05-01');
    expect(verified({ occurred: sometime })).toBeNull();
  });
});

describe('a yardstick', () => {
  const base: Yardstick = {
    yardstick: 'y',
    indicator: 'pm25',
    subject: north,
    unit: 'µg',
    direction: 'atMost',
    dueOn: '2016-12-31',
    target: { kind: 'level', value: 60.004 },
  };
  const of = (extra: Partial<Yardstick>, ...facts: Parameters<typeof caseOn>[1]) =>
    reportAt('2016-06-01', duty('d', { yardsticks: [{ ...base, ...extra }] }), ...facts).yardsticks[0];
  const reading = factOf(
    'indicatorRead',
    { indicator: 'pm25', subject: north, period: { first: '2015-01-01', last: '2015-12-31' }, value: 90, unit: 'µg' },
    { on: '2015-12-31', id: 'reading' },
  );
  test('of which nothing is read', () => {
    expect(of({})).toEqual({
      yardstick: 'y',
      measure: { zh: 'pm25不高于60 µg', en: 'pm25 at most 60 µg' },
      indicator: 'pm25',
      unit: 'µg',
      baseline: null,
      target: 60.004,
      targetKind: 'level',
      path: null,
      pathConvention: null,
      value: null,
      period: null,
      attained: null,
      position: 'unknown',
      evidence: [],
    });
  });
  test('that is read, on its path', () => {
    const whole = {
      title: { zh: '细颗粒物', en: 'Fine dust' },
      target: { kind: 'level', value: 60 },
      baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
      path: [{ on: '2015-12-31', share: 0.5 }],
      pathConvention: { zh: '逐年', en: 'year by year' },
    } as const;
    expect(of({ ...whole, path: [...whole.path] }, reading)).toMatchObject({
      measure: { zh: '细颗粒物不高于60 µg', en: 'Fine dust at most 60 µg' },
      baseline: 100,
      path: 0.5,
      pathConvention: { zh: '逐年', en: 'year by year' },
      value: 90,
      period: { first: '2015-01-01', last: '2015-12-31' },
      attained: 0.25,
      position: 'behind',
      evidence: ['reading'],
    });
  });
  test('upwards, and relative to a base with or without a year', () => {
    expect(of({ direction: 'atLeast' })?.measure).toEqual({ zh: 'pm25不低于60 µg', en: 'pm25 at least 60 µg' });
    expect(of({ target: { kind: 'changePercent', value: -40 } })).toMatchObject({
      measure: { zh: 'pm25较基期变化-40%', en: 'pm25 -40% on the base' },
      targetKind: 'changePercent',
      target: -40,
    });
    expect(
      of({ target: { kind: 'changePercent', value: -40 }, baseline: { value: 1, period: { first: '2013-01-01', last: '2013-12-31' } } })
        ?.measure,
    ).toEqual({ zh: 'pm25较2013年变化-40%', en: 'pm25 -40% on 2013' });
  });
});

describe('an instrument', () => {
  const report = (asOf: string, ...facts: Parameters<typeof caseOn>[1]) => {
    const situation = caseOn(asOf, facts);
    const [first] = situation.state.instruments.values();
    if (first === undefined) throw new Error('no instrument');
    return interventionReport(situation, first);
  };
  test('with what changed and ended it', () => {
    const changed = factOf('interventionTapered', { instrument: 'i', strength: 2 }, { on: '2010-06-01', id: 'down' });
    const ended = factOf('instrumentWithdrawn', { instrument: 'i' }, { on: '2011-01-01', id: 'end' });
    expect(report('2012-01-01', instrument('i', '2010-02-01', { binding: true }), changed, ended)).toEqual({
      instrument: 'i',
      title: { zh: 'i', en: 'i' },
      tier: province,
      by: province,
      channel: 'policyDocument',
      strength: 2,
      from: '2010-02-01',
      to: '2011-01-01',
      direct: true,
      binding: true,
      evidence: ['i', 'down', 'end'],
    });
  });
  test('of unknown day, and open', () => {
    expect(report('2012-01-01', instrument('i', '', {}, { occurred: sometime }))).toMatchObject({ from: null, to: null, evidence: ['i'] });
  });
});

test('a topic, by its title or its name', () => {
  const raised = factOf('topicRaised', { topic: 't', title: { zh: '路', en: 'Roads' } }, { on: '2010-01-01', id: 'raised' });
  const [stage] = topicStages(caseOn('2011-01-01', [raised]));
  if (stage === undefined) throw new Error('no topic');
  expect(topicReport(stage)).toEqual({
    topic: 't',
    title: { zh: '路', en: 'Roads' },
    stage: 1,
    imposed: false,
    complete: false,
    explanation: { zh: '尚缺2方的共识。', en: 'The consensus of 2 parties is not on record.' },
    evidence: ['raised'],
  });
});
