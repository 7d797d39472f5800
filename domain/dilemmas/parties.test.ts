/** The rules about the parties at their bounds, one condition at a time. Dates and shares are worked out by hand. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, type FactOptions, type PayloadInput, titled } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';
import { diagnose } from './diagnose.ts';

const [north, ashby] = ['610100', '610400'] as const;
const parties = [north, ashby];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });
const sometime = { first: '2010-02-01', last: '2020-01-01', precision: 'unknown' } as const;

function found(asOf: string, id: DilemmaId, facts: readonly Fact[], overrides: Record<string, number> = {}) {
  return diagnose(situationOn(asOf, [opened, ...facts], overrides)).findings.filter((finding) => finding.id === id);
}
function verdict(asOf: string, id: DilemmaId, facts: readonly Fact[]) {
  return diagnose(situationOn(asOf, [opened, ...facts])).verdicts.find((own) => own.id === id)?.verdict;
}
const duty = (id: string, extra: Partial<PayloadInput<'obligationDrafted'>> = {}, options: FactOptions = {}) =>
  factOf(
    'obligationDrafted',
    { obligation: id, title: titled(id), origin: 'agreed', liable: parties, acceptedBy: extra.liable ?? parties, ...extra },
    { on: '2010-01-01', origin: 'archive', ...options },
  );
const reviewed = (id: string, completion: string, more: object = {}, on = '2010-06-01') =>
  factOf('obligationReviewed', { obligation: id, by: '610000', completion, ...more } as never, { on });
const capacity = (capacityKind: string, a: number, b: number) =>
  parties.map((actor, i) =>
    factOf(
      'capacityRead',
      { actor, capacity: capacityKind, value: i === 0 ? a : b, unit: 'u', period: { first: '2009-01-01', last: '2009-12-31' } } as never,
      { on: '2009-12-31' },
    ),
  );
const meeting = (on: string, options: FactOptions = {}) =>
  factOf('meetingHeld', { title: titled('m'), topics: ['t'], attendees: [] }, { on, ...options });
const instrument = (name: string, on: string, extra: Partial<PayloadInput<'instrumentApplied'>> = {}) =>
  factOf(
    'instrumentApplied',
    {
      instrument: name,
      title: titled(name),
      channel: 'policyDocument',
      strength: 3,
      tier: '610000',
      by: '610000',
      targets: parties,
      direct: true,
      binding: false,
      ...extra,
    },
    { on, initiative: 'superior' },
  );
const withdrawn = (name: string, on: string) => factOf('instrumentWithdrawn', { instrument: name }, { on });

describe('deliberationWithoutDecision', () => {
  const id = 'deliberationWithoutDecision';
  const raised = factOf('topicRaised', { topic: 't', title: titled('t') }, { on: '2010-01-01' });
  test('three meetings of which one has no date: found, since when is not known', () => {
    const facts = [raised, meeting('2010-02-01'), meeting('2010-03-01'), meeting('', { occurred: sometime })];
    expect(found('2010-06-01', id, facts)).toMatchObject([{ since: null }]);
  });
  test('assignment from above decides it', () => {
    const assigned = factOf(
      'obligationAssigned',
      { obligation: 'd', by: '610000', terms: { title: titled('d'), origin: 'assigned', liable: parties, topic: 't' } },
      { on: '2010-06-01' },
    );
    expect(found('2012-01-01', id, [raised])).toHaveLength(1);
    expect(found('2012-01-01', id, [raised, assigned])).toEqual([]);
  });
});

describe('decisionWithoutAction', () => {
  test('on the last day of its grace a duty is not due yet', () => {
    const done = duty('done', { deadline: deadlineOf('2010-12-31'), weight: 2 });
    const facts = [
      duty('late', { deadline: deadlineOf('2010-06-30') }),
      done,
      factOf('obligationFulfilled', { obligation: 'done' }, { on: '2010-12-01' }),
    ];
    const whole = (asOf: string) => found(asOf, 'decisionWithoutAction', facts).filter(({ key }) => key.endsWith(':case'));
    // 2010-12-31 + 30 days = 2011-01-30: until then 1 of 1, from then on 1 of 3.
    expect(whole('2011-01-30')).toHaveLength(1);
    expect(whole('2011-01-31')).toEqual([]);
  });
  test('a duty of a live register on which something was begun is not idle, however little', () => {
    const quiet = duty('q', {}, { origin: 'live' });
    const begun = factOf('progressReported', { obligation: 'q', by: north, completion: 'limited' }, { on: '2010-02-01' });
    expect(found('2011-01-01', 'decisionWithoutAction', [quiet]).length).toBeGreaterThan(0);
    expect(found('2011-01-01', 'decisionWithoutAction', [quiet, begun])).toEqual([]);
  });
});

describe('actionWithoutResult', () => {
  const id = 'actionWithoutResult';
  test('complete without effect; substantial without effect is not complete', () => {
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'complete', { effect: 'didNotChange' })])).toMatchObject([{ severity: 0.7 }]);
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'complete', { effect: 'worsened' })])).toMatchObject([{ severity: 1 }]);
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'substantial', { effect: 'didNotChange' })])).toEqual([]);
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'complete', { effect: 'marginal' })])).toEqual([]);
  });
  test('a plan of a liable party on its topic is an action; a standard, or a plan of somebody else, is not', () => {
    const air = duty('air', {
      topic: 't',
      liable: [north],
      yardsticks: [
        {
          yardstick: 'y',
          indicator: 'pm25',
          subject: north,
          unit: 'u',
          direction: 'atMost',
          dueOn: '2010-12-31',
          target: { kind: 'level', value: 60 },
        },
      ],
    });
    const reading = factOf(
      'indicatorRead',
      { indicator: 'pm25', subject: north, period: { first: '2010-01-01', last: '2010-12-31' }, value: 70, unit: 'u' },
      { on: '2010-12-31' },
    );
    const rule = (subject: 'plan' | 'standard', by: string, topic = 't') =>
      factOf('ruleAdopted', { rule: 'r', title: titled('r'), subject, by: [by], scope: [by], topics: [topic] }, { on: '2010-02-01' });
    expect(found('2011-06-01', id, [air, reading, rule('plan', north)])).toHaveLength(1);
    for (const other of [rule('standard', north), rule('plan', ashby), rule('plan', north, 'u')]) {
      expect(verdict('2011-06-01', id, [air, reading, other])).toBe('undetermined');
    }
  });
});

describe('collectiveIrresponsibility', () => {
  const id = 'collectiveIrresponsibility';
  const due = { deadline: deadlineOf('2010-12-31') };
  test('only past its date, and a lead counts only once it has accepted or was assigned', () => {
    expect(found('2010-12-31', id, [duty('d', due)])).toEqual([]);
    expect(found('2011-01-01', id, [duty('d', due)])).toMatchObject([{ since: '2011-01-01' }]);
    expect(found('2011-01-01', id, [duty('d', { ...due, lead: north, acceptedBy: [ashby] })])).toHaveLength(1);
    const assigned = factOf('obligationAssigned', { obligation: 'd', by: '610000' }, { on: '2010-02-01' });
    expect(found('2011-01-01', id, [duty('d', { ...due, lead: north, acceptedBy: [ashby] }), assigned])).toEqual([]);
  });
});

describe('freeRiding', () => {
  const id = 'freeRiding';
  const own = (obligation: string, actor: string, completion: string, extra: object = {}) => [
    duty(obligation, { liable: [actor], ...extra }),
    reviewed(obligation, completion),
  ];
  const rich = capacity('gdp', 60, 40);
  test('the window of 12 months includes its first day', () => {
    const facts = [...rich, ...own('a', north, 'limited'), ...own('b', ashby, 'complete')];
    expect(found('2011-06-01', id, facts)).toMatchObject([{ subjects: [north], since: '2010-06-01' }]);
    expect(verdict('2011-06-02', id, facts)).toBe('undetermined');
  });
  // limited = 1/3, substantial = 2/3: just half of the other.
  test('half of the others is not under half', () => {
    expect(found('2010-12-31', id, [...rich, ...own('a', north, 'limited'), ...own('b', ashby, 'substantial')])).toEqual([]);
  });
  test('who is named as no beneficiary rides on nothing', () => {
    const facts = (who: string) => [
      ...rich,
      ...own('a', north, 'limited', { beneficiaries: [who] }),
      ...own('b', ashby, 'complete', { beneficiaries: [who] }),
    ];
    expect(found('2010-12-31', id, facts(north))).toHaveLength(1);
    expect(found('2010-12-31', id, facts(ashby))).toEqual([]);
  });
  test('an assessment without evidence is none, and capacities in different units are none', () => {
    expect(verdict('2010-12-31', id, [...rich, ...own('a', north, 'none'), ...own('b', ashby, 'complete')])).toBe('undetermined');
    const [first] = rich as [Fact];
    const other = { ...rich[1], payload: { ...rich[1]?.payload, unit: 'v' } } as Fact;
    expect(verdict('2010-12-31', id, [first, other, ...own('a', north, 'limited'), ...own('b', ashby, 'complete')])).toBe('undetermined');
  });
});

describe('skewedResponsibility', () => {
  const id = 'skewedResponsibility';
  const owed = (a: number, b: number) => [duty('a', { liable: [north], weight: a }), duty('b', { liable: [ashby], weight: b })];
  test('a ratio of 2 or of one half is in proportion; beyond it is not', () => {
    // Owed ½ : ½ on capacity ¼ : ¾ is 2 and ⅔; owed ¼ : ¾ on ½ : ½ is ½ and 1.5.
    expect(found('2011-01-01', id, [...owed(1, 1), ...capacity('gdp', 25, 75)])).toEqual([]);
    expect(found('2011-01-01', id, [...owed(1, 3), ...capacity('gdp', 50, 50)])).toEqual([]);
    expect(found('2011-01-01', id, [...owed(1, 1), ...capacity('gdp', 24, 76)])).toMatchObject([{ subjects: [north] }]);
    expect(found('2011-01-01', id, [...owed(1, 3.1), ...capacity('gdp', 50, 50)])).toMatchObject([{ subjects: [north] }]);
  });
  test('a joint duty counts by its shares', () => {
    const joint = duty('j', { shares: { [north]: 0.9, [ashby]: 0.1 } });
    // 0.9 ÷ 0.5 = 1.8 is within, 0.1 ÷ 0.5 = 0.2 is not; split evenly both would be 1.
    expect(found('2011-01-01', id, [joint, ...capacity('gdp', 50, 50)])).toMatchObject([{ subjects: [ashby], severity: 0.8 }]);
    expect(found('2011-01-01', id, [duty('j'), ...capacity('gdp', 50, 50)])).toEqual([]);
  });
  test('only duties in effect count', () => {
    const draft = duty('b', { liable: [ashby], acceptedBy: [], weight: 9 });
    expect(verdict('2011-01-01', id, [draft, ...capacity('gdp', 50, 50)])).toBe('undetermined');
    expect(
      found('2011-01-01', id, [...owed(1, 1), duty('c', { liable: [ashby], acceptedBy: [], weight: 9 }), ...capacity('gdp', 50, 50)]),
    ).toEqual([]);
  });
  test('capacity and causation are both shown; revenue goes before product', () => {
    const keys = found('2011-01-01', id, [
      ...owed(1, 9),
      ...capacity('gdp', 10, 90),
      ...capacity('fiscalRevenue', 50, 50),
      ...capacity('causation', 50, 50),
    ]).map(({ key }) => key);
    expect(keys.sort()).toEqual([`${id}:${north}:causation`, `${id}:${north}:fiscalRevenue`]);
  });
});

describe('weakCoordinator', () => {
  const id = 'weakCoordinator';
  test('since joint duties have followed one another without a gap', () => {
    const second = (on: string, options: FactOptions = {}) => duty('b', {}, { on, ...options });
    const ended = (type: 'obligationFulfilled' | 'obligationClosedOut' | 'obligationDischarged', on: string) =>
      factOf(type, { obligation: 'a' }, { on });
    const since = (...facts: Fact[]) => found('2013-01-01', id, [duty('a'), ...facts]).map((finding) => finding.since);
    expect(since(second('2011-01-01'))).toEqual(['2010-01-01']);
    for (const type of ['obligationFulfilled', 'obligationClosedOut', 'obligationDischarged'] as const) {
      expect(since(second('2011-01-01'), ended(type, '2011-01-01')), type).toEqual(['2010-01-01']);
      expect(since(second('2011-01-01'), ended(type, '2010-12-31')), type).toEqual(['2011-01-01']);
    }
    // Fulfilled before the second began; that it was verified later bridges nothing.
    expect(since(second('2011-01-01'), ended('obligationFulfilled', '2010-06-01'), ended('obligationClosedOut', '2011-06-01'))).toEqual([
      '2011-01-01',
    ]);
    // One of unknown date shows no duration, and hides none.
    const undated = second('', { occurred: { ...sometime, first: '2009-01-01' } });
    expect(since(undated)).toEqual(['2010-01-01']);
    expect(since(undated, ended('obligationFulfilled', '2010-06-01'))).toEqual([null]);
  });
  test('and since the end of the last body that had the powers; one without them ends nothing', () => {
    const body = (powers: ('supervise' | 'coordinate')[]) =>
      factOf('bodyEstablished', { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, powers }, { on: '2010-02-01' });
    const abolished = factOf('bodyAbolished', { body: 'body:b' }, { on: '2012-05-01' });
    expect(found('2013-01-01', id, [duty('d'), body(['supervise']), abolished])).toMatchObject([{ since: '2012-05-01' }]);
    expect(found('2013-01-01', id, [duty('d'), body(['coordinate']), abolished])).toMatchObject([{ since: '2010-01-01' }]);
  });
  test('an organ of the superior mitigates only with its powers, by a strong act, and while that stands', () => {
    const organ = (more: object = {}) =>
      factOf(
        'bodyEstablished',
        { body: 'body:o', title: titled('o'), kind: 'superior', members: [], over: parties, powers: ['supervise'], ...more },
        { on: '2010-02-01' },
      );
    const act = instrument('i', '2010-02-01', { channel: 'organisation', strength: 4 });
    const status = (...facts: Fact[]) => found('2012-01-01', id, [duty('d'), ...facts])[0]?.status;
    expect(status(organ(), act)).toBe('mitigated');
    expect(status(organ(), act, withdrawn('i', '2011-01-01'))).toBe('active');
    expect(status(organ(), instrument('i', '2010-02-01', { channel: 'organisation', strength: 3 }))).toBe('active');
    expect(status(organ({ powers: ['coordinate'] }), act)).toBe('active');
    expect(status(organ({ over: [north] }), act)).toBe('active');
    expect(status(organ(), act, factOf('bodyAbolished', { body: 'body:o' }, { on: '2011-01-01' }))).toBe('active');
  });
});

test.each(['its clauses', 'a judgement alone'])('vagueAgreement: a score at the bound is not below it, by %s', (by) => {
  const signed = (bindingness: number) => {
    const score = { operability: 0.5, bindingness };
    const clauses = by === 'its clauses' ? [{ clause: '1', ...score }] : undefined;
    return factOf(
      'agreementSigned',
      {
        agreement: 'a',
        title: titled('a'),
        parties,
        topics: [],
        framework: false,
        judgement: { ...score, by: titled('j') },
        ...(clauses && { clauses }),
      },
      { on: '2010-01-01' },
    );
  };
  // (0.5 + 0.6) ÷ 2 = 0.55.
  expect(found('2010-01-01', 'vagueAgreement', [signed(0.6)])).toEqual([]);
  expect(found('2010-01-01', 'vagueAgreement', [signed(0.59)])).toHaveLength(1);
});

describe('partialSuperior', () => {
  const id = 'partialSuperior';
  const document = (on: string, a: number, more: object = {}) =>
    instrument(`doc-${on}`, on, { provisions: { [north]: a, [ashby]: 1 - a }, ...more });
  const need = capacity('need', 25, 75);
  const three = (a: number) => ['2010-01-01', '2010-06-01', '2011-06-01'].map((on) => document(on, a));
  test('three documents within 24 months, the first day included', () => {
    expect(found('2012-01-01', id, [...need, ...three(0.6)])).toMatchObject([{ subjects: [north], since: '2011-06-01' }]);
    expect(verdict('2012-01-02', id, [...need, ...three(0.6)])).toBe('undetermined');
    expect(verdict('2012-01-01', id, [...need, ...three(0.6).slice(1)])).toBe('undetermined');
  });
  // 0.5 ÷ 0.25 = 2.
  test('twice its need is not beyond twice', () => {
    expect(found('2012-01-01', id, [...need, ...three(0.5)])).toEqual([]);
    expect(verdict('2012-01-01', id, [...need, ...three(0.5)])).toBe('absent');
    expect(found('2012-01-01', id, [...need, ...three(0.51)])).toHaveLength(1);
  });
  test('without need of every party, and of documents of somebody else, nothing can be told', () => {
    expect(verdict('2012-01-01', id, [...need.slice(1), ...three(0.6)])).toBe('undetermined');
    const elsewhere = ['2010-01-01', '2010-06-01', '2011-06-01'].map((on) => document(on, 0.6, { tier: '620000' }));
    expect(verdict('2012-01-01', id, [...need, ...elsewhere])).toBe('undetermined');
  });
});

describe('fragmentation', () => {
  const id = 'fragmentation';
  const rule = (name: string, scope: string[], on: string, subject: 'plan' | 'agenda' = 'plan') =>
    factOf('ruleAdopted', { rule: name, title: titled(name), subject, by: scope, scope, topics: ['t'] }, { on });
  const own = [rule('n', [north], '2010-01-01'), rule('a', [ashby], '2011-01-01')];
  test('from the day on which the second party has its own', () => {
    expect(found('2010-12-31', id, own)).toEqual([]);
    expect(found('2011-01-01', id, own)).toMatchObject([{ status: 'active', since: '2011-01-01', severity: 1 }]);
  });
  test('one for all from that day on mitigates it; an earlier one, or one of another kind, does not', () => {
    const status = (common: Fact) => found('2012-01-01', id, [...own, common])[0]?.status;
    expect(status(rule('z', parties, '2011-01-01'))).toBe('mitigated');
    expect(status(rule('z', parties, '2010-12-31'))).toBe('active');
    expect(status(rule('z', parties, '2011-06-01', 'agenda'))).toBe('active');
    expect(status(rule('z', [north], '2011-06-01'))).toBe('active');
  });
});

describe('campaignGovernance', () => {
  const id = 'campaignGovernance';
  // Half of the window is 91 days: the peak runs to 2010-09-30, the fall to 2011-03-30.
  const event = instrument('i', '2010-07-01');
  const peak = ['2010-06-01', '2010-07-05', '2010-08-01', '2010-09-30'].map((on) => meeting(on));
  const days = (...on: string[]) => on.map((day) => meeting(day));
  test('seen when the window after the peak has passed', () => {
    expect(found('2011-03-29', id, [event, ...peak])).toEqual([]);
    expect(found('2011-03-30', id, [event, ...peak])).toMatchObject([{ since: '2011-03-30', severity: 1 }]);
  });
  test('half as many acts is a fall, three of four is not', () => {
    expect(found('2011-06-01', id, [event, ...peak, ...days('2010-10-01', '2011-03-30')])).toMatchObject([{ severity: 0.5 }]);
    expect(found('2011-06-01', id, [event, ...peak, ...days('2010-10-01', '2010-12-01', '2011-03-30')])).toEqual([]);
  });
  test('no peak where as much was done before; three acts are none', () => {
    const before = ['2009-12-01', '2010-01-01', '2010-02-01', '2010-04-01'];
    expect(found('2011-06-01', id, [event, ...peak, ...days(...before)])).toEqual([]);
    expect(found('2011-06-01', id, [event, ...peak, ...days(...before.slice(1))])).toHaveLength(1);
    expect(found('2011-06-01', id, [event, ...peak.slice(1)])).toEqual([]);
  });
  test('a month places an act or an event, a year does not; acts of the superior are none of the parties', () => {
    const [, ...rest] = peak;
    expect(found('2011-06-01', id, [event, meeting('2010-07'), ...rest])).toHaveLength(1);
    expect(found('2011-06-01', id, [event, meeting('', { occurred: { first: '2010-06-01', last: '2010-07-03' } }), ...rest])).toEqual([]);
    expect(found('2011-06-01', id, [instrument('i', '2010'), ...peak])).toEqual([]);
    // 2010-06-01 to 2010-07-03 is 32 days.
    const spread = [event, meeting('', { occurred: { first: '2010-06-01', last: '2010-07-03' } }), ...rest];
    expect(found('2011-06-01', id, spread, { 'campaignGovernance.precisionDaysMax': 32 })).toHaveLength(1);
    expect(found('2011-06-01', id, [event, instrument('j', '2010-07-02'), ...rest])).toEqual([]);
  });
});

describe('leadershipTurnover', () => {
  const id = 'leadershipTurnover';
  // 2011-01-01 + 180 days = 2011-06-30.
  const change = factOf('leaderChanged', { actor: north, post: titled('mayor') }, { on: '2011-01-01' });
  test('no reaffirmation in 180 days; a meeting on the last of them is one', () => {
    expect(found('2011-06-29', id, [change])).toEqual([]);
    expect(found('2011-06-30', id, [change])).toMatchObject([{ since: '2011-06-30', subjects: [north] }]);
    expect(found('2011-06-30', id, [change, meeting('2011-06-30')])).toEqual([]);
    expect(found('2012-06-30', id, [change, meeting('2011-07-01')])).toHaveLength(1);
  });
  test('half as much in the year after is a fall, and shows after that year', () => {
    const before = ['2010-02-01', '2010-05-01', '2010-08-01', '2010-11-01'].map((on) => meeting(on));
    const after = ['2011-02-01', '2012-01-01', '2011-05-01'].map((on) => meeting(on));
    expect(found('2011-12-31', id, [change, ...before, ...after.slice(0, 2)])).toEqual([]);
    expect(found('2012-01-01', id, [change, ...before, ...after.slice(0, 2)])).toMatchObject([{ since: '2012-01-01' }]);
    expect(found('2012-01-01', id, [change, ...before, ...after])).toEqual([]);
    expect(found('2012-01-01', id, [change, ...after])).toEqual([]);
    // Half a year: 2 from 2010-07-02 on, and 1 until 2011-07-01.
    const half = { 'leadershipTurnover.windowMonths': 6 };
    expect(found('2011-07-01', id, [change, ...before, ...after.slice(0, 2)], half)).toMatchObject([{ since: '2011-07-01' }]);
  });
  test('a leader of somebody else changes nothing', () => {
    expect(found('2012-06-30', id, [factOf('leaderChanged', { actor: '610300', post: titled('p') }, { on: '2011-01-01' })])).toEqual([]);
  });
});

describe('accountabilityGap', () => {
  const id = 'accountabilityGap';
  const late = duty('d', { deadline: deadlineOf('2010-12-31') });
  test('overdue and assessed as limited is a breach; without evidence, in time, or by the clock alone it is none', () => {
    expect(found('2011-06-01', id, [late, reviewed('d', 'limited')])).toHaveLength(1);
    expect(verdict('2011-06-01', id, [late, reviewed('d', 'none')])).toBe('undetermined');
    expect(verdict('2010-12-31', id, [late, reviewed('d', 'limited')])).toBe('undetermined');
    expect(verdict('2011-06-01', id, [late, reviewed('d', 'substantial')])).toBe('undetermined');
    expect(verdict('2011-06-01', id, [late])).toBe('undetermined');
  });
  test('an assessment closes the gap if it binds, stands and reaches all who are liable', () => {
    const breach = [late, reviewed('d', 'limited')];
    const gap = (more: object, ...facts: Fact[]) =>
      found('2011-06-01', id, [...breach, instrument('i', '2010-02-01', { channel: 'assessment', binding: true, ...more }), ...facts])
        .length;
    expect(gap({})).toBe(0);
    expect(gap({ channel: 'accountability' })).toBe(0);
    expect(gap({ binding: false })).toBe(1);
    expect(gap({ channel: 'inspection' })).toBe(1);
    expect(gap({ targets: [north] })).toBe(1);
    expect(gap({}, withdrawn('i', '2011-01-01'))).toBe(1);
  });
  test('so does a standing body with the power to sanction all who are liable', () => {
    const body = (more: object) =>
      factOf(
        'bodyEstablished',
        { body: 'body:b', title: titled('b'), kind: 'joint', members: parties, powers: ['sanction'], ...more },
        {
          on: '2010-02-01',
        },
      );
    const gap = (more: object, ...facts: Fact[]) => found('2011-06-01', id, [late, reviewed('d', 'limited'), body(more), ...facts]).length;
    expect(gap({})).toBe(0);
    expect(gap({ powers: ['assess'] })).toBe(1);
    expect(gap({ over: [north] })).toBe(1);
    expect(gap({}, factOf('bodyAbolished', { body: 'body:b' }, { on: '2011-01-01' }))).toBe(1);
  });
});

describe('distortedImplementation', () => {
  const id = 'distortedImplementation';
  test('an assessor finds it; one who is silent about it clears nobody', () => {
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'limited', { substitution: 'substituted' })])).toMatchObject([
      { severity: 0.8 },
    ]);
    expect(found('2011-01-01', id, [duty('d'), reviewed('d', 'limited', { substitution: 'diluted' })])).toMatchObject([{ severity: 0.6 }]);
    expect(verdict('2011-01-01', id, [duty('d'), reviewed('d', 'limited')])).toBe('undetermined');
  });
  test('a source that says so clears, one that speaks of something else does not', () => {
    const says = (dilemma: DilemmaId) =>
      factOf('judgementRecorded', { dilemma, subjects: parties, holds: false, text: titled('j') }, { on: '2010-08-01' });
    expect(verdict('2011-01-01', id, [duty('d'), reviewed('d', 'limited'), says(id)])).toBe('absent');
    expect(verdict('2011-01-01', id, [duty('d'), reviewed('d', 'limited'), says('fragmentation')])).toBe('undetermined');
  });
});

describe('sourced judgements', () => {
  const judged = (holds: boolean, subjects: string[], on: string) =>
    factOf('judgementRecorded', { dilemma: 'fragmentation', subjects, holds, text: titled('j') }, { on });
  test('the last about the same subjects counts, in whatever order they are named', () => {
    const keys = (...facts: Fact[]) => found('2012-01-01', 'fragmentation', facts).map(({ key }) => key);
    expect(keys(judged(true, [north, ashby], '2010-01-01'))).toEqual([`fragmentation:judged:${north}+${ashby}`]);
    expect(keys(judged(false, [north], '2010-01-01'))).toEqual([]);
    expect(keys(judged(true, [north, ashby], '2010-01-01'), judged(false, [ashby, north], '2011-01-01'))).toEqual([]);
    expect(keys(judged(false, [north, ashby], '2010-01-01'), judged(true, [ashby, north], '2011-01-01'))).toHaveLength(1);
    expect(keys(judged(true, [north], '2010-01-01'), judged(false, [ashby], '2011-01-01'))).toHaveLength(1);
  });
});
