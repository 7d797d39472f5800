/** From a truth table to its solutions: primes, the chart, and all models. */
import { type Answer, answered, refused } from '../answer.ts';
import { type Models, modelsOf, type Prime, primesCovering, withoutDominated } from './chart.ts';
import { primesAgainst, primesOf } from './primes.ts';
import { compareTerms, rowCountOf, rowOf, rowsOf, type Term } from './terms.ts';
import type { RowOutcome, TruthTable } from './truthTable.ts';

export interface MinimiseOptions {
  /** Outcomes of rows to be explained. */
  readonly explain?: readonly ('1' | 'C')[];
  /**
   * Outcomes of rows that may be covered as well. With `?` the remainders, all rows that no case shows, too: the parsimonious
   * solution. Without any, the complex solution.
   */
  readonly include?: readonly ('?' | 'C')[];
  /** Drops primes that cover part of what another covers; loses models. */
  readonly rowDominance?: boolean;
}

export interface Minimisation {
  readonly table: TruthTable;
  /** Numbers of the rows explained. */
  readonly positives: readonly number[];
  /** Numbers of the rows that no term may cover; of a complex solution those that cases show or that are excluded. */
  readonly negatives: readonly number[];
  /** Shortest first. */
  readonly primes: readonly Prime[];
  readonly models: Models;
}

/** Beyond this many primes neither the chart nor a reader can be served. */
export const primesMax = 50_000;

function numbersOf(table: TruthTable, wanted: readonly RowOutcome[]): number[] {
  return table.rows.filter((row) => wanted.includes(row.out)).map((row) => row.row);
}

/** Rows that a term must not cover: those observed with another outcome, and those excluded. */
function negativesOf(table: TruthTable, free: readonly RowOutcome[]): number[] {
  const others = (['1', '0', 'C', '?'] as const).filter((out) => !free.includes(out) && out !== '?');
  return [...new Set([...numbersOf(table, others), ...table.settings.exclude])].sort((a, b) => a - b);
}

function primesFor(table: TruthTable, positives: readonly number[], negatives: readonly number[], options: MinimiseOptions) {
  const { levels } = table.data;
  const asRows = (numbers: readonly number[]): number[][] => numbers.map((number) => rowOf(number, levels));
  if (options.include?.includes('?')) return primesAgainst(asRows(positives), asRows(negatives), primesMax);
  const allowed = numbersOf(table, options.include ?? []);
  return primesOf(asRows([...new Set([...positives, ...allowed])]), levels, primesMax);
}

export function tooManyPrimes(): Answer<never> {
  return refused(
    'tooManyImplicants',
    `最简项超过${primesMax}个，结果无法阅读。请减少条件，或提高门槛。`,
    `There are more than ${primesMax} prime implicants, which nobody can read. Choose fewer conditions, or raise the cut-offs.`,
  );
}

/**
 * All minimal models of a truth table.
 *
 * Refuses: `noPositiveRow`, `noNegativeRow` (with remainders included nothing then limits the solution), `tooManyImplicants`.
 */
export function minimise(table: TruthTable, options: MinimiseOptions = {}): Answer<Minimisation> {
  const explain = options.explain ?? ['1'];
  const positives = numbersOf(table, explain);
  if (positives.length === 0)
    return refused(
      'noPositiveRow',
      '没有一行达到要解释的结果。请降低一致性门槛、降低每行案例数门槛，或改看结果的反面。',
      'No row reaches the outcome to be explained. Lower the cut-off of inclusion or of cases, or look at the negated outcome.',
    );
  const negatives = negativesOf(table, [...explain, ...(options.include ?? [])]);
  if (options.include?.includes('?') && negatives.length === 0)
    return refused(
      'noNegativeRow',
      '没有一行不导致结果，逻辑余项无从限制，任何解都成立。请加入结果未出现的案例，或改用复杂解。',
      'No row fails to lead to the outcome, so nothing limits what remainders may be assumed. Add cases without the outcome, or ask for the complex solution.',
    );
  const terms = primesFor(table, positives, negatives, options);
  if (terms === undefined) return tooManyPrimes();
  return answered(minimisationOf(table, positives, negatives, terms, options.rowDominance ?? false));
}

/** The chart of given primes over given rows, with its models. */
export function minimisationOf(
  table: TruthTable,
  positives: readonly number[],
  negatives: readonly number[],
  terms: readonly Term[],
  rowDominance: boolean,
): Minimisation {
  const rows = positives.map((number) => rowOf(number, table.data.levels));
  const covering = primesCovering([...terms].sort(compareTerms), rows);
  const primes = rowDominance ? withoutDominated(covering) : covering;
  return {
    table,
    positives,
    negatives,
    primes,
    models: modelsOf(primes, rows.length),
  };
}

/** The terms of a model. */
export function termsOf(minimisation: Minimisation, model: readonly number[]): Term[] {
  return model.map((index) => (minimisation.primes[index] as Prime).term);
}

/** The first models, and whether there are more. */
export function firstModels(minimisation: Minimisation, most: number): { readonly models: Term[][]; readonly more: boolean } {
  const models: Term[][] = [];
  for (const model of minimisation.models.stream()) {
    if (models.length === most) return { models, more: true };
    models.push(termsOf(minimisation, model));
  }
  return { models, more: false };
}

const assumptionsMax = 2 ** 20;

/** Rows that a model covers beyond those explained, ascending: what it assumes. Refuses: `tooManyRows`. */
export function simplifyingAssumptions(minimisation: Minimisation, terms: readonly Term[]): Answer<number[]> {
  const { levels } = minimisation.table.data;
  if (terms.reduce((sum, term) => sum + rowCountOf(term, levels), 0) > assumptionsMax)
    return refused(
      'tooManyRows',
      '该解所作的假设超过一百万行，无法逐一列出。',
      'The solution assumes more than a million rows, too many to list.',
    );
  const explained = new Set(minimisation.positives);
  const rows = new Set(terms.flatMap((term) => rowsOf(term, levels)));
  return answered([...rows].filter((row) => !explained.has(row)).sort((a, b) => a - b));
}
