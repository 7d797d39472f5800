/** Where a consequence is hung: on the duty before it, on all duties of one list, and on the step before it in its own list. */
import type { Draft } from '../finish.ts';
import { type State, trimmed } from '../state.ts';
import { isBreach } from './consequence.ts';
import { contrariesIn } from './contrary.ts';
import { burden } from './detriment.ts';
import { type DutyBefore, furtherTerm, linkedConsequence } from './linked.ts';
import { ofClause } from '../gates.ts';

const itemMark = ofClause.gate(/\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)/);

/** The consequence belongs to the duty before, to all duties of one list, and grows with every further step of its own list. */
export function giveConsequence(state: State, duty: Draft, start: number, end: number): void {
  const { text } = state;
  const span = trimmed(text, start, end);
  const listed = state.drafts.filter(
    (draft) =>
      draft === duty ||
      (draft.deontic !== 'may' && draft.span.start < duty.span.start && itemMark.test(text.slice(draft.span.end, duty.span.start))),
  );
  const meant = listed.filter((draft) => refersTo(text, draft, start, end));
  for (const draft of meant.length > 0 ? meant : listed) draft.orElse ??= span;
  state.ladder = startsItem(text, start) ? { duty, end } : null;
}

/** Non-compliance with paragraph (a): one item of the list, not all. */
function refersTo(text: string, draft: Draft, start: number, end: number): boolean {
  const marks =
    /(?:paragraphs?|items?|points?|letters?|sub-?paragraphs?|(?:sub-?)?clauses?|obligations?|dut(?:y|ies)) ((?:\([a-z\d]{1,4}\)(?:, | and | or |, and )?)+)/i.exec(
      text.slice(start, end),
    );
  if (marks === null) return false;
  const own =
    /(\([a-z\d]{1,4}\))[\s,]*$/i.exec(text.slice(0, draft.span.start)) ??
    /^[^.;]*?(\([a-z\d]{1,4}\)) ?/i.exec(text.slice(draft.span.start, draft.aim.start + 1));
  return own !== null && (marks[1] as string).includes(own[1] as string);
}

const startsItem = (text: string, start: number): boolean =>
  /\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*$/.test(text.slice(Math.max(0, start - 8), start));

/** (a) a surcharge applies; (b) after three months, privileges are withdrawn: the second step of the same consequence. */
export function furtherStep(state: State, start: number, end: number): boolean {
  const { ladder, text } = state;
  if (ladder === null || start - ladder.end > 12 || !startsItem(text, start) || ladder.duty.orElse === null) return false;
  ladder.duty.orElse = { ...ladder.duty.orElse, end: trimmed(text, start, end).end };
  state.ladder = { duty: ladder.duty, end };
  return true;
}

/** …, and the Commission shall forgo its fee for any month in which distribution is late: what the bearer of the duty loses. */
function ofTheSame(state: State, duty: Draft, limit: number, end: number): boolean {
  const { text } = state;
  const match = /^,? and (?=(it|they|(?:the )?[A-Z]?[\w'’]+(?: [A-Z][\w'’]*){0,4}) (?:shall|will|must) )/.exec(text.slice(limit, end));
  if (match === null || duty.orElse !== null || !isBreach(text.slice(limit + match[0].length, end))) return false;
  const who = match[1] as string;
  const last = (name: string): string => name.trim().split(' ').at(-1) as string;
  if (!/^(?:it|they)$/.test(who) && !duty.subject.names.some((name) => last(text.slice(name.start, name.end)) === last(who))) return false;
  duty.orElse = trimmed(text, limit + match[0].length, end);
  return true;
}

/** …, failing which it shall … · …, or the grant will be withheld · …, and if it does not it shall …: attached to the duty before. */
export function consequenceAfter(state: State, limit: number, end: number): boolean {
  const { text } = state;
  const duty = state.drafts.findLast(({ deontic }) => deontic !== 'may');
  if (duty === undefined || limit >= end) return false;
  const rest = text.slice(limit, end);
  const plain =
    /^[,;]? ?(?:and |or |but )?(?:failing (?:which|that|this)(?!,? (?:by|to|in|via|through|from)\b)|otherwise|or else|in default (?:of which|whereof)|in which case)\b/i.exec(
      rest,
    );
  const alternative = plain ?? /^,? ?or (?=the |its |it |they |any |[A-Z])/.exec(rest);
  const conditional =
    alternative ??
    /^,? (?:and|or|but)? ?(?=(?:if|where|should|in the event|in (?:the )?case of|in default|upon|for (?:each|every|any)|any|each|failure|late|an? [^,;]{2,30} (?:that|which|who))\b)/i.exec(
      rest,
    );
  const price =
    conditional ??
    /^,? and (?=(?:interest|an? (?:penalty|surcharge|fine)|damages|a late fee)\b[^;]{0,60}\b(?:late|overdue|delay|unpaid|default))/i.exec(
      rest,
    );
  const liable =
    /^,? ?(?:and|or) (?=(?:shall|will|must) (?:be liable|forfeit|lose|incur|pay (?:an? |the )?(?:penalty|fine|surcharge|charge)|(?:pay|credit|refund|deduct|forfeit) [^;]{2,50} (?:for|per) (?:each|every|any)? ?(?:day|week|month|hour|case|tonne|point|percentage)[^;]{0,24}(?:thereafter|delay|late|beyond|overdue|missed|shortfall|default)))|^,? and (?:accepts?|agrees?|acknowledges?) that (?=late|any|failure|if|non)|^,? ?or (?=(?:the|its|their|any) [^,;]{2,50} (?:shall|will) (?:be (?:withheld|forfeited|suspended|reduced|cancelled|terminated|revoked|returned|deducted)|lapse|fall|pass|revert))|^,? and (?=(?:any|a|each) [^,;]{2,30} (?:that|which|who) (?:has|have|do|does|fails?|miss\w*)\b)/i.exec(
      rest,
    );
  if (liable !== null) {
    duty.orElse ??= trimmed(text, limit + liable[0].length, end);
    return true;
  }
  if (price !== null && conditional === null) {
    duty.orElse ??= trimmed(text, limit + price[0].length, end);
    return true;
  }
  if (conditional === null) return ofTheSame(state, duty, limit, end) || joined(state, duty, limit, end);
  const after = rest.slice(conditional[0].length);
  if (plain === null && !isBreach(alternative === null ? after : `otherwise ${after}`)) return joined(state, duty, limit, end);
  duty.orElse ??= trimmed(text, limit, end);
  return true;
}

/** What a sentence about a breach has to know of the duty before it. */
export function dutyBefore(text: string, duty: Draft, start: number): DutyBefore {
  return {
    words: text.slice(duty.span.start, duty.span.end),
    bearers: duty.subject.names.map((name) => text.slice(name.start, name.end)),
    forbidden: duty.deontic === 'must_not',
    adjoined: /^;\s*$/.test(text.slice(duty.span.end, start)),
  };
}

/** …, and a school that turns a child away will see its grant cut: the consequence by its shape, behind “and”. */
function joined(state: State, duty: Draft, limit: number, end: number): boolean {
  const { text } = state;
  // …, and shall bear the costs for every day the pass is shut beyond that.
  const own = /^,? (?:and|or) (?=(?:shall|will|must) (?!not\b))/i.exec(text.slice(limit, end));
  if (own !== null && duty.orElse === null) {
    const after = text.slice(limit + own[0].length, end);
    if (
      burden.test(after.replace(/^\w+ /, '')) &&
      /\b(?:for (?:each|every|any)|if|where|to the extent|until)\b/i.test(after) &&
      contrariesIn(after).length > 0
    ) {
      duty.orElse = trimmed(text, limit + own[0].length, end);
      return true;
    }
  }
  const match =
    /^,? (?:and|but) (?=(?:an?|any|each|every|the|its|their|if|where|when|should|no|neither|it|they|he|she|until|unless|those|such)\b)/i.exec(
      text.slice(limit, end),
    );
  if (match === null || duty.orElse !== null) return false;
  const from = limit + match[0].length;
  const rest = text.slice(from, end);
  // …, and the District may draw upon the bond if…: with its own condition behind it, it stands by itself.
  if (/^(?:the|its) [^,;]{3,60} (?:shall|will|may|must) [^;]* (?:if|unless|where|when) /i.test(rest)) return false;
  const before = dutyBefore(text, duty, limit);
  if (furtherTerm(rest, before) || !linkedConsequence(rest, before)) return false;
  duty.orElse = trimmed(text, from, end);
  return true;
}
