import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, byDay, centre, cityA, cityB, cityC, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';

const plan = (name: string, more: object = {}) => ({
  inspection: name,
  kind: 'inspection',
  by: above,
  objects: [cityA],
  matter: words('roads'),
  period: { first: '2026-02-01', last: '2026-02-28' },
  scope: words('all'),
  ...more,
});
const may = (live: LiveCase, today: string, by: string, command: Parameters<LiveCase['ask']>[2], payload: object) =>
  'events' in live.ask(today, by, command, payload);
const planned = (more: object = {}) => {
  const live = openedCase();
  live.do('2026-02-01', above, 'planInspection', plan('i', more));
  return live;
};
const concluded = () => {
  const live = planned({ objects: [cityA, cityB] });
  live.do('2026-02-20', above, 'concludeInspection', { inspection: 'i', by: above });
  return live;
};

describe('who inspects whom', () => {
  test.each([
    ['the province a city', above, [cityA], true],
    ['the centre a city', centre, [cityA], true],
    ['the province two cities', above, [cityA, cityC], true],
    ['the province a city and one of another', above, [cityA, '620100'], false],
    ['a city its department', cityA, [`${cityA}/roads`], true],
    ['a city itself', cityA, [cityA], false],
    ['a city another', cityA, [cityB], false],
    ['a city the province', cityA, [above], false],
    ['a body without the power', 'body:b', [cityA], false],
  ])('%s', (_what, by, objects, allowed) => {
    expect(may(openedCase(), '2026-02-01', by, 'planInspection', plan('i', { by, objects }))).toBe(allowed);
  });
  test('a joint body, by the power to supervise', () => {
    for (const power of ['supervise', 'assess']) {
      const live = openedCase();
      const body = { body: 'body:b', title: words('b'), kind: 'joint', members: [cityA, cityB], powers: [power] };
      live.do('2026-01-06', cityA, 'establishBody', body);
      expect(may(live, '2026-02-01', 'body:b', 'planInspection', plan('i', { by: 'body:b' }))).toBe(power === 'supervise');
      expect(may(live, '2026-02-01', 'body:b', 'planInspection', plan('i', { by: 'body:b', objects: [cityC] }))).toBe(false);
    }
  });
  test('what is said to who may not', () => {
    expect(
      refusedWith(openedCase(), '2026-02-01', cityA, 'planInspection', plan('i', { by: cityA, objects: [`${cityA}/roads`, cityB] })),
    ).toEqual([
      'notEntitled',
      'Northford不能督查Ashby：既非上级，也无授权。',
      'Northford may not inspect Ashby: it is not above it and holds no power to.',
      '由其上级政府，或有监督权的共同机构督查。',
      'Let its superior, or a joint body with the power to supervise, inspect.',
    ]);
  });
});

describe('a plan', () => {
  test('has a scope and a period that has not ended', () => {
    expect(refusedWith(openedCase(), '2026-02-01', above, 'planInspection', plan('i', { scope: undefined }))).toEqual([
      'incomplete',
      '督查须有方案：事项、对象、范围、期限。',
      'An inspection needs a plan: matter, object, scope, period.',
      '补填督查范围。',
      'Say what is looked at.',
    ]);
    expect(may(openedCase(), '2026-02-28', above, 'planInspection', plan('i'))).toBe(true);
    expect(refusedWith(openedCase(), '2026-03-01', above, 'planInspection', plan('i'))).toEqual([
      'wrongDate',
      '督查期限已过。',
      'The period is over.',
      '填写尚未结束的期限。',
      'Give a period that has not ended.',
    ]);
  });
  test('is made once', () => {
    expect(refusedWith(planned(), '2026-02-02', above, 'planInspection', plan('i')).slice(0, 3)).toEqual([
      'alreadyThere',
      '督查“i”已在案。',
      'The inspection “i” is on record already.',
    ]);
  });
});

describe('no second inspection', () => {
  test.each([
    ['of the same object in the same matter', {}, false],
    ['of a department of it', { objects: [`${cityA}/roads`] }, false],
    ['of it among others', { objects: [cityC, cityA] }, false],
    ['in a matter of the same Chinese name', { matter: { zh: 'roads', en: 'streets' } }, false],
    ['in a matter of the same English name', { matter: { zh: '道路', en: 'roads' } }, false],
    ['in another matter', { matter: words('rails') }, true],
    ['of another object', { objects: [cityB] }, true],
  ])('%s', (_what, more, allowed) => {
    expect(may(planned(), '2026-02-02', centre, 'planInspection', plan('j', { by: centre, ...more }))).toBe(allowed);
  });
  test('until the first is concluded; what is said before, on which fact', () => {
    const live = openedCase();
    const [first] = live.do('2026-02-01', above, 'planInspection', plan('i'));
    expect(live.refused('2026-02-02', centre, 'planInspection', plan('j', { by: centre }))).toEqual({
      refusal: 'duplicateSupervision',
      text: {
        zh: 'Province正就同一事项督查Northford，不得重复督查。',
        en: 'Province is inspecting Northford in the same matter: no second inspection.',
      },
      remedy: { zh: '并入该次督查，或待其结论。', en: 'Join that inspection, or wait for its conclusion.' },
      missing: [],
      evidence: [first?.id],
      overridable: false,
    });
    live.do('2026-02-03', above, 'concludeInspection', { inspection: 'i', by: above });
    expect(may(live, '2026-02-04', centre, 'planInspection', plan('j', { by: centre }))).toBe(true);
  });
});

test('the budget of four a year, of each object; what is said beyond, on which facts', () => {
  const live = openedCase();
  const facts = ['a', 'b', 'c', 'e'].map(
    (name, i) => live.do(`2026-02-0${i + 1}`, above, 'planInspection', plan(name, { matter: words(name) }))[0]?.id,
  );
  const fifth = (more: object = {}) => plan('f', { period: { first: '2027-01-01', last: '2027-12-31' }, ...more });
  expect(live.refused('2026-02-05', above, 'planInspection', fifth())).toEqual({
    refusal: 'burdenExceeded',
    text: {
      zh: 'Northford一年内已受督查4次，公布的上限为4次。',
      en: 'Northford was inspected 4 times within a year; the published budget is 4.',
    },
    remedy: { zh: '2027-02-01以后再行安排，或与他项合并。', en: 'Plan it after 2027-02-01, or join it with another.' },
    missing: [],
    evidence: facts,
    overridable: false,
  });
  expect(may(live, '2026-02-05', above, 'planInspection', fifth({ objects: [cityB] }))).toBe(true);
  expect(may(live, '2026-02-05', above, 'planInspection', fifth({ objects: [cityB, `${cityA}/roads`] }))).toBe(false);
  // A year after the first it no longer counts.
  expect(may(live, '2027-01-31', above, 'planInspection', fifth())).toBe(false);
  expect(may(live, '2027-02-01', above, 'planInspection', fifth())).toBe(true);
});

describe('the conclusion', () => {
  const conclude = (by: string, inspection = 'i') => ({ inspection, by });
  test('is drawn once, by who runs it', () => {
    const live = planned();
    expect(refusedWith(live, '2026-02-10', above, 'concludeInspection', conclude(above, 'x')).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有督查“x”。',
      'There is no inspection “x” in the case.',
    ]);
    expect(refusedWith(live, '2026-02-10', centre, 'concludeInspection', conclude(centre))).toEqual([
      'notEntitled',
      '该督查由Province组织。',
      'The inspection is run by Province.',
      '由其办理。',
      'It is for whoever runs it.',
    ]);
    expect(may(live, '2026-02-10', `${above}/office`, 'concludeInspection', conclude(`${above}/office`))).toBe(true);
    live.do('2026-02-10', above, 'concludeInspection', conclude(above));
    expect(refusedWith(live, '2026-02-11', above, 'concludeInspection', conclude(above)).slice(0, 3)).toEqual([
      'alreadyThere',
      '督查结论“i”已在案。',
      'The conclusion of the inspection “i” is on record already.',
    ]);
  });
});

describe('the review', () => {
  const request = (by: string, inspection = 'i') => ({ inspection, by });
  test('is asked for after the conclusion, within 30 days, by the inspected, once', () => {
    expect(refusedWith(planned(), '2026-02-10', cityA, 'requestReview', request(cityA))).toEqual([
      'stepMissing',
      '督查尚无结论。',
      'There is no conclusion yet.',
      '待结论送达后申请复核。',
      'Ask for a review once it is delivered.',
    ]);
    const live = concluded();
    expect(refusedWith(live, '2026-03-01', cityA, 'requestReview', request(cityA, 'x'))[0]).toBe('unknownSubject');
    expect(refusedWith(live, '2026-03-01', cityC, 'requestReview', request(cityC))).toEqual([
      'notEntitled',
      '只有被督查方可以申请复核。',
      'Only the inspected may ask for a review.',
      '由被督查方申请。',
      'It is for the inspected.',
    ]);
    // 20 February 2026 + 30 days = 22 March 2026.
    expect(may(live, '2026-03-22', cityB, 'requestReview', request(cityB))).toBe(true);
    expect(refusedWith(live, '2026-03-23', cityA, 'requestReview', request(cityA))).toEqual([
      'tooLate',
      '复核申请期限为2026年3月22日。',
      'A review could be asked for until 22 March 2026.',
      '可在申辩或整改反馈中说明。',
      'Say it in the reply or the report on rectification.',
    ]);
    live.do('2026-03-01', cityA, 'requestReview', request(cityA));
    expect(refusedWith(live, '2026-03-02', cityB, 'requestReview', request(cityB)).slice(0, 3)).toEqual([
      'alreadyThere',
      '复核申请“i”已在案。',
      'The request for review “i” is on record already.',
    ]);
  });
  test('is decided once, where one was asked for', () => {
    const decide = { inspection: 'i', by: above, upheld: true };
    const live = concluded();
    expect(refusedWith(live, '2026-03-01', above, 'decideReview', decide)).toEqual([
      'stepMissing',
      '没有复核申请。',
      'No review was asked for.',
      '由被督查方先行申请。',
      'The inspected asks first.',
    ]);
    expect(refusedWith(live, '2026-03-01', above, 'decideReview', { ...decide, inspection: 'x' })[0]).toBe('unknownSubject');
    live.do('2026-03-01', cityA, 'requestReview', request(cityA));
    live.do('2026-03-02', above, 'decideReview', decide);
    expect(refusedWith(live, '2026-03-03', above, 'decideReview', decide).slice(0, 3)).toEqual([
      'alreadyThere',
      '复核决定“i”已在案。',
      'The decision on the review “i” is on record already.',
    ]);
  });
});

describe('slips', () => {
  const slip = (colour: string, more: object = {}) => ({ obligation: 'd', by: cityB, slip: colour, ...more });
  test('orange follows blue, red follows orange', () => {
    const live = owingCase();
    expect(refusedWith(live, '2026-07-02', cityB, 'issueReminder', slip('orange'))).toEqual([
      'stepMissing',
      '尚未发出蓝色督办单。',
      'No blue slip was issued.',
      '先发蓝色督办单。',
      'Issue the blue slip first.',
    ]);
    expect(refusedWith(live, '2026-07-02', cityB, 'issueReminder', slip('red')).slice(1, 3)).toEqual([
      '尚未发出橙色督办单。',
      'No orange slip was issued.',
    ]);
    expect(may(live, '2026-07-02', cityB, 'issueReminder', slip('blue'))).toBe(true);
  });
  test('after the seven days to answer, or the day the slip names', () => {
    const live = owingCase();
    live.do('2026-07-02', cityB, 'issueReminder', slip('blue'));
    expect(refusedWith(live, '2026-07-09', cityB, 'issueReminder', slip('orange'))).toEqual([
      'tooEarly',
      '蓝色督办单的反馈期限为2026年7月9日。',
      'The blue slip is to be answered by 9 July 2026.',
      '2026年7月10日起可以升级。',
      'The next slip can be issued from 10 July 2026.',
    ]);
    expect(may(live, '2026-07-10', cityB, 'issueReminder', slip('orange'))).toBe(true);
    const named = owingCase();
    named.do('2026-07-02', cityB, 'issueReminder', slip('blue', { answerBy: '2026-07-20' }));
    expect(may(named, '2026-07-20', cityB, 'issueReminder', slip('orange'))).toBe(false);
    expect(may(named, '2026-07-21', cityB, 'issueReminder', slip('orange'))).toBe(true);
  });
  test('not over one that was answered, on which fact', () => {
    const live = owingCase();
    const [blue] = live.do('2026-07-02', cityB, 'issueReminder', slip('blue'));
    live.do('2026-07-03', cityA, 'reportProgress', { obligation: 'd', by: cityA });
    expect(live.refused('2026-07-15', cityB, 'issueReminder', slip('orange'))).toMatchObject({
      refusal: 'wrongState',
      text: { zh: '蓝色督办单已有反馈。', en: 'The blue slip was answered.' },
      remedy: { zh: '如反馈不符，请退办。', en: 'If the answer will not do, return it.' },
      evidence: [blue?.id],
    });
  });
  test('a report before the slip answers nothing', () => {
    const live = owingCase();
    live.do('2026-07-01', cityA, 'reportProgress', { obligation: 'd', by: cityA });
    live.do('2026-07-02', cityB, 'issueReminder', slip('blue'));
    expect(may(live, '2026-07-15', cityB, 'issueReminder', slip('orange'))).toBe(true);
  });
});

describe('accountability', () => {
  const propose = (by: string, more: object = {}) => ({ by, subjects: [cityA], text: words('t'), ...more });
  const breach = () => {
    const live = owingCase({ deadline: byDay('2026-02-01') });
    live.do('2026-02-02', cityB, 'findViolation', { obligation: 'd', by: cityB });
    return live;
  };
  test('is proposed for a breach that somebody established', () => {
    expect(refusedWith(owingCase(), '2026-08-01', above, 'proposeAccountability', propose(above))).toEqual([
      'stepMissing',
      '没有经签署认定的违约。',
      'No breach was established by signature.',
      '先督查、核实并认定。',
      'Inspect, verify and establish it first.',
    ]);
    expect(may(breach(), '2026-08-01', above, 'proposeAccountability', propose(above))).toBe(true);
    expect(may(breach(), '2026-08-01', above, 'proposeAccountability', propose(above, { obligation: 'd' }))).toBe(true);
    expect(may(breach(), '2026-08-01', above, 'proposeAccountability', propose(above, { obligation: 'e' }))).toBe(false);
  });
  test('by a superior of all of them, or of its own departments', () => {
    expect(refusedWith(breach(), '2026-08-01', above, 'proposeAccountability', propose(above, { subjects: [cityA, '620100'] }))).toEqual([
      'notEntitled',
      '对Millbrook提出问责建议须由其上级作出。',
      'A proposal about Millbrook is for its superior.',
      '将线索移送其上级。',
      'Pass the lead to its superior.',
    ]);
    expect(may(breach(), '2026-08-01', cityB, 'proposeAccountability', propose(cityB))).toBe(false);
    expect(may(breach(), '2026-08-01', cityA, 'proposeAccountability', propose(cityA, { subjects: [`${cityA}/roads`] }))).toBe(true);
  });
  test('or by a body that may assess them; to supervise is not enough', () => {
    for (const power of ['assess', 'supervise']) {
      const live = breach();
      live.do('2026-03-01', cityA, 'establishBody', {
        body: 'body:b',
        title: words('b'),
        kind: 'joint',
        members: [cityA, cityB],
        powers: [power],
      });
      expect(may(live, '2026-08-01', 'body:b', 'proposeAccountability', propose('body:b'))).toBe(power === 'assess');
    }
  });
});
