import { describe, expect, test } from 'vitest';
import {
  accepted,
  asSet,
  type FitOf,
  lastCall,
  type Reference,
  type ReferenceModel,
  references,
  tableAsked,
  tableOf,
} from '../testing/references.ts';
import { strings } from '../testing/rCalls.ts';
import { contradictoryAssumptions, oppositeTable, rowsWithin, simultaneousSubsets, untenable } from './assumptions.ts';
import { expectationsFrom } from './expectations.ts';
import { expressionFrom } from './expression.ts';
import { type Intermediate, intermediates } from './intermediate.ts';
import { type Minimisation, minimise, simplifyingAssumptions, termsOf } from './minimise.ts';
import { fittedModel } from './solution.ts';
import { type Term, termText } from './terms.ts';
import type { TruthTable } from './truthTable.ts';

const precision = 9;

interface TableOutput {
  readonly rows: readonly {
    readonly row: number;
    readonly OUT: string;
    readonly n: number;
    readonly incl: number | null;
    readonly PRI: number | null;
    readonly cases: string;
    readonly dcc?: string;
  }[];
}

interface SolutionOutput {
  readonly negatives: readonly number[];
  readonly prime_implicants: readonly string[];
  readonly essential: readonly string[];
  readonly models: readonly ReferenceModel[];
  readonly simplifying_assumptions_by_model?: Readonly<Record<string, readonly number[]>>;
  readonly intermediate?: Readonly<Record<string, IntermediateOutput>>;
}

interface IntermediateOutput {
  readonly 'c.sol': readonly string[];
  readonly 'p.sol': readonly string[];
  readonly easy_counterfactuals: readonly number[];
  readonly difficult_counterfactuals: readonly number[];
  readonly prime_implicants: readonly string[];
  readonly models: readonly ReferenceModel[];
}

function counted(name: string, found: readonly unknown[]): void {
  test(`${name}: ${found.length} references read`, () => {
    console.log(`${name}: ${found.length} references read`);
  });
}

function near(value: number | null, wanted: number | null): void {
  if (wanted === null || value === null) expect(value).toBe(wanted);
  else expect(value).toBeCloseTo(wanted, precision);
}

function sameFit(fit: FitOf, wanted: FitOf): void {
  near(fit.inclS, wanted.inclS);
  near(fit.PRI, wanted.PRI);
  near(fit.covS, wanted.covS);
}

function texts(table: TruthTable, terms: readonly Term[]): string[] {
  return terms.map((term) => termText(term, table.data));
}

/** Every model of R with its fit, and none that R does not have. */
function sameModels(solution: Minimisation, wanted: readonly ReferenceModel[], all = false): Map<string, Term[]> {
  const stream = all ? solution.models.irredundant() : solution.models.stream();
  const own = new Map([...stream].map((model) => termsOf(solution, model)).map((terms) => [asSet(texts(solution.table, terms)), terms]));
  expect([...own.keys()].sort()).toEqual(wanted.map(({ terms }) => asSet(terms)).sort());
  if (!all) expect(solution.models.count()).toEqual({ models: wanted.length, complete: true });
  for (const model of wanted) {
    const fit = fittedModel(solution.table.data, own.get(asSet(model.terms)) ?? []);
    sameFit(fit, model.fit);
    for (const term of model.term_fit) {
      const found = fit.termFits.find((one) => asSet([one.term]) === asSet([term.term]));
      expect(found).toBeDefined();
      if (found === undefined) continue;
      sameFit(found, term);
      // R leaves the unique coverage of a term that stands alone empty; it is the whole coverage.
      near(found.covU, term.covU ?? (model.terms.length === 1 ? term.covS : null));
    }
  }
  return own;
}

const tables = references(/^(T_|TG_|S_SCHF_tt|X_CVF_C_tt|BUG_ncut)/).filter(({ id }) => id !== 'T_RS_tQCA');
describe('truth tables', () => {
  counted('truth tables', tables);
  test.each(tables)('$id', (reference) => {
    const table = tableAsked(tableOf(reference), lastCall('truthTable', reference));
    const { rows } = reference.output as TableOutput;
    expect(table.rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
    for (const [at, wanted] of rows.entries()) {
      const row = table.rows[at];
      expect(row?.out).toBe(reference.expectedOut?.[wanted.row] ?? wanted.OUT);
      expect(row?.n).toBe(wanted.n);
      near(row?.incl ?? null, wanted.incl);
      near(row?.PRI ?? null, wanted.PRI);
      expect(row?.cases.join()).toBe(wanted.cases);
      if (wanted.dcc !== undefined) expect(row?.deviant.join()).toBe(wanted.dcc);
    }
  });
});

/** Rows that the code of a reference excludes, computed from what it says, not read from its output. */
function excludedBy(reference: Reference, table: TruthTable): number[] {
  if (!reference.code.includes('exclude=')) return [];
  const opposite = accepted(oppositeTable(tableOf(reference), table));
  const impossible = /findRows\(obj=tt, "([^"]+)"\)/.exec(reference.code)?.[1];
  return [
    ...(reference.code.includes('type=2') ? accepted(contradictoryAssumptions(table, opposite)) : []),
    ...(impossible ? rowsWithin(table, accepted(expressionFrom(impossible, table.data))) : []),
  ];
}

function solvedAs(reference: Reference): { complex: () => Minimisation; asked: Minimisation; table: TruthTable } {
  const call = lastCall('truthTable', reference);
  const cases = tableOf(reference);
  const before = tableAsked(cases, call);
  const table = tableAsked(cases, call, excludedBy(reference, before));
  const { include, explain, 'row.dom': rowDominance } = lastCall('minimize', reference).named;
  const asked = minimise(table, {
    include: (strings(include) ?? []) as ('?' | 'C')[],
    ...(explain && { explain: strings(explain) as ('1' | 'C')[] }),
    rowDominance: rowDominance === 'TRUE',
  });
  return { asked: accepted(asked), complex: () => accepted(minimise(table)), table };
}

function samePair(found: Intermediate, wanted: IntermediateOutput, table: TruthTable): void {
  const primes = found.solution.primes.map(({ term }) => term);
  expect(asSet(texts(table, primes))).toBe(asSet(wanted.prime_implicants));
  sameModels(found.solution, wanted.models);
}

const solutions = references(/^(M_|MG_|A_|D_|X_CVF_(C_only|include)|S_SCHF_pars|E_ESA)/);
describe('solutions', () => {
  counted('solutions', solutions);
  test.each(solutions)('$id', (reference) => {
    const wanted = reference.output as SolutionOutput;
    const { asked, complex, table } = solvedAs(reference);
    const { named } = lastCall('minimize', reference);
    expect(
      asSet(
        texts(
          table,
          asked.primes.map(({ term }) => term),
        ),
      ),
    ).toBe(asSet(wanted.prime_implicants));
    const shared = (asked.models.shared() ?? []).map((index) => asked.primes[index]?.term ?? []);
    expect(asSet(texts(table, shared))).toBe(asSet(wanted.essential));
    if (wanted.intermediate === undefined) expect(asked.negatives).toEqual(wanted.negatives);
    const own = sameModels(asked, wanted.models, named['all.sol'] === 'TRUE');
    for (const model of wanted.models) {
      const assumed = wanted.simplifying_assumptions_by_model?.[model.model];
      if (assumed) expect(accepted(simplifyingAssumptions(asked, own.get(asSet(model.terms)) ?? []))).toEqual(assumed);
    }
    if (wanted.intermediate === undefined) return;
    const expectations = accepted(expectationsFrom((named['dir.exp'] ?? '').replaceAll('"', ''), table.data));
    const { solutions: pairs, complete } = accepted(intermediates(complex(), asked, expectations));
    expect(complete).toBe(true);
    expect(pairs.reduce((sum, { from }) => sum + from.length, 0)).toBe(Object.keys(wanted.intermediate).length);
    for (const pair of Object.values(wanted.intermediate)) {
      const found = pairs.find(
        ({ easy, difficult }) =>
          easy.join() === pair.easy_counterfactuals.join() && difficult.join() === pair.difficult_counterfactuals.join(),
      );
      expect(found).toBeDefined();
      if (found) samePair(found, pair, table);
    }
  });
});

const found = references(/^E_findRows/);
describe('rows that must not be assumed', () => {
  counted('rows', found);
  test.each(found)('$id', (reference) => {
    const cases = tableOf(reference);
    const truth = lastCall('truthTable', reference);
    const outcome = truth.named['outcome'] ?? truth.positional[1] ?? '';
    const table = tableAsked(cases, { ...truth, named: { ...truth.named, outcome } });
    const opposite = accepted(oppositeTable(cases, table));
    const output = reference.output as readonly number[] | Readonly<Record<string, readonly number[]>>;
    const call = lastCall('findRows', reference);
    const text = call.positional.find((one) => one.startsWith('"'))?.replaceAll('"', '') ?? '';
    const expression = () => accepted(expressionFrom(text, table.data));
    switch (call.named['type']) {
      case '0':
        return expect(accepted(untenable(table, opposite, expression()))).toEqual(output);
      case '2':
        return expect(accepted(contradictoryAssumptions(table, opposite))).toEqual(output);
      case '3':
        return expect(simultaneousSubsets(table, opposite)).toEqual(output);
      default:
        return expect({ remainders: rowsWithin(table, expression()), with_observed: rowsWithin(table, expression(), true) }).toEqual(
          output,
        );
    }
  });
});

const conjunctural = references(/^BUG_conj/);
describe('a defect of R, with the right values', () => {
  counted('defects', conjunctural);
  test.each(conjunctural)('$id: an expectation about a combination leaves those about single conditions alone', (reference) => {
    const call = { name: 'truthTable', positional: [], named: { outcome: '"SURV"', 'incl.cut': '0.8' } };
    const table = tableAsked(tableOf(reference), call);
    const [complex, parsimonious] = [accepted(minimise(table)), accepted(minimise(table, { include: ['?'] }))];
    const easy = (text: string): readonly number[] | undefined =>
      accepted(intermediates(complex, parsimonious, accepted(expectationsFrom(text, table.data)))).solutions[0]?.easy;
    expect(easy('~LIT')).toEqual([18, 28]);
    expect(easy('DEV*IND')).toEqual([]);
    expect(easy('~LIT + DEV*IND')).toEqual([18, 28]);
  });
});
