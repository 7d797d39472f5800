/** Verb, object, time and measure of a statement, and what it takes over from the chunks before. */
import type { Deontic, Evidence, Span } from '../reading.ts';
import { type Token, wordClass } from './token.ts';
import { aims } from './aims.data.ts';
import { howLong } from './anchors.ts';
import type { Draft, State, Timed } from './draft.ts';
import { emptyFront, type Front, wordAt } from './front.ts';
import { ofClause } from './gates.ts';
import { type Quantity, quantityAt } from './quantity.ts';
import { namesPenalty } from './sanction.ts';
import { timeAt } from './time.ts';
import { remembered } from '../text/remember.ts';
import { distributed } from './distribute.ts';
import { isAdverb, isAim, isVerb } from './wordClasses.ts';

export interface Range {
  readonly from: number;
  readonly verb: number;
  readonly to: number;
  readonly first: number;
}

const serialHeads = new Set(
  '探索 研究 组织 联合 共同出资 出资 完成 启动 推动 推进 加快 配合 协助 负责 继续 抓好 做好 开展 参与 协商 统筹 协调 申请 争取 委托 依法 全面 共同 指导 督促 实施 予以 进行 加以 安排 审议 制定 建立 整改 轮流 定期 拟定 编制'.split(
    ' ',
  ),
);
const completes = wordClass(/^(?:至|到|为|入|在|给|成|完毕|完成|到位|好|出|上|起|达)$/);

/** 违约金由乙方用于堤防维护: what for is part of what is done to it. */
const isUse = wordClass(/^(?:专项|全部|优先)?用于$/);
const isDevice = wordClass(
  /^(?:办法|方案|措施|意见|机制|标准|计划|制度|流程|细则|规则|对策|政策|预案|方式|模式|程序|清单|目录|体系|规范|思路|路径|举措)$/,
);
const makes = wordClass(
  /^(?:制定|制订|提出|编制|编印|起草|出台|确定|明确|形成|建立|建立健全|健全|完善|落实|推进|开展|实施|组织|部署|拟定|拟订|修订|商定|审议|审定|优化|细化|印发|发布|采取|落实|执行|规范|构建|搭建|设计|论证|探索)$/,
);
const isBound = wordClass(/^不(?:少|低|高|超|大|小|多)/);

/** 报送上一季度执行情况: 上 belongs to the time. */
const lastOf = (word: Token | undefined): boolean =>
  word !== undefined && /^(?:[一个]|一?(?:季度|月|年|周|半年|年度|期|旬)|述|级|游)/.test(word.text);

/** Index after the verb with what belongs to it: 研究制定, 建立健全, 降至. */
function aimEnd(words: readonly Token[], verb: number, to: number): number {
  let end = verb + 1;
  const head = words[verb] as Token;
  if (end < to && completes(words[end] as Token) && !(words[end]?.text === '上' && lastOf(words[end + 1]))) return end + 1;
  // 截留、挪用补偿资金: two verbs, one object.
  const pair = words[end + 1];
  if (
    words[end]?.text === '、' &&
    end + 1 < to &&
    pair !== undefined &&
    isAim(pair) &&
    aims.get(pair.text) === aims.get(head.text) &&
    pair.kind !== 'w' &&
    words[end + 2]?.text !== '的'
  )
    return end + 2;
  while (end < to && end < verb + 3) {
    const word = words[end] as Token;
    const following = words[end + 1];
    if (!isVerb(word) || following?.text === '的' || isBound(word)) break;
    const last = end + 1 >= to;
    const objectFollows = following !== undefined && !last && following.kind !== 'p';
    if (!serialHeads.has(head.text) && !last) break;
    // 研究处理办法: the second verb tells what the thing is for.
    if (end + 2 === to && following !== undefined && isDevice(following) && !makes(word)) break;
    if (!last && !objectFollows) break;
    if (word.kind === 'w' && objectFollows && /^[nw]$/.test(following.kind)) break;
    end++;
  }
  return end;
}

const mayBeTime = wordClass(/^[0-9〇零一二三四五六七八九十半两自在于每提至期为同年连按逐“"]/);
const compares: ReadonlySet<number> = new Set([...'较比与'].map((character) => character.charCodeAt(0)));

function timeInTail(state: State, from: number, to: number): Timed | null {
  const limit = to > 0 ? (state.words[to - 1] as Token).end : 0;
  for (let index = from; index < to; index++) {
    const word = state.words[index] as Token;
    if (!mayBeTime(word) || compares.has(state.text.charCodeAt(word.start - 1)) || howLong(state.text, word.start)) continue;
    const time = timeAt(state.text, word.start, state.time);
    if (time !== undefined && time.end <= limit) return { deadline: time.deadline, span: { start: time.start, end: time.end } };
  }
  return null;
}

const mayBeCount = wordClass(/^[0-9一二两三四五六七八九十百千]/);

/** Quantities of the words `[from, to)` that are no times. */
export function quantitiesIn(state: State, from: number, to: number, skip: readonly Span[]): Quantity[] {
  const found: Quantity[] = [];
  const start = (state.words[from] as Token | undefined)?.start ?? 0;
  let past = start;
  for (let index = from; index < to; index++) {
    const word = state.words[index] as Token;
    if (word.start < past) continue;
    if (!mayBeCount(word)) continue;
    if (skip.some((time) => word.start >= time.start && word.start < time.end)) continue;
    const quantity = quantityAt(state.text, word.start, start);
    if (quantity === undefined) continue;
    found.push(quantity);
    past = quantity.end;
  }
  return found;
}

/** Name of what a quantity measures: the noun before a comparison, the noun after a count, else the object. */
function nameOf(state: State, quantity: Quantity, from: number, object: Span | null, topic: Span | null, aim: Span): Span {
  if (topic !== null) return topic;
  const { words, text } = state;
  const start = (words[from] as Token).start;
  if (quantity.compared && quantity.start > start) {
    const before = text.slice(start, quantity.start).replace(/(?:由|从)[^由从，]{0,12}[0-9][^由从，]{0,12}$/, '');
    const noun = /[^，、的将把对应须在使]{2,20}?$/.exec(before.replace(/(?:较|比|与)[0-9]{4}年.*$/, ''));
    if (noun !== null) return { start: start + noun.index, end: start + noun.index + noun[0].length };
  }
  const rest = /^[^，。；、的0-9（]{2,14}/.exec(text.slice(quantity.end, quantity.end + 14));
  if (rest !== null && !quantity.compared && object !== null && quantity.end < object.end)
    return { start: quantity.end, end: Math.min(object.end, quantity.end + rest[0].length) };
  if (object !== null)
    return { start: object.start, end: quantity.at > object.start && quantity.at < object.end ? quantity.at : object.end };
  return aim;
}

const perRecurrence: Readonly<Record<string, string>> = { P1Y: '年', P6M: '半年', P3M: '季度', P1M: '月', P1W: '周', P1D: '日' };

/** 不少于1.2亿立方米且不超过1.5亿立方米: a range in two halves. */
function bothBounds({ text }: State, quantities: readonly Quantity[]): Quantity | undefined {
  const [low, high] = quantities;
  if (low?.comparator !== '>=' || high?.comparator !== '<=' || low.unit !== high.unit) return undefined;
  if (typeof low.value !== 'number' || typeof high.value !== 'number' || low.value >= high.value) return undefined;
  if (!/^[，、]?(?:且|但|并|同时|而|、)*(?:最高|最多)?$/.test(text.slice(low.end, high.start))) return undefined;
  return { ...low, comparator: 'between', value: [low.value, high.value], end: high.end };
}

/** 不低于10万吨，不高于12万吨: the other end of what was just bounded. True if it was. */
function raised(draft: Draft, { value, unit }: Quantity): boolean {
  const { indicator } = draft;
  if (indicator?.comparator !== '>=' || indicator.unit !== unit) return false;
  if (typeof indicator.value !== 'number' || typeof value !== 'number' || indicator.value >= value) return false;
  draft.indicator = { ...indicator, comparator: 'between', value: [indicator.value, value] };
  return true;
}

/** True if the chunk is nothing but the other end. */
function otherEnd(state: State, front: Front, { from, verb, first }: Range, quantities: readonly Quantity[]): boolean {
  const [quantity] = quantities;
  if (from !== verb || front.named || front.topic !== null || quantities.length !== 1 || state.drafts.length <= first) return false;
  return quantity?.comparator === '<=' && raised(state.drafts.at(-1) as Draft, quantity);
}

const bounded = ofClause.gate(/(?:至少|不少于|最少)[^，。；0-9一二两三四五六七八九十]{1,8}$/);

/** 至少开展一次: the bound stands before the verb. */
function atLeast({ text }: State, quantity: Quantity): Quantity {
  if (quantity.comparator !== '=') return quantity;
  return bounded.test(text.slice(Math.max(0, quantity.start - 12), quantity.start)) ? { ...quantity, comparator: '>=' } : quantity;
}

function setIndicator(state: State, draft: Draft, quantities: readonly Quantity[], from: number, topic: Span | null): void {
  // 由38%提高到42%: what it is to be stands behind the verb.
  if (quantities.length === 0) return;
  const behind = measureVerbs.test(state.text.slice(draft.aim.start, draft.aim.end))
    ? quantities.find(({ at, compared }) => compared && at >= draft.aim.start)
    : undefined;
  const first = behind ?? quantities.find(({ compared }) => compared) ?? quantities[0];
  if (first === undefined) return;
  const best = bothBounds(state, quantities) ?? atLeast(state, first);
  const { comparator, value, unit, base } = best;
  const cycle = draft.time?.deadline.kind === 'recurrence' ? perRecurrence[draft.time.deadline.recurrence] : undefined;
  draft.indicator = {
    name: nameOf(state, best, from, draft.object, topic, draft.aim),
    comparator,
    value,
    unit: cycle !== undefined && !unit.includes('/') && !best.compared ? `${unit}/${cycle}` : unit,
    ...(base !== undefined && { base }),
  };
}

const bodies =
  /(?:领导小组|协调小组|工作小组|工作组|工作专班|专班|委员会|理事会|办公室|秘书处|联席会议|联席会议制度|指挥部|专家组|联盟|联合会|平台公司|合资公司|基金会|协调机构|常设机构|管委会|议事机构|联合体|协调办|专责组|专家委员会|基金|(?:巡逻|执法|巡查|救援|服务|督查|工作|护林|志愿|联防)队|联合体|协会|协作体|监测网|(?:分)?法庭|(?:调度|协调|指挥|仲裁|合作|管理|协作|应急|服务|信息|数据|交易|研究)中心)(?:[，。（]|$|作为|，|负责|及)/;

/** Verbs by which something could be set up or said to be; most are none of them. */
const mayConstitute = remembered((aim) => /[立设组建终失为是任系有视效成于指确明]/.test(aim));

function kindOf(aim: string, object: string): Draft['kind'] {
  if (!mayConstitute(aim) || object.startsWith('得')) return 'regulative';
  if (
    /^(?:(?:联合|共同|出资|发起|共同出资)*(?:成立|设立|组建)|设|共同成立|共同组建|建立|联合成立|下设|设在|组成|共同设立)$/.test(aim) &&
    (bodies.test(object) || aim === '设在' || aim === '组成')
  )
    return 'constitutive';
  if (/^(?:终止|自动终止|失效|自动失效)$/.test(aim))
    return object === '' || /(?:协议|合同|备忘录|责任书|办法)$/.test(object) ? 'constitutive' : 'regulative';
  if (/^(?:为|作为|是|担任|设在|系|具有|具有同等效力|视为|视为同意|生效|是|构成|不构成|属于)$/.test(aim)) return 'constitutive';
  if (/^(?:共同|联合|正式)?成立$/.test(aim) && !/[0-9]/.test(object)) return 'constitutive';
  if (
    /^(?:联合|共同|合作|出资)?(?:设立|组建|新设)$/.test(aim) &&
    /^[^0-9的]{2,20}(?:中心|公司|机构|联盟|联络组|小组|学会|协会|分会|分院|法庭|工作站|联络处|办事处)$/.test(object)
  )
    return 'constitutive';
  if (/^下设/.test(aim) && /(?:组|处|科|室)(?:[，。]|$)/.test(object)) return 'constitutive';
  if (/^(?:指定|确定|明确)$/.test(aim) && /为.{0,8}(?:机构|单位|部门|中心|窗口)$/.test(object)) return 'constitutive';
  return 'regulative';
}

function deonticOf(state: State, front: Front, carried: boolean, verb: string): { deontic: Deontic; hedged: boolean } {
  const hedged = front.hedged || (carried && front.deontic === undefined && state.hedged);
  if (hedged && front.deontic !== 'must_not') return { deontic: null, hedged };
  if (front.deontic !== undefined) return { deontic: front.deontic, hedged };
  if (/^不(?:得|能|应|准)/.test(verb)) return { deontic: 'must_not', hedged };
  return { deontic: carried ? (state.deontic ?? null) : null, hedged };
}

const measureVerbs =
  /^(?:下降|下调|上调|降至|降到|降低|降低到|降低至|减少|减少到|削减|压减|上升|增长|增加|增加到|提高|提高到|提高至|提升|提升到|提升至|达|达到|控制在|保持|保持在|稳定在|不低于|不高于|不超过|不少于|不大于|不小于|不得低于|不得高于|不得超过|不得少于|超过|低于|高于|大于|优于|占比?)$/;

const measures = wordClass(measureVerbs);

/** 派出专家组，专家组不少于5人: the name is that of what was just said to be done. */
function sameThing({ text }: State, { subject }: Front, { object }: Draft): boolean {
  const [name] = subject;
  return name !== undefined && object !== null && text.slice(name.start, name.end) === text.slice(object.start, object.end);
}

/** True if the chunk only gives the measure of the statement before: 日均交换量不低于20万条. */
function completesMeasure(state: State, front: Front, range: Range, quantities: readonly Quantity[]): boolean {
  const last = state.drafts.at(-1);
  if (last === undefined || state.drafts.length <= range.first || front.deontic !== undefined) return false;
  if (front.named && !sameThing(state, front, last)) return false;
  if (quantities.length === 0 || last.attribute.length === 0 || last.deontic === 'must_not') return false;
  // 面积不少于9万亩，且用水降至480立方米: another thing is measured.
  if (front.topic !== null && last.indicator !== null && /[到至]$/.test((state.words[range.verb] as Token).text)) return false;
  // 到2026年达到90%，到2028年达到95%: two targets.
  if (front.time !== null && last.time !== null && last.indicator !== null) return false;
  const verb = (state.words[range.verb] as Token).text;
  return (
    measureVerbs.test(verb) &&
    !/^(?:下降|减少|降低|增长|增加|提高|提升|上升|压减|削减)/.test(verb) &&
    (front.topic !== null || range.verb + 4 >= range.to)
  );
}

/** 取消…资格并扣减…: one sanction. */
function penalPair({ words, text }: State, verb: number, join: number, to: number): boolean {
  const from = (words[verb] as Token).start;
  const second = (words[join + 1] as Token).start;
  return namesPenalty(text.slice(from, (words[join] as Token).start)) && namesPenalty(text.slice(second, (words[to - 1] as Token).end));
}

/** A noun with an amount, 首期规模2亿元, measures the statement before it. */
export function absorbMeasure(state: State, from: number, to: number, first: number): boolean {
  const last = state.drafts.at(-1);
  if (last === undefined || state.drafts.length <= first || last.indicator !== null) return false;
  const quantities = quantitiesIn(state, from, to, []);
  if (quantities.length === 0) return false;
  setIndicator(state, last, quantities, from, null);
  return true;
}

const isDoing = wordClass(/^(?:同步|及时|定期|按期|按时|按月|按季|按年|同时|立即|逐项|逐一|主动|另行)$/);
const joinsVerbs = wordClass(/^(?:并|并且|同时|且)$/);

/** Splits 建立台账并按月通报 at 并, and reads both halves. Index of the joining word, or -1. */
function joinedAt(words: readonly Token[], verb: number, to: number): number {
  for (let index = verb + 2; index < to - 1; index++) {
    if (!joinsVerbs(words[index] as Token) || isBound((words[index + 1] ?? words[index]) as Token)) continue;
    for (let at = index + 1; at < Math.min(to, index + 6); at++) {
      const word = words[at] as Token;
      if (word.text === '的') break;
      if (isVerb(word) && (isAim(word) || at === index + 1)) return index;
      // 并同步配建…: after an adverb something is done, even if no list knows the word.
      if (at === index + 1 && isDoing(word)) return index;
    }
  }
  return -1;
}

/** When the act is due: its own time, else that of its sentence, of an act before it, of the text. A term bounds a cycle inside it. */
function boundTime(state: State, range: Range, own: Draft['time'], joinable: boolean): Draft['time'] {
  const term =
    state.sentenceTime?.deadline.kind === 'duration' && own?.deadline.kind === 'recurrence' && own.deadline.monthDay === undefined;
  if (term) return state.sentenceTime;
  return own ?? state.sentenceTime ?? sameDay(state, range) ?? (joinable ? joinedTime(state, range) : null) ?? state.opening ?? null;
}

export function readPredicate(state: State, front: Front, range: Range): void {
  const { words } = state;
  const { verb, first } = range;
  const found = joinedAt(words, verb, range.to);
  const join = found >= 0 && penalPair(state, verb, found, range.to) ? -1 : found;
  const to = join < 0 ? range.to : join;
  const end = Math.min(to, aimEnd(words, verb, to));
  const aim: { start: number; end: number } = { start: (words[verb] as Token).start, end: (words[end - 1] as Token).end };
  const tailTime = front.time === null ? timeInTail(state, end, to) : null;
  const times: readonly Span[] = timesOf(front.time, tailTime);
  // 两家须于…: how many they are is no measure of what they do.
  const quantities = quantitiesIn(state, range.from, to, front.named ? [...times, ...front.subject] : times);
  if (otherEnd(state, front, range, quantities)) return;
  if (completesMeasure(state, front, range, quantities)) {
    const last = state.drafts.at(-1) as Draft;
    if (front.time !== null) last.time ??= front.time;
    // How often is said by the cycle already; 查处率不低于95% is what is measured.
    if (last.indicator === null || (last.time?.deadline.kind === 'recurrence' && /^次/.test(last.indicator.unit)))
      setIndicator(state, last, quantities, range.from, front.topic);
    return;
  }
  const carried = !front.named;
  // 由X负责执笔，Y、Z共同编制…: X leads what they do.
  const led =
    front.named &&
    front.roles === null &&
    state.roles !== null &&
    state.drafts.length === first &&
    /共同|联合/.test(state.text.slice((words[range.from] as Token).start, aim.end));
  const { deontic, hedged } = deonticOf(state, front, carried || led, (words[verb] as Token).text);
  const concluded = front.fronted !== null && /^(?:达成|负有)$/.test(words[verb]?.text ?? '') && to - verb <= 4;
  const used = (concluded || (front.topic !== null && front.named && isUse(words[verb] as Token))) && end < to;
  if (used) aim.end = (words[to - 1] as Token).end;
  const objectText = used ? null : end < to ? { start: (words[end] as Token).start, end: (words[to - 1] as Token).end } : null;
  if (front.topic !== null) front.topic = plainTopic(state, front.topic, aim);
  const object =
    (measures(words[verb] as Token) ? front.topic : null) ??
    (front.moved && end > verb + 1 ? front.fronted : null) ??
    bareQuantity(state, trimObject(state, objectText, tailTime), quantities) ??
    front.fronted ??
    front.topic ??
    inheritedTopic(state, aim);
  const joinable = deontic !== 'must_not' && !front.named;
  const time = boundTime(state, range, front.time ?? tailTime, joinable);
  const draft: Draft = {
    attribute: carried ? state.subject : led && state.roles !== null ? [state.roles.lead, ...front.subject] : front.subject,
    lead: front.roles?.lead ?? (carried || led ? (state.roles?.lead ?? null) : null),
    cooperating: front.roles?.cooperating ?? (carried || led ? (state.roles?.cooperating ?? []) : []),
    deontic,
    hedged,
    aim,
    object,
    time,
    indicator: null,
    conditions: [...state.conditions, ...front.conditions],
    orElse: null,
    kind: kindOf(state.text.slice(aim.start, aim.end), object === null ? '' : state.text.slice(object.start, object.end)),
    span: {
      start: Math.min((words[range.from] as Token).start, state.conditions[0]?.start ?? Number.POSITIVE_INFINITY),
      end: (words[to - 1] as Token).end,
    },
    sentence: state.sentence,
    evidence: evidenceOf(state, front, words[verb] as Token, tailTime),
  };
  // What is taken away for a breach is no measure of the duty; how far it was missed is.
  if (namesPenalty(state.text.slice(aim.start, draft.span.end))) fromConditions(state, draft);
  if (draft.indicator === null) setIndicator(state, draft, quantities, range.from, front.topic);
  if (draft.indicator === null) fromConditions(state, draft);
  state.drafts.push(...distributed(state, draft, quantities, front.topic));
  remember(state, front, draft, deontic, hedged);
  if (join >= 0) readJoined(state, join + 1, range.to, first);
}

/** 排放比2025年下降: against what year is no part of what falls; 保有量不减少: the 不 belongs to the verb. */
function plainTopic({ text }: State, topic: Span, aim: { start: number; end: number }): Span {
  const said = text.slice(topic.start, topic.end);
  const base = /(?:较|比|与)(?:[0-9]{4}年|上年|去年|同期|基准年).*$/.exec(said);
  if (base !== null && base.index > 1) return { start: topic.start, end: topic.start + base.index };
  if (!said.endsWith('不') || said.length < 3 || aim.start !== topic.end) return topic;
  aim.start--;
  return { start: topic.start, end: topic.end - 1 };
}

const timesOf = (front: Timed | null, tail: Timed | null): readonly Span[] =>
  front !== null ? (tail !== null ? [front.span, tail.span] : [front.span]) : tail !== null ? [tail.span] : [];

const isAnd = (word: string | undefined): boolean => word === '并' || word === '并且';

/** 三个月内指派联络员，并告知甲方: 并 holds both to the day or the term; a notice ahead or a cycle is of the first alone. */
function joinedTime({ words, drafts, sentence }: State, { from }: Range): Timed | null {
  if (!isAnd(words[from]?.text) && !isAnd(words[from - 1]?.text)) return null;
  const last = drafts.at(-1);
  const time = last?.sentence === sentence ? last.time : null;
  if (time === null || time === undefined) return null;
  const { deadline } = time;
  return deadline.kind === 'date' || deadline.kind === 'unresolved' || (deadline.kind === 'duration' && deadline.before === undefined)
    ? time
    : null;
}

/** 同步增设: by the day of what was said just before. */
function sameDay({ text, words, drafts, time }: State, { from, verb }: Range): Timed | null {
  const at = text.slice((words[from] as Token).start, (words[verb] as Token).start).lastIndexOf('同步');
  const start = (words[from] as Token).start + at;
  if (at < 0 || time.day === undefined || drafts.at(-1)?.time?.deadline.kind !== 'date') return null;
  return { deadline: { kind: 'date', date: time.day }, span: { start, end: start + 2 } };
}

const onlyFigure = ofClause.gate(/^[0-9.%—、和：:至到]+[^一-龥]*(?:以上|以下|左右|以内)?$/);

/** 98%以上 after 提高到 is the measure; the object stands before the verb. */
function bareQuantity(state: State, object: Span | null, quantities: readonly Quantity[]): Span | null {
  if (object === null) return null;
  const text = state.text.slice(object.start, object.end);
  const whole = quantities.some(({ at, start, end }) => Math.min(at, start) <= object.start + 1 && end >= object.end - 2);
  const both = quantities.length > 1 && /^(?:不[少低]|至少)/.test(text) && quantities.some(({ end }) => end >= object.end - 1);
  return whole || both || onlyFigure.test(text) ? null : object;
}

function inheritedTopic(state: State, aim: Span): Span | null {
  if (state.topic !== null) return state.topic;
  const last = state.drafts.at(-1);
  const sameMeasure = last !== undefined && last.sentence === state.sentence && measureVerbs.test(state.text.slice(aim.start, aim.end));
  return sameMeasure ? last.object : null;
}

function evidenceOf(state: State, front: Front, verb: Token, tailTime: Timed | null): Evidence {
  return {
    subject: front.named ? 'named' : state.subject.length > 0 ? 'carried' : 'none',
    verb: isAim(verb) ? 'aim' : isVerb(verb) ? 'dictionary' : 'guess',
    deadline: (front.time ?? tailTime) !== null ? 'named' : state.sentenceTime === null ? 'none' : 'carried',
    orElse: 'none',
  };
}

function remember(state: State, front: Front, draft: Draft, deontic: Deontic, hedged: boolean): void {
  state.conditions = [];
  if (front.named && !front.encouraged) {
    state.subject = draft.attribute;
    if (front.roles === null && state.roles !== null && draft.lead === null) state.roles = null;
  }
  if (deontic === 'must_not') state.deontic = state.subject === state.promised ? 'must' : undefined;
  else state.deontic = deontic ?? undefined;
  state.hedged = hedged;
  if (front.timeFirst && front.time !== null && state.sentenceTime === null) state.sentenceTime = front.time;
  if (front.topic !== null) state.topic = front.topic;
}

/** A trigger such as 水位超过185米 is the measure of a statement that has no other. */
function fromConditions(state: State, draft: Draft): void {
  for (const { start, end } of draft.conditions) {
    const from = wordAt(state.words, start, 0, state.words.length);
    const to = wordAt(state.words, end, from, state.words.length);
    const quantities = quantitiesIn(state, from, to, []).filter(
      ({ compared, at, unit }) => compared || (unit === '次' && /(?:连续|累计|满|达)$/.test(state.text.slice(start, at))),
    );
    const [quantity] = quantities;
    if (quantity === undefined || timeAt(state.text, quantity.at, { ...state.time }) !== undefined) continue;
    const before = state.text.slice(start, quantity.start).replace(/^(?:当|如|如果|若|遇|一旦|对)/, '');
    const nameStart = quantity.start - before.length;
    draft.indicator = {
      name: before === '' ? draft.aim : { start: nameStart, end: quantity.start },
      comparator: quantity.comparator === '>=' && /达到$/.test(before) ? '>=' : quantity.comparator,
      value: quantity.value,
      unit: quantity.unit,
    };
    return;
  }
}

const opensObject = ofClause.gate(/^(?:了|对(?!方|口|象|策|照|接)|的)/);
const howOften = ofClause.gate(/(?:不少于|至少|不低于)?(?:[0-9]+|[一二两三四五六])次$/);

function trimObject(state: State, object: Span | null, time: Timed | null): Span | null {
  if (object === null) return null;
  let { start, end } = object;
  if (time !== null && time.span.end === end) end = time.span.start;
  if (time !== null && time.span.start === start) start = Math.min(end, time.span.end);
  const text = state.text.slice(start, end);
  const lead = opensObject.exec(text);
  if (lead !== null) start += lead[0].length;
  const once = howOften.exec(state.text.slice(start, end));
  if (once !== null && once.index > 0) end = start + once.index;
  return end > start ? { start, end } : null;
}

/** The half after 并: same subject and duty, verb found again. */
function readJoined(state: State, from: number, to: number, first: number): void {
  const { words } = state;
  let verb = from;
  while (verb < to && !isVerb(words[verb] as Token)) verb++;
  if (verb >= to) for (verb = from; verb < to && isAdverb(words[verb] as Token); ) verb++;
  if (verb >= to) return;
  const front = emptyFront();
  front.time = timeInTail(state, from, verb);
  readPredicate(state, front, { from, verb, to, first });
}
