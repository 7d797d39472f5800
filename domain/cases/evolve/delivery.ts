import type { Fact } from '../../events/catalogue.ts';
import type { deliveryPayloads } from '../../events/delivery.ts';
import { refOf } from '../order.ts';
import { type CaseState, type CompletionReading, type FactRef, type ObligationState, type Reading, readingKey } from '../state.ts';
import { beginNextRound, resume } from './clock.ts';
import { datedOf, recordAct, unmatched } from './shared.ts';

export type DeliveryFact = Extract<Fact, { type: keyof typeof deliveryPayloads }>;
type Independent = 'indicatorRead' | 'conflictRaised' | 'conflictResolved' | 'evaluationPublished';
type ObligationFact = Exclude<DeliveryFact, { type: Independent }>;

function reading(
  fact: Extract<ObligationFact, { type: 'progressReported' | 'obligationReported' | 'obligationReviewed' }>,
): CompletionReading {
  const review = fact.type === 'obligationReviewed' ? fact.payload : undefined;
  return {
    completion: fact.payload.completion,
    effect: review?.effect,
    substitution: review?.substitution,
    by: fact.payload.by,
    ref: refOf(fact),
  };
}

/** Steps in which somebody carries the duty out, as against talking about its dates. */
function isAction(type: ObligationFact['type']): boolean {
  return ['progressReported', 'evidenceAttached', 'obligationReported', 'obligationFulfilled'].includes(type);
}

/**
 * In an archive, a thing that anyone can see (no yardstick to be read) counts as verified where a source outside the
 * case states it and was checked. Live duties are verified by an assessment or a close-out only.
 */
function isOnPublicRecord({ terms }: ObligationState, fact: Extract<ObligationFact, { type: 'obligationFulfilled' }>): boolean {
  const outside = fact.sources.some(({ kind }) => kind === 'press' || kind === 'official' || kind === 'study');
  return fact.origin === 'archive' && fact.verification === 'verified' && outside && (terms.yardsticks ?? []).length === 0;
}

/** What the terms say that the power does. A sanction changes nothing in the duty itself. */
function exercisePower(obligation: ObligationState, power: string, ref: FactRef): void {
  obligation.powersUsed.set(power, ref);
  const effect = obligation.terms.powers?.find((own) => own.power === power)?.effect;
  if (effect === 'suspend') {
    obligation.suspended = ref;
    obligation.status = 'suspended';
  } else if (effect === 'resume') resume(obligation, ref);
  else if (effect === 'discharge' || effect === 'terminate') {
    obligation.discharged = ref;
    obligation.status = 'discharged';
  }
}

type EndingFact = Extract<
  ObligationFact,
  {
    type:
      | 'obligationReturned'
      | 'obligationFulfilled'
      | 'closeOutRequested'
      | 'closeOutPublicised'
      | 'obligationClosedOut'
      | 'obligationLookedBack'
      | 'obligationReopened'
      | 'obligationViolated'
      | 'obligationDischarged'
      | 'powerExercised';
  }
>;

/** The steps by which a duty ends, or turns out not to have ended. */
function evolveEnding(obligation: ObligationState, fact: EndingFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'obligationReturned':
      obligation.status = 'returned';
      return;
    case 'obligationFulfilled':
      if (beginNextRound(obligation, ref, fact.payload.deliveredOn)) return;
      obligation.fulfilled ??= ref;
      obligation.deliveredOn ??= fact.payload.deliveredOn;
      obligation.status = 'fulfilled';
      if (isOnPublicRecord(obligation, fact)) obligation.verified ??= ref;
      return;
    case 'closeOutRequested':
      obligation.closeOutAsked = ref;
      return;
    case 'closeOutPublicised':
      obligation.publicised = { until: fact.payload.until, ref };
      return;
    case 'powerExercised':
      return exercisePower(obligation, fact.payload.power, ref);
    case 'obligationClosedOut':
      obligation.closedOut = ref;
      obligation.verified ??= ref;
      obligation.status = 'closedOut';
      return;
    case 'obligationLookedBack':
      obligation.status = 'lookedBack';
      if (!fact.payload.holds) obligation.verified = undefined;
      return;
    case 'obligationReopened':
      obligation.fulfilled = undefined;
      obligation.deliveredOn = undefined;
      obligation.closedOut = undefined;
      obligation.closeOutAsked = undefined;
      obligation.publicised = undefined;
      obligation.verified = undefined;
      obligation.status = 'reopened';
      return;
    case 'obligationViolated':
      obligation.violated = ref;
      obligation.status = 'violated';
      return;
    case 'obligationDischarged':
      obligation.discharged = ref;
      obligation.status = 'discharged';
      return;
    default:
      fact satisfies never;
  }
}

function evolveObligation(state: CaseState, obligation: ObligationState, fact: ObligationFact): void {
  const ref = refOf(fact);
  obligation.refs.push(ref);
  if (isAction(fact.type)) {
    obligation.firstAction ??= ref;
    recordAct(state, fact, 'delivery');
  }
  switch (fact.type) {
    case 'progressReported':
      obligation.selfReports.push(reading(fact));
      return;
    case 'evidenceAttached':
      obligation.evidenced ??= ref;
      return;
    case 'extensionRequested':
      obligation.extensionAsked = { newDueOn: fact.payload.newDueOn, ref };
      return;
    case 'extensionGranted':
      obligation.extension = { newDueOn: fact.payload.newDueOn, ref };
      obligation.stoppedDays = 0;
      obligation.extensionAsked = undefined;
      return;
    case 'extensionRefused':
      obligation.extensionRefused = ref;
      obligation.extensionRefusedWhy = fact.payload.text;
      obligation.extensionAsked = undefined;
      return;
    case 'obligationReported':
      obligation.selfReports.push(reading(fact));
      obligation.status = 'reported';
      return;
    case 'obligationReviewed':
      obligation.assessments.push(reading(fact));
      if (obligation.status === 'reported') obligation.status = 'underReview';
      if (fact.payload.completion === 'complete') obligation.verified ??= ref;
      return;
    case 'replyMade':
      obligation.replies.set(fact.payload.to, ref);
      return;
    case 'overdueContested':
      obligation.overdueContested = ref;
      return;
    case 'overdueDecided':
      obligation.overdueContested = undefined;
      obligation.overdueAnnulled = fact.payload.upheld ? undefined : ref;
      return;
    default:
      evolveEnding(obligation, fact);
  }
}

/** Keeps a series in order of period end; the later recorded of two readings of one period stands last. */
function insertReading(series: Reading[], reading: Reading): void {
  let at = series.length;
  while (at > 0 && (series[at - 1] as Reading).period.last > reading.period.last) at--;
  series.splice(at, 0, reading);
}

export function evolveDelivery(state: CaseState, fact: DeliveryFact): void {
  const ref = refOf(fact);
  switch (fact.type) {
    case 'indicatorRead': {
      const { indicator, subject, period, value, unit } = fact.payload;
      const key = readingKey(indicator, subject);
      let series = state.readings.get(key);
      if (series === undefined) state.readings.set(key, (series = []));
      insertReading(series, { period, value, unit, ref });
      return;
    }
    case 'conflictRaised':
      state.conflicts.set(fact.payload.conflict, { payload: fact.payload, raised: ref, resolved: undefined });
      return;
    case 'conflictResolved': {
      const conflict = state.conflicts.get(fact.payload.conflict);
      if (conflict === undefined) return unmatched(state, fact);
      conflict.resolved ??= ref;
      return;
    }
    case 'evaluationPublished':
      state.evaluations.push(datedOf(fact));
      for (const id of fact.payload.verifies ?? []) {
        const obligation = state.obligations.get(id);
        if (obligation === undefined) unmatched(state, fact);
        else {
          obligation.verified ??= ref;
          obligation.refs.push(ref);
          obligation.assessments.push({ completion: 'complete', effect: undefined, substitution: undefined, by: fact.payload.by, ref });
        }
      }
      return;
    default: {
      const obligation = state.obligations.get(fact.payload.obligation);
      if (obligation === undefined) unmatched(state, fact);
      else evolveObligation(state, obligation, fact);
    }
  }
}
