/** Two strategies in a finite population with mutation: a chain that moves one step up or down, solved by detailed balance. */
import { fermi } from './rules.ts';

export interface BirthDeath {
  /** Share of time with k individuals of the first strategy, k = 0 … Z. */
  readonly stationary: Float64Array;
  /** T⁺ − T⁻ at each k: where selection and mutation push. */
  readonly gradient: Float64Array;
}

/**
 * Pairwise comparison with the Fermi rule. With probability μ the chosen individual switches to the other strategy, else it
 * compares itself with another: T⁺_k = (Z − k)/Z·[(1 − μ)·k/(Z − 1)·F + μ], and T⁻ likewise.
 *
 * π_k ∝ Π T⁺_{j−1}/T⁻_j, accumulated as logarithms. Cost: O(Z).
 * @param advantage π_first − π_second with k of the first among Z, k = 1 … Z − 1
 */
export function birthDeath(size: number, beta: number, mu: number, advantage: (k: number) => number): BirthDeath {
  const stationary = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  let upBefore = mu;
  gradient[0] = mu;
  let log = 0;
  let high = 0;
  for (let k = 1; k <= size; k++) {
    const mixed = k < size;
    const gain = mixed ? advantage(k) : 0;
    const other = (size - k) / (size - 1);
    const down = (k / size) * ((1 - mu) * (mixed ? other * fermi(beta, gain, 0) : 0) + mu);
    const up = ((size - k) / size) * ((1 - mu) * (mixed ? (k / (size - 1)) * fermi(beta, 0, gain) : 0) + mu);
    log += Math.log(upBefore / down);
    stationary[k] = log;
    gradient[k] = up - down;
    if (log > high) high = log;
    upBefore = up;
  }
  let total = 0;
  for (let k = 0; k <= size; k++) total += stationary[k] = Math.exp((stationary[k] as number) - high);
  for (let k = 0; k <= size; k++) stationary[k] = (stationary[k] as number) / total;
  return { stationary, gradient };
}
