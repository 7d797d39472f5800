import { describe, expect, test } from 'vitest';
import { ashby, capacities, duty, found, north, reviewed, said } from '../testing/dilemmas.ts';

const id = 'freeRiding';
type Level = 'notStarted' | 'limited' | 'substantial' | 'complete' | 'none';
/** One duty of the actor with what an assessor said of it. */
const did = (name: string, actor: string, completion: Level, on = '2010-06-01') => [
  duty(name, { liable: [actor] }),
  reviewed(name, on, { completion }),
];
const rich = capacities('gdp', 60, 40);

test('the rich party that did under half: its share, its mean, the others, on which facts', () => {
  // limited = 1/3 and notStarted = 0 have a mean of 1/6; complete = 1: five sixths are missing.
  const facts = [
    ...rich,
    ...did('a', north, 'limited', '2010-06-01'),
    ...did('b', north, 'notStarted', '2010-07-01'),
    ...did('c', ashby, 'complete'),
  ];
  expect(found('2010-12-31', id, facts)).toEqual([
    {
      id,
      key: 'freeRiding:610100',
      status: 'active',
      since: '2010-07-01',
      severity: expect.closeTo(5 / 6, 12),
      subjects: [north],
      evidence: ['gdp:610100', 'gdp:610400', 'review:a:2010-06-01', 'review:b:2010-07-01'],
      explanation: {
        zh: 'Northford能力份额60%，经评估完成度0.17，不足他方中位数1的0.5倍。',
        en: "Northford holds 60% of the capacity; its assessed fulfilment is 0.17, less than 0.5 times the others' median of 1.",
      },
    },
  ]);
});

describe('who is none', () => {
  test.each([
    ['one that did half', 'limited', 'substantial', 0],
    ['one that did less than half', 'limited', 'complete', 1],
    ['one that has not begun, where the other did a part', 'notStarted', 'limited', 1],
    ['one that did nothing, where the other did nothing', 'notStarted', 'notStarted', 0],
  ] as const)('%s', (_what, own, other, count) => {
    expect(found('2010-12-31', id, [...rich, ...did('a', north, own), ...did('b', ashby, other)])).toHaveLength(count);
  });
  test('the poorer of two, and either of two that are equal may be one', () => {
    const facts = [...did('a', north, 'notStarted'), ...did('b', ashby, 'complete')];
    expect(found('2010-12-31', id, [...capacities('gdp', 49, 51), ...facts])).toEqual([]);
    expect(found('2010-12-31', id, [...capacities('gdp', 50, 50), ...facts])).toHaveLength(1);
  });
});

test('each kind of completion counts a third more; no evidence is left out', () => {
  const meanOf = (level: Level) => {
    const facts = [...rich, ...did('a', north, 'notStarted'), ...did('b', ashby, level), ...did('c', ashby, 'complete')];
    return found('2010-12-31', id, facts)[0]?.explanation.en.match(/median of (.*)\.$/)?.[1];
  };
  // Means of the other: (0 + 1)/2, (1/3 + 1)/2, (2/3 + 1)/2, and 1 alone.
  expect((['notStarted', 'limited', 'substantial', 'none'] as const).map(meanOf)).toEqual(['0.5', '0.67', '0.83', '1']);
});

test('an older assessment than the window, and one of unknown date, are none', () => {
  const facts = (on: string) => [...rich, ...did('a', north, 'notStarted', on), ...did('b', ashby, 'complete', on)];
  expect(found('2011-06-01', id, facts('2010-06-01'))).toHaveLength(1);
  expect(found('2011-06-02', id, facts('2010-06-01'))).toEqual([]);
  expect(found('2011-06-02', id, facts('2010-06-01'), { 'freeRiding.windowMonths': 13 })).toHaveLength(1);
  const undated = reviewed(
    'a',
    '',
    { completion: 'notStarted' },
    { occurred: { first: '2010-09-01', last: '2010-10-01', precision: 'unknown' } },
  );
  expect(said('2010-12-31', id, [...rich, duty('a', { liable: [north] }), undated, ...did('b', ashby, 'complete')])).toMatchObject({
    verdict: 'undetermined',
  });
});

test('what it says where it finds nothing', () => {
  expect(said('2010-12-31', id, [...did('a', north, 'limited'), ...did('b', ashby, 'complete')])).toEqual({
    verdict: 'undetermined',
    zh: '缺少各方能力数据或近期独立评估，不足以判定。',
    en: 'Capacities of all parties, or recent independent assessments, are missing.',
    evidence: [],
  });
  expect(said('2010-12-31', id, [...rich, ...did('a', north, 'complete'), ...did('b', ashby, 'complete')])).toEqual({
    verdict: 'absent',
    zh: '没有受益方的完成度显著低于他方。',
    en: 'No beneficiary does markedly less than the others.',
    evidence: [],
  });
});
