/** Each thing that cannot be done now says why, and stops saying so once it can be. */
import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, byDay, centre, cityA, cityB, cityC, openedCase, owingCase, stepIn, words } from '../testing/refusals.ts';
import type { CommandName } from './decide.ts';
import { unavailable } from './unavailable.ts';

const why = (live: LiveCase, on: string, by: string, name: CommandName) => {
  const said = unavailable(name, live.context(on, by));
  return said === undefined ? undefined : [said.zh, said.en];
};
const asParty = ['由当事方办理。', 'It is for a party of the case.'];
const noTopic = ['还没有议题：先提出议题。', 'There is no topic yet: raise one first.'];
const noAgreement = ['没有生效的协议。', 'There is no agreement in force.'];
const noBody = ['案中没有机构。', 'The case has no body.'];
const noIntervention = ['没有进行中的介入。', 'No intervention is under way.'];
const notOwn = ['没有由我方主持的介入。', 'You conduct no intervention.'];
const noInstrument = ['没有正在采取的手段。', 'No instrument is in use.'];

describe('in a case just opened', () => {
  test.each<[CommandName, string, readonly string[] | undefined]>([
    ['openCase', cityA, ['本案已立。', 'The case is open already.']],
    ['joinCase', cityA, ['已是当事方。', 'You are a party already.']],
    ['joinCase', cityC, undefined],
    ['leaveCase', cityA, undefined],
    ['leaveCase', above, asParty],
    ['issueMinutes', cityA, ['没有已召开而未印发纪要的会议。', 'No meeting that was held waits for its minutes.']],
    ['putStatement', cityA, noTopic],
    ['answerStatement', cityA, ['还没有表述：先提出表述。', 'There is no statement yet: put one first.']],
    ['statePosition', cityA, noTopic],
    ['stateCost', above, asParty],
    ['stateCost', cityA, undefined],
    ['stateBenefit', above, asParty],
    ['recordConsensus', cityA, noTopic],
    ['recordDissent', cityA, noTopic],
    ['reviewDecision', cityA, ['还没有决定可以复审。', 'There is no decision to review.']],
    ['withdrawTopic', cityA, noTopic],
    ['signAgreement', cityA, ['没有待签的协议草案。', 'There is no draft to be signed.']],
    ['amendAgreement', cityA, noAgreement],
    ['terminateAgreement', cityA, noAgreement],
    ['upgradeBody', cityA, noBody],
    ['abolishBody', cityA, noBody],
    ['resolveConflict', cityA, ['没有未解决的争议。', 'No conflict is open.']],
    ['planInspection', above, undefined],
    ['planInspection', 'body:x', ['本机构没有相应的监督、考核权。', 'This body holds no power to supervise or assess.']],
    ['concludeInspection', above, ['没有由我方组织、尚无结论的督查。', 'You run no inspection that waits for its conclusion.']],
    ['requestReview', cityA, ['没有针对我方、可以申请复核的督查结论。', 'No conclusion about you is open to review.']],
    ['decideReview', above, ['没有待决定的复核申请。', 'No request for a review waits for you.']],
    [
      'proposeAccountability',
      above,
      ['没有经签署认定的违约：先督查、核实并认定。', 'No breach was established by signature: inspect, verify and establish it first.'],
    ],
    ['proposeIntervention', cityA, undefined],
    ['declineIntervention', above, ['没有待答复的介入请求。', 'No request for intervention waits for an answer.']],
    ['openIntervention', above, undefined],
    ['openIntervention', centre, undefined],
    ['openIntervention', cityA, ['只有各方的共同上级可以启动介入。', 'Only a common superior of all parties may open an intervention.']],
    ['applyInstrument', above, noIntervention],
    ['taperIntervention', above, noInstrument],
    ['escalateIntervention', above, noInstrument],
    ['withdrawInstrument', above, noInstrument],
    ['extendIntervention', above, noIntervention],
    ['readExitCriteria', above, noIntervention],
    ['closeIntervention', above, noIntervention],
    ['recuse', above, undefined],
    ['acceptObligation', cityA, ['还没有责任事项：先拟定或交办。', 'There is no obligation yet: draft or assign one first.']],
    ['raiseTopic', cityA, undefined],
  ])('%s by %s', (name, by, expected) => expect(why(openedCase(), '2026-01-06', by, name)).toEqual(expected));
});

describe('topics and statements', () => {
  const withTopic = () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'raiseTopic', { topic: 't', title: words('Roads'), by: [cityA] });
    return live;
  };
  const names = ['putStatement', 'statePosition', 'recordDissent', 'recordConsensus', 'withdrawTopic'] as const;
  test('an open topic is talked about by parties; a withdrawn one by nobody', () => {
    const live = withTopic();
    for (const name of names) expect(why(live, '2026-01-07', cityA, name), name).toBeUndefined();
    for (const name of names.slice(0, 3)) expect(why(live, '2026-01-07', above, name), name).toEqual(asParty);
    live.do('2026-01-07', cityA, 'withdrawTopic', { topic: 't' });
    for (const name of names) expect(why(live, '2026-01-08', cityA, name), name).toEqual(noTopic);
  });
  test('statements are answered by parties, decisions are reviewed while their topic is open', () => {
    const live = withTopic();
    live.do('2026-01-07', cityA, 'putStatement', { statement: 's', topic: 't', by: cityA, text: words('s') });
    expect(why(live, '2026-01-08', cityB, 'answerStatement')).toBeUndefined();
    expect(why(live, '2026-01-08', above, 'answerStatement')).toEqual(asParty);
    live.do('2026-01-08', cityA, 'recordConsensus', { topic: 't', parties: [cityA, cityB], reviewOn: '2026-06-30' });
    expect(why(live, '2026-01-09', cityA, 'reviewDecision')).toBeUndefined();
    live.do('2026-01-09', cityA, 'withdrawTopic', { topic: 't' });
    expect(why(live, '2026-01-10', cityA, 'reviewDecision')).toEqual(['还没有决定可以复审。', 'There is no decision to review.']);
  });
});

describe('agreements, bodies and conflicts', () => {
  test('a draft is signed once, and what is signed is amended until it ends', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftAgreement', { agreement: 'a', title: words('a'), parties: [cityA, cityB], topics: [], clauses: [] });
    expect(why(live, '2026-01-07', cityA, 'signAgreement')).toBeUndefined();
    expect(why(live, '2026-01-07', cityA, 'amendAgreement')).toEqual(noAgreement);
    live.do('2026-01-07', cityA, 'signAgreement', { agreement: 'a', framework: true });
    expect(why(live, '2026-01-08', cityA, 'signAgreement')).toEqual(['没有待签的协议草案。', 'There is no draft to be signed.']);
    for (const name of ['amendAgreement', 'terminateAgreement'] as const) expect(why(live, '2026-01-08', cityA, name)).toBeUndefined();
    live.do('2026-01-08', cityA, 'terminateAgreement', { agreement: 'a', reason: words('r') });
    for (const name of ['amendAgreement', 'terminateAgreement'] as const) expect(why(live, '2026-01-09', cityA, name)).toEqual(noAgreement);
  });
  test('a body that stands, and a conflict that is open', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'establishBody', {
      body: 'body:b',
      title: words('b'),
      kind: 'joint',
      members: [cityA, cityB],
      powers: ['supervise'],
    });
    live.do('2026-01-06', cityA, 'raiseConflict', { conflict: 'c', title: words('c'), parties: [cityA, cityB] });
    for (const name of ['upgradeBody', 'abolishBody', 'resolveConflict'] as const)
      expect(why(live, '2026-01-07', cityA, name)).toBeUndefined();
    expect(why(live, '2026-01-07', 'body:b', 'planInspection')).toBeUndefined();
    live.do('2026-01-07', cityA, 'abolishBody', { body: 'body:b' });
    live.do('2026-01-07', cityA, 'resolveConflict', { conflict: 'c' });
    for (const name of ['upgradeBody', 'abolishBody'] as const) expect(why(live, '2026-01-08', cityA, name)).toEqual(noBody);
    expect(why(live, '2026-01-08', cityA, 'resolveConflict')).toEqual(['没有未解决的争议。', 'No conflict is open.']);
    expect(why(live, '2026-01-08', 'body:b', 'planInspection')).toEqual([
      '本机构没有相应的监督、考核权。',
      'This body holds no power to supervise or assess.',
    ]);
  });
});

test('an inspection goes from hand to hand', () => {
  const live = openedCase();
  const may = (on: string) =>
    ([above, cityA, cityB] as const).map((by) =>
      (['concludeInspection', 'requestReview', 'decideReview'] as const).filter((name) => why(live, on, by, name) === undefined).join(),
    );
  live.do('2026-02-01', above, 'planInspection', {
    inspection: 'i',
    kind: 'inspection',
    by: above,
    objects: [cityC, cityA],
    matter: words('m'),
    period: { first: '2026-02-01', last: '2026-02-28' },
    scope: words('all'),
  });
  expect(may('2026-02-02')).toEqual(['concludeInspection', '', '']);
  live.do('2026-02-10', above, 'concludeInspection', { inspection: 'i', by: above });
  expect(may('2026-02-11')).toEqual(['', 'requestReview', '']);
  live.do('2026-02-11', cityA, 'requestReview', { inspection: 'i', by: cityA });
  expect(may('2026-02-12')).toEqual(['decideReview', '', '']);
  live.do('2026-02-12', above, 'decideReview', { inspection: 'i', by: above, upheld: true });
  expect(may('2026-02-13')).toEqual(['', '', '']);
});

test('a request and an intervention go from hand to hand', () => {
  const live = openedCase();
  live.do('2026-02-01', cityA, 'proposeIntervention', { intervention: 'v', tier: above, by: cityA });
  expect(why(live, '2026-02-02', above, 'declineIntervention')).toBeUndefined();
  stepIn(live, '2026-03-01', 'v');
  const own = ['applyInstrument', 'extendIntervention', 'closeIntervention'] as const;
  const anybody = ['readExitCriteria', 'taperIntervention', 'escalateIntervention', 'withdrawInstrument'] as const;
  expect(why(live, '2026-03-02', above, 'declineIntervention')).toEqual([
    '没有待答复的介入请求。',
    'No request for intervention waits for an answer.',
  ]);
  for (const name of [...own, ...anybody]) expect(why(live, '2026-03-02', above, name), name).toBeUndefined();
  for (const name of own) expect(why(live, '2026-03-02', centre, name), name).toEqual(notOwn);
  live.do('2026-04-01', above, 'closeIntervention', { intervention: 'v' });
  for (const name of own) expect(why(live, '2026-04-02', above, name), name).toEqual(noIntervention);
  expect(why(live, '2026-04-02', above, 'withdrawInstrument')).toEqual(noInstrument);
});

describe('steps of a duty', () => {
  test('none stands where the step begins: where it begins', () => {
    expect(why(owingCase(), '2026-02-01', cityA, 'requestCloseOut')).toEqual([
      '没有处于下列状态的责任事项：已办结。',
      'No obligation is in one of these states: fulfilled.',
    ]);
    expect(why(owingCase(), '2026-02-01', cityB, 'returnObligation')).toEqual([
      '没有处于下列状态的责任事项：已反馈、审核中。',
      'No obligation is in one of these states: reported, under review.',
    ]);
  });
  test('it is for somebody else', () => {
    expect(why(owingCase(), '2026-02-01', cityA, 'reportObligation')).toBeUndefined();
    expect(why(owingCase(), '2026-02-01', cityB, 'reportObligation')).toEqual([
      'Ashby不是该事项的责任单位。',
      'Ashby is not responsible for the obligation.',
    ]);
    expect(why(owingCase(), '2026-02-01', cityA, 'suspendObligation')?.[1]).toBe('Northford owes it and cannot decide about it.');
  });
  test('a breach may be established once it is late, and then be proposed for accountability by who stands above', () => {
    const live = owingCase({ deadline: byDay('2026-02-01') });
    expect(why(live, '2026-02-01', cityB, 'findViolation')?.[1]).toBe('The obligation is not overdue.');
    expect(why(live, '2026-02-02', cityB, 'findViolation')).toBeUndefined();
    live.do('2026-02-02', cityB, 'findViolation', { obligation: 'd', by: cityB });
    expect(why(live, '2026-02-03', above, 'proposeAccountability')).toBeUndefined();
    expect(why(live, '2026-02-03', 'body:x', 'proposeAccountability')).toEqual([
      '本机构没有相应的监督、考核权。',
      'This body holds no power to supervise or assess.',
    ]);
  });
  test('a power of the terms is for its holder', () => {
    const live = owingCase({ powers: [{ power: 'stop', holder: cityB, effect: 'suspend' }] });
    expect(why(live, '2026-02-01', cityB, 'exercisePower')).toBeUndefined();
    expect(why(live, '2026-02-01', cityC, 'exercisePower')?.[1]).toBe('The terms give no such power.');
  });
  test('an assessment is replied to once', () => {
    const live = owingCase();
    expect(why(live, '2026-02-01', cityA, 'reply')?.[1]).toBe('There is no such assessment.');
    live.do('2026-02-01', cityA, 'reportObligation', { obligation: 'd', by: cityA });
    const [first] = live.do('2026-02-02', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'limited' });
    expect(why(live, '2026-02-03', cityA, 'reply')).toBeUndefined();
    live.do('2026-02-03', cityA, 'reply', { obligation: 'd', by: cityA, to: first?.id, text: words('no') });
    expect(why(live, '2026-02-04', cityA, 'reply')?.[1]).toBe('That assessment has been replied to.');
    live.do('2026-02-04', cityB, 'reviewObligation', { obligation: 'd', by: cityB, completion: 'limited' });
    expect(why(live, '2026-02-05', cityA, 'reply')).toBeUndefined();
  });
});
