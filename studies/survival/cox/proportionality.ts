/** Do the effects change with time? Grambsch and Therneau's test, as the score test it is. */
import { chiSquareAbove, survivalAt } from '@gongze/statistics';
import { groupCurves } from '../groupCurves.ts';
import type { SurvivalData } from '../data.ts';
import { inverseForm, part } from '../linear.ts';
import { eachDeathTime, predictors } from './deathTimes.ts';
import type { Design } from './design.ts';
import { mirror } from './fit.ts';

export const timeTransforms = ['km', 'identity', 'log', 'rank'] as const;
export type TimeTransform = (typeof timeTransforms)[number];

export interface ProportionalityRow {
  readonly term: string;
  readonly chisq: number | null;
  readonly df: number;
  readonly p: number | null;
}

/** g of every distinct time: 1 − S(t−), t, ln t, or the mean rank of t among all times. */
function transformed(data: SurvivalData, transform: TimeTransform): (time: number) => number {
  if (transform === 'identity') return (time) => time;
  if (transform === 'log') return Math.log;
  const values = new Map<number, number>();
  if (transform === 'rank') {
    const sorted = data.time.slice().sort();
    for (let from = 0; from < sorted.length; ) {
      let to = from;
      while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
      values.set(sorted[from] as number, (from + 1 + to) / 2);
      from = to;
    }
    return (time) => values.get(time) ?? Number.NaN;
  }
  const whole = { ...data, group: { codes: new Int32Array(data.rows), labels: ['all'] } };
  const [all] = groupCurves(whole, { type: 'plain', level: 0.95 });
  let before = 1;
  for (const { time, survival } of all?.curve.steps ?? []) {
    values.set(time, 1 - before);
    before = survival;
  }
  return (time) => values.get(time) ?? 1 - (all ? survivalAt(all.curve, time) : 1);
}

/**
 * Score test that the coefficient of x·g(t) is 0 in addition to the model, for each covariate and for all together: uᵀ I⁻¹ u with the
 * full information of both parts. Exact ties are treated as Breslow's. `null` where it cannot be computed, as with log of time 0.
 *
 * Source: P. M. Grambsch and T. M. Therneau, Proportional hazards tests and diagnostics based on weighted residuals, Biometrika 81, 1994,
 * 515–526, in the exact form of version 3 of the R package survival.
 */
export function proportionality(
  data: SurvivalData,
  design: Design,
  beta: Float64Array,
  efron: boolean,
  transform: TimeTransform,
): ProportionalityRow[] {
  const { terms } = design;
  const size = 2 * terms;
  const g = transformed(data, transform);
  let sum = 0;
  let events = 0;
  for (let at = 0; at < design.rows; at += 1)
    if (design.event[at] === 1) {
      sum += g(design.time[at] as number);
      events += 1;
    }
  const centre = sum / events;
  const score = new Float64Array(size);
  const [plain, crossed, squared] = [new Float64Array(terms ** 2), new Float64Array(terms ** 2), new Float64Array(terms ** 2)];
  eachDeathTime(design, predictors(design, beta), efron, (at) => {
    const weight = g(at.time) - centre;
    for (let i = 0; i < terms; i += 1) {
      score[terms + i] = (score[terms + i] as number) + weight * (at.score[i] as number);
      for (let j = i; j < terms; j += 1) {
        const ij = i * terms + j;
        const value = at.information[ij] as number;
        plain[ij] = (plain[ij] as number) + value;
        crossed[ij] = (crossed[ij] as number) + weight * value;
        squared[ij] = (squared[ij] as number) + weight * weight * value;
      }
    }
  });
  for (const block of [plain, crossed, squared]) mirror(block, terms);
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const block = i < terms && j < terms ? plain : i >= terms && j >= terms ? squared : crossed;
      information[i * size + j] = block[(i % terms) * terms + (j % terms)] as number;
    }
  const own = [...Array(terms).keys()];
  const test = (term: string, columns: readonly number[]): ProportionalityRow => {
    const kept = [...own, ...columns.map((column) => terms + column)];
    const chisq =
      inverseForm(
        part(information, size, kept),
        Float64Array.from(kept, (at) => score[at] as number),
      ) ?? null;
    const valid = chisq !== null && Number.isFinite(chisq) ? chisq : null;
    return { term, chisq: valid, df: columns.length, p: valid === null ? null : chiSquareAbove(valid, columns.length) };
  };
  const { names, terms: all } = data.covariates;
  return [
    ...names.map((name, covariate) =>
      test(
        name,
        own.filter((term) => all[term]?.covariate === covariate),
      ),
    ),
    test('GLOBAL', own),
  ];
}
