/**
 * Who may do what: the policies against an oracle in words, over role × command × hierarchy × state of the case; then every
 * policy changed in every small way, to show that the matrix would notice. `GONGZE_MATRIX=all` asks all 2.7 million cells.
 */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Resource } from '@gongze/application/ports';
import { createAuthorizer } from './authorizer.ts';
import { loadPolicies } from './policies.ts';
import { type Cell, cells, keyOf, sampledCells, verdictAt } from './testing/matrix.ts';
import { type Askable, judgeOf } from './testing/mutant-judge.ts';
import { mutantsOf } from './testing/mutants.ts';
import { type OfficeCell, officeCells } from './testing/offices.ts';

const today = () => isoDateOf('2026-06-01');
const governments = gb2260();
const minutes = 60_000;

/** Of what is nobody's own there is one question for each caller. */
const isCommon = (kind: Resource['kind']): boolean => kind === 'log' || kind === 'registry' || kind === 'system';
const all = process.env['GONGZE_MATRIX'] === 'all';
const caseCells = [...(all ? cells() : sampledCells(16, 400))];
const thingCells = [...officeCells()].filter(({ resource }, index) => all || isCommon(resource.kind) || index % 12 === 0);

interface Asked extends Askable {
  readonly name: string;
  readonly action: string;
}

const askedOfCase = (cell: Cell): Asked => ({
  get name() {
    return keyOf(cell);
  },
  action: cell.action,
  expected: cell.expected,
  ask: (authorizer) => verdictAt(authorizer, cell),
});
const askedOfThing = ({ caller, action, resource, expected }: OfficeCell): Asked => ({
  get name() {
    return JSON.stringify({ caller, action, resource });
  },
  action,
  expected,
  ask: (authorizer) => authorizer.decide(caller, action, resource),
});
const questions: readonly Asked[] = [...caseCells.map(askedOfCase), ...thingCells.map(askedOfThing)];

/** Every so many mutants; 0: none. */
const mutantsEvery = Number(process.env['GONGZE_MUTANTS_EVERY'] ?? 0);

describe('the matrix of permissions', () => {
  const authorizer = createAuthorizer({ governments, today });
  /** Which policies decided which questions: where a mutant of theirs shows first. */
  const decidedBy = new Map<string, Asked[]>();

  test('the answer of the policies is that of the words, in every cell', { timeout: 30 * minutes }, () => {
    const differences: string[] = [];
    for (const question of questions) {
      const verdict = question.ask(authorizer);
      if (verdict.allowed !== question.expected)
        differences.push(`${question.expected ? 'should be allowed' : 'should be refused'}: ${question.name}`);
      for (const id of verdict.policies) {
        const known = decidedBy.get(id) ?? [];
        if (known.push(question) === 1) decidedBy.set(id, known);
      }
    }
    console.log(
      `permissions: ${questions.length} cells, ${questions.filter(({ expected }) => expected).length} allowed, ${differences.length} differences`,
    );
    expect(differences.slice(0, 20)).toEqual([]);
    expect(questions.length).toBeGreaterThan(30_000);
  });

  test('every policy decides some cell', () => {
    expect(
      loadPolicies()
        .policies.map(({ id }) => id)
        .filter((id) => !decidedBy.has(id)),
    ).toEqual([]);
  });

  test('questions fit the schema', { timeout: 5 * minutes }, () => {
    const strict = createAuthorizer({ governments, today, strict: true });
    for (const question of questions.filter((_question, index) => index % 50 === 0))
      expect(question.ask(strict).allowed, question.name).toBe(question.expected);
  });

  test('what is judged for many mutants at once, the changed policies themselves answer', { timeout: 10 * minutes }, () => {
    const book = loadPolicies();
    const mutants = [...mutantsOf(book)].filter(({ source }, nth) => nth % 83 === 0 || (source === undefined && nth % 5 === 0));
    for (const mutant of mutants) {
      const { policy, change, source } = mutant;
      const policies = book.policies.flatMap((own) => (own.id !== policy ? [own] : source === undefined ? [] : [{ ...own, source }]));
      const judge = judgeOf(book, [mutant], { governments, today });
      if (judge.bySchema > 0) continue;
      const changed = createAuthorizer({ governments, today, book: { ...book, policies } });
      for (const question of (decidedBy.get(policy) ?? []).slice(0, 20)) {
        const before = judge.left().length;
        judge.put(question);
        const struckOff = before > judge.left().length;
        if (before > 0)
          expect(question.ask(changed).allowed !== question.expected, `${policy}: ${change}: ${question.name}`).toBe(struckOff);
      }
    }
  });

  test.runIf(mutantsEvery > 0)('every small change of a policy is noticed', { timeout: 120 * minutes }, async () => {
    const all = [...mutantsOf(loadPolicies())];
    const tried = all.filter((_, nth) => (nth + 1) % mutantsEvery === 0);
    const judge = judgeOf(loadPolicies(), tried, { governments, today });
    const began = performance.now();
    // Vitest shows what is printed once the test lets it.
    const tell = async (asked: string): Promise<void> => {
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(
        `policies: ${tried.length} of ${all.length} mutants, ${judge.bySchema} refused by the schema; after ${asked}, ${seconds} s: ${judge.left().length} not noticed`,
      );
      await setImmediate();
    };
    for (const [asked, cellsOf] of searches) {
      if (judge.left().length === 0) break;
      const policies = new Set(judge.left().map(({ policy }) => policy));
      const actions = new Set([...policies].flatMap((policy) => (decidedBy.get(policy) ?? []).map(({ action }) => action)));
      let put = 0;
      for (const question of cellsOf()) {
        if (judge.left().length === 0) break;
        if (!actions.has(question.action)) continue;
        judge.put(question);
        put += 1;
        if (put % 5000 === 0) await tell(`${put} of ${asked}`);
      }
      await tell(asked);
    }
    expect(judge.left().map(({ policy, change }) => `${policy}: ${change}`)).toEqual([]);
  });
});

/** Where is looked for a question that notices: in the matrix as sampled, from end to end in leaps; then ever more densely. */
const searches: readonly (readonly [string, () => Iterable<Asked>])[] = [
  ['the matrix', () => leaps(questions)],
  ['all questions of offices', () => mapped(officeCells(), askedOfThing)],
  ['one cell in 20', () => mapped(sampledCells(20, 20, 20), askedOfCase)],
  ['one cell in 2', () => mapped(sampledCells(2, 2, 2), askedOfCase)],
];

function* leaps(all: readonly Asked[]): Generator<Asked> {
  const stride = 97;
  for (let from = 0; from < stride; from += 1) {
    for (let at = from; at < all.length; at += stride) yield all[at] as Asked;
  }
}

function* mapped<T>(cellsOf: Iterable<T>, ask: (cell: T) => Asked): Generator<Asked> {
  for (const cell of cellsOf) yield ask(cell);
}
