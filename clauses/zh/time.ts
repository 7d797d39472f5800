/**
 * Times in Chinese text: days, months, quarters, plan periods, terms, recurrences. A deadline is the last admissible
 * day: 2025年底前 is 31 December 2025, but 2025年前 without 底 is the day before that year begins.
 */
import { cycles } from './times/cycles.ts';
import { days } from './times/days.ts';
import type { Construct, Time, TimeContext } from './times/parts.ts';

export type { Time, TimeContext } from './times/parts.ts';

const constructs: readonly Construct[] = [...cycles, ...days];

/** What constructs need of a text, each once. */
const needs: readonly RegExp[] = [
  ...new Map(constructs.flatMap(({ needs: need }) => (need === undefined ? [] : [[need.source, need]]))).values(),
];
const bitOf = new Map(needs.map(({ source }, index) => [source, 1 << index]));

/** The constructs that a text allows, by what it holds and by the character they begin with, so that most words try few. */
const allowed = new Map<number, Map<string, readonly Construct[]>>();
let lastText = '';
let lastAllowed: Map<string, readonly Construct[]> | undefined;
let lastMask = 0;

function allowedIn(text: string): Map<string, readonly Construct[]> {
  if (lastAllowed !== undefined && text === lastText) return lastAllowed;
  lastText = text;
  lastMask = needs.reduce((mask, need, index) => (need.test(text) ? mask | (1 << index) : mask), 0);
  lastAllowed = allowed.get(lastMask);
  if (lastAllowed === undefined) {
    // A text can hold any mixture; what was learnt is small and soon learnt again.
    if (allowed.size > 500) allowed.clear();
    lastAllowed = new Map();
    allowed.set(lastMask, lastAllowed);
  }
  return lastAllowed;
}

function startingWith(text: string, head: string): readonly Construct[] {
  const byHead = allowedIn(text);
  const known = byHead.get(head);
  if (known !== undefined) return known;
  const mask = lastMask;
  const possible = constructs.filter(
    ({ starts, needs: need }) =>
      (starts === undefined || starts.includes(head)) && (need === undefined || (mask & (bitOf.get(need.source) ?? 0)) !== 0),
  );
  byHead.set(head, possible);
  return possible;
}

/** The time that starts at `at`: the first construct that holds. */
export function timeAt(text: string, at: number, context: TimeContext): Time | undefined {
  for (const { pattern, read } of startingWith(text, text[at] ?? '')) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const found = read(match, context);
    if (found !== undefined) return { start: at, end: at + match[0].length, ...found };
  }
  return undefined;
}
