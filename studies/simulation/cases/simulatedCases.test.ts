import { expect, test } from 'vitest';
import { simulatedCases, simulatedColumns } from './simulatedCases.ts';

const column = (name: string): number => simulatedColumns.findIndex((own) => own.name === name);

test('the same seed makes the same cases, whatever their number; another seed makes others', () => {
  const values = (count: number, seed: number) => simulatedCases(count, seed).map((own) => own.values);
  expect(values(60, 5).slice(0, 20)).toEqual(values(20, 5));
  expect(values(20, 6)).not.toEqual(values(20, 5));
});

test('every value lies on its scale, and names say what the cases are', () => {
  for (const { name, values } of simulatedCases(200, 11)) {
    expect(name).toMatch(/^SIM-\d+$/);
    simulatedColumns.forEach(({ range: [low, high] }, at) => {
      expect(values[at]).toBeGreaterThanOrEqual(low);
      expect(values[at]).toBeLessThanOrEqual(high);
    });
  }
});

test('what is not converted is watched to its end, what is intervened in has instruments that add up', () => {
  for (const { values } of simulatedCases(200, 3)) {
    const value = (name: string): number => values[column(name)] as number;
    if (value('converted') === 0) expect(value('months')).toBeGreaterThanOrEqual(72);
    expect(value('accountability') + value('fiscal') + value('organisation')).toBeCloseTo(value('intervention'), 2);
  }
});

test('there are cases of both outcomes, with and without intervention', () => {
  const cases = simulatedCases(60, 2026);
  const kinds = new Set(cases.map(({ values }) => `${values[column('converted')]}${(values[column('intervention')] as number) > 0}`));
  expect(kinds.size).toBe(4);
});
