/**
 * How the article says a superior works on each variable: hypothesis, channels, components they act on, and the stage
 * that follows. The article names channels and variables; which component a channel acts on is our reading of its
 * examples, marked in `mechanismEdges` by the facts of the case or as asserted.
 */
import { both } from '../stages/explain.ts';
import type { Channel, Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export type HypothesisId = 'H1' | 'H2' | 'H3';

export interface Hypothesis {
  readonly id: HypothesisId;
  readonly variable: Variable;
  readonly stage: 1 | 2 | 3;
  readonly statement: Bilingual;
  /** Channels whose direct instruments are read for it. */
  readonly channels: readonly Channel[];
  /** Channel → ids of the components it acts on. */
  readonly paths: readonly (readonly [Channel, readonly string[]])[];
}

export const hypotheses: readonly Hypothesis[] = [
  {
    id: 'H1',
    variable: 'culture',
    stage: 1,
    statement: both(
      '纵向介入培育和改善协商的文化情境，树立集体负责的观念。',
      'Vertical intervention improves the culture of consultation and builds the idea of joint responsibility.',
    ),
    channels: ['discourse', 'planning', 'interestCoordination', 'leaderParticipation', 'personnel'],
    paths: [
      ['discourse', ['trust', 'concordance']],
      ['planning', ['trust', 'jointDocuments']],
      ['interestCoordination', ['trust', 'concordance', 'evennessOfVoice']],
      ['leaderParticipation', ['interactionIntensity', 'concordance']],
      ['personnel', ['trust', 'leaderContinuity']],
    ],
  },
  {
    id: 'H2',
    variable: 'institution',
    stage: 2,
    statement: both(
      '纵向介入健全协商的制度架构，促进共识转化为政策并明确各方职责。',
      "Vertical intervention completes the institution: consensus becomes policy and each party's duties become clear.",
    ),
    channels: ['policyDocument', 'organisation'],
    paths: [
      ['policyDocument', ['individualisationCoverage', 'textQuality', 'procedureAndCustom', 'evenHandedness']],
      ['organisation', ['coordinatorAuthority', 'procedureAndCustom', 'transactionCost']],
      ['technical', ['individualisationCoverage']],
    ],
  },
  {
    id: 'H3',
    variable: 'action',
    stage: 3,
    statement: both(
      '纵向介入规范和约束履职行动，使各方遵守承诺、落实责任。',
      'Vertical intervention disciplines action, so that the parties keep their promises and perform.',
    ),
    channels: ['assessment', 'inspection', 'accountability', 'fiscal', 'technical'],
    paths: [
      ['assessment', ['timeliness', 'attainment', 'evaluation']],
      ['inspection', ['timeliness', 'reportAgreement', 'conflictsResolved']],
      ['accountability', ['timeliness']],
      ['fiscal', ['attainment', 'netIncentive']],
      ['technical', ['attainment']],
    ],
  },
];

export const channelNames: Readonly<Record<Channel, Bilingual>> = {
  policyDocument: both('政策文件', 'policy documents'),
  discourse: both('话语建构', 'discourse'),
  leaderParticipation: both('领导参与', 'leader participation'),
  planning: both('战略规划', 'planning'),
  interestCoordination: both('利益协调', 'interest coordination'),
  organisation: both('组织', 'organisation'),
  assessment: both('考核', 'assessment'),
  inspection: both('督查', 'inspection'),
  accountability: both('问责', 'accountability'),
  fiscal: both('财政', 'fiscal'),
  technical: both('技术支持', 'technical support'),
  personnel: both('干部互派', 'personnel exchange'),
};

export const stageNames: Readonly<Record<1 | 2 | 3, Bilingual>> = {
  1: both('集体负责的观念塑造', 'shaping of shared ideas'),
  2: both('共同责任的个体确认', 'individualisation of shared responsibility'),
  3: both('公利导向的责任落实', 'public-interest-oriented fulfilment'),
};
