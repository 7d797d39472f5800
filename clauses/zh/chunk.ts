/** One chunk between commas: peels what stands before the verb, then hands over to the predicate. */
import type { Word } from '../segment/port.ts';
import { aims } from './aims.data.ts';
import { adverbSet, connectiveSet, hedgeSet, prepositions, relative, relativeClause, strong, timeHere } from './anchors.ts';
import { readAnswering, readDealt } from './answers.ts';
import { conditionEnd, isConditionChunk, isPreamble, isReport, unmarkedCondition } from './condition.ts';
import { companyAt, onlyResponsible } from './company.ts';
import { readCopula } from './copula.ts';
import type { State } from './draft.ts';
import { emptyFront, type Front, isModal, isVerb, spanOf as span, wordAt } from './front.ts';
import { encouragement } from './encourage.ts';
import { isFact, isInventory, opensPast } from './facts.ts';
import { frontedEnd } from './fronted.ts';
import { absorbMeasure, readPredicate } from './predicate.ts';
import { labelled, listedNames, roleAt } from './roles.ts';
import { secondAt } from './second.ts';
import { partiesAt } from './subject.ts';
import { readTerm } from './term.ts';
import { bound, measureWord, nounBefore, plainVerb, topicEnd } from './topic.ts';
import { modals } from './words.ts';

const textFrom = (state: State, at: number, to: number): string =>
  at < to ? state.text.slice((state.words[at] as Word).start, (state.words[to - 1] as Word).end) : '';

/** 将 as 把: a noun stands between it and its verb. */
function fronting(state: State, index: number, to: number): boolean {
  const { words } = state;
  const next = words[index + 1];
  if (next === undefined || index + 1 >= to) return false;
  // 并将清运照片报送…: after 并 or a modal, a verb behind 将 is part of a noun.
  if (
    strong(next) &&
    /^(?:并|并应|应|须|应当|及时)$/.test(words[index - 1]?.text ?? '') &&
    /^[nx]$/.test(words[index + 2]?.kind ?? '') &&
    words.slice(index + 3, to).some(({ text }) => /^(?:报送|抄送|移交|提交|通报|推送|纳入|上传|反馈|送交|抄告)$/.test(text))
  )
    return true;
  if (strong(next) || adverbSet.has(next.text) || hedgeSet.has(next.text) || isModal(next)) return false;
  if (next.kind === 'm' && timeHere(state, index + 1, to, false) !== undefined) return false;
  if (prepositions.has(next.text) || /^(?:由|每|不|继续|互为)$/.test(next.text)) return false;
  if (aims.has(next.text) && !/^[nwg]$/.test(words[index + 2]?.kind ?? 'p')) return false;
  const end = frontedEnd(state, index, to);
  return end > index + 1;
}

/** A modal that is the verb itself: 确保各项任务落地, 同意…的申请. */
function modalAsVerb(state: State, index: number, to: number): boolean {
  const { words } = state;
  const word = words[index] as Word;
  if (!/^(?:确保|保证|同意|承诺|负责|需要|允许)$/.test(word.text)) return false;
  if (index + 1 >= to) return word.text === '负责';
  if (/^同意[^，]{2,16}(?:提出|申请|请求)的/.test(textFrom(state, index, to))) return true;
  const last = words[to - 1] as Word;
  for (let at = index + 1; at < to; at++) {
    const here = words[at] as Word;
    if (isModal(here) || measureWord.test(here.text)) return false;
    if (at === index + 1 && (isVerb(here) || adverbSet.has(here.text) || prepositions.has(here.text))) return false;
    if (
      strong(here) &&
      aims.get(here.text) === 'concrete' &&
      words[at + 1]?.text !== '的' &&
      (at > index + 1 || at + 1 < to) &&
      here.end !== last.end &&
      !relativeClause(words, at, to)
    )
      return false;
  }
  if (aims.get(last.text) === 'concrete' && strong(last)) return false;
  return !(words.slice(index + 1, to).some(({ kind }) => kind === 'm') && word.text !== '同意');
}

const season = /^(?:汛期|枯水期|丰水期|规划期|禁渔期|调水)/;

interface Step {
  /** Index to go on from, or the verb if `verb`. */
  readonly at: number;
  readonly verb?: true;
}

/** Subject, role or encouragement at `index`. */
function subjectStep(state: State, front: Front, index: number, to: number): Step | undefined {
  const { words } = state;
  const word = words[index] as Word;
  if (/^(?:鼓励|支持|引导|允许)$/.test(word.text)) {
    const next = encouragement(state, front, index, to);
    if (next > 0) return { at: next };
    // 乙方支持甲方设立…: what a named party says of itself is its own act.
    if (word.text === '支持' && front.named) return { at: index, verb: true };
  }
  if (word.text === '会同' && front.named && front.roles === null) {
    const company = companyAt(state, front, index, to);
    if (company > 0) return { at: company };
  }
  if (front.named || (front.topic !== null && word.text !== '由')) return undefined;
  if (season.test(word.text) && timeHere(state, index, to, false) !== undefined) return undefined;
  const role = roleAt(state, front, index, to);
  if (role >= 0) return { at: role };
  if (prepositions.has(word.text) || hedgeSet.has(word.text) || isModal(word)) return undefined;
  if (adverbSet.has(word.text) && !/^(?:联合|统筹|协调|独立|集中|公开|监督|轮值)$/.test(word.text)) return undefined;
  if (connectiveSet.has(word.text) && !/^(?:其|以及)$/.test(word.text)) return undefined;
  const parties = partiesAt(state, index, to);
  if (parties.names.length === 0 || /^(?:的|之间)$/.test(words[parties.end]?.text ?? '')) return undefined;
  front.subject = parties.names;
  front.named = true;
  return { at: words[parties.end]?.text === '各' && parties.end < to ? parties.end + 1 : parties.end };
}

/** Time, modal, adverb or phrase at `index`. */
function adverbialStep(state: State, front: Front, index: number, to: number, anywhere: boolean): Step | undefined {
  const { words } = state;
  const word = words[index] as Word;
  const time = timeHere(state, index, to, anywhere);
  if (time !== undefined) {
    front.time = better(state.text, front.time, time);
    front.timeFirst ||= !front.named;
    return { at: wordAt(words, time.span.end, index, to) };
  }
  if (word.text === '需要' && /^(?:可?根据|可?按|视|可视)$/.test(words[index - 1]?.text ?? '')) return { at: index + 1 };
  if (isModal(word) && !(word.text === '将' && fronting(state, index, to))) {
    if (modalAsVerb(state, index, to)) {
      front.deontic ??= 'must';
      return { at: index, verb: true };
    }
    const value = modals.get(word.text);
    if (value !== undefined) front.deontic = value === 'must' && front.deontic === 'must_not' ? 'must_not' : value;
    return { at: index + 1 };
  }
  if (/^(?:已|已经|曾|曾经|正在|目前|当前|现已|业已)$/.test(word.text)) front.past = true;
  if (
    adverbSet.has(word.text) ||
    connectiveSet.has(word.text) ||
    /^(?:已经|曾|曾经|正在|目前|当前|现已|业已)$/.test(word.text) ||
    /^[各均都也再还先已所能会每]$/.test(word.text)
  ) {
    if (
      aims.has(word.text) &&
      !(
        index + 1 < to &&
        (isVerb(words[index + 1] as Word) ||
          (/^(?:擅自|抓紧|及时|主动|依法)$/.test(word.text) && prepositions.has((words[index + 1] as Word).text)) ||
          timeHere(state, index + 1, to, false) !== undefined)
      )
    )
      return { at: index, verb: true };
    return { at: index + 1 };
  }
  if (/^(?:在|于|自|从|到|至|应|用|以)$/.test(word.text) && index + 1 < to && timeHere(state, index + 1, to, anywhere) !== undefined)
    return { at: index + 1 };
  if (prepositions.has(word.text) || word.text === '将') {
    if (word.text === '为' && front.named && !words.slice(index + 1, to).some((later) => strong(later) && aims.has(later.text)))
      return { at: index, verb: true };
    const phrase = frontedEnd(state, index, to);
    if (phrase < 0) return undefined;
    const end = timeInside(state, index + 2, phrase);
    if (/^(?:将|把|对|对于|至于|关于|就)$/.test(word.text)) {
      front.fronted ??= span(words[index + 1] as Word, words[end - 1] as Word);
      front.moved ||= /^[将把]$/.test(word.text);
    } else if (/^(?:在|于|当|遇|如|若|凡|因|经)$/.test(word.text)) front.conditions.push(span(word, words[end - 1] as Word));
    return { at: end };
  }
  return undefined;
}

/** A phrase ends where a time begins: 按每立方米0.35元于每季度首月15日前. */
function timeInside(state: State, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (!/^(?:于|在|每|自)/.test((state.words[index] as Word).text)) continue;
    if (timeHere(state, index, state.words.length, false) !== undefined) return index;
  }
  return to;
}

/** A recurrence beats a term, a day beats a recurrence's bare cycle. */
function better(text: string, known: Front['time'], found: NonNullable<Front['time']>): Front['time'] {
  if (known === null) return found;
  if (known.deadline.kind === 'period' && found.deadline.kind !== 'period') return found;
  if (known.deadline.kind === 'date' && /起$/.test(text.slice(known.span.start, known.span.end)) && found.deadline.kind === 'recurrence')
    return found;
  if (known.deadline.kind === 'recurrence' && found.deadline.kind === 'recurrence') return found;
  return known;
}

/** Peels everything before the verb. Returns the index of the verb, or -1 if the chunk has none. */
function peel(state: State, front: Front, from: number, to: number): number {
  const { words } = state;
  const anywhere = relative.test(textFrom(state, from, to));
  let index = from;
  const open = unmarkedCondition(textFrom(state, from, to));
  if (open > 0) {
    index = wordAt(words, (words[from] as Word).start + open, from, to);
    front.conditions.push(span(words[from] as Word, words[index - 1] as Word));
  }
  for (let guard = 0; index < to && guard < 300; guard++) {
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
    const condition = conditionEnd(words, index, to);
    if (condition > index) {
      front.conditions.push(span(word, words[condition - 1] as Word));
      index = condition;
      continue;
    }
    const step = subjectStep(state, front, index, to) ?? adverbialStep(state, front, index, to, anywhere);
    if (step !== undefined) {
      if (step.verb) return step.at;
      if (step.at > index) {
        index = step.at;
        continue;
      }
    }
    const next = words[index + 1]?.text ?? '';
    const topicFirst = word.kind === 'w' || next === '的' || (!front.named && front.deontic === undefined && nounBefore(state, index, to));
    const bounded = bound(state, index, to);
    if (bounded > index + 1) {
      const cycle = boundTime(state, front, index, bounded);
      front.topic = span(word, words[cycle - 1] as Word);
      index = bounded;
      continue;
    }
    if (isVerb(word) && next !== '的' && !(topicFirst && topicEnd(state, index, to) > index + 1)) return index;
    const end = topicEnd(state, index, to);
    if (end <= index) {
      if (isVerb(word)) return index;
      return fallback(state, front, index, to);
    }
    front.topic = span(words[index] as Word, words[end - 1] as Word);
    index = end;
  }
  return index < to ? index : -1;
}

/** 取水总量每年不得超过…: a cycle before the bound is no part of what is bounded. Index where the name ends. */
function boundTime(state: State, front: Front, from: number, to: number): number {
  for (let index = from + 1; index < to; index++) {
    if (!/^[每自在于]/.test((state.words[index] as Word).text)) continue;
    const time = timeHere(state, index, to, false);
    if (time === undefined) continue;
    front.time = better(state.text, front.time, time);
    return index;
  }
  return to;
}

/** Once a subject, a duty or a time was read something is done, even if no list knows the word. */
function fallback(state: State, front: Front, index: number, to: number): number {
  const { words } = state;
  if (!front.named && front.deontic === undefined) return plainVerb(state, index, to);
  for (let at = index; at < to; at++) {
    const word = words[at] as Word;
    if (isVerb(word) && words[at + 1]?.text !== '的' && !relativeClause(words, at, to)) return at;
  }
  return front.deontic !== undefined || front.time !== null || front.fronted !== null || /^[一-龥]{4}$/.test(textFrom(state, index, to))
    ? index
    : -1;
}

/** Reads the chunk `[from, to)` of words. `first` is the index of the sentence's first draft. */
export function readChunk(state: State, from: number, to: number, first: number): void {
  const text = textFrom(state, from, to);
  if (readLabel(state, text, from, to, first)) return;
  if (isReport(text)) {
    state.reporting = true;
    return;
  }
  if (opensPast(text)) state.reporting = true;
  if (isPreamble(text) || isFact(text)) return;
  if (state.drafts.length > first && /^(?:主要|专项|全部|优先)?用于/.test(text)) return;
  if (isInventory(text)) {
    state.reporting = true;
    return;
  }
  const view = /视[^，、]{2,14}(?:进展|情况|变化|需要|条件|形势)$/.exec(text);
  if (view !== null) {
    const at = wordAt(state.words, (state.words[from] as Word).start + view.index, from, to);
    if (at > from) readChunk(state, from, at, first);
    if (at < to) state.conditions.push(span(state.words[at] as Word, state.words[to - 1] as Word));
    return;
  }
  const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
  if (last !== undefined && /^(?:直至|直到)/.test(text)) {
    last.conditions.push(span(state.words[from] as Word, state.words[to - 1] as Word));
    return;
  }
  if (/^(?:完成)?时限(?:同上|同前|相同)$/.test(text)) {
    const before = state.drafts.findLast(({ time }) => time !== null);
    if (last !== undefined && before !== undefined) last.time ??= before.time;
    return;
  }
  if (onlyMeasure.test(text) && absorbMeasure(state, from, to, first)) return;
  if (readAnswering(state, text, from, to) || readDealt(state, text, from, first) || readTerm(state, text, from, to, first)) return;
  if (described.test(text)) {
    state.topic = span(state.words[from] as Word, state.words[to - 1] as Word);
    return;
  }
  const motive = occasion.exec(text);
  if (motive !== null) {
    const at = wordAt(state.words, (state.words[from] as Word).start + motive.index, from, to);
    if (at > from) readChunk(state, from, at, first);
    return;
  }
  if (onlyResponsible(state, text, from, to, first)) return;
  if (/^(?:会议(?!结束|闭幕|纪要|召开|议定事项)|会上)/.test(text)) state.reporting = true;
  if (readMinutes(state, text, from, to, first)) return;
  if (readCopula(state, from, to)) return;
  const second = secondAt(state, from, to);
  if (second > 0) {
    readChunk(state, from, second, first);
    const { sentenceTime } = state;
    const before = state.drafts.length;
    readChunk(state, second + 1, to, first);
    // 由甲方建设、乙方运营: 由 binds both.
    if (/由[^、]*$/.test(textFrom(state, from, second)))
      for (const draft of state.drafts.slice(before)) if (!draft.hedged) draft.deontic ??= 'must';
    state.sentenceTime ??= sentenceTime;
    return;
  }
  if (
    /^(?:关于|对于|至于|就|对)[^，]{2,40}(?:问题|事宜|事项|争议|方面|纠纷)$/.test(text) ||
    /^[^，由应须将]{2,24}(?:事宜|一事)$/.test(text)
  ) {
    const skip = /^(?:关于|对于|至于|就|对)$/.test((state.words[from] as Word).text) ? 1 : 0;
    if (to > from + skip) state.topic = span(state.words[from + skip] as Word, state.words[to - 1] as Word);
    return;
  }
  if (isConditionChunk(text)) {
    readCondition(state, from, to);
    return;
  }
  const front = emptyFront();
  const verb = peel(state, front, from, to);
  if (front.helper && verb < 0) return;
  const lead = verb < 0 && front.roles !== null && front.topic !== null ? leadingWord(state, from, to) : -1;
  if (lead >= 0) {
    readPredicate(state, front, { from, verb: lead, to, first });
    return;
  }
  if (verb < 0) {
    keepForLater(state, front, first, from, to);
    return;
  }
  const goesOn = state.reporting && !front.past && state.drafts.length > first && state.deontic === 'must';
  if ((state.reporting || front.past) && front.deontic === undefined && !goesOn) return;
  if (/^(?:按照|根据|依据|依照|遵照|参照|结合|围绕|本着)$/.test((state.words[verb] as Word).text)) {
    keepForLater(state, front, first, from, to);
    return;
  }
  if (state.words[verb + 1]?.text === '了' && front.deontic === undefined && verb + 1 < to) return;
  if (onlyDates(state, front, verb, to, first)) return;
  readPredicate(state, front, { from, verb, to, first });
}

/** 日处理能力800吨以上 · 覆盖泊位不少于45个 · 占比不低于3%: the measure of what was said before. */
const onlyMeasure =
  /^(?:其)?(?:覆盖|涉及|惠及|占比|比例|规模|总规模|首期规模|设计|日|年|月|总|单|平均|受益|服务|[^，应须将要可由]{2,6}(?:时间|时长|车辆|人数|总量|规模|面积|金额|比例|能力|频次))[^，应须将要可由]{0,12}(?:不低于|不少于|不超过|不高于|达到|达|为|约)?[0-9一二两三四五六七八九十][^，]{0,12}$/;
/** 由乙方垫付的征迁资金，甲方须…: a thing that is described before it is said what happens to it. */
const described = /^由[^，的应须将]{2,16}的[^，应须将由]{2,14}$/;
/** 双方希望以此次签约为契机，…: why, behind who. */
const occasion = /(?<=.)(?:并|将|要)?以[^，]{2,24}为(?:契机|抓手|重点|目标|导向|主线|引领|纽带|突破口|牵引|载体|依托|平台)$/;

/** 数据标准由省大数据局牵头负责: to lead is all that is to be done. */
function leadingWord({ words }: State, from: number, to: number): number {
  for (let index = from; index < to; index++) if (/牵头/.test((words[index] as Word).text)) return index;
  return -1;
}

/** 会议要求各成员单位逐项销号: what a meeting asks of somebody, without a comma between. */
function readMinutes(state: State, text: string, from: number, to: number, first: number): boolean {
  const match = /^(?:会议|会上)(?:一致)?(要求|责成|希望|建议|强调|明确|议定|决定|确定)(?!，)/.exec(text);
  if (match === null) return false;
  const at = wordAt(state.words, (state.words[from] as Word).start + match[0].length, from, to);
  if (at >= to || partiesAt(state, at, to).names.length === 0) return false;
  const before = state.drafts.length;
  state.reporting = false;
  readChunk(state, at, to, first);
  if (/希望|建议/.test(match[1] as string)) for (const draft of state.drafts.slice(before)) draft.hedged = draft.deontic === null;
  if (/要求|责成|决定/.test(match[1] as string))
    for (const draft of state.drafts.slice(before)) if (!draft.hedged) draft.deontic ??= 'must';
  return true;
}

/** …，均须于2026年12月20日前落实到位: a date for all that was said before in the sentence. */
function onlyDates(state: State, front: Front, verb: number, to: number, first: number): boolean {
  const { words } = state;
  if (front.time === null || front.named || front.topic !== null || front.fronted !== null || verb + 1 < to) return false;
  if (!/^(?:实施|施行|实行|落实|落实到位|完成|到位|执行|组织实施|启动实施|完成到位)$/.test((words[verb] as Word).text)) return false;
  const open = state.drafts.slice(first).filter(({ time }) => time === null);
  if (open.length === 0) return false;
  for (const draft of open) {
    draft.time = front.time;
    draft.deontic ??= front.deontic ?? null;
    draft.evidence = { ...draft.evidence, deadline: 'carried' };
  }
  return true;
}

/** A condition may name who is bound: 任一方拟调整引水计划的，应…. */
function readCondition(state: State, from: number, to: number): void {
  state.conditions.push(span(state.words[from] as Word, state.words[to - 1] as Word));
  const first = (state.words[from] as Word).text;
  if (/^(?:对|凡|因|如|若|当|遇|经|未|在|除|待)/.test(first)) return;
  const parties = partiesAt(state, from, to);
  if (parties.names.length === 0) {
    const actor = /^[^，的应须]{2,12}?(?:人员|执法队|单位|企业|机构|部门)(?=[^，]{2,20}时$)/.exec(textFrom(state, from, to));
    const start = (state.words[from] as Word).start;
    if (actor === null || state.subject.length > 0) return;
    state.subject = [{ start, end: start + actor[0].length }];
    return;
  }
  state.subject = parties.names;
  state.deontic = undefined;
  state.hedged = false;
}

/** 牵头单位：X · 完成时限：2026年6月底. */
function readLabel(state: State, text: string, from: number, to: number, first: number): boolean {
  const label = state.label;
  state.label = labelled(text);
  if (state.label !== undefined) return true;
  if (label === undefined) return false;
  if (label === 'time') {
    const time = timeHere(state, from, to, true);
    if (time === undefined) return false;
    if (state.drafts.length === 0) state.opening = time;
    for (const draft of state.drafts) draft.time ??= time;
    return true;
  }
  const names = listedNames(state, from, to);
  const [lead] = names;
  if (lead === undefined) return false;
  if (state.drafts.length === 0) {
    state.subject = label === 'lead' ? names : [...state.subject, ...names];
    return true;
  }
  for (const draft of state.drafts) {
    if (label === 'lead' && draft.attribute.length === 0) {
      draft.lead = lead;
      draft.attribute = names;
    } else if (label === 'cooperating' && draft.lead !== null) {
      draft.cooperating = [...draft.cooperating, ...names];
      draft.attribute = [...draft.attribute, ...names];
    }
  }
  return first >= 0;
}

/** A chunk without a verb: a time, a role, a subject, a condition for what follows. */
function keepForLater(state: State, front: Front, first: number, from: number, to: number): void {
  if (!front.named && front.time === null && absorbMeasure(state, from, to, first)) return;
  if (front.named && front.subject.length > 0) {
    state.subject = front.subject;
    state.deontic = front.roles === null ? front.deontic : (front.deontic ?? null);
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
  if (front.fronted !== null) state.topic = front.fronted;
  else if (front.topic !== null) state.topic = front.topic;
  else if (!front.named && front.time === null && state.drafts.length === first && front.conditions.length === 0) {
    state.topic = span(state.words[from] as Word, state.words[to - 1] as Word);
  }
}
