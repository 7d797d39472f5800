/** Reads the statements of a Chinese clause: sentences, enumerations and chunks from left to right, carrying what is elided. */
import type { ReadingContext, Span } from '../reading.ts';
import type { Segmenter } from '../segment/port.ts';
import { type Token, wordClass } from './token.ts';
import { readChunk } from './chunk.ts';
import type { Draft, State } from './draft.ts';
import { withoutStart } from './fromTo.ts';
import { openingOf } from '../text/pattern.ts';
import { tokensOf } from './merge.ts';
import { namesBreach, namesConsequence, namesLoss, namesPenalty, namesPlainBreach, sparesFrom } from './sanction.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const sentenceMarks = new Set(['。', '！', '？', '；', '!', '?']);
const itemWord = /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六七八九十])$/;

/** Sentences and items of enumerations, as ranges of words. */
function sentencesOf(words: readonly Token[], text: string): Stretch[] {
  const sentences: Stretch[] = [];
  let from = 0;
  // （牵头单位：市教育局；配合单位：市财政局） is no end of a sentence.
  let bracketEnd = -1;
  const close = (to: number): void => {
    if (to > from) sentences.push({ from, to });
  };
  for (let index = 0; index < words.length; index++) {
    const { text: word, start } = words[index] as Token;
    if (word === '（') bracketEnd = rolesEnd(words, index, words.length);
    if (word.length === 1 && sentenceMarks.has(word) && !(word === '；' && index < bracketEnd)) {
      close(index);
      from = index + 1;
      continue;
    }
    const skip = itemLength(words, index, text, start, index === from);
    if (skip > 0) {
      close(index);
      from = index + skip;
      index += skip - 1;
    }
  }
  close(words.length);
  return sentences;
}

const itemMarker =
  /^(?:[一二三四五六七八九十]{1,2}(?:是|要)|(?:首先|其次|最后)，?|再次，|第[一二三四五六七八九十]{1,2}[，、]|第[一二三四五六七八九十百0-9]{1,5}条(?![的款项规约所和、至或中])|（[一二三四五六七八九十0-9]{1,3}）|\([0-9]{1,2}\)|[0-9]{1,2}(?:[.、．](?![0-9])|）)|[①②③④⑤⑥⑦⑧⑨⑩]|[一二三四五六七八九十]{1,2}、)/;
const itemHeads: ReadonlySet<number> = new Set([...(openingOf(itemMarker) ?? [])].map((head) => head.charCodeAt(0)));
const beforeItem: ReadonlySet<number> = new Set([...'，；。：:、'].map((mark) => mark.charCodeAt(0)));
/** Of the blanks only these are left in a normalised text. */
const isBlank = (code: number): boolean => code === 0x20 || code === 0x1680 || code === 0x202f || code === 0x205f;

/** Number of words of an item's marker (一是, （二）, 3.) that starts here; 0 if there is none. */
function itemLength(words: readonly Token[], index: number, text: string, start: number, first: boolean): number {
  let back = start - 1;
  while (back >= 0 && start - back < 12 && isBlank(text.charCodeAt(back))) back--;
  if (!first && back >= 0 && !beforeItem.has(text.charCodeAt(back))) return 0;
  if (!itemHeads.has(text.charCodeAt(start))) return 0;
  const rest = text.slice(start, start + 8);
  const match = itemMarker.exec(rest);
  if (match === null || (/、$/.test(match[0]) && !first)) return 0;
  let count = 0;
  while (index + count < words.length && (words[index + count] as Token).start < start + match[0].length) count++;
  const end = (words[index + count - 1] as Token).end;
  return end === start + match[0].length || itemWord.test(match[0]) ? count : 0;
}

const isMark = wordClass(/^[（《〔）》〕，：；,]$/);

/** Chunks of a sentence between commas and colons; marks inside brackets do not cut. */
function chunksOf(words: readonly Token[], { from, to }: Stretch): Stretch[] {
  const chunks: Stretch[] = [];
  let start = from;
  let depth = 0;
  for (let index = from; index < to; index++) {
    const word = words[index] as Token;
    if (!isMark(word)) continue;
    const mark = word.text;
    const roles = mark === '（' && depth === 0 ? rolesEnd(words, index, to) : -1;
    if (roles > 0) {
      if (index > start) chunks.push({ from: start, to: index });
      chunks.push(...chunksOf(words, { from: index + 1, to: roles }));
      start = roles + 1;
      index = roles;
      continue;
    }
    if (mark === '（' || mark === '《' || mark === '〔') depth++;
    else if (mark === '）' || mark === '》' || mark === '〕') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === '，' || mark === '；' || (mark === '：' && !betweenDigits(words, index)) || mark === ',')) {
      if (index > start) chunks.push({ from: start, to: index });
      start = index + 1;
    }
  }
  if (to > start) chunks.push({ from: start, to });
  return chunks;
}

const namesRole = wordClass(new Set(['牵头', '牵头单位', '责任单位', '牵头部门', '责任部门', '配合单位', '负责单位', '牵头负责']));

/** （市交通局牵头，市公安局配合）: index of the closing bracket if roles stand in it, or -1. */
function rolesEnd(words: readonly Token[], from: number, to: number): number {
  let roles = false;
  for (let index = from + 1; index < Math.min(to, from + 40); index++) {
    const { text } = words[index] as Token;
    if (text === '（') return -1;
    if (text === '）') return roles && index > from + 1 ? index : -1;
    roles ||= namesRole(words[index] as Token);
  }
  return -1;
}

const betweenDigits = (words: readonly Token[], index: number): boolean => words[index - 1]?.kind === 'm' && words[index + 1]?.kind === 'm';

const slice = (state: State, { from, to }: Stretch): string =>
  state.text.slice((state.words[from] as Token).start, (state.words[to - 1] as Token).end);
const spanOf = (state: State, from: number, to: number): Span => ({
  start: (state.words[from] as Token).start,
  end: (state.words[to - 1] as Token).end,
});

/**
 * If the chunks from `index` on are what follows a breach, attaches them to the duty before and returns true. A breach
 * with no duty before it is a statement of its own: somebody has to act on it.
 */
function attachSanction(state: State, chunks: readonly Stretch[], index: number): boolean {
  const chunk = chunks[index] as Stretch;
  const last = chunks[chunks.length - 1] as Stretch;
  const rest = slice(state, { from: chunk.from, to: last.to });
  const plain = state.text.slice((state.words[chunk.from] as Token).start - 1, (state.words[chunk.from] as Token).start);
  const near = plain === '，' || plain === '；';
  if (!namesConsequence(rest) && !(near && namesPlainBreach(slice(state, chunk)))) return false;
  const duty = state.drafts.findLast(({ kind, deontic }) => kind === 'regulative' && deontic !== 'may');
  if (duty === undefined || bothWays(state, duty, rest)) return false;
  // What somebody in breach has to do first (说明原因) is no consequence if there is another.
  if (duty.orElse === null || (duty.orElse.start === duty.aim.start && explains(state, duty.orElse)))
    duty.orElse = spanOf(state, chunk.from, last.to);
  const cycle = /当(月|季度?|年)(?!度?[^，]{0,2}(?:评|考|先|资格|荣誉))/.exec(rest);
  if (duty.time === null && duty.deontic !== 'must_not' && cycle !== null) {
    const recurrence = { 月: 'P1M', 季: 'P3M', 季度: 'P3M', 年: 'P1Y' }[cycle[1] as string] ?? 'P1M';
    duty.time = { deadline: { kind: 'recurrence', recurrence }, span: spanOf(state, chunk.from, chunk.to) };
  }
  duty.span = { start: duty.span.start, end: Math.max(duty.span.end, duty.sentence === state.sentence ? duty.orElse.end : duty.span.end) };
  return true;
}

/** 达到Ⅱ类的，下游支付上游…；劣于Ⅲ类的，上游支付下游…: a wager, in which either side may have to pay. */
const won = /达到|优于|好于|高于|不低于|达标|好转|改善|提升|合格/;
const pays = /，[^，]{0,12}(?:支付|补偿|赔付|拨付|缴纳|给予|奖励|返还)/;
const bothWays = ({ text }: State, { conditions, aim, span }: Draft, rest: string): boolean =>
  pays.test(rest) &&
  conditions.some(({ start, end }) => won.test(text.slice(start, end))) &&
  /支付|补偿|拨付|奖励|缴纳|给予/.test(text.slice(aim.start, span.end));
/** 书面说明原因: asked of whoever is in breach, and nothing is lost by it. */
const explains = ({ text }: State, { start, end }: Span): boolean => /^(?:书面)?(?:说明|报告|告知|通知)/.test(text.slice(start, end));

function readSentence(state: State, sentence: Stretch): void {
  const chunks = chunksOf(state.words, sentence);
  state.sentence++;
  state.sentenceTime = null;
  state.conditions = [];
  state.topic = null;
  state.reporting = false;
  state.label = undefined;
  const first = state.drafts.length;
  let standalone: Draft | undefined;
  let wager = false;
  for (let index = 0; index < chunks.length; index++) {
    const chunk = chunks[index] as Stretch;
    if ((state.words[chunk.from] as Token).start < state.told) continue;
    const text = slice(state, chunk);
    const breach = namesBreach(text) || namesPlainBreach(text);
    if (breach && attachSanction(state, chunks, index)) break;
    wager ||= breach && first > 0 && bothWays(state, state.drafts[first - 1] as Draft, slice(state, { from: chunk.from, to: sentence.to }));
    if (standalone !== undefined && namesConsequence(text) && !sparesFrom(text)) {
      const last = chunks[chunks.length - 1] as Stretch;
      standalone.orElse = spanOf(state, skipConnective(state, chunk.from), last.to);
      break;
    }
    const before = state.drafts.length;
    readChunk(state, chunk.from, chunk.to, first, text);
    if (endsInCases(state, first, chunk)) state.told = state.text.length;
    const breached =
      breach ||
      penal(state, before) ||
      state.drafts.slice(before).some(({ conditions }) => conditions.some(({ start, end }) => namesBreach(state.text.slice(start, end))));
    if (state.drafts.length > before && breached) {
      const draft = state.drafts[before] as Draft;
      // 不得 and 自行 stand before the verb and say as much as it does.
      const from = Math.max(draft.span.start, draft.aim.start - 4);
      const said = state.text.slice(from, draft.span.end);
      const penal =
        draft.kind === 'constitutive' && !/视为|终止|失效|解除/.test(said)
          ? false
          : draft.deontic === 'must_not'
            ? breach && namesLoss(said)
            : wager || namesConsequence(said);
      if (penal) standalone = draft;
      // 责令返工并承担损失: of two consequences the first is what is done.
      if (penal && draft.deontic !== 'must_not' && state.drafts.length === before + 2) {
        const second = state.drafts.pop() as Draft;
        draft.orElse = { start: second.aim.start, end: second.span.end };
        draft.indicator ??= second.indicator;
      }
    }
  }
  if (standalone !== undefined && standalone.orElse === null) {
    standalone.orElse = { start: standalone.aim.start, end: standalone.span.end };
  }
  dropBareLead(state, first);
  settleRoles(state, first);
}

/** 有下列情形之一的，甲方可解除协议：…；…: what follows the colon are conditions of what stands before it. */
const cases = /(?:下列|以下|如下)(?:任一|任何一种)?(?:情形|情况|行为)/;

function endsInCases({ text, words, drafts }: State, first: number, { from, to }: Stretch): boolean {
  const end = (words[to - 1] as Token).end;
  if (text[end] !== '：' || drafts.length === first) return false;
  const start = (words[from] as Token).start;
  const last = drafts.at(-1) as Draft;
  return cases.test(text.slice(Math.max(0, start - 40), end)) && last.conditions.length > 0;
}

/** X由A牵头，B配合，2026年底前完工: to lead is nothing by itself where it is said what is done. */
function dropBareLead({ drafts, text }: State, first: number): void {
  if (drafts.length < first + 2) return;
  for (let index = drafts.length - 1; index >= first; index--) {
    const { aim, object, time } = drafts[index] as Draft;
    const said = text.slice(aim.start, aim.end);
    const bare =
      /^(?:具体|统筹)?牵头(?:单位|部门|方|负责)?$/.test(said) || (object === null && time === null && /^(?:召集|总负责|挂帅)$/.test(said));
    if (drafts.length > first + 1 && bare) drafts.splice(index, 1);
  }
}

/** 含沙量大于3千克时: what happens to a river breaches nothing. */
const natural = (state: State, { start, end }: Span): boolean => /(?:大于|高于|超过|超出)[^，]*时$/.test(state.text.slice(start, end));

/** A consequence that hangs on a condition is a sanction even if the condition names no breach by its usual words. */
function penal(state: State, before: number): boolean {
  const draft = state.drafts[before];
  if (
    draft === undefined ||
    (draft.deontic === 'may' && draft.conditions.some((one) => natural(state, one))) ||
    draft.conditions.length === 0
  )
    return false;
  return namesPenalty(state.text.slice(draft.aim.start, draft.span.end));
}

const joins = new Set(['并', '且', '并且', '同时', '而且']);
const skipConnective = (state: State, index: number): number => (joins.has(state.words[index]?.text ?? '') ? index + 1 : index);

/** Roles named after what they are roles in: …，由市水利局牵头. */
function settleRoles(state: State, first: number): void {
  const { roles } = state;
  if (roles === null) return;
  const later = state.drafts.slice(first);
  if (later.some(({ lead }) => lead !== null)) {
    for (const draft of later) if (draft.lead !== null && draft.cooperating.length === 0) draft.cooperating = roles.cooperating;
  } else {
    for (const draft of later) {
      draft.lead = roles.lead;
      draft.cooperating = roles.cooperating;
      draft.attribute = [roles.lead, ...roles.cooperating];
      draft.deontic = draft.hedged ? null : (draft.deontic ?? 'must');
    }
  }
  for (const draft of later) {
    if (draft.lead === null || draft.lead.start !== roles.lead.start) continue;
    const names = new Set(draft.attribute.map(({ start }) => start));
    draft.attribute = [...draft.attribute, ...roles.cooperating.filter(({ start }) => !names.has(start))];
  }
  state.roles = null;
}

/** Drafts of the statements in `text`, which is normalised. */
export function readChinese(text: string, segment: Segmenter, context: ReadingContext): Draft[] {
  const words = withoutStart(tokensOf(segment(text), text), text);
  const state: State = {
    text,
    words,
    time: { year: undefined, day: undefined, recurrence: undefined, signed: context.signed },
    drafts: [],
    sentence: 0,
    subject: [],
    deontic: undefined,
    hedged: false,
    roles: null,
    sentenceTime: null,
    conditions: [],
    topic: null,
    reporting: false,
    promised: undefined,
    told: 0,
    label: undefined,
  };
  for (const sentence of sentencesOf(words, text)) {
    state.time.recurrence = undefined;
    const first = state.drafts.length;
    readSentence(state, sentence);
    // 二要尽快启动: the marker holds the modal.
    if (
      words[sentence.from - 1]?.text.endsWith('要') &&
      /^[，。；：、]?[一二三四五六七八九十]{1,2}要$/.test(
        text.slice(Math.max(0, (words[sentence.from] as Token).start - 3), (words[sentence.from] as Token).start),
      )
    )
      for (const draft of state.drafts.slice(first)) if (!draft.hedged) draft.deontic ??= 'must';
  }
  return state.drafts;
}
