/** How good a forecast was, once what happened is known. */

/**
 * Continuous ranked probability score of an ensemble: E|X − y| − ½E|X − X′|. In the unit of y, 0 is perfect; for a single number it is
 * the absolute error. Gneiting and Raftery, J Am Stat Assoc 102:359, 2007.
 *
 * Cost: O(n log n).
 */
export function crps(ensemble: readonly number[], observed: number): number {
  const sorted = ensemble.toSorted((a, b) => a - b);
  const n = sorted.length;
  let [error, spread] = [0, 0];
  sorted.forEach((value, i) => {
    error += Math.abs(value - observed) / n;
    spread += ((2 * i + 1 - n) * value) / (n * n);
  });
  return error - spread;
}

/** CRPS of the even distribution on [0, 1]: what knowing nothing scores. ∫F² below y and (1−F)² above: y³/3 + (1−y)³/3. */
export function crpsOfIgnorance(observed: number): number {
  return (observed ** 3 + (1 - observed) ** 3) / 3;
}

/** Quantile of an ensemble, linear between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantile(ensemble: readonly number[], level: number): number {
  const sorted = ensemble.toSorted((a, b) => a - b);
  const at = level * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low] as number;
  return below + (at - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] as number) - below);
}
