/** One chunk between commas: peels what stands before the verb, then hands over to the predicate. */
import type { Span } from '../reading.ts';
import { type Token, wordClass } from './token.ts';
import { timeHere } from './anchors.ts';
import { readAddressee, readDoneBy } from './addressee.ts';
import { readAgreed, readAttitude } from './attitude.ts';
import { readAnswering, readDealt } from './answers.ts';
import { isConditionChunk, isPreamble, isReport } from './condition.ts';
import { onlyResponsible } from './company.ts';
import { readCopula } from './copula.ts';
import type { Draft, State } from './draft.ts';
import { emptyFront, type Front, spanOf as span, textFrom, wordAt } from './front.ts';
import { readAppointed, readGapped } from './gapped.ts';
import { isFact, isInventory, opensPast } from './facts.ts';
import { absorbMeasure } from './indicator.ts';
import { readPredicate } from './predicate.ts';
import { readDeclared } from './renewal.ts';
import { secondAt } from './second.ts';
import { partiesAt, splitParties } from './subject.ts';
import { readTerm } from './term.ts';
import { endsParty, isVerb } from './wordClasses.ts';

import { onlyHelps } from './roles.ts';
import { peel } from './peel.ts';
import { boundUnder, opensCondition, readCondition } from './bound.ts';
import { ofClause } from './gates.ts';
import { readLabel, readLimit } from './labels.ts';
const meeting = ofClause.gate(/^(?:会议(?!结束|闭幕|纪要|召开|议定事项)|会上)/);
const sinceThen = ofClause.gate(/^[自从][^，0-9]{1,14}起$/);
const usedFor = ofClause.gate(/^(?:主要|专项|全部|优先)?用于/);
const until = ofClause.gate(/^(?:直至|直到)/);
const sameLimit = ofClause.gate(/^(?:完成)?时限(?:同上|同前|相同)$/);
const concerning = ofClause.gate(
  /^(?:关于|对于|至于|就|对)[^，]{2,40}(?:问题|事宜|事项|争议|方面|纠纷|诉求|请求|申请|投诉|举报|提案|需求|线索|案件|隐患|》)$|^(?:关于|至于)[^，应须将由]{2,24}$/,
);
const matter = ofClause.gate(/^[^，由应须将请]{2,24}(?:事宜|一事|的事)$/);
/** 适时研究补偿事宜: to talk it over is the deed, unless somebody else is told to do so: 研究开发事宜，由…. */
const talkedOver = ofClause.gate(/^[^，的]{0,6}(?:研究|讨论|商讨|商议|审议|协商|磋商|洽谈|商谈|会商|探讨|酝酿)[^，的]*(?:事宜|一事)$/);
const inView = ofClause.gate(/视[^，、]{2,14}(?:进展|情况|变化|需要|条件|形势)$/);
const minutes = ofClause.gate(/^(?:会议|会上)(?:一致)?(要求|责成|希望|建议|强调|明确|议定|决定|确定|原则同意|原则上同意)(?!，)/);

/** Reads the chunk `[from, to)` of words. `first` is the index of the sentence's first draft. */
export function readChunk(state: State, from: number, to: number, first: number, text = textFrom(state, from, to)): void {
  if (readAppointed(state, text, from, to) || readGapped(state, from, to, first)) return;
  if (readAttitude(state, text, from, to) || readAgreed(state, text, from, to)) return;
  if (readDoneBy(state, text, from, to, first)) return;
  if (readDeclared(state, text, from, to, first)) return;
  if (asksNothing(state, text, from, to, first)) return;
  if (belongsBefore(state, text, from, to, first)) return;
  if (readAnswering(state, text, from, to) || readDealt(state, text, from, first) || readTerm(state, text, from, to, first)) return;
  const office = asOffice.exec(text);
  if (office !== null && state.text[(state.words[to - 1] as Token).end] === '，') {
    const start = (state.words[from] as Token).start;
    state.subject = [{ start, end: start + (office[1] as string).length }];
    if (/牵头(?:方|单位|部门|人)$/.test(text)) state.roles = { lead: state.subject[0] as Span, cooperating: [] };
    state.deontic = undefined;
    state.hedged = false;
    return;
  }
  if (described.test(text) && state.text[(state.words[to - 1] as Token).end] === '，') {
    state.topic = span(state.words[from] as Token, state.words[to - 1] as Token);
    return;
  }
  const motive = occasion.exec(text);
  if (motive !== null) {
    const at = wordAt(state.words, (state.words[from] as Token).start + motive.index, from, to);
    if (at > from) readOccasion(state, motive[0], from, at, first);
    return;
  }
  if (onlyResponsible(state, text, from, to, first)) return;
  if (meeting.test(text)) state.reporting = true;
  if (readMinutes(state, text, from, to, first) || readCopula(state, text, from, to) || readTwo(state, text, from, to, first)) return;
  if (namesMatter(state, text, from, to)) return;
  const under = boundUnder(state, from, to);
  if (under > 0) {
    state.conditions.push(span(state.words[under] as Token, state.words[to - 1] as Token));
    return;
  }
  if (state.drafts.length > first && excepted.test(text)) {
    (state.drafts.at(-1) as Draft).conditions.push(span(state.words[from] as Token, state.words[to - 1] as Token));
    return;
  }
  if (ahead.test(text) && state.drafts.length === first && timeHere(state, from, to, true) === undefined) {
    const all = span(state.words[from] as Token, state.words[to - 1] as Token);
    state.sentenceTime = { deadline: { kind: 'unresolved', unresolved: text }, span: all };
    return;
  }
  if (during.test(text) && timeHere(state, from, to, true) === undefined) {
    state.conditions.push(span(state.words[from] as Token, state.words[to - 1] as Token));
    return;
  }
  const goesOn = '，：'.includes(state.text[(state.words[to - 1] as Token).end] ?? '。');
  if (
    (goesOn && opensCondition(state, from, to)) ||
    (isConditionChunk(text) && (goesOn || !/不得|应|须/.test(text)) && !onlyTime(state, from, to))
  )
    readCondition(state, from, to);
  else readAct(state, text, from, to, first);
}

/** 双方将以本次签约为契机，…: who is to act, without the occasion. */
function readOccasion(state: State, said: string, from: number, to: number, first: number): void {
  if (!endsParty(state.words[to - 1] as Token)) {
    readChunk(state, from, to, first);
    return;
  }
  state.subject = splitParties(state, from, to);
  state.deontic = /^[将要]/.test(said) ? 'must' : undefined;
  state.hedged = false;
}

/** 在签约后第100天之前: a day, and no condition. */
function onlyTime(state: State, from: number, to: number): boolean {
  const time = timeHere(state, from, to, true);
  return time?.deadline.kind === 'duration' && time.span.end === (state.words[to - 1] as Token).end;
}

/** True if the chunk only labels, reports, describes or counts. */
function asksNothing(state: State, text: string, from: number, to: number, first: number): boolean {
  if (readLabel(state, text, from, to, first) || readAddressee(state, text, from, to)) return true;
  if (isReport(text)) {
    state.reporting = true;
    return true;
  }
  if (opensPast(text)) state.reporting = true;
  if (isPreamble(text) || isFact(text)) return true;
  if (sinceThen.test(text) && text.length <= 16 && timeHere(state, from, to, true) === undefined) return true;
  if (state.drafts.length > first && usedFor.test(text)) return true;
  if (isInventory(text)) {
    state.reporting = true;
    return true;
  }
  return false;
}

/** Reads a chunk that completes what was said before: an end, a limit, a measure. */
function belongsBefore(state: State, text: string, from: number, to: number, first: number): boolean {
  const view = inView.exec(text);
  if (view !== null) {
    const at = wordAt(state.words, (state.words[from] as Token).start + view.index, from, to);
    if (at > from) readChunk(state, from, at, first);
    if (at < to) state.conditions.push(span(state.words[at] as Token, state.words[to - 1] as Token));
    return true;
  }
  const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
  if (last !== undefined && until.test(text)) {
    last.conditions.push(span(state.words[from] as Token, state.words[to - 1] as Token));
    return true;
  }
  if (readLimit(state, text, from, to, first)) return true;
  if (sameLimit.test(text)) {
    const before = state.drafts.findLast(({ time }) => time !== null);
    if (last !== undefined && before !== undefined) last.time ??= before.time;
    return true;
  }
  return onlyMeasure.test(text) && absorbMeasure(state, from, to, first);
}

/** Reads a chunk that holds two statements joined by 、 alone. */
function readTwo(state: State, text: string, from: number, to: number, first: number): boolean {
  const second = text.includes('、') ? secondAt(state, from, to) : -1;
  if (second <= 0) return false;
  readChunk(state, from, second, first);
  const { sentenceTime } = state;
  const before = state.drafts.length;
  const forbidden = state.drafts.at(-1)?.deontic === 'must_not';
  readChunk(state, second + 1, to, first);
  if (forbidden) for (const draft of state.drafts.slice(before)) draft.deontic ??= 'must_not';
  // 由甲方建设、乙方运营: 由 binds both.
  if (/由[^、]*$/.test(textFrom(state, from, second)))
    for (const draft of state.drafts.slice(before)) if (!draft.hedged) draft.deontic ??= 'must';
  state.sentenceTime ??= sentenceTime;
  return true;
}

/** 关于…问题，: the matter of what follows. */
function namesMatter(state: State, text: string, from: number, to: number): boolean {
  if (!concerning.test(text)) {
    if (!matter.test(text)) return false;
    if (talkedOver.test(text) && !state.text.startsWith('，由', (state.words[to - 1] as Token).end)) return false;
  }
  if (partiesAt(state, from, to).names.length > 0) return false;
  const opener = /^(?:关于|对于|至于|就|对)/.exec(text)?.[0].length ?? 0;
  const start = (state.words[from] as Token).start + opener;
  state.topic = { start, end: (state.words[to - 1] as Token).end };
  return true;
}

const setsUp = wordClass(/^(?:成立|设立|组建|撤销|调整|增补)$/);
const isBasis = wordClass(/^(?:按照|根据|依据|依照|遵照|参照|结合|围绕|本着)$/);
const isDone = wordClass(/^(?:实施|施行|实行|落实|落实到位|完成|到位|执行|组织实施|启动实施|完成到位)$/);

/** Peels the chunk down to its verb and reads what is done. */
function readAct(state: State, text: string, from: number, to: number, first: number): void {
  const front = emptyFront();
  const verb = peel(state, front, text, from, to);
  if ((front.helper && verb < 0) || onlyHelps(state, text, from, to)) return;
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
  if (isBasis(state.words[verb] as Token)) {
    keepForLater(state, front, first, from, to);
    return;
  }
  if (state.words[verb + 1]?.text === '了' && front.deontic === undefined && verb + 1 < to) return;
  if (onlyDates(state, front, verb, to, first)) return;
  const after = afterwards(state, verb, to);
  if (after > 0) {
    front.conditions.push(span(state.words[verb] as Token, state.words[after - 1] as Token));
    const next = after < to ? peel(state, front, textFrom(state, after, to), after, to) : -1;
    if (next < 0) keepForLater(state, front, first, from, to);
    else readPredicate(state, front, { from, verb: next, to, first });
    return;
  }
  readPredicate(state, front, { from, verb, to, first });
}

/** 科研监测船除外: what the statement before does not bind. */
const excepted = ofClause.gate(/^[^，应须将]{2,24}(?:除外|例外|不在此限|不受此限)$/);
/** 裁决作出前，…: until something happens. */
const ahead = ofClause.gate(
  /^(?:在)?[^，应须将可要由未经]{1,12}(?:作出|发布|公布|批复|下达|签订|签署|生效|完成|成立|到位|建成|投用|结束|解除|恢复|确定|出台|印发|验收|撤离|移交|交付)(?:之前|以前|前)$/,
);
const isAfter = wordClass(/^(?:后|之后|以后)$/);

/** 修改完善后按程序报批 · 验收合格后，…: what is done first is when the rest is done. Index behind 后, or 0. */
function afterwards({ words, text }: State, verb: number, to: number): number {
  for (let index = verb + 1; index < Math.min(to, verb + 8); index++) {
    const word = words[index] as Token;
    if (!isAfter(word)) {
      if (word.kind === 'p' || word.kind === 'm' || word.text === '的') return 0;
      continue;
    }
    if (index + 1 === to) return text[word.end] === '，' ? index + 1 : 0;
    return words[index + 1]?.kind !== 'm' && words.slice(index + 1, to).some((later) => isVerb(later)) ? index + 1 : 0;
  }
  return 0;
}

/** 联席会议闭会期间: when something holds, no deed. */
const during = ofClause.gate(/^[^，应须将可要由]{2,20}(?:期间|时段|过程中)$/);

/** 日处理能力800吨以上 · 覆盖泊位不少于45个 · 占比不低于3%: the measure of what was said before. */
const onlyMeasure = ofClause.gate(
  /^每(?:省|市|县|区|镇|乡|村|家|户|人|所|校|站|名|批|处|点|方|企业|单位|成员)(?:（[^，）]{1,6}）)?(?:每次)?(?:不少于|不低于|不超过|至少|最多|为|安排|配备)?[0-9一二两三四五六七八九十]+[^，0-9]{1,6}$|^(?:其)?(?:覆盖|涉及|惠及|占比|比例|规模|总规模|首期规模|设计|日|年|月|总|单|平均|受益|服务|[^，应须将要可由]{2,6}(?:时间|时长|车辆|人数|总量|规模|面积|金额|比例|能力|频次))[^，应须将要可由]{0,12}(?:不低于|不少于|不超过|不高于|达到|达|为|约)?[0-9一二两三四五六七八九十][^，]{0,12}$/,
);
/** 由乙方垫付的征迁资金，甲方须…: a thing that is described before it is said what happens to it. */
const described = ofClause.gate(
  /^由[^，的应须将]{2,16}的[^，应须将由]{2,14}$|^[^，的应须将由]{2,8}(?:约定|商定|认可)的[^，应须将由]{2,14}$/,
);
/** 本人作为青石河段河长，…: who speaks, and in which office. */
const asOffice = ofClause.gate(
  /^(本人|我(?:局|市|县|镇|单位|公司)?|[甲乙丙丁]方|[^，应须将由以]{2,14}[市县区省局厅委镇乡])作为[^，。]{1,24}(?:长|人|方|单位|部门|主任|书记|员|机构|主体|成员|责任者)$/,
);
/** 双方希望以此次签约为契机，…: why, behind who. */
const occasion = ofClause.gate(/(?<=.)(?:并|将|要)?以[^，]{2,24}为(?:契机|抓手|重点|目标|导向|主线|引领|纽带|突破口|牵引|载体|依托|平台)$/);

/** 数据标准由省大数据局牵头负责: to lead is all that is to be done. */
function leadingWord({ words }: State, from: number, to: number): number {
  for (let index = from; index < to; index++)
    if (/牵头|^(?:主办|主责|主持|统筹|负总责|归口管理|承办|负责)$/.test((words[index] as Token).text)) return index;
  return -1;
}

/** 会议要求各成员单位逐项销号: what a meeting asks of somebody, without a comma between. */
function readMinutes(state: State, text: string, from: number, to: number, first: number): boolean {
  const match = minutes.exec(text);
  if (match === null) return false;
  const at = wordAt(state.words, (state.words[from] as Token).start + match[0].length, from, to);
  // 会议决定成立专班: what is decided without anybody to do it.
  const decided = match[1] === '决定' && at + 1 < to && setsUp(state.words[at] as Token);
  if (at >= to || (!decided && partiesAt(state, at, to).names.length === 0)) return false;
  const before = state.drafts.length;
  state.reporting = false;
  readChunk(state, at, to, first);
  if (/希望|建议|原则/.test(match[1] as string)) for (const draft of state.drafts.slice(before)) draft.hedged = draft.deontic === null;
  if (!decided && /要求|责成|决定/.test(match[1] as string))
    for (const draft of state.drafts.slice(before)) if (!draft.hedged) draft.deontic ??= 'must';
  return true;
}

/** …，均须于2026年12月20日前落实到位: a date for all that was said before in the sentence. */
function onlyDates(state: State, front: Front, verb: number, to: number, first: number): boolean {
  const { words } = state;
  if (front.time === null || front.named || front.topic !== null || front.fronted !== null || verb + 1 < to) return false;
  if (!isDone(words[verb] as Token)) return false;
  // 双方设立…，甲方出资…，乙方出资…，均于…到位: of the like acts at the end.
  const like = alike(state, first);
  const open = (like.length > 1 ? like : state.drafts.slice(first)).filter(({ time }) => time === null);
  if (open.length === 0) return false;
  for (const draft of open) {
    draft.time = front.time;
    draft.deontic ??= front.deontic ?? null;
    draft.evidence = { ...draft.evidence, deadline: 'carried' };
  }
  return true;
}

/** The statements of the sentence that do the same thing as its last. */
function alike({ text, drafts }: State, first: number): Draft[] {
  const last = drafts.at(-1) as Draft;
  const said = text.slice(last.aim.start, last.aim.end);
  return drafts.slice(first).filter(({ aim }) => text.slice(aim.start, aim.end) === said);
}

const all = ofClause.gate(/^(?:且|并)?(?:均|都|各)/);

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
      for (const draft of all.test(textFrom(state, from, to)) ? alike(state, first) : [last]) {
        draft.time ??= front.time;
        draft.evidence = { ...draft.evidence, deadline: 'named' };
      }
    } else if (last === undefined) state.sentenceTime = front.time;
  }
  state.conditions.push(...front.conditions);
  if (front.hedged) state.hedged = true;
  if (front.fronted !== null) state.topic = front.fronted;
  else if (front.topic !== null) state.topic = front.topic;
  else if (!front.named && front.time === null && state.drafts.length === first && front.conditions.length === 0) {
    state.topic = span(state.words[from] as Token, state.words[to - 1] as Token);
  }
}
