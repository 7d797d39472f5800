/**
 * Mill's methods on a table of sets or categories.
 * Source: J. S. Mill, A System of Logic, London 1843, book III, chapter 8. They presuppose that all that matters is among the
 * conditions, that one condition alone does it, and that nothing is measured with error; every answer carries that warning.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { type Answer, answered } from '../answer.ts';
import { type CaseTable, type Column, columnOf } from '../matrix/table.ts';
import { type MatchOptions, type Pair, pairsOf } from './designs.ts';

export interface Common {
  readonly condition: string;
  readonly value: number;
}

export interface MillAnswer {
  /** Levels that all cases with the outcome share: what else cannot be necessary. */
  readonly agreement: readonly Common[];
  /** Pairs that differ in one condition and in the outcome. */
  readonly difference: readonly Pair[];
  /** Levels that all cases with the outcome share and no case without it has. */
  readonly joint: readonly Common[];
  readonly caution: Bilingual;
}

const caution: Bilingual = {
  zh: '密尔诸法假定：真正起作用的条件都已列入，由其中单独一个起作用，且没有测量误差。实际案例很少满足，结论只可作为追踪过程的线索。',
  en: 'Mill’s methods take for granted that all that matters is among the conditions, that one of them does it alone, and that nothing is mismeasured. Real cases seldom comply: read the result as a lead for tracing, not as a finding.',
};

/** A membership as a side of its set, a category as itself. */
function levelIn({ values }: Column, at: number): number | null {
  const value = values[at] ?? null;
  const fuzzy = values.some((one) => one !== null && !Number.isInteger(one));
  return value === null || !fuzzy ? value : Number(value > 0.5);
}

/** Applies all three. Refuses: `unknownColumn`, `oneCase`. */
export function millsMethods(table: CaseTable, options: MatchOptions): Answer<MillAnswer> {
  const pairs = pairsOf(table, options);
  if (!pairs.ok) return pairs;
  const outcome = columnOf(table, options.outcome);
  if (!outcome.ok) return outcome;
  const places = table.cases.map((_, at) => at);
  const withOutcome = places.filter((at) => (outcome.value.values[at] ?? 0) > 0.5);
  const without = places.filter((at) => outcome.value.values[at] !== null && (outcome.value.values[at] ?? 0) <= 0.5);
  const agreement: Common[] = [];
  const joint: Common[] = [];
  for (const name of options.conditions) {
    const column = columnOf(table, name);
    if (!column.ok) return column;
    const level = withOutcome.length === 0 ? null : levelIn(column.value, withOutcome[0] as number);
    if (level === null || !withOutcome.every((at) => levelIn(column.value, at) === level)) continue;
    agreement.push({ condition: name, value: level });
    const elsewhere = without.map((at) => levelIn(column.value, at));
    if (without.length > 0 && elsewhere.every((other) => other !== null && other !== level)) joint.push({ condition: name, value: level });
  }
  const difference = pairs.value.filter((pair) => !pair.sameOutcome && pair.distance === 1 && pair.unknown.length === 0);
  return answered({ agreement, difference, joint, caution });
}
