/** The predicate of an English clause: its verbs, their objects, times, measures and what follows if they are not done. */
import type { Deontic, Span } from '../reading.ts';
import { isActor, partyTypeOf } from './actor.ts';
import { conditionsIn, objectEnd } from './condition.ts';
import { verbKind } from './lexicon.ts';
import { measureOf } from './measure.ts';
import type { Modal } from './modal.ts';
import { passiveVoice, type Voice } from './passive.ts';
import { withRole } from './roles.ts';
import { isBreach, isPenalty } from './consequence/consequence.ts';
import { weighsAlone } from './consequence/weigh.ts';
import { failing as link, threatened } from './consequence/link.ts';
import { type Parts, type Range, type State, trimmed } from './state.ts';
import { splitNames } from './subject.ts';
import { secondVerbs, type Verb, verbAt } from './verb.ts';
import { timeOf } from './when.ts';
import { ofClause } from './gates.ts';

/** Reads all verbs between the modal and the end of its clause. */
export function readPredicate(state: State, modal: Modal, parts: Parts): void {
  const { text } = state;
  const failing = link.exec(text.slice(modal.end, parts.limit));
  const limit = failing === null ? parts.limit : modal.end + failing.index;
  const first = state.drafts.length;
  const head = verbAt(text, modal.end, limit, parts.times);
  const seconds = secondVerbs(text, head?.end ?? modal.end, limit, head === null ? 'base' : formOf(text, modal, head));
  let begin = modal.aims ? modal.start : modal.end;
  let conditionFrom = parts.from;
  const ends = [...seconds.filter(({ at }) => at > modal.end + 3).map(({ at }) => at), limit];
  const begins = [begin, ...seconds.filter(({ at }) => at > modal.end + 3).map(({ verb }) => verb)];
  for (let index = 0; index < begins.length; index++) {
    begin = begins[index] as number;
    const end = ends[index] as number;
    pushDraft(state, modal, parts, { begin, end, conditionFrom, first: index === 0 });
    conditionFrom = end;
  }
  if (failing !== null) {
    const duty = state.drafts.at(-1);
    if (duty !== undefined && state.drafts.length > first) duty.orElse = trimmed(text, modal.end + failing.index, parts.limit);
  }
  state.subject = parts.subject;
  state.deontic = modal.deontic;
  state.hedged = modal.hedged;
}

const havingDone = ofClause.gate(/ have (?:[a-z]+ly )?$/);

/** The form that further verbs have like the first: Ashby maintains … and reports, shall have trained … and equipped. */
function formOf(text: string, modal: Modal, { start, end, passive }: Verb): 'base' | 'finite' | 'participle' {
  if (passive) return 'base';
  if (havingDone.test(text.slice(Math.max(modal.start, start - 20), start))) return 'participle';
  return modal.start === modal.end && /^[a-z]+[^s]s(?: |$)/.test(text.slice(start, end)) ? 'finite' : 'base';
}

/** Verbs whose subject is the thing that changes, not who changes it. */
const changes =
  /^(?:improve|expand|come|go|leave|enter|cross|flourish|take|fall|rise|drop|reach|increase|decrease|decline|grow|exceed|remain|stay|amount|stand|shrink|attain)$/i;

/** Interest accrues from the due date: what stands behind the verb is no object. */
const happens = /^(?:accrue|arise|lapse|run|apply|expire|vest|revert|fall)$/i;
const adverbial = ofClause.gate(/^(?:from|on|to|in|at|for|with|by|into|upon|until|when|if|as|once|after|within|under)\b/i);

/** Ownership vests in Tararua District: whose it is stands behind the verb. */
const holding = /^(?:vest|rest|lie|remain|pass|belong|fall|revert)$/;
const holderPattern = ofClause.gate(
  /^ (?:in|with|to|on|upon) ((?:the )?[A-Z][\w'’-]*(?: (?:of )?[A-Z][\w'’-]*){0,4}|the [a-z]+ (?:borough|party|council|city|county|state|authority|member))(?=[\s.,;]|$)/,
);

function holderOf(text: string, from: number, to: number): Span | undefined {
  const match = holderPattern.exec(text.slice(from, to));
  if (match === null || !isActor(match[1] as string)) return undefined;
  const start = from + match[0].length - (match[1] as string).length;
  return { start, end: start + (match[1] as string).length };
}

/** Coverage in Colby is to rise, sewage from Thornby must not enter: whose figure it is answers for it. */
const placed = ofClause.gate(
  / (?:in|from|of|across|within) ((?:City of |County of )?[A-Z][\w'’-]*(?: (?:City|County|District|Council|Town|Province))?)$/,
);

function placeOf(text: string, { start, end }: Span): Span | undefined {
  const match = placed.exec(text.slice(start, end));
  if (match === null || !isActor(match[1] as string)) return undefined;
  return { start: end - (match[1] as string).length, end };
}

/** Subject and object of the verb in `range`. */
function voiceOf(text: string, modal: Modal, parts: Parts, range: Range, verb: Verb): Voice {
  const inside = parts.times.filter((time) => time.start >= range.begin && time.end <= range.end);
  const stop = objectEnd(text, verb.end, range.end, inside);
  const at = verb.end + (/^\s*/.exec(text.slice(verb.end, stop))?.[0].length ?? 0);
  const notice =
    stop > at
      ? undefined
      : inside.find(({ start, end }) => start - verb.end <= 1 && start >= at && /\bnotice$/i.test(text.slice(start, end)));
  const after: Span | null = stop > at ? { start: at, end: stop } : notice === undefined ? null : { start: notice.start, end: notice.end };
  if (verb.passive) {
    const voice = passiveVoice(text, modal, parts, range, verb, after);
    return { ...voice, subject: withRole(text, voice.subject, verb, range.end) };
  }
  const { names, phrase } = parts.subject;
  if (names.length === 0 && phrase !== null && holding.test(verb.base)) {
    const holder = holderOf(text, verb.end, range.end);
    if (holder !== undefined) return { subject: { ...parts.subject, names: [holder] }, object: phrase };
  }
  if (names.length === 0 && phrase !== null && changes.test(verb.base)) {
    const place = placeOf(text, phrase);
    if (place !== undefined) return { subject: { ...parts.subject, names: [place] }, object: phrase };
  }
  if (
    names.length === 0 &&
    phrase !== null &&
    (after === null ||
      verb.base === 'be' ||
      changes.test(verb.base) ||
      (happens.test(verb.base) && adverbial.test(text.slice(after.start, after.end))))
  )
    return { subject: parts.subject, object: phrase };
  return { subject: withRole(text, parts.subject, verb, range.end), object: after };
}

const thatFirst = ofClause.gate(/^that /i);

/** shall ensure that invoices are paid: what is ensured begins after “that”. */
const withoutThat = (text: string, object: Span | null): Span | null =>
  object !== null && thatFirst.test(text.slice(object.start, object.end)) ? { start: object.start + 5, end: object.end } : object;

const noFirst = ofClause.gate(/^no (?!later|less|fewer|more)/i);

/** shall pay no rent: what is forbidden is to pay rent, not to pay no rent. */
const withoutNo = (text: string, modal: Modal, object: Span | null): Span | null =>
  object !== null && modal.deontic === 'must' && noFirst.test(text.slice(object.start, object.end))
    ? { start: object.start + 3, end: object.end }
    : object;

/** …for every week by which submission is delayed: a measure of the failure is its condition. */
const inMeasure = ofClause.gate(
  /\b(?:who|which|whose) [^;]{3,120}$|\b(?:for|in) (?:each|every|any|as many|all) [^;]{3,160}$|\b(?:in proportion to|according to|to the extent of) [^;]{3,120}$/i,
);

/** Conditions that stand after the verb: shall repay the grant if the works are not completed. */
const trailing = (text: string, verb: Verb, conditions: readonly Span[], end: number): string =>
  [
    ...conditions.filter(({ start }) => start >= verb.end).map(({ start, end: to }) => text.slice(start, to)),
    inMeasure.exec(text.slice(verb.end, end))?.[0] ?? '',
  ].join(' ');

/** A condition after the verb that is the consequence of its breach: …, and if it fails, the grant shall be repaid. */
function consequenceIn(text: string, modal: Modal, verb: Verb, conditions: readonly Span[]): Span | undefined {
  if (modal.deontic === 'may') return undefined;
  return conditions.find(
    ({ start, end }) => start > verb.end && /\b(?:shall|will|may|must)\b/i.test(text.slice(start, end)) && isBreach(text.slice(start, end)),
  );
}

function deonticOf(text: string, modal: Modal, parts: Parts, verb: Verb, object: Span | null): Deontic {
  if (negated(text, parts, modal, object) || waives(text, parts, modal, verb, object)) return 'must_not';
  return modal.deontic === 'must' && predicted(text, modal, parts, verb) ? null : modal.deontic;
}

const everyEffort = ofClause.gate(/^\s*every effort\b/i);
const foretelling = ofClause.gate(/^(?:will|would|should)$/i);
const effortsFirst = ofClause.gate(/^(?:all |further |greater |continued |joint |best |reasonable )?efforts?\b/i);
const thereOnly = ofClause.gate(/^there$/i);

/** There will be · efforts will continue · the region will be a leader: foretold, not promised. */
function predicted(text: string, modal: Modal, parts: Parts, verb: Verb): boolean {
  const subject = text.slice(parts.subjectAt, modal.start).trim();
  if (parts.guarantor !== undefined) return false;
  if (everyEffort.test(text.slice(parts.from, modal.start))) return true;
  if (!foretelling.test(text.slice(modal.start, modal.end).trim())) return false;
  if (effortsFirst.test(subject)) return true;
  if (thereOnly.test(subject)) return true;
  if (
    parts.subject.names.length === 0 &&
    changes.test(verb.base) &&
    !verb.passive &&
    /^will$/i.test(text.slice(modal.start, modal.end).trim())
  )
    return true;
  const words = text.slice(verb.start, verb.end + 40);
  if (verb.passive && /^(?:recogni[sz]ed|known|seen|regarded|perceived|celebrated|renowned) (?:as|for|throughout)\b/i.test(words))
    return true;
  if (verb.base === 'be' && /^be (?:an? |the )?(?:\w+ )?(?:leader|model|hub|leading|gateway|example|magnet|beacon|success)/i.test(words))
    return true;
  return parts.subject.names.length === 0 && /^(?:help|continue|become|emerge|benefit|flourish|thrive|grow)$/i.test(verb.base);
}

const expectedTo = ofClause.gate(/^(?:is|are) expected to$/i);

function pushDraft(state: State, modal: Modal, parts: Parts, range: Range): void {
  const { text } = state;
  const verb =
    (modal.aims || pledged(text, modal)) && range.first
      ? strive(text, modal)
      : (charge(text, modal, range) ?? verbAt(text, range.begin, range.end, parts.times));
  if (verb === null) return;
  // Deputies are expected to report: of somebody it is a demand, of something a forecast.
  const demanded = collectiveOf(text, parts.subject) && expectedTo.test(text.slice(modal.start, modal.end));
  const hedged = (modal.hedged && !demanded) || loosely.test(text.slice(modal.end, verb.start));
  const conditions = [...(range.first ? conditionsIn(text, parts.from, parts.subjectAt) : []), ...conditionsIn(text, verb.end, range.end)];
  const voice = voiceOf(text, modal, parts, range, verb);
  const subject = parts.guarantor ?? withJoined(text, voice.subject, modal.end, verb.start);
  const object = withoutThat(text, withoutNo(text, modal, voice.object));
  const time = timeOf(text, parts, range, conditions);
  const indicator = measureOf(state, { modal, parts, range }, conditions, time);
  const consequence = consequenceIn(text, modal, verb, conditions);
  const before = text.slice(parts.from, parts.named ? modal.start : parts.subjectAt);
  const deontic = demanded ? 'must' : hedged && modal.deontic !== 'must_not' ? null : deonticOf(text, modal, parts, verb, voice.object);
  const behind = trailing(text, verb, conditions, range.end);
  const predicate = text.slice(verb.start, range.end);
  const penalty = isPenalty(before, behind, predicate, deontic) || weighsAlone({ before, trailing: behind, predicate, deontic });
  const threat = threatened.exec(text.slice(parts.from, parts.subjectAt));
  state.drafts.push({
    subject,
    named: parts.named,
    deontic,
    hedged,
    aim: { start: verb.start, end: verb.end },
    object,
    // When the breach was is no day of what follows from it.
    time:
      penalty && time !== null && time.start < verb.start && time.deadline.kind !== 'recurrence' && !given.test(predicate) ? null : time,
    indicator,
    conditions: conditions.filter((one) => one !== consequence),
    orElse:
      consequence ?? (penalty ? trimmed(text, verb.start, range.end) : threat && trimmed(text, parts.from, parts.from + threat[0].length)),
    span: trimmed(text, range.first ? parts.from : range.begin, range.end),
    passive: verb.passive,
  });
}

/** will, together with the auditor, verify: they do it together. */
const joined = ofClause.gate(/,? (?:together|jointly|along) with ((?:the |its |their )?[A-Za-z][^,;]{1,60}),/);

function withJoined(text: string, subject: Parts['subject'], from: number, to: number): Parts['subject'] {
  const match = to - from < 12 || subject.names.length === 0 ? null : joined.exec(text.slice(from, to));
  if (match === null) return subject;
  const at = from + match.index + match[0].length - 1 - (match[1] as string).length;
  const names = splitNames(text, at, at + (match[1] as string).length).filter(({ start, end }) => isActor(text.slice(start, end)));
  return { ...subject, names: [...subject.names, ...names] };
}

/** Deputies, all members: of one that is named it is as likely a forecast. */
const collectiveOf = (text: string, { names }: Parts['subject']): boolean =>
  /collective/.test(partyTypeOf(names.map(({ start, end }) => text.slice(start, end))));

/** Silence for 14 days is taken as consent: the days are those of the rule itself. */
const given = ofClause.gate(/^(?:deem|regard|treat|tak|consider|presum|count|stand)/i);

/** shall, in principle, share: a hedge between the modal and its verb. */
const loosely = ofClause.gate(/\bin principle\b|\bideally\b/i);

/** Yardley pays no damages: nobody may ask for them. */
const waives = (text: string, { named, subject }: Parts, modal: Modal, verb: Verb, object: Span | null): boolean =>
  modal.deontic === null &&
  !modal.hedged &&
  named &&
  subject.names.length > 0 &&
  /^(?:pay|charge|owe|bear|claim|levy|receive|accept|keep|take)$/.test(verb.base) &&
  object !== null &&
  noFirst.test(text.slice(object.start, object.end));

const atMostFirst = ofClause.gate(/^(?:not|no) more than\b|^(?:under no circumstances|in no event|at no time)\b/i);

/** No Party shall · not more than 2% may · shall pay no rent. */
function negated(text: string, { subject, subjectAt }: Parts, modal: Modal, object: Span | null): boolean {
  if (modal.deontic === null) return false;
  if (subject.negative || atMostFirst.test(text.slice(subjectAt, modal.start))) return true;
  return modal.deontic === 'must' && object !== null && noFirst.test(text.slice(object.start, object.end));
}

const answersFor = ofClause.gate(/ (?:for|of)$/);

/** is answerable for the safety of all vehicles: what somebody answers for, if no verb says it. */
function charge(text: string, modal: Modal, range: Range): Verb | undefined {
  if (!range.first || !answersFor.test(text.slice(modal.start, modal.end))) return undefined;
  const match = /^ ((?:the|its|their|all) (?:[a-z]+ )?[a-z]+) of (?=[a-z\d$€£])/i.exec(text.slice(modal.end, range.end));
  if (match === null) return undefined;
  const start = modal.end + 1;
  return { start, end: start + (match[1] as string).length, passive: false, base: 'ensure' };
}

const pledge = ofClause.gate(/\b(?:commit|pledge)s? (?:(?:it|them|our|my)sel(?:f|ves) )?to$/i);

/** commit themselves to fair play: a noun where a verb would stand. */
function pledged(text: string, modal: Modal): boolean {
  if (!pledge.test(text.slice(modal.start, modal.end))) return false;
  const [, first = '', second = ''] = /^ ([a-z-]+)(?: ([a-z-]+))?/.exec(text.slice(modal.end, modal.end + 50)) ?? [];
  if (/ing$/.test(first)) return false;
  const kind = verbKind(first);
  return (
    kind === undefined ||
    (kind === 'noun' &&
      /^(?:fair|sound|open|clear|clean|free|full|close|direct|prompt|equal|regular)$/.test(first) &&
      second !== '' &&
      !/^(?:the|an?|its|their|all|any|to)$/.test(second))
  );
}

function strive(text: string, modal: Modal): Verb {
  const from = modal.start + (/(?:strive|work|aim|commit|pledge)\w*/i.exec(text.slice(modal.start, modal.end))?.index ?? 0);
  return { start: from, end: modal.end, passive: false, base: 'strive' };
}
