import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOf, page, requirements, root, threatModels, withOpenList } from './asvs.ts';

const all = Object.entries(requirements());

test('every requirement of levels 1 and 2 stands in the list', () => {
  // 345 requirements in all: 70 of level 1, 183 of level 2, 92 of level 3.
  expect(all.filter(([, { level }]) => level === 1)).toHaveLength(70);
  expect(all.filter(([, { level }]) => level === 2)).toHaveLength(183);
});

test('each has one answer, and the tests and pages that it names are there', () => {
  expect(all.flatMap(([id, requirement]) => faultsOf(id, requirement))).toEqual([]);
});

test('an identifier without an answer, or with a test that is not there, is a fault', () => {
  expect(faultsOf('V0.0.1', { level: 1 })).toHaveLength(1);
  expect(
    faultsOf('V0.0.2', { level: 1, tests: ['tools/asvs.test.ts > a test that nobody', 'no/such.test.ts > x'].map((one) => `${one}!`) }),
  ).toHaveLength(2);
  expect(faultsOf('V0.0.3', { level: 1, open: { zh: 'a', en: 'a' }, page: 'docs/api.md' })).toHaveLength(1);
});

test('the page and the lists of what is open are up to date', () => {
  expect(readFileSync(join(root, 'docs/asvs.md'), 'utf8')).toBe(page());
  for (const { file, language } of threatModels) {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toBe(withOpenList(text, language));
  }
});
