/** 各自为政: several parties act by standards or plans of their own on one joint topic. */
import type { Dated } from '../cases/state.ts';
import type { Payload } from '../events/catalogue.ts';
import { both, evidenceOf, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { ActorId, TopicId } from '../vocabulary/ids.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'fragmentation' as const;
type Rule = Dated<Payload<'ruleAdopted'>>;

function isOwn(rule: Rule): boolean {
  return (rule.payload.subject === 'standard' || rule.payload.subject === 'plan') && rule.payload.scope.length === 1;
}

function coversAll(situation: Situation, rule: Rule): boolean {
  return (
    (rule.payload.subject === 'standard' || rule.payload.subject === 'plan') &&
    situation.parties.every((party) => rule.payload.scope.includes(party))
  );
}

function topicFinding(situation: Situation, topic: TopicId, rules: readonly Rule[]): Finding | undefined {
  const first = new Map<ActorId, Rule>();
  for (const rule of rules.filter(isOwn)) {
    const maker = rule.payload.scope[0] as ActorId;
    if (situation.parties.includes(maker) && !first.has(maker)) first.set(maker, rule);
  }
  const needed = situation.parameters.get('fragmentation.partiesMin');
  if (first.size < needed) return undefined;
  const own = [...first.values()].sort((a, b) => (a.ref.on < b.ref.on ? -1 : 1));
  const common = rules.findLast((rule) => coversAll(situation, rule) && rule.ref.on >= (own[needed - 1] as Rule).ref.on);
  const title = situation.state.topics.get(topic)?.title ?? both(topic, topic);
  const names = listed([...first.keys()].map(situation.namedInText));
  return {
    id,
    key: `${id}:${topic}`,
    status: common === undefined ? 'active' : 'mitigated',
    since: sinceOf(own.slice(0, needed).map((rule) => rule.ref)),
    severity: severityOf((common === undefined ? 1 : 0.4) * (first.size / situation.parties.length)),
    subjects: [topic, ...first.keys()],
    evidence: evidenceOf([...own.map((rule) => rule.ref), common?.ref]),
    explanation:
      common === undefined
        ? both(
            `${names.zh}在“${title.zh}”上各按自己的标准或规划行事。`,
            `${names.en} act by standards or plans of their own on “${title.en}”.`,
          )
        : both(
            `${names.zh}曾各按自己的规划行事，此后《${common.payload.title.zh}》对各方统一作出规定。`,
            `${names.en} had plans of their own; “${common.payload.title.en}” has since set one for all.`,
          ),
  };
}

function judge(situation: Situation) {
  const byTopic = new Map<TopicId, Rule[]>();
  for (const rule of situation.state.rules)
    for (const topic of rule.payload.topics ?? []) {
      const list = byTopic.get(topic);
      if (list === undefined) byTopic.set(topic, [rule]);
      else list.push(rule);
    }
  const findings = [...byTopic].map(([topic, rules]) => topicFinding(situation, topic, rules)).filter((finding) => finding !== undefined);
  return {
    findings: [...findings, ...judgedFindings(situation, id)],
    otherwise:
      byTopic.size === 0
        ? undetermined('没有标准或规划的记录。', 'No standards or plans are on record.')
        : absent(
            '没有两个以上主体各按自己的标准或规划行事。',
            'No two parties act by standards or plans of their own.',
            situation.state.rules.map((rule) => rule.ref),
          ),
  };
}

export const fragmentation: DilemmaRule = {
  id,
  name: both('各自为政', 'Fragmentation'),
  thresholds: ['fragmentation.partiesMin'],
  variable: 'institution',
  remedy: both(
    '编制统一规划或互认标准，明确衔接段由谁负责。',
    'Draw up one plan or recognise each other’s standards, and say who answers for the seams.',
  ),
  isGround: true,
  judge,
};
