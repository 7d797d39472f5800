/**
 * Intervention as a moderating variable: whether the outcome goes with a variable differently where a superior intervenes and where
 * none does; and intervention as part of a cause that does not suffice by itself.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { studentQuantile } from '@gongze/statistics';
import { type Answer, answered, refused } from './answer.ts';
import { type CaseTable, type Column, columnOf } from './matrix/table.ts';
import { necessity, type Necessity, sufficiency, type Sufficiency } from './qca/fit.ts';
import type { FittedModel } from './qca/solution.ts';

/** Cases on one side of both sets. */
export interface ModerationCell {
  readonly variable: boolean;
  readonly intervention: boolean;
  readonly cases: readonly string[];
  /** Mean membership in the outcome; null without cases. */
  readonly mean: number | null;
  /** How far being on this side of both is sufficient for the outcome, over all cases. */
  readonly fit: Sufficiency;
}

export interface Moderation {
  readonly variable: string;
  /** Neither, the variable alone, intervention alone, both. */
  readonly cells: readonly ModerationCell[];
  /** What intervention adds to the mean where the variable is present, and where it is absent. */
  readonly effectPresent: number | null;
  readonly effectAbsent: number | null;
  /** Their difference: above 0 the two strengthen one another, below 0 one stands in for the other. */
  readonly interaction: number | null;
  /** 95 % limits; null where a side has fewer than two cases, or none varies. */
  readonly limits: readonly [number, number] | null;
}

const confidence = 0.975;

function spreadOf(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Limits of a sum of independent means with unequal variances: Student's t with Welch's degrees of freedom. */
function limitsOf(groups: readonly (readonly number[])[], estimate: number): readonly [number, number] | null {
  if (groups.some(({ length }) => length < 2)) return null;
  const parts = groups.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { part: spreadOf(values, mean) / values.length, df: values.length - 1 };
  });
  const variance = parts.reduce((sum, { part }) => sum + part, 0);
  if (variance === 0) return null;
  const df = variance ** 2 / parts.reduce((sum, { part, df: own }) => sum + part ** 2 / own, 0);
  // Rounded down, so that the limits are rather too wide than too narrow.
  const half = studentQuantile(confidence, Math.max(1, Math.floor(df))) * Math.sqrt(variance);
  return [estimate - half, estimate + half];
}

function membershipsOf({ name, values }: Column, cases: readonly string[]): Answer<Float64Array> {
  const hole = values.indexOf(null);
  if (hole >= 0)
    return refused('missingValue', `“${name}”列缺少${cases[hole]}的数值。`, `Column "${name}" has no value for ${cases[hole]}.`, [
      { case: cases[hole] as string, column: name },
    ]);
  return answered(Float64Array.from(values as readonly number[]));
}

function moderationBy(cases: readonly string[], variable: string, v: Float64Array, i: Float64Array, y: Float64Array): Moderation {
  const groups: number[][] = [];
  const cells = [false, true].flatMap((withIntervention) =>
    [false, true].map((withVariable): ModerationCell => {
      const inCell = (at: number): boolean => (v[at] as number) > 0.5 === withVariable && (i[at] as number) > 0.5 === withIntervention;
      const places = cases.flatMap((_, at) => (inCell(at) ? [at] : []));
      const values = places.map((at) => y[at] as number);
      groups.push(values);
      const side = (x: number, present: boolean): number => (present ? x : 1 - x);
      const both = v.map((own, at) => Math.min(side(own, withVariable), side(i[at] as number, withIntervention)));
      return {
        variable: withVariable,
        intervention: withIntervention,
        cases: places.map((at) => cases[at] as string),
        mean: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
        fit: sufficiency(both, y),
      };
    }),
  );
  const mean = (at: number): number | null => cells[at]?.mean ?? null;
  const less = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);
  const effectAbsent = less(mean(2), mean(0));
  const effectPresent = less(mean(3), mean(1));
  const interaction = less(effectPresent, effectAbsent);
  const limits = interaction === null ? null : limitsOf(groups, interaction);
  return { variable, cells, effectPresent, effectAbsent, interaction, limits };
}

/**
 * The outcome on the four sides of each variable and the intervention, all of them sets.
 *
 * Interaction = (ȳ both − ȳ variable alone) − (ȳ intervention alone − ȳ neither), with y the membership in the outcome. Limits by
 * Student's t with Welch's degrees of freedom, rounded down. It is a description of these cases: where a superior comes is no matter of chance.
 * Refuses: `unknownColumn`, `missingValue`.
 * Source: B. L. Welch, The generalization of "Student's" problem, Biometrika 34, 1947, 28–35.
 */
export function moderations(
  sets: CaseTable,
  asked: { readonly outcome: string; readonly intervention: string; readonly variables: readonly string[] },
): Answer<Moderation[]> {
  const read = (name: string): Answer<Float64Array> => {
    const column = columnOf(sets, name);
    return column.ok ? membershipsOf(column.value, sets.cases) : column;
  };
  const y = read(asked.outcome);
  if (!y.ok) return y;
  const i = read(asked.intervention);
  if (!i.ok) return i;
  const found: Moderation[] = [];
  for (const name of asked.variables) {
    const v = read(name);
    if (!v.ok) return v;
    found.push(moderationBy(sets.cases, name, v.value, i.value, y.value));
  }
  return answered(found);
}

export interface PartOfCause {
  readonly sufficiency: Sufficiency;
  readonly necessity: Necessity;
  /** With the condition and without the outcome: by itself it did not suffice. */
  readonly withoutOutcome: readonly string[];
  /** With the outcome and without the condition: it was not needed. */
  readonly withoutCondition: readonly string[];
  /** Terms of the models in which the condition is needed, each once. */
  readonly terms: readonly string[];
  /** How many models have such a term, of how many. */
  readonly inModels: number;
  readonly models: number;
  readonly verdict: Bilingual;
}

interface Counts {
  /** Models in which a combination needs it, and in which it stands alone as a term. */
  readonly combined: number;
  readonly alone: number;
  readonly models: number;
}

function partText({ combined, alone, models }: Counts): Bilingual {
  if (models === 0) return { zh: '；尚无模型可据。', en: '; there is no model to tell whether it is part of one.' };
  if (combined === 0 && alone === 0) return { zh: '；没有模型需要它。', en: '; no model needs it.' };
  const standing =
    alone === 0
      ? { zh: '', en: '' }
      : { zh: `；${models}个模型中有${alone}个只凭它一项`, en: `; it stands by itself in ${alone} of ${models} models` };
  if (combined === 0) return { zh: `${standing.zh}。`, en: `${standing.en}.` };
  const all = combined === models;
  return {
    zh: `${standing.zh}；${all ? '在每个模型中，它都' : `在${models}个模型中的${combined}个里，它`}是某一充分组合的必要部分。`,
    en: `${standing.en}; in ${all ? 'every model' : `${combined} of ${models} models`} it is a needed part of a combination that does.`,
  };
}

function verdictOf(name: string, insufficient: boolean, unneeded: boolean, counts: Counts): Bilingual {
  const first = insufficient
    ? { zh: `单有“${name}”并不充分`, en: `“${name}” does not suffice by itself` }
    : { zh: `在这些案例中，有“${name}”者均有结果`, en: `In these cases wherever there was “${name}” there was the outcome` };
  const second = unneeded
    ? { zh: '，也并非不可缺少', en: ', and is not indispensable' }
    : { zh: '，凡有结果者均有它', en: ', and no case had the outcome without it' };
  const third = partText(counts);
  return { zh: first.zh + second.zh + third.zh, en: first.en + second.en + third.en };
}

/** Whether the condition, in either case present, is an insufficient but needed part of a combination that suffices. Refuses: `unknownColumn`, `missingValue`. */
export function partOfCause(sets: CaseTable, outcome: string, condition: string, models: readonly FittedModel[]): Answer<PartOfCause> {
  const found: Float64Array[] = [];
  for (const name of [condition, outcome]) {
    const column = columnOf(sets, name);
    if (!column.ok) return column;
    const values = membershipsOf(column.value, sets.cases);
    if (!values.ok) return values;
    found.push(values.value);
  }
  const [x, y] = found as [Float64Array, Float64Array];
  const where = (keep: (at: number) => boolean): string[] => sets.cases.filter((_, at) => keep(at));
  const withoutOutcome = where((at) => (x[at] as number) > 0.5 && (y[at] as number) < 0.5);
  const withoutCondition = where((at) => (x[at] as number) < 0.5 && (y[at] as number) > 0.5);
  const needs = (term: string): boolean => term.split('*').some((literal) => literal === condition || literal === `${condition}[1]`);
  const inModels = models.filter(({ terms }) => terms.some(needs)).length;
  const isAlone = (term: string): boolean => needs(term) && !term.includes('*');
  const counts = {
    combined: models.filter(({ terms }) => terms.some((term) => needs(term) && !isAlone(term))).length,
    alone: models.filter(({ terms }) => terms.some(isAlone)).length,
    models: models.length,
  };
  return answered({
    sufficiency: sufficiency(x, y),
    necessity: necessity(x, y),
    withoutOutcome,
    withoutCondition,
    terms: [...new Set(models.flatMap(({ terms }) => terms.filter(needs)))],
    inModels,
    models: models.length,
    verdict: verdictOf(condition, withoutOutcome.length > 0, withoutCondition.length > 0, counts),
  });
}
