/**
 * Every command: what it records and the rules it has to pass, in order of precedence. A command is an imperative, the
 * event it leads to is its past tense; where the record needs nothing but the command says, the payloads are the same.
 * `past`: it may record what happened before today (a meeting, a reading); all others are acts of will and happen now.
 */
import type { z } from 'zod';
import type { EventType, payloadSchemas } from '../events/catalogue.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import * as commitment from './commitment.ts';
import * as consultation from './consultation.ts';
import type { Rule } from './context.ts';
import * as correction from './correction.ts';
import * as delivery from './delivery.ts';
import * as intervention from './intervention.ts';
import { type LifecycleStep, stepAllowed } from './lifecycle.ts';
import * as setting from './setting.ts';
import { obligationKnown, obligationNew } from './subjects.ts';
import * as supervision from './supervision.ts';
import { nearestFirst } from './turn.ts';

type PayloadOf<T extends EventType> = z.output<(typeof payloadSchemas)[T]>;

export interface CommandRule<T extends EventType = EventType> {
  readonly event: T;
  readonly rules: readonly Rule<PayloadOf<T>>[];
  readonly past?: boolean;
}

function command<T extends EventType>(event: T, rules: readonly Rule<PayloadOf<T>>[], more: { past?: boolean } = {}): CommandRule<T> {
  return { event, rules, ...more };
}

/** A step in the life of an obligation: known, allowed from where it stands, then the rules of its own. */
function step<T extends LifecycleStep>(event: T, ...rules: readonly Rule<PayloadOf<T>>[]): CommandRule<T> {
  // Every payload of a step names its obligation; the compiler cannot see that through the generic type.
  const shared = [obligationKnown, stepAllowed(event)] as readonly unknown[] as readonly Rule<PayloadOf<T>>[];
  return { event, rules: [...shared, ...rules] };
}

const party: Rule<{ party: ActorId }> = consultation.partyOnly(({ party: own }) => own);

export const commandRules = {
  openCase: command('caseOpened', [consultation.caseNew]),
  joinCase: command('partyJoined', [consultation.notPartyYet, consultation.notBeforeItLeft]),
  leaveCase: command('partyLeft', [party, consultation.leavesNothingOwed]),
  raiseTopic: command('topicRaised', [consultation.topicNew, consultation.partiesOnly(({ by }) => by ?? [])]),
  conveneMeeting: command('meetingConvened', [consultation.meetingNew, consultation.topicsOpen, consultation.liaisonFirst]),
  holdMeeting: command('meetingHeld', [consultation.meetingConvened, consultation.topicsOpen], { past: true }),
  issueMinutes: command('minutesIssued', [consultation.meetingToMinute]),
  putStatement: command('statementPut', [consultation.openTopic, consultation.statementNew, consultation.partyOnly(({ by }) => by)]),
  answerStatement: command('statementAnswered', [consultation.statementKnown, party]),
  statePosition: command('positionStated', [consultation.openTopic, party]),
  stateCost: command('costStated', [party]),
  stateBenefit: command('benefitStated', [party]),
  recordConsensus: command('consensusRecorded', [
    consultation.openTopic,
    consultation.partiesOnly(({ parties }) => parties),
    consultation.reviewNamed,
  ]),
  recordDissent: command('dissentRecorded', [consultation.openTopic, party]),
  reviewDecision: command('decisionReviewed', [
    consultation.openTopic,
    consultation.decisionStands,
    consultation.partiesOnly(({ by }) => by),
  ]),
  withdrawTopic: command('topicWithdrawn', [consultation.openTopic, consultation.mergedIntoOpen]),
  recordJudgement: command('judgementRecorded', [], { past: true }),
  recordContext: command('contextRecorded', [], { past: true }),

  draftAgreement: command('agreementDrafted', [
    commitment.agreementUnsigned,
    consultation.partiesOnly(({ parties }) => parties),
    consultation.topicsOpen,
  ]),
  amendAgreement: command('agreementAmended', [commitment.agreementInForce]),
  terminateAgreement: command('agreementTerminated', [commitment.agreementInForce, commitment.survivorsKnown, commitment.reasonGiven]),
  draftObligation: command('obligationDrafted', [obligationNew, commitment.leadIsLiable, commitment.sharesWhole]),
  assignObligation: command('obligationAssigned', [
    commitment.notUnderway,
    commitment.assignedFromAbove,
    commitment.assignmentComplete,
    commitment.partsWhole,
  ]),
  receiveObligation: step('obligationReceived', commitment.byWhoOwes),
  acceptObligation: step('obligationAccepted', commitment.byWhoOwes),
  contestObligation: step('obligationContested', commitment.byWhoOwes, commitment.reasonGiven),
  amendObligation: step('obligationAmended', commitment.mayAmend, commitment.partsWhole),
  suspendObligation: step('obligationSuspended', delivery.decidedByOthers),
  resumeObligation: step('obligationResumed', delivery.decidedByOthers),
  issueJointDocument: command('jointDocumentIssued', [], { past: true }),

  establishBody: command('bodyEstablished', [setting.bodyNew, setting.mayEmpower]),
  upgradeBody: command('bodyUpgraded', [setting.bodyStanding]),
  abolishBody: command('bodyAbolished', [setting.bodyStanding]),
  adoptRule: command('ruleAdopted', []),
  recordSuccession: command('actorSucceeded', [setting.succeedsSomebody]),
  observeCustom: command('customObserved', [], { past: true }),
  recordExchange: command('exchangeMade', [], { past: true }),
  recordSecondment: command('officialExchanged', [], { past: true }),
  recordLeaderChange: command('leaderChanged', [], { past: true }),
  readCapacity: command('capacityRead', [], { past: true }),

  reportProgress: step('progressReported', commitment.byWhoOwes),
  attachEvidence: step('evidenceAttached'),
  requestExtension: step('extensionRequested', commitment.byWhoOwes, delivery.noneAsked, delivery.beforeDue),
  grantExtension: step('extensionGranted', delivery.decidedByOthers, delivery.extensionAsked, delivery.notBeyondAsked),
  refuseExtension: step('extensionRefused', delivery.decidedByOthers, delivery.extensionAsked),
  reportObligation: step('obligationReported', commitment.byWhoOwes, delivery.leadReports),
  reviewObligation: step('obligationReviewed', delivery.decidedByOthers),
  reply: step('replyMade', commitment.byWhoOwes, delivery.replyInTime),
  returnObligation: step('obligationReturned', delivery.decidedByOthers),
  fulfilObligation: step('obligationFulfilled', delivery.decidedByOthers, delivery.assessedComplete),
  requestCloseOut: step('closeOutRequested', commitment.byWhoOwes),
  publiciseCloseOut: step('closeOutPublicised', delivery.decidedByOthers, delivery.closeOutAsked, delivery.publicLongEnough),
  closeOutObligation: step(
    'obligationClosedOut',
    delivery.decidedByOthers,
    delivery.closeOutAsked,
    delivery.assessedComplete,
    delivery.publicityOver,
  ),
  lookBack: step('obligationLookedBack', delivery.decidedByOthers),
  reopenObligation: step('obligationReopened', delivery.decidedByOthers, delivery.foundNotHolding),
  findViolation: step('obligationViolated', delivery.decidedByOthers, delivery.overdueNow, delivery.noQuestionOpen),
  dischargeObligation: step('obligationDischarged', delivery.decidedByOthers),
  exercisePower: step('powerExercised', delivery.powerHeld),
  contestOverdue: step('overdueContested', commitment.byWhoOwes, delivery.overdueNow),
  decideOverdue: step('overdueDecided', delivery.decidedByOthers, delivery.overdueIsContested),
  readIndicator: command('indicatorRead', [], { past: true }),
  raiseConflict: command('conflictRaised', [setting.conflictNew]),
  resolveConflict: command('conflictResolved', [setting.conflictOpen]),
  publishEvaluation: command('evaluationPublished', [setting.verifiesKnown, delivery.notOwnAssessment]),

  planInspection: command('inspectionPlanned', [
    supervision.inspectionNew,
    supervision.inspectsBelow,
    supervision.planComplete,
    supervision.noSecondInspection,
    supervision.withinBudget,
  ]),
  concludeInspection: command('inspectionConcluded', [supervision.inspectionOpen, supervision.planner]),
  requestReview: command('reviewRequested', [supervision.reviewInTime]),
  decideReview: command('reviewDecided', [supervision.reviewAsked, supervision.planner]),
  issueReminder: step('reminderIssued', delivery.decidedByOthers, nearestFirst, supervision.slipInOrder),
  proposeAccountability: command('accountabilityProposed', [supervision.proposesDownward, supervision.breachEstablished]),

  proposeIntervention: command('interventionProposed', [intervention.onTheLadder, intervention.askedByInvolved]),
  declineIntervention: command('interventionDeclined', [intervention.requestOpen]),
  applyInstrument: command('instrumentApplied', [
    intervention.instrumentNew,
    intervention.underOpenIntervention,
    intervention.instrumentAllowed,
  ]),
  taperIntervention: command('interventionTapered', [intervention.instrumentOpen, intervention.strengthMoves('down')]),
  escalateIntervention: command('interventionEscalated', [
    intervention.instrumentOpen,
    intervention.strengthMoves('up'),
    intervention.stillNecessary,
  ]),
  extendIntervention: command('interventionExtended', [
    intervention.interventionOpen,
    intervention.byItsTier,
    intervention.stillNecessary,
    intervention.sunsetInRange,
  ]),
  withdrawInstrument: command('instrumentWithdrawn', [intervention.instrumentOpen]),
  readExitCriteria: command('exitCriteriaRead', [intervention.interventionOpen]),
  restorePowers: command('powersRestored', [setting.handsBackKnown]),
  recuse: command('recusalDeclared', [intervention.onTheLadder]),

  correctFact: command('factCorrected', [correction.targetStands, correction.replacementValid]),
  retractFact: command('factRetracted', [correction.targetStands]),
} as const;

export type SimpleCommandName = keyof typeof commandRules;
/** Commands that lead to several events at once. */
export const compositeCommands = ['signAgreement', 'openIntervention', 'closeIntervention'] as const;
