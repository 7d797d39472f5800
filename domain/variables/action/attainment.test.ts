import { describe, expect, test } from 'vitest';
import { factOf, type PayloadInput } from '../../testing/facts.ts';
import { caseOn, duty, north } from '../../testing/dilemmas.ts';
import { attainment } from './attainment.ts';

type Yardstick = NonNullable<PayloadInput<'obligationDrafted'>['yardsticks']>[number];
/** From 100 down to 60 by the end of 2016; half of the way by the end of 2015. */
const y = (name: string, extra: Partial<Yardstick> = {}): Yardstick => ({
  yardstick: name,
  indicator: name,
  subject: north,
  unit: 'u',
  direction: 'atMost',
  dueOn: '2016-12-31',
  target: { kind: 'level', value: 60 },
  baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
  path: [{ on: '2015-12-31', share: 0.5 }],
  ...extra,
});
const reading = (indicator: string, value: number, year: number) =>
  factOf(
    'indicatorRead',
    { indicator, subject: north, period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit: 'u' },
    { on: `${year}-12-31`, id: `${indicator}:${year}` },
  );
const read = (asOf: string, yardsticks: Yardstick[], ...facts: Parameters<typeof caseOn>[1]) =>
  attainment(caseOn(asOf, [duty('d', { liable: [north], yardsticks }), ...facts]));

test('the mean over those that are known, with how each stands, on the readings', () => {
  // Behind: (100 − 90) ÷ 40 = ¼ of ½ due = ½. Ahead: (100 − 70) ÷ 40 = ¾ of ½, at most 1. The third has no reading.
  expect(read('2016-06-01', [y('a'), y('b'), y('c')], reading('a', 90, 2015), reading('b', 70, 2015))).toEqual({
    id: 'attainment',
    name: { zh: '目标达成度', en: 'Attainment' },
    value: 0.75,
    evidence: ['a:2015', 'b:2015'],
    explanation: {
      zh: '标尺已达标0项、未达标0项、快于路径1项、慢于路径1项，未知1项；平均达成75%。',
      en: 'Yardsticks: 0 met, 0 missed, 1 ahead of the path, 1 behind it, 1 unknown; 75% attained on average.',
    },
  });
});

test('met is 1, missed the share of the way, and nothing is said of what is unknown where nothing is', () => {
  expect(read('2017-06-01', [y('a'), y('b')], reading('a', 60, 2016), reading('b', 70, 2016))).toMatchObject({
    value: 0.875,
    explanation: {
      zh: '标尺已达标1项、未达标1项、快于路径0项、慢于路径0项；平均达成87.5%。',
      en: 'Yardsticks: 1 met, 1 missed, 0 ahead of the path, 0 behind it; 87.5% attained on average.',
    },
  });
});

describe('the bounds of one', () => {
  test.each([
    ['missed, and worse than at the beginning', '2017-06-01', y('a'), 130, 2016, 0],
    ['missed without a base', '2017-06-01', y('a', { baseline: undefined }), 70, 2016, 0],
    ['behind, and worse than at the beginning', '2016-06-01', y('a'), 130, 2015, 0],
    ['nothing due yet, and nothing lost', '2015-06-01', y('a'), 100, 2014, 1],
    ['nothing due yet, and lost', '2015-06-01', y('a'), 101, 2014, 0],
  ])('%s', (_what, asOf, yardstick, value, year, expected) => {
    expect(read(asOf, [yardstick], reading('a', value, year)).value).toBe(expected);
  });
});

describe('unknown', () => {
  test('without yardsticks', () => {
    expect(read('2016-06-01', [])).toEqual({
      id: 'attainment',
      name: { zh: '目标达成度', en: 'Attainment' },
      value: null,
      evidence: [],
      explanation: { zh: '没有义务设定量化标尺。', en: 'No obligation has a yardstick.' },
    });
  });
  test('without readings, of one or of several', () => {
    expect(read('2016-06-01', [y('a')]).explanation).toEqual({
      zh: '1项标尺均缺少可比读数、基数或路径。',
      en: '1 yardstick lacks a comparable reading, a baseline or a path.',
    });
    expect(read('2016-06-01', [y('a'), y('b')]).explanation.en).toBe('2 yardsticks lack a comparable reading, a baseline or a path.');
  });
  test('of duties that were discharged, or that bind nobody yet', () => {
    const discharged = factOf('obligationDischarged', { obligation: 'd' }, { on: '2014-01-01' });
    expect(read('2017-06-01', [y('a')], reading('a', 60, 2016), discharged).value).toBeNull();
    const pending = duty('d', { liable: [north], acceptedBy: [], yardsticks: [y('a')] }, { origin: 'live' });
    expect(attainment(caseOn('2017-06-01', [pending, reading('a', 60, 2016)])).value).toBeNull();
  });
});
