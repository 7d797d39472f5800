/**
 * A made-up case lived through on a virtual clock: three cities and a province over two years. Every day is counted from the
 * thresholds of the design by hand; nothing here was read off the engine.
 */
import { describe, expect, it } from 'vitest';
import { LiveCase } from '../testing/live.ts';

const [north, harrow, ashby] = ['610100', '610300', '610400'];
const cities = [north, harrow, ashby];
const [province, centre] = ['610000', '000000'];
const title = (text: string) => ({ zh: text, en: text });
const day = (dueOn: string) => ({ text: title(dueOn), readings: [{ reading: 'day', dueOn }], defaultReading: 'day' });

const instrument = (id: string, more: object) => ({
  instrument: id,
  title: title(id),
  strength: 2,
  tier: province,
  by: province,
  targets: cities,
  direct: true,
  binding: false,
  ...more,
});

const found = (live: LiveCase, on: string) =>
  live
    .context(on, province)
    .diagnosis()
    .findings.filter(({ status }) => status === 'active')
    .map(({ id }) => id as string);

function opening(live: LiveCase, on: string, tier: string) {
  const grounds = live
    .context(on, tier)
    .diagnosis()
    .findings.filter(({ status, id }) => status === 'active' && id === 'decisionWithoutAction')
    .map(({ key }) => key);
  return {
    intervention: 'river',
    tier,
    title: title('River'),
    grounds,
    exitCriteria: [{ text: title('pipes laid'), indicator: 'pipesKm' }],
    sunset: '2026-12-31',
    handBack: { powers: ['coordinate'], receiver: north },
    instruments: [
      instrument('help', { tier, by: tier, channel: 'technical', capacityBuilding: true }),
      instrument('dates', { tier, by: tier, channel: 'assessment', binding: true, strength: 3 }),
    ],
  };
}

describe('three cities, a province, two years', () => {
  const live = new LiveCase();
  const owe = (id: string, who: string) => ({
    obligation: id,
    title: title(id),
    topic: 'river',
    agreement: 'pact',
    clause: id,
    origin: 'agreed',
    liable: [who],
    measure: title('kilometres of pipe'),
    deadline: day('2024-12-31'),
    orElse: title('pays into the common fund'),
  });

  it('talks and decides', () => {
    live.do('2024-01-08', north, 'openCase', { title: title('A river'), parties: cities });
    live.do('2024-01-09', north, 'raiseTopic', { topic: 'river', title: title('Cleaning the river'), by: [north] });
    for (const [n, on] of ['2024-02-01', '2024-03-01', '2024-04-01'].entries()) {
      live.do(on, north, 'holdMeeting', { title: title(`m${n}`), topics: ['river'], attendees: cities.map((actor) => ({ actor })) });
      // Three meetings without a decision are deliberation without one.
      expect(found(live, on).includes('deliberationWithoutDecision'), on).toBe(n === 2);
    }
    for (const party of [north, harrow]) live.do('2024-05-01', party, 'recordConsensus', { topic: 'river', parties: [party] });
    live.do('2024-05-02', ashby, 'recordDissent', { topic: 'river', party: ashby, text: title('who pays?') });
    live.do('2024-06-01', ashby, 'recordConsensus', { topic: 'river', parties: [ashby], reviewOn: '2025-06-01' });
    expect(found(live, '2024-06-01')).not.toContain('deliberationWithoutDecision');
  });

  it('signs only what can be executed', () => {
    const clauses = cities.map((who) => ({ clause: who, text: title(who) }));
    live.do('2024-06-03', north, 'draftAgreement', {
      agreement: 'pact',
      title: title('Pact'),
      parties: cities,
      topics: ['river'],
      clauses,
    });
    expect(live.refused('2024-06-04', north, 'signAgreement', { agreement: 'pact', framework: false }).missing).toHaveLength(3);
    for (const who of cities) {
      live.do('2024-06-04', north, 'draftObligation', owe(who, who));
      live.do('2024-06-05', who, 'acceptObligation', { obligation: who, by: who });
    }
    // They bind from the signature on, not from the acceptance.
    live.do('2024-06-05', north, 'signAgreement', { agreement: 'pact', framework: false });
    expect(found(live, '2024-06-05')).not.toContain('vagueAgreement');
  });

  it('does not act: the dilemma appears on the day, and the superiors have to wait', () => {
    // 180 days in effect since 2024-06-05 without action end on 2024-12-02.
    expect(found(live, '2024-12-01')).not.toContain('decisionWithoutAction');
    expect(found(live, '2024-12-02')).toContain('decisionWithoutAction');
    live.do('2025-02-01', harrow, 'raiseConflict', { conflict: 'money', title: title('who pays'), parties: cities, topic: 'river' });
    // The dilemma is 180 days old on 2025-05-31, the parties' own remedy 90 days on 2025-05-02.
    expect(live.refused('2025-05-30', province, 'openIntervention', opening(live, '2025-05-30', province)).refusal).toBe('necessity');
    expect(live.refused('2025-05-31', centre, 'openIntervention', opening(live, '2025-05-31', centre)).refusal).toBe('stepwise');
  });

  it('the province is admitted, helps and measures', () => {
    live.do('2025-05-31', province, 'openIntervention', opening(live, '2025-05-31', province));
    expect(
      live.refused('2025-06-01', centre, 'openIntervention', { ...opening(live, '2025-06-01', centre), intervention: 'second' }).refusal,
    ).toBe('stepwise');
    live.do('2025-06-10', harrow, 'resolveConflict', { conflict: 'money', by: province });
    for (const [n, who] of cities.entries()) {
      const judge = province;
      live.do(`2025-08-0${n + 1}`, who, 'reportObligation', { obligation: who, by: who, completion: 'complete' });
      live.do(`2025-08-1${n + 1}`, judge, 'reviewObligation', { obligation: who, by: judge, completion: 'complete', effect: 'major' });
      live.do(`2025-08-2${n + 1}`, judge, 'fulfilObligation', { obligation: who, by: judge });
    }
    expect(found(live, '2025-08-24')).not.toContain('decisionWithoutAction');
    // Late to the day of the reports, not of the signatures: 2024-12-31 to 2025-08-01 are 213 days.
    expect(live.situation('2025-08-24').duties.map(({ daysLate }) => daysLate)).toEqual([213, 214, 215]);
  });

  it('it leaves, and what it held goes back', () => {
    for (const on of ['2025-09-15', '2025-10-15'])
      live.do(on, province, 'readExitCriteria', { intervention: 'river', met: true, by: province });
    const reason = title('to be safe');
    expect(
      live.refused('2025-10-16', province, 'extendIntervention', { intervention: 'river', sunset: '2027-10-01', reason }).refusal,
    ).toBe('necessity');
    // 90 days after the criteria were met, staying is too long.
    expect(found(live, '2026-01-13')).toContain('overIntervention');
    live.do('2025-12-01', province, 'taperIntervention', { instrument: 'dates', strength: 1 });
    live.do('2025-12-15', province, 'closeIntervention', { intervention: 'river', reason });
    expect(found(live, '2026-01-13')).not.toContain('overIntervention');
    expect(live.situation('2026-01-13').state.restorations.map(({ payload }) => payload.receiver)).toEqual([north]);
    // For 24 months it is watched whether the cities manage without.
    expect(
      live
        .context('2026-01-13', province)
        .principles()
        .selfHelp.reasons.some(({ id }) => id === 'watch'),
    ).toBe(true);
    expect(
      live
        .context('2027-12-15', province)
        .principles()
        .selfHelp.reasons.some(({ id }) => id === 'watch'),
    ).toBe(false);
  });
});
