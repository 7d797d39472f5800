/** The prime implicant chart: which primes cover which positive rows, and every way to cover them all with as few as can be. */
import { covers, type Family, leastCover } from './cover/search.ts';
import { irredundantCovers } from './cover/irredundant.ts';
import { merged, type Problem } from './cover/problem.ts';
import { holdsIn, type Term } from './terms.ts';

export interface Prime {
  readonly term: Term;
  /** Positive rows it covers, by their place in the list of positive rows. */
  readonly covers: readonly number[];
}

/** Primes with what they cover; those that cover no positive row are left out. */
export function primesCovering(terms: readonly Term[], positives: readonly (readonly number[])[]): Prime[] {
  return terms
    .map((term) => ({ term, covers: positives.flatMap((row, at) => (holdsIn(term, row) ? [at] : [])) }))
    .filter((prime) => prime.covers.length > 0);
}

/**
 * Without the primes that cover part of what another one covers. Takes models away that are as short as those it leaves; off by
 * default for that reason.
 */
export function withoutDominated(primes: readonly Prime[]): Prime[] {
  const sets = primes.map((prime) => new Set(prime.covers));
  return primes.filter(
    (prime, own) =>
      !primes.some(
        (other, at) => at !== own && other.covers.length > prime.covers.length && prime.covers.every((row) => sets[at]?.has(row)),
      ),
  );
}

function problemOf(primes: readonly Prime[], rows: number): Problem {
  return merged(
    rows,
    primes.map((prime, index) => ({ columns: prime.covers, members: [index] })),
  );
}

/** One choice of a member each, in the order of the members. */
function* choices(family: Family): Generator<number[]> {
  const [first, ...rest] = family;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const own of first.members) for (const others of choices(rest)) yield [own, ...others];
}

export interface Models {
  /** Fewest primes that cover all positive rows; proved, not found by trying. */
  readonly size: number;
  /** How many models there are: exact unless `complete` is false, then at least that many were seen before the limit. */
  count(familiesMax?: number): { readonly models: number; readonly complete: boolean };
  /** The models one after another, each as places in the list of primes. Nothing is kept, so stop when you have enough. */
  stream(): Generator<number[]>;
  /** Places of the primes that are in every model: what the data say whichever model is preferred. Undefined past the limit. */
  shared(familiesMax?: number): number[] | undefined;
  /** Every model of which no term can be spared, longer ones too. */
  irredundant(): Generator<number[]>;
}

/** All models of a chart. Cost: finding the size and each model, a search with a bound as good as linear programming. */
export function modelsOf(primes: readonly Prime[], rows: number): Models {
  const problem = problemOf(primes, rows);
  const least = leastCover(problem);
  if (least === undefined) throw new Error('a positive row is covered by no prime');
  return {
    size: least.length,
    count: (familiesMax = Infinity) => {
      let [models, families] = [0, 0];
      for (const family of covers(problem, least.length)) {
        if ((families += 1) > familiesMax) return { models, complete: false };
        models += family.reduce((product, item) => product * item.members.length, 1);
      }
      return { models, complete: true };
    },
    *stream() {
      for (const family of covers(problem, least.length)) for (const model of choices(family)) yield model.sort((a, b) => a - b);
    },
    shared: (familiesMax = Infinity) => {
      let common: Set<number> | undefined;
      let families = 0;
      for (const family of covers(problem, least.length)) {
        if ((families += 1) > familiesMax) return undefined;
        // Of an item with several members none is in every model.
        const own = new Set(family.flatMap(({ members }) => (members.length === 1 ? members : [])));
        common = common === undefined ? own : new Set([...common].filter((index) => own.has(index)));
        if (common.size === 0) break;
      }
      return [...(common ?? [])].sort((a, b) => a - b);
    },
    *irredundant() {
      for (const family of irredundantCovers(problem)) for (const model of choices(family)) yield model.sort((a, b) => a - b);
    },
  };
}
