/** Which of the times around an English predicate is its deadline. */
import type { Span } from '../reading.ts';
import type { Parts, Range } from './state.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

/** £500 per day, 1% per month: a price, not a cycle. What is paid by the year is paid every year. */
function isRate(text: string, { start, end }: Time): boolean {
  const words = text.slice(start, end).trimStart();
  if (!/^(?:per|a|each|every|for each|for every)\b/i.test(words)) return false;
  const left = `${text.slice(Math.max(0, start - 40), start).trimEnd()} `;
  const money = /(?:[$€£]|USD|EUR|GBP|CHF|CNY|RMB) ?\d[\d,.]*(?: (?:million|thousand))?(?: per \w+| for)? ?$/i.test(left);
  if (money && /day|week|hour/i.test(words)) return true;
  return (
    (money || /(?:%|per cent) ?$/.test(left)) &&
    /interest|penalt|fine\b|damages|surcharge|rate of|fee of/i.test(text.slice(Math.max(0, start - 80), start))
  );
}

const perUnit = ofClause.gate(/^(?:per|a) [a-z]+$/i);

/** Of several times the last admissible day comes before a cycle, a cycle before the day something starts. */
function bestTime(text: string, times: readonly Time[]): Time | undefined {
  const rank = ({ start, end, deadline }: Time): number => {
    const words = text.slice(start, end);
    if (perUnit.test(words)) return 4;
    // each year until 2031: the cycle is what is owed.
    if (deadline.kind === 'date' && /^(?:until|through|up to)\b/i.test(words)) return 1.5;
    if (/^(?:from|starting|beginning|since|as of|with effect)/i.test(words)) return 3;
    if (deadline.kind === 'recurrence' && (deadline.monthDay !== undefined || deadline.day !== undefined)) return 0.9;
    return deadline.kind === 'recurrence' || deadline.kind === 'duration'
      ? 1
      : deadline.kind === 'period' || deadline.kind === 'unresolved'
        ? 2
        : 0;
  };
  let best: Time | undefined;
  for (const time of times) if (!isRate(text, time) && (best === undefined || rank(time) < rank(best))) best = time;
  return best;
}

/** Deadline of the predicate `range`: a time in it, one that leads the sentence, one that closes it. */
export function timeOf(text: string, parts: Parts, range: Range, conditions: readonly Span[]): Time | null {
  const free = (time: Time): boolean =>
    !conditions.some(
      ({ start, end }) =>
        time.start >= start &&
        time.end <= end &&
        /^(?:if|where|when|unless|should|in the event|provided)/i.test(text.slice(start, start + 14)),
    );
  const inside = parts.times.filter((time) => time.start >= range.begin && time.end <= range.end);
  const last =
    range.end >= parts.limit - 1
      ? []
      : parts.times.filter(
          (time) =>
            time.start >= range.end &&
            time.end <= parts.limit &&
            /^(?:by|before|within|no later)/i.test(text.slice(time.start)) &&
            !(time.deadline.kind === 'duration' && time.deadline.from !== undefined),
        );
  const within = bestTime(text, inside.filter(free));
  const leading = bestTime(text, parts.leading.filter(free));
  // Until 2029, 6 hectares a year: the day leads, the rate only measures.
  if (
    within !== undefined &&
    leading !== undefined &&
    leading.deadline.kind !== 'duration' &&
    perUnit.test(text.slice(within.start, within.end))
  )
    return leading;
  return within ?? leading ?? last[0] ?? null;
}
