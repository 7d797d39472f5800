/**
 * Every threshold of the rules, in one place: named, dated, with its source. Defaults are conventions of this
 * product unless a source is named; a user may override any of them, and a report carries the hash of the set
 * it was computed with, so that two readings that differ can be told apart.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type IsoDate, isoDateOf } from './dates.ts';
import type { Bilingual } from './text.ts';

export interface Parameter {
  readonly value: number;
  readonly unit: 'days' | 'months' | 'share' | 'count' | 'ratio' | 'level';
  /** Smallest and largest value that makes sense. */
  readonly range: readonly [number, number];
  /** Day from which the value holds. */
  readonly from: IsoDate;
  readonly kind: 'convention' | 'sourced';
  readonly title: Bilingual;
  readonly source: Bilingual;
}

const ownConvention: Bilingual = { zh: '本产品约定，可修改', en: 'convention of this product, may be changed' };
const since = isoDateOf('2026-11-01');

function days(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'days', range: [0, 36_500], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}
/** Days by which something is divided: at least one. */
function daysFromOne(value: number, zh: string, en: string): Parameter {
  return { ...days(value, zh, en), range: [1, 36_500] };
}
function months(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'months', range: [1, 240], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}
function share(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'share', range: [0, 1], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}
function count(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'count', range: [1, 1000], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}
function ratio(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'ratio', range: [0, 100], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}
function level(value: number, zh: string, en: string): Parameter {
  return { value, unit: 'level', range: [0, 10], from: since, kind: 'convention', title: { zh, en }, source: ownConvention };
}

const order733: Bilingual = {
  zh: '《政府督查工作条例》（国务院令第733号）第十七条',
  en: 'Regulation on government inspection (State Council Order 733), article 17',
};

export const defaultParameters = {
  'deliberationWithoutDecision.meetingsMin': count(3, '同一议题会议次数', 'meetings on one topic'),
  'deliberationWithoutDecision.daysMin': days(365, '议题提出后未决天数', 'days since the topic was raised'),
  'decisionWithoutAction.idleDaysMin': days(180, '生效后无行动天数', 'days in effect without action'),
  'decisionWithoutAction.graceDays': days(30, '逾期宽限天数', 'days’ grace past due'),
  'decisionWithoutAction.dueWeightShareMin': share(0.5, '到期义务权重中未落实的份额', 'share of due weight not acted on'),
  'actionWithoutResult.attainmentRatioMin': {
    value: 0.9,
    unit: 'ratio',
    range: [0, 2],
    from: isoDateOf('2014-07-18'),
    kind: 'sourced',
    title: { zh: '完成程度与路径要求之比', en: 'attained share over the share due' },
    source: { zh: '环发〔2014〕107号，最高一档下限', en: 'Document 环发〔2014〕107号, lower bound of its top band' },
  },
  'collectiveIrresponsibility.liableMin': count(2, '责任单位数', 'responsible agencies'),
  'freeRiding.fulfilmentRatioMax': ratio(0.5, '评估完成度与他方中位数之比', "assessed fulfilment over the others' median"),
  'freeRiding.windowMonths': months(12, '评估窗口', 'window of assessments'),
  'unequalVoice.evennessMin': share(0.8, '话语均衡度下限（Pielou J）', 'lower bound of evenness (Pielou J)'),
  'unequalVoice.positionsMin': count(10, '立场表达次数', 'stated positions'),
  'skewedResponsibility.ratioMin': ratio(0.5, '义务份额与能力份额之比下限', 'obligation share over capacity share, lower bound'),
  'skewedResponsibility.ratioMax': ratio(2, '义务份额与能力份额之比上限', 'obligation share over capacity share, upper bound'),
  'weakCoordinator.mitigatingStrengthMin': level(4, '上级代行协调的最低强度', 'least strength of a superior that coordinates instead'),
  'vagueAgreement.scoreMin': share(0.55, '条款得分下限', 'lower bound of a clause score'),
  'vagueAgreement.weightShareMin': share(0.5, '空泛条款权重份额', 'share of clause weight below the bound'),
  'partialSuperior.documentsMin': count(3, '上级文件数', 'documents of a superior'),
  'partialSuperior.windowMonths': months(24, '文件窗口', 'window of documents'),
  'partialSuperior.ratioMin': ratio(2, '条款份额与需求份额之比', 'share of provisions over share of need'),
  'fragmentation.partiesMin': count(2, '各自标准或规划的主体数', 'parties with standards or plans of their own'),
  'campaignGovernance.dropShareMin': share(0.5, '活动回落份额', 'fall of activity'),
  'campaignGovernance.windowMonths': months(6, '回落窗口', 'window of the fall'),
  'campaignGovernance.actsMin': count(4, '高峰期活动数', 'acts at the peak'),
  'campaignGovernance.precisionDaysMax': days(31, '计入起落的日期跨度上限', 'longest span of a date that still places an act'),
  'leadershipTurnover.reaffirmationDays': days(180, '换届后重申期限', 'days to reaffirm after a change'),
  'leadershipTurnover.dropShareMin': share(0.5, '换届前后活动回落份额', 'fall of activity from before the change to after it'),
  'leadershipTurnover.windowMonths': months(12, '换届前后的对比窗口', 'window compared before and after the change'),
  'underIntervention.necessityDaysMin': days(365, '必要性成立天数', 'days during which necessity holds'),
  'overIntervention.afterExitDays': days(90, '退出条件达成后天数', 'days after the exit criteria were met'),
  'interventionDependence.dropShareMin': share(0.3, '履约或自主份额回落', 'fall of fulfilment or of the self-initiated share'),
  'interventionDependence.windowMonths': months(24, '退出后观察期', 'watch after the exit'),
  'interventionDependence.riskShareMax': share(
    0.5,
    '退出前自主份额的风险阈值',
    'self-initiated share below which there is a risk before the exit',
  ),
  'interventionDependence.riskStrengthMin': level(4, '强势介入的最低强度', 'least strength of a strong intervention'),
  'interventionDependence.actsMin': count(3, '计算自主份额所需的最少活动数', 'fewest acts from which a self-initiated share is read'),
  'necessity.dilemmaDaysMin': days(180, '困境持续天数', 'days a dilemma has lasted'),
  'necessity.remedyDaysMin': days(90, '自行补救未果天数', "days the parties' own remedy stays unresolved"),
  'necessity.deadlineMissedDaysMin': days(365, '逾期且无新约定期限天数', 'days past due without an agreed new date'),
  'necessity.exitReadingsMin': count(2, '达标读数次数', 'readings that meet the criteria'),
  'stepwise.groundsPersistDaysMin': days(365, '有约束力手段后依据仍存天数', 'days grounds persist after a binding instrument'),
  'stepwise.requestUnansweredDaysMin': days(60, '请求未获答复天数', 'days a request stays unanswered'),
  'lights.yellowDaysLeft': days(7, '亮黄灯的剩余天数', 'days left at which the light turns yellow'),
  'lights.yellowShareLeft': share(0.2, '亮黄灯的剩余时间份额', 'share of the time left at which the light turns yellow'),
  'closeOut.publicityWorkingDaysMin': count(5, '销号公示工作日', 'working days a close-out is public'),
  'timers.graceDaysPerStep': daysFromOne(7, '逐级上报每级宽限天数', 'days of grace for each step up the line'),
  'timers.extensionAnswerDays': daysFromOne(5, '延期申请答复天数', 'days to answer a request for an extension'),
  'timers.exitReadingDays': daysFromOne(90, '退出标准读数间隔天数', 'days between two readings of exit criteria'),
  'timers.sunsetNoticeDays': days(30, '介入到期前提醒天数', 'days before a sunset at which it is announced'),
  'timers.lookBackDays': daysFromOne(180, '销号后回头看天数', 'days after close-out at which it is looked back on'),
  'supervision.inspectionsPerYearMax': count(4, '同一对象一年内督查次数上限', 'inspections of one object within a year'),
  'supervision.slipAnswerDays': days(7, '督办单反馈天数', 'days to answer a slip'),
  'supervision.reviewRequestDays': {
    ...days(30, '申请复核天数', 'days to ask for a review'),
    from: isoDateOf('2021-02-01'),
    kind: 'sourced',
    source: order733,
  },
  'supervision.reviewDecisionDays': {
    ...days(30, '复核决定天数', 'days to decide a review'),
    from: isoDateOf('2021-02-01'),
    kind: 'sourced',
    source: order733,
  },
  'selfHelp.sunsetMonthsMax': months(24, '介入期限上限', 'longest sunset'),
  'selfHelp.watchMonths': months(24, '退出后观察期', 'watch after the exit'),
  'trust.forgettingPerYear': {
    value: 0.8,
    unit: 'share',
    range: [0.01, 1],
    from: since,
    kind: 'convention',
    title: { zh: '信任遗忘因子（每年）', en: 'forgetting factor of trust (per year)' },
    source: {
      zh: 'Jøsang 与 Ismail（2002）的遗忘因子；取值为本产品约定',
      en: 'forgetting factor of Jøsang and Ismail (2002); the value is our convention',
    },
  },
  'culture.windowMonths': months(24, '文化类组成的窗口', 'window of the culture components'),
  'culture.meetingsPerYearFull': ratio(4, '互动强度满分的每年次数', 'acts a year that count as full intensity'),
  'culture.jointDocumentsPerYearFull': ratio(1, '联合文件满分的每年件数', 'joint documents a year that count as full'),
  'coordinatorAuthority.convene': share(0.2, '召集权的权威值', 'authority of the power to convene'),
  'coordinatorAuthority.coordinate': share(0.4, '协调权的权威值', 'authority of the power to coordinate'),
  'coordinatorAuthority.supervise': share(0.7, '监督权的权威值', 'authority of the power to supervise'),
  'coordinatorAuthority.assess': share(0.9, '考核权的权威值', 'authority of the power to assess'),
  'coordinatorAuthority.sanction': share(1, '惩处权的权威值', 'authority of the power to sanction'),
  'coordinatorAuthority.besideFactor': share(0.85, '与各方平行的机构的地位系数', 'standing of a body beside the parties'),
  'coordinatorAuthority.withinFactor': share(0.7, '设在一方的机构的地位系数', 'standing of a body hosted by one party'),
  'outcome.lateCreditMax': share(0.5, '逾期补办计分上限', 'most that a late fulfilment earns'),
  'outcome.lateCreditDays': daysFromOne(365, '逾期补办不再计分的天数', 'delay at which a late fulfilment earns nothing'),
  'evaluation.windowMonths': months(24, '评估窗口', 'window of evaluations'),
  'evaluation.assessorCredit': share(0.5, '有机构可考核而无结果时的分值', 'value where a body may assess and no result is on record'),
  'hypotheses.followUpDays': daysFromOne(365, '介入后再读指数的天数', 'days after an intervention at which the index is read again'),
  'hypotheses.changeMin': share(0.05, '视为变动的指数差', 'difference of an index above which it has changed'),
  'comparison.shareAlikeMax': share(0.1, '两案视为相近的份额差', 'difference of shares up to which two cases are alike'),
  'comparison.strengthAlikeMax': level(1, '两案视为相近的强度差', 'difference of strength up to which two cases are alike'),
  'advice.deficientBelow': share(0.5, '变量不足的阈值', 'index below which a variable counts as deficient'),
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof defaultParameters;

export interface Parameters {
  readonly get: (name: ParameterName) => number;
  readonly entry: (name: ParameterName) => Parameter;
  readonly overridden: readonly ParameterName[];
  /** SHA-256 over names, values, dates and sources. */
  readonly hash: string;
}

export type ParameterFault = {
  readonly name: string;
  readonly fault: 'unknown' | 'notANumber' | 'outOfRange';
  readonly range?: readonly [number, number];
};

/** Days, months, counts and levels are whole numbers. */
function isWhole({ unit }: Parameter): boolean {
  return unit === 'days' || unit === 'months' || unit === 'count' || unit === 'level';
}

/** The defaults with overrides, or the faults of the overrides; nothing is applied half. */
export function parametersWith(overrides: Readonly<Record<string, unknown>> = {}): Parameters | { readonly faults: ParameterFault[] } {
  const faults: ParameterFault[] = [];
  const table: Record<string, Parameter> = { ...defaultParameters };
  for (const [name, value] of Object.entries(overrides)) {
    const entry = Object.hasOwn(table, name) ? table[name] : undefined;
    if (entry === undefined) faults.push({ name, fault: 'unknown' });
    else if (typeof value !== 'number' || !Number.isFinite(value)) faults.push({ name, fault: 'notANumber' });
    else if (value < entry.range[0] || value > entry.range[1] || (isWhole(entry) && !Number.isInteger(value)))
      faults.push({ name, fault: 'outOfRange', range: entry.range });
    else table[name] = { ...entry, value, source: { zh: '使用者设定', en: 'set by the user' } };
  }
  if (faults.length > 0) return { faults };
  const names = Object.keys(table).sort();
  const text = JSON.stringify(names.map((name) => [name, table[name]]));
  return {
    get: (name) => (table[name] as Parameter).value,
    entry: (name) => table[name] as Parameter,
    overridden: Object.keys(overrides) as ParameterName[],
    hash: bytesToHex(sha256(utf8ToBytes(text))),
  };
}

const defaults = parametersWith() as Parameters;

/** The parameters nobody has changed. */
export function standardParameters(): Parameters {
  return defaults;
}
