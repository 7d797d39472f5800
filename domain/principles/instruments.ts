/**
 * Kinds of instruments a superior can apply, from least to most intrusive, with the variable they act on by the
 * article's hypotheses (H1 culture, H2 institution, H3 action) and the terms on which they end.
 */
import { both } from '../stages/explain.ts';
import type { Channel, DilemmaId, Variable } from '../vocabulary/levels.ts';
import type { Bilingual } from '../vocabulary/text.ts';

export interface InstrumentKind {
  readonly id: string;
  readonly title: Bilingual;
  readonly channel: Channel;
  readonly variable: Variable;
  readonly hypothesis: 'H1' | 'H2' | 'H3';
  /** 1 (a word) to 6 (a person's career); a convention that orders, not a measurement. */
  readonly intrusiveness: number;
  /** Least strength at which it is worth applying, 1–5. */
  readonly strength: number;
  /** Sets, checks or sanctions duties. */
  readonly binding: boolean;
  readonly helps: readonly DilemmaId[];
  readonly effect: Bilingual;
  readonly exit: Bilingual;
}

export const instrumentKinds: readonly InstrumentKind[] = [
  {
    id: 'discourse',
    channel: 'discourse',
    variable: 'culture',
    hypothesis: 'H1',
    intrusiveness: 1,
    strength: 1,
    binding: false,
    title: both('话语引导', 'Framing the common task'),
    helps: ['deliberationWithoutDecision', 'fragmentation'],
    effect: both(
      '说明共同任务的意义，凝聚集体负责的观念。',
      'Says what the common task is for and builds the idea of joint responsibility.',
    ),
    exit: both('各方共识记录在案即止。', 'Ends when the consensus of all parties is on record.'),
  },
  {
    id: 'technicalSupport',
    channel: 'technical',
    variable: 'action',
    hypothesis: 'H3',
    intrusiveness: 1,
    strength: 2,
    binding: false,
    title: both('技术支持', 'Technical support'),
    helps: ['actionWithoutResult', 'skewedResponsibility', 'interventionDependence'],
    effect: both('补足能力短板，使各方能够自行履约。', 'Fills gaps in capacity, so that the parties can perform by themselves.'),
    exit: both('指标连续两期回到路径之上即止。', 'Ends when the indicator is back on its path for two readings.'),
  },
  {
    id: 'datesAndTargets',
    channel: 'policyDocument',
    variable: 'institution',
    hypothesis: 'H2',
    intrusiveness: 2,
    strength: 2,
    binding: true,
    title: both('明确时限与目标', 'Setting dates and targets'),
    helps: ['decisionWithoutAction', 'vagueAgreement', 'collectiveIrresponsibility', 'fragmentation', 'underIntervention'],
    effect: both(
      '把共识变为可核查的义务：责任单位、时限、指标。',
      'Turns consensus into duties that can be checked: agency, date, measure.',
    ),
    exit: both(
      '各项义务均有责任单位、时限和衡量标准，并由各方自行更新清单即止。',
      'Ends when every duty has an agency, a date and a measure and the parties keep the list themselves.',
    ),
  },
  {
    id: 'interestCoordination',
    channel: 'interestCoordination',
    variable: 'culture',
    hypothesis: 'H1',
    intrusiveness: 2,
    strength: 2,
    binding: false,
    title: both('利益协调', 'Coordinating interests'),
    helps: ['unequalVoice', 'skewedResponsibility', 'partialSuperior', 'freeRiding', 'deliberationWithoutDecision'],
    effect: both('摆明各方成本与收益，补偿受损一方。', 'Puts costs and benefits on the table and compensates the loser.'),
    exit: both('补偿安排由各方协议承接即止。', 'Ends when an agreement of the parties carries the compensation.'),
  },
  {
    id: 'planning',
    channel: 'planning',
    variable: 'culture',
    hypothesis: 'H1',
    intrusiveness: 2,
    strength: 2,
    binding: false,
    title: both('统一规划', 'One plan'),
    helps: ['fragmentation', 'campaignGovernance'],
    effect: both('以一份规划衔接各方的规划。', 'Joins the plans of the parties in one.'),
    exit: both('规划纳入各方年度计划即止。', "Ends when the parties' yearly plans carry it."),
  },
  {
    id: 'leaderParticipation',
    channel: 'leaderParticipation',
    variable: 'culture',
    hypothesis: 'H1',
    intrusiveness: 3,
    strength: 3,
    binding: false,
    title: both('领导参与', 'Leader participation'),
    helps: ['deliberationWithoutDecision', 'leadershipTurnover', 'campaignGovernance'],
    effect: both('由上级领导主持议决，给出期限。', 'A leader of the superior presides and sets a date for the decision.'),
    exit: both('议题议定后恢复由各方轮流召集。', 'Ends with the decision; the parties convene in turn again.'),
  },
  {
    id: 'coordinatingBody',
    channel: 'organisation',
    variable: 'institution',
    hypothesis: 'H2',
    intrusiveness: 3,
    strength: 3,
    binding: false,
    title: both('授权协调机构', 'A coordinating body with powers'),
    helps: ['weakCoordinator', 'collectiveIrresponsibility', 'fragmentation'],
    effect: both('让共同机构有权监督或考核各方。', 'Lets the joint body supervise or assess every party.'),
    exit: both(
      '任务完成即申请撤销，权力交还各方联席会议。',
      "Abolished when its task is done; powers go back to the parties' joint meeting.",
    ),
  },
  {
    id: 'assessment',
    channel: 'assessment',
    variable: 'action',
    hypothesis: 'H3',
    intrusiveness: 4,
    strength: 3,
    binding: true,
    title: both('考核', 'Assessment'),
    helps: ['decisionWithoutAction', 'symbolicCompliance', 'freeRiding', 'accountabilityGap', 'actionWithoutResult', 'underIntervention'],
    effect: both('按既定标尺定期评定各方完成情况。', 'Judges at fixed dates, by a fixed yardstick, what each party has done.'),
    exit: both('连续两次考核达标即转为各方自评、上级抽查。', 'After two assessments that meet the criteria, self-assessment with samples.'),
  },
  {
    id: 'fiscalLinkage',
    channel: 'fiscal',
    variable: 'action',
    hypothesis: 'H3',
    intrusiveness: 4,
    strength: 3,
    binding: true,
    title: both('资金挂钩', 'Linking funds'),
    helps: ['freeRiding', 'skewedResponsibility'],
    effect: both('资金按完成情况结算，减轻负担较重一方。', 'Settles funds by fulfilment and relieves the party with the heavier burden.'),
    exit: both('横向补偿建立后逐年退坡。', 'Reduced year by year once compensation between the parties stands.'),
  },
  {
    id: 'inspection',
    channel: 'inspection',
    variable: 'action',
    hypothesis: 'H3',
    intrusiveness: 5,
    strength: 4,
    binding: true,
    title: both('督查', 'Inspection'),
    helps: ['decisionWithoutAction', 'symbolicCompliance', 'distortedImplementation', 'underIntervention'],
    effect: both(
      '就逾期事项实地核查，形成结论并反馈，被督查方可申请复核。',
      'Checks overdue matters on the spot and feeds back a conclusion; the inspected may ask for a review.',
    ),
    exit: both(
      '逾期事项清零并经一次回头看即止，不重复督查。',
      'Ends when nothing is overdue and one look-back confirms it; no second inspection of the same matter.',
    ),
  },
  {
    id: 'personnel',
    channel: 'personnel',
    variable: 'culture',
    hypothesis: 'H1',
    intrusiveness: 5,
    strength: 3,
    binding: false,
    title: both('干部互派', 'Exchange of officials'),
    helps: ['leadershipTurnover', 'fragmentation'],
    effect: both('通过挂职互派增进互信。', 'Builds trust by secondment in both directions.'),
    exit: both('挂职期满即止。', 'Ends with the term of the secondment.'),
  },
  {
    id: 'accountability',
    channel: 'accountability',
    variable: 'action',
    hypothesis: 'H3',
    intrusiveness: 6,
    strength: 5,
    binding: true,
    title: both('提出问责建议', 'Proposing accountability'),
    helps: ['accountabilityGap', 'symbolicCompliance', 'distortedImplementation'],
    effect: both(
      '对经认定的违约提出问责建议，由有权机关决定。',
      'Proposes a consequence for an established breach; the competent organ decides.',
    ),
    exit: both('建议作出决定即止。', 'Ends with the decision on the proposal.'),
  },
];
