/** Two statements in one chunk, joined by 、 alone. */
import { type Token, wordClass } from './token.ts';
import { relativeClause, timeHere } from './anchors.ts';
import type { State } from './draft.ts';
import { phraseLength } from './phrase.ts';
import { partiesAt } from './subject.ts';
import { isAim, strong } from './wordClasses.ts';

/** 甲方建设、乙方运营 · 24小时内联系、7日内办结 · 加强调度、倒排工期: where a second statement begins after 、, or -1. */
export function secondAt(state: State, from: number, to: number): number {
  const { words } = state;
  let depth = 0;
  let past = 0;
  for (let index = from; index < to - 1; index++) {
    const { text, start } = words[index] as Token;
    past = Math.max(past, start + phraseLength(state.text, start).length);
    if (start < past || index < from + 2) continue;
    if (text === '（') depth++;
    if (text === '）') depth--;
    if (text !== '、' || depth > 0) continue;
    const next = words[index + 1] as Token;
    const parties = partiesAt(state, index + 1, to);
    if (
      /^(?:鼓励|支持|引导)$/.test((words[from] as Token).text) ||
      words.slice(from, index).some(({ text: word }) => principles.test(word))
    )
      return -1;
    const left = hasObject(state, from, index);
    if (
      parties.names.length > 0 &&
      parties.end < to &&
      left !== 'none' &&
      strong(words[parties.end] as Token) &&
      !partiesOnly(state, from, index)
    )
      return index;
    if (left !== 'none' && timeHere(state, index + 1, to, true) !== undefined && next.kind === 'm') return index;
    if (
      left === 'verbAndObject' &&
      strong(next) &&
      isAim(next) &&
      index + 2 < to &&
      (words[index + 2] as Token).kind !== 'p' &&
      !relativeClause(words, index + 1, to) &&
      shortPair(words, index + 1, to)
    )
      return index;
  }
  return -1;
}

/** What follows is a list of principles: 坚持优势互补、合作共赢. */
const principles = /^(?:坚持|秉持|秉承|本着|遵循|按照)$/;

/** 海关、检验检疫领域合作: one of several fields, and nothing done. */
const shortPair = (words: readonly Token[], from: number, to: number): boolean =>
  to - from <= 5 && !words.slice(from, to).some(({ text }) => /^(?:的|、|和|等|领域|方面|行业|环节|系统)$/.test(text));

function partiesOnly(state: State, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (strong(state.words[index] as Token)) return false;
  return true;
}

const isBare = wordClass(/^(?:擅自|私自|随意|无故|违规|单方|单方面)$/);

/** What stands left of 、: a verb with an object, a verb alone, or none. */
function hasObject(state: State, from: number, to: number): 'verbAndObject' | 'verb' | 'none' {
  for (let index = from; index < to; index++) {
    if (!strong(state.words[index] as Token) || isBare(state.words[index] as Token)) continue;
    return to - index >= 2 ? 'verbAndObject' : 'verb';
  }
  return 'none';
}
