/** 变通执行: something other, or less, than what was agreed was carried out. Only an assessor can find that. */
import { both, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, undetermined } from './rule.ts';

const id = 'distortedImplementation' as const;

/** Assessments that are silent about it clear nobody; a source that says so does. */
function cleared(situation: Situation): boolean {
  return situation.state.judgements.findLast(({ payload }) => payload.dilemma === id)?.payload.holds === false;
}

function judge(situation: Situation) {
  const findings: Finding[] = [];
  let assessed = 0;
  for (const { obligation, assessment } of situation.duties) {
    if (assessment === undefined) continue;
    assessed += 1;
    if (assessment.substitution === undefined) continue;
    const { title, liable } = obligation.terms;
    const substituted = assessment.substitution === 'substituted';
    findings.push({
      id,
      key: `${id}:${obligation.obligation}`,
      status: 'active',
      since: assessment.ref.dated ? assessment.ref.on : null,
      severity: substituted ? 0.8 : 0.6,
      subjects: [obligation.obligation, ...liable],
      evidence: evidenceOf([assessment.ref]),
      explanation: both(
        `“${title.zh}”经评估${substituted ? '以他项代替' : '打了折扣'}。`,
        `“${title.en}” was assessed as ${substituted ? 'replaced by something else' : 'diluted'}.`,
      ),
    });
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      assessed === 0
        ? undetermined('没有独立评估，无从判断是否变通。', 'There is no independent assessment, so this cannot be told.')
        : cleared(situation)
          ? absent('最近的有来源判断认为没有变通。', 'The latest judgement of a source says that nothing is replaced or diluted.')
          : undetermined(
              `在案的${assessed}项评估都没有说明是否变通。`,
              `None of the ${assessed} assessments on record says whether something was replaced or diluted.`,
            ),
  };
}

export const distortedImplementation: DilemmaRule = {
  id,
  name: both('变通执行', 'Distorted implementation'),
  thresholds: [],
  variable: 'action',
  remedy: both(
    '写明不可替代的内容和核验方法，变更须经各方同意并记录。',
    'State what may not be replaced and how it is checked; changes need the consent of all and a record.',
  ),
  isGround: true,
  judge,
};
