/** What is known of a duty, a body, an inspection or an intervention in the case: whom an act on it concerns. */
import type { CaseState } from '@gongze/domain/cases/state';
import type { ObligationTerms } from '@gongze/domain/events/schemas';
import type { ActorId, GovernmentCode, ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Claim } from '../caller.ts';

export type PartialClaim = Partial<Omit<Claim, 'binds'>>;

/** Each actor once, in order of first mention. */
export function actorsOf(...lists: readonly (readonly ActorId[] | ActorId | undefined)[]): ActorId[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}

/** A tier is a government, and so an actor. */
export function tierActor(tier: string): ActorId {
  return tier as GovernmentCode as string as ActorId;
}

/** Everybody whom the terms oblige: responsible, leading, cooperating. */
export function obligedBy(terms: Partial<ObligationTerms> | undefined): ActorId[] {
  return actorsOf(terms?.liable, terms?.lead, terms?.cooperating);
}

export function holdersOf(state: CaseState, obligation: ObligationId): ActorId[] {
  return obligedBy(state.obligations.get(obligation)?.terms);
}

/** True if nobody above assigned the duty: it was agreed between equals. */
export function wasAgreed(state: CaseState, obligation: ObligationId): boolean {
  const duty = state.obligations.get(obligation);
  return duty !== undefined && duty.assigned === undefined && duty.terms.origin === 'agreed';
}

/** An act of the holder of a duty, in its own name. */
export function byHolder(state: CaseState, payload: { obligation: ObligationId; by?: ActorId | undefined }): PartialClaim {
  return { inNameOf: actorsOf(payload.by), holders: holdersOf(state, payload.obligation) };
}

/** An act on a duty by somebody who does not owe it. */
export function onDuty(state: CaseState, payload: { obligation: ObligationId; by?: ActorId | undefined }): PartialClaim {
  return {
    inNameOf: actorsOf(payload.by),
    subjects: holdersOf(state, payload.obligation),
    agreed: wasAgreed(state, payload.obligation),
  };
}

/**
 * A change of what is owed. What equals agreed, they change together, each with its signature; what a superior
 * assigned, the superior changes.
 */
export function onTerms(
  state: CaseState,
  payload: { obligation: ObligationId; by?: ActorId | undefined },
  added: Partial<ObligationTerms> = {},
): PartialClaim {
  const obliged = actorsOf(holdersOf(state, payload.obligation), obligedBy(added));
  if (wasAgreed(state, payload.obligation)) return { inNameOf: actorsOf(obliged, payload.by), holders: obliged, agreed: true };
  return { inNameOf: actorsOf(payload.by), subjects: obliged };
}

interface BodyTerms {
  readonly kind?: 'joint' | 'superior' | 'party' | undefined;
  readonly members?: readonly ActorId[] | undefined;
  readonly host?: ActorId | undefined;
  readonly over?: readonly ActorId[] | undefined;
}

/**
 * Founding, changing or ending a body. A joint body is its members' work, so each signs; power over others, and any
 * body that is not joint, belong to a government over its own house and what lies below it. A change counts for the
 * body as it was and as it will be, so that nobody takes over a body by renaming its kind.
 */
export function onBody(before: BodyTerms | undefined, after: BodyTerms): PartialClaim {
  const members = actorsOf(before?.members, after.members);
  const over = actorsOf(before?.over, after.over);
  const hosts = actorsOf(before?.host, after.host);
  const joint = (after.kind ?? before?.kind ?? 'joint') === 'joint' && (before?.kind ?? 'joint') === 'joint';
  if (joint) return { inNameOf: actorsOf(members, hosts), subjects: over.filter((actor) => !members.includes(actor)) };
  return { subjects: actorsOf(members, over, hosts) };
}

export function objectsOf(state: CaseState, inspection: string): readonly ActorId[] {
  return state.inspections.get(inspection)?.payload.objects ?? [];
}

/** Parties who have not left, in order of joining. */
export function partiesOf(state: CaseState): ActorId[] {
  return [...state.parties].filter(([, party]) => party.left === undefined).map(([actor]) => actor);
}

/** Government that opened the intervention, as the one in whose name it is changed. */
export function openerOf(state: CaseState, intervention: string | undefined): ActorId[] {
  const opened = intervention === undefined ? undefined : state.interventions.get(intervention)?.opened;
  return opened === undefined ? [] : [tierActor(opened.tier)];
}

export function onInstrument(state: CaseState, instrument: string): PartialClaim {
  const terms = state.instruments.get(instrument)?.terms;
  if (terms === undefined) return {};
  return { inNameOf: [terms.by], tier: tierActor(terms.tier), subjects: terms.targets };
}
