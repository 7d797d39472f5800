import { describe, expect, test } from 'vitest';
import { ashby, capacities, found, instrument, north, said, sometime } from '../testing/dilemmas.ts';

const id = 'partialSuperior';
const provided = (a: number, b: number) => ({ provisions: { [north]: a, [ashby]: b } });
const three = (a: number, b: number) => ['2010-03-01', '2010-02-01', '2010-04-01'].map((on, i) => instrument(`i${i}`, on, provided(a, b)));
const need = capacities('need', 1, 3);

test('three quarters of the provisions for a quarter of the need: how much, of whom, since the third, on which facts', () => {
  expect(found('2011-01-01', id, [...three(0.75, 0.25), ...need])).toEqual([
    {
      id,
      key: 'partialSuperior:610100',
      status: 'active',
      since: '2010-04-01',
      severity: expect.closeTo(2 / 3, 12),
      subjects: [north],
      evidence: ['need:610100', 'need:610400', 'i1', 'i0', 'i2'],
      explanation: {
        zh: '3份上级文件中惠及Northford的条款份额是其需求份额的3倍。',
        en: 'In 3 documents of the superior the provisions for Northford are 3 times its share of need.',
      },
    },
  ]);
});

describe('the bounds', () => {
  test.each([
    ['twice its need is not beyond twice', three(0.5, 0.5), 0],
    ['a little more is', three(0.51, 0.49), 1],
    ['two documents are too few', three(0.75, 0.25).slice(0, 2), 0],
  ])('%s', (_what, facts, count) => {
    expect(found('2011-01-01', id, [...facts, ...need])).toHaveLength(count);
  });
  test('who is not named in a document gets nothing of it, and who needs nothing is never favoured', () => {
    const silent = instrument('x', '2010-05-01', { provisions: { [ashby]: 1 } });
    // (3 × 0.75 + 0) ÷ 4 = 0.5625, of ¼: 2.25 times.
    expect(found('2011-01-01', id, [...three(0.75, 0.25), silent, ...need])[0]?.explanation.en).toContain('are 2.25 times');
    expect(found('2011-01-01', id, [...three(0.75, 0.25), ...capacities('need', 0, 3)])).toEqual([]);
  });
});

describe('which documents count', () => {
  const [first, second] = three(0.75, 0.25) as [never, never];
  test.each(['policyDocument', 'planning', 'discourse', 'fiscal', 'assessment'] as const)('%s does', (channel) => {
    expect(
      found('2011-01-01', id, [first, second, instrument('x', '2010-04-01', { ...provided(0.75, 0.25), channel }), ...need]),
    ).toHaveLength(1);
  });
  test.each([
    ['an inspection', { channel: 'inspection' as const }],
    ['one that is not coded', { provisions: undefined }],
    ['one of somebody who is not above both', { tier: '620000' }],
  ])('%s does not', (_what, extra) => {
    expect(found('2011-01-01', id, [first, second, instrument('x', '2010-04-01', { ...provided(0.75, 0.25), ...extra }), ...need])).toEqual(
      [],
    );
  });
  test('one of the centre does; one of unknown day does not', () => {
    const central = instrument('x', '2010-04-01', { ...provided(0.75, 0.25), tier: '000000' });
    expect(found('2011-01-01', id, [first, second, central, ...need])).toHaveLength(1);
    const undated = instrument('x', '', provided(0.75, 0.25), { occurred: sometime });
    expect(found('2011-01-01', id, [first, second, undated, ...need])).toEqual([]);
  });
});

describe('what it says where it finds nothing', () => {
  test('which documents are aimed at some only', () => {
    const facts = [
      instrument('a', '2010-01-01', { targets: [north] }),
      instrument('b', '2010-02-01', { targets: [north] }),
      instrument('c', '2010-03-01', { targets: [ashby] }),
      instrument('d', '2010-04-01'),
      instrument('e', '2010-05-01', { targets: ['620100'] }),
    ];
    expect(said('2011-01-01', id, facts)).toEqual({
      verdict: 'undetermined',
      zh: '上级文件在案5份，其中3份只面向部分方（Northford2份、Ashby1份）；条款份额与需求份额未编码，不足以断定厚此薄彼。',
      en: '5 documents of the superior are on record; 3 of them address some parties only (Northford 2 and Ashby 1). Shares of provisions and of need are not coded: too little to call it partial.',
      evidence: ['a', 'b', 'c'],
    });
  });
  test('that all are for all', () => {
    expect(said('2011-01-01', id, [instrument('a', '2010-01-01'), instrument('b', '2010-02-01')])).toEqual({
      verdict: 'undetermined',
      zh: '上级文件在案2份，均面向全部各方；条款份额与需求份额未编码，不足以断定厚此薄彼。',
      en: '2 documents of the superior are on record; all of them address every party. Shares of provisions and of need are not coded: too little to call it partial.',
      evidence: ['a', 'b'],
    });
  });
  test('that they fit', () => {
    expect(said('2011-01-01', id, [...three(0.25, 0.75), ...need])).toEqual({
      verdict: 'absent',
      zh: '上级文件的条款份额与各方需求相称。',
      en: 'Provisions of the superior fit the needs of the parties.',
      evidence: ['i1', 'i0', 'i2'],
    });
  });
});
