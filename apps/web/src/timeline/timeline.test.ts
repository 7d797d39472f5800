import { isoDateOf, toDayNumber } from '@gongze/domain/vocabulary/dates';
import type { SeriesPoint } from '@gongze/domain/report/report';
import { describe, expect, it } from 'vitest';
import type { FactMark } from './model.ts';
import { packMarks } from './pack.ts';
import { scaleOf, ticksOf } from './scale.ts';
import { dilemmaLanes, gapsOf, runsOf, stepFrom } from './series.ts';

const mark = (id: string, day: number, length = 0): FactMark => ({
  id,
  first: day,
  last: day + length,
  glyph: 'verified',
  corrected: false,
  label: undefined,
});

describe('scale', () => {
  it('maps days to pixels and back', () => {
    const scale = scaleOf(1000, 2000, 500);
    expect(scale.x(1500)).toBe(250);
    expect(scale.day(250)).toBe(1500);
  });

  it('labels only as many years as fit', () => {
    const labels = (width: number) =>
      ticksOf(isoDateOf('2002-01-01'), isoDateOf('2024-12-31'), width).filter((tick) => tick.label !== '').length;
    expect(labels(1400)).toBeGreaterThan(labels(400));
    expect(labels(400)).toBeGreaterThan(1);
  });

  it('names months in a short window', () => {
    const ticks = ticksOf(isoDateOf('2012-01-01'), isoDateOf('2012-12-31'), 900);
    expect(ticks.map((tick) => tick.label)).toContain('2012-05');
  });
});

describe('packing', () => {
  const scale = scaleOf(0, 1000, 1000);

  it('puts overlapping facts in rows and never loses one', () => {
    const packed = packMarks([mark('a', 100), mark('b', 102), mark('c', 500)], scale);
    expect(packed.mode).toBe('marks');
    if (packed.mode === 'marks') {
      expect(packed.rows).toBe(2);
      expect(packed.placed.flatMap(({ ids }) => ids).sort()).toEqual(['a', 'b', 'c']);
    }
  });

  it('joins what does not fit into a cluster', () => {
    const packed = packMarks(
      Array.from({ length: 9 }, (_, i) => mark(`f${i}`, 300)),
      scale,
    );
    if (packed.mode !== 'marks') throw new Error('expected marks');
    expect(packed.rows).toBe(3);
    expect(packed.placed.flatMap(({ ids }) => ids)).toHaveLength(9);
    expect(packed.placed.length).toBe(3);
  });

  it('draws a bounded number of bars for ten thousand facts', () => {
    const packed = packMarks(
      Array.from({ length: 10_000 }, (_, i) => mark(`f${i}`, i / 10)),
      scale,
    );
    if (packed.mode !== 'density') throw new Error('expected density');
    expect(packed.bins.length).toBeLessThan(200);
    expect(packed.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(10_000);
  });

  it('leaves out what lies outside the window', () => {
    const packed = packMarks([mark('before', -50), mark('in', 10), mark('after', 2000)], scale);
    expect(packed.mode === 'marks' && packed.placed.map(({ mark: { id } }) => id)).toEqual(['in']);
  });
});

function point(asOf: string, action: number | null, findings: SeriesPoint['findings'] = []): SeriesPoint {
  return { asOf: isoDateOf(asOf), culture: null, institution: null, action, findings };
}
const found = (status: 'active' | 'mitigated' | 'risk', key = 'k') => ({ id: 'weakCoordinator', key, status });

describe('series', () => {
  it('joins equal statuses into one span and splits where they change', () => {
    const lanes = dilemmaLanes([
      point('2015-01-01', 0, [found('active')]),
      point('2015-06-01', 0, [found('active'), found('risk', 'other')]),
      point('2016-01-01', 0, [found('mitigated')]),
      point('2018-01-01', 0),
      point('2023-01-01', 0, [found('active')]),
    ]);
    expect(lanes).toHaveLength(1);
    expect(lanes[0]?.spans.map(({ status }) => status)).toEqual(['active', 'mitigated', 'active']);
  });

  it('keeps unknown apart from zero', () => {
    const series = [point('2010-01-01', null), point('2011-01-01', 0), point('2012-01-01', null), point('2013-01-01', 0.5)];
    const runs = runsOf(series, 'action');
    expect(runs.map((run) => run.length)).toEqual([1, 1]);
    const gaps = gapsOf(runs, toDayNumber(isoDateOf('2010-01-01')), toDayNumber(isoDateOf('2014-01-01')));
    expect(gaps).toHaveLength(3);
  });

  it('steps through the dates with facts', () => {
    const stops = ['2010-01-01', '2011-01-01', '2012-01-01'].map(isoDateOf);
    expect(stepFrom(stops, isoDateOf('2011-01-01'), 1)).toBe('2012-01-01');
    expect(stepFrom(stops, isoDateOf('2011-01-01'), -1)).toBe('2010-01-01');
    expect(stepFrom(stops, isoDateOf('2012-01-01'), 1)).toBeUndefined();
  });
});
