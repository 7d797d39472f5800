/** 本协议自动顺延五年 · 不影响双方依法享有的权利 · 每年6月为联合执法月: what a paper says of itself, and what is declared. */
import type { Span } from '../reading.ts';
import { numeral } from '../text/numerals.ts';
import { timeHere } from './anchors.ts';
import type { Draft, State, Timed } from './draft.ts';
import { wordAt } from './front.ts';
import { ofClause } from './gates.ts';
import { quantitiesIn } from './indicator.ts';
import type { Token } from './token.ts';

const paper =
  '本(?:协议|备忘录|合同|意向书|责任书|协定|方案|办法|章程|纪要|意见|承诺书)|(?:该|上述|原)?(?:协议|合同|备忘录)|合作期限?|有效期|协议期限?';
const renews = ofClause.gate(
  new RegExp(
    `^(${paper})?(?:有效期|期限)?(?:则|即|将|可|可以)?(?:以?(?:相同|同等)条件)?((?:自动|自行|相应|依次)(?:顺延|续期|延续|续展|续签|续约|延长|延期|续订|延展)|(?:顺延|续期|续展|续约|续签|续订))(?:至)?(.*)$`,
  ),
);
const bears = ofClause.gate(
  new RegExp(
    `^(?:但|且|并)?(${paper}|其|本条|本款|前款)?(?:的[^，]{2,8})?(?:并|也|亦|均|且)?(不(?:影响|妨碍|排除|减损|改变|免除|限制|损害|代表|替代|取代|降低)|优先于|从属于)(?!的)([^，]{2,40})$`,
  ),
);
const dated = ofClause.gate(/[0-9一二三四五六七八九十](?:月|周|日)/);
const named = ofClause.gate(
  /^((?:每年|每月|每季度)?(?:的)?[^，应须将由可]{2,16}?)(定为|确定为|设为|为|是)([^，]{0,12}[“"「]?[^，]{2,20}(?:日|周|月|季|节|年)[”"」]?)$/,
);
/** 委员会由甲方三名、乙方三名代表组成: the body is what is said to be. */
const composed = ofClause.gate(/^([^，应须将可由对]{2,20}?)由([^，]{2,40}?)(组成|构成)$/);
/** 联合执法队设队长一名: what a body has. */
const has = ofClause.gate(
  /^([^，应须将可由对]{2,16}?)(?<![互新增加建开共联合各])(设|下设)(?![置立在计备定法施想防])([^，在]{1,20}(?:[一二两三四五六七八九十0-9]+(?:名|人|位)|若干名?))$/,
);
const split = ofClause.gate(
  /^([^，应须将可由对]{2,24}?)(共?分为|共?划分为|分成|设置为)([^，]{2,60}(?:等次|等级|档次|档|级|类|类别|阶段|步骤|部分|批|期|片区|区域|组|情形|环节))$/,
);

function push(state: State, aim: Span, object: Span | null, time: Timed | null, span: Span): void {
  const draft: Draft = {
    attribute: [],
    lead: null,
    cooperating: [],
    deontic: null,
    hedged: false,
    aim,
    object,
    time,
    indicator: null,
    conditions: state.conditions,
    orElse: null,
    kind: 'constitutive',
    span,
    sentence: state.sentence,
    evidence: { subject: 'none', verb: 'dictionary', deadline: time === null ? 'none' : 'named', orElse: 'none' },
  };
  state.drafts.push(draft);
  state.conditions = [];
}

/** Reads the chunk `[from, to)` if it is of such a form. `first` is the sentence's first draft. */
export function readDeclared(state: State, text: string, from: number, to: number, first: number): boolean {
  if (text.length > 80) return false;
  const start = (state.words[from] as Token).start;
  const span = { start, end: start + text.length };
  const own = renews.exec(text);
  if (own !== null && (own[1] !== undefined || own[2]?.startsWith('自动'))) {
    const [, holder = '', verb = '', rest = ''] = own;
    const at = start + text.length - rest.length;
    const word = wordAt(state.words, at, from, to);
    const time = word < to ? (timeHere(state, word, to, true) ?? lastsAt(state, word, to)) : undefined;
    if (rest !== '' && time === undefined) return false;
    const verbStart = start + text.indexOf(verb);
    push(
      state,
      { start: verbStart, end: verbStart + verb.length },
      holder === '' ? null : { start, end: start + holder.length },
      time ?? null,
      span,
    );
    return true;
  }
  const bearing = bears.exec(text);
  const before = state.drafts.at(-1);
  if (
    bearing !== null &&
    (bearing[1] !== undefined || (before?.kind === 'constitutive' && before.attribute.length === 0 && state.drafts.length > first))
  ) {
    const [, , verb = '', rest = ''] = bearing;
    const verbStart = start + text.length - rest.length - verb.length;
    push(state, { start: verbStart, end: verbStart + verb.length }, { start: verbStart + verb.length, end: span.end }, null, span);
    return true;
  }
  const day = dated.test(text) ? named.exec(text) : null;
  const made = composed.exec(text);
  if (made !== null) {
    const [, body = '', members = '', verb = ''] = made;
    const end = span.end;
    push(state, { start: end - verb.length, end }, null, null, span);
    const draft = state.drafts.at(-1) as Draft;
    draft.attribute = [{ start, end: start + body.length }];
    const quantities = quantitiesIn(state, wordAt(state.words, start + body.length, from, to), to, []);
    const [count] = quantities;
    if (count !== undefined && quantities.length === 1 && /^[0-9一二两三四五六七八九十]/.test(members))
      draft.indicator = { name: { start, end: start + body.length }, comparator: count.comparator, value: count.value, unit: count.unit };
    return true;
  }
  const parted = day === null ? (has.exec(text) ?? split.exec(text)) : null;
  const [, , verb = '', rest = ''] = day ?? parted ?? [];
  if (rest === '' || (day !== null && /[0-9一二三四五六七八九十](?:个?[年月日周季])?$/.test(rest))) return false;
  const verbStart = start + text.length - rest.length - verb.length;
  push(state, { start: verbStart, end: verbStart + verb.length }, { start: verbStart + verb.length, end: span.end }, null, span);
  return true;
}

/** 顺延五年: how long, without a word that says that it lasts. */
function lastsAt(state: State, word: number, to: number): Timed | undefined {
  const { start } = state.words[word] as Token;
  const end = (state.words[to - 1] as Token).end;
  const match = /^([0-9]+|[一二两三四五六七八九十]+)(?:个)?(年|月)$/.exec(state.text.slice(start, end));
  if (match === null) return undefined;
  const count = numeral(match[1] === '两' ? '二' : (match[1] as string));
  return count === undefined
    ? undefined
    : { deadline: { kind: 'duration', duration: `P${count}${match[2] === '年' ? 'Y' : 'M'}` }, span: { start, end } };
}
