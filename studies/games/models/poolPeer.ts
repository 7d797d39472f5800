/**
 * Pool against peer punishment: contributors X, free-riders Y, non-participants Z, pool-punishers V and peer-punishers W in
 * optional public goods games where one's contribution goes to the others only.
 *
 * A contribution c comes back r-fold, shared among the other participants. A pool-punisher pays G beforehand, and every
 * free-rider of its group is fined B for it; a peer-punisher fines each free-rider β at a cost γ each. With punishment of the
 * second order those who contribute to the good but not to punishment are fined too: by pool-punishers always, by peer-punishers
 * only where a free-rider lets them be seen.
 *
 * Sigmund, De Silva, Traulsen and Hauert, Nature 466:861, 2010.
 */
import { smallMutationLimit, type SmallMutationLimit } from '../population/fixation.ts';
import type { UpdateRule } from '../population/rules.ts';
import { noneAmong } from '../population/sampling.ts';

export interface PoolPeer {
  readonly N: number;
  readonly r: number;
  readonly c: number;
  readonly sigma: number;
  /** Fine by, and cost to, one peer-punisher for one free-rider. */
  readonly beta: number;
  readonly gamma: number;
  /** Fine by, and fee of, one pool-punisher. */
  readonly B: number;
  readonly G: number;
  readonly secondOrder: boolean;
}

export const poolPeerStrategies = ['X', 'Y', 'Z', 'V', 'W'] as const;

/** Payoffs of all five with the given counts in the population, each as that of one of its members. */
export function poolPeerPayoffs(game: PoolPeer, counts: readonly number[], of: number): number {
  const [contributors, freeRiders, abstainers, pool, peer] = counts as [number, number, number, number, number];
  const { N, r, c, sigma, beta, gamma, B, G, secondOrder } = game;
  if (of === 2) return sigma;
  const others = contributors + freeRiders + abstainers + pool + peer - 1;
  const contributes = of !== 1;
  const participants = others - abstainers;
  const alone = noneAmong(others, participants, N - 1);
  const received = participants === 0 ? 0 : (r * c * (contributors + pool + peer - (contributes ? 1 : 0))) / participants;
  const joint = alone * sigma + (1 - alone) * (received - (contributes ? c : 0));
  const met = (count: number): number => ((N - 1) * count) / others;
  // Chance that, beside one given other, no free-rider is in the group.
  const unseen = noneAmong(others - 1, freeRiders, N - 2);
  switch (of) {
    case 0:
      return joint - (secondOrder ? B * met(pool) + beta * met(peer) * (1 - unseen) : 0);
    case 1:
      return joint - B * met(pool) - beta * met(peer);
    case 3:
      return joint - (1 - alone) * G;
    default:
      return joint - gamma * met(freeRiders) - (secondOrder ? B * met(pool) + gamma * met(contributors) * (1 - unseen) : 0);
  }
}

/** @param members numbers of the strategies that exist, in the order X, Y, Z, V, W */
export function poolPeer(game: PoolPeer, size: number, rule: UpdateRule, members: readonly number[]): SmallMutationLimit | undefined {
  return smallMutationLimit(
    members.length,
    size,
    (mutant, resident, mutants) => {
      const [a, b] = [members[mutant] as number, members[resident] as number];
      const counts = [0, 0, 0, 0, 0];
      counts[a] = mutants;
      counts[b] = size - mutants;
      return [poolPeerPayoffs(game, counts, a), poolPeerPayoffs(game, counts, b)];
    },
    rule,
  );
}
