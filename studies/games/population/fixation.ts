/** Fixation of one mutant and what follows from it when mutations are rare. */
import { logAdd, stationaryOfLogRates } from '../markov/dense.ts';
import { logOddsAgainst, type UpdateRule } from './rules.ts';

/** Payoffs of (mutant, resident) while `mutants` of the population are mutants, 1 … Z − 1. */
export type PairPayoffs = (mutants: number) => readonly [number, number];

/**
 * Log of the probability that one mutant takes over a population of `size`:
 * ρ = 1/(1 + Σ_k Π_{j≤k} odds_j), summed in logarithms so that 10^−400 stays a number.
 *
 * Karlin and Taylor, A First Course in Stochastic Processes, 2nd ed. 1975, 4.7; Traulsen and Hauert 2009.
 * Cost: O(Z). @returns −∞ for impossible, NaN where a fitness is not above 0
 */
export function logFixation(size: number, payoffs: PairPayoffs, rule: UpdateRule): number {
  let product = 0;
  let sum = 0;
  for (let k = 1; k < size; k++) {
    const [mutant, resident] = payoffs(k);
    const odds = logOddsAgainst(rule, mutant, resident);
    // A step that is never taken cannot be made good by certain ones before it.
    if (odds === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    product += odds;
    sum = logAdd(sum, product);
  }
  return -sum;
}

export function fixation(size: number, payoffs: PairPayoffs, rule: UpdateRule): number {
  return Math.exp(logFixation(size, payoffs, rule));
}

/** Payoffs of two of several strategies alone in the population: `mutants` of `mutant`, the rest `resident`. */
export type EdgePayoffs = (mutant: number, resident: number, mutants: number) => readonly [number, number];

export interface SmallMutationLimit {
  /** Share of time in which the whole population plays each strategy. */
  readonly stationary: readonly number[];
  /** `[resident][mutant]`: probability that one mutant takes over; NaN on the diagonal is not used, it holds 0. */
  readonly fixation: readonly (readonly number[])[];
  readonly logFixation: readonly (readonly number[])[];
}

export function fixationMatrix(strategies: number, size: number, payoffs: EdgePayoffs, rule: UpdateRule): number[][] {
  return Array.from({ length: strategies }, (_, resident) =>
    Array.from({ length: strategies }, (_, mutant) =>
      mutant === resident ? Number.NEGATIVE_INFINITY : logFixation(size, (k) => payoffs(mutant, resident, k), rule),
    ),
  );
}

/** Steepness at which `strong` is replaced by a very strong Fermi rule; doubled until the distribution stands still. */
const firstSteepness = 100;
const lastSteepness = 1e9;

/** Limit of ever stronger Fermi selection, for populations that strong imitation would lock into more than one strategy. */
function steepLimit(strategies: number, size: number, payoffs: EdgePayoffs): number[] | undefined {
  let before: number[] | undefined;
  for (let beta = firstSteepness; beta <= lastSteepness; beta *= 2) {
    const now = stationaryOfLogRates(fixationMatrix(strategies, size, payoffs, { kind: 'fermi', beta }));
    if (now === undefined) return undefined;
    if (before?.every((share, i) => Math.abs(share - (now[i] as number)) < 1e-15)) return now;
    before = now;
  }
  return before;
}

/**
 * Rare mutations: the population is nearly always of one strategy, and moves between strategies at the rate of fixation
 * (Fudenberg and Imhof, J Econ Theory 131:251, 2006). Any strategy is as likely to arise as any other.
 *
 * The limit stands for the population only where no two strategies coexist stably.
 * @returns `undefined` where a fitness is not above 0
 */
export function smallMutationLimit(
  strategies: number,
  size: number,
  payoffs: EdgePayoffs,
  rule: UpdateRule,
): SmallMutationLimit | undefined {
  const logRates = fixationMatrix(strategies, size, payoffs, rule);
  if (logRates.flat().some(Number.isNaN)) return undefined;
  const stationary = stationaryOfLogRates(logRates) ?? steepLimit(strategies, size, payoffs);
  if (stationary === undefined) throw new Error('bug: a chain with positive rates between all states has one closed class');
  return { stationary, fixation: logRates.map((row) => row.map(Math.exp)), logFixation: logRates };
}
