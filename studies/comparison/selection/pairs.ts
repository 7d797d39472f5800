/**
 * Which two cases to compare. Every list is sorted, the best pair first; `best` is a distance, low is better.
 * Source: as `single.ts`.
 */
import {
  cleanCorridor,
  type Conjunct,
  conjunctsOf,
  deviantConsistencyIn,
  deviantCoverageIn,
  distanceFromTypical,
  irrelevantIn,
  type Memberships,
  nearer,
  typicalIn,
  uniquelyTypical,
} from './memberships.ts';

export interface CasePair {
  readonly first: string;
  readonly second: string;
  readonly best: number;
}

function byBest<T extends CasePair>(a: T, b: T): number {
  return nearer(a, b, `${a.first}\n${a.second}`, `${b.first}\n${b.second}`);
}

/** Every case of one list with every case of another. */
function crossed(first: readonly number[], second: readonly number[]): [number, number][] {
  return first.flatMap((a) => second.map((b): [number, number] => [a, b]));
}

function pairOf({ data }: Memberships, [a, b]: readonly [number, number], best: number): CasePair {
  return { first: data.cases[a] as string, second: data.cases[b] as string, best };
}

/** Two typical cases, the more typical one first. */
function typicalPairs({ data }: Memberships, x: Float64Array): [number, number][] {
  const typical = typicalIn(x, data.y);
  const distance = (at: number): number => distanceFromTypical(x[at] as number, data.y[at] as number);
  return crossed(typical, typical).filter(([a, b]) => a !== b && distance(a) <= distance(b) + 1e-9);
}

export interface TermPair extends CasePair {
  /** Which of the two is typical of no other term. */
  readonly unique: readonly [boolean, boolean];
}

function uniqueOf(memberships: Memberships, [a, b]: readonly [number, number]): readonly [boolean, boolean] {
  return [uniquelyTypical(memberships, a), uniquelyTypical(memberships, b)];
}

function moreUnique(a: { readonly unique: readonly [boolean, boolean] }, b: { readonly unique: readonly [boolean, boolean] }): number {
  return Number(b.unique[0]) - Number(a.unique[0]) || Number(b.unique[1]) - Number(a.unique[1]);
}

/** Typical with typical, of one term: far apart in term and outcome, and each close to what it should be. */
export function typicalWithTypical(memberships: Memberships, place: number): TermPair[] {
  const { data, inTerms } = memberships;
  const { y } = data;
  const x = inTerms[place] as Float64Array;
  const gap = (at: number): number => 2 * Math.abs((y[at] as number) - (x[at] as number));
  return typicalPairs(memberships, x)
    .map((pair) => {
      const [a, b] = pair;
      const apart = 0.5 - ((x[a] as number) - (x[b] as number)) + (0.5 - ((y[a] as number) - (y[b] as number)));
      return { ...pairOf(memberships, pair, apart + gap(a) + gap(b)), unique: uniqueOf(memberships, pair) };
    })
    .sort((a, b) => moreUnique(a, b) || byBest(a, b));
}

export interface ConjunctPair extends TermPair {
  /** 1 is best; null where the term has one conjunct only. */
  readonly rank: number | null;
  readonly cleanCorridor: readonly [boolean, boolean];
  /** Which of the two is no more in the conjunct than in the outcome. */
  readonly consistent: readonly [boolean, boolean];
}

function places({ focal, others }: Conjunct, y: Float64Array, pair: readonly [number, number]) {
  const at = (index: 0 | 1) => {
    const own = pair[index];
    return { x: focal[own] as number, y: y[own] as number, rest: others?.[own] ?? 0 };
  };
  return [at(0), at(1)] as const;
}

type Place = ReturnType<typeof places>[0];

function flags(conjunct: Conjunct, [a, b]: readonly [Place, Place]): Pick<ConjunctPair, 'cleanCorridor' | 'consistent'> {
  const clean = (one: Place): boolean => conjunct.others === undefined || cleanCorridor(one.x, one.rest, one.y);
  return { cleanCorridor: [clean(a), clean(b)], consistent: [a.x <= a.y, b.x <= b.y] };
}

function bothThenFirst([a, b]: readonly [boolean, boolean]): number {
  return 2 * Number(a) + Number(b);
}

function sortedByConjunct(pairs: readonly ConjunctPair[]): ConjunctPair[] {
  return [...pairs].sort(
    (a, b) =>
      (a.rank ?? 0) - (b.rank ?? 0) ||
      bothThenFirst(b.cleanCorridor) - bothThenFirst(a.cleanCorridor) ||
      bothThenFirst(b.consistent) - bothThenFirst(a.consistent) ||
      moreUnique(a, b) ||
      byBest(a, b),
  );
}

/** Whether the conjunct in focus is what limits each of two typical cases: both, the first, the second, neither. */
function rankOfTypical(a: Place, b: Place): number {
  return 1 + 2 * Number(a.x >= a.rest) + Number(b.x >= b.rest);
}

/** Typical with typical, for each conjunct of a term: alike in the rest, far apart in the conjunct and in the outcome. */
export function typicalWithTypicalByConjunct(
  memberships: Memberships,
  place: number,
): { readonly conjunct: string; readonly pairs: ConjunctPair[] }[] {
  const candidates = typicalPairs(memberships, memberships.inTerms[place] as Float64Array);
  return conjunctsOf(memberships, place).map((conjunct) => {
    const pairs = candidates.map((pair): ConjunctPair => {
      const [a, b] = places(conjunct, memberships.data.y, pair);
      const best = 0.5 - (a.x - b.x) + (0.5 - (a.y - b.y)) + Math.abs(a.rest - b.rest) + 2 * Math.abs(a.y - a.x) + 2 * Math.abs(b.y - b.x);
      const rank = conjunct.others === undefined ? null : rankOfTypical(a, b);
      return { ...pairOf(memberships, pair, best), unique: uniqueOf(memberships, pair), rank, ...flags(conjunct, [a, b]) };
    });
    return { conjunct: conjunct.name, pairs: sortedByConjunct(pairs) };
  });
}

/** How well an irrelevant case shows that without the conjunct there is no outcome; 1 is best. */
function rankOfIrrelevant(a: Place, b: Place): number {
  const limited = a.x < a.rest;
  if (b.x >= 0.5) return limited ? 7 : 8;
  if (b.rest >= 0.5) return limited ? 1 : 2;
  if (limited) return b.rest > b.x ? 3 : 4;
  return b.x < b.rest ? 5 : 6;
}

/** Typical with irrelevant, for each conjunct: what happens without it, the rest being alike? */
export function typicalWithIrrelevantByConjunct(
  memberships: Memberships,
  place: number,
): { readonly conjunct: string; readonly pairs: ConjunctPair[] }[] {
  const { data, inTerms, inSolution } = memberships;
  const x = inTerms[place] as Float64Array;
  const candidates = crossed(typicalIn(x, data.y), irrelevantIn(x, data.y));
  return conjunctsOf(memberships, place).map((conjunct) => {
    const pairs = candidates.map((pair): ConjunctPair => {
      const [a, b] = places(conjunct, data.y, pair);
      const best = 1 - (a.x - b.x) + (1 - (a.y - b.y)) + Math.abs(a.rest - b.rest) + 2 * Math.abs(a.y - a.x) + Math.abs(b.y - b.x);
      const rank = conjunct.others === undefined ? null : rankOfIrrelevant(a, b);
      const unique = [uniquelyTypical(memberships, pair[0]), (inSolution[pair[1]] as number) < 0.5] as const;
      return { ...pairOf(memberships, pair, best), unique, rank, ...flags(conjunct, [a, b]) };
    });
    return { conjunct: conjunct.name, pairs: sortedByConjunct(pairs) };
  });
}

/** Typical with deviant in consistency, of one term: alike in the term, far apart in the outcome. */
export function typicalWithDeviant(memberships: Memberships, place: number): CasePair[] {
  const { data, inTerms } = memberships;
  const x = inTerms[place] as Float64Array;
  return crossed(typicalIn(x, data.y), deviantConsistencyIn(x, data.y))
    .map((pair) => {
      const [a, b] = pair;
      const [own, other] = [x[a] as number, x[b] as number];
      const best = Math.abs(own - other) + (1 - ((data.y[a] as number) - (data.y[b] as number))) + (1 - own) + (1 - other);
      return pairOf(memberships, pair, best);
    })
    .sort(byBest);
}

export interface RowPair extends CasePair {
  readonly row: string;
  /** Whether the first is no more in its row than in the outcome. */
  readonly consistent: boolean;
}

/** Deviant in coverage with irrelevant, of the same row of the truth table: what does the one have that the other lacks? */
export function deviantWithIrrelevant(memberships: Memberships): RowPair[] {
  const { data, inSolution, inRow, rowKeys } = memberships;
  const candidates = crossed(deviantCoverageIn(inSolution, data.y), irrelevantIn(inSolution, data.y));
  return candidates
    .filter(([a, b]) => rowKeys[a] === rowKeys[b])
    .map((pair) => {
      const [a, b] = pair;
      const [own, other] = [inRow[a] as number, inRow[b] as number];
      const best = Math.abs(own - other) + (1 - ((data.y[a] as number) - (data.y[b] as number))) + (1 - own) + (1 - other);
      return { ...pairOf(memberships, pair, best), row: rowKeys[a] as string, consistent: own <= (data.y[a] as number) };
    })
    .sort((a, b) => (a.row < b.row ? -1 : a.row > b.row ? 1 : 0) || Number(b.consistent) - Number(a.consistent) || byBest(a, b));
}
