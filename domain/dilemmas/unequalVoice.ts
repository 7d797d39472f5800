/** 话语权失衡: positions are stated unevenly, and the best-resourced party states most of them. */
import { pielouEvenness } from '@gongze/statistics';
import { resourceShares } from '../stages/capacity.ts';
import { both, decimal, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { ActorId } from '../vocabulary/ids.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'unequalVoice' as const;

function largest(values: ReadonlyMap<ActorId, number>): ActorId | undefined {
  let best: [ActorId, number] | undefined;
  for (const entry of values) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}

function judge(situation: Situation) {
  const { state, parties, parameters } = situation;
  const positions = [...state.topics.values()].flatMap((topic) => topic.positions);
  const counts = new Map<ActorId, number>(parties.map((party) => [party, 0]));
  for (const { party } of positions) if (counts.has(party)) counts.set(party, (counts.get(party) ?? 0) + 1);
  const judged = judgedFindings(situation, id);
  const resources = resourceShares(situation);
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  if (total < parameters.get('unequalVoice.positionsMin') || resources === undefined || parties.length < 2) {
    return {
      findings: judged,
      otherwise: undetermined(
        `仅有${total}次立场记录${resources === undefined ? '，且缺少能力数据' : ''}，不足以判断。`,
        `Only ${total} positions are on record${resources === undefined ? ' and capacities are missing' : ''}: too little to tell.`,
      ),
    };
  }
  const evenness = pielouEvenness([...counts.values()]);
  const dominant = largest(counts);
  const findings: Finding[] = [...judged];
  if (dominant !== undefined && evenness < parameters.get('unequalVoice.evennessMin') && dominant === largest(resources.shares)) {
    const name = situation.namedInText(dominant);
    findings.push({
      id,
      key: `${id}:${dominant}`,
      status: 'active',
      since: sinceOf(positions.map((position) => position.ref)),
      severity: severityOf(1 - evenness),
      subjects: [dominant],
      evidence: evidenceOf([...positions.map((position) => position.ref), ...resources.refs]),
      explanation: both(
        `${total}次立场表达的均衡度为${decimal(evenness)}，其中${name.zh}占${counts.get(dominant)}次，且资源最多。`,
        `Evenness of ${total} stated positions is ${decimal(evenness)}; ${name.en}, which has most resources, states ${counts.get(dominant)} of them.`,
      ),
    });
  }
  return {
    findings,
    otherwise: absent(
      `立场表达均衡度为${decimal(evenness)}，或并非资源最多一方主导。`,
      `Evenness of positions is ${decimal(evenness)}, or the best-resourced party does not dominate.`,
    ),
  };
}

export const unequalVoice: DilemmaRule = {
  id,
  name: both('话语权失衡', 'Unequal voice'),
  thresholds: ['unequalVoice.evennessMin', 'unequalVoice.positionsMin'],
  variable: 'culture',
  remedy: both('轮流主持、书面征求各方意见并如实记录。', 'Rotate the chair, ask every party in writing and record what each says.'),
  isGround: true,
  judge,
};
