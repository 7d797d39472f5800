/** Student's t distribution, for tests of a regression's coefficients. */
import { lnGammaOfHalves } from './chiSquare.ts';

/**
 * P(T > t) for Student's t with `df` degrees of freedom: half the regularised incomplete beta function
 * I(df/(df + t²); df/2, 1/2) for t ≥ 0, by its continued fraction (Lentz). Relative error about 1e-12.
 *
 * @param df whole number from 1
 * @throws RangeError for other degrees of freedom
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.5.8 and 26.7.1.
 * @example studentAbove(2.2281388519649385, 10) // 0.025
 */
export function studentAbove(t: number, df: number): number {
  if (!(Number.isInteger(df) && df >= 1)) throw new RangeError(`not degrees of freedom: ${df}`);
  if (Number.isNaN(t)) return Number.NaN;
  if (t < 0) return 1 - studentAbove(-t, df);
  if (t === Number.POSITIVE_INFINITY) return 0;
  const x = df / (df + t * t);
  return incompleteBeta(x, (t * t) / (df + t * t), df) / 2;
}

/**
 * The value that Student's t does not exceed with probability `p`.
 * @throws RangeError unless 0 < p < 1
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`not a probability above 0 and below 1: ${p}`);
  if (p < 0.5) return -studentQuantile(1 - p, df);
  let low = 0;
  let high = 1;
  while (studentAbove(high, df) > 1 - p) high *= 2;
  for (let step = 0; step < 200 && high - low > Number.EPSILON * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentAbove(middle, df) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** I(x; df/2, 1/2); `rest` is 1 − x, known better than by subtraction. */
function incompleteBeta(x: number, rest: number, df: number): number {
  const lnBeta = lnGammaOfHalves(df) + lnGammaOfHalves(1) - lnGammaOfHalves(df + 1);
  const front = Math.exp((df / 2) * Math.log(x) + Math.log(rest) / 2 - lnBeta);
  if (rest === 0) return 1;
  if (x < (df / 2 + 1) / (df / 2 + 2.5)) return (front * fraction(x, df / 2, 0.5)) / (df / 2);
  return 1 - (front * fraction(rest, 0.5, df / 2)) / 0.5;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let value = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2 * Number.EPSILON) break;
  }
  return value;
}
