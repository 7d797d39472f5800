/** All covers of a given size, as families: any member of each item makes a cover, so a family of three items is many covers. */
import { boundOf, slack } from './bound.ts';
import { coverersOf, type Item, merged, type Problem, withoutDominatedItems, withoutImpliedColumns } from './problem.ts';

/** Items of which any choice of one member each is a cover. */
export type Family = readonly Item[];

const stepsAtRoot = 400;
const stepsBelow = 40;

/** The items without which, or with which, a cover of `size` is still possible; undefined where none is. */
function stillPossible(problem: Problem, size: number, steps: number): Problem | undefined {
  const { value, excess } = boundOf(problem, size, steps);
  if (value > size + slack) return undefined;
  const possible = problem.items.filter((_, index) => value + Math.max(0, excess[index] as number) <= size + slack);
  return possible.length === problem.items.length ? problem : { columns: problem.columns, items: possible };
}

/** What remains to be covered once `chosen` is taken and `without` may no longer be. */
function after(problem: Problem, chosen: Item, without: ReadonlySet<Item>): Problem {
  const renumbered = new Int32Array(problem.columns);
  for (const column of chosen.columns) renumbered[column] = -1;
  let left = 0;
  for (let column = 0; column < problem.columns; column += 1) if (renumbered[column] === 0) renumbered[column] = left++;
  const items: Item[] = [];
  for (const item of problem.items) {
    if (without.has(item)) continue;
    const columns: number[] = [];
    for (const column of item.columns) if ((renumbered[column] as number) >= 0) columns.push(renumbered[column] as number);
    if (columns.length > 0) items.push({ columns, members: item.members });
  }
  return merged(left, items);
}

/** The column that the fewest items cover. */
function rarest(coverers: readonly (readonly number[])[]): readonly number[] {
  let best = coverers[0] ?? [];
  for (const own of coverers) if (own.length < best.length) best = own;
  return best;
}

/**
 * Every cover of exactly `size` items, none twice, given that no smaller one exists.
 *
 * Branches on the column that fewest items cover, taking each of them in turn and forbidding those taken before; prunes by
 * the bound of `boundOf` and by what an item would add to it.
 */
export function* covers(problem: Problem, size: number, steps = stepsAtRoot): Generator<Family> {
  if (problem.columns === 0) {
    if (size === 0) yield [];
    return;
  }
  if (size <= 0) return;
  if (size === 1) {
    for (const item of problem.items) if (item.columns.length === problem.columns) yield [item];
    return;
  }
  const shorter = withoutImpliedColumns(problem);
  const open = stillPossible(shorter, size, steps);
  if (open === undefined) return;
  const branch = rarest(coverersOf(open));
  const taken = new Set<Item>();
  for (const index of branch) {
    const item = open.items[index] as Item;
    taken.add(item);
    for (const rest of covers(after(open, item, taken), size - 1, stepsBelow)) yield [item, ...rest];
  }
}

/** Removes implied columns and dominated items until nothing changes. Keeps at least one minimum cover. */
function reduced(problem: Problem): Problem {
  let now = problem;
  for (;;) {
    const next = withoutDominatedItems(withoutImpliedColumns(now));
    if (next.columns === now.columns && next.items.length === now.items.length) return now;
    now = next;
  }
}

/** One cover of at most `size` items, or undefined where there is none: a proof, since nothing is left out. */
export function coverOf(problem: Problem, size: number, steps = stepsAtRoot): Family | undefined {
  if (problem.columns === 0) return [];
  if (size <= 0) return undefined;
  const smaller = reduced(problem);
  const whole = smaller.items.find((item) => item.columns.length === smaller.columns);
  if (whole !== undefined) return [whole];
  if (size === 1) return undefined;
  const open = stillPossible(smaller, size, steps);
  if (open === undefined) return undefined;
  const branch = [...rarest(coverersOf(open))].sort((a, b) => (open.items[b]?.columns.length ?? 0) - (open.items[a]?.columns.length ?? 0));
  const taken = new Set<Item>();
  for (const index of branch) {
    const item = open.items[index] as Item;
    taken.add(item);
    const rest = coverOf(after(open, item, taken), size - 1, stepsBelow);
    if (rest !== undefined) return [item, ...rest];
  }
  return undefined;
}

/** A cover of the least possible size. Its size is proved: no smaller one exists. Undefined where a column has no item at all. */
export function leastCover(problem: Problem): Family | undefined {
  if (coverersOf(problem).some((own) => own.length === 0)) return undefined;
  const { value } = boundOf(reduced(problem), problem.columns, stepsAtRoot);
  for (let size = Math.max(0, Math.ceil(value - slack)); ; size += 1) {
    const found = coverOf(problem, size);
    if (found !== undefined) return found;
  }
}
