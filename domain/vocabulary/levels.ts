/**
 * Closed scales of the field. Completion and effect follow the two questions of independent reporting on
 * open-government commitments; the schedule follows the milestone status of open contracting data.
 */
export const channels = [
  'policyDocument',
  'discourse',
  'leaderParticipation',
  'planning',
  'interestCoordination',
  'organisation',
  'assessment',
  'inspection',
  'accountability',
  'fiscal',
  'technical',
  'personnel',
] as const;
/** Through which a superior intervenes. Coded apart, never added up to one number. */
export type Channel = (typeof channels)[number];

export const completions = ['none', 'notStarted', 'limited', 'substantial', 'complete'] as const;
/** How far a duty was carried out, in rising order; `none` = no evidence available. */
export type Completion = (typeof completions)[number];

export const effects = ['worsened', 'didNotChange', 'marginal', 'major', 'outstanding'] as const;
/** What carrying out the duty changed, in rising order. */
export type Effect = (typeof effects)[number];

/** Derived from the clock, never typed in. */
export type Schedule = 'scheduled' | 'met' | 'partiallyMet' | 'notMet';

export const powers = ['convene', 'coordinate', 'supervise', 'assess', 'sanction'] as const;
/** What a body may do to its members, in rising order of authority. */
export type Power = (typeof powers)[number];

export const variables = ['culture', 'institution', 'action'] as const;
/** The three explaining variables: 文化情境, 制度架构, 行动过程. */
export type Variable = (typeof variables)[number];

export const dilemmaIds = [
  'deliberationWithoutDecision',
  'decisionWithoutAction',
  'actionWithoutResult',
  'collectiveIrresponsibility',
  'freeRiding',
  'symbolicCompliance',
  'distortedImplementation',
  'unequalVoice',
  'skewedResponsibility',
  'weakCoordinator',
  'vagueAgreement',
  'partialSuperior',
  'fragmentation',
  'campaignGovernance',
  'accountabilityGap',
  'leadershipTurnover',
  'underIntervention',
  'overIntervention',
  'interventionDependence',
] as const;
export type DilemmaId = (typeof dilemmaIds)[number];

/** Position of `level` in its rising scale. */
export function rankIn<T extends string>(scale: readonly T[], level: T): number {
  return scale.indexOf(level);
}

/** True if `level` stands at or below `bound` in the rising scale. */
export function atMost<T extends string>(scale: readonly T[], level: T, bound: T): boolean {
  return scale.indexOf(level) <= scale.indexOf(bound);
}
