/** Conditions of English clauses, and where an object ends because one begins. */
import type { Span } from '../reading.ts';
import type { Time } from './time.ts';
import { gatedMatches } from '../text/matches.ts';
import { ofClause } from './gates.ts';
import { parting } from './state.ts';

const conditionPattern = ofClause.gate(
  /(?:^|[,\s])((?:if|where|when|whenever|unless|provided(?: that)?|subject to|in the event (?:of|that)|except|should|as (?:appropriate|necessary|required)|where (?:feasible|possible|practicable|appropriate|necessary)|upon|without|once|until|to the extent|save|during|only (?:after|if|when|with)|in case of)\b(?:[^,;.]|\.(?=\d)){0,160})/gi,
);

export function conditionsIn(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (const match of gatedMatches(conditionPattern, text.slice(from, to))) {
    const piece = match[1] as string;
    if (/^(?:upon|once|during|until|without)/i.test(piece) && match.index > 40) continue;
    const start = from + match.index + match[0].length - piece.length;
    found.push({ start, end: start + piece.trimEnd().length });
  }
  return found;
}

/** …by 18%, …to 3 mg/l, …from 2019 levels: an amount is no part of what it is an amount of. */
const amountAfter = ofClause.gate(
  /(?<!\d) (?:by (?:at least |about |roughly |approximately |up to |some |a further )?[\d£$€]|to (?:at least |below |under |above |no more than |not more than |between |around )?[£$€]?\d[\d,.]* ?(?:%|per|km|mg|tonnes|hectares|minutes|days|hours|units|points|m3|MW|in |by |,|$)|from \d{4} levels|below \d|between \d)/i,
);

const cycle = ofClause.gate(
  /^(?:annual|yearly|quarterly|monthly|weekly|daily|half-yearly|biannual|semi-annual|fortnightly|biennial|hourly)$/i,
);
const runsOnIn = ofClause.gate(/^ (?!(?:and|or|to|by|with|from|in|on|at|for|until|during|the|of|between|as|if|unless)\b)[a-z]/);

/** quarterly reports: the cycle is part of the thing. */
const attributive = (text: string, { start, end }: Time): boolean =>
  cycle.test(text.slice(start, end)) && runsOnIn.test(text.slice(end, end + 10));

/** A second clause, a condition, a purpose. */
const objectStop = ofClause.gate(
  /[,;] (?:and|or|but|which|with|provided|unless|subject|including|failing|so|to|in|at|by|within|each|as|on|for|if|where|when|under|using)\b|,(?!\d)|\(| (?:if|unless|where|when|provided|subject to|until (?=(?:the |its |their |all |it |they |[a-z]+ )+(?:is|are|has|have)\b)|in order to|so that|so as to|failing which|upon|on or before|through|by means of|whenever|at a rate of|as (?:appropriate|necessary)|in accordance with|pursuant to|without)\b/i,
);
const conditionFirst = ofClause.gate(
  /^\s*(?:if|unless|where|when|whenever|provided|upon|until|without|as soon as|in the event|over the (?:coming|next|following) (?:years|decades?|months)|in the (?:coming|near|medium|longer?) |in future|over time|in due course|from time to time)\b/i,
);

/** Where the object ends: at a time, a condition, a purpose or a second clause. */
export function objectEnd(text: string, start: number, end: number, times: readonly Time[]): number {
  let last = end;
  for (const time of times) if (time.start >= start && time.start < last && !attributive(text, time)) last = time.start;
  const stop = objectStop.exec(text.slice(start, last));
  // The funding lapses if …: no object, the condition follows at once.
  if (conditionFirst.test(text.slice(start, last))) return start;
  if (stop !== null && stop.index > 0) last = start + stop.index;
  const amount = amountAfter.exec(text.slice(start, last));
  if (amount !== null && amount.index > 0) last = start + amount.index;
  while (last > start && parting(text[last - 1] as string)) last--;
  return last;
}
