/** What a form need not ask: who acts is known, what is new gets an id, what a task is about is filled in. */
import type { DecisionContext } from '@gongze/domain/decisions/context';
import type { CommandName } from '@gongze/domain/decisions/decide';
import { proposedSlips } from '@gongze/domain/decisions/slips';
import { addDays } from '@gongze/domain/vocabulary/dates';
import type { Situation } from '@gongze/domain/stages/situation';
import { governmentOf, type ActorId, type ObligationId } from '@gongze/domain/vocabulary/ids';
import type { Field } from '../forms/describe.ts';
import type { Typed, TypedFields } from '../forms/value.ts';
import { openingKnown, requestAnswered } from './opening.ts';

/** The thing that a command brings into being. */
const creates: Partial<Record<CommandName, string>> = {
  raiseTopic: 'topic',
  conveneMeeting: 'meeting',
  putStatement: 'statement',
  draftAgreement: 'agreement',
  draftObligation: 'obligation',
  raiseConflict: 'conflict',
  planInspection: 'inspection',
  proposeIntervention: 'intervention',
  openIntervention: 'intervention',
  applyInstrument: 'instrument',
  adoptRule: 'rule',
};

/** Id of a body that is set up: of its own, whoever sets it up. */
export function newBodyId(id: string): string {
  return `body:${id}`;
}

export function createdBy(command: CommandName): string | undefined {
  return creates[command];
}

/** Fields that name whoever acts. */
function actsItself(field: Field): boolean {
  return field.kind === 'actor' && (field.name === 'by' || field.name === 'party');
}

/** Each slip is graver than the one before; the gravest may be repeated. */
const slipAfter = { blue: 'orange', orange: 'red', red: 'red' } as const;

export type PresetContext = Pick<DecisionContext, 'situation' | 'today' | 'workingDaysAfter' | 'diagnosis' | 'by'>;

/** What the case knows already of that which the command is about: it is shown to be changed, not asked again. */
function knownOf(command: CommandName, subject: string | undefined, context: PresetContext): Record<string, Typed> {
  const { situation, today, workingDaysAfter } = context;
  const { state, parties } = situation;
  const open = [...state.topics.values()].filter(({ withdrawn, decision }) => withdrawn === undefined && decision === undefined);
  switch (command) {
    case 'conveneMeeting':
      return { topics: open.map(({ topic }) => topic as string), invited: parties.map((actor) => ({ actor: actor as string })) };
    case 'holdMeeting': {
      const next = [...state.convened.values()].find(
        ({ payload, held }) => held === undefined && payload.meeting === (subject ?? payload.meeting),
      );
      if (next === undefined) return {};
      const { meeting, kind, title, topics, invited, body } = next.payload;
      const attendees = invited.map(({ actor, rank }) => ({ actor: actor as string, ...(rank !== undefined && { rank: String(rank) }) }));
      return { meeting, kind, title: { ...title }, topics: [...topics], attendees, ...(body !== undefined && { body: body as string }) };
    }
    case 'issueMinutes': {
      const held = [...state.convened.values()].find(
        ({ payload, held: on, minutes }) => on !== undefined && minutes === undefined && payload.meeting === (subject ?? payload.meeting),
      );
      if (held === undefined) return {};
      const { meeting, title, topics } = held.payload;
      const decisions = topics.flatMap((topic): Typed[] => {
        const text = state.topics.get(topic)?.decision?.text;
        return text === undefined ? [] : [{ topic: topic as string, text: { ...text } }];
      });
      return { meeting, title: { ...title }, decisions };
    }
    case 'issueReminder': {
      const duty = situation.duties.find(({ obligation }) => obligation.obligation === subject);
      const [next] = duty === undefined ? [] : proposedSlips(situation, duty);
      const last = duty?.obligation.reminders.at(-1)?.slip;
      const answerBy = addDays(today, situation.parameters.get('supervision.slipAnswerDays'));
      return { slip: next?.slip ?? (last === undefined ? 'blue' : slipAfter[last]), answerBy };
    }
    case 'openIntervention':
      return openingKnown(context);
    case 'applyInstrument':
      return { targets: [...parties], direct: true };
    case 'taperIntervention':
    case 'escalateIntervention': {
      const strength = state.instruments.get(subject ?? '')?.strength;
      return strength === undefined ? {} : { strength: String(strength + (command === 'taperIntervention' ? -1 : 1)) };
    }
    case 'grantExtension': {
      const asked = situation.dutyById.get(subject as ObligationId)?.obligation.extensionAsked;
      return asked === undefined ? {} : { newDueOn: asked.newDueOn };
    }
    case 'reply': {
      const about = situation.dutyById.get(subject as ObligationId)?.obligation;
      const open = about?.assessments.findLast(({ ref }) => !about.replies.has(ref.id));
      return open === undefined ? {} : { to: open.ref.id };
    }
    case 'publiciseCloseOut':
      return { until: workingDaysAfter(today, situation.parameters.get('closeOut.publicityWorkingDaysMin')) };
    case 'recordConsensus':
      return open[0] === undefined || open.length > 1 ? {} : { topic: open[0].topic };
    default:
      return {};
  }
}

/** Bodies that may be set up anew. */
export function abolished({ state }: Situation): readonly string[] {
  return [...state.bodies].filter(([, body]) => body.abolished !== undefined).map(([id]) => id);
}

export interface Preset {
  readonly typed: TypedFields;
  /** Names of the fields that are not asked. */
  readonly hidden: ReadonlySet<string>;
}

/** Presets of a form. `id`: a fresh id, from the browser's randomness. */
export function presetOf(
  command: CommandName,
  fields: readonly Field[],
  actor: string,
  subject: string | undefined,
  context: PresetContext,
  id: string,
): Preset {
  const { situation } = context;
  const typed: Record<string, Typed> = {};
  const hidden = new Set<string>();
  const fresh = creates[command];
  const answered = command === 'openIntervention' ? requestAnswered(context, subject) : undefined;
  for (const field of fields) {
    if (command === 'establishBody' && field.name === 'body') {
      // An office that acts in the case before it was set up, and one that was abolished, may be meant: then it is asked.
      const own = actor.startsWith('body:') && !situation.state.bodies.has(actor as ActorId) ? actor : newBodyId(id);
      typed[field.name] = own;
      if (abolished(situation).length === 0) hidden.add(field.name);
    } else if (field.name === fresh) {
      typed[field.name] = answered ?? `${field.name}-${id}`;
      hidden.add(field.name);
    } else if (actsItself(field)) {
      typed[field.name] = actor;
      hidden.add(field.name);
    } else if (command === 'adoptRule' && field.name === 'by' && field.kind === 'list') typed[field.name] = [actor];
    else if (field.kind === 'government' && field.name === 'tier') {
      const own = governmentOf(actor as ActorId);
      // A superior acts for itself; whoever asks for help turns to the nearest one first.
      const acts = own !== undefined && situation.ladder.includes(own);
      if (acts || command === 'proposeIntervention') typed[field.name] = acts ? own : situation.ladder[0];
      if (acts && (command === 'openIntervention' || command === 'applyInstrument')) hidden.add(field.name);
    } else if (field.name === 'parties' && field.kind === 'list') typed[field.name] = [...situation.parties];
    else if (field.name === 'members' && command === 'establishBody') typed[field.name] = [...situation.parties];
    else if (field.name === 'origin') {
      typed[field.name] = command === 'assignObligation' ? 'assigned' : 'agreed';
      hidden.add(field.name);
    }
  }
  for (const [name, known] of Object.entries(knownOf(command, subject, context)))
    if (typed[name] === undefined || !hidden.has(name)) typed[name] = known;
  // Which assessment is answered is known; its name would say nothing to anybody.
  if (command === 'reply' && typed['to'] !== undefined) hidden.add('to');
  const about = fields.find((field) => field.kind === 'id' && field.name !== fresh && !field.optional);
  if (about !== undefined && subject !== undefined) typed[about.name] = subject;
  return { typed, hidden };
}
