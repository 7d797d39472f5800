/** How far the axis reaches where the future is shown, and which months of it the fan covers. */
import { type IsoDate, isoDateOf } from '@gongze/domain/vocabulary/dates';
import { monthsBetween } from '@gongze/studies/simulation/calibration/observe';

/** Beyond this the ensemble says little that its assumptions did not put in. */
export const futureYears = 8;

/** The axis, with so many whole years behind its end. */
export function withFuture(last: IsoDate): IsoDate {
  return isoDateOf(`${Number(last.slice(0, 4)) + futureYears}-12-31`);
}

/** Months from the date to the end of the axis, at most `futureYears` of them; 0 where the date lies at the end. */
export function monthsAhead(asOf: IsoDate, last: IsoDate): number {
  return Math.max(0, Math.min(12 * futureYears, monthsBetween(asOf, last)));
}
