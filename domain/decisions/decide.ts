/**
 * `decide(command, context) → events | refusal`. Pure: clock, ids and calendar come with the context. Rules are asked in
 * their order and the first refusal is the answer, so that the same command in the same case is always refused the same way.
 * Who may act is asked before, of the authoriser; here it is asked what the state of the case allows.
 */
import { type EventType, type Payload, typeRank } from '../events/catalogue.ts';
import type { ObligationTerms } from '../events/schemas.ts';
import { type CommandRule, commandRules, compositeCommands, type SimpleCommandName } from './commands.ts';
import { agreementUnsigned, draftComplete, fixedDates, type Signing } from './commitment.ts';
import type { DecisionContext, EventDraft, Rule } from './context.ts';
import {
  exitProvided,
  groundsActive,
  instrumentAllowed,
  interventionNew,
  interventionOpen,
  byItsTier,
  type Opening,
  principlesAllow,
} from './intervention.ts';
import { both, type Refusal, refuse } from './refusal.ts';
import { dateText } from '../stages/explain.ts';

export type CommandName = SimpleCommandName | (typeof compositeCommands)[number];
export interface Command {
  readonly command: CommandName;
  /** Valid by the schema of the command (`schemaOf`). */
  readonly payload: unknown;
}
export type Decision = { readonly events: readonly EventDraft[] } | Refusal;

/** Later types that may already be dated today, because the fold comes to the same state in either order. */
const eitherOrder: Partial<Record<EventType, readonly EventType[]>> = {
  agreementDrafted: ['obligationDrafted'],
  agreementSigned: ['obligationDrafted'],
  // Whoever reads that the criteria are met may leave on the same day.
  interventionClosed: ['exitCriteriaRead'],
};

function dated(event: EventType, payload: unknown, past: boolean, context: DecisionContext): Refusal | undefined {
  const { on, today, todays } = context;
  if (on > today) {
    return refuse(
      'wrongDate',
      both(`日期${dateText(on).zh}尚未到来。`, `${dateText(on).en} has not come yet.`),
      both(`填写${dateText(today).zh}或以前的日期。`, `Give ${dateText(today).en} or an earlier date.`),
    );
  }
  if (on < today && !past) {
    return refuse(
      'wrongDate',
      both('此项办理以当日为准，不能倒签。', 'This takes effect on the day it is done; it is not back-dated.'),
      both(`日期填${dateText(today).zh}。`, `Date it ${dateText(today).en}.`),
    );
  }
  const after = todays.firstAbout(payload, (type) => typeRank(type) > typeRank(event) && !eitherOrder[event]?.includes(type));
  if (after === undefined || on < today) return undefined;
  return refuse(
    'orderWithinDay',
    both(
      '同一事项当日已有后续步骤，再记一步将分不清先后。',
      'A later step on the same matter is dated today; this one could not be told to follow it.',
    ),
    both('请于次日办理。', 'Do it tomorrow.'),
    { evidence: [after.id] },
  );
}

function firstRefusal<P>(rules: readonly Rule<P>[], payload: P, context: DecisionContext): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(payload, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** What was signed off was delivered on the day of the report that the assessment found complete. */
function withDelivery(payload: unknown, { situation }: DecisionContext): unknown {
  const { obligation, deliveredOn } = payload as Payload<'obligationFulfilled'>;
  const reported = situation.state.obligations.get(obligation)?.selfReports.at(-1)?.ref.on;
  return deliveredOn !== undefined || reported === undefined ? payload : { ...(payload as object), deliveredOn: reported };
}

function decideSimple(name: SimpleCommandName, payload: unknown, context: DecisionContext): Decision {
  const { event, rules, past } = commandRules[name] as CommandRule;
  const refusal = firstRefusal(rules as readonly Rule<unknown>[], payload, context) ?? dated(event, payload, past === true, context);
  if (refusal !== undefined) return refusal;
  const own = { type: event, payload: name === 'fulfilObligation' ? withDelivery(payload, context) : payload } as EventDraft;
  return { events: own.type === 'obligationAssigned' ? [own, ...datesOfAssignment(own.payload, context)] : [own] };
}

/** An assignment starts the clock of a date that is counted from it. */
function datesOfAssignment({ obligation: id, terms }: Payload<'obligationAssigned'>, context: DecisionContext): EventDraft[] {
  const whole = { ...context.situation.dutyById.get(id)?.obligation.terms, ...terms } as ObligationTerms;
  return fixedDates([{ id, terms: whole }], 'assignment', context);
}

function decideSigning(signing: Signing, context: DecisionContext): Decision {
  const refusal =
    firstRefusal<Signing>([agreementUnsigned, draftComplete], signing, context) ?? dated('agreementSigned', signing, false, context);
  if (refusal !== undefined) return refusal;
  const draft = context.situation.state.drafts.get(signing.agreement);
  if (draft === undefined) throw new Error('bug: a draft that was found complete is gone');
  const { agreement, title, parties, topics, clauses } = draft.payload;
  const witnesses = signing.witnesses === undefined ? {} : { witnesses: signing.witnesses };
  const own = context.situation.duties.flatMap(({ obligation: { obligation: id, terms } }) =>
    terms.agreement === agreement ? [{ id, terms }] : [],
  );
  return {
    events: [
      { type: 'agreementSigned', payload: { agreement, title, parties, topics, clauses, framework: signing.framework, ...witnesses } },
      ...fixedDates(own, 'signature', context),
    ],
  };
}

function decideOpening({ instruments, ...opening }: Opening, context: DecisionContext): Decision {
  const whole = { ...opening, instruments };
  const refusal =
    firstRefusal<Opening>([interventionNew, principlesAllow, groundsActive, exitProvided], whole, context) ??
    (opening.override === undefined
      ? instruments.map((one) => instrumentAllowed(one, context)).find((one) => one !== undefined)
      : undefined) ??
    dated('interventionOpened', opening, false, context);
  if (refusal !== undefined) return refusal;
  const applied = instruments.map(
    (one) => ({ type: 'instrumentApplied', payload: { ...one, intervention: opening.intervention }, initiative: 'superior' }) as const,
  );
  return { events: [{ type: 'interventionOpened', payload: opening, initiative: 'superior' }, ...applied] };
}

/** Closing hands back what the opening promised to hand back. */
function decideClosing(closing: { intervention: string; reason?: never }, context: DecisionContext): Decision {
  const refusal = firstRefusal([interventionOpen, byItsTier], closing, context) ?? dated('interventionClosed', closing, false, context);
  if (refusal !== undefined) return refusal;
  const handBack = context.situation.state.interventions.get(closing.intervention)?.opened.handBack;
  const restored: EventDraft[] =
    handBack === undefined
      ? []
      : [{ type: 'powersRestored', payload: { intervention: closing.intervention, powers: handBack.powers, receiver: handBack.receiver } }];
  return { events: [{ type: 'interventionClosed', payload: closing }, ...restored] };
}

export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(commandRules, text) || (compositeCommands as readonly string[]).includes(text);
}

/** Event types a command leads to: what the authoriser is asked about. */
export function eventsOf(name: CommandName): readonly EventType[] {
  if (name === 'signAgreement') return ['agreementSigned', 'obligationAmended'];
  if (name === 'assignObligation') return ['obligationAssigned', 'obligationAmended'];
  if (name === 'openIntervention') return ['interventionOpened', 'instrumentApplied'];
  if (name === 'closeIntervention') return ['interventionClosed', 'powersRestored'];
  return [commandRules[name].event];
}

/** Decides. The payload must be valid by the schema of the command. */
export function decide({ command, payload }: Command, context: DecisionContext): Decision {
  if (command === 'signAgreement') return decideSigning(payload as Signing, context);
  if (command === 'openIntervention') return decideOpening(payload as Opening, context);
  if (command === 'closeIntervention') return decideClosing(payload as { intervention: string }, context);
  return decideSimple(command, payload, context);
}
