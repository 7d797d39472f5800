/**
 * Counts how much each shape of a sentence (`clauses/en/consequence/features.ts`, `aloneFeatures.ts`) weighs for or against its being the
 * consequence of a breach: logistic regression with a ridge on the parts of the corpus that were read and on the examples beside the rules.
 * Writes `weigh.data.ts` and `alone.data.ts`. Deterministic: same texts, same weights.
 *
 *     node tools/weigh-consequences.ts
 *     node tools/weigh-consequences.ts --check    # prints, part by part, what the weights from all other parts say of it
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Alone, aloneFeatures, aloneFeaturesOf } from '@gongze/clauses/en/consequence/aloneFeatures';
import { answer } from '@gongze/clauses/en/consequence/answer.examples';
import { isPenalty } from '@gongze/clauses/en/consequence/consequence';
import { ending } from '@gongze/clauses/en/consequence/ending.examples';
import type { ConsequenceExamples } from '@gongze/clauses/en/consequence/examples';
import { features, featuresOf } from '@gongze/clauses/en/consequence/features';
import { jointsIn } from '@gongze/clauses/en/consequence/joints';
import type { DutyBefore } from '@gongze/clauses/en/consequence/linked';
import { money } from '@gongze/clauses/en/consequence/money.examples';
import { shape } from '@gongze/clauses/en/consequence/shape.examples';
import { stepIn } from '@gongze/clauses/en/consequence/stepIn.examples';
import { weighed } from '@gongze/clauses/en/consequence/weighed.examples';
import { withholding } from '@gongze/clauses/en/consequence/withholding.examples';
import { ofClause } from '@gongze/clauses/en/gates';
import { modalsIn } from '@gongze/clauses/en/modal';
import { sentencesOf } from '@gongze/clauses/en/sentence';
import { readClause } from '@gongze/clauses/readClause';
import type { Statement } from '@gongze/clauses/reading';
import { clauseRecord } from '@gongze/clauses/record';
import { align, type Labelled } from '@gongze/clauses/rubric/score';
import { weighedParts } from './corpus-parts.ts';

interface Gold {
  readonly lang: string;
  readonly text: string;
  readonly statements: readonly Labelled[];
}

/** One sentence, or one statement, with the shapes that hold of it and whether it is a consequence. */
interface Instance {
  readonly part: string;
  readonly holds: readonly boolean[];
  readonly is: boolean;
  readonly weight: number;
  readonly said: string;
  /** The families know it, whatever it weighs. */
  readonly known?: boolean;
}

const goldOf = (part: string): Gold[] =>
  readFileSync(new URL(`../clauses/corpus/${part}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold)
    .filter(({ lang }) => lang === 'en');

/** Examples after one and the same duty weigh half: they all share its words. */
const families: readonly (readonly [string, ConsequenceExamples, (rest: string) => string, number])[] = [
  ...Object.entries({ money, withholding, stepIn, ending, answer }).map(
    ([name, examples]) => [name, examples, (rest: string) => `Ashby shall repair the weir by 1 May 2027${rest}`, 1] as const,
  ),
  ['shape', shape, (text) => text, 1],
  ['weighed', weighed, (text) => text, 1],
];

const range = (text: string, piece: string): [number, number] => [text.indexOf(piece), text.indexOf(piece) + piece.length];
const within = <T>(text: string, work: () => T): T => ofClause.within(text, work);

function duty(words: string, bearers: readonly string[], forbidden: boolean, adjoined: boolean, joined: boolean): DutyBefore {
  return { words, bearers, forbidden, adjoined, ...(joined && { joined: true as const }) };
}

/** What stands before `end` of the sentence or the sentences from the last duty on, by its labels. */
function labelledDuty({ text, statements }: Gold, end: number, adjoined: boolean, joined: boolean): DutyBefore | undefined {
  const last = statements.findLast(({ deontic, aim }) => deontic !== 'may' && text.indexOf(aim) < end);
  if (last === undefined) return undefined;
  const from = sentencesOf(text).find((sentence) => sentence.end > text.indexOf(last.aim))?.start ?? 0;
  return duty(text.slice(from, end), last.attribute, last.deontic === 'must_not', adjoined, joined);
}

/** The same by our own reading, for examples, which have no labels. */
function readDuty(text: string, end: number, adjoined: boolean, joined: boolean): DutyBefore | undefined {
  const first = text.slice(0, Math.min(end, sentencesOf(text)[0]?.end ?? end));
  const last = readClause(first, 'en').statements.findLast(({ deontic }) => deontic !== 'may');
  if (last === undefined) return undefined;
  return duty(
    first.slice(last.span.start),
    last.attribute.map((name) => name.text),
    last.deontic === 'must_not',
    adjoined,
    joined,
  );
}

function behindOf(part: string, weight: number, gold: Gold, label?: boolean): Instance[] {
  const { text, statements } = gold;
  const spans = statements
    .filter(({ orElse }) => orElse !== null)
    .map(({ orElse, aim }) => [...range(text, orElse ?? ''), text.indexOf(aim)] as const);
  const found: Instance[] = [];
  const push = (start: number, end: number, is: boolean, before: DutyBefore | undefined): void => {
    const said = text.slice(start, end);
    if (before === undefined || said.trim().length < 8) return;
    found.push({ part, weight, is, said, holds: within(text, () => featuresOf(said, before)) });
  };
  const before = (end: number, joined: boolean): DutyBefore | undefined =>
    (label === undefined
      ? (e: number, a: boolean, j: boolean) => labelledDuty(gold, e, a, j)
      : (e: number, a: boolean, j: boolean) => readDuty(text, e, a, j))(end, /;\s*$/.test(text.slice(0, end)), joined);
  for (const [index, { start, end }] of sentencesOf(text).entries()) {
    if (index > 0) {
      const shared = (from: number, to: number): number => Math.min(to, end) - Math.max(from, start);
      const whole = spans.some(([from, to, aim]) => shared(from, to) > 0.6 * (end - start) && aim < start);
      if (label !== undefined || whole || !spans.some(([from, to]) => shared(from, to) > 0))
        push(start, end, label ?? whole, before(start, false));
    }
    if (label === true && sentencesOf(text).length > 1) continue;
    for (const { at, from } of jointsIn(text.slice(start, end))) {
      const here = spans.some(([first, last]) => Math.abs(first - start - from) <= 22 && last >= end - 3);
      if (label === undefined && !here && spans.some(([first, last]) => last > start + from && first < end)) continue;
      push(start + from, end, label ?? here, before(start + at, true));
      if (label ?? here) break;
    }
  }
  return found;
}

/** Two duties one after the other: the second is none of the first. */
function pairs(): Instance[] {
  const firsts = ['dev', 'read-test']
    .flatMap(goldOf)
    .filter(({ statements }) => statements.length > 0 && statements.every(({ orElse }) => orElse === null));
  return firsts.flatMap((gold, index): Instance[] => {
    const next = firsts[index + 1];
    if (index % 2 === 1 || next === undefined) return [];
    const cut = (text: string): string => text.slice(0, sentencesOf(text)[0]?.end ?? text.length).trim();
    return behindOf('pairs', 0.4, { lang: 'en', text: `${cut(gold.text)}. ${cut(next.text)}`, statements: [] }, false).slice(0, 1);
  });
}

function aloneOf(text: string, { span, aim, conditions, deontic }: Statement): Alone | undefined {
  if (aim.span.start <= span.start) return undefined;
  const front = text.slice(span.start, aim.span.start);
  const modal = modalsIn(front).at(-1);
  return {
    before: modal === undefined ? front : front.slice(0, modal.start),
    trailing: conditions
      .filter((one) => one.span.start >= aim.span.end)
      .map((one) => one.text)
      .join(' '),
    predicate: text.slice(aim.span.start, span.end),
    deontic,
  };
}

function aloneInstance(part: string, weight: number, text: string, statement: Statement, is: boolean): Instance[] {
  return within(text, () => {
    const alone = aloneOf(text, statement);
    if (alone === undefined || alone.deontic === 'must_not') return [];
    const known = isPenalty(alone.before, alone.trailing, alone.predicate, alone.deontic);
    return [{ part, weight, is, said: text.slice(statement.span.start, statement.span.end), holds: aloneFeaturesOf(alone), known }];
  });
}

function aloneGold(part: string): Instance[] {
  return goldOf(part).flatMap(({ text, statements }) => {
    const reading = readClause(text, 'en');
    const read = clauseRecord('', reading)['statements'] as readonly Labelled[];
    return align(statements, read).flatMap(([i, j]): Instance[] => {
      const [truth, ours] = [statements[i] as Labelled, reading.statements[j] as Statement];
      if (truth.orElse === null) return aloneInstance(part, 2, text, ours, false);
      const [from, to] = range(text, truth.orElse);
      return from <= ours.aim.span.start + 3 && to > ours.aim.span.end ? aloneInstance(part, 2, text, ours, true) : [];
    });
  });
}

function aloneExamples(part: string, weight: number, { alone, none }: ConsequenceExamples): Instance[] {
  return [
    ...alone.flatMap((text) => {
      const { statements } = readClause(text, 'en');
      const said = statements.find(({ orElse }) => orElse !== null) ?? statements[0];
      return said === undefined ? [] : aloneInstance(part, weight, text, said, true);
    }),
    ...none.flatMap((text) => readClause(text, 'en').statements.flatMap((one) => aloneInstance(part, weight, text, one, false))),
  ];
}

/** Weights of the bias and of each shape, by gradient descent with momentum; the ridge spares the bias. */
function weightsFrom(instances: readonly Instance[], ridge: number): number[] {
  const width = (instances[0] as Instance).holds.length + 1;
  const rows = instances.map(({ holds, is, weight }) => ({
    at: [0, ...holds.flatMap((one, index) => (one ? [index + 1] : []))],
    is: is ? 1 : 0,
    weight,
  }));
  const weights = new Array<number>(width).fill(0);
  const speed = new Array<number>(width).fill(0);
  for (let round = 0; round < 1500; round++) {
    const slope = weights.map((one, index) => (index === 0 ? 0 : ridge * one));
    for (const { at, is, weight } of rows) {
      const sum = at.reduce((total, index) => total + (weights[index] as number), 0);
      const error = (1 / (1 + Math.exp(-sum)) - is) * weight;
      for (const index of at) slope[index] = (slope[index] as number) + error;
    }
    for (let index = 0; index < width; index++) {
      speed[index] = 0.9 * (speed[index] as number) + (slope[index] as number);
      weights[index] = (weights[index] as number) - (0.005 / Math.sqrt(rows.length)) * (speed[index] as number);
    }
  }
  return weights;
}

function write(
  file: string,
  what: string,
  names: readonly string[],
  weights: readonly number[],
  [bias, list]: readonly [string, string],
): void {
  const lines = names.map((name, index) => `  ${Number((weights[index + 1] as number).toFixed(2))}, // ${name}`);
  writeFileSync(
    new URL(`../clauses/en/consequence/${file}`, import.meta.url),
    `/** ${what}, in the order of its shapes. Written by tools/weigh-consequences.ts. */\nexport const ${bias} = ${(weights[0] as number).toFixed(2)};\nexport const ${list}: readonly number[] = [\n${lines.join('\n')}\n];\n`,
  );
}

function check(name: string, instances: readonly Instance[], ridge: number, least: number): void {
  for (const part of new Set(instances.map((one) => one.part))) {
    const weights = weightsFrom(
      instances.filter((one) => one.part !== part),
      ridge,
    );
    const tally = { found: 0, missed: 0, false: 0, none: 0 };
    for (const { holds, is, known, said, part: own } of instances) {
      if (own !== part) continue;
      const sum = holds.reduce((total, one, index) => (one ? total + (weights[index + 1] as number) : total), weights[0] as number);
      const taken = known === true || sum > least;
      tally[is ? (taken ? 'found' : 'missed') : taken ? 'false' : 'none']++;
      if (taken !== is && process.argv.includes('--errors') && part !== 'pairs') console.log(is ? 'MISSED' : 'FALSE', sum.toFixed(1), said);
    }
    console.log(name, part, JSON.stringify(tally));
  }
}

const behind = [
  ...weighedParts.flatMap((part) => goldOf(part).flatMap((gold) => behindOf(part, 2, gold))),
  ...pairs(),
  ...families.flatMap(([part, { after, none }, whole, weight]) => [
    ...after.flatMap((text) => behindOf(part, weight, { lang: 'en', text: whole(text), statements: [] }, true)),
    ...none.flatMap((text) => behindOf(part, weight, { lang: 'en', text, statements: [] }, false)),
  ]),
];
const alone = [
  ...weighedParts.flatMap(aloneGold),
  ...families.flatMap(([part, examples, , weight]) => aloneExamples(part, weight, examples)),
];

if (process.argv.includes('--check')) {
  check('behind', behind, 1, -0.51);
  check('alone', alone, 2, 0.5);
} else {
  write(
    'weigh.data.ts',
    'Weights of a sentence behind a duty',
    features.map(([name]) => name),
    weightsFrom(behind, 1),
    ['bias', 'weights'],
  );
  write(
    'alone.data.ts',
    'Weights of a statement of its own',
    aloneFeatures.map(([name]) => name),
    weightsFrom(alone, 2),
    ['aloneBias', 'aloneWeights'],
  );
}
