import { describe, expect, test } from 'vitest';
import { ashby, capacities, found, north, said } from '../testing/dilemmas.ts';
import { factOf } from '../testing/facts.ts';

const id = 'unequalVoice';
const raised = factOf('topicRaised', { topic: 't', title: { zh: 't', en: 't' } }, { on: '2009-01-01' });
/** So many positions of each, a day each from 1 January 2010 on; the ids are p1, p2, … */
const positions = (a: number, b: number) =>
  [...Array<string>(a).fill(north), ...Array<string>(b).fill(ashby)].map((party, i) =>
    factOf('positionStated', { topic: 't', party, position: 'yes' } as never, {
      on: `2010-01-${String(i + 1).padStart(2, '0')}`,
      id: `p${String(i + 1).padStart(2, '0')}`,
    }),
  );
const rich = capacities('gdp', 60, 40);

test('nine of ten by the richer: how uneven, of whom, since the last, on which facts', () => {
  // Shannon's entropy of 0.9 : 0.1 over that of 1 : 1 = 0.46899….
  const [finding] = found('2010-12-31', id, [raised, ...rich, ...positions(9, 1)]);
  expect(finding).toEqual({
    id,
    key: 'unequalVoice:610100',
    status: 'active',
    since: '2010-01-10',
    severity: expect.closeTo(1 - 0.4689955935892812, 9),
    subjects: [north],
    evidence: ['gdp:610100', 'gdp:610400', ...Array.from({ length: 10 }, (_, i) => `p${String(i + 1).padStart(2, '0')}`)],
    explanation: {
      zh: '10次立场表达的均衡度为0.47，其中Northford占9次，且资源最多。',
      en: 'Evenness of 10 stated positions is 0.47; Northford, which has most resources, states 9 of them.',
    },
  });
});

describe('where it is not found', () => {
  test.each([
    ['the poorer dominates', positions(1, 9), 'absent'],
    ['they speak about equally', positions(6, 4), 'absent'],
    ['nine positions', positions(8, 1), 'undetermined'],
  ])('%s', (_what, facts, verdict) => {
    expect(said('2010-12-31', id, [raised, ...rich, ...facts])).toMatchObject({ verdict });
  });
  test('what it says then', () => {
    // Entropy of 0.6 : 0.4 = 0.97095….
    expect(said('2010-12-31', id, [raised, ...rich, ...positions(6, 4)])).toMatchObject({
      zh: '立场表达均衡度为0.97，或并非资源最多一方主导。',
      en: 'Evenness of positions is 0.97, or the best-resourced party does not dominate.',
    });
    expect(said('2010-12-31', id, [raised, ...rich, ...positions(8, 1)])).toMatchObject({
      zh: '仅有9次立场记录，不足以判断。',
      en: 'Only 9 positions are on record: too little to tell.',
    });
    expect(said('2010-12-31', id, [raised, ...positions(9, 1)])).toMatchObject({
      verdict: 'undetermined',
      zh: '仅有10次立场记录，且缺少能力数据，不足以判断。',
      en: 'Only 10 positions are on record and capacities are missing: too little to tell.',
    });
  });
  test('positions of somebody who is no party count for nothing', () => {
    const foreign = factOf('positionStated', { topic: 't', party: '620100', position: 'yes' } as never, { on: '2010-02-01' });
    expect(said('2010-12-31', id, [raised, ...rich, ...positions(8, 1), foreign])).toMatchObject({ verdict: 'undetermined' });
  });
});

test('of two that speak equally often nobody dominates', () => {
  expect(found('2010-12-31', id, [raised, ...rich, ...positions(5, 5)], { 'unequalVoice.evennessMin': 1 })).toEqual([]);
});
