/** The standard normal distribution, as far as confidence limits need it. */

/**
 * Φ(x), the probability that a standard normal value is at most `x`.
 *
 * Formula: ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), summed until a term no longer changes the sum.
 * Range: 0 to 1, absolute error about 1e-15 for |x| ≤ 8; beyond, 0 or 1. `NaN` gives `NaN`.
 * Source: G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004.
 */
export function normalProbability(x: number): number {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  let before = 0;
  for (let k = 3; sum !== before && !Number.isNaN(sum); k += 2) {
    before = sum;
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

/**
 * The value that a standard normal one does not exceed with probability `p`: the inverse of Φ.
 *
 * Newton's method from 0 on the upper half, where Φ is concave, so that the steps rise to the root.
 * Absolute error below 1e-12 for 1e-9 ≤ p ≤ 1 − 1e-9; `normalQuantile(0.5)` is 0, those of 0 and 1 are ∓Infinity.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`not a probability: ${p}`);
  if (p < 0.5) return -normalQuantile(1 - p);
  if (p === 1) return Number.POSITIVE_INFINITY;
  let x = 0;
  for (let step = 1; step <= 100; step += 1) {
    const next = x - (normalProbability(x) - p) / density(x);
    if (Math.abs(next - x) <= 1e-14 * Math.max(1, x)) return next;
    x = next;
  }
  return x;
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
