/** Edges of the article's figures, and the order of facts that may carry one. */
import type { CaseState, FactRef } from '../cases/state.ts';
import { evidenceOf } from '../stages/explain.ts';
import { addMonths, fromDayNumber } from '../vocabulary/dates.ts';
import type { FactId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: Bilingual;
  /** `facts`: facts of this case link the two; `article`: the article asserts the link, this case does not show it. */
  readonly basis: 'facts' | 'article';
  readonly evidence: FactId[];
}

/** Facts named on one edge at most: the latest. An edge is a pointer, the component holds all of its evidence. */
export const edgeEvidenceMax = 20;

/** An edge on the facts that link its ends; without one it is the article's. */
export function edgeOf(from: string, to: string, refs: Iterable<FactRef | undefined>, linked: Bilingual, asserted: Bilingual): Edge {
  const evidence = evidenceOf(refs).slice(-edgeEvidenceMax);
  return evidence.length > 0
    ? { from, to, label: linked, basis: 'facts', evidence }
    : { from, to, label: asserted, basis: 'article', evidence };
}

/** True if `later` certainly happened after `earlier`: their intervals do not overlap. */
export function isAfter(later: FactRef, earlier: FactRef): boolean {
  return later.dated && earlier.dated && later.first > earlier.on;
}

/**
 * Facts among `effects` that begin after a fact among `causes` and within `months` of it, each with the nearest such
 * cause: cause, effect, cause, effect, … Order is all that this says. Cost: n log n.
 */
export function followedBy(causes: readonly FactRef[], effects: readonly FactRef[], months: number): FactRef[] {
  const before = causes.filter((ref) => ref.dated).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const linked: FactRef[] = [];
  for (const effect of effects) {
    if (!effect.dated) continue;
    let low = 0;
    let high = before.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((before[middle] as FactRef).on < effect.first) low = middle + 1;
      else high = middle;
    }
    const nearest = before[low - 1];
    if (nearest !== undefined && addMonths(nearest.on, months) >= effect.first) linked.push(nearest, effect);
  }
  return linked;
}

/** When each fact happened that a component may name as evidence. Cost: linear in the facts of the state. */
export function refsById(state: CaseState): Map<FactId, FactRef> {
  const found = new Map<FactId, FactRef>();
  // Acts know only the end of their interval; what follows knows both ends and replaces them.
  for (const { id, day, dated } of state.acts) {
    const on = fromDayNumber(day);
    found.set(id, { id, first: on, on, dated });
  }
  const add = (ref: FactRef | undefined) => ref !== undefined && found.set(ref.id, ref);
  for (const obligation of state.obligations.values()) obligation.refs.forEach(add);
  for (const series of state.readings.values()) for (const reading of series) add(reading.ref);
  for (const topic of state.topics.values()) {
    add(topic.raised);
    topic.meetings.forEach(add);
    for (const ref of topic.consensus.values()) add(ref);
    for (const position of topic.positions) add(position.ref);
  }
  for (const agreement of state.agreements.values()) [agreement.signed, ...agreement.amendments, agreement.terminated].forEach(add);
  for (const body of state.bodies.values()) [body.established, ...body.upgrades, body.abolished].forEach(add);
  for (const instrument of state.instruments.values()) [instrument.applied, ...instrument.changes, instrument.ended].forEach(add);
  for (const conflict of state.conflicts.values()) [conflict.raised, conflict.resolved].forEach(add);
  for (const list of [
    state.evaluations,
    state.leaderChanges,
    state.judgements,
    state.costs,
    state.benefits,
    state.capacities,
    state.rules,
    state.customs,
    state.jointDocuments,
    state.exchanges,
    state.officialExchanges,
    state.meetings,
  ]) {
    for (const { ref } of list) add(ref);
  }
  return found;
}
