/** The rows of one case, made of its facts. */
import { resolveHistory } from '@gongze/domain/cases/corrections';
import { fold } from '@gongze/domain/cases/fold';
import { countUpTo, entryDate, inFoldOrder } from '@gongze/domain/cases/order';
import { type DutyOutlook, type LightPhase, outlookOf, type TaskOutlook } from '@gongze/domain/decisions/outlook';
import { timersOf } from '@gongze/domain/decisions/timers';
import { situationOf, type Situation } from '@gongze/domain/stages/situation';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import { standardParameters } from '@gongze/domain/vocabulary/parameters';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { caseResource } from '../permissions/claims/claim.ts';
import type { StoredCase } from '../ports.ts';
import type { DailyCase, DailyDuty, DailyTask, DailyTimer, Phases } from './ports.ts';

export interface CaseToday {
  readonly situation: Situation;
  /** First day on which a fact that is recorded already enters the fold. */
  readonly nextFactOn: IsoDate | null;
}

/** The case as it stands on the day, by the thresholds of the product. */
export function caseOn({ caseId, actors, facts }: StoredCase, day: IsoDate, governments: GovernmentTree): CaseToday {
  const ordered = inFoldOrder(resolveHistory(facts).facts);
  const count = countUpTo(ordered, day);
  const state = fold(caseId, ordered, count);
  const next = ordered[count];
  const situation = situationOf({ state, asOf: day, parameters: standardParameters(), governments, actors });
  return { situation, nextFactOn: next === undefined ? null : entryDate(next) };
}

const named = (phase: LightPhase | undefined): string | null => (phase === undefined ? null : `${phase.light}/${phase.reason}`);

function phasesIn(phases: readonly LightPhase[]): Phases {
  const [first, second, third] = phases;
  return {
    phase1: named(first),
    from2: second?.from ?? null,
    phase2: named(second),
    from3: third?.from ?? null,
    phase3: named(third),
  };
}

function taskRow({ side, task, duty }: TaskOutlook): DailyTask {
  const { key, kind, subject, title, text, command, dueOn, since, visibleFrom, because } = task;
  const lateUntil = duty?.lateUntil ?? null;
  const base = { side, key, kind, subject, title, text, command: command ?? null, dueOn, since, visibleFrom, because, lateUntil };
  return { ...base, ...phasesIn(duty?.phases ?? []) };
}

function dutyRow({ obligation, sides, bodies, dueOn, phases }: DutyOutlook): DailyDuty {
  return { obligation, sides, bodies, dueOn, ...phasesIn(phases) };
}

/**
 * Timers of what is kept live. What fell due before the case was, and what was coded afterwards, is history: nobody is told of
 * it now.
 */
function timerRows({ facts }: StoredCase, situation: Situation): DailyTimer[] {
  const recorded = facts.filter(({ origin }) => origin === 'live').map(({ recordedAt }) => recordedAt.slice(0, 10));
  const [liveSince] = recorded.sort();
  return liveSince === undefined ? [] : timersOf(situation).filter(({ dueOn }) => dueOn >= liveSince);
}

/** Rows that hold from `day` until `nextDay`. */
export function dailyRows(stored: StoredCase, day: IsoDate, governments: GovernmentTree): DailyCase {
  const { situation, nextFactOn } = caseOn(stored, day, governments);
  const { tasks, duties } = outlookOf(situation);
  const later = duties.flatMap(({ phases }) => phases[3]?.from ?? []);
  const [nextDay = null] = [...later, ...(nextFactOn === null ? [] : [nextFactOn])].sort();
  const names: Record<string, Bilingual> = {};
  const name = (...actors: readonly string[]): void => {
    for (const actor of actors) names[actor] ??= situation.nameOf(actor);
  };
  for (const { side, task } of tasks) name(side, ...task.because);
  for (const { sides, bodies } of duties) name(...sides, ...bodies);
  name(...situation.state.bodies.keys());
  return {
    caseId: stored.caseId,
    version: stored.size,
    readOn: day,
    nextDay,
    resource: caseResource(situation.state, { published: false, closed: false }),
    names,
    tasks: tasks.map(taskRow),
    duties: duties.map(dutyRow),
    timers: timerRows(stored, situation),
  };
}
