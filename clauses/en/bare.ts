/** English sentences without a modal: a present tense, an action point, a subjunctive, a bare imperative. */
import { isActor } from './actor.ts';
import { aims } from './aims.data.ts';
import { baseForm, verbKind } from './lexicon.ts';
import type { Modal } from './modal.ts';
import { subjectFrom } from './opening.ts';
import { readPredicate } from './predicate.ts';
import { bareConsequence } from './consequence/consequence.ts';
import { readLabelled } from './labelled.ts';
import { emptySubject, type State, trimmed, unsaid } from './state.ts';
import { readSubject, subjectStart } from './subject.ts';
import type { Time } from './time.ts';
import { bareVerb, followsVerb, nounLike } from './verb.ts';
import { ofClause } from './gates.ts';
import { matchesOf } from '../text/matches.ts';

const subjunctive = ofClause.gate(/^(.{2,120}?) be (?=[a-z]+(?:ed|en|de|ld|nt|id|lt|ne|wn|pt|ut|un|ept|aid|ought|et)\b)/i);

/** …that no further permits be issued: decided, so binding. */
export function readSubjunctive(state: State, start: number, end: number, times: readonly Time[]): boolean {
  const { text } = state;
  const match = subjunctive.exec(text.slice(start, end));
  if (match === null || / to$/.test(match[1] as string)) return false;
  const at = start + (match[1] as string).length;
  const lead = start + subjectStart(match[1] as string);
  // It is hoped that a bridge be built: a wish.
  const wished = /^\s*it is (?:hoped|expected|anticipated|envisaged|intended|desirable|desired)\b/i.test(text.slice(start, lead));
  const modal = unsaid(at, wished ? null : 'must', wished);
  readPredicate(state, modal, {
    subject: readSubject(text, lead, at),
    named: true,
    from: start,
    subjectAt: lead,
    limit: end,
    times,
    leading: times.filter((time) => time.end <= lead),
  });
  return true;
}

const behindComma = ofClause.gate(/^[^,;:]{3,100}, ((?:the )?[A-Z][\w'’-]*(?: (?:of )?[A-Z][\w'’-]*){0,4}) to ([a-z]+) /);
const thingHappens = ofClause.gate(
  / to (?:be [a-z]+(?:ed|en|t|ne|de|ld|id)\b|(?:fall|rise|drop|grow|increase|decrease|decline|reach|exceed|remain|stay|shrink|improve|double|halve|come down|go up|go down)\b)/,
);

/** The Chair asked all members to…: who is asked has to. */
const requested = ofClause.gate(
  /\b(asks?|asked|urge[sd]?|call(?:s|ed)? (?:up)?on|invite[sd]?|encourage[sd]?|request(?:s|ed)?|instruct(?:s|ed)?|direct(?:s|ed)?|task(?:s|ed)?|order(?:s|ed)?|remind(?:s|ed)?|commission(?:s|ed)?|mandate[sd]?|appeal(?:s|ed)? to|advise[sd]?|entitles?|empowers?|authori[sz]es?|permits?|allows?|obliges?|requires?|compels?|binds?) ((?:all |the |both |each |every |its |their |[A-Z]|(?:members|officers|staff|operators|delegates|participants|partners|residents|schools|departments|agencies|owners|landlords|employers|drivers)\b)[^,;]{0,60}?) to (?=[a-z])/,
);

/** Reads what somebody is asked, allowed or bound to do; `from` is where the expression was looked for. */
function readAsked(
  state: State,
  asked: RegExpExecArray,
  from: number,
  { start, end, times, leading }: { start: number; end: number; times: readonly Time[]; leading: readonly Time[] },
): boolean {
  const [whole, verb = '', who = ''] = asked;
  const at = from + asked.index + whole.length - 4 - who.length;
  const subject = readSubject(state.text, at, at + who.length);
  if (subject.names.length === 0) return false;
  const modal = unsaid(from + asked.index + whole.length, allows.test(verb) ? 'may' : 'must');
  readPredicate(state, modal, { subject, named: true, from: start, subjectAt: at, limit: end, times, leading });
  return true;
}
const allows = ofClause.gate(/^(?:urge|invite|encourage|appeal|recommend|advise|entitle|empower|authori|permit|allow|enable)/i);

const aimLabel = ofClause.gate(/^[^:;.]{2,90}: to [a-z]/);
const toVerb = ofClause.gate(/^([^,;:]{2,80}?) to ([a-z]+)\b/);

/** Stirling to confirm venue: an action point of minutes. */
export function readInfinitive(state: State, start: number, end: number, times: readonly Time[]): boolean {
  const { text } = state;
  const lead = subjectFrom(text, start, end, times);
  if (aimLabel.test(text.slice(lead, Math.min(end, lead + 110)))) {
    const parts = { named: true, from: start, subjectAt: lead, limit: end, times, leading: times.filter((time) => time.end <= lead) };
    if (readLabelled(state, lead, end, { modal: unsaid(lead, 'must'), parts })) return true;
  }
  const asked = requested.exec(text.slice(lead, Math.min(end, lead + 240)));
  if (asked !== null) {
    const leading = times.filter((time) => time.end <= lead);
    if (readAsked(state, asked, lead, { start, end, times, leading })) return true;
  }
  // Joint purchase of grit, Ashby to place the order: the one who has to stands behind the comma.
  const later = behindComma.exec(text.slice(lead, Math.min(end, lead + 200)));
  if (later !== null && verbKind(later[2] as string) !== undefined && isActor(later[1] as string)) {
    const name = later[1] as string;
    const at = lead + later.index + later[0].indexOf(name);
    const subject = readSubject(text, at, at + name.length);
    if (subject.names.length > 0) {
      readPredicate(state, unsaid(at + name.length + 4, 'must'), {
        subject,
        named: true,
        from: at,
        subjectAt: at,
        limit: end,
        times,
        leading: [],
      });
      return true;
    }
  }
  const match = toVerb.exec(text.slice(lead, end));
  if (match === null || /^(?:the|a|an|date)$/.test(match[2] as string)) return false;
  if (verbKind(match[2] as string) === undefined && !/^(?:be|have)$/.test(match[2] as string)) return false;
  const subject = readSubject(text, lead, lead + (match[1] as string).length);
  // Average waiting time to fall, culverts to be cleared: what has to happen to a thing.
  const happens =
    subject.names.length === 0 &&
    thingHappens.test(text.slice(lead + (match[1] as string).length, end)) &&
    !/^(?:it|there|this|that|how|what|who|where|when|whether|in order|so as)\b/i.test(match[1] as string);
  if (
    (subject.names.length === 0 && !happens) ||
    /\b(?:is|are|was|were|has|have|see|sees|note|notes|agree|need|likely|able|commitment|contribution|approach|access|right|attention|dedication)$/i.test(
      match[1] as string,
    )
  )
    return false;
  const at = lead + match[0].length - (match[2] as string).length;
  const modal = unsaid(at, 'must');
  readPredicate(state, modal, {
    subject,
    named: true,
    from: start,
    subjectAt: lead,
    limit: end,
    times,
    leading: times.filter((time) => time.end <= lead),
  });
  return true;
}

/** What was, or was said: no duty. */
const reported = ofClause.gate(
  /\b(?:was|were|had|has been|have been|felt|presented|noted|reported|discussed|considered|received|heard|thanked|observed|remarked|commented|explained|gave an update|briefed|recalled|regretted|said|stated|announced|indicated|(?:is|are) (?:hereby )?(?:made|entered into|concluded|signed)(?= (?:and entered into )?(?:by|between|among|on|this|at|in) )|expressed|requires?|remains?(?! (?:in (?:force|effect|place|office|operation|service|use)|open|closed|liable|responsible|bound|valid|available|with)\b)|depends?|includes?|contains?)\b/i,
);

/** What a relative clause or a condition says of something is not what the sentence says. */
const aside =
  /(?:^\s*|,? )\b(?:[WI](?:here|hen|f)|[UO]nless|[UO]nce|that|which|who|whose|as|if|when|where|unless|until|once|after|before|than|for which)\b [^,;]*/g;

const headless = ofClause.gate(/^(?:Whoever|Whichever [a-z]+|Anyone who|Those who) /);

/** A river acts by itself. */
const nature = ofClause.gate(
  /^\s*(?:the |this |these |an? )?(?:(?!of\b)[\w-]+ ){0,2}(?:river|lake|aquifer|valley|catchment|estuary|bridge|tunnel|road|railway|population|forest|coast|coastline|floodplain|reservoir|canal|corridor|landscape)s? (?!by\b)([a-z]+)\b/i,
);

/** Valley Library Service: the name of somebody, not a valley. */
const actsByItself = (text: string): boolean => {
  const next = nature.exec(text)?.[1] ?? 'A';
  return /^[a-z]/.test(next) && !isActor(`the ${next}`);
};
/** …completed the first phase: done already. */
const done = ofClause.gate(/^ (?:the|an?|its|their|all|both|some|\d)\b/);

const mannerFirst = ofClause.gate(/^[A-Z][a-z]+ly,? (?=([a-z]+) )/);
const restrictive = ofClause.gate(/\b(?:that|which|who)(?: (?:[a-z]+ly|twice|once|not|also|still|then|again|already))?$/);
const reducedRelative = ofClause.gate(
  /^(?:assisted|supported|helped|backed|composed|comprising|located|situated|working|acting|including|based|made|consisting|held|called|known)$/,
);
const completes = ofClause.gate(
  /(?:^|\s)(?:a|an|the|its|their|of|each|every|any|no|by|in|on|for|with|per|as|under|from|to|at|than|into|between|among|against|over|through|within|without|this|these|those|all|such|both|about)$/i,
);

const lowerWord = / ((?:co-)?[a-z]+)(?= |$|[.,;])/g;

/** A sentence without a modal: named subject and a present-tense verb, or a bare imperative. */
export function readBare(state: State, start: number, end: number, times: readonly Time[], avowed = false): void {
  const { text } = state;
  const piece = text.slice(start, end);
  const lead = subjectFrom(text, start, end, times, true);
  if ((!state.resolved && !avowed && reported.test(piece.replace(aside, ''))) || actsByItself(text.slice(lead, end))) return;
  // Gradually phase in…: how it is done, before an act that nobody is named for.
  const manner = mannerFirst.exec(text.slice(lead, Math.min(end, lead + 60)));
  if (
    manner !== null &&
    !/^(?:Monthly|Weekly|Quarterly|Daily|Yearly|Supply|Family|Assembly)/.test(manner[0]) &&
    bareVerb(manner[1] as string) &&
    !nounLike.has(manner[1] as string)
  )
    return readBare(state, lead + manner[0].length, end, times);
  const rest = text.slice(lead, end);
  const first = /^[A-Za-z]+/.exec(rest)?.[0] ?? '';
  if (readFounded(state, lead, end)) return;
  const breach = bareConsequence(text.slice(start, end));
  if (breach !== undefined) {
    readLoss(state, start + breach.verb, { start, end, lead, length: breach.length, times });
    return;
  }

  const carried = state.drafts.length > 0 || state.deontic !== undefined;
  const parts = { named: false, from: start, subjectAt: lead, limit: end, times, leading: times.filter((time) => time.end <= lead) };
  const modal: Modal = unsaid(lead, carried ? (state.deontic ?? null) : null, state.hedged);
  if (readLabelled(state, lead, end, { modal, parts })) return;
  // Harrow Transit leads…: a name that is also a verb.
  if (
    aims.has(first.toLowerCase()) ||
    (bareVerb(first) &&
      !inflected(rest.slice(first.length)) &&
      !/^ (?:and|or|each|both) /.test(rest.slice(first.length)) &&
      /^ (?:the |a |an |all |[a-z\d])/.test(rest.slice(first.length)))
  ) {
    const before = state.drafts.length;
    readPredicate(state, modal, { ...parts, subject: state.subject });
    const owner = owned.exec(text.slice(start, end));
    const draft = state.drafts[before];
    if (owner !== null && draft !== undefined) {
      const name = owner[1] as string;
      const at = start + owner.index + owner[0].indexOf(name);
      if (draft.subject.names.length === 0) draft.subject = { ...emptySubject, names: [{ start: at, end: at + name.length }] };
      draft.time ??= times.find((time) => time.start >= at) ?? null;
    }
    return;
  }
  for (const match of matchesOf(lowerWord, rest)) {
    const word = match[1] as string;
    const left = rest.slice(Math.max(0, match.index - 40), match.index);
    // Whoever damages a mooring pays: the first verb belongs to who it is.
    if (headless.test(rest) && match.index === rest.search(/ [a-z]+s\b/)) continue;
    // A council that is absent loses…: the verb of the relative clause is not the one.
    if (restrictive.test(left) || (word === 'found' && / found (?:to|guilty|in|inside)\b/.test(rest.slice(match.index, match.index + 14))))
      continue;
    if (reducedRelative.test(word)) continue;
    if (completes.test(left)) {
      // Harrow and Ashby each appoint…: it stands for the names before it.
      if (!/[a-z] (?:each|both|all)$/.test(left) || !acts(text, lead, lead + match.index - 5)) continue;
    }
    // A vibrant, connected and caring region: no verb, but what something is like.
    if (/ed$/.test(word) && (/,$/.test(left) || /^ (?:and|or) [a-z]+/.test(rest.slice(match.index + 1 + word.length)))) continue;
    // Sums recovered as fines are shared: what was done to them is not what is done.
    if (
      behindNoun.test(`${word}${rest.slice(match.index + 1 + word.length, match.index + 16 + word.length)}`) &&
      finite.test(rest.slice(match.index + word.length))
    )
      continue;
    const at = lead + match.index + 1;
    // Minutes not contested stand approved.
    if (
      /^(?:is|are)$/.test(word) ||
      (/^stands?$/.test(word) &&
        /^ (?:approved|adopted|accepted|confirmed|agreed|cancelled|suspended|dissolved|dismissed|rejected|withdrawn|amended|renewed|forfeited|revoked|extended)\b/.test(
          text.slice(at + word.length),
        ))
    ) {
      const subject = readSubject(text, lead, at);
      readPredicate(
        state,
        { ...modal, start: at, end: at, deontic: subject.negative && /^no\b/i.test(text.slice(lead, at)) ? 'must_not' : null },
        { ...parts, named: true, subject },
      );
      return;
    }
    if (/ing$/.test(word)) continue;
    const base = baseForm(word.replace(/^co-/, ''));
    // Every bus stop: of one thing the verb would have its s.
    if (word === base && !state.resolved && /^(?:every|each|an?|this|that) /i.test(rest)) continue;
    const after = text.slice(at + word.length + 1, at + word.length + 30);
    // The Treasurer reports to the Board: behind one who acts it is the verb.
    const proven =
      followsVerb.test(text.slice(at + word.length + 1)) ||
      (/[^s]s$/.test(word) &&
        /^(?:to|on|with|at|every|once|twice|monthly|annually|quarterly|weekly|back)\b/.test(after) &&
        !/s$/.test(left) &&
        acts(text, lead, at - 1));
    if (
      !aims.has(base) &&
      !(verbKind(base) === 'verb' && acts(text, lead, at)) &&
      !(verbKind(base) === 'noun' && proven && acts(text, lead, at)) &&
      !moving.test(base)
    )
      continue;
    if ((nounLike.has(word) || nounLike.has(base)) && !proven) continue;
    if (descriptive.test(base) && parts.times.length === 0) return;
    if (/ed$/.test(word) && baseForm(word) !== word && done.test(text.slice(at + word.length, at + word.length + 8))) return;
    const subject = readSubject(text, lead, at);
    const second = secondClause(text, at + word.length, end);
    const limit = second < 0 ? end : second;
    readPredicate(
      state,
      {
        ...modal,
        start: at,
        end: at,
        deontic: subject.negative && /^no\b/i.test(text.slice(lead, at)) ? 'must_not' : binding(state, word, base),
      },
      { ...parts, named: true, subject, limit },
    );
    if (second >= 0) readBare(state, second, end, times);
    return;
  }
}

/** Members in arrears lose the right to vote: what follows the failure is the act and its own consequence. */
function readLoss(
  state: State,
  verb: number,
  { start, end, lead, length, times }: { start: number; end: number; lead: number; length: number; times: readonly Time[] },
): void {
  const before = state.drafts.length;
  const subject = readSubject(state.text, lead, verb);
  // Breach entitles the Agency to terminate: what follows is that it may.
  const entitled = requested.exec(state.text.slice(verb, end));
  if (entitled !== null && entitled.index === 0 && readAsked(state, entitled, verb, { start, end, times, leading: [] })) {
    const draft = state.drafts[before];
    if (draft !== undefined) draft.orElse = trimmed(state.text, verb, end);
    state.drafts.length = before + 1;
    return;
  }
  readPredicate(state, unsaid(verb, null), { subject, named: true, from: start, subjectAt: lead, limit: end, times, leading: [] });
  const draft = state.drafts[before];
  if (draft === undefined) return;
  draft.orElse ??= trimmed(state.text, verb + length, end);
  // Of two consequences the first is the act, the second goes with it.
  state.drafts.length = before + 1;
}

/** Harrow suspends…: a verb stands behind it, so that it is a name. */
const inflected = (after: string): boolean => {
  const word = /^ ([a-z]+)s (?=[a-z\d$€£])/.exec(after)?.[1];
  const kind = word === undefined ? undefined : verbKind(baseForm(`${word}s`));
  return word !== undefined && (kind === 'verb' || (kind !== undefined && followsVerb.test(after.slice(word.length + 3))));
};

/** What a thing does by itself. */
const moving = ofClause.gate(/^(?:stay|amount|shrink|double|halve|cost|last|expire|accrue)$/);

/** Verbs by which somebody binds himself: guarantees a minimum pressure, commits itself to. What is decided binds too. */
const promises = ofClause.gate(/^(?:guarantee|undertake|pledge|commit|promise|ensure|warrant|covenant|assure|vow|swear)$/);

const binding = ({ resolved }: State, word: string, base: string): 'must' | null =>
  promises.test(base) || (resolved && word === base) ? 'must' : null;

/** True if what stands before the verb is nothing but somebody who can act. */
const acts = (text: string, from: number, to: number): boolean => {
  const phrase = text.slice(from, to).trim();
  return !/ (?:of|for|in|on|at|from|to|with|by)$/.test(phrase) && readSubject(text, from, to).names.length > 0;
};
const behindNoun = ofClause.gate(
  /^(?:[a-z]+ed|found|held|made|built|left|lent|sold|kept|sent|given|taken|caught|paid|owed|known|lost|spent|unspent|won|drawn|bought) (?:to|in|by|under|as|for|from|not|at|on|with|within|during|since|over|above|below|between|through|but|and|after|before|into|up|out|inside|outside)\b/,
);
const finite = ofClause.gate(/ (?:is|are|[a-z]{2,}s) /);

/** …finalise the licence (Hart, by 4 December 2026): who has to, behind the task. */
const owned = ofClause.gate(
  / \((?:(?:action|owner|lead|responsible) ?:? )?((?:the )?[A-Z][\w'’&-]*(?: (?:of |and |& )?[A-Z][\w'’&-]*){0,4})(?:[,;:] [^()]{3,60})?\)[\s.]*$/,
);

/** What somebody is or has, not what they do. */
const descriptive = ofClause.gate(
  /^(?:lie|border|adjoin|face|suffer|depend|have|own|contain|include|number|cover|straddle|span|form|belong|exist|stretch|rise|flow|lack|know|think|feel|believe|understand|remember|seem|appear|sit|stand|live|comprise|hail|differ|resemble|like|love|hope|date|owe)$/,
);

const founded = ofClause.gate(
  /^(.{2,160}?),? (?:is|are) (?:hereby )?(established|created|set up|constituted|formed|designated|appointed|named|recognised|recognized)(?: as)?\b ?(.*)$/i,
);

/** A commission composed of … is hereby established · X is designated as the depository. */
function readFounded(state: State, start: number, end: number): boolean {
  const { text } = state;
  const match = founded.exec(text.slice(start, end));
  if (match === null) return false;
  const [whole, name = '', verb = '', rest = ''] = match;
  const entity = name.replace(/,? (?:composed|comprising|consisting|made up|which|with) .*$/i, '');
  const aim = start + name.length + whole.slice(name.length).indexOf(verb);
  const holds = /^(?:designated|appointed|named|recogni)/i.test(verb);
  const subject = holds ? readSubject(text, start, start + entity.length) : emptySubject;
  const object = rest.replace(/[\s.,;]+$/, '');
  const restAt = start + whole.length - rest.length;
  state.drafts.push({
    subject,
    named: holds,
    deontic: null,
    hedged: false,
    aim: { start: aim, end: aim + verb.length },
    object: holds && object !== '' ? { start: restAt, end: restAt + object.length } : { start, end: start + entity.length },
    time: null,
    indicator: null,
    conditions: [],
    orElse: null,
    span: trimmed(text, start, end),
    passive: true,
    founds: true,
  });
  return true;
}

/** Ashby provides 12 vehicles and Harrow provides 8: where the second clause begins, or -1. */
function secondClause(text: string, from: number, end: number): number {
  for (const match of text.slice(from, end).matchAll(/,? and (?=(?:the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,4} ([a-z]+s) )/g)) {
    if ((aims.has(baseForm(match[1] as string)) || verbKind(baseForm(match[1] as string)) === 'verb') && !nounLike.has(match[1] as string))
      return from + match.index;
  }
  return -1;
}
