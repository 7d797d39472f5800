/**
 * I1 individualisationCoverage 责任个体化覆盖率: weight of the duties with one responsible agency (alone, as lead or by
 * shares), a deadline and a measure, over the weight of all duties that were not discharged. A joint duty also counts
 * where each liable party owes the same indicator under the same topic alone (as `isIndividualised` says; here by an
 * index, so that the cost stays linear). Unknown without duties.
 */
import type { Duty } from '../../stages/duties.ts';
import { both, percent } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'individualisationCoverage', name: both('责任个体化覆盖率', 'Coverage by individual duties') };

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

export function individualisationCoverage(situation: Situation): Component {
  const owed = situation.duties.filter((duty) => duty.obligation.discharged === undefined);
  if (owed.length === 0) return unknown(head, both('没有义务记录。', 'No obligation is on record.'));
  const individual = individualisedDuties(situation.duties);
  const covered = owed.filter((duty) => individual.has(duty));
  const weightOf = (duties: readonly Duty[]) => duties.reduce((sum, duty) => sum + duty.weight, 0);
  const share = weightOf(covered) / weightOf(owed);
  return known(
    head,
    share,
    owed.map((duty) => duty.obligation.created),
    both(
      `${owed.length}项义务中${covered.length}项已明确责任单位、期限和衡量标准，占权重的${percent(share).zh}。`,
      `${covered.length} of ${counted(owed.length, 'obligation has', 'obligations have')} a responsible agency, a deadline and a measure: ${percent(share).en} of the weight.`,
    ),
  );
}
