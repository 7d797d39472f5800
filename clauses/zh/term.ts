/** How long a paper holds: 本协议自签字之日起生效，有效期五年 · 合作期限为2026年1月1日至2030年12月31日. */
import type { Token } from './token.ts';
import { timeHere } from './anchors.ts';
import type { State } from './draft.ts';
import { wordAt } from './front.ts';
import { ofClause } from './gates.ts';

const holds = ofClause.gate(
  /^((?:本)?(?:协议|备忘录|合同|方案|责任书|意见|办法)?(?:的)?)(有效期限?|合作期限?|协议期限?|执行期限?|实施期限?|期限|试行期|托管期限?)(?![内间满])(?:暂定|定)?(为|是|自|至)?/,
);

/** Reads the chunk `[from, to)` if it gives the term of the paper itself. `first` is the sentence's first draft. */
export function readTerm(state: State, text: string, from: number, to: number, first: number): boolean {
  if (text.length > 60) return false;
  const match = holds.exec(text);
  if (match === null) return false;
  const [head, paper = '', name = '', copula = ''] = match;
  const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
  // 挂职，期限一年: the term of what was just said to be done, not of the paper.
  if (paper === '' && !/^(?:有效期|合作期限|协议期)/.test(name) && !(last === undefined && copula === '为')) return false;
  if (last !== undefined && last.kind !== 'constitutive' && paper === '') return false;
  const start = (state.words[from] as Token).start;
  const whole = timeHere(state, wordAt(state.words, start + paper.length, from, to), to, true);
  const time = whole ?? timeHere(state, wordAt(state.words, start + head.length, from, to), to, true);
  if (time === undefined || time.span.end < (state.words[to - 1] as Token).end) return false;
  const aimStart = start + paper.length;
  // 合作期限为…: a sentence of its own says what the term is.
  const stated = copula !== '' && paper === '' && last === undefined;
  state.drafts.push({
    attribute: [],
    lead: null,
    cooperating: [],
    deontic: null,
    hedged: false,
    aim: stated ? { start: start + head.length - copula.length, end: time.span.end } : { start: aimStart, end: aimStart + name.length },
    object: stated ? { start: aimStart, end: aimStart + name.length } : paper === '' ? (last?.object ?? null) : { start, end: aimStart },
    time,
    indicator: null,
    conditions: [],
    orElse: null,
    kind: 'constitutive',
    span: { start, end: time.span.end },
    sentence: state.sentence,
    evidence: { subject: 'none', verb: 'dictionary', deadline: 'named', orElse: 'none' },
  });
  return true;
}
