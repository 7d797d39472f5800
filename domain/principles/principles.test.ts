/** The three principles at their thresholds: first refused, then admitted, and the next tier only after the nearer one. */
import { describe, expect, test } from 'vitest';
import { advise } from '../advice/advise.ts';
import { diagnose } from '../dilemmas/diagnose.ts';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, titled } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import { answerFor, judgePrinciples } from './principles.ts';

const parties = ['610100', '610400'];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });
const road = factOf(
  'obligationDrafted',
  { obligation: 'd', title: titled('d'), origin: 'agreed', liable: parties, acceptedBy: parties, deadline: deadlineOf('2010-12-31') },
  { on: '2010-01-01', origin: 'archive' },
);

function judged(asOf: string, facts: readonly Fact[], overrides: Record<string, number> = {}) {
  const situation = situationOn(asOf, [opened, road, ...facts], overrides);
  const diagnosis = diagnose(situation);
  const principles = judgePrinciples(situation, diagnosis);
  return { situation, diagnosis, principles, may: Object.fromEntries(principles.superiors.map(({ tier, may }) => [tier, may])) };
}
function applied(tier: string, on: string, binding: boolean, extra: Record<string, unknown> = {}) {
  return factOf(
    'instrumentApplied',
    {
      instrument: `${tier}-${on}`,
      title: titled('i'),
      channel: binding ? 'assessment' : 'organisation',
      strength: 3,
      tier,
      by: tier,
      targets: parties,
      direct: true,
      binding,
      ...extra,
    } as never,
    { on, initiative: 'superior' },
  );
}

describe('necessity', () => {
  // 365 days past 2010-12-31 is 2011-12-31; the dilemma is 180 days old since 2011-07-30.
  test('by time-out, on the day', () => {
    expect(judged('2011-12-30', []).principles.necessity.holds).toBe(false);
    expect(judged('2011-12-31', []).principles.necessity).toMatchObject({ holds: true, since: '2011-12-31' });
  });
  test('an agreed new date takes it away', () => {
    const extension = factOf('extensionGranted', { obligation: 'd', newDueOn: '2013-12-31' }, { on: '2010-12-01' });
    expect(judged('2012-06-01', [extension]).principles.necessity.holds).toBe(false);
  });
  test('by a conflict unresolved for 90 days, once the dilemma has lasted', () => {
    const conflict = factOf('conflictRaised', { conflict: 'c', title: titled('c'), parties }, { on: '2011-06-01' });
    expect(judged('2011-08-29', [conflict]).principles.necessity.holds).toBe(false);
    expect(judged('2011-08-30', [conflict]).principles.necessity).toMatchObject({ holds: true, since: '2011-08-30' });
    const resolved = factOf('conflictResolved', { conflict: 'c' }, { on: '2011-07-01' });
    expect(judged('2011-08-30', [conflict, resolved]).principles.necessity.holds).toBe(false);
  });
  test('a binding instrument of the first day of necessity was not early, one of the day before was', () => {
    const early = (on: string) =>
      judged('2012-06-01', [applied('610000', on, true)]).principles.necessity.reasons.some(({ id }) => id === 'appliedBefore');
    expect(early('2011-12-31')).toBe(false);
    expect(early('2011-12-30')).toBe(true);
  });
  test('it ends after two readings that meet the criteria', () => {
    const open = factOf('interventionOpened', { intervention: 'v', tier: '610000', title: titled('v'), grounds: [] }, { on: '2012-01-31' });
    const met = (on: string) => factOf('exitCriteriaRead', { intervention: 'v', met: true, by: '610000' }, { on });
    expect(judged('2012-06-01', [open, met('2012-05-01')]).principles.necessity.holds).toBe(true);
    expect(judged('2012-06-01', [open, met('2012-04-01'), met('2012-05-01')]).principles.necessity.holds).toBe(false);
  });
  test('once closed nobody is told to prepare the exit, and what comes up after the exit counts anew', () => {
    const open = factOf('interventionOpened', { intervention: 'v', tier: '610000', title: titled('v'), grounds: [] }, { on: '2012-01-31' });
    const met = (on: string) => factOf('exitCriteriaRead', { intervention: 'v', met: true, by: '610000' }, { on });
    const closed = factOf('interventionClosed', { intervention: 'v' }, { on: '2012-05-02' });
    const read = [open, met('2012-04-01'), met('2012-05-01')];
    const ids = (asOf: string, facts: readonly Fact[]) => judged(asOf, facts).principles.necessity.reasons.map(({ id }) => id);
    expect(ids('2012-06-01', read)).toContain('ended');
    // The duty is as late as before: what stood at the exit is not a new ground.
    expect(judged('2012-06-01', [...read, closed]).principles.necessity.holds).toBe(false);
    expect(ids('2012-06-01', [...read, closed])).toContain('exited');
    expect(ids('2012-06-01', [...read, closed])).not.toContain('ended');
    // The road is built late; another duty, due after the exit, is missed by a year: 2014-12-31 and 365 days.
    const built = factOf('obligationFulfilled', { obligation: 'd', by: '610000' } as never, { on: '2012-07-01' });
    const later = factOf(
      'obligationDrafted',
      { obligation: 'e', title: titled('e'), origin: 'agreed', liable: parties, acceptedBy: parties, deadline: deadlineOf('2014-12-31') },
      { on: '2013-01-01', origin: 'archive' },
    );
    expect(judged('2015-12-30', [...read, closed, built, later]).principles.necessity.holds).toBe(false);
    expect(judged('2015-12-31', [...read, closed, built, later]).principles.necessity).toMatchObject({ holds: true, since: '2015-12-31' });
    // What comes up on the day of the exit stood at the exit; what came up the day after it is new.
    const closedOn = (on: string) => factOf('interventionClosed', { intervention: 'v' }, { on });
    expect(judged('2016-01-10', [...read, built, later, closedOn('2015-12-31')]).principles.necessity.holds).toBe(false);
    expect(judged('2016-01-10', [...read, built, later, closedOn('2015-12-30')]).principles.necessity.holds).toBe(true);
  });
});

describe('stepwise', () => {
  test('the nearest superior may, the centre not yet', () => {
    expect(judged('2012-01-31', []).may).toEqual({ '610000': 'open', '000000': 'notYet' });
    expect(judged('2011-06-30', []).may).toEqual({ '610000': 'no', '000000': 'notYet' });
  });
  test('a superior already intervening may add instruments', () => {
    expect(judged('2012-01-31', [applied('610000', '2011-05-31', false)]).may['610000']).toBe('addInstruments');
  });
  test('only what is open adds to it, and only while necessity holds', () => {
    const ended = factOf('instrumentWithdrawn', { instrument: '610000-2011-05-31' }, { on: '2011-12-01' });
    expect(judged('2012-01-31', [applied('610000', '2011-05-31', false), ended]).may['610000']).toBe('open');
    expect(judged('2011-06-30', [applied('610000', '2011-05-31', false)]).may['610000']).toBe('no');
  });
  test('it is broken by who acts out of turn, not by a turn that has not come', () => {
    expect(judged('2012-01-31', []).principles.stepwise.holds).toBe(true);
    const out = judged('2012-01-31', [applied('000000', '2012-01-01', false)]).principles.stepwise;
    expect(out.holds).toBe(false);
    expect(out.reasons.map(({ id }) => id)).toContain('outOfTurn:000000');
    expect(
      judged('2013-01-31', [applied('610000', '2012-01-01', true), applied('000000', '2013-01-05', false)]).principles.stepwise.holds,
    ).toBe(true);
  });
  test('the centre after a binding instrument of the province and 365 days of persisting grounds', () => {
    const binding = applied('610000', '2012-02-01', true);
    expect(judged('2013-01-30', [binding]).may['000000']).toBe('notYet');
    expect(judged('2013-01-31', [binding]).may['000000']).toBe('open');
    expect(judged('2013-01-31', [binding]).principles.eligible).toBe('000000');
  });
  test('a non-binding instrument of the province never opens the way', () => {
    expect(judged('2020-01-31', [applied('610000', '2012-02-01', false)]).may['000000']).toBe('notYet');
  });
  test('a request unanswered for 60 days, or a recusal, opens the way', () => {
    const request = factOf('interventionProposed', { intervention: 'v', tier: '610000', by: '610100' }, { on: '2012-02-01' });
    expect(judged('2012-03-31', [request]).may['000000']).toBe('notYet');
    expect(judged('2012-04-01', [request]).may['000000']).toBe('open');
    const recusal = factOf('recusalDeclared', { tier: '610000', reason: titled('r') }, { on: '2012-02-01' });
    expect(judged('2012-02-01', [recusal]).may['000000']).toBe('open');
  });
  test('who is no superior of all parties is told so, and why', () => {
    const { situation, principles } = judged('2012-01-31', []);
    const answer = (code: string) => answerFor(situation, principles, code as never);
    expect(answer('620000')).toMatchObject({ may: 'no', reasons: [{ id: 'notSuperior' }] });
    expect(answer('610100')).toMatchObject({ may: 'no', reasons: [{ id: 'isParty' }] });
    expect(answer('999999')).toMatchObject({ may: 'no', reasons: [{ id: 'unknownGovernment' }] });
    expect(answer('610000').may).toBe('open');
  });
  test('a case across two provinces has the centre as its nearest superior', () => {
    const two = factOf('partyJoined', { party: '620100' }, { on: '2001-01-01' });
    expect(judged('2012-01-31', [two]).principles.superiors.map(({ tier }) => tier)).toEqual(['000000']);
  });
});

describe('per instrument', () => {
  test('what binds waits for necessity; guidance does not; accountability needs an established breach', () => {
    const of = (asOf: string, facts: Fact[] = []) =>
      new Map(judged(asOf, facts).principles.superiors[0]?.instruments.map((own) => [own.instrument.id, own.may]));
    expect(of('2011-06-30').get('assessment')).toBe(false);
    expect(of('2011-06-30').get('discourse')).toBe(true);
    // Before the duty there are only plans of their own, which one plan for all has joined: nothing to guide.
    const plan = (scope: string[], on: string) =>
      factOf('ruleAdopted', { rule: on, title: titled(on), subject: 'plan', by: scope, scope, topics: ['t'] }, { on });
    const apart = [plan(['610100'], '2005-01-01'), plan(['610400'], '2005-02-01')];
    expect(of('2009-06-30', apart).get('discourse')).toBe(true);
    expect(of('2009-06-30', [...apart, plan(parties, '2005-03-01')]).get('discourse')).toBe(false);
    expect(of('2012-01-31').get('assessment')).toBe(true);
    expect(of('2012-01-31').get('accountability')).toBe(false);
    const breach = factOf('obligationViolated', { obligation: 'd', by: '610000' }, { on: '2012-01-01' });
    expect(of('2012-01-31', [breach]).get('accountability')).toBe(true);
  });
});

describe('self-help', () => {
  const terms = {
    exitCriteria: [{ text: titled('x'), indicator: 'pm25' }],
    sunset: '2014-01-30',
    handBack: { powers: ['coordinate'], receiver: '610100' },
  };
  const open = (extra: object) =>
    factOf('interventionOpened', { intervention: 'v', tier: '610000', title: titled('v'), grounds: [], ...extra } as never, {
      on: '2012-01-31',
    });
  const building = applied('610000', '2012-02-01', false, { capacityBuilding: true });
  test('holds with all its terms; each missing one breaks it', () => {
    const holds = (extra: object, facts: Fact[] = [building]) => judged('2012-06-01', [open(extra), ...facts]).principles.selfHelp.holds;
    expect(holds(terms)).toBe(true);
    expect(holds({ ...terms, exitCriteria: [{ text: titled('x') }] })).toBe(false);
    // 24 months after 2012-01-31.
    expect(holds({ ...terms, sunset: '2014-01-31' })).toBe(true);
    expect(holds({ ...terms, sunset: '2014-02-01' })).toBe(false);
    expect(holds({ ...terms, handBack: undefined })).toBe(false);
    expect(holds(terms, [applied('610000', '2012-02-01', false)])).toBe(false);
    expect(holds(terms, [building, applied('610000', '2012-03-01', false, { substitution: true })])).toBe(false);
  });
  test('for 24 months after the exit it is watched, whatever else holds', () => {
    const closed = factOf('interventionClosed', { intervention: 'v' }, { on: '2013-01-31' });
    const watched = (asOf: string) => {
      const { holds, reasons } = judged(asOf, [open(terms), building, closed]).principles.selfHelp;
      return { holds, watch: reasons.filter(({ id }) => id === 'watch').map(({ met }) => met) };
    };
    expect(watched('2013-01-30')).toEqual({ holds: true, watch: [] });
    expect(watched('2013-01-31')).toEqual({ holds: true, watch: [null] });
    expect(watched('2015-01-30')).toEqual({ holds: true, watch: [null] });
    expect(watched('2015-01-31')).toEqual({ holds: true, watch: [] });
  });
  test('an agreement of the parties after the first instrument is named while it stands', () => {
    const signed = (on: string, who: string[] = parties) =>
      factOf('agreementSigned', { agreement: 'a', title: titled('a'), parties: who, topics: [], framework: false }, { on });
    const named = (...facts: Fact[]) =>
      judged('2012-06-01', [building, ...facts]).principles.selfHelp.reasons.filter(({ id }) => id === 'ownAgreement').length;
    expect(named(signed('2012-03-01'))).toBe(1);
    expect(named(signed('2012-02-01'))).toBe(0);
    expect(named(signed('2012-03-01', ['610100', '620100']))).toBe(0);
    expect(named(signed('2012-03-01'), factOf('agreementTerminated', { agreement: 'a' }, { on: '2012-04-01' }))).toBe(0);
  });
  test('an archive without an intervention record is silent, not guilty', () => {
    expect(judged('2012-06-01', [building]).principles.selfHelp.holds).toBeNull();
  });
});

describe('advice', () => {
  const none = { culture: null, institution: null, action: null };
  test('least intrusive first, and only what the principles allow', () => {
    const { situation, diagnosis, principles } = judged('2012-01-31', []);
    const advice = advise(situation, diagnosis, principles, none);
    const steps = advice.map((own) => own.kind.intrusiveness);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(advice.map((own) => own.kind.id)).toEqual(expect.arrayContaining(['datesAndTargets', 'assessment', 'inspection']));
    expect(advice.every((own) => own.expectedEffect === 'notEstimated')).toBe(true);
    const early = judged('2011-06-30', []);
    expect(advise(early.situation, early.diagnosis, early.principles, none).filter((own) => own.kind.binding)).toEqual([]);
  });
  test('what the superior already does as strongly is not advised again; an estimate is passed on', () => {
    const { situation, diagnosis, principles } = judged('2012-06-01', [applied('610000', '2012-02-01', true)]);
    const advice = advise(situation, diagnosis, principles, none, (id) => (id === 'inspection' ? 0.25 : undefined));
    expect(advice.map((own) => own.kind.id)).not.toContain('assessment');
    expect(advice.find((own) => own.kind.id === 'inspection')?.expectedEffect).toBe(0.25);
  });
});
