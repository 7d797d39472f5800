/** The verb after a modal, and further verbs of the same subject. */
import { aims } from './aims.data.ts';
import type { Span } from '../reading.ts';
import { baseForm, isParticiple, verbKind } from './lexicon.ts';
import { ADVERB } from './modal.ts';
import { ofClause } from './gates.ts';
import { gatedMatches } from '../text/matches.ts';

const skipAdverbs = new RegExp(
  `^(?:\\s|,)*(?:(?:${ADVERB}|(?!(?:reply|supply|apply|comply|rely|multiply|imply|fly|ply|tally|rally|ally|bully|sully|dally|underlie)\\b)[a-z]+ly)(?:,? (?:and|or) [a-z]+ly)?\\s+)+`,
  'i',
);

/** Small words that belong to the verb: carried out, set up, follow up. */
const particle = ofClause.gate(
  /^ (?:into (?:force|effect|operation)|in (?:force|effect)|out|up(?! to\b)|off|down|place|together|back|aside)(?![\w-])(?! (?:to|by) \d)/,
);

/** True if the word can stand as a verb without anything that proves it. */
export const bareVerb = (word: string): boolean => {
  const lower = word.toLowerCase();
  return aims.has(lower) || verbKind(lower) === 'verb';
};

export interface Verb {
  readonly start: number;
  readonly end: number;
  readonly passive: boolean;
  readonly base: string;
}

/** What may stand between a modal and its verb and is closed by a comma. */
const aside = ofClause.gate(
  /^(?:and )?(?:where\b|if\b|subject to\b|to the extent\b|through\b|after\b|upon\b|in (?!force\b|place\b|line\b)|(?:as|so|in so) (?:far as|soon as|appropriate|necessary|required)|as (?:and when|the|a|an)\b|insofar as|wherever|whenever|once\b|no later than|not later than|within|by|at|on|before|upon|each|every|for|during|with|without|under|pursuant|unless|from|using|together|jointly with|along with|when|over|throughout|until|prior|following|acting|notwithstanding|save|having|either)\b[^,;]{0,110},\s*/i,
);

/** The same without a comma. */
const fixed = ofClause.gate(
  /^(?:either(?= [a-z]+ (?:the|an?|its|their|it|them|all|any)\b)|from time to time|in due course|in the (?:meantime|near future|medium term|long(?:er)? term|short term|first (?:instance|place)|coming (?:years|months|weeks)|interim)|over (?:time|the coming (?:years|months))|in time|in good time|at (?:the earliest opportunity|a later date|the same time|its discretion|their discretion)|as a matter of (?:priority|urgency|course)|step by step|little by little|by and large|without fail|in all cases|on a regular basis|between them(?:selves)?|among themselves|to this end|in this (?:context|regard|respect)|in particular|in future|where needed|as needed|if needed|when needed|in close (?:cooperation|partnership|coordination) with [A-Za-z’' -]{3,40}?(?= (?:lead|build|develop|draw|prepare|run|set|carry|publish|organi[sz]e|provide|take|hold|open|work|draft)\b)|in turn|in principle|in good faith|in future|if (?:necessary|possible|required|requested)|where(?:ver)? (?:possible|feasible|appropriate|necessary|practicable)|as (?:appropriate|necessary|required|soon as (?:possible|practicable))|(?:as|so) far as (?:possible|practicable)|at (?:its|their) own (?:expense|cost|risk)|at all times|for (?:its|their) part|without delay|on request|upon request|under no circumstances|in no (?:event|case)|on behalf of [^,;]{3,40},|in writing|by mutual agreement|free of charge|at any time|once (?:a|each|every) (?:day|week|month|quarter|year)|twice (?:a|each|every) (?:day|week|month|quarter|year)) /i,
);

/** resources permitting, · the weather allowing, */
const absolute = ofClause.gate(/^(?:[a-z]+ ){0,4}(?:permitting|allowing|willing|notwithstanding|included|excepted),? /);

const closedByComma = ofClause.gate(/,\s*$/);

/** Where the verb begins: after adverbs, times and asides. */
function verbFrom(text: string, from: number, to: number, times: readonly Span[]): number {
  let at = from;
  for (let guard = 0; guard < 8 && at < to; guard++) {
    const before = at;
    const adverbs = skipAdverbs.exec(text.slice(at, to));
    at += adverbs?.[0].length ?? /^[\s,]*/.exec(text.slice(at, to))?.[0].length ?? 0;
    const here = at;
    const time = times.find(({ start, end }) => start === here && end <= to && /[a-z]/i.test(text.slice(end, to)));
    if (time !== undefined && !/^(?:monthly|annual|quarterly|weekly|daily)\b/i.test(text.slice(here, here + 10))) {
      const inside = verbInside(text, time);
      at = inside ?? time.end;
      // shall, within one month of receiving the accounts, approve: what begins behind a comma ends with one.
      if (inside === undefined && text[here - 2] === ',') at += enclosed.exec(text.slice(at, to))?.[0].length ?? 0;
      continue;
    }
    const rest = text.slice(at, to);
    const skipped =
      aside.exec(rest) ??
      fixed.exec(rest) ??
      (closedByComma.test(text.slice(from, at)) ? (absolute.exec(rest) ?? inserted.exec(rest)) : null);
    at += skipped?.[0].length ?? 0;
    // Nothing was taken off but blanks: nothing more will be.
    if (at === before || (adverbs === null && skipped === null)) break;
  }
  return at;
}

const enclosed = ofClause.gate(/^[^,;]{1,80},\s+/);

/** shall, led by Ashby, build */
const inserted = ofClause.gate(/^(?:led|supported|assisted|helped|backed|represented|acting|working|being|having)\b[^,;]{2,80}, /);

const insideVerb = ofClause.gate(
  /(?<!\b(?:the|a|an|of|each|every|any|its|their|this|such|and|or|for|to|by|in|on|from|after) )\b([a-z]{3,})(?= (?:the|a|an|its|their|all|any|each) )/g,
);

/** shall within 14 days of receipt of the invoice pay the sum: the event runs into the verb. */
function verbInside(text: string, { start, end }: Span): number | undefined {
  for (const match of gatedMatches(insideVerb, text.slice(start, end))) {
    if (verbKind(match[1] as string) !== undefined && !/(?:s|ing|ed)$/.test(match[1] as string)) return start + match.index;
  }
  return undefined;
}

const perfect = ofClause.gate(/^have\s+(?:[a-z]+ly\s+)?([a-z]+)(?= )/i);
const copula = ofClause.gate(/^(?:be|been|being|have been|is|are|stands?|is hereby|are hereby)\s+(?:hereby )?(?:[a-z]+ly\s+)*([a-z-]+)/i);
const participle = ofClause.gate(/(?:ed|en|wn|de|ne|ilt|eld|ent|aid|et|ept|ought|un|ut)$/i);
const stateOf = ofClause.gate(
  /^(?:the|let|open|green|golden|even|seven|ten|then|often|wooden|red|absent|present|different|consistent|permanent|independent|sufficient|efficient|evident|current|transparent|resilient|patient|silent|prudent|competent|content|one|none|alone|bet|yet|quiet|net|but|wet|wide|outside|alongside|fun)$/i,
);

const noTimes: readonly Span[] = [];

/** What was asked last: a predicate asks for its verb twice. */
let asked: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly times: readonly Span[];
  readonly verb: Verb | null;
} = {
  text: '',
  from: 0,
  to: 0,
  times: noTimes,
  verb: null,
};

/** The verb that begins at or soon after `from`, before `to`. */
export function verbAt(text: string, from: number, to: number, times: readonly Span[] = noTimes): Verb | null {
  if (asked.text !== text || asked.from !== from || asked.to !== to || asked.times !== times)
    asked = { text, from, to, times, verb: readVerb(text, from, to, times) };
  return asked.verb;
}

const copulaFirst = ofClause.gate(/^(?:be|is|are)\b/i);
const phase = ofClause.gate(/^phas(?:e|es|ing)$/i);
const joinedVerb = ofClause.gate(
  /^(?:(?:, [a-z]+)*,? (?:and|or) ([a-z]+))(?= (?:the|a|an|all|any|its|their|each|such|joint|it|them|\d|[a-z]+ ))/i,
);

function readVerb(text: string, from: number, to: number, times: readonly Span[]): Verb | null {
  const at = verbFrom(text, from, to, times);
  const be = copula.exec(text.slice(at, to));
  const done = be?.[1] ?? '';
  if (be !== null && (participle.test(done) || isParticiple(done)) && !stateOf.test(done)) {
    const start = at + be[0].length - done.length;
    const end = start + done.length;
    const more = particle.exec(text.slice(end, to))?.[0].length ?? 0;
    return { start, end: end + more, passive: true, base: baseForm(done) };
  }
  if (copulaFirst.test(text.slice(at, to))) {
    const stop = /,(?!\d)|[;:]| (?:on (?=\d)|unless|until|by|before|within|no later|from|until) /.exec(text.slice(at, to));
    return { start: at, end: at + (stop?.index ?? text.slice(at, to).trimEnd().length), passive: false, base: 'be' };
  }
  const had = perfect.exec(text.slice(at, to));
  if (had !== null && isParticiple(had[1] as string)) {
    const end = at + had[0].length;
    return { start: end - (had[1] as string).length, end, passive: false, base: baseForm(had[1] as string) };
  }
  const word = /^[A-Za-z][A-Za-z'-]*/.exec(text.slice(at, to));
  if (word === null) return null;
  let end = at + word[0].length + (particle.exec(text.slice(at + word[0].length, to))?.[0].length ?? 0);
  // phase in electric buses, phase in charges
  if (phase.test(word[0]) && /^ in (?!the\b|\d)/.test(text.slice(end, end + 6))) end += 3;
  // fund and operate the plant; monitor, report and verify emissions
  const joined = joinedVerb.exec(text.slice(end, to));
  if (joined !== null && bareVerb(joined[1] as string)) end += joined[0].length;
  return { start: at, end, passive: false, base: baseForm(word[0]) };
}

/** What cannot be a verb after “and”, whatever stands behind it. */
const smallWord = ofClause.gate(
  /^(?:in|on|at|by|of|to|for|from|with|within|without|into|onto|over|under|above|below|between|among|through|throughout|during|before|after|until|unless|upon|across|along|around|behind|beside|besides|beyond|towards?|against|about|as|if|when|where|while|whereas|whether|because|since|that|which|who|whose|than|then|thus|hence|so|such|both|all|half|not|no|nor|only|also|even|just|once|twice|per|via|plus|minus|including|excluding|regarding|concerning|following|failing|given|notwithstanding|subject|pursuant|otherwise|what|how|why|thereafter|therefore|however|finally|together|jointly|each|every|either|neither|any|some|many|most|more|less|few|fewer|other|another|the|a|an|its|their|his|her|our|your|my|this|these|those|it|they|we|is|are|was|were|be|has|have|had|shall|will|may|must|should|would|could|can)$/,
);

/** Nouns as often as verbs, which before a plural are verbs: …and report defects to Harrow. */
const transitive = ofClause.gate(
  /^(?:report|share|supply|transfer|issue|post|file|host|return|monitor|repair|store|forward|plant|release|guide|steer|channel|train|control|fund|house)$/,
);

/** True if `word` is the second verb of a predicate, judged by the word and by what follows it. */
function isSecond(word: string, after: string): boolean {
  if (smallWord.test(word)) return false;
  if (word === 'report' && /^ (?:to|on|back|annually|quarterly|monthly|every)\b/.test(after)) return true;
  if (
    transitive.test(word) &&
    /^ [a-z]+s (?:to|towards?|into|through|against|within|by|every|each|in|at|on|for|promptly|immediately|publicly|annually|quarterly|monthly)\b/.test(
      after,
    )
  )
    return true;
  const proven = followsVerb.test(after.slice(1));
  if (aims.has(word)) return proven || !nounLike.has(word);
  const kind = verbKind(word);
  if (kind === 'verb' && !nounLike.has(word)) return true;
  // The word is in no list or is a noun as often: a determiner right after it proves a verb.
  return proven && (kind !== undefined || !/(?:s|ing|ed|ly|tion|ment|ness|ity|ance|ence)$/.test(word));
}

/** Base of a word in the form of the first verb: maintains … and reports, have trained … and equipped; the word itself if it is not. */
function sameForm(word: string, form: 'finite' | 'participle'): string {
  if (form === 'finite') return /[^s]s$/.test(word) ? baseForm(word) : word;
  return isParticiple(word) ? baseForm(word) : word;
}

/** The same as `isSecond` for a word that has an ending, which nouns have too. */
function isFurther(base: string, after: string): boolean {
  if (smallWord.test(base) || (!aims.has(base) && verbKind(base) === undefined)) return false;
  if (followsVerb.test(after.slice(1))) return true;
  return !nounLike.has(base) && !asNoun.test(base) && (aims.has(base) || verbKind(base) === 'verb') && /^ [a-z]/i.test(after);
}

/** Verbs that are nouns where nothing follows them: openness and trust, grants to farmers. */
const asNoun =
  /^(?:trust|respect|care|hope|love|peace|help|support|work|trade|travel|demand|supply|relief|dialogue|debate|talk|rest|play|waste|repair|need|risk|loss|profit|gain|rise|fall|decline|decay|change|use|reuse|reach|touch|flow|control|command|interest|welfare|grant|loan|deposit|visit|test|survey|tax|fee|offer|request|claim|cost|guide|trial|march|call|growth|progress|service|research|study|practice|exchange|contact|access|design|review|interview|sample|record|permit|licence|license|lease|rent|sale|purchase|transport|drainage|place|name|light|water|plant|pump|pipe|drain|dam|bridge|lock|gate|park|garden|house|school|train|bus|boat|ship|ferry|truck|account|invoice|bill|form|file|map|list|plan|programme|project|budget|estimate|forecast|model|schedule|mandate|promise|pledge|vow|limit|cap|target|quota|share|part|half|set|fish|farm|market|shop|stock|store|crop|harvest|forest|field|bank|fund|process|display|experience|influence|honour|honor|sport|walk|ride|drive|dance|concern|comfort|delight|desire|pride|calm|balance)$/;

const furtherVerb = ofClause.gate(
  /(,? (?:and|but|or|nor)(?:,? (?:where|as|if|when|wherever|within|by|no later than|on|upon|after|before|at|each|every|in)\b[^,;]{2,60},)?(?: (?:to|shall|will|must|then|also|jointly|thereafter|thereby|in turn|[a-z]+ly))*,? |, (?:to |then )?)([a-z]+)(?= (?:the|a|an|all|any|its|their|each|such|it|them|no|at|to|on|in|for|with|by|up|one|two|three|four|five|six|joint|\d|[A-Z]|[a-z]+s?\b)|[.,;]|$)/g,
);

/** Places where a second verb of the same subject begins: …and publish the results. */
export function secondVerbs(
  text: string,
  from: number,
  to: number,
  form: 'base' | 'finite' | 'participle' = 'base',
): { readonly at: number; readonly verb: number }[] {
  const found: { at: number; verb: number }[] = [];
  for (const match of gatedMatches(furtherVerb, text.slice(from, to))) {
    const word = match[2] as string;
    const after = text.slice(from + match.index + match[0].length, to);
    const comma = !/and|but|or|nor/.test(match[1] as string);
    const marked =
      /\b(?:to|shall|will|must|nor) (?:[a-z]+ly )?$/.test(match[1] as string) && verbKind(word) !== undefined && !smallWord.test(word);
    const base = form === 'base' ? word : sameForm(word, form);
    if (!(marked || (base !== word ? isFurther(base, after) : isSecond(word, after))) || (comma && !/ and /.test(after))) continue;
    if (after.trim() === '' && (verbKind(base) !== 'verb' || asNoun.test(base))) continue;
    found.push({ at: from + match.index, verb: from + match.index + (match[1] as string).length });
  }
  return found;
}
export const nounLike = new Set([
  'report',
  'plan',
  'design',
  'support',
  'work',
  'transfer',
  'supply',
  'test',
  'release',
  'review',
  'audit',
  'charge',
  'record',
  'store',
  'fund',
  'study',
  'progress',
  'share',
  'list',
  'map',
  'control',
  'use',
  'access',
  'research',
  'service',
  'exchange',
  'measure',
  'treat',
  'contact',
  'further',
  'second',
  'advance',
  'open',
  'limit',
  'order',
  'act',
  'value',
  'draft',
  'complete',
  'close',
  'stock',
  'cover',
  'approach',
  'change',
  'set',
  'notice',
  'file',
  'post',
  'repair',
  'delay',
  'issue',
  'monitor',
  'promise',
  'patrol',
  'guide',
  'cap',
  'dump',
  'number',
  'return',
  'match',
  'plant',
  'hire',
  'host',
  'chair',
  'staff',
  'station',
  'respect',
  'balance',
  'influence',
  'market',
]);
export const followsVerb = ofClause.gate(
  /^(?:the|a|an|all|any|its|their|our|each|every|such|it|them|no|at least|up to|not less than|no fewer than|both|back|new|further|more|additional|one|two|three|four|five|six|eight|ten|twelve|twenty|fifty|half|joint|regular|relevant|annual|quarterly|monthly)\b|^[$€£]?\d/,
);
