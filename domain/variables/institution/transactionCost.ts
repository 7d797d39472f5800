/**
 * I6 transactionCost 交易成本: how little of what cooperation is worth is eaten up by its cost, as the parties stated both.
 * Benefits ÷ (benefits + costs), summed over the parties; 1 = no cost, ½ = cost as high as the benefit. Amounts in
 * different units are not added: the mean over the units in which both were stated. Unknown unless costs and benefits
 * are stated in one unit. Cost: linear in statements.
 */
import { mean } from '@gongze/statistics';
import type { FactRef } from '../../cases/state.ts';
import { both, decimal, listed } from '../../stages/explain.ts';
import type { Situation } from '../../stages/situation.ts';
import { type Component, known, unknown } from '../component.ts';
import { balances } from '../statedAmounts.ts';

const head = { id: 'transactionCost', name: both('交易成本', 'Transaction cost') };

interface Sum {
  readonly unit: string;
  cost: number | undefined;
  benefit: number | undefined;
  readonly refs: FactRef[];
}

function sums(situation: Situation): Sum[] {
  const byUnit = new Map<string, Sum>();
  for (const { unit, cost, benefit, refs } of balances(situation)) {
    let sum = byUnit.get(unit);
    if (sum === undefined) byUnit.set(unit, (sum = { unit, cost: undefined, benefit: undefined, refs: [] }));
    if (cost !== undefined) sum.cost = (sum.cost ?? 0) + cost;
    if (benefit !== undefined) sum.benefit = (sum.benefit ?? 0) + benefit;
    sum.refs.push(...refs);
  }
  return [...byUnit.values()];
}

export function transactionCost(situation: Situation): Component {
  const all = sums(situation);
  const comparable = all.flatMap(({ unit, cost, benefit, refs }) =>
    cost === undefined || benefit === undefined || cost + benefit === 0
      ? []
      : [{ unit, cost, benefit, refs, share: benefit / (cost + benefit) }],
  );
  const value = mean(comparable.map(({ share }) => share));
  if (value === undefined) {
    return unknown(
      head,
      both('没有以同一单位陈述的成本与收益。', 'Costs and benefits are not both stated in one unit.'),
      all.flatMap(({ refs }) => refs),
    );
  }
  const each = listed(
    comparable.map(({ unit, cost, benefit }) =>
      both(
        `收益${decimal(benefit)}${unit}、成本${decimal(cost)}${unit}`,
        `benefits of ${decimal(benefit)} ${unit} against costs of ${decimal(cost)} ${unit}`,
      ),
    ),
  );
  return known(
    head,
    value,
    comparable.flatMap(({ refs }) => refs),
    both(`各方陈述合计：${each.zh}。`, `The parties together state ${each.en}.`),
  );
}
