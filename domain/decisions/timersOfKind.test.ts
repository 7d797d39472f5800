/** Each kind of timer: its day, whom it tells, and its words. */
import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, byDay, cityA, cityB, openedCase, owingCase, stepIn, words } from '../testing/refusals.ts';
import { type TimerKind, timersOf } from './timers.ts';

const timer = (live: LiveCase, on: string, kind: TimerKind) =>
  timersOf(live.situation(on))
    .filter((own) => own.kind === kind)
    .map(({ subject, dueOn, recipients, title, text }) => [subject, dueOn, recipients.join(','), title.zh, title.en, text.zh, text.en]);
const both = `${cityA},${cityB}`;

describe('duties', () => {
  test('fall due soon, are overdue, and go up the line', () => {
    const live = owingCase();
    // 174 days from 7 January to 30 June, a fifth of them are 34.
    expect(timer(live, '2026-01-08', 'dueSoon')).toEqual([
      [
        'd',
        '2026-05-27',
        cityA,
        'Bridge',
        'Bridge',
        '将于2026年6月30日到期，尚未反馈。',
        'It falls due on 30 June 2026 and is not reported.',
      ],
    ]);
    expect(timer(live, '2026-01-08', 'overdue')).toEqual([
      ['d', '2026-07-01', both, 'Bridge', 'Bridge', '已逾期，尚未办结。', 'It is overdue and not done.'],
    ]);
    expect(timer(live, '2026-01-08', 'escalated')).toEqual([
      ['d/1', '2026-07-08', above, 'Bridge', 'Bridge', '逾期7天仍未办结。', '7 days past due and still not done.'],
      ['d/2', '2026-07-15', '000000', 'Bridge', 'Bridge', '逾期14天仍未办结。', '14 days past due and still not done.'],
    ]);
  });
  test('tell of a slip without answer, by its colour', () => {
    const live = owingCase();
    const slip = (on: string, colour: string) => live.do(on, cityB, 'issueReminder', { obligation: 'd', by: cityB, slip: colour });
    const said = (on: string) => timer(live, on, 'slipUnanswered').map((own) => [own[0], own[5], own[6]]);
    slip('2026-07-02', 'blue');
    expect(said('2026-07-03')).toEqual([
      ['d/blue', '蓝色督办单到期未反馈，可以升级为橙色。', 'The blue slip was not answered in time: an orange one may follow.'],
    ]);
    // Where slips were issued, nobody is told of the same lateness on two ways.
    expect(timer(live, '2026-07-03', 'escalated')).toEqual([]);
    expect(timer(live, '2026-07-03', 'overdue')).toHaveLength(1);
    slip('2026-07-10', 'orange');
    expect(said('2026-07-11')).toEqual([
      ['d/orange', '橙色督办单到期未反馈，可以升级为红色。', 'The orange slip was not answered in time: a red one may follow.'],
    ]);
    slip('2026-07-18', 'red');
    expect(said('2026-07-19')).toEqual([
      ['d/red', '红色督办单到期未反馈，请上级关注。', 'The red slip was not answered in time: it is for those above.'],
    ]);
  });
  test('wait for the answer to a request for an extension', () => {
    const live = owingCase();
    const [asked] = live.do('2026-06-01', cityA, 'requestExtension', { obligation: 'd', by: cityA, newDueOn: '2026-08-31' });
    expect(timer(live, '2026-06-02', 'extensionUnanswered')).toEqual([
      [
        `d/${asked?.id}`,
        '2026-06-06',
        cityB,
        'Bridge',
        'Bridge',
        '延期申请已5天未答复。',
        'A request for an extension has been open for 5 days.',
      ],
    ]);
  });
  test('that are done: publicity, close-out, look-back, and then nothing', () => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { obligation: 'd', by: cityA, completion: 'complete' });
    live.do('2026-03-02', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'complete' });
    live.do('2026-03-03', cityB, 'fulfilObligation', { obligation: 'd' });
    live.do('2026-03-04', cityA, 'requestCloseOut', { obligation: 'd', by: cityA });
    expect(timersOf(live.situation('2026-03-04'))).toEqual([]);
    live.do('2026-03-05', cityB, 'publiciseCloseOut', { obligation: 'd', by: cityB, until: '2026-03-12' });
    expect(timersOf(live.situation('2026-03-05'))).toHaveLength(1);
    expect(timer(live, '2026-03-05', 'publicityOver')).toEqual([
      ['d', '2026-03-13', cityB, 'Bridge', 'Bridge', '公示期已满，可以销号。', 'The publicity is over: it can be closed out.'],
    ]);
    live.do('2026-03-13', cityB, 'closeOutObligation', { obligation: 'd' });
    // 13 March + 180 days = 9 September.
    expect(timer(live, '2026-03-14', 'lookBack')).toEqual([
      ['d', '2026-09-09', cityB, 'Bridge', 'Bridge', '销号已180天，请回头看。', 'Closed out 180 days ago: look back on it.'],
    ]);
    live.do('2026-09-09', cityB, 'lookBack', { obligation: 'd', holds: true });
    expect(timersOf(live.situation('2026-09-10'))).toEqual([]);
  });
  test('that were discharged have none', () => {
    const live = owingCase();
    live.do('2026-03-01', cityB, 'dischargeObligation', { obligation: 'd' });
    expect(timersOf(live.situation('2026-03-02'))).toEqual([]);
  });
});

describe('decisions', () => {
  const decided = () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'raiseTopic', { topic: 't', title: words('Roads'), by: [cityA] });
    live.do('2026-01-07', cityA, 'recordConsensus', { topic: 't', parties: [cityA, cityB], reviewOn: '2026-06-30' });
    return live;
  };
  test('are reviewed: told a week before, unless the topic is withdrawn', () => {
    const live = decided();
    expect(timer(live, '2026-01-08', 'decisionReview')).toEqual([
      ['t', '2026-06-23', both, 'Roads', 'Roads', '决定应于2026年6月30日前复审。', 'The decision is to be reviewed by 30 June 2026.'],
    ]);
    live.do('2026-02-01', cityA, 'withdrawTopic', { topic: 't' });
    expect(timer(live, '2026-02-02', 'decisionReview')).toEqual([]);
  });
});

describe('inspections', () => {
  test('are concluded, open to a review, reviewed, and then nothing', () => {
    const live = openedCase();
    live.do('2026-02-01', above, 'planInspection', {
      inspection: 'i',
      kind: 'inspection',
      by: above,
      objects: [cityA, cityB],
      matter: words('roads'),
      period: { first: '2026-02-01', last: '2026-02-28' },
      scope: words('all'),
    });
    expect(timersOf(live.situation('2026-02-01'))).toHaveLength(1);
    expect(timer(live, '2026-02-01', 'inspectionOver')).toEqual([
      ['i', '2026-03-01', above, 'roads', 'roads', '督查期限已过，请作出结论。', 'Its period is over: conclude it.'],
    ]);
    live.do('2026-02-20', above, 'concludeInspection', { inspection: 'i', by: above });
    // Until 22 March, told a week before.
    expect(timer(live, '2026-02-21', 'reviewRequestEnds')).toEqual([
      [
        'i',
        '2026-03-15',
        both,
        'roads',
        'roads',
        '如有异议，可于2026年3月22日前申请复核。',
        'A review can be asked for until 22 March 2026.',
      ],
    ]);
    live.do('2026-03-01', cityA, 'requestReview', { inspection: 'i', by: cityA });
    // 1 March + 30 days = 31 March.
    expect(timer(live, '2026-03-02', 'reviewDecisionDue')).toEqual([
      ['i', '2026-03-24', above, 'roads', 'roads', '复核决定应于2026年3月31日前作出。', 'The review is to be decided by 31 March 2026.'],
    ]);
    expect(timersOf(live.situation('2026-03-02'))).toHaveLength(1);
    live.do('2026-03-10', above, 'decideReview', { inspection: 'i', by: above, upheld: true });
    expect(timersOf(live.situation('2026-03-11'))).toEqual([]);
  });
});

describe('requests and interventions', () => {
  const asking = () => {
    const live = openedCase();
    live.do('2026-02-01', cityA, 'proposeIntervention', { intervention: 'v', tier: above, by: cityA });
    return live;
  };
  test('a request waits for 60 days; not one that was declined', () => {
    const live = asking();
    expect(timer(live, '2026-02-02', 'requestUnanswered')).toEqual([
      [
        'v',
        '2026-04-02',
        `${above},${cityA}`,
        'Northford请求介入',
        'Northford asks for intervention',
        '请求已60天未获答复，可请再上一级。',
        'Unanswered for 60 days: the next tier may be asked.',
      ],
    ]);
    live.do('2026-02-03', above, 'declineIntervention', { intervention: 'v', tier: above, reason: words('r') });
    expect(timer(live, '2026-02-04', 'requestUnanswered')).toEqual([]);
  });
  test('an intervention is read, nears its sunset, passes it, and is watched after its end', () => {
    const live = asking();
    stepIn(live, '2026-03-01', 'Help');
    const said = (on: string, kind: TimerKind) =>
      timer(live, on, kind).map(([subject, dueOn, told, , title, zh, en]) => [subject, dueOn, told, title, zh, en]);
    // 1 March + 90 days = 30 May.
    expect(said('2026-03-02', 'exitReading')).toEqual([
      ['v', '2026-05-30', above, 'Help', '请对照退出标准读数。', 'Read its exit criteria.'],
    ]);
    expect(said('2026-03-02', 'sunsetNear')).toEqual([
      [
        'v',
        '2027-01-30',
        above,
        'Help',
        '介入将于2027年3月1日到期：收尾、移交或说明延长理由。',
        'It ends on 1 March 2027: hand back, or give reasons to extend.',
      ],
    ]);
    expect(said('2026-03-02', 'sunsetPassed')).toEqual([
      ['v', '2027-03-02', `${above},${both}`, 'Help', '介入已过期限。', 'It is past its sunset.'],
    ]);
    expect(timer(live, '2026-03-02', 'requestUnanswered')).toEqual([]);
    live.do('2026-06-01', above, 'readExitCriteria', { intervention: 'v', met: false, by: above });
    expect(said('2026-06-02', 'exitReading').map((own) => own[1])).toEqual(['2026-08-30']);
    live.do('2026-07-01', above, 'closeIntervention', { intervention: 'v' });
    expect(timersOf(live.situation('2026-07-02')).map(({ kind }) => kind)).toEqual(['watchEnds']);
    expect(said('2026-07-02', 'watchEnds')).toEqual([
      ['v', '2028-07-01', `${above},${both}`, 'Help', '退出后的观察期届满。', 'The watch after the exit is over.'],
    ]);
  });
});

test('they stand in order of day, kind and subject', () => {
  const live = owingCase();
  live.do('2026-01-08', cityA, 'draftObligation', {
    obligation: 'a',
    title: words('a'),
    origin: 'agreed',
    liable: [cityA],
    measure: words('m'),
    deadline: byDay('2026-06-30'),
  });
  live.do('2026-01-08', cityA, 'acceptObligation', { obligation: 'a', by: cityA });
  const keys = timersOf(live.situation('2026-01-09')).map(({ dueOn, kind, subject }) => `${dueOn} ${kind} ${subject}`);
  expect(keys).toEqual([...keys].sort());
  expect(keys).toHaveLength(8);
});
