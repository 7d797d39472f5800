/** Reads the statements of an English clause: each modal opens a predicate, the noun phrase before it is the subject. */
import type { Deontic, ReadingContext, Span, Statement } from '../reading.ts';
import type { Normalised } from '../text/normalise.ts';
import { aims, baseForm } from './aims.data.ts';
import { conditionsIn, objectEnd } from './condition.ts';
import { type Draft, finishEnglish } from './finish.ts';
import { type Modal, modalsIn } from './modal.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { isBreach, isPenalty } from './sanction.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { readSubject, splitNames, type Subject, subjectStart } from './subject.ts';
import { numberOf, type Time, timesIn } from './time.ts';
import { bareVerb, followsVerb, nounLike, secondVerbs, type Verb, verbAt } from './verb.ts';

const emptySubject: Subject = { names: [], lead: null, cooperating: [], negative: false, phrase: null };

/** What a meeting said before what it decided. */
const preamble =
  /^\s*(?:(?:it (?:is|was) (?:hereby )?(?:further )?(?:agreed|decided|resolved|understood|noted|proposed|recommended|suggested|confirmed|acknowledged|recognised|intended|expected)(?: by [^,;]{1,40})?(?: in principle)? that|(?:the )?(?:meeting|board|committee|council|conference|parties|chair|members|leaders|forum|group|joint committee|steering group|cabinet)(?: also| further| therefore)? (?:agreed|resolved|decided|noted|confirmed|recommended|concluded|directed|determined|undertook|expressed [^,;]{1,60} and urged)(?: in principle)? (?:that|(?=all |the |each ))|(?:resolved|agreed|decided|action|decision|noted)(?: that|:))\s+(?:pending [^,;]{1,40}, )?)/i;

const leadLabel =
  /^\s*(?:lead(?:ing)?(?: (?:officer|agency|authority|body|party|department|partner|organisation|organization))?|owner|responsible(?: (?:body|party|officer|agency))?|action owner)\s*:\s*/i;
const supportLabel =
  /^\s*(?:support(?:ing|ed by)?(?: (?:agency|bodies|body|party|partners?|department))?|with|assisting|partners?)\s*:\s*/i;

interface State {
  readonly text: string;
  readonly drafts: Draft[];
  subject: Subject;
  deontic: Deontic | undefined;
  hedged: boolean;
  /** Trigger of the sentence's condition, which measures every statement that has no measure of its own. */
  trigger: Quantity | null;
}

function readSentence(state: State, { start, end }: Sentence): void {
  const { text } = state;
  const piece = text.slice(start, end);
  state.trigger = null;
  if (readLabel(state, piece, start, end)) return;
  const said = preamble.exec(piece);
  if (said !== null) {
    readSentence(state, { start: start + said[0].length, end });
    return;
  }
  if (isBreach(piece)) {
    const duty = state.drafts.findLast(({ deontic }) => deontic !== 'may');
    if (duty !== undefined) {
      duty.orElse ??= trimmed(text, start, end);
      return;
    }
  }
  const modals = modalsIn(piece).map((modal) => ({ ...modal, start: modal.start + start, end: modal.end + start }));
  const times = timesIn(piece).map((time) => ({ ...time, start: time.start + start, end: time.end + start }));
  if (modals.length === 0) {
    if (!readSubjunctive(state, start, end, times) && !readInfinitive(state, start, end, times)) readBare(state, start, end, times);
    return;
  }
  let from = start;
  for (let index = 0; index < modals.length; index++) {
    const modal = modals[index] as Modal;
    const next = modals[index + 1];
    const limit = next === undefined ? end : clauseStart(text, modal.end, next.start);
    if (next !== undefined && limit <= modal.end) continue;
    const before = text.slice(from, modal.start);
    const at = from + subjectStart(before);
    const named = text.slice(at, modal.start).trim() !== '' && !/^(?:and|but|or)?$/i.test(text.slice(at, modal.start).trim());
    const subject = named ? pronoun(text, from, readSubject(text, at, modal.start), at, modal.start) : state.subject;
    if (supposed(text, modal, subject)) {
      from = limit;
      continue;
    }
    const leading = times.filter((time) => time.start >= from && time.end <= modal.start);
    readPredicate(state, modal, { subject, named, from, subjectAt: at, limit, times, leading });
    if (consequenceAfter(state, limit, end)) break;
    from = limit;
  }
}

/** …, failing which it shall … · …, or the grant will be withheld · …, and if it does not it shall …: attached to the duty before. */
function consequenceAfter(state: State, limit: number, end: number): boolean {
  const { text } = state;
  const duty = state.drafts.findLast(({ deontic }) => deontic !== 'may');
  if (duty === undefined || limit >= end) return false;
  const rest = text.slice(limit, end);
  const plain =
    /^[,;]? ?(?:and |or |but )?(?:failing (?:which|that|this)|otherwise|or else|in default (?:of which|whereof)|in which case)\b/i.exec(
      rest,
    );
  const alternative = plain ?? /^,? or (?=the |its |any |[A-Z])/.exec(rest);
  const conditional =
    alternative ?? /^,? (?:and|or|but)? ?(?=(?:if|where|should|in the event|for (?:each|every|any)|any|each|failure|late)\b)/i.exec(rest);
  if (conditional === null) return false;
  const after = rest.slice(conditional[0].length);
  if (plain === null && !isBreach(alternative === null ? after : `otherwise ${after}`)) return false;
  duty.orElse ??= trimmed(text, limit, end);
  return true;
}

/** More could be done, a decision would be premature: what somebody thinks, not what anybody may. */
function supposed(text: string, modal: Modal, subject: Subject): boolean {
  if (!/^(?:may|might|could|can|would)$/i.test(text.slice(modal.start, modal.end)) || subject.names.length > 0) return false;
  return /^\s+(?:[a-z]+ly |also |in time |well |still )*(?:be (?:premature|done|useful|needed|better|worth\w*|possible|necessary|appropriate|helpful|beneficial)|prove|seem|appear|arise|benefit|depend|require|need|help)\b/i.test(
    text.slice(modal.end, modal.end + 50),
  );
}

/** Where a Party is unable to supply the crews it shall pay: `it` is the party of the condition. */
function pronoun(text: string, from: number, subject: Subject, at: number, end: number): Subject {
  const phrase = text.slice(at, end).trim();
  const refers = /(?:^|\s)(?:it|they)$/i.test(phrase);
  if (!refers) return subject;
  const party =
    /\b(?:if|where|when|should|whenever) ((?:an?|any|the|one|either|each) [A-Za-z]+(?: [A-Z][a-z]+)*|[A-Z]\w+(?: [A-Z]\w+)*) /.exec(
      text.slice(from, end),
    );
  if (party === null) return subject;
  const start = from + party.index + party[0].length - 1 - (party[1] as string).length;
  return readSubject(text, start, start + (party[1] as string).length);
}

/** Start of the clause whose modal is at `modal`: after the last “, and”, “; ” or “ and ” before it. */
function clauseStart(text: string, from: number, modal: number): number {
  const between = text.slice(from, modal);
  const joints = [...between.matchAll(/[,;] (?:and|but|while|whereas|with|failing which|or|otherwise)? ?|\b(?:and|but|while|whereas) /gi)];
  for (const joint of joints.reverse()) {
    const after = between.slice(joint.index + joint[0].length);
    const words = after.trim().split(/\s+/).length;
    if (after.trim() === '' || (words <= 9 && !/^(?:if|where|when|by|within)/i.test(after))) {
      // The names of a list belong together: Harrow, Ashby and Millbrook shall.
      const left = between.slice(0, joint.index);
      if (/^[A-Z]/.test(after) && /(?:^|, |and )[A-Z][\w' ]*$/.test(left) && left.trim().split(/\s+/).length <= 3) continue;
      return from + joint.index;
    }
  }
  return joints.length > 0 ? from + (joints[0]?.index ?? 0) : modal;
}

interface Parts {
  readonly subject: Subject;
  readonly named: boolean;
  readonly from: number;
  readonly subjectAt: number;
  readonly limit: number;
  readonly times: readonly Time[];
  readonly leading: readonly Time[];
}

function readPredicate(state: State, modal: Modal, parts: Parts): void {
  const { text } = state;
  const failing =
    /[,;]? (?:failing which|otherwise|or else|or (?=the \w+(?: \w+){0,4} (?:will|shall) be (?:withheld|forfeited|suspended|reduced|cancelled|terminated|revoked))|reduced by (?=[^;]{1,60}for (?:each|every))|less (?=[^;]{1,60}for (?:each|every))|in default of which|on pain of|under penalty of|failing that)(?=\b|[a-z])/i.exec(
      text.slice(modal.end, parts.limit),
    );
  const limit = failing === null ? parts.limit : modal.end + failing.index;
  const first = state.drafts.length;
  const head = verbAt(text, modal.end, limit);
  const seconds = secondVerbs(text, head?.end ?? modal.end, limit).filter(({ verb }) => {
    const word = /^[a-z]+/.exec(text.slice(verb))?.[0] ?? '';
    return !nounLike.has(word) || followsVerb.test(text.slice(verb + word.length + 1));
  });
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

function pushDraft(
  state: State,
  modal: Modal,
  parts: Parts,
  range: { begin: number; end: number; conditionFrom: number; first: boolean },
): void {
  const { text } = state;
  const verb = modal.aims && range.first ? strive(text, modal) : verbAt(text, range.begin, range.end);
  if (verb === null) return;
  let subject = parts.subject;
  let object: Span | null = null;
  const conditions = [...(range.first ? conditionsIn(text, parts.from, parts.subjectAt) : []), ...conditionsIn(text, verb.end, range.end)];
  const inside = parts.times.filter((time) => time.start >= range.begin && time.end <= range.end);
  const free = (time: Time): boolean =>
    !conditions.some(
      ({ start, end }) =>
        time.start >= start &&
        time.end <= end &&
        /^(?:if|where|when|unless|should|in the event|provided)/i.test(text.slice(start, start + 14)),
    );
  const last =
    range.end >= parts.limit - 1
      ? []
      : parts.times.filter(
          (time) => time.start >= range.end && time.end <= parts.limit && /^(?:by|before|within|no later)/i.test(text.slice(time.start)),
        );
  const time = bestTime(text, inside.filter(free)) ?? bestTime(text, parts.leading.filter(free)) ?? last[0] ?? null;
  const stop = objectEnd(text, verb.end, range.end, inside);
  const objectAt = verb.end + (/^\s*/.exec(text.slice(verb.end, stop))?.[0].length ?? 0);
  if (stop > objectAt) object = { start: objectAt, end: stop };
  if (verb.passive) {
    const agent =
      /\bby ((?:the |each |both |all |either )?[A-Za-z][^,;.]*?)(?=$|[,;.]| (?:by|within|before|no later|in|on|at|for|from|every|each|and|to) )/.exec(
        text.slice(verb.end, range.end),
      );
    const patient = parts.subject.names[0];
    const isTime =
      agent !== null &&
      /^(?:\d|the end|January|February|March|April|May|June|July|August|September|October|November|December|means|way|the (?:first|second|third|fourth|fifth|tenth|fifteenth|twentieth|last|\d+\w*) (?:day |working |of ))/i.test(
        agent[1] as string,
      );
    const from = agent === null || isTime ? -1 : verb.end + agent.index + 3;
    const final = parts.subject.names.at(-1);
    const founded = /^there$/i.test(text.slice(parts.subjectAt, modal.end).trim().split(/\s/)[0] ?? '');
    object = founded
      ? object
      : (parts.subject.phrase ?? (patient === undefined || final === undefined ? object : { start: patient.start, end: final.end }));
    subject =
      agent === null || from < 0
        ? emptySubject
        : { names: splitNames(text, from, from + (agent[1] as string).length), lead: null, cooperating: [], negative: false, phrase: null };
    if (
      /^(?:led|chaired|headed)$/i.test(text.slice(verb.start, verb.end)) &&
      subject.names[0] !== undefined &&
      /^led/i.test(text.slice(verb.start, verb.end))
    )
      subject = { ...subject, lead: subject.names[0] };
  } else if (verb.base === 'be' && subject.names.length === 0 && subject.phrase !== null) {
    object = subject.phrase;
  } else if (/^(?:lead|spearhead)$/i.test(verb.base) && subject.lead === null && subject.names[0] !== undefined) {
    subject = withSupport(text, { ...subject, lead: subject.names[0] }, verb.end, range.end);
  } else subject = roleAfter(text, subject, verb.end, range.end);
  if (
    verb.base === 'be' &&
    subject.lead === null &&
    subject.names[0] !== undefined &&
    /\bthe lead\b/i.test(text.slice(verb.start, verb.end))
  )
    subject = { ...subject, lead: subject.names[0] };
  if (subject.names.length === 0 && !verb.passive && subject.phrase !== null && object === null) object = subject.phrase;
  const quantities = numbersIn(text, range.begin, range.end, parts.times);
  const upFront = range.first
    ? numbersIn(text, parts.from, modal.start, parts.times).filter(
        (one) => one.compared && !conditions.some(({ start, end }) => one.start >= start && one.end <= end),
      )
    : [];
  const consequence = conditions.find(
    ({ start, end }) =>
      start > verb.end &&
      modal.deontic !== 'may' &&
      /\b(?:shall|will|may|must)\b/i.test(text.slice(start, end)) &&
      isBreach(text.slice(start, end)),
  );
  const best = quantities.find(({ compared }) => compared) ?? quantities[0] ?? upFront.find(({ compared }) => compared);
  const trigger = conditions.flatMap(({ start, end }) => numbersIn(text, start, end, parts.times)).find(({ compared }) => compared);
  if (trigger !== undefined) state.trigger = trigger;
  state.drafts.push({
    subject,
    named: parts.named,
    deontic: negated(text, parts, modal, object) ? 'must_not' : modal.deontic,
    hedged: modal.hedged,
    aim: { start: verb.start, end: verb.end },
    object,
    time,
    indicator: best ?? trigger ?? timesOf(text, time) ?? state.trigger,
    conditions: conditions.filter((one) => one !== consequence),
    orElse:
      consequence !== undefined
        ? consequence
        : isPenalty(text.slice(parts.from, parts.named ? modal.start : parts.subjectAt), text.slice(verb.start, range.end))
          ? trimmed(text, verb.start, range.end)
          : null,
    span: trimmed(text, range.first ? parts.from : range.begin, range.end),
    passive: verb.passive,
  });
}

function numbersIn(text: string, from: number, to: number, times: readonly Time[]): Quantity[] {
  if (to <= from) return [];
  const near = times.map(({ start, end }) => ({ start: start - from, end: end - from }));
  return quantitiesIn(text.slice(from, to), near).map((quantity) => ({
    ...quantity,
    start: quantity.start + from,
    end: quantity.end + from,
    name: quantity.name === null ? null : { start: quantity.name.start + from, end: quantity.name.end + from },
  }));
}

/** No Party shall · not more than 2% may · shall pay no rent. */
function negated(text: string, { subject, subjectAt }: Parts, modal: Modal, object: Span | null): boolean {
  if (modal.deontic === null) return false;
  if (
    subject.negative ||
    /^(?:not|no) more than\b|^(?:under no circumstances|in no event|at no time)\b/i.test(text.slice(subjectAt, modal.start))
  )
    return true;
  return modal.deontic === 'must' && object !== null && /^no (?!later|less|fewer|more)/i.test(text.slice(object.start, object.end));
}

/** at least three times a year: the cycle holds its own measure. */
function timesOf(text: string, time: Time | null): Quantity | undefined {
  if (time === null || time.deadline.kind !== 'recurrence') return undefined;
  const match = /\b(once|twice|(\w+) times)\b ?(.*)$/i.exec(text.slice(time.start, time.end));
  if (match === null) return undefined;
  const value = /once/i.test(match[1] as string) ? 1 : /twice/i.test(match[1] as string) ? 2 : numberOf(match[2] ?? '');
  if (value === undefined) return undefined;
  const least = /at least|not less|no less/i.test(text.slice(time.start, time.end));
  return {
    start: time.start,
    end: time.end,
    comparator: least ? '>=' : '=',
    value,
    unit: `times ${match[3] ?? ''}`.trim(),
    name: null,
    compared: false,
  };
}

/** Of several times the last admissible day comes before a cycle, a cycle before the day something starts. */
function bestTime(text: string, times: readonly Time[]): Time | undefined {
  const rank = ({ start, end, deadline }: Time): number => {
    const words = text.slice(start, end);
    if (
      /(?:[$€£]|\d) ?(?:per|a) (?:day|week|month|year|hour)$/i.test(text.slice(Math.max(0, start - 3), end)) &&
      /^(?:per|a)\b/i.test(words)
    )
      return 4;
    if (/^(?:from|starting|beginning|since|as of|with effect)/i.test(words)) return 3;
    return deadline.kind === 'recurrence' || deadline.kind === 'duration' ? 1 : deadline.kind === 'period' ? 2 : 0;
  };
  let best: Time | undefined;
  for (const time of times) if (best === undefined || rank(time) < rank(best)) best = time;
  return best;
}

/** Lead: Aberdeen. Support: Moray. — roles given as labels before the duty. */
function readLabel(state: State, piece: string, start: number, end: number): boolean {
  const lead = leadLabel.exec(piece);
  const support = lead === null ? supportLabel.exec(piece) : null;
  const label = lead ?? support;
  if (label === null || piece.length > 120) return false;
  const from = start + label[0].length;
  const names = splitNames(state.text, from, end);
  if (names.length === 0) return false;
  const { subject } = state;
  state.subject =
    lead !== null
      ? { ...emptySubject, names, lead: names[0] ?? null, cooperating: names.slice(1) }
      : { ...subject, names: [...subject.names, ...names], cooperating: [...subject.cooperating, ...names] };
  return true;
}

/** …that no further permits be issued: decided, so binding. */
function readSubjunctive(state: State, start: number, end: number, times: readonly Time[]): boolean {
  const { text } = state;
  const match = /^(.{2,120}?) be (?=[a-z]+(?:ed|en|de|ld|nt|id)\b)/i.exec(text.slice(start, end));
  if (match === null) return false;
  const at = start + (match[1] as string).length;
  const lead = start + subjectStart(match[1] as string);
  const modal: Modal = { start: at, end: at, deontic: 'must', hedged: false, aims: false };
  readPredicate(state, modal, {
    subject: readSubject(text, lead, at),
    named: true,
    from: start,
    subjectAt: lead,
    limit: end,
    times,
    leading: times.filter((time) => time.end <= lead),
  });
  return true;
}

/** Stirling to confirm venue: an action point of minutes. */
function readInfinitive(state: State, start: number, end: number, times: readonly Time[]): boolean {
  const { text } = state;
  const lead = start + subjectStart(text.slice(start, end));
  const match = /^([^,;:]{2,80}?) to ([a-z]+)\b/.exec(text.slice(lead, end));
  if (match === null || /^(?:the|a|an|be|have|date)$/.test(match[2] as string)) return false;
  const subject = readSubject(text, lead, lead + (match[1] as string).length);
  if (subject.names.length === 0 || /\b(?:is|are|was|were|has|have|see|sees|note|notes|agree|need|likely|able)$/i.test(match[1] as string))
    return false;
  const at = lead + match[0].length - (match[2] as string).length;
  const modal: Modal = { start: at, end: at, deontic: 'must', hedged: false, aims: false };
  readPredicate(state, modal, {
    subject,
    named: true,
    from: start,
    subjectAt: lead,
    limit: end,
    times,
    leading: times.filter((time) => time.end <= lead),
  });
  return true;
}

function strive(text: string, modal: Modal): Verb {
  const from = modal.start + (/(?:strive|work)\w*/i.exec(text.slice(modal.start, modal.end))?.index ?? 0);
  return { start: from, end: modal.end, passive: false, base: 'strive' };
}

const supportTail = /,? (?:with (?:the )?(?:support|assistance|help|cooperation) (?:of|from)|supported by|assisted by) ([^,;.]+)/i;

function withSupport(text: string, subject: Subject, from: number, to: number): Subject {
  const tail = supportTail.exec(text.slice(from, to));
  if (tail === null) return subject;
  const at = from + tail.index + tail[0].length - (tail[1] as string).length;
  const name = (tail[1] as string).replace(/ (?:by|within|before|no later|in|on|until) .*$/i, '');
  const helpers = splitNames(text, at, at + name.length);
  return { ...subject, names: [...subject.names, ...helpers], cooperating: [...subject.cooperating, ...helpers] };
}

function roleAfter(text: string, subject: Subject, from: number, to: number): Subject {
  const tail = text.slice(from, to);
  if (subject.lead !== null || subject.names[0] === undefined) return subject;
  if (/\bas (?:the )?lead(?:ing)? (?:authority|agency|party|partner|body|department)|\btake the lead\b/i.test(tail))
    return withSupport(text, { ...subject, lead: subject.names[0] }, from, to);
  if (supportTail.test(tail)) return withSupport(text, { ...subject, lead: subject.names[0] }, from, to);
  return subject;
}

/** What was, or was said: no duty. */
const reported =
  /\b(?:was|were|had|has been|have been|felt|presented|noted|reported|discussed|considered|received|heard|thanked|observed|remarked|commented|explained|gave an update|briefed|recalled|regretted|expressed|requires?|remains?|depends?|includes?|contains?)\b/i;

/** A sentence without a modal: named subject and a present-tense verb, or a bare imperative. */
function readBare(state: State, start: number, end: number, times: readonly Time[]): void {
  const { text } = state;
  const piece = text.slice(start, end);
  if (reported.test(piece)) return;
  const lead = start + subjectStart(piece);
  const rest = text.slice(lead, end);
  const first = /^[A-Za-z]+/.exec(rest)?.[0] ?? '';
  const carried = state.drafts.length > 0 || state.deontic !== undefined;
  const parts = { named: false, from: start, subjectAt: lead, limit: end, times, leading: times.filter((time) => time.end <= lead) };
  const modal: Modal = { start: lead, end: lead, deontic: carried ? (state.deontic ?? null) : null, hedged: state.hedged, aims: false };
  const assigned = /^([^:]{3,120}): (?=[a-z]+ )/.exec(rest);
  if (assigned !== null) {
    const subject = readSubject(text, lead, lead + (assigned[1] as string).length);
    const at = lead + assigned[0].length;
    if (subject.names.length > 0)
      readPredicate(state, { ...modal, start: at, end: at, deontic: null }, { ...parts, named: true, subject, limit: end });
    return;
  }
  if (bareVerb(first)) {
    readPredicate(state, modal, { ...parts, subject: state.subject });
    return;
  }
  for (const match of rest.matchAll(/ ([a-z]+)(?= |$|[.,;])/g)) {
    const word = match[1] as string;
    const at = lead + match.index + 1;
    if (/^(?:is|are)$/.test(word)) {
      readPredicate(
        state,
        { ...modal, start: at, end: at, deontic: null },
        { ...parts, named: true, subject: readSubject(text, lead, at) },
      );
      return;
    }
    if (!aims.has(baseForm(word)) || (nounLike.has(word) && !followsVerb.test(text.slice(at + word.length + 1)))) continue;
    readPredicate(state, { ...modal, start: at, end: at, deontic: null }, { ...parts, named: true, subject: readSubject(text, lead, at) });
    return;
  }
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:.]/.test(text[from] as string)) from++;
  while (to > from && /[\s,;:.]/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** Statements of an English clause. */
export function readEnglish(normalised: Normalised, _context: ReadingContext): Statement[] {
  const { text } = normalised;
  const state: State = { text, drafts: [], subject: emptySubject, deontic: undefined, hedged: false, trigger: null };
  for (const sentence of sentencesOf(text)) readSentence(state, sentence);
  return state.drafts.map((draft) => finishEnglish(draft, normalised));
}
