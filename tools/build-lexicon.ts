/**
 * Builds `clauses/segment/lexicon.data.ts`: the Chinese words that the reader of agreements needs to tell where a word
 * ends and whether it can be a verb. Taken from the dictionary of jieba (MIT), cut to words that are frequent enough to
 * occur in an agreement; names of persons are left out. Run `node tools/build-lexicon.ts` after changing a threshold.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Least frequency with which a word is taken, by the kind it has in the dictionary. */
const least: Readonly<Record<string, number>> = {
  v: 45,
  vn: 30,
  n: 130,
  nz: 300,
  l: 140,
  i: 400,
  d: 120,
  ad: 120,
  a: 250,
  t: 500,
  c: 300,
  r: 400,
  s: 400,
  f: 400,
  b: 150,
  an: 20,
  j: 150,
};
const kinds: Readonly<Record<string, string>> = { v: 'v', vn: 'w', d: 'd', ad: 'd', a: 'a', an: 'a' };

/** Words that a running text of an agreement never means, and that hide two words it does. */
const misleading = new Set(['方可', '各派', '日前', '之日', '市内', '市和', '应市', '上述', '将市', '前应', '为本', '会同', '后由']);

const packageFile = createRequire(import.meta.url).resolve('@node-rs/jieba/package.json');
const lines = readFileSync(join(dirname(packageFile), 'dict.txt'), 'utf8').split('\n');
const groups = new Map<string, string[]>();
for (const line of lines) {
  const [word = '', count = '0', tag = ''] = line.split(' ');
  const frequency = Number(count);
  if (word.length < 2 || word.length > 4 || !/^\p{Script=Han}+$/u.test(word)) continue;
  if (misleading.has(word)) continue;
  if (frequency < (least[tag] ?? Number.POSITIVE_INFINITY)) continue;
  // Frequencies to a power of two: enough to choose between two ways to cut.
  const key = `${kinds[tag] ?? 'n'}${Math.round(Math.log2(frequency))}`;
  groups.set(key, [...(groups.get(key) ?? []), word]);
}
const rows = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([key, words]) => `  ${key}: '${words.sort().join(' ')}',`);
writeFileSync(
  new URL('../clauses/segment/lexicon.data.ts', import.meta.url),
  [
    '/**',
    ' * Words by kind (n noun and the rest, v verb, w verb that is as often a noun, d adverb, a adjective) and the binary',
    ' * logarithm of their frequency. Built by tools/build-lexicon.ts from the dictionary of jieba, MIT licence,',
    ' * copyright 2013 Sun Junyi.',
    ' */',
    'export const lexicon: Readonly<Record<string, string>> = {',
    ...rows,
    '};',
    '',
  ].join('\n'),
);
