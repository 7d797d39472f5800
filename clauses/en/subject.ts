/** Subjects of English clauses: where the noun phrase before the modal begins, whom it names, what kind of party it is. */
import type { Span } from '../reading.ts';
import { isActor, nounOf } from './actor.ts';
import { longestName, remembered } from '../text/remember.ts';
import { ofClause } from './gates.ts';

const openers = ofClause.gate(
  /^(?:within|by|on|in|if|where|when|whenever|upon|after|before|until|unless|should|subject|for|from|no later|not later|during|at(?! least\b| most\b)|once|following|every(?= (?:(?:second|other|third|fourth|fifth|single|calendar|financial|working|school|alternate|few|\d+|two|three|four|five|six|ten|twelve) )?(?:years?|quarters?|months?|weeks?|weekdays?|weekends?|days?|hours?|minutes?|mornings?|afternoons?|evenings?|nights?|spring|summer|autumn|winter|seasons?|fortnight|time|term|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)|each (?:year|quarter|month|calendar|financial|spring|autumn)|to (?!the)|under|pursuant|without|with|except|starting|beginning|annually|(?:quarterly|monthly)(?=,| (?:the|each|all|both)\b)|as |in the event|provided|notwithstanding|save|while|since|given|having|recogni[sz]ing|consistent|together|through|throughout|over|prior|any time|at least|wherever|against|despite|towards?|via|between|among|until|per |ahead|working|building|recalling|mindful|conscious|guided|led by|supported by|absent|failing)\b/i,
);
const connective = ofClause.gate(
  /^(?:and|but|or|whereas|also|then|further|furthermore|moreover|accordingly|in addition|together|it is (?:hoped|expected|anticipated|envisaged|intended) that|however|thereafter|additionally|likewise|similarly|finally|first|second|third|secondly|thirdly|lastly)\b,? ?/i,
);

const yearFirst = ofClause.gate(
  /^(?:by|in|from|before|until|since|during) (?:the end of )?(?:[A-Z][a-z]+ )?\d{4} (?=(?:the )?[A-Z][\w'’-]* (?:[A-Z][\w'’-]* ){0,3}[a-z]+s )/i,
);
const punctuation = ofClause.gate(/^[\s,:;—–-]+/);

/**
 * Start of the subject within `text`, which ends before the modal; what stands before is adverbial. With `first` the text runs on
 * behind the subject, so that the first phrase is taken and not the last.
 */
export function subjectStart(text: string, first = false): number {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const blank = punctuation.exec(rest);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    // By 2030 Northford reduces …, and Tarn …: a year, then a name.
    const year = first ? yearFirst.exec(rest) : null;
    if (year !== null) return at + year[0].length;
    const word = connective.exec(rest);
    if (word !== null) {
      at += word[0].length;
      continue;
    }
    if (!openers.test(rest)) return at;
    const comma = adverbialEnd(rest);
    if (
      comma >= 0 &&
      /^\s*(?:supported by|assisted by|with (?:the )?(?:support|help|assistance)|together with|acting|as lead|for its part|in (?:cooperation|consultation|partnership) with|through)\b/i.test(
        rest.slice(comma),
      )
    )
      return at + lastPhrase(rest.slice(0, comma - 1), first);
    if (comma < 0) return at + lastPhrase(rest, first);
    at += comma;
  }
}

/** Index after the comma that closes an adverbial, or -1. Commas inside a list of dates do not close it. */
function adverbialEnd(rest: string): number {
  for (let comma = rest.indexOf(','); comma >= 0; comma = rest.indexOf(',', comma + 1)) {
    const after = rest.slice(comma + 1).trimStart();
    if (after === '' || /^\d{4}\b/.test(after) || /^\d,\d{3}/.test(rest.slice(comma - 1, comma + 4))) continue;
    return comma + 1;
  }
  return -1;
}

/** Without a comma the subject is the last phrase that begins with a determiner or a capital and completes no preposition. */
function lastPhrase(rest: string, first: boolean): number {
  let best = -1;
  for (const match of rest.matchAll(
    /(?:^|\s)((?:the|each|either|both|all|any|no|neither|every|a|an) (?!year|quarter|month|week|day|working|end\b|first\b|date\b|event\b|\d)[A-Za-z]|[A-Z][\w'’.-]*)/gi,
  )) {
    const start = match.index + (match[0].length - (match[1] as string).length);
    const word = match[1] as string;
    if (!/^[A-Z]/.test(word) && !/^(?:the|each|either|both|all|any|no|neither|every|a|an) /i.test(word)) continue;
    const before = /(\w+)\s+$/.exec(rest.slice(0, start))?.[1] ?? '';
    if (
      start === 0 ||
      prepositions.test(before) ||
      months.test(word) ||
      /^(?:the|each|either|both|all|any|no|every|a|an|and|of)$/.test(before) ||
      (/^[A-Z]/.test(word) && !/^The /.test(word) && /^[A-Z]\w*$/.test(before) && !months.test(before))
    )
      continue;
    best = start;
    if (first || /^(?:no|each|every|either|both)\b/i.test(word)) break;
  }
  // From 1 January 2028 households shall…: what stands after the day.
  const day =
    /^(?:from|by|on|in|until|since|before|after|during) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4} (?=[a-z])|^(?:in|over|during) the (?:coming|next|following|remaining) (?:years?|months?|weeks?) (?=[a-z])|^every (?:spring|summer|autumn|winter|year|month|quarter|week) (?=[a-z])/i.exec(
      rest,
    );
  return best < 0 ? (day?.[0].length ?? rest.length) : best;
}

const prepositions = ofClause.gate(
  /^(?:of|in|from|to|by|at|on|with|between|for|within|after|upon|before|during|under|against|than|over|into|through|per|about|following|as|until|since|above|below|plus|where|if|when|unless|that)$/i,
);
const months = ofClause.gate(/^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/);

export interface Subject {
  readonly names: Span[];
  readonly lead: Span | null;
  readonly cooperating: Span[];
  readonly negative: boolean;
  /** The whole phrase: what a passive or a thing in the place of the subject is about. */
  readonly phrase: Span | null;
}

const company = ofClause.gate(
  /,? (?:(?:being |acting )?(?:with (?:the )?(?:support|assistance|help|cooperation) (?:of|from)|supported by|assisted by|in (?:cooperation|co-operation|coordination|partnership|collaboration|conjunction) with|together with|jointly with|backed by|alongside|helped by)) ([^,;]+),?/i,
);
const bracketLead = ofClause.gate(/\s*\((?:the )?lead(?: (?:agency|authority|body|party|partner|officer|department))?\)/i);

/** Ashby (lead) and Millbrook (support): a mark of the role, no part of the name. */
const bracketHelp = ofClause.gate(/ \((?:in )?(?:support(?:ing)?|assist(?:ing|ance)?|partner|cooperating|helper)(?: [a-z]+)?\)/gi);
const asLead = ofClause.gate(
  /,? (?:acting )?as (?:the )?(?:lead(?:ing)? (?:authority|agency|party|partner|body|department|city|county|organisation|organization|entity|government)|lead|coordinator|convener|convenor)\b,?/i,
);

/** Mr Okafor (Dunmore Council): of whom he comes belongs to him. */
const titled = ofClause.gate(/^(?:the )?(?:Mr|Ms|Mrs|Miss|Dr|Cllr|Prof|Professor|Sir|Dame|Capt|Captain|Councillor)\.? [A-Z]/);

/** Splits the noun phrase `[start, end)` of `text` into parties, with the roles that it states. */
export function readSubject(text: string, start: number, end: number): Subject {
  const { names, lead, cooperating, negative, phrase } = subjectOf(text.slice(start, end));
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return {
    names: names.map(moved),
    lead: lead === null ? null : moved(lead),
    cooperating: cooperating.map(moved),
    negative,
    phrase: phrase === null ? null : moved(phrase),
  };
}

/** The parties of a noun phrase, with spans inside it. */
const subjectOf = remembered(
  (whole): Subject => {
    let phrase = whole.replace(bracketHelp.pattern, (mark) => ' '.repeat(mark.length));
    let lead = false;
    const cooperating: Span[] = [];
    const role = asLead.exec(phrase);
    if (role !== null) {
      lead = true;
      phrase = phrase.slice(0, role.index) + ' '.repeat(role[0].length) + phrase.slice(role.index + role[0].length);
    }
    const mark = bracketLead.exec(phrase);
    if (mark !== null) {
      lead = true;
      const rest = /^(?:,? (?:with|and|supported by) |, (?=[A-Z]))([^,;:]+)/i.exec(phrase.slice(mark.index + mark[0].length));
      if (rest !== null) {
        const from = mark.index + mark[0].length + rest[0].length - (rest[1] as string).length;
        cooperating.push(...splitNames(whole, from, from + (rest[1] as string).trimEnd().length));
      }
      phrase = phrase.slice(0, mark.index);
    }
    const help = company.exec(phrase);
    if (help !== null) {
      lead ||= !/together with|jointly with|alongside/i.test(help[0]);
      const from = help.index + help[0].indexOf(help[1] as string);
      cooperating.push(...splitNames(whole, from, from + (help[1] as string).length));
      phrase = phrase.slice(0, help.index) + ' '.repeat(help[0].length) + phrase.slice(help.index + help[0].length);
    }
    const bounded =
      /^(.*?)(?:,? (?:that|which|who) (?:[a-z]+ly |twice |once |not |no longer |again |also |still |already )?(?:has|have|is|are|does|do|fails?|breach\w*|miss\w*|discharges?|exceeds?|remits?|violates?|withdraws?|uses?|supplies|receives?|pays?|[a-z]+s|overspend|withhold|exceed|miss|breach|fall|withdraw|refuse|neglect|violate|default|join|wish|use|receive|hold|live|work|carry|operate|own) .*|, (?:with (?:the )?[A-Z][^,]{1,50} as|whose|led by|headed by|coordinated by|the former|the latter|with the (?:former|latter)|acting|through|as|represented|on behalf|in its|subject|where|at|under|being|each|including|for|upon|when|if|by|within|and its|in consultation|after|working|pending|not|having|failing|provided|save|no later)\b.*|,? (?:located|situated) .*|(?<=(?:s|party|council|city|county|member|partner|authority|operator|delegat(?:e|ion)|borough|town|district)) (?:[a-z]{2,}(?<!(?:hold|build|train|hous|plann|engineer|bank|farm|shipp|meet|monitor|work|steer|water|min|fish|licens|licenc))ing(?! (?:times?|lists?|rooms?|areas?|costs?|rates?|levels?|charges?|fees?|services?|plans?|programmes?|capacity|standards?|permits?|schedules?|systems?|stations?|facilit(?:y|ies)|equipment|works?|staff|teams?|units?|offices?|authorit(?:y|ies)|bod(?:y|ies))\b)|unable|ranked|found|caught|stranded) .*)?$/is.exec(
        phrase.trimEnd(),
      );
    const length = (bounded?.[1] ?? phrase).replace(/[\s,]+$/, '').length;
    const bare = phrase.slice(0, length).replace(titled.test(phrase) ? /$/ : / \([^)]*\)$/, '').length;
    const noun = nounOf(phrase.slice(0, bare)).trimEnd().length;
    const names = splitNames(phrase, 0, noun).filter(({ start, end }) => isActor(phrase.slice(start, end)));
    const negative = /^(?:no(?!t| fewer| less| later)|neither|none)\b/i.test(phrase);
    return {
      names: [...names, ...cooperating],
      lead: lead ? (names[0] ?? null) : null,
      cooperating,
      negative,
      phrase: length > 0 ? { start: 0, end: length } : null,
    };
  },
  4000,
  longestName,
);

/** Names joined by commas and “and”; a phrase with “of … and …” stays whole unless each part has its own head. */
export function splitNames(text: string, start: number, end: number): Span[] {
  const phrase = text.slice(start, end);
  const parts: Span[] = [];
  let from = 0;
  for (const match of phrase.matchAll(/,? and (?=the |[A-Z])|, (?=the |[A-Z])/g)) {
    const left = phrase.slice(from, match.index);
    const right = phrase.slice(match.index + match[0].length);
    if (!separate(left, right)) continue;
    parts.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  if (phrase.slice(from).trim() !== '') parts.push({ start: start + from, end });
  return parts.map(trimName.bind(null, text)).filter((part) => part.end > part.start);
}

function trimName(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = /^(?:\s+|(?:[Bb]oth (?!\w*(?:ies|ties|ils|ges|nts|ers|des)\b)|[Jj]ointly )(?=the |[A-Z]))/.exec(piece)?.[0].length ?? 0;
  const tail = /[\s,]*(?: each| jointly| together| both| also| alone| only| exclusively| solely)?[\s,]*$/i.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}

/** 'Department of Transport' and 'Environment' are one name; 'Harrow' and 'Ashby' are two. */
function separate(left: string, right: string): boolean {
  if (/^the /i.test(right)) return true;
  // The stations of Northford, Ashby and Tarn: one name, as long as only names follow its “of”.
  if (
    /(?:^|\b(?:[Tt]he|[Aa]ll|[Bb]oth) )(?:[a-z-]+ ){0,4}[a-z]+s of [A-Z][\w'’-]*(?:,? (?:and )?[A-Z][\w'’-]*)*$/.test(left) &&
    !/ (?:Council|Board|Authority|Police|Agency)\b/.test(right)
  )
    return false;
  const openOf =
    / (?:of|for) [A-Z]\w*$/.test(left) &&
    !/\b(?:City|Town|County|Government|District|State|Municipality|Province|Borough|Village|Republic|Port) of \w+$/.test(left);
  return !openOf;
}
