/** Steps over what stands between subject and verb: adverbs, negations, phrases with a preposition. */
import { type Token, wordClass } from './token.ts';
import { relativeClause, timeHere } from './anchors.ts';
import type { State } from './draft.ts';
import { type Front, spanOf as span, wordAt } from './front.ts';
import { frontedEnd } from './fronted.ts';
import { phraseLength } from './phrase.ts';
import { isMeasure } from './topic.ts';
import { isAdverb, isAim, isConnective, isPreposition, isVerb, strong } from './wordClasses.ts';

export interface Step {
  /** Index to go on from, or the verb if `verb`. */
  readonly at: number;
  readonly verb?: true;
}

const sets = wordClass(/^(?:发布|制定|印发|执行|采用|编制|确定|公布|安排|实行|使用|调整|遵守|出台|规定|核定|对外|向|由)$/);
const unifies = wordClass(/(?:标准|方法|口径|规范|规则|格式|价格|标识|流程|尺度|编码|代码|名称|政策|要求|时间|样式|程序|目录|规格)$/);
const isPast = wordClass(/^(?:已|已经|曾|曾经|正在|目前|当前|现已|业已)$/);
const isLight = wordClass(/^(?:已经|曾|曾经|正在|目前|当前|现已|业已|[各均都也再还先已所能会每])$/);
/** What may be done about a matter: 就…达成意向. */
const agrees = wordClass(/^(?:开展|进行|达成|签订|签署|建立|保持|展开|形成|举行|召开|作出|交换|加强)$/);
const opensTime = wordClass(/^(?:在|于|自|从|到|至|应|用|以|限于|定于|拟于|暂定于|须于|分别于)$/);
const mayHoldTime = wordClass(/^[于在每自]/);
const isMeans = wordClass(/^(?:使用|利用|动用|借用|挪用)$/);
const isHome = wordClass(/^(?:辖区|区域|境内|区域内|本辖区|全市|全县|全区|全镇|全乡)$/);
const startsAt = wordClass(/^[由从]$/);

/** 不得使用专项资金发放补贴: by what means, and then what is forbidden. */
function meansStep({ words }: State, { deontic }: Front, index: number, to: number): Step | undefined {
  if (deontic !== 'must_not' || !isMeans(words[index] as Token)) return undefined;
  for (let at = index + 2; at < Math.min(to - 1, index + 8); at++) {
    const next = words[at] as Token;
    if (next.text === '的' || next.kind === 'p' || words[at + 1]?.text === '的') return undefined;
    if (next.kind === 'v' && strong(next) && isAim(next) && /^[nx]$/.test(words[at + 1]?.kind ?? '')) return { at, verb: true };
  }
  return undefined;
}

/** 辖区不发生…: where, and no party. */
function homeStep({ words }: State, { named }: Front, index: number, to: number): Step | undefined {
  if (named || !isHome(words[index] as Token)) return undefined;
  const next = words[index + 1]?.text === '内' ? index + 2 : index + 1;
  return next < to && words[next]?.text === '不' ? { at: next } : undefined;
}

/** Over a negation, an adverb or a preposition of time at `index`. */
export function plainStep(state: State, front: Front, index: number, to: number, anywhere: boolean): Step | undefined {
  const { words } = state;
  const word = words[index] as Token;
  const passed = meansStep(state, front, index, to) ?? homeStep(state, front, index, to);
  if (passed !== undefined) return passed;
  // 不干预, 不设置: what a named party does not do.
  const promised = state.subject === state.promised && !front.named && front.deontic === undefined;
  const elided = !front.named && front.topic === null && state.subject.length > 0 && state.drafts.at(-1)?.sentence === state.sentence;
  if (
    word.text === '不' &&
    (front.named || promised || elided) &&
    index + 1 < to &&
    strong(words[index + 1] as Token) &&
    !relativeClause(words, index + 1, to)
  ) {
    if (front.deontic !== 'must_not') front.deontic = 'must_not';
    return { at: index + 1 };
  }
  if ((word.text === '让' || word.text === '使') && !front.named && index + 2 < to) {
    const changed = changedAt(words, index + 1, to);
    if (changed > index + 1) {
      front.fronted ??= span(words[index + 1] as Token, words[changed - 1] as Token);
      return { at: changed, verb: true };
    }
    // 让群众少跑腿、好办事: for whom it is done.
    if (word.text === '让') return { at: index, verb: true };
  }
  // 经同意后方可…: only then.
  if (word.text === '方' && /^(?:可|能|得)/.test(words[index + 1]?.text ?? '')) return { at: index + 1 };
  // 由38%提高到42%: where it begins; where it is to end stands behind.
  if (startsAt(word) && words[index + 1]?.kind === 'm' && index + 1 < to && timeHere(state, index + 1, to, false) === undefined)
    for (let at = index + 2; at < Math.min(to, index + 8); at++) if (isMeasure(words[at] as Token)) return { at, verb: true };
  // 就人才互聘开展磋商: what it is about.
  if (word.text === '就' && front.fronted === null)
    for (let at = Math.min(to, index + 24) - 1; at > index + 1; at--) {
      if (!agrees(words[at] as Token) || words[at + 1]?.text === '的') continue;
      front.fronted = span(words[index + 1] as Token, words[at - 1] as Token);
      return { at, verb: true };
    }
  // 已出台的措施: what is past is the thing's, not what is done to it.
  if (isPast(word) && !relativeClause(words, index, to)) front.past = true;
  // 给予合作园区优先保障: more than one word follows, so that something is given.
  if (
    (word.text === '给予' || word.text === '给与') &&
    index + 2 < to &&
    !(index + 3 >= to && isVerb(words[index + 1] as Token)) &&
    !/^[第全大]/.test(words[index + 1]?.text ?? '')
  )
    return { at: index, verb: true };
  // 就航线开发保持联系: 就 before a noun opens a phrase.
  if (word.text === '就' && index + 2 < to && !isVerb(words[index + 1] as Token) && !isAdverb(words[index + 1] as Token)) return undefined;
  // 统一预警分级标准: to make one of several.
  if (
    word.text === '统一' &&
    index + 2 < to &&
    unifies(words[to - 1] as Token) &&
    !isPreposition(words[index + 1] as Token) &&
    !sets(words[index + 1] as Token)
  )
    return { at: index, verb: true };
  if (isAdverb(word) || isConnective(word) || isLight(word)) {
    // 协商续签事宜: what is talked about is not yet done.
    if (
      word.text === '明确' &&
      index + 2 < to &&
      /^[nw]$/.test(words[index + 2]?.kind ?? '') &&
      !/^(?:提出|规定|要求|表示)$/.test(words[index + 1]?.text ?? '')
    )
      return { at: index, verb: true };
    if (word.text === '协商' && /^(?:事宜|事项|问题)$/.test((words[to - 1] as Token).text)) return { at: index, verb: true };
    if (
      isAim(word) &&
      !(
        index + 1 < to &&
        (isVerb(words[index + 1] as Token) ||
          (/^(?:擅自|抓紧|及时|主动|依法)$/.test(word.text) && isPreposition(words[index + 1] as Token)) ||
          timeHere(state, index + 1, to, false) !== undefined)
      )
    )
      return { at: index, verb: true };
    return { at: index + 1 };
  }
  if (opensTime(word) && index + 1 < to && timeHere(state, index + 1, to, anywhere) !== undefined) return { at: index + 1 };
  return undefined;
}

/** Over a phrase that opens with a preposition at `index`. */
export function phraseStep(state: State, front: Front, index: number, to: number): Step | undefined {
  const { words } = state;
  const word = words[index] as Token;
  if (isPreposition(word) || word.text === '将') {
    if (
      word.text === '为' &&
      front.named &&
      !words.slice(index + 2, to - 1).some((later) => strong(later)) &&
      !(strong(words[to - 1] as Token) && isAim(words[to - 1] as Token))
    )
      return { at: index, verb: true };
    const own = phraseLength(state.text, word.start);
    if (own.length > 0 && word.start + own.length < (words[to - 1] as Token).end) {
      const end = wordAt(words, word.start + own.length, index, to);
      if (own.place) front.conditions.push(span(word, words[end - 1] as Token));
      return { at: end };
    }
    const phrase = frontedEnd(state, index, to);
    if (phrase < 0) return movedFar(state, front, index, to);
    const end = timeInside(state, index + 2, phrase);
    if (/^(?:将|把|对|对于|至于|关于|就)$/.test(word.text)) {
      front.fronted ??= span(words[index + 1] as Token, words[end - 1] as Token);
      front.moved ||= /^[将把]$/.test(word.text);
    } else if (/^(?:在|于|当|遇|如|若|凡|因|经)$/.test(word.text)) front.conditions.push(span(word, words[end - 1] as Token));
    return { at: end };
  }
  return undefined;
}

/** 让群众有更多获得感 · 使等待时间缩短三分之一: where what changes ends and how it changes begins, or -1. */
function changedAt(words: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + 40); at++) {
    const word = words[at] as Token;
    const { text } = word;
    if (text === '有' && at + 1 < to) return isVerb(words[to - 1] as Token) ? to - 1 : at;
    if ((isMeasure(word) && text !== '为') || /^(?:深入人心|惠及|共享|享受|受益)$/.test(text)) return at;
  }
  return -1;
}

/** 把账算清 · 把纽带系得更牢: what is done stands at the end and no list knows it. */
function movedFar(state: State, front: Front, index: number, to: number): Step | undefined {
  const { words } = state;
  if (!/^[把将]$/.test((words[index] as Token).text) || to - index < 3 || to - index > 40) return undefined;
  let verb = to - 1;
  for (let at = index + 2; at < to; at++) if ((words[at] as Token).text === '得') verb = at - 1;
  while (verb > index + 2 && (words[verb] as Token).text.length === 1 && (words[verb - 1] as Token).text.length === 1) verb--;
  if (verb <= index + 1) return undefined;
  front.fronted ??= span(words[index + 1] as Token, words[verb - 1] as Token);
  front.moved = true;
  return { at: verb, verb: true };
}

/** A phrase ends where a time begins: 按每立方米0.35元于每季度首月15日前. */
function timeInside(state: State, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (!mayHoldTime(state.words[index] as Token)) continue;
    if (timeHere(state, index, state.words.length, false) !== undefined) return index;
  }
  return to;
}
