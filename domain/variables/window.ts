/**
 * What happened in a recent window of time, and whether silence in it means anything. Where a case is kept live, what
 * is not recorded did not happen; an archive is silent for many reasons.
 */
import type { FactRef } from '../cases/state.ts';
import type { Situation } from '../stages/situation.ts';
import { addMonths, type IsoDate } from '../vocabulary/dates.ts';

/** Day before the window of `months` that ends on the date of the situation: the window is `from < day <= asOf`. */
export function windowStart(situation: Situation, months: number): IsoDate {
  return addMonths(situation.asOf, -months);
}

export function isWithin(ref: FactRef, from: IsoDate): boolean {
  return ref.dated && ref.on > from;
}

/**
 * True if silence since `from` counts as zero: some duty was kept live from before the window on, so that somebody
 * was recording all the time.
 */
export function silenceSpeaks(situation: Situation, from: IsoDate): boolean {
  for (const { live, created } of situation.state.obligations.values()) if (live && created.dated && created.on <= from) return true;
  return false;
}
