/**
 * Philox4x32-10: a counter-based generator. Four numbers are a function of a counter and a key alone, so run number one million can
 * be computed first, anywhere, and gives the same.
 *
 * Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11, 2011.
 */
const rounds = 10;
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/** Upper 32 bits of a product of two unsigned 32-bit numbers. */
function high(a: number, b: number): number {
  const [aHigh, aLow, bHigh, bLow] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = Math.imul(aHigh, bLow) >>> 0;
  const other = (Math.imul(aLow, bHigh) >>> 0) + (Math.imul(aLow, bLow) >>> 16);
  const carry = (middle & 0xffff) + (other % 0x10000);
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + Math.floor(other / 0x10000) + (carry >>> 16)) >>> 0;
}

/** Four unsigned 32-bit numbers for a counter of four words and a key of two. */
export function philox4x32(
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): [number, number, number, number] {
  let [a, b, c, d] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < rounds; round++) {
    const high0 = high(a, multiplier0);
    const low0 = Math.imul(a, multiplier0) >>> 0;
    const high1 = high(c, multiplier1);
    const low1 = Math.imul(c, multiplier1) >>> 0;
    [a, b, c, d] = [(high1 ^ b ^ k0) >>> 0, low1, (high0 ^ d ^ k1) >>> 0, low0];
    k0 = (k0 + weyl0) >>> 0;
    k1 = (k1 + weyl1) >>> 0;
  }
  return [a, b, c, d];
}
