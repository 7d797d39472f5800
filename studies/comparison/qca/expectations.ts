/**
 * Directional expectations: which level of a condition, or which combination of levels, theory expects to help the outcome.
 *
 * Written as a list: `A,~B,C[1,2]` are expectations about single conditions, `A*~B` is one about a combination. A list as long as
 * the conditions may also give each its level, several levels or `-`: `1,0;2,-`.
 */
import { type Answer, answered, refused } from '../answer.ts';
import type { Naming } from './terms.ts';

export interface Expectations {
  /** Levels expected to help, by condition; a condition that is not among the keys is expected to do nothing. */
  readonly single: ReadonlyMap<number, ReadonlySet<number>>;
  /** Levels by condition that are expected to help together. */
  readonly joint: readonly ReadonlyMap<number, ReadonlySet<number>>[];
}

const literal = /^(~?)\s*([^~*+[\]{},\s]+)\s*(?:[[{]([\d,\s]+)[\]}])?$/;

/** Splits at commas and plus signs that stand outside brackets. */
function split(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (depth === 0 && (character === ',' || character === '+')) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function levelsIn(text: string, naming: Naming): readonly [number, Set<number>] | undefined {
  const found = literal.exec(text.trim());
  if (found === null) return undefined;
  const condition = naming.names.indexOf(found[2] as string);
  if (condition < 0) return undefined;
  const count = naming.levels[condition] as number;
  const named = found[3]?.split(',').map(Number) ?? [1];
  if (named.some((level) => level >= count)) return undefined;
  const levels = Array.from({ length: count }, (_, level) => level).filter((level) => named.includes(level) !== (found[1] === '~'));
  return [condition, new Set(levels)];
}

/** Reads expectations. Refuses: `badExpression`. */
export function expectationsFrom(text: string, naming: Naming): Answer<Expectations> {
  const parts = split(text);
  const single = new Map<number, Set<number>>();
  const joint: Map<number, Set<number>>[] = [];
  const byPlace = parts.length === naming.names.length && parts.every((part) => /^(\d+(;\d+)*|-)$/.test(part));
  for (const [place, part] of parts.entries()) {
    if (byPlace) {
      if (part !== '-') single.set(place, new Set(part.split(';').map(Number)));
      continue;
    }
    const read = part.split('*').map((one) => levelsIn(one, naming));
    if (read.includes(undefined))
      return refused(
        'badExpression',
        `看不懂方向性预期“${part}”。应写作 A、~B、C[1] 或 A*~B，并使用所选的条件：${naming.names.join('、')}。`,
        `The expectation "${part}" cannot be read. Write A, ~B, C[1] or A*~B, with the conditions chosen: ${naming.names.join(', ')}.`,
      );
    const levels = read as (readonly [number, Set<number>])[];
    if (levels.length > 1) joint.push(new Map(levels));
    else for (const [condition, own] of levels) single.set(condition, new Set([...(single.get(condition) ?? []), ...own]));
  }
  return answered({ single, joint });
}
