import { describe, expect, test } from 'vitest';
import {
  accepted,
  asSet,
  callsOf,
  lastCall,
  numbers,
  type Reference,
  type ReferenceModel,
  references,
  strings,
  tableAsked,
  tableOf,
} from '../testing/references.ts';
import { againstNecessity, contradictoryAssumptions, oppositeTable, rowsWithin } from '../qca/assumptions.ts';
import { prepare } from '../qca/data.ts';
import { expressionFrom } from '../qca/expression.ts';
import { expectationsFrom } from '../qca/expectations.ts';
import { intermediateModels, intermediates } from '../qca/intermediate.ts';
import { minimise, simplifyingAssumptions, termsOf } from '../qca/minimise.ts';
import { fittedModel } from '../qca/solution.ts';
import { fitOfConditions } from '../qca/statements.ts';
import { termText } from '../qca/terms.ts';
import { expressionOf, theoryFit } from '../qca/index.ts';
import { casesRange, type Design, inclusionRange } from './solutions.ts';

function counted(name: string, found: readonly unknown[]): void {
  test(`${name}: ${found.length} references read`, () => {
    console.log(`${name}: ${found.length} references read`);
  });
}

const ranges = references(/^S_rob_(incl|ncut)range/);
describe('ranges of settings', () => {
  counted('ranges', ranges);
  test.each(ranges)('$id', (reference) => {
    const name = reference.code.includes('rob.inclrange') ? 'rob.inclrange' : 'rob.ncutrange';
    const { step, 'max.runs': runs, 'incl.cut': inclusion, 'n.cut': cases, outcome } = lastCall(name, reference).named;
    const conditions = strings(/conds <- (c\([^)]*\))/.exec(reference.code)?.[1]);
    const design: Design = {
      choice: { outcome: strings(outcome)?.[0] ?? '', ...(conditions && { conditions }) },
      settings: { inclusionCut: Number(inclusion), casesMin: Number(cases) },
      options: { include: ['?'] },
    };
    const steps = { step: Number(step), stepsMax: Number(runs) };
    const { lower, upper } = (name === 'rob.inclrange' ? inclusionRange : casesRange)(tableOf(reference), design, steps);
    const wanted = (reference.output as readonly Readonly<Record<string, number>>[]).map((row) => row['RCT'] ?? row['NCUT']);
    expect([lower, upper]).toEqual(wanted);
  });
});

const assumed = references(/^S_LRintersect/);
describe('assumptions made for the outcome and for its absence', () => {
  counted('assumptions', assumed);
  test.each(assumed)('$id', (reference) => {
    const cases = tableOf(reference);
    const [call] = callsOf('minimize', reference.code);
    if (call === undefined) return expect.fail('no call');
    const table = tableAsked(cases, call);
    const opposite = accepted(oppositeTable(cases, table));
    // The program compares the first models of both; which of several is first is its own affair.
    const assumedBy = (own: typeof table): Set<number>[] => {
      const solution = accepted(minimise(own, { include: ['?'] }));
      return [...solution.models.stream()].map((model) => new Set(accepted(simplifyingAssumptions(solution, termsOf(solution, model)))));
    };
    const common = assumedBy(table).flatMap((one) =>
      assumedBy(opposite).map((other) =>
        [...one]
          .filter((row) => other.has(row))
          .map(String)
          .join(),
      ),
    );
    expect(common).toContain((reference.output as readonly string[]).join());
    // Over all models there can only be more.
    const all = accepted(contradictoryAssumptions(table, opposite)).map(String);
    expect(all).toEqual(expect.arrayContaining([...(reference.output as readonly string[])]));
  });
});

function excludedByEsa(reference: Reference): number[] {
  const call = lastCall('truthTable', reference);
  const table = tableAsked(tableOf(reference), call);
  const { nec_cond: necessary, untenable_LR: untenable, contrad_rows: rows } = lastCall('esa', reference).named;
  const expressionsIn = (text: string | undefined) => (strings(text) ?? []).map((one) => accepted(expressionFrom(one, table.data)));
  return [
    ...expressionsIn(necessary).flatMap((one) => againstNecessity(table, one)),
    ...expressionsIn(untenable).flatMap((one) => rowsWithin(table, one)),
    ...numbers(rows?.replaceAll('"', '')),
  ];
}

const enhanced = references(/^S_esa_/);
describe('enhanced standard analysis', () => {
  counted('enhanced', enhanced);
  test.each(enhanced)('$id', (reference) => {
    const table = tableAsked(tableOf(reference), lastCall('truthTable', reference), excludedByEsa(reference));
    const solution = accepted(minimise(table, { include: ['?'] }));
    const wanted = reference.output as { readonly models: readonly ReferenceModel[]; readonly negatives: readonly number[] };
    const models = [...solution.models.stream()].map((model) => termsOf(solution, model));
    expect(models.map((terms) => asSet(terms.map((term) => termText(term, table.data))))).toEqual(
      wanted.models.map(({ terms }) => asSet(terms)),
    );
    expect(solution.negatives).toEqual(wanted.negatives);
    expect(fittedModel(table.data, models[0] ?? []).inclS).toBeCloseTo(wanted.models[0]?.fit.inclS as number, 9);
  });
});

const haesebrouck = references(/^S_QCAfit_suf/);
describe('consistency after Haesebrouck', () => {
  counted('consistency', haesebrouck);
  test.each(haesebrouck)('$id', (reference) => {
    const table = tableOf(reference);
    const fits = fitOfConditions(accepted(prepare(table, { outcome: 'EXPORT' })), 'sufficiency');
    // The reference is printed to four digits.
    const wanted = reference.output as readonly Readonly<Record<string, number | string>>[];
    expect(fits.map(({ term }) => term)).toEqual(wanted.map((row) => row['.row']));
    for (const [at, row] of wanted.entries()) {
      expect(fits[at]?.inclH).toBeCloseTo(row['Cons.Suf(H)'] as number, 4);
      expect(fits[at]?.inclS).toBeCloseTo(row['Cons.Suf'] as number, 4);
      expect((fits[at]?.inclS as number) * (fits[at]?.PRI as number)).toBeCloseTo(row['PRODUCT'] as number, 4);
    }
  });
});

const theories = references(/^B_modelFit/);
describe('a solution against a theory', () => {
  counted('theories', theories);
  test.each(theories)('$id', (reference) => {
    const table = tableAsked(tableOf(reference), lastCall('truthTable', reference));
    const [complex, parsimonious] = [accepted(minimise(table)), accepted(minimise(table, { include: ['?'] }))];
    const expectations = accepted(expectationsFrom('DEV,URB,LIT,IND,STB', table.data));
    const { solutions } = accepted(intermediates(complex, parsimonious, expectations));
    const [model = []] = intermediateModels(solutions, 1).models;
    const parts = theoryFit(table.data, expressionOf(model, table.data), accepted(expressionFrom('DEV*STB', table.data)));
    const { intersections } = (reference.output as { readonly modelfit: { readonly intersections: Readonly<Record<string, string>> } })
      .modelfit;
    const names = { modelAndTheory: 'model*theory', modelOnly: 'model*~theory', theoryOnly: '~model*theory', neither: '~model*~theory' };
    for (const [part, name] of Object.entries(names)) {
      const own = parts.find((one) => one.part === part)?.expression.replace(/^0$/, '-') ?? '';
      expect(asSet(own.split(' + '))).toBe(asSet((intersections[name] ?? '').split(' + ')));
    }
    expect(parts.map(({ inclS, PRI, covS }) => [inclS, PRI, covS].map((value) => value?.toFixed(3) ?? '-').join(' '))).toEqual([
      '0.866 0.839 0.660',
      '0.869 0.848 0.824',
      '0.866 0.839 0.660',
      '- - 0.000',
      '0.713 0.634 0.242',
      '0.253 0.091 0.295',
    ]);
  });
});
