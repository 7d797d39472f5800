import { describe, expect, test } from 'vitest';
import { ashby, capacities, duty, found, north, said } from '../testing/dilemmas.ts';

const id = 'skewedResponsibility';
const owed = (a: number, b: number) => [duty('a', { liable: [north], weight: a }), duty('b', { liable: [ashby], weight: b })];

test('three quarters owed on a quarter of the capacity: how much, against what, on which facts', () => {
  // ¾ ÷ ¼ = 3, so two thirds; ¼ ÷ ¾ = ⅓, so two thirds the other way.
  expect(found('2011-01-01', id, [...owed(3, 1), ...capacities('gdp', 1, 3)])).toEqual(
    expect.arrayContaining([
      {
        id,
        key: 'skewedResponsibility:610100:gdp',
        status: 'active',
        since: '2009-12-31',
        severity: expect.closeTo(2 / 3, 12),
        subjects: [north],
        evidence: ['gdp:610100', 'gdp:610400'],
        explanation: {
          zh: 'Northford承担义务的75%，而其能力份额为25%，比值3。',
          en: 'Northford owes 75% of the obligations while its share of capacity is 25%: a ratio of 3.',
        },
      },
      expect.objectContaining({
        key: 'skewedResponsibility:610400:gdp',
        severity: expect.closeTo(2 / 3, 12),
        explanation: {
          zh: 'Ashby承担义务的25%，而其能力份额为75%，比值0.33。',
          en: 'Ashby owes 25% of the obligations while its share of capacity is 75%: a ratio of 0.33.',
        },
      }),
    ]),
  );
});

test('who has none of it and owes something: beyond any ratio', () => {
  expect(found('2011-01-01', id, [...owed(1, 1), ...capacities('causation', 0, 5)])).toMatchObject([
    {
      key: 'skewedResponsibility:610100:causation',
      severity: 1,
      explanation: {
        zh: 'Northford承担义务的50%，而其成因份额为0%，比值无穷大。',
        en: 'Northford owes 50% of the obligations while its share of causation is 0%: a ratio of infinity.',
      },
    },
  ]);
});

describe('what is owed', () => {
  const keys = (...facts: Parameters<typeof found>[2]) =>
    found('2011-01-01', id, [...facts, ...capacities('gdp', 1, 1)]).map(({ key }) => key);
  test('a joint duty evenly, where it names no shares', () => {
    // (1/2 + 0) : (1/2 + 1) = 1 : 3, which is one half of an even share — in proportion just yet.
    expect(keys(duty('j'), duty('b', { liable: [ashby] }))).toEqual([]);
    expect(keys(duty('j'), duty('b', { liable: [ashby], weight: 1.1 }))).toEqual(['skewedResponsibility:610100:gdp']);
  });
  test('the part of somebody who is no party is no part of the whole', () => {
    // Of a duty of weight 3 of three a party owes 1 each; with one more alone 1 : 2 of 3.
    const three = duty('j', { liable: [north, ashby, '610300'], acceptedBy: [north, ashby, '610300'], weight: 3 });
    expect(keys(three, duty('b', { liable: [ashby], weight: 2 }))).toEqual([]);
    expect(keys(three, duty('b', { liable: [ashby], weight: 2.1 }))).toEqual(['skewedResponsibility:610100:gdp']);
  });
});

test('what it says where it finds nothing', () => {
  const unknown = {
    verdict: 'undetermined',
    zh: '缺少各方义务、能力或成因数据。',
    en: 'Obligations, capacities or causation of the parties are not on record.',
    evidence: [],
  };
  expect(said('2011-01-01', id, owed(1, 1))).toEqual(unknown);
  expect(said('2011-01-01', id, capacities('gdp', 1, 1))).toEqual(unknown);
  expect(said('2011-01-01', id, [...owed(1, 1), ...capacities('gdp', 1, 1)])).toEqual({
    verdict: 'absent',
    zh: '各方义务份额与能力、成因份额大体相称。',
    en: 'Shares of obligation roughly fit shares of capacity and causation.',
    evidence: [],
  });
});
