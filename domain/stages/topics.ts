/** Stage per topic: 1 shaping collective responsibility, 2 individualisation, 3 delivery. */
import type { TopicState } from '../cases/state.ts';
import type { FactId, TopicId } from '../vocabulary/ids.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import type { Duty } from './duties.ts';
import { both, evidenceOf } from './explain.ts';
import type { Situation } from './situation.ts';

export interface TopicStage {
  readonly topic: TopicState;
  readonly stage: 1 | 2 | 3;
  /** Stage 1 was passed by assignment from above, not by the parties' own consensus. */
  readonly imposed: boolean;
  /** Everything owed is verified and every yardstick is on target. */
  readonly complete: boolean;
  readonly explanation: Bilingual;
  readonly evidence: readonly FactId[];
}

/** Clauses on the topic that no obligation takes up. */
function uncoveredClauses(situation: Situation, topic: TopicId, duties: readonly Duty[]): number {
  let uncovered = 0;
  for (const agreement of situation.state.agreements.values()) {
    if (agreement.terminated !== undefined) continue;
    for (const clause of agreement.terms.clauses ?? []) {
      if (clause.owes === false || (clause.topic ?? agreement.terms.topics[0]) !== topic) continue;
      const covered = duties.some(
        ({ obligation }) => obligation.terms.agreement === agreement.agreement && obligation.terms.clause === clause.clause,
      );
      if (!covered) uncovered += 1;
    }
  }
  return uncovered;
}

function stageTwo(situation: Situation, topic: TopicState, duties: readonly Duty[], imposed: boolean): TopicStage {
  const open = duties.filter((duty) => !situation.individualised.has(duty) && !isSettled(duty));
  const uncovered = uncoveredClauses(situation, topic.topic, duties);
  const evidence = evidenceOf([...topic.consensus.values(), ...open.map((duty) => duty.obligation.created)]);
  const none = duties.length === 0;
  return {
    topic,
    stage: 2,
    imposed,
    complete: false,
    evidence,
    explanation: none
      ? both('已有共识，尚无义务承接。', 'Agreed, but no obligation takes it up yet.')
      : both(
          `${duties.length}项义务中${open.length}项缺少唯一责任单位、期限或衡量标准${uncovered > 0 ? `，另有${uncovered}条条款无义务承接` : ''}。`,
          `${open.length} of ${duties.length} ${duties.length === 1 ? 'obligation lacks' : 'obligations lack'} a single responsible agency, a deadline or a measure${uncovered > 0 ? `; ${uncovered} clauses have no obligation` : ''}.`,
        ),
  };
}

function stageThree(topic: TopicState, duties: readonly Duty[], imposed: boolean): TopicStage {
  const unverified = duties.filter((duty) => duty.obligation.verified === undefined && duty.obligation.discharged === undefined);
  const offTarget = duties.filter((duty) => duty.yardsticks.some((own) => own.position !== 'met' && own.position !== 'ahead'));
  const complete = unverified.length === 0 && offTarget.length === 0;
  return {
    topic,
    stage: 3,
    imposed,
    complete,
    evidence: evidenceOf(duties.flatMap((duty) => [duty.obligation.inEffect, duty.fulfilled, duty.obligation.verified])),
    explanation: complete
      ? both('义务均已核验，指标达标。', 'All obligations are verified and the indicators are on target.')
      : both(
          `${duties.length}项义务已分解到位，${unverified.length}项尚未核验，${offTarget.length}项指标未达标或未知。`,
          `All ${duties.length} obligations are individual; ${unverified.length} are not verified yet, ${offTarget.length} are off target or not measured.`,
        ),
  };
}

/** Verified or discharged: whether it was individual matters no more. */
function isSettled({ obligation }: Duty): boolean {
  return obligation.verified !== undefined || obligation.discharged !== undefined;
}

/** Stages of all topics that were not withdrawn. */
export function topicStages(situation: Situation): TopicStage[] {
  const byTopic = new Map<TopicId | undefined, Duty[]>();
  for (const duty of situation.duties) {
    const list = byTopic.get(duty.obligation.terms.topic);
    if (list === undefined) byTopic.set(duty.obligation.terms.topic, [duty]);
    else list.push(duty);
  }
  const stages: TopicStage[] = [];
  for (const topic of situation.state.topics.values()) {
    if (topic.withdrawn !== undefined) continue;
    const duties = byTopic.get(topic.topic) ?? [];
    const agreed = situation.parties.length > 0 && situation.parties.every((party) => topic.consensus.has(party));
    const imposed = !agreed && duties.some((duty) => duty.obligation.assigned !== undefined);
    if (!agreed && !imposed) {
      const missing = situation.parties.filter((party) => !topic.consensus.has(party)).length;
      stages.push({
        topic,
        stage: 1,
        imposed: false,
        complete: false,
        evidence: evidenceOf([topic.raised, ...topic.meetings, ...topic.consensus.values()]),
        explanation: both(
          `尚缺${missing}方的共识。`,
          `The consensus of ${missing} ${missing === 1 ? 'party is' : 'parties is'} not on record.`,
        ),
      });
      continue;
    }
    const split =
      duties.length > 0 &&
      uncoveredClauses(situation, topic.topic, duties) === 0 &&
      duties.every((duty) => situation.individualised.has(duty) || isSettled(duty));
    stages.push(split ? stageThree(topic, duties, imposed) : stageTwo(situation, topic, duties, imposed));
  }
  return stages;
}
