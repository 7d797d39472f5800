/**
 * What folding a fact touches, where that is little. Facts that touch different things come to the same state in either order, so
 * that one of them need not be folded before the other.
 *
 * Told only for what is recorded by the hundred in one request: duties, the steps of duties, readings. Whatever reads or writes beyond
 * its own subject (a signature binds every duty under its text, a succession changes all names) touches anything.
 */
import type { EventType, Fact } from '../events/catalogue.ts';
import type { TopicId } from '../vocabulary/ids.ts';
import { type CaseState, readingKey } from './state.ts';

/** Steps of one duty. They write into that duty alone; of the rest of the case they read whether its text is signed. */
const stepsOfDuties: ReadonlySet<EventType> = new Set<EventType>([
  'obligationReceived',
  'obligationAccepted',
  'obligationContested',
  'obligationAmended',
  'obligationSuspended',
  'obligationResumed',
  'progressReported',
  'evidenceAttached',
  'extensionRequested',
  'extensionGranted',
  'extensionRefused',
  'obligationReported',
  'obligationReviewed',
  'replyMade',
  'obligationReturned',
  'obligationFulfilled',
  'closeOutRequested',
  'closeOutPublicised',
  'obligationClosedOut',
  'obligationLookedBack',
  'obligationReopened',
  'obligationViolated',
  'obligationDischarged',
  'powerExercised',
  'overdueContested',
  'overdueDecided',
  'reminderIssued',
]);

/** A topic that has its title gains nothing from a duty under it; one that has none would get it from the first. */
const isSettled = ({ topics }: CaseState, topic: TopicId | undefined): boolean =>
  topic === undefined || topics.get(topic)?.title !== undefined;

/** Names of the things that the fact writes to, folded onto `state`; `'anything'` where it may be more than can be named. */
export function touchedBy(fact: Fact, state: CaseState): readonly string[] | 'anything' {
  if (fact.type === 'contextRecorded') return [];
  if (fact.type === 'indicatorRead') return [`reading ${readingKey(fact.payload.indicator, fact.payload.subject)}`];
  if (fact.type === 'obligationDrafted' || fact.type === 'obligationAssigned') {
    const topic = fact.type === 'obligationDrafted' ? fact.payload.topic : fact.payload.terms?.topic;
    return isSettled(state, topic) ? [`duty ${fact.payload.obligation}`] : 'anything';
  }
  if (!stepsOfDuties.has(fact.type)) return 'anything';
  return [`duty ${(fact.payload as { readonly obligation: string }).obligation}`];
}
