/** All texts of the command line, in both languages, in one place. */
import { channelNames } from '@gongze/domain/variables/channels';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';

const t = (zh: string, en: string): Bilingual => ({ zh, en });

/** Closed scales of the domain, as a reader knows them. */
export const terms = {
  variable: { culture: t('文化情境', 'Culture'), institution: t('制度架构', 'Institution'), action: t('行动过程', 'Action') },
  stage: {
    1: t('第一阶段 集体负责的观念塑造', 'Stage 1, shaping of shared ideas'),
    2: t('第二阶段 共同责任的个体确认', 'Stage 2, individualisation of shared responsibility'),
    3: t('第三阶段 公利导向的责任落实', 'Stage 3, public-interest-oriented fulfilment'),
  },
  channel: channelNames,
  result: {
    active: t('成立', 'found'),
    mitigated: t('缓解', 'mitigated'),
    risk: t('风险', 'risk'),
    found: t('成立', 'found'),
    absent: t('未成立', 'not found'),
    undetermined: t('未能判定', 'undetermined'),
  },
  schedule: {
    scheduled: t('未到期', 'not yet due'),
    met: t('已达到', 'met'),
    partiallyMet: t('部分达到', 'partially met'),
    notMet: t('未达到', 'not met'),
  },
  completion: {
    none: t('无证据', 'no evidence'),
    notStarted: t('未启动', 'not started'),
    limited: t('有限', 'limited'),
    substantial: t('大部分', 'substantial'),
    complete: t('完成', 'complete'),
  },
  position: {
    ahead: t('快于路径', 'ahead of the path'),
    behind: t('慢于路径', 'behind the path'),
    met: t('达到', 'met'),
    missed: t('未达到', 'missed'),
    unknown: t('未知', 'unknown'),
  },
  may: {
    open: t('可启动介入', 'may intervene'),
    addInstruments: t('可增加手段', 'may add instruments'),
    notYet: t('尚不可介入', 'not yet'),
    no: t('不可介入', 'may not intervene'),
  },
  principle: {
    necessity: t('非必要不干预', 'Necessity'),
    stepwise: t('层层递进', 'Stepwise escalation'),
    selfHelp: t('助其自助', 'Help to self-help'),
  },
  step: {
    raised: t('提出', 'raised'),
    agreed: t('议定', 'agreed'),
    individualised: t('个体确认', 'individualised'),
    inDelivery: t('落实中', 'in delivery'),
    verified: t('核实', 'verified'),
    result: t('见效', 'result'),
  },
  verification: {
    verified: t('已核实', 'verified'),
    partlyVerified: t('部分核实', 'partly verified'),
    statedBySource: t('单一来源', 'stated by one source'),
    scopeDiffers: t('口径不同', 'scope differs'),
    currencyUnknown: t('现状不明', 'present state unknown'),
    derived: t('推算', 'derived'),
    unverified: t('未核实', 'unverified'),
  },
  reading: { strict: t('从严', 'strict'), lenient: t('从宽', 'lenient'), extended: t('延期后', 'extended') },
  edition: { paper: t('论文版', 'article only'), enriched: t('增补版', 'enriched') },
} as const;

export const labels = {
  asOf: t('截至', 'as of'),
  edition: t('版本', 'edition'),
  knownOn: t('按当日所知', 'as known on'),
  everything: t('迄今所知全部', 'everything known today'),
  facts: t('计入事实', 'facts counted'),
  unknown: t('未知', 'unknown'),
  none: t('无', 'none'),
  notRecorded: t('无记录', 'none recorded'),
  undated: t('日期不详', 'undated'),
  findings: t('一、诊断', 'FINDINGS'),
  stage: t('二、阶段与转化', 'STAGE AND CONVERSION'),
  duties: t('三、责任事项', 'DUTIES'),
  variables: t('四、三个变量', 'VARIABLES'),
  superiors: t('五、谁可介入', 'WHO MAY INTERVENE'),
  advice: t('六、建议（介入程度低者在先）', 'ADVICE, LEAST INTRUSIVE FIRST'),
  corrections: t('七、更正', 'CORRECTIONS'),
  overridden: t('使用者设定的参数', 'Parameters set by the user'),
  parameters: t('参数集', 'parameter set'),
  why: t('逐项依据：gongze explain', 'Why? gongze explain'),
  noFindings: t('未发现困境。', 'No dilemma is found.'),
  undetermined: t('未能判定', 'Undetermined'),
  noDuties: t('没有责任事项的记录。', 'No duty is recorded.'),
  noAdvice: t('该日的诊断没有引出建议。', 'No advice follows from the findings of this date.'),
  noNecessity: t('必要性不成立，此时不向上级提出建议。', 'Necessity does not hold: there is nothing to advise a superior on.'),
  openNecessity: t('必要性未能判定，此时不向上级提出建议。', 'Necessity is undetermined: there is nothing to advise a superior on.'),
  noLadder: t('各方没有共同上级。', 'The parties have no common superior.'),
  dilemma: t('困境', 'Dilemma'),
  status: t('结果', 'Result'),
  since: t('起始', 'Since'),
  severity: t('程度', 'Severity'),
  explanation: t('说明', 'Explanation'),
  duty: t('责任事项', 'Duty'),
  liable: t('责任单位', 'Responsible'),
  due: t('期限', 'Due'),
  schedule: t('进度', 'Schedule'),
  late: t('逾期', 'Late'),
  selfReport: t('自报', 'Self-report'),
  assessment: t('评估', 'Assessment'),
  fulfilled: t('办结', 'fulfilled'),
  verified: t('核实', 'verified'),
  noDate: t('无期限', 'no date'),
  yardstick: t('衡量标准', 'yardstick'),
  convention: t('路径约定', 'path'),
  readings: t('期限的其他读法', 'other readings of the deadline'),
  index: t('指数', 'Index'),
  variable: t('变量', 'Variable'),
  known: t('已知组成', 'Known'),
  component: t('组成', 'Component'),
  holds: t('成立', 'holds'),
  holdsNot: t('不成立', 'does not hold'),
  already: t('已用渠道', 'already by'),
  eligible: t('有资格的上级', 'Eligible'),
  instrumentsYes: t('可用手段', 'Instruments open to it'),
  instrumentsNo: t('不可用手段', 'Instruments not open to it'),
  reasons: t('理由', 'Reasons'),
  exit: t('退出条件', 'Exit'),
  rule: t('规则', 'Rule'),
  thresholds: t('阈值', 'Thresholds'),
  setBy: t('设定者', 'set by'),
  validFrom: t('自', 'since'),
  sources: t('来源', 'Source'),
  evidence: t('所依据的事实', 'Facts behind it'),
  noEvidence: t(
    '没有直接依据的事实：结论来自未见记载，或来自日期的推移。',
    'No fact is recorded behind it: it rests on what is not recorded, or on the clock.',
  ),
  changes: t('什么会改变结论', 'What would change the result'),
  noFactDecides: t('其中任何一项事实单独缺失，结论不变。', 'No single one of these facts decides it.'),
  remedy: t('通常有效的办法', 'What usually helps'),
  correctedBy: t('经更正，见', 'corrected by'),
  seenAsRepost: t('见于转载', 'seen as a repost'),
  subjects: t('涉及', 'Concerns'),
} as const satisfies Record<string, Bilingual>;

const zh = (value: number): string => value.toLocaleString('zh-CN');
const plural = (value: number, one: string): string => `${value.toLocaleString('en-GB')} ${one}${value === 1 ? '' : 's'}`;

export const sentences = {
  days: (days: number, atMost = false): Bilingual =>
    t(`${atMost ? '至多' : ''}${zh(days)}天`, `${atMost ? 'at most ' : ''}${plural(days, 'day')}`),
  of: (known: number, all: number): Bilingual => t(`${known}/${all}`, `${known} of ${all}`),
  medianDays: (days: number | null): Bilingual =>
    days === null ? t('中位时间未知', 'median time unknown') : t(`中位 ${zh(days)} 天`, `median ${plural(days, 'day')}`),
  efficiency: (share: string): Bilingual =>
    t(`转化效率（已核实权重÷议定权重）：${share}`, `Conversion efficiency (verified over agreed weight): ${share}`),
  withoutFact: (fact: string, result: Bilingual): Bilingual =>
    t(`若无 ${fact}，结果为“${result.zh}”`, `Without ${fact} the result would be: ${result.en}`),
  threshold: (name: string, value: string, result: Bilingual): Bilingual =>
    t(`若“${name}”改为 ${value}，结果为“${result.zh}”`, `With “${name}” at ${value} the result would be: ${result.en}`),
  noEffect: (name: string): Bilingual =>
    t(`“${name}”在其范围内取任何值，结果不变`, `No value of “${name}” within its range changes the result`),
  between: (first: string, last: string): Bilingual => t(`${first}至${last}`, `between ${first} and ${last}`),
  yardstick: (target: string, value: string, covered: string): Bilingual =>
    t(`目标 ${target}，读数 ${value}，已完成 ${covered}`, `target ${target}, reading ${value}, covered ${covered}`),
  onPath: (share: string): Bilingual => t(`路径应达 ${share}`, `due on the path ${share}`),
  recorded: (versions: readonly number[], version: number): Bilingual =>
    t(
      `已记录并落盘：版本 ${versions.join('、')}；案例现为版本 ${version}`,
      `Recorded and on disk: version ${versions.join(', ')}; the case stands at version ${version}`,
    ),
  address: t('应为 http 或 https 地址', 'expected an http or https address'),
  version: t('应为版本号或 any', 'expected the number of a version, or any'),
  valid: (title: Bilingual, facts: number): Bilingual =>
    t(`合格：${title.zh}，${zh(facts)}条事实`, `Valid: ${title.en}, ${plural(facts, 'fact')}`),
  moreFaults: (count: number): Bilingual => t(`另有 ${zh(count)} 处错误未列出`, `${plural(count, 'more fault')} not listed`),
  faults: (count: number): Bilingual => t(`共 ${zh(count)} 处错误，未载入任何内容`, `${plural(count, 'fault')}; nothing was loaded`),
  noFile: (name: string, cases: readonly string[]): Bilingual =>
    t(
      `既不是随附案例（${cases.join('、')}），也不是可读取的文件：${name}。自己的案例：在案例页“文书”下载“全部事实与来源（.json）”，把文件名写在这里；服务器开着时也可加 --server 地址`,
      `Neither a shipped case (${cases.join(', ')}) nor a file that can be read: ${name}. For a case of your own, download “All facts with their sources (.json)” under Documents on its page and give that file; or, while the server runs, add --server ADDRESS`,
    ),
  usage: (message: string): Bilingual => t(`命令行有误：${message}`, `The command line has a fault: ${message}`),
  late: (days: number): Bilingual => t(`逾期${zh(days)}天`, `${plural(days, 'day')} late`),
  language: t('语言应为 zh 或 en', 'The language is zh or en'),
  port: t('端口应为 0 至 65535 的整数', 'The port is an integer from 0 to 65535'),
} as const;

export const help = {
  program: t('地方政府协商责任：从有据可查的事实到诊断与建议', 'What governments agree, and what each of them is answerable for'),
  replay: t('案例在某日的状态', 'the case on a day'),
  explain: t('某项诊断的依据', 'why a finding holds'),
  mayIntervene: t('某级政府可否介入', 'whether a government may intervene'),
  validate: t('检查案例文件', 'check a case file'),
  schema: t('输出 CaseReport 的 JSON Schema', 'print the JSON Schema of CaseReport'),
  parameters: t('输出可编辑的默认参数', 'print the default thresholds as a file to edit'),
  record: t(
    '向服务器上的案例记录事实；文件含 {"events":[…]}、列表或单个事实，- 为标准输入',
    'record facts in a case on a server; the file holds {"events":[…]}, a list or one event, - is the standard input',
  ),
  server: t('服务器地址，如 http://127.0.0.1:4646', 'address of a server, such as http://127.0.0.1:4646'),
  expectedVersion: t('所依据的案例版本，或 any（默认）', 'version of the case that this rests on, or any (default)'),
  key: t('幂等键：重发同一请求不会重复记录；默认随机', 'idempotency key: the same request sent again is recorded once; default random'),
  serve: t('启动网页与接口', 'serve the page and its interface'),
  edition: t('版本：paper 或 enriched', 'edition: paper or enriched'),
  asOf: t(
    '截至日期 YYYY、YYYY-MM 或 YYYY-MM-DD，默认今天',
    'day YYYY, YYYY-MM or YYYY-MM-DD (a partial date is its last day); default today',
  ),
  knownOn: t('只计当日已公开的事实，默认全部', 'only facts published by that day; default all'),
  parametersFile: t('参数文件（见 gongze parameters）', 'file of thresholds (see gongze parameters)'),
  governments: t('政府层级树（CSV 或 JSON）', 'tree of governments (CSV or JSON)'),
  lang: t('语言 zh 或 en', 'language, zh or en'),
  json: t('输出 JSON', 'print JSON'),
  tier: t('政府代码，如 610000', 'code of the government, e.g. 610000'),
  port: t('端口，默认 GONGZE_PORT 或 4646', 'port; default GONGZE_PORT or 4646'),
  host: t('地址，默认 127.0.0.1', 'address; default 127.0.0.1'),
  dataDir: t('数据目录，默认 GONGZE_DATA_DIR 或 .gongze-data', 'data directory; default GONGZE_DATA_DIR or .gongze-data'),
  mode: t('运行模式 local 或 server，默认 GONGZE_MODE 或 local', 'local or server; default GONGZE_MODE or local'),
} as const satisfies Record<string, Bilingual>;

/** Text of a closed scale; the identifier itself where the scale has grown beyond this list. */
export function term(scale: Readonly<Record<string, Bilingual>>, name: string, lang: Language): string {
  return Object.hasOwn(scale, name) ? (scale[name] as Bilingual)[lang] : name;
}
