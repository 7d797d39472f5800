import { describe, expect, test } from 'vitest';
import { LiveCase } from '../testing/live.ts';
import { above, cityA, cityB, cityC, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';

const may = (live: LiveCase, today: string, by: string, command: Parameters<LiveCase['ask']>[2], payload: object) =>
  'events' in live.ask(today, by, command, payload);
const topic = { topic: 't', title: words('Roads'), by: [cityA] };
const withTopic = () => {
  const live = openedCase();
  const [raised] = live.do('2026-01-06', cityA, 'raiseTopic', topic);
  return { live, raised: raised?.id };
};
const notParty = (name: string) => [
  'notEntitled',
  `${name}不是本案当事方。`,
  `${name} is not a party of the case.`,
  '由当事方提出，或先加入本案。',
  'Let a party do it, or join the case first.',
];

describe('a case', () => {
  test('is opened once, by two parties at least', () => {
    expect(
      refusedWith(openedCase(), '2026-01-06', cityA, 'openCase', { title: words('Other'), parties: [cityA, cityB] }).slice(0, 3),
    ).toEqual(['alreadyThere', '案例“Other”已在案。', 'The case “Other” is on record already.']);
    expect(refusedWith(new LiveCase(), '2026-01-06', cityA, 'openCase', { title: words('C'), parties: [cityA] })).toEqual([
      'incomplete',
      '协商至少需要两方。',
      'A consultation needs two parties at least.',
      '请补上另一方。',
      'Name another party.',
    ]);
  });
  test('is joined by who is no party, nor an organ of one', () => {
    expect(may(openedCase(), '2026-01-06', cityC, 'joinCase', { party: cityC })).toBe(true);
    for (const party of [cityA, `${cityA}/roads`]) expect(may(openedCase(), '2026-01-06', party, 'joinCase', { party })).toBe(false);
    expect(refusedWith(openedCase(), '2026-01-06', cityA, 'joinCase', { party: cityA }).slice(0, 3)).toEqual([
      'alreadyThere',
      '当事方“Northford”已在案。',
      'The party “Northford” is on record already.',
    ]);
  });
  test('is left by a party that owes nothing any more, on which facts it does', () => {
    const live = owingCase();
    const drafted = live.facts.find(({ type }) => type === 'obligationDrafted')?.id;
    expect(live.refused('2026-02-01', cityA, 'leaveCase', { party: cityA })).toMatchObject({
      refusal: 'stepMissing',
      text: { zh: '该方尚有1项未了责任，不能退出。', en: 'The party still owes 1 of the obligations and cannot leave.' },
      remedy: { zh: '先办结、解除或由他方承继这些责任。', en: 'Fulfil, discharge or pass them on first.' },
      evidence: [drafted],
    });
    expect(may(live, '2026-02-01', cityB, 'leaveCase', { party: cityB })).toBe(true);
    live.do('2026-02-01', cityB, 'dischargeObligation', { obligation: 'd' });
    expect(may(live, '2026-02-02', cityA, 'leaveCase', { party: cityA })).toBe(true);
    expect(refusedWith(live, '2026-02-02', cityC, 'leaveCase', { party: cityC })).toEqual(notParty('Harrow'));
  });
  test('comes back the day after it left at the earliest; the same day, the fold would still have it gone', () => {
    const live = openedCase();
    const [left] = live.do('2026-02-01', cityB, 'leaveCase', { party: cityB });
    const refusal = live.refused('2026-02-01', cityB, 'joinCase', { party: cityB });
    expect(refusal).toMatchObject({ refusal: 'orderWithinDay', evidence: [left?.id] });
    expect([refusal.text.zh, refusal.text.en]).toEqual([
      '该方于2026年2月1日退出，当日再加入将分不清先后。',
      'The party left on 1 February 2026; joining again on that day could not be told to follow.',
    ]);
    live.do('2026-02-02', cityB, 'joinCase', { party: cityB });
    expect(may(live, '2026-02-02', cityB, 'joinCase', { party: cityB })).toBe(false);
  });
});

describe('topics', () => {
  test('are raised once, by parties or organs of them', () => {
    expect(refusedWith(openedCase(), '2026-01-06', cityC, 'raiseTopic', { ...topic, by: [cityA, cityC] })).toEqual(notParty('Harrow'));
    expect(may(openedCase(), '2026-01-06', cityA, 'raiseTopic', { ...topic, by: [`${cityA}/roads`] })).toBe(true);
    expect(may(openedCase(), '2026-01-06', cityA, 'raiseTopic', { topic: 't', title: words('t') })).toBe(true);
    expect(refusedWith(withTopic().live, '2026-01-07', cityA, 'raiseTopic', topic).slice(0, 3)).toEqual([
      'alreadyThere',
      '议题“t”已在案。',
      'The topic “t” is on record already.',
    ]);
  });
  test('are talked about while they are open', () => {
    const position = { topic: 't', party: cityA, position: 'yes' };
    expect(refusedWith(openedCase(), '2026-01-07', cityA, 'statePosition', position).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有议题“t”。',
      'There is no topic “t” in the case.',
    ]);
    const { live } = withTopic();
    expect(may(live, '2026-01-07', cityA, 'statePosition', position)).toBe(true);
    expect(refusedWith(live, '2026-01-07', cityC, 'statePosition', { ...position, party: cityC })).toEqual(notParty('Harrow'));
    const [withdrawn] = live.do('2026-01-07', cityA, 'withdrawTopic', { topic: 't' });
    expect(live.refused('2026-01-08', cityA, 'statePosition', position)).toMatchObject({
      refusal: 'wrongState',
      text: { zh: '该议题已撤回。', en: 'The topic was withdrawn.' },
      remedy: { zh: '如需再议，请另提新议题。', en: 'Raise a new topic to take it up again.' },
      evidence: [withdrawn?.id],
    });
  });
  test('are merged into another that is open', () => {
    const merge = (into: string) => ({ topic: 't', mergedInto: into });
    const { live } = withTopic();
    live.do('2026-01-06', cityA, 'raiseTopic', { topic: 'u', title: words('u'), by: [cityA] });
    for (const into of ['t', 'x']) {
      expect(refusedWith(live, '2026-01-07', cityA, 'withdrawTopic', merge(into))).toEqual([
        'unknownSubject',
        '并入的议题不是另一项未撤回的议题。',
        'It is to be merged into no other open topic.',
        '选择另一项未撤回的议题。',
        'Choose another topic that was not withdrawn.',
      ]);
    }
    expect(may(live, '2026-01-07', cityA, 'withdrawTopic', merge('u'))).toBe(true);
    live.do('2026-01-07', cityA, 'withdrawTopic', { topic: 'u' });
    expect(may(live, '2026-01-08', cityA, 'withdrawTopic', merge('u'))).toBe(false);
  });
});

describe('meetings', () => {
  const meeting = (name: string, more: object = {}) => ({
    meeting: name,
    title: words(name),
    kind: 'liaison',
    by: cityA,
    topics: ['t'],
    plannedOn: '2026-01-10',
    invited: [{ actor: cityB }],
    ...more,
  });
  const held = (name: string) => ({ meeting: name, title: words(name), topics: ['t'], attendees: [{ actor: cityA }] });
  test('are convened once, on topics that are open', () => {
    const { live } = withTopic();
    expect(refusedWith(live, '2026-01-07', cityA, 'conveneMeeting', meeting('m', { topics: ['t', 'x'] })).slice(0, 2)).toEqual([
      'unknownSubject',
      '案中没有议题“x”。',
    ]);
    live.do('2026-01-07', cityA, 'conveneMeeting', meeting('m'));
    expect(refusedWith(live, '2026-01-08', cityA, 'conveneMeeting', meeting('m')).slice(0, 3)).toEqual([
      'alreadyThere',
      '会议“m”已在案。',
      'The meeting “m” is on record already.',
    ]);
  });
  test('of leaders come after a liaison meeting on each topic that was held', () => {
    const { live } = withTopic();
    live.do('2026-01-06', cityA, 'raiseTopic', { topic: 'u', title: words('Rails'), by: [cityA] });
    const conference = meeting('j', { kind: 'jointConference', topics: ['t', 'u'] });
    const bare = (zh: string, en: string) => [
      'stepMissing',
      `下列议题尚未经联络员会议商定：${zh}。`,
      `No liaison meeting has prepared: ${en}.`,
      '先召开联络员会议，再提交联席会议。',
      'Hold a liaison meeting on them, then convene the joint conference.',
    ];
    expect(refusedWith(live, '2026-01-07', cityA, 'conveneMeeting', conference)).toEqual(bare('Roads、Rails', 'Roads; Rails'));
    live.do('2026-01-07', cityA, 'conveneMeeting', meeting('m'));
    expect(refusedWith(live, '2026-01-08', cityA, 'conveneMeeting', conference)).toEqual(bare('Roads、Rails', 'Roads; Rails'));
    live.do('2026-01-10', cityA, 'holdMeeting', held('m'));
    expect(refusedWith(live, '2026-01-11', cityA, 'conveneMeeting', conference)).toEqual(bare('Rails', 'Rails'));
    expect(may(live, '2026-01-11', cityA, 'conveneMeeting', { ...conference, topics: ['t'] })).toBe(true);
    expect(may(live, '2026-01-11', cityA, 'conveneMeeting', meeting('k', { topics: ['u'] }))).toBe(true);
  });
  test('are held once, and minuted once after that', () => {
    const { live } = withTopic();
    const minutes = { meeting: 'm', title: words('minutes'), by: cityA, decisions: [] };
    expect(refusedWith(live, '2026-01-10', cityA, 'holdMeeting', held('m')).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有会议“m”。',
      'There is no meeting “m” in the case.',
    ]);
    const { meeting: _name, ...unplanned } = held('m');
    expect(may(live, '2026-01-10', cityA, 'holdMeeting', unplanned)).toBe(true);
    expect(refusedWith(live, '2026-01-10', cityA, 'issueMinutes', minutes).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有会议“m”。',
      'There is no meeting “m” in the case.',
    ]);
    live.do('2026-01-07', cityA, 'conveneMeeting', meeting('m'));
    expect(refusedWith(live, '2026-01-10', cityA, 'issueMinutes', minutes)).toEqual([
      'stepMissing',
      '会议尚未召开。',
      'The meeting has not been held.',
      '先记录会议召开情况。',
      'Record the meeting first.',
    ]);
    live.do('2026-01-10', cityA, 'holdMeeting', held('m'));
    expect(refusedWith(live, '2026-01-11', cityA, 'holdMeeting', held('m')).slice(0, 3)).toEqual([
      'alreadyThere',
      '会议记录“m”已在案。',
      'The record of the meeting “m” is on record already.',
    ]);
    live.do('2026-01-11', cityA, 'issueMinutes', minutes);
    expect(refusedWith(live, '2026-01-12', cityA, 'issueMinutes', minutes).slice(0, 3)).toEqual([
      'alreadyThere',
      '纪要“m”已在案。',
      'The text of the minutes “m” is on record already.',
    ]);
  });
});

describe('statements', () => {
  const put = { statement: 's', topic: 't', by: cityA, text: words('s') };
  test('are put once and answered by parties', () => {
    const { live } = withTopic();
    expect(
      refusedWith(live, '2026-01-07', cityB, 'answerStatement', { statement: 's', party: cityB, answer: 'agree' }).slice(0, 3),
    ).toEqual(['unknownSubject', '案中没有表述“s”。', 'There is no statement “s” in the case.']);
    expect(refusedWith(live, '2026-01-07', cityC, 'putStatement', { ...put, by: cityC })).toEqual(notParty('Harrow'));
    live.do('2026-01-07', cityA, 'putStatement', put);
    expect(refusedWith(live, '2026-01-08', cityA, 'putStatement', put).slice(0, 3)).toEqual([
      'alreadyThere',
      '表述“s”已在案。',
      'The statement “s” is on record already.',
    ]);
    expect(may(live, '2026-01-08', cityB, 'answerStatement', { statement: 's', party: cityB, answer: 'agree' })).toBe(true);
  });
});

describe('a consensus', () => {
  const consensus = (parties: string[], reviewOn?: string) => ({ topic: 't', parties, ...(reviewOn === undefined ? {} : { reviewOn }) });
  const needsReview = [
    'incomplete',
    '各方已达成一致，须载明复审日期。',
    'All parties agree: the decision needs a day on which it is reviewed.',
    '补填晚于当日的复审日期。',
    'Give a review date after today.',
  ];
  test('of all has a later day on which it is reviewed; of one it needs none', () => {
    const { live } = withTopic();
    expect(may(live, '2026-02-01', cityA, 'recordConsensus', consensus([cityA]))).toBe(true);
    expect(refusedWith(live, '2026-02-01', cityA, 'recordConsensus', consensus([cityA, cityB]))).toEqual(needsReview);
    expect(refusedWith(live, '2026-02-01', cityA, 'recordConsensus', consensus([cityA, cityB], '2026-02-01'))).toEqual(needsReview);
    expect(may(live, '2026-02-01', cityA, 'recordConsensus', consensus([cityA, cityB], '2026-02-02'))).toBe(true);
    expect(refusedWith(live, '2026-02-01', cityA, 'recordConsensus', consensus([cityA, `${cityB}/roads`]))).toEqual(needsReview);
  });
  test('is complete with the one that was missing', () => {
    const { live } = withTopic();
    live.do('2026-01-20', cityA, 'recordConsensus', consensus([cityA]));
    expect(refusedWith(live, '2026-02-01', cityB, 'recordConsensus', consensus([cityB]))).toEqual(needsReview);
  });
  test('is reviewed where there is one', () => {
    const { live } = withTopic();
    const review = { topic: 't', by: [cityA], outcome: 'upheld' };
    expect(refusedWith(live, '2026-02-01', cityA, 'reviewDecision', review)).toEqual([
      'stepMissing',
      '该议题尚无决定。',
      'There is no decision on the topic yet.',
      '先记录共识。',
      'Record a consensus first.',
    ]);
  });
});

test('the superior is no party', () => {
  expect(refusedWith(withTopic().live, '2026-01-07', above, 'recordDissent', { topic: 't', party: above, text: words('no') })).toEqual(
    notParty('Province'),
  );
});
