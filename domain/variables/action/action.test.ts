import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDateOf } from '../../vocabulary/dates.ts';
import { deadlineOf, factOf, type PayloadInput, titled } from '../../testing/facts.ts';
import { situationOn } from '../../testing/situations.ts';
import { attainment } from './attainment.ts';
import { conflictsResolved } from './conflictsResolved.ts';
import { evaluation } from './evaluation.ts';
import { netIncentive } from './netIncentive.ts';
import { reportAgreement } from './reportAgreement.ts';
import { timeliness } from './timeliness.ts';

const north = '610100';
const ashby = '610400';
const opened = factOf('caseOpened', { title: titled('case'), parties: [north, ashby] }, { on: '2010-01-01' });
const asOf = '2014-01-01';
const duty = (obligation: string, more: Partial<PayloadInput<'obligationDrafted'>> = {}) =>
  factOf(
    'obligationDrafted',
    { obligation, title: titled(obligation), origin: 'agreed', liable: [north], acceptedBy: [north], ...more },
    { on: '2010-02-01' },
  );
const due = (obligation: string, dueOn: string, weight = 1) => duty(obligation, { deadline: deadlineOf(dueOn), weight });
const fulfilled = (obligation: string, on: string) => factOf('obligationFulfilled', { obligation }, { on });

describe('A1 timeliness', () => {
  it('is unknown before anything is due', () => {
    expect(timeliness(situationOn(asOf, [opened, due('a', '2014-01-01'), fulfilled('a', '2013-01-01')])).value).toBeNull();
  });

  it('counts weight in time fully, late in part, open not at all', () => {
    // Weights 2 in time, 1 late by 73 days (credit 0.4), 1 open, over 4: (2 + 0.4) ÷ 4 = 0.6.
    const facts = [
      opened,
      due('a', '2012-01-01', 2),
      fulfilled('a', '2012-01-01'),
      due('b', '2012-01-01'),
      fulfilled('b', '2012-03-14'),
      due('c', '2012-01-01'),
      due('later', '2015-01-01'),
    ];
    const component = timeliness(situationOn(asOf, facts));
    expect(component.value).toBeCloseTo(0.6, 12);
    expect(component.explanation.zh).toBe('3项到期义务中按期完成1项，逾期补办1项，未完成1项。');
    expect(component.explanation.en).toBe('1 of 3 due obligations were met in time, 1 late; 1 is not met.');
  });

  it('reads six dated duties of which none was met as zero', () => {
    const facts = [opened, ...Array.from({ length: 6 }, (_, i) => due(`d${i}`, '2010-12-31'))];
    const component = timeliness(situationOn('2012-01-31', facts));
    expect(component.value).toBe(0);
    expect(component.explanation.zh).toContain('6项到期义务中按期完成0项');
    expect(component.explanation.en).toContain('0 of 6 due obligations were met in time');
  });

  it('takes a breach that was put right before the due date as a cure without delay', () => {
    const found = factOf('obligationViolated', { obligation: 'a', by: '610000' }, { on: '2011-06-01' });
    const verified = factOf('evaluationPublished', { title: titled('e'), by: '610000', verifies: ['a'] }, { on: '2011-12-01' });
    expect(timeliness(situationOn(asOf, [opened, due('a', '2012-01-01'), verified])).value).toBe(1);
    // Late by nothing: half of the credit, the most that lateness may keep.
    expect(timeliness(situationOn(asOf, [opened, due('a', '2012-01-01'), found, verified])).value).toBe(0.5);
  });

  it('leaves out what was discharged, suspended, or verified without a day', () => {
    const verified = factOf('evaluationPublished', { title: titled('e'), by: '610000', verifies: ['b'] }, { on: '2013-06-01' });
    const facts = [
      opened,
      due('a', '2012-01-01'),
      factOf('obligationDischarged', { obligation: 'a' }, { on: '2011-01-01' }),
      due('b', '2012-01-01'),
      verified,
    ];
    expect(timeliness(situationOn(asOf, facts)).value).toBeNull();
    const early = factOf('evaluationPublished', { title: titled('e'), by: '610000', verifies: ['b'] }, { on: '2011-06-01' });
    expect(timeliness(situationOn(asOf, [...facts.slice(0, 4), early])).value).toBe(1);
  });

  it('never falls by a duty that was met in time', () => {
    const dutyArbitrary = fc.record({
      due: fc.integer({ min: 0, max: 1400 }),
      done: fc.option(fc.integer({ min: 0, max: 1400 })),
      weight: fc.integer({ min: 1, max: 5 }),
    });
    const day = (n: number) => addDays(isoDateOf('2010-03-01'), n);
    fc.assert(
      fc.property(
        fc.array(dutyArbitrary, { maxLength: 6 }),
        fc.integer({ min: 0, max: 1300 }),
        fc.integer({ min: 1, max: 5 }),
        (duties, n, weight) => {
          const facts = duties.flatMap(({ due: dueOn, done, weight: own }, i) => [
            due(`d${i}`, day(dueOn), own),
            ...(done === null ? [] : [fulfilled(`d${i}`, day(done))]),
          ]);
          const before = timeliness(situationOn(asOf, [opened, ...facts])).value;
          const after = timeliness(
            situationOn(asOf, [opened, ...facts, due('extra', day(n + 1), weight), fulfilled('extra', day(n))]),
          ).value;
          expect(after ?? -1).toBeGreaterThanOrEqual((before ?? 0) - 1e-12);
          expect(after ?? 2).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('A2 attainment', () => {
  const yardstick = (name: string, more: Record<string, unknown> = {}) => ({
    yardstick: name,
    indicator: 'pm25',
    subject: north,
    unit: 'µg/m³',
    baseline: { value: 90, period: { first: '2012-01-01', last: '2012-12-31' } },
    target: { kind: 'level' as const, value: 60 },
    direction: 'atMost' as const,
    dueOn: '2017-12-31',
    path: [
      { on: '2014-12-31', share: 0.2 },
      { on: '2015-12-31', share: 0.4 },
      { on: '2017-12-31', share: 1 },
    ],
    ...more,
  });
  const read = (year: number, value: number) =>
    factOf(
      'indicatorRead',
      { indicator: 'pm25', subject: north, period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit: 'µg/m³' },
      { on: `${year}-12-31` },
    );

  it('is attained over due on the path, at most 1', () => {
    // 2015: (90 − 81)/30 = 0.3 attained of 0.4 due = 0.75. 2014: 81 of 0.2 due is ahead: 1.
    const facts = [opened, duty('a', { yardsticks: [yardstick('y')] })];
    expect(attainment(situationOn('2016-06-01', [...facts, read(2015, 81)])).value).toBeCloseTo(0.75, 12);
    expect(attainment(situationOn('2015-06-01', [...facts, read(2014, 81)])).value).toBe(1);
    expect(attainment(situationOn('2016-06-01', [...facts, read(2015, 99)])).value).toBe(0);
  });

  it('is 1 if met, the share of the way if missed, 0 if missed without a baseline', () => {
    const facts = [opened, duty('a', { yardsticks: [yardstick('y')] })];
    expect(attainment(situationOn('2018-06-01', [...facts, read(2017, 58)])).value).toBe(1);
    // (90 − 75)/30 = 0.5.
    expect(attainment(situationOn('2018-06-01', [...facts, read(2017, 75)])).value).toBeCloseTo(0.5, 12);
    const { baseline: _baseline, ...bare } = yardstick('z');
    expect(
      attainment(situationOn('2018-06-01', [opened, duty('a', { yardsticks: [yardstick('y'), bare] }), read(2017, 75)])).value,
    ).toBeCloseTo(0.25, 12);
  });

  it('is unknown without readings and says why', () => {
    const component = attainment(situationOn('2016-06-01', [opened, duty('a', { yardsticks: [yardstick('y')] })]));
    expect(component.value).toBeNull();
    expect(component.explanation.en).toContain('1 yardstick lacks');
    expect(attainment(situationOn('2016-06-01', [opened, duty('a')])).explanation.en).toBe('No obligation has a yardstick.');
  });
});

describe('A3 reportAgreement', () => {
  it('is one minus a quarter for each step of difference', () => {
    const reported = (obligation: string, completion: 'complete' | 'limited') =>
      factOf('progressReported', { obligation, by: north, completion }, { on: '2012-01-01' });
    const reviewed = (obligation: string, completion: 'complete' | 'notStarted') =>
      factOf('obligationReviewed', { obligation, by: '610000', completion }, { on: '2012-02-01' });
    // complete (4) against notStarted (1): 1 − 3/4 = 0.25. limited (2) against complete (4): 0.5. Mean 0.375.
    const facts = [
      opened,
      duty('a'),
      reported('a', 'complete'),
      reviewed('a', 'notStarted'),
      duty('b'),
      reported('b', 'limited'),
      reviewed('b', 'complete'),
      duty('c'),
      reported('c', 'complete'),
    ];
    expect(reportAgreement(situationOn(asOf, facts)).value).toBeCloseTo(0.375, 12);
    expect(reportAgreement(situationOn(asOf, [opened, duty('c'), reported('c', 'complete')])).value).toBeNull();
  });
});

describe('A4 conflictsResolved', () => {
  it('is resolved over raised', () => {
    const raised = (conflict: string) =>
      factOf('conflictRaised', { conflict, title: titled(conflict), parties: [north, ashby] }, { on: '2011-01-01' });
    const resolved = factOf('conflictResolved', { conflict: 'a' }, { on: '2012-01-01' });
    expect(conflictsResolved(situationOn(asOf, [opened, raised('a'), raised('b'), raised('c'), resolved])).value).toBeCloseTo(1 / 3, 12);
    expect(conflictsResolved(situationOn(asOf, [opened])).value).toBeNull();
  });
});

describe('A5 evaluation', () => {
  const published = (on: string) => factOf('evaluationPublished', { title: titled('e'), by: '610000' }, { on });
  const assessor = factOf(
    'bodyEstablished',
    { body: 'body:b', title: titled('b'), kind: 'joint', members: [north, ashby], powers: ['assess'] },
    { on: '2011-01-01' },
  );
  const scored = (...facts: Parameters<typeof situationOn>[1]) => evaluation(situationOn(asOf, [opened, ...facts])).value;
  it('is 1 after a recent evaluation or review', () => {
    expect(scored(published('2012-01-02'))).toBe(1);
    expect(scored(duty('a'), factOf('obligationReviewed', { obligation: 'a', by: '610000' }, { on: '2013-01-01' }))).toBe(1);
  });
  it('is a half where somebody may assess, zero where nobody may, once something is due', () => {
    expect(scored(due('a', '2012-01-01'), published('2012-01-01'), assessor)).toBe(0.5);
    expect(scored(due('a', '2012-01-01'), published('2012-01-01'))).toBe(0);
  });
  it('takes the window and the credit that the user sets', () => {
    const at = (overrides: Record<string, number>) =>
      evaluation(situationOn(asOf, [opened, due('a', '2012-01-01'), published('2012-01-01'), assessor], overrides)).value;
    expect(at({ 'evaluation.windowMonths': 25 })).toBe(1);
    expect(at({ 'evaluation.assessorCredit': 0.2 })).toBe(0.2);
  });
  it('is unknown before anything is due', () => {
    expect(scored(due('a', '2015-01-01'), assessor)).toBeNull();
  });
});

describe('A6 netIncentive', () => {
  it('is the mean of the parties, so that a loser is not hidden', () => {
    const stated = (type: 'costStated' | 'benefitStated', party: string, amount: number) =>
      factOf(type, { party, amount, unit: 'CNY' }, { on: '2011-01-01' });
    // Northford 90/(90 + 10) = 0.9, Ashby 10/(10 + 30) = 0.25: mean 0.575. Summed it would be 100/140.
    const facts = [
      opened,
      stated('benefitStated', north, 90),
      stated('costStated', north, 10),
      stated('benefitStated', ashby, 10),
      stated('costStated', ashby, 30),
    ];
    expect(netIncentive(situationOn(asOf, facts)).value).toBeCloseTo(0.575, 12);
    expect(netIncentive(situationOn(asOf, facts.slice(0, 2))).value).toBeNull();
  });
});
