/** Counting acts of the parties in windows of time. Acts stand in order of day, so a window is found by bisection. */
import type { Act, CaseState } from '../cases/state.ts';
import { type DayNumber, type IsoDate, toDayNumber } from '../vocabulary/dates.ts';

/** Index of the first act after `day`. */
function firstAfter(acts: readonly Act[], day: DayNumber): number {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((acts[middle] as Act).day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Acts after `from`, dated or not, in fold order. */
export function actsSince({ acts }: CaseState, from: IsoDate): readonly Act[] {
  return acts.slice(firstAfter(acts, toDayNumber(from)));
}

/** Dated acts with `from < day <= to`. */
export function actsBetween(state: CaseState, from: IsoDate, to: IsoDate): Act[] {
  const { acts } = state;
  return acts.slice(firstAfter(acts, toDayNumber(from)), firstAfter(acts, toDayNumber(to))).filter((act) => act.dated);
}

/** Acts of the parties themselves, whoever set them going. */
export function isOfParties(act: Act): boolean {
  return act.kind !== 'superior';
}

/** Share of the parties' acts that they set going themselves; `undefined` below `min` acts. */
export function selfInitiatedShare(acts: readonly Act[], min: number): number | undefined {
  const own = acts.filter(isOfParties);
  if (own.length < min) return undefined;
  return own.filter((act) => act.initiative === 'self').length / own.length;
}
