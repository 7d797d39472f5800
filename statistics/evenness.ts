/** How evenly something is spread over categories, e.g. stated positions over the parties who could have stated them. */

/**
 * Shannon entropy H = −Σ pᵢ ln pᵢ of the shares pᵢ = cᵢ / Σc.
 *
 * @param counts count or weight of each category, ≥ 0 and finite; only their proportions matter
 * @returns nats, from 0 (all in one category) to ln S (equal); a category with 0 adds nothing
 * @throws RangeError if a count is negative or not finite, or if all are 0, where shares do not exist
 * Source: C. E. Shannon, A Mathematical Theory of Communication, Bell System Technical Journal 27, 1948, section 6.
 * @example shannonEntropy([1, 1]) // 0.6931471805599453
 */
export function shannonEntropy(counts: readonly number[]): number {
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  for (const count of counts) if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) throw new RangeError(`not a count: ${count}`);
  if (largest === 0) throw new RangeError('no category holds anything: shares do not exist');
  const scaled = counts.map((count) => count / largest);
  const total = scaled.reduce((sum, count) => sum + count, 0);
  let entropy = 0;
  for (const count of scaled) {
    const share = count / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, entropy);
}

/**
 * Pielou's evenness J = H / ln S.
 *
 * S counts the categories given, those with 0 too: a party that never spoke makes the voices less even. (In ecology S
 * is often the number of species found; leave the zeros out to have that.)
 *
 * @param counts as for `shannonEntropy`, one for each of S ≥ 2 categories
 * @returns 0 (all in one category) to 1 (equal)
 * @throws RangeError as `shannonEntropy`; also for S < 2, where there is nothing to be even between
 * Source: E. C. Pielou, The measurement of diversity in different types of biological collections, Journal of
 * Theoretical Biology 13, 1966, 131–144.
 * @example pielouEvenness([9, 1]) // 0.4689955935892812
 */
export function pielouEvenness(counts: readonly number[]): number {
  if (counts.length < 2) throw new RangeError(`evenness needs two categories, not ${counts.length}`);
  return Math.min(1, shannonEntropy(counts) / Math.log(counts.length));
}
