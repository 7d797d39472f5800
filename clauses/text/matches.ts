import type { PartGated } from './gate.ts';

const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global expression in order. `String.prototype.matchAll` does the same with a copy of the expression, and to
 * make the copy costs more than to look for most of what the grammars look for.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/** All matches of a global expression behind a gate. */
export const gatedMatches = ({ open, pattern }: PartGated, text: string): readonly RegExpExecArray[] =>
  open ? matchesOf(pattern, text) : none;
