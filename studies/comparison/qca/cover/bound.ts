/**
 * A lower bound on the size of a cover by Lagrangian relaxation: every column gets a price, a set of items that does not cover
 * pays for what it leaves open, and the best prices give the bound of the linear relaxation.
 * Source: J. E. Beasley, A Lagrangian heuristic for set-covering problems, Naval Research Logistics 37 (1990), 151–164.
 */
import type { Problem } from './problem.ts';

export interface Bound {
  /** No cover costs less. Not rounded. */
  readonly value: number;
  /** Price of each column behind it, to start from in a part of the problem. */
  readonly prices: Float64Array;
  /** What each item costs beyond the prices of its columns: with it, no cover costs less than value + excess. */
  readonly excess: Float64Array;
}

/** Rounding of sums of prices must not turn a bound of 5 into 6. */
export const slack = 1e-7;

/** A column costs what its share of its largest item costs: never more than an item in all, so a bound as it stands. */
function firstPrices({ columns, items }: Problem): Float64Array {
  const prices = new Float64Array(columns).fill(1);
  for (const item of items) {
    const share = 1 / item.columns.length;
    for (const column of item.columns) if ((prices[column] as number) > share) prices[column] = share;
  }
  return prices;
}

/**
 * Raises the bound until it passes `target`, or `steps` are done.
 *
 * @param target a bound above it is all that is asked for: no cover of that size exists
 */
export function boundOf(problem: Problem, target: number, steps: number): Bound {
  const { columns, items } = problem;
  const prices = firstPrices(problem);
  const excess = new Float64Array(items.length);
  const slope = new Float64Array(columns);
  let best: Bound = { value: -Infinity, prices, excess };
  let pace = 1.5;
  let sinceBetter = 0;
  for (let step = 0; step < steps; step += 1) {
    let value = 0;
    for (let column = 0; column < columns; column += 1) {
      value += prices[column] as number;
      slope[column] = 1;
    }
    for (let index = 0; index < items.length; index += 1) {
      const own = (items[index] as Problem['items'][number]).columns;
      let cost = 1;
      for (let at = 0; at < own.length; at += 1) cost -= prices[own[at] as number] as number;
      excess[index] = cost;
      if (cost >= 0) continue;
      value += cost;
      for (let at = 0; at < own.length; at += 1) (slope[own[at] as number] as number) -= 1;
    }
    if (value > best.value + 1e-9) {
      best = { value, prices: prices.slice(), excess: excess.slice() };
      sinceBetter = 0;
      if (value > target + slack) return best;
    } else if ((sinceBetter += 1) >= 8) {
      sinceBetter = 0;
      pace /= 2;
      if (pace < 0.005) return best;
    }
    let length = 0;
    for (let column = 0; column < columns; column += 1) length += (slope[column] as number) ** 2;
    if (length === 0) return best;
    const stride = (pace * (target + 1 - value)) / length;
    for (let column = 0; column < columns; column += 1)
      prices[column] = Math.max(0, (prices[column] as number) + stride * (slope[column] as number));
  }
  return best;
}
