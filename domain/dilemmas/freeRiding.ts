/** 搭便车: a beneficiary that could carry its part does markedly less than the others, as independently assessed. */
import type { FactRef } from '../cases/state.ts';
import { resourceShares } from '../stages/capacity.ts';
import { both, decimal, evidenceOf, percent } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addMonths } from '../vocabulary/dates.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { completions, rankIn } from '../vocabulary/levels.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'freeRiding' as const;

interface Fulfilment {
  readonly mean: number;
  readonly refs: readonly FactRef[];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Mean assessed completion per party in the window, from notStarted = 0 to complete = 1; `none` (no evidence) is left out. */
function assessedFulfilment(situation: Situation): Map<ActorId, Fulfilment> {
  const from = addMonths(situation.asOf, -situation.parameters.get('freeRiding.windowMonths'));
  const scores = new Map<ActorId, { sum: number; refs: FactRef[] }>();
  for (const { obligation, assessment } of situation.duties) {
    if (assessment?.completion === undefined || assessment.completion === 'none') continue;
    if (!assessment.ref.dated || assessment.ref.on < from) continue;
    const score = (rankIn(completions, assessment.completion) - 1) / 3;
    for (const actor of obligation.terms.liable) {
      const own = scores.get(actor) ?? { sum: 0, refs: [] };
      own.sum += score;
      own.refs.push(assessment.ref);
      scores.set(actor, own);
    }
  }
  return new Map([...scores].map(([actor, { sum, refs }]) => [actor, { mean: sum / refs.length, refs }]));
}

function benefits(situation: Situation): ReadonlySet<ActorId> {
  const named = new Set(situation.duties.flatMap(({ obligation }) => obligation.terms.beneficiaries ?? []));
  // Where nobody is named, a joint matter benefits every party.
  return named.size > 0 ? named : new Set(situation.parties);
}

function measured(situation: Situation): Finding[] | undefined {
  const resources = resourceShares(situation);
  const fulfilment = assessedFulfilment(situation);
  if (resources === undefined || situation.parties.some((party) => !fulfilment.has(party))) return undefined;
  const middle = medianOf([...resources.shares.values()]);
  const beneficiaries = benefits(situation);
  const findings: Finding[] = [];
  for (const party of situation.parties) {
    const own = fulfilment.get(party) as Fulfilment;
    const others = situation.parties.filter((other) => other !== party).map((other) => (fulfilment.get(other) as Fulfilment).mean);
    const ratio = situation.parameters.get('freeRiding.fulfilmentRatioMax');
    const bar = medianOf(others) * ratio;
    if (!beneficiaries.has(party) || (resources.shares.get(party) ?? 0) < middle || own.mean >= bar) continue;
    const name = situation.namedInText(party);
    const refs = [...own.refs, ...resources.refs];
    findings.push({
      id,
      key: `${id}:${party}`,
      status: 'active',
      since: sinceOf(own.refs),
      severity: severityOf(1 - own.mean / medianOf(others)),
      subjects: [party],
      evidence: evidenceOf(refs),
      explanation: both(
        `${name.zh}能力份额${percent(resources.shares.get(party) ?? 0).zh}，经评估完成度${decimal(own.mean)}，不足他方中位数${decimal(medianOf(others))}的${decimal(ratio)}倍。`,
        `${name.en} holds ${percent(resources.shares.get(party) ?? 0).en} of the capacity; its assessed fulfilment is ${decimal(own.mean)}, less than ${decimal(ratio)} times the others' median of ${decimal(medianOf(others))}.`,
      ),
    });
  }
  return findings;
}

function judge(situation: Situation) {
  const byMeasure = measured(situation);
  return {
    findings: [...(byMeasure ?? []), ...judgedFindings(situation, id)],
    otherwise:
      byMeasure === undefined
        ? undetermined(
            '缺少各方能力数据或近期独立评估，不足以判定。',
            'Capacities of all parties, or recent independent assessments, are missing.',
          )
        : absent('没有受益方的完成度显著低于他方。', 'No beneficiary does markedly less than the others.'),
  };
}

export const freeRiding: DilemmaRule = {
  id,
  name: both('搭便车', 'Free riding'),
  thresholds: ['freeRiding.fulfilmentRatioMax', 'freeRiding.windowMonths'],
  variable: 'action',
  remedy: both(
    '按受益和能力分摊，完成情况与资金、考核挂钩，并公开各方份额。',
    'Share the burden by benefit and capacity, tie funds and assessment to fulfilment, and publish the shares.',
  ),
  isGround: true,
  judge,
};
