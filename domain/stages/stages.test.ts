/** Duties, yardsticks, topic stages and the funnel, against dates and shares worked out by hand. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import { medianDuration } from './duration.ts';
import { funnelOf } from './funnel.ts';
import { topicStages } from './topics.ts';

const parties = ['610100', '610400'];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });

function dutyAt(asOf: string, facts: readonly Fact[]) {
  const duty = situationOn(asOf, [opened, ...facts]).dutyById.get('d' as never);
  if (duty === undefined) throw new Error('no duty');
  return duty;
}
function drafted(extra: Record<string, unknown> = {}) {
  return factOf(
    'obligationDrafted',
    { obligation: 'd', title: titled('d'), origin: 'agreed', liable: parties, acceptedBy: parties, ...extra } as never,
    { on: '2010-01-01', origin: 'archive' },
  );
}
const fulfilledOn = (on: string) => factOf('obligationFulfilled', { obligation: 'd' }, { on });

describe('schedule', () => {
  const due = drafted({ deadline: deadlineOf('2010-12-31', '2009-12-31') });
  test('on the due day it is still scheduled, the day after it is not met', () => {
    expect(dutyAt('2010-12-31', [due])).toMatchObject({ schedule: 'scheduled', overdueSince: null, daysLate: 0, overdue: false });
    expect(dutyAt('2011-01-01', [due])).toMatchObject({ schedule: 'notMet', overdueSince: '2011-01-01', daysLate: 1, overdue: true });
  });
  test('met on the last day is in time; a day later it is late by one', () => {
    expect(dutyAt('2012-01-01', [due, fulfilledOn('2010-12-31')])).toMatchObject({ schedule: 'met', daysLate: 0, overdueSince: null });
    expect(dutyAt('2012-01-01', [due, fulfilledOn('2011-01-01')])).toMatchObject({
      schedule: 'met',
      daysLate: 1,
      overdueSince: '2011-01-01',
      overdue: false,
    });
  });
  // 2009-12-31 to 2011-01-01 is 366 days.
  test('every reading of the wording has its own lateness', () => {
    expect(dutyAt('2011-01-01', [due]).readings).toMatchObject([
      { reading: 'default', daysLate: 1, isDefault: true },
      { reading: 'reading1', daysLate: 366, isDefault: false },
    ]);
  });
  test('a fulfilment of unknown date ends the duty without saying how late', () => {
    const sometime = factOf(
      'obligationFulfilled',
      { obligation: 'd' },
      { occurred: { first: '2011-06-01', last: '2020-01-01', precision: 'unknown' } },
    );
    expect(dutyAt('2012-01-01', [due, sometime])).toMatchObject({ schedule: 'met', open: false, daysLate: 0 });
  });
  test('verified without a day of fulfilment, it is done, and nobody can say how late', () => {
    const closedOut = factOf('obligationClosedOut', { obligation: 'd' }, { on: '2011-03-01' });
    const reviewed = factOf('obligationReviewed', { obligation: 'd', by: '610000', completion: 'complete' }, { on: '2010-06-01' });
    for (const verified of [closedOut, reviewed]) {
      expect(dutyAt('2012-01-01', [due, verified])).toMatchObject({ schedule: 'met', open: false, overdue: false, daysLate: 0 });
    }
    expect(dutyAt('2011-02-28', [due, closedOut])).toMatchObject({ schedule: 'notMet', open: true, overdue: true, daysLate: 59 });
    const sameDay = factOf('obligationViolated', { obligation: 'd', by: '610000' }, { on: '2011-03-01' });
    expect(dutyAt('2012-01-01', [due, closedOut, sameDay])).toMatchObject({ schedule: 'met', open: false });
    const violated = factOf('obligationViolated', { obligation: 'd', by: '610000' }, { on: '2011-06-01' });
    expect(dutyAt('2012-01-01', [due, closedOut, violated])).toMatchObject({
      schedule: 'notMet',
      open: true,
      overdue: true,
      daysLate: 366,
    });
  });
  test('reopened after a look-back, it is overdue again', () => {
    const facts = [
      due,
      fulfilledOn('2010-06-01'),
      factOf('obligationLookedBack', { obligation: 'd', holds: false }, { on: '2011-02-01' }),
      factOf('obligationReopened', { obligation: 'd' }, { on: '2011-02-02' }),
    ];
    expect(dutyAt('2011-02-10', facts)).toMatchObject({ open: true, overdue: true, schedule: 'notMet' });
  });
  test('suspended after its date, it was late until then and is overdue no more', () => {
    // 2010-12-31 to 2011-06-01 is 152 days.
    const suspended = factOf('obligationSuspended', { obligation: 'd', by: '610000' }, { on: '2011-06-01' });
    expect(dutyAt('2012-01-01', [due, suspended])).toMatchObject({ open: true, overdue: false, daysLate: 152 });
    const resumed = factOf('obligationResumed', { obligation: 'd', by: '610000' }, { on: '2011-07-01' });
    expect(dutyAt('2012-01-01', [due, suspended, resumed])).toMatchObject({ overdue: true, daysLate: 336 });
  });
  test('an overdue that was contested and upheld counts', () => {
    const upheld = factOf('overdueDecided', { obligation: 'd', upheld: true }, { on: '2011-02-10' });
    expect(dutyAt('2011-03-01', [due, upheld]).overdue).toBe(true);
  });
  test('a wrong overdue that was annulled does not count', () => {
    const facts = [
      due,
      factOf('overdueContested', { obligation: 'd', by: '610100' }, { on: '2011-02-01' }),
      factOf('overdueDecided', { obligation: 'd', upheld: false }, { on: '2011-02-10' }),
    ];
    expect(dutyAt('2011-02-09', facts).overdue).toBe(true);
    expect(dutyAt('2011-02-10', facts).overdue).toBe(false);
  });
});

describe('partly met', () => {
  const due = drafted({ deadline: deadlineOf('2010-12-31') });
  test('a part that is reported, or most of it assessed; not an assessment of “limited” alone', () => {
    const seen = (completion: string) =>
      factOf('obligationReviewed', { obligation: 'd', by: '610000', completion } as never, { on: '2011-01-15' });
    const said = factOf('progressReported', { obligation: 'd', by: '610100', completion: 'limited' }, { on: '2011-02-01' });
    expect(dutyAt('2011-06-01', [due, seen('limited')]).schedule).toBe('notMet');
    expect(dutyAt('2011-06-01', [due, seen('substantial')]).schedule).toBe('partiallyMet');
    expect(dutyAt('2011-06-01', [due, said]).schedule).toBe('partiallyMet');
  });
});

describe('three axes', () => {
  test('a later report or review that says nothing of completion leaves the one before', () => {
    const facts = [
      drafted(),
      factOf('obligationReported', { obligation: 'd', by: '610100', completion: 'substantial' }, { on: '2010-06-01' }),
      factOf('progressReported', { obligation: 'd', by: '610100' }, { on: '2010-07-01' }),
      factOf('obligationReviewed', { obligation: 'd', by: '610000', completion: 'limited' }, { on: '2010-08-01' }),
      factOf('obligationReviewed', { obligation: 'd', by: '610000', effect: 'marginal' }, { on: '2010-09-01' }),
    ];
    const duty = dutyAt('2011-01-01', facts);
    expect([duty.selfReport?.completion, duty.assessment?.completion]).toEqual(['substantial', 'limited']);
  });
  test('the latest assessment and the latest self-report stand apart', () => {
    const facts = [
      drafted(),
      factOf('obligationReported', { obligation: 'd', by: '610100', completion: 'complete' }, { on: '2010-06-01' }),
      factOf('obligationReviewed', { obligation: 'd', by: '610000', completion: 'limited' }, { on: '2010-07-01' }),
    ];
    const duty = dutyAt('2011-01-01', facts);
    expect([duty.selfReport?.completion, duty.assessment?.completion, duty.completion]).toEqual(['complete', 'limited', 'limited']);
  });
});

describe('verified by public record', () => {
  const press = [{ kind: 'press' as const, publisher: titled('paper') }];
  const record = (change: object) =>
    ({
      ...factOf(
        'obligationFulfilled',
        { obligation: 'd', by: '610100' },
        { on: '2010-06-01', origin: 'archive', verification: 'verified' },
      ),
      sources: press,
      ...change,
    }) as Fact;
  const verified = (fact: Fact, extra: Record<string, unknown> = {}) =>
    dutyAt('2011-01-01', [drafted(extra), fact]).obligation.verified?.on;
  test('only what an archive states from a checked source outside, and that has no yardstick', () => {
    expect(verified(record({}))).toBe('2010-06-01');
    expect(verified(record({ sources: [] }))).toBeUndefined();
    expect(verified(record({ origin: 'live' }))).toBeUndefined();
    expect(verified(record({ verification: 'statedBySource' }))).toBeUndefined();
    const yardstick = {
      yardstick: 'y',
      indicator: 'i',
      subject: '610100',
      unit: 'u',
      target: { kind: 'level', value: 1 },
      direction: 'atMost',
      dueOn: '2010-12-31',
    };
    expect(verified(record({}), { yardsticks: [yardstick] })).toBeUndefined();
  });
});

describe('yardsticks', () => {
  const yardstick = {
    yardstick: 'y',
    indicator: 'i',
    subject: '610100',
    unit: 'u',
    direction: 'atMost',
    dueOn: '2016-12-31',
    target: { kind: 'level', value: 60 },
    baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
    path: [{ on: '2015-12-31', share: 0.5 }],
  };
  const read = (value: number, year: number, options: object = {}) =>
    factOf(
      'indicatorRead',
      { indicator: 'i', subject: '610100', period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit: 'u' },
      { on: `${year}-12-31`, ...options },
    );
  const positionAt = (asOf: string, facts: readonly Fact[], change: object = {}) =>
    dutyAt(asOf, [drafted({ yardsticks: [{ ...yardstick, ...change }] }), ...facts]).yardsticks[0]?.position;
  test('just on its path it is ahead; once its date has passed, a reading from before tells nothing', () => {
    // (100 − 80) ÷ (100 − 60) = 0.5.
    expect(positionAt('2016-12-31', [read(80, 2015)])).toBe('ahead');
    expect(positionAt('2016-12-31', [read(80.1, 2015)])).toBe('behind');
    expect(positionAt('2017-01-01', [read(80, 2015)])).toBe('unknown');
  });
  test('a reading from before the last step of the path tells nothing either', () => {
    expect(positionAt('2015-12-30', [read(90, 2014)])).toBe('ahead');
    expect(positionAt('2015-12-31', [read(90, 2014)])).toBe('unknown');
  });
  test('of two readings of the deciding period the one recorded later counts; a later period does not undo it', () => {
    expect(positionAt('2019-01-01', [read(61, 2016), read(60, 2016, { on: '2017-02-01' })])).toBe('met');
    expect(positionAt('2019-01-01', [read(60, 2016), read(61, 2016, { on: '2017-02-01' })])).toBe('missed');
    expect(positionAt('2019-01-01', [read(60, 2016), read(90, 2017)])).toBe('met');
    expect(positionAt('2019-01-01', [read(60, 2016, { on: '2018-02-01' }), read(90, 2017)])).toBe('met');
  });
  test('a target to be reached from below is met at the target', () => {
    const rising = { direction: 'atLeast', target: { kind: 'level', value: 120 } };
    expect(positionAt('2017-01-01', [read(120, 2016)], rising)).toBe('met');
    expect(positionAt('2017-01-01', [read(119.9, 2016)], rising)).toBe('missed');
  });
});

describe('topic stages', () => {
  const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2009-01-01' });
  const stageOf = (facts: Fact[]) => topicStages(situationOn('2012-01-01', [opened, raised, ...facts]))[0];
  const consensus = factOf('consensusRecorded', { topic: 't', parties }, { on: '2009-06-01' });
  const whole = { topic: 't', liable: ['610100'], acceptedBy: ['610100'], deadline: deadlineOf('2010-12-31'), measure: titled('m') };
  test('1 without the consensus of all, 2 with it, 3 once every duty is individual', () => {
    expect(stageOf([])).toMatchObject({ stage: 1 });
    expect(stageOf([consensus])).toMatchObject({ stage: 2, imposed: false });
    expect(stageOf([consensus, drafted({ ...whole, liable: parties, acceptedBy: parties })])).toMatchObject({ stage: 2 });
    expect(stageOf([consensus, drafted(whole)])).toMatchObject({ stage: 3, complete: false });
  });
  test('assignment passes stage 1 as imposed', () => {
    const { acceptedBy: _, ...terms } = whole;
    const assigned = factOf(
      'obligationAssigned',
      { obligation: 'd', by: '610000', terms: { title: titled('d'), origin: 'assigned', ...terms } },
      { on: '2010-01-01' },
    );
    expect(stageOf([assigned])).toMatchObject({ stage: 3, imposed: true });
  });
  test('a clause that no duty takes up keeps it at stage 2', () => {
    const text = factOf(
      'agreementSigned',
      { agreement: 'a', title: titled('a'), parties, topics: ['t'], framework: false, clauses: [{ clause: '1' }] },
      { on: '2009-12-01' },
    );
    expect(stageOf([text, drafted(whole)])).toMatchObject({ stage: 2 });
    expect(stageOf([text, drafted({ ...whole, agreement: 'a', clause: '1' })])).toMatchObject({ stage: 3 });
  });
  test('a verified duty needs no splitting any more', () => {
    const closed = [fulfilledOn('2010-06-01'), factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-08-01' })];
    expect(stageOf([consensus, drafted({ topic: 't' }), ...closed])).toMatchObject({ stage: 3, complete: true });
  });
  test('the clauses of a terminated agreement ask for nothing', () => {
    const text = factOf(
      'agreementSigned',
      { agreement: 'a', title: titled('a'), parties, topics: ['t'], framework: false, clauses: [{ clause: '1' }] },
      { on: '2009-12-01' },
    );
    const ended = factOf('agreementTerminated', { agreement: 'a' }, { on: '2011-01-01' });
    expect(stageOf([text, drafted(whole), ended])).toMatchObject({ stage: 3 });
  });
  test('a duty that was discharged needs no verification', () => {
    const discharged = factOf('obligationDischarged', { obligation: 'd' }, { on: '2011-01-01' });
    expect(stageOf([consensus, drafted(whole), discharged])).toMatchObject({ stage: 3, complete: true });
    // Nor does it matter any more that it had no measure.
    const { measure: _, ...vague } = whole;
    expect(stageOf([consensus, drafted(vague)])).toMatchObject({ stage: 2 });
    expect(stageOf([consensus, drafted(vague), discharged])).toMatchObject({ stage: 3 });
  });
  test('complete when all is verified', () => {
    const closed = [fulfilledOn('2010-06-01'), factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-08-01' })];
    expect(stageOf([consensus, drafted(whole), ...closed])).toMatchObject({ stage: 3, complete: true });
  });
});

describe('funnel', () => {
  test('counts, weights and conversion efficiency: one of two equal weights verified is a half', () => {
    const second = factOf(
      'obligationDrafted',
      {
        obligation: 'e',
        title: titled('e'),
        origin: 'agreed',
        liable: ['610100'],
        acceptedBy: ['610100'],
        deadline: deadlineOf('2012-12-31'),
        measure: titled('m'),
      },
      { on: '2010-01-01' },
    );
    const { steps, conversionEfficiency } = funnelOf(
      situationOn('2012-01-01', [
        opened,
        drafted(),
        second,
        fulfilledOn('2010-06-01'),
        factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-08-01' }),
      ]),
    );
    expect([steps.raised.items, steps.agreed.items, steps.individualised.items, steps.inDelivery.items, steps.verified.items]).toEqual([
      2, 2, 1, 1, 1,
    ]);
    expect(conversionEfficiency).toBe(0.5);
  });
  const funnelAt = (asOf: string, facts: readonly Fact[]) => funnelOf(situationOn(asOf, [opened, ...facts])).steps;
  test('a result takes every yardstick', () => {
    const yardstick = (name: string, value: number) => ({
      yardstick: name,
      indicator: 'i',
      subject: '610100',
      unit: 'u',
      direction: 'atMost',
      dueOn: '2010-12-31',
      target: { kind: 'level', value },
    });
    const reading = factOf(
      'indicatorRead',
      { indicator: 'i', subject: '610100', period: { first: '2010-01-01', last: '2010-12-31' }, value: 60, unit: 'u' },
      { on: '2010-12-31' },
    );
    const results = (...targets: number[]) =>
      funnelAt('2012-01-01', [drafted({ yardsticks: targets.map((value, i) => yardstick(`y${i}`, value)) }), reading]).result.items;
    expect(results(60)).toBe(1);
    expect(results(60, 59)).toBe(0);
  });
  test('a topic without a duty is agreed with its last consensus, and no item once it is withdrawn', () => {
    const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-01-01' });
    const consent = (party: string, on: string) => factOf('consensusRecorded', { topic: 't', parties: [party] }, { on });
    const [first, last] = [consent('610100', '2010-02-01'), consent('610400', '2010-04-11')];
    const { agreed } = funnelAt('2012-01-01', [raised, first, last]);
    // 2010-01-01 to 2010-04-11 is 100 days.
    expect(agreed).toEqual({ items: 1, weight: 1, medianDays: 100, evidence: [last.id] });
    expect(funnelAt('2012-01-01', [raised, first]).agreed.items).toBe(0);
    const withdrawn = factOf('topicWithdrawn', { topic: 't' }, { on: '2011-01-01' });
    expect(funnelAt('2012-01-01', [raised, first, last, withdrawn]).raised.items).toBe(0);
  });
  test('a month known only as such gives a duration between its bounds', () => {
    // Fulfilled in June 2010, verified on 2010-07-10: 10 to 39 days, in the middle 24.5.
    const closedOut = factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-07-10' });
    expect(funnelAt('2012-01-01', [drafted(), fulfilledOn('2010-06'), closedOut]).verified.medianDays).toBeCloseTo(24.5, 6);
  });
  // Durations 10, 20, 30+ (open): S falls to 2/3 at 10 and 1/3 at 20, so the median is 20.
  test('median with an open item, by hand', () => {
    expect(
      medianDuration([
        { left: 10, right: 10 },
        { left: 20, right: 20 },
        { left: 30, right: Number.POSITIVE_INFINITY },
      ]),
    ).toBe(20);
    expect(
      medianDuration([
        { left: 10, right: 10 },
        { left: 20, right: Number.POSITIVE_INFINITY },
        { left: 30, right: Number.POSITIVE_INFINITY },
      ]),
    ).toBeNull();
    expect(medianDuration([])).toBeNull();
  });
  test('an imprecise duration lies between its bounds', () => {
    const median = medianDuration([{ left: 100, right: 465 }]);
    expect(median).toBeGreaterThanOrEqual(100);
    expect(median).toBeLessThanOrEqual(465);
  });
});
