/** Verb, object, time and measure of a statement, and what it takes over from the chunks before. */
import type { Deontic, Evidence, Span } from '../reading.ts';
import { aimEnd, joinedAt } from './aimEnd.ts';
import { distributed } from './distribute.ts';
import type { Draft, State, Timed } from './draft.ts';
import { boundTime, inStep, timeInTail, timesOf } from './due.ts';
import { emptyFront, type Front, type Range } from './front.ts';
import { completesMeasure, fromConditions, measures, otherEnd, quantitiesIn, setIndicator } from './indicator.ts';
import { kindOf } from './kind.ts';
import { bareQuantity, inheritedTopic, plainTopic, trimObject } from './object.ts';
import { namesPenalty } from './sanction.ts';
import { type Token, wordClass } from './token.ts';
import { isAdverb, isAim, isVerb } from './wordClasses.ts';

/** 违约金由乙方用于堤防维护: what for is part of what is done to it. */
const isUse = wordClass(/^(?:专项|全部|优先)?用于$/);

function deonticOf(state: State, front: Front, carried: boolean, verb: string): { deontic: Deontic; hedged: boolean } {
  const hedged = front.hedged || (carried && front.deontic === undefined && state.hedged);
  if (hedged && front.deontic !== 'must_not') return { deontic: null, hedged };
  if (front.deontic !== undefined) return { deontic: front.deontic, hedged };
  if (/^不(?:得|能|应|准)/.test(verb)) return { deontic: 'must_not', hedged };
  return { deontic: carried ? (state.deontic ?? null) : null, hedged };
}

/** 甲市应完成A，乙市同步完成B: in step means under the same duty. */
function sharedDuty(state: State, front: Front, { from, verb, first }: Range): Deontic {
  const last = state.drafts.length > first ? state.drafts.at(-1) : undefined;
  return front.named && last?.deontic === 'must' && inStep(state, from, verb) >= 0 ? 'must' : null;
}

/** 取消…资格并扣减…: one sanction. */
function penalPair({ words, text }: State, verb: number, join: number, to: number): boolean {
  const from = (words[verb] as Token).start;
  const second = (words[join + 1] as Token).start;
  return namesPenalty(text.slice(from, (words[join] as Token).start)) && namesPenalty(text.slice(second, (words[to - 1] as Token).end));
}

export function readPredicate(state: State, front: Front, range: Range): void {
  const { words } = state;
  const { verb, first } = range;
  const found = joinedAt(words, verb, range.to);
  const join = found >= 0 && penalPair(state, verb, found, range.to) ? -1 : found;
  const to = join < 0 ? range.to : join;
  const end = Math.min(to, aimEnd(words, verb, to));
  const aim: { start: number; end: number } = { start: (words[verb] as Token).start, end: (words[end - 1] as Token).end };
  const tailTime = front.time === null ? timeInTail(state, end, to) : null;
  const times: readonly Span[] = timesOf(front.time, tailTime);
  // 两家须于…: how many they are is no measure of what they do.
  const quantities = quantitiesIn(state, range.from, to, front.named ? [...times, ...front.subject] : times);
  if (otherEnd(state, front, range, quantities)) return;
  if (completesMeasure(state, front, range, quantities)) {
    const last = state.drafts.at(-1) as Draft;
    if (front.time !== null) last.time ??= front.time;
    // How often is said by the cycle already; 查处率不低于95% is what is measured.
    if (last.indicator === null || (last.time?.deadline.kind === 'recurrence' && /^次/.test(last.indicator.unit)))
      setIndicator(state, last, quantities, range.from, front.topic);
    return;
  }
  const carried = !front.named;
  // 由X负责执笔，Y、Z共同编制…: X leads what they do.
  const led =
    front.named &&
    front.roles === null &&
    state.roles !== null &&
    state.drafts.length === first &&
    /共同|联合/.test(state.text.slice((words[range.from] as Token).start, aim.end));
  const { deontic: own, hedged } = deonticOf(state, front, carried || led, (words[verb] as Token).text);
  const deontic = own ?? (hedged ? null : sharedDuty(state, front, range));
  const concluded = front.fronted !== null && /^(?:达成|负有)$/.test(words[verb]?.text ?? '') && to - verb <= 4;
  const used = (concluded || (front.topic !== null && front.named && isUse(words[verb] as Token))) && end < to;
  if (used) aim.end = (words[to - 1] as Token).end;
  const objectText = used ? null : end < to ? { start: (words[end] as Token).start, end: (words[to - 1] as Token).end } : null;
  if (front.topic !== null) front.topic = plainTopic(state, front.topic, aim);
  const object =
    (measures(words[verb] as Token) ? front.topic : null) ??
    (front.moved && end > verb + 1 ? front.fronted : null) ??
    bareQuantity(state, trimObject(state, objectText, tailTime), quantities) ??
    front.fronted ??
    front.topic ??
    inheritedTopic(state, aim);
  const joinable = deontic !== 'must_not' && !front.named;
  const time = boundTime(state, range, front.time ?? tailTime, joinable);
  const draft: Draft = {
    attribute: carried ? state.subject : led && state.roles !== null ? [state.roles.lead, ...front.subject] : front.subject,
    lead: front.roles?.lead ?? (carried || led ? (state.roles?.lead ?? null) : null),
    cooperating: front.roles?.cooperating ?? (carried || led ? (state.roles?.cooperating ?? []) : []),
    deontic,
    hedged,
    aim,
    object,
    time,
    indicator: null,
    conditions: [...state.conditions, ...front.conditions],
    orElse: null,
    // Whoever is invited to set up a body is not thereby said to have one.
    kind: front.encouraged
      ? 'regulative'
      : kindOf(state.text.slice(aim.start, aim.end), object === null ? '' : state.text.slice(object.start, object.end)),
    span: {
      start: Math.min((words[range.from] as Token).start, state.conditions[0]?.start ?? Number.POSITIVE_INFINITY),
      end: (words[to - 1] as Token).end,
    },
    sentence: state.sentence,
    evidence: evidenceOf(state, front, words[verb] as Token, tailTime),
  };
  // What is taken away for a breach is no measure of the duty; how far it was missed is.
  if (namesPenalty(state.text.slice(aim.start, draft.span.end))) fromConditions(state, draft);
  if (draft.indicator === null) setIndicator(state, draft, quantities, range.from, front.topic);
  if (draft.indicator === null) fromConditions(state, draft);
  state.drafts.push(...distributed(state, draft, quantities, front.topic));
  remember(state, front, draft, deontic, hedged);
  if (join >= 0) readJoined(state, join + 1, range.to, first);
}

function evidenceOf(state: State, front: Front, verb: Token, tailTime: Timed | null): Evidence {
  return {
    subject: front.named ? 'named' : state.subject.length > 0 ? 'carried' : 'none',
    verb: isAim(verb) ? 'aim' : isVerb(verb) ? 'dictionary' : 'guess',
    deadline: (front.time ?? tailTime) !== null ? 'named' : state.sentenceTime === null ? 'none' : 'carried',
    orElse: 'none',
  };
}

function remember(state: State, front: Front, draft: Draft, deontic: Deontic, hedged: boolean): void {
  state.conditions = [];
  if (front.named && !front.encouraged) {
    state.subject = draft.attribute;
    if (front.roles === null && state.roles !== null && draft.lead === null) state.roles = null;
  }
  if (deontic === 'must_not') state.deontic = state.subject === state.promised ? 'must' : undefined;
  else state.deontic = deontic ?? undefined;
  state.hedged = hedged;
  const ahead = front.time?.deadline.kind === 'duration' && front.time.deadline.before === true;
  if (front.timeFirst && !ahead && front.time !== null && state.sentenceTime === null) state.sentenceTime = front.time;
  if (front.topic !== null) state.topic = front.topic;
}

/** The half after 并: same subject and duty, verb found again. */
function readJoined(state: State, from: number, to: number, first: number): void {
  const { words } = state;
  let verb = from;
  while (verb < to && !isVerb(words[verb] as Token)) verb++;
  if (verb >= to) for (verb = from; verb < to && isAdverb(words[verb] as Token); ) verb++;
  if (verb >= to) return;
  const front = emptyFront();
  front.time = timeInTail(state, from, verb);
  readPredicate(state, front, { from, verb, to, first });
}
