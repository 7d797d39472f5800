/** Links between the pages of the documentation lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './checks/files.ts';

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Targets of links and pictures that are files of this tree. */
function targetsOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => (target as string).replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

it('finds what a link leads to', () => {
  expect(targetsOf('[a](b.md) ![c](images/d.png) [e](https://example.org) [f](#g) [h](i.md#j)')).toEqual(['b.md', 'images/d.png', 'i.md']);
});

it.each(pages)('%s', (page) => {
  const targets = targetsOf(readFileSync(join(root, page), 'utf8'));
  expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});
