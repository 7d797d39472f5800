/**
 * Which acts bind: they create, change or end what somebody owes or may do, or pass judgement on it. An act that binds is
 * recorded by a signer, carries the signature of the office, and waits while too few witnesses answer.
 */
import { type EventType, isEventType } from '@gongze/domain/events/catalogue';

const bindingTypes: ReadonlySet<EventType> = new Set<EventType>([
  'agreementSigned',
  'agreementAmended',
  'agreementTerminated',
  'jointDocumentIssued',
  'ruleAdopted',
  'actorSucceeded',
  'bodyEstablished',
  'bodyUpgraded',
  'bodyAbolished',
  'obligationAssigned',
  'obligationAccepted',
  'obligationAmended',
  'obligationSuspended',
  'obligationResumed',
  'obligationDischarged',
  'powerExercised',
  'extensionGranted',
  'extensionRefused',
  'overdueDecided',
  'obligationFulfilled',
  'obligationClosedOut',
  'obligationReopened',
  'obligationViolated',
  'evaluationPublished',
  'inspectionConcluded',
  'reviewDecided',
  'accountabilityProposed',
  'interventionDeclined',
  'interventionOpened',
  'instrumentApplied',
  'interventionTapered',
  'interventionEscalated',
  'interventionExtended',
  'instrumentWithdrawn',
  'interventionClosed',
  'powersRestored',
  'recusalDeclared',
]);

/**
 * True if the act binds. A draft of a duty binds once it says who accepts it by the same act; a correction or a
 * retraction binds if what it changes did (`targetType`, or unknown: then it is taken to bind).
 */
export function isBinding(type: EventType, payload: unknown, targetType?: string): boolean {
  if (type === 'obligationDrafted') return ((payload as { acceptedBy?: readonly unknown[] }).acceptedBy ?? []).length > 0;
  if (type === 'factCorrected' || type === 'factRetracted')
    return targetType === undefined || !isEventType(targetType) || bindingTypes.has(targetType);
  return bindingTypes.has(type);
}
