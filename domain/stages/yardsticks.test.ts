/** Where an indicator stands: each position at its bounds, and what is not known. */
import { describe, expect, test } from 'vitest';
import type { Yardstick } from '../events/schemas.ts';
import { north } from '../testing/dilemmas.ts';
import { factOf, stateOf } from '../testing/facts.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import { positionOf, targetLevelOf } from './yardsticks.ts';

/** From 100 down to 60 by the end of 2016; a quarter of the way by the end of 2014, half by the end of 2015. */
const yardstick = (extra: object = {}) =>
  ({
    yardstick: 'y',
    indicator: 'pm25',
    subject: north,
    unit: 'u',
    direction: 'atMost',
    dueOn: '2016-12-31',
    target: { kind: 'level', value: 60 },
    baseline: { value: 100, period: { first: '2013-01-01', last: '2013-12-31' } },
    path: [
      { on: '2014-12-31', share: 0.25 },
      { on: '2015-12-31', share: 0.5 },
    ],
    ...extra,
  }) as unknown as Yardstick;
const reading = (value: number, year: number, unit = 'u', on = `${year}-12-31`) =>
  factOf(
    'indicatorRead',
    { indicator: 'pm25', subject: north, period: { first: `${year}-01-01`, last: `${year}-12-31` }, value, unit },
    { on },
  );
const at = (asOf: string, own: Yardstick, ...facts: Parameters<typeof stateOf>[0]) => positionOf(stateOf(facts), own, isoDateOf(asOf));

test('the target in the unit of the indicator', () => {
  expect(targetLevelOf(yardstick())).toBe(60);
  expect(targetLevelOf(yardstick({ target: { kind: 'changePercent', value: -25 } }))).toBe(75);
  expect(targetLevelOf(yardstick({ target: { kind: 'changePercent', value: 10 } }))).toBeCloseTo(110, 12);
  expect(targetLevelOf(yardstick({ target: { kind: 'changePercent', value: -25 }, baseline: undefined }))).toBeUndefined();
});

describe('before the due date', () => {
  test.each([
    [80, 'ahead', 0.5],
    [80.1, 'behind', 0.4975],
    [60, 'ahead', 1],
    [120, 'behind', -0.5],
  ] as const)('%d at the end of 2015 is %s', (value, position, attained) => {
    expect(at('2016-06-01', yardstick(), reading(value, 2015))).toMatchObject({
      position,
      due: 0.5,
      targetLevel: 60,
      attained: expect.closeTo(attained, 12),
    });
  });
  test('what is due is the largest share of the steps that have come', () => {
    expect(at('2015-06-01', yardstick(), reading(95, 2014))).toMatchObject({ due: 0.25, position: 'behind' });
    expect(at('2014-06-01', yardstick(), reading(100, 2013))).toMatchObject({ due: 0, position: 'ahead' });
    const falling = yardstick({
      path: [
        { on: '2014-12-31', share: 0.5 },
        { on: '2015-12-31', share: 0.25 },
      ],
    });
    expect(at('2016-06-01', falling, reading(80, 2015)).due).toBe(0.5);
  });
  test('a reading before the last step says nothing about it', () => {
    expect(at('2015-12-30', yardstick(), reading(60, 2014)).position).toBe('ahead');
    expect(at('2015-12-31', yardstick(), reading(60, 2014)).position).toBe('unknown');
  });
  test.each([
    ['a path', { path: undefined }],
    ['a base', { baseline: undefined }],
    ['a way to go', { baseline: { value: 60, period: { first: '2013-01-01', last: '2013-12-31' } } }],
    ['a target', { target: { kind: 'changePercent', value: -40 }, baseline: undefined }],
  ])('without %s it is not known', (_what, extra) =>
    expect(at('2016-06-01', yardstick(extra), reading(70, 2015)).position).toBe('unknown'),
  );
});

describe('from the reading that covers the due date on', () => {
  test.each([
    ['atMost', 60, 'met'],
    ['atMost', 60.1, 'missed'],
    ['atLeast', 60, 'met'],
    ['atLeast', 59.9, 'missed'],
  ] as const)('%s 60: %d is %s, with or without a path', (direction, value, position) => {
    expect(at('2017-06-01', yardstick({ direction }), reading(value, 2016)).position).toBe(position);
    expect(at('2017-06-01', yardstick({ direction, path: undefined, baseline: undefined }), reading(value, 2016)).position).toBe(position);
  });
  test('the first that covers it decides, and of several of its period the last recorded', () => {
    const facts = [reading(50, 2015), reading(70, 2016), reading(60, 2016, 'u', '2017-03-01'), reading(90, 2017)];
    expect(at('2018-06-01', yardstick(), ...facts)).toMatchObject({ position: 'met', reading: { value: 60 } });
  });
  test('an older reading does not tell what was reached', () => {
    expect(at('2016-12-31', yardstick(), reading(60, 2015)).position).toBe('ahead');
    expect(at('2017-01-01', yardstick(), reading(60, 2015)).position).toBe('unknown');
  });
});

test('no reading, or one in another unit: nothing is known', () => {
  expect(at('2017-06-01', yardstick())).toEqual({
    yardstick: yardstick(),
    reading: undefined,
    targetLevel: 60,
    attained: undefined,
    due: undefined,
    position: 'unknown',
  });
  expect(at('2017-06-01', yardstick(), reading(50, 2016, 'mg')).reading).toBeUndefined();
});
