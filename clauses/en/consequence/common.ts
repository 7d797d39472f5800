/**
 * The commonest wordings of a breach and of what follows it, as whole openings and whole outcomes. They overlap with the families and
 * catch what those, which go by the kind of failure, are too strict for.
 */

import { benign } from './answer.ts';
import { ofClause } from '../gates.ts';

/** How a sentence about a breach opens. */
const opening =
  /^[\s,]*(?:and |or |otherwise,? |failing (?:which|that|this|agreement|delivery|payment)?,? ?)?(?:(?:any|each|every|a|an|for each|for every|for any|two|three|four|repeated|persistent|sums?|amounts?|payments?|reports?|works?|deliveries) (?:[\w']+ ){0,4}?(?:delay|delayed|failure|failures|breach|breaches|default|violation|violations|shortfall|exceedance|non-compliance|late|missed|lapses?|overdue|unpaid|stoppage|outage|interruption|(?:release|discharge|withdrawal|transfer|works?) without|day|week|month|kilometre|tonne|percentage|parties that|party (?:that|which|in)|city (?:that|which)|county (?:that|which)|council (?:that|which)|authority (?:that|which)|operator (?:that|which)|signatory (?:that|which)|contractor (?:that|which)|partner (?:that|which)|district (?:that|which)|defaulting|defaulter|member (?:that|which))|(?:if|where|should|in the event|when|upon|in case|on)\b[^,;]{0,90}(?:fail|default|breach|delay|drag|slip|late\b|lateness|unable|miss|not (?:been )?(?:complet|submit|met|paid|deliver|perform|done|fulfil|comply|achiev|held|convened|open|built|settled|resolved|remed)|exceed|overdue|non-compliance|does not|do not|is not|are not|falls? (?:below|short)|refus|violat|neglect|lapse|withdraw)|failure to|late (?:payment|delivery|submission|reporting|filing|reports?|deliveries)|non-compliance|failing\b|delays?\b|breach|[\w ]{2,40} in breach\b|[\w ]{2,40} (?:after|beyond) (?:that|the|this) (?:date|deadline|period|limit)|a defaulting|the defaulting|otherwise|default|reduced by|excess [a-z]+)/i;
/** What it may bring, anywhere behind. */
const outcome = ofClause.gate(
  /\b(?:entitle|withh[eo]ld|penalt|fine|forfeit|forgo|suspen|terminat|reimburs|refund|deduct|liable|pay|reduc|lose|loses|loss|interest|damages|compensat|escalat|refer|goes to|go to|passes to|reverts?|dispute|arbitrat|revok|withdraw|surcharge|bear|cost|costs|expense|cease|publicly|reprimand|censure|notice of default|step in|carry out the work|recover|exclude|disqualif|sanction|remed|corrective|warning|reported to|named in|report(?:ed)? the|written explanation|may (?:carry|complete|perform|arrange|engage|undertake|draw|hire)|charge|void|expire|lapses|review of|automatically|be (?:barred|ineligible|excluded|placed|closed|stopped)|double|doubled|for each|for every)/i,
);

/** A failure in a condition. */
const standing = ofClause.gate(
  /\b(?:fail|breach|default|delay|late\b|unable|exceed|lapse|cannot be (?:reached|resolved|settled)|no agreement|unresolved|not (?:settled|resolved|reached|paid|repaid)|missed|misses|withdraws|overdue|unpaid|^(?:any |each |every |repeated |persistent )?(?:late\b|failure|failures|non-compliance|delay|delays|breach)|shortfall|falls? (?:below|short|behind)|not (?:been )?(?:complet|submit|met|paid|deliver|comply|done|carried out|provided|made|kept|maintained|filed|lodged|received|signed|approved|started|opened|supplied|published)|unless\b[^,]{0,60}\b(?:submitted|paid|completed|met|delivered|made good|remedied|repaid|filed|signed|approved|provided)|\bmiss\b|falls short|in arrears|above the (?:cap|limit|ceiling|quota)|spills|violat|interruption|defaults?\b|withdraws?\b|discharges (?:untreated|waste|more)|overbill|overcharg|overpa(?:y|id)|not done so|cease[sd]? to|refus|neglect|non-payment|persistent)/i,
);

/** What is done then, at the beginning of a predicate. */
const penal = ofClause.gate(
  /^(?:assume (?:its|their|the)|buy|exclude|expel|remove|take over|intervene|publish a notice|issue (?:a|an) (?:notice|warning|penalty)|impose|levy|charge|deny|credit|halve|apply a penalty|be liable|be required to (?:pay|repay|refund)|forfeited|removed|expelled|cancelled|returned|disqualified|make good|remedy|accrue|incur|attract|trigger|escalated?|referred|lead to|forfeit|forgo|forgoes|pay|lose|loses|placed under|be repaid|repaid|repay|refund|return the|be placed|compensate|compensation|damages|an? (?:refund|rebate|reimbursement)|reimbursement|repayment|withhold|withheld|suspend|suspended|reimburse|result|reduced|fined|barred|excluded|deducted|draw (?:on|down|upon)|call (?:on|in|upon)|step in|recover|claim|falls? by|drops? by|cut|make up|cost|revoked|cancelled|engage another|appoint another|bear|referred|terminate|void|reallocate|re-allocate|take back|reclaim|transfer|redirect|frozen|freeze|doubled)/i,
);

/** Somebody explains himself, is named, warned, called in. */
const answering = ofClause.gate(
  /^(?:be )?(?:explain|give (?:an |a )?(?:written |public )?(?:explanation|account)|account for|summoned|called (?:to|before|in)|held (?:to account|responsible|liable|accountable)|appear before|receive (?:an? )?(?:\w+ )?(?:warning|reprimand|censure|notice)|warned|reprimanded|censured|admonished|brought (?:before|to)|reported to|named|listed|publish the names?|published in|dealt with|taken (?:into account|over|up with)|disciplined|returned|withdrawn|charged|made (?:good|public|known)|dismissed|closed|disqualified|lapses?|deducted|penali[sz]ed|sanctioned|considered in|notified to the (?:governor|minister|council|cabinet|assembly|board|public)|rated|ranked|lowered|downgraded|present (?:an? |its )?(?:recovery|remedial|correction|catch-up|written)|submit (?:an? )?(?:written explanation|remedial|recovery|catch-up|correction|corrective)|draw up (?:an? )?(?:remedial|recovery|corrective)|prepare (?:an? )?(?:remedial|recovery|corrective)|justify|answer (?:for|to|before)|apologi[sz]e|reflected in|entered (?:in|on)|recorded (?:in|against|as)|ground for|a ground for|investigated|audited|inspected|placed (?:on|under)|put on|subject to|prosecuted|barred|denied|refused|escalated|settled by|deemed|noted in|frozen|doubled|called to account|replaced if)/i,
);

/** Words that mean a breach and nothing else. */
const named = ofClause.gate(
  /\b(?:fail(?:s|ed|ing|ure|ures)?|default(?:s|ed|ing|er|ers)?|breach(?:es|ed|ing)?|violat\w+|infring\w+|contraven\w+|non-?compliance|non-?compliant|non-?payment|non-?delivery|non-?performance|non-?attendance|non-?submission|non-(?:fulfilment|fulfillment|observance|use|return|repayment|completion|participation|execution|disclosure|reporting|appearance|adherence)|above (?:the |this |that )?(?:limit|cap|quota|norm|standard|threshold|ceiling)|miss(?:es|ed|ing)?\b(?! (?:persons?|link|data|values?))|absent|absence|falsif\w+|fraud\w*|misus\w+|misappl\w+|misreport\w*|conceal\w*|tamper\w*|irregularit\w+|guilty|culpable|overspend\w*|overspent|overrun\w*|overshoot\w*|withholds?|outages?|interruptions?|stoppages?|backlogs?|over (?:its |the |their )?(?:quota|limit|budget|ceiling|cap|allocation|target)|shortfalls?|arrears|overdue|unpaid|in default|lapses|offend\w*|polluting|offences?|(?:does|do|did|is|are|has|have|was|were) not\b|not (?:been )?(?:met|paid|done|complied|submitted|delivered|remedied|kept|observed|reported|achieved|reached|fulfilled|settled|signed|filed|held|opened|completed?)|not (?:submitting|paying|meeting|reporting|complying|delivering|attending|filing)|neglect\w*|refus(?:es|al|als|ed)|exceed(?:s|ed|ance|ances|ing)?|below \d+|falls? (?:short|behind|below)|(?:first|second|third|fourth|repeated|persistent|serious|further|each|every|any) (?:late|delay|failing|offence|breach|violation|lapse|day of delay|week of delay|missed)|late (?:payments?|delivery|deliveries|returns?|reports?|submissions?|filings?|accounts|data|sums?|arrival|completion|reporting)|(?:day|week|month|hour)s? of delay|delay beyond|slippage|without (?:a |prior |due |proper |good )*(?:permit|insurance|consent|licen[cs]e|notice|cause|reason|excuse|warning|authority|authori[sz]ation|permission|approval)|serious cases|not (?:been )?(?:returned|spent|used|repaired|replaced|cleared|restored|received|renewed|planted|built|provided|attended|answered|supplied|maintained)|(?:until|unless) (?:it|they|this|that|payment|he|she|the [a-z]+) (?:has|have|is|are|does|do|pays?|complies|complied)|if not,|not so)\b/i,
);

/** How a sentence begins whose condition or subject is the breach. */
const opens = ofClause.gate(
  /^(?:and |or |but )?(?:if|where|when|should|in (?:the )?(?:case|event)|unless|on|upon|after|for|any|each|every|a|an|two|three|four|late|failure|repeated|persistent|serious|the (?:[a-z]+ ){0,6}(?:that|who|which|whose|of)|[a-z-]+s? (?:that|who|which|not)|[a-z-]+)\b/i,
);

/** A breach is named near the beginning, and nothing says that it is only told or put right. */
const namedFirst = (sentence: string): boolean => {
  const found = named.exec(sentence);
  return (
    found !== null &&
    found.index < 60 &&
    opens.test(sentence.trimStart()) &&
    !benign.test(sentence) &&
    !/\bensure\b/i.test(sentence.slice(0, found.index))
  );
};

/** Any delay beyond 60 days entitles… · where the works stand still for a month, the Board may…. */
export const commonBreach = (sentence: string): boolean => (opening.test(sentence) && outcome.test(sentence)) || namedFirst(sentence);

const exceeding = ofClause.gate(/exceed|(?:falls?|drops?|rises?) (?:below|under|above|over)/i);

/** A predicate that is the outcome of the failure in its conditions. */
export const commonPenalty = (conditions: string, predicate: string): boolean =>
  (!(exceeding.test(conditions) && /^suspend/i.test(predicate)) && standing.test(conditions) && penal.test(predicate)) ||
  (named.test(conditions) && !/exceed|below \d/i.test(conditions) && (answering.test(predicate) || penal.test(predicate)));
