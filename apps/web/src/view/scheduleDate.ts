import { type DayNumber, fromDayNumber } from '@gongze/domain/vocabulary/dates';
import { changeView } from './store.ts';

let wanted: DayNumber | undefined;

/** Moves the date at most once a frame, however many input events arrive in it. */
export function scheduleDate(day: DayNumber): void {
  if (wanted === undefined) {
    requestAnimationFrame(() => {
      const asOf = wanted === undefined ? undefined : fromDayNumber(wanted);
      wanted = undefined;
      if (asOf !== undefined) changeView({ asOf });
    });
  }
  wanted = day;
}
