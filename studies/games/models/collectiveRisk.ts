/**
 * Collective-risk dilemma: a group of N reaches its target if at least M contribute; else everybody loses what is left with
 * probability r. Π_D(k) = b[θ(k−M) + (1−r)(1−θ(k−M))], Π_C = Π_D − cb.
 *
 * Santos and Pacheco, PNAS 108:10421, 2011.
 */
import { polynomialShare } from '../infinite/roots.ts';
import { birthDeath } from '../population/birthDeath.ts';
import { atLeast, hypergeometric } from '../population/sampling.ts';

export interface CollectiveRisk {
  /** Group size. */
  readonly N: number;
  /** Contributors a group needs. */
  readonly M: number;
  /** Cost as a share of the endowment. */
  readonly c: number;
  /** Endowment. */
  readonly b: number;
  /** Probability of losing it when the target is missed. */
  readonly r: number;
}

/** What a group member keeps, before its own contribution, when `contributors` contribute. */
export function keptOf({ M, b, r }: CollectiveRisk, contributors: number): number {
  return contributors >= M ? b : b * (1 - r);
}

/** Mean payoffs (contributor, defector) with k contributors in a population of Z, by sampling without replacement. */
export function collectiveRiskPayoffs(game: CollectiveRisk, Z: number, k: number): readonly [number, number] {
  const mean = (contributors: number, own: 0 | 1): number => {
    let sum = 0;
    for (const [j, p] of hypergeometric(Z - 1, contributors - own, game.N - 1).entries()) sum += p * keptOf(game, j + own);
    return sum;
  };
  return [k > 0 ? mean(k, 1) - game.c * game.b : 0, k < Z ? mean(k, 0) : 0];
}

/**
 * π_C − π_D with k contributors. A contributor changes the outcome only of groups that lack just it:
 * b·r·[P(N−1 others hold ≥ M−1 of k−1) − P(they hold ≥ M of k)] − cb, both among Z−1 others.
 */
export function collectiveRiskAdvantage(game: CollectiveRisk, Z: number, k: number, scratch?: Float64Array): number {
  const { N, M, c, b, r } = game;
  return b * r * (atLeast(Z - 1, k - 1, N - 1, M - 1, scratch) - atLeast(Z - 1, k, N - 1, M, scratch)) - c * b;
}

export interface CollectiveRiskResult {
  /** Share of groups that reach the target, over the stationary distribution. */
  readonly etaG: number;
  /** Mean share of contributors. */
  readonly meanCooperators: number;
  readonly stationary: number[];
  /** Interior rest points of the infinite population, rising. */
  readonly equilibria: number[];
  readonly stability: ('stable' | 'unstable' | 'neutral')[];
  /** T⁺ − T⁻ with k contributors. */
  readonly gradient: number[];
}

/** Share of groups that reach the target, and of contributors, under a distribution over k. */
export function achievement(stationary: ArrayLike<number>, Z: number, N: number, M: number): { etaG: number; mean: number } {
  const scratch = new Float64Array(N + 1);
  let etaG = 0;
  let mean = 0;
  for (let k = 0; k <= Z; k++) {
    const weight = stationary[k] as number;
    etaG += weight * atLeast(Z, k, N, M, scratch);
    mean += (weight * k) / Z;
  }
  return { etaG, mean };
}

export function collectiveRisk(game: CollectiveRisk, Z: number, beta: number, mu: number): CollectiveRiskResult {
  const scratch = new Float64Array(game.N);
  const { stationary, gradient } = birthDeath(Z, beta, mu, (k) => collectiveRiskAdvantage(game, Z, k, scratch));
  const { etaG, mean } = achievement(stationary, Z, game.N, game.M);
  return { etaG, meanCooperators: mean, stationary: [...stationary], ...restPoints(game), gradient: [...gradient] };
}

/**
 * Interior rest points of the replicator equation: C(N−1, M−1) x^(M−1) (1−x)^(N−M) r = c. The left side has one maximum,
 * at x = (M−1)/(N−1), so there are two, one or none.
 */
export function restPoints({ N, M, c, r }: CollectiveRisk): Pick<CollectiveRiskResult, 'equilibria' | 'stability'> {
  const { peak, below, above } = polynomialShare(N - 1, M - 1, r === 0 ? Number.POSITIVE_INFINITY : c / r);
  const found: { x: number; stability: 'stable' | 'unstable' | 'neutral' }[] = [];
  if (below !== undefined) found.push({ x: below, stability: below === peak ? 'neutral' : 'unstable' });
  if (above !== undefined && above !== below) found.push({ x: above, stability: 'stable' });
  return { equilibria: found.map(({ x }) => x), stability: found.map(({ stability }) => stability) };
}
