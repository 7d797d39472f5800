/** The accepted ensemble as shipped: draws of the prior by number, so that it can be computed again and checked. */
import { acceptedDraws, acceptedSeed } from './accepted.data.ts';
import { priorDraw } from './prior.ts';

export const acceptedCount = acceptedDraws.length;

const sets: Readonly<Record<string, number>>[] = [];

/** Member of the ensemble for a run; runs go round. */
export function acceptedSet(run: number): Readonly<Record<string, number>> {
  const member = run % acceptedCount;
  sets[member] ??= priorDraw(acceptedSeed, acceptedDraws[member] as number);
  return sets[member];
}
