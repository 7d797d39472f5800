/** Every rule at its thresholds: one day or one unit before it must not find, at the threshold it must. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { generateHistory } from '../testing/histories.ts';
import { situationOn } from '../testing/situations.ts';
import { dilemmaIds } from '../vocabulary/levels.ts';
import { diagnose, partyRules, superiorRules } from './diagnose.ts';

const parties = ['610100', '610400'];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });

function found(asOf: string, facts: readonly Fact[], id: string, overrides: Record<string, number> = {}) {
  return diagnose(situationOn(asOf, [opened, ...facts], overrides)).findings.filter((finding) => finding.id === id);
}
function verdict(asOf: string, facts: readonly Fact[], id: string) {
  return diagnose(situationOn(asOf, [opened, ...facts])).verdicts.find((own) => own.id === id)?.verdict;
}
function duty(
  id: string,
  on: string,
  extra: Record<string, unknown> = {},
  options: { origin?: 'live' | 'archive' } = { origin: 'archive' },
) {
  return factOf(
    'obligationDrafted',
    { obligation: id, title: titled(id), origin: 'agreed', liable: parties, acceptedBy: parties, ...extra } as never,
    { on, ...options },
  );
}

test('there is one rule for every dilemma of the vocabulary, and no two', () => {
  expect([...partyRules, ...superiorRules].map((rule) => rule.id).sort()).toEqual([...dilemmaIds].sort());
});

describe('deliberationWithoutDecision', () => {
  const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-01-01' });
  const meeting = (on: string) => factOf('meetingHeld', { title: titled('m'), topics: ['t'], attendees: [] }, { on });
  test('365 days', () => {
    expect(found('2010-12-31', [raised], 'deliberationWithoutDecision')).toEqual([]);
    expect(found('2011-01-01', [raised], 'deliberationWithoutDecision')).toMatchObject([{ since: '2011-01-01' }]);
  });
  test('three meetings come sooner', () => {
    const two = [raised, meeting('2010-02-01'), meeting('2010-03-01')];
    expect(found('2010-06-01', two, 'deliberationWithoutDecision')).toEqual([]);
    expect(found('2010-06-01', [...two, meeting('2010-04-01')], 'deliberationWithoutDecision')).toMatchObject([{ since: '2010-04-01' }]);
  });
  test('consensus of all, withdrawal or assignment ends it; consensus of one does not', () => {
    const consensus = (who: string[]) => factOf('consensusRecorded', { topic: 't', parties: who }, { on: '2010-06-01' });
    expect(found('2012-01-01', [raised, consensus(parties)], 'deliberationWithoutDecision')).toEqual([]);
    expect(found('2012-01-01', [raised, consensus(['610100'])], 'deliberationWithoutDecision')).toHaveLength(1);
    expect(
      found('2012-01-01', [raised, factOf('topicWithdrawn', { topic: 't' }, { on: '2010-06-01' })], 'deliberationWithoutDecision'),
    ).toEqual([]);
  });
});

describe('decisionWithoutAction', () => {
  const road = duty('road', '2010-01-01', { deadline: deadlineOf('2010-12-31') });
  test('31 days past due, not 30', () => {
    expect(found('2011-01-30', [road], 'decisionWithoutAction')).toEqual([]);
    expect(found('2011-01-31', [road], 'decisionWithoutAction').map((finding) => finding.since)).toEqual(['2011-01-31', '2011-01-31']);
  });
  test('a grace of 60 days moves it by 30', () => {
    expect(found('2011-03-01', [road], 'decisionWithoutAction', { 'decisionWithoutAction.graceDays': 60 })).toEqual([]);
    expect(found('2011-03-02', [road], 'decisionWithoutAction', { 'decisionWithoutAction.graceDays': 60 })).toHaveLength(2);
  });
  test('substantial completion, fulfilment, suspension and an extension each end it', () => {
    const by = '610100';
    for (const cure of [
      factOf('obligationReviewed', { obligation: 'road', by: '610000', completion: 'substantial' }, { on: '2011-01-15' }),
      factOf('obligationFulfilled', { obligation: 'road', by }, { on: '2011-01-15' }),
      factOf('obligationSuspended', { obligation: 'road', by }, { on: '2010-06-01' }),
      factOf('extensionGranted', { obligation: 'road', newDueOn: '2012-12-31' }, { on: '2010-12-01' }),
    ])
      expect(found('2011-06-01', [road, cure], 'decisionWithoutAction'), cure.type).toEqual([]);
  });
  test('evidence of which nobody says how far it goes is neither inaction nor irresponsibility; saying “limited” makes it so', () => {
    const trips = factOf('evidenceAttached', { obligation: 'road', title: titled('trips') }, { on: '2011-01-10' });
    expect(found('2011-06-01', [road, trips], 'decisionWithoutAction')).toEqual([]);
    expect(found('2011-06-01', [road, trips], 'collectiveIrresponsibility')).toEqual([]);
    const limited = factOf('obligationReviewed', { obligation: 'road', by: '610000', completion: 'limited' }, { on: '2011-01-15' });
    expect(found('2011-06-01', [road, trips, limited], 'decisionWithoutAction')).toHaveLength(2);
    expect(found('2011-06-01', [road, trips, limited], 'collectiveIrresponsibility')).toHaveLength(1);
  });
  test('asking for an extension stops nothing', () => {
    const asked = factOf('extensionRequested', { obligation: 'road', by: '610100', newDueOn: '2012-12-31' }, { on: '2010-12-01' });
    expect(found('2011-06-01', [road, asked], 'decisionWithoutAction')).toHaveLength(2);
  });
  test('half of the due weight makes it the case’s; less does not', () => {
    const done = duty('bridge', '2010-01-01', { deadline: deadlineOf('2010-12-31'), weight: 1 });
    const fulfilled = factOf('obligationFulfilled', { obligation: 'bridge' }, { on: '2010-12-01' });
    const whole = (facts: Fact[]) => found('2011-06-01', facts, 'decisionWithoutAction').filter((finding) => finding.key.endsWith(':case'));
    expect(whole([road, done, fulfilled])).toHaveLength(1);
    expect(whole([road, duty('bridge', '2010-01-01', { deadline: deadlineOf('2010-12-31'), weight: 2 }), fulfilled])).toEqual([]);
  });
  test('holds as the case’s since idle duties made up half of the due weight', () => {
    const facts = [
      duty('bridge', '2010-01-01', { deadline: deadlineOf('2010-03-31'), weight: 2 }),
      factOf('obligationFulfilled', { obligation: 'bridge' }, { on: '2010-03-01' }),
      duty('first', '2010-01-01', { deadline: deadlineOf('2010-06-30'), weight: 1 }),
      duty('second', '2010-01-01', { deadline: deadlineOf('2010-12-31'), weight: 1 }),
    ];
    // Idle 31 days after its date each: one quarter since 31 July, one half since 31 January.
    expect(found('2011-06-01', facts, 'decisionWithoutAction')[0]).toMatchObject({
      key: 'decisionWithoutAction:case',
      since: '2011-01-31',
      severity: 0.5,
    });
  });
  test('a duty that is idle but has time left is no part of what is due', () => {
    const done = [
      duty('bridge', '2010-01-01', { deadline: deadlineOf('2010-03-31') }),
      factOf('obligationFulfilled', { obligation: 'bridge' }, { on: '2010-03-01' }),
    ];
    const later = duty('later', '2010-01-01', { deadline: deadlineOf('2015-12-31'), weight: 3 }, { origin: 'live' });
    expect(found('2010-12-31', [...done, later], 'decisionWithoutAction').map(({ key }) => key)).toEqual(['decisionWithoutAction:later']);
    // Past its date as well it is 3 of 4.
    expect(found('2016-06-01', [...done, later], 'decisionWithoutAction')).toMatchObject([
      { key: 'decisionWithoutAction:case', severity: 0.75 },
      { key: 'decisionWithoutAction:later' },
    ]);
  });
  test('silence means something in a live register only', () => {
    const quiet = { title: titled('q') };
    expect(found('2010-06-29', [duty('q', '2010-01-01', quiet, { origin: 'live' })], 'decisionWithoutAction')).toEqual([]);
    expect(found('2010-06-30', [duty('q', '2010-01-01', quiet, { origin: 'live' })], 'decisionWithoutAction').length).toBeGreaterThan(0);
    expect(found('2015-06-30', [duty('q', '2010-01-01', quiet)], 'decisionWithoutAction')).toEqual([]);
    expect(verdict('2015-06-30', [duty('q', '2010-01-01', quiet)], 'decisionWithoutAction')).toBe('undetermined');
  });
});

describe('actionWithoutResult', () => {
  // Base 100, target 60: 40 to go. Path: half by the end of 2015. 0.9 × 0.5 × 40 = 18, so 82 is the bound.
  const yardstick = {
    yardstick: 'y',
    indicator: 'pm25',
    subject: '610100',
    unit: 'u',
    direction: 'atMost',
    dueOn: '2016-12-31',
    target: { kind: 'level', value: 60 },
    baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
    path: [
      { on: '2015-12-31', share: 0.5 },
      { on: '2016-12-31', share: 1 },
    ],
  };
  const air = duty('air', '2014-01-01', { yardsticks: [yardstick] });
  const action = factOf('progressReported', { obligation: 'air', by: '610100' }, { on: '2014-06-01' });
  const reading = (value: number, year = 2015) =>
    factOf(
      'indicatorRead',
      { indicator: 'pm25', subject: '610100', period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit: 'u' },
      { on: `${year}-12-31` },
    );
  test('0.9 of the path is the bound', () => {
    expect(found('2016-06-01', [air, action, reading(82)], 'actionWithoutResult')).toEqual([]);
    expect(found('2016-06-01', [air, action, reading(82.1)], 'actionWithoutResult')).toMatchObject([{ since: '2015-12-31' }]);
  });
  test('no action on record, no finding: that is another dilemma', () => {
    expect(found('2016-06-01', [air, reading(95)], 'actionWithoutResult')).toEqual([]);
    expect(verdict('2016-06-01', [air, reading(95)], 'actionWithoutResult')).toBe('undetermined');
  });
  test('a missed target is found, a met one is not', () => {
    expect(found('2017-06-01', [air, action, reading(61, 2016)], 'actionWithoutResult')).toHaveLength(1);
    expect(found('2017-06-01', [air, action, reading(60, 2016)], 'actionWithoutResult')).toEqual([]);
  });
  test('another unit is not compared', () => {
    const other = factOf(
      'indicatorRead',
      { indicator: 'pm25', subject: '610100', period: { first: '2015-01-01', last: '2015-12-31' }, value: 0.095, unit: 'mg' },
      { on: '2015-12-31' },
    );
    expect(verdict('2016-06-01', [air, action, other], 'actionWithoutResult')).toBe('undetermined');
  });
});

describe('collectiveIrresponsibility', () => {
  test('a lead, shares, or one liable party end it', () => {
    const due = { deadline: deadlineOf('2010-12-31') };
    const at = (extra: object) => found('2011-01-01', [duty('d', '2010-01-01', { ...due, ...extra })], 'collectiveIrresponsibility').length;
    expect(at({})).toBe(1);
    expect(at({ lead: '610100' })).toBe(0);
    expect(at({ shares: { '610100': 0.5, '610400': 0.5 } })).toBe(0);
    expect(at({ liable: ['610100'], acceptedBy: ['610100'] })).toBe(0);
  });
});

test('symbolicCompliance: reported substantial, assessed limited', () => {
  const said = (completion: string) =>
    factOf('obligationReported', { obligation: 'd', by: '610100', completion } as never, { on: '2010-06-01' });
  const seen = (completion: string) =>
    factOf('obligationReviewed', { obligation: 'd', by: '610000', completion } as never, { on: '2010-07-01' });
  const at = (a: string, b: string) =>
    found('2011-01-01', [duty('d', '2010-01-01'), said(a), seen(b)], 'symbolicCompliance').map((finding) => finding.since);
  expect(at('substantial', 'limited')).toEqual(['2010-07-01']);
  expect(at('limited', 'limited')).toEqual([]);
  expect(at('complete', 'substantial')).toEqual([]);
  expect(at('complete', 'none')).toEqual([]);
});

describe('freeRiding', () => {
  const capacity = (actor: string, value: number) =>
    factOf(
      'capacityRead',
      { actor, capacity: 'gdp', value, unit: 'CNY', period: { first: '2009-01-01', last: '2009-12-31' } },
      { on: '2009-12-31' },
    );
  const own = (id: string, actor: string, completion: string) => [
    duty(id, '2010-01-01', { liable: [actor], acceptedBy: [actor] }),
    factOf('obligationReviewed', { obligation: id, by: '610000', completion } as never, { on: '2010-06-01' }),
  ];
  const rich = [capacity('610100', 60), capacity('610400', 40)];
  // Scores: notStarted 0, limited 1/3, complete 1. Half of the other's 1 is 0.5.
  test('the rich party that does under half of the other', () => {
    expect(found('2010-12-31', [...rich, ...own('a', '610100', 'limited'), ...own('b', '610400', 'complete')], 'freeRiding')).toMatchObject(
      [{ subjects: ['610100'] }],
    );
    expect(found('2010-12-31', [...rich, ...own('a', '610100', 'substantial'), ...own('b', '610400', 'complete')], 'freeRiding')).toEqual(
      [],
    );
  });
  test('a poor party is not a free rider, and assessments older than 12 months do not count', () => {
    expect(found('2010-12-31', [...rich, ...own('a', '610100', 'complete'), ...own('b', '610400', 'notStarted')], 'freeRiding')).toEqual(
      [],
    );
    expect(verdict('2012-12-31', [...rich, ...own('a', '610100', 'limited'), ...own('b', '610400', 'complete')], 'freeRiding')).toBe(
      'undetermined',
    );
  });
});

describe('unequalVoice', () => {
  const capacities = [
    ['610100', 60],
    ['610400', 40],
  ].map(([actor, value]) =>
    factOf('capacityRead', { actor, capacity: 'gdp', value, unit: 'CNY', period: { first: '2009-01-01', last: '2009-12-31' } } as never, {
      on: '2009-12-31',
    }),
  );
  const positions = (a: number, b: number) =>
    Array.from({ length: a + b }, (_, i) =>
      factOf('positionStated', { topic: 't', party: i < a ? '610100' : '610400', position: 'p' }, { on: '2010-01-01' }),
    );
  // J of (8, 2): −(0.8 ln 0.8 + 0.2 ln 0.2) / ln 2 = 0.7219. J of (7, 3) = 0.8813.
  test('J = 0.72 is uneven, 0.88 is not; nine positions are too few; the poor may dominate', () => {
    expect(found('2011-01-01', [...capacities, ...positions(8, 2)], 'unequalVoice')).toHaveLength(1);
    expect(found('2011-01-01', [...capacities, ...positions(7, 3)], 'unequalVoice')).toEqual([]);
    expect(found('2011-01-01', [...capacities, ...positions(2, 8)], 'unequalVoice')).toEqual([]);
    expect(verdict('2011-01-01', [...capacities, ...positions(8, 1)], 'unequalVoice')).toBe('undetermined');
  });
});

describe('weakCoordinator', () => {
  const joint = duty('joint', '2010-01-01');
  const body = (powers: string[]) =>
    factOf('bodyEstablished', { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, rank: 10, powers } as never, {
      on: '2010-02-01',
    });
  test('rank does not count; supervise or assess does', () => {
    expect(found('2011-01-01', [joint, body(['convene', 'coordinate'])], 'weakCoordinator')).toMatchObject([
      { status: 'active', since: '2010-01-01' },
    ]);
    expect(found('2011-01-01', [joint, body(['assess'])], 'weakCoordinator')).toEqual([]);
  });
  test('holds since the joint duties follow one another without a gap', () => {
    const met = (on: string) => factOf('obligationFulfilled', { obligation: 'joint' }, { on });
    expect(found('2013-01-01', [joint, met('2012-06-01'), duty('second', '2011-01-01')], 'weakCoordinator')).toMatchObject([
      { since: '2010-01-01' },
    ]);
    expect(found('2013-01-01', [joint, met('2010-06-01'), duty('second', '2011-01-01')], 'weakCoordinator')).toMatchObject([
      { since: '2011-01-01' },
    ]);
  });
  test('two that overlap and are both done end it; a third begins it anew', () => {
    const facts = [
      joint,
      factOf('obligationFulfilled', { obligation: 'joint' }, { on: '2012-06-01' }),
      duty('second', '2011-01-01'),
      factOf('obligationFulfilled', { obligation: 'second' }, { on: '2012-09-01' }),
    ];
    expect(found('2013-06-01', facts, 'weakCoordinator')).toEqual([]);
    expect(found('2013-06-01', [...facts, duty('third', '2013-01-01')], 'weakCoordinator')).toMatchObject([{ since: '2013-01-01' }]);
    expect(found('2013-06-01', [...facts, duty('third', '2012-08-01')], 'weakCoordinator')).toMatchObject([{ since: '2010-01-01' }]);
  });
  test('back after the abolition; nothing without open joint duties', () => {
    const abolished = factOf('bodyAbolished', { body: 'body:b' }, { on: '2012-05-01' });
    expect(found('2012-05-01', [joint, body(['supervise']), abolished], 'weakCoordinator')).toMatchObject([{ since: '2012-05-01' }]);
    expect(
      found('2011-01-01', [joint, factOf('obligationFulfilled', { obligation: 'joint' }, { on: '2010-06-01' })], 'weakCoordinator'),
    ).toEqual([]);
  });
});

test('vagueAgreement: half of the clause weight below 0.55', () => {
  const signed = (weights: [number, number]) =>
    factOf(
      'agreementSigned',
      {
        agreement: 'a',
        title: titled('a'),
        parties,
        topics: [],
        framework: false,
        clauses: [
          { clause: '1', operability: 0.5, bindingness: 0.59, weight: weights[0] },
          { clause: '2', operability: 0.9, bindingness: 0.9, weight: weights[1] },
        ],
      },
      { on: '2010-01-01' },
    );
  expect(found('2010-01-01', [signed([1, 1])], 'vagueAgreement')).toHaveLength(1);
  expect(found('2010-01-01', [signed([0.9, 1])], 'vagueAgreement')).toEqual([]);
  expect(
    found('2011-01-01', [signed([1, 1]), factOf('agreementTerminated', { agreement: 'a' }, { on: '2010-06-01' })], 'vagueAgreement'),
  ).toEqual([]);
});

test('accountabilityGap: a breach on record, unless somebody may sanction it', () => {
  const breach = factOf('obligationViolated', { obligation: 'd', by: '610000' }, { on: '2011-01-01' });
  expect(found('2011-06-01', [duty('d', '2010-01-01'), breach], 'accountabilityGap')).toMatchObject([{ since: '2011-01-01' }]);
  expect(found('2011-06-01', [duty('d', '2010-01-01', { orElse: titled('pays') }), breach], 'accountabilityGap')).toEqual([]);
});

describe('grounds and the superior', () => {
  const road = duty('road', '2010-01-01', { deadline: deadlineOf('2010-12-31') });
  const apply = (binding: boolean, on: string) =>
    factOf(
      'instrumentApplied',
      {
        instrument: `i-${on}`,
        title: titled('i'),
        channel: binding ? 'assessment' : 'organisation',
        strength: 3,
        tier: '610000',
        by: '610000',
        targets: parties,
        direct: true,
        binding,
      },
      { on, initiative: 'superior' },
    );
  // Past due 365 days on 2011-12-31; necessity lasts 365 days on 2012-12-30.
  test('under-intervention needs a year of necessity, and ends with a binding instrument', () => {
    expect(found('2012-12-29', [road], 'underIntervention')).toEqual([]);
    expect(found('2012-12-30', [road], 'underIntervention')).toMatchObject([{ since: '2012-12-30', subjects: ['610000'] }]);
    expect(found('2013-06-01', [road, apply(false, '2011-05-31')], 'underIntervention')).toHaveLength(1);
    expect(found('2013-06-01', [road, apply(true, '2012-05-31')], 'underIntervention')).toEqual([]);
  });
  test('over-intervention: the day after the sunset; 90 days after two readings that met the criteria', () => {
    const open = factOf(
      'interventionOpened',
      { intervention: 'v', tier: '610000', title: titled('v'), grounds: [], sunset: '2012-06-30' },
      { on: '2011-06-30', initiative: 'superior' },
    );
    expect(found('2012-06-30', [open], 'overIntervention')).toEqual([]);
    expect(found('2012-07-01', [open], 'overIntervention')).toMatchObject([{ since: '2012-07-01' }]);
    // 0.4, and half of the rest of two years after 365 days.
    expect(found('2013-06-30', [open], 'overIntervention')[0]?.severity).toBeCloseTo(0.9, 12);
    const read = (met: boolean, on: string) => factOf('exitCriteriaRead', { intervention: 'v', met, by: '610000' }, { on });
    const met = [open, read(true, '2011-09-01'), read(true, '2011-10-01')];
    expect(found('2011-12-29', met, 'overIntervention')).toEqual([]);
    expect(found('2011-12-30', met, 'overIntervention')).toMatchObject([{ since: '2011-12-30' }]);
    expect(found('2012-03-01', [...met, read(false, '2011-11-01')], 'overIntervention')).toEqual([]);
    expect(
      found('2012-07-01', [open, factOf('interventionClosed', { intervention: 'v' }, { on: '2012-06-01' })], 'overIntervention'),
    ).toEqual([]);
  });
});

describe('properties over random histories', () => {
  const histories = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 40 }), day: fc.integer({ min: 0, max: 8000 }) });
  function dateAt(day: number): string {
    return new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
  }
  test('every diagnosis is complete and consistent (20,000 histories)', () => {
    fc.assert(
      fc.property(histories, ({ seed, size, day }) => {
        const asOf = dateAt(day);
        const { findings, verdicts } = diagnose(situationOn(asOf, generateHistory(seed, { size, undatedShare: 0.1 })));
        expect(verdicts.map((own) => own.id).sort()).toEqual([...dilemmaIds].sort());
        expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length);
        for (const { since, severity, id, status } of findings) {
          expect(since === null || since <= asOf, `${id} since ${since} as of ${asOf}`).toBe(true);
          expect(severity).toBeGreaterThanOrEqual(0);
          expect(severity).toBeLessThanOrEqual(1);
          expect(['found', 'mitigated', 'risk']).toContain(verdicts.find((own) => own.id === id)?.verdict);
          expect(['active', 'mitigated', 'risk']).toContain(status);
        }
      }),
      { numRuns: 20_000 },
    );
  }, 240_000);

  test('ids and versions of facts on one day do not matter: renaming them changes no finding but its evidence', () => {
    fc.assert(
      fc.property(histories, ({ seed, size, day }) => {
        const facts = generateHistory(seed, { size, correctionShare: 0 });
        // Distinct days, so that nothing is decided by the order within one day.
        const spread = facts.map(
          (fact, i) => ({ ...fact, occurred: { first: dateAt(i * 3), last: dateAt(i * 3), precision: 'day' } }) as unknown as Fact,
        );
        const renamed = spread.map(
          (fact, i) => ({ ...fact, id: `x${String(spread.length - i).padStart(4, '0')}`, version: spread.length - i }) as unknown as Fact,
        );
        const keys = (own: readonly Fact[]) =>
          diagnose(situationOn(dateAt(day), own))
            .findings.filter((finding) => finding.id !== 'campaignGovernance')
            .map(({ key, since, severity }) => ({ key, since, severity }));
        expect(keys(renamed)).toEqual(keys(spread));
      }),
      { numRuns: 2000 },
    );
  }, 120_000);
});
