import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answer } from '@gongze/studies/comparison/answer';
import { analyse } from './analysis/analyse.ts';
import { packageFiles } from './analysis/package.ts';
import { byData, isSet, recordsOf, standardSettings } from './analysis/settings.ts';
import { csvData } from './data/csv.ts';
import { gapsIn } from './Gaps.tsx';
import { simulatedData } from './data/simulated.ts';

const today = '2026-11-27';
const simulated = simulatedData(2026);

function good<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(answer.refusal.text.en);
}

describe('the simulated set', () => {
  const settings = standardSettings(simulated, today);
  const analysis = good(analyse(simulated, settings));

  test('every case is in the truth table once', () => {
    const rows = good(analysis.truth);
    expect(rows.flatMap(({ cases }) => cases).sort()).toEqual([...simulated.raw.cases].sort());
  });
  test('a model covers every row that leads to the outcome and none that does not', () => {
    const rows = good(analysis.truth);
    const names = settings.conditions;
    const covers = (term: string, values: readonly number[]): boolean =>
      term.split('*').every((literal) => values[names.indexOf(literal.replace('~', ''))] === (literal.startsWith('~') ? 0 : 1));
    for (const { terms } of good(analysis.solutions.parsimonious).models)
      for (const { values, out } of rows) expect(terms.some((term) => covers(term, values))).toBe(out === '1');
  });
  test('memberships in a term are the least of those in its literals', () => {
    const set = (name: string): readonly (number | null)[] => analysis.sets.columns.find((own) => own.name === name)?.values ?? [];
    for (const [term, own] of Object.entries(analysis.memberships)) {
      const least = simulated.raw.cases.map((_, at) =>
        Math.min(
          ...term.split('*').map((literal) => {
            const value = set(literal.replace('~', ''))[at] as number;
            return literal.startsWith('~') ? 1 - value : value;
          }),
        ),
      );
      for (const [at, value] of own.entries()) expect(value).toBeCloseTo(least[at] as number, 12);
    }
  });
  test('from the landmark on, what converted before is left out and said', () => {
    const { rows, before } = analysis.times;
    expect(rows.length + before).toBe(simulated.times.length);
    expect(before).toBe(simulated.times.filter(({ time }) => time <= settings.landmark).length);
    expect(Math.min(...rows.map(({ time }) => time))).toBeGreaterThan(0);
  });
  test('the package says that it is simulated, and holds anchors with reason and date', () => {
    const files = good(packageFiles(simulated, settings, analysis, 'parsimonious'));
    const content = (name: string): string => files.find((own) => own.name === name)?.content ?? '';
    expect(content('README.md').split('\n')[0]).toContain('SIMULATED');
    const [first] = JSON.parse(content('settings.json')).calibration;
    expect(first).toMatchObject({ column: 'homogeneity', decidedOn: today });
    expect(first.reason.zh).not.toBe('');
    expect(content('raw.csv').split('\n')).toHaveLength(simulated.raw.cases.length + 2);
    expect(content('analysis.R')).toContain('e=0.1, c=0.45, i=0.9');
  });
});

describe('a table of the reader', () => {
  const text = 'case,A,trust,outcome,time,event\na,1,12,0.9,3,1\nb,0,30,0.2,5,0\nc,1,80,0.7,4,1\nd,0,90,0.1,6,0\n';
  const data = good(csvData(text, 'own.csv'));

  test('sets stay as they are, measures get anchors whose reason says that it is none', () => {
    const settings = standardSettings(data, today);
    expect(settings.outcome).toBe('outcome');
    expect(Object.keys(settings.anchors)).toEqual(['trust']);
    expect(recordsOf(settings)[0]?.reason).toBe(byData);
    expect(data.times.map(({ event }) => event)).toEqual([1, 0, 1, 0]);
  });
  test('an unknown cell stops the truth table with the name of the cell, not the pairs', () => {
    const holed = good(csvData(text.replace('b,0,30', 'b,,30'), 'own.csv'));
    const analysis = good(analyse(holed, standardSettings(holed, today)));
    expect(analysis.truth).toMatchObject({ ok: false, refusal: { kind: 'missingValue', cells: [{ case: 'b', column: 'A' }] } });
    expect(analysis.pairs.ok).toBe(true);
  });
  test('the case that lacks a value, and the value, are named; a column that is not used is no gap', () => {
    const holed = good(csvData(text.replace('b,0,30', 'b,,30'), 'own.csv'));
    const own = standardSettings(holed, today);
    expect([...gapsIn(holed, own)]).toEqual([['b', ['A']]]);
    expect(gapsIn(holed, { ...own, conditions: ['trust'], intervention: undefined, group: undefined }).size).toBe(0);
    expect(gapsIn(data, standardSettings(data, today)).size).toBe(0);
  });
  test.each([
    [[0, 1, 0.4, null], true],
    [[0, 1, 2, 3], true],
    [[1, 2.5], false],
    [[-1, 0], false],
  ])('%j is a set: %s', (values, expected) => {
    expect(isSet({ name: 'x', values })).toBe(expected);
  });
});

test('words are there in both languages, with full-width punctuation in Chinese', async () => {
  const walk = (node: unknown): { zh: string; en: string }[] => {
    if (typeof node !== 'object' || node === null) return [];
    if ('zh' in node && 'en' in node) return [node as { zh: string; en: string }];
    return Object.values(node).flatMap(walk);
  };
  const files = globSync('words/*.ts', { cwd: import.meta.dirname });
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const found = walk(await import(join(import.meta.dirname, file)));
    expect(found.length).toBeGreaterThan(10);
    for (const { zh, en } of found) {
      expect(en.trim()).not.toBe('');
      expect(/[\u4e00-\u9fff][,;:?!()]/.test(zh), zh).toBe(false);
    }
  }
  const source = globSync('**/*.tsx', { cwd: import.meta.dirname }).map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  expect(source.join('\n').match(/>[^<>{}]*[\u4e00-\u9fff]/)).toBeNull();
});
