/**
 * A3 reportAgreement 自报与评估一致性: mean over the duties that have both, of 1 − |self-report − assessment| ÷ 4 in steps of
 * the completion scale (none 0, notStarted 1, limited 2, substantial 3, complete 4); the latest of each counts.
 * Unknown if no duty has both. Cost: linear in duties.
 */
import { mean } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, decimal } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { completions, rankIn } from '../../vocabulary/levels.ts';
import { type Component, counted, known, unknown } from '../component.ts';

const head = { id: 'reportAgreement', name: both('自报与评估一致性', 'Agreement of self-report with assessment') };

export function reportAgreement(situation: Situation): Component {
  const differences: number[] = [];
  const refs: FactRef[] = [];
  for (const { selfReport, assessment } of situation.duties) {
    if (selfReport?.completion === undefined || assessment?.completion === undefined) continue;
    differences.push(rankIn(completions, selfReport.completion) - rankIn(completions, assessment.completion));
    refs.push(selfReport.ref, assessment.ref);
  }
  const value = mean(differences.map((difference) => 1 - Math.abs(difference) / (completions.length - 1)));
  if (value === undefined)
    return unknown(head, both('没有既有自报又有独立评估的义务。', 'No obligation has both a self-report and an independent assessment.'));
  const over = differences.filter((difference) => difference > 0).length;
  return known(
    head,
    value,
    refs,
    both(
      `${differences.length}项义务兼有自报与评估，其中${over}项自报高于评估；一致度${decimal(value)}。`,
      `${counted(differences.length, 'obligation has', 'obligations have')} both a self-report and an assessment; ${over} ${over === 1 ? 'reports' : 'report'} more than was assessed; agreement ${decimal(value)}.`,
    ),
  );
}
