/** How long until something happens, when for some it has not happened yet: the product-limit estimator. */
import { type Confidence, limits, zOf } from './confidence.ts';
import { timeAtHeight } from './quantiles.ts';

export interface Observation {
  /** Duration ≥ 0, finite, in any one unit. */
  readonly time: number;
  /** True if it happened at that time; false if it had not happened when last looked at (right censored). */
  readonly happened: boolean;
}

export interface SurvivalStep {
  readonly time: number;
  /** Observations that last at least to this time. */
  readonly atRisk: number;
  readonly happened: number;
  readonly censored: number;
  /** Share for which it has not happened by this time, 0…1. */
  readonly survival: number;
  /** Standard error of `survival` by Greenwood; `undefined` once survival is 0, where the formula has no value. */
  readonly standardError: number | undefined;
  /** Confidence limits of `survival`; `undefined` where the scale has none. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** Nelson–Aalen estimate of the cumulative hazard by this time, Σ d/n. */
  readonly cumulativeHazard: number;
}

/** What happened at one time. */
export interface Tally {
  readonly time: number;
  readonly atRisk: number;
  readonly happened: number;
  readonly censored: number;
}

export const survivalEstimators = ['kaplan-meier', 'fleming-harrington'] as const;
/** Product of 1 − d/n with Greenwood's variance, or exp(−Σ d/n) with Aalen's, Σ d/n². */
export type SurvivalEstimator = (typeof survivalEstimators)[number];

export interface SurvivalCurve {
  readonly observations: number;
  readonly happened: number;
  readonly confidence: Confidence;
  /** One for each distinct time, rising; before the first survival is 1. */
  readonly steps: readonly SurvivalStep[];
}

export interface SurvivalQuantile {
  /** `undefined` if too few have happened to tell; likewise the limits. */
  readonly time: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

const usualConfidence: Confidence = { type: 'log', level: 0.95 };

/**
 * The Kaplan–Meier curve S(t) = Π_{tᵢ ≤ t} (1 − dᵢ/nᵢ), over the distinct times tᵢ with dᵢ happenings among nᵢ at risk.
 *
 * What is censored at the time of a happening counts as at risk then. Variance by Greenwood: S² Σ dᵢ/(nᵢ(nᵢ − dᵢ)).
 * Times are the same only if they are equal numbers. No observations give a curve without steps.
 *
 * Cost: O(n log n).
 * @throws RangeError for a time that is negative or not finite, or a confidence level outside (0, 1)
 * Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
 * Statistical Association 53, 1958, 457–481; M. Greenwood, The natural duration of cancer, 1926.
 * @example kaplanMeier([{ time: 5, happened: true }, { time: 8, happened: false }]).steps[0]?.survival // 0.5
 */
export function kaplanMeier(observations: readonly Observation[], confidence: Confidence = usualConfidence): SurvivalCurve {
  let atRisk = observations.length;
  const tallies = tallied(observations).map((tally) => {
    const known = { ...tally, atRisk };
    atRisk -= tally.happened + tally.censored;
    return known;
  });
  return survivalCurve(tallies, observations.length, confidence);
}

/**
 * The curve of tallies in rising order of time, of which each says how many were at risk: where some entered late, that is not
 * what the earlier ones left over. Formulas as for {@link kaplanMeier}.
 *
 * Fleming–Harrington: S(t) = exp(−Σ dᵢ/nᵢ), variance of ln S = Σ dᵢ/nᵢ².
 * @throws RangeError for a confidence level outside (0, 1)
 * Source: T. R. Fleming and D. P. Harrington, Nonparametric estimation of the survival distribution in censored data,
 * Communications in Statistics 13, 1984, 2469–2486.
 */
export function survivalCurve(
  tallies: readonly Tally[],
  observations: number,
  confidence: Confidence = usualConfidence,
  estimator: SurvivalEstimator = 'kaplan-meier',
): SurvivalCurve {
  const z = zOf(confidence.level);
  const product = estimator === 'kaplan-meier';
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let relativeVariance = 0;
  let cumulativeHazard = 0;
  let total = 0;
  for (const { time, atRisk, happened, censored } of tallies) {
    if (happened > 0) {
      cumulativeHazard += happened / atRisk;
      survival = product ? survival * ((atRisk - happened) / atRisk) : Math.exp(-cumulativeHazard);
      relativeVariance += happened / (atRisk * (product ? atRisk - happened : atRisk));
      total += happened;
    }
    const relativeError = Math.sqrt(relativeVariance);
    const interval = limits(survival, relativeError, confidence.type, z);
    const standardError = survival === 0 ? undefined : survival * relativeError;
    const { lower, upper } = interval ?? { lower: undefined, upper: undefined };
    steps.push({ time, atRisk, happened, censored, survival, standardError, lower, upper, cumulativeHazard });
  }
  return { observations, happened: total, confidence, steps };
}

function tallied(observations: readonly Observation[]): readonly { time: number; happened: number; censored: number }[] {
  const tallies = new Map<number, { time: number; happened: number; censored: number }>();
  for (const { time, happened } of observations) {
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) throw new RangeError(`not a duration: ${time}`);
    let tally = tallies.get(time);
    if (tally === undefined) tallies.set(time, (tally = { time, happened: 0, censored: 0 }));
    if (happened) tally.happened += 1;
    else tally.censored += 1;
  }
  return [...tallies.values()].sort((a, b) => a.time - b.time);
}

/**
 * Time by which a share `p` has happened: the first time at which S ≤ 1 − p. Where S rests exactly on 1 − p, the
 * middle between that time and the next fall of S, or the last time observed if there is none (as R's `survfit`).
 * The limits are where the curve's lower and upper limits come down to 1 − p.
 *
 * @param p above 0 and below 1; 0.5 for the median
 * @throws RangeError for another `p`
 */
export function survivalQuantile({ steps }: SurvivalCurve, p: number): SurvivalQuantile {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile lies between 0 and 1: ${p}`);
  const read = (height: (step: SurvivalStep) => number | undefined): number | undefined =>
    timeAtHeight(
      steps.map((step) => ({ time: step.time, height: height(step) })),
      1 - p,
    );
  return { time: read((step) => step.survival), lower: read((step) => step.lower), upper: read((step) => step.upper) };
}

/** Share for which it has not happened by `time`; after the last censored time this is the last value known. */
export function survivalAt({ steps }: SurvivalCurve, time: number): number {
  let survival = 1;
  for (const step of steps) {
    if (step.time > time) break;
    survival = step.survival;
  }
  return survival;
}
