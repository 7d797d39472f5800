/**
 * Statements that hang on another one: “…the Council, which meets in May”, “hosted by Harrow, whose mayor serves as secretary”,
 * “…, Thornby advancing the full amount by 1 May”, “keeps a register, updating it weekly”, “stakeholders will be engaged and best
 * practice shared”.
 */
import type { Span } from '../reading.ts';
import { isActor } from './actor.ts';
import { aims } from './aims.data.ts';
import type { Draft } from './finish.ts';
import { baseForm, isParticiple, verbKind } from './lexicon.ts';
import { antecedent } from './modal.ts';
import { agentOf } from './passive.ts';
import { readPredicate } from './predicate.ts';
import { emptySubject, type State, trimmed, unsaid } from './state.ts';
import type { Subject } from './subject.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly times: readonly Time[];
}

/** What is said of somebody in passing and is no act. */
const descriptive = ofClause.gate(
  /^(?:lie|border|adjoin|face|suffer|depend|have|own|contain|include|number|cover|straddle|span|form|belong|exist|stretch|rise|flow|lack|know|think|feel|believe|seem|appear|sit|stand|live|comprise|differ|resemble|owe|require|need|mean|apply|relate|concern|affect|run|exceed|fall|fail|miss|say|do|be|remain|result|follow|arise|occur|involve|allow|enable|make|give|bear)$/,
);

const isVerb = (base: string): boolean => aims.has(base) || verbKind(base) === 'verb';

/** Takes from a statement what stands in the clause that hangs on it. */
function cutBack(draft: Draft, at: number): void {
  if (draft.time !== null && draft.time.start >= at) draft.time = null;
  if (draft.indicator !== null && draft.indicator.start >= at) draft.indicator = null;
  if (draft.object !== null && draft.object.end > at && draft.object.start < at) draft.object = { start: draft.object.start, end: at };
  draft.conditions = draft.conditions.filter(({ start }) => start < at);
}

function add(state: State, subject: Subject, from: number, verb: number, deontic: Draft['deontic'], { end, times }: Stretch): void {
  readPredicate(state, unsaid(verb, deontic), { subject, named: true, from, subjectAt: from, limit: end, times, leading: [] });
}

const relative = ofClause.gate(/, (?:which|who|whose ([A-Za-z][\w'’ -]{2,40}?)) ([a-z]{3,}s)\b(?= )/);

/** The Council, which meets in May: a present tense of its own, if it says what somebody does. */
function readRelative(state: State, draft: Draft, stretch: Stretch): boolean {
  const { text } = state;
  const piece = text.slice(draft.aim.end, stretch.end);
  const match = relative.exec(piece);
  if (match === null) return false;
  const [whole, owned, verb = ''] = match;
  const at = draft.aim.end + match.index;
  const base = baseForm(verb);
  if (!isVerb(base) || descriptive.test(base)) return false;
  const verbAt = at + whole.length - verb.length;
  const span: Span | undefined =
    owned !== undefined ? { start: at + whole.indexOf(owned), end: at + whole.indexOf(owned) + owned.length } : antecedent(text, verbAt);
  if (span === undefined || !isActor(text.slice(span.start, span.end))) return false;
  cutBack(draft, at);
  add(state, { ...emptySubject, names: [span], phrase: span }, at, verbAt, null, stretch);
  return true;
}

const absolute = ofClause.gate(
  /, (?:with )?((?:the )?[A-Z][\w'’-]*(?: (?:of |and )?[A-Z][\w'’-]*){0,4}) ([a-z]{3,}ing) (?=(?:the|an?|its|their|all|any|one|two|three|half|each|no|up|\d|[$€£])\b|[$€£\d])/,
);
const role = ofClause.gate(
  /^(?:leading|taking|acting|assisting|supporting|being|having|serving|chairing|contributing|cooperating|helping|including|hosting)$/,
);

/** …, Thornby advancing the full amount: what another does beside it. */
function readAbsolute(state: State, draft: Draft, stretch: Stretch): boolean {
  const { text } = state;
  const match = absolute.exec(text.slice(draft.aim.end, stretch.end));
  if (match === null) return false;
  const [whole, name = '', verb = ''] = match;
  if (role.test(verb) || !isVerb(baseForm(verb)) || !isActor(name)) return false;
  const at = draft.aim.end + match.index;
  const nameAt = at + whole.indexOf(name);
  cutBack(draft, at);
  const span = { start: nameAt, end: nameAt + name.length };
  add(state, { ...emptySubject, names: [span], phrase: span }, nameAt, at + whole.length - 1 - verb.length, draft.deontic, stretch);
  return true;
}

const gerund = ofClause.gate(/, (?:and )?([a-z]{3,}ing) (?=(?:it|them|the|its|their|all|each|any|both|an?)\b)/);
const noAct = ofClause.gate(
  /^(?:including|using|starting|beginning|ending|running|covering|counting|following|excluding|according|depending|regarding|concerning|being|having|taking|bringing|making|giving|allowing|leaving|ensuring|failing|subject|pending|reaching|rising|falling|leading|counting|meaning|resulting|notwithstanding|barring)$/,
);

/** keeps a register, updating it weekly: an act with a time of its own. */
function readGerund(state: State, draft: Draft, stretch: Stretch): boolean {
  const { text } = state;
  const match = gerund.exec(text.slice(draft.aim.end, stretch.end));
  if (match === null) return false;
  const [whole, verb = ''] = match;
  const at = draft.aim.end + match.index;
  if (noAct.test(verb) || !isVerb(baseForm(verb))) return false;
  if (!stretch.times.some(({ start, end }) => start >= at && end <= stretch.end)) return false;
  cutBack(draft, at);
  add(state, draft.subject, at, at + whole.length - 1 - verb.length, draft.deontic, stretch);
  return true;
}

const without = ofClause.gate(
  /,? and ((?:the |all |any |its |their |both |such |other )?[a-z][a-z '’-]{2,60}?)(?: [a-z]+ly)? ([a-z]{3,})(?= by |[.,;]|$| (?:in|at|on|within|before|until|from|every|each|to|with|as|where|if|annually|monthly|quarterly|weekly|daily)\b)/,
);
const auxiliary = ofClause.gate(
  /\b(?:is|are|be|shall|will|must|may|to|of|that|which|who|and|or|for|by|in|on|at|with)$|\b(?:is|are|be|shall|will|must|may|has|have)\b/,
);

/** …will be engaged, and best practice shared: the second passive has lent its auxiliary from the first. */
function readWithout(state: State, draft: Draft, stretch: Stretch): boolean {
  const { text } = state;
  if (!draft.passive || draft.object === null || draft.object.start > draft.aim.start) return false;
  const match = without.exec(text.slice(draft.aim.end, stretch.end));
  if (match === null) return false;
  const [whole, name = '', verb = ''] = match;
  if (!isParticiple(verb) || baseForm(verb) === verb || auxiliary.test(name) || /^(?:then|also|thereafter|not)\b/.test(name)) return false;
  const at = draft.aim.end + match.index;
  const nameAt = at + whole.indexOf(name);
  const verbAt = at + whole.length - verb.length;
  const deontic = draft.deontic;
  cutBack(draft, at);
  add(state, { ...emptySubject, phrase: trimmed(text, nameAt, nameAt + name.length) }, nameAt, verbAt, deontic, stretch);
  const added = state.drafts.at(-1);
  if (added !== undefined && added !== draft) {
    added.passive = true;
    added.subject = agentOf(text, verbAt + verb.length, stretch.end);
    added.aim = { start: verbAt, end: verbAt + verb.length };
    added.object = trimmed(text, nameAt, nameAt + name.length);
  }
  return true;
}

const hanging = ofClause.gate(/, (?:which|who|whose) |[a-z]ing |,? and /);

/** Adds what hangs on the last statement of the sentence, from draft `first` on. */
export function readAttached(state: State, stretch: Stretch): void {
  const draft = state.drafts.at(-1);
  if (draft === undefined || state.drafts.length <= stretch.first || draft.orElse !== null) return;
  if (stretch.end - draft.aim.end > 400 || !hanging.test(state.text.slice(draft.aim.end, stretch.end))) return;
  const { subject } = state;
  if (
    !readRelative(state, draft, stretch) &&
    !readAbsolute(state, draft, stretch) &&
    !readWithout(state, draft, stretch) &&
    !readGerund(state, draft, stretch)
  )
    return;
  state.subject = subject;
}
