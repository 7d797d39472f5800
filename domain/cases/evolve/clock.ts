/** What moves the date of a duty: a clock that stood still, a new date, the next round of a recurring duty. */
import type { Deadline } from '../../events/schemas.ts';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../vocabulary/dates.ts';
import type { FactRef, ObligationState } from '../state.ts';

/** The clock runs again: the days for which it stood are not counted against whoever owes. */
export function resume(obligation: ObligationState, ref: FactRef): void {
  if (obligation.suspended !== undefined) obligation.stoppedDays += Math.max(0, daysBetween(obligation.suspended.on, ref.on));
  obligation.suspended = undefined;
  obligation.status = 'inEffect';
}

/** A date that was set anew already takes account of what came before. */
export function newDate(obligation: ObligationState): void {
  obligation.stoppedDays = 0;
  obligation.recurrence = undefined;
}

function shifted({ readings, ...rest }: Deadline, months: number): Deadline {
  return { ...rest, readings: readings.map(({ reading, dueOn }) => ({ reading, dueOn: addMonths(dueOn, months) })) };
}

function defaultDay({ readings, defaultReading }: Deadline): IsoDate | undefined {
  return readings.find(({ reading }) => reading === defaultReading)?.dueOn;
}

/** The deadline of the next round, counted from the first, so that the 31st does not slide to the 28th for good. */
function nextDeadline({ terms, recurrence }: ObligationState): { next: Deadline; base: Deadline; begun: number } | undefined {
  const { deadline } = terms;
  const recurs = deadline?.recurs;
  if (deadline === undefined || recurs === undefined) return undefined;
  const base = recurrence?.base ?? deadline;
  const begun = (recurrence?.begun ?? 0) + 1;
  const next = shifted(base, begun * recurs.every * (recurs.unit === 'year' ? 12 : 1));
  const day = defaultDay(next);
  return day === undefined || (recurs.until !== undefined && day > recurs.until) ? undefined : { next, base, begun };
}

/**
 * A recurring duty that was fulfilled begins its next round; returns false where there is none, and the duty is done. What was
 * said about this round stays on record and counts for it alone.
 */
export function beginNextRound(obligation: ObligationState, fulfilled: FactRef, deliveredOn: IsoDate | undefined): boolean {
  const following = nextDeadline(obligation);
  const { deadline } = obligation.terms;
  if (following === undefined || deadline === undefined) return false;
  const dueOn = obligation.extension?.newDueOn ?? addDays(defaultDay(deadline) as IsoDate, obligation.stoppedDays);
  obligation.rounds.push({ dueOn, deliveredOn: deliveredOn ?? fulfilled.on, fulfilled, violated: obligation.violated });
  obligation.terms = { ...obligation.terms, deadline: following.next };
  obligation.recurrence = { base: following.base, begun: following.begun };
  obligation.before = { selfReports: obligation.selfReports.length, assessments: obligation.assessments.length };
  obligation.stoppedDays = 0;
  obligation.suspended = undefined;
  obligation.extension = undefined;
  obligation.extensionRefused = undefined;
  obligation.extensionAsked = undefined;
  obligation.overdueContested = undefined;
  obligation.overdueAnnulled = undefined;
  obligation.verified = undefined;
  obligation.violated = undefined;
  obligation.fulfilled = undefined;
  obligation.deliveredOn = undefined;
  obligation.status = 'inEffect';
  return true;
}
