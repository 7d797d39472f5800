/** For each kind of fact: in whose name it speaks, of whom it tells, whom it concerns, whose duty it exercises. */
import type { CaseState } from '@gongze/domain/cases/state';
import type { Fact } from '@gongze/domain/events/catalogue';
import {
  actorsOf,
  byHolder,
  holdersOf,
  objectsOf,
  obligedBy,
  onBody,
  onDuty,
  onInstrument,
  onTerms,
  openerOf,
  type PartialClaim,
  partiesOf,
  tierActor,
} from './duties.ts';

/** Type and payload of a fact that is about to be recorded. */
export type Act = Fact extends infer F ? (F extends Fact ? { readonly type: F['type']; readonly payload: F['payload'] } : never) : never;

export function claimOfTalk(state: CaseState, act: Act): PartialClaim | undefined {
  switch (act.type) {
    case 'caseOpened':
      return { among: act.payload.parties, subjects: act.payload.parties };
    case 'partyJoined':
    case 'partyLeft':
    case 'positionStated':
    case 'costStated':
    case 'benefitStated':
    case 'statementAnswered':
    case 'dissentRecorded':
      return { inNameOf: [act.payload.party] };
    case 'topicRaised':
      return { among: act.payload.by ?? [] };
    case 'topicWithdrawn':
      return { among: state.topics.get(act.payload.topic)?.raisedBy ?? [] };
    case 'meetingConvened':
      return { inNameOf: actorsOf(act.payload.by, act.payload.body) };
    case 'meetingHeld':
      return { inNameOf: actorsOf(act.payload.body) };
    case 'minutesIssued':
    case 'statementPut':
      return { inNameOf: [act.payload.by] };
    case 'consensusRecorded':
      return { among: act.payload.parties };
    case 'decisionReviewed':
      return { among: act.payload.by };
    case 'judgementRecorded':
      return { subjects: act.payload.subjects };
    case 'customObserved':
      return { among: act.payload.among };
    case 'leaderChanged':
      return { inNameOf: [act.payload.actor] };
    case 'exchangeMade':
      return { inNameOf: actorsOf(act.payload.from) };
    case 'conflictResolved':
    case 'agreementDrafted':
      return { inNameOf: actorsOf(act.payload.by) };
    case 'contextRecorded':
    case 'officialExchanged':
    case 'conflictRaised':
      return {};
    default:
      return undefined;
  }
}

export function claimOfCommitment(state: CaseState, act: Act): PartialClaim | undefined {
  switch (act.type) {
    case 'agreementSigned':
      return { inNameOf: actorsOf(act.payload.parties, act.payload.witnesses) };
    case 'agreementAmended':
    case 'agreementTerminated':
      return { inNameOf: state.agreements.get(act.payload.agreement)?.terms.parties ?? [] };
    case 'jointDocumentIssued':
      return { inNameOf: act.payload.issuers };
    case 'ruleAdopted':
      return { inNameOf: act.payload.by, subjects: act.payload.scope.filter((actor) => !act.payload.by.includes(actor)) };
    case 'obligationDrafted': {
      const accepting = act.payload.acceptedBy ?? [];
      return accepting.length > 0 ? { inNameOf: accepting } : { subjects: obligedBy(act.payload) };
    }
    case 'obligationAssigned': {
      const held = holdersOf(state, act.payload.obligation);
      return { inNameOf: [act.payload.by], subjects: actorsOf(held, obligedBy(act.payload.terms)) };
    }
    case 'obligationReceived':
    case 'obligationAccepted':
    case 'obligationContested':
      return byHolder(state, act.payload);
    case 'obligationAmended':
      return onTerms(state, act.payload, act.payload.terms as Parameters<typeof onTerms>[2]);
    case 'obligationSuspended':
    case 'obligationResumed':
    case 'obligationDischarged':
      return onTerms(state, act.payload);
    case 'powerExercised': {
      const powers = state.obligations.get(act.payload.obligation)?.terms.powers ?? [];
      return { inNameOf: [act.payload.by], holders: actorsOf(powers.find(({ power }) => power === act.payload.power)?.holder) };
    }
    case 'bodyEstablished':
      return onBody(state.bodies.get(act.payload.body), act.payload);
    case 'bodyUpgraded':
      return onBody(state.bodies.get(act.payload.body), act.payload);
    case 'bodyAbolished':
      return onBody(state.bodies.get(act.payload.body), {});
    case 'actorSucceeded':
      return { subjects: actorsOf(act.payload.from, act.payload.to) };
    default:
      return undefined;
  }
}

export function claimOfDelivery(state: CaseState, act: Act): PartialClaim | undefined {
  switch (act.type) {
    case 'progressReported':
    case 'evidenceAttached':
    case 'extensionRequested':
    case 'obligationReported':
    case 'overdueContested':
    case 'replyMade':
    case 'closeOutRequested':
      return byHolder(state, act.payload);
    case 'extensionGranted':
    case 'extensionRefused':
    case 'overdueDecided':
    case 'obligationReviewed':
    case 'obligationReturned':
    case 'obligationFulfilled':
    case 'closeOutPublicised':
    case 'obligationClosedOut':
    case 'obligationLookedBack':
    case 'obligationReopened':
    case 'obligationViolated':
    case 'reminderIssued':
      return onDuty(state, act.payload);
    case 'indicatorRead':
      return { subjects: [act.payload.subject] };
    case 'capacityRead':
      return { subjects: [act.payload.actor] };
    case 'evaluationPublished': {
      const graded = (act.payload.grades ?? []).map(({ actor }) => actor);
      const owing = (act.payload.verifies ?? []).flatMap((obligation) => holdersOf(state, obligation));
      const subjects = actorsOf(graded, owing);
      return { inNameOf: [act.payload.by], subjects: subjects.length > 0 ? subjects : partiesOf(state) };
    }
    default:
      return undefined;
  }
}

export function claimOfSuperior(state: CaseState, act: Act): PartialClaim | undefined {
  switch (act.type) {
    case 'inspectionPlanned':
      return { inNameOf: [act.payload.by], subjects: act.payload.objects };
    case 'inspectionConcluded':
    case 'reviewDecided':
      return { inNameOf: [act.payload.by], subjects: objectsOf(state, act.payload.inspection) };
    case 'reviewRequested':
      return { inNameOf: [act.payload.by], holders: objectsOf(state, act.payload.inspection) };
    case 'accountabilityProposed':
      return { inNameOf: [act.payload.by], subjects: act.payload.subjects };
    case 'interventionProposed':
    case 'exitCriteriaRead':
      return { inNameOf: [act.payload.by], subjects: partiesOf(state) };
    case 'interventionDeclined':
    case 'recusalDeclared':
      return { inNameOf: [tierActor(act.payload.tier)] };
    case 'interventionOpened':
      return { inNameOf: [tierActor(act.payload.tier)], subjects: partiesOf(state) };
    case 'interventionExtended':
    case 'interventionClosed':
      return { inNameOf: openerOf(state, act.payload.intervention), subjects: partiesOf(state) };
    case 'instrumentApplied':
      return { inNameOf: [act.payload.by], tier: tierActor(act.payload.tier), subjects: act.payload.targets };
    case 'interventionTapered':
    case 'interventionEscalated':
    case 'instrumentWithdrawn':
      return onInstrument(state, act.payload.instrument);
    case 'powersRestored':
      return { inNameOf: openerOf(state, act.payload.intervention), subjects: [act.payload.receiver] };
    default:
      return undefined;
  }
}
