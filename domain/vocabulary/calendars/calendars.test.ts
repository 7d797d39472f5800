/** Against the holiday notices of the General Office of the State Council, and dates counted on paper. */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, isoDateOf, toDayNumber } from '../dates.ts';
import { chineseCalendar, countWorkingDays, nextWorkingDay, weekdayCalendar, weekdayOf, workCalendar } from './calendar.ts';
import { computeDeadline, recurringDays } from './deadlines.ts';

const d = isoDateOf;
const what = { zh: '签署', en: 'signature' };

describe('the published days', () => {
  // 国办发明电〔2024〕12号 on 2025, 国办发明电〔2023〕7号 on 2024: first and last day off, and the weekend days worked.
  const notices: readonly (readonly [string, string, readonly string[]])[] = [
    ['2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
    ['2025-05-01', '2025-05-05', ['2025-04-27']],
    ['2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
    ['2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
    ['2024-04-04', '2024-04-06', ['2024-04-07']],
  ];
  it.each(notices)('%s to %s', (first, last, worked) => {
    for (let day = d(first); day <= d(last); day = addDays(day, 1)) expect(chineseCalendar.isWorkingDay(day), day).toBe(false);
    expect(chineseCalendar.isWorkingDay(addDays(d(last), 1))).toBe(
      weekdayOf(addDays(d(last), 1)) % 6 !== 0 || worked.includes(addDays(d(last), 1)),
    );
    for (const day of worked) {
      expect(weekdayOf(d(day)) % 6, `${day} is a weekend day`).toBe(0);
      expect(chineseCalendar.isWorkingDay(d(day))).toBe(true);
    }
  });
  it('the generated table is what the script writes', () => {
    execFileSync(process.execPath, [new URL('../../../tools/build-calendar.ts', import.meta.url).pathname, '--check']);
    expect(readFileSync(new URL('cn.data.ts', import.meta.url), 'utf8')).toContain('chinese-days');
  });
  it('weekday 0 is a Sunday', () => {
    expect(weekdayOf(d('2026-11-22'))).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 60_000 }), (n) => {
        const day = fromDayNumber(n);
        expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('counting', () => {
  it('five working days over the Spring Festival of 2025', () => {
    // After Friday 24 January: Sun 26 (worked), Mon 27; off until 4 February; Wed 5, Thu 6, Fri 7.
    expect(countWorkingDays(chineseCalendar, d('2025-01-24'), 5).day).toBe('2025-02-07');
    expect(countWorkingDays(weekdayCalendar, d('2025-01-24'), 5)).toMatchObject({ day: '2025-01-31', provisional: true });
  });
  it('says when it leaves what is published', () => {
    expect(countWorkingDays(chineseCalendar, d('2026-12-28'), 3).provisional).toBe(false);
    expect(countWorkingDays(chineseCalendar, d('2026-12-28'), 4).provisional).toBe(true);
  });
  it('is the number of working days between, whatever the start', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: toDayNumber(d('2005-01-01')), max: toDayNumber(d('2025-06-01')) }),
        fc.integer({ min: 1, max: 120 }),
        (start, count) => {
          const from = fromDayNumber(start);
          const { day } = countWorkingDays(chineseCalendar, from, count);
          let passed = 0;
          for (let at = addDays(from, 1); at <= day; at = addDays(at, 1)) if (chineseCalendar.isWorkingDay(at)) passed++;
          expect(passed).toBe(count);
          expect(chineseCalendar.isWorkingDay(day)).toBe(true);
        },
      ),
    );
  });
  it.each([-1, 1.5, Number.NaN, 3000])('refuses to count %d days', (count) => {
    expect(() => countWorkingDays(chineseCalendar, d('2025-01-01'), count)).toThrow(RangeError);
  });
  it('an own calendar names the day it cannot read', () => {
    expect(() => workCalendar({ id: 'X', version: '1', years: { '2027': ['a:02-30', ''] } })).toThrow(/02-30/);
    const own = workCalendar({ id: 'X', version: '1', years: { '2027': ['a:01-04', '01-03'] } });
    expect(nextWorkingDay(own, d('2027-01-04'))).toMatchObject({ day: '2027-01-05', provisional: false });
    expect(own.isWorkingDay(d('2027-01-03'))).toBe(true);
  });
});

describe('deadlines', () => {
  it('six months of signature, moved off the National Day holiday', () => {
    const due = computeDeadline({ from: d('2025-04-01'), what, amount: 6, unit: 'month' }, chineseCalendar);
    expect(due).toMatchObject({ dueOn: '2025-10-09', provisional: false });
    expect(due.steps).toHaveLength(2);
    expect(computeDeadline({ from: d('2025-04-01'), what, amount: 6, unit: 'month', moves: false }, chineseCalendar).dueOn).toBe(
      '2025-10-01',
    );
  });
  it('thirty days, the end of a month, a leap year', () => {
    expect(computeDeadline({ from: d('2025-03-03'), what, amount: 30, unit: 'day' }, chineseCalendar).dueOn).toBe('2025-04-02');
    expect(computeDeadline({ from: d('2023-08-31'), what, amount: 6, unit: 'month' }, chineseCalendar).dueOn).toBe('2024-02-29');
    expect(computeDeadline({ from: d('2024-02-29'), what, amount: 1, unit: 'year' }, chineseCalendar).dueOn).toBe('2025-02-28');
  });
  it('comes out the same from what was kept with it', () => {
    const due = computeDeadline({ from: d('2025-01-24'), what, amount: 5, unit: 'workingDay' }, chineseCalendar);
    expect(computeDeadline(due.basis, chineseCalendar)).toEqual(due);
    expect(due.basis.calendar).toBe(`CN ${chineseCalendar.version}`);
  });
  it('recurs from the first day, not from the clipped one', () => {
    expect(recurringDays(d('2025-01-31'), { every: 1, unit: 'month' }, d('2025-01-31'), 3)).toEqual([
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
    ]);
    expect(recurringDays(d('2025-01-05'), { every: 1, unit: 'month', until: d('2025-03-05') }, d('2025-01-04'), 9)).toHaveLength(3);
  });
});
