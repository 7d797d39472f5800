/** 协议空泛: an agreement too general to operate or to bind. */
import type { AgreementState } from '../cases/state.ts';
import { both, decimal, evidenceOf, percent } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, undetermined } from './rule.ts';

const id = 'vagueAgreement' as const;

/** Share of clause weight below the bound; a sourced judgement of the text stands for its clauses. `undefined` = not coded. */
function vagueShare(situation: Situation, agreement: AgreementState): { share: number; score: number } | undefined {
  const bound = situation.parameters.get('vagueAgreement.scoreMin');
  let total = 0;
  let vague = 0;
  let sum = 0;
  for (const { operability, bindingness, weight = 1 } of agreement.terms.clauses ?? []) {
    if (operability === undefined || bindingness === undefined) continue;
    const score = (operability + bindingness) / 2;
    total += weight;
    sum += weight * score;
    if (score < bound) vague += weight;
  }
  if (total > 0) return { share: vague / total, score: sum / total };
  const { judgement } = agreement.terms;
  if (judgement === undefined) return undefined;
  const score = (judgement.operability + judgement.bindingness) / 2;
  return { share: score < bound ? 1 : 0, score };
}

function judge(situation: Situation) {
  const standing = [...situation.state.agreements.values()].filter((agreement) => agreement.terminated === undefined);
  const findings: Finding[] = [];
  let coded = 0;
  for (const agreement of standing) {
    const vague = vagueShare(situation, agreement);
    if (vague === undefined) continue;
    coded += 1;
    if (vague.share < situation.parameters.get('vagueAgreement.weightShareMin')) continue;
    const { title, judgement, clauses } = agreement.terms;
    const byJudgement = (clauses ?? []).length === 0 && judgement !== undefined;
    findings.push({
      id,
      key: `${id}:${agreement.agreement}`,
      status: 'active',
      since: agreement.signed.dated ? agreement.signed.on : null,
      severity: severityOf(1 - vague.score),
      subjects: [agreement.agreement],
      evidence: evidenceOf([agreement.signed, ...agreement.amendments]),
      explanation: byJudgement
        ? both(
            `《${title.zh}》：文本未公开，${judgement.by.zh}判断其可操作性与约束力得分为${decimal(vague.score)}。`,
            `“${title.en}”: the text is not public; ${judgement.by.en} judges its operability and binding force at ${decimal(vague.score)}.`,
          )
        : both(
            `《${title.zh}》：条款权重的${percent(vague.share).zh}得分低于阈值。`,
            `“${title.en}”: ${percent(vague.share).en} of its clause weight scores below the bound.`,
          ),
    });
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      coded === 0
        ? undetermined(
            '没有可评分的协议文本或判断。',
            'No agreement text or judgement can be scored.',
            standing.map((agreement) => agreement.signed),
          )
        : absent(
            '已评分协议的多数条款可操作、有约束力。',
            'Most clauses of the scored agreements can be executed and bind.',
            standing.map((agreement) => agreement.signed),
          ),
  };
}

export const vagueAgreement: DilemmaRule = {
  id,
  name: both('协议空泛', 'Vague agreement'),
  thresholds: ['vagueAgreement.scoreMin', 'vagueAgreement.weightShareMin'],
  variable: 'institution',
  remedy: both(
    '逐条补明谁来做、何时完成、如何衡量、不做怎么办。',
    'Say in every clause who does what, by when, how it is measured, and what follows if it is not done.',
  ),
  isGround: true,
  judge,
};
