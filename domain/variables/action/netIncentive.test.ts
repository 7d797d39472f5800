import { expect, test } from 'vitest';
import { ashby, caseOn, north } from '../../testing/dilemmas.ts';
import { factOf } from '../../testing/facts.ts';
import { netIncentive } from './netIncentive.ts';

const stated = (type: 'costStated' | 'benefitStated', party: string, amount: number, unit = 'CNY', topic?: string) =>
  factOf(
    type,
    { party, amount, unit, ...(topic === undefined ? {} : { topic }) },
    { on: '2010-01-01', id: `${type}:${party}:${unit}:${topic ?? ''}:${amount}` },
  );
const at = (...facts: Parameters<typeof caseOn>[1]) => netIncentive(caseOn('2011-01-01', facts));

test('per party, then over the parties', () => {
  const facts = [
    stated('costStated', north, 10),
    stated('benefitStated', north, 30),
    stated('costStated', ashby, 30),
    stated('benefitStated', ashby, 10),
  ];
  expect(at(...facts)).toEqual({
    id: 'netIncentive',
    name: { zh: '净激励', en: 'Net incentive' },
    value: 0.5,
    evidence: facts.map(({ id }) => id).sort(),
    explanation: {
      zh: '收益占收益与成本之和的份额（各方自述）：Northford0.75、Ashby0.25。',
      en: 'Benefit as a share of benefit and cost, as each stated itself: Northford 0.75 and Ashby 0.25.',
    },
  });
});

test('topics add up in a unit; units do not, and count by their mean', () => {
  // CNY: (10 + 20) ÷ (10 + 20 + 10 + 20) = ½; hectares: 1.
  const facts = [
    stated('costStated', north, 10, 'CNY', 's'),
    stated('costStated', north, 20, 'CNY', 't'),
    stated('benefitStated', north, 10, 'CNY', 's'),
    stated('benefitStated', north, 20, 'CNY', 't'),
    stated('costStated', north, 0, 'ha'),
    stated('benefitStated', north, 5, 'ha'),
  ];
  expect(at(...facts).value).toBe(0.75);
});

test('one side only, nothing on both sides, or no party: unknown, with what is on record', () => {
  const unknown = {
    value: null,
    explanation: { zh: '没有一方以同一单位陈述成本与收益。', en: 'No party stated both its cost and its benefit in one unit.' },
  };
  const cost = stated('costStated', north, 10);
  expect(at(cost, stated('benefitStated', north, 10, 'ha'))).toMatchObject({ ...unknown, evidence: expect.arrayContaining([cost.id]) });
  expect(at(stated('costStated', north, 0), stated('benefitStated', north, 0))).toMatchObject(unknown);
  expect(at(stated('costStated', '620100', 1), stated('benefitStated', '620100', 1))).toEqual({
    id: 'netIncentive',
    name: { zh: '净激励', en: 'Net incentive' },
    evidence: [],
    ...unknown,
  });
});
