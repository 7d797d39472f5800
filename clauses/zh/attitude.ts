/** 双方一致认为，… · 各方重申… · 两市对进展表示满意: what the parties think or feel, in which nothing is to be done. */
import type { Span } from '../reading.ts';
import type { State } from './draft.ts';
import { wordAt } from './front.ts';
import { ofClause } from './gates.ts';
import { partyTypeOf } from './party.ts';
import { partiesAt } from './subject.ts';
import type { Token } from './token.ts';

/** Who, how, and what is thought. A meeting that thinks something binds nobody and is told by condition.ts. */
const held = ofClause.gate(
  /^([^，。；：应须将由可会]{2,20}?)(?:都|均|也|还|一致|共同|普遍|充分|深刻|清醒|再次|郑重|十分|非常|热烈|衷心|积极)*(认为|认识到|意识到|注意到|重申|(?:高度)?赞赏|(?:高度|积极|充分)(?:评价|认可|肯定)|肯定|确信|坚信|深信|欢迎|感谢|珍视|珍惜|忆及|铭记|赞同)([^，。；]{0,60})$/,
);
const felt = ofClause.gate(
  /^([^，。；：应须将由可会]{2,20}?)(?:对|就)([^，。；]{2,40}?)(表示(?:高度|衷心|诚挚|由衷|热烈|充分|十分|非常)?(?:满意|欢迎|赞赏|感谢|肯定|关切|关注|祝贺|理解|支持|认可|赞同))()$/,
);

/** A modal in what was thought makes a duty of it: 双方认为，应建立…. */
const binding = /应(?!用|对|急)|须|不得|(?<![必重主首需只])要(?![求素点件闻义])|同意|商定/;

/** 双方一致同意，… · 甲方与乙方约定：…: who agreed to what follows. */
const agreed = ofClause.gate(
  /^([^，。；：应须将可会]{2,24}?)(?:经[^，]{0,6}(?:协商|研究|讨论))?(?:一致|共同|均|特此|郑重|现|兹)*(同意|承诺|保证|商定|议定|约定|确认|决定|认为|表示|达成一致|达成共识)(?:如下)?$/,
);

/** Reads the chunk `[from, to)` if it only says who agreed to what follows a comma. */
export function readAgreed(state: State, text: string, from: number, to: number): boolean {
  const next = state.text[(state.words[to - 1] as Token).end] ?? '';
  const match = text.length <= 40 && (next === '，' || next === '：') ? agreed.exec(text) : null;
  if (match === null) return false;
  const [, who = '', verb = ''] = match;
  const parties = partiesAt(state, from, to);
  const named = parties.names.at(-1)?.end === (state.words[from] as Token).start + who.length;
  if (!named) return false;
  state.subject = parties.names;
  state.deontic = /^(?:同意|承诺|保证)$/.test(verb) ? 'must' : undefined;
  if (verb !== '同意' && state.deontic === 'must') state.promised = parties.names;
  state.hedged = false;
  return true;
}

/** Reads the chunk `[from, to)`, and what a comma adds to 认为, if the parties only say what they think. */
export function readAttitude(state: State, text: string, from: number, to: number): boolean {
  if (text.length > 90) return false;
  const feeling = felt.exec(text);
  const match = feeling ?? held.exec(text);
  if (match === null) return false;
  const [, who = '', second = '', third = ''] = match;
  const [verb, matter] = feeling === null ? [second, third] : [third, second];
  if (partyTypeOf([who]) !== 'closed_collective' && !/^(?:[甲乙丙丁]方|[^，]{2,8}[市县省区])(?:、|和|与)/.test(who)) return false;
  const { words } = state;
  const start = (words[from] as Token).start;
  const end = (words[to - 1] as Token).end;
  const whole = verb === '认为' && matter === '';
  const last = whole ? sentenceEnd(state.text, end) : end;
  const object = whole
    ? { start: end + 1, end: last }
    : { start: start + text.lastIndexOf(matter), end: start + text.lastIndexOf(matter) + matter.length };
  if (object.end <= object.start || binding.test(state.text.slice(object.start, object.end))) return false;
  const parties = partiesAt(state, from, wordAt(words, start + who.length + 1, from, to));
  const aimStart = start + text.lastIndexOf(verb, text.length - (feeling === null ? matter.length : 0));
  const attribute: readonly Span[] = parties.names.length > 0 ? parties.names : [{ start, end: start + who.length }];
  state.drafts.push({
    attribute,
    lead: null,
    cooperating: [],
    deontic: null,
    hedged: false,
    aim: { start: aimStart, end: aimStart + verb.length },
    object,
    time: null,
    indicator: null,
    conditions: [],
    orElse: null,
    kind: 'regulative',
    span: { start, end: last },
    sentence: state.sentence,
    evidence: { subject: 'named', verb: 'aim', deadline: 'none', orElse: 'none' },
  });
  state.subject = attribute;
  state.deontic = undefined;
  state.hedged = false;
  state.told = last;
  return true;
}

const closing = /[。；！？]/g;

function sentenceEnd(text: string, from: number): number {
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}
