/** 界面用语（中文）。案例文字随报告双语给出，不在此处。 */
import type { en } from './en.ts';
import { zhTerms } from './zh.terms.ts';

export const zh: typeof en = {
  product: '共责 Gongze',
  skip: '跳到正文',
  language: { label: '语言', zh: '中文', en: 'English' },
  loading: '正在读取事实……',
  none: '无',
  noneRecorded: '无记录',
  unknown: '未知',
  notApplicable: '—',
  and: '和',
  list: '、',
  colon: '：',
  list_page: {
    title: '案例',
    first: '打开一个案例，移动时间轴下方的日期：页面上的一切都按当日有效的事实重新计算。',
    state: '{{date}}的状况',
    open: '打开案例',
    facts_one: '{{count}}条事实',
    facts_other: '{{count}}条事实',
    span: '{{from}}至{{to}}',
    empty: '服务器上还没有案例。请用随附的案例史启动：npm start。',
    tryDate: '例如{{date}}',
  },
  edition: { label: '版本', paper: '论文版', enriched: '增补版', paperHint: '仅含论文所述', enrichedHint: '论文内容经订正，并据公开来源增补' },
  date: {
    asOf: '截至', knownOn: '按何时所知', today: '今天', todayAll: '今天所知的全部', set: '前往', previous: '上一个有事实的日期', next: '下一个有事实的日期', slider: '截至日期', change: '更改',
    keys: '按 [ 和 ] 在有事实的日期间移动；方向键移动一天，加 Shift 移动一个月。', announce: '截至{{date}}。{{sentence}}', invalid: '“{{value}}”不是日期。请写作 2012-01-31 或 2012年1月31日。', everything: '今天所知的全部',
    asKnownOn: '按{{date}}所知', typed: '日期，例如 2012-01-31',
  },
  sentence: { heading: '案例状况', why: '为什么？' },
  why: {
    open: '为什么？', close: '关闭', title: '为什么？', rule: '规则', reading: '读到了什么', thresholds: '阈值', threshold: '阈值', value: '取值', since: '自何时起', setBy: '由谁设定', facts: '所依据的事实', change: '什么会改变结果',
    changeNote: '以下各条均为实际计算：去掉该事实或改用另一取值后，对案例重新推算。', computing: '正在计算……', noFacts: '没有记录在案的事实支撑。它依据的是案例没有记录的内容，或日期本身。', convention: '约定', sourced: '有出处',
    withoutFact: '若无“{{fact}}”，则不再成立。', withoutSome: '若无“{{fact}}”，则程度减轻或判断不同。', anyFact: '没有哪一条事实单独决定结果：去掉其中任何一条，仍然成立。', above: '若“{{name}}”取{{value}}而非{{now}}，则不再成立。',
    noThreshold: '“{{name}}”不起决定作用：在其范围内取任何值都不改变结果。', tooLarge: '未计算：案例史超过{{count}}条事实。', parts: '组成', gone: '{{date}}没有这一项：所要解释的内容在该日不存在。', subjects: '涉及', remedy: '通常有效的办法', select: '在时间轴上显示',
    overridden: '使用者设定', evidenceOther: '依据', reasons: '理由', status: '结果',
  },
  timeline: {
    heading: '时间轴', summary: '时间轴自{{from}}至{{to}}，含{{facts}}条事实、{{duties}}项责任、{{interventions}}项介入。下方各表以文字给出同样的内容。', superiors: '上级', bodies: '联合机构', parties: '各方', duties: '责任事项', dilemmas: '困境',
    variables: '变量', undated: '日期不详', undatedHint: '在这些年份之间；不据以定日期', legend: '图例', verified: '已核实', single: '单一来源', unverified: '未核实', imprecise: '日期仅知到月或年', corrected: '已订正', late: '逾期', unknownValue: '未知',
    thickness: '粗细＝强度1至5', guidance: '仅为指导', cluster: '{{count}}条事实', dueStrict: '到期（从严）', due: '到期', active: '成立', mitigated: '有所缓解', risk: '风险', zoomIn: '放大', zoomOut: '缩小', zoomAll: '全部时段', now: '当前{{value}}',
    computing: '正在推算以往：{{all}}个日期中的{{done}}个', fulfilled: '办结', later: '该日之后', density: '柱：事实条数', scroll: '时间轴，可左右滚动', establish: '设立', abolish: '撤销', dueLenient: '到期（从宽）', noDuty: '无责任事项',
    noDilemma: '所取日期均未发现困境', open: '未结束', noIntervention: '没有直接介入的记录', sampled: '按{{count}}个日期推算；下方各表对每一天都精确',
  },
  tab: { label: '案例的各视图', findings: '诊断', duties: '责任台账', superiors: '谁可介入', mechanism: '作用机制', funnel: '转化漏斗', hypotheses: '假设检视', facts: '事实与来源', compare: '案例比较' },
  findings: {
    heading: '{{date}}的诊断', none: '该日未发现困境。', name: '困境', status: '结果', since: '起始', sinceUnknown: '日期不详', severity: '程度', subjects: '涉及', explanation: '说明', evidence: '依据', remedy: '通常有效的办法',
    undetermined: '现有事实不足以判断', undeterminedNote: '事实不足以支持结论，这与“不成立”不同。', absent: '已检视，未发现', verdictName: '规则', verdictWhy: '原因', thresholds: '阈值', topics: '议题及其阶段', topic: '议题', stage: '阶段',
    imposed: '由上级交办', variables: '三个变量', component: '组成', index: '指数', known: '{{all}}项组成中已知{{known}}项', facts_one: '{{count}}条事实', facts_other: '{{count}}条事实', noEvidence: '无事实记录', advice: '何以改善',
    adviceNone: '该日的诊断没有引出建议。', for: '针对', complete: '已完成',
  },
  duties: {
    heading: '{{date}}的责任台账', none: '该日没有责任事项的记录。', duty: '责任事项', liable: '责任单位', lead: '牵头单位', origin: '来源', due: '期限', status: '状态', schedule: '进度', selfReport: '自报', assessment: '独立评估', late: '逾期天数',
    readings: '期限的几种读法', reading: '读法', byDefault: '默认', yardsticks: '衡量标准', measure: '指标', target: '目标', path: '路径要求', convention: '依何方约定', value: '读数', attained: '已完成份额', position: '位置', noDue: '未定期限',
    noReport: '无记录', fulfilledOn: '{{date}}办结', overdueSince: '自{{date}}起逾期', baseline: '基准', period: '时段', joint: '共同', yardstickNote: '标准决定判断：同一数列对照两个目标得出两个结论，两者都列出。',
    readingsNote: '期限的措辞有几种读法时全部列出，其中一种为默认。', counts: '共{{all}}项，有期限的{{dated}}项，逾期{{overdue}}项', by: '{{actor}}', noPath: '未定路径', changeTarget: '较基准{{value}}%', openYet: '未结', share: '份额',
    readingName: { strict: '从严', lenient: '从宽', extended: '延期后' },
  },
  superiors: {
    heading: '{{date}}谁可介入', ladder: '层级', ladderNote: '最近共同上级在先；近者未能奏效，才轮到再上一级。', eligible: '有资格', noneEligible: '没有哪一级有资格。', principle: '原则', answer: '结论', since: '起始', reasons: '理由', tier: '上级', may: '可否',
    already: '已介入的渠道', instruments: '手段', instrument: '手段', channel: '渠道', advice: '建议（介入程度由低到高）', order: '次序', variable: '作用于', strength: '强度', why: '理由', exit: '退出条件', effect: '预期效果',
    interventions: '记录在案的介入', from: '起', to: '止', by: '实施者', direct: '直接', indirect: '指导', binding: '有约束力', notBinding: '无约束力', open: '未结束', channels: '十二个渠道', strongest: '当前强度', undated: '日期不详', general: '总体理由',
    adviceNote: '建议不会自行实施：由人决定。', noAdvice: '该日的诊断没有引出建议。', yes: '可', no: '不可',
  },
  mechanism: {
    heading: '{{date}}的分析框架与作用机制', framework: '分析框架：三个变量及其相互影响', mechanism: '作用机制：渠道、组成、阶段', facts: '有本案事实支撑', article: '论文断言', note: '实线有本案的关联事实；虚线为论文断言，本案无关联事实。', from: '自', to: '至',
    basis: '依据', label: '影响', evidence: '事实', channels: '渠道', components: '组成', stages: '阶段', table: '文字形式', dilemmas: '困境',
  },
  funnel: {
    heading: '{{date}}：从提出到见效', step: '环节', items: '项数', weight: '权重', median: '距上一环节的中位天数', share: '占提出的份额', efficiency: '转化效率', efficiencyNote: '核实权重与议定权重之比', notYet: '通过者不足一半',
    note: '按 Kaplan–Meier 法：未完结和日期不精确的事项按其观察时间计入。', facts: '事实', noAgreed: '尚无议定事项',
  },
  hypotheses: {
    heading: '{{date}}的假设一至假设三', note: '各变量在每次直接介入之前与之后。介入后的变化未必由介入引起：请与另一案例的同一时期对照。', instrument: '手段', on: '实施', before: '之前', after: '之后', afterOn: '读取日期', change: '变化', verdict: '判读',
    none: '截至该日没有注明日期的直接介入，无从判读。', channel: '渠道', strength: '强度',
  },
  facts: {
    heading: '事实与来源', search: '搜索事实', searchHint: '/ 搜索，j、k 上下移动，回车键查看依据', date: '日期', fact: '事实', type: '类别', actors: '主体', sources: '来源', verification: '核实情况', known: '公开于', shown: '第{{from}}至{{to}}条，共{{all}}条',
    previous: '上一页', next: '下一页', none: '没有事实符合“{{query}}”。', clear: '清除搜索', later: '在所示日期之后', corrected: '已订正', retracted: '已撤回', correction: '订正', was: '原为', becomes: '现为', setByCoder: '日期由编码者设定', repost: '所见为转载',
    unmatched: '所指内容案例史中没有', noSource: '无来源记录', filter: '显示', all: '全部', counted: '该日有效', after: '该日之后', onlyCorrected: '已订正', onlyUndated: '日期不详', initiative: '发起',
  },
  compare: {
    heading: '{{date}}的并列比较', other: '另一案例', measure: '项目', differs: '不同', same: '相同', note: '同一时期、同一套项目，按同样的规则由各案自身的事实算出；不同之处标以“≠”。', onlyOne: '没有第二个案例可供比较。', picture: '同一时期的三个变量', table: '同一套项目',
    group: { state: '状况', variables: '变量', dilemmas: '困境', duties: '责任', superior: '纵向介入', funnel: '转化' }, stage: '未结议题所处阶段', dutiesDated: '有期限的责任', dutiesOverdue: '逾期', dutiesFulfilled: '办结', longestLate: '最长逾期',
    efficiency: '转化效率', firstDirect: '首次直接介入', nearest: '最近共同上级', facts: '有效事实', differing: '{{all}}项中有{{count}}项不同', onlyDiffering: '只看不同之处', channel: '渠道：{{name}}', eligible: '当前有资格者', notYetStarted: '该日尚未开始',
  },
  error: {
    title: '无法显示', api: '服务器没有应答。', apiRight: '服务器应与本页同一地址。请用 npm start 启动后重试。', status: '服务器返回{{status}}。', retry: '重试', unknownCase: '没有案例“{{id}}”。', unknownCaseRight: '现有案例：{{cases}}。', toList: '返回案例列表',
    path: '没有页面“{{value}}”。', pathRight: '案例在 /case/ 之下，列表在 / 。', parameter: '地址中的 {{parameter}}=“{{value}}”无法识别。', date: '日期应为日历上的一天，例如 2012-01-31。现按{{used}}显示。', choice: '可选：{{choices}}。现按{{used}}显示。', accept: '按现状保留',
    broken: '案例史无法推算。', brokenRight: '这是产品的缺陷，与您的输入无关。请在报告中附上：{{message}}', edition: '该案例没有这一版本。',
  },
  ...zhTerms,
};
