/** What a decision may look at, and the questions that many rules ask of it. */
import type { ObligationState } from '../cases/state.ts';
import type { Diagnosis } from '../dilemmas/diagnose.ts';
import type { EventType, Fact, Payload } from '../events/catalogue.ts';
import type { PrinciplesReport } from '../principles/principles.ts';
import type { Situation } from '../stages/situation.ts';
import type { ComputedDeadline, DeadlineRule } from '../vocabulary/calendars/deadlines.ts';
import type { IsoDate } from '../vocabulary/dates.ts';
import { type ActorId, type FactId, type GovernmentCode, governmentOf } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Refusal } from './refusal.ts';
import type { Todays } from './todays.ts';

export interface DecisionContext {
  /** The case as it stands on `today`. */
  readonly situation: Situation;
  /** Computed when a rule asks: most commands do not. */
  readonly diagnosis: () => Diagnosis;
  readonly principles: () => PrinciplesReport;
  /** The fact of that id as it was recorded, corrections included. */
  readonly factOf: (id: FactId) => Fact | undefined;
  /** Facts dated `today` that are on record already. */
  readonly todays: Todays;
  readonly today: IsoDate;
  /** Day on which it happened; `today` unless the command records something past. */
  readonly on: IsoDate;
  /** In whose name it is done. */
  readonly by: ActorId;
  /** The day that a period comes to, by the calendar of the jurisdiction, with how it was computed. */
  readonly computeDeadline: (rule: DeadlineRule) => ComputedDeadline;
  /** Day `count` working days after `from`, by the calendar of the jurisdiction. */
  readonly workingDaysAfter: (from: IsoDate, count: number) => IsoDate;
}

/** What a rule answers: nothing, or why not. */
export type Rule<P> = (payload: P, context: DecisionContext) => Refusal | undefined;

/** An event to record, before the envelope is put around it. */
export type EventDraft = {
  [T in EventType]: { readonly type: T; readonly payload: Payload<T>; readonly initiative?: Fact['initiative'] };
}[EventType];

/** True if both are the same government, or an organ of it. Joint bodies are only themselves. */
export function sameSide(a: ActorId, b: ActorId): boolean {
  if (a === b) return true;
  const [left, right] = [governmentOf(a), governmentOf(b)];
  return left !== undefined && left === right;
}

/** One id for all that are on the same side: the government of an organ; a joint body is a side of its own. */
export function sideOf(actor: ActorId): ActorId {
  return (governmentOf(actor) as string | undefined as ActorId | undefined) ?? actor;
}

export function isParty({ situation }: DecisionContext, actor: ActorId): boolean {
  return situation.parties.some((party) => sameSide(party, actor));
}

export function owes(obligation: ObligationState, actor: ActorId): boolean {
  return obligation.terms.liable.some((own) => sameSide(own, actor));
}

/** True if `actor`, or the government it belongs to, stands above the government of `other` on the day. */
export function standsAbove({ situation, on }: DecisionContext, actor: ActorId, other: ActorId): boolean {
  const [above, below] = [governmentOf(actor), governmentOf(other)];
  if (above === undefined || below === undefined) return false;
  return situation.governments.relation(above, below, on) === 'superior';
}

/** A joint body that holds the power over the actor, or whose members hold it by its own act. */
export function bodyHolds({ situation }: DecisionContext, body: ActorId, power: 'supervise' | 'assess', over: ActorId): boolean {
  const known = situation.state.bodies.get(body);
  if (known === undefined || known.abolished !== undefined) return false;
  return known.powers.includes(power) && known.over.some((own) => sameSide(own, over));
}

export function nameIn({ situation }: DecisionContext, actor: ActorId | GovernmentCode): Bilingual {
  return situation.namedInText(actor);
}
