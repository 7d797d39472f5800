/** What is acted upon: the words behind the verb without their time and measure, or what was named before it. */
import type { Span } from '../reading.ts';
import type { State, Timed } from './draft.ts';
import { ofClause } from './gates.ts';
import { measureVerbs } from './indicator.ts';
import type { Quantity } from './quantity.ts';

const opensObject = ofClause.gate(/^(?:了|对(?!方|口|象|策|照|接)|的)/);
const howOften = ofClause.gate(/(?:不少于|至少|不低于)?(?:[0-9]+|[一二两三四五六])次$/);

export function trimObject(state: State, object: Span | null, time: Timed | null): Span | null {
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

const onlyFigure = ofClause.gate(/^[0-9.%—、和：:至到]+[^一-龥]*(?:以上|以下|左右|以内)?$/);

/** 98%以上 after 提高到 is the measure; the object stands before the verb. */
export function bareQuantity(state: State, object: Span | null, quantities: readonly Quantity[]): Span | null {
  if (object === null) return null;
  const text = state.text.slice(object.start, object.end);
  const whole = quantities.some(({ at, start, end }) => Math.min(at, start) <= object.start + 1 && end >= object.end - 2);
  const both = quantities.length > 1 && /^(?:不[少低]|至少)/.test(text) && quantities.some(({ end }) => end >= object.end - 1);
  return whole || both || onlyFigure.test(text) ? null : object;
}

/** 排放比2025年下降: against what year is no part of what falls; 保有量不减少: the 不 belongs to the verb. */
export function plainTopic({ text }: State, topic: Span, aim: { start: number; end: number }): Span {
  const said = text.slice(topic.start, topic.end);
  const base = /(?:较|比|与)(?:[0-9]{4}年|上年|去年|同期|基准年).*$/.exec(said);
  if (base !== null && base.index > 1) return { start: topic.start, end: topic.start + base.index };
  if (!said.endsWith('不') || said.length < 3 || aim.start !== topic.end) return topic;
  aim.start--;
  return { start: topic.start, end: topic.end - 1 };
}

export function inheritedTopic(state: State, aim: Span): Span | null {
  if (state.topic !== null) return state.topic;
  const last = state.drafts.at(-1);
  const sameMeasure = last !== undefined && last.sentence === state.sentence && measureVerbs.test(state.text.slice(aim.start, aim.end));
  return sameMeasure ? last.object : null;
}
