import { describe, expect, test } from 'vitest';
import { found, instrument, parties, said } from '../testing/dilemmas.ts';
import { factOf, titled } from '../testing/facts.ts';

const id = 'interventionDependence';
const meeting = (on: string, initiative: 'self' | 'superior' = 'self') =>
  factOf('meetingHeld', { title: titled('m'), topics: [], attendees: [] }, { on, initiative, id: `m:${on}` });
const strong = instrument('i', '2010-01-01');
const withdrawn = factOf('instrumentWithdrawn', { instrument: 'i' }, { on: '2012-01-01', id: 'end' });

describe('before the exit', () => {
  const acts = [
    meeting('2010-03-01', 'superior'),
    meeting('2010-04-01', 'superior'),
    meeting('2010-05-01', 'superior'),
    meeting('2010-06-01'),
  ];
  test('a risk where they set little going themselves: how little, on which facts', () => {
    expect(found('2011-01-01', id, [strong, ...acts])).toEqual([
      {
        id,
        key: 'interventionDependence:risk',
        status: 'risk',
        since: null,
        // (0.5 − 0.25) × 0.8.
        severity: expect.closeTo(0.2, 12),
        subjects: parties,
        evidence: ['i', 'm:2010-03-01', 'm:2010-04-01', 'm:2010-05-01', 'm:2010-06-01'],
        explanation: {
          zh: '强势介入期间，近24个月各方活动中自主发起的仅占25%：一旦退出，协同可能难以为继。',
          en: "Under strong intervention only 25% of the parties' acts of the last 24 months were set going by themselves: coordination may not outlast it.",
        },
      },
    ]);
  });
  test('none at one half, from fewer than three acts, of acts that are long past, or under weak intervention', () => {
    const facts = (own: Parameters<typeof found>[2]) => found('2011-01-01', id, [strong, ...own]);
    expect(facts([...acts.slice(2), meeting('2010-07-01', 'superior'), meeting('2010-08-01')])).toEqual([]);
    expect(facts(acts.slice(0, 2))).toEqual([]);
    expect(facts(acts.slice(0, 3))).toHaveLength(1);
    expect(found('2012-05-02', id, [strong, ...acts])).toEqual([]);
    expect(found('2011-01-01', id, [instrument('i', '2010-01-01', { strength: 3 }), ...acts])).toEqual([]);
  });
  test('what it says then', () => {
    expect(said('2011-01-01', id, [strong])).toEqual({
      verdict: 'undetermined',
      zh: '介入尚未退出；活动记录不足以看出依赖风险，或自主份额不低。',
      en: 'The intervention has not ended; acts on record are too few to read a risk, or the self-initiated share is not low.',
      evidence: ['i'],
    });
    const none = { verdict: 'absent', zh: '没有强势介入。', en: 'There is no strong intervention.', evidence: [] };
    expect(said('2011-01-01', id, [instrument('i', '2010-01-01', { strength: 3 })])).toEqual(none);
    expect(said('2011-01-01', id, [instrument('i', '2010-01-01', { direct: false })])).toEqual(none);
    expect(said('2011-01-01', id, [instrument('i', '2010-01-01', { until: '2010-12-31' })])).toEqual(none);
  });
});

describe('after the exit', () => {
  const before = [meeting('2010-03-01'), meeting('2010-06-01'), meeting('2011-03-01'), meeting('2011-06-01')];
  test('the share of their own acts fell: from what to what, when it is seen, on which facts', () => {
    const after = [
      meeting('2012-03-01'),
      meeting('2012-04-01', 'superior'),
      meeting('2012-05-01', 'superior'),
      meeting('2012-06-01', 'superior'),
    ];
    expect(found('2013-01-01', id, [strong, withdrawn, ...before, ...after])).toEqual([
      {
        id,
        key: 'interventionDependence:i',
        status: 'active',
        since: '2013-01-01',
        severity: 0.75,
        subjects: parties,
        evidence: ['end', 'm:2012-03-01', 'm:2012-04-01', 'm:2012-05-01', 'm:2012-06-01'],
        explanation: {
          zh: '“i”退出后，自主发起的份额由100%降至25%。',
          en: 'After “i” ended, the self-initiated share fell from 100% to 25%.',
        },
      },
    ]);
    // The watch ends after 24 months.
    expect(found('2015-01-01', id, [strong, withdrawn, ...before, ...after])).toMatchObject([{ since: '2014-01-01' }]);
  });
  test('a fall of 0.3 is one, of a little less is none', () => {
    const after = (self: number, of: number) =>
      Array.from({ length: of }, (_, i) => meeting(`2012-0${(i % 9) + 1}-${10 + Math.floor(i / 9)}`, i < self ? 'self' : 'superior'));
    expect(found('2013-01-01', id, [strong, withdrawn, ...before, ...after(7, 10)])).toHaveLength(1);
    expect(said('2013-01-01', id, [strong, withdrawn, ...before, ...after(8, 10)])).toEqual({
      verdict: 'absent',
      zh: '退出后自主发起的份额未明显下降（100%→80%）。',
      en: 'The self-initiated share did not fall markedly after the exit (100% to 80%).',
      evidence: [],
    });
  });
  test('where they had set nothing going before, nothing can fall', () => {
    const led = before.map(({ occurred }) => meeting(occurred.last, 'superior'));
    const after = [meeting('2012-03-01', 'superior'), meeting('2012-04-01', 'superior'), meeting('2012-05-01', 'superior')];
    expect(said('2013-01-01', id, [strong, withdrawn, ...led, ...after])).toMatchObject({ verdict: 'absent' });
  });
  test('too few acts on one side tell nothing: how many there are', () => {
    expect(said('2013-01-01', id, [strong, withdrawn, ...before, meeting('2012-03-01'), meeting('2012-04-01')])).toEqual({
      verdict: 'undetermined',
      zh: '“i”于2012年1月1日退出；此后在案的各方自主活动2次，不足以判断是否依赖。',
      en: '“i” ended on 1 January 2012; 2 acts set going by the parties are on record since: too little to tell dependence.',
      evidence: ['i', 'end'],
    });
    expect(
      said('2013-01-01', id, [strong, withdrawn, meeting('2012-03-01'), meeting('2012-04-01'), meeting('2012-05-01', 'superior')]).en,
    ).toContain('; 2 acts set going by the parties');
  });
});

describe('which exit counts', () => {
  test('the last of a strong one; not of a weak one, and not of one that was replaced', () => {
    const second = [instrument('j', '2010-02-01'), factOf('instrumentWithdrawn', { instrument: 'j' }, { on: '2012-06-01' })];
    expect(said('2013-01-01', id, [...second, strong, withdrawn]).en).toContain('“j” ended on 1 June 2012');
    const weak = [instrument('j', '2010-02-01', { strength: 3 }), factOf('instrumentWithdrawn', { instrument: 'j' }, { on: '2012-06-01' })];
    expect(said('2013-01-01', id, [...weak, strong, withdrawn]).en).toContain('“i” ended on 1 January 2012');
    const replaced = [strong, instrument('k', '2012-01-01', { replaces: 'i' })];
    expect(said('2013-01-01', id, replaced)).toMatchObject({ verdict: 'undetermined', evidence: ['k'] });
  });
  test('one that ran its course was ended by nobody', () => {
    expect(said('2013-01-01', id, [instrument('i', '2010-01-01', { until: '2011-12-31' })])).toMatchObject({
      verdict: 'absent',
      en: 'There is no strong intervention.',
    });
  });
});
