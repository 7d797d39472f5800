/** Days, quarters, plan periods and lengths of time in ISO 8601, as Chinese texts name them. */
import type { Deadline } from '../reading.ts';
import { numeral } from '../text/numerals.ts';

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const lengths: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const lastDay = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? new Date(Date.UTC(year, month, 0)).getUTCDate());
export const iso = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
export const endOf = (year: number, month: number): string => iso(year, month, lastDay(year, month));
export const date = (text: string): Deadline => ({ kind: 'date', date: text });

export const quarter = (text: string): number => ({ 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 })[text] ?? 4;
/** First year of a plan: 十四五 is 2021–2025. */
export const planStart = (plan: string): number => 2021 + ((numeral(plan[1] as string) as number) - 4) * 5;

/** ISO 8601 duration of `count` units; 半年 is six months. */
export function durationOf(count: number, unit: string, half = false): string {
  const whole = half ? count + 0.5 : count;
  switch (unit) {
    case '年':
    case '年度':
      return Number.isInteger(whole) ? `P${whole}Y` : `P${whole * 12}M`;
    case '季度':
      return `P${whole * 3}M`;
    case '月':
      return `P${whole}M`;
    case '周':
    case '星期':
      return `P${whole}W`;
    case '小时':
      return `PT${whole}H`;
    case '分钟':
      return `PT${whole}M`;
    default:
      return `P${whole}D`;
  }
}
