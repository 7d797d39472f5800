/**
 * What the clock will bring to somebody's notice, derived from the facts of a case: each timer with its day and with whom it
 * is to be told. A timer records nothing: that a duty is overdue is computed, and a slip is issued by a person. It is named
 * by kind, subject and day, so that the same facts give the same timers, and a new due date gives a new one.
 */
import type { Duty } from '../stages/duties.ts';
import { both, dateText } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, addMonths, type IsoDate } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { sideOf } from './context.ts';
import { deciders, lineOf } from './line.ts';
import { escalationOf, proposedSlips } from './slips.ts';
import { lightTurns } from './turns.ts';

export const timerKinds = [
  'dueSoon',
  'overdue',
  'escalated',
  'slipProposed',
  'slipUnanswered',
  'extensionUnanswered',
  'publicityOver',
  'lookBack',
  'decisionReview',
  'inspectionOver',
  'reviewRequestEnds',
  'reviewDecisionDue',
  'requestUnanswered',
  'exitReading',
  'sunsetNear',
  'sunsetPassed',
  'watchEnds',
] as const;
export type TimerKind = (typeof timerKinds)[number];

export interface Timer {
  readonly kind: TimerKind;
  readonly subject: string;
  /** First day on which it is told. */
  readonly dueOn: IsoDate;
  /** Sides to be told, in order of id, each once. */
  readonly recipients: readonly ActorId[];
  readonly title: Bilingual;
  readonly text: Bilingual;
}

function timer(
  kind: TimerKind,
  subject: string,
  dueOn: IsoDate,
  recipients: readonly ActorId[],
  words: { title: Bilingual; text: Bilingual },
): Timer[] {
  const sides = [...new Set(recipients.map(sideOf))].sort();
  return sides.length === 0 ? [] : [{ kind, subject, dueOn, recipients: sides, ...words }];
}

const slipWords = {
  blue: both('蓝色督办单到期未反馈，可以升级为橙色。', 'The blue slip was not answered in time: an orange one may follow.'),
  orange: both('橙色督办单到期未反馈，可以升级为红色。', 'The orange slip was not answered in time: a red one may follow.'),
  red: both('红色督办单到期未反馈，请上级关注。', 'The red slip was not answered in time: it is for those above.'),
} as const;
const slipSteps = { blue: 0, orange: 1, red: 2 } as const;

/** The slip that was issued last, if nothing was reported since; the colour says how far up the line it is told. */
function slipTimers(situation: Situation, { obligation }: Duty): Timer[] {
  const last = obligation.reminders.at(-1);
  const answered = last !== undefined && obligation.selfReports.some(({ ref }) => ref.on >= last.ref.on);
  if (last === undefined || answered) return [];
  const due = last.answerBy ?? addDays(last.ref.on, situation.parameters.get('supervision.slipAnswerDays'));
  const above = [...deciders(situation, obligation), ...lineOf(situation, obligation).slice(0, slipSteps[last.slip])];
  // Where the case has rules of its own, the slip that follows is brought to whoever may issue it.
  const told = [...obligation.terms.liable, ...(escalationOf(situation, obligation) === undefined ? above : [])];
  return timer('slipUnanswered', `${obligation.obligation}/${last.slip}`, addDays(due, 1), told, {
    title: obligation.terms.title,
    text: slipWords[last.slip],
  });
}

function overdueTimers(situation: Situation, duty: Duty, from: IsoDate): Timer[] {
  const { obligation } = duty;
  const { title, liable } = obligation.terms;
  const id = obligation.obligation;
  const first = timer('overdue', id, from, [...liable, ...deciders(situation, obligation)], {
    title,
    text: both('已逾期，尚未办结。', 'It is overdue and not done.'),
  });
  // Slips carry it further up where there are any: nobody is told of the same lateness on two ways.
  if (obligation.reminders.length > 0 || escalationOf(situation, obligation) !== undefined) return first;
  const grace = situation.parameters.get('timers.graceDaysPerStep');
  const steps = lineOf(situation, obligation).flatMap((actor, index) => {
    const days = grace * (index + 1);
    const text = both(`逾期${days}天仍未办结。`, `${days} days past due and still not done.`);
    return timer('escalated', `${id}/${index + 1}`, addDays(from, days), [actor], { title, text });
  });
  return [...first, ...steps];
}

function openDutyTimers(situation: Situation, duty: Duty): Timer[] {
  const { obligation } = duty;
  const { title, liable } = obligation.terms;
  const { yellowFrom, overdueFrom } = lightTurns(situation, duty);
  const due = duty.dueOn === undefined ? both('', '') : dateText(duty.dueOn);
  const soon = both(`将于${due.zh}到期，尚未反馈。`, `It falls due on ${due.en} and is not reported.`);
  const timers = yellowFrom === undefined ? [] : timer('dueSoon', obligation.obligation, yellowFrom, liable, { title, text: soon });
  if (overdueFrom !== undefined) timers.push(...overdueTimers(situation, duty, overdueFrom));
  timers.push(...slipTimers(situation, duty));
  for (const { step, level, by, from, text } of proposedSlips(situation, duty))
    timers.push(...timer('slipProposed', `${obligation.obligation}/${step}.${level}`, from, by, { title, text }));
  const asked = obligation.extensionAsked;
  if (asked !== undefined) {
    const days = situation.parameters.get('timers.extensionAnswerDays');
    const text = both(`延期申请已${days}天未答复。`, `A request for an extension has been open for ${days} days.`);
    const told = deciders(situation, obligation);
    timers.push(
      ...timer('extensionUnanswered', `${obligation.obligation}/${asked.ref.id}`, addDays(asked.ref.on, days), told, { title, text }),
    );
  }
  return timers;
}

function doneDutyTimers(situation: Situation, { obligation }: Duty): Timer[] {
  const { publicised, closedOut, status } = obligation;
  const { title } = obligation.terms;
  const told = deciders(situation, obligation);
  if (status === 'fulfilled' && publicised !== undefined) {
    const text = both('公示期已满，可以销号。', 'The publicity is over: it can be closed out.');
    return timer('publicityOver', obligation.obligation, addDays(publicised.until, 1), told, { title, text });
  }
  if (status !== 'closedOut' || closedOut === undefined) return [];
  const days = situation.parameters.get('timers.lookBackDays');
  const text = both(`销号已${days}天，请回头看。`, `Closed out ${days} days ago: look back on it.`);
  return timer('lookBack', obligation.obligation, addDays(closedOut.on, days), told, { title, text });
}

function dutyTimers(situation: Situation, duty: Duty): Timer[] {
  const { live, discharged } = duty.obligation;
  if (!live || discharged !== undefined) return [];
  return duty.open ? openDutyTimers(situation, duty) : doneDutyTimers(situation, duty);
}

function decisionTimers({ state, parties, parameters }: Situation): Timer[] {
  return [...state.topics.values()].flatMap(({ topic, title = both(topic, topic), decision, withdrawn }) => {
    if (decision?.reviewOn === undefined || withdrawn !== undefined) return [];
    const from = addDays(decision.reviewOn, -parameters.get('lights.yellowDaysLeft'));
    const text = both(
      `决定应于${dateText(decision.reviewOn).zh}前复审。`,
      `The decision is to be reviewed by ${dateText(decision.reviewOn).en}.`,
    );
    return timer('decisionReview', topic, from, parties, { title, text });
  });
}

function inspectionTimers({ state, parameters }: Situation): Timer[] {
  return [...state.inspections.values()].flatMap(({ payload, concluded, review }) => {
    const { inspection, by, objects, matter: title, period } = payload;
    if (concluded === undefined) {
      const text = both('督查期限已过，请作出结论。', 'Its period is over: conclude it.');
      return timer('inspectionOver', inspection, addDays(period.last, 1), [by], { title, text });
    }
    const warn = parameters.get('lights.yellowDaysLeft');
    if (review === undefined) {
      const ends = addDays(concluded.on, parameters.get('supervision.reviewRequestDays'));
      const text = both(`如有异议，可于${dateText(ends).zh}前申请复核。`, `A review can be asked for until ${dateText(ends).en}.`);
      return timer('reviewRequestEnds', inspection, addDays(ends, -warn), objects, { title, text });
    }
    if (review.decided !== undefined) return [];
    const ends = addDays(review.asked.on, parameters.get('supervision.reviewDecisionDays'));
    const text = both(`复核决定应于${dateText(ends).zh}前作出。`, `The review is to be decided by ${dateText(ends).en}.`);
    return timer('reviewDecisionDue', inspection, addDays(ends, -warn), [by], { title, text });
  });
}

function requestTimers(situation: Situation): Timer[] {
  const { state, parameters } = situation;
  return [...state.requests.values()].flatMap(({ payload, ref, declined, opened }) => {
    if (declined !== undefined || opened !== undefined) return [];
    const days = parameters.get('stepwise.requestUnansweredDaysMin');
    const who = situation.nameOf(payload.by);
    return timer('requestUnanswered', payload.intervention, addDays(ref.on, days), [payload.tier as string as ActorId, payload.by], {
      title: both(`${who.zh}请求介入`, `${who.en} asks for intervention`),
      text: both(`请求已${days}天未获答复，可请再上一级。`, `Unanswered for ${days} days: the next tier may be asked.`),
    });
  });
}

function interventionTimers({ state, parameters, parties }: Situation): Timer[] {
  return [...state.interventions.values()].flatMap(({ intervention, opened, ref, sunset, exitReadings, closed }) => {
    const tier = opened.tier as string as ActorId;
    const { title } = opened;
    if (closed !== undefined) {
      const text = both('退出后的观察期届满。', 'The watch after the exit is over.');
      return timer('watchEnds', intervention, addMonths(closed.on, parameters.get('selfHelp.watchMonths')), [tier, ...parties], {
        title,
        text,
      });
    }
    const reading = addDays((exitReadings.at(-1)?.ref ?? ref).on, parameters.get('timers.exitReadingDays'));
    const timers = timer('exitReading', intervention, reading, [tier], {
      title,
      text: both('请对照退出标准读数。', 'Read its exit criteria.'),
    });
    if (sunset === undefined) return timers;
    const near = both(
      `介入将于${dateText(sunset).zh}到期：收尾、移交或说明延长理由。`,
      `It ends on ${dateText(sunset).en}: hand back, or give reasons to extend.`,
    );
    const passed = both('介入已过期限。', 'It is past its sunset.');
    timers.push(
      ...timer('sunsetNear', intervention, addDays(sunset, -parameters.get('timers.sunsetNoticeDays')), [tier], { title, text: near }),
    );
    timers.push(...timer('sunsetPassed', intervention, addDays(sunset, 1), [tier, ...parties], { title, text: passed }));
    return timers;
  });
}

/** All timers of the case, those whose day has passed included, in order of day, kind and subject. */
export function timersOf(situation: Situation): Timer[] {
  const timers = [
    ...situation.duties.flatMap((duty) => dutyTimers(situation, duty)),
    ...decisionTimers(situation),
    ...inspectionTimers(situation),
    ...requestTimers(situation),
    ...interventionTimers(situation),
  ];
  const key = ({ dueOn, kind, subject }: Timer): string => `${dueOn} ${kind} ${subject}`;
  return timers.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
