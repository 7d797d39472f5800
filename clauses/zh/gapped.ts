/** What a later party shares with the one before: 甲市新增500个，乙市300个 · 甲方指定A、乙方指定B为联络单位. */
import type { Span } from '../reading.ts';
import type { Draft, State } from './draft.ts';
import { spanOf as span } from './front.ts';
import { ofClause } from './gates.ts';
import { quantityAt } from './quantity.ts';
import { splitParties } from './subject.ts';
import type { Token } from './token.ts';
import { endsParty } from './wordClasses.ts';

/** Longest name with an amount, in words. */
const longest = 16;

/** Reads a chunk that is a party and an amount: the verb, the day and the duty are those of the statement before. True if it was. */
export function readGapped(state: State, from: number, to: number, first: number): boolean {
  const last = state.drafts.length > first ? (state.drafts.at(-1) as Draft) : undefined;
  if (last === undefined || to - from > longest || last.indicator === null || last.attribute.length === 0) return false;
  const { words, text } = state;
  const end = (words[to - 1] as Token).end;
  for (let index = from + 1; index < to; index++) {
    const word = words[index] as Token;
    if (word.kind !== 'm') continue;
    const before = words[index - 1] as Token;
    const quantity = endsParty(before) || before.kind === 'g' ? quantityAt(text, word.start, (words[from] as Token).start) : undefined;
    if (quantity === undefined || quantity.end !== end || typeof quantity.value !== 'number') return false;
    if (!quantity.unit.endsWith(last.indicator.unit.replace(/\/.*$/, ''))) return false;
    const attribute = splitParties(state, from, index);
    state.drafts.push({
      ...last,
      attribute,
      lead: null,
      cooperating: [],
      indicator: {
        ...last.indicator,
        comparator: quantity.compared ? quantity.comparator : last.indicator.comparator,
        value: quantity.value,
      },
      span: span(words[from] as Token, words[to - 1] as Token),
      evidence: { ...last.evidence, subject: 'named', deadline: last.time === null ? 'none' : 'carried' },
    });
    state.subject = attribute;
    return true;
  }
  return false;
}

const appointed = ofClause.gate(
  /^(?:为[^，]{2,10}，)?((?:[甲乙丙丁]方|[^，、的应须将]{2,14}[市县区省州局委厅])(?:指定|明确|确定|委托|委派|授权)[^，、为作]{2,20}(?:、(?:[甲乙丙丁]方|[^，、的应须将]{2,14}[市县区省州局委厅])(?:指定|明确|确定|委托|委派|授权)[^，、为作]{2,20})+)(?:为|作为|担任)([^，]{2,20})$/,
);
const each = /([^、]+?)(指定|明确|确定|委托|委派|授权)([^、]+)/g;

/** Reads 甲方指定A、乙方指定B为联络单位: each side appoints its own. True if the chunk is that. */
export function readAppointed(state: State, text: string, from: number, to: number): boolean {
  const match = text.length <= 80 ? appointed.exec(text) : null;
  if (match === null) return false;
  const start = (state.words[from] as Token).start;
  const whole = span(state.words[from] as Token, state.words[to - 1] as Token);
  const said = match[1] as string;
  const at = start + text.indexOf(said);
  const spanAt = (offset: number, length: number): Span => ({ start: at + offset, end: at + offset + length });
  each.lastIndex = 0;
  for (const [part, who = '', verb = '', whom = ''] of said.matchAll(each)) {
    const offset = said.indexOf(part);
    state.drafts.push({
      attribute: [spanAt(offset, who.length)],
      lead: null,
      cooperating: [],
      deontic: null,
      hedged: false,
      aim: spanAt(offset + who.length, verb.length),
      object: spanAt(offset + who.length + verb.length, whom.length),
      time: state.sentenceTime,
      indicator: null,
      conditions: [...state.conditions],
      orElse: null,
      kind: 'constitutive',
      span: whole,
      sentence: state.sentence,
      evidence: { subject: 'named', verb: 'aim', deadline: 'none', orElse: 'none' },
    });
  }
  state.conditions = [];
  state.subject = [];
  return true;
}
