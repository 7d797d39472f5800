/**
 * Working days of a jurisdiction: weekends, public holidays, and the weekend days that are worked in exchange (调休). The
 * days of a year are published late in the year before; beyond the last published year a count is provisional and says so.
 */
import { addDays, type IsoDate, isIsoDate, toDayNumber } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import { cnVersion, cnYears } from './cn.data.ts';

export interface WorkCalendar {
  /** Jurisdiction, as `CN`; `weekdays` knows Saturdays and Sundays alone. */
  readonly id: string;
  readonly version: string;
  /** Days for which the holidays are published. */
  readonly covers: (day: IsoDate) => boolean;
  readonly isWorkingDay: (day: IsoDate) => boolean;
  /** Why a day is off or worked against the weekday; `undefined` for an ordinary day. */
  readonly reason: (day: IsoDate) => Bilingual | undefined;
}

/** A calendar as a file: per year, days off by holiday, and weekend days that are worked. */
export interface CalendarData {
  readonly id: string;
  readonly version: string;
  /** `off`: `元旦:01-01; 春节:01-28 01-29`; `on`: `01-26 02-08`. */
  readonly years: Readonly<Record<string, readonly [off: string, on: string]>>;
}

const holidayNames: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明: 'Qingming',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** 0 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: IsoDate): number {
  return (((toDayNumber(day) + 4) % 7) + 7) % 7;
}

const isWeekend = (day: IsoDate): boolean => weekdayOf(day) % 6 === 0;
const weekend: Bilingual = { zh: '周末', en: 'weekend' };
const madeUp: Bilingual = { zh: '调休上班', en: 'worked in exchange for a holiday' };

function dayIn(year: string, text: string): IsoDate {
  const day = `${year}-${text}`;
  if (!isIsoDate(day)) throw new RangeError(`the calendar of ${year} names ${JSON.stringify(text)}, which is no day MM-DD`);
  return day;
}

/** Builds a calendar. Throws a `RangeError` for a day that does not exist, naming it. */
export function workCalendar({ id, version, years }: CalendarData): WorkCalendar {
  const off = new Map<IsoDate, Bilingual>();
  const on = new Set<IsoDate>();
  for (const [year, [offText, onText]] of Object.entries(years)) {
    for (const part of offText.split(';').filter((own) => own.trim() !== '')) {
      const [name = '', days = ''] = part.split(':').map((own) => own.trim());
      for (const text of days.split(' ')) off.set(dayIn(year, text), { zh: name, en: holidayNames[name] ?? name });
    }
    for (const text of onText.split(' ').filter((own) => own !== '')) on.add(dayIn(year, text));
  }
  const known = new Set(Object.keys(years));
  return {
    id,
    version,
    covers: (day) => known.has(day.slice(0, 4)),
    isWorkingDay: (day) => on.has(day) || (!off.has(day) && !isWeekend(day)),
    reason: (day) => (on.has(day) ? madeUp : (off.get(day) ?? (isWeekend(day) ? weekend : undefined))),
  };
}

/** Public holidays and make-up days of China, 2004 to 2026. */
export const chineseCalendar: WorkCalendar = workCalendar({ id: 'CN', version: cnVersion, years: cnYears });

/** Saturdays and Sundays only, for a jurisdiction whose holidays nobody has loaded: every count is provisional. */
export const weekdayCalendar: WorkCalendar = workCalendar({ id: 'weekdays', version: '1', years: {} });

export interface Counted {
  readonly day: IsoDate;
  /** True if the way leads through days whose holidays are not published yet. */
  readonly provisional: boolean;
  /** Days that were not counted although they are weekdays, and weekend days that were. */
  readonly unusual: readonly { readonly day: IsoDate; readonly why: Bilingual; readonly working: boolean }[];
}

/** Furthest count: ten years of working days, so that a wrong number cannot hang anything. */
const countMax = 2600;

/** The day `count` working days after `from`, which is not counted itself. `count` 0 gives `from`. */
export function countWorkingDays(calendar: WorkCalendar, from: IsoDate, count: number): Counted {
  if (!Number.isInteger(count) || count < 0 || count > countMax)
    throw new RangeError(`working days to count: 0 to ${countMax}, not ${count}`);
  let day = from;
  let provisional = false;
  const unusual: { day: IsoDate; why: Bilingual; working: boolean }[] = [];
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    provisional ||= !calendar.covers(day);
    const working = calendar.isWorkingDay(day);
    const why = calendar.reason(day);
    if (why !== undefined && why !== weekend) unusual.push({ day, why, working });
    if (working) left--;
  }
  return { day, provisional, unusual };
}

/** `day` itself if it is worked, else the next day that is. */
export function nextWorkingDay(calendar: WorkCalendar, day: IsoDate): Counted {
  let at = day;
  let provisional = !calendar.covers(at);
  const unusual: { day: IsoDate; why: Bilingual; working: boolean }[] = [];
  while (!calendar.isWorkingDay(at)) {
    const why = calendar.reason(at);
    if (why !== undefined) unusual.push({ day: at, why, working: false });
    at = addDays(at, 1);
    provisional ||= !calendar.covers(at);
  }
  return { day: at, provisional, unusual };
}
