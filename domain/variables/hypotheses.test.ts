import { describe, expect, it } from 'vitest';
import { caseReportSchema } from '../report/schema.ts';
import { factOf, titled } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import type { channels } from '../vocabulary/levels.ts';
import { readHypotheses } from './hypotheses.ts';

const north = '610100';
const ashby = '610400';
const opened = factOf('caseOpened', { title: titled('case'), parties: [north, ashby] }, { on: '2010-01-01' });
const instrument = (name: string, channel: (typeof channels)[number], on: string, direct = true) =>
  factOf(
    'instrumentApplied',
    {
      instrument: name,
      title: titled(name),
      channel,
      strength: 3,
      tier: '610000',
      by: '610000',
      targets: [north, ashby],
      direct,
      binding: true,
    },
    { on, initiative: 'superior' },
  );
describe('readHypotheses', () => {
  const indexes = (culture: (on: string) => number | null) => (on: string) => ({ culture: culture(on), institution: null, action: null });
  const h1 = (facts: Parameters<typeof situationOn>[1], culture: (on: string) => number | null, asOf = '2014-01-01') => {
    const reports = readHypotheses({ situation: situationOn(asOf, [opened, ...facts]), indexAt: indexes(culture) });
    expect(caseReportSchema.shape.hypotheses.parse(reports)).toEqual(reports);
    const [first] = reports;
    if (first === undefined) throw new Error('no H1');
    return first;
  };

  it('reads the index on the day before and 365 days after', () => {
    const asked: string[] = [];
    const applied = instrument('a', 'discourse', '2012-03-01');
    const report = h1([applied], (on) => {
      asked.push(on);
      return on < '2012-03-01' ? 0.25 : 0.5;
    });
    // 2012-03-01 + 365 days = 2013-03-01.
    expect(asked).toEqual(['2012-02-29', '2013-03-01']);
    expect(report.readings).toEqual([
      {
        instrument: 'a',
        channel: 'discourse',
        strength: 3,
        on: '2012-03-01',
        before: 0.25,
        after: 0.5,
        afterOn: '2013-03-01',
        change: 0.25,
        evidence: [applied.id],
      },
    ]);
    expect(report.verdict).toBe('supported');
    expect(report.explanation.zh).toContain('前后对比不能证明因果');
    expect(report.explanation.en).toContain('no proof of cause');
  });

  it('names the changes of the instrument up to the second reading, not later ones', () => {
    const applied = instrument('a', 'discourse', '2012-03-01');
    const change = (on: string) => factOf('interventionEscalated', { instrument: 'a', strength: 4 }, { on });
    const [within, after] = [change('2013-03-01'), change('2013-03-02')];
    expect(h1([applied, within, after], () => 0.5).readings[0]?.evidence).toEqual([applied.id, within.id]);
  });

  it('stops at the date of the report, and has no "after" on the day itself', () => {
    const report = h1([instrument('a', 'discourse', '2013-10-01'), instrument('b', 'planning', '2014-01-01')], () => 0.5);
    expect(report.readings.map(({ afterOn, after, change }) => ({ afterOn, after, change }))).toEqual([
      { afterOn: '2014-01-01', after: 0.5, change: 0 },
      { afterOn: '2014-01-01', after: null, change: null },
    ]);
    expect(report.explanation.zh).toContain('其中1项介入后不足365天');
  });

  it('judges by the majority of known changes above 0.05', () => {
    const three = ['2010-06-01', '2011-06-01', '2012-06-01'].map((on, i) => instrument(`i${i}`, 'discourse', on));
    const rising = (step: Record<string, number>) => (on: string) =>
      Object.entries(step).reduce((value, [from, by]) => (on >= from ? value + by : value), 0.2);
    expect(h1(three, rising({ '2010-06-01': 0.2, '2011-06-02': 0.2 })).verdict).toBe('supported');
    expect(h1(three, rising({ '2010-06-01': 0.2 })).verdict).toBe('mixed');
    expect(h1(three, rising({ '2010-06-01': 0.05 })).verdict).toBe('notSupported');
    expect(h1(three, rising({ '2010-06-01': -0.1 })).verdict).toBe('notSupported');
  });

  it('reads again, and calls a change, when the user says', () => {
    const situation = situationOn('2014-01-01', [opened, instrument('a', 'discourse', '2012-03-01')], {
      'hypotheses.followUpDays': 30,
      'hypotheses.changeMin': 0.3,
    });
    const [first] = readHypotheses({ situation, indexAt: indexes((on) => (on < '2012-03-01' ? 0.25 : 0.5)) });
    expect(first).toMatchObject({ verdict: 'notSupported', readings: [{ afterOn: '2012-03-31', change: 0.25 }] });
  });

  it('is undetermined without known pairs, and leaves out guidance, other channels and unknown dates', () => {
    expect(h1([], () => 0.5)).toMatchObject({ verdict: 'undetermined', readings: [] });
    expect(h1([instrument('a', 'discourse', '2012-01-01')], () => null)).toMatchObject({
      verdict: 'undetermined',
      readings: [{ change: null }],
    });
    expect(
      h1([instrument('a', 'discourse', '2012-01-01', false), instrument('b', 'inspection', '2012-01-01')], () => 0.5).readings,
    ).toEqual([]);
    const undated = factOf(
      'instrumentApplied',
      {
        instrument: 'u',
        title: titled('u'),
        channel: 'discourse',
        strength: 3,
        tier: '610000',
        by: '610000',
        targets: [north],
        direct: true,
        binding: false,
      },
      { occurred: { first: '2011-01-01', last: '2013-01-01', precision: 'unknown' }, initiative: 'superior' },
    );
    const report = h1([undated], () => 0.5);
    expect(report.readings).toEqual([]);
    expect(report.explanation.en).toContain('1 of unknown date is left out');
  });

  it('says where the index could not rise any more', () => {
    expect(h1([instrument('a', 'discourse', '2012-01-01')], () => 0.97).explanation.en).toContain(
      'Before 1 the index was so high that it could not rise.',
    );
  });
});
