/**
 * Consequences of breach in English. A text says one if it names a failure (`failure.ts`) and what follows from it: money
 * (`money.ts`), something taken away (`withholding.ts`), another who acts instead (`stepIn.ts`), an end (`ending.ts`), or somebody
 * who has to answer for it (`answer.ts`); or if words that mean nothing else join it to a duty (`link.ts`). How grave the failure is
 * decides how much has to follow: procedures and incentives name thresholds and omissions too.
 */
import type { Deontic } from '../../reading.ts';
import { aloneConsequence } from './alone.ts';
import { commonBreach, commonPenalty } from './common.ts';
import { answers, answersAnywhere, benign, superior } from './answer.ts';
import { detriment } from './detriment.ts';
import { ended, endedAnywhere } from './ending.ts';
import { type Failure, failureIn, failuresIn, type NamedFailure } from './failure.ts';
import { elsewise, entitling } from './link.ts';
import { fine, isCharge, pays, priceOfBreach, rated } from './money.ts';
import { instead, replaced } from './stepIn.ts';
import { behind, fronted, mainOf } from './zones.ts';
import { cutOff, haveLess, heldBack, privilege, stake, taken } from './withholding.ts';
import { ofClause } from '../gates.ts';

/** Nobody forfeits or is fined without a breach. */
const always = ofClause.gate(
  /^(?:forfeit|(?:be )?(?:fined|barred|debarred|disqualified|penali[sz]ed)\b|incur (?:a|an|the) (?:penalty|fine|charge|surcharge)|pay (?:a |an )?(?:penalty|fine|liquidated damages|surcharge)|lose (?:its|their|the|all|one|two|three|\d)\b|have (?:its|their|his|her) (?:[\w'’-]+ ){1,4}?(?:suspended|revoked|withdrawn|withheld|forfeited|docked|clawed back|confiscated)\b|(?:be )?(?:held to account|called to account|dealt with severely|brought to account|(?:publicly )?(?:critici[sz]ed|reprimanded|censured|admonished|rebuked)|summoned (?:for|to) (?:an? |the )?(?:interview|talk|explanation|hearing))\b)/i,
);

/** Acts that stop something: a consequence if it is a stake of somebody, else only a way to run a service. */
const stops = ofClause.gate(/^(?:suspend|withdraw|cancel|reduce|cut|lower|remove|stop|close|increase|raise|add|recover|exclude)\b/i);
const penalPassive = ofClause.gate(
  /^(?:be )?(?:suspended|revoked|withdrawn|withheld|excluded|expelled|removed|disqualified|barred|forfeited|fined|deducted|docked|halved|cancelled|clawed back|withhold|deduct|revoke|expel|disqualify|penali[sz]e|claw back|reclaim|debar)\b/i,
);
const threatened = ofClause.gate(/\bfines?\b|\bpenalt/i);
const costly = ofClause.gate(/\b(?:expense|cost|costs|charge|recover|invoice|bill|deduct)\b/i);
const tame = ofClause.gate(
  /^(?:be )?(?:publish|record|notif|rated|ranked|subject to|convene|meet|call on|report (?:the|that|this|it|on the)|remind|review|audited)/i,
);

const near = (form: RegExp, text: string, limit: number): boolean => {
  const index = form.exec(text.slice(0, limit + 40))?.index ?? -1;
  return index >= 0 && index < limit;
};

/** Somebody else does it: with a fault always, after an omission only if he may or at the other's cost. */
function actsInstead(kind: Failure, predicate: string, deontic: Deontic): boolean {
  if (!instead.test(predicate) && !near(replaced, predicate, 60)) return false;
  if (
    costly.test(predicate) ||
    /^(?:make the appointment|appoint|nominate)\b|\b(?:set|fixed|determined) by\b|\b(?:in (?:its|their) (?:place|stead)|on (?:its|their) behalf)\b/i.test(
      predicate,
    )
  )
    return true;
  if (/^(?:be )?[a-z]+ed\b/.test(predicate) && !/\bby\b/.test(predicate)) return false;
  return kind === 'fault' || deontic === 'may';
}

/** What was missed is done after all. */
export const putRight = ofClause.gate(/^(?:be )?(?:made up|repaired|completed|cleared|remedied|corrected|rescheduled|replaced)\b/i);
const failureNoun = ofClause.gate(
  /^(?:[\w'’-]+ ){0,4}?(?:absences?|breach(?:es)?|delays?|defaults?|failures?|violations?|non-[a-z]+|lateness|misconduct|negligence|irregularities|shortfalls?|(?:a|any|each|every) missed [a-z]+|responsibility for (?:a |any |the )?(?:missed|delay|breach|fail|damage|loss)[a-z]*)\b/i,
);
const mended = ofClause.gate(
  /^(?:be )?(?:repair|remed|correct|complet|clear|reschedul|replac|notif|report(?:ed)? to the other|discuss|avoid|minimi|prevent|kept|made up|resolv|settl|compensated by|carried over|excused|allowed|permitted|explained by|deemed (?:not|no))\w*/i,
);

/** The failure itself is the subject and something is done about it other than mending: unexcused absence shall be recorded. */
const happensTo = (subject: string, predicate: string): boolean => {
  const said = subject.trim();
  return failureNoun.test(said) && /^(?:be )?[a-z]+(?:ed|en|t|ne)\b/i.test(predicate) && !mended.test(predicate);
};

/** True if the predicate, whose verb stands first, is what follows a failure of this kind. */
function follows(kind: Failure, subject: string, predicate: string, deontic: Deontic): boolean {
  if (/^means\b/.test(predicate) || (putRight.test(predicate) && !/\bby\b|\bcost\b|\bexpense\b/i.test(predicate))) return false;
  if (haveLess.test(predicate) || (stake.test(subject) && cutOff.test(predicate))) return true;
  if (kind === 'threshold') {
    return near(pays, predicate, 4) || penalPassive.test(predicate);
  }
  if (kind === 'incapacity') return near(pays, predicate, 4) && /\b(?:it|they)\s*$/i.test(subject.trimEnd());
  if (deontic === 'must_not')
    return privilege.test(predicate) || /^have (?:[\w'’-]+ ){0,3}(?:vote|voice|say|seat|claim|right|share|access)\b/i.test(predicate);
  if (near(pays, predicate, 30) || /\bat (?:its|their|the [\w'’ ]{2,30}|[A-Z]\w+['’]s?) (?:own )?(?:expense|cost)\b/.test(predicate))
    return true;
  if (near(taken, predicate, 25) && (!stops.test(predicate) || stake.test(predicate.slice(0, 70)) || kind === 'fault')) return true;
  if (ended.test(predicate)) return true;
  if (happensTo(subject, predicate)) return true;
  if (benign.test(predicate)) return false;
  if (actsInstead(kind, predicate, deontic)) return true;
  if (!answers.test(predicate)) return false;
  return kind === 'fault' ? !/^report\b/i.test(predicate) || superior.test(predicate) : !tame.test(predicate);
}

const denied = ofClause.gate(/\b(?:no|not|nothing)\b/i);
const moneyFirst = ofClause.gate(/^\s*(?:pay|credit|refund|deduct|reimburse|compensate)/i);
const perUnitFirst = ofClause.gate(/^\s*for (?:each|every|any) (?:day|week|month|hour|tonne|percentage point)/i);

/**
 * True if a predicate is itself the consequence: where a Party is unable to supply…, it shall pay….
 * @param before condition and subject in front of the modal
 * @param trailing conditions behind the verb
 * @param predicate text from the verb on
 */
export function isPenalty(before: string, trailing: string, predicate: string, deontic: Deontic): boolean {
  if (always.test(predicate)) return true;
  const conditions = `${before} ${trailing}`;
  const failure = failureIn(conditions);
  if (moneyFirst.test(predicate) && rated.test(predicate)) return true;
  const priced = perUnitFirst.test(before);
  if (priced && failure !== undefined && /^(?:pay|buy|plant|credit|refund|deduct|reimburse|compensate|forfeit)/i.test(predicate))
    return true;
  if (fine.test(before) || isCharge(`${before} ${predicate}`)) {
    if (threatened.test(before) && failureIn(`${conditions} ${predicate}`) !== undefined && isCharge(`${before} ${predicate}`)) return true;
    if (failure?.kind === 'fault' && isCharge(`${before} ${predicate}`)) return true;
    if (/\b(?:damages|penalt\w+|interest)\b/i.test(before) && isCharge(`${before} ${predicate}`) && failureIn(predicate) !== undefined)
      return true;
  }
  if (
    (deontic === 'must_not' || denied.test(before)) &&
    heldBack.test(`${before} not ${predicate}`) &&
    stake.test(`${before} ${predicate.slice(0, 60)}`)
  )
    return failuresIn(`${conditions} ${predicate}`).some(({ kind }) => kind !== 'threshold');
  if (failuresIn(conditions).some(({ kind }) => follows(kind, before, predicate, deontic))) return true;
  if (deontic !== 'must_not' && !benign.test(predicate) && !putRight.test(predicate) && commonPenalty(conditions, predicate)) return true;
  return aloneConsequence(before, trailing, predicate, deontic);
}

const afterModal = (main: string): string =>
  main.replace(/^.*?\b(?:shall|will|must|may|can|is|are|would|stands?)\b (?:be |then |itself )*/i, '');

/**
 * True if a sentence after a duty says what its breach brings: late tables are prepared by an outside auditor.
 * @param bearers names of those whose duty it is
 * @param forbidden true if the duty is a prohibition, so that doing it is the breach
 */
export function isBreach(sentence: string, bearers: readonly string[] = [], forbidden = false): boolean {
  const text = sentence.slice(0, 600);
  if (
    forbidden &&
    /^[\s,]*(?:and )?(?:an?|any|each|every|whoever|anyone|the) [^,;]{0,60}?\b(?:doing so|do(?:es)? so|did so|such [a-z]+)\b/i.test(text)
  )
    return true;
  if (
    /^\s*until (?:then|(?:it|they|this|that|the \w+(?: \w+)?) (?:has|have|is|are|does|do)\b)[^,;]*, [^;]*\b(?:no|not|nothing|neither)\b/i.test(
      text,
    )
  )
    return true;
  // No boats pass, and none may be built, before it has done so.
  if (/\b(?:not|no|nothing|neither)\b[^;]*\b(?:until|before) (?:it|they|this|that|he|she) (?:has|have|is|are) (?:been )?done\b/i.test(text))
    return true;
  if (elsewise.test(text) || priceOfBreach.test(text) || commonBreach(text)) return true;
  if (isCharge(text) && (fine.test(text) || failureIn(text) !== undefined)) return true;
  if (heldBack.test(text) && stake.test(text)) return true;
  const held = /^\s*((?:[\w'’-]+ ){1,6}?)(?:is|are|shall be|will be|may be|can be|shall|will|may) (?=[a-z])/i.exec(text);
  const failures = failuresIn(text);
  if (
    held !== null &&
    stake.test(held[1] as string) &&
    cutOff.test(text.slice(held[0].length)) &&
    (failures.length > 0 || /\b(?:if|for (?:each|every)|unless|until|as long as)\b/i.test(text))
  )
    return true;
  return failures.some((failure) => brings(text, failure, bearers));
}

/** True if the sentence, which names this failure, says what follows from it. */
function brings(text: string, { kind, index }: NamedFailure, bearers: readonly string[]): boolean {
  if (/\bensure\b/i.test(text.slice(0, index))) return false;
  const main = mainOf(text, index);
  if (main === undefined) return false;
  const predicate = afterModal(main);
  if (kind !== 'threshold' && entitling.test(main)) return true;
  if (kind === 'fault') return !benign.test(text);
  if (kind === 'threshold') return pays.test(main) || penalPassive.test(predicate) || taken.test(main);
  if (kind === 'incapacity') return (pays.test(main) && /^\s*(?:it|they)\b/i.test(main)) || (bearers.length > 0 && replaced.test(main));
  if (open(text, index, main, bearers)) return true;
  if (/\b(?:shall|will|may|must) not\b|\bcannot\b/i.test(main) && privilege.test(predicate.replace(/^not /i, ''))) return true;
  if (fine.test(main) || haveLess.test(main.trimStart().replace(/^[A-Z]\w+ /, ''))) return true;
  if (pays.test(main) || taken.test(main) || endedAnywhere.test(main) || replaced.test(main)) return true;
  if (instead.test(predicate) && (/\b(?:may|can)\b/i.test(main) || costly.test(main) || /\btake over\b/i.test(main))) return true;
  return answersAnywhere.test(main) && !benign.test(main);
}

/** Right after a duty, “if it does not” can only mean that duty: what somebody else does then is its consequence. */
function open(text: string, index: number, main: string, bearers: readonly string[]): boolean {
  if (bearers.length === 0 || benign.test(text) || /\buntil\b/i.test(text.slice(index, index + 6))) return false;
  const conditional = fronted.test(text) || behind.test(text.slice(0, index + 2));
  const who = main.trimStart().replace(/^the /i, '');
  return conditional && !/^(?:it|they)\b/i.test(who) && !bearers.some((name) => who.startsWith(name.replace(/^the /i, '')));
}

const losing = ofClause.gate(
  /^([^;]{4,160}?) ((?:(?:is|are) (?:automatically |immediately )?(?:[a-z]+ed|withheld|withdrawn|cut|lost|struck|deemed|void|frozen|taken|recoverable|repayable|refundable|payable|ineligible|forfeit)|results? in|entails?|leads? to|incurs?|attracts?|triggers?|means|carr(?:y|ies)|costs?|forfeits?|brings?|involves?|makes?|loses?|drops? out|hands? back|gives? up|stands? down|disqualif(?:y|ies)|deprives?|reduces?|suspends?|entitles?|reverts?|lapses?|bears?|pays?|repays?|ha(?:s|ve) no(?= (?:further |more )?(?:vote|voice|say|claim|right|seat|share|access|part|entitlement)\b)|doubles?|ends?|voids?|releases?|invalidates?|(?:stays?|remains?) (?:off|out of|closed|grounded|without))(?: |(?=[.,]|$)))/i,
);

/** A failure that costs something, without a modal: non-attendance entails loss of the vote. Where the consequence begins. */
export function bareConsequence(sentence: string): { readonly verb: number; readonly length: number } | undefined {
  if (fronted.test(sentence)) return frontedLoss(sentence.slice(0, 400));
  const match = losing.exec(sentence.slice(0, 400));
  if (match === null) return undefined;
  const [, subject = '', verb = ''] = match;
  if (lapsing(sentence.slice(0, 400), subject, verb)) return { verb: subject.length + 1, length: verb.trimEnd().length };
  // A definition brings nothing.
  if (/^means/i.test(verb) && /^[\s(]*(?:for the purposes? of|[‘'“"])/i.test(subject)) return undefined;
  const failure = failureIn(subject);
  if (
    failure === undefined ||
    (failure.kind !== 'fault' && failure.kind !== 'omission' && !/^(?:pays?|loses?|forfeits?|bears?|costs?|ha(?:s|ve) no)/i.test(verb))
  )
    return undefined;
  const said = `${verb}${sentence.slice(subject.length + 1 + verb.length)}`.replace(/^(?:is|are) /i, '');
  const verbs =
    /^(?:ha(?:s|ve) no|result|entail|lead|incur|attract|trigger|mean|carr|cost|forfeit|bring|lose|disqualif|deprive|reduce|suspend|entitle|void|invalidate|stays|remains)/i;
  if (
    !follows(failure.kind, subject, said, null) &&
    !(verbs.test(verb) && (taken.test(said) || pays.test(said) || answersAnywhere.test(said) || detriment.test(said)))
  )
    return undefined;
  return { verb: subject.length + 1, length: verb.trimEnd().length };
}

/** The right lapses where no nomination has been made: a stake that goes, and behind it what was not done. */
function lapsing(sentence: string, subject: string, verb: string): boolean {
  if (
    !stake.test(subject) ||
    !/^(?:lapses?|ends?|reverts?|ceases?|expires?|(?:is|are) (?:lost|forfeit\w*|void|withdrawn|suspended))/i.test(verb)
  )
    return false;
  const condition = /\b(?:if|where|unless|until|when|as soon as)\b.*/i.exec(sentence.slice(subject.length + verb.length));
  return condition !== null && failuresIn(condition[0]).some(({ kind }) => kind === 'fault' || kind === 'omission');
}

const present = ofClause.gate(
  /^ ((?:(?:the|its|any|all|an?|each|every|their|his|her|no) )?(?:[\w'’-]+ ){0,5}?(?:[\w'’-]+|it|they)) ((?:is|are) (?:then |automatically |again )?(?:[a-z]+ed|withheld|withdrawn|cut|lost|struck|void|frozen|taken|sent|given)|(?:goes|go|pass|passes|falls?|loses?|pays?|repays?|meets?|bears?|returns?|reverts?|lapses?|forfeits?|drops?|owes?|answers?|stands?|ceases?|ends?|rises?|doubles?|carries|becomes?|counts?|steps?|takes?|refunds?|compensates?|reimburses?|indemnifies|appears?|surrenders?|vacates?|shrinks?))(?=[ .,]|$)/,
);

/** If the contract has not been let, the money goes back: a failure in front, and a present tense that costs something. */
function frontedLoss(sentence: string): { readonly verb: number; readonly length: number } | undefined {
  if (/\b(?:shall|will|must|may|can|should be)\b/i.test(sentence)) return undefined;
  for (const { kind, index } of failuresIn(sentence)) {
    const comma = sentence.indexOf(',', index);
    if (comma < 0 || kind === 'threshold' || kind === 'incapacity') continue;
    const match = present.exec(sentence.slice(comma + 1));
    if (match === null) continue;
    const [, subject = '', verb = ''] = match;
    const said = `${verb}${sentence.slice(comma + 1 + match[0].length)}`;
    if (!detriment.test(said) || benign.test(said)) return undefined;
    return { verb: comma + 3 + subject.length, length: verb.length };
  }
  return undefined;
}
