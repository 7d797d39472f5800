/** Do the groups differ? Observed against expected events, weighted by S(t−)^ρ, over strata. */
import { chiSquareAbove } from '@gongze/statistics';
import { answered, type Notice, refused, type SurvivalAnswer, tooManyGroups } from './answer.ts';
import type { SurvivalData } from './data.ts';
import { asRows, inverseForm, part } from './linear.ts';
import { eachTime, raise } from './walk.ts';

export interface LogRankDocument {
  readonly rho: number;
  readonly groups: readonly string[];
  readonly n: readonly number[];
  readonly obs: readonly number[];
  readonly exp: readonly number[];
  readonly var: readonly (readonly number[])[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly strata: readonly string[];
  readonly notices: readonly Notice[];
}

/** Row numbers of each stratum. */
export function rowsByStratum({ strata, rows }: SurvivalData): Uint32Array[] {
  const lists: number[][] = strata.labels.map(() => []);
  for (let row = 0; row < rows; row += 1) lists[strata.codes[row] as number]?.push(row);
  return lists.map((list) => Uint32Array.from(list));
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

/** Adds one stratum. Variance by the hypergeometric distribution: w² d (n − d)/(n − 1) · (nⱼ/n)(δⱼₖ − nₖ/n). */
function addStratum(data: SurvivalData, rows: Uint32Array, rho: number, { observed, expected, variance }: Sums): void {
  const groups = observed.length;
  const kinds = data.causes.length;
  let survival = 1;
  eachTime(data, rows, ({ atRisk, happened }) => {
    let n = 0;
    let d = 0;
    for (const count of atRisk) n += count;
    for (const count of happened) d += count;
    if (d === 0) return;
    const weight = rho === 0 ? 1 : survival ** rho;
    survival *= (n - d) / n;
    const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
    for (let j = 0; j < groups; j += 1) {
      const share = (atRisk[j] as number) / n;
      let events = 0;
      for (let kind = 0; kind < kinds; kind += 1) events += happened[j * kinds + kind] as number;
      raise(observed, j, weight * events);
      raise(expected, j, weight * d * share);
      for (let k = 0; k < groups; k += 1) raise(variance, j * groups + k, spread * share * (Number(j === k) - (atRisk[k] as number) / n));
    }
  });
}

/**
 * The family Gρ: ρ = 0 is the log-rank test (Mantel–Haenszel), ρ = 1 the Peto–Peto test, which gives early events more weight.
 * Stratified, observed, expected and variances are summed over strata. Groups in which nothing could be expected do not count.
 *
 * Refuses: `oneGroup`, `tooManyGroups`, `noEvents`, `badSetting`.
 * Source: D. P. Harrington and T. R. Fleming, A class of rank test procedures for censored survival data, Biometrika 69, 1982, 553–566.
 */
export function logRankDocument(data: SurvivalData, rho: number): SurvivalAnswer<LogRankDocument> {
  if (!(rho >= 0 && Number.isFinite(rho))) return refused('badSetting', 'rho 须不小于0。', 'rho has to be at least 0.');
  const { labels, codes } = data.group;
  const groups = labels.length;
  if (groups < 2)
    return refused(
      'oneGroup',
      '只有一组，无从比较。请用 --group 指定至少有两个取值的列。',
      'There is one group only. Name a column with at least two values by --group.',
    );
  const many = tooManyGroups(groups);
  if (many) return many;
  const sums = { observed: new Float64Array(groups), expected: new Float64Array(groups), variance: new Float64Array(groups * groups) };
  for (const rows of rowsByStratum(data)) addStratum(data, rows, rho, sums);
  const { observed, expected, variance } = sums;
  const counted = [...expected.keys()].filter((group) => (expected[group] as number) > 0);
  if (counted.length === 0)
    return refused('noEvents', '没有一个事件发生，无从比较。', 'Nothing has happened in any group, so there is nothing to compare.');
  const kept = counted.slice(1);
  const difference = Float64Array.from(kept, (group) => (observed[group] as number) - (expected[group] as number));
  const chisq = kept.length === 0 ? undefined : inverseForm(part(variance, groups, kept), difference);
  if (chisq === undefined)
    return refused(
      'oneGroup',
      '事件发生时，处于风险中的只有一组，无从比较。请延长观察或合并分组。',
      'Whenever something happened, only one group was still at risk. Observe for longer, or join groups.',
    );
  const n = new Array<number>(groups).fill(0);
  for (const code of codes) raise(n, code, 1);
  return answered({
    rho,
    groups: labels,
    n,
    obs: [...observed],
    exp: [...expected],
    var: asRows(variance, groups),
    chisq,
    df: kept.length,
    p: chiSquareAbove(chisq, kept.length),
    strata: data.strata.labels.length > 1 ? data.strata.labels : [],
    notices: data.notices,
  });
}
