/** What is said to whoever is refused a step of delivery, and the days on both sides of each time limit. */
import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, byDay, cityA, cityB, cityC, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';

const d = { obligation: 'd' };
const may = (live: LiveCase, today: string, by: string, command: Parameters<LiveCase['ask']>[2], payload: object) =>
  'events' in live.ask(today, by, command, payload);

describe('extensions', () => {
  const ask = (newDueOn = '2026-09-30') => ({ ...d, by: cityA, newDueOn });
  test('are asked until the due date, for a later day', () => {
    expect(may(owingCase(), '2026-06-30', cityA, 'requestExtension', ask())).toBe(true);
    expect(refusedWith(owingCase(), '2026-07-01', cityA, 'requestExtension', ask())).toEqual([
      'tooLate',
      '延期须在到期日（2026年6月30日）之前申请。',
      'An extension is asked before the due date (30 June 2026).',
      '可补办并说明原因；如认为逾期有误，可提出异议。',
      'Deliver late and say why; if the lateness is wrong, contest it.',
    ]);
    expect(refusedWith(owingCase(), '2026-06-01', cityA, 'requestExtension', ask('2026-06-30'))).toEqual([
      'wrongDate',
      '新的期限须晚于原期限。',
      'The new date must lie after the old one.',
      '填写晚于2026年6月30日的日期。',
      'Give a date after 30 June 2026.',
    ]);
    expect(may(owingCase(), '2026-06-01', cityA, 'requestExtension', ask('2026-07-01'))).toBe(true);
    expect(refusedWith(owingCase({ deadline: undefined }), '2026-06-01', cityA, 'requestExtension', ask())).toEqual([
      'incomplete',
      '该事项没有时限，无从延期。',
      'The obligation has no date to extend.',
      '先约定时限。',
      'Agree on a date first.',
    ]);
  });
  test('one at a time', () => {
    const live = owingCase();
    const [asked] = live.do('2026-06-01', cityA, 'requestExtension', ask());
    expect(live.refused('2026-06-02', cityA, 'requestExtension', ask())).toMatchObject({
      refusal: 'alreadyThere',
      text: { zh: '已有延期申请待决定。', en: 'A request for extension is pending.' },
      remedy: { zh: '请等待决定。', en: 'Wait for the decision.' },
      evidence: [asked?.id],
    });
  });
  test.each(['grantExtension', 'refuseExtension'] as const)('%s answers one that was asked for', (command) => {
    const payload = { ...d, ...(command === 'grantExtension' && { newDueOn: '2026-09-30' }) };
    expect(refusedWith(owingCase(), '2026-06-02', cityB, command, payload)).toEqual([
      'stepMissing',
      '没有待决定的延期申请。',
      'No extension was asked for.',
      '由责任单位先行申请。',
      'The responsible agency asks first.',
    ]);
    const live = owingCase();
    live.do('2026-06-01', cityA, 'requestExtension', ask());
    expect(may(live, '2026-06-02', cityB, command, payload)).toBe(true);
  });
  test('are granted up to the day that was asked for', () => {
    const live = owingCase();
    live.do('2026-06-01', cityA, 'requestExtension', ask());
    expect(refusedWith(live, '2026-06-02', cityB, 'grantExtension', { ...d, newDueOn: '2026-10-01' })).toEqual([
      'wrongDate',
      '所批期限超过所申请的2026年9月30日。',
      'The date granted lies beyond the 30 September 2026 asked for.',
      '在申请的期限之内批准。',
      'Grant a date no later than that.',
    ]);
    expect(may(live, '2026-06-02', cityB, 'grantExtension', { ...d, newDueOn: '2026-09-30' })).toBe(true);
  });
});

describe('who decides', () => {
  const reported = (more: object = {}) => {
    const live = owingCase(more);
    live.do('2026-03-01', cityA, 'reportObligation', { ...d, by: cityA, completion: 'complete' });
    return live;
  };
  const review = (by: string) => ({ ...d, by, completion: 'complete' });
  const body = (more: object) => ({
    body: 'body:b',
    title: words('b'),
    kind: 'joint',
    members: [cityA, cityB],
    powers: ['assess'],
    ...more,
  });
  test.each([
    ['the other party', cityB, true],
    ['an organ of it', `${cityB}/audit`, true],
    ['the province', above, true],
    ['the centre', '000000', true],
    ['another province', '620000', false],
    ['a city beside them', cityC, false],
    ['a body that nobody set up', 'body:x', false],
  ])('%s', (_who, by, allowed) => expect(may(reported(), '2026-03-02', by, 'reviewObligation', review(by))).toBe(allowed));
  test.each([
    ['that may assess', {}, true],
    ['that may supervise', { powers: ['supervise'] }, true],
    ['that may coordinate', { powers: ['coordinate'] }, false],
    ['that may assess somebody else', { over: [cityB] }, false],
  ])('a joint body %s', (_what, more, allowed) => {
    const live = reported();
    live.do('2026-03-01', cityA, 'establishBody', body(more));
    expect(may(live, '2026-03-02', 'body:b', 'reviewObligation', review('body:b'))).toBe(allowed);
  });
  test('not a joint body that was abolished', () => {
    const live = reported();
    live.do('2026-03-01', cityA, 'establishBody', body({}));
    live.do('2026-03-02', cityA, 'abolishBody', { body: 'body:b' });
    expect(may(live, '2026-03-03', 'body:b', 'reviewObligation', review('body:b'))).toBe(false);
  });
  test('what is said to who owes it, and to who has no part in it', () => {
    expect(refusedWith(reported(), '2026-03-02', `${cityA}/transport`, 'reviewObligation', review(`${cityA}/transport`))).toEqual([
      'judgeInOwnCause',
      `${cityA}/transport是责任单位，不能决定自己的事项。`,
      `${cityA}/transport owes it and cannot decide about it.`,
      '由交办方、上级、共同机构或协议另一方决定。',
      'It is for the assigner, a superior, the joint body or another party.',
    ]);
    expect(refusedWith(reported(), '2026-03-02', cityC, 'reviewObligation', review(cityC))).toEqual([
      'notEntitled',
      'Harrow对责任单位既无上级关系，也无约定的监督、考核权。',
      'Harrow is neither above those who owe it nor given a power to supervise or assess them.',
      '由交办方、共同上级、有监督或考核权的共同机构，或协议另一方办理。',
      'It is for the assigner, a common superior, a joint body with such a power, or another party.',
    ]);
  });
  test('a superior of one of two who owe is not one of both', () => {
    const joint = { liable: [cityA, '620100'], lead: cityA };
    expect(may(reported(joint), '2026-03-02', above, 'reviewObligation', review(above))).toBe(false);
    expect(may(reported(joint), '2026-03-02', '000000', 'reviewObligation', review('000000'))).toBe(true);
  });
});

describe('a joint item', () => {
  test('is reported by its lead or an organ of it', () => {
    const live = owingCase({ liable: [cityA, cityB], lead: cityA });
    expect(refusedWith(live, '2026-03-01', cityB, 'reportObligation', { ...d, by: cityB })).toEqual([
      'notEntitled',
      '联办事项由牵头单位Northford统一反馈。',
      'A joint item is reported by its lead, Northford.',
      '请把进展报给牵头单位。',
      'Give the lead your progress.',
    ]);
    expect(may(live, '2026-03-01', `${cityA}/transport`, 'reportObligation', { ...d, by: `${cityA}/transport` })).toBe(true);
    const shared = owingCase({ liable: [cityA, cityB], shares: { [cityA]: 0.5, [cityB]: 0.5 } });
    expect(may(shared, '2026-03-01', cityB, 'reportObligation', { ...d, by: cityB })).toBe(true);
  });
  test('and by nobody who does not owe it', () => {
    expect(
      refusedWith(owingCase({ liable: [cityA, cityB], lead: cityA }), '2026-03-01', cityC, 'reportProgress', { ...d, by: cityC }),
    ).toEqual([
      'notEntitled',
      'Harrow不是该事项的责任单位。',
      'Harrow is not responsible for the obligation.',
      '由责任单位办理：Northford、Ashby。',
      'It is for the responsible agencies: Northford, Ashby.',
    ]);
  });
});

describe('replies', () => {
  const assessed = () => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { ...d, by: cityA });
    const [review] = live.do('2026-03-02', cityB, 'reviewObligation', { ...d, by: cityB, completion: 'limited' });
    return { live, to: review?.id as string };
  };
  const reply = (to: string) => ({ ...d, by: cityA, to, text: words('it is done') });
  test('answer an assessment of the duty, once', () => {
    const { live, to } = assessed();
    expect(refusedWith(live, '2026-03-03', cityA, 'reply', reply('x'))).toEqual([
      'unknownSubject',
      '没有这项评估。',
      'There is no such assessment.',
      '请选择对本事项的评估。',
      'Choose an assessment of this obligation.',
    ]);
    live.do('2026-03-03', cityA, 'reply', reply(to));
    expect(refusedWith(live, '2026-03-04', cityA, 'reply', reply(to))).toEqual([
      'alreadyThere',
      '对该评估已有申辩。',
      'That assessment has been replied to.',
      '如需补充，请更正原申辩。',
      'Correct the reply to add to it.',
    ]);
  });
});

describe('close-out', () => {
  const reviewed = (completion = 'complete') => {
    const live = owingCase();
    live.do('2026-03-01', cityA, 'reportObligation', { ...d, by: cityA, completion: 'complete' });
    live.do('2026-03-02', cityB, 'reviewObligation', { ...d, by: cityB, completion });
    return live;
  };
  const fulfilled = () => {
    const live = reviewed();
    live.do('2026-03-03', cityB, 'fulfilObligation', d);
    return live;
  };
  const publicise = (until: string) => ({ ...d, by: cityB, until });
  test('rests on an assessment that finds it complete', () => {
    expect(refusedWith(reviewed('substantial'), '2026-03-03', cityB, 'fulfilObligation', d)).toEqual([
      'stepMissing',
      '没有认定全部完成的审核意见。',
      'No assessment finds it complete.',
      '先审核；未完成的退办。',
      'Review it first; return it if it is not complete.',
    ]);
  });
  test('is asked for, publicised long enough, and recorded after the last day', () => {
    const live = fulfilled();
    const notAsked = [
      'stepMissing',
      '尚未申请销号。',
      'Close-out was not applied for.',
      '由责任单位申请销号。',
      'The responsible agency applies for it.',
    ];
    expect(refusedWith(live, '2026-03-04', cityB, 'publiciseCloseOut', publicise('2026-03-31'))).toEqual(notAsked);
    expect(refusedWith(live, '2026-03-04', cityB, 'closeOutObligation', d)).toEqual(notAsked);
    live.do('2026-03-04', cityA, 'requestCloseOut', { ...d, by: cityA });
    expect(refusedWith(live, '2026-03-05', cityB, 'closeOutObligation', d)).toEqual([
      'stepMissing',
      '尚未公示。',
      'It was not made public.',
      '先行公示。',
      'Publicise it first.',
    ]);
    // Five working days after Thursday, 5 March 2026: Thursday, 12 March.
    expect(refusedWith(live, '2026-03-05', cityB, 'publiciseCloseOut', publicise('2026-03-11'))).toEqual([
      'wrongDate',
      '公示不少于5个工作日，至2026年3月12日。',
      'It is public for 5 working days at least, until 12 March 2026.',
      '公示期填至2026年3月12日或以后。',
      'Set the end to 12 March 2026 or later.',
    ]);
    live.do('2026-03-05', cityB, 'publiciseCloseOut', publicise('2026-03-12'));
    expect(refusedWith(live, '2026-03-12', cityB, 'closeOutObligation', d)).toEqual([
      'tooEarly',
      '公示期至2026年3月12日。',
      'It is public until 12 March 2026.',
      '2026年3月13日起可以销号。',
      'It can be closed out from 13 March 2026.',
    ]);
    live.do('2026-03-13', cityB, 'closeOutObligation', d);
    live.do('2026-09-13', cityB, 'lookBack', { ...d, holds: true });
    expect(refusedWith(live, '2026-09-14', cityB, 'reopenObligation', d)).toEqual([
      'stepMissing',
      '回头看未发现反弹。',
      'The look-back found that it holds.',
      '回头看发现反弹后方可重新办理。',
      'It is reopened when a look-back finds that it does not.',
    ]);
  });
  test('what is fulfilled and not closed out may be reopened without a look-back', () => {
    expect(may(fulfilled(), '2026-03-04', cityB, 'reopenObligation', d)).toBe(true);
  });
});

describe('lateness', () => {
  const contest = { ...d, by: cityA };
  const nothing = ['wrongState', '该事项现未逾期。', 'The obligation is not overdue.', '无需办理。', 'There is nothing to do.'];
  test('is contested, and found a violation, only once it is there', () => {
    expect(refusedWith(owingCase(), '2026-06-30', cityA, 'contestOverdue', contest)).toEqual(nothing);
    expect(may(owingCase(), '2026-07-01', cityA, 'contestOverdue', contest)).toBe(true);
    expect(refusedWith(owingCase(), '2026-06-30', cityB, 'findViolation', { ...d, by: cityB })).toEqual(nothing);
    expect(may(owingCase(), '2026-07-01', cityB, 'findViolation', { ...d, by: cityB })).toBe(true);
  });
  test('is no violation while an objection or a request about the date is undecided', () => {
    const undecided = {
      refusal: 'stepMissing',
      text: { zh: '对期限尚有未决的申请或异议。', en: 'A request or objection about the date is undecided.' },
      remedy: { zh: '先作出决定。', en: 'Decide it first.' },
    };
    const live = owingCase();
    const [contested] = live.do('2026-07-01', cityA, 'contestOverdue', contest);
    expect(live.refused('2026-07-02', cityB, 'findViolation', { ...d, by: cityB })).toMatchObject({
      ...undecided,
      evidence: [contested?.id],
    });
    const other = owingCase();
    const [asked] = other.do('2026-06-30', cityA, 'requestExtension', { ...d, by: cityA, newDueOn: '2026-09-30' });
    expect(other.refused('2026-07-02', cityB, 'findViolation', { ...d, by: cityB })).toMatchObject({ ...undecided, evidence: [asked?.id] });
  });
  test('is decided only where somebody contests it', () => {
    expect(refusedWith(owingCase(), '2026-07-02', cityB, 'decideOverdue', { ...d, upheld: true })).toEqual([
      'stepMissing',
      '没有对逾期的异议。',
      'Nobody contests the lateness.',
      '由责任单位提出。',
      'The responsible agency contests it first.',
    ]);
  });
});

describe('powers in the terms', () => {
  const powers = [
    { power: 'stop', holder: cityB, effect: 'suspend', until: '2026-05-31' },
    { power: 'go', holder: cityB, effect: 'resume' },
  ];
  const use = (power: string, by = cityB as string) => ({ ...d, by, power });
  test('are used by their holder, until their last day', () => {
    const live = owingCase({ powers });
    expect(refusedWith(live, '2026-05-01', cityB, 'exercisePower', use('x'))).toEqual([
      'unknownSubject',
      '约定中没有这项权力。',
      'The terms give no such power.',
      '请从约定的权力中选择。',
      'Choose one of the powers in the terms.',
    ]);
    expect(refusedWith(live, '2026-05-01', cityA, 'exercisePower', use('stop', cityA))).toEqual([
      'notEntitled',
      '该权力由Ashby行使。',
      'Ashby holds the power.',
      '由其行使。',
      'It is for the holder.',
    ]);
    expect(may(live, '2026-05-31', cityB, 'exercisePower', use('stop'))).toBe(true);
    expect(refusedWith(live, '2026-06-01', cityB, 'exercisePower', use('stop'))).toEqual([
      'tooLate',
      '该权力已于2026年5月31日到期。',
      'The power expired on 31 May 2026.',
      '须由各方重新约定。',
      'The parties have to agree on it again.',
    ]);
  });
  test('to resume only what is suspended', () => {
    const live = owingCase({ powers });
    expect(refusedWith(live, '2026-05-01', cityB, 'exercisePower', use('go'))).toEqual([
      'wrongState',
      '该事项未中止，无从恢复。',
      'The obligation is not suspended.',
      '无需办理。',
      'There is nothing to do.',
    ]);
    live.do('2026-05-01', cityB, 'exercisePower', use('stop'));
    expect(may(live, '2026-05-02', cityB, 'exercisePower', use('go'))).toBe(true);
  });
});

test('a step on what the case does not hold', () => {
  expect(refusedWith(openedCase(), '2026-05-01', cityA, 'acceptObligation', { ...d, by: cityA })).toEqual([
    'unknownSubject',
    '案中没有责任事项“d”。',
    'There is no obligation “d” in the case.',
    '请从本案现有条目中选择。',
    'Choose one that the case holds.',
  ]);
  expect(
    refusedWith(owingCase(), '2026-05-01', cityA, 'draftObligation', {
      ...d,
      title: words('t'),
      origin: 'agreed',
      liable: [cityA],
      deadline: byDay('2026-06-30'),
    }).slice(0, 3),
  ).toEqual(['alreadyThere', '责任事项“d”已在案。', 'The obligation “d” is on record already.']);
});
