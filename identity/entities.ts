/** The question to the policies, as entities: caller, thing, and every actor named, each with its way up the tree. */
import type { Context, EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import type { BodyStanding, Caller, Claim, Resource } from '@gongze/application/ports';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/index';
import { type ActorId, type GovernmentCode, governmentOf } from '@gongze/domain/vocabulary/ids';

const actorUid = (actor: string): TypeAndId => ({ type: 'Actor', id: actor });
const ref = (actor: string) => ({ __entity: actorUid(actor) });
const refs = (actors: readonly string[] = []) => actors.map(ref);

export interface Hierarchy {
  readonly tree: GovernmentTree;
  /** Day on which the tree is read. */
  readonly on: IsoDate;
  readonly bodies: readonly BodyStanding[];
}

function isGovernment(actor: ActorId): boolean {
  return governmentOf(actor) === (actor as string);
}

function parentsOf(actor: ActorId, { tree, on, bodies }: Hierarchy): string[] {
  const government = governmentOf(actor);
  if (government === undefined) {
    const members = bodies.find(({ body }) => body === actor)?.members ?? [];
    const governments = [...new Set(members.map(governmentOf))];
    if (governments.length === 0 || governments.includes(undefined)) return [];
    const above = commonGovernment(governments as GovernmentCode[], tree, on);
    return above === undefined ? [] : [above];
  }
  if (!isGovernment(actor)) return [government];
  const parent = tree.parentOf(government, on);
  return parent === undefined ? [] : [parent];
}

/** A body of organs of one government lies in that government; else in the nearest one above them all. */
function commonGovernment(governments: readonly GovernmentCode[], tree: GovernmentTree, on: IsoDate): GovernmentCode | undefined {
  return governments.length === 1 ? governments[0] : tree.nearestCommonSuperior(governments, on);
}

function actorEntity(actor: ActorId, hierarchy: Hierarchy): EntityJson {
  const government = governmentOf(actor);
  const standing = hierarchy.bodies.find(({ body }) => body === actor);
  return {
    uid: actorUid(actor),
    parents: parentsOf(actor, hierarchy).map(actorUid),
    attrs: {
      members: refs(standing?.members),
      over: refs(standing?.over),
      powers: [...(standing?.powers ?? [])],
      ...(government === undefined ? {} : { government: ref(government) }),
      ...(standing?.host === undefined ? {} : { host: ref(standing.host) }),
    },
  };
}

/** The actors with everything above them, each once. */
export function actorEntities(actors: Iterable<ActorId>, hierarchy: Hierarchy): EntityJson[] {
  const found = new Map<string, EntityJson>();
  const open = [...actors];
  for (let actor = open.pop(); actor !== undefined; actor = open.pop()) {
    if (found.has(actor)) continue;
    const entity = actorEntity(actor, hierarchy);
    found.set(actor, entity);
    open.push(...entity.parents.map((parent) => (parent as TypeAndId).id as ActorId));
  }
  return [...found.values()];
}

export const callerUid: TypeAndId = { type: 'Caller', id: 'caller' };

export function callerEntity({ actor, office, person, roles }: Caller): EntityJson {
  const government = actor === undefined ? undefined : governmentOf(actor);
  return {
    uid: callerUid,
    parents: [],
    attrs: {
      roles: [...roles],
      belongsTo: refs([...new Set([actor, government].filter((own) => own !== undefined))]),
      // No office and no person is equal to none: an empty name is never given out.
      office: office ?? '?caller',
      person: person ?? '?caller',
      ...(actor === undefined ? {} : { actor: ref(actor) }),
      ...(government === undefined ? {} : { government: ref(government) }),
    },
  };
}

export function resourceEntity(resource: Resource): EntityJson {
  const { kind, parties = [], dutyHolders = [], bodies = [], published = false, closed = false } = resource;
  if (kind === 'case') {
    return {
      uid: { type: 'Case', id: 'case' },
      parents: parties.map(actorUid),
      attrs: { parties: refs(parties), dutyHolders: refs(dutyHolders), bodies: refs(bodies.map(({ body }) => body)), published, closed },
    };
  }
  if (kind === 'office' || kind === 'key' || kind === 'person' || kind === 'webhook') {
    const { actor, office = '?thing', person = '?thing', vacant = false } = resource;
    return {
      uid: { type: 'Belonging', id: 'thing' },
      parents: [],
      attrs: { office, person, vacant, ...(actor === undefined ? {} : { actor: ref(actor) }) },
    };
  }
  return { uid: { type: 'Commons', id: 'commons' }, parents: [], attrs: {} };
}

const noClaim: Claim = { inNameOf: [], among: [], subjects: [], holders: [], agreed: false, binds: false };

/** What the policies are told of the act, for one of the actors that it concerns. */
export function contextOf(caller: Caller, { claim = noClaim, signedBy = [] }: Resource, subject: ActorId | undefined): Context {
  return {
    inNameOf: refs(claim.inNameOf),
    among: refs(claim.among),
    attested: refs([...signedBy, ...(caller.actor === undefined ? [] : [caller.actor])]),
    signedBy: refs(signedBy),
    holders: refs(claim.holders),
    agreed: claim.agreed,
    binds: claim.binds,
    ...(subject === undefined ? {} : { subject: ref(subject) }),
    ...(claim.tier === undefined ? {} : { tier: ref(claim.tier) }),
    ...(claim.author === undefined ? {} : { author: ref(claim.author) }),
  };
}
