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

interface Onward {
  /** Name of the command. */
  readonly by: string;
  readonly to: ObligationStatus;
  readonly step: Bilingual;
}

const accept: Onward = { by: 'acceptObligation', to: 'inEffect', step: both('由各承担方接受', 'have all who owe it accept it') };
const sign: Onward = { by: 'signAgreement', to: 'inEffect', step: both('签署所属协议', 'have its agreement signed') };
const report: Onward = {
  by: 'reportObligation',
  to: 'reported',
  step: both('由责任单位反馈办理结果', 'let whoever owes it report the result'),
};
const resume: Onward = { by: 'resumeObligation', to: 'inEffect', step: both('恢复办理', 'have it resumed') };
const assess: Onward = { by: 'reviewObligation', to: 'underReview', step: both('作出评估', 'have it assessed') };
const sendBack: Onward = { by: 'returnObligation', to: 'returned', step: both('退办', 'have it returned') };
const fulfil: Onward = {
  by: 'fulfilObligation',
  to: 'fulfilled',
  step: both('评估为完成并签署办结', 'have it assessed complete and signed off'),
};
const closeOut: Onward = {
  by: 'closeOutObligation',
  to: 'closedOut',
  step: both('申请、公示并销号', 'have its close-out applied for, publicised and recorded'),
};
const lookBack: Onward = { by: 'lookBack', to: 'lookedBack', step: both('回头看', 'have it looked back at') };
const reopen: Onward = { by: 'reopenObligation', to: 'reopened', step: both('重新办理', 'have it reopened') };

/** What leads on from a status on the road of a duty. Suspending, contesting, finding a violation and discharging lead aside: no remedy. */
const onward: Readonly<Partial<Record<ObligationStatus, readonly Onward[]>>> = {
  drafted: [accept],
  contested: [accept],
  accepted: [sign],
  inEffect: [report],
  returned: [report],
  violated: [report],
  reopened: [report],
  suspended: [resume],
  reported: [assess, sendBack],
  underReview: [fulfil, sendBack],
  fulfilled: [closeOut, reopen],
  closedOut: [lookBack],
  lookedBack: [reopen],
};

/** The first step of the shortest way from a status to one of the others; `undefined` where no way leads there. */
export function towards(from: ObligationStatus, wanted: readonly ObligationStatus[]): Pick<Onward, 'by' | 'step'> | undefined {
  const seen = new Set<ObligationStatus>([from]);
  let edge: { readonly at: ObligationStatus; readonly first: Onward | undefined }[] = [{ at: from, first: undefined }];
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { at, first } of edge) {
      for (const own of onward[at] ?? []) {
        if (wanted.includes(own.to)) return first ?? own;
        if (seen.has(own.to)) continue;
        seen.add(own.to);
        next.push({ at: own.to, first: first ?? own });
      }
    }
    edge = next;
  }
  return undefined;
}

/** What would bring a duty to where the step can be taken, or that nothing will. `held`: the last look-back found that it holds. */
function remedyFor(status: ObligationStatus, from: readonly ObligationStatus[], held: boolean): Bilingual {
  const list = both(`此步只能在下列状态办理：${listOf(from, 'zh')}。`, `The step follows from: ${listOf(from, 'en')}.`);
  const first = towards(status, from);
  // What holds is not reopened: to say “reopen it” would send whoever asks to the next refusal.
  if (first === reopen && status === 'lookedBack' && held)
    return both(
      `上次回头看未发现反弹；再次回头看发现反弹的，方可${first.step.zh}。${list.zh}`,
      `The last look-back found that it holds. Look back again; if it does not hold then, ${first.step.en}. ${list.en}`,
    );
  if (first !== undefined) return both(`先${first.step.zh}。${list.zh}`, `First ${first.step.en}. ${list.en}`);
  return both(
    `该事项由现状不会走到那里，此步无需办理；如仍有需要，另拟一项责任事项。${list.zh}`,
    `No step leads there from where it stands: there is nothing to do, and what is still wanted takes a new obligation. ${list.en}`,
  );
}

/** The step is in the table for where the obligation stands. */
export function stepAllowed(step: LifecycleStep): Rule<{ obligation: ObligationId }> {
  const from: readonly ObligationStatus[] = stepsFrom[step];
  return ({ obligation: id }, context) => {
    const { status, terms, refs, verified } = obligationIn(context, id);
    if (from.includes(status)) return undefined;
    const now = statusNames[status];
    return refuse(
      'wrongState',
      both(`“${terms.title.zh}”现为${now.zh}，不能办理此步。`, `“${terms.title.en}” is ${now.en}: this step does not follow from there.`),
      remedyFor(status, from, verified !== undefined),
      { evidence: refs.slice(-1).map((ref) => ref.id) },
    );
  };
}
