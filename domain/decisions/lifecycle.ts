/**
 * The life-cycle of an obligation as one table: from which status each step may be taken. What the table does not list
 * cannot happen on a live case, so no sequence of commands reaches a state that the design does not name.
 */
import type { ObligationStatus } from '../cases/state.ts';
import type { EventType } from '../events/catalogue.ts';
import type { ObligationId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Rule } from './context.ts';
import { both, refuse } from './refusal.ts';
import { obligationIn } from './subjects.ts';

const binding = ['inEffect', 'reported', 'underReview', 'returned', 'reopened', 'violated'] as const;
const open = ['drafted', 'assigned', 'received', 'contested', 'accepted', ...binding, 'suspended'] as const;

export const stepsFrom = {
  obligationReceived: ['inEffect', 'assigned'],
  obligationAccepted: ['drafted', 'assigned', 'received', 'contested', 'inEffect'],
  obligationContested: ['drafted', 'assigned', 'received', 'contested', 'accepted', 'inEffect'],
  obligationAmended: open,
  obligationSuspended: binding,
  obligationResumed: ['suspended'],
  // Whoever begins before the signature may say so; it is owed all the same only from the signature on.
  progressReported: ['accepted', ...binding],
  evidenceAttached: ['accepted', ...binding, 'suspended', 'fulfilled'],
  extensionRequested: ['inEffect', 'returned', 'reopened'],
  extensionGranted: [...binding, 'suspended'],
  extensionRefused: [...binding, 'suspended'],
  obligationReported: ['inEffect', 'returned', 'reopened', 'violated'],
  obligationReviewed: [...binding, 'fulfilled', 'closedOut', 'lookedBack'],
  replyMade: [...open, 'fulfilled', 'closedOut', 'lookedBack'],
  obligationReturned: ['reported', 'underReview'],
  obligationFulfilled: ['underReview'],
  closeOutRequested: ['fulfilled'],
  closeOutPublicised: ['fulfilled'],
  obligationClosedOut: ['fulfilled'],
  obligationLookedBack: ['closedOut', 'lookedBack'],
  obligationReopened: ['lookedBack', 'fulfilled'],
  obligationViolated: binding,
  obligationDischarged: open,
  overdueContested: binding,
  overdueDecided: [...binding, 'suspended'],
  // What gives the power binds first: nobody is held to the terms of a draft.
  powerExercised: [...binding, 'suspended'],
  reminderIssued: binding,
} as const satisfies Partial<Record<EventType, readonly ObligationStatus[]>>;

export type LifecycleStep = keyof typeof stepsFrom;

export const statusNames: Readonly<Record<ObligationStatus, Bilingual>> = {
  drafted: both('拟办', 'drafted'),
  assigned: both('已交办', 'assigned'),
  received: both('已签收', 'received'),
  contested: both('有异议', 'contested'),
  accepted: both('已接受、待签署', 'accepted, not signed'),
  inEffect: both('办理中', 'in effect'),
  suspended: both('中止', 'suspended'),
  reported: both('已反馈', 'reported'),
  underReview: both('审核中', 'under review'),
  returned: both('已退办', 'returned'),
  fulfilled: both('已办结', 'fulfilled'),
  closedOut: both('已销号', 'closed out'),
  lookedBack: both('已回头看', 'looked back at'),
  reopened: both('重新办理', 'reopened'),
  violated: both('已认定违约', 'found violated'),
  discharged: both('已解除', 'discharged'),
};

const listOf = (statuses: readonly ObligationStatus[], language: 'zh' | 'en'): string =>
  statuses.map((status) => statusNames[status][language]).join(language === 'zh' ? '、' : ', ');

/** The step is in the table for where the obligation stands. */
export function stepAllowed(step: LifecycleStep): Rule<{ obligation: ObligationId }> {
  const from: readonly ObligationStatus[] = stepsFrom[step];
  return ({ obligation: id }, context) => {
    const { status, terms, refs } = obligationIn(context, id);
    if (from.includes(status)) return undefined;
    const now = statusNames[status];
    return refuse(
      'wrongState',
      both(`“${terms.title.zh}”现为${now.zh}，不能办理此步。`, `“${terms.title.en}” is ${now.en}: this step does not follow from there.`),
      both(`此步只能在下列状态办理：${listOf(from, 'zh')}。`, `The step follows from: ${listOf(from, 'en')}.`),
      { evidence: refs.slice(-1).map((ref) => ref.id) },
    );
  };
}
