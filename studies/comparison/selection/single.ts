/**
 * Which single cases to trace within. Every list is sorted, the best case first; `best` is a distance, low is better.
 * Source: C. Q. Schneider, Set-Theoretic Multi-Method Research, Cambridge 2024, chapters 3 and 4; formulas as in C. Q. Schneider and I.
 * Rohlfing, Case Studies Nested in Fuzzy-Set QCA on Sufficiency, Sociological Methods & Research 48(3), 2019, 526–568.
 */
import { termText } from '../qca/terms.ts';
import {
  cleanCorridor,
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

export interface TypicalCase {
  readonly case: string;
  readonly term: string;
  readonly inTerm: number;
  readonly outcome: number;
  readonly best: number;
  readonly most: boolean;
  /** Typical of no other term: whatever happened here, it was this term. */
  readonly unique: boolean;
}

/** Typical cases of each term. */
export function typicalCases(memberships: Memberships): TypicalCase[][] {
  const { data, terms, inTerms } = memberships;
  return terms.map((term, place) => {
    const x = inTerms[place] as Float64Array;
    const found = typicalIn(x, data.y).map((at) => ({
      case: data.cases[at] as string,
      term: termText(term, data),
      inTerm: x[at] as number,
      outcome: data.y[at] as number,
      best: distanceFromTypical(x[at] as number, data.y[at] as number),
      unique: uniquelyTypical(memberships, at),
    }));
    return withMost(found).sort((a, b) => Number(b.unique) - Number(a.unique) || nearer(a, b, a.case, b.case));
  });
}

/** Marks those whose distance is the least. */
function withMost<T extends { readonly best: number }>(found: readonly T[]): (T & { readonly most: boolean })[] {
  const least = Math.min(...found.map(({ best }) => best));
  return found.map((one) => ({ ...one, most: one.best <= least + 1e-9 }));
}

export interface TypicalOfConjunct {
  readonly case: string;
  readonly focal: number;
  readonly outcome: number;
  /** Least membership in the other conjuncts; null where there is none. */
  readonly others: number | null;
  readonly inTerm: number;
  /** 1 where the conjunct in focus sets how far the case is in the term, 2 where another one does; null where there is no other. */
  readonly rank: 1 | 2 | null;
  readonly cleanCorridor: boolean;
  /** No more in the conjunct than in the outcome. */
  readonly consistent: boolean;
  /** In no other term. */
  readonly unique: boolean;
  readonly best: number;
  readonly mostOfConjunct: boolean;
  readonly mostOfTerm: boolean;
}

/** Typical cases of one term for each of its conjuncts: which case shows what this conjunct contributes? */
export function typicalOfConjuncts(
  memberships: Memberships,
  place: number,
): { readonly conjunct: string; readonly cases: TypicalOfConjunct[] }[] {
  const { data, inTerms } = memberships;
  const x = inTerms[place] as Float64Array;
  const typical = typicalIn(x, data.y);
  const distances = typical.map((at) => distanceFromTypical(x[at] as number, data.y[at] as number));
  return conjunctsOf(memberships, place).map(({ name, focal, others }) => {
    const found = typical.map((at, index) => {
      const [own, y, inTerm] = [focal[at] as number, data.y[at] as number, x[at] as number];
      const rest = others?.[at] ?? null;
      const rank = rest === null ? null : own < rest ? (1 as const) : (2 as const);
      return {
        case: data.cases[at] as string,
        focal: own,
        outcome: y,
        others: rest,
        inTerm,
        rank,
        cleanCorridor: rest === null || cleanCorridor(own, rest, y),
        consistent: own <= y,
        unique: !inTerms.some((other, term) => term !== place && (other[at] as number) > 0.5),
        best: 2 * Math.abs(y - own) + (1 - inTerm),
        mostOfTerm: (distances[index] as number) <= Math.min(...distances) + 1e-9,
      };
    });
    const cases = withMost(found)
      .map(({ most, ...one }) => ({ ...one, mostOfConjunct: most }))
      .sort(
        (a, b) =>
          (a.rank ?? 0) - (b.rank ?? 0) ||
          Number(b.cleanCorridor) - Number(a.cleanCorridor) ||
          Number(b.consistent) - Number(a.consistent) ||
          Number(b.unique) - Number(a.unique) ||
          nearer(a, b, a.case, b.case),
      );
    return { conjunct: name, cases };
  });
}

export interface DeviantConsistencyCase {
  readonly case: string;
  readonly term: string;
  readonly inTerm: number;
  readonly outcome: number;
  /** 1 − (x−y) + (1−x). */
  readonly best: number;
  readonly most: boolean;
}

/** For each term the cases that are in it and not in the outcome. */
export function deviantConsistencyCases({ data, terms, inTerms }: Memberships): DeviantConsistencyCase[][] {
  return terms.map((term, place) => {
    const x = inTerms[place] as Float64Array;
    const found = deviantConsistencyIn(x, data.y).map((at) => {
      const [own, y] = [x[at] as number, data.y[at] as number];
      return { case: data.cases[at] as string, term: termText(term, data), inTerm: own, outcome: y, best: 1 - (own - y) + (1 - own) };
    });
    return withMost(found).sort((a, b) => nearer(a, b, a.case, b.case));
  });
}

export interface UncoveredCase {
  readonly case: string;
  readonly inSolution: number;
  readonly outcome: number;
  /** Levels of the row of the truth table it is nearest to, and membership in it. */
  readonly row: string;
  readonly inRow: number;
}

export interface DeviantCoverageCase extends UncoveredCase {
  /** No more in its row than in the outcome. */
  readonly consistent: boolean;
  /** 1 − membership in the row. */
  readonly best: number;
  readonly most: boolean;
}

function uncovered({ data, inSolution, rowKeys, inRow }: Memberships, at: number): UncoveredCase {
  return {
    case: data.cases[at] as string,
    inSolution: inSolution[at] as number,
    outcome: data.y[at] as number,
    row: rowKeys[at] as string,
    inRow: inRow[at] as number,
  };
}

/** Cases with the outcome that no term covers, row by row. */
export function deviantCoverageCases(memberships: Memberships): DeviantCoverageCase[] {
  const found = deviantCoverageIn(memberships.inSolution, memberships.data.y).map((at) => {
    const one = uncovered(memberships, at);
    return { ...one, consistent: one.inRow <= one.outcome, best: 1 - one.inRow };
  });
  const groups = new Map<string, typeof found>();
  for (const one of found) groups.set(one.row, [...(groups.get(one.row) ?? []), one]);
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => withMost(group).sort((a, b) => Number(b.consistent) - Number(a.consistent) || nearer(a, b, a.case, b.case)));
}

/** Cases with neither the solution nor the outcome. */
export function irrelevantCases(memberships: Memberships): UncoveredCase[] {
  return irrelevantIn(memberships.inSolution, memberships.data.y)
    .map((at) => uncovered(memberships, at))
    .sort((a, b) => (a.row < b.row ? -1 : a.row > b.row ? 1 : 0));
}
