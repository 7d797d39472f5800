import { editionFacts, loadCase } from '@gongze/cases';
import { openCase } from '@gongze/domain/report/open';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import { describe, expect, test } from 'vitest';
import { checkArgument } from '../matching/argument.ts';
import { accepted } from '../testing/references.ts';
import { componentMeasures, measures, tableFromCases } from './cases.ts';
import { tableFromCsv } from './csv.ts';

function opened(id: 'jingjinji' | 'xixian') {
  const file = loadCase(id);
  return openCase({
    caseId: id as CaseId,
    title: file.title,
    actors: {},
    edition: 'enriched',
    facts: editionFacts(file, 'enriched'),
    parameters: standardParameters(),
    governments: gb2260(),
  });
}

describe('the two real cases as a matrix', () => {
  const asOf = isoDateOf('2016-12-31');
  const cases = (['jingjinji', 'xixian'] as const).map((name) => ({ name, opened: opened(name), asOf }));
  const table = accepted(tableFromCases(cases, measures));
  const cell = (name: string, at: number) => {
    const column = table.columns.find((one) => one.name === name);
    return { value: column?.values[at], evidence: column?.evidence?.[at] ?? [] };
  };

  test('every known cell but a zero opens facts that are in the case', () => {
    for (const { name, values } of table.columns)
      for (const [at, value] of values.entries()) {
        const { evidence } = cell(name, at);
        if (value === null || value === 0) continue;
        expect({ name, facts: evidence.length }).not.toEqual({ name, facts: 0 });
        const known = new Set<string>(cases[at]?.opened.ordered.map(({ id }) => id));
        expect(evidence.filter((id) => !known.has(id))).toEqual([]);
      }
  });

  test('values are those of the report', () => {
    const report = cases[0]?.opened.reportAt(asOf);
    expect(cell('culture', 0).value).toBe(report?.variables.culture.index);
    expect(cell('conversion', 0).value).toBe(report?.stageFunnel.conversionEfficiency);
    expect(cell('intervention', 0).value).toBe(Math.max(...(report?.interventions.map(({ strength }) => strength) ?? [])));
    const components = report ? componentMeasures(report) : [];
    expect(components.map(({ id }) => id)).toContain('culture.trust');
  });

  test('over a window, strength is the greatest and the outcome the last', () => {
    const window = cases.map((one) => ({ ...one, from: isoDateOf('2014-01-01') }));
    const over = accepted(tableFromCases(window, measures));
    const value = (name: string): number | null | undefined => over.columns.find((one) => one.name === name)?.values[0];
    expect(value('conversion')).toBe(cell('conversion', 0).value);
    expect(value('intervention') as number).toBeGreaterThanOrEqual(0);
    expect(value('culture')).not.toBe(cell('culture', 0).value);
  });

  test('the article’s argument is checked step by step, with its facts', () => {
    const argument = accepted(
      checkArgument(table, {
        first: 'jingjinji',
        second: 'xixian',
        outcome: 'conversion',
        alike: ['homogeneity', 'spillover'],
        cause: ['binding'],
        alikeWithin: { homogeneity: 1, spillover: 1, conversion: 0.1, binding: 1 },
      }),
    );
    expect(argument.steps.map(({ step }) => step)).toEqual(['alike', 'alike', 'outcome', 'cause']);
    expect(argument.limits.length).toBeGreaterThan(0);
  });
});

describe('tables from CSV', () => {
  const read = (text: string, wanted?: readonly string[]) => tableFromCsv(text, wanted ? { wanted } : {});

  test('quotes, byte order mark, either line end, unknown cells, columns of text', () => {
    const table = accepted(read('\ufeffcase,A,"B ""x""",note\r\n"Korea, Rep.",1,NA,one\r\n\r\nother,0.5,,two\n'));
    expect(table.cases).toEqual(['Korea, Rep.', 'other']);
    expect(table.columns).toEqual([
      { name: 'A', values: [1, 0.5] },
      { name: 'B "x"', values: [null, null] },
    ]);
  });
  test('without names where the first column is itself wanted', () => {
    expect(accepted(read('A,Y\n1,0\n0,1\n', ['A', 'Y'])).cases).toEqual(['1', '2']);
  });
  test.each([
    ['case,A\n"one,1\n', 'unclosedQuote'],
    ['case,A\n,1\n', 'nameless'],
    ['case,A,A\none,1,2\n', 'duplicateColumn'],
    ['case,A\n', 'emptyTable'],
  ])('%j is refused: %s', (text, kind) => {
    expect(read(text)).toMatchObject({ ok: false, refusal: { kind } });
  });
});
