/** What stands before the verb of a chunk: subject, modal, time, phrases and conditions, taken off from left to right. */
import { type Token, wordClass } from './token.ts';
import { relative, relativeClause, timeHere } from './anchors.ts';
import { conditionEnd, unmarkedCondition } from './condition.ts';
import { companyAt } from './company.ts';
import type { State } from './draft.ts';
import { phraseStep, plainStep, type Step } from './steps.ts';
import { type Front, spanOf as span, textFrom, wordAt } from './front.ts';
import { encouragement } from './encourage.ts';
import { frontedEnd } from './fronted.ts';
import { roleAt } from './roles.ts';
import { partiesAt } from './subject.ts';
import { bound, isMeasure, nounBefore, plainVerb, topicEnd } from './topic.ts';
import { modals } from './words.ts';
import { isAdverb, isAim, isConcrete, isConnective, isHedge, isModal, isPlainModal, isPreposition, isVerb, strong } from './wordClasses.ts';
import { ofClause } from './gates.ts';

/** 将 as 把: a noun stands between it and its verb. */
function fronting(state: State, index: number, to: number): boolean {
  const { words } = state;
  const next = words[index + 1];
  if (next === undefined || index + 1 >= to) return false;
  // 并将清运照片报送…: after 并 or a modal, a verb behind 将 is part of a noun.
  if (
    strong(next) &&
    /^(?:并|并应|应|须|应当|及时)$/.test(words[index - 1]?.text ?? '') &&
    /^[nx]$/.test(words[index + 2]?.kind ?? '') &&
    words.slice(index + 3, to).some(({ text }) => /^(?:报送|抄送|移交|提交|通报|推送|纳入|上传|反馈|送交|抄告)$/.test(text))
  )
    return true;
  // 将供水管网漏损率降至9%: a change of a figure follows, so that the verb before a noun is part of what changes.
  if (strong(next) && /^[nw]$/.test(words[index + 2]?.kind ?? '') && changesFigure(words, index + 3, to)) return true;
  // 应将换乘时间压缩至6分钟: after another modal it can only be 把.
  if (/^(?:应|应当|须|必须|要|可|可以|不得|不能|不可|负责)$/.test(words[index - 1]?.text ?? '') && frontedEnd(state, index, to) > index + 1)
    return true;
  if (strong(next) || isAdverb(next) || isHedge(next) || isModal(next)) return false;
  if (next.kind === 'm' && timeHere(state, index + 1, to, false) !== undefined) return false;
  if (isPreposition(next) || /^(?:由|每|不|继续|互为)$/.test(next.text)) return false;
  if (isAim(next) && !/^[nwg]$/.test(words[index + 2]?.kind ?? 'p')) return false;
  const end = frontedEnd(state, index, to);
  return end > index + 1;
}

function changesFigure(words: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to - 1; index++)
    if (isMeasure(words[index] as Token) && words[index]?.text !== '为' && words[index + 1]?.kind === 'm') return true;
  return false;
}

/** A modal that is the verb itself: 确保各项任务落地, 同意…的申请. */
function modalAsVerb(state: State, front: Front, index: number, to: number): boolean {
  const { words } = state;
  const word = words[index] as Token;
  if (word.text === '杜绝' || word.text === '切勿') return !words.slice(index + 1, to).some((later) => strong(later));
  if (!asVerb(word)) return false;
  if (/^(?:确保|保证)$/.test(word.text) && inGoodState.test(textFrom(state, index, to))) return true;
  // 承诺年度内不发生事故: what is promised is that something is not done.
  if (promises(word) && front.named && refrains(state, index + 1, to) > 0) return false;
  if (word.text === '负责' && listsTasks(words, index + 1, to)) return true;
  if (index + 1 >= to) return word.text === '负责';
  if (/^同意[^，]{2,16}(?:提出|申请|请求)的/.test(textFrom(state, index, to))) return true;
  const last = words[to - 1] as Token;
  for (let at = index + 1; at < to; at++) {
    const here = words[at] as Token;
    if (isModal(here) || isMeasure(here)) return false;
    if (at === index + 1 && (isVerb(here) || isAdverb(here) || isPreposition(here))) return false;
    if (
      strong(here) &&
      isConcrete(here) &&
      words[at + 1]?.text !== '的' &&
      (at > index + 1 || at + 1 < to) &&
      here.end !== last.end &&
      !relativeClause(words, at, to)
    )
      return false;
  }
  if (isConcrete(last) && strong(last)) return false;
  return !(words.slice(index + 1, to).some(({ kind }) => kind === 'm') && word.text !== '同意');
}

/** 负责日常联络、文件起草和会议筹备: tasks as nouns. */
function listsTasks(words: readonly Token[], from: number, to: number): boolean {
  const first = words[from];
  if (first === undefined || from >= to || to - from > 40 || isVerb(first) || !/^[nad]$/.test(first.kind) || isAdverb(first)) return false;
  const last = words[to - 1] as Token;
  return (
    words.slice(from, to).some(({ text }) => /^[、和及与]$/.test(text)) &&
    isVerb(last) &&
    !words.slice(from, to).some(({ kind }) => kind === 'm')
  );
}

/** 确保防汛工作万无一失: a state, whatever verbs stand before it. */
const inGoodState =
  /(?:万无一失|平稳有序|安全有序|有序推进|顺利推进|顺利实施|落地见效|取得实效|落到实处|安全可控|不断档|不掉链子|圆满成功|及时准确|真实准确|准确无误|真实完整|及时有效|无缝衔接)$/;
const promises = wordClass(/承诺|^保证$/);
const within = /[内中上间季期年月]$/;

/** Index of 不 before a verb, at once or behind where and when (年度内, 在运输途中, 全年); 0 if there is none. */
function refrains({ words }: State, from: number, to: number): number {
  for (let index = from; index < Math.min(to - 1, from + 8); index++) {
    const word = words[index] as Token;
    if (word.text === '不') {
      const before = words[index - 1] as Token;
      const open = index === from || isAdverb(before) || within.test(before.text);
      return open && isVerb(words[index + 1] as Token) ? index : 0;
    }
    if (word.kind === 'p' || (strong(word) && isAim(word)) || isModal(word)) return 0;
  }
  return 0;
}

const isSeason = wordClass(/^(?:汛期|枯水期|丰水期|规划期|禁渔期|调水)/);
const encourages = wordClass(/^(?:鼓励|支持|引导|允许)$/);
const opensName = wordClass(/^(?:联合|统筹|协调|独立|集中|公开|监督|轮值)$/);
const carriesName = wordClass(/^(?:其|以及)$/);
const asVerb = wordClass(/^(?:确保|保证|同意|承诺|负责|需要|允许)$/);
const isQuote = wordClass(/^["“”「]$/);

const asLead = /^以[^，]{2,20}为(?:牵头|主办|责任)/;
/** 由, 请, 以…为牵头单位: who acts, behind what it is about. */
const bringsParty = ({ text: clause }: State, { text, start }: Token): boolean =>
  text === '由' || text === '请' || (text === '以' && asLead.test(clause.slice(start, start + 26)));

/** Subject, role or encouragement at `index`. */
function subjectStep(state: State, front: Front, index: number, to: number): Step | undefined {
  const { words } = state;
  const word = words[index] as Token;
  if (encourages(word)) {
    const next = encouragement(state, front, index, to);
    if (next > 0) return { at: next };
    // 乙方支持甲方设立…: what a named party says of itself is its own act.
    if (word.text === '支持' && front.named) return { at: index, verb: true };
  }
  if (word.text === '会同' && front.named && front.roles === null) {
    const company = companyAt(state, front, index, to);
    if (company > 0) return { at: company };
  }
  if (front.named || (front.topic !== null && !bringsParty(state, word))) return undefined;
  if (isSeason(word) && timeHere(state, index, to, false) !== undefined) return undefined;
  const role = roleAt(state, front, index, to);
  if (role >= 0) return { at: role };
  if (isPreposition(word) || isHedge(word) || isModal(word)) return undefined;
  if (isAdverb(word) && !opensName(word)) return undefined;
  if (isConnective(word) && !carriesName(word)) return undefined;
  const parties = partiesAt(state, index, to);
  if (parties.names.length === 0) return undefined;
  const between = words[parties.end]?.text === '之间' && parties.names.length === 1 && isModal((words[parties.end + 1] ?? word) as Token);
  if (!between && /^(?:的|之间)$/.test(words[parties.end]?.text ?? '')) return undefined;
  front.subject = parties.names;
  front.named = true;
  if (between) return { at: parties.end + 1 };
  return { at: words[parties.end]?.text === '各' && parties.end < to ? parties.end + 1 : parties.end };
}

/** Time, modal, adverb or phrase at `index`. */
function adverbialStep(state: State, front: Front, index: number, to: number, anywhere: boolean): Step | undefined {
  const { words } = state;
  const word = words[index] as Token;
  const time = timeHere(state, index, to, anywhere);
  if (time !== undefined) {
    front.time = better(state.text, front.time, time);
    front.timeFirst ||= !front.named;
    return { at: wordAt(words, time.span.end, index, to) };
  }
  if (word.text === '需要' && /^(?:可?根据|可?按|视|可视)$/.test(words[index - 1]?.text ?? '')) return { at: index + 1 };
  if (isModal(word) && !(word.text === '将' && fronting(state, index, to))) {
    if (modalAsVerb(state, front, index, to)) {
      front.deontic ??= 'must';
      return { at: index, verb: true };
    }
    const not = promises(word) && front.named ? refrains(state, index + 1, to) : 0;
    if (not > 0) {
      front.deontic = 'must_not';
      return { at: not + 1 };
    }
    const value = modals.get(word.text);
    if (value !== undefined) front.deontic = value === 'must' && front.deontic === 'must_not' ? 'must_not' : value;
    return { at: index + 1 };
  }
  return plainStep(state, front, index, to, anywhere) ?? phraseStep(state, front, index, to);
}

/** A recurrence beats a term, a day beats a recurrence's bare cycle. */
function better(text: string, known: Front['time'], found: NonNullable<Front['time']>): Front['time'] {
  if (known === null) return found;
  if (known.deadline.kind === 'standing' && found.deadline.kind === 'recurrence') return found;
  if (known.deadline.kind === 'period' && found.deadline.kind !== 'period') return found;
  if (known.deadline.kind === 'date' && /起$/.test(text.slice(known.span.start, known.span.end)) && found.deadline.kind === 'recurrence')
    return found;
  if (known.deadline.kind === 'recurrence' && found.deadline.kind === 'recurrence') return found;
  return known;
}

const striven = ofClause.gate(
  /^争取(?!在|于|到|[0-9一二三四五六七八九十每今明年]|用|尽)[^，、]{0,16}(?:支持|资金|政策|试点|项目|指标|投资|倾斜|机会|份额)$/,
);

const ended = ofClause.gate(/(?:届满|期满|到期)(?:之日|当日|之?时)|次日|翌日/);

/** 各乡镇接报后要立即…: upon what news they act. */
const opensNews = wordClass(/^[接收获得发]/);
const news = /^(?:接|收|获|得|发)(?:报|警|到|悉|知|现)[^，。；、应须要将0-9]{0,8}?后(?=要|应|须|必须|立即|及时|迅速|第一时间|将|可|方)/;

/** Peels everything before the verb. Returns the index of the verb, or -1 if the chunk has none. */
export function peel(state: State, front: Front, text: string, from: number, to: number): number {
  const { words } = state;
  const anywhere = relative.test(text) || ended.test(text);
  let index = from;
  const open = unmarkedCondition(text);
  if (open > 0) {
    index = wordAt(words, (words[from] as Token).start + open, from, to);
    front.conditions.push(span(words[from] as Token, words[index - 1] as Token));
  }
  for (let guard = 0; index < to && guard < 300; guard++) {
    const word = words[index] as Token;
    if (word.text === '（') {
      let depth = 1;
      for (index++; index < to && depth > 0; index++) depth += words[index]?.text === '（' ? 1 : words[index]?.text === '）' ? -1 : 0;
      continue;
    }
    if (word.kind === 'p' && !isQuote(word)) {
      index++;
      continue;
    }
    if (isHedge(word)) {
      front.hedged = true;
      // 争取国家资金支持: to strive for a thing is what is done.
      if (word.text === '争取' && striven.test(textFrom(state, index, to))) return index;
      index++;
      continue;
    }
    const condition = conditionEnd(words, index, to);
    if (condition > index) {
      front.conditions.push(span(word, words[condition - 1] as Token));
      index = condition;
      continue;
    }
    const told = front.named && opensNews(word) ? (news.exec(state.text.slice(word.start, word.start + 16))?.[0].length ?? 0) : 0;
    if (told > 0 && word.start + told < (words[to - 1] as Token).end) {
      const end = wordAt(words, word.start + told, index, to);
      front.conditions.push(span(word, words[end - 1] as Token));
      index = end;
      continue;
    }
    const step = subjectStep(state, front, index, to) ?? adverbialStep(state, front, index, to, anywhere);
    if (step !== undefined) {
      if (step.verb) return step.at;
      if (step.at > index) {
        index = step.at;
        continue;
      }
    }
    const following = words[index + 1];
    const next = following?.text ?? '';
    // 投诉应在5日内办结: what stands right before a modal is not what is done.
    const beforeModal = !front.named && following !== undefined && isPlainModal(following);
    const topicFirst =
      (beforeModal && isVerb(word)) ||
      word.kind === 'w' ||
      next === '的' ||
      // 投诉办结率达到100%: a verb in front of a rate belongs to its name.
      (isVerb(word) && rated(words, index, to)) ||
      (!front.named && front.deontic === undefined && words[index + 1]?.kind !== 'm' && nounBefore(state, index, to));
    if (leftForLater(state, front, index, to)) {
      front.topic = span(word, word);
      index++;
      continue;
    }
    const bounded = bound(state, index, to);
    if (bounded > index + 1) {
      const cycle = boundTime(state, front, index, bounded);
      front.topic = span(word, words[cycle - 1] as Token);
      index = bounded;
      continue;
    }
    if (isVerb(word) && next !== '的' && !beforeModal && !(topicFirst && topicEnd(state, index, to) > index + 1)) return index;
    const end = topicEnd(state, index, to);
    if (end <= index) {
      if (isVerb(word)) return index;
      return fallback(state, front, index, to);
    }
    front.topic = span(words[index] as Token, words[end - 1] as Token);
    index = end;
  }
  return index < to ? index : -1;
}

const defers = wordClass(/^(?:另行|另|再行|会后|届时)$/);

/** 具体选址另行研究: what is left for later stands before the adverb. */
function leftForLater({ words }: State, { named, topic }: Front, index: number, to: number): boolean {
  if (named || topic !== null || index + 3 !== to) return false;
  return defers(words[index + 1] as Token) && isVerb(words[index] as Token) && isVerb(words[index + 2] as Token);
}

const isRate = wordClass(/(?:率|比例|比重|占比|水平|水质|质量|指数|浓度|总量|强度|均值|满意度|覆盖面)$/);
/** True if a rate and what it is to be follow the verb at `index` closely. */
function rated(words: readonly Token[], index: number, to: number): boolean {
  for (let at = index + 1; at < Math.min(to - 1, index + 5); at++)
    if (isRate(words[at] as Token)) return isMeasure(words[at + 1] as Token) && (words[at + 1] as Token).text !== '为';
  return false;
}

/** 取水总量每年不得超过…: a cycle before the bound is no part of what is bounded. Index where the name ends. */
function boundTime(state: State, front: Front, from: number, to: number): number {
  for (let index = from + 1; index < to; index++) {
    if (!/^[每自在于]/.test((state.words[index] as Token).text)) continue;
    const time = timeHere(state, index, to, false);
    if (time === undefined) continue;
    front.time = better(state.text, front.time, time);
    return index;
  }
  return to;
}

/** …，再谱新篇 · …，带头节水节电: four characters, or an adverb and two or four more, of whoever acted before. */
function goesOn(state: State, index: number, to: number): boolean {
  const last = state.drafts.at(-1);
  if (last?.sentence !== state.sentence || last.kind !== 'regulative' || state.subject.length === 0) return false;
  const rest = textFrom(state, index, to);
  const before = state.words[index - 1];
  return /^[一-龥]{2,4}$/.test(rest) && (rest.length === 4 || (before !== undefined && isAdverb(before)));
}

/** Once a subject, a duty or a time was read something is done, even if no list knows the word. */
function fallback(state: State, front: Front, index: number, to: number): number {
  const { words } = state;
  if (!front.named && front.deontic === undefined) {
    const plain = plainVerb(state, index, to);
    return plain >= 0 || !goesOn(state, index, to) ? plain : index;
  }
  for (let at = index; at < to; at++) {
    const word = words[at] as Token;
    if (isVerb(word) && words[at + 1]?.text !== '的' && !relativeClause(words, at, to)) return at;
  }
  return front.deontic !== undefined || front.time !== null || front.fronted !== null || /^[一-龥]{4}$/.test(textFrom(state, index, to))
    ? index
    : -1;
}
