/** Rules of delivery: reports, extensions, assessment, close-out. Nobody judges what he owes himself. */
import type { Payload } from '../events/catalogue.ts';
import { addDays } from '../vocabulary/dates.ts';
import type { ActorId, ObligationId } from '../vocabulary/ids.ts';
import { bodyHolds, type DecisionContext, isParty, nameIn, owes, type Rule, sameSide, standsAbove } from './context.ts';
import { both, refuse } from './refusal.ts';
import { dutyIn, obligationIn } from './subjects.ts';
import { dateText } from '../stages/explain.ts';

type OnDuty = { obligation: ObligationId };

/** A joint item is reported by its lead: one report, not one from each. */
export const leadReports: Rule<OnDuty & { by: ActorId }> = ({ obligation, by }, context) => {
  const { terms } = obligationIn(context, obligation);
  if (terms.lead === undefined || sameSide(terms.lead, by)) return undefined;
  const lead = nameIn(context, terms.lead);
  return refuse(
    'notEntitled',
    both(`联办事项由牵头单位${lead.zh}统一反馈。`, `A joint item is reported by its lead, ${lead.en}.`),
    both('请把进展报给牵头单位。', 'Give the lead your progress.'),
  );
};

export const beforeDue: Rule<Payload<'extensionRequested'>> = ({ obligation, newDueOn }, context) => {
  const { dueOn } = dutyIn(context, obligation);
  if (dueOn === undefined) {
    return refuse(
      'incomplete',
      both('该事项没有时限，无从延期。', 'The obligation has no date to extend.'),
      both('先约定时限。', 'Agree on a date first.'),
    );
  }
  if (context.today > dueOn) {
    return refuse(
      'tooLate',
      both(`延期须在到期日（${dateText(dueOn).zh}）之前申请。`, `An extension is asked before the due date (${dateText(dueOn).en}).`),
      both('可补办并说明原因；如认为逾期有误，可提出异议。', 'Deliver late and say why; if the lateness is wrong, contest it.'),
    );
  }
  return newDueOn > dueOn
    ? undefined
    : refuse(
        'wrongDate',
        both('新的期限须晚于原期限。', 'The new date must lie after the old one.'),
        both(`填写晚于${dateText(dueOn).zh}的日期。`, `Give a date after ${dateText(dueOn).en}.`),
      );
};

export const noneAsked: Rule<OnDuty> = ({ obligation }, context) => {
  const { extensionAsked } = obligationIn(context, obligation);
  return extensionAsked === undefined
    ? undefined
    : refuse(
        'alreadyThere',
        both('已有延期申请待决定。', 'A request for extension is pending.'),
        both('请等待决定。', 'Wait for the decision.'),
        { evidence: [extensionAsked.ref.id] },
      );
};

export const extensionAsked: Rule<OnDuty> = ({ obligation }, context) =>
  obligationIn(context, obligation).extensionAsked !== undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('没有待决定的延期申请。', 'No extension was asked for.'),
        both('由责任单位先行申请。', 'The responsible agency asks first.'),
      );

export const notBeyondAsked: Rule<Payload<'extensionGranted'>> = ({ obligation, newDueOn }, context) => {
  const asked = obligationIn(context, obligation).extensionAsked;
  return asked === undefined || newDueOn <= asked.newDueOn
    ? undefined
    : refuse(
        'wrongDate',
        both(
          `所批期限超过所申请的${dateText(asked.newDueOn).zh}。`,
          `The date granted lies beyond the ${dateText(asked.newDueOn).en} asked for.`,
        ),
        both('在申请的期限之内批准。', 'Grant a date no later than that.'),
      );
};

/**
 * Who decides about a duty: whoever assigned it, a superior of all who owe it, a joint body that may supervise or assess
 * them, or, for what was agreed, another party of the case. Never one who owes it.
 */
export const decidedByOthers: Rule<OnDuty> = ({ obligation: id }, context) => {
  const obligation = obligationIn(context, id);
  const { by } = context;
  if (owes(obligation, by)) {
    const name = nameIn(context, by);
    return refuse(
      'judgeInOwnCause',
      both(`${name.zh}是责任单位，不能决定自己的事项。`, `${name.en} owes it and cannot decide about it.`),
      both('由交办方、上级、共同机构或协议另一方决定。', 'It is for the assigner, a superior, the joint body or another party.'),
    );
  }
  return mayJudge(context, obligation.terms.liable) || (obligation.assigned !== undefined && sameSide(obligation.assigned.by, by))
    ? undefined
    : notAuthority(context);
};

function mayJudge(context: DecisionContext, liable: readonly ActorId[]): boolean {
  const { by } = context;
  if (liable.every((actor) => standsAbove(context, by, actor))) return true;
  if (liable.every((actor) => bodyHolds(context, by, 'assess', actor) || bodyHolds(context, by, 'supervise', actor))) return true;
  return isParty(context, by);
}

function notAuthority(context: DecisionContext): ReturnType<Rule<unknown>> {
  const name = nameIn(context, context.by);
  return refuse(
    'notEntitled',
    both(
      `${name.zh}对责任单位既无上级关系，也无约定的监督、考核权。`,
      `${name.en} is neither above those who owe it nor given a power to supervise or assess them.`,
    ),
    both(
      '由交办方、共同上级、有监督或考核权的共同机构，或协议另一方办理。',
      'It is for the assigner, a common superior, a joint body with such a power, or another party.',
    ),
  );
}

export const replyInTime: Rule<Payload<'replyMade'>> = ({ obligation, to }, context) => {
  const { assessments, replies } = obligationIn(context, obligation);
  if (!assessments.some(({ ref }) => ref.id === to)) {
    return refuse(
      'unknownSubject',
      both('没有这项评估。', 'There is no such assessment.'),
      both('请选择对本事项的评估。', 'Choose an assessment of this obligation.'),
    );
  }
  return replies.has(to)
    ? refuse(
        'alreadyThere',
        both('对该评估已有申辩。', 'That assessment has been replied to.'),
        both('如需补充，请更正原申辩。', 'Correct the reply to add to it.'),
      )
    : undefined;
};

/** 办结 rests on an assessment by somebody else that finds it complete, newer than the last report. */
export const assessedComplete: Rule<OnDuty> = ({ obligation }, context) => {
  const { assessments, selfReports } = obligationIn(context, obligation);
  const last = assessments.at(-1);
  const reported = selfReports.at(-1);
  if (last?.completion === 'complete' && (reported === undefined || last.ref.on >= reported.ref.on)) return undefined;
  return refuse(
    'stepMissing',
    both('没有认定全部完成的审核意见。', 'No assessment finds it complete.'),
    both('先审核；未完成的退办。', 'Review it first; return it if it is not complete.'),
  );
};

export const closeOutAsked: Rule<OnDuty> = ({ obligation }, context) =>
  obligationIn(context, obligation).closeOutAsked !== undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('尚未申请销号。', 'Close-out was not applied for.'),
        both('由责任单位申请销号。', 'The responsible agency applies for it.'),
      );

export const publicLongEnough: Rule<Payload<'closeOutPublicised'>> = ({ until }, context) => {
  const days = context.situation.parameters.get('closeOut.publicityWorkingDaysMin');
  const earliest = context.workingDaysAfter(context.on, days);
  return until >= earliest
    ? undefined
    : refuse(
        'wrongDate',
        both(
          `公示不少于${days}个工作日，至${dateText(earliest).zh}。`,
          `It is public for ${days} working days at least, until ${dateText(earliest).en}.`,
        ),
        both(`公示期填至${dateText(earliest).zh}或以后。`, `Set the end to ${dateText(earliest).en} or later.`),
      );
};

export const publicityOver: Rule<OnDuty> = ({ obligation }, context) => {
  const { publicised } = obligationIn(context, obligation);
  if (publicised === undefined) {
    return refuse('stepMissing', both('尚未公示。', 'It was not made public.'), both('先行公示。', 'Publicise it first.'));
  }
  return context.today > publicised.until
    ? undefined
    : refuse(
        'tooEarly',
        both(`公示期至${dateText(publicised.until).zh}。`, `It is public until ${dateText(publicised.until).en}.`),
        both(
          `${dateText(addDays(publicised.until, 1)).zh}起可以销号。`,
          `It can be closed out from ${dateText(addDays(publicised.until, 1)).en}.`,
        ),
      );
};

export const foundNotHolding: Rule<OnDuty> = ({ obligation }, context) => {
  const { status, verified } = obligationIn(context, obligation);
  return status === 'fulfilled' || verified === undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('回头看未发现反弹。', 'The look-back found that it holds.'),
        both('回头看发现反弹后方可重新办理。', 'It is reopened when a look-back finds that it does not.'),
      );
};

export const overdueNow: Rule<OnDuty> = ({ obligation }, context) =>
  dutyIn(context, obligation).overdue
    ? undefined
    : refuse('wrongState', both('该事项现未逾期。', 'The obligation is not overdue.'), both('无需办理。', 'There is nothing to do.'));

export const noQuestionOpen: Rule<OnDuty> = ({ obligation }, context) => {
  const own = obligationIn(context, obligation);
  const open = own.overdueContested ?? own.extensionAsked?.ref;
  return open === undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('对期限尚有未决的申请或异议。', 'A request or objection about the date is undecided.'),
        both('先作出决定。', 'Decide it first.'),
        { evidence: [open.id] },
      );
};

export const overdueIsContested: Rule<OnDuty> = ({ obligation }, context) =>
  obligationIn(context, obligation).overdueContested !== undefined
    ? undefined
    : refuse(
        'stepMissing',
        both('没有对逾期的异议。', 'Nobody contests the lateness.'),
        both('由责任单位提出。', 'The responsible agency contests it first.'),
      );

export const powerHeld: Rule<Payload<'powerExercised'>> = ({ obligation: id, by, power }, context) => {
  const own = obligationIn(context, id);
  const terms = own.terms.powers?.find((one) => one.power === power);
  if (terms === undefined) {
    return refuse(
      'unknownSubject',
      both('约定中没有这项权力。', 'The terms give no such power.'),
      both('请从约定的权力中选择。', 'Choose one of the powers in the terms.'),
    );
  }
  if (by !== terms.holder) {
    const holder = nameIn(context, terms.holder);
    return refuse(
      'notEntitled',
      both(`该权力由${holder.zh}行使。`, `${holder.en} holds the power.`),
      both('由其行使。', 'It is for the holder.'),
    );
  }
  if (terms.until !== undefined && context.on > terms.until) {
    return refuse(
      'tooLate',
      both(`该权力已于${dateText(terms.until).zh}到期。`, `The power expired on ${dateText(terms.until).en}.`),
      both('须由各方重新约定。', 'The parties have to agree on it again.'),
    );
  }
  const [needs, status] = [terms.effect === 'resume' ? 'suspended' : undefined, own.status];
  return needs === undefined || needs === status
    ? undefined
    : refuse(
        'wrongState',
        both('该事项未中止，无从恢复。', 'The obligation is not suspended.'),
        both('无需办理。', 'There is nothing to do.'),
      );
};

export const notOwnAssessment: Rule<{ by: ActorId; verifies?: readonly ObligationId[] | undefined }> = ({ by, verifies }, context) => {
  const own = (verifies ?? [])
    .map((id) => context.situation.dutyById.get(id))
    .find((duty) => duty !== undefined && owes(duty.obligation, by));
  return own === undefined
    ? undefined
    : refuse(
        'judgeInOwnCause',
        both(`评估方自己负有“${own.obligation.terms.title.zh}”。`, `The assessor owes “${own.obligation.terms.title.en}” itself.`),
        both('由他方评估。', 'Let somebody else assess it.'),
      );
};
