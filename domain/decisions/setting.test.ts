import { describe, expect, test } from 'vitest';
import { above, centre, cityA, cityB, cityC, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';

const body = (more: object = {}) => ({
  body: 'body:b',
  title: words('Office'),
  kind: 'joint',
  members: [cityA, cityB],
  powers: ['coordinate'],
  ...more,
});
const established = () => {
  const live = openedCase();
  live.do('2026-01-06', cityA, 'establishBody', body());
  return live;
};

describe('bodies', () => {
  test('one of a name at a time; one that was abolished may be set up anew', () => {
    const live = established();
    expect(refusedWith(live, '2026-01-07', cityA, 'establishBody', body())).toEqual([
      'alreadyThere',
      '机构“Office”已在案。',
      'The body “Office” is on record already.',
      '请使用新的编号。',
      'Give it another id.',
    ]);
    live.do('2026-01-08', cityA, 'abolishBody', { body: 'body:b' });
    expect(live.ask('2026-01-09', cityA, 'establishBody', body())).toHaveProperty('events');
  });
  test('only one that stands is upgraded or abolished', () => {
    expect(refusedWith(openedCase(), '2026-01-07', cityA, 'abolishBody', { body: 'body:x' })).toEqual([
      'unknownSubject',
      '案中没有机构“body:x”。',
      'There is no body “body:x” in the case.',
      '请从本案现有条目中选择。',
      'Choose one that the case holds.',
    ]);
    const live = established();
    expect(live.ask('2026-01-07', cityA, 'upgradeBody', { body: 'body:b', rank: 5 })).toHaveProperty('events');
    const [abolished] = live.do('2026-01-08', cityA, 'abolishBody', { body: 'body:b' });
    expect(live.refused('2026-01-09', cityA, 'upgradeBody', { body: 'body:b', rank: 5 })).toEqual({
      refusal: 'wrongState',
      text: { zh: '该机构已撤销。', en: 'The body was abolished.' },
      remedy: { zh: '如需恢复，请重新设立。', en: 'Establish it anew.' },
      missing: [],
      evidence: [abolished?.id],
      overridable: false,
    });
  });
});

describe('who may give powers', () => {
  test.each([
    ['a member, over the members', cityA, {}, true],
    ['an organ of a member', `${cityA}/transport`, {}, true],
    ['a city that is no member', cityC, {}, false],
    ['the same, without any power', cityC, { powers: [] }, true],
    ['a member, over one that is none', cityA, { over: [cityA, cityC] }, false],
    ['a member, over an organ of a member', cityA, { over: [`${cityB}/transport`] }, true],
    ['the province, over cities below it', above, { members: [], over: [cityA, cityB] }, true],
    ['the province as a member, over cities below it', above, { members: [above], over: [cityA] }, true],
    ['the province, of cities below it', above, {}, true],
    ['the province, of a city of another', above, { members: [cityA, '620100'] }, false],
    ['the province, over a city of another', above, { members: [cityA], over: ['620100'] }, false],
    ['the centre, over cities of two provinces', centre, { members: [cityA], over: ['620100'] }, true],
  ])('%s', (_what, by, more, may) => {
    const decision = openedCase().ask('2026-01-06', by, 'establishBody', body(more));
    expect('events' in decision).toBe(may);
  });
  test('what is said to who may not', () => {
    expect(refusedWith(openedCase(), '2026-01-06', cityC, 'establishBody', body())).toEqual([
      'notEntitled',
      'Harrow不能授予对非成员的权力。',
      'Harrow cannot give powers over those who are not members.',
      '由成员共同设立，或由其上级设立。',
      'It is for the members, or for a government above them.',
    ]);
  });
});

describe('conflicts', () => {
  const conflict = { conflict: 'c', title: words('c'), parties: [cityA, cityB] };
  test('are raised once and resolved once', () => {
    const live = openedCase();
    expect(refusedWith(live, '2026-01-06', cityA, 'resolveConflict', { conflict: 'c' })).toContain('案中没有争议“c”。');
    expect(refusedWith(live, '2026-01-06', cityA, 'resolveConflict', { conflict: 'c' })).toContain('There is no conflict “c” in the case.');
    live.do('2026-01-06', cityA, 'raiseConflict', conflict);
    expect(refusedWith(live, '2026-01-07', cityA, 'raiseConflict', conflict).slice(0, 3)).toEqual([
      'alreadyThere',
      '争议“c”已在案。',
      'The conflict “c” is on record already.',
    ]);
    live.do('2026-01-08', cityA, 'resolveConflict', { conflict: 'c' });
    expect(refusedWith(live, '2026-01-09', cityA, 'resolveConflict', { conflict: 'c' }).slice(0, 3)).toEqual([
      'alreadyThere',
      '争议的解决“c”已在案。',
      'The resolution of the conflict “c” is on record already.',
    ]);
  });
});

describe('what is referred to is in the case', () => {
  const evaluation = (more: object) => ({ title: words('e'), by: above, ...more });
  test('obligations that an evaluation verifies', () => {
    const live = owingCase();
    expect(live.ask('2026-02-01', above, 'publishEvaluation', evaluation({ verifies: ['d'] }))).toHaveProperty('events');
    expect(live.ask('2026-02-01', above, 'publishEvaluation', evaluation({}))).toHaveProperty('events');
    expect(refusedWith(live, '2026-02-01', above, 'publishEvaluation', evaluation({ verifies: ['d', 'x'] })).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有责任事项“x”。',
      'There is no obligation “x” in the case.',
    ]);
  });
  test('nobody verifies what he owes', () => {
    for (const by of [cityA, `${cityA}/transport`]) {
      expect(refusedWith(owingCase(), '2026-02-01', by, 'publishEvaluation', { ...evaluation({ verifies: ['d'] }), by })).toEqual([
        'judgeInOwnCause',
        '评估方自己负有“Bridge”。',
        'The assessor owes “Bridge” itself.',
        '由他方评估。',
        'Let somebody else assess it.',
      ]);
    }
    expect(owingCase().ask('2026-02-01', cityA, 'publishEvaluation', { ...evaluation({}), by: cityA })).toHaveProperty('events');
  });
  test('who is succeeded is a party or owes something', () => {
    const live = owingCase({ liable: [cityA, `${cityB}/transport`], lead: cityA });
    const succession = (from: string, to: string) => ({ from, to, kind: 'renamed' });
    expect(refusedWith(live, '2026-02-01', cityA, 'recordSuccession', succession(cityA, cityA))).toEqual([
      'incomplete',
      '承继双方不能相同。',
      'Nobody succeeds himself.',
      '填写承继单位。',
      'Name the successor.',
    ]);
    expect(live.ask('2026-02-01', cityA, 'recordSuccession', succession(cityB, cityC))).toHaveProperty('events');
    expect(live.ask('2026-02-01', cityA, 'recordSuccession', succession(`${cityB}/transport`, cityC))).toHaveProperty('events');
    expect(refusedWith(live, '2026-02-01', cityA, 'recordSuccession', succession(cityC, cityB)).slice(0, 3)).toEqual([
      'unknownSubject',
      `案中没有当事方或责任单位“${cityC}”。`,
      `There is no party or responsible agency “${cityC}” in the case.`,
    ]);
  });
  test('an intervention whose powers go back', () => {
    const restored = (more: object) => ({ powers: ['coordinate'], receiver: cityA, ...more });
    expect(openedCase().ask('2026-02-01', above, 'restorePowers', restored({}))).toHaveProperty('events');
    expect(refusedWith(openedCase(), '2026-02-01', above, 'restorePowers', restored({ intervention: 'v' })).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有介入“v”。',
      'There is no intervention “v” in the case.',
    ]);
  });
});
