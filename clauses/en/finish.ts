/** Turns what was read in English into statements. */
import type { Deadline, Deontic, Indicator, Piece, Span, Statement } from '../reading.ts';
import { type Normalised, sourcePiece } from '../text/normalise.ts';
import { type AimFacts, aimClassOf, isAiry } from './aimClass.ts';
import { aims } from './aims.data.ts';
import { baseForm } from './lexicon.ts';
import type { Quantity } from './quantity.ts';
import { partyTypeOf } from './actor.ts';
import type { Subject } from './subject.ts';
import type { Time } from './time.ts';
import { ofClause } from './gates.ts';

export interface Draft {
  subject: Subject;
  named: boolean;
  deontic: Deontic;
  hedged: boolean;
  aim: Span;
  object: Span | null;
  time: Time | null;
  indicator: Quantity | null;
  conditions: Span[];
  orElse: Span | null;
  span: Span;
  passive: boolean;
  /** It sets something up or says what somebody is. */
  founds?: true;
}

const paper = ofClause.gate(
  /^(?:the|this) (?:[A-Za-z]+ )?(?:agreement|compact|memorandum|protocol|arrangement|treaty|convention|charter)\b/i,
);
const body = ofClause.gate(
  /\b(?:sub-?group|sub-?committee|working group|group|committee|council|board|panel|task ?force|forum|assembly|commission|conference|platform|body)\b/i,
);
const office = ofClause.gate(
  /^\s*as (?:the |a |an |its |their |joint |interim |permanent |first )*(?:[a-z]+ )?(?:secretar(?:y|iat)|chair(?:man|woman|person)?|president|treasurer|spokesperson|coordinator|co-?ordinator|rapporteur|depositary|depository|convenor|convener|registrar|clerk|contact point|focal point|liaison)\b/i,
);
const instrument = ofClause.gate(
  /\b(?:agreement|compact|memorandum|schedule|annex|arrangement|document|protocol|quorum|seat|term|nothing)\b/i,
);

const personality = ofClause.gate(/^have legal personality/i);

/** What a text says of itself: This Compact lapses, the quorum is seven. */
function isInstrument(text: string, { subject, deontic, aim, passive, object }: Draft): boolean {
  // This Agreement is governed by the law of Northford.
  if (passive && deontic === null && object !== null && paper.test(text.slice(object.start, object.end))) return true;
  if (personality.test(text.slice(aim.start, aim.start + 30))) return true;
  if (deontic !== null || subject.phrase === null || subject.names.length > 0) return false;
  const verb = text.slice(aim.start, aim.end);
  return (
    instrument.test(text.slice(subject.phrase.start, subject.phrase.end)) ||
    /^(?:means|lapses|creates|prevents|constituted|established|consists|comprises)/i.test(verb)
  );
}

/**
 * Something that would be checkable if somebody had to do it by some day: who has no name, no day, no measure and nothing to
 * fear binds himself to no more than the attempt.
 */
function loosened({ deontic, orElse, hedged }: Draft, said: string, party: Statement['partyType'], facts: AimFacts): Statement['aimClass'] {
  const judged = aimClassOf(facts);
  // A figure that moves by itself and by no day: nobody can be held to it.
  if (judged === 'concrete' && facts.hasIndicator && !facts.hasDeadline && party === 'none' && moves.test(facts.verb)) return 'mixed';
  // To drive a bus without a licence is forbidden: an act, not an ambition.
  if (judged === 'aspirational' && deontic === 'must_not' && aims.get(facts.verb) === 'aspirational' && !isAiry(facts.object))
    return 'concrete';
  // Each bears its own costs, shared equally: settled by itself.
  if (judged === 'concrete' && settledByItself.test(said)) return 'concrete';
  if (judged === 'concrete' && hedged && !facts.hasDeadline && !facts.hasIndicator) return 'mixed';
  if (judged !== 'concrete' || facts.hasDeadline || facts.hasIndicator || orElse !== null || deontic === 'must_not') return judged;
  // A hope without a day of one who has a name binds to no finished state either.
  if (party === 'individual' && hedged) return 'mixed';
  return party === 'individual' || (deontic === 'may' && party !== 'none') ? judged : 'mixed';
}

const settledByItself = ofClause.gate(
  /^(?:bear|pay|meet|cover|carry|defray) (?:its|their|his|her|our) own\b|\b(?:equally|in equal (?:shares|parts|measure)|half and half|pro rata)\b/i,
);
const moves = /^(?:rise|fall|drop|grow|increase|decrease|decline|reduce|cut|lower|raise|shrink|improve)$/i;

/** What an amount without a name of its own measures: the object without the amount, or else the act. */
function measuredThing(text: string, { object, aim }: Draft, { start, end }: Quantity): Span {
  if (object === null) return aim;
  if (end <= object.start || start >= object.end) return object;
  const after = /^\s*(?:(?:of|for|to|in|into|towards|a|the|its|their) )*/.exec(text.slice(end, object.end))?.[0].length ?? 0;
  if (end + after < object.end) return { start: end + after, end: object.end };
  const before = text
    .slice(object.start, start)
    .replace(
      /\s*(?:(?:at|no|not|less|more|fewer|least|most|than|up|to|by|of|below|above|under|over|about|a|an|the|exceeding|below|or) ?)*$/i,
      '',
    );
  return before.trim() === '' ? aim : { start: object.start, end: object.start + before.length };
}

/** What is forbidden beyond a figure complies up to it. */
const complied: Readonly<Record<Indicator['comparator'], Indicator['comparator']>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '<=',
  '=': '=',
  between: 'between',
  reduce_by: 'reduce_by',
  reduce_by_at_least: 'reduce_by_at_least',
  increase_by: 'increase_by',
  increase_by_at_least: 'increase_by_at_least',
};

const comesIntoForce = ofClause.gate(/^(?:enter(?:s|ed)?|come|comes|take|takes|remain|remains) (?:into force|effect|in force)/i);
const presides = ofClause.gate(/^(?:co-?chair|chair|preside)/i);
const acts = ofClause.gate(/^(?:act|serve)s?\b/i);
const hosts = ofClause.gate(/^(?:hosted|housed|seated|located|based|host)/i);
const consists = ofClause.gate(/^(?:consist|comprise|be composed|composed)/i);
const founds = ofClause.gate(/^(?:establish\w*|create\w*|constitute\w*|set|form\w*|is|are|be|consist\w*)\b/i);

export function finishEnglish(draft: Draft, normalised: Normalised): Statement {
  const { text } = normalised;
  const piece = ({ start, end }: Span): Piece => sourcePiece(normalised, start, end);
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  const { subject, indicator, time } = draft;
  const names = subject.names.map(cut);
  const party = partyTypeOf(subject.lead === null ? names : [cut(subject.lead)]);
  const deadline: Deadline | null = time === null ? null : time.deadline;
  const object = draft.object === null ? '' : cut(draft.object);
  const measured: Indicator | null =
    indicator === null
      ? null
      : {
          name: piece(indicator.name ?? measuredThing(text, draft, indicator)),
          comparator: draft.deontic === 'must_not' ? complied[indicator.comparator] : indicator.comparator,
          value: indicator.value,
          unit: indicator.unit,
          ...(indicator.base !== undefined && { base: indicator.base }),
        };
  const aim = cut(draft.aim);
  const kind =
    draft.founds === true ||
    isInstrument(text, draft) ||
    comesIntoForce.test(text.slice(draft.aim.start, draft.aim.end + 12)) ||
    (presides.test(aim) && body.test(object)) ||
    (acts.test(aim) && office.test(`${aim.replace(/^\w+/, '')} ${object}`)) ||
    (hosts.test(aim) && /\b(?:secretariat|seat|headquarters|joint office)\b/i.test(object)) ||
    (consists.test(aim) && !/\b(?:shall|must) comprise at least/i.test(text)) ||
    (founds.test(aim) &&
      /\b(?:committee|council|board|secretariat|working group|commission|task force|authority|office|body|forum|steering group|compact|instrument|agreement|memorandum|entity|panel)\b/i.test(
        object,
      ))
      ? 'constitutive'
      : 'regulative';
  return {
    attribute: subject.names.map(piece),
    lead: subject.lead === null ? null : piece(subject.lead),
    cooperating: subject.cooperating.map(piece),
    deontic: draft.deontic,
    hedged: draft.hedged,
    aim: piece(draft.aim),
    object: draft.object === null ? null : piece(draft.object),
    deadline: deadline === null || time === null ? null : { ...deadline, source: piece(time) },
    indicator: measured,
    conditions: draft.conditions.map(piece),
    orElse: draft.orElse === null ? null : piece(draft.orElse),
    kind,
    partyType: party,
    // What a text sets up or says of itself is so as soon as it is signed.
    aimClass:
      kind === 'constitutive'
        ? 'concrete'
        : loosened(draft, text.slice(draft.aim.start, Math.min(draft.span.end, draft.aim.start + 160)), party, {
            aim,
            verb: baseForm(aim.split(' ')[0] ?? ''),
            object,
            hasIndicator: measured !== null,
            hasDeadline: deadline !== null,
          }),
    span: piece(draft.span).span,
    evidence: {
      subject: draft.named ? 'named' : names.length > 0 ? 'carried' : 'none',
      verb: aims.has(baseForm(aim)) ? 'aim' : 'guess',
      deadline: time === null ? 'none' : 'named',
      orElse: draft.orElse === null ? 'none' : 'named',
    },
  };
}
