/**
 * Most similar and most different cases, with what they differ in.
 *
 * Two cases differ in a condition if they are on different sides of a fuzzy set, in different categories, or, of a measure, further
 * apart than is called alike. Their distance is the number of conditions in which they differ.
 * Source: A. Przeworski and H. Teune, The Logic of Comparative Social Inquiry, New York 1970, pp. 31–46.
 */
import { type Answer, answered, refused } from '../answer.ts';
import { type CaseTable, type Column, columnOf } from '../matrix/table.ts';

export interface MatchOptions {
  readonly outcome: string;
  readonly conditions: readonly string[];
  /** How far apart two values of a measure may be and still be alike, by column. Without it the column is a set or a category. */
  readonly alikeWithin?: Readonly<Record<string, number>>;
}

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Conditions in which they differ, of those known of both. */
  readonly distance: number;
  /** Sum of the differences, for ordering pairs of one distance. */
  readonly gap: number;
  readonly differ: readonly string[];
  readonly alike: readonly string[];
  /** Conditions of which one of the two is unknown. */
  readonly unknown: readonly string[];
  readonly sameOutcome: boolean;
}

/** Whether two values of a column differ; undefined where one is unknown. */
export function differs(column: Column, a: number | null, b: number | null, within: number | undefined): boolean | undefined {
  if (a === null || b === null) return undefined;
  if (within !== undefined) return Math.abs(a - b) > within;
  const fuzzy = column.values.some((value) => value !== null && !Number.isInteger(value));
  return fuzzy ? a > 0.5 !== b > 0.5 : a !== b;
}

function pairOf(
  table: CaseTable,
  outcome: Column,
  conditions: readonly Column[],
  options: MatchOptions,
  a: number,
  b: number,
): Pair | undefined {
  const within = (column: Column): number | undefined => options.alikeWithin?.[column.name];
  const apart = (column: Column): boolean | undefined =>
    differs(column, column.values[a] ?? null, column.values[b] ?? null, within(column));
  const other = apart(outcome);
  if (other === undefined) return undefined;
  const named = (wanted: boolean | undefined): string[] => conditions.filter((column) => apart(column) === wanted).map(({ name }) => name);
  const differ = named(true);
  const gap = conditions.reduce((sum, { values }) => sum + Math.abs((values[a] ?? values[b] ?? 0) - (values[b] ?? values[a] ?? 0)), 0);
  return {
    a: table.cases[a] as string,
    b: table.cases[b] as string,
    distance: differ.length,
    gap,
    differ,
    alike: named(false),
    unknown: named(undefined),
    sameOutcome: !other,
  };
}

/** Every pair of cases whose outcomes are known. Refuses: `unknownColumn`, `oneCase`. Cost: cases² × conditions. */
export function pairsOf(table: CaseTable, options: MatchOptions): Answer<Pair[]> {
  if (table.cases.length < 2) return refused('oneCase', '只有一个案例，无从配对。', 'There is one case only, so there is no pair.');
  const outcome = columnOf(table, options.outcome);
  if (!outcome.ok) return outcome;
  const conditions: Column[] = [];
  for (const name of options.conditions) {
    const column = columnOf(table, name);
    if (!column.ok) return column;
    conditions.push(column.value);
  }
  const pairs = table.cases.flatMap((_, a) =>
    table.cases.slice(a + 1).flatMap((_case, at) => {
      const pair = pairOf(table, outcome.value, conditions, options, a, a + 1 + at);
      return pair === undefined ? [] : [pair];
    }),
  );
  return answered(pairs);
}

/** Pairs with different outcomes that differ in the fewest conditions: one of these should explain it. */
export function mostSimilarDifferentOutcome(pairs: readonly Pair[]): Pair[] {
  const candidates = pairs.filter(({ sameOutcome }) => !sameOutcome);
  const least = Math.min(...candidates.map(({ distance }) => distance));
  return candidates.filter(({ distance }) => distance === least).sort((a, b) => a.gap - b.gap);
}

/** Pairs with the same outcome that differ in the most conditions: what they share should explain it. */
export function mostDifferentSameOutcome(pairs: readonly Pair[]): Pair[] {
  const candidates = pairs.filter(({ sameOutcome }) => sameOutcome);
  const most = Math.max(...candidates.map(({ distance }) => distance));
  return candidates.filter(({ distance }) => distance === most).sort((a, b) => b.gap - a.gap);
}
