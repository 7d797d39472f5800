import { describe, expect, test } from 'vitest';
import { anchorMemberships, type Calibration, calibrate } from '../calibration/calibrate.ts';
import { type Linkage, suggestedThresholds } from '../calibration/thresholds.ts';
import { type Column, columnOf } from '../matrix/table.ts';
import {
  accepted,
  argumentsOf,
  callsOf,
  lastCall,
  numbers,
  type RCall,
  type Reference,
  references,
  strings,
  tableOf,
} from '../testing/references.ts';
import { prepare } from './data.ts';
import { both, expanded, expressionFrom, expressionText, negation, simplified } from './expression.ts';
import { fitOfConditions, fitOfExpression, type Relation } from './statements.ts';
import { necessarySupersets, sufficientSubsets } from './subsets.ts';
import { termText } from './terms.ts';

type Row = Readonly<Record<string, number | string | null>>;

function counted(name: string, found: readonly unknown[]): void {
  test(`${name}: ${found.length} references read`, () => {
    console.log(`${name}: ${found.length} references read`);
  });
}

/** Every number that a row of the reference has. */
function sameNumbers(own: object, wanted: Row): void {
  for (const [key, value] of Object.entries(wanted)) {
    if (typeof value !== 'number') continue;
    expect((own as Readonly<Record<string, number>>)[key]).toBeCloseTo(value, 9);
  }
}

const statements = references(/^P_/);
describe('parameters of fit', () => {
  counted('parameters of fit', statements);
  test.each(statements)('$id', (reference) => {
    const wanted = (reference.output as { readonly fit: readonly Row[] }).fit;
    const call = lastCall('pof', reference);
    const [expression, outcome] = (call.positional[0] ?? '').replaceAll('"', '').split(/<-|<=|->|=>/);
    if (outcome !== undefined) {
      const relation: Relation = /<-|<=/.test(call.positional[0] ?? '') ? 'necessity' : 'sufficiency';
      const data = accepted(prepare(tableOf(reference), { outcome }));
      const { terms, whole } = accepted(fitOfExpression(data, expression ?? '', relation));
      for (const row of wanted) sameNumbers([...terms, whole].find(({ term }) => term === row['term']) ?? {}, row);
      return;
    }
    const name = /\[\["(\w+)"\]\]/.exec(reference.code)?.[1] ?? '';
    const negated = call.positional[1]?.startsWith('1-') ?? false;
    const data = accepted(prepare(tableOf(reference), { outcome: `${negated ? '~' : ''}${name}` }));
    const relation = (strings(call.named['relation'])?.[0] ?? '') as Relation;
    const fits = fitOfConditions(data, relation);
    expect(fits.map(({ term }) => term)).toEqual(wanted.map((row) => row['term']));
    for (const [at, row] of wanted.entries()) sameNumbers(fits[at] ?? {}, row);
  });
});

const searches = references(/^N_/);
describe('what is necessary or sufficient by itself', () => {
  counted('subsets', searches);
  test.each(searches)('$id', (reference) => {
    const { outcome, conditions, relation, ...cuts } = lastCall('superSubset', reference).named;
    const chosen = strings(conditions);
    const data = accepted(prepare(tableOf(reference), { outcome: strings(outcome)?.[0] ?? '', ...(chosen && { conditions: chosen }) }));
    const search = relation?.includes('suf') ? sufficientSubsets : necessarySupersets;
    const found = accepted<readonly { readonly expression: string; readonly fit: object }[]>(
      search(data, {
        inclusion: Number(cuts['incl.cut'] ?? 1),
        coverage: Number(cuts['cov.cut'] ?? 0),
        relevance: Number(cuts['ron.cut'] ?? cuts['pri.cut'] ?? 0),
      }),
    );
    const wanted = reference.output as readonly Row[];
    expect(found.map(({ expression }) => expression).sort()).toEqual(wanted.map((row) => row['expression']).sort());
    for (const row of wanted) sameNumbers(found.find(({ expression }) => expression === row['expression'])?.fit ?? {}, row);
  });
});

/** The calibration that a call of R asks for. */
function calibrationOf({ positional, named }: RCall): Calibration {
  const method = (strings(named['method']) ?? ['direct'])[0];
  const type = (strings(named['type'] ?? positional[1]) ?? ['fuzzy'])[0];
  const thresholds = numbers(named['thresholds']?.replaceAll(/[a-z]\d?\s*=/gi, ''));
  if (type === 'crisp') return { method: 'crisp', thresholds };
  if (method === 'indirect') return { method, thresholds };
  if (method === 'TFR') return { method: 'relative' };
  const powers = { below: Number(named['below'] ?? 1), above: Number(named['above'] ?? 1) };
  const anchors = (three: readonly number[]) => ({
    exclusion: three[0] as number,
    crossover: three[1] as number,
    inclusion: three[2] as number,
  });
  if (thresholds.length === 6)
    return { method: 'bell', left: anchors(thresholds.slice(0, 3)), right: anchors(thresholds.slice(3).reverse()), ...powers };
  if (named['ecdf'] === 'TRUE') return { method: 'distribution', ...anchors(thresholds) };
  if (named['logistic'] === 'FALSE') return { method: 'powers', ...anchors(thresholds), ...powers };
  const idm = named['idm']?.includes('exp(3)') ? anchorMemberships.logOdds3 : Number(named['idm'] ?? 0.95);
  return { method: 'logistic', ...anchors(thresholds), anchorMembership: idm };
}

function columnNamed(reference: Reference, text: string | undefined): Column {
  const table = tableOf(reference);
  const name = /\$(\w+)/.exec(text ?? '')?.[1] ?? table.columns[0]?.name ?? '';
  return accepted(columnOf(table, name));
}

const calibrations = references(/^C(?!NA)/).filter(({ code }) => code.includes('calibrate('));
describe('calibration, every cell', () => {
  counted('calibrations', calibrations);
  test.each(calibrations)('$id', (reference) => {
    const output = reference.output as readonly number[] | { readonly columns: Row } | Row;
    const columns = Array.isArray(output) ? [output] : Object.values((output as { readonly columns?: Row }).columns ?? output);
    for (const [at, call] of callsOf('calibrate', reference.code).entries()) {
      const own = accepted(calibrate(columnNamed(reference, call.positional[0]).values, calibrationOf(call)));
      const wanted = columns[at] as unknown as readonly number[];
      expect(own).toHaveLength(wanted.length);
      for (const [place, value] of wanted.entries()) expect(own[place]).toBeCloseTo(value, 12);
    }
  });
});

const thresholds = references(/^C\d+_findTh/);
describe('thresholds the data suggest', () => {
  counted('thresholds', thresholds);
  test.each(thresholds)('$id', (reference) => {
    const wanted = Object.values(reference.output as Readonly<Record<string, readonly number[]>>);
    for (const [at, { positional, named }] of callsOf('findTh', reference.code).entries()) {
      const linkage = (strings(named['hclustm']) ?? ['complete'])[0] as Linkage;
      const { values } = columnNamed(reference, positional[0]);
      expect(accepted(suggestedThresholds(values, Number(named['n'] ?? 1), linkage))).toEqual(wanted[at]);
    }
  });
});

const algebra = references(/^B_boolean/);
describe('expressions', () => {
  counted('expressions', algebra);
  test.each(algebra)('$id', (reference) => {
    const output = reference.output as Readonly<Record<string, readonly string[]>>;
    const asSum = (text: string | undefined): string[] =>
      (text ?? '')
        .split(' + ')
        .map((product) => product.split('*').sort().join('*'))
        .sort();
    for (const name of ['negate', 'simplify', 'expand', 'intersection']) {
      for (const { positional, named } of callsOf(name, reference.code)) {
        const texts = positional.map((text) => text.replaceAll('"', ''));
        const mentioned = [...new Set(texts.join('+').match(/[A-Z]+/g) ?? [])].sort();
        const names = strings(named['snames']) ?? mentioned;
        const naming = { names, levels: named['noflevels'] ? numbers(named['noflevels']) : names.map(() => 2) };
        const [first, second] = texts.map((text) => accepted(expressionFrom(text, naming)));
        if (first === undefined) continue;
        const own = {
          negate: () => expressionText(negation(first, naming), naming),
          simplify: () =>
            simplified(first, naming)
              .map((term) => termText(term, naming))
              .join(' + '),
          expand: () =>
            expanded(first, naming)
              .map((term) => termText(term, naming))
              .join(' + '),
          intersection: () => expressionText(both(first, second ?? []), naming),
        }[name as 'negate']();
        const key = name === 'negate' && named['noflevels'] ? 'negate_mv' : name;
        expect(asSum(own)).toEqual(asSum(output[key]?.[0]));
      }
    }
    expect(argumentsOf('a, b(c, d)')).toEqual(['a', 'b(c, d)']);
  });
});
