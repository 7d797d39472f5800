/**
 * What became of a duty so far. One convention for trust and timeliness:
 * fulfilled in time counts 1; fulfilled late counts `outcome.lateCreditMax`, falling in a straight line to nothing at a
 * delay of `outcome.lateCreditDays`;
 * past due and open, or found violated and not cured, counts 0. A duty that was discharged, is suspended, or whose
 * overdue mark was annulled has no outcome, nor has one of which it is not known whether it was met in time.
 */
import type { FactRef } from '../cases/state.ts';
import type { Duty } from '../stages/duties.ts';
import type { Situation } from '../stages/situation.ts';
import type { Parameters } from '../vocabulary/parameters.ts';
import { clipped } from './component.ts';

export type OutcomeKind = 'inTime' | 'late' | 'breach';

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Share of a full success, 0–1. */
  readonly credit: number;
  /** The fact it rests on: the fulfilment, the verification, the finding, or what created the overdue duty. */
  readonly ref: FactRef;
  /** The breach is not cured yet. */
  readonly standing: boolean;
}

/** Credit of a fulfilment `daysLate` days after the due date: `lateCreditMax` · (1 − days ÷ `lateCreditDays`), at least 0. */
export function lateCredit(parameters: Parameters, daysLate: number): number {
  return parameters.get('outcome.lateCreditMax') * clipped(1 - daysLate / parameters.get('outcome.lateCreditDays'));
}

function cured({ asOf, parameters }: Situation, duty: Duty, done: FactRef): Outcome | undefined {
  const { obligation, dueOn, daysLate } = duty;
  const punctual = dueOn === undefined || (done.dated ? daysLate === 0 : asOf <= dueOn);
  if (!done.dated && !punctual) return undefined;
  if (daysLate > 0) return { kind: 'late', credit: lateCredit(parameters, daysLate), ref: done, standing: false };
  // Found violated and put right afterwards: as a cure without delay.
  if (obligation.violated !== undefined) return { kind: 'late', credit: lateCredit(parameters, 0), ref: done, standing: false };
  return { kind: 'inTime', credit: 1, ref: done, standing: false };
}

/** Outcome of a duty on the date of the situation; `undefined` while there is none, or it cannot be told. */
export function outcomeOf(situation: Situation, duty: Duty): Outcome | undefined {
  const { parameters } = situation;
  const { obligation, fulfilled, dueOn } = duty;
  if (fulfilled !== undefined) return cured(situation, duty, fulfilled);
  if (obligation.discharged !== undefined) return undefined;
  const { verified, violated } = obligation;
  if (verified !== undefined && (violated === undefined || violated.on <= verified.on)) {
    // Verified without a day of fulfilment: good, but in time only if the verification itself was.
    return { kind: 'inTime', credit: violated === undefined ? 1 : lateCredit(parameters, 0), ref: verified, standing: false };
  }
  if (violated !== undefined) return { kind: 'breach', credit: 0, ref: violated, standing: true };
  if (!duty.missed || dueOn === undefined) return undefined;
  return { kind: 'breach', credit: 0, ref: obligation.created, standing: true };
}

/** True if it is known of an outcome whether the duty was met in time. */
export function isPunctualityKnown(duty: Duty, outcome: Outcome): boolean {
  if (duty.fulfilled !== undefined || outcome.standing) return true;
  return duty.dueOn === undefined || (outcome.ref.dated && outcome.ref.on <= duty.dueOn);
}
