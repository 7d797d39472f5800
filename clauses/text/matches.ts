import type { PartGated } from './gate.ts';

/**
 * All matches of a global expression in order. `String.prototype.matchAll` does the same with a copy of the expression, and to
 * make the copy costs more than to look for most of what the grammars look for.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}

/** All matches of a global expression behind a gate. */
export const gatedMatches = ({ open, pattern }: PartGated, text: string): RegExpExecArray[] => (open ? matchesOf(pattern, text) : []);
