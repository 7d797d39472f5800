/** The page that maps the article to the product must not name what is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dilemmaIds } from '@gongze/domain/vocabulary/levels';
import { expect, it } from 'vitest';
import { root } from './checks/files.ts';

const pages = ['docs/article.md', 'docs/article.zh.md'];

it.each(pages)('%s names only paths that exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const paths = [...text.matchAll(/`((?:domain|studies|cases|clauses|statistics|apps)\/[^`]*)`/g)].map(([, path]) => path as string);
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const rules = [...text.matchAll(/`([a-zA-Z]+)\.ts`/g)].map(([, name]) => name as string);
  expect(rules.filter((name) => !(dilemmaIds as readonly string[]).includes(name))).toEqual([]);
});

it('says the same in both languages: as many rows', () => {
  const [en, zh] = pages.map((page) => readFileSync(join(root, page), 'utf8').match(/^\|/gm)?.length);
  expect(en).toBe(zh);
});
