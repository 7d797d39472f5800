/** Numbers, months and cycles of English times. */
import type { Deadline } from '../reading.ts';

export const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';
export const monthNumber = (name: string): number => {
  const index = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    name.slice(0, 3).toLowerCase(),
  );
  return index + 1;
};
const small: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  thirteen: 13,
  sixteen: 16,
  seventeen: 17,
  nineteen: 19,
  'twenty-one': 21,
  'twenty-four': 24,
  'twenty-five': 25,
  'twenty-eight': 28,
  forty: 40,
  fifty: 50,
  seventy: 70,
  'seventy-two': 72,
  eighty: 80,
  'one hundred': 100,
  'one hundred and twenty': 120,
  'one hundred and eighty': 180,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  hundred: 100,
  half: 0.5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
/** A count of units of time, in digits or words, with the other form in brackets behind it. */
export const NUMBER =
  '(\\d+|one hundred and (?:twenty|eighty)|one hundred|twenty-(?:one|four|five|eight)|seventy-two|forty-five|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?: \\((?:\\d+|[a-z-]+)\\))?';
export const UNIT =
  '(calendar |working |business |consecutive |clear |full |banking )?(hours?|minutes?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?)';

const digitFirst = /^\d/;
const figure = /^\d[\d,]*(?:\.\d+)?$/;
export const numberOf = (text: string): number | undefined => {
  if (!digitFirst.test(text)) return small[text.toLowerCase()];
  return figure.test(text) ? Number(text.replaceAll(',', '')) : undefined;
};
export const two = (value: number): string => String(value).padStart(2, '0');
export const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
export const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
export const date = (text: string): Deadline => ({ kind: 'date', date: text });

export function duration(count: string, unit: string): string {
  const value = numberOf(count) ?? 1;
  const name = unit.toLowerCase().replace(/s$/, '');
  if (name === 'hour') return `PT${value}H`;
  if (name === 'minute') return `PT${value}M`;
  if (name === 'quarter') return `P${value * 3}M`;
  if (name === 'fortnight') return `P${value * 2}W`;
  if (name === 'decade') return `P${value * 10}Y`;
  return `P${value}${{ day: 'D', week: 'W', month: 'M', year: 'Y' }[name] ?? 'D'}`;
}

/** The day before an ISO day. */
export function previousDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The day after an ISO day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A way of giving a time: where it stands, and what it means; `undefined` if it is none after all. */
export interface Construct {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray) => Deadline | undefined;
}

export const quarterEnd = (name: string): number =>
  ({ first: 3, second: 6, third: 9, fourth: 12, last: 12, final: 12, q1: 3, q2: 6, q3: 9, q4: 12 })[name.toLowerCase()] ?? 12;
export const cycles: Readonly<Record<string, string>> = {
  annually: 'P1Y',
  yearly: 'P1Y',
  annual: 'P1Y',
  quarterly: 'P3M',
  monthly: 'P1M',
  weekly: 'P1W',
  daily: 'P1D',
  biannually: 'P6M',
  'semi-annually': 'P6M',
  'bi-annually': 'P6M',
  'half-yearly': 'P6M',
  biennially: 'P2Y',
  fortnightly: 'P2W',
  hourly: 'PT1H',
  'twice-yearly': 'P6M',
  biannual: 'P6M',
  'semi-annual': 'P6M',
  biennial: 'P2Y',
};
export const units: Readonly<Record<string, string>> = {
  year: 'P1Y',
  quarter: 'P3M',
  month: 'P1M',
  week: 'P1W',
  day: 'P1D',
  'half-year': 'P6M',
  'calendar year': 'P1Y',
  'financial year': 'P1Y',
  'fiscal year': 'P1Y',
  'calendar quarter': 'P3M',
  'calendar month': 'P1M',
  hour: 'PT1H',
  season: 'P3M',
  'school year': 'P1Y',
  'two years': 'P2Y',
};
export const EACH = '(?:each|every|per)';
export const BY = '(?:by|before|no later than|not later than|on or before|until|up to|prior to|at the latest by|through|on|in|during|to)';
