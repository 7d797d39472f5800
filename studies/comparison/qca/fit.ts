/**
 * Parameters of fit. All are shares between 0 and 1, and null where the share is of nothing.
 *
 * Sources: C. Ragin, Redesigning Social Inquiry, Chicago 2008, chapter 3 (inclusion, coverage); C. Schneider and C. Wagemann,
 * Set-Theoretic Methods for the Social Sciences, Cambridge 2012, pp. 236 (relevance of necessity) and 241 (PRI).
 */
import { ratio } from './numbers.ts';

export interface Sufficiency {
  /** How far x is a subset of y: Σmin(x,y) / Σx. */
  readonly inclS: number | null;
  /** The same without what x shares with both y and not-y: (Σmin(x,y) − Σmin(x,y,1−y)) / (Σx − Σmin(x,y,1−y)). */
  readonly PRI: number | null;
  /** How much of y it accounts for: Σmin(x,y) / Σy. */
  readonly covS: number | null;
}

export interface Necessity {
  /** How far y is a subset of x: Σmin(x,y) / Σy. */
  readonly inclN: number | null;
  /** Relevance, low for a condition that nearly always holds: Σ(1−x) / Σ(1−min(x,y)). */
  readonly RoN: number | null;
  /** Σmin(x,y) / Σx. */
  readonly covN: number | null;
}

/** How well x is sufficient for y. */
export function sufficiency(x: Float64Array, y: Float64Array): Sufficiency {
  let [inX, inY, inBoth, inAll] = [0, 0, 0, 0];
  for (let at = 0; at < y.length; at += 1) {
    const [own, outcome] = [x[at] as number, y[at] as number];
    const both = Math.min(own, outcome);
    inX += own;
    inY += outcome;
    inBoth += both;
    inAll += Math.min(both, 1 - outcome);
  }
  return { inclS: ratio(inBoth, inX), PRI: ratio(inBoth - inAll, inX - inAll), covS: ratio(inBoth, inY) };
}

/** How well x is necessary for y. */
export function necessity(x: Float64Array, y: Float64Array): Necessity {
  let [inX, inY, inBoth, outX, outBoth] = [0, 0, 0, 0, 0];
  for (let at = 0; at < y.length; at += 1) {
    const [own, outcome] = [x[at] as number, y[at] as number];
    const both = Math.min(own, outcome);
    inX += own;
    inY += outcome;
    inBoth += both;
    outX += 1 - own;
    outBoth += 1 - both;
  }
  return { inclN: ratio(inBoth, inY), RoN: ratio(outX, outBoth), covN: ratio(inBoth, inX) };
}

/**
 * What each of several sets alone accounts for: its coverage less what the others share of it,
 * (Σmin(x,y) − Σmin(x, y, greatest other)) / Σy. A set that stands alone has its whole coverage.
 */
export function uniqueCoverages(parts: readonly Float64Array[], y: Float64Array): (number | null)[] {
  let inY = 0;
  const alone = new Float64Array(parts.length);
  for (let at = 0; at < y.length; at += 1) {
    const outcome = y[at] as number;
    inY += outcome;
    let [first, second, holder] = [0, 0, -1];
    parts.forEach((part, index) => {
      const value = Math.min(part[at] as number, outcome);
      if (value > first) [second, first, holder] = [first, value, index];
      else if (value > second) second = value;
    });
    if (holder >= 0) (alone[holder] as number) += first - second;
  }
  return [...alone].map((sum) => ratio(sum, inY));
}

/**
 * Consistency that punishes large inconsistencies in strong members more: Σmin(x,y) / Σ(min(x,y) + √(max(x−y,0)·x)).
 * Source: T. Haesebrouck, Pitfalls in QCA's consistency measure, Journal of Comparative Politics 8(2), 2015, 65–80.
 */
export function haesebrouckConsistency(x: Float64Array, y: Float64Array): number | null {
  let [inBoth, all] = [0, 0];
  for (let at = 0; at < y.length; at += 1) {
    const [own, outcome] = [x[at] as number, y[at] as number];
    const both = Math.min(own, outcome);
    inBoth += both;
    all += both + Math.sqrt(Math.max(own - outcome, 0) * own);
  }
  return ratio(inBoth, all);
}
