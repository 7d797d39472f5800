/** Words of the views of the work. */
import type { SigningPointName } from '@gongze/domain/decisions/signingChecklist';
import type { ProposalOutcome } from '@gongze/domain/stages/proposals';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { WorkView } from './types.ts';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const viewNames: Readonly<Record<WorkView, Bilingual>> = {
  todo: w('待办', 'To do'),
  topics: w('议题与共识', 'Topics'),
  proposals: w('提议去向', 'Proposals'),
  signing: w('签署核对', 'Signing'),
  delivery: w('落实', 'Delivery'),
  supervision: w('督查考核', 'Supervision'),
  intervening: w('上级介入', 'Intervening'),
};

export const outcomeWords: Readonly<Record<ProposalOutcome, Bilingual>> = {
  waiting: w('待处理', 'waiting'),
  discussed: w('讨论中', 'under discussion'),
  agreed: w('已采纳', 'adopted'),
  inDelivery: w('落实中', 'adopted, in delivery'),
  done: w('已办结', 'adopted, done'),
  withdrawn: w('已撤回', 'withdrawn'),
  merged: w('已并入', 'merged'),
  declined: w('未采纳', 'declined'),
};

export const proposalKinds = {
  topic: w('议题', 'topic'),
  statement: w('表述', 'statement'),
  extension: w('延期申请', 'extension'),
  intervention: w('介入请求', 'request for intervention'),
} as const;

export const pointWords: Readonly<Record<SigningPointName, Bilingual>> = {
  lead: w('牵头单位', 'Lead'),
  cooperating: w('配合单位', 'Cooperating parties'),
  shares: w('分担份额', 'Shares'),
  measure: w('衡量标准', 'Measure'),
  deadline: w('时限', 'Due date'),
  orElse: w('未履行的后果', 'Or else'),
  power: w('上级的权力', 'Power of a superior'),
  acceptance: w('接受', 'Acceptance'),
};

export const verdictWords = {
  shared: w('各组均赞成', 'shared by every group'),
  rejected: w('各组均反对', 'rejected by every group'),
  divided: w('有分歧', 'divided'),
  open: w('有组别未表态', 'a group is silent'),
} as const;

export const views = {
  label: w('办理的各个方面', 'Sides of the work'),
  none: w(
    '还没有提议：议题、表述、延期申请和介入请求会列在这里。',
    'Nothing was proposed yet: topics, statements, and requests for more time or for help will stand here.',
  ),
  what: w('事项', 'What'),
  state: w('现状', 'State'),
  since: w('提出日期', 'Proposed on'),
  openSince: w('至今未决', 'still open'),
  by: w('提出方', 'By'),
  reason: w('理由', 'Reason'),
  action: w('办理', 'Do'),
  kind: w('类型', 'Kind'),
  // topics
  noTopics: w('还没有议题：先提出议题。', 'No topic yet: raise the first one.'),
  statement: w('表述', 'Statement'),
  verdict: w('是否趋同', 'Convergence'),
  index: w('共识值', 'Consensus'),
  indexNote: w(
    '共识值＝各组（赞成数＋1）÷（表态数＋2）之积。未表态不计为赞成，以斜纹表示。',
    'Consensus is the product over groups of (agree + 1) ÷ (answered + 2). Silence is no agreement; it is hatched.',
  ),
  agree: w('赞成', 'agree'),
  disagree: w('反对', 'disagree'),
  pass: w('不表态（弃权）', 'pass'),
  silent: w('未表态', 'Silent'),
  consensus: w('同意', 'Consensus'),
  dissent: w('保留意见', 'Dissent'),
  decision: w('决定', 'Decision'),
  reviewOn: w('复审日期', 'to be reviewed on'),
  reviewDue: w('复审到期', 'review is due'),
  withdrawn: w('已撤回', 'Withdrawn'),
  merged: w('已并入', 'Merged into'),
  positions: w('立场', 'Positions'),
  noStatements: w(
    '本议题尚无表述：提出一句各方都能表态的话，才看得出在哪里趋同。',
    'No statement yet: put one that each party can agree or disagree with.',
  ),
  raisedBy: w('提出', 'raised by'),
  noReason: w('未载明理由', 'no reason on record'),
  // signing
  noDrafts: w('没有待签的协议草案：先拟定草案。', 'No draft waits to be signed: draft an agreement first.'),
  clause: w('条款', 'Clause'),
  duty: w('责任事项', 'Obligation'),
  owesNothing: w('说明性条款，不设责任', 'Nobody owes anything by it'),
  uncovered: w('没有对应的责任事项', 'No obligation covers it'),
  missing: w('缺', 'missing'),
  free: w('未约定（可不约定）', 'not agreed (need not be)'),
  gaps: w('签署前尚缺{{count}}项', 'Missing before it may be signed: {{count}}'),
  complete: w('各项齐备，可以签署。', 'Everything is there: it may be signed.'),
  sign: w('签署', 'Sign'),
  asFramework: w('作为声明的框架性文本签署', 'Sign as a declared framework text'),
  frameworkNote: w(
    '声明为框架性文本可以现在签署，所缺各项保持空缺；诊断将认定为“协议空泛”，永久可见。',
    'A declared framework text may be signed now and its gaps stay open; the diagnosis will call it vague, for everybody to see.',
  ),
  notAccepted: w('尚未接受', 'not accepted by'),
  // delivery
  noDuties: w(
    '还没有责任事项：在“待办”中拟定，或由上级交办。',
    'No obligation yet: draft one under “To do”, or have a superior assign it.',
  ),
  due: w('期限', 'Due'),
  noDate: w('无期限', 'no date'),
  daysLate: w('逾期{{count}}天', '{{count}} days late'),
  axes: w('三条轴线', 'Three axes'),
  selfReport: w('自报', 'Self-report'),
  assessment: w('评估', 'Assessment'),
  schedule: w('进度（由时钟得出）', 'Schedule (by the clock)'),
  unknown: w('未载明', 'not on record'),
  extensionUntil: w('可申请延期至到期日', 'Extension may be asked until the due date'),
  extensionAsked: w('已申请延期至', 'Extension asked for'),
  extensionGranted: w('已准予延期至', 'Extended to'),
  extensionRefused: w('不予延期', 'Extension refused'),
  contested: w('对逾期有异议，待裁定', 'Lateness contested, undecided'),
  slipIssued: w('已发{{count}}督办单', '{{count}} slip issued'),
  blue: w('蓝色', 'blue'),
  orange: w('橙色', 'orange'),
  red: w('红色', 'red'),
  takeNotice: w('下载督办通知单（.docx）', 'Download the notice (.docx)'),
  annulled: w('已裁定不算逾期', 'Decided: not late'),
  replyOpen: w('对评估可以申辩', 'The assessment may be replied to'),
  replied: w('已申辩', 'Replied'),
  lateCure: w('已认定违约，仍可补办', 'Breach established; late cure is open'),
  signedOff: w('已办结，可以申请销号', 'Signed off; close-out may be applied for'),
  closeOutAsked: w('已申请销号，待公示', 'Close-out applied for, to be made public'),
  publicUntil: w('公示至', 'Public until'),
  lookBack: w('可以回头看', 'Look-back is open'),
  rights: w('权利与进程', 'Rights and steps'),
  met: w('达到', 'met'),
  scheduled: w('未到期', 'scheduled'),
  partiallyMet: w('部分达到', 'partly met'),
  notMet: w('未达到', 'not met'),
} as const;

export const filled = (text: string, count: number | string): string => text.replace('{{count}}', String(count));
