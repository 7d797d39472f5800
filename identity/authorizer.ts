/**
 * The Authorizer on Cedar. The policies are text that an auditor can read (`policies/`); this file only puts the question:
 * who asks, what for, and where everybody named stands in the tree of governments.
 */
import {
  type AuthorizationAnswer,
  type EntityJson,
  preparsePolicySet,
  preparseSchema,
  schemaToJson,
  statefulIsAuthorized,
  type TypeAndId,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';
import type { Action, Authorizer, BodyStanding, Caller, Resource, Verdict } from '@gongze/application/ports';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { actorEntities, callerEntity, callerUid, contextOf, resourceEntity } from './entities.ts';
import { loadPolicies, type PolicyBook } from './policies.ts';

export interface AuthorizerOptions {
  readonly governments: GovernmentTree;
  /** The civil day on which the hierarchy is read: permissions follow the tree of today. */
  readonly today: () => IsoDate;
  /** Joint bodies that the registry knows. One counts in a case whose parties are all its members; what the case itself says of a body counts before. */
  readonly registeredBodies?: () => readonly BodyStanding[];
  /** Default: the shipped policies. */
  readonly book?: PolicyBook;
  /** Checks every question against the schema too, at three times the cost. For tests: the questions are built by this package alone. */
  readonly strict?: boolean;
}

const notPermitted: Bilingual = {
  zh: '没有任何权限策略允许以现有职位作出该操作。',
  en: 'No policy allows this from the office in which you act.',
};

let prepared = 0;

/** What the policies say of one question: whether it is allowed, which of them decided, and which could not be evaluated. */
export interface Answer {
  readonly allowed: boolean;
  readonly policies: readonly string[];
  readonly failed: readonly string[];
}

/** The answers to a request, one for each actor it concerns, as far as they are asked for. */
export type Asker = (caller: Caller, action: Action, asked: Resource) => Generator<Answer>;

/** Prepares the policies once. Throws if they do not fit their schema. */
export function createAsker({
  governments,
  today,
  registeredBodies = () => [],
  book = loadPolicies(),
  strict = false,
}: AuthorizerOptions): Asker {
  const policies = Object.fromEntries(book.policies.map(({ id, source }) => [id, source]));
  if (Object.keys(policies).length !== book.policies.length) throw new Error('bug: two policies have the same @id');
  const faults = policyFaults(book);
  if (faults.length > 0) throw new Error(`bug: the policies do not fit their schema: ${faults.join('; ')}`);
  prepared += 1;
  const name = `gongze-${prepared}`;
  requireSuccess(preparseSchema(name, book.schema));
  const groupsOf = actionGroups(book.schema);
  requireSuccess(preparsePolicySet(name, { staticPolicies: policies }));

  const ask = (caller: Caller, action: Action, resource: Resource, entities: EntityJson[], thing: TypeAndId, subject?: ActorId): Answer => {
    const answer = statefulIsAuthorized({
      principal: callerUid,
      action: { type: 'Action', id: action },
      resource: thing,
      context: resource.kind === 'case' ? contextOf(caller, resource, subject) : {},
      ...(strict ? { preparsedSchemaName: name } : {}),
      preparsedPolicySetId: name,
      validateRequest: strict,
      entities: strict ? entities : [...entities, ...groupsOf(action)],
    });
    return answerIn(answer);
  };

  return function* answers(caller, action, asked) {
    const resource = asked.kind === 'case' ? withRegistered(asked, registeredBodies()) : asked;
    const { claim, parties = [], bodies = [] } = resource;
    const subjects: readonly (ActorId | undefined)[] = claim === undefined || claim.subjects.length === 0 ? [undefined] : claim.subjects;
    const thing = resourceEntity(resource);
    const named = new Set<ActorId>([...parties, ...subjects.filter((subject) => subject !== undefined)]);
    for (const actor of [caller.actor, resource.actor, claim?.author, claim?.tier]) if (actor !== undefined) named.add(actor);
    const entities = [callerEntity(caller), thing, ...actorEntities(named, { tree: governments, on: today(), bodies })];
    for (const subject of subjects) yield ask(caller, action, resource, entities, thing.uid as TypeAndId, subject);
  };
}

/**
 * The authorizer over the shipped policies, prepared once. A decision takes well under 2 ms; where an act concerns several
 * actors, the question is put for each and every answer must be yes. Throws if the policies do not fit their schema.
 */
export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const book = options.book ?? loadPolicies();
  const answers = createAsker({ ...options, book });
  const texts = new Map(book.policies.map(({ id, text }) => [id, text]));
  const decide = (caller: Caller, action: Action, asked: Resource): Verdict => {
    if (caller.mode !== 'server') return { allowed: false, reason: notPermitted, policies: [] };
    const deciding = new Set<string>();
    for (const { allowed, policies, failed } of answers(caller, action, asked)) {
      // A policy that fails while it is evaluated counts for nothing, so a failing ban would be no ban: refuse.
      if (failed.length > 0) throw new Error(`bug: a policy failed: ${failed.join(', ')}`);
      for (const id of policies) deciding.add(id);
      if (!allowed) return { allowed: false, reason: texts.get(policies[0] ?? '') ?? notPermitted, policies };
    }
    return { allowed: true, policies: [...deciding] };
  };
  return { decide };
}

function withRegistered(resource: Resource, registered: readonly BodyStanding[]): Resource {
  if (registered.length === 0) return resource;
  const { parties = [], bodies = [] } = resource;
  const further = registered.filter(
    ({ body, members }) => !bodies.some((own) => own.body === body) && parties.every((party) => members.includes(party)),
  );
  return { ...resource, bodies: [...bodies, ...further] };
}

/** The action with the groups it belongs to, as the schema says. */
function actionGroups(schema: string): (action: string) => readonly EntityJson[] {
  const answer = schemaToJson(schema);
  if (answer.type === 'failure') throw new Error(`bug: Cedar cannot read the schema: ${answer.errors[0]?.message}`);
  const actions = answer.json['']?.actions ?? {};
  const known = new Map<string, readonly EntityJson[]>();
  const collect = (name: string, into: Map<string, EntityJson>): void => {
    if (into.has(name)) return;
    const parents = (actions[name]?.memberOf ?? []).map(({ id }) => id);
    into.set(name, { uid: { type: 'Action', id: name }, parents: parents.map((id) => ({ type: 'Action', id })), attrs: {} });
    for (const parent of parents) collect(parent, into);
  };
  return (action) => {
    const before = known.get(action);
    if (before !== undefined) return before;
    const found = new Map<string, EntityJson>();
    collect(action, found);
    const entities = [...found.values()];
    known.set(action, entities);
    return entities;
  };
}

/** What the strict validator of Cedar finds wrong; empty if the policies fit the schema. */
export function policyFaults(book: PolicyBook): string[] {
  const policies = Object.fromEntries(book.policies.map(({ id, source }) => [id, source]));
  const answer = validate({ schema: book.schema, policies: { staticPolicies: policies } });
  if (answer.type === 'failure') return answer.errors.map(({ message }) => message);
  return answer.validationErrors.map(({ policyId, error }) => `${policyId}: ${error.message}`);
}

function requireSuccess(answer: ReturnType<typeof preparseSchema>): void {
  if (answer.type === 'failure') throw new Error(`bug: Cedar cannot read the policies: ${answer.errors[0]?.message}`);
}

function answerIn(answer: AuthorizationAnswer): Answer {
  if (answer.type === 'failure')
    throw new Error(`bug: Cedar cannot read the question: ${answer.errors.map(({ message }) => message).join('; ')}`);
  const { decision, diagnostics } = answer.response;
  const failed = diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`);
  return { allowed: decision === 'allow', policies: [...diagnostics.reason].sort(), failed };
}
