/**
 * Consequences of breach in English: any delay beyond 60 days entitles…, if a Party fails to…, failing which…. A breach is
 * recognised by what is missed, the consequence by what is lost; both have to stand in the sentence, in this order or the other.
 */
/** Something was not done, or was done too late or too little. */
const missed =
  /\b(?:fail(?:s|ed|ing|ure|ures)?|default(?:s|ed|ing|er|ers)?|breach(?:es|ed|ing)?|delay(?:s|ed|ing)?|late|lateness|lateness|overdue|unpaid|outstanding|arrears|miss(?:es|ed|ing)?|violat\w+|infring\w+|contraven\w+|non-?compliance|non-?payment|non-?delivery|non-?performance|non-?attendance|non-?submission|incomplete|unfinished|uncorrected|unrepaired|unresolved|unreported|unsubmitted|unspent|unused|untreated|unauthori[sz]ed|overrun\w*|overspend\w*|overshoot\w*|shortfall\w*|lapse\w*|slippage|omission\w*|neglect\w*|refus\w+|withh(?:old|eld)\w* (?:its|their|data|information|figures|payment)|exceed(?:s|ed|ance|ances|ing)?|excess|(?:falls?|fell|falling) (?:short|below|behind)|below (?:target|the target|standard|that|this)|short of|beyond (?:that|this|the) (?:date|deadline|period|limit)|after (?:that|this) (?:date|deadline)|past (?:that|this|the) (?:date|deadline)|(?:is|are|has|have|does|do|did) not(?: been)? [a-z]+|not (?:been )?(?:met|paid|done|completed?|submitted|delivered|filed|made|remedied|repaired|kept|observed)|without (?:consent|notice|approval|good cause|permission|authori[sz]ation|cause|reason)|persistent|repeated(?:ly)?|unable|cannot|ceases?|withdraws?|backlog|under-?deliver\w*|under-?perform\w*|poor performance|false|inaccurate|unlawful|illegal)\b/i;
/** Something is lost, taken, charged, or done at somebody's cost. */
const lost =
  /\b(?:forfeit\w*|forgo(?:es|ne)?|fined?|fines|penalt\w+|surcharges?|liquidated damages|damages|compensat\w+|withh(?:eld|old|olds)|suspend\w*|suspension|terminat\w+|revok\w+|cancel\w+|deduct\w*|claw(?:ed)? back|clawback|recover(?:ed|s)? (?:from|by)|repay\w*|repaid|refund\w*|reimburse\w*|bears? interest|(?:interest|penalt\w+|charges?|fees?) (?:\w+ ){0,4}?(?:accrues?|runs?|is due|applies|apply|are payable|is payable|falls due)|accrues?|at (?:its|their|the [\w' ]+?'s?|[A-Z]\w+'s?) (?:own )?(?:expense|cost)|loses?|loss of|lost|barred|excluded|exclude\w*|expel\w*|disqualif\w+|ineligible|removed|removal|dismiss\w*|stripped|cut by|reduced by|reduc(?:e|es|ed|tion)|cuts?|costs? (?:the|it|that|its|\w+) |triggers?|escalat\w+|referred to|goes to|passes to|reverts?|revert to|liable|named in|published in the list|reported to (?:the )?(?:Governor|Minister|Cabinet|Council|Parliament|Assembly|Board|public)|censure\w*|reprimand\w*|warning|disciplin\w+|sanction\w*|audit at|step in|take over|taken over|carry out the work|carried out by|performed by|prepared by an? (?:outside|independent)|entitles?|entitled to|may (?:terminate|suspend|withhold|recover|engage|appoint|complete|carry out|draw|claim|charge|buy|hire|refuse)|doubles?|doubled|halved?|halves|void|lapses|charged (?:to|at|for)|billed|invoiced|credited|payable to the other|pays? (?:the other|an?|the|twice|double|triple|interest|[$€£]|\d))\b/i;

/** A sentence after a duty that says what its breach brings: late tables are prepared by an outside auditor at the Board's cost. */
export function followsBreach(sentence: string): boolean {
  const miss = missed.exec(sentence);
  const loss = lost.exec(sentence);
  if (miss === null || loss === null) return false;
  // The breach is the subject or the condition, so it comes first; or the consequence is followed by “if … fails”.
  return (
    miss.index < 70 ||
    /\b(?:if|where|unless|when|in case|for (?:each|every|any)|in the event)\b/i.test(sentence.slice(loss.index, miss.index))
  );
}

const breach =
  /^[\s,]*(?:and |or |otherwise,? |failing (?:which|that|this|agreement|delivery|payment)?,? ?)?(?:(?:any|each|every|a|an|for each|for every|for any|two|three|four|repeated|persistent|sums?|amounts?|payments?|reports?|works?|deliveries) (?:[\w']+ ){0,4}?(?:delay|delayed|failure|failures|breach|breaches|default|violation|violations|shortfall|exceedance|non-compliance|late|missed|lapses?|overdue|unpaid|stoppage|outage|interruption|(?:release|discharge|withdrawal|transfer|works?) without|day|week|month|kilometre|tonne|percentage|parties that|party (?:that|which|in)|city (?:that|which)|county (?:that|which)|council (?:that|which)|authority (?:that|which)|operator (?:that|which)|signatory (?:that|which)|contractor (?:that|which)|partner (?:that|which)|district (?:that|which)|defaulting|defaulter|member (?:that|which))|(?:if|where|should|in the event|when|upon|in case|on)\b[^,;]{0,90}(?:fail|default|breach|delay|drag|slip|late\b|lateness|unable|miss|not (?:been )?(?:complet|submit|met|paid|deliver|perform|done|fulfil|comply|achiev|held|convened|open|built|settled|resolved|remed)|exceed|overdue|non-compliance|does not|do not|is not|are not|falls? (?:below|short)|refus|violat|neglect|lapse|withdraw)|failure to|late (?:payment|delivery|submission|reporting|filing|reports?|deliveries)|non-compliance|failing\b|delays?\b|breach|[\w ]{2,40} in breach\b|[\w ]{2,40} (?:after|beyond) (?:that|the|this) (?:date|deadline|period|limit)|a defaulting|the defaulting|otherwise|default|reduced by|excess [a-z]+)/i;
const consequence =
  /\b(?:entitle|withh[eo]ld|penalt|fine|forfeit|forgo|suspen|terminat|reimburs|refund|deduct|liable|pay|reduc|lose|loses|loss|interest|damages|compensat|escalat|refer|goes to|go to|passes to|reverts?|dispute|arbitrat|revok|withdraw|surcharge|bear|cost|costs|expense|cease|publicly|reprimand|censure|notice of default|step in|carry out the work|recover|exclude|disqualif|sanction|remed|corrective|warning|reported to|named in|report(?:ed)? the|written explanation|may (?:carry|complete|perform|arrange|engage|undertake|draw|hire)|charge|void|expire|lapses|review of|automatically|be (?:barred|ineligible|excluded|placed|closed|stopped)|double|doubled|for each|for every)/i;

/** A breach that costs something, without a modal: non-attendance entails loss of the vote. Where the consequence begins, or -1. */
export function bareConsequence(sentence: string): { readonly verb: number; readonly length: number } | undefined {
  const match =
    /^([^,;]{4,110}?) ((?:results? in|entails?|leads? to|incurs?|attracts?|triggers?|means|carries|costs?|forfeits?|brings?|involves?|makes?) )(?=[a-z$€£\d])/i.exec(
      sentence,
    );
  if (match === null || !missed.test(match[1] as string) || !lost.test(sentence)) return undefined;
  return { verb: (match[1] as string).length + 1, length: (match[2] as string).length - 1 };
}

export const isBreach = (sentence: string): boolean => (breach.test(sentence) && consequence.test(sentence)) || followsBreach(sentence);

const standing =
  /\b(?:fail|breach|default|delay|late\b|unable|exceed|lapse|cannot be (?:reached|resolved|settled)|no agreement|unresolved|not (?:settled|resolved|reached|paid|repaid)|missed|misses|withdraws|overdue|unpaid|^(?:any |each |every |repeated |persistent )?(?:late\b|failure|failures|non-compliance|delay|delays|breach)|shortfall|falls? (?:below|short|behind)|not (?:been )?(?:complet|submit|met|paid|deliver|comply|done|carried out|provided|made|kept|maintained|filed|lodged|received|signed|approved|started|opened|supplied|published)|unless\b[^,]{0,60}\b(?:submitted|paid|completed|met|delivered|made good|remedied|repaid|filed|signed|approved|provided)|\bmiss\b|falls short|in arrears|above the (?:cap|limit|ceiling|quota)|spills|violat|interruption|defaults?\b|withdraws?\b|discharges (?:untreated|waste|more)|overbill|overcharg|overpa(?:y|id)|not done so|cease[sd]? to|refus|neglect|non-payment|persistent)/i;
const penal =
  /^(?:assume (?:its|their|the)|buy|exclude|expel|remove|take over|intervene|publish a notice|issue (?:a|an) (?:notice|warning|penalty)|impose|levy|charge|deny|credit|halve|apply a penalty|be liable|be required to (?:pay|repay|refund)|forfeited|removed|expelled|cancelled|returned|disqualified|make good|remedy|accrue|incur|attract|trigger|escalated?|referred|lead to|forfeit|forgo|forgoes|pay|lose|loses|placed under|be repaid|repaid|repay|refund|return the|be placed|compensate|withhold|withheld|suspend|suspended|reimburse|result|reduced|fined|barred|excluded|deducted|draw (?:on|down|upon)|call (?:on|in|upon)|step in|recover|claim|falls? by|drops? by|cut|make up|cost|revoked|cancelled|engage another|appoint another|bear|referred|terminate|void|reallocate|re-allocate|take back|reclaim|transfer|redirect)/i;

/** Nobody forfeits or is fined without a breach. */
const always =
  /^(?:forfeit|(?:be )?(?:fined|barred|debarred|disqualified|penali[sz]ed)|incur (?:a|an|the) (?:penalty|fine|charge|surcharge)|pay (?:a |an )?(?:penalty|fine|liquidated damages|surcharge)|lose (?:its|their|the|all)\b)/i;
/** A price for every day of a delay. */
const rated =
  /^(?:be )?(?:compensate|pay|reimburse|credit|refund|deduct)[^;]{0,80}\b(?:for|per) (?:each|every|day|week|hour) ?[^;]{0,30}\b(?:delay|late|lateness|interruption|shortfall|outage|overrun|exceedance|missed|cancelled|undelivered|default)/i;
const atCost =
  /\bat (?:its|their|the \w+'?s?|[\w]+['’]s) (?:own |sole )?(?:expense|cost)|\bescalat|\brefer(?:red)? (?:the|to)|\barbitrat|\breported to|\bterminate|\bsuspend|\bwithh[eo]ld/i;

/** True if what follows a breach is the duty itself: where a Party is unable to supply…, it shall pay…. */
export const isPenalty = (conditions: string, predicate: string): boolean =>
  always.test(predicate) ||
  (/^\s*for (?:each|every|any) (?:day|week|month|hour|tonne|percentage point)/i.test(conditions) &&
    /^(?:pay|credit|refund|deduct|reimburse|compensate|forfeit)/i.test(predicate)) ||
  rated.test(predicate) ||
  (!(/exceed/i.test(conditions) && /^suspend/i.test(predicate)) &&
    standing.test(conditions) &&
    (penal.test(predicate) || atCost.test(predicate)));
