/**
 * The fold: facts → state. Pure from outside: `fold` owns the state it builds, `continueFold` works on a copy.
 * Inside, the state is written in place, because a state that is copied at every event costs a history its square.
 */
import { commitmentPayloads } from '../events/commitment.ts';
import { consultationPayloads } from '../events/consultation.ts';
import type { EventType, Fact } from '../events/catalogue.ts';
import { culturePayloads } from '../events/culture.ts';
import { deliveryPayloads } from '../events/delivery.ts';
import { institutionPayloads } from '../events/institution.ts';
import { interventionPayloads } from '../events/intervention.ts';
import { supervisionPayloads } from '../events/supervision.ts';
import type { CaseId } from '../vocabulary/ids.ts';
import { type CommitmentFact, evolveCommitment } from './evolve/commitment.ts';
import { type ConsultationFact, evolveConsultation } from './evolve/consultation.ts';
import { type DeliveryFact, evolveDelivery } from './evolve/delivery.ts';
import { evolveSetting, type SettingFact } from './evolve/setting.ts';
import { evolveIntervention, evolveSupervision, type InterventionFact, type SupervisionFact } from './evolve/superior.ts';
import { comparePositions, positionOf } from './order.ts';
import { type CaseState, emptyState } from './state.ts';

type Evolve = (state: CaseState, fact: Fact) => void;
const families: readonly (readonly [object, Evolve])[] = [
  [consultationPayloads, (state, fact) => evolveConsultation(state, fact as ConsultationFact)],
  [commitmentPayloads, (state, fact) => evolveCommitment(state, fact as CommitmentFact)],
  [institutionPayloads, (state, fact) => evolveSetting(state, fact as SettingFact)],
  [culturePayloads, (state, fact) => evolveSetting(state, fact as SettingFact)],
  [deliveryPayloads, (state, fact) => evolveDelivery(state, fact as DeliveryFact)],
  [supervisionPayloads, (state, fact) => evolveSupervision(state, fact as SupervisionFact)],
  [interventionPayloads, (state, fact) => evolveIntervention(state, fact as InterventionFact)],
];
const evolvers = new Map<EventType, Evolve>(
  families.flatMap(([payloads, evolve]) => Object.keys(payloads).map((type) => [type as EventType, evolve] as const)),
);

/** Folds one fact into a state that the caller owns. Its position stays as it was. */
export function evolveInPlace(state: CaseState, fact: Fact): void {
  const evolve = evolvers.get(fact.type);
  if (evolve === undefined) throw new Error(`bug: ${fact.type} reached the fold; corrections resolve before it`);
  evolve(state, fact);
  state.factCount += 1;
}

/** State of a resolved history that stands in fold order. `count`: fold only that many leading facts. Cost: linear. */
export function fold(caseId: CaseId, ordered: readonly Fact[], count: number = ordered.length): CaseState {
  const state = emptyState(caseId);
  for (let i = 0; i < count; i++) evolveInPlace(state, ordered[i] as Fact);
  if (count > 0) state.position = positionOf(ordered[count - 1] as Fact);
  return state;
}

function copyEntry<T>(entry: T): T {
  if (Array.isArray(entry)) return entry.slice() as T;
  if (typeof entry !== 'object' || entry === null) return entry;
  const copy = { ...entry } as Record<string, unknown>;
  for (const [key, value] of Object.entries(copy)) {
    if (value instanceof Map) copy[key] = new Map(value);
    else if (Array.isArray(value)) copy[key] = value.slice();
  }
  return copy as T;
}

/**
 * A state that shares nothing that `evolve` writes with the original: the collections, the entries of its maps, and the
 * collections in those. What stands in them (payloads, references) is never written and is shared.
 */
export function copyState(state: CaseState): CaseState {
  const copy: Record<string, unknown> = { ...state };
  for (const [key, value] of Object.entries(copy)) {
    if (value instanceof Map) copy[key] = new Map([...value].map(([id, entry]) => [id, copyEntry(entry)]));
    else if (Array.isArray(value)) copy[key] = value.slice();
  }
  return copy as unknown as CaseState;
}

/**
 * Folds further facts onto a copy of `state`. They must follow the last folded fact in fold order; a history
 * into which something earlier was inserted has to be folded anew.
 */
export function continueFold(state: CaseState, further: readonly Fact[]): CaseState {
  const next = copyState(state);
  advance(next, further, 0, further.length);
  return next;
}

/** As `continueFold`, on a state that the caller owns: `ordered[from..to)` is folded into it. */
export function advance(state: CaseState, ordered: readonly Fact[], from: number, to: number): void {
  if (to <= from) return;
  const first = positionOf(ordered[from] as Fact);
  if (state.position !== undefined && comparePositions(state.position, first) >= 0) {
    throw new RangeError(`fact ${first.id} does not follow ${state.position.id} in fold order; fold the history anew`);
  }
  for (let i = from; i < to; i++) evolveInPlace(state, ordered[i] as Fact);
  state.position = positionOf(ordered[to - 1] as Fact);
}
