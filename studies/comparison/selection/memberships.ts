/** What case selection looks at: memberships in the terms of a model, in the model, in rows of the truth table, and in the outcome. */
import { type QcaData, termMembership, union } from '../qca/data.ts';
import { absent, type Term, termText } from '../qca/terms.ts';

export interface Memberships {
  readonly data: QcaData;
  readonly terms: readonly Term[];
  /** One array a term. */
  readonly inTerms: readonly Float64Array[];
  readonly inSolution: Float64Array;
  /** Membership of each case in the row of the truth table that it is nearest to. */
  readonly inRow: Float64Array;
  /** That row, as its levels. */
  readonly rowKeys: readonly string[];
}

/** Prepares a model for selection. Cost: cases × conditions × terms. */
export function membershipsOf(data: QcaData, terms: readonly Term[]): Memberships {
  const inTerms = terms.map((term) => termMembership(data, term));
  const inRow = new Float64Array(data.cases.length).fill(1);
  const rowKeys = data.cases.map((_, at) => {
    const levels = data.values.map((values, condition) => {
      const value = values[at] as number;
      if (data.kinds[condition] !== 'fuzzy') return value;
      inRow[at] = Math.min(inRow[at] as number, Math.max(value, 1 - value));
      return Number(value > 0.5);
    });
    return levels.join('');
  });
  return { data, terms, inTerms, inSolution: union(inTerms, data.cases.length), inRow, rowKeys };
}

/** Cases that show how a term brings the outcome about: in both, and no more in the term than in the outcome. */
export function typicalIn(x: Float64Array, y: Float64Array): number[] {
  return indexes(y, (at) => (x[at] as number) > 0.5 && (y[at] as number) > 0.5 && (x[at] as number) <= (y[at] as number));
}

/** In the term and not in the outcome: the term did not do here what it does elsewhere. */
export function deviantConsistencyIn(x: Float64Array, y: Float64Array): number[] {
  return indexes(y, (at) => (x[at] as number) > 0.5 && (y[at] as number) < 0.5);
}

/** In the outcome and in no term: something else brought it about. */
export function deviantCoverageIn(x: Float64Array, y: Float64Array): number[] {
  return indexes(y, (at) => (x[at] as number) < 0.5 && (y[at] as number) > 0.5);
}

/** In neither. Of use only beside another case. */
export function irrelevantIn(x: Float64Array, y: Float64Array): number[] {
  return indexes(y, (at) => (x[at] as number) < 0.5 && (y[at] as number) < 0.5);
}

function indexes(values: Float64Array, keep: (at: number) => boolean): number[] {
  return Array.from(values, (_, at) => at).filter(keep);
}

/** Whether a case is typical of no other term. */
export function uniquelyTypical({ data, inTerms }: Memberships, at: number): boolean {
  return inTerms.filter((x) => typicalIn(x, data.y).includes(at)).length === 1;
}

/** How far a case is from showing a term at its best: 2(y−x) + (1−x). Low is better. */
export function distanceFromTypical(x: number, y: number): number {
  return 2 * (y - x) + (1 - x);
}

/** One conjunct of a term, with the rest of it. */
export interface Conjunct {
  readonly name: string;
  /** Memberships in the conjunct in focus. */
  readonly focal: Float64Array;
  /** Least memberships in the others; undefined where the term has no other. */
  readonly others: Float64Array | undefined;
}

/** The conjuncts of a term one after another. */
export function conjunctsOf({ data, terms }: Memberships, place: number): Conjunct[] {
  const term = terms[place] as Term;
  const named = term.flatMap((level, at) => (level === absent ? [] : [at]));
  return named.map((at) => {
    const only = term.map((level, condition) => (condition === at ? level : absent));
    const rest = term.map((level, condition) => (condition === at ? absent : level));
    return {
      name: termText(only, data),
      focal: termMembership(data, only),
      others: named.length > 1 ? termMembership(data, rest) : undefined,
    };
  });
}

/** Whether no other conjunct stands between the one in focus and the outcome, where it could be what limits it. */
export function cleanCorridor(focal: number, others: number, y: number): boolean {
  return focal <= y ? others < focal || others > y : others > focal || others < y;
}

/** Order by distance; distances that differ by rounding only count as equal, and names decide. */
export function nearer(a: { readonly best: number }, b: { readonly best: number }, aName: string, bName: string): number {
  const gap = a.best - b.best;
  if (Math.abs(gap) > 1e-9) return gap;
  if (aName === bName) return 0;
  return aName < bName ? -1 : 1;
}
