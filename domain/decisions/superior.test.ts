/** Supervision and intervention: the superior is refused, then admitted, then leaves; the centre is refused. */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { tasksOf } from './tasks.ts';

const [a, b] = ['610100', '610400'];
const [province, centre] = ['610000', '000000'];
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

function withLateDuty(): LiveCase {
  const live = new LiveCase();
  live.do('2024-01-05', a, 'openCase', { title: title('Case'), parties: [a, b] });
  live.do('2024-01-06', a, 'draftObligation', {
    obligation: 'd',
    title: title('d'),
    origin: 'agreed',
    liable: [a, b],
    lead: a,
    measure: title('m'),
    deadline: day('2024-12-31'),
  });
  for (const by of [a, b]) live.do('2024-01-07', by, 'acceptObligation', { obligation: 'd', by });
  return live;
}
const instrument = (id: string, more: object = {}) => ({
  instrument: id,
  title: title(id),
  channel: 'assessment',
  strength: 3,
  tier: province,
  by: province,
  targets: [a, b],
  direct: true,
  binding: true,
  ...more,
});
const support = instrument('support', { channel: 'technical', binding: false, capacityBuilding: true });
function opening(live: LiveCase, on: string, more: object = {}) {
  const grounds = live
    .context(on, province)
    .diagnosis()
    .findings.filter(({ status }) => status === 'active')
    .map(({ key }) => key);
  return {
    intervention: 'v',
    tier: province,
    title: title('v'),
    grounds: grounds.slice(0, 1),
    exitCriteria: [{ text: title('x'), indicator: 'share' }],
    sunset: '2027-12-31',
    handBack: { powers: ['coordinate'], receiver: a },
    instruments: [support, instrument('assess')],
    ...more,
  };
}

describe('intervention', () => {
  it('is refused while it is not necessary, and says what is missing', () => {
    const live = withLateDuty();
    const refusal = live.refused('2025-06-01', province, 'openIntervention', opening(live, '2025-06-01', { sunset: '2026-06-01' }));
    expect(refusal).toMatchObject({ refusal: 'necessity', overridable: true });
    expect(refusal.missing.length).toBeGreaterThan(0);
  });
  it('is admitted on the day on which the deadline is missed by a year; the centre is not', () => {
    const live = withLateDuty();
    // 365 days after 2024-12-31.
    expect(live.refused('2025-12-30', province, 'openIntervention', opening(live, '2025-12-30')).refusal).toBe('necessity');
    expect(live.refused('2025-12-31', centre, 'openIntervention', opening(live, '2025-12-31', { tier: centre })).refusal).toBe('stepwise');
    expect(live.refused('2025-12-31', '620000', 'openIntervention', opening(live, '2025-12-31', { tier: '620000' })).refusal).toBe(
      'notEntitled',
    );
    const recorded = live.do('2025-12-31', province, 'openIntervention', opening(live, '2025-12-31'));
    expect(recorded.map(({ type, initiative }) => [type, initiative])).toEqual([
      ['interventionOpened', 'superior'],
      ['instrumentApplied', 'superior'],
      ['instrumentApplied', 'superior'],
    ]);
  });
  it('answers the request behind it; an answered request waits for nobody and cannot be declined', () => {
    const live = withLateDuty();
    const waits = (on: string) => tasksOf(live.situation(on), province as ActorId).filter(({ kind }) => kind === 'waiting');
    live.do('2025-12-30', a, 'proposeIntervention', { intervention: 'v', tier: province, by: a });
    expect(waits('2025-12-30').map(({ key }) => key)).toContain('answerRequest|v');
    live.do('2025-12-31', province, 'openIntervention', opening(live, '2025-12-31'));
    expect(waits('2025-12-31').map(({ key }) => key)).not.toContain('answerRequest|v');
    const decline = { intervention: 'v', tier: province, reason: title('talk first') };
    expect(live.refused('2026-01-01', province, 'declineIntervention', decline).refusal).toBe('alreadyThere');
  });
  it('needs its exit before it begins, also with an override', () => {
    const live = withLateDuty();
    const on = '2025-12-31';
    const missingOf = (more: object) => live.refused(on, province, 'openIntervention', opening(live, on, more));
    expect(missingOf({ sunset: '2028-01-01' })).toMatchObject({ refusal: 'selfHelp', missing: [{}] });
    expect(
      missingOf({
        sunset: undefined,
        exitCriteria: [{ text: title('x') }],
        handBack: undefined,
        instruments: [instrument('i', { substitution: true })],
      }).missing,
    ).toHaveLength(5);
    expect(missingOf({ sunset: undefined, override: title('flood') }).refusal).toBe('selfHelp');
    expect(missingOf({ grounds: [] })).toMatchObject({
      refusal: 'necessity',
      text: { zh: '未写明介入依据。', en: 'No ground is named.' },
      overridable: true,
    });
    expect(missingOf({ grounds: ['freeRiding|nobody'] })).toMatchObject({
      refusal: 'necessity',
      text: { zh: '所列依据现不成立：freeRiding|nobody。', en: 'Not found now: freeRiding|nobody.' },
    });
  });
  it('an override with a reason opens it early and stays on record', () => {
    const live = withLateDuty();
    const [opened] = live.do(
      '2025-02-01',
      province,
      'openIntervention',
      opening(live, '2025-02-01', { sunset: '2026-01-01', override: title('flood') }),
    );
    expect(opened).toMatchObject({ payload: { override: title('flood') } });
  });
  it('acts only inside an intervention of its own, tapers, and hands back when it closes', () => {
    const live = withLateDuty();
    live.do('2025-12-31', province, 'openIntervention', opening(live, '2025-12-31'));
    expect(live.refused('2026-02-01', province, 'applyInstrument', instrument('i')).refusal).toBe('stepMissing');
    live.do('2026-02-01', province, 'applyInstrument', instrument('i', { intervention: 'v' }));
    expect(
      live.refused('2026-02-02', province, 'applyInstrument', instrument('acc', { channel: 'accountability', intervention: 'v' })).refusal,
    ).toBe('necessity');
    expect(live.refused('2026-03-01', province, 'taperIntervention', { instrument: 'i', strength: 3 }).refusal).toBe('incomplete');
    live.do('2026-03-01', province, 'taperIntervention', { instrument: 'i', strength: 1 });
    expect(live.refused('2026-03-02', centre, 'closeIntervention', { intervention: 'v' }).refusal).toBe('notEntitled');
    const closed = live.do('2026-03-02', province, 'closeIntervention', { intervention: 'v' });
    expect(closed.map(({ type, payload }) => [type, payload])).toEqual([
      ['interventionClosed', { intervention: 'v' }],
      ['powersRestored', { intervention: 'v', powers: ['coordinate'], receiver: a }],
    ]);
    expect(live.refused('2026-03-03', province, 'applyInstrument', instrument('j', { intervention: 'v' })).refusal).toBe('wrongState');
  });
  it('is escalated and extended while it is necessary', () => {
    const live = withLateDuty();
    live.do('2025-12-31', province, 'openIntervention', opening(live, '2025-12-31'));
    const stronger = live.do('2026-05-02', province, 'escalateIntervention', { instrument: 'assess', strength: 5 });
    expect(stronger.map(({ type }) => type)).toEqual(['interventionEscalated']);
    const longer = live.do('2026-05-03', province, 'extendIntervention', {
      intervention: 'v',
      sunset: '2028-01-01',
      reason: title('more'),
    });
    expect(longer.map(({ type }) => type)).toEqual(['interventionExtended']);
  });
  it('is not escalated or extended after the criteria were met twice', () => {
    const live = withLateDuty();
    live.do('2025-12-31', province, 'openIntervention', opening(live, '2025-12-31'));
    for (const on of ['2026-04-01', '2026-05-01'])
      live.do(on, province, 'readExitCriteria', { intervention: 'v', met: true, by: province });
    const reason = title('more');
    expect(live.refused('2026-05-02', province, 'extendIntervention', { intervention: 'v', sunset: '2028-01-01', reason }).refusal).toBe(
      'necessity',
    );
    expect(live.refused('2026-05-02', province, 'escalateIntervention', { instrument: 'assess', strength: 5 }).refusal).toBe('necessity');
  });
});

describe('supervision', () => {
  const plan = (id: string, more: object = {}) => ({
    inspection: id,
    kind: 'inspection',
    by: province,
    objects: [a],
    matter: title('bridge'),
    scope: title('site'),
    period: { first: '2026-01-01', last: '2026-02-01' },
    ...more,
  });
  it('goes down its own branch, with a plan', () => {
    const live = withLateDuty();
    for (const by of [b, '620000']) expect(live.refused('2026-01-01', by, 'planInspection', plan('i', { by })).refusal).toBe('notEntitled');
    expect(live.refused('2026-01-01', province, 'planInspection', plan('i', { scope: undefined })).refusal).toBe('incomplete');
    expect(live.refused('2026-03-01', province, 'planInspection', plan('i')).refusal).toBe('wrongDate');
    live.do('2026-01-01', centre, 'planInspection', plan('i', { by: centre }));
  });
  it('nobody is inspected twice in one matter at a time, nor beyond the budget', () => {
    const live = withLateDuty();
    live.do('2026-01-01', province, 'planInspection', plan('i1'));
    expect(live.refused('2026-01-02', centre, 'planInspection', plan('i2', { by: centre, objects: [`${a}/transport`] })).refusal).toBe(
      'duplicateSupervision',
    );
    // The same matter in one language is the same matter, whatever the other calls it.
    for (const matter of [
      { ...plan('i1').matter, zh: '另一说法' },
      { ...plan('i1').matter, en: 'another wording' },
    ])
      expect(live.refused('2026-01-02', province, 'planInspection', plan('i2', { matter })).refusal).toBe('duplicateSupervision');
    live.do('2026-01-02', province, 'planInspection', plan('i2', { objects: [b] }));
    live.do('2026-01-20', province, 'concludeInspection', { inspection: 'i1', by: province });
    // Concluded, the same matter may be looked into again.
    expect(live.ask('2026-01-21', province, 'planInspection', plan('again'))).toHaveProperty('events');
    for (const n of [2, 3, 4]) live.do('2026-01-21', province, 'planInspection', plan(`j${n}`, { matter: title(`m${n}`) }));
    expect(live.refused('2026-01-22', province, 'planInspection', plan('k', { matter: title('m5') })).refusal).toBe('burdenExceeded');
    // The first lies a year back on 2027-01-01.
    live.do(
      '2027-01-01',
      province,
      'planInspection',
      plan('k', { matter: title('m5'), period: { first: '2027-01-01', last: '2027-02-01' } }),
    );
  });
  it('the inspected has thirty days to ask for a review', () => {
    const live = withLateDuty();
    live.do('2026-01-01', province, 'planInspection', plan('i'));
    expect(live.refused('2026-01-02', a, 'requestReview', { inspection: 'i', by: a }).refusal).toBe('stepMissing');
    expect(live.refused('2026-01-10', centre, 'concludeInspection', { inspection: 'i', by: centre }).refusal).toBe('notEntitled');
    live.do('2026-01-10', province, 'concludeInspection', { inspection: 'i', by: province });
    expect(live.refused('2026-01-11', b, 'requestReview', { inspection: 'i', by: b }).refusal).toBe('notEntitled');
    expect(live.refused('2026-02-10', a, 'requestReview', { inspection: 'i', by: a }).refusal).toBe('tooLate');
    live.do('2026-02-09', a, 'requestReview', { inspection: 'i', by: a });
    live.do('2026-03-01', province, 'decideReview', { inspection: 'i', by: province, upheld: false });
    expect(live.refused('2026-03-02', province, 'decideReview', { inspection: 'i', by: province, upheld: true }).refusal).toBe(
      'alreadyThere',
    );
  });
  it('slips rise blue, orange, red, each after the one before went unanswered', () => {
    const live = withLateDuty();
    const slip = (colour: string, more: object = {}) => ({ obligation: 'd', by: province, slip: colour, ...more });
    expect(live.refused('2026-01-01', province, 'issueReminder', slip('orange')).refusal).toBe('stepMissing');
    live.do('2026-01-01', province, 'issueReminder', slip('blue'));
    expect(live.refused('2026-01-08', province, 'issueReminder', slip('orange')).refusal).toBe('tooEarly');
    live.do('2026-01-09', province, 'issueReminder', slip('orange', { answerBy: '2026-01-31' }));
    expect(live.refused('2026-01-31', province, 'issueReminder', slip('red')).refusal).toBe('tooEarly');
    live.do('2026-01-31', a, 'reportProgress', { obligation: 'd', by: a });
    expect(live.refused('2026-02-02', province, 'issueReminder', slip('red')).refusal).toBe('wrongState');
  });
  it('accountability is proposed downward, for a breach that was established', () => {
    const live = withLateDuty();
    const proposal = (by: string) => ({ by, subjects: [a], obligation: 'd', text: title('x') });
    expect(live.refused('2026-01-01', province, 'proposeAccountability', proposal(province)).refusal).toBe('stepMissing');
    live.do('2026-01-01', province, 'findViolation', { obligation: 'd', by: province });
    expect(live.refused('2026-01-02', b, 'proposeAccountability', proposal(b)).refusal).toBe('notEntitled');
    live.do('2026-01-02', province, 'proposeAccountability', proposal(province));
  });
});
