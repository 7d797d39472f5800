/** Conditions that are a chunk of their own, and whom they name. */
import type { Span } from '../reading.ts';
import { type Token, wordClass } from './token.ts';
import type { State } from './draft.ts';
import { unmarkedCondition } from './condition.ts';
import { spanOf as span, textFrom } from './front.ts';
import { partiesAt, splitParties } from './subject.ts';
import { namesConsequence, namesFailure } from './sanction.ts';
import { endsParty, isModal, isPlainModal } from './wordClasses.ts';

const isMissed = wordClass(/^(?:未|未按|未能|未按期|未按时|未及时|未完成|未达到|逾期|拒不|不按)$/);
const mayBeIf = wordClass(/^(?:如|若|如果|如需|若需|如要|如因|若因|一旦|一经|倘若|因|确需|确有|遇|遇有|发现|发生)/);

/** 甲方每延迟一日交付，应支付…: how long somebody fails. */
const eachFailure = /^每(?:延迟|延误|逾期|迟延|拖延|少|缺|超|漏|迟)/;

/** 甲方如需提前终止协议，应…: who is bound, then under what. Index where the condition begins, or 0. */
export function boundUnder(state: State, from: number, to: number): number {
  const { words, text } = state;
  if (text[(words[to - 1] as Token).end] !== '，' || mayBeIf(words[from] as Token)) return 0;
  for (let index = from + 1; index < Math.min(to - 1, from + 8); index++) {
    const word = words[index] as Token;
    const missed = isMissed(word) && namesConsequence(text.slice((words[to - 1] as Token).end, (words[to - 1] as Token).end + 30));
    const rate = word.text === '每' && eachFailure.test(text.slice(word.start, word.start + 6));
    if (!missed && !rate && !mayBeIf(word)) continue;
    if (words.slice(index + 1, to).some((later, at) => isModal(later) && !/^(?:需|需要|要)$/.test(later.text) && at > 0)) return 0;
    const before = words[index - 1] as Token;
    if (!endsParty(before) && before.kind !== 'g') return 0;
    if (/^(?:发现|发生|因)$/.test(word.text) && !/(?:的|时|后)$/.test((words[to - 1] as Token).text)) return 0;
    // 县政府未按期完成的，扣减…: whoever failed does not punish himself.
    const punished = missed && authority.test(text.slice((words[to - 1] as Token).end, (words[to - 1] as Token).end + 12));
    state.subject = punished ? [] : splitParties(state, from, index);
    state.deontic = undefined;
    state.hedged = false;
    return index;
  }
  return 0;
}

const isIf = wordClass(/^(?:若|如|如果|倘若|一旦|假如|万一|如遇|如有|如需|若有|如因|若因|如发生|如出现|若遇|如若|除非|只要|凡|未经|非经)$/);
const bindsLess = wordClass(/^(?:需|需要|要|可|将|不能|不可)$/);

/** True if a modal stands in `[from, to)` that makes a duty and no condition. */
function bindsWithin(words: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const word = words[index] as Token;
    if (isModal(word) && !bindsLess(word)) return true;
  }
  return false;
}

/** 若一方未能按时拨付资金，…: a chunk that opens with if needs no closing word. */
export function opensCondition(state: State, from: number, to: number): boolean {
  const { text } = state.words[from] as Token;
  const end = (state.words[to - 1] as Token).end;
  const first = (state.words[from] as Token).start;
  if (end - first > 60 || isPlainModal(state.words[from] as Token) || bindsWithin(state.words, from + 1, to)) return false;
  // 不服从调度的电站，暂停…: whoever fails, and what follows.
  const whole = textFrom(state, from, to);
  if (
    unmarkedCondition(whole) === 0 &&
    namesFailure(whole) &&
    (/的[^，的]{1,8}$/.test(whole) || /^(?:发现|出现|发生|造成)/.test(text)) &&
    namesConsequence(state.text.slice(end, end + 40))
  )
    return true;
  return isIf(state.words[from] as Token);
}

/** What an authority does to whoever is in breach. */
const authority =
  /^，(?:一律|予以|依法|将|应|由|可|要|按规定|视情)*(?:取消|扣|暂停|约谈|通报|责令|撤销|收回|追究|吊销|处以|罚|没收|不予|列入|纳入|停|限|核减|追回|提请|移送|启动)/;

/** Whoever the condition named must act: 如一方延迟付款，应…. */
const ownDuty = /^，(?:则)?(?:应|须|必须|需|要)/;

/** What whoever was described may or must do: 凡具备条件的景区，都可以…. */
const allowedNext = /^，(?:都|均|也|亦|皆)?(?:可|应|须|必须|有权|要)/;

/** Whoever caused it makes it good: 因甲方调度失误造成…的，每停航一日补偿…. */
const pays = /^，(?:应|须)?(?:每[^，]{1,8}?)?(?:按[^，]{1,10}?)?(?:补偿|赔偿|支付|承担|负责)/;
const fault = /^[^，]{0,6}?(?:失误|原因|过错|过失|责任|违约|延误|失职|疏忽|不当|不善)/;

function atFault(state: State, from: number, to: number): Span | undefined {
  const { words } = state;
  for (let index = from; index < Math.min(to - 1, from + 4); index++) {
    const word = words[index] as Token;
    if (!endsParty(word) && word.kind !== 'g') continue;
    return fault.test(textFrom(state, index + 1, to)) ? span(words[from] as Token, word) : undefined;
  }
  return undefined;
}

/** A condition may name who is bound: 任一方拟调整引水计划的，应…. */
export function readCondition(state: State, from: number, to: number): void {
  state.conditions.push(span(state.words[from] as Token, state.words[to - 1] as Token));
  const first = (state.words[from] as Token).text;
  if (first === '凡' && allowedNext.test(state.text.slice((state.words[to - 1] as Token).end, (state.words[to - 1] as Token).end + 5))) {
    const head = state.words[to - 1] as Token;
    if (endsParty(head) || /(?:景区|企业|高校|个人|家庭|农户)$/.test(head.text)) {
      state.subject = [span(state.words[from + 1] as Token, head)];
      state.deontic = undefined;
      state.hedged = false;
    }
    return;
  }
  if (
    /^(?:如|若|如果|一旦|倘若)$/.test(first) &&
    ownDuty.test(state.text.slice((state.words[to - 1] as Token).end, (state.words[to - 1] as Token).end + 5))
  ) {
    const bearer = partiesAt(state, from + 1, to);
    if (bearer.names.length > 0) {
      state.subject = bearer.names;
      state.deontic = undefined;
      state.hedged = false;
    }
    return;
  }
  const fault =
    first === '因' && pays.test(state.text.slice((state.words[to - 1] as Token).end, (state.words[to - 1] as Token).end + 16))
      ? atFault(state, from + 1, to)
      : undefined;
  if (fault !== undefined) {
    state.subject = [fault];
    state.deontic = undefined;
    state.hedged = false;
    return;
  }
  if (/^(?:对|凡|因|如|若|当|遇|经|未|在|除|待)/.test(first)) return;
  if (authority.test(state.text.slice((state.words[to - 1] as Token).end, (state.words[to - 1] as Token).end + 12))) return;
  if (/(?:变更|变动|更换|调整|调离|离职|变化)的?$/.test(textFrom(state, from, to))) return;
  const parties = partiesAt(state, from, to);
  if (parties.names.length === 0) {
    const actor = /^[^，的应须]{2,12}?(?:人员|执法队|单位|企业|机构|部门)(?=[^，]{2,20}时$)/.exec(textFrom(state, from, to));
    const start = (state.words[from] as Token).start;
    if (actor === null || state.subject.length > 0) return;
    state.subject = [{ start, end: start + actor[0].length }];
    return;
  }
  state.subject = parties.names;
  state.deontic = undefined;
  state.hedged = false;
}
