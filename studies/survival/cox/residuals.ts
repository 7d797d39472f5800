/** Score residuals, the variances that do not trust the model, and the baseline hazard. */
import type { Grouping } from '../codes.ts';
import { eachDeathTime, predictors } from './deathTimes.ts';
import type { Design } from './design.ts';

interface StoredTime {
  readonly time: number;
  readonly hazard: number;
  readonly hazardMean: Float64Array;
  readonly tiedHazard: number;
  readonly tiedHazardMean: Float64Array;
  readonly mean: Float64Array;
}

function storedTimes(design: Design, eta: Float64Array, efron: boolean): Map<number, StoredTime[]> {
  const byStratum = new Map<number, StoredTime[]>();
  eachDeathTime(design, eta, efron, ({ stratum, time, hazard, hazardMean, tiedHazard, tiedHazardMean, mean }) => {
    const list = byStratum.get(stratum) ?? [];
    byStratum.set(stratum, list);
    const [copyMean, copyTied, copyCentre] = [hazardMean.slice(), tiedHazardMean.slice(), mean.slice()];
    list.push({ time, hazard, hazardMean: copyMean, tiedHazard, tiedHazardMean: copyTied, mean: copyCentre });
  });
  for (const list of byStratum.values()) list.reverse();
  return byStratum;
}

/** Index of the first of rising times that is above `time`. */
function after(times: readonly StoredTime[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as StoredTime).time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Score residual of every place, row by row: ∫ (x − mean(t)) dM(t), which sum to the score. With Efron's ties those who die at a time
 * share its average, so that k/d of each of its parts is not theirs.
 *
 * Source: T. M. Therneau and P. M. Grambsch, Modeling Survival Data, Springer 2000, sections 4.2 and 7.1.
 */
export function scoreResiduals(design: Design, beta: Float64Array, efron: boolean): Float64Array {
  const { rows, terms, x, time, start, event, stratum } = design;
  const eta = predictors(design, beta);
  const stored = storedTimes(design, eta, efron);
  const residuals = new Float64Array(rows * terms);
  const cumulative = new Map<number, { readonly hazard: Float64Array; readonly mean: Float64Array }>();
  for (const [code, list] of stored) {
    const hazard = new Float64Array(list.length + 1);
    const mean = new Float64Array((list.length + 1) * terms);
    for (const [at, one] of list.entries()) {
      hazard[at + 1] = (hazard[at] as number) + one.hazard;
      for (let i = 0; i < terms; i += 1) mean[(at + 1) * terms + i] = (mean[at * terms + i] as number) + (one.hazardMean[i] as number);
    }
    cumulative.set(code, { hazard, mean });
  }
  for (let at = 0; at < rows; at += 1) {
    const list = stored.get(stratum[at] as number);
    const sums = cumulative.get(stratum[at] as number);
    if (!list || !sums) continue;
    const to = after(list, time[at] as number);
    const from = start === undefined ? 0 : after(list, start[at] as number);
    const risk = Math.exp(eta[at] as number);
    const own = event[at] === 1 ? list[to - 1] : undefined;
    const hazard = (sums.hazard[to] as number) - (sums.hazard[from] as number) - (own?.tiedHazard ?? 0);
    for (let i = 0; i < terms; i += 1) {
      const xi = x[at * terms + i] as number;
      const mean = (sums.mean[to * terms + i] as number) - (sums.mean[from * terms + i] as number) - (own?.tiedHazardMean[i] ?? 0);
      residuals[at * terms + i] = (own ? xi - (own.mean[i] as number) : 0) - risk * (xi * hazard - mean);
    }
  }
  return residuals;
}

/** Σ over clusters of the outer product of their summed residuals: the variance of the score without trusting the model. */
export function scoreSpread(design: Design, residuals: Float64Array, cluster: Grouping | undefined): Float64Array {
  const { rows, terms, row } = design;
  const count = cluster ? cluster.labels.length : rows;
  const sums = new Float64Array(count * terms);
  for (let at = 0; at < rows; at += 1) {
    const unit = cluster ? (cluster.codes[row[at] as number] as number) : at;
    for (let i = 0; i < terms; i += 1) sums[unit * terms + i] = (sums[unit * terms + i] as number) + (residuals[at * terms + i] as number);
  }
  const spread = new Float64Array(terms * terms);
  for (let unit = 0; unit < count; unit += 1)
    for (let i = 0; i < terms; i += 1)
      for (let j = 0; j < terms; j += 1)
        spread[i * terms + j] = (spread[i * terms + j] as number) + (sums[unit * terms + i] as number) * (sums[unit * terms + j] as number);
  return spread;
}

export interface BaselineHazard {
  readonly hazard: readonly number[];
  readonly time: readonly number[];
  /** Code of the stratum of each time; only with several strata. */
  readonly strata?: readonly number[];
}

/** Cumulative hazard where every covariate is 0, at all times at which a row ends; Efron's where ties are treated so. */
export function baselineHazard(design: Design, beta: Float64Array, efron: boolean): BaselineHazard {
  const eta = predictors(design, beta);
  const stored = storedTimes(design, eta, efron);
  // The hazard belongs to a row whose predictor, shifted as in `predictors`, is 0; a row of zeros lies off by this much.
  let shift = 0;
  let first = 0;
  for (let i = 0; i < design.terms; i += 1) {
    shift -= ((design.mean[i] as number) / (design.scale[i] as number)) * (beta[i] as number);
    first += (design.x[i] as number) * (beta[i] as number);
  }
  const factor = Math.exp(shift + (eta[0] as number) - first);
  const [hazard, time, strata]: [number[], number[], number[]] = [[], [], []];
  let begin = 0;
  for (const end of design.ends) {
    const code = design.stratum[begin] as number;
    const list = stored.get(code) ?? [];
    let next = 0;
    let sum = 0;
    for (let at = end - 1; at >= begin; at -= 1) {
      const now = design.time[at] as number;
      if (at < end - 1 && now === design.time[at + 1]) continue;
      for (; next < list.length && (list[next] as StoredTime).time <= now; next += 1) sum += (list[next] as StoredTime).hazard;
      hazard.push(sum * factor);
      time.push(now);
      strata.push(code);
    }
    begin = end;
  }
  return { hazard, time, ...(design.ends.length > 1 && { strata }) };
}
