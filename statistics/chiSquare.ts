/** The upper tail of the chi-square distribution, accurate far out, where 1 − F would be nothing but rounding. */

/**
 * P(X > x) for a chi-square value X with `df` degrees of freedom: Q(df/2, x/2), the regularised incomplete gamma function.
 *
 * By its power series below df/2 + 1, else by its continued fraction (Lentz). Relative error about 1e-13.
 * `df` is a whole number from 1; x ≤ 0 gives 1, `Infinity` 0, `NaN` gives `NaN`.
 *
 * @throws RangeError for other degrees of freedom
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.5.29, 6.5.31 and 26.4.
 * @example chiSquareAbove(3.841458820694124, 1) // 0.05
 */
export function chiSquareAbove(x: number, df: number): number {
  if (!(Number.isInteger(df) && df >= 1)) throw new RangeError(`not degrees of freedom: ${df}`);
  if (Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const a = df / 2;
  const y = x / 2;
  const front = Math.exp(-y + a * Math.log(y) - lnGammaOfHalves(df));
  return y < a + 1 ? 1 - front * series(a, y) : front * fraction(a, y);
}

/** Σ yᵏ / (a(a+1)…(a+k)). */
function series(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * Number.EPSILON; k += 1) {
    term *= y / (a + k);
    sum += term;
  }
  return sum;
}

/** 1/(y + 1 − a − 1(1 − a)/(y + 3 − a − …)). */
function fraction(a: number, y: number): number {
  const tiny = 1e-300;
  let b = y + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 10_000; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return value;
}

/** ln Γ(n/2) from Γ(1) = 1 and Γ(1/2) = √π by Γ(a + 1) = aΓ(a). */
export function lnGammaOfHalves(n: number): number {
  let sum = n % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let a = n % 2 === 0 ? 1 : 0.5; a < n / 2; a += 1) sum += Math.log(a);
  return sum;
}
