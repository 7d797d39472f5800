/**
 * The columns of a ledger 台账: what each is called in both languages, which headings of other people's ledgers mean the
 * same, and what it says. One list serves export, import, the guess of a mapping and the data dictionary.
 */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export interface Column<K extends string = string> {
  readonly key: K;
  readonly heading: Bilingual;
  readonly about: Bilingual;
  /** Other headings that mean it, lower case, without blanks. */
  readonly aliases: readonly string[];
  /** Shown, and not read: it follows from the facts. */
  readonly computed: boolean;
  /** Width in characters. */
  readonly width: number;
}

function column<const K extends string>(
  key: K,
  [zh, en]: readonly [string, string],
  [aboutZh, aboutEn]: readonly [string, string],
  aliases = '',
  { width = 16, computed = false }: { readonly width?: number; readonly computed?: boolean } = {},
): Column<K> {
  return {
    key,
    heading: { zh, en },
    about: { zh: aboutZh, en: aboutEn },
    aliases: aliases === '' ? [] : aliases.split(' '),
    computed,
    width,
  };
}

const computed = { computed: true, width: 13 };

export const dutyColumns = [
  column(
    'obligation',
    ['编号', 'Duty ID'],
    ['责任事项的编号；新事项可留空', 'id of the duty; empty for a new one'],
    '事项编号 任务编号 id 责任编号',
    {
      width: 18,
    },
  ),
  column(
    'title.zh',
    ['责任事项', 'Duty (Chinese)'],
    ['要做什么', 'what is owed, in Chinese'],
    '事项 任务 工作任务 重点任务 主要任务 重点工作 工作内容 任务内容 督办事项 督查事项 事项内容 整改任务 整改措施 任务名称 事项名称 责任事项（中文）',
    { width: 36 },
  ),
  column(
    'title.en',
    ['责任事项（英文）', 'Duty (English)'],
    ['要做什么，英文', 'what is owed, in English'],
    'duty obligation task item action commitment title deliverable what',
    { width: 36 },
  ),
  column(
    'liable',
    ['责任单位', 'Responsible'],
    ['责任单位，可多个；写名称或“名称（代码）”', 'who answers for it, one or several: name, or name (code)'],
    '承办单位 责任部门 落实单位 责任主体 主责单位 责任方 责任地区 responsibleagency responsibleparty owner liable agency who 责任单位（部门）',
    { width: 24 },
  ),
  column('lead', ['牵头单位', 'Lead'], ['牵头单位，只有一个', 'the lead among them'], '牵头部门 主办单位 leadagency leadparty', {
    width: 18,
  }),
  column(
    'cooperating',
    ['配合单位', 'Cooperating'],
    ['配合单位', 'who cooperates'],
    '协办单位 参与单位 配合部门 协助单位 supporting partners cooperatingparties',
    {
      width: 24,
    },
  ),
  column(
    'due',
    ['完成时限', 'Due'],
    ['到期日', 'day by which it is due'],
    '时限 期限 办理时限 完成时间 完成期限 截止日期 截止时间 到期日 整改时限 计划完成时间 要求完成时间 duedate deadline dueby completionduedate',
    {
      width: 13,
    },
  ),
  column(
    'measure.zh',
    ['考核指标', 'Measure (Chinese)'],
    ['可核对的指标或结果', 'what an outsider can check, in Chinese'],
    '目标要求 工作目标 目标 完成标准 验收标准 整改目标 成果形式 预期成果 考核要求 指标',
    {
      width: 28,
    },
  ),
  column(
    'measure.en',
    ['考核指标（英文）', 'Measure (English)'],
    ['可核对的指标或结果，英文', 'what an outsider can check, in English'],
    'measure kpi indicator successcriterion',
    {
      width: 28,
    },
  ),
  column(
    'completion',
    ['完成情况', 'Completion'],
    ['自报完成程度：无证据、未启动、有限、大部分、完成', 'self-reported: no evidence, not started, limited, substantial, complete'],
    '完成程度 进展状态 办理情况 selfreport',
    {
      width: 14,
    },
  ),
  column(
    'progress.zh',
    ['进展情况', 'Progress (Chinese)'],
    ['自报进展；有变化才记为新的报告', 'progress as reported, in Chinese; recorded when it changed'],
    '工作进展 落实情况 最新进展 进展 推进情况 整改进展',
    {
      width: 28,
    },
  ),
  column(
    'progress.en',
    ['进展情况（英文）', 'Progress (English)'],
    ['自报进展，英文', 'progress as reported, in English'],
    'progress update statusupdate',
    { width: 28 },
  ),
  column(
    'reportedBy',
    ['填报单位', 'Reported by'],
    ['由谁自报；默认牵头单位或唯一的责任单位', 'who reported it; the lead or the only one responsible if empty'],
    '报送单位 reporter',
    { width: 18 },
  ),
  column(
    'orElse.zh',
    ['未履行的后果', 'Or else (Chinese)'],
    ['做不到怎么办', 'what follows if it is not done, in Chinese'],
    '未完成后果 责任追究 违约责任',
    { width: 24 },
  ),
  column(
    'orElse.en',
    ['未履行的后果（英文）', 'Or else (English)'],
    ['做不到怎么办，英文', 'what follows if it is not done, in English'],
    'orelse consequence',
    { width: 24 },
  ),
  column('origin', ['来源', 'Origin'], ['议定或交办', 'agreed or assigned'], '任务来源', { width: 8 }),
  column(
    'assignedBy',
    ['交办单位', 'Assigned by'],
    ['由谁交办；议定的留空', 'who assigned it; empty if it was agreed'],
    '交办部门 督办单位 assigner',
    { width: 18 },
  ),
  column(
    'from',
    ['起始日期', 'From'],
    ['签订或交办的日期', 'day on which it was agreed or assigned'],
    '交办日期 交办时间 立项时间 签订日期 assignedon agreedon',
    { width: 13 },
  ),
  column('acceptedBy', ['已接受', 'Accepted by'], ['已接受的责任单位', 'responsible agencies that accepted it'], '', { width: 24 }),
  column(
    'shares',
    ['份额', 'Shares'],
    ['共同责任中各方的份额，如 610100=0.6; 610400=0.4', 'share of each in a joint duty, as 610100=0.6; 610400=0.4'],
    '责任份额',
    { width: 20 },
  ),
  column('weight', ['权重', 'Weight'], ['在案例中的权重，默认 1', 'weight in the case; 1 if empty'], '分值', { width: 8 }),
  column('beneficiaries', ['受益单位', 'Beneficiaries'], ['谁受益', 'who gains by it'], '受益方', { width: 20 }),
  column('topic', ['议题', 'Topic'], ['议题编号', 'id of the topic'], '', { width: 14 }),
  column('agreement', ['协议', 'Agreement'], ['所出协议的编号', 'id of the agreement it comes from'], '', { width: 14 }),
  column('clause', ['条款', 'Clause'], ['所出条款的编号', 'id of the clause it comes from'], '条款号', { width: 12 }),
  column(
    'deadline.zh',
    ['期限原文', 'Deadline as worded (Chinese)'],
    ['协议里的期限措辞', 'the deadline as the text words it, in Chinese'],
    '',
    { width: 20 },
  ),
  column(
    'deadline.en',
    ['期限原文（英文）', 'Deadline as worded (English)'],
    ['协议里的期限措辞，英文', 'the deadline as the text words it, in English'],
    '',
    { width: 20 },
  ),
  column(
    'readings',
    ['期限读法', 'Readings'],
    ['措辞可有几种读法时各自的到期日，* 为所取者', 'due day of each reading of the wording; * marks the one that counts'],
    '',
    { width: 24 },
  ),
  column('recurs', ['周期', 'Recurs'], ['定期事项的间隔，如 3 month; 2026-12-31', 'pace of a recurring duty, as 3 month; 2026-12-31'], '', {
    width: 16,
  }),
  column('basis', ['期限计算依据', 'Basis of the date'], ['到期日如何算出（机读）', 'how the day was computed, for machines'], '', {
    width: 16,
  }),
  column('status', ['办理状态', 'Status'], ['生命周期状态，由事实得出', 'state in its life-cycle, from the facts'], '状态', computed),
  column('extended', ['延期至', 'Extended to'], ['准予延期后的到期日', 'due day after an extension was granted'], '', computed),
  column(
    'light',
    ['亮灯', 'Light'],
    ['红、黄、灰、绿、蓝，由日期得出', 'red, yellow, grey, green or blue, from the clock'],
    '预警',
    computed,
  ),
  column('schedule', ['进度', 'Schedule'], ['进度，由日期得出', 'schedule, from the clock'], '', computed),
  column('daysLate', ['逾期天数', 'Days late'], ['逾期天数，由日期得出', 'days late, from the clock'], '逾期', computed),
  column(
    'assessment',
    ['独立评估', 'Assessment'],
    ['独立评估的完成程度', 'completion as assessed independently'],
    '评估 核查情况',
    computed,
  ),
] as const;

export const yardstickColumns = [
  column('obligation', ['编号', 'Duty ID'], ['所属责任事项的编号', 'id of the duty it belongs to']),
  column('yardstick', ['衡量标准', 'Yardstick'], ['衡量标准的编号', 'id of the yardstick']),
  column('indicator', ['指标', 'Indicator'], ['指标的编号', 'id of the indicator']),
  column('title.zh', ['指标名称', 'Name (Chinese)'], ['指标的名称', 'name of the indicator, in Chinese'], '', { width: 20 }),
  column('title.en', ['指标名称（英文）', 'Name (English)'], ['指标的名称，英文', 'name of the indicator, in English'], '', { width: 20 }),
  column('subject', ['考核对象', 'Subject'], ['读数属于谁', 'whose readings count'], '', { width: 20 }),
  column('unit', ['单位', 'Unit'], ['计量单位', 'unit']),
  column('baselineValue', ['基期值', 'Baseline'], ['基期值', 'value at the baseline']),
  column('baselineFirst', ['基期起', 'Baseline from'], ['基期第一天', 'first day of the baseline period']),
  column('baselineLast', ['基期止', 'Baseline to'], ['基期最后一天', 'last day of the baseline period']),
  column(
    'targetKind',
    ['目标类型', 'Kind of target'],
    ['level 为数值，changePercent 为较基期变化百分数', 'level, or changePercent against the baseline'],
  ),
  column('target', ['目标值', 'Target'], ['目标值', 'target']),
  column('direction', ['方向', 'Direction'], ['atMost 不高于，atLeast 不低于', 'atMost or atLeast']),
  column('due', ['达标日期', 'Due'], ['达标日期', 'day by which the target is due']),
  column(
    'path',
    ['路径', 'Path'],
    ['各日期应完成的份额，如 2014-12-31=0.35', 'share of the way due at each date, as 2014-12-31=0.35'],
    '',
    { width: 30 },
  ),
  column('convention.zh', ['路径依据', 'Path after (Chinese)'], ['路径出自何处', 'whose convention the path is, in Chinese'], '', {
    width: 20,
  }),
  column(
    'convention.en',
    ['路径依据（英文）', 'Path after (English)'],
    ['路径出自何处，英文', 'whose convention the path is, in English'],
    '',
    { width: 20 },
  ),
] as const;

export const powerColumns = [
  column('obligation', ['编号', 'Duty ID'], ['所属责任事项的编号', 'id of the duty it belongs to']),
  column('power', ['权力', 'Power'], ['权力的编号', 'id of the power']),
  column('holder', ['享有者', 'Holder'], ['谁可以行使', 'who may use it'], '', { width: 20 }),
  column(
    'effect',
    ['效果', 'Effect'],
    ['suspend、resume、discharge、terminate 或 sanction', 'suspend, resume, discharge, terminate or sanction'],
  ),
  column('condition.zh', ['条件', 'Condition (Chinese)'], ['行使条件', 'on what condition, in Chinese'], '', { width: 30 }),
  column('condition.en', ['条件（英文）', 'Condition (English)'], ['行使条件，英文', 'on what condition, in English'], '', { width: 30 }),
  column('until', ['有效至', 'Until'], ['最后一天', 'last day on which it can be used']),
] as const;

export type DutyKey = (typeof dutyColumns)[number]['key'];
export type YardstickKey = (typeof yardstickColumns)[number]['key'];
export type PowerKey = (typeof powerColumns)[number]['key'];

export const sheetNames = {
  duties: { zh: '责任事项', en: 'Duties' },
  yardsticks: { zh: '衡量标准', en: 'Yardsticks' },
  powers: { zh: '约定权力', en: 'Powers' },
} as const satisfies Record<string, Bilingual>;
