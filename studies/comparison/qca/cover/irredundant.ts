/**
 * Every cover of which no item can be spared, whatever its size.
 * Source: K. Murakami and T. Uno, Efficient algorithms for dualizing large-scale hypergraphs, Discrete Applied Mathematics 170
 * (2014), 83–94 (their algorithm MMCS).
 */
import { coverersOf, type Item, type Problem } from './problem.ts';
import type { Family } from './search.ts';

interface State {
  /** Items chosen so far. */
  readonly chosen: number[];
  /** How many chosen items cover each column. */
  readonly times: Int32Array;
  /** Items that may still be chosen. */
  readonly free: Uint8Array;
}

/** Whether every chosen item covers a column that no other chosen one covers. Once lost, it never comes back. */
function allNeeded({ chosen, times }: State, items: readonly Item[]): boolean {
  return chosen.every((index) => items[index]?.columns.some((column) => times[column] === 1));
}

/** The uncovered column with the fewest items left to cover it. */
function nextColumn({ times, free }: State, coverers: readonly (readonly number[])[]): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  for (let column = 0; column < times.length; column += 1) {
    if (times[column] !== 0) continue;
    const own = (coverers[column] as readonly number[]).filter((index) => free[index] === 1);
    if (best === undefined || own.length < best.length) best = own;
  }
  return best;
}

function add(state: State, index: number, items: readonly Item[], by: 1 | -1): void {
  for (const column of items[index]?.columns ?? []) (state.times[column] as number) += by;
}

/** Each cover once, as a family of items. */
export function* irredundantCovers(problem: Problem): Generator<Family> {
  const { items } = problem;
  const coverers = coverersOf(problem);
  const state: State = { chosen: [], times: new Int32Array(problem.columns), free: new Uint8Array(items.length).fill(1) };
  function* extend(): Generator<Family> {
    const candidates = nextColumn(state, coverers);
    if (candidates === undefined) {
      yield state.chosen.map((index) => items[index] as Item);
      return;
    }
    for (const index of candidates) state.free[index] = 0;
    for (const index of candidates) {
      state.chosen.push(index);
      add(state, index, items, 1);
      if (allNeeded(state, items)) yield* extend();
      add(state, index, items, -1);
      state.chosen.pop();
      state.free[index] = 1;
    }
  }
  yield* extend();
}
