import { describe, expect, it } from 'vitest';
import { factOf } from '../testing/facts.ts';
import { situationOn } from '../testing/situations.ts';
import { lightOf, lightText } from './lights.ts';

const title = { zh: 'd', en: 'd' };
const a = '610100';
const drafted = (dueOn: string | undefined, more: object = {}) =>
  factOf(
    'obligationDrafted',
    {
      obligation: 'd',
      title,
      origin: 'agreed',
      liable: [a],
      acceptedBy: [a],
      ...(dueOn && { deadline: { text: title, readings: [{ reading: 'day', dueOn }], defaultReading: 'day' } }),
      ...more,
    } as never,
    { on: '2026-01-01' },
  );
const step = (type: never, on: string, more: object = {}) => factOf(type, { obligation: 'd', ...more } as never, { on });
function light(asOf: string, ...facts: ReturnType<typeof drafted>[]) {
  const situation = situationOn(asOf, facts as never);
  return lightOf(situation.duties[0] as never, situation.asOf, situation.parameters);
}

describe('lights', () => {
  // 100 days from 1 January: a fifth of the way is 20 days, more than seven.
  const due = '2026-04-11';
  it('turns yellow when a fifth of the time is left, red the day after the due date', () => {
    expect(light('2026-03-21', drafted(due))).toMatchObject({ light: 'green', turnsOn: '2026-03-22' });
    expect(light('2026-03-22', drafted(due))).toMatchObject({ light: 'yellow', turnsOn: '2026-04-12' });
    expect(light('2026-04-11', drafted(due))?.light).toBe('yellow');
    expect(light('2026-04-12', drafted(due))?.light).toBe('red');
  });
  it('never warns later than seven days before', () => {
    expect(light('2026-01-13', drafted('2026-01-20'))?.light).toBe('yellow');
    expect(light('2026-01-12', drafted('2026-01-20'))?.light).toBe('green');
  });
  it('what is reported waits in green, what is signed off is blue', () => {
    const report = step('obligationReported' as never, '2026-04-01', { by: a, completion: 'complete' });
    expect(light('2026-04-02', drafted(due), report)?.light).toBe('green');
    expect(light('2026-05-01', drafted(due), report)?.light).toBe('green');
    expect(light('2026-05-01', drafted(due), report, step('obligationFulfilled' as never, '2026-04-20'))?.light).toBe('blue');
  });
  it('is grey when suspended or extended, until it gets near again', () => {
    const extended = step('extensionGranted' as never, '2026-04-01', { newDueOn: '2026-12-31' });
    expect(light('2026-04-12', drafted(due), extended)?.light).toBe('grey');
    expect(light('2026-12-30', drafted(due), extended)?.light).toBe('yellow');
    expect(light('2027-01-01', drafted(due), extended)?.light).toBe('red');
    expect(light('2026-05-01', drafted(due), step('obligationSuspended' as never, '2026-03-01', { by: a }))?.light).toBe('grey');
  });
  it('is red before its date where a milestone is missed', () => {
    const yardstick = {
      yardstick: 'y',
      indicator: 'i',
      subject: a,
      unit: 'u',
      baseline: { value: 100, period: { first: '2025-01-01', last: '2025-12-31' } },
      target: { kind: 'level', value: 0 },
      direction: 'atMost',
      dueOn: '2026-12-31',
      path: [
        { on: '2026-03-31', share: 0.5 },
        { on: '2026-12-31', share: 1 },
      ],
    };
    const read = (value: number) =>
      factOf(
        'indicatorRead',
        { indicator: 'i', subject: a, period: { first: '2026-01-01', last: '2026-03-31' }, value, unit: 'u' } as never,
        { on: '2026-04-01' },
      );
    expect(light('2026-04-02', drafted('2026-12-31', { yardsticks: [yardstick] }), read(60) as never)?.light).toBe('red');
    expect(light('2026-04-02', drafted('2026-12-31', { yardsticks: [yardstick] }), read(50) as never)?.light).toBe('green');
  });
  it('has none for a draft or what is discharged, and green without a date', () => {
    expect(light('2026-02-01', drafted(due, { acceptedBy: [] }))).toBeUndefined();
    expect(light('2026-02-01', drafted(due), step('obligationDischarged' as never, '2026-01-10'))).toBeUndefined();
    expect(light('2026-02-01', drafted(undefined))?.light).toBe('green');
  });
});

it('days stand in groups of three, as everywhere', () => {
  const said = lightText({ light: 'red', reason: 'overdue', dueOn: null, days: 5811 });
  expect(said).toEqual({ zh: '已逾期5,811天。', en: '5,811 days overdue.' });
});
