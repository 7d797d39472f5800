/** What the fold makes of the acts of a superior. */
import { describe, expect, test } from 'vitest';
import { ashby, instrument, north, parties, province } from '../../testing/dilemmas.ts';
import { factOf, type FactOptions, type PayloadInput, stateOf, titled } from '../../testing/facts.ts';

const opened = factOf('caseOpened', { title: titled('case'), parties }, { on: '2000-01-01' });
const state = (...facts: Parameters<typeof stateOf>[0]) => stateOf([opened, ...facts]);
const acts = (...facts: Parameters<typeof stateOf>[0]) => state(...facts).acts.map(({ id, kind }) => `${id} ${kind}`);
const plan = factOf(
  'inspectionPlanned',
  {
    inspection: 'i',
    kind: 'inspection',
    by: province,
    objects: [north],
    matter: titled('m'),
    period: { first: '2010-02-01', last: '2010-02-28' },
  },
  { on: '2010-02-01', id: 'plan', initiative: 'superior' },
);
const step = <T extends 'inspectionConcluded' | 'reviewRequested' | 'reviewDecided'>(
  type: T,
  on: string,
  more: object = {},
  options: FactOptions = {},
) => factOf(type, { inspection: 'i', by: province, ...more } as PayloadInput<T>, { on, id: `${type}:${on}`, ...options });
const proposed = factOf('interventionProposed', { intervention: 'v', tier: province, by: north }, { on: '2010-01-01', id: 'ask' });
const declined = (on: string, why: string) =>
  factOf('interventionDeclined', { intervention: 'v', tier: province, reason: titled(why) }, { on, id: `no:${on}` });
const opening = factOf(
  'interventionOpened',
  { intervention: 'v', tier: province, title: titled('v'), grounds: [], sunset: '2012-01-01' },
  { on: '2010-03-01', id: 'open', initiative: 'superior' },
);
const withdrawn = (on: string) => factOf('instrumentWithdrawn', { instrument: 'n' }, { on, id: `end:${on}` });

describe('inspections', () => {
  test('are planned, concluded once, and reviewed', () => {
    const own = state(plan, step('inspectionConcluded', '2010-03-01'), step('inspectionConcluded', '2010-03-02')).inspections.get('i');
    expect(own).toMatchObject({ planned: { id: 'plan' }, concluded: { id: 'inspectionConcluded:2010-03-01' }, review: undefined });
    const asked = step('reviewRequested', '2010-03-05');
    const decided = step('reviewDecided', '2010-03-09', { upheld: true });
    expect(state(plan, asked).inspections.get('i')?.review).toMatchObject({ asked: { id: asked.id }, decided: undefined });
    expect(state(plan, asked, decided).inspections.get('i')?.review).toMatchObject({
      asked: { id: asked.id },
      decided: { id: decided.id },
    });
    expect(acts(plan)).toEqual(['plan superior']);
  });
  test('steps that fit nothing are kept as such', () => {
    for (const fact of [
      step('inspectionConcluded', '2010-03-01'),
      step('reviewRequested', '2010-03-01'),
      step('reviewDecided', '2010-03-01', { upheld: true }),
    ])
      expect(state(fact).unmatched, fact.type).toHaveLength(1);
    const early = state(plan, step('reviewDecided', '2010-03-01', { upheld: true }));
    expect(early.unmatched).toHaveLength(1);
    expect(early.inspections.get('i')?.review).toBeUndefined();
  });
});

describe('slips and accountability', () => {
  const slip = factOf(
    'reminderIssued',
    { obligation: 'd', by: province, slip: 'blue', answerBy: '2010-05-01' },
    { on: '2010-04-01', id: 'slip', initiative: 'superior' },
  );
  test('belong to the duty and are acts of the superior', () => {
    const duty = factOf(
      'obligationDrafted',
      { obligation: 'd', title: titled('d'), origin: 'agreed', liable: [north] },
      { on: '2010-01-01', id: 'd' },
    );
    const own = [...state(duty, slip).obligations.values()][0];
    expect(own?.reminders).toMatchObject([{ slip: 'blue', by: province, answerBy: '2010-05-01', ref: { id: 'slip' } }]);
    expect(own?.refs.map(({ id }) => id)).toEqual(['d', 'slip']);
    expect(acts(duty, slip)).toContain('slip superior');
    expect(state(slip).unmatched).toHaveLength(1);
    const proposal = factOf(
      'accountabilityProposed',
      { by: province, subjects: [north], text: titled('t') },
      { on: '2010-05-01', id: 'p', initiative: 'superior' },
    );
    expect(state(proposal).accountability).toMatchObject([{ ref: { id: 'p' } }]);
    expect(acts(proposal)).toEqual(['p superior']);
  });
});

describe('requests', () => {
  test('are declined once, and taken up by the opening', () => {
    expect(state(proposed).requests.get('v')).toMatchObject({
      ref: { id: 'ask' },
      declined: undefined,
      declinedWhy: undefined,
      opened: undefined,
    });
    expect(state(proposed, declined('2010-02-01', 'first'), declined('2010-02-02', 'second')).requests.get('v')).toMatchObject({
      declined: { id: 'no:2010-02-01' },
      declinedWhy: { en: 'first' },
    });
    expect(state(proposed, opening).requests.get('v')).toMatchObject({ opened: { id: 'open' }, declined: undefined });
    expect(state(declined('2010-02-01', 'r')).unmatched).toHaveLength(1);
  });
});

describe('interventions and instruments', () => {
  test('readings and extensions belong to the intervention', () => {
    const read = factOf('exitCriteriaRead', { intervention: 'v', met: true, by: province }, { on: '2010-06-01', id: 'read' });
    const longer = factOf('interventionExtended', { intervention: 'v', sunset: '2013-01-01', reason: titled('r') }, { on: '2010-07-01' });
    expect(state(opening, read, longer).interventions.get('v')).toMatchObject({
      sunset: '2013-01-01',
      exitReadings: [{ met: true, ref: { id: 'read' } }],
    });
    expect(state(read, longer).unmatched).toHaveLength(2);
    expect(acts(opening, instrument('n', '2010-04-01'))).toEqual(['open superior', 'n superior']);
  });
  test('an instrument changes its strength until it ends, once', () => {
    const weaker = factOf('interventionTapered', { instrument: 'n', strength: 2 }, { on: '2010-05-01', id: 'down' });
    const stronger = factOf('interventionEscalated', { instrument: 'n', strength: 5 }, { on: '2010-06-01', id: 'up' });
    const own = state(instrument('n', '2010-04-01'), weaker, stronger, withdrawn('2010-07-01'), withdrawn('2010-08-01')).instruments.get(
      'n',
    );
    expect(own).toMatchObject({
      strength: 5,
      terms: { strength: 4 },
      changes: [{ id: 'down' }, { id: 'up' }],
      ended: { id: 'end:2010-07-01' },
      initiative: 'superior',
    });
    expect(state(weaker, stronger, withdrawn('2010-07-01')).unmatched).toHaveLength(3);
  });
  test('one that replaces another ends it that day; one that replaces nothing is kept as unmatched', () => {
    const next = instrument('o', '2010-09-01', { replaces: 'n' });
    expect(state(instrument('n', '2010-04-01'), next).instruments.get('n')?.ended).toMatchObject({ id: 'o' });
    expect(state(instrument('n', '2010-04-01'), withdrawn('2010-07-01'), next).instruments.get('n')?.ended).toMatchObject({
      id: 'end:2010-07-01',
    });
    expect(state(next).unmatched).toHaveLength(1);
    expect(state(next).instruments.size).toBe(1);
  });
  test('the end of an intervention ends what was applied under it, and nothing else', () => {
    const closed = (on: string) => factOf('interventionClosed', { intervention: 'v' }, { on, id: `closed:${on}` });
    const own = state(
      opening,
      instrument('n', '2010-04-01', { intervention: 'v' }),
      instrument('o', '2010-04-01'),
      closed('2011-01-01'),
      closed('2011-02-01'),
    );
    expect(own.interventions.get('v')?.closed).toMatchObject({ id: 'closed:2011-01-01' });
    expect(own.instruments.get('n')?.ended).toMatchObject({ id: 'closed:2011-01-01' });
    expect(own.instruments.get('o')?.ended).toBeUndefined();
    expect(state(closed('2011-01-01')).unmatched).toHaveLength(1);
  });
  test('powers that went back and recusals are kept', () => {
    const restored = factOf('powersRestored', { powers: ['coordinate'], receiver: ashby }, { on: '2011-01-01', id: 'back' });
    const recused = factOf('recusalDeclared', { tier: province, reason: titled('r') }, { on: '2011-01-01', id: 'aside' });
    expect(state(restored).restorations).toMatchObject([{ ref: { id: 'back' } }]);
    expect(state(recused).recusals).toMatchObject([{ payload: { tier: province }, ref: { id: 'aside' } }]);
  });
});
