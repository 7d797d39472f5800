/** The rules about the superior, the grounds and the ends of instruments, one condition at a time. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../events/catalogue.ts';
import { deadlineOf, factOf, type FactOptions, type PayloadInput, titled } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';
import { diagnose } from './diagnose.ts';
import { eligibleTier } from './grounds.ts';
import { endOf } from './instruments.ts';

const [north, ashby] = ['610100', '610400'] as const;
const parties = [north, ashby];
const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });

function diagnosed(asOf: string, facts: readonly Fact[], overrides: Record<string, number> = {}) {
  const situation = situationOn(asOf, [opened, ...facts], overrides);
  const diagnosis = diagnose(situation);
  return { situation, ...diagnosis, eligible: eligibleTier(situation, diagnosis.grounds) as string | undefined };
}
function found(asOf: string, id: DilemmaId, facts: readonly Fact[], overrides: Record<string, number> = {}) {
  return diagnosed(asOf, facts, overrides).findings.filter((finding) => finding.id === id);
}
function verdict(asOf: string, id: DilemmaId, facts: readonly Fact[]) {
  return diagnosed(asOf, facts).verdicts.find((own) => own.id === id)?.verdict;
}
const duty = (id: string, extra: Partial<PayloadInput<'obligationDrafted'>> = {}) =>
  factOf(
    'obligationDrafted',
    { obligation: id, title: titled(id), origin: 'agreed', liable: [north], acceptedBy: [north], ...extra },
    { on: '2010-01-01', origin: 'archive' },
  );
const apply = (name: string, on: string, extra: Partial<PayloadInput<'instrumentApplied'>> = {}) =>
  factOf(
    'instrumentApplied',
    {
      instrument: name,
      title: titled(name),
      channel: 'policyDocument',
      strength: 4,
      tier: '610000',
      by: '610000',
      targets: parties,
      direct: true,
      binding: false,
      ...extra,
    },
    { on, initiative: 'superior' },
  );
const withdraw = (name: string, on: string) => factOf('instrumentWithdrawn', { instrument: name }, { on });
const meeting = (on: string, options: FactOptions = {}) =>
  factOf('meetingHeld', { title: titled('m'), topics: ['t'], attendees: [] }, { on, ...options });
// One agency, a year: past due with grace on 2011-01-31, 180 days old on 2011-07-30, a year late on 2011-12-31.
const road = duty('road', { deadline: deadlineOf('2010-12-31') });

describe('end of an instrument', () => {
  const endAt = (asOf: string, ...facts: Fact[]) => {
    const { situation } = diagnosed(asOf, facts);
    const [instrument] = situation.state.instruments.values();
    return instrument === undefined ? undefined : endOf(situation, instrument);
  };
  test('its own last day, once that has come; before it, nothing', () => {
    const planned = apply('i', '2011-01-01', { until: '2012-06-30' });
    expect(endAt('2012-06-29', planned)).toBeNull();
    expect(endAt('2012-06-30', planned)).toBe('2012-06-30');
  });
  test('the earlier of its own last day and its withdrawal', () => {
    const planned = apply('i', '2011-01-01', { until: '2012-06-30' });
    expect(endAt('2013-01-01', planned, withdraw('i', '2012-03-01'))).toBe('2012-03-01');
    expect(endAt('2013-01-01', planned, withdraw('i', '2012-09-01'))).toBe('2012-06-30');
    expect(endAt('2012-05-01', planned, withdraw('i', '2012-03-01'))).toBe('2012-03-01');
  });
});

describe('grounds', () => {
  const necessarySince = (asOf: string, ...facts: Fact[]) => diagnosed(asOf, facts).grounds.necessarySince;
  const conflict = factOf('conflictRaised', { conflict: 'c', title: titled('c'), parties }, { on: '2009-06-01' });
  test('of several dilemmas the first to have lasted counts', () => {
    const second = duty('bridge', { deadline: deadlineOf('2011-06-30') });
    expect(necessarySince('2012-06-01', conflict, road)).toBe('2011-07-30');
    expect(necessarySince('2012-06-01', conflict, road, second)).toBe('2011-07-30');
  });
  test('of several triggers the first counts', () => {
    expect(necessarySince('2012-06-01', road)).toBe('2011-12-31');
    const later = factOf('conflictRaised', { conflict: 'c', title: titled('c'), parties }, { on: '2011-12-01' });
    expect(necessarySince('2012-06-01', road, later)).toBe('2011-12-31');
  });
  test('a request is a remedy of the parties only if a party made it, and while it is not taken up', () => {
    const request = (by: string) => factOf('interventionProposed', { intervention: 'v', tier: '610000', by }, { on: '2011-01-01' });
    expect(necessarySince('2011-08-01', road, request(north))).toBe('2011-07-30');
    expect(necessarySince('2011-08-01', road, request('620100'))).toBeUndefined();
    const taken = factOf(
      'interventionOpened',
      { intervention: 'v', tier: '610000', title: titled('v'), grounds: [] },
      { on: '2011-02-01' },
    );
    expect(necessarySince('2011-08-01', road, request(north), taken)).toBeUndefined();
  });
  test('a contest of a duty that never took effect is a remedy; one that was accepted after all is not', () => {
    const drafted = duty('d', { acceptedBy: [] });
    const contested = factOf('obligationContested', { obligation: 'd', by: north, reason: titled('r') }, { on: '2011-01-01' });
    const accepted = factOf('obligationAccepted', { obligation: 'd', by: north }, { on: '2011-02-01' });
    expect(necessarySince('2011-08-01', road, drafted, contested)).toBe('2011-07-30');
    expect(necessarySince('2011-08-01', road, drafted, contested, accepted)).toBeUndefined();
  });
  test('a dilemma of unknown date is real, but shows no duration', () => {
    const judged = factOf(
      'judgementRecorded',
      { dilemma: 'fragmentation', subjects: [north], holds: true, text: titled('j') },
      { occurred: { first: '2001-01-01', last: '2012-01-01', precision: 'unknown' } },
    );
    const { grounds } = diagnosed('2012-06-01', [conflict, judged]);
    expect(grounds.dilemmas).toEqual([]);
    expect(grounds.young).toHaveLength(1);
    expect(grounds.necessarySince).toBeUndefined();
  });
});

describe('the next tier', () => {
  const tier = (asOf: string, ...facts: Fact[]) => diagnosed(asOf, [road, ...facts]).eligible;
  const binding = (extra: Partial<PayloadInput<'instrumentApplied'>> = {}) => apply('b', '2012-02-01', { binding: true, ...extra });
  test('365 days after a direct binding instrument, or at the sunset if that is earlier', () => {
    expect(tier('2013-01-30', binding())).toBe('610000');
    expect(tier('2013-01-31', binding())).toBe('000000');
    const until = (sunset: string) =>
      factOf('interventionOpened', { intervention: 'v', tier: '610000', title: titled('v'), grounds: [], sunset }, { on: '2012-02-01' });
    expect(tier('2012-06-29', until('2012-06-30'), binding({ intervention: 'v' }))).toBe('610000');
    expect(tier('2012-06-30', until('2012-06-30'), binding({ intervention: 'v' }))).toBe('000000');
    expect(tier('2013-01-31', until('2013-12-31'), binding({ intervention: 'v' }))).toBe('000000');
  });
  test('not by guidance, nor by what another tier applied, nor where nothing lasts', () => {
    expect(tier('2015-01-01', binding({ direct: false }))).toBe('610000');
    expect(tier('2015-01-01', binding({ binding: false }))).toBe('610000');
    expect(tier('2015-01-01', binding({ tier: '000000' }))).toBe('610000');
    expect(tier('2015-01-01', binding(), factOf('obligationFulfilled', { obligation: 'road' }, { on: '2012-06-01' }))).toBe('610000');
  });
  test('a request that was declined or taken up was answered', () => {
    const request = factOf('interventionProposed', { intervention: 'v', tier: '610000', by: north }, { on: '2012-02-01' });
    const declined = factOf('interventionDeclined', { intervention: 'v', tier: '610000', reason: titled('r') }, { on: '2012-03-01' });
    const taken = factOf(
      'interventionOpened',
      { intervention: 'v', tier: '610000', title: titled('v'), grounds: [] },
      { on: '2012-03-01' },
    );
    expect(tier('2012-06-01', request)).toBe('000000');
    expect(tier('2012-06-01', request, declined)).toBe('610000');
    expect(tier('2012-06-01', request, taken)).toBe('610000');
  });
});

describe('underIntervention', () => {
  const id = 'underIntervention';
  const binding = (extra: Partial<PayloadInput<'instrumentApplied'>> = {}) => apply('b', '2012-05-31', { binding: true, ...extra });
  test('a binding instrument that has ended, or is no superior’s, does not count', () => {
    expect(found('2013-06-01', id, [road, binding()])).toEqual([]);
    expect(found('2013-06-01', id, [road, binding(), withdraw('b', '2013-01-01')])).toHaveLength(1);
    expect(found('2013-06-01', id, [road, binding({ until: '2013-06-02' })])).toEqual([]);
    expect(found('2013-06-01', id, [road, binding({ until: '2013-06-01' })])).toHaveLength(1);
    expect(found('2013-06-01', id, [road, binding({ tier: '620000' })])).toHaveLength(1);
    expect(found('2013-06-01', id, [road, binding({ direct: false })])).toHaveLength(1);
  });
  test('where it does not hold, the verdict tells a binding instrument from a need that is young', () => {
    const verdictOf = (asOf: string, ...facts: Fact[]) => diagnosed(asOf, [road, ...facts]).verdicts.find((own) => own.id === id);
    const applied = binding();
    expect(verdictOf('2013-06-01', applied)).toMatchObject({ verdict: 'absent', evidence: [applied.id] });
    expect(verdictOf('2013-06-01', applied)?.explanation.en).toBe('The superior applies instruments that bind.');
    // Necessary since 31 December 2011, the threshold is a year.
    expect(verdictOf('2012-12-29')).toMatchObject({ verdict: 'absent', evidence: [] });
    expect(verdictOf('2012-12-29')?.explanation.en).toContain('less than the threshold');
  });
});

describe('overIntervention', () => {
  const id = 'overIntervention';
  test('performing a party’s duty, while it lasts', () => {
    const taking = apply('i', '2011-01-01', { substitution: true, strength: 2 });
    expect(found('2012-01-01', id, [taking])).toMatchObject([{ since: '2011-01-01', status: 'active' }]);
    expect(found('2012-01-01', id, [taking, withdraw('i', '2011-06-01')])).toEqual([]);
    expect(found('2012-01-01', id, [apply('i', '2011-01-01', { strength: 2 })])).toEqual([]);
  });
  // Verified on 2010-08-01, 90 days later is 2010-10-30.
  describe('aims that the record shows as reached', () => {
    const verified = [
      duty('d'),
      factOf('obligationFulfilled', { obligation: 'd' }, { on: '2010-06-01' }),
      factOf('obligationClosedOut', { obligation: 'd' }, { on: '2010-08-01' }),
    ];
    const at = (asOf: string, extra: Partial<PayloadInput<'instrumentApplied'>> = {}, ...facts: Fact[]) =>
      found(asOf, id, [...verified, apply('i', '2010-01-01', extra), ...facts]);
    test('are a risk after 90 days; duties of the day on which it began are aims', () => {
      expect(at('2010-10-29')).toEqual([]);
      expect(at('2010-10-30')).toMatchObject([{ status: 'risk', since: '2010-10-30', subjects: ['610000', 'i'] }]);
    });
    test('are none of a weak instrument, of one with terms of exit, or of one that ended', () => {
      expect(at('2011-01-01', { strength: 3 })).toEqual([]);
      expect(at('2011-01-01', { intervention: 'v' })).toEqual([]);
      expect(at('2011-01-01', {}, withdraw('i', '2010-12-01'))).toEqual([]);
    });
    test('are those that it names, if it names any', () => {
      expect(at('2011-01-01', {}, duty('e'))).toEqual([]);
      expect(at('2011-01-01', { obligations: ['d'] }, duty('e'))).toHaveLength(1);
      expect(at('2011-01-01', { obligations: ['e'] }, duty('e'))).toEqual([]);
    });
  });
});

describe('interventionDependence', () => {
  const id = 'interventionDependence';
  const strong = apply('i', '2008-01-01');
  const self = (...days: string[]) => days.map((on) => meeting(on));
  const pushed = (...days: string[]) => days.map((on) => meeting(on, { initiative: 'superior' }));
  const before = self('2010-06-01', '2010-09-01', '2011-03-01', '2012-01-01');
  test('the self-initiated share after the exit against the share before it', () => {
    const exit = [strong, withdraw('i', '2012-01-01')];
    // All of 4 before; 1 of 2, and 3 of 4, after it.
    const half = [...self('2012-02-01', '2012-04-01'), ...pushed('2012-03-01', '2012-05-01')];
    expect(found('2013-01-01', id, [...exit, ...before, ...half])).toMatchObject([{ status: 'active', severity: 0.5 }]);
    const more = [...self('2012-02-01', '2012-03-01', '2012-04-01'), ...pushed('2012-05-01')];
    expect(found('2013-01-01', id, [...exit, ...before, ...more])).toEqual([]);
    expect(verdict('2013-01-01', id, [...exit, ...before, ...more])).toBe('absent');
  });
  test('a fall by just the bound is one', () => {
    const facts = [
      strong,
      withdraw('i', '2012-01-01'),
      ...before,
      ...self('2012-02-01', '2012-04-01'),
      ...pushed('2012-03-01', '2012-05-01'),
    ];
    expect(found('2013-01-01', id, facts, { 'interventionDependence.dropShareMin': 0.5 })).toHaveLength(1);
    expect(found('2013-01-01', id, facts, { 'interventionDependence.dropShareMin': 0.51 })).toEqual([]);
  });
  test('a strong instrument that another replaced, or that was weak, was no exit', () => {
    const after = pushed('2012-02-01', '2012-03-01', '2012-05-01');
    expect(found('2013-01-01', id, [strong, withdraw('i', '2012-01-01'), ...before, ...after])).toHaveLength(1);
    const weaker = apply('j', '2012-01-01', { strength: 2, replaces: 'i' });
    expect(verdict('2013-01-01', id, [strong, weaker, ...before, ...after])).toBe('absent');
    const mild = [apply('i', '2008-01-01', { strength: 3 }), withdraw('i', '2012-01-01')];
    expect(verdict('2013-01-01', id, [...mild, ...before, ...after])).toBe('absent');
  });
  test('before the exit a risk, where under half of at least three acts are their own', () => {
    const own = self('2011-02-01', '2011-03-01');
    expect(found('2012-01-01', id, [strong, ...own, ...pushed('2011-04-01', '2011-05-01')])).toEqual([]);
    expect(found('2012-01-01', id, [strong, ...own, ...pushed('2011-04-01', '2011-05-01', '2011-06-01')])).toMatchObject([
      { status: 'risk' },
    ]);
    expect(found('2012-01-01', id, [strong, ...pushed('2011-04-01', '2011-05-01')])).toEqual([]);
    const bound = { 'interventionDependence.riskShareMax': 0.6 };
    expect(found('2012-01-01', id, [strong, ...own, ...pushed('2011-04-01', '2011-05-01')], bound)).toMatchObject([{ status: 'risk' }]);
    expect(found('2013-07-01', id, [strong, ...own, ...pushed('2011-04-01', '2011-05-01', '2011-06-01')])).toEqual([]);
  });
});
