/**
 * A consequence that is a statement of its own, by its shape: a condition or a subject in a state that nobody was to be in, and a predicate
 * that hurts at its very beginning; or, where somebody did not do what he was to do, a power of somebody else.
 */
import { readSubject } from '../subject.ts';
import { benign } from './answer.ts';
import { contrariesIn } from './contrary.ts';
import { burden } from './detriment.ts';
import { failuresIn } from './failure.ts';
import { fronted } from './zones.ts';
import { ofClause } from '../gates.ts';

/** The condition before the modal and who stands after it. */
function halves(before: string): { readonly condition: string; readonly subject: string } {
  const comma = fronted.test(before) ? before.lastIndexOf(',') : -1;
  return comma < 0 ? { condition: before, subject: before } : { condition: before.slice(0, comma), subject: before.slice(comma + 1) };
}

/** Whoever in the condition has not done something: if the Borough has not let…, unless Ashby submits…. */
const slack = ofClause.gate(
  /^\s*(?:if|where|when|should|unless|in the event that|in case|whenever) ((?:(?:an?|any|the|either|one|each) )?(?:[A-Z]?[\w'’-]+ ){1,6}?)(?:(?:has|have|had|does|do|did|is|are) (?:not\b|[a-z]+ed to\b)|not\b|fails?\b|omits?\b|neglects?\b|refuses?\b|declines?\b|ceases?\b|delays?\b|persists?\b|abandons?\b|breach(?:es)?\b|misses\b)/i,
);

/** Who cannot is not at fault: where a patient cannot pay, the fund bears the cost. */
export const unable = /\b(?:cannot|can not|unable|could not|incapable)\b/gi;

const lastWord = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** If the office has not replied, the applicant may proceed. */
function freesAnother(condition: string, subject: string, deontic: string | null): boolean {
  if (deontic !== 'may') return false;
  const idle = slack.exec(condition)?.[1];
  if (idle === undefined || readSubject(idle, 0, idle.length).names.length === 0) return false;
  const who = subject.trim();
  return !/^(?:it|they|he|she|the part(?:y|ies)|either party)$/i.test(who) && lastWord(who) !== lastWord(idle);
}

/** If either Party discloses the documents, the other may terminate: somebody does something, and another may cut him off. */
const act = ofClause.gate(
  /^\s*(?:if|where|should|in the event that|in case|whenever) (?:(?:an?|any|the|either|one|each) )?((?:[A-Z]?[\w'’-]+ ){1,4}?)(?!is\b|are\b|has\b|was\b|exists?\b|rises?\b|falls?\b|drops?\b|agrees?\b|decides?\b|requests?\b|wish|dies\b|resigns?\b)(?:[a-z]{3,}s|publish|sell|sublet|release|enter|use|leave|close|quote|open|move|disclose) (?!to\b)/i,
);
const severed = ofClause.gate(
  /^(?:terminate|revoke|rescind|repudiate|dismiss|expel|cancel (?:the|this|its)|take (?:it|them|the [a-z ]{2,30}) back)\b/i,
);

/** Withhold the last instalment until somebody has delivered: what is his is kept from him. */
const keptUntil = ofClause.gate(
  /^(?:withhold|hold back|keep back|retain)\b[^;]{3,100}\b(?:until|unless) (?:it|they|(?:the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*)*|the [a-z ]{2,40}) (?:has|have|is|are)\b/,
);

function cutsOff(condition: string, subject: string, predicate: string, deontic: string | null): boolean {
  const who = deontic === 'may' && severed.test(predicate) ? act.exec(condition)?.[1] : undefined;
  return who !== undefined && !/^(?:it|they|he|she)$/i.test(subject.trim()) && lastWord(who) !== lastWord(subject);
}

/** True if a predicate, whose verb stands first, is what befalls somebody for the state in `before` or in `trailing`. */
export function aloneConsequence(before: string, trailing: string, predicate: string, deontic: string | null): boolean {
  const heavy = burden.test(predicate);
  if (deontic === 'must_not' || (!heavy && deontic !== 'may' && !keptUntil.test(predicate)) || benign.test(predicate)) return false;
  const { condition, subject } = halves(before);
  // A verb without an object is only half of what may be done: inspect and copy them.
  if (/\s/.test(predicate.trim()) && freesAnother(condition, subject, deontic)) return true;
  if (cutsOff(condition, subject, predicate, deontic) || keptUntil.test(predicate)) return true;
  if (!heavy) return false;
  const grave = [condition, trailing].some((part) => failuresIn(part).some(({ kind }) => kind === 'fault' || kind === 'omission'));
  return grave || contrariesIn(condition.replace(unable, ' ')).length > 0;
}
