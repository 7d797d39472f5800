/** Succession: an organisation is merged, renamed or split, and what it owed passes on with everything said about it. */
import type { FactOf } from '../../events/catalogue.ts';
import type { ObligationTerms } from '../../events/schemas.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import type { CaseState, ObligationState } from '../state.ts';

const over = ({ fulfilled, closedOut, discharged }: ObligationState): boolean =>
  fulfilled !== undefined || closedOut !== undefined || discharged !== undefined;

function replaced(actors: readonly ActorId[], from: ActorId, to: ActorId): ActorId[] {
  return [...new Set(actors.map((actor) => (actor === from ? to : actor)))];
}

/** A share passes whole; where the successor had one of its own (a merger), they add up. */
function sharesAfter(shares: Readonly<Record<string, number>>, from: ActorId, to: ActorId): Record<string, number> {
  const { [from]: passed, ...kept } = shares;
  return passed === undefined ? kept : { ...kept, [to]: (kept[to] ?? 0) + passed };
}

function termsAfter(terms: ObligationTerms, from: ActorId, to: ActorId): ObligationTerms {
  const lead = terms.lead === from ? to : terms.lead;
  return {
    ...terms,
    liable: replaced(terms.liable, from, to),
    ...(lead && { lead }),
    ...(terms.cooperating && { cooperating: replaced(terms.cooperating, from, to).filter((actor) => actor !== lead) }),
    ...(terms.shares && { shares: sharesAfter(terms.shares, from, to) }),
    ...(terms.powers && { powers: terms.powers.map((own) => (own.holder === from ? { ...own, holder: to } : own)) }),
    ...(terms.beneficiaries && { beneficiaries: replaced(terms.beneficiaries, from, to) }),
  };
}

function pass<T>(held: Map<ActorId, T>, from: ActorId, to: ActorId): void {
  const value = held.get(from);
  if (value === undefined) return;
  held.delete(from);
  if (!held.has(to)) held.set(to, value);
}

/** Passes what `from` still owes to `to`. What is fulfilled, closed out or discharged stays with the name that did it. */
export function succeed(state: CaseState, { payload }: FactOf<'actorSucceeded'>): void {
  const { from, to, obligations } = payload;
  for (const obligation of state.obligations.values()) {
    if (over(obligation) || (obligations !== undefined && !obligations.includes(obligation.obligation))) continue;
    obligation.terms = termsAfter(obligation.terms, from, to);
    pass(obligation.accepted, from, to);
    pass(obligation.contested, from, to);
    if (obligation.assigned?.by === from) obligation.assigned = { ...obligation.assigned, by: to };
  }
  if (obligations === undefined) {
    for (const agreement of state.agreements.values())
      agreement.terms = { ...agreement.terms, parties: replaced(agreement.terms.parties, from, to) };
  }
  for (const body of state.bodies.values()) {
    body.members = replaced(body.members, from, to);
    body.over = replaced(body.over, from, to);
  }
  if (payload.kind !== 'split') pass(state.parties, from, to);
}
