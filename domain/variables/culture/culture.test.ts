import { describe, expect, it } from 'vitest';
import { deadlineOf, factOf, type FactOptions, titled } from '../../testing/facts.ts';
import { situationOn } from '../../testing/situations.ts';
import { concordance } from './concordance.ts';
import { evennessOfVoice } from './evennessOfVoice.ts';
import { interactionIntensity } from './interactionIntensity.ts';
import { jointDocuments } from './jointDocuments.ts';
import { leaderContinuity } from './leaderContinuity.ts';
import { trust } from './trust.ts';

const north = '610100';
const ashby = '610400';
const harrow = '610300';
const opened = (...parties: string[]) => factOf('caseOpened', { title: titled('case'), parties }, { on: '2010-01-01' });
const two = opened(north, ashby);
const duty = (obligation: string, liable: string[], dueOn?: string, options: FactOptions = {}) =>
  factOf(
    'obligationDrafted',
    { obligation, title: titled(obligation), origin: 'agreed', liable, acceptedBy: liable, ...(dueOn && { deadline: deadlineOf(dueOn) }) },
    { on: '2010-01-02', ...options },
  );
const fulfilled = (obligation: string, on: string) => factOf('obligationFulfilled', { obligation }, { on });
const meeting = (on: string, options: FactOptions = {}) =>
  factOf('meetingHeld', { title: titled('meeting'), topics: ['t'], attendees: [{ actor: north }, { actor: ashby }] }, { on, ...options });
const position = (party: string, stand: string, on: string, topic = 't') =>
  factOf('positionStated', { topic, party, position: stand }, { on });

describe('C1 trust', () => {
  it('is unknown without any outcome', () => {
    expect(trust(situationOn('2012-01-01', [two, duty('d', [north], '2013-01-01')])).value).toBeNull();
  });

  it('gives two thirds for one duty met today, a third for one overdue', () => {
    // r = 1, s = 0: (1 + 1) ÷ (1 + 0 + 2) = 2/3. r = 0, s = 1: 1/3. Mean of the two parties = 1/2.
    const kept = [duty('kept', [north], '2012-06-01'), fulfilled('kept', '2012-01-01')];
    const owed = [duty('owed', [ashby], '2011-01-01')];
    expect(trust(situationOn('2012-01-01', [two, ...kept])).value).toBeCloseTo(2 / 3, 12);
    expect(trust(situationOn('2012-01-01', [two, ...owed])).value).toBeCloseTo(1 / 3, 12);
    const both = trust(situationOn('2012-01-01', [two, ...kept, ...owed]));
    expect(both.value).toBeCloseTo(1 / 2, 12);
    expect(both.explanation.zh).toContain('2项已有结果的义务中，按期办结或已核验1项，逾期补办0项，逾期未办或违约1项');
    expect(both.explanation.en).toContain(
      'Of 2 obligations with an outcome, 1 met in time or verified, 0 cured late, 1 overdue or violated',
    );
  });

  it('forgets what was kept, not a breach that stands', () => {
    // 1461 days = 4 years of 365.25: r = 0.8⁴ = 0.4096; E = 1.4096 ÷ 2.4096.
    const kept = [two, duty('kept', [north], '2012-06-01'), fulfilled('kept', '2012-01-01')];
    expect(trust(situationOn('2016-01-01', kept)).value).toBeCloseTo(1.4096 / 2.4096, 12);
    const broken = [two, duty('owed', [north], '2011-01-01')];
    expect(trust(situationOn('2016-01-01', broken)).value).toBeCloseTo(1 / 3, 12);
  });

  it('credits a late cure by half at most and lets trust never fall by curing', () => {
    // 73 days late: credit ½ · (1 − 73/365) = 0.4; r = 0.4, s = 0.6: E = 1.4 ÷ 3.
    const owed = [two, duty('d', [north], '2011-01-01')];
    const cured = [...owed, fulfilled('d', '2011-03-15')];
    expect(trust(situationOn('2011-03-15', cured)).value).toBeCloseTo(1.4 / 3, 12);
    const muchLater = [...owed, fulfilled('d', '2020-01-01')];
    expect(trust(situationOn('2020-01-01', muchLater)).value).toBeCloseTo(1 / 3, 12);
    expect(trust(situationOn('2021-01-01', muchLater)).value).toBeGreaterThan(1 / 3);
  });

  it('reads organs as their party and a joint duty as an occasion of each', () => {
    const done = fulfilled('d', '2012-01-01');
    const component = trust(situationOn('2012-01-01', [two, duty('d', ['610100/transport', ashby], '2012-06-01'), done]));
    expect(component.value).toBeCloseTo(2 / 3, 12);
    expect(component.explanation.en).toContain('Northford 0.67 and Ashby 0.67');
    expect(component.evidence).toEqual([done.id]);
  });

  it('counts a violation, and nothing for discharged or suspended duties or annulled overdue marks', () => {
    const violated = [two, duty('d', [north]), factOf('obligationViolated', { obligation: 'd', by: '610000' }, { on: '2011-05-01' })];
    expect(trust(situationOn('2012-01-01', violated)).value).toBeCloseTo(1 / 3, 12);
    for (const type of ['obligationDischarged', 'obligationSuspended'] as const) {
      const payload = type === 'obligationSuspended' ? { obligation: 'd', by: north } : { obligation: 'd' };
      const facts = [two, duty('d', [north], '2011-01-01'), factOf(type, payload as never, { on: '2010-06-01' })];
      expect(trust(situationOn('2012-01-01', facts)).value).toBeNull();
    }
    const annulled = [
      two,
      duty('d', [north], '2011-01-01'),
      factOf('overdueDecided', { obligation: 'd', upheld: false }, { on: '2011-06-01' }),
    ];
    expect(trust(situationOn('2012-01-01', annulled)).value).toBeNull();
  });

  it('does not guess when a fulfilment of unknown date came in time', () => {
    const undated = factOf(
      'obligationFulfilled',
      { obligation: 'd' },
      { occurred: { first: '2010-06-01', last: '2020-01-01', precision: 'unknown' } },
    );
    expect(trust(situationOn('2012-01-01', [two, duty('d', [north], '2011-01-01'), undated])).value).toBeNull();
  });
});

describe('C2 interactionIntensity', () => {
  it('counts days with self-initiated acts in the window, per year over the full rate', () => {
    // 24 months, full = 4 a year: 4 days = 2 a year = 0.5. A superior's meeting and one before the window do not count.
    const facts = [
      two,
      meeting('2012-03-01'),
      meeting('2012-03-01'),
      meeting('2012-09-01'),
      meeting('2013-03-01'),
      meeting('2013-09-01'),
      meeting('2013-10-01', { initiative: 'superior' }),
      meeting('2011-12-31'),
    ];
    const component = interactionIntensity(situationOn('2013-12-31', facts));
    expect(component.value).toBeCloseTo(0.5, 12);
    expect(component.evidence).toHaveLength(5);
    expect(component.explanation.en).toContain('on 4 days: 2 a year, where 4 count as full');
  });

  it('is capped at 1 and follows its parameters', () => {
    const facts = [two, meeting('2013-01-01'), meeting('2013-06-01')];
    expect(
      interactionIntensity(situationOn('2013-12-31', facts, { 'culture.windowMonths': 12, 'culture.meetingsPerYearFull': 1 })).value,
    ).toBe(1);
    expect(interactionIntensity(situationOn('2013-12-31', facts, { 'culture.windowMonths': 12 })).value).toBeCloseTo(0.5, 12);
  });

  it('reads silence as zero only in a case kept live throughout the window', () => {
    const acts = [two, meeting('2010-06-01')];
    expect(interactionIntensity(situationOn('2016-01-01', [two])).value).toBeNull();
    expect(interactionIntensity(situationOn('2016-01-01', acts)).value).toBeNull();
    expect(
      interactionIntensity(situationOn('2016-01-01', [...acts, duty('d', [north], undefined, { origin: 'archive' })])).value,
    ).toBeNull();
    expect(interactionIntensity(situationOn('2016-01-01', [...acts, duty('d', [north])])).value).toBe(0);
    // Kept live only since 2015, within the window that began on 2014-01-01.
    const recent = duty('d', [north], undefined, { on: '2015-01-01', initiative: 'superior' });
    expect(interactionIntensity(situationOn('2016-01-01', [...acts, recent])).value).toBeNull();
  });

  it('does not take an own standard for an interaction', () => {
    const rule = (scope: string[]) =>
      factOf('ruleAdopted', { rule: 'r', title: titled('r'), subject: 'standard', by: [north], scope }, { on: '2013-06-01' });
    expect(interactionIntensity(situationOn('2013-12-31', [two, rule([north])])).value).toBeNull();
    expect(interactionIntensity(situationOn('2013-12-31', [two, rule([north, ashby])])).value).toBeCloseTo(0.125, 12);
  });
});

describe('C3 concordance', () => {
  it('is the share of pairs with the same latest position', () => {
    // Three parties, for/for/against: 1 of 3 pairs. The first position of Harrow was overtaken.
    const facts = [
      opened(north, ashby, harrow),
      position(harrow, 'for', '2010-02-01'),
      position(north, 'for', '2010-03-01'),
      position(ashby, 'for', '2010-03-02'),
      position(harrow, 'against', '2010-03-03'),
    ];
    expect(concordance(situationOn('2011-01-01', facts)).value).toBeCloseTo(1 / 3, 12);
  });

  it('takes the consensus of all, unless a position was stated after it', () => {
    const agreed = factOf('consensusRecorded', { topic: 't', parties: [north, ashby] }, { on: '2010-05-01' });
    const facts = [two, position(north, 'for', '2010-02-01'), position(ashby, 'against', '2010-02-02'), agreed];
    expect(concordance(situationOn('2011-01-01', facts)).value).toBe(1);
    expect(concordance(situationOn('2011-01-01', [...facts, position(ashby, 'against', '2010-06-01')])).value).toBe(0);
    // On the day of the consensus itself nobody can say which came first: the consensus stands.
    expect(concordance(situationOn('2011-01-01', [...facts, position(ashby, 'against', '2010-05-01')])).value).toBe(1);
    const partial = factOf('consensusRecorded', { topic: 'u', parties: [north] }, { on: '2010-05-01' });
    expect(concordance(situationOn('2011-01-01', [two, partial])).value).toBeNull();
  });

  it('is lowered by open conflicts until they are resolved', () => {
    const agreed = factOf('consensusRecorded', { topic: 't', parties: [north, ashby] }, { on: '2010-05-01' });
    const raised = factOf('conflictRaised', { conflict: 'c', title: titled('c'), parties: [north, ashby] }, { on: '2010-06-01' });
    const resolved = factOf('conflictResolved', { conflict: 'c' }, { on: '2010-07-01' });
    // Topic 1, conflict of both parties 1 − 1/1 = 0: mean ½.
    expect(concordance(situationOn('2011-01-01', [two, agreed, raised])).value).toBeCloseTo(1 / 2, 12);
    expect(concordance(situationOn('2011-01-01', [two, agreed, raised, resolved])).value).toBe(1);
    expect(concordance(situationOn('2011-01-01', [two, raised])).value).toBe(0);
  });

  it('leaves out withdrawn topics', () => {
    const facts = [
      two,
      position(north, 'for', '2010-02-01'),
      position(ashby, 'against', '2010-02-02'),
      factOf('topicWithdrawn', { topic: 't' }, { on: '2010-03-01' }),
    ];
    expect(concordance(situationOn('2011-01-01', facts)).value).toBeNull();
  });
});

describe('C4 jointDocuments', () => {
  const document = (on: string, issuers = [north, '610400/transport']) =>
    factOf('jointDocumentIssued', { title: titled('d'), issuers }, { on });
  it('is documents of two parties a year over the full rate', () => {
    // 1 in 24 months = 0.5 a year, full = 1. A document of one party and the superior is not joint.
    const facts = [two, document('2013-06-01'), document('2013-07-01', [north, '610000'])];
    expect(jointDocuments(situationOn('2014-01-01', facts)).value).toBeCloseTo(0.5, 12);
  });
  it('is unknown where the window is silent and the case was not kept live', () => {
    expect(jointDocuments(situationOn('2014-01-01', [two, document('2010-06-01')])).value).toBeNull();
    expect(jointDocuments(situationOn('2014-01-01', [two, duty('d', [north])])).value).toBe(0);
  });
});

describe('C5 leaderContinuity', () => {
  const change = (actor: string, on: string) => factOf('leaderChanged', { actor, post: titled('mayor') }, { on });
  it('is the share of parties without a change in the last 180 days', () => {
    const facts = [two, change(north, '2013-11-01')];
    expect(leaderContinuity(situationOn('2014-01-01', facts)).value).toBe(0.5);
    // 2013-11-01 + 180 days = 2014-04-30: from then on the change is no longer recent.
    expect(leaderContinuity(situationOn('2014-04-29', facts)).value).toBe(0.5);
    expect(leaderContinuity(situationOn('2014-04-30', facts)).value).toBe(1);
  });
  it('is unknown if no change of a party was ever recorded', () => {
    expect(leaderContinuity(situationOn('2014-01-01', [two, change('610300', '2013-11-01')])).value).toBeNull();
  });
});

describe('C6 evennessOfVoice', () => {
  const said = (party: string, n: number) => Array.from({ length: n }, (_, i) => position(party, `p${i}`, '2010-03-01'));
  it('is Pielou J over the parties', () => {
    // Shares 0.9 and 0.1: H = −0.9 ln 0.9 − 0.1 ln 0.1 = 0.325083; ÷ ln 2 = 0.468996.
    expect(evennessOfVoice(situationOn('2011-01-01', [two, ...said(north, 9), ...said(ashby, 1)])).value).toBeCloseTo(0.468996, 6);
    expect(evennessOfVoice(situationOn('2011-01-01', [two, ...said(north, 5), ...said(ashby, 5)])).value).toBeCloseTo(1, 12);
    expect(evennessOfVoice(situationOn('2011-01-01', [two, ...said(north, 10)])).value).toBe(0);
  });
  it('is unknown below ten positions', () => {
    expect(evennessOfVoice(situationOn('2011-01-01', [two, ...said(north, 9)])).value).toBeNull();
  });
});
