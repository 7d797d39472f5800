/** Prime implicants: the shortest terms that hold in a positive row and in no negative one. */
import { absent, implies, type Term } from './terms.ts';

/** Keeps the sets of which no other is a part. Sets are bit masks. */
function minimalMasks(masks: Iterable<number>): number[] {
  const bySize = [...new Set(masks)].sort((a, b) => bits(a) - bits(b) || a - b);
  const kept: number[] = [];
  for (const mask of bySize) if (!kept.some((smaller) => (smaller & mask) === smaller)) kept.push(mask);
  return kept;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * All minimal sets that meet every one of `sets`, by Berge's method: the sets come one after another, and a set that does not
 * meet the new one grows by each of its members.
 * Source: C. Berge, Hypergraphs, North-Holland, Amsterdam 1989, chapter 2.
 *
 * @returns undefined once there are more than `limit`
 */
function minimalTransversals(sets: Iterable<number>, limit: number): number[] | undefined {
  let found = [0];
  for (const set of minimalMasks(sets)) {
    const met = found.filter((mask) => (mask & set) !== 0);
    const grown: number[] = [];
    for (const mask of found) {
      if ((mask & set) !== 0) continue;
      for (let rest = set; rest !== 0; rest &= rest - 1) {
        const larger = mask | (rest & -rest);
        if (!met.some((other) => (other & larger) === other)) grown.push(larger);
      }
    }
    // No grown set contains another: each has one member of the new set, and none of those it grew from has any.
    found = [...met, ...grown];
    if (found.length > limit) return undefined;
  }
  return found;
}

/** Conditions in which two rows differ, as a bit mask. */
function difference(a: readonly number[], b: readonly number[]): number {
  let mask = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) mask |= 1 << at;
  return mask;
}

/**
 * The primes where every row that is not negative may be covered: minimal terms that hold in a positive row and in no negative
 * one. For each positive row they are the minimal sets of its levels that tell it from every negative row.
 *
 * @returns undefined once there are more than `limit`
 */
export function primesAgainst(
  positives: readonly (readonly number[])[],
  negatives: readonly (readonly number[])[],
  limit = Infinity,
): Term[] | undefined {
  const found = new Map<string, Term>();
  for (const row of positives) {
    const masks = minimalTransversals(
      negatives.map((other) => difference(row, other)),
      limit,
    );
    if (masks === undefined) return undefined;
    for (const mask of masks) {
      const term = row.map((level, at) => ((mask >> at) & 1 ? level : absent));
      found.set(term.join(), term);
    }
    if (found.size > limit) return undefined;
  }
  return [...found.values()];
}

/** Without the terms that hold only where another one does. */
function absorbed(terms: readonly Term[]): Term[] {
  const kept: Term[] = [];
  const shortFirst = [...terms].sort((a, b) => silences(b) - silences(a));
  for (const term of shortFirst) if (!kept.some((wider) => implies(term, wider))) kept.push(term);
  return kept;
}

function silences(term: Term): number {
  let count = 0;
  for (const level of term) if (level === absent) count += 1;
  return count;
}

/** What two terms have in common, leaving out one condition; undefined where they exclude each other. */
function meet(a: Term, b: Term, without: number): Term | undefined {
  const both = new Array<number>(a.length);
  for (let at = 0; at < a.length; at += 1) {
    const [left, right] = [a[at] as number, b[at] as number];
    if (at === without) both[at] = absent;
    else if (left === absent || left === right) both[at] = right;
    else if (right === absent) both[at] = left;
    else return undefined;
  }
  return both;
}

/**
 * All primes of a sum of terms, by Tison's method: condition by condition, terms that together name every level of it give a
 * term without it.
 * Source: P. Tison, Generalization of consensus theory, IEEE Transactions on Electronic Computers EC-16 (1967), 446–456.
 *
 * @param levels how many levels each condition has
 * @returns undefined once there are more than `limit`
 */
export function primesOf(terms: readonly Term[], levels: readonly number[], limit = Infinity): Term[] | undefined {
  let found = absorbed(terms);
  for (let condition = 0; condition < levels.length; condition += 1) {
    const at = (level: number): Term[] => found.filter((term) => term[condition] === level);
    let joined = at(0);
    for (let level = 1; level < (levels[condition] as number) && joined.length > 0; level += 1) {
      const others = at(level);
      const next = new Map<string, Term>();
      for (const left of joined) {
        for (const right of others) {
          const both = meet(left, right, condition);
          if (both !== undefined) next.set(both.join(), both);
        }
        if (next.size > limit) return undefined;
      }
      joined = [...next.values()];
    }
    found = absorbed([...found, ...joined.map((term) => term.map((level, place) => (place === condition ? absent : level)))]);
  }
  return found;
}
