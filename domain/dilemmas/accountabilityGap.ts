/** 问责缺位: a breach is on record, and nobody is entitled to sanction it. */
import type { Duty } from '../stages/duties.ts';
import { both, evidenceOf } from '../stages/explain.ts';
import type { Situation } from '../stages/situation.ts';
import { atMost, completions } from '../vocabulary/levels.ts';
import { judgedFindings } from './judgements.ts';
import { absent, type DilemmaRule, type Finding, severityOf, sinceOf, undetermined } from './rule.ts';

const id = 'accountabilityGap' as const;

/** Violated, or past due and assessed as limited at most: somebody said so. Overdue by the clock alone is no breach. */
function breachOf(duty: Duty) {
  if (duty.obligation.violated !== undefined) return duty.obligation.violated;
  const seen = duty.assessment?.completion;
  return duty.overdue && seen !== undefined && seen !== 'none' && atMost(completions, seen, 'limited') ? duty.assessment?.ref : undefined;
}

function isSanctionable(situation: Situation, duty: Duty): boolean {
  const { liable, orElse } = duty.obligation.terms;
  if (orElse !== undefined) return true;
  const body = [...situation.state.bodies.values()].some(
    (one) => one.abolished === undefined && one.powers.includes('sanction') && liable.every((actor) => one.over.includes(actor)),
  );
  if (body) return true;
  return [...situation.state.instruments.values()].some(
    ({ terms, ended }) =>
      ended === undefined &&
      terms.binding &&
      (terms.channel === 'accountability' || terms.channel === 'assessment') &&
      liable.every((actor) => terms.targets.includes(actor)),
  );
}

function judge(situation: Situation) {
  const findings: Finding[] = [];
  let breaches = 0;
  for (const duty of situation.duties) {
    const breach = breachOf(duty);
    if (breach === undefined) continue;
    breaches += 1;
    if (isSanctionable(situation, duty)) continue;
    const { obligation, terms } = duty.obligation;
    findings.push({
      id,
      key: `${id}:${obligation}`,
      status: 'active',
      since: sinceOf([breach]),
      severity: severityOf(0.4 + duty.daysLate / 3650),
      subjects: [obligation, ...terms.liable],
      evidence: evidenceOf([breach, duty.obligation.created]),
      explanation: both(
        `“${terms.title.zh}”经评估未落实，而在案事实中没有后果条款，也没有有权追责的机构。`,
        `“${terms.title.en}” was assessed as not carried out; no consequence, and no body that may sanction it, is on record.`,
      ),
    });
  }
  findings.push(...judgedFindings(situation, id));
  return {
    findings,
    otherwise:
      breaches === 0
        ? undetermined('没有经认定的违约。', 'No breach is on record.')
        : absent(`${breaches}项违约均有追责依据。`, `All ${breaches} breaches can be sanctioned by somebody.`),
  };
}

export const accountabilityGap: DilemmaRule = {
  id,
  name: both('问责缺位', 'Accountability gap'),
  thresholds: [],
  variable: 'institution',
  remedy: both(
    '在协议中写明后果，或由共同上级授权考核并提出问责建议。',
    'Write the consequence into the agreement, or let the common superior assess and propose accountability.',
  ),
  isGround: true,
  judge,
};
