/** 鼓励各县区开展… · 支持符合条件的民营医院加入…: what a third party may do. */
import type { Token } from './token.ts';
import type { State } from './draft.ts';
import { type Front, spanOf as span } from './front.ts';
import { partiesAt } from './subject.ts';
import { endsParty } from './wordClasses.ts';

/** 鼓励各县区开展…: a third party may act. Index after the party, or -1. */
export function encouragement(state: State, front: Front, index: number, to: number): number {
  if (front.deontic !== undefined && front.deontic !== 'may') return -1;
  if (front.named && state.words[index]?.text === '支持') return -1;
  const parties = partiesAt(state, index + 1, to);
  const { words } = state;
  if (parties.names.length === 0 || parties.end >= to || words[parties.end]?.text === '的') return describedThird(state, front, index, to);
  front.subject = parties.names;
  front.named = true;
  front.deontic = 'may';
  front.encouraged = true;
  return parties.end;
}

/** 支持符合条件的民营医院加入…: a third party that is described before it is named. Index after it, or -1. */
function describedThird({ words }: State, front: Front, index: number, to: number): number {
  let described = false;
  for (let at = index + 1; at < Math.min(to - 1, index + 14); at++) {
    const word = words[at] as Token;
    if (word.kind === 'p') return -1;
    if (word.text === '的') described = true;
    else if (described && endsParty(word) && !endsParty(words[at + 1] as Token)) {
      front.subject = [span(words[index + 1] as Token, word)];
      front.named = true;
      front.deontic = 'may';
      front.encouraged = true;
      return at + 1;
    }
  }
  return -1;
}
