import { expect, test } from 'vitest';
import { distancesFrom, importsOf, nearestTests } from './nearest.ts';

const files = ['domain/a/rule.ts', 'domain/a/helper.ts', 'statistics/index.ts', 'domain/vocabulary/dates.ts'];
const has = (file: string) => files.includes(file);

test('imports are found by relative path, by package and by package and path; types and other packages are none', () => {
  const text = `
import { helper } from './helper.ts';
import type { Never } from '../vocabulary/never.ts';
import { mean } from '@gongze/statistics';
import {
  daysBetween,
  type IsoDate,
} from '@gongze/domain/vocabulary/dates';
import { z } from 'zod';
export const later = () => import('./rule.ts');
`;
  expect(importsOf('domain/a/rule.test.ts', text, has)).toEqual([
    'domain/a/helper.ts',
    'statistics/index.ts',
    'domain/vocabulary/dates.ts',
    'domain/a/rule.ts',
  ]);
});

test('a test that comes to the source in fewer steps is nearer; of equals the one in its folder', () => {
  const imports: Record<string, readonly string[]> = {
    'domain/far.test.ts': ['domain/index.ts'],
    'domain/index.ts': ['domain/a/rule.ts'],
    'domain/b/rule.test.ts': ['domain/a/rule.ts'],
    'domain/a/rule.test.ts': ['domain/a/rule.ts'],
    'domain/a/other.test.ts': [],
    // Two that import each other end.
    'domain/a/rule.ts': ['domain/index.ts'],
  };
  const tests = Object.keys(imports).filter((file) => file.endsWith('.test.ts'));
  const distances = distancesFrom(tests, (file) => imports[file] ?? []);
  expect(nearestTests('domain/a/rule.ts', distances, 9)).toEqual(['domain/a/rule.test.ts', 'domain/b/rule.test.ts', 'domain/far.test.ts']);
  expect(nearestTests('domain/a/rule.ts', distances, 1)).toEqual(['domain/a/rule.test.ts']);
});

test('a test beside the source under its name goes before others, however many steps it takes', () => {
  const imports: Record<string, readonly string[]> = {
    'domain/a/aside.test.ts': ['domain/a/rule.ts'],
    'domain/a/rule.test.ts': ['domain/index.ts'],
    'domain/a/ruleWords.test.ts': ['domain/index.ts'],
    'domain/a/ruler.ts': [],
    'domain/b/rule.test.ts': ['domain/index.ts'],
    'domain/index.ts': ['domain/a/rule.ts'],
  };
  const tests = Object.keys(imports).filter((file) => file.endsWith('.test.ts'));
  const distances = distancesFrom(tests, (file) => imports[file] ?? []);
  expect(nearestTests('domain/a/rule.ts', distances, 3)).toEqual([
    'domain/a/rule.test.ts',
    'domain/a/ruleWords.test.ts',
    'domain/a/aside.test.ts',
  ]);
});
