/** 分别: one sentence, several statements. A、B、C新增不少于3000个、800个和1200个 is three duties. */
import type { Span } from '../reading.ts';
import type { Draft, State } from './draft.ts';
import type { Quantity } from './quantity.ts';

/** Parts of a topic joined by 、和: 普及率、达标率. */
function partsOf(state: State, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !'、和与及'.includes(state.text[at] as string)) continue;
    if (at > from) parts.push({ start: from, end: at });
    from = at + 1;
  }
  return parts;
}

const withMeasure = (draft: Draft, { comparator, value, unit, base }: Quantity, name: Span): Draft => ({
  ...draft,
  indicator: { name, comparator, value, unit, ...(base !== undefined && { base }) },
});

/** The draft itself, or one draft a party or topic where 分别 deals out as many quantities. */
export function distributed(state: State, draft: Draft, quantities: readonly Quantity[], topic: Span | null): Draft[] {
  const count = quantities.length;
  const said = state.text.slice(draft.span.start, draft.span.end);
  if (count < 2 || !said.includes('分别')) return [draft];
  const first = quantities[0] as Quantity;
  const name =
    draft.object === null
      ? draft.aim
      : { start: draft.object.start, end: Math.max(draft.object.start + 1, Math.min(draft.object.end, first.start)) };
  const bare = /分别$/.exec(state.text.slice(name.start, name.end));
  const object = bare === null ? name : { start: name.start, end: name.end - 2 };
  const shared = (quantity: Quantity): Quantity => ({
    ...quantity,
    comparator: quantity.comparator === '=' ? first.comparator : quantity.comparator,
  });
  if (draft.attribute.length === count) {
    return quantities.map((quantity, index) => ({
      ...withMeasure({ ...draft, object }, shared(quantity), object),
      attribute: [draft.attribute[index] as Span],
    }));
  }
  const topics = topic === null ? [] : partsOf(state, topic);
  if (topics.length !== count) return [draft];
  return quantities.map((quantity, index) => ({
    ...withMeasure(draft, shared(quantity), topics[index] as Span),
    object: topics[index] as Span,
  }));
}
