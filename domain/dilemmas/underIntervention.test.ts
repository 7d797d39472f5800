import { describe, expect, test } from 'vitest';
import { duty, dueOn, found, instrument, north, parties, province, said } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'underIntervention';
// Stuck since 2011-01-31 (with grace), 180 days old on 2011-07-30, a year late on 2011-12-31: necessary since then, for a year on 2012-12-30.
const road = duty('road', { liable: [north], ...dueOn('2010-12-31') });

test('a year of necessity, and nothing on record: whose turn it is, for how long, on which facts', () => {
  expect(found('2012-12-29', id, [road])).toEqual([]);
  expect(found('2012-12-30', id, [road])).toEqual([
    {
      id,
      key: 'underIntervention:610000',
      status: 'active',
      since: '2012-12-30',
      // 365 of 3,650 days over a base of 0.4.
      severity: 0.5,
      subjects: [province],
      evidence: ['road'],
      explanation: {
        zh: '介入的必要性已成立365天，Province没有采取考核、督查、限期等具约束力的手段（在案：未见任何直接手段）。',
        en: 'Necessity has held for 365 days and Province applied nothing that binds the parties, such as dates, assessment or inspection (on record: no direct instrument is on record).',
      },
    },
  ]);
});

test('what does not bind is named, as far as that tier applied it and it stands', () => {
  const facts = [
    road,
    instrument('plan', '2012-01-01'),
    instrument('talk', '2012-02-01', { channel: 'discourse' }),
    instrument('gone', '2012-03-01', { until: '2012-06-01' }),
    instrument('other', '2012-04-01', { tier: '000000', by: '000000' }),
    instrument('guide', '2012-05-01', { direct: false }),
  ];
  expect(found('2013-06-01', id, facts)).toMatchObject([
    {
      evidence: ['plan', 'talk', 'road'],
      explanation: { zh: expect.stringContaining('（在案：plan、talk）'), en: expect.stringContaining('(on record: plan and talk)') },
    },
  ]);
});

test('a fact that is evidence twice is named once', () => {
  const conflict = factOf('conflictRaised', { conflict: 'c', title: titled('c'), parties }, { on: '2011-12-01', id: 'conflict' });
  expect(found('2014-01-01', id, [road, conflict])).toMatchObject([{ evidence: ['road', 'conflict'] }]);
});

describe('what it says where it finds nothing', () => {
  test('that nothing is necessary', () => {
    expect(said('2011-06-01', id, [road])).toEqual({
      verdict: 'absent',
      zh: '必要性尚不成立。',
      en: 'Necessity does not hold.',
      evidence: [],
    });
  });
  test('that it is not necessary for long', () => {
    expect(said('2012-06-01', id, [road])).toEqual({
      verdict: 'absent',
      zh: '必要性自2011年12月31日成立，尚不足阈值天数。',
      en: 'Necessity holds since 31 December 2011, for less than the threshold.',
      evidence: [],
    });
  });
  test('that something binds, of whichever superior', () => {
    for (const tier of [province, '000000']) {
      expect(said('2013-06-01', id, [road, instrument('i', '2013-01-01', { binding: true, tier })])).toEqual({
        verdict: 'absent',
        zh: '上级已有具约束力的手段在施行。',
        en: 'The superior applies instruments that bind.',
        evidence: ['i'],
      });
    }
  });
  test('but not something of somebody else, that ended, or that only guides', () => {
    for (const extra of [{ tier: '620000' }, { until: '2013-03-01' }, { direct: false }]) {
      expect(said('2013-06-01', id, [road, instrument('i', '2013-01-01', { binding: true, ...extra })]).verdict).toBe('found');
    }
  });
});
