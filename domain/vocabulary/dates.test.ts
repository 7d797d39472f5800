/** Civil dates against the calendar of the platform and by hand. */
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earliest,
  fromDayNumber,
  intervalOf,
  isIsoDate,
  isoDateOf,
  latest,
  toDayNumber,
} from './dates.ts';

const d = isoDateOf;

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['0001-01-01', true],
  ['0000-12-31', false],
  ['9999-12-31', true],
  ['2024-2-9', false],
  ['2024-02-09 ', false],
  [' 2024-02-09', false],
  ['2024-02-09T00', false],
  ['2024-00-10', false],
  ['2024-04-31', false],
  ['', false],
])('%s is a day: %s', (text, expected) => expect(isIsoDate(text)).toBe(expected));

test('what is none is named', () => expect(() => isoDateOf('2023-02-29')).toThrow('not a calendar day: "2023-02-29"'));

test('days are counted from 1970, both ways', () => {
  for (const text of ['1970-01-01', '1969-12-31', '2024-03-01', '0001-01-01', '9999-12-31']) {
    const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
    expect(toDayNumber(d(text))).toBe(day);
    expect(fromDayNumber(day)).toBe(text);
  }
  expect(daysBetween(d('2024-02-28'), d('2024-03-01'))).toBe(2);
  expect(daysBetween(d('2024-03-01'), d('2024-02-28'))).toBe(-2);
});

test('beyond the first and the last day there is none', () => {
  expect(addDays(d('9999-12-30'), 1)).toBe('9999-12-31');
  expect(addDays(d('9999-12-31'), 1)).toBe('9999-12-31');
  expect(addDays(d('0001-01-02'), -1)).toBe('0001-01-01');
  expect(addDays(d('0001-01-01'), -1)).toBe('0001-01-01');
});

test.each([
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-05-31', 0, '2024-05-31'],
  ['2024-12-31', 12, '2025-12-31'],
])('%s and %i months: %s', (from, months, expected) => expect(addMonths(d(from), months)).toBe(expected));

describe('partial dates', () => {
  test.each([
    ['2024-02-10', '2024-02-10', '2024-02-10'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-12', '2023-12-01', '2023-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
  ])('%s', (text, first, last) => expect(intervalOf(text)).toEqual({ first, last }));
  test.each(['', '24', '2024-13', '2024-00', '2024-2', 'x2024-02', '2024-02x', '0000', '02024', '2023-02-29'])('%s is none', (text) => {
    expect(intervalOf(text)).toBeUndefined();
  });
});

test('the later and the earlier of two', () => {
  const [a, b] = [d('2024-01-01'), d('2024-01-02')];
  expect([latest(a, b), latest(b, a), latest(a, a)]).toEqual([b, b, a]);
  expect([earliest(a, b), earliest(b, a), earliest(b, b)]).toEqual([a, a, b]);
});
