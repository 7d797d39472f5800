/** Conditions that are a chunk of their own, and whom they name. */
import type { Word } from '../segment/port.ts';
import type { State } from './draft.ts';
import { isModal, spanOf as span, textFrom } from './front.ts';
import { partiesAt, splitParties } from './subject.ts';
import { closesParty } from './party.ts';

/** 甲方如需提前终止协议，应…: who is bound, then under what. Index where the condition begins, or 0. */
export function boundUnder(state: State, from: number, to: number): number {
  const { words, text } = state;
  if (text[(words[to - 1] as Word).end] !== '，') return 0;
  for (let index = from + 1; index < Math.min(to - 1, from + 8); index++) {
    const word = words[index] as Word;
    if (!/^(?:如|若|如果|如需|若需|如要|如因|若因|一旦|倘若|因|逾期|确需|确有|遇|遇有|发现|发生)/.test(word.text)) continue;
    if (words.slice(index + 1, to).some((later, at) => isModal(later) && !/^(?:需|需要|要)$/.test(later.text) && at > 0)) return 0;
    const before = words[index - 1] as Word;
    if (!closesParty(before.text) && before.kind !== 'g') return 0;
    if (/^(?:发现|发生|因|逾期)$/.test(word.text) && !/(?:的|时|后)$/.test((words[to - 1] as Word).text)) return 0;
    const named = splitParties(state, from, index);
    state.subject = named;
    state.deontic = undefined;
    state.hedged = false;
    return index;
  }
  return 0;
}

/** A condition may name who is bound: 任一方拟调整引水计划的，应…. */
export function readCondition(state: State, from: number, to: number): void {
  state.conditions.push(span(state.words[from] as Word, state.words[to - 1] as Word));
  const first = (state.words[from] as Word).text;
  if (/^(?:对|凡|因|如|若|当|遇|经|未|在|除|待)/.test(first)) return;
  if (/(?:变更|变动|更换|调整|调离|离职|变化)的?$/.test(textFrom(state, from, to))) return;
  const parties = partiesAt(state, from, to);
  if (parties.names.length === 0) {
    const actor = /^[^，的应须]{2,12}?(?:人员|执法队|单位|企业|机构|部门)(?=[^，]{2,20}时$)/.exec(textFrom(state, from, to));
    const start = (state.words[from] as Word).start;
    if (actor === null || state.subject.length > 0) return;
    state.subject = [{ start, end: start + actor[0].length }];
    return;
  }
  state.subject = parties.names;
  state.deontic = undefined;
  state.hedged = false;
}
