/**
 * What somebody has to bear, does without, or must suffer from others, whatever the verb: a price or a cost; a benefit that is denied or
 * made smaller; something that goes back or over to another; what is taken as given; a power that another gets. Beside a failure
 * any of these is its consequence.
 */
import type { PartGated } from '../../text/gate.ts';
import { ofClause } from '../gates.ts';

const either = (parts: readonly string[]): PartGated => ofClause.gate(new RegExp(`\\b(?:${parts.join('|')})\\b`, 'i'));

/** A price or a cost. */
const price = either([
  'pay(?:s|able|ment|ing)?|paid|prepay\\w*|repay\\w*|repaid|compensat\\w+|indemnif\\w+|indemnity|reimburs\\w+|refund\\w*|credit(?:s|ed)?|debit(?:s|ed)?|owes?|owed|charg(?:e|es|ed|eable)|cost(?:s|ed)?|expense|price[sd]?|fees?|fine[sd]?|penalt\\w+|penali[sz]\\w+|surcharg\\w+|for .{2,40} account|levy|levied|interest|demurrage|damages|deduct\\w*|bear(?:s)?|borne|meets? (?=the|its|any|all)|foots?|answer(?:s|able)? for|liable|liabilit\\w+|made? good|makes? good|account for|additional contribution|doubl\\w+|tripl\\w+|three times|twice the|twofold|risk|buy|buys|invoice[sd]?|billed|(?:the|a|its) bill|out of its own|own (?:revenue|account|means|resources|funds)',
]);
/** A benefit denied, lost or made smaller. */
const less = either([
  "(?:shall|will|may|can|does|do|is|are|need|must) (?:then |thereby |be )?(?:not|neither)|cannot|n[’']t|no|nor|nothing|none|neither|only (?:as|if|when|after)|at most|without",
  'los(?:e|es|t|s)|forfeit\\w*|forgo\\w*|forego\\w*|ceas\\w+|laps\\w+|expir\\w+|end(?:s|ed)?|void|terminat\\w+|suspen[ds]\\w*|withdr[ae]w\\w*|withh[oe]ld\\w*|revok\\w+|cancel\\w*|cut|halv\\w+|reduc\\w+|diminish\\w*|lower\\w*|shrink\\w*|falls? (?:away|to|by|back)|drop(?:s|ped)|fro?e?ez\\w+|frozen|stop(?:s|ped)?|clos(?:e|es|ed)|bar(?:s|red)|exclu\\w+|expel\\w*|remov(?:e|es|ed)|strip\\w*|str(?:ike|uck)|delet\\w+|dismiss\\w*|demot\\w*|disqualif\\w+|ineligible|refus\\w+|reject\\w*|den(?:y|ies|ied)|disallow\\w*|turned (?:away|back)|sent (?:back|away|home)|set aside|annul\\w*|rescind\\w*|invalid\\w*|block(?:s|ed)?|discard\\w*|(?:at|to) (?:zero|nil|nought)|(?:stays?|remains?|kept) (?:off|out|back|closed|shut|grounded)|ignor(?:e|ed)|disregard\\w*|left out|passed over|postponed|stands? (?:over|still|down|suspended)|last|behind|downgrad\\w*|rank\\w*|confiscat\\w*|seiz\\w+|impound\\w*|dissolv\\w*|fail(?:s|ed)?|prohibit\\w*|forbidden|ordered (?:to|out|off)|deemed (?:not|to have)|blacklist\\w*|surrender\\w*|relinquish\\w*|gives? up|abandon\\w*|leave[s]? .{0,40}behind|waive[sd]?',
]);
/** Something goes back or over to another. */
const passes = either([
  'go(?:es)? (?:back|over|to)|pass(?:es|ed)? (?:to|over)|revert\\w*|return(?:s|ed)?|transfer\\w*|re-?allocat\\w*|re-?assign\\w*|re-?distribut\\w*|vest(?:s|ed)?|shift(?:s|ed)?|fall(?:s)? (?:to|on|upon|due)|hand(?:s|ed)? (?:back|over)|reclaim\\w*|recover\\w*|recoup\\w*|clawed|tak(?:e|es|en) (?:back|over|away|possession)|step(?:s)? in|replac\\w+|in (?:its|their|his|her) (?:place|stead)|on (?:its|their) behalf|instead|itself|themselves|for the benefit of|set off|re-?tender\\w*|re-?let|re-?enter\\w*',
]);
/** What is then taken as given. */
const deemed = either([
  'deem\\w*|count(?:s|ed)? as|constru\\w+ as|regard(?:ed)? as|treat(?:ed)? as|tak(?:en|e) (?:as|to)|consider(?:ed)? (?:as|to|not)|presum\\w*|as though|as if|stands? as|conclusive|null|binding|bound|binds?|prevail\\w*|consent|assent|approved|accepted|assumed',
]);
/** A power that arises for another, also as an adjective. */
const power = either([
  '(?:free|at liberty|entitled|authori[sz]ed|empowered|open) to|entitl\\w+|releas\\w+|relie(?:ve|f)\\w*|discharg\\w+ from|excus\\w+ from|no longer|right to|claim\\w*|cause for|grounds? for|gives? rise',
]);
/** Somebody has to answer. */
const answering = either([
  'explain\\w*|explanation|account(?:able|ed)? (?:for|to)|appear|summon\\w*|call(?:ed)? (?:in|upon|to|before)|talk|interview\\w*|self-criticism|critici[sz]\\w+|reprimand\\w*|warn\\w*|admoni\\w+|censur\\w*|circular|nam(?:e|ed)(?= (?:in|by|and|publicly))|list(?:ed)?|record(?:ed)? (?:in|against|as)|noted|disciplin\\w+|investigat\\w+|prosecut\\w+|referred|refers?|escalat\\w+|brought before|raised|reported|special supervision|supervision|rectif\\w+|corrective|remedial|recovery plan|oblig(?:e|es|ed)|requir(?:e|es|ed)|restor\\w+|redo|rerun|reinstat\\w+|remed\\w+|at once put right|responsib\\w+|consequences?|sanction\\w*|severe\\w*|serious(?:ly)?',
]);

const kinds = [
  ['price', price],
  ['less', less],
  ['passes', passes],
  ['deemed', deemed],
  ['power', power],
  ['answering', answering],
] as const;

/** Which of the kinds of detriment `text` holds, in their order. */
export const detrimentKinds = (text: string): readonly boolean[] => kinds.map(([, kind]) => kind.test(text));

/** One question for each kind, by its name, of what `detrimentKinds` found. */
export const harmFeatures = kinds.map(
  ([name], at) => [name, ({ harms }: { readonly harms: readonly boolean[] }): boolean => harms[at] === true] as const,
);

export const detriment = new RegExp(kinds.map(([, { pattern }]) => `(?:${pattern.source})`).join('|'), 'i');

/** The same as the first thing a predicate says. */
export const burden = ofClause.gate(
  /^(?:be |then |thereby |itself |thereupon )*(?:bear\b|compensat\w+|indemnif\w+|reimburs\w+|repay\w*|refund\w*|prepay|pay\b|make (?:an? )?(?:additional|extra|further|compensatory) |answer(?:able)? for|answer to|account for|liable|charged|fined|surcharged|made good|make good|forfeit\w*|forgo|lose\b|cease to|have (?:no|only)\b|(?:stand|step) down|resign\b|vacate\b|give way|leave .{2,40}(?:behind|without compensation)|placed under|put under|ordered (?:to|out|off)|transferred to the (?:disciplin|judicial|competent|prosecut|inspect)\w*|handed over to the (?:disciplin|judicial|competent|prosecut)\w*|given (?:an? )?(?:[a-z-]+ )?(?:talk|warning|demerit|reprimand)|removed from (?:office|the|his|her|their|its)|removed\b|dismissed|demoted|suspended|excluded|expelled|barred|counted (?:double|twice|against)|discarded|refused (?:entry|admission|access|payment|a )|denied|stripped|deprived|disqualified|struck|deleted|dropped from|set aside(?= (?:at|by|if|on|and|upon)\\b|$)|annulled|void|seized|confiscated|impounded|forfeited|reduced to|cut off|required to (?:pay|repay|refund|prepay|explain|appear|justify|step down|compensate|bear|make good)|(?:oblige|require|order|compel|direct)d? [^,;]{2,40} to (?:pre|re)?(?:pay|leave|stop|withdraw|explain|return|refund|account|redo|cease)|summoned|appear before|explain|summoned|named|blacklisted|listed as|treated as (?:not|if|though|a )|disregarded|go back|revert\b|fall back|proceed as (?:though|if)|(?:be )?free to|at liberty to|released from|downgraded|relegated|have (?:its|their|his|her) (?:[\w'’-]+ ){1,4}?(?:placed|cut|taken|put|closed|suspended|revoked|reduced)|see (?:its|their|his|her) [^,;]{2,50}(?:cut|reduced|withdrawn|cancelled|lapse|suspended|halved))/i,
);

/** Nobody says so of a service that is to be paid for anyhow: at the City's charge, at its own expense. */
export const atCost = ofClause.gate(
  /\bat (?:the )?(?:(?:sole |full |own )?(?:expense|cost|charge|risk) of|(?:its|their|his|her|[A-Z]?[\w ]{2,30}['’]s?) (?:own |sole |full )?(?:expense|cost|charge|risk)\b)/,
);
