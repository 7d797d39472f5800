/**
 * Enhanced standard analysis: which remainders must not be assumed.
 * Source: C. Schneider and C. Wagemann, Set-Theoretic Methods for the Social Sciences, Cambridge 2012, chapter 8.
 */
import { type Answer, answered, refused } from '../answer.ts';
import { prepare } from './data.ts';
import { type Expression, negation, rowsIn } from './expression.ts';
import { type Minimisation, minimise, simplifyingAssumptions, termsOf } from './minimise.ts';
import type { CaseTable } from '../matrix/table.ts';
import { rowCount, type Term } from './terms.ts';
import { type Settings, type TruthTable, truthTable } from './truthTable.ts';

/** Rows in which an expression holds and that no case shows; with `observed` those that cases show as well. */
export function rowsWithin(table: TruthTable, expression: Expression, observed = false): number[] {
  const seen = new Set(table.rows.map((row) => row.row));
  return rowsIn(expression, table.data).filter((row) => observed || !seen.has(row));
}

/** Rows that contradict a statement of necessity: where the necessary expression does not hold, the outcome cannot be assumed. */
export function againstNecessity(table: TruthTable, necessary: Expression): number[] {
  return rowsIn(negation(necessary, table.data), table.data);
}

/** Rows that lead to the outcome and to its absence at once. */
export function simultaneousSubsets(table: TruthTable, opposite: TruthTable): number[] {
  const other = new Set(opposite.rows.filter(({ out }) => out === '1').map(({ row }) => row));
  return table.rows.filter(({ row, out }) => out === '1' && other.has(row)).map(({ row }) => row);
}

const modelsMax = 100_000;

/** Whatever any model assumes. Refuses: `tooManyRows`. */
export function allAssumptions(minimisation: Minimisation): Answer<Set<number>> {
  const rows = new Set<number>();
  const terms = new Map<string, Term>();
  let models = 0;
  for (const model of minimisation.models.stream()) {
    for (const term of termsOf(minimisation, model)) terms.set(term.join(), term);
    if ((models += 1) > modelsMax)
      return refused(
        'tooManyRows',
        `该解有十万个以上的等价模型，无法逐一核对其假设。请减少条件。`,
        'The solution has more than a hundred thousand models, too many to check what each assumes. Choose fewer conditions.',
      );
  }
  // What a set of models assumes is what their terms assume: a row is assumed as soon as one term of one model holds in it.
  for (const term of terms.values()) {
    const assumed = simplifyingAssumptions(minimisation, [term]);
    if (!assumed.ok) return assumed;
    for (const row of assumed.value) rows.add(row);
  }
  return answered(rows);
}

/** Rows assumed to lead to the outcome by one parsimonious model, and to its absence by another. Refuses as `minimise` does. */
export function contradictoryAssumptions(table: TruthTable, opposite: TruthTable): Answer<number[]> {
  const sets: Set<number>[] = [];
  for (const each of [table, opposite]) {
    const solution = minimise(each, { include: ['?'] });
    if (!solution.ok) return solution;
    const rows = allAssumptions(solution.value);
    if (!rows.ok) return rows;
    sets.push(rows.value);
  }
  const [own, other] = sets as [Set<number>, Set<number>];
  return answered([...own].filter((row) => other.has(row)).sort((a, b) => a - b));
}

/** The truth table of the same cases for the outcome's absence. Its cut-offs are its own: consistency with Y says nothing of ~Y. */
export function oppositeTable(cases: CaseTable, table: TruthTable, settings: Partial<Settings> = {}): Answer<TruthTable> {
  const { data } = table;
  const outcome = data.outcome.startsWith('~') ? data.outcome.slice(1).trim() : `~${data.outcome}`;
  const negated = prepare(cases, { outcome, conditions: data.names });
  if (!negated.ok) return negated;
  return truthTable(negated.value, { ...table.settings, exclude: [], ...settings });
}

/** Everything not to be assumed: rows of impossible expressions, contradictory assumptions, simultaneous subsets. Refuses as its parts do. */
export function untenable(table: TruthTable, opposite: TruthTable, impossible: Expression): Answer<number[]> {
  const contradictory = contradictoryAssumptions(table, opposite);
  if (!contradictory.ok) return contradictory;
  const rows = [...rowsWithin(table, impossible), ...contradictory.value, ...simultaneousSubsets(table, opposite)];
  return answered([...new Set(rows)].sort((a, b) => a - b));
}

/** Rows that no case shows. Refuses: `tooManyRows`. */
export function remainders(table: TruthTable): Answer<number[]> {
  const all = rowCount(table.data.levels);
  if (all > 2 ** 20)
    return refused('tooManyRows', '真值表超过一百万行，无法逐一列出。', 'The truth table has more than a million rows, too many to list.');
  const seen = new Set(table.rows.map(({ row }) => row));
  return answered(Array.from({ length: all }, (_, at) => at + 1).filter((row) => !seen.has(row)));
}
