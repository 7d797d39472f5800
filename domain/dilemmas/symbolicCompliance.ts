/** 象征性执行: reported as done, assessed as little or not done. */
import { both, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { atMost, completions, rankIn } from '../vocabulary/levels.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'symbolicCompliance' as const;

function judge(situation: Situation) {
  const findings: Finding[] = [];
  let compared = 0;
  for (const { obligation, selfReport, assessment, open } of situation.duties) {
    if (!open) continue;
    const said = selfReport?.completion;
    const seen = assessment?.completion;
    if (said === undefined || seen === undefined || seen === 'none') continue;
    compared += 1;
    if (atMost(completions, said, 'limited') || !atMost(completions, seen, 'limited')) continue;
    const { title, liable } = obligation.terms;
    const refs = [selfReport?.ref, assessment?.ref].filter((ref) => ref !== undefined);
    findings.push({
      id,
      key: `${id}:${obligation.obligation}`,
      status: 'active',
      since: sinceOf(refs),
      severity: severityOf((rankIn(completions, said) - rankIn(completions, seen)) / 3),
      subjects: [obligation.obligation, ...liable],
      evidence: evidenceOf(refs),
      explanation: both(
        `“${title.zh}”自报大体完成或完成，独立评估却不高于“有限”。`,
        `“${title.en}” is reported as substantially done or complete; the independent assessment says limited at most.`,
      ),
    });
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      compared === 0
        ? undetermined(
            '未了结的义务中没有同时具备自报与独立评估的。',
            'No open obligation has both a self-report and an independent assessment.',
          )
        : absent(
            `${compared}项可比义务中自报与评估没有这种差距。`,
            `Self-report and assessment do not part this way in the ${compared} obligations that can be compared.`,
          ),
  };
}

export const symbolicCompliance: DilemmaRule = {
  id,
  name: both('象征性执行', 'Symbolic compliance'),
  thresholds: [],
  variable: 'action',
  remedy: both(
    '以证据和独立核查为准，减少报表，增加随机抽查。',
    'Go by evidence and independent checks; fewer forms, more unannounced samples.',
  ),
  isGround: true,
  judge,
};
