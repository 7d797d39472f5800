/** 责任失衡: obligations out of proportion to capacity, or to the causation of the problem. Both are shown. */
import { type CapacityShares, comparedShares, resourceShares } from '../stages/capacity.ts';
import { both, decimal, evidenceOf, percent } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'skewedResponsibility' as const;

/** Weight of the duties in force by party; joint ones by their shares, else evenly. */
function obligationShares(situation: Situation): Map<ActorId, number> | undefined {
  const weights = new Map<ActorId, number>(situation.parties.map((party) => [party, 0]));
  let total = 0;
  for (const { obligation, weight } of situation.duties) {
    if (obligation.inEffect === undefined) continue;
    const { liable, shares } = obligation.terms;
    for (const actor of liable) {
      if (!weights.has(actor)) continue;
      const part = weight * (shares?.[actor] ?? 1 / liable.length);
      weights.set(actor, (weights.get(actor) ?? 0) + part);
      total += part;
    }
  }
  return total === 0 ? undefined : new Map([...weights].map(([actor, weight]) => [actor, weight / total]));
}

function against(situation: Situation, owed: ReadonlyMap<ActorId, number>, held: CapacityShares): Finding[] {
  const low = situation.parameters.get('skewedResponsibility.ratioMin');
  const high = situation.parameters.get('skewedResponsibility.ratioMax');
  const kind = held.kind === 'causation' ? both('成因份额', 'share of causation') : both('能力份额', 'share of capacity');
  const findings: Finding[] = [];
  for (const [party, share] of owed) {
    const own = held.shares.get(party) ?? 0;
    const ratio = own === 0 ? Number.POSITIVE_INFINITY : share / own;
    if (ratio >= low && ratio <= high) continue;
    const name = situation.namedInText(party);
    findings.push({
      id,
      key: `${id}:${party}:${held.kind}`,
      status: 'active',
      since: sinceOf(held.refs),
      subjects: [party],
      severity: severityOf(ratio > 1 ? 1 - 1 / ratio : 1 - ratio),
      evidence: evidenceOf(held.refs),
      explanation: both(
        `${name.zh}承担义务的${percent(share).zh}，而其${kind.zh}为${percent(own).zh}，比值${Number.isFinite(ratio) ? decimal(ratio) : '无穷大'}。`,
        `${name.en} owes ${percent(share).en} of the obligations while its ${kind.en} is ${percent(own).en}: a ratio of ${Number.isFinite(ratio) ? decimal(ratio) : 'infinity'}.`,
      ),
    });
  }
  return findings;
}

function judge(situation: Situation) {
  const owed = obligationShares(situation);
  const measures = [resourceShares(situation), comparedShares(situation, 'causation')].filter((shares) => shares !== undefined);
  const findings = owed === undefined ? [] : measures.flatMap((held) => against(situation, owed, held));
  return {
    findings: [...findings, ...judgedFindings(situation, id)],
    otherwise:
      owed === undefined || measures.length === 0
        ? undetermined('缺少各方义务、能力或成因数据。', 'Obligations, capacities or causation of the parties are not on record.')
        : absent('各方义务份额与能力、成因份额大体相称。', 'Shares of obligation roughly fit shares of capacity and causation.'),
  };
}

export const skewedResponsibility: DilemmaRule = {
  id,
  name: both('责任失衡', 'Skewed responsibility'),
  thresholds: ['skewedResponsibility.ratioMin', 'skewedResponsibility.ratioMax'],
  variable: 'institution',
  remedy: both(
    '按能力与成因重新核定份额，差额以横向补偿或上级资金平衡。',
    'Set the shares anew by capacity and causation; balance the rest by compensation or funds from above.',
  ),
  isGround: true,
  judge,
};
