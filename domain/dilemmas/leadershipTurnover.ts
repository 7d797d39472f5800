/** 领导更替: a change of leaders after which nobody takes the commitment up again. */
import { actsBetween, isOfParties } from '../stages/activity.ts';
import { both, dateText, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { addDays, addMonths } from '../vocabulary/dates.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, undetermined } from './rule.ts';

const id = 'leadershipTurnover' as const;

function judge(situation: Situation) {
  const { state, asOf, parameters } = situation;
  const waitDays = parameters.get('leadershipTurnover.reaffirmationDays');
  const dropMin = parameters.get('leadershipTurnover.dropShareMin');
  const months = parameters.get('leadershipTurnover.windowMonths');
  const findings: Finding[] = judgedFindings(situation, id);
  const last = new Map(state.leaderChanges.map((change) => [change.payload.actor, change]));
  for (const { payload, ref } of last.values()) {
    if (!ref.dated || !situation.parties.includes(payload.actor)) continue;
    const term = addDays(ref.on, waitDays);
    if (term > asOf) continue;
    const silent = !actsBetween(state, ref.on, term).some((act) => act.kind === 'commitment' || act.kind === 'consultation');
    const before = actsBetween(state, addMonths(ref.on, -months), ref.on).filter(isOfParties).length;
    const seenOn = addMonths(ref.on, months);
    const after = seenOn <= asOf ? actsBetween(state, ref.on, seenOn).filter(isOfParties).length : undefined;
    const fell = after !== undefined && before > 0 && 1 - after / before >= dropMin;
    if (!silent && !fell) continue;
    const name = situation.namedInText(payload.actor);
    const day = dateText(ref.on);
    findings.push({
      id,
      key: `${id}:${payload.actor}`,
      status: 'active',
      since: silent ? term : seenOn,
      severity: 0.5,
      subjects: [payload.actor],
      evidence: evidenceOf([ref]),
      explanation: silent
        ? both(
            `${name.zh}于${day.zh}换届后${waitDays}天内没有重申承诺的记录。`,
            `Within ${waitDays} days of the change of leader of ${name.en} on ${day.en}, no reaffirmation was recorded.`,
          )
        : both(
            `${name.zh}于${day.zh}换届前后各${months}个月的活动由${before}次降为${after}次。`,
            `From the ${months} months before the change of leader of ${name.en} on ${day.en} to the ${months} months after it, activity fell from ${before} to ${after} acts.`,
          ),
    });
  }
  return {
    findings,
    otherwise:
      last.size === 0
        ? undetermined('没有换届记录。', 'No change of leaders is on record.')
        : absent(
            '换届后承诺已重申，活动未明显减少。',
            'Commitments were reaffirmed after changes and activity did not fall.',
            [...last.values()].map((change) => change.ref),
          ),
  };
}

export const leadershipTurnover: DilemmaRule = {
  id,
  name: both('领导更替', 'Leadership turnover'),
  thresholds: ['leadershipTurnover.reaffirmationDays', 'leadershipTurnover.dropShareMin', 'leadershipTurnover.windowMonths'],
  variable: 'culture',
  remedy: both(
    '以机构而非个人作出承诺，换届时书面移交并及时重申。',
    'Let offices, not persons, commit; hand over in writing and reaffirm in time.',
  ),
  isGround: true,
  judge,
};
