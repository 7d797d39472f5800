import { describe, expect, test } from 'vitest';
import { duty, found, north, parties, reviewed, said, sometime } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';
import type { PayloadInput } from '../testing/facts.ts';

const id = 'actionWithoutResult';
type Yardstick = NonNullable<PayloadInput<'obligationDrafted'>['yardsticks']>[number];

/** From 100 down to 60 by the end of 2016; half of the way by the end of 2015. */
const yardstick: Yardstick = {
  yardstick: 'y',
  indicator: 'pm25',
  subject: north,
  unit: 'µg',
  direction: 'atMost',
  dueOn: '2016-12-31',
  target: { kind: 'level', value: 60 },
  baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
  path: [{ on: '2015-12-31', share: 0.5 }],
  pathConvention: { zh: '逐年', en: 'year by year' },
};
const air = (extra: Partial<Yardstick> = {}) => duty('air', { liable: [north], yardsticks: [{ ...yardstick, ...extra }] });
const action = factOf('progressReported', { obligation: 'air', by: north }, { on: '2014-06-01', id: 'action' });
const reading = (value: number, year: number, on = `${year}-12-31`, options: object = {}) =>
  factOf(
    'indicatorRead',
    { indicator: 'pm25', subject: north, period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit: 'µg' },
    { on, id: `reading:${year}`, ...options },
  );

test('behind its path: how far, what was due, by whose path, on which facts', () => {
  // (100 − 92) ÷ 40 = 20 % of the way, 50 % due: 0.4 of what was due.
  expect(found('2016-06-01', id, [air(), action, reading(92, 2015)])).toEqual([
    {
      id,
      key: 'actionWithoutResult:air:y',
      status: 'active',
      since: '2015-12-31',
      severity: 0.6,
      subjects: ['air', north],
      evidence: ['air', 'action', 'reading:2015'],
      explanation: {
        zh: '按目标“60 µg”衡量，至2015年12月31日读数为92 µg，已走完应走路程的20%，此时应达50%（路径依据：逐年）。',
        en: 'Against the target “60 µg”, the reading to 31 December 2015 is 92 µg: 20% of the way covered, 50% due (path: year by year).',
      },
    },
  ]);
});

describe('a missed target', () => {
  test('is held against the whole way, without a path too', () => {
    const { path: _path, pathConvention: _convention, ...plain } = yardstick;
    const bare = duty('air', { liable: [north], yardsticks: [plain] });
    // (100 − 70) ÷ 40 = 75 %.
    expect(found('2017-06-01', id, [bare, action, reading(70, 2016)])).toMatchObject([
      {
        severity: 0.25,
        explanation: {
          zh: '按目标“60 µg”衡量，至2016年12月31日读数为70 µg，已走完应走路程的75%，此时应达100%（路径依据：无路径约定）。',
          en: 'Against the target “60 µg”, the reading to 31 December 2016 is 70 µg: 75% of the way covered, 100% due (path: no path convention).',
        },
      },
    ]);
  });
  test('relative to the base: −40 % of 100 is 60', () => {
    const relative = air({ target: { kind: 'changePercent', value: -40 } });
    expect(found('2017-06-01', id, [relative, action, reading(60, 2016)])).toEqual([]);
    const [finding] = found('2017-06-01', id, [relative, action, reading(61, 2016)]);
    expect(finding?.explanation.zh).toContain('按目标“较基期-40%”衡量');
    expect(finding?.explanation.en).toContain('Against the target “-40% on the base”');
  });
  test('without a base nobody knows how much of the way it is: the middle of the scale', () => {
    const { baseline: _baseline, ...plain } = yardstick;
    const [finding] = found('2017-06-01', id, [duty('air', { liable: [north], yardsticks: [plain] }), action, reading(61, 2016)]);
    expect(finding).toMatchObject({ severity: 0.5 });
    expect(finding?.explanation.zh).toContain('应走路程的未知，');
    expect(finding?.explanation.en).toContain(': unknown of the way covered');
  });
  test('further away than at the beginning is no worse than 1', () => {
    expect(found('2017-06-01', id, [air(), action, reading(140, 2016)])).toMatchObject([{ severity: 1 }]);
  });
});

describe('where nothing is due yet', () => {
  test('less than nothing is behind no path', () => {
    // Before the first step of the path the share due is 0, and there is no ratio to it.
    expect(found('2015-06-01', id, [air(), action, reading(120, 2014)])).toEqual([]);
    expect(said('2015-06-01', id, [air(), action, reading(120, 2014)])).toMatchObject({ verdict: 'absent', evidence: ['reading:2014'] });
  });
  test('a duty that waits for its acceptance is no yardstick yet', () => {
    const pending = duty('air', { liable: parties, acceptedBy: [], yardsticks: [yardstick] }, { origin: 'live' });
    expect(said('2017-06-01', id, [pending, action, reading(70, 2016)])).toMatchObject({
      verdict: 'undetermined',
      zh: '没有带指标的义务。',
      en: 'No obligation carries an indicator.',
    });
  });
});

test('a reading of unknown day shows that it failed, not since when', () => {
  const undated = reading(70, 2016, '', { occurred: { first: '2017-01-01', last: '2017-05-01', precision: 'unknown' } });
  expect(found('2017-06-01', id, [air(), action, undated])).toMatchObject([{ since: null }]);
});

describe('complete without effect', () => {
  test.each([
    ['complete', 'worsened', [1]],
    ['complete', 'didNotChange', [0.7]],
    ['complete', 'marginal', []],
    ['substantial', 'worsened', []],
  ] as const)('%s, %s: %j', (completion, effect, severities) => {
    const facts = [duty('d'), reviewed('d', '2011-01-01', { completion, effect })];
    expect(found('2012-01-01', id, facts).map(({ severity }) => severity)).toEqual(severities);
  });
  test('what it says, of whom, and since when', () => {
    expect(found('2012-01-01', id, [duty('d'), reviewed('d', '2011-01-01', { completion: 'complete', effect: 'didNotChange' })])).toEqual([
      {
        id,
        key: 'actionWithoutResult:d:effect',
        status: 'active',
        since: '2011-01-01',
        severity: 0.7,
        subjects: ['d', ...parties],
        evidence: ['review:d:2011-01-01'],
        explanation: {
          zh: '“d”评估为已完成，但成效为“未见改变”或更差。',
          en: '“d” was assessed as complete, with no change or worse as its effect.',
        },
      },
    ]);
    const undated = reviewed('d', '', { completion: 'complete', effect: 'didNotChange' }, { occurred: sometime });
    expect(found('2012-01-01', id, [duty('d'), undated])).toMatchObject([{ since: null }]);
  });
});

describe('what it says where it finds nothing', () => {
  test('two yardsticks of which nothing is read, or on which nothing was done', () => {
    const two = duty('air', { liable: [north], yardsticks: [yardstick, { ...yardstick, yardstick: 'z' }] });
    const unknown = {
      verdict: 'undetermined',
      zh: '2个标尺缺少读数、基准、路径或行动记录。',
      en: '2 yardsticks lack a reading, a baseline, a path or a recorded action.',
    };
    expect(said('2016-06-01', id, [two, action])).toMatchObject(unknown);
    expect(said('2016-06-01', id, [two, reading(70, 2015)])).toMatchObject(unknown);
  });
  test('two that are on their path, with the reading', () => {
    const two = duty('air', { liable: [north], yardsticks: [yardstick, { ...yardstick, yardstick: 'z' }] });
    expect(said('2016-06-01', id, [two, action, reading(70, 2015)])).toEqual({
      verdict: 'absent',
      zh: '2个可判断的标尺均不低于阈值。',
      en: 'All 2 yardsticks that can be judged are above the bound.',
      evidence: ['reading:2015'],
    });
  });
  test('a plan counts as action on the topic of the duty, not where the duty has none', () => {
    const plan = (topics: string[]) =>
      factOf(
        'ruleAdopted',
        { rule: 'r', title: titled('r'), subject: 'plan', by: [north], scope: [north], topics },
        { on: '2014-02-01', id: 'plan' },
      );
    const onTopic = duty('air', { liable: [north], topic: 't', yardsticks: [yardstick] });
    expect(found('2017-06-01', id, [onTopic, plan(['t']), reading(70, 2016)])).toMatchObject([
      { evidence: ['air', 'plan', 'reading:2016'] },
    ]);
    expect(found('2017-06-01', id, [onTopic, plan([]), reading(70, 2016)])).toEqual([]);
    expect(found('2017-06-01', id, [air(), plan(['t']), reading(70, 2016)])).toEqual([]);
  });
});
