/** Dates as an official writes them: 2012年1月31日, 31 January 2012; partial dates say how much they know. */
import { monthNames } from '@gongze/domain/stages/explain';
import { type DateInterval, isIsoDate, type IsoDate, intervalOf } from '@gongze/domain/vocabulary/dates';
import type { Language } from '@gongze/domain/vocabulary/text';

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function formatDate(date: string, lang: Language): string {
  const { year, month, day } = partsOf(date);
  return lang === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthNames[month - 1]} ${year}`;
}

export function formatMonth(date: string, lang: Language): string {
  const { year, month } = partsOf(date);
  return lang === 'zh' ? `${year}年${month}月` : `${monthNames[month - 1]} ${year}`;
}

/** A publication date given as year, month or day. */
export function formatPartial(date: string, lang: Language): string {
  if (date.length === 4) return lang === 'zh' ? `${date}年` : date;
  return date.length === 7 ? formatMonth(date, lang) : formatDate(date, lang);
}

/** An instant in the time of the governments, to the minute. */
export function formatInstant(instant: string, lang: Language): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
  const [date = '', time = ''] = parts.split(' ');
  return lang === 'zh' ? `${formatDate(date, lang)} ${time}` : `${formatDate(date, lang)}, ${time}`;
}

export type Precision = 'day' | 'month' | 'year' | 'interval' | 'unknown';

/** When a fact happened, no more precise than it is known. */
export function formatOccurred(occurred: DateInterval & { readonly precision: Precision }, lang: Language): string {
  const { first, last, precision } = occurred;
  switch (precision) {
    case 'day':
      return formatDate(first, lang);
    case 'month':
      return formatMonth(first, lang);
    case 'year':
      return formatPartial(first.slice(0, 4), lang);
    case 'interval':
      return lang === 'zh'
        ? `${formatDate(first, lang)}至${formatDate(last, lang)}`
        : `${formatDate(first, lang)} to ${formatDate(last, lang)}`;
    case 'unknown':
      return lang === 'zh'
        ? `日期不详（${first.slice(0, 4)}至${last.slice(0, 4)}年间）`
        : `undated (between ${first.slice(0, 4)} and ${last.slice(0, 4)})`;
    default:
      return precision satisfies never;
  }
}

/** What a person may type as a date: 2012-01-31, 2012/1/31, 2012年1月31日, 31 January 2012, 2012-01, 2012 (its last day). */
export function readDate(text: string): IsoDate | undefined {
  const trimmed = text.trim();
  const numeric = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(trimmed);
  if (numeric !== null) {
    const [, year, month, day] = numeric;
    const partial = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
    return intervalOf(partial)?.last;
  }
  const named = /^(\d{1,2})\s+([A-Za-z]{3,9})\s+(\d{4})$/.exec(trimmed);
  if (named === null) return undefined;
  const month = monthNames.findIndex((name) => name.toLowerCase().startsWith((named[2] as string).toLowerCase()));
  const iso = `${named[3]}-${String(month + 1).padStart(2, '0')}-${(named[1] as string).padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}
