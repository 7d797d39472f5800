/** All rules over one situation: first the parties' own failures, then what the superior did about them. */
import type { Situation } from '../stages/situation.ts';
import type { DilemmaId } from '../vocabulary/levels.ts';
import type { ParameterName } from '../vocabulary/parameters.ts';
import type { Bilingual } from '../vocabulary/text.ts';
import { accountabilityGap } from './accountabilityGap.ts';
import { actionWithoutResult } from './actionWithoutResult.ts';
import { campaignGovernance } from './campaignGovernance.ts';
import { collectiveIrresponsibility } from './collectiveIrresponsibility.ts';
import { decisionWithoutAction } from './decisionWithoutAction.ts';
import { deliberationWithoutDecision } from './deliberationWithoutDecision.ts';
import { distortedImplementation } from './distortedImplementation.ts';
import { fragmentation } from './fragmentation.ts';
import { freeRiding } from './freeRiding.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { interventionDependence } from './interventionDependence.ts';
import { leadershipTurnover } from './leadershipTurnover.ts';
import { overIntervention } from './overIntervention.ts';
import { partialSuperior } from './partialSuperior.ts';
import type { DilemmaRule, Finding, RuleAnswer } from './rule.ts';
import { skewedResponsibility } from './skewedResponsibility.ts';
import type { SuperiorRule } from './superiorRule.ts';
import { symbolicCompliance } from './symbolicCompliance.ts';
import { underIntervention } from './underIntervention.ts';
import { unequalVoice } from './unequalVoice.ts';
import { vagueAgreement } from './vagueAgreement.ts';
import { weakCoordinator } from './weakCoordinator.ts';

/** In the order of the article: getting agreed, getting done, getting results, and the superior. */
export const partyRules: readonly DilemmaRule[] = [
  deliberationWithoutDecision,
  decisionWithoutAction,
  actionWithoutResult,
  collectiveIrresponsibility,
  freeRiding,
  symbolicCompliance,
  distortedImplementation,
  unequalVoice,
  skewedResponsibility,
  weakCoordinator,
  vagueAgreement,
  partialSuperior,
  fragmentation,
  campaignGovernance,
  accountabilityGap,
  leadershipTurnover,
];
export const superiorRules: readonly SuperiorRule[] = [underIntervention, overIntervention, interventionDependence];

export type AnyRule = Omit<DilemmaRule, 'isGround' | 'judge'>;
const ruleById = new Map<DilemmaId, AnyRule>([...partyRules, ...superiorRules].map((rule) => [rule.id, rule]));

export function ruleOf(id: DilemmaId): AnyRule {
  const rule = ruleById.get(id);
  if (rule === undefined) throw new Error(`bug: no rule for ${id}`);
  return rule;
}

export interface Verdict {
  readonly id: DilemmaId;
  readonly name: Bilingual;
  readonly thresholds: readonly ParameterName[];
  readonly verdict: 'found' | 'mitigated' | 'risk' | 'absent' | 'undetermined';
  readonly explanation: Bilingual;
  readonly evidence: readonly string[];
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly grounds: Grounds;
}

const verdictByStatus = { active: 'found', mitigated: 'mitigated', risk: 'risk' } as const;
const statusOrder = ['active', 'mitigated', 'risk'] as const;

function verdictOf(rule: AnyRule, { findings, otherwise }: RuleAnswer): Verdict {
  const { id, name, thresholds } = rule;
  if (findings.length === 0) return { id, name, thresholds, ...otherwise };
  const leading = [...findings].sort((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))[0] as Finding;
  return { id, name, thresholds, verdict: verdictByStatus[leading.status], explanation: leading.explanation, evidence: leading.evidence };
}

/** Diagnosis on the date of the situation. Findings by status, severity and key. */
export function diagnose(situation: Situation): Diagnosis {
  const findings: Finding[] = [];
  const verdicts: Verdict[] = [];
  const failures: Finding[] = [];
  for (const rule of partyRules) {
    const answer = rule.judge(situation);
    verdicts.push(verdictOf(rule, answer));
    findings.push(...answer.findings);
    if (rule.isGround) failures.push(...answer.findings);
  }
  for (const rule of superiorRules) {
    const answer = rule.judge(situation, failures);
    verdicts.push(verdictOf(rule, answer));
    findings.push(...answer.findings);
  }
  findings.sort(
    (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) || b.severity - a.severity || (a.key < b.key ? -1 : 1),
  );
  return { findings, verdicts, grounds: groundsOf(situation, failures) };
}
