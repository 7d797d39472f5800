/**
 * Times in Chinese text: days, months, quarters, plan periods, terms, recurrences. A deadline is the last admissible
 * day: 2025年底前 is 31 December 2025, but 2025年前 without 底 is the day before that year begins.
 */
import { cycles } from './times/cycles.ts';
import { days } from './times/days.ts';
import type { Construct, Time, TimeContext } from './times/parts.ts';

export type { Time, TimeContext } from './times/parts.ts';

const constructs: readonly Construct[] = [...cycles, ...days];

/** The constructs that can begin with a character, so that most words try few. */
const byHead = new Map<string, readonly Construct[]>();

function startingWith(head: string): readonly Construct[] {
  const known = byHead.get(head);
  if (known !== undefined) return known;
  const possible = constructs.filter(({ starts }) => starts === undefined || starts.includes(head));
  byHead.set(head, possible);
  return possible;
}

/** The time that starts at `at`: the first construct that holds. */
export function timeAt(text: string, at: number, context: TimeContext): Time | undefined {
  for (const { pattern, read } of startingWith(text[at] ?? '')) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const found = read(match, context);
    if (found !== undefined) return { start: at, end: at + match[0].length, ...found };
  }
  return undefined;
}
