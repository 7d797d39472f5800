/** Which party an actor stands for, and which bodies and texts reach all of them. */
import type { BodyState } from '../cases/state.ts';
import type { Situation } from '../stages/situation.ts';
import { type ActorId, governmentOf } from '../vocabulary/ids.ts';

/** The party that an actor is, or is an organ of; `undefined` for everybody else. */
export type PartyOf = (actor: ActorId) => ActorId | undefined;

export function partyOfIn(situation: Situation): PartyOf {
  const parties = new Set(situation.parties);
  return (actor) => {
    if (parties.has(actor)) return actor;
    const government = governmentOf(actor) as ActorId | undefined;
    return government !== undefined && parties.has(government) ? government : undefined;
  };
}

/** Parties behind the actors, each once; a joint body stands for its members. */
export function partiesBehind(situation: Situation, partyOf: PartyOf, actors: Iterable<ActorId>): Set<ActorId> {
  const found = new Set<ActorId>();
  for (const actor of actors) {
    const members = actor.startsWith('body:') ? (situation.state.bodies.get(actor)?.members ?? []) : [actor];
    for (const member of members) {
      const party = partyOf(member);
      if (party !== undefined) found.add(party);
    }
  }
  return found;
}

/** True if the actors include every party, itself or by an organ or a joint body. */
export function reachesAll(situation: Situation, partyOf: PartyOf, actors: Iterable<ActorId>): boolean {
  return situation.parties.length > 0 && partiesBehind(situation, partyOf, actors).size === situation.parties.length;
}

/** Joint bodies and organs of a superior whose powers reach every party; those inside one party do not count. */
export function coordinators(situation: Situation): BodyState[] {
  const partyOf = partyOfIn(situation);
  return [...situation.state.bodies.values()].filter((body) => body.kind !== 'party' && reachesAll(situation, partyOf, body.over));
}
