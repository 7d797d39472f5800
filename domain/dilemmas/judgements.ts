/** Sourced judgements: where the facts behind a dilemma are not public, a named source may still say that it holds. */
import { matterOf, standingJudgements } from '../cases/judgements.ts';
import { both, evidenceOf, listed } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';
import type { Finding } from './rule.ts';

/**
 * Findings that rest on judgements alone, one per set of subjects; the last judgement about the same subjects
 * counts. A judgement says that something holds, not how strongly: its severity is the middle of the scale.
 */
export function judgedFindings(situation: Situation, id: DilemmaId): Finding[] {
  const findings: Finding[] = [];
  for (const judgement of standingJudgements(situation.state, id)) {
    const { payload, ref } = judgement;
    if (!payload.holds) continue;
    const names = listed(payload.subjects.map(situation.namedInText));
    findings.push({
      id,
      key: `${id}:judged:${matterOf(judgement)}`,
      status: 'active',
      since: ref.dated ? ref.on : null,
      severity: 0.5,
      subjects: payload.subjects,
      evidence: evidenceOf([ref]),
      explanation: both(
        `有来源的判断（涉及${names.zh}）：${payload.text.zh}${ref.dated ? '' : '（来源未注明日期）'}`,
        `Judgement of a source (about ${names.en}): ${payload.text.en}${ref.dated ? '' : ' (the source gives no date)'}`,
      ),
    });
  }
  return findings;
}
