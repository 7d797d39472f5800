/** Where the likelihood of interval-censored times lets probability lie: Turnbull's innermost intervals. */

/** A time known only to lie between two bounds. */
export interface IntervalObservation {
  /** Time ≥ 0 before which it did not happen. */
  readonly left: number;
  /** Time ≥ `left` by which it had happened; `Infinity` if it has not happened yet. */
  readonly right: number;
  /** True if it did not happen at `left` itself either. Always so for open observations. */
  readonly afterLeft?: boolean;
}

export interface Innermost {
  readonly left: number;
  readonly right: number;
  readonly afterLeft: boolean;
}

export interface Reduced {
  readonly intervals: readonly Innermost[];
  /** Distinct observations: each covers the intervals `from` to below `to`, `count` times. */
  readonly covers: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/** Order of bounds at one time: a left bound that includes it, a right bound, a left bound after it. */
const order = { leftAt: 0, right: 1, leftAfter: 2 } as const;

interface Bound {
  readonly time: number;
  readonly kind: (typeof order)[keyof typeof order];
}

function compare(a: Bound, b: Bound): number {
  return a.time === b.time ? a.kind - b.kind : a.time < b.time ? -1 : 1;
}

/**
 * The innermost intervals, from a left bound to a right bound with no bound between, and what each observation
 * covers of them. Only these can carry probability in a maximum likelihood estimate, and where in one does not matter.
 *
 * Cost: O(n log n).
 * @throws RangeError for a negative or reversed interval, or one without a time in it
 */
export function innermostIntervals(observations: readonly IntervalObservation[]): Reduced {
  const pairs = observations.map(boundsOf);
  const bounds = pairs.flat().sort(compare);
  const intervals: Innermost[] = [];
  const lefts: Bound[] = [];
  const rights: Bound[] = [];
  for (const [index, left] of bounds.entries()) {
    const right = bounds[index + 1];
    if (left.kind === order.right || right === undefined || right.kind !== order.right) continue;
    intervals.push({ left: left.time, right: right.time, afterLeft: left.kind === order.leftAfter });
    lefts.push(left);
    rights.push(right);
  }
  const covers = new Map<string, { from: number; to: number; count: number }>();
  for (const [left, right] of pairs) {
    const from = firstAtLeast(lefts, left);
    const to = firstAbove(rights, right);
    const cover = covers.get(`${from} ${to}`);
    if (cover === undefined) covers.set(`${from} ${to}`, { from, to, count: 1 });
    else cover.count += 1;
  }
  return { intervals, covers: [...covers.values()].sort((a, b) => a.from - b.from || a.to - b.to) };
}

function boundsOf({ left, right, afterLeft = false }: IntervalObservation): [Bound, Bound] {
  if (!(left >= 0 && left < Number.POSITIVE_INFINITY && right >= left))
    throw new RangeError(`not an interval of durations: ${left} to ${right}`);
  if (afterLeft && right === left) throw new RangeError(`no time lies after ${left} and by ${right}`);
  const open = afterLeft || right === Number.POSITIVE_INFINITY;
  return [
    { time: left, kind: open ? order.leftAfter : order.leftAt },
    { time: right, kind: order.right },
  ];
}

function firstAtLeast(sorted: readonly Bound[], bound: Bound): number {
  return firstWhere(sorted, (other) => compare(other, bound) >= 0);
}

function firstAbove(sorted: readonly Bound[], bound: Bound): number {
  return firstWhere(sorted, (other) => compare(other, bound) > 0);
}

function firstWhere(sorted: readonly Bound[], holds: (bound: Bound) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as Bound)) high = middle;
    else low = middle + 1;
  }
  return low;
}
