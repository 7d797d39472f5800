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
import { type Mutant, mutantsOf } from './testing/mutants.ts';
import { type OfficeCell, officeCells } from './testing/offices.ts';
import { unnoticeable } from './testing/unnoticeable.ts';

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

  test('changes that no question can notice are changes of the policies', () => {
    const all = new Set([...mutantsOf(loadPolicies())].map(nameOf));
    expect(unnoticeable.map(nameOf).filter((name) => !all.has(name))).toEqual([]);
    for (const { holds } of unnoticeable) expect(holds()).toBe(true);
  });

  test.runIf(mutantsEvery > 0)('every small change of a policy is noticed', { timeout: 120 * minutes }, async () => {
    const book = loadPolicies();
    const known = new Set(unnoticeable.map(nameOf));
    const left: string[] = [];
    const asked = new Set<string>();
    let nth = 0;
    for (const { id } of book.policies) {
      const tried = [...mutantsOf(book)].filter(({ policy }) => policy === id).filter(() => (nth += 1) % mutantsEvery === 0);
      if (tried.length === 0) continue;
      const judge = judgeOf(book, tried, { governments, today });
      const unknown = (): boolean => judge.left().some((mutant) => !known.has(nameOf(mutant)));
      const decided = decidedBy.get(id) ?? [];
      let put = 0;
      for (const question of searchFor(decided)) {
        if (!unknown()) break;
        judge.put(question);
        put += 1;
        // Vitest shows what is printed once the test lets it.
        if (put % 5000 === 0) await setImmediate();
      }
      for (const mutant of tried) asked.add(nameOf(mutant));
      left.push(...judge.left().map(nameOf));
      console.log(
        `${id}: ${tried.length} mutants, ${judge.bySchema} refused by the schema, ${put} questions, ${judge.left().length} not noticed`,
      );
      await setImmediate();
    }
    // Neither may one more go unnoticed, nor may one be listed that a question does notice.
    expect(left.toSorted()).toEqual([...known].filter((name) => asked.has(name)).toSorted());
  });
});

const nameOf = ({ policy, change }: Pick<Mutant, 'policy' | 'change'>): string => `${policy}: ${change}`;

/**
 * Where is looked for a question that notices a change of one policy: where the policy decides, then in the matrix as sampled,
 * the actions that it decides about first, then in every cell; from end to end in leaps.
 */
function* searchFor(decided: readonly Asked[]): Generator<Asked> {
  const actions = new Set(decided.map(({ action }) => action));
  const isAbout = ({ action }: Asked): boolean => actions.has(action);
  // A ban decides a good part of all cells, and no further one of these says more.
  yield* take(2000, leaps(decided));
  yield* leaps(questions.filter(isAbout));
  yield* leaps(questions.filter((question) => !isAbout(question)));
  yield* leaps([...mapped(officeCells(), askedOfThing)].filter(isAbout));
  const stride = 7;
  for (let from = 0; from < stride; from += 1) {
    let nth = 0;
    for (const cell of cells((action) => actions.has(action))) {
      if (nth % stride === from) yield askedOfCase(cell);
      nth += 1;
    }
  }
}

function* take<T>(most: number, all: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const one of all) {
    if (taken === most) return;
    taken += 1;
    yield one;
  }
}

function* leaps(all: readonly Asked[]): Generator<Asked> {
  const stride = 97;
  for (let from = 0; from < stride; from += 1) {
    for (let at = from; at < all.length; at += stride) yield all[at] as Asked;
  }
}

function* mapped<T>(cellsOf: Iterable<T>, ask: (cell: T) => Asked): Generator<Asked> {
  for (const cell of cellsOf) yield ask(cell);
}
