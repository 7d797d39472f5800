/** When an act is due: by its own words, by those of its sentence, or by an act before it. */
import type { Span } from '../reading.ts';
import { howLong } from './anchors.ts';
import type { Draft, State, Timed } from './draft.ts';
import type { Range } from './front.ts';
import { timeAt } from './time.ts';
import { type Token, wordClass } from './token.ts';

const mayBeTime = wordClass(/^[0-9〇零一二三四五六七八九十半两自在于每提至期为同年连按逐“"]/);
const compares: ReadonlySet<number> = new Set([...'较比与'].map((character) => character.charCodeAt(0)));

export function timeInTail(state: State, from: number, to: number): Timed | null {
  const limit = to > 0 ? (state.words[to - 1] as Token).end : 0;
  for (let index = from; index < to; index++) {
    const word = state.words[index] as Token;
    if (!mayBeTime(word) || compares.has(state.text.charCodeAt(word.start - 1)) || howLong(state.text, word.start)) continue;
    const time = timeAt(state.text, word.start, state.time);
    if (time !== undefined && time.end <= limit) return { deadline: time.deadline, span: { start: time.start, end: time.end } };
  }
  return null;
}
/** When the act is due: its own time, else that of its sentence, of an act before it, of the text. A term bounds a cycle inside it. */
export function boundTime(state: State, range: Range, own: Draft['time'], joinable: boolean): Draft['time'] {
  const term =
    state.sentenceTime?.deadline.kind === 'duration' && own?.deadline.kind === 'recurrence' && own.deadline.monthDay === undefined;
  if (term) return state.sentenceTime;
  return own ?? state.sentenceTime ?? sameDay(state, range) ?? (joinable ? joinedTime(state, range) : null) ?? state.opening ?? null;
}

export const timesOf = (front: Timed | null, tail: Timed | null): readonly Span[] =>
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

/** 同步增设: by the day, or within the term, of what was said just before. */
function sameDay(state: State, { from, verb }: Range): Timed | null {
  const at = inStep(state, from, verb);
  const last = state.drafts.at(-1);
  if (at < 0 || last?.time == null) return null;
  const { deadline } = last.time;
  if (deadline.kind === 'date' && state.time.day !== undefined)
    return { deadline: { kind: 'date', date: state.time.day }, span: { start: at, end: at + 2 } };
  return deadline.kind === 'duration' && deadline.before === undefined && last.sentence === state.sentence
    ? { deadline, span: { start: at, end: at + 2 } }
    : null;
}

/** Where 同步 stands before the verb, or -1. */
export function inStep({ text, words }: State, from: number, verb: number): number {
  const start = (words[from] as Token).start;
  const at = text.slice(start, (words[verb] as Token).start).lastIndexOf('同步');
  return at < 0 ? -1 : start + at;
}
