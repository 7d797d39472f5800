/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's interval of a share at 95 %: k of n. Without observations it is 0 … 1.
 *
 * Wilson, Probable inference, the law of succession, and statistical inference, J Am Stat Assoc 22:209, 1927.
 */
export function wilson(k: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const share = k / n;
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const middle = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
