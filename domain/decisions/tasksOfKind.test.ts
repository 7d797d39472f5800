/** Each kind of task: whose it is, its command, its day and its words; before and after it is there. */
import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, centre, cityA, cityB, cityC, dutyTerms, openedCase, owingCase, stepIn, words } from '../testing/refusals.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { tasksOf, waitingText } from './tasks.ts';

const tasks = (live: LiveCase, on: string, actor: string) => tasksOf(live.situation(on), actor as ActorId);
const one = (live: LiveCase, on: string, actor: string, key: string) => tasks(live, on, actor).find((own) => own.key === key);
const idOf = (live: LiveCase, type: string) => live.facts.findLast((fact) => fact.type === type)?.id;

test('waiting is counted in days, or in the one day', () => {
  expect(waitingText(0)).toEqual({ zh: '已等待0天。', en: 'Waiting for 0 days.' });
  expect(waitingText(1)).toEqual({ zh: '已等待1天。', en: 'Waiting for 1 day.' });
  expect(waitingText(2)).toEqual({ zh: '已等待2天。', en: 'Waiting for 2 days.' });
});

describe('what is owed', () => {
  test('by one: its light, its date, and the command that reports it', () => {
    const live = owingCase();
    expect(one(live, '2026-01-08', cityA, 'owe|d')).toEqual({
      kind: 'owe',
      key: 'owe|d',
      command: 'reportObligation',
      title: words('Bridge'),
      text: { zh: '距到期173天。', en: '173 days left.' },
      subject: 'd',
      dueOn: '2026-06-30',
      light: { light: 'green', reason: 'left', why: { zh: '距到期173天。', en: '173 days left.' }, turnsOn: '2026-05-27' },
      since: '2026-01-07',
      because: [],
      evidence: [idOf(live, 'obligationDrafted')],
      visibleFrom: null,
    });
  });
  test('jointly: the lead reports the result, the others how far they are; who helps sees it too', () => {
    const live = owingCase({ liable: [cityA, cityB], lead: cityA, cooperating: [cityC] });
    const command = (actor: string) => one(live, '2026-01-08', actor, 'owe|d')?.command;
    expect(command(cityA)).toBe('reportObligation');
    expect(command(`${cityA}/roads`)).toBe('reportObligation');
    expect(command(cityB)).toBe('reportProgress');
    expect(command(cityC)).toBe('reportProgress');
    expect(one(live, '2026-01-08', above, 'owe|d')).toBeUndefined();
  });
  test('what waits for others has no command', () => {
    const live = owingCase();
    live.do('2026-02-01', cityA, 'reportObligation', { obligation: 'd', by: cityA, completion: 'complete' });
    expect(one(live, '2026-02-02', cityA, 'owe|d')).toMatchObject({ command: undefined, text: { en: 'Reported, waiting for review.' } });
    const suspended = owingCase();
    suspended.do('2026-02-01', cityB, 'suspendObligation', { obligation: 'd', by: cityB });
    expect(one(suspended, '2026-02-02', cityA, 'owe|d')).toMatchObject({
      command: undefined,
      text: { en: 'Suspended: the clock stands.' },
    });
  });
  test('what is done, or binds nobody yet, is not owed', () => {
    const live = owingCase();
    live.do('2026-02-01', cityB, 'dischargeObligation', { obligation: 'd' });
    expect(tasks(live, '2026-02-02', cityA)).toEqual([]);
  });
});

describe('what waits for its acceptance, its receipt or the signature', () => {
  test('acceptance: of each who owes it and has said nothing', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms({ liable: [cityA, cityB], lead: cityA }) });
    expect(one(live, '2026-01-07', cityB, 'accept|d')).toEqual({
      kind: 'waiting',
      key: 'accept|d',
      command: 'acceptObligation',
      title: words('Bridge'),
      text: { zh: '待接受或提出异议。', en: 'Accept or contest it.' },
      subject: 'd',
      dueOn: null,
      light: undefined,
      since: '2026-01-06',
      because: [],
      evidence: [idOf(live, 'obligationDrafted')],
      visibleFrom: null,
    });
    expect(one(live, '2026-01-07', cityC, 'accept|d')).toBeUndefined();
    live.do('2026-01-07', cityA, 'acceptObligation', { obligation: 'd', by: cityA });
    live.do('2026-01-07', cityB, 'contestObligation', { obligation: 'd', by: cityB, reason: words('r') });
    for (const actor of [cityA, cityB]) expect(one(live, '2026-01-08', actor, 'accept|d')).toBeUndefined();
  });
  test('receipt of what was assigned, once', () => {
    const live = openedCase();
    live.do('2026-01-06', above, 'assignObligation', { obligation: 'd', by: above, terms: dutyTerms({ origin: 'assigned' }) });
    expect(one(live, '2026-01-07', cityA, 'receive|d')).toMatchObject({
      kind: 'waiting',
      command: 'receiveObligation',
      since: '2026-01-06',
      text: { zh: '已交办，待签收。', en: 'It was assigned: confirm receipt.' },
    });
    live.do('2026-01-07', cityA, 'receiveObligation', { obligation: 'd', by: cityA });
    expect(one(live, '2026-01-08', cityA, 'receive|d')).toBeUndefined();
  });
  test('the signature, once nothing is missing', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftAgreement', {
      agreement: 'a',
      title: words('Pact'),
      parties: [cityA, cityB],
      topics: [],
      clauses: [{ clause: '1' }],
    });
    live.do('2026-01-07', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms({ agreement: 'a', clause: '1' }) });
    expect(one(live, '2026-01-08', cityB, 'sign|a')).toBeUndefined();
    live.do('2026-01-08', cityA, 'acceptObligation', { obligation: 'd', by: cityA });
    for (const actor of [cityA, cityB]) {
      expect(one(live, '2026-01-09', actor, 'sign|a')).toEqual({
        kind: 'waiting',
        key: 'sign|a',
        command: 'signAgreement',
        title: words('Pact'),
        text: {
          zh: '各条各项均已齐备，待签署；签署之前各项责任尚不生效。',
          en: 'Nothing is missing: sign it. Until then its duties bind nobody.',
        },
        subject: 'a',
        dueOn: null,
        light: undefined,
        since: '2026-01-06',
        because: [],
        evidence: [idOf(live, 'agreementDrafted')],
        visibleFrom: null,
      });
    }
    expect(one(live, '2026-01-09', cityC, 'sign|a')).toBeUndefined();
    // Who owes it is held up by those who have not signed.
    expect(one(live, '2026-01-09', cityA, 'unsigned|d')).toMatchObject({
      kind: 'held',
      since: '2026-01-08',
      dueOn: '2026-06-30',
      because: [cityA, cityB],
      evidence: [idOf(live, 'obligationDrafted'), idOf(live, 'agreementDrafted')],
      text: { zh: '协议尚未签署，事项尚不生效，不计逾期。' },
    });
    live.do('2026-01-09', cityA, 'signAgreement', { agreement: 'a', framework: false });
    expect(tasks(live, '2026-01-10', cityB)).toEqual([]);
  });
});

describe('what whoever decides is asked', () => {
  /** What waits for the other city, and how it stands on the list of the city that owes. */
  const asked = (live: LiveCase, on: string, step: string) => {
    const [mine, theirs] = [one(live, on, cityB, `${step}|d`), one(live, on, cityA, `${step}|d`)];
    expect(theirs).toMatchObject({ kind: 'held', command: undefined, because: [cityB], since: mine?.since, evidence: mine?.evidence });
    expect(one(live, on, cityC, `${step}|d`)).toBeUndefined();
    return [mine?.kind, mine?.command, mine?.text.zh, mine?.text.en, theirs?.text.en];
  };
  test('an extension', () => {
    const live = owingCase();
    live.do('2026-02-01', cityA, 'requestExtension', { obligation: 'd', by: cityA, newDueOn: '2026-08-31' });
    expect(asked(live, '2026-02-03', 'decideExtension')).toEqual([
      'waiting',
      'grantExtension',
      '申请延期，待决定。',
      'An extension was asked for: decide it.',
      'Waiting for 2 days.',
    ]);
  });
  test('lateness that is contested', () => {
    const live = owingCase();
    live.do('2026-07-01', cityA, 'contestOverdue', { obligation: 'd', by: cityA });
    expect(asked(live, '2026-07-02', 'decideOverdue')).toEqual([
      'waiting',
      'decideOverdue',
      '对逾期提出异议，待决定。',
      'Its lateness is contested: decide it.',
      'Waiting for 1 day.',
    ]);
  });
  test('a report, its review, the publicity and the close-out', () => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { obligation: 'd', by: cityA, completion: 'complete' });
    expect(asked(live, '2026-03-02', 'review')).toEqual([
      'waiting',
      'reviewObligation',
      '已反馈，待审核。',
      'It was reported: review it.',
      'Waiting for 1 day.',
    ]);
    live.do('2026-03-02', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'complete' });
    expect(one(live, '2026-03-03', cityB, 'review|d')).toBeUndefined();
    expect(asked(live, '2026-03-03', 'signOff')).toEqual([
      'waiting',
      'fulfilObligation',
      '已审核，待办结或退办。',
      'It was reviewed: sign it off or return it.',
      'Waiting for 1 day.',
    ]);
    live.do('2026-03-03', cityB, 'fulfilObligation', { obligation: 'd' });
    expect(tasks(live, '2026-03-04', cityB)).toEqual([]);
    live.do('2026-03-04', cityA, 'requestCloseOut', { obligation: 'd', by: cityA });
    expect(asked(live, '2026-03-05', 'publicise')).toEqual([
      'waiting',
      'publiciseCloseOut',
      '申请销号，待公示。',
      'Close-out was applied for: make it public.',
      'Waiting for 1 day.',
    ]);
    live.do('2026-03-05', cityB, 'publiciseCloseOut', { obligation: 'd', by: cityB, until: '2026-03-12' });
    expect(one(live, '2026-03-06', cityB, 'publicise|d')).toBeUndefined();
    expect(asked(live, '2026-03-06', 'closeOut')).toEqual([
      'waiting',
      'closeOutObligation',
      '公示期满后销号。',
      'Close it out when the publicity is over.',
      'Waiting for 1 day.',
    ]);
  });
  test('a review that did not find it complete is returned or made again', () => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { obligation: 'd', by: cityA, completion: 'complete' });
    live.do('2026-03-02', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'limited' });
    expect(asked(live, '2026-03-03', 'signOff')).toEqual([
      'waiting',
      'returnObligation',
      '审核未认定全部完成，待退办或再审核。',
      'The review did not find it complete: return it, or review it again.',
      'Waiting for 1 day.',
    ]);
  });
  test('what is late because of others: from the day it is, with its light and a slip at hand', () => {
    const live = owingCase();
    expect(one(live, '2026-06-30', cityB, 'late|d')).toBeUndefined();
    expect(one(live, '2026-07-01', cityB, 'late|d')).toMatchObject({
      kind: 'held',
      command: 'issueReminder',
      since: '2026-07-01',
      visibleFrom: '2026-07-01',
      dueOn: '2026-06-30',
      because: [cityA],
      evidence: [idOf(live, 'obligationDrafted')],
      text: { zh: '已逾期1天。', en: '1 day overdue.' },
      light: { light: 'red' },
    });
    expect(one(live, '2026-07-01', cityA, 'late|d')).toBeUndefined();
    expect(one(live, '2026-07-01', cityC, 'late|d')).toBeUndefined();
  });
});

describe('the talk', () => {
  const withTopic = () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'raiseTopic', { topic: 't', title: words('Roads'), by: [cityA] });
    return live;
  };
  test('statements that a party has not answered, while their topic is open', () => {
    const live = withTopic();
    live.do('2026-01-07', cityA, 'putStatement', { statement: 's', topic: 't', by: cityA, text: words('Build it') });
    expect(one(live, '2026-01-08', cityB, 'answerStatement|s')).toMatchObject({
      kind: 'waiting',
      command: 'answerStatement',
      title: words('Build it'),
      text: { zh: '待表态。', en: 'Say whether you agree.' },
      since: '2026-01-07',
      evidence: [idOf(live, 'statementPut')],
    });
    for (const actor of [cityC, above]) expect(one(live, '2026-01-08', actor, 'answerStatement|s')).toBeUndefined();
    live.do('2026-01-08', `${cityB}/roads`, 'answerStatement', { statement: 's', party: `${cityB}/roads`, answer: 'agree' });
    expect(one(live, '2026-01-09', cityB, 'answerStatement|s')).toBeUndefined();
    expect(one(live, '2026-01-09', cityA, 'answerStatement|s')).toBeDefined();
    live.do('2026-01-09', cityA, 'withdrawTopic', { topic: 't' });
    expect(one(live, '2026-01-10', cityA, 'answerStatement|s')).toBeUndefined();
  });
  test('meetings: the invited attend, who convened holds and minutes them', () => {
    const live = withTopic();
    live.do('2026-01-07', cityA, 'conveneMeeting', {
      meeting: 'm',
      title: words('Liaison'),
      kind: 'liaison',
      by: cityA,
      topics: ['t'],
      plannedOn: '2026-01-20',
      invited: [{ actor: cityB }],
    });
    const base = {
      kind: 'waiting',
      title: words('Liaison'),
      subject: 'm',
      since: '2026-01-07',
      dueOn: '2026-01-20',
      evidence: [idOf(live, 'meetingConvened')],
    };
    expect(one(live, '2026-01-08', cityB, 'attend|m')).toMatchObject({
      ...base,
      command: undefined,
      text: { zh: '受邀参加。', en: 'You are invited.' },
      visibleFrom: null,
    });
    expect(one(live, '2026-01-08', cityA, 'attend|m')).toBeUndefined();
    expect(one(live, '2026-01-19', cityA, 'hold|m')).toBeUndefined();
    expect(one(live, '2026-01-20', cityA, 'hold|m')).toMatchObject({
      ...base,
      command: 'holdMeeting',
      text: { zh: '开过之后，记录会议。', en: 'Once it was held, record it.' },
      visibleFrom: '2026-01-20',
    });
    expect(one(live, '2026-01-20', cityB, 'hold|m')).toBeUndefined();
    expect(one(live, '2026-01-20', cityA, 'minutes|m')).toBeUndefined();
    live.do('2026-01-20', cityA, 'holdMeeting', { meeting: 'm', title: words('Liaison'), topics: ['t'], attendees: [{ actor: cityA }] });
    for (const key of ['attend|m', 'hold|m'])
      for (const actor of [cityA, cityB]) expect(one(live, '2026-01-21', actor, key)).toBeUndefined();
    expect(one(live, '2026-01-21', cityA, 'minutes|m')).toMatchObject({
      command: 'issueMinutes',
      since: '2026-01-20',
      dueOn: null,
      text: { zh: '已召开，待印发纪要。', en: 'It was held: issue the minutes.' },
    });
    expect(one(live, '2026-01-21', cityB, 'minutes|m')).toBeUndefined();
    live.do('2026-01-21', cityA, 'issueMinutes', { meeting: 'm', title: words('minutes'), by: cityA, decisions: [] });
    expect(one(live, '2026-01-22', cityA, 'minutes|m')).toBeUndefined();
  });
  test('a decision is shown a week before it is reviewed, to the parties', () => {
    const live = withTopic();
    live.do('2026-01-07', cityA, 'recordConsensus', { topic: 't', parties: [cityA, cityB], reviewOn: '2026-06-30' });
    expect(one(live, '2026-06-22', cityA, 'reviewDecision|t')).toBeUndefined();
    expect(one(live, '2026-06-23', cityA, 'reviewDecision|t')).toMatchObject({
      kind: 'waiting',
      command: 'reviewDecision',
      title: words('Roads'),
      text: { zh: '决定到了复审日期。', en: 'The decision is due for review.' },
      since: '2026-01-07',
      dueOn: '2026-06-30',
      visibleFrom: '2026-06-23',
      evidence: [idOf(live, 'consensusRecorded')],
    });
    expect(one(live, '2026-06-23', above, 'reviewDecision|t')).toBeUndefined();
  });
});

describe('the superior', () => {
  test('concludes an inspection and decides its review', () => {
    const live = openedCase();
    live.do('2026-02-01', above, 'planInspection', {
      inspection: 'i',
      kind: 'inspection',
      by: above,
      objects: [cityA],
      matter: words('roads'),
      period: { first: '2026-02-01', last: '2026-02-28' },
      scope: words('all'),
    });
    const evidence = [idOf(live, 'inspectionPlanned')];
    expect(one(live, '2026-02-02', above, 'conclude|i')).toMatchObject({
      kind: 'waiting',
      command: 'concludeInspection',
      title: words('roads'),
      text: { zh: '待作出结论。', en: 'Conclude it.' },
      since: '2026-02-01',
      dueOn: '2026-02-28',
      evidence,
    });
    for (const actor of [cityA, centre]) expect(one(live, '2026-02-02', actor, 'conclude|i')).toBeUndefined();
    live.do('2026-02-10', above, 'concludeInspection', { inspection: 'i', by: above });
    expect(tasks(live, '2026-02-11', above)).toEqual([]);
    live.do('2026-02-20', cityA, 'requestReview', { inspection: 'i', by: cityA });
    // 20 February + 30 days.
    expect(one(live, '2026-02-21', above, 'decideReview|i')).toMatchObject({
      command: 'decideReview',
      since: '2026-02-20',
      dueOn: '2026-03-22',
      evidence,
      text: { zh: '已申请复核，待作出决定。', en: 'A review was asked for: decide it.' },
    });
    live.do('2026-02-25', above, 'decideReview', { inspection: 'i', by: above, upheld: true });
    expect(tasks(live, '2026-02-26', above)).toEqual([]);
  });
  test('answers a request, within 60 days', () => {
    const live = openedCase();
    live.do('2026-02-01', cityA, 'proposeIntervention', { intervention: 'v', tier: above, by: cityA });
    expect(one(live, '2026-02-02', `${above}/office`, 'answerRequest|v')).toMatchObject({
      kind: 'waiting',
      command: 'openIntervention',
      title: { zh: 'Northford请求介入', en: 'Northford asks for intervention' },
      text: {
        zh: '待答复：看三项原则的审查意见，再启动或不予介入。',
        en: 'Answer it: read what the principles say, then open it or decline.',
      },
      since: '2026-02-01',
      dueOn: '2026-04-02',
      evidence: [idOf(live, 'interventionProposed')],
    });
    for (const actor of [centre, cityA]) expect(one(live, '2026-02-02', actor, 'answerRequest|v')).toBeUndefined();
    live.do('2026-02-03', above, 'declineIntervention', { intervention: 'v', tier: above, reason: words('r') });
    expect(one(live, '2026-02-04', above, 'answerRequest|v')).toBeUndefined();
  });
  test('ends its intervention by the sunset', () => {
    const live = openedCase();
    stepIn(live, '2026-03-01', 'Help');
    expect(one(live, '2026-03-02', above, 'sunset|v')).toMatchObject({
      kind: 'owe',
      command: 'closeIntervention',
      title: words('Help'),
      text: {
        zh: '到期前结束介入、恢复权力，或依规延长。',
        en: 'Close it and restore the powers before it ends, or extend it by the rules.',
      },
      since: '2026-03-01',
      dueOn: '2027-03-01',
      evidence: [idOf(live, 'interventionOpened')],
    });
    for (const actor of [centre, cityA]) expect(one(live, '2026-03-02', actor, 'sunset|v')).toBeUndefined();
    live.do('2026-04-01', above, 'closeIntervention', { intervention: 'v' });
    expect(one(live, '2026-04-02', above, 'sunset|v')).toBeUndefined();
  });
});

test('the list: duties first, then what waits, then what is held; by date, those without one last; then since when, then by name', () => {
  const live = owingCase();
  const draft = (obligation: string, deadline?: string) =>
    live.do('2026-01-08', cityA, 'draftObligation', {
      obligation,
      ...dutyTerms({ deadline: deadline && { text: words('x'), readings: [{ reading: 'r', dueOn: deadline }], defaultReading: 'r' } }),
    });
  for (const [id, day] of [
    ['b', '2026-05-31'],
    ['a', '2026-05-31'],
    ['never', undefined],
    ['late', '2026-12-31'],
  ] as const) {
    draft(id, day);
    live.do('2026-01-09', cityA, 'acceptObligation', { obligation: id, by: cityA });
  }
  draft('open', '2026-02-01');
  live.do('2026-01-10', cityA, 'requestExtension', { obligation: 'd', by: cityA, newDueOn: '2026-08-31' });
  expect(tasks(live, '2026-01-11', cityA).map(({ key }) => key)).toEqual([
    'owe|a',
    'owe|b',
    'owe|d',
    'owe|late',
    'owe|never',
    'accept|open',
    'decideExtension|d',
  ]);
});
