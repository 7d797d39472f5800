/** Every policy changed in every small way: left out, each clause dropped or turned round, each part of a condition, each name in a list. */
import { type Clause, type Expr, type PolicyJson, policyToJson, policyToText } from '@cedar-policy/cedar-wasm/nodejs';
import type { Policy, PolicyBook } from '../policies.ts';

export interface Mutant {
  readonly policy: string;
  readonly change: string;
  /** The policy as changed; absent where it is left out. */
  readonly source?: string;
}

type Node = Readonly<Record<string, unknown>>;
const not = (arg: unknown): Node => ({ '!': { arg } });

/** Every expression that differs from `expr` in one place, with a word on what changed. */
function* changed(expr: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof expr !== 'object' || expr === null) return;
  for (const [operator, body] of Object.entries(expr as Node)) {
    const at = `${path}.${operator}`;
    if (operator === '&&' || operator === '||') {
      const { left, right } = body as { left: unknown; right: unknown };
      yield [`${at}: left only`, left];
      yield [`${at}: right only`, right];
      yield [`${at}: ${operator === '&&' ? '||' : '&&'}`, { [operator === '&&' ? '||' : '&&']: body }];
      for (const [what, other] of changed(left, `${at}.left`)) yield [what, { [operator]: { left: other, right } }];
      for (const [what, other] of changed(right, `${at}.right`)) yield [what, { [operator]: { left, right: other } }];
      continue;
    }
    yield [`${at}: negated`, not(expr)];
    if (operator === '!') {
      for (const [what, other] of changed((body as { arg: unknown }).arg, `${at}`)) yield [what, not(other)];
    }
    if (operator === 'containsAny') {
      const { left, right } = body as { left: unknown; right: { Set?: readonly unknown[] } };
      const names = right.Set ?? [];
      for (let index = 0; index < names.length; index += 1)
        yield [
          `${at}: without ${JSON.stringify(names[index])}`,
          { containsAny: { left, right: { Set: names.filter((_, own) => own !== index) } } },
        ];
    }
    if (operator === 'contains' || operator === 'containsAll' || operator === 'containsAny') {
      const { left, right } = body as { left: unknown; right: unknown };
      if (operator !== 'contains') {
        const other = operator === 'containsAll' ? 'containsAny' : 'containsAll';
        yield [`${at}: ${other}`, { [other]: { left, right } }];
        if (operator === 'containsAll') yield [`${at}: swapped`, { containsAll: { left: right, right: left } }];
      }
    }
    if (operator === '==') yield [`${at}: in`, { in: body }];
    if (operator === 'in') yield [`${at}: ==`, { '==': body }];
  }
}

function withClauses(json: PolicyJson, conditions: readonly Clause[]): string {
  const answer = policyToText({ ...json, conditions: [...conditions] });
  if (answer.type === 'failure') throw new Error(`bug: a mutant cannot be written: ${answer.errors[0]?.message}`);
  return answer.text;
}

function* sourcesOf(policy: Policy): Generator<readonly [string, string]> {
  const answer = policyToJson(policy.source);
  if (answer.type === 'failure') throw new Error('bug: a policy that was read before cannot be read');
  const { json } = answer;
  const clauses = json.conditions;
  for (const [index, clause] of clauses.entries()) {
    const replaced = (body: unknown): string =>
      withClauses(
        json,
        clauses.map((own, at) => (at === index ? { kind: own.kind, body: body as Expr } : own)),
      );
    const at = `${clause.kind} ${index + 1}`;
    yield [
      `${at}: dropped`,
      withClauses(
        json,
        clauses.filter((_, own) => own !== index),
      ),
    ];
    yield [
      `${at}: negated`,
      withClauses(
        json,
        clauses.map((own, one) => (one === index ? { kind: own.kind === 'when' ? 'unless' : 'when', body: own.body } : own)),
      ),
    ];
    for (const [what, body] of changed(clause.body, at)) yield [what, replaced(body)];
  }
  const { action } = json;
  if (action.op === 'in' && 'entities' in action) {
    for (const left of action.entities) {
      const rest = action.entities.filter((one) => one !== left);
      const text = policyToText({ ...json, action: { op: 'in', entities: rest } });
      if (text.type === 'success') yield [`action: without ${JSON.stringify(left)}`, text.text];
    }
  }
}

/** All mutants, in the order of the policies. */
export function* mutantsOf(book: PolicyBook): Generator<Mutant> {
  for (const policy of book.policies) {
    yield { policy: policy.id, change: 'left out' };
    for (const [change, source] of sourcesOf(policy)) yield { policy: policy.id, change, source };
  }
}
