/**
 * One list: what an actor owes, what waits for it, and where it is held up by somebody else. Computed from the case for a
 * day; nobody types it in, and what is done falls out of it by itself.
 */
import type { Duty } from '../stages/duties.ts';
import { both } from '../stages/explain.ts';
import { type LightReading, lightOf } from '../stages/lights.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import { type ActorId, type FactId, governmentOf } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { sameSide } from './context.ts';
import type { CommandName } from './decide.ts';
import { deciders } from './line.ts';
import { signingChecklist } from './signingChecklist.ts';
import { stepsFrom } from './lifecycle.ts';
import { proposedSlips } from './slips.ts';
import { lightTurns } from './turns.ts';

/** `owe`: a duty of the actor · `waiting`: somebody waits for a step of the actor · `held`: the actor waits for somebody. */
export type TaskKind = 'owe' | 'waiting' | 'held';

export interface Task {
  /** Stable over days: kind of step and subject. */
  readonly key: string;
  readonly kind: TaskKind;
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** The command that does it; `undefined` where the actor can only wait. */
  readonly command: CommandName | undefined;
  readonly subject: string;
  readonly dueOn: IsoDate | null;
  readonly light: LightReading | undefined;
  /** Since when it waits. */
  readonly since: IsoDate;
  /** Because of whom it is late. */
  readonly because: readonly ActorId[];
  readonly evidence: readonly FactId[];
  /** First day on which it is shown; `null`: from the beginning. */
  readonly visibleFrom: IsoDate | null;
}

type Draft = Pick<Task, 'title' | 'text' | 'subject' | 'since' | 'evidence'> & Partial<Task>;

function task(kind: TaskKind, step: string, draft: Draft): Task {
  return {
    kind,
    key: `${step}|${draft.subject}`,
    command: undefined,
    dueOn: null,
    light: undefined,
    because: [],
    visibleFrom: null,
    ...draft,
  };
}

/** What is said of a step that somebody else has to take. */
export function waitingText(days: number): Bilingual {
  return both(`已等待${days}天。`, `Waiting for ${days} ${days === 1 ? 'day' : 'days'}.`);
}

interface Viewer {
  readonly situation: Situation;
  readonly actor: ActorId;
  readonly is: (other: ActorId) => boolean;
}

/** It is owed by nobody until the text is signed; what holds it up are the parties that have not signed. */
function heldUnsigned({ situation }: Viewer, { obligation, dueOn }: Duty, light: LightReading): Task {
  const { terms, obligation: subject, created } = obligation;
  const draft = terms.agreement === undefined ? undefined : situation.state.drafts.get(terms.agreement);
  const since = [...obligation.accepted.values()].reduce((last, { on }) => (on > last ? on : last), created.on);
  return task('held', 'unsigned', {
    title: terms.title,
    text: light.why,
    subject,
    since,
    evidence: [created.id, ...(draft === undefined ? [] : [draft.ref.id])],
    dueOn: dueOn ?? null,
    light,
    because: draft?.payload.parties ?? [],
  });
}

/** A draft of which nothing is missing: each of its parties can bring about the signature. */
function toSign(viewer: Viewer): Task[] {
  const { situation } = viewer;
  return [...situation.state.drafts.values()].flatMap(({ payload, ref }) => {
    // In an archive nobody signs any more.
    const isWaitedFor = situation.duties.some(
      ({ unsigned, obligation }) => unsigned && obligation.live && obligation.terms.agreement === payload.agreement,
    );
    if (!isWaitedFor || !payload.parties.some(viewer.is)) return [];
    if (signingChecklist(payload.agreement, situation)?.missing !== 0) return [];
    return [
      task('waiting', 'sign', {
        title: payload.title,
        text: both(
          '各条各项均已齐备，待签署；签署之前各项责任尚不生效。',
          'Nothing is missing: sign it. Until then its duties bind nobody.',
        ),
        subject: payload.agreement,
        since: ref.on,
        evidence: [ref.id],
        command: 'signAgreement',
      }),
    ];
  });
}

function owed(viewer: Viewer, duty: Duty): Task[] {
  const { situation } = viewer;
  const { obligation, dueOn } = duty;
  const light = lightOf(duty, situation.asOf, situation.parameters);
  if (!duty.open || light === undefined) return [];
  if (light.reason === 'unsigned') return [heldUnsigned(viewer, duty, light)];
  // The result of a joint duty is reported by its lead; the others tell how far they are.
  const { lead } = obligation.terms;
  const reports = lead === undefined || viewer.is(lead) ? 'reportObligation' : 'reportProgress';
  // Suspended, reported or under review it waits: nothing is to be handed in now.
  const command = (stepsFrom.obligationReported as readonly string[]).includes(obligation.status) ? reports : undefined;
  return [
    task('owe', 'owe', {
      title: obligation.terms.title,
      text: light.why,
      subject: obligation.obligation,
      since: obligation.inEffect?.on ?? obligation.created.on,
      evidence: [obligation.created.id],
      dueOn: dueOn ?? null,
      light,
      command,
    }),
  ];
}

/** Steps on a duty that its responsible agency waits for, with the command that answers. */
function questions({ obligation }: Duty): { step: string; command: CommandName; text: Bilingual; since: IsoDate; evidence: FactId }[] {
  const found: { step: string; command: CommandName; text: Bilingual; since: IsoDate; evidence: FactId }[] = [];
  const ask = (step: string, command: CommandName, zh: string, en: string, ref: { on: IsoDate; id: FactId } | undefined): void => {
    if (ref !== undefined) found.push({ step, command, text: both(zh, en), since: ref.on, evidence: ref.id });
  };
  ask('decideExtension', 'grantExtension', '申请延期，待决定。', 'An extension was asked for: decide it.', obligation.extensionAsked?.ref);
  ask('decideOverdue', 'decideOverdue', '对逾期提出异议，待决定。', 'Its lateness is contested: decide it.', obligation.overdueContested);
  if (obligation.status === 'reported')
    ask('review', 'reviewObligation', '已反馈，待审核。', 'It was reported: review it.', obligation.selfReports.at(-1)?.ref);
  const [last, reported] = [obligation.assessments.at(-1), obligation.selfReports.at(-1)];
  // Only what the last assessment found complete can be signed off.
  const isComplete = last?.completion === 'complete' && (reported === undefined || last.ref.on >= reported.ref.on);
  if (obligation.status === 'underReview' && isComplete)
    ask('signOff', 'fulfilObligation', '已审核，待办结或退办。', 'It was reviewed: sign it off or return it.', last?.ref);
  if (obligation.status === 'underReview' && !isComplete)
    ask(
      'signOff',
      'returnObligation',
      '审核未认定全部完成，待退办或再审核。',
      'The review did not find it complete: return it, or review it again.',
      last?.ref,
    );
  if (obligation.status === 'fulfilled' && obligation.publicised === undefined)
    ask('publicise', 'publiciseCloseOut', '申请销号，待公示。', 'Close-out was applied for: make it public.', obligation.closeOutAsked);
  if (obligation.status === 'fulfilled')
    ask('closeOut', 'closeOutObligation', '公示期满后销号。', 'Close it out when the publicity is over.', obligation.publicised?.ref);
  return found;
}

function asked(viewer: Viewer, duty: Duty): Task[] {
  const { situation } = viewer;
  const { obligation } = duty;
  const by = deciders(situation, obligation);
  const mine = obligation.terms.liable.some(viewer.is);
  const iDecide = !mine && by.some(viewer.is);
  if (!mine && !iDecide) return [];
  return questions(duty).map(({ step, command, text, since, evidence }) =>
    iDecide
      ? task('waiting', step, { title: obligation.terms.title, text, subject: obligation.obligation, since, evidence: [evidence], command })
      : task('held', step, {
          title: obligation.terms.title,
          text: waitingText(daysBetween(since, situation.asOf)),
          subject: obligation.obligation,
          since,
          evidence: [evidence],
          because: by,
        }),
  );
}

function toAccept(viewer: Viewer, { obligation }: Duty): Task[] {
  const { terms, status, accepted, contested, created, assigned, received, discharged } = obligation;
  if (!terms.liable.some(viewer.is) || discharged !== undefined) return [];
  const base = { title: terms.title, subject: obligation.obligation, since: created.on, evidence: [created.id] };
  if (assigned !== undefined && received === undefined && status === 'inEffect')
    return [
      task('waiting', 'receive', {
        ...base,
        since: assigned.ref.on,
        text: both('已交办，待签收。', 'It was assigned: confirm receipt.'),
        command: 'receiveObligation',
      }),
    ];
  const silent = [...terms.liable].some((actor) => viewer.is(actor) && !accepted.has(actor) && !contested.has(actor));
  return silent && (status === 'drafted' || status === 'contested')
    ? [task('waiting', 'accept', { ...base, text: both('待接受或提出异议。', 'Accept or contest it.'), command: 'acceptObligation' })]
    : [];
}

/** What is late because of others, before whoever decides about it: its light says how late, and a slip can be issued at once. */
function lateOfOthers(viewer: Viewer, duty: Duty): Task[] {
  const { situation } = viewer;
  const { obligation, dueOn } = duty;
  const { terms } = obligation;
  if (!duty.open || duty.unsigned || terms.liable.some(viewer.is) || !deciders(situation, obligation).some(viewer.is)) return [];
  const light = lightOf(duty, situation.asOf, situation.parameters);
  const { overdueFrom } = lightTurns(situation, duty);
  if (light === undefined || overdueFrom === undefined) return [];
  return [
    task('held', 'late', {
      title: terms.title,
      text: light.why,
      subject: obligation.obligation,
      since: overdueFrom,
      visibleFrom: overdueFrom,
      evidence: [obligation.created.id],
      dueOn: dueOn ?? null,
      light,
      because: terms.liable,
      command: 'issueReminder',
    }),
  ];
}

/** Slips that the rules of the case propose to the viewer: he issues them, or does not. */
function slipsToIssue(viewer: Viewer, duty: Duty): Task[] {
  // Two steps of one side are one thing to do.
  const own = proposedSlips(viewer.situation, duty).find(({ by }) => by.some(viewer.is));
  if (own === undefined) return [];
  return [
    task('waiting', 'proposedSlip', {
      title: duty.obligation.terms.title,
      text: own.text,
      subject: duty.obligation.obligation,
      since: own.from,
      visibleFrom: own.from,
      evidence: own.evidence,
      because: duty.obligation.terms.liable,
      command: 'issueReminder',
    }),
  ];
}

function talk(viewer: Viewer): Task[] {
  const { situation } = viewer;
  const { state, parties } = situation;
  const tasks: Task[] = [];
  const isParty = parties.some(viewer.is);
  for (const { statement, topic, text, ref, answers } of state.statements.values()) {
    if (!isParty || [...answers.keys()].some(viewer.is) || state.topics.get(topic)?.withdrawn !== undefined) continue;
    tasks.push(
      task('waiting', 'answerStatement', {
        title: text,
        text: both('待表态。', 'Say whether you agree.'),
        subject: statement,
        since: ref.on,
        evidence: [ref.id],
        command: 'answerStatement',
      }),
    );
  }
  for (const { payload, ref, held, minutes } of state.convened.values()) {
    const base = { title: payload.title, subject: payload.meeting, since: ref.on, evidence: [ref.id] };
    if (held === undefined && payload.invited.some((own) => viewer.is(own.actor)))
      tasks.push(
        task('waiting', 'attend', {
          ...base,
          dueOn: payload.plannedOn,
          text: both('受邀参加。', 'You are invited.'),
        }),
      );
    if (held === undefined && viewer.is(payload.by))
      tasks.push(
        task('waiting', 'hold', {
          ...base,
          dueOn: payload.plannedOn,
          visibleFrom: payload.plannedOn,
          text: both('开过之后，记录会议。', 'Once it was held, record it.'),
          command: 'holdMeeting',
        }),
      );
    if (held !== undefined && minutes === undefined && viewer.is(payload.by))
      tasks.push(
        task('waiting', 'minutes', {
          ...base,
          since: held.on,
          text: both('已召开，待印发纪要。', 'It was held: issue the minutes.'),
          command: 'issueMinutes',
        }),
      );
  }
  for (const { topic, title, decision } of state.topics.values()) {
    if (!isParty || decision?.reviewOn === undefined) continue;
    tasks.push(
      task('waiting', 'reviewDecision', {
        title: title ?? both(topic, topic),
        text: both('决定到了复审日期。', 'The decision is due for review.'),
        subject: topic,
        since: decision.ref.on,
        dueOn: decision.reviewOn,
        visibleFrom: addDays(decision.reviewOn, -situation.parameters.get('lights.yellowDaysLeft')),
        evidence: [decision.ref.id],
        command: 'reviewDecision',
      }),
    );
  }
  return tasks;
}

function superior(viewer: Viewer): Task[] {
  const { situation } = viewer;
  const tasks: Task[] = [];
  for (const { payload, planned, concluded, review } of situation.state.inspections.values()) {
    if (!viewer.is(payload.by)) continue;
    const base = { title: payload.matter, subject: payload.inspection, evidence: [planned.id] };
    if (concluded === undefined)
      tasks.push(
        task('waiting', 'conclude', {
          ...base,
          since: planned.on,
          dueOn: payload.period.last,
          text: both('待作出结论。', 'Conclude it.'),
          command: 'concludeInspection',
        }),
      );
    if (review !== undefined && review.decided === undefined) {
      const dueOn = addDays(review.asked.on, situation.parameters.get('supervision.reviewDecisionDays'));
      tasks.push(
        task('waiting', 'decideReview', {
          ...base,
          since: review.asked.on,
          dueOn,
          text: both('已申请复核，待作出决定。', 'A review was asked for: decide it.'),
          command: 'decideReview',
        }),
      );
    }
  }
  for (const { payload, ref, declined, opened } of situation.state.requests.values()) {
    if (declined !== undefined || opened !== undefined || governmentOf(viewer.actor) !== (payload.tier as string)) continue;
    const dueOn = addDays(ref.on, situation.parameters.get('stepwise.requestUnansweredDaysMin'));
    const who = situation.nameOf(payload.by);
    tasks.push(
      task('waiting', 'answerRequest', {
        title: both(`${who.zh}请求介入`, `${who.en} asks for intervention`),
        text: both('待答复：看三项原则的审查意见，再启动或不予介入。', 'Answer it: read what the principles say, then open it or decline.'),
        subject: payload.intervention,
        since: ref.on,
        dueOn,
        evidence: [ref.id],
        command: 'openIntervention',
      }),
    );
  }
  for (const { intervention, opened, sunset, closed, ref } of situation.state.interventions.values()) {
    if (closed !== undefined || sunset === undefined || governmentOf(viewer.actor) !== (opened.tier as string)) continue;
    tasks.push(
      task('owe', 'sunset', {
        title: opened.title,
        text: both('到期前结束介入、恢复权力，或依规延长。', 'Close it and restore the powers before it ends, or extend it by the rules.'),
        subject: intervention,
        since: ref.on,
        dueOn: sunset,
        evidence: [ref.id],
        command: 'closeIntervention',
      }),
    );
  }
  return tasks;
}

const order: Readonly<Record<TaskKind, number>> = { owe: 0, waiting: 1, held: 2 };

/** All tasks of the actor on the day of the situation: duties first, then by due date; without a date last. */
export function tasksOf(situation: Situation, actor: ActorId): Task[] {
  return tasksToCome(situation, actor).filter(({ visibleFrom }) => visibleFrom === null || visibleFrom <= situation.asOf);
}

/** The same with those that will only show on a later day, if nothing happens before. */
export function tasksToCome(situation: Situation, actor: ActorId): Task[] {
  const viewer: Viewer = { situation, actor, is: (other) => sameSide(other, actor) };
  const mine = situation.duties.filter(
    (duty) => duty.obligation.terms.liable.some(viewer.is) || duty.obligation.terms.cooperating?.some(viewer.is),
  );
  const tasks = [
    ...mine.flatMap((duty) => owed(viewer, duty)),
    ...situation.duties.flatMap((duty) => [
      ...toAccept(viewer, duty),
      ...asked(viewer, duty),
      ...slipsToIssue(viewer, duty),
      ...lateOfOthers(viewer, duty),
    ]),
    ...toSign(viewer),
    ...talk(viewer),
    ...superior(viewer),
  ];
  return tasks.sort(
    (a, b) => order[a.kind] - order[b.kind] || compare(a.dueOn, b.dueOn) || compare(a.since, b.since) || (a.key < b.key ? -1 : 1),
  );
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
