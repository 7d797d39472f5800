/** Calibrated data as the analyses take it: conditions with their kinds and levels, memberships in the outcome. */
import { type Answer, answered, listed, refused, repeated } from '../answer.ts';
import { type CaseTable, type Column, columnOf } from '../matrix/table.ts';
import type { Naming, Term } from './terms.ts';
import { absent } from './terms.ts';

/** A set that a case is in or not, a set that it is in to a degree, or one of several categories. */
export type ConditionKind = 'crisp' | 'fuzzy' | 'multiValue';

export interface QcaData extends Naming {
  readonly cases: readonly string[];
  readonly kinds: readonly ConditionKind[];
  /** One array a condition, one value a case. */
  readonly values: readonly Float64Array[];
  /** As asked: `Y`, `~Y`, `Y[2]`. */
  readonly outcome: string;
  readonly outcomeName: string;
  /** Membership of each case in the outcome as asked. */
  readonly y: Float64Array;
  /** Fuzzy memberships of exactly ½: such a case belongs to no row, and still counts in every sum. */
  readonly halves: readonly { readonly case: string; readonly column: string }[];
}

export interface Choice {
  /** `Y`, its negation `~Y`, or of a multi-value outcome the levels meant: `Y[1]`, `Y[1,2]`. */
  readonly outcome: string;
  /** All other columns where none are named. */
  readonly conditions?: readonly string[];
  /** `tell` lists memberships of ½ in the answer and goes on; `refuse` stops at them. */
  readonly halves?: 'tell' | 'refuse';
}

/** Rows are told apart by bit masks of the conditions in which they differ. */
export const conditionsMax = 30;
/** A category with more levels than this is a measure that was not calibrated. */
const levelsMax = 24;

interface OutcomeAsked {
  readonly name: string;
  readonly negated: boolean;
  readonly levels: readonly number[] | undefined;
}

/** Takes `~Y[1,2]` apart; undefined where it is not of that form. */
export function outcomeAsked(text: string): OutcomeAsked | undefined {
  const found = /^\s*(~?)\s*([^~*+[\]{}]+?)\s*(?:[[{]([\d,\s]+)[\]}])?\s*$/.exec(text);
  if (found === null) return undefined;
  const levels = found[3]?.split(',').map((level) => Number(level));
  return { name: found[2] as string, negated: found[1] === '~', levels };
}

function kindOf(values: readonly number[]): ConditionKind {
  if (values.some((value) => !Number.isInteger(value))) return 'fuzzy';
  return values.some((value) => value > 1) ? 'multiValue' : 'crisp';
}

function complete(column: Column, cases: readonly string[]): Answer<readonly number[]> {
  const holes = cases.filter((_, at) => column.values[at] === null);
  if (holes.length === 0) return answered(column.values as readonly number[]);
  const names = listed(holes);
  const all = holes.length === cases.length;
  return refused(
    'missingValue',
    all
      ? `“${column.name}”列没有任何数值。请换一列，或补充数据。`
      : `“${column.name}”列缺少下列案例的数值：${names.zh}。请补齐，或去掉这些案例或这一列。`,
    all
      ? `Column "${column.name}" holds no value at all. Choose another column, or fill it.`
      : `Column "${column.name}" has no value for ${names.en}. Fill it in, or leave out these cases or the column.`,
    holes.map((name) => ({ case: name, column: column.name })),
  );
}

function calibrated(name: string, values: readonly number[], kind: ConditionKind): Answer<null> {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (least >= 0 && (kind === 'fuzzy' ? most <= 1 : most < levelsMax)) return answered(null);
  return refused(
    'notCalibrated',
    `“${name}”列的数值在${least}与${most}之间，尚未校准。请先把它校准为0到1之间的隶属度，或0、1、2……的类别。`,
    `Column "${name}" runs from ${least} to ${most}: it is not calibrated. Calibrate it first, to memberships from 0 to 1 or to categories 0, 1, 2 …`,
    [{ column: name }],
  );
}

function checkChoice(outcome: OutcomeAsked, conditions: readonly string[]): Answer<null> {
  if (conditions.length === 0)
    return refused('noConditions', '没有选择条件变量。请至少选择一个。', 'No condition is chosen. Choose at least one.');
  const [twice] = repeated(conditions);
  if (twice !== undefined)
    return refused('doubleCondition', `条件“${twice}”选了两次。`, `Condition "${twice}" is chosen twice.`, [{ column: twice }]);
  if (conditions.includes(outcome.name))
    return refused(
      'outcomeAmongConditions',
      `“${outcome.name}”既是结果又是条件。请从条件中去掉它。`,
      `"${outcome.name}" is both the outcome and a condition. Take it out of the conditions.`,
      [{ column: outcome.name }],
    );
  if (conditions.length > conditionsMax)
    return refused(
      'tooManyConditions',
      `选了${conditions.length}个条件，最多${conditionsMax}个。条件越多，可能的组合越多，案例就越说明不了问题；一般以4至7个为宜。请合并或选取最要紧的条件。`,
      `${conditions.length} conditions are chosen, ${conditionsMax} at most. With many conditions almost every combination is unobserved and the cases say little; 4 to 7 are usual. Combine them, or choose those that matter most.`,
    );
  return answered(null);
}

function outcomeOf(asked: OutcomeAsked, values: readonly number[], kind: ConditionKind): Answer<Float64Array> {
  const { name, negated, levels } = asked;
  if (kind === 'multiValue' && levels === undefined)
    return refused(
      'outcomeNeedsLevel',
      `结果“${name}”有多个类别，请写明是哪一个，例如 ${name}[1]。`,
      `The outcome "${name}" has several categories. Say which one is meant, for example ${name}[1].`,
      [{ column: name }],
    );
  const y = Float64Array.from(values, (value) => {
    const membership = levels === undefined ? value : Number(levels.includes(value));
    return negated ? 1 - membership : membership;
  });
  if (y.every((value) => value === y[0]))
    return refused(
      'constantOutcome',
      `结果“${name}”在所有案例中都相同，无从比较。请加入结果不同的案例。`,
      `The outcome "${name}" is the same in all cases, so there is nothing to compare. Add cases where it came out differently.`,
      [{ column: name }],
    );
  return answered(y);
}

/**
 * Data ready for analysis.
 *
 * A condition is fuzzy if one of its values is not an integer, multi-value if one is above 1, else crisp.
 *
 * Refuses, in this order: `badExpression`, `oneCase`, `unknownColumn`, `noConditions`, `doubleCondition`,
 * `outcomeAmongConditions`, `tooManyConditions`, `missingValue`, `notCalibrated`, `outcomeNeedsLevel`, `constantOutcome`,
 * `halfMembership`.
 */
export function prepare(table: CaseTable, choice: Choice): Answer<QcaData> {
  const asked = outcomeAsked(choice.outcome);
  if (asked === undefined)
    return refused(
      'badExpression',
      `看不懂结果“${choice.outcome}”。应写作 Y、~Y 或 Y[1]。`,
      `The outcome "${choice.outcome}" cannot be read. Write Y, ~Y or Y[1].`,
    );
  const { cases } = table;
  if (cases.length < 2)
    return refused(
      'oneCase',
      '只有一个案例，无从比较。请再加入案例。',
      'There is one case only, so nothing to compare it with. Add cases.',
    );
  const outcomeColumn = columnOf(table, asked.name);
  if (!outcomeColumn.ok) return outcomeColumn;
  const names = choice.conditions ?? table.columns.map(({ name }) => name).filter((name) => name !== asked.name);
  const checked = checkChoice(asked, names);
  if (!checked.ok) return checked;
  const values: Float64Array[] = [];
  const kinds: ConditionKind[] = [];
  for (const name of [...names, asked.name]) {
    const column = columnOf(table, name);
    if (!column.ok) return column;
    const whole = complete(column.value, cases);
    if (!whole.ok) return whole;
    const kind = kindOf(whole.value);
    const fit = calibrated(name, whole.value, kind);
    if (!fit.ok) return fit;
    values.push(Float64Array.from(whole.value));
    kinds.push(kind);
  }
  const y = outcomeOf(asked, Array.from(values.pop() as Float64Array), kinds.pop() as ConditionKind);
  if (!y.ok) return y;
  const levels = values.map((own, at) => (kinds[at] === 'multiValue' ? own.reduce((a, b) => Math.max(a, b), 0) + 1 : 2));
  const halves = names.flatMap((column, at) =>
    kinds[at] === 'fuzzy' ? cases.filter((_, each) => values[at]?.[each] === 0.5).map((name) => ({ case: name, column })) : [],
  );
  if (choice.halves === 'refuse' && halves.length > 0) return refuseHalves(halves);
  return answered({ cases, names, kinds, values, levels, outcome: choice.outcome.trim(), outcomeName: asked.name, y: y.value, halves });
}

function refuseHalves(halves: QcaData['halves']): Answer<never> {
  const { zh, en } = halvesText(halves);
  return refused('halfMembership', zh, en, halves);
}

/** What memberships of ½ mean, and what can be done about them. */
export function halvesText(halves: QcaData['halves']): { readonly zh: string; readonly en: string } {
  const names = listed(halves.map((cell) => `${cell.case}/${cell.column}`));
  return {
    zh: `下列隶属度恰为0.5：${names.zh}。这样的案例既不在集合之内也不在之外，不属于真值表的任何一行，却仍计入一致性。请调整锚点或逐个判定。`,
    en: `These memberships are exactly 0.5: ${names.en}. Such a case is neither in the set nor out of it, sits in no row of the truth table, and yet counts in every consistency. Move an anchor, or decide each by hand.`,
  };
}

/** Membership of a case in one level of a condition: of a fuzzy set the value or one minus it, otherwise whether the level is the case's own. */
export function levelMembership(data: QcaData, condition: number, level: number, at: number): number {
  const value = data.values[condition]?.[at] as number;
  if (data.kinds[condition] === 'fuzzy') return level === 1 ? value : 1 - value;
  return value === level ? 1 : 0;
}

/** Memberships of all cases in a term: the least of those in its levels, 1 for the empty term. */
export function termMembership(data: QcaData, term: Term): Float64Array {
  const x = new Float64Array(data.cases.length).fill(1);
  term.forEach((level, condition) => {
    if (level === absent) return;
    for (let at = 0; at < x.length; at += 1) {
      const own = levelMembership(data, condition, level, at);
      if (own < (x[at] as number)) x[at] = own;
    }
  });
  return x;
}

/** Memberships of all cases in a sum: the greatest of those in its terms, 0 for no terms. */
export function union(parts: readonly Float64Array[], cases: number): Float64Array {
  const x = new Float64Array(cases);
  for (const part of parts) for (let at = 0; at < cases; at += 1) if ((part[at] as number) > (x[at] as number)) x[at] = part[at] as number;
  return x;
}
