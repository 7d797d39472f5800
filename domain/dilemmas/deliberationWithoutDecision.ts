/** 议而不决: a topic is met about, or lies there, and is neither agreed nor withdrawn. */
import type { TopicState } from '../cases/state.ts';
import { both, evidenceOf, grouped } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, daysBetween, earliest, type IsoDate } from '../vocabulary/dates.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'deliberationWithoutDecision' as const;

function isDecided(situation: Situation, topic: TopicState, assigned: ReadonlySet<string>): boolean {
  const agreed = situation.parties.length > 0 && situation.parties.every((party) => topic.consensus.has(party));
  return agreed || assigned.has(topic.topic);
}

/** First day on which either threshold was reached, as far as dated facts say; `undefined` if none was. */
function reachedOn(situation: Situation, topic: TopicState): IsoDate | null | undefined {
  const { asOf, parameters } = situation;
  const meetingsMin = parameters.get('deliberationWithoutDecision.meetingsMin');
  const lastNeeded = topic.meetings[meetingsMin - 1];
  const expiry = addDays(topic.raised.on, parameters.get('deliberationWithoutDecision.daysMin'));
  const byTime = topic.raised.dated && expiry <= asOf ? expiry : undefined;
  if (lastNeeded === undefined) return byTime;
  if (topic.meetings.slice(0, meetingsMin).some((meeting) => !meeting.dated)) return byTime ?? null;
  return byTime === undefined ? lastNeeded.on : earliest(byTime, lastNeeded.on);
}

function judge(situation: Situation) {
  const { state, asOf } = situation;
  const assigned = new Set<string>();
  for (const { obligation } of situation.duties) {
    if (obligation.assigned !== undefined && obligation.terms.topic !== undefined) assigned.add(obligation.terms.topic);
  }
  const findings: Finding[] = judgedFindings(situation, id);
  for (const topic of state.topics.values()) {
    if (topic.withdrawn !== undefined || isDecided(situation, topic, assigned)) continue;
    const since = reachedOn(situation, topic);
    if (since === undefined) continue;
    const open = daysBetween(topic.raised.on, asOf);
    const title = topic.title ?? both(topic.topic, topic.topic);
    findings.push({
      id,
      key: `${id}:${topic.topic}`,
      status: 'active',
      since,
      severity: severityOf(open / 1095),
      subjects: [topic.topic],
      evidence: evidenceOf([topic.raised, ...topic.meetings, ...topic.consensus.values()]),
      explanation: both(
        `议题“${title.zh}”提出${grouped(open)}天、开会${topic.meetings.length}次，${situation.parties.length}方中${topic.consensus.size}方有共识，既未议定也未撤回。`,
        `Topic “${title.en}”: raised ${grouped(open)} days ago, ${topic.meetings.length} meetings, consensus of ${topic.consensus.size} of ${situation.parties.length} parties, neither decided nor withdrawn.`,
      ),
    });
  }
  return {
    findings,
    otherwise:
      state.topics.size === 0
        ? undetermined('尚无议题记录。', 'No topic is on record.')
        : absent(
            '各议题均已议定、已撤回，或未到阈值。',
            'Every topic is decided, withdrawn, or below the thresholds.',
            [...state.topics.values()].map((t) => t.raised),
          ),
  };
}

export const deliberationWithoutDecision: DilemmaRule = {
  id,
  name: both('议而不决', 'Deliberation without decision'),
  thresholds: ['deliberationWithoutDecision.meetingsMin', 'deliberationWithoutDecision.daysMin'],
  variable: 'culture',
  remedy: both(
    '先缩小议题、列明各方成本与收益，再请召集人设定议决期限。',
    'Narrow the topic, put costs and benefits of each party on the table, and let the convenor set a date for the decision.',
  ),
  isGround: true,
  judge,
};
