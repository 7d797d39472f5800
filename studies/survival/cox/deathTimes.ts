/** Cox's partial likelihood, one time of events after the other: its logarithm, score and information, and the hazard at that time. */
import type { Design } from './design.ts';

export const tieMethods = ['efron', 'breslow', 'exact'] as const;
export type TieMethod = (typeof tieMethods)[number];

/** What one time adds. The object and its arrays are overwritten at the next. */
export interface DeathTime {
  readonly stratum: number;
  readonly time: number;
  readonly deaths: number;
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Upper triangle and diagonal, row by row of a full square. */
  readonly information: Float64Array;
  /** Σₖ 1/denominatorₖ, the growth of the cumulative hazard at the mean covariates. */
  readonly hazard: number;
  /** Σₖ meanₖ/denominatorₖ. */
  readonly hazardMean: Float64Array;
  /** The same sums weighted by k/d: what those who die at this time do not contribute. */
  readonly tiedHazard: number;
  readonly tiedHazardMean: Float64Array;
  /** Mean of the covariates over those at risk, averaged over the events. */
  readonly mean: Float64Array;
}

/** One object for all times: a new one for each would cost more than the arithmetic. */
type Mutable = { -readonly [name in keyof DeathTime]: DeathTime[name] };

/** Sums over a set of rows: of risks, of risks times covariates, of risks times their products. */
class Sums {
  readonly terms: number;
  total = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Room for means in the making. */
  readonly means: Float64Array;
  constructor(terms: number) {
    this.terms = terms;
    this.first = new Float64Array(terms);
    this.second = new Float64Array(terms * terms);
    this.means = new Float64Array(terms);
  }
  clear(): void {
    this.total = 0;
    this.first.fill(0);
    this.second.fill(0);
  }
  add(x: Float64Array, from: number, risk: number): void {
    const { terms, first, second } = this;
    this.total += risk;
    for (let i = 0; i < terms; i += 1) {
      const weighted = risk * (x[from + i] as number);
      first[i] = (first[i] as number) + weighted;
      for (let j = i; j < terms; j += 1) second[i * terms + j] = (second[i * terms + j] as number) + weighted * (x[from + j] as number);
    }
  }
}

/** Linear predictor of every place, less the largest, so that no risk overflows. */
export function predictors({ rows, terms, x }: Design, beta: Float64Array): Float64Array {
  const eta = new Float64Array(rows);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rows; at += 1) {
    let sum = 0;
    for (let term = 0; term < terms; term += 1) sum += (x[at * terms + term] as number) * (beta[term] as number);
    eta[at] = sum;
    if (sum > most) most = sum;
  }
  for (let at = 0; at < rows; at += 1) eta[at] = (eta[at] as number) - most;
  return eta;
}

/**
 * Visits the times of events, stratum by stratum, latest first. With d events at a time, the k-th denominator (k = 0 … d − 1) is
 * Σ risk of all at risk − (k/d) Σ risk of those d by Efron, and without the second part by Breslow.
 *
 * Cost: O(n p²) for n rows in order and p terms.
 * Source: B. Efron, The efficiency of Cox's likelihood function for censored data, JASA 72, 1977, 557–565;
 * N. E. Breslow, Covariance analysis of censored survival data, Biometrics 30, 1974, 89–99.
 */
export function eachDeathTime(design: Design, eta: Float64Array, efron: boolean, visit: (at: DeathTime) => void): void {
  const { terms, x, time, start, event, ends, byStart, stratum } = design;
  const risks = eta.map(Math.exp);
  const all = new Sums(terms);
  const dying = new Sums(terms);
  const sums: Mutable = {
    ...{ stratum: 0, time: 0, deaths: 0, logLikelihood: 0, hazard: 0, tiedHazard: 0 },
    score: new Float64Array(terms),
    information: new Float64Array(terms * terms),
    hazardMean: new Float64Array(terms),
    tiedHazardMean: new Float64Array(terms),
    mean: new Float64Array(terms),
  };
  const { score } = sums;
  let begin = 0;
  for (const end of ends) {
    all.clear();
    let left = begin;
    for (let at = begin; at < end; ) {
      const now = time[at] as number;
      dying.clear();
      score.fill(0);
      sums.logLikelihood = 0;
      let deaths = 0;
      for (; at < end && time[at] === now; at += 1) {
        const risk = risks[at] as number;
        all.add(x, at * terms, risk);
        if (event[at] === 0) continue;
        deaths += 1;
        dying.add(x, at * terms, risk);
        sums.logLikelihood += eta[at] as number;
        for (let term = 0; term < terms; term += 1) score[term] = (score[term] as number) + (x[at * terms + term] as number);
      }
      if (deaths === 0) continue;
      if (byStart && start) {
        const gone = left;
        for (; left < end && (start[byStart[left] as number] as number) >= now; left += 1) {
          const place = byStart[left] as number;
          all.add(x, place * terms, -(risks[place] as number));
        }
        // All that were at risk have gone but those of now: sums of small differences would be nothing but rounding.
        if (left > gone && left - begin === at - begin - deaths) copy(dying, all);
      }
      sums.stratum = stratum[begin] as number;
      sums.time = now;
      sums.deaths = deaths;
      denominators(all, dying, efron, sums);
      visit(sums);
    }
    begin = end;
  }
}

function copy(from: Sums, to: Sums): void {
  to.total = from.total;
  to.first.set(from.first);
  to.second.set(from.second);
}

function denominators(all: Sums, dying: Sums, efron: boolean, sums: Mutable): void {
  const { terms } = all;
  const { deaths, score, information, hazardMean, tiedHazardMean, mean } = sums;
  for (const array of [information, hazardMean, tiedHazardMean, mean]) array.fill(0);
  sums.hazard = 0;
  sums.tiedHazard = 0;
  const round = all.means;
  const rounds = efron ? deaths : 1;
  const weight = efron ? 1 : deaths;
  for (let k = 0; k < rounds; k += 1) {
    const share = k / deaths;
    const denominator = all.total - share * dying.total;
    sums.logLikelihood -= weight * Math.log(denominator);
    const hazard = weight / denominator;
    sums.hazard += hazard;
    sums.tiedHazard += share * hazard;
    for (let i = 0; i < terms; i += 1) {
      const mi = ((all.first[i] as number) - share * (dying.first[i] as number)) / denominator;
      round[i] = mi;
      score[i] = (score[i] as number) - weight * mi;
      mean[i] = (mean[i] as number) + mi / rounds;
      hazardMean[i] = (hazardMean[i] as number) + mi * hazard;
      tiedHazardMean[i] = (tiedHazardMean[i] as number) + share * mi * hazard;
      for (let j = 0; j <= i; j += 1) {
        const ji = j * terms + i;
        const second = ((all.second[ji] as number) - share * (dying.second[ji] as number)) / denominator;
        information[ji] = (information[ji] as number) + weight * (second - mi * (round[j] as number));
      }
    }
  }
}
