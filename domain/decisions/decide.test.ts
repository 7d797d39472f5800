/** Days and order of what is decided, and what a command leads to. */
import { describe, expect, test } from 'vitest';
import { above, byDay, cityA, cityB, dutyTerms, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';
import { eventsOf, isCommandName } from './decide.ts';
import { commandNames } from './schemas.ts';

const draft = (more: object = {}) => ({ obligation: 'e', ...dutyTerms(more) });
const meeting = { title: words('m'), topics: [], attendees: [] };

describe('the day', () => {
  test('is not one to come', () => {
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'draftObligation', draft(), '2026-02-02')).toEqual([
      'wrongDate',
      '日期2026年2月2日尚未到来。',
      '2 February 2026 has not come yet.',
      '填写2026年2月1日或以前的日期。',
      'Give 1 February 2026 or an earlier date.',
    ]);
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'holdMeeting', meeting, '2026-02-02')[0]).toBe('wrongDate');
  });
  test('is today for an act of will, and may be past for what only happened', () => {
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'draftObligation', draft(), '2026-01-31')).toEqual([
      'wrongDate',
      '此项办理以当日为准，不能倒签。',
      'This takes effect on the day it is done; it is not back-dated.',
      '日期填2026年2月1日。',
      'Date it 1 February 2026.',
    ]);
    expect(openedCase().ask('2026-02-01', cityA, 'holdMeeting', meeting, '2026-01-31')).toHaveProperty('events');
  });
  test.each([
    ['readIndicator', { indicator: 'x', subject: cityA, period: { first: '2026-01-01', last: '2026-01-31' }, value: 1, unit: 'u' }],
    ['readCapacity', { actor: cityA, capacity: 'gdp', period: { first: '2026-01-01', last: '2026-01-31' }, value: 1, unit: 'u' }],
    ['recordLeaderChange', { actor: cityA, post: words('mayor') }],
    ['observeCustom', { title: words('c'), subject: 'agenda', among: [cityA, cityB] }],
    ['issueJointDocument', { title: words('j'), issuers: [cityA, cityB] }],
    ['recordJudgement', { dilemma: 'fragmentation', subjects: [cityA], holds: true, text: words('j') }],
  ] as const)('%s records what is past', (command, payload) => {
    expect(openedCase().ask('2026-02-01', cityA, command, payload, '2026-01-31')).toHaveProperty('events');
  });
});

describe('the order within a day', () => {
  test('a step that folds before one that is dated today is refused, on which fact', () => {
    const live = owingCase();
    const [reported] = live.do('2026-02-01', cityA, 'reportObligation', { obligation: 'd', by: cityA });
    const refusal = live.refused('2026-02-01', cityA, 'amendObligation', { obligation: 'd', terms: { title: words('x') } });
    expect(refusal).toEqual({
      refusal: 'orderWithinDay',
      text: {
        zh: '同一事项当日已有后续步骤，再记一步将分不清先后。',
        en: 'A later step on the same matter is dated today; this one could not be told to follow it.',
      },
      remedy: { zh: '请于次日办理。', en: 'Do it tomorrow.' },
      missing: [],
      evidence: [reported?.id],
      overridable: false,
    });
    expect(live.ask('2026-02-02', cityA, 'amendObligation', { obligation: 'd', terms: { title: words('x') } })).toHaveProperty('events');
  });
  test('what is about something else, or follows, is not', () => {
    const live = owingCase();
    live.do('2026-02-01', cityA, 'reportObligation', { obligation: 'd', by: cityA });
    expect(live.ask('2026-02-01', cityA, 'draftObligation', draft())).toHaveProperty('events');
    expect(live.ask('2026-02-01', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'limited' })).toHaveProperty(
      'events',
    );
  });
  test('duties of a draft may have been drafted on its day', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftObligation', draft({ agreement: 'a', clause: '1' }));
    const text = { agreement: 'a', title: words('a'), parties: [cityA, cityB], topics: [], clauses: [{ clause: '1' }] };
    expect(live.ask('2026-01-06', cityA, 'draftAgreement', text)).toHaveProperty('events');
  });
});

describe('what a command leads to', () => {
  test('one event of its own, or those of its kind', () => {
    expect(eventsOf('signAgreement')).toEqual(['agreementSigned', 'obligationAmended']);
    expect(eventsOf('assignObligation')).toEqual(['obligationAssigned', 'obligationAmended']);
    expect(eventsOf('openIntervention')).toEqual(['interventionOpened', 'instrumentApplied']);
    expect(eventsOf('closeIntervention')).toEqual(['interventionClosed', 'powersRestored']);
    expect(eventsOf('raiseTopic')).toEqual(['topicRaised']);
  });
  test('commands have names, and nothing else has', () => {
    for (const name of commandNames) expect(isCommandName(name), name).toBe(true);
    for (const name of ['signAgreement', 'openIntervention', 'closeIntervention']) expect(isCommandName(name)).toBe(true);
    for (const name of ['', 'topicRaised', 'toString', 'constructor']) expect(isCommandName(name), name).toBe(false);
  });
  test('a sign-off is dated back to the report that was found complete, unless it says otherwise', () => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { obligation: 'd', by: cityA, completion: 'complete' });
    live.do('2026-03-05', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'complete' });
    expect(live.ask('2026-03-06', cityB, 'fulfilObligation', { obligation: 'd' })).toEqual({
      events: [{ type: 'obligationFulfilled', payload: { obligation: 'd', deliveredOn: '2026-03-01' } }],
    });
    expect(live.ask('2026-03-06', cityB, 'fulfilObligation', { obligation: 'd', deliveredOn: '2026-02-20' })).toMatchObject({
      events: [{ payload: { deliveredOn: '2026-02-20' } }],
    });
  });
  test('an assignment fixes the date that is counted from it', () => {
    const { deadline: _deadline, ...terms } = dutyTerms({ origin: 'assigned', within: { amount: 10, unit: 'day', of: 'assignment' } });
    const decision = openedCase().ask('2026-02-01', above, 'assignObligation', { obligation: 'e', by: above, terms });
    expect(decision).toMatchObject({
      events: [
        { type: 'obligationAssigned' },
        {
          type: 'obligationAmended',
          payload: {
            obligation: 'e',
            terms: {
              deadline: {
                readings: [{ reading: 'computed', dueOn: '2026-02-11' }],
                defaultReading: 'computed',
                basis: { from: '2026-02-01', what: { zh: '交办之日', en: 'the day of assignment' }, amount: 10, unit: 'day' },
              },
            },
          },
        },
      ],
    });
  });
  test('one that is counted from the signature is left open by it, and so is one with a date', () => {
    const { deadline: _deadline, ...open } = dutyTerms({ origin: 'assigned', within: { amount: 10, unit: 'day', of: 'signature' } });
    for (const terms of [
      open,
      dutyTerms({ origin: 'assigned', deadline: byDay('2026-05-01'), within: { amount: 10, unit: 'day', of: 'assignment' } }),
    ]) {
      const decision = openedCase().ask('2026-02-01', above, 'assignObligation', { obligation: 'e', by: above, terms });
      expect('events' in decision && decision.events.map(({ type }) => type)).toEqual(['obligationAssigned']);
    }
  });
});
