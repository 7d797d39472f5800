/** Rules of supervision: a plan, no second inspection of the same matter, a budget of burden, a right of review. */
import type { Payload } from '../events/catalogue.ts';
import { addDays, addMonths } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { bodyHolds, type DecisionContext, nameIn, type Rule, sameSide, standsAbove } from './context.ts';
import { both, refuse } from './refusal.ts';
import { obligationIn, taken, unknown } from './subjects.ts';
import { dateText } from '../stages/explain.ts';

export const inspectionNew: Rule<{ inspection: string }> = ({ inspection }, { situation }) =>
  situation.state.inspections.has(inspection) ? taken('督查', 'inspection', inspection) : undefined;

function mayInspect(context: DecisionContext, by: ActorId, object: ActorId): boolean {
  return standsAbove(context, by, object) || (object !== by && object.startsWith(`${by}/`)) || bodyHolds(context, by, 'supervise', object);
}

export const inspectsBelow: Rule<Payload<'inspectionPlanned'>> = ({ by, objects }, context) => {
  const beside = objects.find((object) => !mayInspect(context, by, object));
  if (beside === undefined) return undefined;
  const [who, whom] = [nameIn(context, by), nameIn(context, beside)];
  return refuse(
    'notEntitled',
    both(
      `${who.zh}不能督查${whom.zh}：既非上级，也无授权。`,
      `${who.en} may not inspect ${whom.en}: it is not above it and holds no power to.`,
    ),
    both('由其上级政府，或有监督权的共同机构督查。', 'Let its superior, or a joint body with the power to supervise, inspect.'),
  );
};

export const planComplete: Rule<Payload<'inspectionPlanned'>> = ({ scope, period }, { on }) => {
  if (scope === undefined) {
    return refuse(
      'incomplete',
      both('督查须有方案：事项、对象、范围、期限。', 'An inspection needs a plan: matter, object, scope, period.'),
      both('补填督查范围。', 'Say what is looked at.'),
    );
  }
  return period.last >= on
    ? undefined
    : refuse('wrongDate', both('督查期限已过。', 'The period is over.'), both('填写尚未结束的期限。', 'Give a period that has not ended.'));
};

const sameMatter = (a: { zh: string; en: string }, b: { zh: string; en: string }): boolean => a.zh === b.zh || a.en === b.en;

/** 不得重复督查、多头督查: one object, one matter, one inspection at a time. */
export const noSecondInspection: Rule<Payload<'inspectionPlanned'>> = ({ objects, matter }, context) => {
  for (const { payload, planned, concluded } of context.situation.state.inspections.values()) {
    if (concluded !== undefined || !sameMatter(payload.matter, matter)) continue;
    const twice = objects.find((object) => payload.objects.some((own) => sameSide(own, object)));
    if (twice === undefined) continue;
    const [who, by] = [nameIn(context, twice), nameIn(context, payload.by)];
    return refuse(
      'duplicateSupervision',
      both(
        `${by.zh}正就同一事项督查${who.zh}，不得重复督查。`,
        `${by.en} is inspecting ${who.en} in the same matter: no second inspection.`,
      ),
      both('并入该次督查，或待其结论。', 'Join that inspection, or wait for its conclusion.'),
      { evidence: [planned.id] },
    );
  }
  return undefined;
};

export const withinBudget: Rule<Payload<'inspectionPlanned'>> = ({ objects }, context) => {
  const { situation, on } = context;
  const most = situation.parameters.get('supervision.inspectionsPerYearMax');
  const from = addMonths(on, -12);
  const past = [...situation.state.inspections.values()].filter(({ planned }) => planned.on > from);
  for (const object of objects) {
    const borne = past.filter(({ payload }) => payload.objects.some((own) => sameSide(own, object)));
    if (borne.length < most) continue;
    const name = nameIn(context, object);
    return refuse(
      'burdenExceeded',
      both(
        `${name.zh}一年内已受督查${borne.length}次，公布的上限为${most}次。`,
        `${name.en} was inspected ${borne.length} times within a year; the published budget is ${most}.`,
      ),
      both(
        `${addDays(addMonths(borne[0]?.planned.on ?? on, 12), 0)}以后再行安排，或与他项合并。`,
        `Plan it after ${addMonths(borne[0]?.planned.on ?? on, 12)}, or join it with another.`,
      ),
      { evidence: borne.map(({ planned }) => planned.id) },
    );
  }
  return undefined;
};

export const inspectionOpen: Rule<{ inspection: string }> = ({ inspection }, { situation }) => {
  const known = situation.state.inspections.get(inspection);
  if (known === undefined) return unknown('督查', 'inspection', inspection);
  return known.concluded === undefined ? undefined : taken('督查结论', 'conclusion of the inspection', inspection);
};

export const planner: Rule<{ inspection: string; by: ActorId }> = ({ inspection, by }, context) => {
  const known = context.situation.state.inspections.get(inspection);
  if (known === undefined || sameSide(known.payload.by, by)) return undefined;
  const name = nameIn(context, known.payload.by);
  return refuse(
    'notEntitled',
    both(`该督查由${name.zh}组织。`, `The inspection is run by ${name.en}.`),
    both('由其办理。', 'It is for whoever runs it.'),
  );
};

export const reviewInTime: Rule<Payload<'reviewRequested'>> = ({ inspection, by }, context) => {
  const known = context.situation.state.inspections.get(inspection);
  if (known === undefined) return unknown('督查', 'inspection', inspection);
  if (known.concluded === undefined) {
    return refuse(
      'stepMissing',
      both('督查尚无结论。', 'There is no conclusion yet.'),
      both('待结论送达后申请复核。', 'Ask for a review once it is delivered.'),
    );
  }
  if (!known.payload.objects.some((own) => sameSide(own, by))) {
    return refuse(
      'notEntitled',
      both('只有被督查方可以申请复核。', 'Only the inspected may ask for a review.'),
      both('由被督查方申请。', 'It is for the inspected.'),
    );
  }
  if (known.review !== undefined) return taken('复核申请', 'request for review', inspection);
  const last = addDays(known.concluded.on, context.situation.parameters.get('supervision.reviewRequestDays'));
  return context.on <= last
    ? undefined
    : refuse(
        'tooLate',
        both(`复核申请期限为${dateText(last).zh}。`, `A review could be asked for until ${dateText(last).en}.`),
        both('可在申辩或整改反馈中说明。', 'Say it in the reply or the report on rectification.'),
      );
};

export const reviewAsked: Rule<{ inspection: string }> = ({ inspection }, { situation }) => {
  const known = situation.state.inspections.get(inspection);
  if (known === undefined) return unknown('督查', 'inspection', inspection);
  if (known.review === undefined)
    return refuse(
      'stepMissing',
      both('没有复核申请。', 'No review was asked for.'),
      both('由被督查方先行申请。', 'The inspected asks first.'),
    );
  return known.review.decided === undefined ? undefined : taken('复核决定', 'decision on the review', inspection);
};

const slipBefore = { blue: undefined, orange: 'blue', red: 'orange' } as const;

/** 蓝、橙、红: each slip follows one of the colour before it that was given time and not answered. */
export const slipInOrder: Rule<Payload<'reminderIssued'>> = ({ obligation: id, slip }, context) => {
  const before = slipBefore[slip];
  const { reminders, selfReports } = obligationIn(context, id);
  if (before === undefined) return undefined;
  const last = reminders.findLast((own) => own.slip === before);
  const colour = { blue: both('蓝色', 'blue'), orange: both('橙色', 'orange') }[before];
  if (last === undefined) {
    return refuse(
      'stepMissing',
      both(`尚未发出${colour.zh}督办单。`, `No ${colour.en} slip was issued.`),
      both(`先发${colour.zh}督办单。`, `Issue the ${colour.en} slip first.`),
    );
  }
  const answered = selfReports.some(({ ref }) => ref.on > last.ref.on);
  if (answered) {
    return refuse(
      'wrongState',
      both(`${colour.zh}督办单已有反馈。`, `The ${colour.en} slip was answered.`),
      both('如反馈不符，请退办。', 'If the answer will not do, return it.'),
      { evidence: [last.ref.id] },
    );
  }
  const due = last.answerBy ?? addDays(last.ref.on, context.situation.parameters.get('supervision.slipAnswerDays'));
  return context.on > due
    ? undefined
    : refuse(
        'tooEarly',
        both(`${colour.zh}督办单的反馈期限为${dateText(due).zh}。`, `The ${colour.en} slip is to be answered by ${dateText(due).en}.`),
        both(`${dateText(addDays(due, 1)).zh}起可以升级。`, `The next slip can be issued from ${dateText(addDays(due, 1)).en}.`),
      );
};

/** Accountability is only ever proposed, and only for a breach that somebody established by signature. */
export const breachEstablished: Rule<Payload<'accountabilityProposed'>> = ({ obligation }, context) => {
  const found = context.situation.duties.some(
    (duty) => duty.obligation.violated !== undefined && (obligation === undefined || duty.obligation.obligation === obligation),
  );
  return found
    ? undefined
    : refuse(
        'stepMissing',
        both('没有经签署认定的违约。', 'No breach was established by signature.'),
        both('先督查、核实并认定。', 'Inspect, verify and establish it first.'),
      );
};

export const proposesDownward: Rule<Payload<'accountabilityProposed'>> = ({ by, subjects }, context) => {
  const beside = subjects.find(
    (subject) => !standsAbove(context, by, subject) && !bodyHolds(context, by, 'assess', subject) && !subject.startsWith(`${by}/`),
  );
  if (beside === undefined) return undefined;
  const name = nameIn(context, beside);
  return refuse(
    'notEntitled',
    both(`对${name.zh}提出问责建议须由其上级作出。`, `A proposal about ${name.en} is for its superior.`),
    both('将线索移送其上级。', 'Pass the lead to its superior.'),
  );
};
