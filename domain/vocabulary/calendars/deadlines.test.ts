/** How a day was computed, in words. */
import { expect, test } from 'vitest';
import { isoDateOf } from '../dates.ts';
import { chineseCalendar } from './calendar.ts';
import { computeDeadline } from './deadlines.ts';

const what = { zh: '签署之日', en: 'the day of signature' };
const from = isoDateOf('2025-03-03');

test.each([
  ['day', 1, '1日', '1 day'],
  ['day', 2, '2日', '2 days'],
  ['workingDay', 1, '1个工作日', '1 working day'],
  ['workingDay', 2, '2个工作日', '2 working days'],
  ['month', 1, '1个月', '1 month'],
  ['month', 2, '2个月', '2 months'],
  ['year', 1, '1年', '1 year'],
  ['year', 2, '2年', '2 years'],
] as const)('%s, %i of them', (unit, amount, zh, en) => {
  expect(computeDeadline({ from, what, amount, unit }, chineseCalendar).steps[0]).toEqual({
    zh: `自签署之日（2025-03-03）次日起算，${zh}。`,
    en: `${en} from the day of signature (2025-03-03), that day not counted.`,
  });
});

test('a day off moves it, and is named', () => {
  // 8 March 2025 is a Saturday.
  expect(computeDeadline({ from, what, amount: 5, unit: 'day' }, chineseCalendar)).toMatchObject({
    dueOn: '2025-03-10',
    steps: [{}, { zh: '2025-03-08不是工作日，顺延至2025-03-10。', en: '2025-03-08 is no working day: it moves to 2025-03-10.' }],
  });
});

test.each([-1, 1.5, Number.NaN])('%d is no number of units', (amount) => {
  expect(() => computeDeadline({ from, what, amount, unit: 'day' }, chineseCalendar)).toThrow(
    `a period is a whole number of units, not ${amount}`,
  );
});
