/** Subjects: the name before the first anchor or verb, cut into parties where each part is a name by itself. */
import type { Span } from '../reading.ts';
import { ofClause } from './gates.ts';
import { type Token, wordClass } from './token.ts';
import { firstAnchor, relativeClause } from './anchors.ts';
import type { State } from './draft.ts';
import { endsParty, isAim, isModal, isPlainModal, isVerb, strong } from './wordClasses.ts';

export interface Parties {
  readonly names: Span[];
  /** Index of the word after the parties. */
  readonly end: number;
}

/** 单位面积, 单位产值: what is measured for each unit of it, and no organisation. */
const isRated = wordClass(/^(?:面积|产值|产品|GDP|地区|投资|能耗|水量|时间|工业|国内|GDP能耗)/);

const isTrade = wordClass(
  /(?:电力|水务|燃气|热力|电网|电站|电厂|水厂|石化|钢铁|港务|港航|城投|交投|水投|建投|农投|文投|国投|电信|联通|铁塔|能源|物流|环保|环境|生态|置业|建工|通信|客运|货运|公交|地铁|航空|药业|乳业)$/,
);
const residents = wordClass(/^(?:居民|市民|群众|职工|农民|农村居民|城镇居民|城乡居民|村民|人均|户均)$/);
const binds = wordClass(/^(?:应|应当|须|必须|不得|承诺|有权|负责)$/);

const joins = wordClass(/^(?:、|和|与|及|以及|会同|联合|或|或者)$/);
const measured = wordClass(
  /^(?:下降|降至|降到|达到|不低于|不高于|不超过|不少于|控制在|提高到?|增长|减少|降低到?|保持在?|稳定在|增加|压减|压缩|递增|递减|新增|达标|不得低于|不得高于|不得超过|不得少于|提升|完成|优于|突破|增至|增加到|扩大到|扩大至|压减至|压减到|缩短至|缩短到)$/,
);

/** Verbs that stand before a closing word as its attribute: 试点县, 建设单位. */
const attributes = new Set(
  '提出 申请 受理 迁入 迁出 提供 出让 受让 发起 责任 接受 征收 发包 承包 担保 保证 转出 转入 处置 征地 接入 接管 举报 代理 监护 批准 发证 借款 贷款 试点 签约 成员 供水 受水 承办 主办 监管 审批 建设 施工 设计 监理 运营 运维 养护 受益 保护 排污 配合 牵头 参与 委托 受托 采购 供应 执行 管理 监督 考核 派出 接收 输出 输入 审计 检测 监测 调入 调出 轮值 支援 受援 编制 起草 评估 验收 违约 守约 发展 治理 协调 联合 调度 指导 服务 统筹 培训 维护 公开 应急 帮扶 合作 保障 组织 整改 交通 改革 执法 研究 规划 防治 防汛 救援 出资 投资 排放'.split(
    ' ',
  ),
);

/** A verb in front makes what follows its object: 推进两市…. Only before a bare closing word it is an attribute: 试点县. */
function opensWithVerb(state: State, from: number, to: number): boolean {
  const first = state.words[from] as Token;
  if (first.kind === 'm') return true;
  if (!isAim(first)) return opensUnlisted(state, from, to);
  const next = state.words[from + 1];
  if (next === undefined || from + 1 >= to) return true;
  const attributive =
    endsParty(next) &&
    attributes.has(first.text) &&
    // 承办联席会议交办的事项: what was handed over is the object.
    !(state.words[from + 2] !== undefined && isVerb(state.words[from + 2] as Token) && state.words[from + 3]?.text === '的') &&
    !/^(?:[甲乙丙丁对双各]方|双方|两[市地省县])$/.test(next.text);
  if (attributive && (from + 2 >= to || firstAnchor(state, from + 2, to) === from + 2)) return false;
  return first.kind !== 'w' || !endsParty(state.words[to - 1] as Token);
}

/** 实现跨市…, 遇到困难…: a verb of the general dictionary with more behind it than the word that closes a name. */
function opensUnlisted({ words }: State, from: number, to: number): boolean {
  const { kind, text } = words[from] as Token;
  const next = words[from + 1];
  return kind === 'v' && text.length === 2 && !attributes.has(text) && next !== undefined && from + 1 < to && !endsParty(next);
}

/** Cuts `[from, to)` into names; what cannot stand alone (甘肃、青海两省) stays with its neighbour. */
export function splitParties(state: State, from: number, to: number): Span[] {
  const { words } = state;
  const whole: Span = { start: (words[from] as Token).start, end: (words[to - 1] as Token).end };
  const named = state.text.slice(whole.start, whole.end);
  if (summed.test(named) || shared.test(named)) return [whole];
  const names: Span[] = [];
  let start = from;
  let depth = 0;
  const add = (end: number): void => {
    let last = end;
    const bracket = bracketStart(words, start, end);
    if (
      bracket > start &&
      !/^(?:市|区|州)、/.test(words[bracket + 1]?.text ?? '') &&
      (words[end - 1] as Token).text === '）' &&
      !/[市区]/.test(words[bracket + 1]?.text ?? '') &&
      !levels.test(state.text.slice((words[bracket] as Token).end, (words[end - 1] as Token).start))
    )
      last = bracket;
    if (last > start) names.push({ start: (words[start] as Token).start, end: (words[last - 1] as Token).end });
  };
  for (let index = from; index < to; index++) {
    const { text } = words[index] as Token;
    if (text === '（') depth++;
    if (text === '）') depth--;
    if (depth > 0 || !joins(words[index] as Token) || index === from || index + 1 >= to) continue;
    const left = (words[index - 1] as Token).text;
    if (!(endsParty(words[index - 1] as Token) || left === '）' || (words[index - 1] as Token).kind === 'g')) continue;
    if (!endsAsName(state, index + 1, to)) continue;
    add(index);
    start = index + 1;
  }
  add(to);
  return names;
}

/** 乡镇（街道、园区）: what stands in brackets acts too. */
const levels =
  /^(?:(?:市|区|县|州|街道|乡镇|镇|乡|场|园区|开发区|管委会|街镇|苏木|农场|林场|社区|村|区县|县区|县级市|地区|盟|旗|集团|企业)(?:、|$))+$/;

function bracketStart(words: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index++) if ((words[index] as Token).text === '（') return index;
  return -1;
}

/** True if the part up to the next joint closes a name and is not 两市-like remainder of an enumeration. */
function endsAsName(state: State, from: number, to: number): boolean {
  const { words } = state;
  let end = from;
  while (end < to && !joins(words[end] as Token)) end++;
  const last = words[end - 1];
  if (last === undefined || end === from) return false;
  return endsParty(last) || last.kind === 'g' || last.text === '等';
}

/** Cuts 等部门 off: A、B等部门. */
function withoutEt(state: State, from: number, to: number): number {
  for (let index = from + 1; index < to; index++)
    if ((state.words[index] as Token).text === '等')
      return shared.test(state.text.slice((state.words[from] as Token).start, (state.words[to - 1] as Token).end)) ? to : index;
  return to;
}

/** 甘肃、青海两省…: short names summed up by a number are one name. */
const summed = ofClause.gate(
  /^[^市县省区局厅委、和与]{2,4}(?:、[^、和与]{2,4})*(?:、|和|与)[^、市县省区]{2,4}[两二三四五六七八九十](?:省|市|县|区|地|州|旗)/,
);

/** 宜昌市、荆州市港航部门 · 任何单位和个人 · 水利、农业农村等部门: one name for all. */
const shared = ofClause.gate(
  /^(?:[^、市县区省]{1,5}[市县区省](?:、|和|与))+[^、市县区省]{1,5}[市县区省][^、市县区省和与]{1,8}(?:部门|企业|机构|院校)$|^任何(?:单位|组织)(?:和|或|、)(?:任何)?(?:个人|组织)$|^[^，应须由市县]{2,30}等(?:相关|有关|职能)?(?:部门|单位|企业|机构)$/,
);

/** An office and the name of who holds it. */
const person = ofClause.gate(
  /(?:[局厅市县区省镇乡处科组所站院校馆队]长|主任|书记|主席|秘书长|成员|专员|总指挥)[一-龥](?:[一-龥]|某|某某|[一-龥]{2})$/,
);

const noSubject =
  /^(?:单位(?:地区|面积|产值|产品|GDP|国内|工业|能耗|水量)|所(?:需|产生|涉|发生|有|得|欠|缺)|跨(?:市|省|区|县|界|江|河)|区域内|境内|流域内|全流域|辖区内|本协议|本备忘录|本方案|本计划|本合同|本意见|本纪要|上述|该协议|本协定|附件|会议|协议|方[可能得])/;

const mayOpenNoSubject = wordClass(/^[所单跨区境流全辖本上该附会协方]/);
const opensNoSubject = ({ text, words }: State, from: number): boolean => {
  const first = words[from] as Token;
  return mayOpenNoSubject(first) && noSubject.test(text.slice(first.start, first.start + 6));
};

/**
 * Parties at `from`. The name runs to the first anchor if it closes there; else to the verb that follows a closing word;
 * else to the closing word before something measured (临江市氨氮排放量下降).
 */
export function partiesAt(state: State, from: number, to: number): Parties {
  const none: Parties = { names: [], end: from };
  const { words } = state;
  if (from >= to || opensNoSubject(state, from)) return none;
  if ((words[from] as Token).text === '的') return none;
  const anchor = firstAnchor(state, from, to);
  if (anchor === from || words[anchor]?.text === '由' || words[anchor]?.text === '请') return none;
  const shortCut = verbBoundary(state, from, anchor, to);
  if (shortCut < 0) return none;
  if (shortCut > from && nominalBeforeModal(state, shortCut, anchor, to)) return none;
  const nameEnd = (words[(shortCut > from ? shortCut : anchor) - 1] as Token).end;
  if (state.text[nameEnd - 1] === '区' && noActor.test(state.text.slice(Math.max((words[from] as Token).start, nameEnd - 4), nameEnd)))
    return none;
  if (shortCut > from && !opensWithVerb(state, from, shortCut))
    return { names: splitParties(state, from, withoutEt(state, from, shortCut)), end: shortCut };
  const last = words[anchor - 1] as Token;
  const bracket = last.text === '）' ? bracketStart(words, from, anchor) : -1;
  const closing = bracket > from ? (words[bracket - 1] as Token) : last;
  if (anchor < to && (endsParty(closing) || closing.kind === 'g' || last.text === '等') && !opensWithVerb(state, from, anchor)) {
    return { names: splitParties(state, from, withoutEt(state, from, anchor)), end: anchor };
  }
  // 临川电力应完成…: a firm by the name of its trade.
  if (
    anchor < to &&
    anchor - from >= 2 &&
    anchor - from <= 5 &&
    isTrade(last) &&
    binds(words[anchor] as Token) &&
    !opensWithVerb(state, from, anchor)
  )
    return { names: splitParties(state, from, anchor), end: anchor };
  // 市卫健委副主任周启明: a person behind an office.
  if (anchor < to && anchor - from <= 10 && person.test(state.text.slice((words[from] as Token).start, last.end)))
    return { names: splitParties(state, from, anchor), end: anchor };
  // 各部门之间要…: those between whom it is.
  if (last.text === '之间' && anchor < to && anchor - from >= 2 && endsParty(words[anchor - 2] as Token)) {
    const names = splitParties(state, from, anchor - 1);
    if (names.length === 1) return { names, end: anchor - 1 };
  }
  const et = withoutEt(state, from, anchor);
  if (et < anchor && et > from + 1 && anchor < to && endsParty(words[et - 1] as Token) && !opensWithVerb(state, from, et))
    return { names: splitParties(state, from, et), end: anchor };
  return none;
}

/** Areas that are laid out, and papers: they end like parties and do nothing. */
const noActor = ofClause.gate(/(?:建成区|禁养区|功能区|保护区|缓冲区|水源区|库区|城区|辖区|片区|街区|小区|疫区|灾区|核心区|重点区)$/);

/** True if a modal follows what looks like a verb soon and no party stands before it: 船闸检修安排应提前公告. */
function nominalBeforeModal(state: State, verb: number, anchor: number, to: number): boolean {
  const { words } = state;
  if (anchor >= to || anchor - verb > 4 || anchor - verb < 1 || !isVerb(words[verb] as Token)) return false;
  if (!isPlainModal(words[anchor] as Token)) return false;
  return !/^(?:[甲乙丙丁]方|双方|各方)$/.test((words[verb - 1] as Token).text) && !endsParty(words[anchor - 1] as Token);
}

/** Index of the verb right after a closing word, before the anchor; or of what is measured. `from` if there is none. */
function verbBoundary(state: State, from: number, anchor: number, to: number): number {
  const { words } = state;
  for (let index = from + 1; index < anchor; index++) {
    const word = words[index] as Token;
    const before = words[index - 1] as Token;
    if (word.text === '的') return from;
    if (!(endsParty(before) || before.kind === 'g' || before.text === '）')) continue;
    if (word.text === '不' && words[index + 1] !== undefined && index + 1 < to && strong(words[index + 1] as Token)) return index;
    if (word.text === '处' && words[index + 1]?.kind === 'm') return index;
    if (before.text === '所' && /^[需在有用列提涉致得产发交属指]/.test(word.text)) return from;
    // 白石市居民平均通勤时间压缩至40分钟: the city answers for a figure of those who live there.
    if (residents(word) && before.kind !== 'w' && /[市县区省州镇乡]$/.test(before.text) && measuredAhead(state, index, anchor))
      return index;
    const perUnit = word.text === '单位' && index + 1 < anchor && isRated(words[index + 1] as Token);
    if (endsParty(word) && !strong(word) && !perUnit) continue;
    if (joins(word)) continue;
    if (strong(word) || (isAim(word) && word.kind === 'w')) {
      // 甲方提供的渔船须…: the thing is spoken of, and not who provides it.
      if (
        anchor < to &&
        isPlainModal(words[anchor] as Token) &&
        words[anchor - 1]?.kind === 'n' &&
        !endsParty(words[anchor - 1] as Token) &&
        relativeClause(words, index, anchor, 4) &&
        wordsBehind(words, index, anchor)
      )
        return -1;
      const nominal =
        index + 1 < anchor &&
        endsParty(words[index + 1] as Token) &&
        (words[index + 1] as Token).text.length <= 2 &&
        words[index + 2]?.kind !== 'g' &&
        !(index + 2 < anchor && words[index + 2]?.kind === 'n' && !endsParty(words[index + 2] as Token)) &&
        !/^(?:[甲乙丙丁戊对双各]方|[两三四五][市地省县区方]|上游|下游|上下游|一方|另一方|上级|下级|农户|用户|业主|企业|职工|游客|群众)$/.test(
          (words[index + 1] as Token).text,
        );
      const modalFollows =
        anchor < to &&
        isModal(words[anchor] as Token) &&
        endsParty(words[anchor - 1] as Token) &&
        anchor - index <= 4 &&
        anchor - 1 > index;
      const compound =
        word.kind === 'w' &&
        index + 1 < anchor &&
        /^(?:部门|机构|中心|单位|站|局|委|工作|协调|机制|专线|数据|平台)/.test((words[index + 1] as Token).text);
      const described =
        anchor < to && relativeClause(words, index, anchor, 8) && endsParty(words[anchor - 1] as Token) && anchor - index >= 3;
      if (!nominal && !modalFollows && !compound && !described && !(relativeClause(words, index, anchor) && word.kind === 'w'))
        return index;
      continue;
    }
    if (
      (!endsParty(word) || perUnit) &&
      word.kind !== 'g' &&
      word.kind !== 'p' &&
      !(anchor < to && endsParty(words[anchor - 1] as Token) && anchor - index <= 4) &&
      measuredAhead(state, index, anchor) &&
      /(?:市|县|省|区|州|镇|乡|方|地|市县|县区|盟|旗|区县|皖|冀|渝)$/.test(before.text)
    )
      return index;
  }
  return from;
}

/** True if only nouns stand between 的 and `anchor`. */
function wordsBehind(words: readonly Token[], from: number, anchor: number): boolean {
  let at = anchor - 1;
  while (at > from && words[at]?.text !== '的') {
    if (words[at]?.kind !== 'n' && words[at]?.kind !== 'w') return false;
    at--;
  }
  return anchor - at <= 4;
}

function measuredAhead(state: State, from: number, anchor: number): boolean {
  const bridge = /^(?:[0-9]|分别|到|在|于|较|比|年均|累计|每年|每|自|从|不得|应|须|将|要|确保|力争)/.test(state.words[anchor]?.text ?? '');
  // What is measured stands near; without a bound a long list of names would be looked through once for each of them.
  const end = Math.min(state.words.length, anchor + (bridge ? 10 : 1), from + 30);
  for (let index = from; index < end; index++) {
    const word = state.words[index] as Token;
    if (word.kind === 'p' && /^[，。；]$/.test(word.text)) return false;
    if (measured(word)) return true;
  }
  return false;
}
