/** Reads the statements of an English clause: each modal opens a predicate, the noun phrase before it is the subject. */
import type { Deontic, ReadingContext, Span, Statement } from '../reading.ts';
import type { Normalised } from '../text/normalise.ts';
import { aims, baseForm } from './aims.data.ts';
import { conditionsIn, objectEnd } from './condition.ts';
import { type Draft, finishEnglish } from './finish.ts';
import { type Modal, modalsIn } from './modal.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { isBreach } from './sanction.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { readSubject, splitNames, type Subject, subjectStart } from './subject.ts';
import { type Time, timesIn } from './time.ts';
import { bareVerb, followsVerb, nounLike, secondVerbs, type Verb, verbAt } from './verb.ts';

const emptySubject: Subject = { names: [], lead: null, cooperating: [], negative: false };

interface State {
  readonly text: string;
  readonly drafts: Draft[];
  subject: Subject;
  deontic: Deontic | undefined;
  hedged: boolean;
}

function readSentence(state: State, { start, end }: Sentence): void {
  const { text } = state;
  const piece = text.slice(start, end);
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
    readBare(state, start, end, times);
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
    const subject = named ? readSubject(text, at, modal.start) : state.subject;
    const leading = times.filter((time) => time.start >= from && time.end <= modal.start);
    readPredicate(state, modal, { subject, named, from, subjectAt: at, limit, times, leading });
    from = limit;
  }
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
  const failing = /[,;]? (?:failing which|otherwise|or else|in default of which|on pain of|under penalty of|failing that)\b/i.exec(
    text.slice(modal.end, parts.limit),
  );
  const limit = failing === null ? parts.limit : modal.end + failing.index;
  const first = state.drafts.length;
  const seconds = secondVerbs(text, modal.end, limit).filter(({ verb }) => {
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
  const inside = parts.times.filter((time) => time.start >= range.begin && time.end <= range.end);
  const time = inside[0] ?? parts.leading[0] ?? null;
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
      /^(?:\d|the end|January|February|March|April|May|June|July|August|September|October|November|December|means|way)/i.test(
        agent[1] as string,
      );
    const from = agent === null || isTime ? -1 : verb.end + agent.index + 3;
    const last = parts.subject.names.at(-1);
    object = patient === undefined || last === undefined ? object : { start: patient.start, end: last.end };
    subject =
      agent === null || from < 0
        ? emptySubject
        : { names: splitNames(text, from, from + (agent[1] as string).length), lead: null, cooperating: [], negative: false };
    if (
      /^(?:led|chaired|headed)$/i.test(text.slice(verb.start, verb.end)) &&
      subject.names[0] !== undefined &&
      /^led/i.test(text.slice(verb.start, verb.end))
    )
      subject = { ...subject, lead: subject.names[0] };
  } else if (/^(?:lead|spearhead)$/i.test(verb.base) && subject.lead === null && subject.names[0] !== undefined) {
    subject = withSupport(text, { ...subject, lead: subject.names[0] }, verb.end, range.end);
  } else subject = roleAfter(text, subject, verb.end, range.end);
  const quantities = quantitiesIn(
    text.slice(range.begin, range.end),
    parts.times.map((one) => ({ start: one.start - range.begin, end: one.end - range.begin })),
  );
  const shift = (quantity: Quantity): Quantity => ({
    ...quantity,
    start: quantity.start + range.begin,
    end: quantity.end + range.begin,
    name: quantity.name === null ? null : { start: quantity.name.start + range.begin, end: quantity.name.end + range.begin },
  });
  const conditions = [...(range.first ? conditionsIn(text, parts.from, parts.subjectAt) : []), ...conditionsIn(text, verb.end, range.end)];
  const best = quantities.find(({ compared }) => compared) ?? quantities[0];
  const trigger =
    best === undefined
      ? conditions.flatMap(({ start, end }) =>
          quantitiesIn(
            text.slice(start, end),
            parts.times.map((one) => ({ start: one.start - start, end: one.end - start })),
          )
            .filter(({ compared }) => compared)
            .map((one) => ({ ...one, start: one.start + start, end: one.end + start, name: null })),
        )[0]
      : undefined;
  state.drafts.push({
    subject,
    named: parts.named,
    deontic: parts.subject.negative && modal.deontic !== null ? 'must_not' : modal.deontic,
    hedged: modal.hedged,
    aim: { start: verb.start, end: verb.end },
    object,
    time,
    indicator: best === undefined ? (trigger ?? null) : shift(best),
    conditions,
    orElse: null,
    span: trimmed(text, range.first ? parts.from : range.begin, range.end),
    passive: verb.passive,
  });
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

/** A sentence without a modal: named subject and a present-tense verb, or a bare imperative. */
function readBare(state: State, start: number, end: number, times: readonly Time[]): void {
  const { text } = state;
  const piece = text.slice(start, end);
  const lead = start + subjectStart(piece);
  const rest = text.slice(lead, end);
  const first = /^[A-Za-z]+/.exec(rest)?.[0] ?? '';
  const carried = state.drafts.length > 0 || state.deontic !== undefined;
  const parts = { named: false, from: start, subjectAt: lead, limit: end, times, leading: times.filter((time) => time.end <= lead) };
  const modal: Modal = { start: lead, end: lead, deontic: carried ? (state.deontic ?? null) : null, hedged: state.hedged, aims: false };
  if (bareVerb(first)) {
    readPredicate(state, modal, { ...parts, subject: state.subject });
    return;
  }
  const present =
    /^((?:The |Each |Both |All |Either |Every |No |A |An )?[A-Za-z][\w'’&-]*(?: (?:of|the|and|for|[A-Z][\w'’&-]*|[a-z]+)){0,6}?) ((?:is|are) |[a-z]+s? )/.exec(
      rest,
    );
  if (present === null) return;
  for (const match of rest.matchAll(/ ([a-z]+)(?= )/g)) {
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
  const state: State = { text, drafts: [], subject: emptySubject, deontic: undefined, hedged: false };
  for (const sentence of sentencesOf(text)) readSentence(state, sentence);
  return state.drafts.map((draft) => finishEnglish(draft, normalised));
}
