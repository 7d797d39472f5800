/** 行而不果: acted on, without effect. Judged per yardstick: one series may fail one target and meet another. */
import type { FactRef } from '../cases/state.ts';
import { both, dateText, decimal, evidenceOf, percent } from '../stages/explain.ts';
import type { Duty } from '../stages/duties.ts';
import type { Situation } from '../stages/situation.ts';
import type { YardstickPosition } from '../stages/yardsticks.ts';
import { atMost, effects } from '../vocabulary/levels.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'actionWithoutResult' as const;

/** An action on record: of the duty itself, or a plan by which a liable party acts on its topic. */
function actionOn(situation: Situation, duty: Duty): FactRef | undefined {
  const { firstAction, terms } = duty.obligation;
  if (firstAction !== undefined) return firstAction;
  const plan = situation.state.rules.find(
    ({ payload }) =>
      payload.subject === 'plan' &&
      payload.by.some((actor) => terms.liable.includes(actor)) &&
      terms.topic !== undefined &&
      (payload.topics ?? []).includes(terms.topic),
  );
  return plan?.ref;
}

/** Attained share over the share due; for a missed target, over the whole way. */
function ratioOf(position: YardstickPosition): number | undefined {
  if (position.attained === undefined) return undefined;
  if (position.position === 'missed') return position.attained;
  return position.due === undefined || position.due === 0 ? undefined : position.attained / position.due;
}

function yardstickFinding(situation: Situation, duty: Duty, position: YardstickPosition, action: FactRef): Finding | undefined {
  const { reading, yardstick, attained, due } = position;
  const ratio = ratioOf(position);
  const bound = situation.parameters.get('actionWithoutResult.attainmentRatioMin');
  const failed = position.position === 'missed' || (position.position === 'behind' && ratio !== undefined && ratio < bound);
  if (!failed || reading === undefined) return undefined;
  const end = dateText(reading.period.last);
  const covered = attained === undefined ? both('未知', 'unknown') : percent(attained);
  const needed = percent(position.position === 'missed' ? 1 : (due ?? 0));
  const convention = yardstick.pathConvention ?? both('无路径约定', 'no path convention');
  const goal =
    yardstick.target.kind === 'level'
      ? both(`${decimal(yardstick.target.value)} ${yardstick.unit}`, `${decimal(yardstick.target.value)} ${yardstick.unit}`)
      : both(`较基期${decimal(yardstick.target.value)}%`, `${decimal(yardstick.target.value)}% on the base`);
  return {
    id,
    key: `${id}:${duty.obligation.obligation}:${yardstick.yardstick}`,
    status: 'active',
    since: reading.ref.dated ? reading.ref.on : null,
    severity: severityOf(ratio === undefined ? 0.5 : 1 - ratio),
    subjects: [duty.obligation.obligation, ...duty.obligation.terms.liable],
    evidence: evidenceOf([reading.ref, action, duty.obligation.created]),
    explanation: both(
      `按目标“${goal.zh}”衡量，至${end.zh}读数为${decimal(reading.value)} ${yardstick.unit}，已走完应走路程的${covered.zh}，此时应达${needed.zh}（路径依据：${convention.zh}）。`,
      `Against the target “${goal.en}”, the reading to ${end.en} is ${decimal(reading.value)} ${yardstick.unit}: ${covered.en} of the way covered, ${needed.en} due (path: ${convention.en}).`,
    ),
  };
}

function effectFinding(duty: Duty): Finding | undefined {
  const { assessment } = duty;
  if (assessment?.completion !== 'complete' || assessment.effect === undefined || !atMost(effects, assessment.effect, 'didNotChange'))
    return undefined;
  return {
    id,
    key: `${id}:${duty.obligation.obligation}:effect`,
    status: 'active',
    since: assessment.ref.dated ? assessment.ref.on : null,
    severity: assessment.effect === 'worsened' ? 1 : 0.7,
    subjects: [duty.obligation.obligation, ...duty.obligation.terms.liable],
    evidence: evidenceOf([assessment.ref]),
    explanation: both(
      `“${duty.obligation.terms.title.zh}”评估为已完成，但成效为“未见改变”或更差。`,
      `“${duty.obligation.terms.title.en}” was assessed as complete, with no change or worse as its effect.`,
    ),
  };
}

function judge(situation: Situation) {
  const findings: Finding[] = [];
  let known = 0;
  let unknown = 0;
  const refs: (FactRef | undefined)[] = [];
  for (const duty of situation.duties) {
    const effect = effectFinding(duty);
    if (effect !== undefined) findings.push(effect);
    if (duty.yardsticks.length === 0 || duty.pending) continue;
    const action = actionOn(situation, duty);
    for (const position of duty.yardsticks) {
      if (position.position === 'unknown' || action === undefined) unknown += 1;
      else {
        known += 1;
        refs.push(position.reading?.ref);
        const finding = yardstickFinding(situation, duty, position, action);
        if (finding !== undefined) findings.push(finding);
      }
    }
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      known === 0
        ? undetermined(
            unknown === 0 ? '没有带指标的义务。' : `${unknown}个标尺缺少读数、基准、路径或行动记录。`,
            unknown === 0
              ? 'No obligation carries an indicator.'
              : `${unknown} yardsticks lack a reading, a baseline, a path or a recorded action.`,
          )
        : absent(`${known}个可判断的标尺均不低于阈值。`, `All ${known} yardsticks that can be judged are above the bound.`, refs),
  };
}

export const actionWithoutResult: DilemmaRule = {
  id,
  name: both('行而不果', 'Action without result'),
  thresholds: ['actionWithoutResult.attainmentRatioMin'],
  variable: 'action',
  remedy: both(
    '核对标尺与路径，查明措施与指标之间的断点，再由技术支持和考核跟进。',
    'Check yardstick and path, find where measures and indicator part, then follow up with technical support and assessment.',
  ),
  isGround: true,
  judge,
};
