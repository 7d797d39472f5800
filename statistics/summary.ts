/** Middle values of finite numbers. Rules ask for them over few values, so they do not disturb their argument. */

/**
 * Middle value; of an even number of values the mean of the two in the middle.
 *
 * Unit: that of the values. `undefined` for no values. Cost: O(n log n).
 * @throws RangeError if a value is not finite
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number | undefined {
  insistOnFinite(values);
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : lower + (upper - lower) / 2;
}

/**
 * Arithmetic mean, always between the smallest and the largest value.
 *
 * Unit: that of the values. `undefined` for no values. Cost: O(n).
 * @throws RangeError if a value is not finite
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: readonly number[]): number | undefined {
  insistOnFinite(values);
  if (values.length === 0) return undefined;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.min(Math.max(centre, smallest(values)), -smallest(values.map((value) => -value)));
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function insistOnFinite(values: readonly number[]): void {
  for (const value of values) if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
}
