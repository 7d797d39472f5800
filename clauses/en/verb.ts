/** The verb after a modal, and further verbs of the same subject. */
import { aims, baseForm } from './aims.data.ts';
import { ADVERB } from './modal.ts';

const skipAdverbs = new RegExp(
  `^(?:\\s|,)*(?:(?:${ADVERB}|(?!reply|supply|apply|comply|rely|multiply|imply|fly)[a-z]+ly)(?:,? (?:and|or) [a-z]+ly)?\\s+)+`,
  'i',
);

/** Small words that belong to the verb: carried out, set up, follow up. */
const particle = /^ (?:out|up|off|down|place|together|back)(?![\w-])(?! (?:to|by) \d)/;

export const bareVerb = (word: string): boolean => aims.has(word.toLowerCase());

export interface Verb {
  readonly start: number;
  readonly end: number;
  readonly passive: boolean;
  readonly base: string;
}

export function verbAt(text: string, from: number, to: number): Verb | null {
  let at = from;
  const adverbs = skipAdverbs.exec(text.slice(at, to));
  if (adverbs !== null) at += adverbs[0].length;
  const blank =
    /^[\s,]*(?:(?:where\b[^,]{0,60}|if\b[^,]{0,80}|subject to\b[^,]{0,80}|to the extent\b[^,]{0,60}|through\b[^,]{0,80}|after\b[^,]{0,80}|upon\b[^,]{0,80}|in (?:principle|good faith|cooperation|consultation with [^,]+)|as (?:appropriate|necessary)|(?:as|so|in so) far as|insofar as|wherever|where (?:possible|feasible|appropriate)|no later than|within|by|at|on|before|upon|each|every|for|during)\b[^,]{0,100},\s*)?/i.exec(
      text.slice(at, to),
    );
  at += blank?.[0].length ?? 0;
  const adverbs2 = skipAdverbs.exec(text.slice(at, to));
  if (adverbs2 !== null) at += adverbs2[0].length;
  const be = /^(?:be|been|being|have been|is|are|is hereby|are hereby)\s+(?:hereby )?(?:[a-z]+ly\s+)*([a-z-]+)/i.exec(text.slice(at, to));
  if (
    be !== null &&
    /(?:ed|en|wn|de|ne|ilt|eld|ent|aid|et|ept|ought|un|ut)$/i.test(be[1] as string) &&
    !/^(?:the|let)$/i.test(be[1] as string)
  ) {
    const start = at + be[0].length - (be[1] as string).length;
    const end = start + (be[1] as string).length;
    const more = particle.exec(text.slice(end, to))?.[0].length ?? 0;
    return { start, end: end + more, passive: true, base: baseForm(be[1] as string) };
  }
  const copula = /^(?:be|is|are)\b/i.exec(text.slice(at, to));
  if (copula !== null) {
    const stop = /,(?!\d)|[;:]| (?:on (?=\d)|unless|until|by|before|within|no later|from|until) /.exec(text.slice(at, to));
    return { start: at, end: at + (stop?.index ?? text.slice(at, to).trimEnd().length), passive: false, base: 'be' };
  }
  const word = /^[A-Za-z][A-Za-z'-]*/.exec(text.slice(at, to));
  if (word === null) return null;
  let end = at + word[0].length + (particle.exec(text.slice(at + word[0].length, to))?.[0].length ?? 0);
  // fund and operate the plant; monitor, report and verify emissions
  const joined = /^(?:(?:, [a-z]+)*,? (?:and|or) ([a-z]+))(?= (?:the|a|an|all|any|its|their|each|such|joint|\d|[a-z]+ ))/i.exec(
    text.slice(end, to),
  );
  if (joined !== null && bareVerb(joined[1] as string)) end += joined[0].length;
  return { start: at, end, passive: false, base: baseForm(word[0]) };
}

/** Places where a second verb of the same subject begins: …and publish the results. */
export function secondVerbs(text: string, from: number, to: number): { readonly at: number; readonly verb: number }[] {
  const found: { at: number; verb: number }[] = [];
  for (const match of text
    .slice(from, to)
    .matchAll(
      /(,? (?:and|but|or)(?:,? (?:where|as|if|when|wherever) [a-z ]{2,30},)?(?: (?:to|shall|will|must|then|also|jointly|[a-z]+ly))*,? |, (?:to )?)([a-z]+)(?= (?:the|a|an|all|any|its|their|each|such|it|them|no|at|to|on|in|for|with|by|up|one|two|three|four|five|six|joint|\d|[A-Z]|[a-z]+s?\b))/g,
    )) {
    const word = match[2] as string;
    const comma = !/and|but|or/.test(match[1] as string);
    if (
      (!bareVerb(word) &&
        !/^(?:delete|forgo|archive)$/.test(word) &&
        !(
          word === 'report' && /^ (?:to|on|back|annually|quarterly|monthly|every)\b/.test(text.slice(from + match.index + match[0].length))
        )) ||
      (comma && !/ and /.test(text.slice(from + match.index + match[0].length, to)))
    )
      continue;
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
export const followsVerb = /^(?:the|a|an|all|any|its|their|each|such|it|them|no|at least|both|back)\b|^\d/;
