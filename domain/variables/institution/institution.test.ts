import { describe, expect, it } from 'vitest';
import { deadlineOf, factOf, type PayloadInput, titled } from '../../testing/facts.ts';
import { situationOn } from '../../testing/situations.ts';
import { coordinatorAuthority } from './coordinatorAuthority.ts';
import { evenHandedness } from './evenHandedness.ts';
import { individualisationCoverage } from './individualisationCoverage.ts';
import { procedureAndCustom } from './procedureAndCustom.ts';
import { textQuality } from './textQuality.ts';
import { transactionCost } from './transactionCost.ts';

const north = '610100';
const ashby = '610400';
const opened = factOf('caseOpened', { title: titled('case'), parties: [north, ashby] }, { on: '2010-01-01' });
const asOf = '2014-01-01';

describe('I1 individualisationCoverage', () => {
  const duty = (obligation: string, liable: string[], more: Partial<PayloadInput<'obligationDrafted'>> = {}) =>
    factOf('obligationDrafted', { obligation, title: titled(obligation), origin: 'agreed', liable, ...more }, { on: '2010-02-01' });
  const full = { deadline: deadlineOf('2015-01-01'), measure: titled('opened to traffic') };

  it('is the weight of individual duties over all', () => {
    // Weights 3 (individual) and 1 (joint, no lead): 3/4. A discharged duty is no longer owed.
    const facts = [
      opened,
      duty('a', [north], { ...full, weight: 3 }),
      duty('b', [north, ashby], full),
      duty('c', [ashby]),
      factOf('obligationDischarged', { obligation: 'c' }, { on: '2011-01-01' }),
    ];
    const component = individualisationCoverage(situationOn(asOf, facts));
    expect(component.value).toBeCloseTo(3 / 4, 12);
    expect(component.explanation.zh).toBe('2项义务中1项已明确责任单位、期限和衡量标准，占权重的75%。');
    expect(component.explanation.en).toBe('1 of 2 obligations have a responsible agency, a deadline and a measure: 75% of the weight.');
  });

  it('is unknown without duties', () => {
    expect(individualisationCoverage(situationOn(asOf, [opened])).value).toBeNull();
  });

  it('counts a joint duty that duties of each party split up', () => {
    const yardstick = (subject: string) => ({
      yardstick: `y-${subject}`,
      indicator: 'pm25',
      subject,
      unit: 'µg/m³',
      target: { kind: 'level' as const, value: 60 },
      direction: 'atMost' as const,
      dueOn: '2015-01-01',
    });
    const split = [
      opened,
      duty('joint', [north, ashby], { topic: 't', yardsticks: [yardstick('610000')] }),
      ...[north, ashby].map((party) => duty(party, [party], { topic: 't', yardsticks: [yardstick(party)] })),
    ];
    expect(individualisationCoverage(situationOn(asOf, split)).value).toBe(1);
  });
});

describe('I2 textQuality', () => {
  const agreement = (id: string, more: Partial<PayloadInput<'agreementSigned'>>) =>
    factOf(
      'agreementSigned',
      { agreement: id, title: titled(id), parties: [north, ashby], topics: ['t'], framework: true, ...more },
      { on: '2011-01-01' },
    );
  const by = titled('a study');

  it('is the weighted mean of the clauses, or the judgement where none is scored', () => {
    // a: (3 · (0.8 + 0.6)/2 + 1 · (0.2 + 0)/2) ÷ 4 = (2.1 + 0.1) ÷ 4 = 0.55. b: (0.3 + 0.1)/2 = 0.2. Mean 0.375.
    const a = agreement('a', {
      clauses: [
        { clause: '1', weight: 3, operability: 0.8, bindingness: 0.6 },
        { clause: '2', operability: 0.2, bindingness: 0 },
        { clause: '3' },
      ],
      judgement: { operability: 1, bindingness: 1, by },
    });
    const b = agreement('b', { judgement: { operability: 0.3, bindingness: 0.1, by } });
    expect(textQuality(situationOn(asOf, [opened, a])).value).toBeCloseTo(0.55, 12);
    expect(textQuality(situationOn(asOf, [opened, a, b])).value).toBeCloseTo(0.375, 12);
    const ended = factOf('agreementTerminated', { agreement: 'a' }, { on: '2012-01-01' });
    expect(textQuality(situationOn(asOf, [opened, a, b, ended])).value).toBeCloseTo(0.2, 12);
  });

  it('is unknown where nothing is scored', () => {
    expect(textQuality(situationOn(asOf, [opened, agreement('a', { clauses: [{ clause: '1', operability: 0.5 }] })])).value).toBeNull();
  });
});

describe('I3 coordinatorAuthority', () => {
  const body = (more: Partial<PayloadInput<'bodyEstablished'>>, id = 'body:b') =>
    factOf(
      'bodyEstablished',
      { body: id, title: titled(id), kind: 'joint', members: [north, ashby], powers: ['convene'], ...more },
      { on: '2011-01-01' },
    );
  const joint = factOf(
    'obligationDrafted',
    { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north, ashby] },
    { on: '2010-02-01' },
  );
  const scored = (...facts: Parameters<typeof situationOn>[1]) => coordinatorAuthority(situationOn(asOf, [opened, ...facts])).value;

  it('is the highest power times the standing', () => {
    expect(scored(body({}))).toBeCloseTo(0.2 * 0.85, 12);
    expect(scored(body({ powers: ['coordinate', 'convene'], host: '610100/transport' }))).toBeCloseTo(0.4 * 0.7, 12);
    expect(scored(body({ powers: ['assess'], host: '610000/npc' }))).toBeCloseTo(0.9, 12);
    expect(scored(body({ powers: ['sanction'], host: '000000' }))).toBe(1);
    expect(scored(body({ powers: [], host: '610000' }))).toBe(0);
  });

  it('weighs powers and standing as the user says', () => {
    const own = { 'coordinatorAuthority.convene': 0.3, 'coordinatorAuthority.besideFactor': 0.5, 'coordinatorAuthority.withinFactor': 0.1 };
    expect(coordinatorAuthority(situationOn(asOf, [opened, body({})], own)).value).toBeCloseTo(0.3 * 0.5, 12);
    expect(coordinatorAuthority(situationOn(asOf, [opened, body({ host: '610100/x' })], own)).value).toBeCloseTo(0.3 * 0.1, 12);
    // Where the user holds coordinating to be the higher power, it is the one that counts.
    const turned = { 'coordinatorAuthority.coordinate': 1, 'coordinatorAuthority.sanction': 0.5 };
    const both = body({ powers: ['sanction', 'coordinate'], host: '000000' });
    expect(coordinatorAuthority(situationOn(asOf, [opened, both], turned)).value).toBe(1);
  });

  it('takes the best body that reaches every party, an organ of a superior too', () => {
    const organ = body(
      { kind: 'superior', members: ['610000/transport'], host: '610000/transport', over: [north, ashby], powers: ['supervise'] },
      'body:organ',
    );
    expect(scored(body({}), organ)).toBeCloseTo(0.7, 12);
    expect(scored(body({}), body({ kind: 'party', powers: ['sanction'] }, 'body:inside'))).toBeCloseTo(0.17, 12);
    expect(scored(body({ over: [north], powers: ['sanction'] }))).toBeNull();
  });

  it('is zero without a body only where joint duties are open or one was abolished', () => {
    expect(scored()).toBeNull();
    expect(scored(joint)).toBe(0);
    expect(scored(joint, factOf('obligationFulfilled', { obligation: 'd' }, { on: '2012-01-01' }))).toBeNull();
    expect(scored(body({}), factOf('bodyAbolished', { body: 'body:b' }, { on: '2012-01-01' }))).toBe(0);
  });
});

describe('I4 procedureAndCustom', () => {
  const rule = (subject: PayloadInput<'ruleAdopted'>['subject'], scope: string[]) =>
    factOf('ruleAdopted', { rule: subject, title: titled(subject), subject, by: [north], scope }, { on: '2011-01-01' });
  it('is the share of four matters covered for every party', () => {
    const custom = factOf('customObserved', { title: titled('c'), subject: 'dispute', among: [north, ashby] }, { on: '2011-01-01' });
    const component = procedureAndCustom(
      situationOn(asOf, [opened, rule('agenda', ['610100/x', ashby]), custom, rule('decision', [north])]),
    );
    expect(component.value).toBe(0.5);
    expect(component.explanation.zh).toBe('四类事项中2类有适用于各方的规则或惯例（议题、争议），缺决策、评估。');
    expect(component.explanation.en).toBe(
      'A rule or custom for every party covers 2 of 4 matters (agenda and dispute); decision and evaluation are missing.',
    );
  });
  it('reads a joint body as its members', () => {
    const body = factOf(
      'bodyEstablished',
      { body: 'body:b', title: titled('b'), kind: 'joint', members: [north, ashby], powers: [] },
      { on: '2010-06-01' },
    );
    expect(procedureAndCustom(situationOn(asOf, [opened, body, rule('agenda', ['body:b'])])).value).toBe(0.25);
  });
  it('is unknown if nothing of the kind is recorded', () => {
    expect(procedureAndCustom(situationOn(asOf, [opened, rule('standard', [north, ashby])])).value).toBeNull();
  });
});

describe('I5 evenHandedness', () => {
  const document = (instrument: string, provisions: Record<string, number>, on = '2013-01-01') =>
    factOf(
      'instrumentApplied',
      {
        instrument,
        title: titled(instrument),
        channel: 'policyDocument',
        strength: 2,
        tier: '610000',
        by: '610000',
        targets: [north, ashby],
        direct: false,
        binding: false,
        provisions,
      },
      { on, initiative: 'superior' },
    );
  const need = (actor: string, value: number) =>
    factOf(
      'capacityRead',
      { actor, capacity: 'need', value, unit: 'u', period: { first: '2012-01-01', last: '2012-12-31' } },
      { on: '2012-12-31' },
    );
  const judged = (holds: boolean) =>
    factOf('judgementRecorded', { dilemma: 'partialSuperior', subjects: ['610000'], holds, text: titled('text') }, { on: '2013-06-01' });
  const scored = (...facts: Parameters<typeof situationOn>[1]) => evenHandedness(situationOn(asOf, [opened, ...facts])).value;

  it('is one minus half the distance between provisions and need', () => {
    // Need 60 : 40. Documents 0.9 : 0.1 and 0.7 : 0.3, mean 0.8 : 0.2. Distance (0.2 + 0.2)/2 = 0.2.
    expect(
      scored(
        document('a', { [north]: 0.9, [ashby]: 0.1 }),
        document('b', { [north]: 0.7, [ashby]: 0.3 }),
        need(north, 60),
        need(ashby, 40),
      ),
    ).toBeCloseTo(0.8, 12);
    expect(scored(document('a', { [north]: 0.3, [ashby]: 0.2, else: 0.5 }), need(north, 6), need(ashby, 4))).toBeCloseTo(1, 12);
  });
  it('presumes equal need where it is not read, and says so', () => {
    const component = evenHandedness(situationOn(asOf, [opened, document('a', { [north]: 0.8, [ashby]: 0.2 })]));
    expect(component.value).toBeCloseTo(0.7, 12);
    expect(component.explanation.zh).toContain('需求未编码，按各方相等推定');
  });
  it('counts a document of unknown date whatever the window', () => {
    const undated = { ...document('u', { [north]: 1 }), occurred: { first: '2005-01-01', last: '2014-01-01', precision: 'unknown' } };
    expect(scored(undated as never, document('a', { [ashby]: 1 }))).toBeCloseTo(1, 12);
    expect(scored(undated as never)).toBeCloseTo(0.5, 12);
  });
  it('follows a judgement, and is unknown without any of this', () => {
    expect(scored(judged(true), document('a', { [north]: 0.5, [ashby]: 0.5 }))).toBe(0);
    expect(scored(judged(false))).toBe(1);
    expect(scored(document('old', { [north]: 1 }, '2011-12-31'))).toBeNull();
  });
});

describe('I6 transactionCost', () => {
  const cost = (party: string, amount: number, unit = 'CNY', on = '2011-01-01') => factOf('costStated', { party, amount, unit }, { on });
  const benefit = (party: string, amount: number, unit = 'CNY') => factOf('benefitStated', { party, amount, unit }, { on: '2011-01-01' });
  it('is benefits over benefits and costs, later statements replacing earlier ones', () => {
    // Costs 10 + 20, benefits 90: 90 ÷ 120. The first cost of Northford, 500, was restated as 10.
    const facts = [opened, cost(north, 500, 'CNY', '2010-06-01'), cost(north, 10), cost(ashby, 20), benefit(north, 90)];
    expect(transactionCost(situationOn(asOf, facts)).value).toBeCloseTo(0.75, 12);
  });
  it('does not add different units', () => {
    expect(transactionCost(situationOn(asOf, [opened, cost(north, 10, 'CNY'), benefit(north, 10, 'hours')])).value).toBeNull();
  });
});
