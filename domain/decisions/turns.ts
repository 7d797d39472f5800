/** When the clock turns the light of a duty, as long as nothing is added. */
import type { ObligationState } from '../cases/state.ts';
import { type Duty, dutyOf } from '../stages/duties.ts';
import { lightOf, warnsFrom } from '../stages/lights.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, type IsoDate } from '../vocabulary/dates.ts';

export function lightOn({ state, parameters }: Situation, obligation: ObligationState, day: IsoDate) {
  return lightOf(dutyOf(state, obligation, day), day, parameters);
}

/**
 * First days of yellow and of overdue by the clock, whenever they were or will be; `undefined` where the light never turns so
 * while nothing is added. Independent of the day of the situation.
 */
export function lightTurns(situation: Situation, duty: Duty): { readonly yellowFrom?: IsoDate; readonly overdueFrom?: IsoDate } {
  const { dueOn, obligation } = duty;
  if (dueOn === undefined || obligation.inEffect === undefined) return {};
  const warns = warnsFrom(duty, dueOn, situation.parameters);
  const late = addDays(dueOn, 1);
  const isYellow = lightOn(situation, obligation, warns)?.light === 'yellow';
  const isLate = lightOn(situation, obligation, late)?.reason === 'overdue';
  return { ...(isYellow && { yellowFrom: warns }), ...(isLate && { overdueFrom: late }) };
}
