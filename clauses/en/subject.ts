/** Subjects of English clauses: where the noun phrase before the modal begins, whom it names, what kind of party it is. */
import type { PartyType, Span } from '../reading.ts';

const openers =
  /^(?:within|by|on|in|if|where|when|whenever|upon|after|before|until|unless|should|subject|for|from|no later|not later|during|at|once|following|every|each (?:year|quarter|month|calendar|financial|spring|autumn)|to (?!the)|under|pursuant|without|with|except|starting|beginning|annually|quarterly|monthly|as |in the event|provided|notwithstanding|save|while|since|given|having|recogni[sz]ing|consistent|together|through|throughout|over|prior|any time|at least|wherever|against|despite|towards?|via|between|among|until|per |ahead)\b/i;
const connective =
  /^(?:and|but|or|also|then|further|furthermore|moreover|accordingly|in addition|however|thereafter|additionally|likewise|similarly|finally|first|second|third|secondly|thirdly|lastly)\b,? ?/i;

/** Start of the subject within `text`, which ends before the modal; what stands before is adverbial. */
export function subjectStart(text: string): number {
  let at = 0;
  for (;;) {
    const rest = text.slice(at);
    const blank = /^[\s,:;—–-]+/.exec(rest);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const word = connective.exec(rest);
    if (word !== null) {
      at += word[0].length;
      continue;
    }
    if (!openers.test(rest)) return at;
    const comma = adverbialEnd(rest);
    if (comma < 0) return at + lastPhrase(rest);
    at += comma;
  }
}

/** Index after the comma that closes an adverbial, or -1. Commas inside a list of dates do not close it. */
function adverbialEnd(rest: string): number {
  for (let comma = rest.indexOf(','); comma >= 0; comma = rest.indexOf(',', comma + 1)) {
    const after = rest.slice(comma + 1).trimStart();
    if (after === '' || /^\d{4}\b/.test(after)) continue;
    return comma + 1;
  }
  return -1;
}

/** Without a comma the subject is the last phrase with a determiner or a capital. */
function lastPhrase(rest: string): number {
  const determiner = [
    ...rest.matchAll(
      /(?:^|\s)((?:the|each|either|both|all|any|no|neither|every|its|their|a|an) (?!year|quarter|month|week|day|working|end\b|first\b|date\b|event\b)[A-Za-z])/gi,
    ),
  ].at(-1);
  const capital = [...rest.matchAll(/(?:^|\s)([A-Z][\w'’.-]*(?: (?:of|and|for|the|[A-Z][\w'’.-]*))*)/g)]
    .filter(
      ({ index }) =>
        index > 0 &&
        !/^\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(rest.slice(index)),
    )
    .at(-1);
  const start = Math.max(determiner === undefined ? -1 : determiner.index, capital === undefined ? -1 : capital.index);
  if (start < 0) return rest.length;
  return start + (/\s/.test(rest[start] ?? '') ? 1 : 0);
}

export interface Subject {
  readonly names: Span[];
  readonly lead: Span | null;
  readonly cooperating: Span[];
  readonly negative: boolean;
}

const company =
  /,? (?:(?:being |acting )?(?:with (?:the )?(?:support|assistance|help|cooperation) (?:of|from)|supported by|assisted by|in (?:cooperation|co-operation|coordination|consultation|partnership|collaboration|conjunction) with|together with|jointly with|backed by|working with|alongside|helped by)) ([^,;]+),?/i;
const asLead =
  /,? (?:acting )?as (?:the )?(?:lead(?:ing)? (?:authority|agency|party|partner|body|department|city|county|organisation|organization|entity|government)|lead|coordinator|convener|convenor)\b,?/i;

/** Splits the noun phrase `[start, end)` of `text` into parties, with the roles that it states. */
export function readSubject(text: string, start: number, end: number): Subject {
  let phrase = text.slice(start, end);
  let lead = false;
  const cooperating: Span[] = [];
  const role = asLead.exec(phrase);
  if (role !== null) {
    lead = true;
    phrase = phrase.slice(0, role.index) + ' '.repeat(role[0].length) + phrase.slice(role.index + role[0].length);
  }
  const help = company.exec(phrase);
  if (help !== null) {
    lead ||= !/consultation/i.test(help[0]);
    const from = start + help.index + help[0].indexOf(help[1] as string);
    cooperating.push(...splitNames(text, from, from + (help[1] as string).length));
    phrase = phrase.slice(0, help.index) + ' '.repeat(help[0].length) + phrase.slice(help.index + help[0].length);
  }
  const bounded =
    /^(.*?)(?:, (?:which|who|whose|acting|through|as|represented|on behalf|in its|subject|where|at|under|being|each|including|for|upon|when|if|by|within|and its)\b.*|,? (?:located|situated) .*)?$/is.exec(
      phrase.trimEnd(),
    );
  const length = (bounded?.[1] ?? phrase).replace(/[\s,]+$/, '').length;
  const names = splitNames(text, start, start + length);
  const negative = /^(?:no|neither)\b/i.test(phrase);
  return { names: [...names, ...cooperating], lead: lead ? (names[0] ?? null) : null, cooperating, negative };
}

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
  const lead = /^(?:\s+|(?:both|jointly) (?=the |[A-Z]))/i.exec(piece)?.[0].length ?? 0;
  const tail = /[\s,]*(?: each| jointly| together| both| also)?[\s,]*$/i.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}

/** 'Department of Transport' and 'Environment' are one name; 'Harrow' and 'Ashby' are two. */
function separate(left: string, right: string): boolean {
  if (/^the /i.test(right)) return true;
  const openOf =
    / (?:of|for) [A-Z]\w*$/.test(left) &&
    !/\b(?:City|Town|County|Government|District|State|Municipality|Province|Borough|Village|Republic|Port) of \w+$/.test(left);
  return !openOf;
}

/** Kind of party of a list of names. */
export function partyTypeOf(names: readonly string[]): PartyType {
  if (names.length === 0) return 'none';
  const types = names.map(oneParty);
  if (types.includes('open_collective')) return 'open_collective';
  return types.includes('closed_collective') ? 'closed_collective' : 'individual';
}

const plural =
  /(?:cities|counties|parties|states|governments|municipalities|jurisdictions|signatories|members|towns|districts|councils|authorities|sides|regions|provinces|agencies|departments|partners|boroughs|utilities|participants|bodies|ministries|mayors|commissioners|police forces|services|offices|operators|villages|secretariats|coordinators|officers|managers|representatives|delegations|directors)$/i;

function oneParty(name: string): PartyType {
  if (
    /\b(?:relevant|appropriate|competent|interested|concerned|other|local|various|stakeholders?|businesses|residents|communities|public|industry|companies|citizens|third parties|private|corridor|region|economy|society|universities|schools|employers|landowners|farmers|visitors|operators)\b/i.test(
      name,
    ) &&
    !/^the (?:Regional|Local|Public)\b/.test(name)
  ) {
    return /^(?:the )?(?:[A-Z][\w'-]+ )+/.test(name) && !/\b(?:relevant|appropriate|other|interested)\b/i.test(name) && !plural.test(name)
      ? 'individual'
      : 'open_collective';
  }
  if (/^(?:the )?(?:parties|signatories|partners|two|three|four|both|participants)\b/i.test(name)) return 'closed_collective';
  if (/^(?:each|both|all|every|either|neither|no|any)\b/i.test(name))
    return /\b(?:party|parties|city|cities|county|counties|signator|member|government|state|town|municipalit|council|jurisdiction|partner|side|district|province|participant|authorit)/i.test(
      name,
    )
      ? 'closed_collective'
      : /^(?:each|both|all)/i.test(name)
        ? 'closed_collective'
        : 'open_collective';
  if (plural.test(name) && !/\bof (?:the )?[A-Z]/.test(name))
    return /\b(?:two|three|four|five|member|party|participating|signatory|compacting|the)\b/i.test(name)
      ? 'closed_collective'
      : 'open_collective';
  return 'individual';
}
