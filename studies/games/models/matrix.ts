/** Games given by a table: two players and any number of strategies, or groups of any size and two strategies. */
import { hypergeometric } from '../population/sampling.ts';
import type { EdgePayoffs } from '../population/fixation.ts';

/** Two players: `[own][other]`. Everybody meets everybody else but not itself. */
export function pairwiseTable(table: readonly (readonly number[])[], size: number): EdgePayoffs {
  const at = (i: number, j: number): number => table[i]?.[j] as number;
  return (mutant, resident, mutants) => [
    ((mutants - 1) * at(mutant, mutant) + (size - mutants) * at(mutant, resident)) / (size - 1),
    (mutants * at(resident, mutant) + (size - mutants - 1) * at(resident, resident)) / (size - 1),
  ];
}

/**
 * Groups of N and two strategies: `[strategy][k]` is what a member earns where k of the group, itself included, play the
 * second strategy; k = 0 … N.
 */
export function groupTable(table: readonly (readonly number[])[], groupSize: number, size: number): EdgePayoffs {
  const mean = (strategy: number, ofSecond: number): number => {
    const own = strategy === 1 ? 1 : 0;
    let sum = 0;
    hypergeometric(size - 1, ofSecond - own, groupSize - 1).forEach((p, j) => {
      if (p > 0) sum += p * (table[strategy]?.[j + own] as number);
    });
    return sum;
  };
  return (mutant, resident, mutants) => {
    const ofSecond = mutant === 1 ? mutants : size - mutants;
    return [mean(mutant, ofSecond), mean(resident, ofSecond)];
  };
}

/** Per-capita growth of the replicator equation: ẋ_i = x_i(f_i − f̄), f = Ax. Taylor and Jonker, Math Biosci 40:145, 1978. */
export function replicatorField(table: readonly (readonly number[])[]): (x: ArrayLike<number>, into: Float64Array) => void {
  return (x, into) => {
    const fitness = table.map((row) => row.reduce((sum, payoff, j) => sum + payoff * (x[j] as number), 0));
    const mean = fitness.reduce((sum, f, i) => sum + f * (x[i] as number), 0);
    for (let i = 0; i < fitness.length; i++) into[i] = (x[i] as number) * ((fitness[i] as number) - mean);
  };
}
