/**
 * I1 individualisationCoverage 责任个体化覆盖率: weight of the duties with one responsible agency (alone, as lead or by
 * shares), a deadline and a measure, over the weight of all duties that were not discharged. A joint duty also counts
 * where each liable party owes the same indicator under the same topic alone. Unknown without duties.
 */
import type { Duty } from '../../stages/duties.ts';
import { both, percent } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'individualisationCoverage', name: both('责任个体化覆盖率', 'Coverage by individual duties') };

export function individualisationCoverage(situation: Situation): Component {
  const owed = situation.duties.filter((duty) => duty.obligation.discharged === undefined);
  if (owed.length === 0) return unknown(head, both('没有义务记录。', 'No obligation is on record.'));
  const covered = owed.filter((duty) => situation.individualised.has(duty));
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
