import { describe, expect, test } from 'vitest';
import type { FactRef } from '../cases/state.ts';
import { isoDateOf } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import { capitalised, dateText, decimal, evidenceOf, grouped, listed, percent } from './explain.ts';

test('dates as each language writes them, in every month', () => {
  const english = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  for (const [i, name] of english.entries()) {
    const month = String(i + 1).padStart(2, '0');
    expect(dateText(isoDateOf(`2012-${month}-09`))).toEqual({ zh: `2012年${i + 1}月9日`, en: `9 ${name} 2012` });
  }
});

test.each([
  [0, '0%', '0'],
  [0.35, '35%', '0.35'],
  [0.3333, '33.3%', '0.33'],
  [0.0005, '0.1%', '0'],
  [1, '100%', '1'],
  [1.256, '125.6%', '1.26'],
])('%d as a share is %s, as a number %s', (value, share, number) => {
  expect(percent(value)).toEqual({ zh: share, en: share });
  expect(decimal(value)).toBe(number);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [4647, '4,647'],
  [1234567, '1,234,567'],
])('%d in groups of three: %s', (value, expected) => expect(grouped(value)).toBe(expected));

test('the first letter of a sentence', () => {
  expect(capitalised('the State Council')).toBe('The State Council');
  expect(capitalised('')).toBe('');
});

test('names in a row', () => {
  const names = ['甲', '乙', '丙'].map((zh, i) => ({ zh, en: 'ABC'[i] as string }));
  expect(listed([])).toEqual({ zh: '', en: '' });
  expect(listed(names.slice(0, 1))).toEqual({ zh: '甲', en: 'A' });
  expect(listed(names.slice(0, 2))).toEqual({ zh: '甲、乙', en: 'A and B' });
  expect(listed(names)).toEqual({ zh: '甲、乙、丙', en: 'A, B and C' });
});

describe('evidence', () => {
  const ref = (id: string, on: string): FactRef => ({ id: id as FactId, first: isoDateOf(on), on: isoDateOf(on), dated: true });
  test('each fact once, by day and then by name', () => {
    expect(evidenceOf([])).toEqual([]);
    expect(evidenceOf([undefined, ref('a', '2012-01-01'), undefined])).toEqual(['a']);
    expect(evidenceOf([ref('b', '2012-01-01'), ref('a', '2012-01-01'), ref('c', '2011-01-01'), ref('b', '2012-01-01')])).toEqual([
      'c',
      'a',
      'b',
    ]);
  });
});
