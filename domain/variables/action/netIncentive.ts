/**
 * A6 netIncentive 净激励: whether cooperation pays for each party, as it stated itself. Per party benefit ÷ (benefit + cost)
 * in a unit in which it stated both, mean over its units, then over the parties; ½ = costs as much as it brings. One
 * party that loses is not hidden by another that gains much. Unknown if no party stated both in one unit.
 * Cost: linear in statements.
 */
import { mean } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, decimal, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import type { ActorId } from '../../vocabulary/ids.ts';
import { type Component, known, unknown } from '../component.ts';
import { balances } from '../statedAmounts.ts';

const head = { id: 'netIncentive', name: both('净激励', 'Net incentive') };

export function netIncentive(situation: Situation): Component {
  const all = balances(situation);
  const byParty = new Map<ActorId, number[]>();
  const refs: FactRef[] = [];
  for (const { party, cost, benefit, refs: own } of all) {
    if (cost === undefined || benefit === undefined || cost + benefit === 0) continue;
    byParty.set(party, [...(byParty.get(party) ?? []), benefit / (cost + benefit)]);
    refs.push(...own);
  }
  const parties = [...byParty].map(([party, shares]) => ({ party, share: mean(shares) ?? 0 }));
  const value = mean(parties.map(({ share }) => share));
  if (value === undefined) {
    return unknown(
      head,
      both('没有一方以同一单位陈述成本与收益。', 'No party stated both its cost and its benefit in one unit.'),
      all.flatMap((balance) => balance.refs),
    );
  }
  const each = listed(
    parties.map(({ party, share }) =>
      both(`${situation.nameOf(party).zh}${decimal(share)}`, `${situation.nameOf(party).en} ${decimal(share)}`),
    ),
  );
  return known(
    head,
    value,
    refs,
    both(
      `收益占收益与成本之和的份额（各方自述）：${each.zh}。`,
      `Benefit as a share of benefit and cost, as each stated itself: ${each.en}.`,
    ),
  );
}
