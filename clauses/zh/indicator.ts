/** What a statement measures: the figure that counts, its name, and figures that only complete what was said before. */
import type { Span } from '../reading.ts';
import type { Draft, State } from './draft.ts';
import { type Front, type Range, wordAt } from './front.ts';
import { ofClause } from './gates.ts';
import { type Quantity, quantityAt } from './quantity.ts';
import { timeAt } from './time.ts';
import { type Token, wordClass } from './token.ts';

export const measureVerbs =
  /^(?:下降|下调|上调|降至|降到|降低|降低到|降低至|减少|减少到|削减|压减|上升|增长|增加|增加到|提高|提高到|提高至|提升|提升到|提升至|达|达到|控制在|保持|保持在|稳定在|不低于|不高于|不超过|不少于|不大于|不小于|不得低于|不得高于|不得超过|不得少于|超过|低于|高于|大于|优于|占比?)$/;

export const measures = wordClass(measureVerbs);

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
export function otherEnd(state: State, front: Front, { from, verb, first }: Range, quantities: readonly Quantity[]): boolean {
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

export function setIndicator(state: State, draft: Draft, quantities: readonly Quantity[], from: number, topic: Span | null): void {
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

/** 派出专家组，专家组不少于5人: the name is that of what was just said to be done. */
function sameThing({ text }: State, { subject }: Front, { object }: Draft): boolean {
  const [name] = subject;
  return name !== undefined && object !== null && text.slice(name.start, name.end) === text.slice(object.start, object.end);
}

/** True if the chunk only gives the measure of the statement before: 日均交换量不低于20万条. */
export function completesMeasure(state: State, front: Front, range: Range, quantities: readonly Quantity[]): boolean {
  const last = state.drafts.at(-1);
  if (last === undefined || state.drafts.length <= range.first || front.deontic !== undefined) return false;
  if (front.named && !sameThing(state, front, last)) return false;
  if (quantities.length === 0 || last.attribute.length === 0 || last.deontic === 'must_not') return false;
  // 校长为第一责任人，每周陪餐不少于2次: an office has no amount.
  if (last.kind === 'constitutive' && front.time !== null) return false;
  // 面积不少于9万亩，且用水降至480立方米: another thing is measured.
  if (front.topic !== null && last.indicator !== null && /[到至在]$/.test((state.words[range.verb] as Token).text)) return false;
  // 到2026年达到90%，到2028年达到95%: two targets.
  if (front.time !== null && last.time !== null && last.indicator !== null) return false;
  const verb = (state.words[range.verb] as Token).text;
  return (
    measureVerbs.test(verb) &&
    !/^(?:下降|减少|降低|增长|增加|提高|提升|上升|压减|削减)/.test(verb) &&
    (front.topic !== null || range.verb + 4 >= range.to)
  );
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

/** A trigger such as 水位超过185米 is the measure of a statement that has no other. */
export function fromConditions(state: State, draft: Draft): void {
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
