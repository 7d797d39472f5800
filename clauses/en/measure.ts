/** What measures an English statement: a quantity of the predicate, of the subject, of the condition, or of the cycle. */
import type { Span } from '../reading.ts';
import type { Modal } from './modal.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import type { Parts, Range, State } from './state.ts';
import { numberOf } from './calendar.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

function numbersIn(text: string, from: number, to: number, times: readonly Time[]): Quantity[] {
  if (to <= from) return [];
  const near = times.map(({ start, end }) => ({ start: start - from, end: end - from }));
  return quantitiesIn(text.slice(from, to), near).map((quantity) => ({
    ...quantity,
    start: quantity.start + from,
    end: quantity.end + from,
    name: quantity.name === null ? null : { start: quantity.name.start + from, end: quantity.name.end + from },
  }));
}

/** at least three times a year: the cycle holds its own measure. */
function timesOf(text: string, time: Time | null): Quantity | undefined {
  if (time === null || time.deadline.kind !== 'recurrence') return undefined;
  const match = /\b(once|twice|(\w+) times)\b ?(.*)$/i.exec(text.slice(time.start, time.end));
  if (match === null) return undefined;
  const value = /once/i.test(match[1] as string) ? 1 : /twice/i.test(match[1] as string) ? 2 : numberOf(match[2] ?? '');
  if (value === undefined) return undefined;
  const least = /at least|not less|no less/i.test(text.slice(time.start, time.end));
  return {
    start: time.start,
    end: time.end,
    comparator: least ? '>=' : '=',
    value,
    unit: `times ${match[3] ?? ''}`.trim(),
    name: null,
    compared: false,
  };
}

const length = ofClause.gate(/^(?:km|m|metres?|meters?|miles?|feet|ft|kilomet(?:re|er)s?|yards?|nautical miles)$/i);

/** within 2 km of the intake: where, not how much. */
const isPlace = (text: string, { start, end, unit }: Quantity): boolean =>
  length.test(unit) &&
  /\bwithin $|^within\b/i.test(text.slice(Math.max(0, start - 7), start + 7)) &&
  /^\s*(?:of|from)\b/i.test(text.slice(end, end + 6).replace(/^[\w\s]*?(?= of)/, ''));

/** in arrears for more than twelve months: how long it lasts is no figure. */
const lasting = (text: string, { start, unit }: Quantity): boolean =>
  /^(?:days?|weeks?|months?|years?|hours?|minutes?)$/i.test(unit) &&
  /\bfor (?:more than|over|at least|longer than|up to)? ?$/i.test(text.slice(Math.max(0, start - 20), start));

/** The indicator of the predicate `range`, or null. A trigger is remembered for the rest of the sentence. */
export function measureOf(
  state: State,
  { modal, parts, range }: { readonly modal: Modal; readonly parts: Parts; readonly range: Range },
  conditions: readonly Span[],
  time: Time | null,
): Quantity | null {
  const { text } = state;
  const quantities = numbersIn(text, range.begin, range.end, parts.times).filter((one) => !isPlace(text, one));
  // What stands in front is asked only where nothing stands behind.
  const upFront =
    range.first && quantities.length === 0
      ? numbersIn(text, parts.from, modal.start, parts.times).filter(
          (one) =>
            (one.compared || one.start === parts.subjectAt) && !conditions.some(({ start, end }) => one.start >= start && one.end <= end),
        )
      : [];
  const best = quantities.find(({ compared }) => compared) ?? quantities[0] ?? upFront.find(({ compared }) => compared) ?? upFront[0];
  const trigger = conditions
    .flatMap(({ start, end }) => numbersIn(text, start, end, parts.times))
    .find((one) => one.compared && !lasting(text, one));
  // What stands behind the verb is the condition of that verb alone.
  if (trigger !== undefined && trigger.start < modal.start) state.trigger = trigger;
  return best ?? trigger ?? timesOf(text, time) ?? state.trigger;
}
