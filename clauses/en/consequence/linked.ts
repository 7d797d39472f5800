/**
 * A consequence by its shape: a sentence after a duty that speaks of the same thing, in a state contrary to the duty, and then of
 * anything but the duty, its help or its delay. Which verb it takes does not matter.
 */
import { benign } from './answer.ts';
import { contrariesIn } from './contrary.ts';
import { atCost, detriment } from './detriment.ts';
import { stake } from './withholding.ts';
import { fronted, mainOf } from './zones.ts';
import { ofClause } from '../gates.ts';
import { matchesOf } from '../../text/matches.ts';
import { remembered } from '../../text/remember.ts';

/** The duty that a sentence may speak of. */
export interface DutyBefore {
  readonly words: string;
  readonly bearers: readonly string[];
  /** It forbids something, so that doing it is the breach. */
  readonly forbidden: boolean;
  /** The sentence follows behind no more than a semicolon. */
  readonly adjoined: boolean;
  /** It stands in the same sentence. */
  readonly joined?: true;
}

export const refers = ofClause.gate(
  /\b(?:such|so|this|that|these|those|it|its|they|their|them|he|she|his|her|there|thereof|thereby|therein|thereafter|then|said|same|do(?:es|ing)? so|otherwise|later|beyond|longer|still|pending)\b/i,
);
const common = new Set(
  'shall will must may should have been each every either other another within after before their there which where when than that this with from into under over upon less more least most first second third date days week weeks month months year years calendar working january february march april june july august september october november december cent percent article agreement between during through against until unless while would could being them they those these other'.split(
    ' ',
  ),
);

const longWord = /[a-z]{4,}/g;
const stemOf = remembered((word) => (common.has(word) ? undefined : word.slice(0, 5).replace(/(?:s|es|ed)$/, '')));

/** Words that carry meaning, by their first five letters, so that grammar does not part them. */
export function stems(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of matchesOf(longWord, text.toLowerCase())) {
    const stem = stemOf(word);
    if (stem !== undefined) found.add(stem);
  }
  return found;
}

const shares = (a: string, b: string): boolean => {
  const known = stems(a);
  for (const stem of stems(b)) if (known.has(stem)) return true;
  return false;
};

/** A condition about the bearer himself: should it turn loads away, …; if the town lets it decay, …. */
function onBearer(text: string, bearers: readonly string[]): boolean {
  const who = /^\s*(?:and |but )?(?:if|where|when|should|in the event that|whenever|in case) (?:the )?(.{2,60})/i.exec(text)?.[1];
  if (who === undefined) return false;
  return /^(?:it|they|he|she)\b/i.test(who) || bearers.some((name) => name !== '' && who.startsWith(name.replace(/^the /i, '')));
}

/** No further advance is made to a body with…: a benefit denied comes first, and for whom behind. */
const denial = ofClause.gate(/^\s*(?:no|nothing|none|neither)\b/i);

/** An exception of the duty, not its breach: X do not need…, X are not covered. */
const exempt = ofClause.gate(
  /^(?!late|overdue|defaulting|unpaid|such)[^,;]{2,60}? (?:(?:do|does|is|are|shall|will|need|may) not|(?:is|are) no longer|(?:shall|will) neither) (?:then )?(?:be )?(?:need|require|appl|affect|cover|includ|count(?:ed)?\b(?! (?:as|towards))|oblig|bound to|subject to|exclud|prejudice|preclude|prevent|limit|extend|concern|exceed)/i,
);

/** Silence shall be construed as consent. */
const takenAs = ofClause.gate(
  /^(?:the |its |their |any )?(?:silence|inaction|absence|non-[a-z]+|failure|lack)\b[^;]{0,60}\b(?:deemed|constru\w+|taken|treated|regarded|counts?|counted|presum\w+|amounts?|equals?|considered)\b/i,
);

/** Paper returns attract a handling fee. */
const attracts = ofClause.gate(
  /^[^,;]{3,80}? (?:shall |will )?(?:attracts?|incurs?|carr(?:y|ies)|entails?|triggers?) (?:an? |the |double )?(?:[a-z]+ )?(?:fees?|charges?|surcharges?|penalt(?:y|ies)|levy|levies|fines?|deductions?|interest)\b/i,
);

/** What was done against a prohibition: catches taken there, a project so diverted, goods brought in that way. */
const doneAll =
  /\b(?:so [a-z]+(?:ed|en|t|n|de)|such (?!as\b)[a-z]+|[a-z]+(?:ed|en|ght|wn|de|ld|id) (?:there|in this way|in that way|during that (?:time|period)|nevertheless|all the same|in breach|regardless))\b/i;

const first = (words: string): string => (/^[a-z]+/i.exec(words.trimStart())?.[0] ?? '').toLowerCase();

/** Where the reservoir is low, Harrow shall release 12: the same act of the same party is the duty itself under another condition. */
export function restates(main: string, { words, bearers }: DutyBefore): boolean {
  const match = /^\s*(?:the )?(.{2,60}?) (?:shall|will|must|may) (?:(?:instead|then|again|only|also) )?([a-z]+)/i.exec(main);
  if (match === null) return false;
  const [, who = '', verb = ''] = match;
  const same = /^(?:it|they)$/i.test(who) || bearers.some((name) => name.replace(/^the /i, '') === who);
  return same && new RegExp(`\\b${first(verb)}\\b`, 'i').test(words) && !atCost.test(main);
}

/** If consensus cannot be reached, the rules shall be adopted by a majority: the same act, done in another way. */
function done(condition: string, main: string, { words }: DutyBefore): boolean {
  if (!/\b(?:cannot|unable|not possible|impossible)\b/i.test(condition)) return false;
  const act = /\b(?:shall|will|must|may|is|are) be ([a-z]{4,6})/i.exec(main)?.[1];
  return act !== undefined && new RegExp(`\\b${act.slice(0, 5)}`, 'i').test(words);
}

/** What speaks of the duty and is none of its consequences: exceptions, and the duty itself once more under another condition. */
export function furtherTerm(sentence: string, duty: DutyBefore): boolean {
  const text = sentence.trimStart().slice(0, 600);
  if (exempt.test(text)) return true;
  const condition = fronted.test(text) ? text.indexOf(',') : -1;
  if (condition >= 0 && done(text.slice(0, condition), text.slice(condition + 1), duty)) return true;
  return condition >= 0 && restates(text.slice(condition + 1), duty);
}

/** What is done after the breach hurts whoever did not keep the duty, whatever the verb; or another does it at his cost. */
export function linkedConsequence(sentence: string, duty: DutyBefore): boolean {
  const text = sentence.trimStart().slice(0, 600);
  if (benign.test(text)) return false;
  if (takenAs.test(text) && contrariesIn(text).length > 0) return true;
  const tied = duty.adjoined || refers.test(text) || shares(duty.words, text);
  if (!tied) return false;
  const contraries = contrariesIn(text);
  if (denial.test(text) && contrariesIn(text.slice(10)).length > 0) return true;
  if (atCost.test(text) && !restates(text, duty) && !duty.bearers.some((name) => text.trimStart().startsWith(name))) return true;
  if (attracts.test(text) || (duty.forbidden && doneAll.test(text) && detriment.test(text.replace(doneAll, '')))) return true;
  const places = onBearer(text, duty.bearers) ? [Math.min(12, text.length - 1), ...contraries] : contraries;
  return places.some((index) => {
    const main = mainOf(text, index);
    return main !== undefined && (detriment.test(main) || stake.test(main)) && !restates(main, duty);
  });
}
