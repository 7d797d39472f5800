/** Quantiles of a falling step function, by one convention for curves and their limits. */

/** Height of a curve from a time on; `undefined` where the curve is not known. */
export interface Point {
  readonly time: number;
  readonly height: number | undefined;
}

/** Heights that differ by less are the same height: products of fractions do not meet 0.5 exactly. */
const tolerance = Math.sqrt(Number.EPSILON);

/**
 * First time at which the curve has come down to `level`. Where it rests exactly on `level`, the middle between
 * that time and the next fall, or the last time of all points if it falls no more.
 *
 * This is how R's `survfit` reads medians and quartiles, so that numbers can be compared.
 * @returns `undefined` if the curve never comes down to `level`
 */
export function timeAtHeight(points: readonly Point[], level: number): number | undefined {
  const known = points.filter((point): point is { time: number; height: number } => point.height !== undefined);
  const index = known.findIndex(({ height }) => height <= level + tolerance);
  const reached = known[index];
  if (reached === undefined) return undefined;
  if (reached.height < level - tolerance) return reached.time;
  const next = known.slice(index + 1).find(({ height }) => height < level - tolerance)?.time;
  return (reached.time + (next ?? points.at(-1)?.time ?? reached.time)) / 2;
}
