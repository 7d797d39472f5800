/**
 * Intermediate solutions: of what the parsimonious solution assumes, only that is kept which agrees with directional expectations.
 * Sources: C. Ragin, Redesigning Social Inquiry, Chicago 2008, chapters 8 and 9; A. Duşa, QCA with R, Cham 2019, section 8.6.
 */
import { type Answer, answered } from '../answer.ts';
import type { Expectations } from './expectations.ts';
import { firstModels, type Minimisation, minimisationOf, primesMax, simplifyingAssumptions, termsOf, tooManyPrimes } from './minimise.ts';
import { primesOf } from './primes.ts';
import { absent, compareTerms, implies, rowOf, rowsOf, type Term } from './terms.ts';

export interface Intermediate {
  /** Places of the complex and parsimonious models it comes from, counted from 1, as `C1P2`. Pairs that give the same are put together. */
  readonly from: readonly string[];
  readonly complex: readonly Term[];
  readonly parsimonious: readonly Term[];
  /** Assumed rows that agree with the expectations, and those that do not. */
  readonly easy: readonly number[];
  readonly difficult: readonly number[];
  readonly solution: Minimisation;
}

/** Conditions of which a complex term says something that the parsimonious one does not. */
function spare(complex: Term, parsimonious: Term): number[] {
  return complex.flatMap((level, at) => (level !== absent && parsimonious[at] === absent ? [at] : []));
}

/**
 * The complex term without what may go. A level goes if its condition is expected to help by another level; a combination that is
 * expected and not met takes all its conditions away.
 */
function loosened(complex: Term, parsimonious: Term, { single, joint }: Expectations): Term {
  const free = spare(complex, parsimonious);
  const gone = new Set<number>();
  for (const at of free) {
    const expected = single.get(at);
    if (expected !== undefined && !expected.has(complex[at] as number)) gone.add(at);
  }
  for (const combination of joint) {
    const own = free.filter((at) => combination.has(at));
    if (own.some((at) => !combination.get(at)?.has(complex[at] as number))) for (const at of own) gone.add(at);
  }
  return complex.map((level, at) => (gone.has(at) ? absent : level));
}

/** What remains of a complex model once each of its terms is loosened towards every parsimonious term that contains it. */
function loosenedModel(complex: readonly Term[], parsimonious: readonly Term[], expectations: Expectations): Term[] {
  return complex.flatMap((term) => {
    const wider = parsimonious.filter((other) => implies(term, other));
    return wider.length === 0 ? [term] : wider.map((other) => loosened(term, other, expectations));
  });
}

/** Pairs of a complex and a parsimonious model beyond which the rest is left out, and said to be. */
const pairsMax = 4000;

/**
 * The intermediate solution of every pair of a complex and a parsimonious model of the same table.
 *
 * @returns `complete` is false where there were more pairs than `pairsMax` and only the first were solved
 * Refuses: `tooManyImplicants`, `tooManyRows`.
 */
export function intermediates(
  complex: Minimisation,
  parsimonious: Minimisation,
  expectations: Expectations,
): Answer<{ readonly solutions: readonly Intermediate[]; readonly complete: boolean }> {
  const narrow = firstModels(complex, pairsMax);
  const wide = firstModels(parsimonious, pairsMax);
  const assumptions: number[][] = [];
  for (const terms of wide.models) {
    const assumed = simplifyingAssumptions(parsimonious, terms);
    if (!assumed.ok) return assumed;
    assumptions.push(assumed.value);
    if (assumptions.length * narrow.models.length >= pairsMax) break;
  }
  const found = new Map<string, Intermediate & { from: string[] }>();
  const solved = new Map<string, Minimisation>();
  const { table, positives } = complex;
  const rows = positives.map((number) => rowOf(number, table.data.levels));
  for (const [c, own] of narrow.models.entries()) {
    for (const [p, assumed] of assumptions.entries()) {
      const other = wide.models[p] as Term[];
      const terms = loosenedModel(own, other, expectations);
      const covered = new Set(terms.flatMap((term) => rowsOf(term, table.data.levels)));
      const easy = assumed.filter((row) => covered.has(row));
      const difficult = assumed.filter((row) => !covered.has(row));
      const known = found.get(`${easy};${difficult}`);
      if (known !== undefined) {
        known.from.push(`C${c + 1}P${p + 1}`);
        continue;
      }
      // The easy rows and the positive ones are all that the loosened terms hold in, so they decide the solution.
      const primes = solved.has(easy.join()) ? [] : primesOf([...rows, ...terms], table.data.levels, primesMax);
      if (primes === undefined) return tooManyPrimes();
      const solution = solved.get(easy.join()) ?? minimisationOf(table, positives, complex.negatives, primes, false);
      solved.set(easy.join(), solution);
      found.set(`${easy};${difficult}`, {
        from: [`C${c + 1}P${p + 1}`],
        complex: [...own].sort(compareTerms),
        parsimonious: [...other].sort(compareTerms),
        easy,
        difficult,
        solution,
      });
    }
  }
  return answered({ solutions: [...found.values()], complete: !narrow.more && !wide.more && assumptions.length === wide.models.length });
}

/** The models of all intermediate solutions, each once. */
export function intermediateModels(
  solutions: readonly Intermediate[],
  most: number,
): { readonly models: Term[][]; readonly more: boolean } {
  const models = new Map<string, Term[]>();
  for (const { solution } of solutions) {
    for (const model of solution.models.stream()) {
      const terms = termsOf(solution, model).sort(compareTerms);
      const key = terms.map((term) => term.join()).join(';');
      if (models.has(key)) continue;
      if (models.size === most) return { models: [...models.values()], more: true };
      models.set(key, terms);
    }
  }
  return { models: [...models.values()], more: false };
}
