/** 分别: one sentence, several statements. A、B、C新增不少于3000个、800个和1200个 is three duties. */
import type { Deadline, Span } from '../reading.ts';
import type { Draft, State, Timed } from './draft.ts';
import type { Quantity } from './quantity.ts';
import { timeAt } from './time.ts';

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

const dealt = /分别(?:于|在|至|到)?/g;
/** What the last of several days says for all of them: 3月、9月底前. */
const edge = /(?:底|末|初|上旬|中旬|下旬)?(?:之前|以前|前)?$/;
const cycleOf = /^(每年|每季度|每月|[0-9]{4}年)/;

/** The days behind 分别于, if there are `count` of them: 分别于2027年3月、9月底前. */
function daysOf(state: State, { span: { start, end } }: Draft, count: number): Timed[] | undefined {
  const said = state.text.slice(start, end);
  dealt.lastIndex = 0;
  const opener = dealt.exec(said);
  if (opener === null) return undefined;
  const from = start + dealt.lastIndex;
  const list =
    /^[^，；。\u4e00-\u9fff]*(?:(?:[0-9〇零一二三四五六七八九十两半年月日季度个工作周天每底末初上中下旬内之以前、和与及]|之日|签订|起|后)+)/.exec(
      state.text.slice(from, end),
    )?.[0] ?? '';
  const parts = list.split(/[、和与及]/);
  if (parts.length !== count) return undefined;
  const tail = edge.exec(parts.at(-1) as string)?.[0] ?? '';
  const prefix = cycleOf.exec(parts[0] as string)?.[1] ?? '';
  const found: Timed[] = [];
  for (const [index, part] of parts.entries()) {
    const whole = (index > 0 && !/年|每/.test(part) ? prefix : '') + part + (index < count - 1 && edge.exec(part)?.[0] === '' ? tail : '');
    const time = timeAt(whole, 0, { ...state.time, recurrence: undefined });
    if (time === undefined) return undefined;
    found.push({ deadline: time.deadline, span: { start: from, end: from + list.length } });
  }
  return found;
}

const sum = /(?:[二两三四五六七八九十]|\d+)(?:省|市|县|区|州|镇|乡|地|方|家)$/;

/** 鹤洲、涟川、金渚三市分别…: the names that are summed up, if there are `count`. */
function summedNames({ text }: State, { attribute }: Draft, count: number): Span[] | undefined {
  const [only] = attribute;
  if (only === undefined || attribute.length !== 1) return undefined;
  const said = text.slice(only.start, only.end);
  const tail = sum.exec(said);
  if (tail === null) return undefined;
  const names: Span[] = [];
  let at = only.start;
  for (const name of said.slice(0, tail.index).split(/[、和与]/)) {
    names.push({ start: at, end: at + name.length });
    at += name.length + 1;
  }
  return names.length === count && names.every(({ start, end }) => end - start >= 2) ? names : undefined;
}

const severalYears = /((?:[0-9]{4}年[底末内]?[、和及])+[0-9]{4}年[底末内]?)(每年([^，。；]{2,10}?前))?分别/;

/** 2026年、2027年分别完成22座和31座: the day of each amount. */
function yearsOf(said: string, state: State, count: number): Deadline[] | undefined {
  const match = severalYears.exec(said);
  const years = (match?.[1] as string | undefined)?.split(/[、和及]/) ?? [];
  if (years.length !== count) return undefined;
  const found: Deadline[] = [];
  for (const year of years) {
    const time = timeAt(year + (match?.[3] ?? ''), 0, { ...state.time, recurrence: undefined });
    if (time === undefined) return undefined;
    found.push(time.deadline);
  }
  return found;
}

/** The draft itself, or one draft a party or topic where 分别 deals out as many quantities. */
export function distributed(state: State, draft: Draft, quantities: readonly Quantity[], topic: Span | null): Draft[] {
  const count = quantities.length;
  const said = state.text.slice(draft.span.start, draft.span.end);
  if (!said.includes('分别')) return [draft];
  const each = draft.attribute.length > 1 && draft.time !== null ? daysOf(state, draft, draft.attribute.length) : undefined;
  if (each !== undefined)
    return each.map((time, index) => ({
      ...draft,
      attribute: [draft.attribute[index] as Span],
      ...(draft.lead !== null && { lead: draft.attribute[index] as Span, cooperating: [] }),
      time,
    }));
  const years = count > 1 && draft.attribute.length === 1 && draft.time !== null ? yearsOf(said, state, count) : undefined;
  if (years !== undefined) {
    const counted =
      draft.object === null
        ? draft.aim
        : {
            start: draft.object.start,
            end: Math.max(draft.object.start + 1, Math.min(draft.object.end, (quantities[0] as Quantity).start)),
          };
    return quantities.map((quantity, index) => ({
      ...withMeasure(draft, quantity, counted),
      object: counted,
      time: { deadline: years[index] as Deadline, span: (draft.time as Timed).span },
    }));
  }
  if (count < 2) return [draft];
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
  const names = draft.attribute.length === count ? draft.attribute : summedNames(state, draft, count);
  if (names !== undefined) {
    return quantities.map((quantity, index) => ({
      ...withMeasure({ ...draft, object }, shared(quantity), object),
      attribute: [names[index] as Span],
    }));
  }
  const topics = topic === null ? [] : partsOf(state, topic);
  if (topics.length !== count) return [draft];
  return quantities.map((quantity, index) => ({
    ...withMeasure(draft, shared(quantity), topics[index] as Span),
    object: topics[index] as Span,
  }));
}
