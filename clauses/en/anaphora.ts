/** Times that point back: “by the same date”, “on that day”, and “by 30 September” after a date whose year it shares. */
import { iso, lastDay, monthNumber, months, nextDay } from './calendar.ts';
import { ofClause } from './gates.ts';
import type { Time } from './time.ts';

const samePoint = ofClause.gate(/\b(?:same|said|that|this|aforementioned|above) (?:date|day|deadline|time|time limit|term)\b|^by then$/i);
const withoutYear = ofClause.gate(
  new RegExp(`(?:\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?\\b(${months})(?: (\\d{1,2})(?:st|nd|rd|th)?)?$`, 'i'),
);

/** The day a time without a year means, if a date before it in the clause (or one right behind it) gives the year. */
function inYear(words: string, before: string | undefined, after: string | undefined): string | undefined {
  const match = withoutYear.exec(words);
  const known = before ?? after;
  if (match === null || known === undefined) return undefined;
  const [, first, month = '', second] = match;
  const year = Number(known.slice(0, 4));
  const number = monthNumber(month);
  const day = first ?? second;
  const found = iso(year, number, day === undefined ? lastDay(year, number) : Number(day));
  // A day that would lie before the one that gives the year could as well be of the year after.
  if (before !== undefined ? found < before : found > known) return undefined;
  return found;
}

const ofThatMonth = ofClause.gate(/\bthe (\d{1,2})(?:st|nd|rd|th)? (?:day )?of (?:that|the same|this) month$/i);

/** By the 20th of that month: the day in the month of the date before it. */
function inMonth(words: string, before: string | undefined): string | undefined {
  const day = ofThatMonth.exec(words)?.[1];
  return day === undefined || before === undefined ? undefined : `${before.slice(0, 8)}${day.padStart(2, '0')}`;
}

/**
 * The times with those resolved that point back to a date.
 * @param last the last date of the sentences before
 */
export function settled(text: string, times: readonly Time[], last: string | undefined): Time[] {
  let before = last;
  let month = last;
  return times.map((time, index) => {
    const { deadline, start, end } = time;
    if (deadline.kind === 'date') before = deadline.date;
    const words = text.slice(start, end);
    // Before 1 March: the last day is in February, the month that is spoken of is March.
    if (deadline.kind === 'date') month = /^(?:before|prior)/i.test(words) ? nextDay(deadline.date) : deadline.date;
    if (deadline.kind !== 'unresolved' && deadline.kind !== 'duration') return time;
    const next = times[index + 1];
    const after = next?.deadline.kind === 'date' && next.start - end < 60 ? next.deadline.date : undefined;
    const day =
      samePoint.test(words) && before !== undefined
        ? before
        : deadline.kind === 'unresolved'
          ? (inMonth(words, month) ?? inYear(words, before, after))
          : undefined;
    return day === undefined ? time : { ...time, deadline: { kind: 'date', date: day } };
  });
}
