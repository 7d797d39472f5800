/** 县长对目标任务完成情况负总责: who answers for what; and what a list deals out, 其中洱源县4个、鹤庆县5个. */
import type { Span } from '../reading.ts';
import type { Token } from './token.ts';
import type { Draft, State } from './draft.ts';
import { wordAt } from './front.ts';
import { splitParties } from './subject.ts';
import { ofClause } from './gates.ts';

const answering = ofClause.gate(
  /^([^，对就]{2,24}?)?(?:应当|应|须|要|必须)?(?:依法)?(?:对|就)([^，]{2,40}?)((?:负|承担)(?:总责|首要责任|主要责任|直接责任|主要领导责任|领导责任|主体责任|全责|第一责任|全面责任|牵头责任|属地责任))$/,
);

/** Reads the chunk `[from, to)` if it says who answers for something. */
export function readAnswering(state: State, text: string, from: number, to: number): boolean {
  if (text.length > 80) return false;
  const match = answering.exec(text);
  if (match === null) return false;
  const [whole, who = '', matter = '', aim = ''] = match;
  const start = (state.words[from] as Token).start;
  const end = start + whole.length;
  const after = wordAt(state.words, start + who.length, from, to);
  const named = who === '' || (state.words[after] as Token).start !== start + who.length ? [] : splitParties(state, from, after);
  if (named.length === 0 && state.subject.length === 0) return false;
  const object: Span = { start: end - aim.length - matter.length, end: end - aim.length };
  if (named.length > 0) state.subject = named;
  state.drafts.push({
    attribute: state.subject,
    lead: null,
    cooperating: [],
    deontic: 'must',
    hedged: false,
    aim: { start: end - aim.length, end },
    object,
    time: null,
    indicator: null,
    conditions: [...state.conditions],
    orElse: null,
    kind: 'regulative',
    span: { start, end },
    sentence: state.sentence,
    evidence: { subject: named.length > 0 ? 'named' : 'carried', verb: 'dictionary', deadline: 'none', orElse: 'none' },
  });
  state.conditions = [];
  state.deontic = 'must';
  return true;
}

const dealt = /([^0-9，、；]{2,10}?[省市县区州镇乡盟旗])([0-9]+(?:\.[0-9]+)?)([^0-9，、；]{1,3})(?=、|$)/g;

/** Reads 其中A县4个、B县5个 after the statement that it deals out. */
export function readDealt(state: State, text: string, from: number, first: number): boolean {
  const last = state.drafts.at(-1);
  if (last === undefined || state.drafts.length <= first || !text.startsWith('其中') || text.length > 120) return false;
  const shares = [...text.slice(2).matchAll(dealt)];
  if (shares.length === 0 || shares.map(([whole]) => whole).join('、') !== text.slice(2)) return false;
  const base = (state.words[from] as Token).start + 2;
  for (const { index, 0: whole, 1: name = '', 2: value = '', 3: unit = '' } of shares) {
    const start = base + index;
    const object = last.object;
    const share: Draft = {
      ...last,
      attribute: [{ start, end: start + name.length }],
      lead: null,
      cooperating: [],
      indicator: { name: object ?? last.aim, comparator: last.indicator?.comparator ?? '=', value: Number(value), unit },
      span: { start, end: start + whole.length },
      evidence: { ...last.evidence, subject: 'named' },
    };
    state.drafts.push(share);
  }
  return true;
}
