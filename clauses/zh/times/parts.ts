/** What times in Chinese text are made of: numbers, years, units, cycles, and what they mean together. */
import type { Deadline } from '../../reading.ts';
import { numeral } from '../../text/numerals.ts';
import { date, durationOf, endOf, iso, lastDay, quarter, two } from '../calendar.ts';

export interface Time {
  readonly start: number;
  readonly end: number;
  readonly deadline: Deadline;
  /** A term that lasts (期限一年) rather than a day by which. */
  readonly term?: true;
}

/** What earlier times of the clause and the day of signature say about the year. */
export interface TimeContext {
  year: number | undefined;
  day: string | undefined;
  recurrence: string | undefined;
  readonly signed: string | undefined;
}

export const N = '[0-9〇零一二三四五六七八九十百]+';
export const Y = '(?:[0-9]{4}|[〇零一二三四五六七八九]{4})';
export const BY = '(?:之前|以前|前|止|为止|内|之内|以内)?';
export const PLAN = '["“”「]?(十[一二三四五六七八九]五)["”」]?';
export const UNIT = '(?:个)?(工作日|自然日|日历日|日历天|日|天|周|星期|月|季度|年度|年|小时|分钟)';

export interface Construct {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, context: TimeContext) => { deadline: Deadline; term?: true } | undefined;
}

export function yearOf(text: string, context: TimeContext): number | undefined {
  if (/^[0-9〇零一二三四五六七八九]{4}年?$/.test(text)) return numeral(text.replace('年', ''));
  const signed = context.signed === undefined ? undefined : Number(context.signed.slice(0, 4));
  const known = context.year;
  if (text === '次年' || text === '翌年' || text === '第二年') return known === undefined ? undefined : known + 1;
  if (text === '同年' || text === '当年' || text === '该年') return known;
  if (text === '今年' || text === '本年' || text === '本年度') return signed ?? known;
  if (text === '明年') return signed === undefined ? undefined : signed + 1;
  return known ?? signed;
}

/** 在春运前 → 春运前: the preposition is no part of the time. */
export const bareTime = (text: string): string => text.replace(/^[在于]/, '');

export const YW = `(${Y}年|次年|翌年|同年|当年|今年|明年|本年)`;

/** Month and day, with or without a year: 2025年3月底前, 8月31日前, 次年1月15日前. */
export function monthDay(match: RegExpExecArray, context: TimeContext): { deadline: Deadline } | undefined {
  const [, yearText = '', monthText = '', dayText, part, by = ''] = match;
  const month = numeral(monthText);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const dayNumber = dayText === undefined ? undefined : numeral(dayText);
  if (dayNumber !== undefined && (dayNumber < 1 || dayNumber > 31)) return undefined;
  const inYear = (year: number): number =>
    dayNumber ?? (part === '上旬' ? 10 : part === '中旬' || part === '中' ? 20 : part === '初' ? 10 : lastDay(year, month));
  if (context.recurrence !== undefined && /^(?:|次年|当年|同年|该年)$/.test(yearText) && context.year === undefined) {
    return { deadline: { kind: 'recurrence', recurrence: 'P1Y', monthDay: `${two(month)}-${two(inYear(2025))}` } };
  }
  const year = yearOf(yearText, context);
  if (year === undefined) return { deadline: { kind: 'unresolved', unresolved: bareTime(match[0]) } };
  context.year = year;
  const strict = dayNumber === undefined && part === undefined && /^(之前|以前|前)$/.test(by);
  const day = strict
    ? month === 1
      ? endOf(year - 1, 12)
      : endOf(year, month - 1)
    : iso(year, month, Math.min(inYear(year), lastDay(year, month)));
  context.day = day;
  return { deadline: date(day) };
}

export const cycle: Readonly<Record<string, string>> = {
  年: 'P1Y',
  年度: 'P1Y',
  季度: 'P3M',
  季: 'P3M',
  月: 'P1M',
  月度: 'P1M',
  周: 'P1W',
  星期: 'P1W',
  日: 'P1D',
  天: 'P1D',
  半年: 'P6M',
  半月: 'P15D',
  旬: 'P10D',
  小时: 'PT1H',
};

export function recurring(recurrence: string, context: TimeContext): { deadline: Deadline } {
  context.recurrence = recurrence;
  return { deadline: { kind: 'recurrence', recurrence } };
}

const monthAndDayOf = new RegExp(`^的?(${N})月(?:份)?(?:(${N})日|(底|末|上旬|中旬|下旬|初))?`);
const dayOnlyOf = new RegExp(`^(?:的|首月|次月|下月|首个月|第[一二三]个月|末月|最后一个月)*(${N})[日号]`);

/** What follows 每年, 每季度, 每月 and names a day in it. */
export function recurrenceDay(unit: string, rest: string): { day?: number; monthDay?: string; anchor?: 'start' | 'end' } {
  if (rest === '') return {};
  const monthAndDay = monthAndDayOf.exec(rest);
  if (monthAndDay !== null && unit.startsWith('年')) {
    const month = numeral(monthAndDay[1] as string) ?? 12;
    const part = monthAndDay[3];
    const day =
      monthAndDay[2] === undefined
        ? part === '上旬' || part === '初'
          ? 10
          : part === '中旬'
            ? 20
            : lastDay(2025, month)
        : (numeral(monthAndDay[2]) ?? 1);
    return { monthDay: `${two(month)}-${two(day)}` };
  }
  const dayOnly = dayOnlyOf.exec(rest);
  if (dayOnly !== null) return { day: numeral(dayOnly[1] as string) ?? 1 };
  if (/^(?:度)?[底末]/.test(rest)) return unit.startsWith('年') ? { monthDay: '12-31' } : { anchor: 'end' };
  if (/^(?:度)?初/.test(rest)) return { anchor: 'start' };
  const inQuarter = /^第?([一二三四])季度/.exec(rest);
  if (inQuarter !== null) return { monthDay: endOf(2025, quarter(inQuarter[1] as string) * 3).slice(5) };
  return {};
}

export const R_REST = `(?:(?:的)?(?:首月|末月|第[一二三]个月|首个月|最后一个月)(?!的?${N})|(?:的|首月|次月|首个月|第[一二三]个月|末月|最后一个月|第[一二三四]个?工作日|年(?=[初底末])|终了后)*(?:${N}月(?:份)?(?:${N}日|[底末初]|[上中下]旬)?|第?[一二三四]季度[末底]?|${N}[日号]|[底末初])(?:之前|以前|前|内)?)?`;

export function relative(count: string, unit: string, half: string | undefined, more: { from?: string; before?: true }): Deadline {
  return {
    kind: 'duration',
    duration: durationOf(count === '两' ? 2 : (numeral(count) ?? 1), unit, half !== undefined),
    ...more,
    ...(unit === '工作日' && { unit: 'workday' as const }),
  };
}
