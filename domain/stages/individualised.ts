/**
 * Which duties are individual: one responsible agency, a deadline and a measure. A joint duty counts as split up where
 * each liable party owes the same indicator under the same topic alone. By an index, so that the cost stays linear.
 */
import type { Duty } from './duties.ts';

const keyOf = (topic: string | undefined, actor: string, indicator: string): string => JSON.stringify([topic ?? null, actor, indicator]);

/** Which of the duties are individualised, by themselves or through duties that split them up. */
export function individualisedDuties(duties: readonly Duty[]): Set<Duty> {
  const alone = new Set<string>();
  for (const {
    individualised,
    obligation: { terms },
    yardsticks,
  } of duties) {
    const [only] = terms.liable;
    if (!individualised || terms.liable.length !== 1 || only === undefined) continue;
    for (const { yardstick } of yardsticks) alone.add(keyOf(terms.topic, only, yardstick.indicator));
  }
  const isSplit = ({ joint, dueOn, obligation: { terms } }: Duty): boolean =>
    joint &&
    dueOn !== undefined &&
    terms.liable.every((actor) => (terms.yardsticks ?? []).some(({ indicator }) => alone.has(keyOf(terms.topic, actor, indicator))));
  return new Set(duties.filter((duty) => duty.individualised || isSplit(duty)));
}
