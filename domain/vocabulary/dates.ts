/**
 * Civil dates and intervals. A date is a calendar day of the case's jurisdiction, never an instant:
 * duties fall due on days, and a partial date ("2002") is an interval of days, never a guessed day.
 */
declare const isoDate: unique symbol;

/** A calendar day `YYYY-MM-DD` of the proleptic Gregorian calendar, years 0001–9999. */
export type IsoDate = string & { readonly [isoDate]: true };

/** Days since 1970-01-01 (may be negative). */
export type DayNumber = number;

/** Closed interval of days, `first <= last`. */
export interface DateInterval {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS_PER_DAY;
}

/** True for an existing calendar day; `2023-02-30` and `2023-2-3` are not. */
export function isIsoDate(text: string): text is IsoDate {
  const match = ISO_DATE.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  return year > 0 && fromDayNumber(utcDay(year, Number(match[2]), Number(match[3]))) === text;
}

/** The text as a date. Only for literals that are known to be dates; input is parsed by the schemas. */
export function isoDateOf(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`not a calendar day: ${JSON.stringify(text)}`);
  return text;
}

const dayNumbers = new Map<string, DayNumber>();

/** Days since 1970-01-01. Remembered, because a history names few different days many times. */
export function toDayNumber(date: IsoDate): DayNumber {
  let day = dayNumbers.get(date);
  if (day === undefined) {
    day = utcDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
    if (dayNumbers.size > 100_000) dayNumbers.clear();
    dayNumbers.set(date, day);
  }
  return day;
}

const FIRST_DAY: DayNumber = -719_162; // 0001-01-01
const LAST_DAY: DayNumber = 2_932_896; // 9999-12-31
const isoDates = new Map<DayNumber, IsoDate>();

/** The day that many days after 1970-01-01. Remembered for the same reason. */
export function fromDayNumber(given: DayNumber): IsoDate {
  // Calendar days have four digits of year: what lies beyond is clipped to the first or the last of them.
  const day = Math.min(Math.max(given, FIRST_DAY), LAST_DAY);
  let date = isoDates.get(day);
  if (date === undefined) {
    date = new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as IsoDate;
    if (isoDates.size > 100_000) isoDates.clear();
    isoDates.set(day, date);
  }
  return date;
}

/** `date` + `days`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Same day `months` later, clipped to the end of the month (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  const lastDay = fromDayNumber(utcDay(year, month + 1, 0));
  return Number(date.slice(8)) > Number(lastDay.slice(8)) ? lastDay : fromDayNumber(utcDay(year, month, Number(date.slice(8))));
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The interval that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` means, or `undefined` if it is none of these. */
export function intervalOf(partial: string): DateInterval | undefined {
  if (isIsoDate(partial)) return { first: partial, last: partial };
  const month = /^(\d{4})-(\d{2})$/.exec(partial);
  if (month !== null) {
    const first = `${partial}-01`;
    return isIsoDate(first) ? { first, last: addDays(addMonths(first, 1), -1) } : undefined;
  }
  const first = `${partial}-01-01`;
  const last = `${partial}-12-31`;
  return isIsoDate(first) && isIsoDate(last) ? { first, last } : undefined;
}

/** Later of two dates. ISO dates compare as text. */
export function latest(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** Earlier of two dates. */
export function earliest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
