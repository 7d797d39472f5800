/**
 * Which combinations are necessary, or sufficient, by themselves? Every combination of levels up to a depth is tried.
 * Source: A. Duşa, QCA with R, Cham 2019, sections 5.5 (necessity) and 6.5 (sufficiency).
 */
import { type Answer, answered, refused } from '../answer.ts';
import { levelMembership, type QcaData } from './data.ts';
import { necessity, type Necessity, sufficiency, type Sufficiency } from './fit.ts';
import { reaches } from './numbers.ts';
import { absent, type Term, termText } from './terms.ts';

export interface Found<Fit> {
  /** `A*B`, or `A + B` where either will do. */
  readonly expression: string;
  readonly fit: Fit;
}

export interface SubsetCuts {
  readonly inclusion: number;
  readonly coverage?: number;
  /** Least relevance of necessity, or least PRI. */
  readonly relevance?: number;
  /** Most conditions combined. */
  readonly depth?: number;
}

/** Combinations beyond which the search would take minutes. */
const triedMax = 2_000_000;

interface Combination {
  readonly term: Term;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/** Combinations of exactly `size` conditions, each with every choice of levels. */
function* combinations(data: QcaData, size: number, from = 0, begun?: Combination): Generator<Combination> {
  if (size === 0) {
    if (begun) yield begun;
    return;
  }
  const cases = data.cases.length;
  for (let condition = from; condition <= data.names.length - size; condition += 1) {
    for (let level = 0; level < (data.levels[condition] as number); level += 1) {
      const least = new Float64Array(cases);
      const greatest = new Float64Array(cases);
      for (let at = 0; at < cases; at += 1) {
        const own = levelMembership(data, condition, level, at);
        least[at] = begun ? Math.min(own, begun.least[at] as number) : own;
        greatest[at] = begun ? Math.max(own, begun.greatest[at] as number) : own;
      }
      const term = (begun?.term ?? data.names.map(() => absent)).map((known, at) => (at === condition ? level : known));
      yield* combinations(data, size - 1, condition + 1, { term, least, greatest });
    }
  }
}

function tooMany(data: QcaData, depth: number): Answer<null> {
  const bySize = data.levels.reduce<number[]>(
    (sofar, count) => sofar.map((sum, size) => sum + (size > 0 ? (sofar[size - 1] as number) * count : 0)),
    [1, ...new Array<number>(depth).fill(0)],
  );
  const total = bySize.reduce((sum, count) => sum + count, 0);
  if (total * data.cases.length <= triedMax * 50) return answered(null);
  return refused(
    'tooLarge',
    `需要检验${total}种组合，计算量过大。请减少条件，或限制组合的条件数。`,
    `${total} combinations would have to be tried. Choose fewer conditions, or combine fewer at a time.`,
  );
}

/** Whether every level named by `part` is named by `whole`. */
function partOf(part: Term, whole: Term): boolean {
  return part.every((level, at) => level === absent || level === whole[at]);
}

function depthOf(data: QcaData, cuts: SubsetCuts): number {
  return Math.min(cuts.depth ?? data.names.length, data.names.length);
}

/**
 * Minimal sufficient combinations: those that reach the cuts and of which no part does.
 * Refuses: `tooLarge`. The cut on PRI is applied last, as it says something about the combinations found.
 */
export function sufficientSubsets(data: QcaData, cuts: SubsetCuts): Answer<Found<Sufficiency>[]> {
  const depth = depthOf(data, cuts);
  const able = tooMany(data, depth);
  if (!able.ok) return able;
  const found: { term: Term; fit: Sufficiency }[] = [];
  for (let size = 1; size <= depth; size += 1) {
    const before = [...found];
    for (const { term, least } of combinations(data, size)) {
      if (before.some((known) => partOf(known.term, term))) continue;
      const fit = sufficiency(least, data.y);
      if (reaches(fit.inclS ?? 0, cuts.inclusion) && reaches(fit.covS ?? 0, cuts.coverage ?? 0)) found.push({ term, fit });
    }
  }
  return answered(
    found
      .filter(({ fit }) => reaches(fit.PRI ?? 0, cuts.relevance ?? 0))
      .map(({ term, fit }) => ({ expression: termText(term, data), fit })),
  );
}

/**
 * Necessary combinations: conjunctions that reach the cuts, and, of levels whose conjunction does not, minimal disjunctions that do.
 * Refuses: `tooLarge`. The cut on relevance is applied last.
 */
export function necessarySupersets(data: QcaData, cuts: SubsetCuts): Answer<Found<Necessity>[]> {
  const depth = depthOf(data, cuts);
  const able = tooMany(data, depth);
  if (!able.ok) return able;
  const passes = (fit: Necessity): boolean => reaches(fit.inclN ?? 0, cuts.inclusion) && reaches(fit.covN ?? 0, cuts.coverage ?? 0);
  const conjunctions: { term: Term; fit: Necessity }[] = [];
  const disjunctions: { term: Term; fit: Necessity }[] = [];
  for (let size = 1; size <= depth; size += 1) {
    const before = [...conjunctions, ...disjunctions];
    for (const { term, least, greatest } of combinations(data, size)) {
      const whole = necessity(least, data.y);
      if (passes(whole)) conjunctions.push({ term, fit: whole });
      else {
        const either = necessity(greatest, data.y);
        if (passes(either) && !before.some((known) => partOf(known.term, term))) disjunctions.push({ term, fit: either });
      }
    }
  }
  const relevant = ({ fit }: { fit: Necessity }): boolean => reaches(fit.RoN ?? 0, cuts.relevance ?? 0);
  return answered([
    ...conjunctions.filter(relevant).map(({ term, fit }) => ({ expression: termText(term, data), fit })),
    ...disjunctions.filter(relevant).map(({ term, fit }) => ({ expression: termText(term, data).replaceAll('*', ' + '), fit })),
  ]);
}
