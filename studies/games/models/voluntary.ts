/**
 * Voluntary public goods with costly punishment: cooperators C, defectors D, non-participants N and punishers P. Groups of N
 * are drawn from M individuals; who finds nobody to play with gets σ. Contributions c are multiplied by r and shared among the
 * participants; a punisher fines every defector β at a cost γ each.
 *
 * Hauert, Traulsen, Brandt, Nowak and Sigmund, Science 316:1905, 2007.
 */
import { smallMutationLimit, type SmallMutationLimit } from '../population/fixation.ts';
import type { UpdateRule } from '../population/rules.ts';
import { hypergeometric } from '../population/sampling.ts';

export interface Voluntary {
  readonly N: number;
  readonly r: number;
  readonly c: number;
  readonly sigma: number;
  readonly beta: number;
  readonly gamma: number;
}

export const voluntaryStrategies = ['C', 'D', 'N', 'P'] as const;

/** Payoffs of all four with the given counts of them in the population (rows of absent strategies hold a mutant's payoff). */
export function voluntaryPayoffs({ N, r, c, sigma, beta, gamma }: Voluntary, counts: readonly number[]): number[] {
  const [cooperators, defectors, abstainers, punishers] = counts as [number, number, number, number];
  const population = cooperators + defectors + abstainers + punishers;
  const contributors = cooperators + punishers;
  const others = population - 1;
  const fined = (beta * (N - 1) * punishers) / others;
  const spent = (gamma * (N - 1) * defectors) / others;
  const joint = (contributes: boolean): number => {
    const own = contributes ? 1 : 0;
    const participants = others - abstainers;
    // Of the N − 1 others drawn, `k` take part.
    let payoff = 0;
    hypergeometric(others, participants, N - 1).forEach((p, k) => {
      if (p === 0) return;
      if (k === 0) payoff += p * sigma;
      else payoff += p * ((r * c * (own + (k * Math.max(0, contributors - own)) / participants)) / (k + 1) - own * c);
    });
    return payoff;
  };
  const cooperate = joint(true);
  return [cooperate, joint(false) - fined, sigma, cooperate - spent];
}

/** Which of C, D, N, P exist. Compulsory participation leaves out N. */
export function voluntary(game: Voluntary, size: number, rule: UpdateRule, members: readonly number[]): SmallMutationLimit | undefined {
  return smallMutationLimit(
    members.length,
    size,
    (mutant, resident, mutants) => {
      const counts = [0, 0, 0, 0];
      counts[members[mutant] as number] = mutants;
      counts[members[resident] as number] = size - mutants;
      const payoffs = voluntaryPayoffs(game, counts);
      return [payoffs[members[mutant] as number] as number, payoffs[members[resident] as number] as number];
    },
    rule,
  );
}
