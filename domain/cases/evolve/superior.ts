/** Supervision and intervention: what a superior does, per channel. */
import type { Fact } from '../../events/catalogue.ts';
import type { interventionPayloads } from '../../events/intervention.ts';
import type { supervisionPayloads } from '../../events/supervision.ts';
import { refOf } from '../order.ts';
import type { CaseState } from '../state.ts';
import { datedOf, recordAct, unmatched } from './shared.ts';

export type SupervisionFact = Extract<Fact, { type: keyof typeof supervisionPayloads }>;
export type InterventionFact = Extract<Fact, { type: keyof typeof interventionPayloads }>;

export function evolveSupervision(state: CaseState, fact: SupervisionFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'inspectionPlanned':
      state.inspections.set(fact.payload.inspection, { payload: fact.payload, planned: ref, concluded: undefined, review: undefined });
      recordAct(state, fact, 'superior');
      return;
    case 'inspectionConcluded': {
      const inspection = state.inspections.get(fact.payload.inspection);
      if (inspection === undefined) return unmatched(state, fact);
      inspection.concluded ??= ref;
      return;
    }
    case 'reviewRequested':
    case 'reviewDecided': {
      const inspection = state.inspections.get(fact.payload.inspection);
      if (inspection === undefined) return unmatched(state, fact);
      if (fact.type === 'reviewRequested') inspection.review = { asked: ref, decided: undefined };
      else if (inspection.review === undefined) unmatched(state, fact);
      else inspection.review = { ...inspection.review, decided: ref };
      return;
    }
    case 'reminderIssued': {
      const obligation = state.obligations.get(fact.payload.obligation);
      if (obligation === undefined) return unmatched(state, fact);
      obligation.refs.push(ref);
      obligation.reminders.push({ slip: fact.payload.slip, by: fact.payload.by, answerBy: fact.payload.answerBy, ref });
      recordAct(state, fact, 'superior');
      return;
    }
    case 'accountabilityProposed':
      state.accountability.push(datedOf(fact));
      recordAct(state, fact, 'superior');
      return;
    default:
      fact satisfies never;
  }
}

function applyInstrument(state: CaseState, fact: Extract<Fact, { type: 'instrumentApplied' }>): void {
  const ref = refOf(fact);
  const { instrument, replaces, strength } = fact.payload;
  if (replaces !== undefined) {
    const replaced = state.instruments.get(replaces);
    if (replaced === undefined) unmatched(state, fact);
    else replaced.ended ??= ref;
  }
  state.instruments.set(instrument, {
    instrument,
    terms: fact.payload,
    strength,
    initiative: fact.initiative,
    applied: ref,
    changes: [],
    ended: undefined,
  });
  recordAct(state, fact, 'superior');
}

function changeInstrument(
  state: CaseState,
  fact: Extract<Fact, { type: 'interventionTapered' | 'interventionEscalated' | 'instrumentWithdrawn' }>,
): void {
  const instrument = state.instruments.get(fact.payload.instrument);
  if (instrument === undefined) return unmatched(state, fact);
  if (fact.type === 'instrumentWithdrawn') instrument.ended ??= refOf(fact);
  else {
    instrument.strength = fact.payload.strength;
    instrument.changes.push(refOf(fact));
  }
}

function closeIntervention(state: CaseState, fact: Extract<Fact, { type: 'interventionClosed' }>): void {
  const intervention = state.interventions.get(fact.payload.intervention);
  if (intervention === undefined) return unmatched(state, fact);
  const ref = refOf(fact);
  intervention.closed ??= ref;
  for (const instrument of state.instruments.values()) {
    if (instrument.terms.intervention === fact.payload.intervention) instrument.ended ??= ref;
  }
}

export function evolveIntervention(state: CaseState, fact: InterventionFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'interventionProposed':
      state.requests.set(fact.payload.intervention, {
        payload: fact.payload,
        ref,
        declined: undefined,
        declinedWhy: undefined,
        opened: undefined,
      });
      return;
    case 'interventionDeclined': {
      const request = state.requests.get(fact.payload.intervention);
      if (request === undefined) return unmatched(state, fact);
      if (request.declined === undefined) request.declinedWhy = fact.payload.reason;
      request.declined ??= ref;
      return;
    }
    case 'interventionOpened': {
      const { intervention, sunset } = fact.payload;
      state.interventions.set(intervention, { intervention, opened: fact.payload, ref, sunset, exitReadings: [], closed: undefined });
      const request = state.requests.get(intervention);
      if (request !== undefined) request.opened ??= ref;
      recordAct(state, fact, 'superior');
      return;
    }
    case 'instrumentApplied':
      return applyInstrument(state, fact);
    case 'interventionTapered':
    case 'interventionEscalated':
    case 'instrumentWithdrawn':
      return changeInstrument(state, fact);
    case 'interventionExtended':
    case 'exitCriteriaRead': {
      const intervention = state.interventions.get(fact.payload.intervention);
      if (intervention === undefined) return unmatched(state, fact);
      if (fact.type === 'interventionExtended') intervention.sunset = fact.payload.sunset;
      else intervention.exitReadings.push({ met: fact.payload.met, ref });
      return;
    }
    case 'interventionClosed':
      return closeIntervention(state, fact);
    case 'powersRestored':
      state.restorations.push(datedOf(fact));
      return;
    case 'recusalDeclared':
      state.recusals.push(datedOf(fact));
      return;
    default:
      fact satisfies never;
  }
}
