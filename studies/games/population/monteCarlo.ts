/** Pairwise comparison step by step, by chance: what the exact chain is checked against, and the way where no exact one fits. */
import type { Stream } from '../../random/stream.ts';
import { fermi } from './rules.ts';

/**
 * Share of steps with k individuals of the first strategy, k = 0 … Z, over `steps` steps of the pairwise comparison process of
 * `birthDeath` from `start`. Individuals of one strategy are alike, so the process is that of their number.
 *
 * Cost: two random numbers a step; some fifty million steps a second.
 */
export function pairwiseVisits(
  size: number,
  beta: number,
  mu: number,
  advantage: (k: number) => number,
  { steps, start, stream }: { readonly steps: number; readonly start: number; readonly stream: Stream },
): Float64Array {
  const rise = new Float64Array(size + 1);
  /** Of rise or fall. */
  const move = new Float64Array(size + 1);
  for (let k = 0; k <= size; k++) {
    const mixed = k > 0 && k < size;
    const gain = mixed ? advantage(k) : 0;
    const meets = mixed ? (k * (size - k)) / (size * (size - 1)) : 0;
    rise[k] = (1 - mu) * meets * fermi(beta, 0, gain) + (mu * (size - k)) / size;
    move[k] = (rise[k] as number) + (1 - mu) * meets * fermi(beta, gain, 0) + (mu * k) / size;
  }
  const visits = new Float64Array(size + 1);
  let k = start;
  for (let step = 0; step < steps; step++) {
    const u = stream.uniform();
    if (u < (move[k] as number)) k += u < (rise[k] as number) ? 1 : -1;
    visits[k] = (visits[k] as number) + 1;
  }
  return visits.map((count) => count / steps);
}
