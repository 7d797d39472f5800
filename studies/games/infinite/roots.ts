/** Roots by bisection: slow, certain, and exact to the last bit that the function carries. */

/** A root between `low` and `high`, where the function has opposite signs. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  const rising = f(a) < 0;
  for (;;) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) return middle;
    if (f(middle) < 0 === rising) a = middle;
    else b = middle;
  }
}

/** log C(n, k) as a sum of logarithms. */
export function logBinomial(n: number, k: number): number {
  let sum = 0;
  for (let j = 1; j <= k; j++) sum += Math.log((n - k + j) / j);
  return sum;
}

/**
 * Where the binomial probability C(n, k)x^k(1−x)^(n−k) equals `level` strictly inside (0, 1): below and above its peak k/n.
 *
 * At k = 0 and k = n the peak lies on the border and only one side exists.
 */
export function polynomialShare(
  n: number,
  k: number,
  level: number,
): { peak: number; below: number | undefined; above: number | undefined } {
  const peak = n === 0 ? 0 : k / n;
  const logC = logBinomial(n, k);
  const log = (x: number): number => logC + (k === 0 ? 0 : k * Math.log(x)) + (n === k ? 0 : (n - k) * Math.log1p(-x));
  const gap = (x: number): number => log(x) - Math.log(level);
  if (!(level > 0) || n === 0 || gap(peak) < 0) return { peak, below: undefined, above: undefined };
  const inside = (x: number): number | undefined => (x > 0 && x < 1 ? x : undefined);
  if (gap(peak) === 0) return { peak, below: inside(peak), above: inside(peak) };
  return {
    peak,
    below: k === 0 ? undefined : inside(bisect(gap, 0, peak)),
    above: k === n ? undefined : inside(bisect(gap, peak, 1)),
  };
}
