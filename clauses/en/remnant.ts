/**
 * What is left of a second clause when its verb is not said again: “A shall bear the cost of the eastern abutment and B that of the
 * western one”, “report fuel use by the 5th of each month, electricity by the 10th”.
 */
import { isActor } from './actor.ts';
import type { Draft } from './finish.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { emptySubject, type State, trimmed } from './state.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

const NAME = "((?:the )?\\p{Lu}[\\p{L}\\d'’-]*(?: (?:of )?\\p{Lu}[\\p{L}\\d'’-]*){0,4})";
const REST =
  '((?:for |from |to |on |in |at |with |over |by )?(?:that|those|the|an?|its|their|his|her|all|any|each|both|half|every|two|three|four|five|six|eight|ten|twelve|\\d[\\d.,]*|[$€£]\\d[\\d.,]*)\\b[^;]*)';
const party = ofClause.gate(new RegExp(`(?:,? (?:and|while|whereas|but) |[,;] )${NAME},? ${REST}$`, 'u'));

/** These receive: pay Harrow and Ashby the balance. */
const ditransitive = ofClause.gate(
  /^(?:pay|repay|give|grant|owe|lend|award|allot|allocate|offer|refund|credit|send|show|tell|teach|notify|inform|reimburse|charge|assign|issue)/,
);
const leftOver = ofClause.gate(/^the (?:rest|remainder|remaining|balance|other|difference|latter|second)\b/);
const finite = ofClause.gate(/\b(?:shall|will|must|may|is|are|has|have|should|can|cannot|to be)\b/);

/** The first figure in `[from, to)`. */
function figureIn(text: string, from: number, to: number): Quantity | null {
  const figure = quantitiesIn(text.slice(from, to), [])[0];
  if (figure === undefined) return null;
  const { start, end, name } = figure;
  return {
    ...figure,
    start: start + from,
    end: end + from,
    name: name === null ? null : { start: name.start + from, end: name.end + from },
  };
}

/** A shall bear the cost of the eastern abutment and B that of the western one. */
function otherParty(state: State, draft: Draft, end: number, times: readonly Time[]): boolean {
  const { text } = state;
  if (draft.passive) return false;
  const piece = text.slice(draft.aim.end, end).replace(/[\s.]+$/, '');
  const match = party.exec(piece);
  if (match === null) return false;
  const [whole, name = '', rest = ''] = match;
  const preposition = /^(?:for|from|to|on|in|at|with|over|by) /.exec(rest)?.[0];
  if (
    preposition === undefined
      ? !leftOver.test(rest) && ditransitive.test(text.slice(draft.aim.start, draft.aim.end))
      : !piece.startsWith(` ${preposition}`)
  )
    return false;
  if (!isActor(name) || finite.test(rest) || match.index < 3) return false;
  const at = draft.aim.end + match.index;
  const nameAt = at + whole.indexOf(name);
  const restAt = at + whole.length - rest.length;
  // Between May and September each year: a time, not a party.
  if (times.some(({ start, end: to }) => start <= nameAt && to > nameAt)) return false;
  // Ashby the land, Harrow the buildings, and Northford the staff.
  const further = party.exec(rest);
  if (further !== null && further.index > 3 && isActor(further[1] as string) && !finite.test(further[2] as string)) {
    const cut = restAt + further.index;
    if (!otherParty(state, draft, cut, times)) return false;
    const last = state.drafts.at(-1);
    if (last !== undefined) otherOf(state, draft, last, end, cut);
    return true;
  }
  const own = times.filter(({ start, end: to }) => start >= restAt && to <= end);
  const earlier = times.filter(({ start, end: to }) => start >= draft.aim.end && to <= at);
  const stop = own[0]?.start ?? end;
  if (stop - restAt < 3) return false;
  const before = text.slice(draft.aim.end, at);
  if (draft.object === null || draft.object.end > at || draft.object.start >= at)
    draft.object = trimmed(text, draft.aim.end, earlier[0]?.start ?? at);
  // What closes the sentence holds for both, unless the first has a time of its own.
  draft.time = earlier[0] ?? draft.time ?? own[0] ?? null;
  if (draft.indicator !== null && draft.indicator.start >= at)
    draft.indicator = quantitiesIn(before, [])[0] === undefined ? null : draft.indicator;
  const span = { start: nameAt, end: nameAt + name.length };
  state.drafts.push({
    ...draft,
    subject: { ...emptySubject, names: [span], phrase: span },
    named: true,
    object: trimmed(text, restAt, stop),
    time: own[0] ?? (draft.time !== null && draft.time.start < draft.aim.start ? draft.time : null),
    indicator: figureIn(text, restAt, stop),
    conditions: [],
    span: trimmed(text, nameAt, end),
  });
  return true;
}

/** The third party of a row, behind `at`. */
function otherOf(state: State, draft: Draft, last: Draft, end: number, at: number): void {
  const match = party.exec(state.text.slice(at, end).replace(/[\s.]+$/, ''));
  if (match === null) return;
  const [whole, name = '', rest = ''] = match;
  const nameAt = at + match.index + whole.indexOf(name);
  const restAt = at + match.index + whole.length - rest.length;
  const span = { start: nameAt, end: nameAt + name.length };
  state.drafts.push({
    ...draft,
    subject: { ...emptySubject, names: [span], phrase: span },
    named: true,
    object: trimmed(state.text, restAt, restAt + rest.length),
    time: last.time,
    indicator: null,
    conditions: [],
    span: trimmed(state.text, nameAt, end),
  });
}

const another = ofClause.gate(
  /^(?:,|,? and|;) (?!(?:where|if|when|unless|after|before|until|provided|subject|which|who|with|without|but|or|as|in|on|at|by) )((?:the |its |their |an? |all )?(?:[a-z]|[$€£]?\d)[\w'’%., -]{1,40}?) $/,
);

/** …to 93 % by July 2027 and to 95 % by July 2028: the same thing, another figure. */
const onlyFigure = ofClause.gate(/^(?:to |by )[$€£]?\d[\d,.]*(?: ?%| per cent)?$/);
const ordinal = ofClause.gate(/\bthe (\d{1,2})(?:st|nd|rd|th)\b/);

/** …fuel use by the 5th of each month, electricity by the 10th and water by the 15th; 30 % on signature, the rest on delivery. */
function otherThings(state: State, draft: Draft, end: number, times: readonly Time[]): void {
  const { text, drafts } = state;
  const first = times.find(({ start }) => start >= draft.aim.end);
  if (draft.passive || draft.object === null || draft.time === null || draft.time.start < draft.aim.end || first === undefined) return;
  if (first.start < draft.object.start || first.end > end) return;
  let last = first;
  const added: Draft[] = [];
  for (const time of times) {
    if (time.start < last.end || time.end > end) continue;
    const match = another.exec(text.slice(last.end, time.start));
    if (match === null || finite.test(match[1] as string)) break;
    const at = time.start - 1 - (match[1] as string).length;
    const day = ordinal.exec(text.slice(time.start, time.end))?.[1];
    const own =
      time.deadline.kind === 'unresolved' && first.deadline.kind === 'recurrence' && day !== undefined
        ? { ...time, deadline: { ...first.deadline, day: Number(day) } }
        : time;
    const figure = onlyFigure.test(match[1] as string);
    const found = figureIn(text, at, time.start);
    added.push({
      ...draft,
      object: figure ? draft.object : { start: at, end: time.start - 1 },
      time: own,
      indicator: found !== null && figure && draft.indicator !== null ? { ...found, comparator: draft.indicator.comparator } : found,
      conditions: [],
      span: trimmed(text, at, time.end),
    });
    last = time;
  }
  if (added.length === 0) return;
  draft.time = first;
  drafts.splice(drafts.indexOf(draft) + 1, 0, ...added);
}

/** Adds to the one statement of the sentence, draft `first`, those that are left of further clauses. */
export function readRemnants(state: State, first: number, end: number, times: readonly Time[]): void {
  const draft = state.drafts[first];
  if (draft === undefined || draft.orElse !== null || end - draft.aim.end > 400) return;
  const second = state.drafts[first + 1];
  // A further verb ends what the first one shares.
  if (second !== undefined) {
    if (second.subject === draft.subject && second.aim.start > draft.aim.end) otherThings(state, draft, second.span.start, times);
  } else if (!otherParty(state, draft, end, times)) otherThings(state, draft, end, times);
}
