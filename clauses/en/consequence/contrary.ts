/**
 * What stands against a duty that was said before. Words that alone would name no failure do so beside the duty: the road is *blocked*
 * that was to be kept free, households are *left dry* that were to be supplied, a journey goes by *another* route than the one
 * prescribed, works are *still* standing *after* the day. Kinds of contrary, not verbs of breach: negation, time gone by, otherwise than
 * prescribed, lack, harm and hindrance, too much or too little.
 */
import type { PartGated } from '../../text/gate.ts';
import { ofClause } from '../gates.ts';
import { failuresIn } from './failure.ts';

const either = (parts: readonly string[]): PartGated => ofClause.gate(new RegExp(`\\b(?:${parts.join('|')})\\b`, 'i'));

/** A word that its first syllables deny: unaccounted, non-resident, mislaid, disregarded, incomplete. */
const denied =
  'un(?!der|i(?:t|f|on|v|q|l)|less|til|to\\b|animous)[a-z]+(?:ed|en|t|ly|able|ible|ent)|non-[a-z]+|mis(?!sion|s\\b|ter)[a-z]+|dis(?:regard|honou?r|obey|appear|continu|allow)[a-z]*|in(?:complete|correct|valid|effective|operative|sufficient|adequate|accurate|eligible|active|action)(?:ly)?|im(?:proper|perfect)(?:ly)?|ir(?:regular)(?:ly)?|il(?:legal|legible|licit)(?:ly)?';

const kinds = [
  // Negation.
  either([
    '(?<!(?:shall|will|may|must|would) )not(?! (?:more|less|later|fewer|exceed\\w*|only|apply|affected))',
    "n[’']t",
    'none|nobody|never|neither|nothing',
    'no (?!(?:later|less|more|fewer|objection|party)\\b)(?=[a-z]+)',
    denied,
    'omit\\w*|omissions?|absen(?:t|ce)|lack(?:s|ed|ing)?|wanting|for want of|without|devoid|empty|vacant|silence|silent|blank|short(?:age|fall)?|deficien\\w+|deficits?',
  ]),
  // Time gone by.
  either([
    '(?:after|beyond|past|later than|since) (?:day |the )?\\d+\\w*(?: [A-Z][a-z]+)?',
    '(?:after|beyond|past) (?:that|this|the|its|such|the said|those|these)',
    'afterwards|subsequently|pending|(?:open|unfinished) (?=[a-z]+s\\b)|still|belated(?:ly)?|tard\\w+|too late|late(?:r|ness)?\\b(?! than)|longer|thereafter|meanwhile|in the meantime|behind(?: with| in| schedule)?|beyond|expired?|lapsed?|laps(?:e|ing)|outstanding|remain(?:s|ing)?|by then|on that date|at that (?:date|time)|until|the third|for the (?:second|third) time|twice|repeat\\w*|again|goes on|continu(?:es|ing)|persist\\w*',
  ]),
  // Otherwise than prescribed.
  either([
    '(?:any|an|all|some)?other(?! (?:part(?:y|ies)|side|member|council|town|city|county|signator\\w+|state))|another|anything else|elsewhere|otherwise|other than|different(?:ly)?|instead|regardless|nevertheless|nonetheless|notwithstanding this|despite|in spite of|contrary|at variance|departs?|departing|departure from|deviat\\w+|diverg\\w+|outside|wrong(?:ly)?|alter(?:s|ed|ing)|evad\\w+|circumvent\\w*|bypass\\w*|in lieu',
  ]),
  // Harm and hindrance, loss, giving up.
  either([
    'block(?:s|ed|ing)|obstruct\\w*|hinder\\w*|hindrance|imped\\w+|interfer\\w+|prevent(?:s|ed|ing)|abandon\\w*|turn(?:s|ed|ing)? (?:[a-z]+ ){0,2}(?:away|down|off|red|back)|chok\\w+|clog\\w*|jam(?:s|med)|miss(?:es|ed|ing)|thwart\\w*|frustrat\\w+|(?:holds?|holding|held) (?:[a-z]+ ){0,2}(?:back|up)|divert\\w*|deplet\\w+|damag\\w+|harm\\w*|injur\\w+|leak(?:s|ed|ing)|fallow|dry|dark|idle|idling|conceal\\w*|hid(?:es|den|ing)|suspended|clos(?:ure|ed)|loss(?:es)?|lost|excess\\w*|declin(?:es|ed|ing)|ignor(?:es|ed|ing)|drop(?:s|ped)|contaminat\\w+|pollut\\w+|deteriorat\\w+|spoil\\w*|spill\\w*|undercut\\w*|abus\\w+|break(?:s|ing|age|down)|broken|withdr[ae]w\\w*|withh[oe]ld\\w*|cancel\\w*|stop(?:s|ped|page)?|ceas\\w+|interrupt\\w*|detain\\w*|wast(?:es|ed|ing)|defect\\w*|fault\\w*|error\\w*|accident|incident|complaint\\w*|regress\\w*|downgrad\\w*|decay\\w*|neglect\\w*|object(?:s|ed|ing)|oppos\\w+|reject\\w*|refus\\w+|repudiat\\w*|resil\\w+|renounc\\w*|hoard\\w*|waiver|wilful\\w*|reckless\\w*|careless\\w*',
  ]),
  // Too much, too little.
  either([
    'exceed\\w*|surpass\\w*|overshoot\\w*|over (?:the|this|that|its|their)|above(?! all)|below|under (?:the |this |that )?\\d|fewer|less than|lower|smaller|reduced|dips?|falls?|fell|worse|too (?:few|little|much|many|high|low|long)|more than|in excess|beneath|insufficient\\w*|poor(?:ly)?|only|mere(?:ly)?',
  ]),
];

/** Which of the kinds of contrary (negation, time gone by, otherwise, harm, amount) `text` holds. */
export const contraryKinds = (text: string): readonly boolean[] => kinds.map((kind) => kind.test(text));

/** Where a sentence says something contrary to a duty, the first of each kind, in order. Looks at the first 400 characters. */
export function contrariesIn(sentence: string): readonly number[] {
  const text = sentence.slice(0, 400);
  const found = [...kinds.map((kind) => kind.exec(text)?.index ?? -1), ...failuresIn(text).map(({ index }) => index)];
  return [...new Set(found.filter((index) => index >= 0))].sort((a, b) => a - b);
}
