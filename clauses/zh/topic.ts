/** Where a topic ends: what is measured, bounded or acted upon stands before its verb. */
import { type Token, wordClass } from './token.ts';
import { firstAnchor, relativeClause } from './anchors.ts';
import type { State } from './draft.ts';
import { isAdverb, isAim, isConcrete, isModal, isVerb, strong } from './wordClasses.ts';

export const isMeasure = wordClass(
  /^(?:不低于|不高于|不超过|不少于|不得低于|不得超过|不得高于|不得少于|达到|控制在|降至|降到|低于|高于|超过|下降|增长|提高到|提高|达|保持在|稳定在|减少|降低|降低到|达标|增加|压缩|递增|压减|提升|上升|下调|上调|上浮|下浮|优于|符合|满足|为)$/,
);

/** 混交林占比60%: the share of a thing. */
const isShare = wordClass(/^占比?$/);

/**
 * End of a noun phrase that is no party: what the verb is about. Index of the first word of the predicate, or -1.
 */
export function topicEnd(state: State, from: number, to: number): number {
  const { words } = state;
  const anchor = firstAnchor(state, from, to);
  for (let index = from; index < to; index++) {
    const word = words[index] as Token;
    // 优良比例保持在85%—90%: the verb stands before its 在.
    if (index === anchor && index > from + 1 && word.text === '在' && words[index + 1]?.kind === 'm' && isVerb(words[index - 1] as Token))
      return index - 1;
    if (index === anchor && index > from) return index;
    if (index === from) {
      if (word.text === '的' || isModal(word)) return -1;
      continue;
    }
    if (isShare(word) && index + 1 < to && words[index + 1]?.kind === 'm') return index;
    if (isMeasure(word) && words[index + 1]?.text !== '的' && !relativeClause(words, index, Math.min(anchor, to))) return index;
    if (word.kind === 'm' && anchor === to) return -1;
    const next = words[index + 1];
    const nounFollows =
      next !== undefined && index + 1 < to && (next.kind === 'n' || next.kind === 'w' || next.text === '的' || next.text === '、');
    if (strong(word) && isAim(word) && !nounFollows && anchor === to && !relativeClause(words, index, to)) return index;
    if (isAdverb(word) && index + 1 < to && strong(words[index + 1] as Token) && anchor >= index) return index;
  }
  return -1;
}

const isBound = wordClass(/^不得(?:少于|超过|高于|低于|大于|多于|小于)$/);

/** 下泄流量不得少于…: what a bound is set to. Index of the bound, or -1. */
export function bound(state: State, index: number, to: number): number {
  for (let at = index + 1; at < to; at++) {
    const word = state.words[at] as Token;
    if (isBound(word)) return at;
    if (word.text === '不得' || word.kind === 'm' || word.kind === 'p') return -1;
  }
  return -1;
}

/** A verb that begins a noun (建设用地指标由…): an anchor that needs a subject or topic before it follows. */
export function nounBefore(state: State, index: number, to: number): boolean {
  const anchor = firstAnchor(state, index, to);
  if (anchor >= to || anchor <= index + 1) return false;
  const { text } = state.words[anchor] as Token;
  if (text === '由' || text === '请' || text === '原则上' || (isModal(state.words[anchor] as Token) && text !== '要' && text !== '将'))
    return true;
  // 移交手续自验收之日起30日内办结: the verb that closes the chunk is the one that is done.
  const last = state.words[to - 1] as Token;
  // 供水价格每两年核定一次: a verb before a noun and a time, and what is done after it.
  if (
    anchor - index <= 3 &&
    text.startsWith('每') &&
    state.words.slice(anchor + 1, Math.min(to, anchor + 5)).some((word) => word.text === '由')
  )
    return true;
  if (anchor - index <= 3 && text.startsWith('每') && /^[nw]$/.test(state.words[index + 1]?.kind ?? ''))
    for (let at = anchor + 1; at < Math.min(to, anchor + 6); at++) {
      const word = state.words[at] as Token;
      if (strong(word) && isConcrete(word)) return true;
    }
  return anchor < to - 1 && strong(last) && isConcrete(last) && /^[nw]$/.test(state.words[index + 1]?.kind ?? '');
}

/** A verb of agreements behind words that no construct knows: the last resort of a chunk that would be lost. */
export function plainVerb({ words }: State, index: number, to: number): number {
  for (let at = index; at < to; at++) {
    const word = words[at] as Token;
    if (word.text === '的' || word.kind === 'p') return -1;
    if (
      word.kind === 'v' &&
      isConcrete(word) &&
      word.text.length > 1 &&
      words[at + 1]?.kind === 'n' &&
      at + 1 < to &&
      !relativeClause(words, at, to)
    )
      return at;
  }
  return -1;
}
