/** What is said to whoever is refused a step of commitment. */
import { describe, expect, test } from 'vitest';
import type { LiveCase } from '../testing/live.ts';
import { above, byDay, cityA, cityB, cityC, dutyTerms, openedCase, owingCase, refusedWith, words } from '../testing/refusals.ts';
import type { ObligationTerms } from '../events/schemas.ts';
import { gapsOf } from './commitment.ts';

const may = (live: LiveCase, today: string, by: string, command: Parameters<LiveCase['ask']>[2], payload: object) =>
  'events' in live.ask(today, by, command, payload);
const text = (more: object = {}) => ({
  agreement: 'a',
  title: words('Pact'),
  parties: [cityA, cityB],
  topics: [],
  clauses: [{ clause: '1' }],
  ...more,
});
/** A draft with one clause and one duty on it, accepted. */
function drafted(more: object = {}, draft: object = {}): LiveCase {
  const live = openedCase();
  live.do('2026-01-06', cityA, 'draftAgreement', text(draft));
  live.do('2026-01-07', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms({ agreement: 'a', clause: '1', ...more }) });
  live.do('2026-01-08', cityA, 'acceptObligation', { obligation: 'd', by: cityA });
  return live;
}
function signed(): LiveCase {
  const live = drafted();
  live.do('2026-01-09', cityA, 'signAgreement', { agreement: 'a', framework: false });
  return live;
}

describe('gaps of a duty', () => {
  const gaps = (more: object) =>
    gapsOf(dutyTerms(more) as unknown as ObligationTerms).map(({ what, remedy }) => [what.zh, what.en, remedy.zh, remedy.en]);
  const y = {
    yardstick: 'y',
    indicator: 'i',
    subject: cityA,
    unit: 'u',
    direction: 'atMost',
    dueOn: '2026-06-30',
    target: { kind: 'level', value: 1 },
  };
  const noLead = ['没有唯一的牵头单位或分担份额', 'no lead and no shares', '指定牵头单位，或列明各方份额', 'name a lead or give shares'];
  const noDate = ['没有时限', 'no date', '填写完成时限', 'set a due date'];
  const noMeasure = [
    '没有衡量标准',
    'no measure',
    '选定指标或写明可核查的标准',
    'choose an indicator or write a measure that can be checked',
  ];
  test.each([
    ['whole', {}, []],
    ['joint', { liable: [cityA, cityB] }, [noLead]],
    ['joint with a lead', { liable: [cityA, cityB], lead: cityA }, []],
    ['joint with shares', { liable: [cityA, cityB], shares: { [cityA]: 1 } }, []],
    ['without a date', { deadline: undefined }, [noDate]],
    ['counted from the signature', { deadline: undefined, within: { amount: 1, unit: 'month', of: 'signature' } }, []],
    ['without a measure', { measure: undefined }, [noMeasure]],
    ['measured and dated by a yardstick', { deadline: undefined, measure: undefined, yardsticks: [y] }, []],
    ['with an empty list of yardsticks', { deadline: undefined, measure: undefined, yardsticks: [] }, [noDate, noMeasure]],
    ['with nothing', { liable: [cityA, cityB], deadline: undefined, measure: undefined }, [noLead, noDate, noMeasure]],
  ])('%s', (_what, more, expected) => expect(gaps(more)).toEqual(expected));
});

describe('lead and shares', () => {
  const draft = (more: object) => ({ obligation: 'd', ...dutyTerms(more) });
  test('are of those who owe it', () => {
    const outside = [
      'incomplete',
      'Ashby不在责任单位之列。',
      'Ashby is not among the responsible agencies.',
      '把它列为责任单位，或改由责任单位牵头。',
      'Add it to the responsible agencies, or let one of them lead.',
    ];
    expect(refusedWith(openedCase(), '2026-01-06', cityA, 'draftObligation', draft({ lead: cityB }))).toEqual(outside);
    expect(refusedWith(openedCase(), '2026-01-06', cityA, 'draftObligation', draft({ shares: { [cityA]: 0.5, [cityB]: 0.5 } }))).toEqual(
      outside,
    );
    expect(may(openedCase(), '2026-01-06', cityA, 'draftObligation', draft({ lead: cityA }))).toBe(true);
  });
  test('shares are of each of them', () => {
    const part = draft({ liable: [cityA, cityB], shares: { [cityA]: 1 } });
    const without = [
      'incomplete',
      '没有写明Ashby的份额。',
      'The share of Ashby is not given.',
      '为每个责任单位填写份额，合计为1。',
      'Give a share to each responsible agency; they add up to 1.',
    ];
    expect(refusedWith(openedCase(), '2026-01-06', cityA, 'draftObligation', part)).toEqual(without);
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftObligation', draft({ liable: [cityA], shares: { [cityA]: 1 } }));
    // What stands is kept, and what is amended joins it.
    expect(refusedWith(live, '2026-01-07', cityA, 'amendObligation', { obligation: 'd', terms: { liable: [cityA, cityB] } })).toEqual(
      without,
    );
    expect(may(live, '2026-01-07', cityA, 'amendObligation', { obligation: 'd', terms: { title: words('x') } })).toBe(true);
  });
});

describe('assignments', () => {
  const assign = (by: string, more: object = {}, obligation = 'e') => ({
    obligation,
    by,
    terms: dutyTerms({ origin: 'assigned', ...more }),
  });
  test.each([
    ['the province to a city', above, [cityA], true],
    ['the province to two', above, [cityA, cityC], true],
    ['the province to a city of another', above, [cityA, '620100'], false],
    ['a city to its department', cityA, [`${cityA}/roads`], true],
    ['a city to itself', cityA, [cityA], false],
    ['a city to another', cityA, [cityB], false],
    ['a city to the department of another', cityA, [`${cityB}/roads`], false],
  ])('%s', (_what, by, liable, allowed) => {
    expect(may(openedCase(), '2026-02-01', by, 'assignObligation', assign(by, { liable, lead: liable[0] }))).toBe(allowed);
  });
  test('what is said to who is not above, of something unknown, or of something unfinished', () => {
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'assignObligation', assign(cityA, { liable: [cityB] }))).toEqual([
      'notEntitled',
      'Ashby不在交办方的下级或所属部门之列。',
      'Ashby is neither below the assigner nor one of its departments.',
      '由其上级政府交办，或改为协商约定。',
      'Let its superior assign it, or agree on it.',
    ]);
    expect(refusedWith(openedCase(), '2026-02-01', above, 'assignObligation', { obligation: 'e', by: above })).toEqual([
      'incomplete',
      '新交办事项须写明内容。',
      'A new assignment must say what it is about.',
      '补填责任单位、时限和衡量标准。',
      'Give agency, date and measure.',
    ]);
    expect(openedCase().refused('2026-02-01', above, 'assignObligation', assign(above, { measure: undefined }))).toMatchObject({
      refusal: 'incomplete',
      text: { zh: '交办事项须有唯一责任、时限和衡量标准。', en: 'What is assigned needs one answerable agency, a date and a measure.' },
      remedy: { zh: '补齐所列各项。', en: 'Supply what is listed.' },
      missing: [{ what: { zh: '没有衡量标准', en: 'no measure' } }],
    });
  });
  test('of what was drafted, contested or accepted; not of what is under way', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms() });
    expect(may(live, '2026-02-01', above, 'assignObligation', { obligation: 'd', by: above })).toBe(true);
    live.do('2026-01-07', cityA, 'contestObligation', { obligation: 'd', by: cityA, reason: words('r') });
    expect(may(live, '2026-02-01', above, 'assignObligation', { obligation: 'd', by: above })).toBe(true);
    expect(may(drafted(), '2026-02-01', above, 'assignObligation', { obligation: 'd', by: above })).toBe(true);
    expect(refusedWith(owingCase(), '2026-02-01', above, 'assignObligation', { obligation: 'd', by: above }).slice(0, 3)).toEqual([
      'alreadyThere',
      '交办事项“Bridge”已在案。',
      'The assignment “Bridge” is on record already.',
    ]);
  });
});

test('to contest, and to end an agreement, takes a reason', () => {
  const live = openedCase();
  live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms() });
  const needed = ['incomplete', '须写明理由。', 'A reason is needed.', '补填理由。', 'Write the reason.'];
  expect(refusedWith(live, '2026-01-07', cityA, 'contestObligation', { obligation: 'd', by: cityA })).toEqual(needed);
  expect(refusedWith(signed(), '2026-02-01', cityA, 'terminateAgreement', { agreement: 'a' })).toEqual(needed);
});

describe('agreements', () => {
  const end = (more: object = {}) => ({ agreement: 'a', reason: words('r'), ...more });
  test('are drafted until they are signed, by parties', () => {
    expect(refusedWith(signed(), '2026-02-01', cityA, 'draftAgreement', text()).slice(0, 3)).toEqual([
      'alreadyThere',
      '已签协议“a”已在案。',
      'The signed agreement “a” is on record already.',
    ]);
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'draftAgreement', text({ parties: [cityA, cityC] }))[0]).toBe('notEntitled');
    expect(refusedWith(signed(), '2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: false })[0]).toBe('alreadyThere');
  });
  test('are amended and ended while they are in force', () => {
    expect(refusedWith(drafted(), '2026-02-01', cityA, 'amendAgreement', { agreement: 'a' }).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有已签协议“a”。',
      'There is no signed agreement “a” in the case.',
    ]);
    const live = signed();
    const [ended] = live.do('2026-02-01', cityA, 'terminateAgreement', end());
    expect(live.refused('2026-02-02', cityA, 'amendAgreement', { agreement: 'a' })).toMatchObject({
      refusal: 'wrongState',
      text: { zh: '该协议已终止。', en: 'The agreement has ended.' },
      remedy: { zh: '请另订新的协议。', en: 'Draft a new agreement.' },
      evidence: [ended?.id],
    });
  });
  test('only duties of theirs survive them', () => {
    const live = signed();
    live.do('2026-01-10', cityA, 'draftObligation', { obligation: 'other', ...dutyTerms() });
    expect(may(live, '2026-02-01', cityA, 'terminateAgreement', end({ surviving: ['d'] }))).toBe(true);
    for (const stray of ['other', 'x']) {
      expect(refusedWith(live, '2026-02-01', cityA, 'terminateAgreement', end({ surviving: ['d', stray] })).slice(0, 3)).toEqual([
        'unknownSubject',
        `案中没有该协议的责任事项“${stray}”。`,
        `There is no obligation of that agreement “${stray}” in the case.`,
      ]);
    }
  });
});

describe('what a draft lacks', () => {
  const lacks = (live: LiveCase) =>
    live
      .refused('2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: false })
      .missing.map(({ what, remedy }) => [what.zh, what.en, remedy.zh, remedy.en]);
  test('clauses that no duty covers, by their text or their number', () => {
    const clauses = [{ clause: '1' }, { clause: '2', text: words('Fares') }, { clause: '3' }];
    expect(lacks(drafted({}, { clauses }))).toEqual([
      ['条款“Fares”没有对应的责任事项', 'no obligation covers the clause “Fares”', '为该条款拟定责任事项', 'draft an obligation for it'],
      ['条款“3”没有对应的责任事项', 'no obligation covers the clause “3”', '为该条款拟定责任事项', 'draft an obligation for it'],
    ]);
  });
  test('gaps, consequences and acceptances of its duties', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftAgreement', text());
    const terms = dutyTerms({ agreement: 'a', clause: '1', liable: [cityA, cityB], lead: cityA, measure: undefined, orElse: undefined });
    live.do('2026-01-07', cityA, 'draftObligation', { obligation: 'd', ...terms });
    const measure = [
      '“Bridge”没有衡量标准',
      '“Bridge”: no measure',
      '选定指标或写明可核查的标准',
      'choose an indicator or write a measure that can be checked',
    ];
    const orElse = ['“Bridge”没有未履行的后果', '“Bridge”: no consequence of failing', '写明后果', 'write the or-else'];
    const accept = (zh: string, en: string) => [
      `“Bridge”尚未为${zh}`,
      `“Bridge” is not accepted by ${en}`,
      '由其接受，或商定后修改',
      'let them accept it, or amend it',
    ];
    expect(lacks(live)).toEqual([measure, orElse, accept('Northford、Ashby接受', 'Northford, Ashby')]);
    live.do('2026-01-08', cityA, 'acceptObligation', { obligation: 'd', by: cityA });
    live.do('2026-01-08', cityB, 'contestObligation', { obligation: 'd', by: cityB, reason: words('r') });
    expect(lacks(live)).toEqual([measure, orElse, accept('Ashby接受（有异议）', 'Ashby (contested)')]);
  });
  test('how many things are said, and that a framework text needs none of them', () => {
    const clauses = [{ clause: '1' }, { clause: '2' }];
    expect(drafted({}, { clauses }).refused('2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: false })).toMatchObject({
      refusal: 'incomplete',
      text: { zh: '草案尚缺1项，签署后将有协议而难执行。', en: 'The draft lacks 1 thing: signed like this it could not be executed.' },
      remedy: {
        zh: '补齐所列各项；或声明为框架性文本，诊断将按协议空泛处理。',
        en: 'Supply what is listed, or declare it a framework text: the diagnosis will then call it vague.',
      },
    });
    const three = drafted({}, { clauses: [...clauses, { clause: '3' }] });
    expect(three.refused('2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: false }).text.en).toBe(
      'The draft lacks 2 things: signed like this it could not be executed.',
    );
    expect(may(three, '2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: true })).toBe(true);
    expect(refusedWith(openedCase(), '2026-02-01', cityA, 'signAgreement', { agreement: 'a', framework: true }).slice(0, 3)).toEqual([
      'unknownSubject',
      '案中没有协议草案“a”。',
      'There is no draft agreement “a” in the case.',
    ]);
  });
  test('a duty that was discharged covers nothing and lacks nothing', () => {
    const live = drafted({ orElse: undefined });
    expect(lacks(live)).toHaveLength(1);
    live.do('2026-01-09', cityB, 'dischargeObligation', { obligation: 'd' });
    expect(lacks(live)).toEqual([
      ['条款“1”没有对应的责任事项', 'no obligation covers the clause “1”', '为该条款拟定责任事项', 'draft an obligation for it'],
    ]);
  });
});

describe('who changes terms', () => {
  const amend = { obligation: 'd', terms: { deadline: byDay('2026-09-30') } };
  test('anybody a draft; those who owe it what they accepted; the assigner what he assigned', () => {
    const live = openedCase();
    live.do('2026-01-06', cityA, 'draftObligation', { obligation: 'd', ...dutyTerms() });
    expect(may(live, '2026-01-07', cityB, 'amendObligation', amend)).toBe(true);
    const agreed = [
      'notEntitled',
      '已接受的约定须由责任单位共同变更。',
      'Terms that were accepted are changed by those who owe them.',
      '请责任单位提出变更。',
      'Let a responsible agency propose the change.',
    ];
    for (const own of [owingCase(), drafted()]) {
      expect(refusedWith(own, '2026-02-01', cityB, 'amendObligation', amend)).toEqual(agreed);
      expect(may(own, '2026-02-01', `${cityA}/roads`, 'amendObligation', amend)).toBe(true);
    }
    const assigned = openedCase();
    assigned.do('2026-01-06', above, 'assignObligation', { obligation: 'd', by: above, terms: dutyTerms({ origin: 'assigned' }) });
    expect(refusedWith(assigned, '2026-02-01', cityA, 'amendObligation', amend)).toEqual([
      'notEntitled',
      '交办事项只能由交办方变更。',
      'Only the assigner changes what was assigned.',
      '向交办方提出申请。',
      'Ask the assigner.',
    ]);
    expect(may(assigned, '2026-02-01', `${above}/office`, 'amendObligation', amend)).toBe(true);
  });
});
