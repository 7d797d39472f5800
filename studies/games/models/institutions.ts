/**
 * Collective risk with sanctioning institutions: cooperators C, punishers P, who contribute and pay π_t towards an institution,
 * and defectors D, whom it fines π_f. A local institution stands in a group with at least ⌈n_p·N⌉ punishers, a global one over all
 * groups where the population has at least ⌈n_p·Z⌉.
 *
 * Vasconcelos, Santos and Pacheco, Nature Climate Change 3:797, 2013.
 */
import { birthDeath } from '../population/birthDeath.ts';
import { fullChain } from '../population/fullChain.ts';
import { atLeast } from '../population/sampling.ts';
import { achievement, type CollectiveRisk, collectiveRiskAdvantage } from './collectiveRisk.ts';

export const scopes = ['none', 'global', 'local'] as const;
export type Scope = (typeof scopes)[number];

export interface Institutions extends CollectiveRisk {
  readonly Z: number;
  readonly beta: number;
  readonly mu: number;
  /** Fee of a punisher. */
  readonly piT: number;
  /** Fine of a defector. */
  readonly piF: number;
  /** Share of punishers, of the group or of the population, from which the institution stands. */
  readonly nP: number;
}

export interface InstitutionsResult {
  readonly etaG: number;
  /** Share of groups, or of time, under an institution. */
  readonly etaI: number;
  /** Mean shares of the population. */
  readonly meanCooperators: number;
  readonly meanPunishers: number;
  readonly meanDefectors: number;
}

/** Smallest number that is at least the share; a share like 0.07·100 must not become 8. */
function threshold(share: number, of: number): number {
  return Math.ceil(share * of - 1e-9);
}

/** Probability that the institution stands over a member who meets `draws` others, `punishers` of whom punish. */
function standing({ nP, N, Z }: Institutions, scope: Scope, punishers: number, population: number, draws: number): number {
  if (scope === 'none') return 0;
  if (scope === 'global') return punishers >= threshold(nP, Z) ? 1 : 0;
  return atLeast(population, punishers, draws, threshold(nP, N));
}

function payoffs(game: Institutions, scope: Scope, counts: readonly number[]): number[] {
  const { Z, N, M, b, c, r, piT, piF } = game;
  const [cooperators, punishers] = counts as [number, number, number];
  const contributors = cooperators + punishers;
  const kept = (probability: number): number => b * (1 - r * (1 - probability));
  const cooperator = contributors === 0 ? 0 : kept(atLeast(Z - 1, contributors - 1, N - 1, M - 1)) - c * b;
  const defector =
    contributors === Z ? 0 : kept(atLeast(Z - 1, contributors, N - 1, M)) - piF * standing(game, scope, punishers, Z - 1, N - 1);
  return [cooperator, cooperator - piT, defector];
}

/** Without an institution nobody punishes, and cooperators meet defectors alone. */
function withoutInstitution(game: Institutions): InstitutionsResult {
  const { Z, N, M, beta, mu } = game;
  const { stationary } = birthDeath(Z, beta, mu, (k) => collectiveRiskAdvantage(game, Z, k));
  const { etaG, mean } = achievement(stationary, Z, N, M);
  return { etaG, etaI: 0, meanCooperators: mean, meanPunishers: 0, meanDefectors: 1 - mean };
}

export function institutions(game: Institutions, scope: Scope): InstitutionsResult {
  if (scope === 'none') return withoutInstitution(game);
  const { Z, N, M, beta, mu } = game;
  const { compositions, stationary } = fullChain(3, Z, beta, mu, (counts) => payoffs(game, scope, counts));
  const sums = { etaG: 0, etaI: 0, meanCooperators: 0, meanPunishers: 0, meanDefectors: 0 };
  stationary.forEach((weight, index) => {
    const [cooperators, punishers, defectors] = compositions.at(index) as [number, number, number];
    sums.etaG += weight * atLeast(Z, cooperators + punishers, N, M);
    sums.etaI += weight * standing(game, scope, punishers, Z, N);
    sums.meanCooperators += (weight * cooperators) / Z;
    sums.meanPunishers += (weight * punishers) / Z;
    sums.meanDefectors += (weight * defectors) / Z;
  });
  return sums;
}
