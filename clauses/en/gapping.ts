/**
 * What is said once and holds for two: “X reduces loads by 25 %, and Y by 15 %”, “borne 60 per cent by X and 40 per cent by Y”,
 * “X will install 12 and Y 9 fountains”, “X shall provide, and Y shall maintain, the gauge”. The second party gets a statement of its own.
 */
import type { Span } from '../reading.ts';
import { isActor } from './actor.ts';
import type { Draft } from './finish.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { modalsIn } from './modal.ts';
import { readPredicate } from './predicate.ts';
import { emptySubject, type State, unsaid } from './state.ts';
import { readSubject, type Subject, subjectStart } from './subject.ts';
import type { Time } from './time.ts';
import { objectEnd } from './condition.ts';
import { ofClause } from './gates.ts';

const NAME = "((?:the )?\\p{Lu}[\\p{L}\\d'’-]*(?: (?:of )?\\p{Lu}[\\p{L}\\d'’-]*){0,4})";
const AMOUNT =
  '((?:at least |not less than |not more than |no more than |up to |some |about |a further )?(?:[$€£]|USD |EUR |CHF )?\\d[\\d,.]*(?: ?%| per cent| million)?(?: [a-z]+)?)';

/** …by 25 % compared with 2019, and Tarn by 15 % · of which Lyon 12,500 */
const trailing = ofClause.gate(
  new RegExp(`(?:,? and (?:in )?|, (?:of which |while )|; )${NAME},? (?:by |to |for |with |at )?${AMOUNT}[\\s.]*$`, 'u'),
);

/** 60 per cent by Marin and 40 per cent by Sonoma */
const agents = ofClause.gate(new RegExp(`${AMOUNT}(?: of [a-z ]{3,30})?(?: [a-z ]{0,24}?)? by ${NAME},? and ${AMOUNT} by ${NAME}`, 'u'));

/** Tampere will install 12 and Turku 9 fountains */
const inner = ofClause.gate(new RegExp(`(\\d[\\d,.]*)(?: [a-z]+)?,? and ${NAME} (\\d[\\d,.]*)(?: [a-z]+)? (?=[a-z])`, 'u'));

/** pay Harrow 300 crowns and Millbrook 200: these receive. */
const given = ofClause.gate(
  /^(?:pay|repay|give|grant|owe|lend|award|allot|allocate|offer|refund|credit|reimburse)(?:s|ed)? (?:the )?\p{Lu}/u,
);

function amountAt(text: string, start: number, length: number): Quantity | undefined {
  const piece = text.slice(start, start + length);
  const found = quantitiesIn(piece, [])[0];
  if (found !== undefined)
    return {
      ...found,
      start: found.start + start,
      end: found.end + start,
      name: found.name === null ? null : { start: found.name.start + start, end: found.name.end + start },
    };
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(piece);
  if (digits === null) return undefined;
  const at = start + digits.index;
  return {
    start: at,
    end: at + digits[0].length,
    comparator: '=',
    value: Number(digits[0].replace(/,/g, '')),
    unit: '',
    name: null,
    compared: false,
  };
}

const named = (start: number, length: number): Span => ({ start, end: start + length });

/** The statement of the other party: same act, its own amount. */
function other(draft: Draft, name: Span, indicator: Quantity): Draft {
  const { indicator: first } = draft;
  return {
    ...draft,
    subject: { ...emptySubject, names: [name], phrase: name },
    indicator: {
      ...indicator,
      unit: indicator.unit || (first?.unit ?? ''),
      comparator: indicator.compared && indicator.comparator !== '=' ? indicator.comparator : (first?.comparator ?? '='),
      name: indicator.name ?? null,
    },
  };
}

/** …shall be built by Harrow and operated by Ashby · prepared by the Secretariat and approved by the Board */
const pair = new RegExp(`^,? and (?:then |shall be |will be )?([a-z]+(?:ed|en|t|wn|de|ld|id|ne)) by ${NAME}(?=[\\s.,;]|$)`, 'u');

/** One thing done by one and then by another: the second act is a statement of its own. */
function passivePair(state: State, draft: Draft, end: number): boolean {
  const { text, drafts } = state;
  if (!draft.passive || draft.subject.names.length !== 1) return false;
  const agent = draft.subject.names[0] as Span;
  if (agent.start < draft.aim.end || end - agent.end > 300) return false;
  const match = pair.exec(text.slice(agent.end, end));
  if (match === null) return false;
  const [whole, verb = '', name = ''] = match;
  if (!isActor(name)) return false;
  const verbAt = agent.end + whole.indexOf(verb);
  const nameAt = agent.end + whole.length - name.length;
  drafts.push({
    ...draft,
    subject: { ...emptySubject, names: [named(nameAt, name.length)] },
    aim: named(verbAt, verb.length),
    indicator: null,
    conditions: [],
    span: { start: verbAt, end: nameAt + name.length },
  });
  return true;
}

/** Adds to the drafts of the sentence `[start, end)`, from `first` on, those that are only hinted at. */
export function shareOut(state: State, first: number, start: number, end: number): void {
  const { text, drafts } = state;
  const draft = drafts.at(-1);
  if (drafts.length !== first + 1 || draft === undefined || end - start > 500) return;
  if (passivePair(state, draft, end) || draft.indicator === null) return;
  const piece = text.slice(start, end);
  const both = agents.exec(piece);
  if (both !== null) {
    const [, one = '', left = '', two = '', right = ''] = both;
    const leftAt = start + both.index + both[0].indexOf(` by ${left}`) + 4;
    const rightAt = start + both.index + both[0].length - right.length;
    const twoAt = start + both.index + both[0].lastIndexOf(two, both[0].length - right.length - 4);
    const [a, b] = [amountAt(text, start + both.index, one.length), amountAt(text, twoAt, two.length)];
    if (a === undefined || b === undefined || !isActor(left) || !isActor(right)) return;
    draft.subject = { ...emptySubject, names: [named(leftAt, left.length)] };
    draft.indicator = a;
    drafts.push(other(draft, named(rightAt, right.length), b));
    return;
  }
  if (given.test(text.slice(draft.aim.start, end))) return;
  const match = inner.exec(piece) ?? trailing.exec(piece);
  if (match === null) return;
  const within = match[3] !== undefined;
  const name = (within ? match[2] : match[1]) as string;
  const amount = (within ? match[3] : match[2]) as string;
  const at = start + match.index + match[0].indexOf(name);
  if (!isActor(name) || draft.subject.names.some(({ start: from, end: to }) => text.slice(from, to) === name)) return;
  const indicator = amountAt(text, at + name.length + match[0].slice(match[0].indexOf(name) + name.length).indexOf(amount), amount.length);
  if (indicator === undefined || at < draft.aim.end) return;
  if (within) {
    const own = amountAt(text, start + match.index, (match[1] as string).length);
    if (own !== undefined) draft.indicator = { ...draft.indicator, value: own.value, start: own.start, end: own.end };
    if (draft.object !== null && draft.object.start <= start + match.index && draft.object.end > indicator.end)
      draft.object = { start: indicator.end + 1, end: draft.object.end };
  }
  drafts.push(other(draft, named(at, name.length), indicator));
}

const shared = ofClause.gate(
  new RegExp(
    `^(.*?)\\b(shall|will|must|agrees? to|undertakes? to) ([a-z]+),? and ${NAME} (shall |will |must |to )([a-z]+), (?=(?:the|a|an|its|their|all|one|two|three|\\d)\\b)`,
    'u',
  ),
);

/**
 * Northford agrees to host, and Ashby to fund, a laboratory: two acts on one object. Reads both and returns true, or leaves the
 * sentence as it is.
 */
export function readShared(state: State, start: number, end: number, times: readonly Time[]): boolean {
  const { text, drafts } = state;
  const match = shared.exec(text.slice(start, Math.min(end, start + 400)));
  if (match === null) return false;
  const [whole, before = '', , first = '', name = '', , second = ''] = match;
  const object = start + whole.length;
  const lead = start + subjectStart(before);
  const subject = readSubject(text, lead, start + before.length);
  const nameAt = start + whole.lastIndexOf(name, whole.length - second.length);
  if (subject.names.length === 0 || !isActor(name)) return false;
  const modal = modalsIn(text.slice(start, object))[0];
  const from = drafts.length;
  const verbs = [object - 2 - second.length, start + whole.indexOf(`${first}`, before.length + (match[2] as string).length)];
  const subjects = [{ ...emptySubject, names: [named(nameAt, name.length)] }, subject];
  for (const index of [1, 0]) {
    const verb = verbs[index] as number;
    const length = (index === 0 ? second : first).length;
    // The verb is read with what stands behind both.
    readPredicate(state, unsaid(object, modal?.deontic ?? 'must', modal?.hedged), {
      subject: subjects[index] as Subject,
      named: true,
      from: start,
      subjectAt: lead,
      limit: end,
      times,
      leading: times.filter((time) => time.end <= lead),
    });
    const draft = drafts.at(-1);
    if (draft === undefined || drafts.length === from) return false;
    draft.aim = { start: verb, end: verb + length };
    draft.object = { start: object, end: objectEnd(text, object, end, times) };
    draft.passive = false;
    draft.subject = subjects[index] as Subject;
  }
  return true;
}
