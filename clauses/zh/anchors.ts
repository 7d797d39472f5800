/** Anchors: words that end whatever stands before the verb's territory, such as modals, times, prepositions and hard adverbs. */
import { type Token, wordClass } from './token.ts';
import type { State, Timed } from './draft.ts';
import { timeAt } from './time.ts';
import { ofClause } from './gates.ts';
import { endsParty, isAdverb, isConnective, isHedge, isModal } from './wordClasses.ts';

/** Adverbs that also stand inside names of things: 直接结算率, 集中供热, 统一调度. */
const soft = wordClass(
  new Set(
    '联合 统一 优先 公开 集中 协调 统筹 创新 规范 直接 现场 明确 稳定 对口 独立 重点 具体 深度 提前 定期 公平 公正 整体 主要 一般 基本 初步 间接 平均 先行 首先 广泛 全程 实时 自愿 持续 综合 长期 同步 分类 分级 分期 牵头 协商 累计 动态 常态化 科学 高效 全面 平稳 免费 无偿 书面 超前 进行 给予'.split(
      ' ',
    ),
  ),
);
const stops = wordClass(
  new Set(
    '凭 限于 定于 拟于 暂定于 须于 分别于 为主 待 由 本着 秉持 秉承 遵循 于 在 对 将 把 按 按照 根据 依据 向 以 从 自 为 通过 每 请 较 比 视 逾期 未按期 未按时 未按 未能 未 拒不 连续 超期 迟延 结合 围绕 依托 会同 未经 牵头 负责牵头 牵头负责 商 未 经 据此 拟 就 因'.split(
      ' ',
    ),
  ),
);

const timeStart: ReadonlySet<string> = new Set(
  '单双隔首此届供采灌0123456789〇零一二三四五六七八九十半两协用即下逢工自从在于到至截最力每按逐年季月同次翌今明本当会事期提为有合连轮春汛供采秋入全始常实任周服挂过保不开规调枯丰长"“”「',
);
export const relative = ofClause.gate(
  /(?:后|起|前|起算)(?:的)?(?:第)?[0-9一二三四五六七八九十两半]+(?:个)?(?:工作日|自然日|日|天|周|星期|月|年|小时|分钟)/,
);

/** 压缩至4分钟以内: how long it takes is a measure and no day. */
const lasting = /(?:缩|控制|降|减少|压减|延长|维持|保持|时长)(?:至|到|在|为)$/;
const lastingEnds: ReadonlySet<number> = new Set([...'至到在为'].map((character) => character.charCodeAt(0)));
export const howLong = (text: string, at: number): boolean =>
  lastingEnds.has(text.charCodeAt(at - 1)) && lasting.test(text.slice(Math.max(0, at - 4), at));

const mayStartTime = wordClass((text) => timeStart.has(text[0] as string));
const than = '较'.charCodeAt(0);
const compared = '比'.charCodeAt(0);

export function timeHere(state: State, index: number, to: number, anywhere: boolean): Timed | undefined {
  const word = state.words[index] as Token;
  if (!anywhere && !mayStartTime(word)) return undefined;
  const before = state.text.charCodeAt(word.start - 1);
  if (before === than || before === compared) return undefined;
  if (howLong(state.text, word.start)) return undefined;
  const time = timeAt(state.text, word.start, state.time);
  const limit = (state.words[to - 1] as Token).end;
  if (time === undefined || time.end > limit) return undefined;
  return { deadline: time.deadline, span: { start: time.start, end: time.end } };
}

const closesPhrase = wordClass((text) => !/^[、（）·“”"《》]$/.test(text));
const isEach = wordClass(/^[各均都]$/);
const isLight = wordClass(/^(?:以及|其|还|也|即|则|另)$/);
const opensTime = wordClass(
  /^(?:每|逢|[单双]$|全年|年均|[二三四五六七八九十两半]|十[一二三四]五|到|至|截至|次年|同年|当年|年底|年内|年前|季末|月末|月内|任期|期满|届满|春节|国庆|汛|次日|翌日|当日|当天|节前|入冬|入夏|开学|首个|此后|会议后|前期|月底|会后|会前|“|力争|最迟|今年|明年|本年)/,
);

/** True if the word at `index` ends a noun phrase that began at `from`. */
export function isAnchor(state: State, index: number, from: number, to: number): boolean {
  const { words } = state;
  const word = words[index] as Token;
  if (word.kind === 'p') return closesPhrase(word);
  if (isModal(word) && word.text !== '需要') return true;
  if (isHedge(word) || stops(word)) return true;
  if (isEach(word)) return index > from && words[index - 1]?.text !== '、';
  if (isConnective(word)) return index > from && !isLight(word);
  if (isAdverb(word)) return index > from && (!soft(word) || endsParty(words[index - 1] as Token));
  if (word.kind === 'm' || opensTime(word)) {
    return timeHere(state, index, to, false) !== undefined;
  }
  return false;
}

const isBracket = wordClass(/^[（）]$/);

/** Index of the first anchor at or after `from`, or `to`. */
export function firstAnchor(state: State, from: number, to: number): number {
  let depth = 0;
  for (let index = from; index < to; index++) {
    const word = state.words[index] as Token;
    if (isBracket(word)) depth = word.text === '（' ? depth + 1 : Math.max(0, depth - 1);
    else if (depth === 0 && isAnchor(state, index, from, to)) return index;
  }
  return to;
}

/** True if the verb belongs to a relative clause: 检查发现的隐患. */
export function relativeClause(words: readonly Token[], index: number, to: number, reach = 5): boolean {
  for (let at = index + 1; at < Math.min(to, index + 1 + reach); at++) {
    const { text } = words[at] as Token;
    if (text === '的' || text === '之日') return true;
    if (text === '，' || text === '由') return false;
  }
  return false;
}
