/**
 * The covering problem behind a minimisation: which implicants, as few as can be, cover every positive row? What is done
 * here to make a problem smaller never loses a minimum cover, so that all of them can still be listed and counted.
 */

/** A set of implicants that cover the same columns. A minimum cover holds at most one of them, and any of them will do. */
export interface Item {
  /** Columns covered, ascending, numbered from 0 within the problem. */
  readonly columns: readonly number[];
  /** The implicants, by their numbers in the chart. */
  readonly members: readonly number[];
}

export interface Problem {
  /** How many columns there are to cover. */
  readonly columns: number;
  readonly items: readonly Item[];
}

/** Numbers up to 2^53 hold a set of as many columns; beyond, the set is written out. */
const columnsInNumber = 53;

function keyOf(columns: readonly number[], total: number): number | string {
  if (total > columnsInNumber) return columns.join();
  let key = 0;
  for (const column of columns) key += 2 ** column;
  return key;
}

/** Puts items that cover the same columns together; an item that covers none is of no use and left out. */
export function merged(columns: number, items: Iterable<Item>): Problem {
  const byKey = new Map<number | string, { columns: readonly number[]; members: number[] }>();
  for (const item of items) {
    if (item.columns.length === 0) continue;
    const key = keyOf(item.columns, columns);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { columns: item.columns, members: [...item.members] });
    else known.members.push(...item.members);
  }
  return { columns, items: [...byKey.values()] };
}

/** The items that cover each column, by their numbers. */
export function coverersOf({ columns, items }: Problem): number[][] {
  const coverers = Array.from({ length: columns }, (): number[] => []);
  items.forEach((item, index) => {
    for (const column of item.columns) coverers[column]?.push(index);
  });
  return coverers;
}

/** Keeps the columns for which `keep` holds, numbered anew. */
export function withColumns({ columns, items }: Problem, keep: (column: number) => boolean): Problem {
  const renumbered = new Int32Array(columns).fill(-1);
  let kept = 0;
  for (let column = 0; column < columns; column += 1) if (keep(column)) renumbered[column] = kept++;
  const restricted = items.map((item) => {
    const own: number[] = [];
    for (const column of item.columns) {
      const now = renumbered[column] as number;
      if (now >= 0) own.push(now);
    }
    return { columns: own, members: item.members };
  });
  return merged(kept, restricted);
}

/** Whether every number of `inner` is in `outer`; both ascend. */
function within(inner: readonly number[], outer: readonly number[]): boolean {
  let at = 0;
  for (const wanted of inner) {
    while (at < outer.length && (outer[at] as number) < wanted) at += 1;
    if (outer[at] !== wanted) return false;
  }
  return true;
}

/**
 * Without the columns that are covered whenever another one is. No cover is lost or gained: whoever covers the harder column
 * covers the easier one with it.
 */
export function withoutImpliedColumns(problem: Problem): Problem {
  const coverers = coverersOf(problem);
  const order = coverers.map((_, column) => column).sort((a, b) => (coverers[a]?.length ?? 0) - (coverers[b]?.length ?? 0) || a - b);
  const needed: number[] = [];
  for (const column of order) {
    const own = coverers[column] ?? [];
    if (!needed.some((harder) => within(coverers[harder] ?? [], own))) needed.push(column);
  }
  if (needed.length === problem.columns) return problem;
  const keep = new Set(needed);
  return withColumns(problem, (column) => keep.has(column));
}

/** Without the items that cover part of what another covers. Loses minimum covers, never all of them: for sizes only. */
export function withoutDominatedItems({ columns, items }: Problem): Problem {
  const bySize = [...items].sort((a, b) => b.columns.length - a.columns.length);
  const kept: Item[] = [];
  for (const item of bySize) if (!kept.some((larger) => within(item.columns, larger.columns))) kept.push(item);
  return { columns, items: kept };
}
