/**
 * Who may do what: the policies against an oracle in words, over role × command × hierarchy × state of the case; then every
 * policy changed in every small way, to show that the matrix would notice. `GONGZE_MATRIX=all` asks all 2.7 million cells.
 */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { describe, expect, test } from 'vitest';
import type { Resource, Verdict } from '@gongze/application/ports';
import { createAuthorizer, policyFaults } from './authorizer.ts';
import { loadPolicies, type PolicyBook } from './policies.ts';
import { type Cell, cells, keyOf, sampledCells, verdictAt } from './testing/matrix.ts';
import { type Mutant, mutantsOf } from './testing/mutants.ts';
import { type OfficeCell, officeCells } from './testing/offices.ts';

const today = () => isoDateOf('2026-06-01');
const governments = gb2260();
const authorizerOf = (book?: PolicyBook, strict = false) =>
  createAuthorizer({ governments, today, strict, ...(book === undefined ? {} : { book }) });
const minutes = 60_000;

/** Of what is nobody's own there is one question for each caller. */
const isCommon = (kind: Resource['kind']): boolean => kind === 'log' || kind === 'registry' || kind === 'system';
const all = process.env['GONGZE_MATRIX'] === 'all';
const caseCells = [...(all ? cells() : sampledCells(16, 400))];
const thingCells = [...officeCells()].filter(({ resource }, index) => all || isCommon(resource.kind) || index % 12 === 0);

interface Asked {
  readonly name: string;
  readonly action: string;
  readonly expected: boolean;
  readonly ask: (authorizer: ReturnType<typeof authorizerOf>) => Verdict;
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

/** Every so many mutants; all of them take the better part of an hour: `npm run soak:policies`. */
const mutantsEvery = Number(process.env['GONGZE_MUTANTS_EVERY'] ?? 0);

describe('the matrix of permissions', () => {
  const authorizer = authorizerOf();
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
    const strict = authorizerOf(undefined, true);
    for (const question of questions.filter((_question, index) => index % 50 === 0))
      expect(question.ask(strict).allowed, question.name).toBe(question.expected);
  });

  test.runIf(mutantsEvery > 0)('every small change of a policy is noticed', { timeout: 30 * minutes }, () => {
    const survivors: string[] = [];
    let count = 0;
    let bySchema = 0;
    let tried = 0;
    for (const mutant of mutantsOf(loadPolicies())) {
      count += 1;
      if (count % mutantsEvery !== 0) continue;
      tried += 1;
      if (policyFaults(mutant.book).length > 0) bySchema += 1;
      else if (!isNoticed(mutant, decidedBy.get(mutant.policy) ?? [])) survivors.push(`${mutant.policy}: ${mutant.change}`);
    }
    console.log(`policies: ${tried} of ${count} mutants tried, ${bySchema} refused by the schema, ${survivors.length} not noticed`);
    expect(survivors).toEqual([]);
  });
});

/**
 * Asks where the policy had a say first, then everywhere in the sample, then in ever denser samples of its actions, until an
 * answer is wrong.
 */
function isNoticed({ book }: Mutant, first: readonly Asked[]): boolean {
  const authorizer = authorizerOf(book);
  const isWrong = ({ ask, expected }: Asked): boolean => {
    try {
      return ask(authorizer).allowed !== expected;
    } catch {
      return true;
    }
  };
  const actions = new Set(first.map(({ action }) => action));
  if (first.slice(0, 150).some(isWrong)) return true;
  const others = questions.filter(({ action }) => actions.has(action));
  if (others.some((question, index) => index % Math.ceil(others.length / 2000) === 0 && isWrong(question))) return true;
  for (const cell of officeCells()) if (actions.has(cell.action) && isWrong(askedOfThing(cell))) return true;
  return [20, 2].some((every) => {
    for (const cell of sampledCells(every, every, every)) if (actions.has(cell.action) && isWrong(askedOfCase(cell))) return true;
    return false;
  });
}
