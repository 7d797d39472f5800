/** What a policy needs to know of a case. Read off the recorded facts, never off the request. */
import { resolveHistory } from '@gongze/domain/cases/corrections';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { ActorId } from '@gongze/domain/vocabulary/ids';
import type { Authorizer, Caller, Resource } from '../permissions/caller.ts';
import type { StoredCase } from '../ports.ts';

/** Whether the case is open to the public, and whether it is closed. */
export interface Standing {
  readonly published: boolean;
  readonly closed: boolean;
}

/** Parties that opened the case or joined it and have not left. */
export function partiesOf(facts: readonly Fact[]): ActorId[] {
  const parties = new Set<ActorId>();
  for (const fact of resolveHistory(facts).facts) {
    if (fact.type === 'caseOpened') for (const party of fact.payload.parties) parties.add(party);
    if (fact.type === 'partyJoined') parties.add(fact.payload.party);
    if (fact.type === 'partyLeft') parties.delete(fact.payload.party);
  }
  return [...parties];
}

export type CaseResource = (stored: StoredCase, standing: Standing) => Resource;
/** The case, and what the new fact claims in it. */
export type EventResource = (stored: StoredCase, fact: Fact, standing: Standing) => Resource;

export const caseResource: CaseResource = ({ caseId, facts }, standing) => ({
  kind: 'case',
  caseId,
  parties: partiesOf(facts),
  ...standing,
});

export function mayRead(authorizer: Authorizer, caller: Caller, resource: Resource): boolean {
  return authorizer.decide(caller, 'readCase', resource).allowed;
}
