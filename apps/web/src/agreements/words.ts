/** Words of this page. Fetched with it, not with the first page. */
import type { ClauseChange, ConfidenceField, Missing, VagueLabel } from '@gongze/clauses';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { FixKind } from './fixKinds.ts';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const words = {
  title: w('协议', 'Agreements'),
  lead: w(
    '把协议草案贴进来：哪里含糊、缺什么，边写边看；改清楚后，一步转为可问责的责任事项。文本只在这台设备上处理，选择“记入案例”之前不会发送。',
    'Put the draft of an agreement here and see, as you write, where it is vague and what is missing; once it is clear, turn it into obligations somebody answers for. The text stays on this device until you choose to record it in a case.',
  ),
  first: w('先做什么', 'Where to begin'),
  paste: w('粘贴文本', 'Paste a text'),
  pasteHere: w('在此粘贴协议文本', 'Paste the text of the agreement here'),
  begin: w('开始审读', 'Read it'),
  upload: w('选择文件（.docx、.pdf、.txt、.md）', 'Choose a file (.docx, .pdf, .txt, .md)'),
  drop: w('也可以把文件拖到这里。', 'You may also drop a file here.'),
  sampleZh: w('打开中文样例（虚构）', 'Open the Chinese sample (made up)'),
  sampleEn: w('打开英文样例（虚构）', 'Open the English sample (made up)'),
  samples: w('没有现成文本，可先看样例：', 'No text at hand? Look at a sample:'),
  drafts: w('本机草稿', 'Drafts on this device'),
  untitled: w('未命名协议', 'Untitled agreement'),
  delete: w('删除', 'Delete'),
  deleted: w('草稿已删除。', 'The draft was deleted.'),
  undo: w('撤销删除', 'Bring it back'),
  characters: w('字', 'characters'),
  allDrafts: w('全部草稿', 'All drafts'),
  draftTitle: w('协议名称', 'Title of the agreement'),
  kept: w('已存在本机', 'Kept on this device'),
  pending: w('正在保存……', 'Keeping …'),
  notKept: w(
    '未能保存：浏览器不允许本机存储，关闭页面前请先下载。',
    'Not kept: this browser allows no storage. Download the text before you close the page.',
  ),
  edit: w('审读与修改', 'Read and mend'),
  make: w('转为责任事项', 'Make these obligations'),
  compare: w('版本对比', 'Compare versions'),
  views: w('视图', 'Views'),
  setting: w('语言、签署日期与当事方', 'Language, date of signature, parties'),
  language: w('文本语言', 'Language of the text'),
  languageAuto: w('自动识别', 'By its characters'),
  zh: w('中文', 'Chinese'),
  en: w('英文', 'English'),
  seen: w('识别为', 'seen as'),
  signed: w('签署日期', 'Date of signature'),
  signedNote: w('“签订之日起三个月”“年底前”从这一天算。', '“Within three months of signature” counts from this day.'),
  names: w('文中的当事方是谁', 'Who the names in the text are'),
  namesNote: w('从行政区划中选定，责任事项才有明确的责任单位。', 'Choose the government, so that an obligation has somebody who owes it.'),
  noNames: w('文中还没有点名的责任单位。', 'The text names nobody yet.'),
  name: w('文中称谓', 'In the text'),
  full: w('全称', 'Full name'),
  government: w('政府或机构', 'Government or body'),
  governmentPlaceholder: w('名称或代码', 'Name or code'),
  notFound: w('没有匹配项；也可直接填代码，如 610100/water。', 'No match. A code such as 610100/water can be typed.'),
  textPane: w('协议文本', 'Text of the agreement'),
  readingPane: w('读出的条款与责任', 'What it says, clause by clause'),
  score: w('约束力', 'Binding score'),
  scoreNote: w(
    '0 到 1；各条平均。看谁负责、是否必须、做什么、何时、怎么量、不做会怎样。',
    '0 to 1, mean of the clauses: who, must, what, when, how measured, or else.',
  ),
  clauses: w('条计分', 'clauses scored'),
  vagueClauses: w('条有含糊之处', 'with vague places'),
  previous: w('上一处', 'Previous'),
  next: w('下一处', 'Next'),
  nextHint: w('F8 下一处，Shift+F8 上一处', 'F8 next, Shift+F8 previous'),
  part: w('第', 'Part'),
  partOf: w('部分，共', 'of'),
  partEnd: w('部分', ''),
  longText: w(
    '文本较长，分部分显示；约束力为已读部分的平均。',
    'A long text, shown in parts. The score is the mean of what has been read.',
  ),
  reading: w('正在审读', 'Reading'),
  stop: w('停止', 'Stop'),
  resume: w('继续审读', 'Go on reading'),
  stopped: w('已停止；打开某一部分时仍会审读该部分。', 'Stopped. A part is still read when it is opened.'),
  noClauses: w(
    '这里还没有读到条款。写一句“甲方应于2027年6月30日前……”试试。',
    'No clause here yet. Try “Northford shall … by 30 June 2027”.',
  ),
  clause: w('条款', 'Clause'),
  noStatement: w('没有读出责任表述。', 'No statement was found.'),
  must: w('须', 'must'),
  may: w('可', 'may'),
  must_not: w('不得', 'must not'),
  bare: w('（无“应”字）', '(no “shall”)'),
  hedged: w('（留有余地）', '(hedged)'),
  nobody: w('（未点名）', '(nobody named)'),
  leadIs: w('牵头', 'lead'),
  leadLabel: w('牵头', 'Lead'),
  when: w('时限', 'When'),
  measure: w('指标', 'Measure'),
  orElse: w('后果', 'Or else'),
  founding: w('设立', 'founding'),
  declares: w('说明，不设责任', 'says what is, asks nothing of anybody'),
  yes: w('对', 'Yes'),
  no: w('不对，去改文字', 'No, change the text'),
  sure: w('把握', 'confidence'),
  showText: w('在文中显示', 'Show in the text'),
  example: w('例', 'For example'),
  insert: w('写入文本', 'Put it into the text'),
  cancel: w('取消', 'Cancel'),
  becomes: w('改为', 'It becomes'),
  notUnderstood: w('写入后机器仍可能读不出，请再看一眼。', 'The reader may still not find it there: look once more.'),
  noWording: w('没有合适的写法，请直接改文字。', 'No wording fits. Change the text itself.'),
  choose: w('请选择', 'Choose'),
  otherName: w('其他名称', 'Another name'),
  value: w('数值', 'Value'),
  unit: w('单位', 'Unit'),
  indicatorName: w('量什么', 'What is measured'),
  comparator: w('要求', 'Requirement'),
  atLeast: w('不低于', 'at least'),
  atMost: w('不高于', 'at most'),
  equals: w('等于', 'exactly'),
  helpers: w('由谁配合', 'Who supports'),
  verb: w('动作', 'Verb'),
  object: w('成果', 'What comes of it'),
  download: w('下载', 'Download'),
  downloadText: w('文本（.txt）', 'Text (.txt)'),
  downloadIg: w('IG Script（制度语法）', 'IG Script'),
  downloadJson: w('表述 JSON', 'Statements, JSON'),
  downloadCsv: w('表述 CSV', 'Statements, CSV'),
  fileFailed: w('文件没有读成：', 'The file was not read: '),
  fileReading: w('正在读文件……', 'Reading the file …'),
  unexpected: w(
    '读文件时出错，请另存为 .docx 或 .txt 再试。',
    'Something went wrong while reading. Save it as .docx or .txt and try again.',
  ),
  legend: w('下划线：', 'Underlined:'),
  legendWho: w('谁', 'who'),
  legendWhat: w('做什么、怎么量', 'what, how measured'),
  legendWhen: w('何时', 'when'),
  legendElse: w('不做会怎样', 'or else'),
} as const;

export const vagueWords: Readonly<Record<VagueLabel, { readonly name: Bilingual; readonly example: Bilingual }>> = {
  no_party: {
    name: w('没有点名由谁来做', 'Nobody is named to do it'),
    example: w('由甲方……／甲方应……', 'Northford shall …'),
  },
  collective_party_only: {
    name: w('只说“双方”“有关部门”，没有牵头', 'A collective only, and no lead'),
    example: w('……，由甲方牵头、乙方配合', '…, with Northford as lead authority'),
  },
  no_deadline: {
    name: w('没有时限', 'No date'),
    example: w('于2027年6月30日前……', '… by 30 June 2027'),
  },
  no_measure: {
    name: w('没有可核查的标准', 'Nothing an outsider could check'),
    example: w('……，达标率不低于95%', '…, with compliance of at least 95%'),
  },
  aspirational_verb: {
    name: w('只有愿望，没有成果', 'A wish, not a result'),
    example: w('把“加强”“推进”改为“建成”“印发”“开通”＋成果', 'Instead of “strengthen”, “promote”: build, adopt, publish + what'),
  },
  no_consequence: {
    name: w('没写不履行的后果', 'No consequence of failing'),
    example: w('……；逾期未完成的，扣减当年度专项资金的10%', '…; failing which it shall forfeit 10% of its share'),
  },
};

export const fixWords: Readonly<Record<FixKind, { readonly action: Bilingual; readonly field: Bilingual }>> = {
  who: { action: w('点名', 'Name who'), field: w('由谁来做', 'Who is to do it') },
  lead: { action: w('定牵头', 'Name the lead'), field: w('谁牵头', 'Who leads') },
  date: { action: w('定时限', 'Set the date'), field: w('何时完成', 'Done by') },
  indicator: { action: w('定指标', 'Choose a measure'), field: w('怎样算做到', 'How it is measured') },
  orElse: { action: w('写后果', 'Add an or-else'), field: w('不履行的后果', 'What follows if not') },
  binding: { action: w('改为“应”', 'Make it “shall”'), field: w('改为必须', 'Make it binding') },
  concrete: { action: w('换成成果', 'Say the result'), field: w('要拿出什么成果', 'What is to come of it') },
};

export const consequences: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['扣减其当年度合作专项资金的10%', '由联席会议约谈其主要负责人', '在联席会议上通报并限期整改', '提请共同上级政府督办'],
  en: [
    'forfeit 10% of its share of the joint fund',
    'repay the advance received',
    'report the reasons to the joint committee within 10 working days',
    'bear the cost of the work being done by another party',
  ],
};
export const concreteVerbs: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['建成', '印发', '签订', '开通', '完成', '公布', '报送'],
  en: ['build', 'adopt', 'publish', 'sign', 'open', 'complete', 'submit'],
};

/** An uncertain part, as a question. `value` is what was read. */
export function questionOf(field: ConfidenceField, value: string, lang: 'zh' | 'en'): string {
  const said = value === '' ? undefined : value;
  const texts: Readonly<Record<ConfidenceField, Bilingual>> = {
    attribute:
      said === undefined
        ? w('这里没有点名责任方，是吗？', 'Is nobody named here?')
        : w(`责任方是“${said}”吗？`, `Is it “${said}” that owes this?`),
    lead: said === undefined ? w('这里没有牵头方，是吗？', 'Is there no lead here?') : w(`牵头方是“${said}”吗？`, `Does “${said}” lead?`),
    deontic: w(`语气是“${said ?? ''}”，对吗？`, `Is it meant as “${said ?? ''}”?`),
    deadline: said === undefined ? w('这里没有时限，是吗？', 'Is there no date here?') : w(`时限是“${said}”吗？`, `Is the date “${said}”?`),
    indicator:
      said === undefined ? w('这里没有指标，是吗？', 'Is there no measure here?') : w(`指标是“${said}”吗？`, `Is the measure “${said}”?`),
    orElse:
      said === undefined
        ? w('这里没写后果，是吗？', 'Is there no consequence here?')
        : w(`后果是“${said}”吗？`, `Is the consequence “${said}”?`),
    aimClass: w(`“${said ?? ''}”，对吗？`, `Is this right: ${said ?? ''}?`),
  };
  return texts[field][lang];
}

export const aimWords = {
  concrete: w('做没做，外人能查', 'an outsider could check it'),
  mixed: w('有对象，但没有完成标准', 'there is an object, but no finished state'),
  aspirational: w('只是愿望，无从核查', 'a wish that cannot be checked'),
} as const;

/** Units of time of a term. */
export const unitWords = {
  day: w('日', 'days'),
  workingDay: w('个工作日', 'working days'),
  month: w('个月', 'months'),
  year: w('年', 'years'),
} as const;

export const makeWords = {
  lead: w(
    '每条责任表述成为一项责任事项草案，注明出自哪一条。先选案例，看清将记录什么，再记录。',
    'Each duty becomes a draft obligation that names the clause it comes from. Choose a case, look at what would be recorded, then record it.',
  ),
  case: w('记入哪个案例', 'Into which case'),
  newCase: w('新建案例', 'A new case'),
  caseTitle: w('案例名称', 'Title of the case'),
  caseId: w('案例代号（字母、数字、-）', 'Case id (letters, digits, -)'),
  actAs: w('以谁的名义', 'In the name of'),
  topics: w('所属议题', 'Topics'),
  noTopics: w('本案没有未了的议题。', 'The case has no open topic.'),
  withAgreement: w('同时记录协议草案及各条文本', 'Record the draft agreement with its clauses too'),
  table: w('将要记录的事项', 'What would be recorded'),
  take: w('记录', 'Record'),
  obligation: w('责任事项', 'Obligation'),
  from: w('出自', 'From'),
  who: w('责任单位', 'Owed by'),
  due: w('时限', 'Due'),
  verdict: w('能否办理', 'Can it be done'),
  ok: w('可以拟定', 'Can be drafted'),
  needsSigned: w('填写签署日期，才能算出首个到期日。', 'Set the day of signature to know when it first falls due.'),
  everyMonths: w('个月一次', 'months'),
  everyYears: w('年一次', 'years'),
  thenEvery: w('之后每', 'then every '),
  afterSigning: w('签署后', 'from signature'),
  notToSign: w('可以拟定，但不能签署，尚缺：', 'Can be drafted; cannot be signed without '),
  nobody: w('尚缺责任单位', 'Nobody is known who owes it'),
  backToText: w('回到条文补写', 'Mend it in the text'),
  chooseWho: w('选定是谁', 'Choose who it is'),
  severalName: w('合称，请回到条文写明是哪几个单位：', 'Several at once; say in the text who they are: '),
  unknownName: w('尚不知是哪个单位：', 'It is not known who this is: '),
  nothing: w('还没有可转为责任事项的表述。先把“谁、必须、做什么”写清楚。', 'There is no duty to record yet. First say who must do what.'),
  thisPart: w('长文本只转换当前显示的部分。', 'Of a long text, only the part that is open is taken.'),
  record: w('记入案例', 'Record in the case'),
  facts: w('条', 'facts'),
  recording: w('正在记录……', 'Recording …'),
  recorded: w('已记录。', 'Recorded.'),
  seeCase: w('到案例页查看', 'See them in the case'),
  nextTitle: w('下一步', 'What comes next'),
  nextAccept: w('各责任单位逐项接受。', 'Each party accepts what it owes.'),
  nextMend: w('协议签署前须补齐的事项：', 'Before the agreement can be signed, these have to be mended: '),
  nextSign: w('全部接受、没有缺项之后，各方签署协议。', 'Once all is accepted and nothing is missing, the parties sign.'),
  toWork: w('去办理', 'Go and do it'),
  partiesShort: w('新案例至少要有两个已选定的当事方。', 'A new case needs two parties that have been chosen.'),
  refused: w('未获准', 'Refused'),
  remedy: w('怎样才可以', 'What would make it possible'),
  policies: w('依据的权限规则', 'Rules that decided'),
  signIn: w('登录', 'Sign in'),
  draftOf: w('拟定协议草案', 'Draft the agreement'),
  conflict: w('案例已有新的记录，已重新读取，请再看一次。', 'The case has moved on and was read again: look once more.'),
  opening: w('新建案例', 'Open the case'),
  loadFailed: w('案例未能读取，请重试。', 'The case could not be read. Try again.'),
  retry: w('重试', 'Try again'),
} as const;

/** What signing asks for, as it stands in a sentence. */
export const toSignWords: Readonly<Record<Missing, Bilingual>> = {
  liable: w('责任单位', 'somebody who owes it'),
  lead: w('牵头单位', 'a lead'),
  deadline: w('时限', 'a date'),
  measure: w('指标', 'a measure'),
  orElse: w('后果', 'an or-else'),
};

export const compareWords = {
  lead: w(
    '逐条对照两个版本：哪些更有约束力，哪些更弱，增了什么，删了什么。',
    'Two versions side by side, clause by clause: what binds more, what binds less, what came and what went.',
  ),
  before: w('原版本', 'Earlier version'),
  after: w('新版本', 'Later version'),
  current: w('当前文本', 'The text open here'),
  pasted: w('粘贴或选择文件', 'Paste it, or choose a file'),
  pasteHere: w('粘贴该版本的文本', 'Paste the text of that version'),
  keep: w('把当前文本存为一个版本', 'Keep the present text as a version'),
  keptAs: w('已存为：', 'Kept as: '),
  run: w('对比', 'Compare'),
  running: w('正在对比……', 'Comparing …'),
  print: w('打印', 'Print'),
  choose: w('先选定两个版本。', 'Choose the two versions first.'),
  clause: w('条', 'Clause'),
  change: w('变化', 'Change'),
  scores: w('约束力', 'Binding'),
  wording: w('文字', 'Wording'),
  same: w('条未变', 'unchanged'),
  showSame: w('也列出未变的条款', 'List unchanged clauses too'),
  mended: w('已补', 'Mended'),
  worsened: w('新缺', 'Now lacking'),
  none: w('两个版本逐条相同。', 'The two versions are the same, clause by clause.'),
  whole: w('全文约束力', 'Whole text'),
} as const;

export const changeWords: Readonly<Record<ClauseChange['kind'], { readonly sign: string; readonly name: Bilingual }>> = {
  moreBinding: { sign: '▲', name: w('更有约束力', 'More binding') },
  lessBinding: { sign: '▼', name: w('约束力减弱', 'Less binding') },
  reworded: { sign: '≈', name: w('文字改动', 'Reworded') },
  added: { sign: '＋', name: w('新增', 'Added') },
  removed: { sign: '－', name: w('删去', 'Removed') },
  same: { sign: '=', name: w('未变', 'Unchanged') },
};
