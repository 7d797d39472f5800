/** Duties at a date: due, overdue, late, from the clock; self-report and assessment as they were recorded. */
import { awaitsSignature, type CaseState, type CompletionReading, type FactRef, type ObligationState } from '../cases/state.ts';
import { addDays, daysBetween, type IsoDate } from '../vocabulary/dates.ts';
import type { Completion, Schedule } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { both } from './explain.ts';
import { positionOf, type YardstickPosition } from './yardsticks.ts';

export interface DutyReading {
  readonly reading: string;
  readonly dueOn: IsoDate;
  readonly isDefault: boolean;
  /** First day past due, if it was or is late; it ends with the fulfilment. */
  readonly overdueSince: IsoDate | null;
  /** Days from the due date to fulfilment, or to the date of the report. */
  readonly daysLate: number;
}

export interface Duty {
  readonly obligation: ObligationState;
  /** The agreement it follows from is not signed: it binds nobody yet, nothing of it is late, its consequences cannot be cited. */
  readonly unsigned: boolean;
  /** Kept live, and not all who owe it have accepted it, nor did a superior assign it: it waits for them, and nothing of it is late. */
  readonly unaccepted: boolean;
  /** Unsigned or unaccepted: nobody owes it yet. */
  readonly pending: boolean;
  readonly weight: number;
  readonly joint: boolean;
  readonly dueOn: IsoDate | undefined;
  readonly readings: readonly DutyReading[];
  readonly overdueSince: IsoDate | null;
  readonly daysLate: number;
  readonly schedule: Schedule | null;
  readonly fulfilled: FactRef | undefined;
  /** Neither fulfilled, verified nor discharged. */
  readonly open: boolean;
  /** Past the default due date and still open. */
  readonly overdue: boolean;
  /**
   * Overdue, and the record says how far it was carried out, or holds no evidence of it. Where there is evidence and nobody
   * says how far it goes, the duty is past due by the clock, but it cannot be held to be unmet.
   */
  readonly missed: boolean;
  readonly selfReport: CompletionReading | undefined;
  readonly assessment: CompletionReading | undefined;
  /** Latest completion known: assessed if there is an assessment, else self-reported. */
  readonly completion: Completion | undefined;
  readonly yardsticks: readonly YardstickPosition[];
  /** One responsible agency (alone, as lead, or by shares), a deadline and a measure. */
  readonly individualised: boolean;
}

/** Verified, and not found violated since: it is done, whether or not the day of fulfilment is on record. */
function isVerified({ verified, violated }: ObligationState): boolean {
  return verified !== undefined && (violated === undefined || violated.on <= verified.on);
}

/** A live duty that was reported complete waits for somebody else; that is not its delay until the report is returned. */
function waitingSince({ live, status, selfReports }: ObligationState): IsoDate | undefined {
  const last = selfReports.at(-1);
  return live && (status === 'reported' || status === 'underReview') && last?.completion === 'complete' ? last.ref.on : undefined;
}

function lateness(dueOn: IsoDate, obligation: ObligationState, asOf: IsoDate): { overdueSince: IsoDate | null; daysLate: number } {
  if (obligation.overdueAnnulled !== undefined) return { overdueSince: null, daysLate: 0 };
  const stopped = [obligation.fulfilled, obligation.discharged, obligation.suspended].find((ref) => ref !== undefined);
  // A fulfilment of unknown date, or a verification alone, ends the duty without saying how late it was.
  if (stopped === undefined ? isVerified(obligation) : !stopped.dated) return { overdueSince: null, daysLate: 0 };
  const until =
    obligation.fulfilled !== undefined && obligation.deliveredOn !== undefined
      ? obligation.deliveredOn
      : (stopped?.on ?? waitingSince(obligation) ?? asOf);
  const daysLate = Math.max(0, daysBetween(dueOn, until));
  return { overdueSince: daysLate > 0 ? addDays(dueOn, 1) : null, daysLate };
}

/**
 * A live duty before it takes effect. An archive is silent on many an acceptance; there the duty counts as its coder recorded it.
 * One that was assigned is in effect without being accepted.
 */
function awaitsAcceptance({ live, assigned, inEffect, status }: ObligationState): boolean {
  if (!live || assigned !== undefined || inEffect !== undefined) return false;
  return status === 'drafted' || status === 'received' || status === 'contested' || status === 'accepted';
}

/** How many of the duties wait to be accepted; empty where none does. */
export function unacceptedText(duties: readonly Duty[]): Bilingual {
  const count = duties.filter(({ unaccepted, open }) => open && unaccepted).length;
  if (count === 0) return both('', '');
  return both(
    `${count}项义务尚未被全部承担方接受，尚不生效，不计逾期。`,
    `${count} ${count === 1 ? 'duty waits' : 'duties wait'} to be accepted: binding nobody yet, and not late.`,
  );
}

/** How many of the duties wait for a signature; empty where none does. */
export function unsignedText(duties: readonly Duty[]): Bilingual {
  const count = duties.filter(({ unsigned, open }) => open && unsigned).length;
  if (count === 0) return both('', '');
  return both(
    `${count}项义务所属协议尚未签署，尚不生效，不计逾期。`,
    `${count} ${count === 1 ? 'duty waits' : 'duties wait'} for the agreement to be signed: binding nobody yet, and not late.`,
  );
}

const notLate = { overdueSince: null, daysLate: 0 } as const;

function readingsOf(obligation: ObligationState, asOf: IsoDate, pending: boolean): DutyReading[] {
  const { deadline } = obligation.terms;
  const late = (dueOn: IsoDate) => (pending ? notLate : lateness(dueOn, obligation, asOf));
  if (obligation.extension !== undefined) {
    const dueOn = addDays(obligation.extension.newDueOn, obligation.stoppedDays);
    return [{ reading: 'extended', dueOn, isDefault: true, ...late(dueOn) }];
  }
  return (deadline?.readings ?? []).map(({ reading, dueOn: written }) => {
    const dueOn = addDays(written, obligation.stoppedDays);
    return { reading, dueOn, isDefault: reading === deadline?.defaultReading, ...late(dueOn) };
  });
}

function latestCompletion(readings: readonly CompletionReading[]): CompletionReading | undefined {
  return readings.findLast((reading) => reading.completion !== undefined) ?? readings.at(-1);
}

function scheduleOf(
  dueOn: IsoDate | undefined,
  obligation: ObligationState,
  completion: Completion | undefined,
  asOf: IsoDate,
): Schedule | null {
  if (dueOn === undefined) return null;
  if (obligation.fulfilled !== undefined || isVerified(obligation)) return 'met';
  if (asOf <= dueOn) return 'scheduled';
  // Part of it was delivered: somebody reports a part, or an assessor finds most of it there.
  const reported = obligation.selfReports
    .slice(obligation.before.selfReports)
    .some((own) => own.completion === 'limited' || own.completion === 'substantial');
  return completion === 'substantial' || (reported && completion === 'limited') ? 'partiallyMet' : 'notMet';
}

/** Everything the clock and the records say about one obligation on `asOf`. */
export function dutyOf(state: CaseState, obligation: ObligationState, asOf: IsoDate): Duty {
  const { terms } = obligation;
  const unsigned = obligation.inEffect === undefined && awaitsSignature(state, obligation);
  const unaccepted = !unsigned && awaitsAcceptance(obligation);
  const pending = unsigned || unaccepted;
  const readings = readingsOf(obligation, asOf, pending);
  const chosen = readings.find((reading) => reading.isDefault);
  const selfReport = latestCompletion(obligation.selfReports.slice(obligation.before.selfReports));
  const assessment = latestCompletion(obligation.assessments.slice(obligation.before.assessments));
  const completion = obligation.fulfilled !== undefined ? 'complete' : (assessment?.completion ?? selfReport?.completion);
  const open = obligation.fulfilled === undefined && obligation.discharged === undefined && !isVerified(obligation);
  const yardsticks = (terms.yardsticks ?? []).map((yardstick) => positionOf(state, yardstick, asOf));
  const dueOn = chosen?.dueOn ?? terms.yardsticks?.[0]?.dueOn;
  const late = chosen ?? (dueOn === undefined || pending ? notLate : lateness(dueOn, obligation, asOf));
  const overdue = open && late.overdueSince !== null && obligation.suspended === undefined;
  const answerable = terms.liable.length === 1 || terms.lead !== undefined || terms.shares !== undefined;
  return {
    obligation,
    unsigned,
    unaccepted,
    pending,
    weight: terms.weight ?? 1,
    joint: terms.liable.length > 1,
    dueOn,
    readings,
    overdueSince: late.overdueSince,
    daysLate: late.daysLate,
    schedule: pending ? null : scheduleOf(dueOn, obligation, completion, asOf),
    fulfilled: obligation.fulfilled,
    open,
    overdue,
    missed: overdue && (completion !== undefined || obligation.evidenced === undefined),
    selfReport,
    assessment,
    completion,
    yardsticks,
    individualised: answerable && dueOn !== undefined && (terms.measure !== undefined || yardsticks.length > 0),
  };
}
