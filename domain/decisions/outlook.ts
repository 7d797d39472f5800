/**
 * What a case lays before everybody, on its day and on the days to come as long as no fact is added: so that a list over
 * many cases can be kept and read by date, and is the same as one computed that day.
 */
import { type Duty, dutyOf } from '../stages/duties.ts';
import { type Light, lightOf, type LightReason, lightText, warnsFrom } from '../stages/lights.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import type { ActorId, ObligationId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { sideOf } from './context.ts';
import { deciders } from './line.ts';
import { proposedSlips } from './slips.ts';
import { type Task, tasksToCome, waitingText } from './tasks.ts';
import { lightOn } from './turns.ts';

/** The light from a day on, until the next phase begins. */
export interface LightPhase {
  readonly from: IsoDate;
  readonly light: Light;
  readonly reason: LightReason;
}

export interface DutyOutlook {
  readonly obligation: ObligationId;
  /** Whose duty it is, each side once. */
  readonly sides: readonly ActorId[];
  /** Joint bodies that decide about it. */
  readonly bodies: readonly ActorId[];
  readonly dueOn: IsoDate | null;
  /** Rising; the first holds from the day of the outlook. Empty for a duty that binds nobody. */
  readonly phases: readonly LightPhase[];
  /** Day at which the count of days late stands still; `null` while it runs. */
  readonly lateUntil: IsoDate | null;
}

export interface TaskOutlook {
  readonly side: ActorId;
  readonly task: Task;
  /** The duty whose light the task shows. */
  readonly duty: DutyOutlook | undefined;
}

export interface Outlook {
  readonly on: IsoDate;
  readonly tasks: readonly TaskOutlook[];
  readonly duties: readonly DutyOutlook[];
}

/** Days after `asOf` on which the clock alone can change the light of the duty, rising. */
function turningDays({ asOf, parameters }: Situation, duty: Duty): IsoDate[] {
  const days = new Set<IsoDate>();
  const { dueOn, readings, obligation } = duty;
  if (dueOn !== undefined) days.add(addDays(dueOn, 1)).add(warnsFrom(duty, dueOn, parameters));
  for (const reading of readings) days.add(addDays(reading.dueOn, 1));
  for (const yardstick of obligation.terms.yardsticks ?? []) {
    days.add(addDays(yardstick.dueOn, 1));
    for (const step of yardstick.path ?? []) days.add(step.on);
  }
  return [...days].filter((day) => day > asOf).sort();
}

function phasesOf(situation: Situation, duty: Duty): LightPhase[] {
  const first = lightOf(duty, situation.asOf, situation.parameters);
  if (first === undefined) return [];
  const phases: LightPhase[] = [{ from: situation.asOf, light: first.light, reason: first.reason }];
  if (!duty.open) return phases;
  for (const day of turningDays(situation, duty)) {
    const next = lightOn(situation, duty.obligation, day);
    const last = phases.at(-1);
    if (next === undefined || (next.light === last?.light && next.reason === last.reason)) continue;
    phases.push({ from: day, light: next.light, reason: next.reason });
  }
  return phases;
}

/** Where a duty was handed over late, the count stands at that day. */
function lateUntilOf({ state, asOf }: Situation, { obligation, dueOn, open }: Duty): IsoDate | null {
  if (dueOn === undefined || !open) return null;
  const day = asOf > dueOn ? asOf : addDays(dueOn, 1);
  const [now, then] = [dutyOf(state, obligation, day).daysLate, dutyOf(state, obligation, addDays(day, 1)).daysLate];
  return now > 0 && now === then ? addDays(dueOn, now) : null;
}

function dutyOutlook(situation: Situation, duty: Duty): DutyOutlook {
  const { obligation, dueOn } = duty;
  const { liable, cooperating = [] } = obligation.terms;
  return {
    obligation: obligation.obligation,
    sides: [...new Set([...liable, ...cooperating].map(sideOf))].sort(),
    bodies: deciders(situation, obligation)
      .filter((actor) => situation.state.bodies.has(actor))
      .sort(),
    dueOn: dueOn ?? null,
    phases: phasesOf(situation, duty),
    lateUntil: lateUntilOf(situation, duty),
  };
}

/** Everybody to whom a case can lay something, each side once, in order of id. */
export function sidesOf(situation: Situation): ActorId[] {
  const { state, parties, duties } = situation;
  const actors = new Set<ActorId>(parties);
  const add = (...more: readonly ActorId[]): void => {
    for (const actor of more) actors.add(actor);
  };
  for (const { obligation } of duties) {
    add(...obligation.terms.liable, ...(obligation.terms.cooperating ?? []), ...deciders(situation, obligation));
  }
  for (const duty of duties) add(...proposedSlips(situation, duty).flatMap(({ by }) => by));
  for (const { payload } of state.convened.values()) add(payload.by, ...payload.invited.map(({ actor }) => actor));
  for (const { payload } of state.inspections.values()) add(payload.by);
  for (const { payload } of state.requests.values()) add(payload.tier as string as ActorId);
  for (const { opened } of state.interventions.values()) add(opened.tier as string as ActorId);
  return [...new Set([...actors].map(sideOf))].sort();
}

/** The outlook of a case from the day of the situation on. Cost: sides times duties. */
export function outlookOf(situation: Situation): Outlook {
  const duties = situation.duties.map((duty) => dutyOutlook(situation, duty));
  const byId = new Map<string, DutyOutlook>(duties.map((duty) => [duty.obligation, duty]));
  const tasks = sidesOf(situation).flatMap((side) =>
    tasksToCome(situation, side).map((task) => ({ side, task, duty: task.light === undefined ? undefined : byId.get(task.subject) })),
  );
  return { on: situation.asOf, tasks, duties: duties.filter(({ phases }) => phases.length > 0) };
}

export function phaseOn(phases: readonly LightPhase[], day: IsoDate): LightPhase | undefined {
  return phases.findLast(({ from }) => from <= day) ?? phases[0];
}

export interface ShownOn {
  readonly kind: Task['kind'];
  readonly text: Bilingual;
  readonly dueOn: IsoDate | null;
  readonly since: IsoDate;
  readonly phase: Pick<LightPhase, 'light' | 'reason'> | undefined;
  readonly lateUntil: IsoDate | null;
}

/** The sentence of a task as it reads on `day`. */
export function textOn({ kind, text, dueOn, since, phase, lateUntil }: ShownOn, day: IsoDate): Bilingual {
  if (phase === undefined) return kind === 'held' ? waitingText(daysBetween(since, day)) : text;
  const { light, reason } = phase;
  const late = reason === 'overdue';
  const days = dueOn === null ? 0 : late ? daysBetween(dueOn, lateUntil ?? day) : daysBetween(day, dueOn);
  return lightText({ light, reason, dueOn, days });
}
