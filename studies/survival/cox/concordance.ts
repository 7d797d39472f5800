/** How often the one that the model puts at greater risk is the first: the share among pairs that can be compared. */
import type { Grouping } from '../codes.ts';
import type { Design } from './design.ts';

export interface Concordance {
  readonly C: number | null;
  readonly 'se(C)': number | null;
}

/** Counts by rank that can be summed up to a rank. */
class Ranks {
  readonly tree: Float64Array;
  constructor(size: number) {
    this.tree = new Float64Array(size + 1);
  }
  add(rank: number, amount: number): void {
    for (let at = rank + 1; at < this.tree.length; at += at & -at) this.tree[at] = (this.tree[at] as number) + amount;
  }
  /** How many have a rank below this one. */
  below(rank: number): number {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += this.tree[at] as number;
    return sum;
  }
}

/** Of every place: pairs it is part of that agree less those that disagree, and all its pairs. */
interface Counts {
  readonly balance: Float64Array;
  readonly pairs: Float64Array;
}

/** Ranks of the predictors; equal ones share a rank. */
function ranked(eta: Float64Array): { readonly rank: Int32Array; readonly size: number } {
  const distinct = eta.slice().sort();
  let size = 0;
  for (let at = 0; at < distinct.length; at += 1)
    if (at === 0 || distinct[at] !== distinct[at - 1]) distinct[size++] = distinct[at] as number;
  const values = distinct.subarray(0, size);
  const rank = Int32Array.from(eta, (value) => {
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return { rank, size };
}

/** Adds the pairs of one event at place `at` with those in `ranks`; `sign` is 1 where those live longer, −1 where they died before. */
function count(ranks: Ranks, present: number, rank: number, at: number, sign: number, from: Counts, factor: number): void {
  const below = ranks.below(rank);
  const above = present - ranks.below(rank + 1);
  from.balance[at] = (from.balance[at] as number) + factor * sign * (below - above);
  from.pairs[at] = (from.pairs[at] as number) + factor * present;
}

/** Pairs of each event with all who are at risk at its time and do not have their event then: latest first. */
function fromEvents(design: Design, rank: Int32Array, size: number, counts: Counts): void {
  const { time, start, event, ends, byStart } = design;
  let begin = 0;
  for (const end of ends) {
    const ranks = new Ranks(size);
    let present = 0;
    let left = begin;
    const put = (place: number, amount: number): void => {
      ranks.add(rank[place] as number, amount);
      present += amount;
    };
    for (let at = begin; at < end; ) {
      const now = time[at] as number;
      const from = at;
      for (; at < end && time[at] === now; at += 1) if (event[at] === 0) put(at, 1);
      if (byStart && start)
        for (; left < end && (start[byStart[left] as number] as number) >= now; left += 1) put(byStart[left] as number, -1);
      for (let place = from; place < at; place += 1)
        if (event[place] === 1) count(ranks, present, rank[place] as number, place, 1, counts, 1);
      for (let place = from; place < at; place += 1) if (event[place] === 1) put(place, 1);
    }
    begin = end;
  }
}

/** The same pairs from the side of those who lived longer: events before a row's end, less those before its start. Earliest first. */
function fromSurvivors(design: Design, rank: Int32Array, size: number, counts: Counts): void {
  const { time, start, event, ends, byStart } = design;
  let begin = 0;
  for (const end of ends) {
    const ranks = new Ranks(size);
    let present = 0;
    let next = end - 1;
    for (let at = end - 1; at >= begin; ) {
      const now = time[at] as number;
      // What started at an earlier time than this has seen only the events after its start.
      if (byStart && start)
        for (; next >= begin && (start[byStart[next] as number] as number) < now; next -= 1) {
          const place = byStart[next] as number;
          count(ranks, present, rank[place] as number, place, -1, counts, -1);
        }
      const from = at;
      const settle = (happened: number): void => {
        for (let place = from; place > at; place -= 1)
          if (event[place] === happened) count(ranks, present, rank[place] as number, place, -1, counts, 1);
      };
      while (at >= begin && time[at] === now) at -= 1;
      settle(1);
      for (let place = from; place > at; place -= 1)
        if (event[place] === 1) {
          ranks.add(rank[place] as number, 1);
          present += 1;
        }
      settle(0);
    }
    begin = end;
  }
}

/**
 * C = (agreeing + tied/2)/pairs over pairs of an event and one at risk then that outlives it, within strata. Its variance is that of the
 * infinitesimal jackknife: the sum of squares over units of their influence on C.
 *
 * Cost: O(n log n). `null` where there are no pairs.
 * Source: F. E. Harrell et al., Evaluating the yield of medical tests, JAMA 247, 1982, 2543–2546; variance as in the R package survival 3.
 */
export function concordance(design: Design, eta: Float64Array, cluster: Grouping | undefined): Concordance {
  const { rank, size } = ranked(eta);
  const counts: Counts = { balance: new Float64Array(design.rows), pairs: new Float64Array(design.rows) };
  fromEvents(design, rank, size, counts);
  // Every pair has been counted once, at its event.
  let pairs = 0;
  let balance = 0;
  for (let at = 0; at < design.rows; at += 1) {
    pairs += counts.pairs[at] as number;
    balance += counts.balance[at] as number;
  }
  if (pairs === 0) return { C: null, 'se(C)': null };
  fromSurvivors(design, rank, size, counts);
  const units = new Float64Array(cluster ? cluster.labels.length : design.rows);
  for (let at = 0; at < design.rows; at += 1) {
    const unit = cluster ? (cluster.codes[design.row[at] as number] as number) : at;
    units[unit] =
      (units[unit] as number) + ((counts.balance[at] as number) - (balance / pairs) * (counts.pairs[at] as number)) / (2 * pairs);
  }
  let variance = 0;
  for (const value of units) variance += value * value;
  return { C: (balance / pairs + 1) / 2, 'se(C)': Math.sqrt(variance) };
}
