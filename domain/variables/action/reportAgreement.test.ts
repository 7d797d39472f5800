import { expect, test } from 'vitest';
import { caseOn, duty, north, reviewed } from '../../testing/dilemmas.ts';
import { factOf } from '../../testing/facts.ts';
import { reportAgreement } from './reportAgreement.ts';

type Level = 'none' | 'notStarted' | 'limited' | 'substantial';
const pair = (id: string, own: Level, seen: Level) => [
  duty(id),
  factOf('progressReported', { obligation: id, by: north, completion: own }, { on: '2010-06-01', id: `report:${id}` }),
  reviewed(id, '2010-07-01', { completion: seen }),
];
const at = (...facts: Parameters<typeof caseOn>[1]) => reportAgreement(caseOn('2011-01-01', facts));

test('one that says more, one that says less, one that says the same', () => {
  // Steps apart: 1, 2 and 0 of 4: (¾ + ½ + 1) ÷ 3.
  const facts = [...pair('a', 'substantial', 'limited'), ...pair('b', 'notStarted', 'substantial'), ...pair('c', 'limited', 'limited')];
  expect(at(...facts)).toEqual({
    id: 'reportAgreement',
    name: { zh: '自报与评估一致性', en: 'Agreement of self-report with assessment' },
    value: 0.75,
    evidence: ['report:a', 'report:b', 'report:c', 'review:a:2010-07-01', 'review:b:2010-07-01', 'review:c:2010-07-01'],
    explanation: {
      zh: '3项义务兼有自报与评估，其中1项自报高于评估；一致度0.75。',
      en: '3 obligations have both a self-report and an assessment; 1 reports more than was assessed; agreement 0.75.',
    },
  });
});

test('of one, and of two that say more', () => {
  expect(at(...pair('a', 'limited', 'limited')).explanation.en).toBe(
    '1 obligation has both a self-report and an assessment; 0 report more than was assessed; agreement 1.',
  );
  expect(at(...pair('a', 'substantial', 'limited'), ...pair('b', 'substantial', 'none')).explanation).toEqual({
    zh: '2项义务兼有自报与评估，其中2项自报高于评估；一致度0.5。',
    en: '2 obligations have both a self-report and an assessment; 2 report more than was assessed; agreement 0.5.',
  });
});

test('one of both is not enough', () => {
  const [a, report, review] = pair('a', 'limited', 'limited') as [never, never, never];
  for (const facts of [[a], [a, report], [a, review]]) {
    expect(at(...facts)).toEqual({
      id: 'reportAgreement',
      name: { zh: '自报与评估一致性', en: 'Agreement of self-report with assessment' },
      value: null,
      evidence: [],
      explanation: { zh: '没有既有自报又有独立评估的义务。', en: 'No obligation has both a self-report and an independent assessment.' },
    });
  }
});
