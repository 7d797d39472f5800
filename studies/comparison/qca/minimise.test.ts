import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableFromCsv } from '../matrix/csv.ts';
import { fuzzy } from '../testing/lipset.ts';
import { accepted } from '../testing/references.ts';
import { prepare } from './data.ts';
import { firstModels, type Minimisation, minimise, simplifyingAssumptions, termsOf } from './minimise.ts';
import { fittedModel } from './solution.ts';
import { absent, holdsIn, rowCount, rowOf, type Term, termText } from './terms.ts';
import { truthTable } from './truthTable.ts';

/** A crisp or multi-value table of rows, each row one case. */
interface Rows {
  readonly levels: readonly number[];
  readonly outcomes: ReadonlyMap<number, number>;
}

const arbitraryRows = (conditionsMax: number): fc.Arbitrary<Rows> =>
  fc.array(fc.constantFrom(2, 2, 2, 3), { minLength: 1, maxLength: conditionsMax }).chain((levels) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: rowCount(levels) }), fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 24 })
      .map((pairs) => ({ levels, outcomes: new Map(pairs) }))
      // A level that no case has is unknown to the analysis.
      .filter(
        ({ outcomes }) =>
          new Set(outcomes.values()).size === 2 &&
          levels.every((count, at) => count === 2 || [...outcomes.keys()].some((row) => rowOf(row, levels)[at] === count - 1)),
      ),
  );

const namesOf = (count: number): string[] => Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));

function solved(
  { levels, outcomes }: Rows,
  include: readonly ('?' | 'C')[],
  order?: readonly number[],
  rowDominance = false,
): Minimisation {
  const names = namesOf(levels.length);
  const numbers = [...outcomes.keys()];
  const conditions = order?.map((at) => names[at] as string) ?? names;
  const columns = names.map((name, at) => ({ name, values: numbers.map((number) => rowOf(number, levels)[at] as number) }));
  const table = {
    cases: numbers.map((number) => `case ${number}`),
    columns: [...columns, { name: 'Y', values: numbers.map((number) => outcomes.get(number) as number) }],
  };
  return accepted(minimise(accepted(truthTable(accepted(prepare(table, { outcome: 'Y', conditions })))), { include, rowDominance }));
}

/** Every term over the levels. */
function allTerms(levels: readonly number[]): Term[] {
  return levels.reduce<number[][]>(
    (sofar, count) =>
      sofar.flatMap((begun) => [absent, ...Array.from({ length: count }, (_, level) => level)].map((level) => [...begun, level])),
    [[]],
  );
}

/** All sums of `size` terms out of `terms` for which `good` holds. */
function* choices(terms: readonly Term[], size: number, from = 0): Generator<Term[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= terms.length - size; at += 1)
    for (const rest of choices(terms, size - 1, at + 1)) yield [terms[at] as Term, ...rest];
}

/** The models by the definition alone: prime terms by trying all terms, covers by trying all sets, fewest first. */
function byBruteForce({ levels, outcomes }: Rows, remaindersMayBeCovered: boolean): { primes: Set<string>; models: Set<string> } {
  const rows = Array.from({ length: rowCount(levels) }, (_, at) => rowOf(at + 1, levels));
  const positives = rows.filter((_, at) => outcomes.get(at + 1) === 1);
  const barred = rows.filter((_, at) => (remaindersMayBeCovered ? outcomes.get(at + 1) === 0 : outcomes.get(at + 1) !== 1));
  const implicants = allTerms(levels).filter(
    (term) => positives.some((row) => holdsIn(term, row)) && !barred.some((row) => holdsIn(term, row)),
  );
  const primes = implicants.filter(
    (term) => !implicants.some((other) => other !== term && other.every((level, at) => level === absent || level === term[at])),
  );
  for (let size = 1; ; size += 1) {
    const found = [...choices(primes, size)].filter((terms) => positives.every((row) => terms.some((term) => holdsIn(term, row))));
    if (found.length > 0) return { primes: new Set(primes.map(String)), models: new Set(found.map(asKey)) };
  }
}

function asKey(terms: readonly Term[]): string {
  return terms.map(String).sort().join(';');
}

describe('against brute force, for up to five conditions', () => {
  test.each([
    ['complex', []],
    ['parsimonious', ['?']],
  ] as const)('the %s solution has all primes and all minimal models, and no other', (_, include) => {
    fc.assert(
      fc.property(arbitraryRows(5), (rows) => {
        const solution = solved(rows, include);
        const wanted = byBruteForce(rows, include.length > 0);
        const models = [...solution.models.stream()].map((model) => asKey(termsOf(solution, model)));
        expect(new Set(solution.primes.map(({ term }) => String(term)))).toEqual(wanted.primes);
        expect(new Set(models)).toEqual(wanted.models);
        expect(models).toHaveLength(wanted.models.size);
        expect(solution.models.count()).toEqual({ models: wanted.models.size, complete: true });
      }),
      { numRuns: 150 },
    );
  });

  test('irredundant models are the covers of which no term can be spared', () => {
    fc.assert(
      fc.property(arbitraryRows(4), (rows) => {
        const solution = solved(rows, ['?']);
        fc.pre(solution.primes.length <= 12);
        const covers = (terms: readonly number[]): boolean =>
          solution.positives.every((_, row) => terms.some((index) => solution.primes[index]?.covers.includes(row)));
        const all = Array.from({ length: 2 ** solution.primes.length }, (_, mask) =>
          solution.primes.map((_p, at) => at).filter((at) => (mask >> at) & 1),
        );
        const wanted = all.filter((terms) => covers(terms) && terms.every((index) => !covers(terms.filter((other) => other !== index))));
        expect(new Set([...solution.models.irredundant()].map(String))).toEqual(new Set(wanted.map(String)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever the data', () => {
  test('a model covers every positive row and no negative one, and no term of it can be spared', () => {
    fc.assert(
      fc.property(arbitraryRows(8), fc.constantFrom([] as const, ['?'] as const), (rows, include) => {
        const solution = solved(rows, include);
        for (const terms of firstModels(solution, 20).models) {
          const holds = (some: readonly Term[], number: number): boolean => some.some((term) => holdsIn(term, rowOf(number, rows.levels)));
          for (const row of solution.positives) expect(holds(terms, row)).toBe(true);
          for (const row of solution.negatives) expect(holds(terms, row)).toBe(false);
          for (const term of terms) {
            const others = terms.filter((other) => other !== term);
            expect(solution.positives.every((row) => holds(others, row))).toBe(false);
          }
        }
      }),
    );
  });

  test('the order of cases and of conditions does not matter', () => {
    const sorted = (solution: Minimisation): string[] =>
      [...solution.models.stream()]
        .map((model) => termsOf(solution, model).map((term) => termText(term, solution.table.data).split('*').sort().join('*')))
        .map((terms) => terms.sort().join(' + '))
        .sort();
    fc.assert(
      fc.property(arbitraryRows(6), fc.infiniteStream(fc.nat()), (rows, draws) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, key: draws.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const other = solved(
          { levels: rows.levels, outcomes: new Map(shuffled([...rows.outcomes])) },
          ['?'],
          shuffled(rows.levels.map((_, at) => at)),
        );
        expect(sorted(other)).toEqual(sorted(solved(rows, ['?'])));
      }),
    );
  });

  test('turning a condition round turns its literals round and nothing else', () => {
    fc.assert(
      fc.property(arbitraryRows(6), fc.nat(), (rows, pick) => {
        const at = pick % rows.levels.length;
        const last = (rows.levels[at] as number) - 1;
        const turn = (levels: readonly number[]): number[] =>
          levels.map((level, place) => (place === at && level !== absent ? last - level : level));
        const number = (levels: readonly number[]): number =>
          levels.reduce((sum, level, place) => sum * (rows.levels[place] as number) + level, 0) + 1;
        const turned = new Map([...rows.outcomes].map(([row, out]) => [number(turn(rowOf(row, rows.levels))), out]));
        const [first, second] = [solved(rows, ['?']), solved({ levels: rows.levels, outcomes: turned }, ['?'])];
        fc.pre(String(second.table.data.levels) === String(rows.levels));
        const keys = (solution: Minimisation, each: (term: Term) => Term): string[] =>
          [...solution.models.stream()].map((model) => asKey(termsOf(solution, model).map(each))).sort();
        expect(keys(second, turn)).toEqual(keys(first, (term) => term));
      }),
    );
  });

  test('a case that is in the outcome and in a solution as far as in it never lowers the coverage of the solution', () => {
    const membership = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
    const caseOf = fc.tuple(membership, membership, membership);
    fc.assert(
      fc.property(fc.array(caseOf, { minLength: 2, maxLength: 20 }), membership, membership, (cases, a, b) => {
        const table = (rows: readonly (readonly number[])[]) => ({
          cases: rows.map((_, at) => String(at)),
          columns: ['A', 'B', 'Y'].map((name, at) => ({ name, values: rows.map((row) => row[at] as number) })),
        });
        const term = [1, 0];
        const fits = [a, b, Math.min(a, 1 - b)];
        const before = prepare(table(cases), { outcome: 'Y', conditions: ['A', 'B'] });
        const after = prepare(table([...cases, fits]), { outcome: 'Y', conditions: ['A', 'B'] });
        fc.pre(before.ok && after.ok && before.value.kinds.every((kind) => kind === 'fuzzy'));
        const [old, grown] = [fittedModel(accepted(before), [term]), fittedModel(accepted(after), [term])];
        fc.pre(old.covS !== null);
        expect(grown.covS as number).toBeGreaterThanOrEqual((old.covS as number) - 1e-12);
      }),
    );
  });
});

describe('what is said of all models', () => {
  test('the shared terms are those in every one of them', () => {
    fc.assert(
      fc.property(arbitraryRows(6), (rows) => {
        const solution = solved(rows, ['?']);
        const models = [...solution.models.stream()];
        const wanted = solution.primes.map((_, index) => index).filter((index) => models.every((model) => model.includes(index)));
        expect(solution.models.shared()).toEqual(wanted);
      }),
    );
  });

  test('row dominance drops a prime that covers less than another, keeps those that cover the same, and only loses models', () => {
    fc.assert(
      fc.property(arbitraryRows(6), (rows) => {
        const [all, left] = [solved(rows, ['?']), solved(rows, ['?'], undefined, true)];
        const within = (inner: readonly number[], outer: readonly number[]): boolean => inner.every((row) => outer.includes(row));
        const wanted = all.primes.filter(
          ({ covers }) => !all.primes.some((other) => other.covers.length > covers.length && within(covers, other.covers)),
        );
        expect(left.primes).toEqual(wanted);
        const models = (solution: Minimisation): string[] => [...solution.models.stream()].map((model) => asKey(termsOf(solution, model)));
        const known = new Set(models(all));
        expect(models(left).filter((model) => !known.has(model))).toEqual([]);
      }),
    );
  });
});

describe('survival of democracy, as published', () => {
  const data = accepted(prepare(accepted(tableFromCsv(fuzzy)), { outcome: 'SURV' }));
  const table = accepted(truthTable(data, { inclusionCut: 0.8 }));
  const textsOf = (solution: Minimisation): string[][] =>
    firstModels(solution, 10).models.map((terms) => terms.map((term) => termText(term, data)).sort());

  // Configurational Comparative Methods, Thousand Oaks 2009, p. 115: both solutions of the fuzzy analysis.
  test('complex: two paths', () => {
    expect(textsOf(accepted(minimise(table)))).toEqual([['DEV*URB*LIT*IND*STB', 'DEV*~URB*LIT*~IND*STB']]);
  });
  test('parsimonious: two short ones', () => {
    expect(textsOf(accepted(minimise(table, { include: ['?'] })))).toEqual([['DEV*~IND', 'URB*STB']]);
  });
});

test('assumptions of more than a million rows are refused, not listed', () => {
  // Nothing of the table but its levels matters: 2²⁰ rows of twenty conditions are listed, those of twenty-one are not.
  const assumed = (conditions: number) => {
    const levels = new Array<number>(conditions).fill(2);
    const minimisation = { table: { data: { levels } }, positives: [1] } as unknown as Minimisation;
    return simplifyingAssumptions(minimisation, [new Array<number>(conditions).fill(absent)]);
  };
  expect(assumed(3)).toEqual({ ok: true, value: [2, 3, 4, 5, 6, 7, 8] });
  expect(assumed(21)).toMatchObject({ ok: false, refusal: { kind: 'tooManyRows' } });
});
