/** One chunk between commas: peels what stands before the verb, then reads verb, object, time and measure. */
import type { Span } from '../reading.ts';
import type { Word } from '../segment/port.ts';
import { aims } from './aims.data.ts';
import { conditionEnd, isConditionChunk, isPreamble } from './condition.ts';
import type { Roles, State, Timed } from './draft.ts';
import { emptyFront, type Front, isModal, isVerb, spanOf as span, wordAt } from './front.ts';
import { partyEnd } from './party.ts';
import { readPredicate } from './predicate.ts';
import { timeAt } from './time.ts';
import { adverbs, connectives, hedges, modals } from './words.ts';

const adverbSet = new Set(adverbs);
const connectiveSet = new Set(connectives);
const hedgeSet = new Set(hedges);
const leads =
  /^(?:负责牵头|牵头负责|牵头组织|牵头|作为牵头单位|作为牵头方|为牵头单位|为牵头方|任组长单位|为组长单位|负责执笔|执笔|为主办方|作为主办方|主办|主责|为主|总牵头)/;
const helps =
  /^(?:积极|全力|共同|做好|予以)?(?:配合|协助|参与|协同|协办|支持配合|参加|密切配合|会同配合|协同配合|配合实施|配合做好|提供支持|为配合单位|作为配合单位|为协办单位|支持)(?:$|[，。；）]|落实|实施|完成|工作)/;
const prepositions = new Set([
  '在',
  '于',
  '按',
  '按照',
  '根据',
  '依据',
  '依照',
  '通过',
  '以',
  '为',
  '从',
  '自',
  '经',
  '就',
  '围绕',
  '依托',
  '结合',
  '针对',
  '对',
  '对于',
  '关于',
  '向',
  '与',
  '同',
  '和',
  '把',
  '将',
  '遵循',
  '本着',
  '参照',
  '比照',
  '凭',
  '用',
  '利用',
  '给',
  '跟',
  '除',
  '随',
  '随着',
  '当',
  '如',
  '如果',
  '若',
  '遇',
  '凡',
  '因',
]);

const timeStart =
  /[0-9〇零一二三四五六七八九十半两自从在于到至截最力每按逐年季月同次翌今明本当会事期到提为有合连轮春汛供采秋入全始常实任周服挂过保不开"“”「]/;
const relative = /(?:后|起|前|起算)(?:的)?(?:第)?[0-9一二三四五六七八九十两半]+(?:个)?(?:工作日|自然日|日|天|周|星期|月|年|小时|分钟)/;

function timeHere(state: State, index: number, to: number, anywhere: boolean): Timed | undefined {
  const word = state.words[index] as Word;
  if (!anywhere && !timeStart.test(word.text[0] as string)) return undefined;
  const time = timeAt(state.text, word.start, state.time);
  const limit = (state.words[to - 1] as Word).end;
  if (time === undefined || time.end > limit) return undefined;
  return { deadline: time.deadline, span: { start: time.start, end: time.end } };
}

/** Parties from word `from`, joined by 、和与及; the index after them. */
function partiesAt(state: State, from: number, to: number): { readonly names: Span[]; readonly end: number } {
  const { words } = state;
  const names: Span[] = [];
  let at = from;
  for (;;) {
    const end = partyEnd(words, at, to, (word, index) => stopsName(words, word, index, at, to));
    if (end === at) break;
    names.push(span(words[at] as Word, words[end - 1] as Word));
    const join = words[end]?.text ?? '';
    if (end < to && /^(?:、|和|与|及|以及|会同|联合)$/.test(join) && end + 1 < to) {
      const next = partyEnd(words, end + 1, to, (word, index) => stopsName(words, word, index, end + 1, to));
      if (next > end + 1) {
        at = end + 1;
        continue;
      }
    }
    if (words[end]?.text === '等' && end < to) return { names, end: skipEt(words, end, to) };
    return { names, end };
  }
  return { names, end: names.length === 0 ? from : at };
}

/** 等 and what it sums up: A、B等部门. */
function skipEt(words: readonly Word[], from: number, to: number): number {
  let at = from + 1;
  while (at < to && /^(?:有关|相关|部门|单位|市|县|地|方|各|[0-9]+|两|三|四|五|家|个|成员单位|城市)$/.test((words[at] as Word).text)) at++;
  return at;
}

function stopsName(words: readonly Word[], word: Word, index: number, from: number, to: number): boolean {
  if (isModal(word) || adverbSet.has(word.text) || hedgeSet.has(word.text)) return index > from || word.text !== '联合';
  if (word.kind === 'v') return !(index + 1 < to && index > from && (words[index + 1] as Word).text === '部门');
  return false;
}

function listRest(state: State, at: number, to: number): string {
  return at < to ? state.text.slice((state.words[at] as Word).start, (state.words[to - 1] as Word).end) : '';
}

/** 由X牵头，Y配合 and its kin. Returns the index after the role, or -1. */
function roleAt(state: State, front: Front, index: number, to: number): number {
  const { words } = state;
  const by = words[index]?.text === '由' || words[index]?.text === '请';
  const parties = partiesAt(state, by ? index + 1 : index, to);
  if (parties.names.length === 0) return -1;
  const rest = listRest(state, parties.end, to);
  const lead = leads.exec(rest);
  const head = parties.names[0] as Span;
  const joint = /^(?:会同|联合|商)/.exec(rest);
  if (lead !== null || joint !== null) {
    const joined = /会同|联合/.test(state.text.slice(head.end, words[parties.end - 1]?.end));
    let at = wordAt(words, (words[parties.end] as Word).start + (lead?.[0] ?? joint?.[0] ?? '').length, parties.end, to);
    const cooperating = parties.names.slice(1);
    const company = /^(?:会同|联合|商|、|和|，)/.exec(listRest(state, at, to));
    if (joint !== null || company !== null) {
      const more = partiesAt(state, company === null ? at : at + 1, to);
      if (more.names.length > 0) {
        cooperating.push(...more.names);
        at = more.end;
      }
      if (lead === null && more.names.length === 0) return -1;
    }
    if (lead === null && joined) return -1;
    setRoles(state, front, head, cooperating);
    if (by || lead !== null) front.deontic ??= 'must';
    return skipHelp(state, at, to);
  }
  if (state.roles !== null && helps.test(rest)) {
    state.roles.cooperating.push(...parties.names);
    front.named = true;
    return to;
  }
  if (/(?:会同|联合)/.test(state.text.slice(head.end, (words[parties.end - 1] as Word).end)) && parties.names.length > 1 && !by) {
    setRoles(state, front, head, parties.names.slice(1));
    return parties.end;
  }
  if (!by) return -1;
  front.subject = parties.names;
  front.named = true;
  front.deontic ??= 'must';
  return parties.end;
}

function skipHelp(state: State, at: number, to: number): number {
  const help = /^(?:等)?(?:配合|参与|协助|参加)(?=$)/.exec(listRest(state, at, to));
  return help === null ? at : to;
}

function setRoles(state: State, front: Front, lead: Span, cooperating: readonly Span[]): void {
  const roles: Roles = { lead, cooperating: [...cooperating] };
  state.roles = roles;
  front.roles = roles;
  front.subject = [lead, ...cooperating];
  front.named = true;
}

/** What may follow a subject: a modal, an adverb, a time, a preposition, a verb. */
function startsPredicate(state: State, index: number, to: number): boolean {
  if (index >= to) return true;
  const { words } = state;
  const word = words[index] as Word;
  if (isModal(word) || adverbSet.has(word.text) || hedgeSet.has(word.text) || connectiveSet.has(word.text)) return true;
  if (/^[每由各（]$/.test(word.text) || prepositions.has(word.text) || word.text === '、') return word.text !== '、';
  if (word.kind === 'm' || /^[0-9每按]/.test(word.text)) return true;
  if (aims.has(word.text) || word.kind === 'v') return words[index + 1]?.text !== '的';
  return timeHere(state, index, to, relative.test(listRest(state, index, to))) !== undefined || isVerb(word);
}

/** A noun phrase that is no party: what the verb is about. Index of the first word that can begin a predicate, or -1. */
function topicEnd(state: State, from: number, to: number): number {
  const { words } = state;
  for (let index = from; index < to; index++) {
    const word = words[index] as Word;
    if (index === from && (word.text === '的' || isModal(word))) return -1;
    if (isModal(word) || hedgeSet.has(word.text) || word.text === '由') return index;
    if (index === from) continue;
    if (
      /^(?:每|按|较|比|不低于|不高于|不超过|不少于|不得低于|不得超过|不得高于|达到|控制在|降至|低于|高于|超过|下降|增长|提高到|提高|达|保持在|稳定在|减少|降低|达标|增加|力争|须|实行|实现|纳入|列入|为|在|于|将|全部|一律|统一|均)$/.test(
        word.text,
      )
    ) {
      if (!/^(?:为|在|将)$/.test(word.text) || index > from) return index;
    }
    if (word.kind === 'm') return timeHere(state, index, to, false) === undefined ? -1 : index;
    const strong = word.kind === 'v' && aims.has(word.text);
    const next = words[index + 1]?.text ?? '';
    if (
      strong &&
      next !== '的' &&
      !/^(?:的|部门|单位|机构|人员|情况|工作|标准|方案|计划|制度|机制|资金|费用|项目|能力|水平|系统|平台|设施|体系)$/.test(next) &&
      !relativeClause(words, index, to) &&
      index + 1 < to
    )
      return index;
    if (adverbSet.has(word.text) && index + 1 < to && isVerb(words[index + 1] as Word)) return index;
  }
  const last = words[to - 1] as Word;
  return to - from >= 2 && last.kind === 'v' && aims.has(last.text) ? to - 1 : -1;
}

/** True if the verb belongs to a relative clause: 检查发现的隐患. */
function relativeClause(words: readonly Word[], index: number, to: number): boolean {
  for (let at = index + 1; at < Math.min(to, index + 5); at++) {
    const { text } = words[at] as Word;
    if (text === '的') return true;
    if (text === '，' || text === '由') return false;
  }
  return false;
}

/** Object put before its verb: 将…纳入, 对…依法处置, 向…支付. Index after it, or -1. */
function frontedEnd(state: State, from: number, to: number): number {
  const { words } = state;
  let last = -1;
  for (let index = from + 1; index < to; index++) {
    const word = words[index] as Word;
    if (word.text === '的' && index + 1 < to && (isVerb(words[index + 1] as Word) || adverbSet.has((words[index + 1] as Word).text)))
      return index + 1;
    const before = words[index - 1] as Word;
    if (index > from + 1 && isVerb(word) && before.text !== '的' && !relativeClause(words, index, to)) {
      const strong = word.kind === 'v' && aims.has(word.text);
      const nounFollows = index + 1 < to && /^[nwg]$/.test((words[index + 1] as Word).kind) && !strong;
      if (strong && word.kind === 'v') return adverbSet.has(before.text) && index - 1 > from ? index - 1 : index;
      if (!nounFollows && last === -1) last = index;
    }
    if (
      adverbSet.has(word.text) &&
      word.text !== '联合' &&
      word.text !== '统一' &&
      index > from + 1 &&
      index + 1 < to &&
      isVerb(words[index + 1] as Word)
    )
      return index;
    if (isModal(word) && word.text !== '将') return index;
  }
  return last;
}

/** Peels everything before the verb. Returns the index of the verb, or -1 if the chunk has none. */
function peel(state: State, front: Front, from: number, to: number): number {
  const { words, text } = state;
  const anywhere = relative.test(listRest(state, from, to));
  let index = from;
  for (let guard = 0; index < to && guard < 400; guard++) {
    const word = words[index] as Word;
    if (word.text === '（') {
      let depth = 1;
      for (index++; index < to && depth > 0; index++) depth += words[index]?.text === '（' ? 1 : words[index]?.text === '）' ? -1 : 0;
      continue;
    }
    if (word.kind === 'p' && !/^["“”「]$/.test(word.text)) {
      index++;
      continue;
    }
    if (hedgeSet.has(word.text)) {
      front.hedged = true;
      index++;
      continue;
    }
    if (word.text === '鼓励' || word.text === '支持' || word.text === '引导') {
      const next = encouragement(state, front, index, to);
      if (next > 0) {
        index = next;
        continue;
      }
    }
    const condition = conditionEnd(text, words, index, to);
    if (condition > index) {
      front.conditions.push(span(word, words[condition - 1] as Word));
      index = condition;
      continue;
    }
    if (!front.named && (word.text === '由' || word.text === '请' || word.kind !== 'd')) {
      const role = roleAt(state, front, index, to);
      if (role >= 0) {
        index = role;
        continue;
      }
      const parties = partiesAt(state, index, to);
      if (parties.end > index && words[parties.end]?.text !== '的' && startsPredicate(state, parties.end, to)) {
        front.subject = parties.names;
        front.named = true;
        index = words[parties.end]?.text === '各' ? parties.end + 1 : parties.end;
        continue;
      }
      if (parties.end > index && words[parties.end]?.text !== '的' && measured(listRest(state, parties.end, to))) {
        front.subject = parties.names;
        front.named = true;
        index = parties.end;
        continue;
      }
    }
    const time = timeHere(state, index, to, anywhere);
    if (time !== undefined) {
      front.time ??= time;
      front.timeFirst ||= !front.named;
      index = wordAt(words, time.span.end, index, to);
      continue;
    }
    if (isModal(word) && !(word.text === '将' && fronting(state, index, to))) {
      const value = modals.get(word.text);
      if (value !== undefined) front.deontic = value === 'must' && front.deontic === 'must_not' ? 'must_not' : value;
      index++;
      continue;
    }
    if (adverbSet.has(word.text) || connectiveSet.has(word.text) || /^[各均都也再还先已所能会]$/.test(word.text)) {
      if (aims.has(word.text) && !(index + 1 < to && isVerb(words[index + 1] as Word))) return index;
      index++;
      continue;
    }
    if (prepositions.has(word.text) || word.text === '将') {
      const end = frontedEnd(state, index, to);
      if (end < 0) return -1;
      if (/^(?:将|把|对|对于)$/.test(word.text)) front.fronted = span(words[index + 1] as Word, words[end - 1] as Word);
      else if (/^(?:在|于|当|遇|如|若|凡|因)$/.test(word.text)) front.conditions.push(span(word, words[end - 1] as Word));
      index = end;
      continue;
    }
    if (isVerb(word) && words[index + 1]?.text !== '的' && !(word.kind === 'w' && topicBefore(state, index, to))) return index;
    const end = topicEnd(state, index, to);
    if (end < 0) return isVerb(word) ? index : fallback(state, front, index, to);
    front.topic = span(words[index] as Word, words[end - 1] as Word);
    index = end;
  }
  return index < to ? index : -1;
}

/** After a modal something is done, even if no list knows the word. */
function fallback(state: State, front: Front, index: number, to: number): number {
  if (front.deontic === undefined || !front.named) return -1;
  for (let at = index; at < to; at++) if (isVerb(state.words[at] as Word)) return at;
  return index;
}

/** A noun made of verbs that stands before what really is the verb: 监测数据每月共享. */
function topicBefore(state: State, index: number, to: number): boolean {
  const next = state.words[index + 1];
  if (next === undefined || index + 1 >= to || !/^[nwg]$/.test(next.kind)) return false;
  return topicEnd(state, index, to) > index + 1;
}

const measured = (rest: string): boolean =>
  /(?:下降|降至|降到|达到|不低于|不高于|不超过|不少于|控制在|提高|增长|减少|降低|保持|稳定在|达|增加|超过|优于|好于|为)/.test(rest);

/** 将 as 把: something stands between it and the verb. */
function fronting(state: State, index: number, to: number): boolean {
  const next = state.words[index + 1];
  if (next === undefined || index + 1 >= to) return false;
  if (isVerb(next) && next.kind === 'v') return false;
  if (
    adverbSet.has(next.text) ||
    isModal(next) ||
    /^(?:在|于|由|对|向|与|以|按|每|从|自|为|根据|按照|通过)$/.test(next.text) ||
    next.kind === 'm'
  )
    return false;
  if (aims.has(next.text) && !/^[nwg]$/.test(state.words[index + 2]?.kind ?? 'p')) return false;
  return frontedEnd(state, index, to) > index + 1;
}

/** 鼓励各县区开展…: a third party may act. Index after the party, or -1. */
function encouragement(state: State, front: Front, index: number, to: number): number {
  if (front.named) return -1;
  const parties = partiesAt(state, index + 1, to);
  if (
    parties.names.length === 0 ||
    state.words[parties.end]?.text === '的' ||
    !startsPredicate(state, parties.end, to) ||
    parties.end >= to
  )
    return -1;
  if (front.deontic !== undefined && front.deontic !== 'may') return -1;
  front.subject = parties.names;
  front.named = true;
  front.deontic = 'may';
  front.encouraged = true;
  return parties.end;
}

/** Reads the chunk `[from, to)` of words. `first` is the index of the sentence's first draft. */
export function readChunk(state: State, from: number, to: number, first: number): void {
  const { words } = state;
  const text = listRest(state, from, to);
  if (isPreamble(text)) return;
  if (isConditionChunk(text)) {
    state.conditions.push(span(words[from] as Word, words[to - 1] as Word));
    return;
  }
  const front = emptyFront();
  const verb = peel(state, front, from, to);
  if (verb < 0) {
    keepForLater(state, front, first, from, to);
    return;
  }
  readPredicate(state, front, { from, verb, to, first });
}

/** A chunk without a verb: a time, a role, a subject, a condition for what follows. */
function keepForLater(state: State, front: Front, first: number, from: number, to: number): void {
  if (front.named && front.roles === null && state.roles === null && front.subject.length > 0) {
    state.subject = front.subject;
    state.deontic = front.deontic;
    state.hedged = front.hedged;
  }
  if (front.roles !== null) {
    state.subject = front.subject;
    state.deontic = 'must';
    state.hedged = front.hedged;
  }
  if (front.time !== null) {
    const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
    if (last !== undefined && last.time === null) {
      last.time = front.time;
      last.evidence = { ...last.evidence, deadline: 'named' };
    } else if (last === undefined) state.sentenceTime = front.time;
  }
  state.conditions.push(...front.conditions);
  if (front.hedged) state.hedged = true;
  if (front.topic !== null) state.topic = front.topic;
  else if (!front.named && front.time === null && state.drafts.length === first)
    state.topic = span(state.words[from] as Word, state.words[to - 1] as Word);
}
