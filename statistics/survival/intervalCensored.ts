/**
 * How long until something happens, when its time is known only between bounds: the date was given as a year, or
 * the state was looked at only now and then. Dates are never sharpened into days to make an estimate possible.
 */
import { type Innermost, innermostIntervals, type IntervalObservation, type Reduced } from './innermost.ts';

export type { IntervalObservation } from './innermost.ts';

/** Probability that it happens between the bounds; where between them, no data can tell. */
export interface IntervalMass extends Innermost {
  readonly mass: number;
}

export interface IntervalEstimate {
  readonly observations: number;
  /** Intervals with a probability above 0, rising and disjoint; their masses add up to 1. */
  readonly masses: readonly IntervalMass[];
  /** Natural logarithm of the likelihood, ≤ 0. */
  readonly logLikelihood: number;
  /** Upper bound of what any other distribution could add to `logLikelihood`. */
  readonly gap: number;
  readonly converged: boolean;
  readonly iterations: number;
}

export interface IntervalOptions {
  /** Stop once `gap` is at most this, > 0. */
  readonly gapMax?: number;
  readonly iterationsMax?: number;
}

/**
 * The distribution under which the observed intervals are most likely (nonparametric maximum likelihood).
 *
 * An observation is the closed interval [left, right], exact if both are equal, open to the left with `afterLeft`, and
 * (left, ∞) if it has not happened yet; so exact and open observations give the Kaplan–Meier estimate.
 *
 * Each round takes one step of expectation–maximisation (Turnbull), which always rises, and one of the iterative convex
 * minorant (a weighted isotonic regression of the distribution function on its Newton step, halved until the
 * likelihood rises), which also reaches masses of exactly 0. With Dⱼ = Σ over the observations that cover interval j of 1/P(observation),
 * no distribution is better by more than n·ln(max Dⱼ/n) in log-likelihood, by concavity: this is `gap`, and rounds end when
 * it is at most `gapMax` (1e-9) or after `iterationsMax` (10,000) with `converged: false`. The masses are unique unless
 * several sets of them give every observation the same probability.
 *
 * Cost: O(n log n), then O(n) a round. No observations give no masses.
 * @throws RangeError for a negative, reversed or empty interval
 * Source: B. W. Turnbull, The empirical distribution function with arbitrarily grouped, censored and truncated data,
 * Journal of the Royal Statistical Society B 38, 1976, 290–295; J. A. Wellner and Y. Zhan, A hybrid algorithm for
 * computation of the nonparametric maximum likelihood estimator from censored data, Journal of the American
 * Statistical Association 92, 1997, 945–959; R. Gentleman and C. J. Geyer, Biometrika 81, 1994, 618–623 (optimality).
 * @example intervalCensored([{ left: 0, right: 2 }, { left: 1, right: 3 }]).masses // all of it between 1 and 2
 */
export function intervalCensored(observations: readonly IntervalObservation[], options: IntervalOptions = {}): IntervalEstimate {
  const { gapMax = 1e-9, iterationsMax = 10_000 } = options;
  const reduced = innermostIntervals(observations);
  const n = observations.length;
  if (n === 0) return { observations: 0, masses: [], logLikelihood: 0, gap: 0, converged: true, iterations: 0 };
  let masses: readonly number[] = reduced.intervals.map(() => 1 / reduced.intervals.length);
  let iterations = 0;
  let demands = demandsOf(masses, reduced);
  let gap = gapOf(demands, n);
  while (gap > gapMax && iterations < iterationsMax) {
    masses = convexMinorantStep(
      masses.map((mass, index) => (mass * (demands[index] as number)) / n),
      reduced,
    );
    demands = demandsOf(masses, reduced);
    gap = gapOf(demands, n);
    iterations += 1;
  }
  const clean = withoutDust(masses);
  const cleanGap = gapOf(demandsOf(clean, reduced), n);
  if (cleanGap <= Math.max(gap, gapMax)) [masses, gap] = [clean, cleanGap];
  return {
    observations: n,
    masses: reduced.intervals.map((interval, index) => ({ ...interval, mass: masses[index] as number })).filter(({ mass }) => mass > 0),
    logLikelihood: logLikelihood(cumulated(masses), reduced),
    gap,
    converged: gap <= gapMax,
    iterations,
  };
}

/** Rounds approach a mass of 0 without always reaching it; what is below any meaning is 0. */
function withoutDust(masses: readonly number[]): readonly number[] {
  const kept = masses.map((mass) => (mass < 1e-10 ? 0 : mass));
  const total = kept.reduce((sum, mass) => sum + mass, 0);
  return kept.map((mass) => mass / total);
}

function cumulated(masses: readonly number[]): readonly number[] {
  const sums = [0];
  for (const mass of masses) sums.push((sums.at(-1) as number) + mass);
  return sums;
}

/** Dⱼ of every interval. An observation that has lost all probability demands without bound. */
function demandsOf(masses: readonly number[], { covers }: Reduced): readonly number[] {
  const sums = cumulated(masses);
  const changes = masses.map(() => 0);
  changes.push(0);
  for (const { from, to, count } of covers) {
    const demand = count / ((sums[to] as number) - (sums[from] as number));
    changes[from] = (changes[from] as number) + demand;
    changes[to] = (changes[to] as number) - demand;
  }
  let demand = 0;
  return masses.map((_, index) => (demand += changes[index] as number));
}

function gapOf(demands: readonly number[], n: number): number {
  const largest = demands.reduce((most, demand) => Math.max(most, demand), 0);
  return n * Math.log(Math.max(1, largest / n));
}

function logLikelihood(sums: readonly number[], { covers }: Reduced): number {
  let total = 0;
  for (const { from, to, count } of covers) {
    const probability = (sums[to] as number) - (sums[from] as number);
    if (!(probability > 0)) return Number.NEGATIVE_INFINITY;
    total += count * Math.log(probability);
  }
  return total;
}

/** One guarded Newton step in the distribution function, whose only constraint is that it rises from 0 to 1. */
function convexMinorantStep(masses: readonly number[], reduced: Reduced): readonly number[] {
  const last = masses.length;
  if (last < 2) return masses;
  const sums = cumulated(masses).map((sum, index) => (index === last ? 1 : Math.min(1, sum)));
  const gradient = sums.map(() => 0);
  const curvature = sums.map(() => 0);
  for (const { from, to, count } of reduced.covers) {
    const demand = 1 / ((sums[to] as number) - (sums[from] as number));
    gradient[to] = (gradient[to] as number) + count * demand;
    gradient[from] = (gradient[from] as number) - count * demand;
    curvature[to] = (curvature[to] as number) + count * demand * demand;
    curvature[from] = (curvature[from] as number) + count * demand * demand;
  }
  const inner = sums.slice(1, last);
  const newton = inner.map((sum, index) => sum + (gradient[index + 1] as number) / (curvature[index + 1] as number));
  const target = isotonic(newton, curvature.slice(1, last)).map((sum) => Math.min(1, Math.max(0, sum)));
  const before = logLikelihood(sums, reduced);
  for (let step = 1; step > 1e-6; step /= 2) {
    const moved = [0, ...inner.map((sum, index) => sum + step * ((target[index] as number) - sum)), 1];
    if (logLikelihood(moved, reduced) > before) return differences(moved);
  }
  return masses;
}

function differences(sums: readonly number[]): readonly number[] {
  return sums.slice(1).map((sum, index) => Math.max(0, sum - (sums[index] as number)));
}

/** The rising sequence closest to the values in weighted least squares, by pooling neighbours that fall. */
function isotonic(values: readonly number[], weights: readonly number[]): readonly number[] {
  const pools: { value: number; weight: number; size: number }[] = [];
  for (const [index, value] of values.entries()) {
    let pool = { value, weight: weights[index] as number, size: 1 };
    for (let previous = pools.at(-1); previous !== undefined && previous.value >= pool.value; previous = pools.at(-1)) {
      pools.pop();
      const weight = previous.weight + pool.weight;
      pool = { value: (previous.value * previous.weight + pool.value * pool.weight) / weight, weight, size: previous.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, size }) => Array.from({ length: size }, () => value));
}

export interface IntervalQuantile {
  /** Bounds between which the quantile lies; the data cannot tell where. */
  readonly left: number;
  readonly right: number;
  /** Middle of the bounds, for a place where one number is wanted. */
  readonly midpoint: number;
}

/** Masses are estimated to about this accuracy; a sum this close to `p` rests on it. */
const tolerance = 1e-6;

/**
 * Where a share `p` has happened: the interval whose mass lifts the distribution function to `p`. Where the function
 * rests exactly on `p`, the interval reaches on to the next mass (for an open one, to its left bound), so that on exact
 * and open observations the midpoint is the quantile of `survivalQuantile`.
 *
 * @param p above 0 and below 1; 0.5 for the median
 * @returns `undefined` if too few have happened to tell
 * @throws RangeError for another `p`
 */
export function intervalQuantile({ masses }: IntervalEstimate, p: number): IntervalQuantile | undefined {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile lies between 0 and 1: ${p}`);
  let sum = 0;
  for (const [index, { left, right, mass }] of masses.entries()) {
    sum += mass;
    if (sum < p - tolerance) continue;
    if (right === Number.POSITIVE_INFINITY) return undefined;
    const next = sum <= p + tolerance ? masses.slice(index + 1).find((later) => later.mass > tolerance) : undefined;
    const end = next === undefined ? right : next.right === Number.POSITIVE_INFINITY ? next.left : next.right;
    return { left, right: end, midpoint: left + (end - left) / 2 };
  }
  return undefined;
}
