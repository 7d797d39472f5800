/** All texts of this package, in both languages, in one place. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { InputFaultKind } from './validation/faults.ts';
import type { Expectation } from './validation/scan.ts';

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** What a fault is called; the place, the expectation and the excerpt are added by `faultMessage`. */
export const faultTitles: Record<InputFaultKind, Bilingual> = {
  unreadable: { zh: '文件无法读取', en: 'the file cannot be read' },
  tooLarge: { zh: '文件过大', en: 'the file is too large' },
  notUtf8: { zh: '不是 UTF-8 编码', en: 'not UTF-8' },
  empty: { zh: '文件为空', en: 'the file is empty' },
  syntax: { zh: 'JSON 语法错误', en: 'not JSON' },
  tooDeep: { zh: '嵌套过深', en: 'nested too deep' },
  duplicateField: { zh: '字段重复', en: 'field given twice' },
  integerTooLarge: { zh: '整数超出可精确表示的范围', en: 'integer too large to be kept exactly' },
  unknownFormat: { zh: '文件格式不明', en: 'unknown file format' },
  missingField: { zh: '缺少字段', en: 'missing field' },
  unknownField: { zh: '未知字段', en: 'unknown field' },
  wrongType: { zh: '类型不符', en: 'wrong type' },
  wrongValue: { zh: '取值不符', en: 'wrong value' },
  impossibleDate: { zh: '日期不存在', en: 'no such day' },
  reversedInterval: { zh: '起止日期颠倒', en: 'interval reversed' },
  unknownType: { zh: '未知事件类型', en: 'unknown event type' },
  unknownVersion: { zh: '事件版本未知', en: 'unknown schema version' },
  duplicateId: { zh: '编号重复', en: 'duplicate id' },
  duplicateKey: { zh: '幂等键重复', en: 'duplicate idempotency key' },
  duplicateVersion: { zh: '序号重复', en: 'duplicate version' },
  versionGap: { zh: '序号不连续', en: 'gap in the versions' },
  wrongStream: { zh: '不属于本案例', en: 'belongs to another case' },
  outsideTree: { zh: '不在政府层级树中', en: 'outside the tree of governments' },
  unknownBody: { zh: '机构未登记', en: 'unknown body' },
  knownBeforeBegun: { zh: '公开日期早于发生日期', en: 'known before it began' },
  unknownTarget: { zh: '被更正的事实不存在', en: 'correction of an unknown fact' },
  correctedCorrection: { zh: '更正不能再被更正', en: 'correction of a correction' },
  unknownName: { zh: '未知名称', en: 'unknown name' },
  notYetHappened: { zh: '日期尚未到来', en: 'the day has not come' },
  unknownReference: { zh: '所指事项不存在', en: 'refers to something unknown' },
  notText: { zh: '文本含有不可保存的字符', en: 'a text with characters that cannot be kept' },
};

export const syntaxExpectations: Record<Expectation, Bilingual> = {
  value: { zh: '一个值', en: 'a value' },
  valueOrEndOfArray: { zh: '一个值或 ]', en: 'a value or ]' },
  fieldOrEndOfObject: { zh: '带双引号的字段名或 }', en: 'a field name in double quotes, or }' },
  field: { zh: '带双引号的字段名', en: 'a field name in double quotes' },
  colon: { zh: '冒号 :', en: 'a colon' },
  commaOrEndOfObject: { zh: '逗号或 }', en: 'a comma or }' },
  commaOrEndOfArray: { zh: '逗号或 ]', en: 'a comma or ]' },
  endOfText: { zh: '文件在此结束', en: 'the end of the file' },
  closingQuote: { zh: '字符串结尾的双引号', en: 'the closing double quote' },
  escape: { zh: String.raw`转义序列，如 \n 或 \u4e2d`, en: String.raw`an escape such as \n or \u4e2d` },
  noControlCharacter: { zh: '字符串中不含控制字符', en: 'no control character within a string' },
  number: { zh: '数字', en: 'a number' },
  literal: { zh: 'true、false 或 null', en: 'true, false or null' },
};

/** Texts of the event schemas; theirs are English, ours are both. */
export const schemaTexts: Readonly<Record<string, Bilingual>> = {
  'a calendar day YYYY-MM-DD': { zh: '日历上存在的一天，YYYY-MM-DD', en: 'a calendar day YYYY-MM-DD' },
  'first not after last': { zh: 'first 不晚于 last', en: 'first not after last' },
  'defaultReading is one of the readings': { zh: 'readings 中某一项的名称', en: 'the name of one of the readings' },
  'shares that add up to 1': { zh: '合计为 1 的份额', en: 'shares that add up to 1' },
  'YYYY, YYYY-MM or YYYY-MM-DD': { zh: 'YYYY、YYYY-MM 或 YYYY-MM-DD', en: 'YYYY, YYYY-MM or YYYY-MM-DD' },
  'an actor: a government code, code/organ, or body:name': {
    zh: '行动者：政府代码、代码/部门，或 body:名称',
    en: 'an actor: a government code, code/organ, or body:name',
  },
  'a government code': { zh: '政府代码', en: 'a government code' },
  'dates that rise': { zh: '由早到晚、互不相同的日期', en: 'dates that rise' },
  'shares that rise': { zh: '由小到大的份额', en: 'shares that rise' },
  'ratios that rise': { zh: '由小到大的比值', en: 'ratios that rise' },
  'scores that fall': { zh: '由高到低的最低得分', en: 'scores that fall' },
  'each actor once': { zh: '每个单位只列一次', en: 'each actor once' },
  'name of a file, without a path': { zh: '文件名，不含路径', en: 'the name of a file, without a path' },
  'a media type': { zh: '媒体类型，如 application/pdf', en: 'a media type, such as application/pdf' },
  'SHA-256 as 64 hex digits': { zh: 'SHA-256，64 位十六进制数', en: 'SHA-256 as 64 hex digits' },
  'blue first, then the same colour or the next': {
    zh: '先蓝色，之后为同色或下一色',
    en: 'blue first, then the same colour or the next',
  },
  'steps that never go down the line': { zh: '逐步向上、不再向下的层级', en: 'steps that never go down the line' },
  'each rule once': { zh: '每条规则只出现一次', en: 'each rule once' },
  'at least one of atLeast, atMost, above, below': {
    zh: 'atLeast、atMost、above、below 中至少一项',
    en: 'at least one of atLeast, atMost, above, below',
  },
};

const typeNames: Record<string, Bilingual> = {
  string: { zh: '文本', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'an integer' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  object: { zh: '对象 {…}', en: 'an object {…}' },
  record: { zh: '对象 {…}', en: 'an object {…}' },
  array: { zh: '数组 […]', en: 'an array […]' },
};

export const expected = {
  type: (name: string): Bilingual => typeNames[name] ?? same(name),
  slug: (what: string): Bilingual => ({ zh: '编号：以字母或数字开头，其后可用字母、数字与 . _ : / -，至多 200 字符', en: what }),
  oneOf: (values: readonly unknown[]): Bilingual => {
    const list = values.map((value) => JSON.stringify(value));
    return list.length === 1 ? same(list[0] as string) : { zh: `下列之一：${list.join('、')}`, en: `one of ${list.join(', ')}` };
  },
  noField: (known: readonly string[]): Bilingual =>
    known.length === 0
      ? { zh: '没有此字段', en: 'no such field' }
      : { zh: `下列字段之一：${known.join('、')}`, en: `one of the fields ${known.join(', ')}` },
  atLeast: (min: unknown, unit: Bilingual, exclusive: boolean): Bilingual => ({
    zh: `${exclusive ? '大于' : '不少于'} ${String(min)}${unit.zh}`,
    en: `${exclusive ? 'more than' : 'at least'} ${String(min)}${unit.en}`,
  }),
  atMost: (max: unknown, unit: Bilingual): Bilingual => ({ zh: `不超过 ${String(max)}${unit.zh}`, en: `at most ${String(max)}${unit.en}` }),
  instant: { zh: '协调世界时时刻，如 2026-01-31T08:00:00Z', en: 'an instant in UTC such as 2026-01-31T08:00:00Z' } as Bilingual,
  url: { zh: '网址', en: 'a URL' } as Bilingual,
  present: (what: Bilingual): Bilingual => what,
  valid: { zh: '合乎此事件类型的取值', en: 'a value valid for this event type' } as Bilingual,
  bytes: (max: number): Bilingual => ({ zh: `不超过 ${megabytes(max)} MB`, en: `at most ${megabytes(max)} MB` }),
  readable: { zh: '可读取的文件', en: 'a file that can be read' } as Bilingual,
  utf8: {
    zh: 'UTF-8 文本（若为 GBK、GB18030 或 UTF-16，请另存为 UTF-8）',
    en: 'UTF-8 text (if it is GBK, GB18030, Latin-1 or UTF-16, save it as UTF-8)',
  } as Bilingual,
  history: {
    zh: '案例文件（{"format":"gongze-case/1", …}，或从页面、gongze export 取出的 JSON）或每行一个事实的 JSON Lines',
    en: 'a case file ({"format":"gongze-case/1", …}, or the JSON that the page or gongze export writes) or JSON Lines with one fact a line',
  } as Bilingual,
  nesting: (max: number): Bilingual => ({ zh: `不超过 ${max} 层`, en: `at most ${max} levels` }),
  once: (name: string): Bilingual => ({ zh: `字段 ${name} 只出现一次`, en: `the field ${name} once` }),
  exactInteger: { zh: '绝对值不超过 9007199254740991 的整数', en: 'an integer of at most 9007199254740991 in size' } as Bilingual,
  eventType: (nearest: string | undefined): Bilingual =>
    nearest === undefined
      ? { zh: '已定义的事件类型', en: 'a defined event type' }
      : { zh: `已定义的事件类型（是否指 ${nearest}？）`, en: `a defined event type (did you mean ${nearest}?)` },
  schemaVersion: (version: number): Bilingual => ({
    zh: `版本 ${version}（更新的版本需要更新的程序）`,
    en: `version ${version} (a later one needs a later program)`,
  }),
  uniqueId: (where: string): Bilingual => ({ zh: `未用过的编号（首次见于 ${where}）`, en: `an id not yet used (first at ${where})` }),
  uniqueKey: (where: string): Bilingual => ({
    zh: `未用过的幂等键（首次见于 ${where}）`,
    en: `an idempotency key not yet used (first at ${where})`,
  }),
  version: (next: number): Bilingual => ({ zh: `序号 ${next}`, en: `version ${next}` }),
  stream: (caseId: string): Bilingual => ({ zh: `本案例 ${caseId}`, en: `this case, ${caseId}` }),
  government: (tree: string): Bilingual => ({ zh: `层级树（${tree}）中的政府代码`, en: `a government code of the tree (${tree})` }),
  body: {
    zh: '在 actors 中登记或由 bodyEstablished 设立的机构',
    en: 'a body named under actors or established by bodyEstablished',
  } as Bilingual,
  knownFrom: (first: string): Bilingual => ({ zh: `不早于 ${first}`, en: `${first} or later` }),
  target: { zh: '本文件中某一事实的编号', en: 'the id of a fact in this file' } as Bilingual,
  notLaterThan: (today: string): Bilingual => ({ zh: `不晚于今日 ${today}`, en: `not later than today, ${today}` }),
  source: {
    zh: '至少一个来源（补录的历史事实须注明出处）',
    en: 'at least one source: a fact of history that is coded afterwards says where it was read',
  },
  known: {
    zh: '本案例在该日之前已记录的责任、协议、议题或程序',
    en: 'a duty, agreement, topic or procedure that this case holds by that day',
  } as Bilingual,
  upTo: (max: number): Bilingual => ({ zh: `1 至 ${max}`, en: `1 to ${max}` }),
  keepableText: { zh: '不含空字符与半个字符的文本', en: 'text without NUL and without half characters' } as Bilingual,
  retractInstead: { zh: '撤回该更正后另作更正', en: 'a retraction of that correction, and a new one' } as Bilingual,
} as const;

function megabytes(bytes: number): string {
  return String(Math.round((bytes / 1024 / 1024) * 10) / 10);
}

export const units = {
  items: { zh: ' 项', en: ' items' },
  characters: { zh: ' 个字符', en: ' characters' },
  none: { zh: '', en: '' },
} as const satisfies Record<string, Bilingual>;

/** One line: what is wrong, what would be right, what stands there. */
export function faultMessage(kind: InputFaultKind, path: string, right: Bilingual, found: string): Bilingual {
  const title = faultTitles[kind];
  return {
    zh: `${title.zh}${path === '' ? '' : ` ${path}`}：应为${right.zh}${found === '' ? '' : `，现为 ${found}`}`,
    en: `${title.en}${path === '' ? '' : ` at ${path}`}: expected ${right.en}${found === '' ? '' : `, found ${found}`}`,
  };
}

export const requestTexts = {
  unknownFinding: (id: string, known: readonly string[]): Bilingual => ({
    zh: `没有诊断 ${id}。可用：${known.join('、')}`,
    en: `There is no finding ${id}. Known: ${known.join(', ')}`,
  }),
  unknownGovernment: (code: string, tree: string): Bilingual => ({
    zh: `层级树（${tree}）中没有政府 ${code}`,
    en: `There is no government ${code} in the tree (${tree})`,
  }),
  badRequest: { zh: '请求参数有误', en: 'The request has faults' } as Bilingual,
  date: {
    zh: 'YYYY、YYYY-MM 或 YYYY-MM-DD（不足的日期取期末）',
    en: 'YYYY, YYYY-MM or YYYY-MM-DD (a partial date means its last day)',
  } as Bilingual,
  edition: { zh: '"paper" 或 "enriched"', en: '"paper" or "enriched"' } as Bilingual,
  parameterName: (nearest: string | undefined): Bilingual =>
    nearest === undefined
      ? { zh: '参数名（见 gongze parameters）', en: 'the name of a parameter (see gongze parameters)' }
      : { zh: `参数名（是否指 ${nearest}？）`, en: `the name of a parameter (did you mean ${nearest}?)` },
  parameterNumber: { zh: '数字', en: 'a number' } as Bilingual,
  parameterRange: (low: number, high: number): Bilingual => ({ zh: `${low} 至 ${high} 之间的数字`, en: `a number from ${low} to ${high}` }),
  actor: { zh: '政府、部门或联合机构的编号', en: 'the id of a government, an organ or a joint body' } as Bilingual,
  cursor: { zh: '上一页的 next', en: 'the `next` of the page before' } as Bilingual,
  queryField: (known: readonly string[]): Bilingual => ({ zh: `下列之一：${known.join('、')}`, en: `one of ${known.join(', ')}` }),
} as const;

export const importTexts = {
  changed: (ids: readonly string[]): Bilingual => ({
    zh: `已入账的事实内容与文件不同：${ids.join('、')}。已入账的事实不可改写，请以 factCorrected 更正`,
    en: `Facts already recorded differ from the file: ${ids.join(', ')}. Recorded facts are never rewritten; correct them by factCorrected`,
  }),
  revised: { zh: '随产品附带的案例数据已修订', en: 'The history that comes with the product was revised' } as Bilingual,
  simulated: (ids: readonly string[]): Bilingual => ({
    zh: `模拟产生的事实不得入账：${ids.join('、')}`,
    en: `Simulated facts never enter the ledger: ${ids.join(', ')}`,
  }),
  concurrent: { zh: '导入期间另有写入，请重试', en: 'Somebody else wrote during the import; try again' } as Bilingual,
} as const;

export const interventionTexts = {
  notOnLadder: (tier: string, ladder: readonly string[]): Bilingual => ({
    zh: `${tier} 不在本案例的介入阶梯上（${ladder.join(' → ') || '各方没有共同上级'}），不是各方的共同上级`,
    en: `${tier} is not on the ladder of this case (${ladder.join(' → ') || 'the parties have no common superior'}): it is no common superior of the parties`,
  }),
  isParty: (tier: string): Bilingual => ({
    zh: `${tier} 是协商的一方；各方自己的行动是协商，不是纵向介入`,
    en: `${tier} is a party; what parties do among themselves is consultation, not vertical intervention`,
  }),
  cooperation: { zh: '只有各方的共同上级可以纵向介入', en: 'only a common superior of the parties may intervene vertically' } as Bilingual,
} as const;

export const commandTexts = {
  noSuchCase: (id: string): Bilingual => ({ zh: `没有案例 ${id}，或无权查看。`, en: `There is no case ${id}, or it is not open to you.` }),
  caseExists: (id: string): Bilingual => ({ zh: `案例 ${id} 已存在。`, en: `The case ${id} exists already.` }),
  witnessesSilent: (since: string | undefined): Bilingual => ({
    zh: `见证方${since === undefined ? '' : `自 ${since} 起`}未达到法定数目，有约束力的行为暂停记录；没有任何记录因此改变。`,
    en: `Too few witnesses answer${since === undefined ? '' : ` since ${since}`}; acts that bind wait until they do. No record was changed.`,
  }),
  busy: {
    zh: '同时写入者过多，请稍后重试，没有任何记录因此改变。',
    en: 'Too many write at once. Try again; no record was changed.',
  } as Bilingual,
  unauthenticated: { zh: '请先登录。', en: 'Sign in first.' } as Bilingual,
  keyReused: {
    zh: '此幂等键已用于另一内容。重发同一请求须逐字相同；新的请求须用新的幂等键。',
    en: 'This idempotency key was used for something else. A repeated request must be the same in every word; a new one needs a new key.',
  } as Bilingual,
  conflict: (actual: number): Bilingual => ({
    zh: `案例现为版本 ${actual}，并非请求所依据的版本。请重新读取后再决定。`,
    en: `The case stands at version ${actual}; the request rests on another. Read it again and decide anew.`,
  }),
} as const;
