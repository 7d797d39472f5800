/**
 * Consequences of breach in English: any delay beyond 60 days entitles…, if a Party fails to…, failing which…. A breach is
 * recognised by what is missed, the consequence by what is lost; both have to stand in the sentence, in this order or the other.
 */
/** Something was not done, or was done too late or too little. */
const missed =
  /\b(?:fail(?:s|ed|ing|ure|ures)?|default(?:s|ed|ing|er|ers)?|breach(?:es|ed|ing)?|delay(?:s|ed|ing)?|late|lateness|lateness|overdue|unpaid|outstanding|arrears|miss(?:es|ed|ing)?|violat\w+|infring\w+|contraven\w+|non-?compliance|non-?payment|non-?delivery|non-?performance|non-?attendance|non-?submission|incomplete|unfinished|uncorrected|unrepaired|unresolved|unreported|unsubmitted|unspent|unused|untreated|unauthori[sz]ed|overrun\w*|overspend\w*|overshoot\w*|shortfall\w*|lapse\w*|slippage|omission\w*|neglect\w*|refus\w+|withh(?:old|eld)\w* (?:its|their|data|information|figures|payment)|exceed(?:s|ed|ance|ances|ing)?|excess|(?:falls?|fell|falling) (?:short|below|behind)|below (?:target|the target|standard|that|this)|short of|beyond (?:that|this|the) (?:date|deadline|period|limit)|after (?:that|this) (?:date|deadline)|past (?:that|this|the) (?:date|deadline)|(?:is|are|has|have|does|do|did) not(?: been)? [a-z]+|not (?:been )?(?:met|paid|done|completed?|submitted|delivered|filed|made|remedied|repaired|kept|observed)|without (?:consent|notice|approval|good cause|permission|authori[sz]ation|cause|reason)|persistent|repeated(?:ly)?|unable|cannot|ceases?|withdraws?|backlog|under-?deliver\w*|under-?perform\w*|poor performance|absen(?:t|ce)|cancelled|damaged|faulty|defective|undelivered|outages?|interruptions?|stoppages?|falsif\w+|misus\w+|irregularit\w+|withholds?|false|inaccurate|unlawful|illegal)\b/i;
/** Something is lost, taken, charged, or done at somebody's cost. */
const lost =
  /\b(?:forfeit\w*|forgo(?:es|ne)?|fined?|fines|penalt\w+|surcharges?|liquidated damages|damages|compensat\w+|withh(?:eld|old|olds)|suspend\w*|suspension|terminat\w+|revok\w+|cancel\w+|deduct\w*|claw(?:ed)? back|clawback|recover(?:ed|s)? (?:from|by)|repay\w*|repaid|refund\w*|reimburse\w*|bears? interest|(?:interest|penalt\w+|charges?|fees?) (?:\w+ ){0,4}?(?:accrues?|runs?|is due|applies|apply|are payable|is payable|falls due)|accrues?|at (?:its|their|the [\w' ]+?'s?|[A-Z]\w+'s?) (?:own )?(?:expense|cost)|loses?|loss of|lost|barred|excluded|exclude\w*|expel\w*|disqualif\w+|ineligible|removed|removal|dismiss\w*|stripped|cut by|reduced by|reduc(?:e|es|ed|tion)|cuts?|costs? (?:the|it|that|its|\w+) |triggers?|escalat\w+|referred to|goes to|passes to|reverts?|revert to|liable|named in|published in the list|reported to (?:the )?(?:Governor|Minister|Cabinet|Council|Parliament|Assembly|Board|public)|censure\w*|reprimand\w*|warning|disciplin\w+|sanction\w*|audit at|step in|take over|taken over|carry out the work|carried out by|performed by|prepared by an? (?:outside|independent)|entitles?|entitled to|may (?:terminate|suspend|withhold|recover|engage|appoint|complete|carry out|draw|claim|charge|buy|hire|refuse)|doubles?|doubled|halved?|halves|void|lapses|charged (?:to|at|for)|billed|invoiced|credited|payable to the other|frozen|listed in|named in|noted in|recorded against|deemed|has no|have no|no (?:further )?claim|rebate|pays? for|made good|bring|brings|pays? (?:the other|an?|the|twice|double|triple|interest|[$€£]|\d))\b/i;

/** Words that mean a breach and nothing else. */
const breachWord =
  /\b(?:fail(?:s|ed|ing|ure|ures)?|default(?:s|ed|ing|er|ers)?|breach(?:es|ed|ing)?|violat\w+|infring\w+|contraven\w+|non-?compliance|non-?compliant|non-?payment|non-?delivery|non-?performance|non-?attendance|non-?submission|non-(?:fulfilment|fulfillment|observance|use|return|repayment|completion|participation|execution|disclosure|reporting|appearance|adherence)|above (?:the |this |that )?(?:limit|cap|quota|norm|standard|threshold|ceiling)|miss(?:es|ed|ing)?\b(?! (?:persons?|link|data|values?))|absent|absence|falsif\w+|fraud\w*|misus\w+|misappl\w+|misreport\w*|conceal\w*|tamper\w*|irregularit\w+|guilty|culpable|overspend\w*|overspent|overrun\w*|overshoot\w*|withholds?|outages?|interruptions?|stoppages?|backlogs?|over (?:its |the |their )?(?:quota|limit|budget|ceiling|cap|allocation|target)|shortfalls?|arrears|overdue|unpaid|in default|lapses|offend\w*|polluting|offences?|(?:does|do|did|is|are|has|have|was|were) not\b|not (?:been )?(?:met|paid|done|complied|submitted|delivered|remedied|kept|observed|reported|achieved|reached|fulfilled|settled|signed|filed|held|opened|completed?)|not (?:submitting|paying|meeting|reporting|complying|delivering|attending|filing)|neglect\w*|refus(?:es|al|als|ed)|exceed(?:s|ed|ance|ances|ing)?|below \d+|falls? (?:short|behind|below)|(?:first|second|third|fourth|repeated|persistent|serious|further|each|every|any) (?:late|delay|failing|offence|breach|violation|lapse|day of delay|week of delay|missed)|late (?:payments?|delivery|deliveries|returns?|reports?|submissions?|filings?|accounts|data|sums?|arrival|completion|reporting)|(?:day|week|month|hour)s? of delay|delay beyond|slippage|without (?:a |prior |due |proper |good )*(?:permit|insurance|consent|licen[cs]e|notice|cause|reason|excuse|warning|authority|authori[sz]ation|permission|approval)|serious cases|not (?:been )?(?:returned|spent|used|repaired|replaced|cleared|restored|received|renewed|planted|built|provided|attended|answered|supplied|maintained)|(?:until|unless) (?:it|they|this|that|payment|he|she|the [a-z]+) (?:has|have|is|are|does|do|pays?|complies|complied)|if not,|not so)\b/i;
/** What is not a consequence though a breach is named: it is told, put right, talked over. */
const benign =
  /\b(?:substitute|proxy|alternate|discuss\w*|postponed|reschedul\w+|replanted|notif(?:y|ies|ied)|inform(?:s|ed)?|as soon as|without delay|forthwith|immediately|next working day)\b/i;
const opens =
  /^(?:and |or |but )?(?:if|where|when|should|in (?:the )?(?:case|event)|unless|on|upon|after|for|any|each|every|a|an|two|three|four|late|failure|repeated|persistent|serious|the (?:[a-z]+ ){0,6}(?:that|who|which|whose|of)|[a-z-]+s? (?:that|who|which|not)|[a-z-]+)\b/i;

/** What may be lost or cut: the grant, the permit, the vote. */
const stake =
  /\b(?:bonus(?:es)?|grants?|subsid(?:y|ies)|deposits?|guarantees?|licen[cs]es?|permits?|funding|funds|instalments?|tranches?|payments?|seats?|votes?|voting rights?|rights?|allowances?|allocations?|shares?|quotas?|prices?|fees?|salary|salaries|pay|points?|scores?|ratings?|budgets?|contributions?|advances?|concessions?|memberships?|privileges?|contracts?|aid|rebates?|supply|supplies|deliveries)\b/i;
const cutOff =
  /^(?:be )?(?:halved|cut|reduced|withheld|withdrawn|lost|forfeited?|suspended|revoked|deducted|docked|stopped|frozen|cancelled|canceled|clawed back|lowered|terminated|reclaimed|reallocated|stripped|repaid|refunded|returned|doubled|lapses?|fall away|retained by)\b/i;

const charged = /\b(?:appl(?:y|ies)|payable|falls? due|is due|accrues?|(?:is|are|be) (?:charged|imposed|levied|added|deducted))\b/i;
const released =
  /\b(?:paid|released|disbursed|made|transferred|renewed|reimbursed|granted|awarded|extended)\b[^;]{0,40}\b(?:until|unless|before|where|if)\b/i;

/** A sentence after a duty that says what its breach brings: late tables are prepared by an outside auditor at the Board's cost. */
export function followsBreach(sentence: string): boolean {
  const named = breachWord.exec(sentence);
  if (
    named !== null &&
    named.index < 60 &&
    opens.test(sentence.trimStart()) &&
    !benign.test(sentence) &&
    !/\bensure\b/i.test(sentence.slice(0, named.index))
  )
    return true;
  const held = /^\s*((?:[\w'’-]+ ){1,6}?)(?:is|are|shall be|will be|may be|can be|shall|will|may) (?=[a-z])/i.exec(sentence);
  if (
    held !== null &&
    stake.test(held[1] as string) &&
    cutOff.test(sentence.slice(held[0].length)) &&
    /\b(?:if|for (?:each|every)|where|when|from|until|unless)\b/i.test(sentence)
  )
    return true;
  // A fine of 500 crowns a day applies · no instalment is paid until the report is there.
  if (fine.test(sentence) && charged.test(sentence)) return true;
  if (/\b(?:no|not)\b/i.test(sentence) && stake.test(sentence) && released.test(sentence)) return true;
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
  /^(?:assume (?:its|their|the)|buy|exclude|expel|remove|take over|intervene|publish a notice|issue (?:a|an) (?:notice|warning|penalty)|impose|levy|charge|deny|credit|halve|apply a penalty|be liable|be required to (?:pay|repay|refund)|forfeited|removed|expelled|cancelled|returned|disqualified|make good|remedy|accrue|incur|attract|trigger|escalated?|referred|lead to|forfeit|forgo|forgoes|pay|lose|loses|placed under|be repaid|repaid|repay|refund|return the|be placed|compensate|compensation|damages|an? (?:refund|rebate|reimbursement)|reimbursement|repayment|withhold|withheld|suspend|suspended|reimburse|result|reduced|fined|barred|excluded|deducted|draw (?:on|down|upon)|call (?:on|in|upon)|step in|recover|claim|falls? by|drops? by|cut|make up|cost|revoked|cancelled|engage another|appoint another|bear|referred|terminate|void|reallocate|re-allocate|take back|reclaim|transfer|redirect|frozen|freeze|doubled)/i;

/** Nobody forfeits or is fined without a breach. */
const always =
  /^(?:forfeit|(?:be )?(?:fined|barred|debarred|disqualified|penali[sz]ed)|incur (?:a|an|the) (?:penalty|fine|charge|surcharge)|pay (?:a |an )?(?:penalty|fine|liquidated damages|surcharge)|lose (?:its|their|the|all)\b)/i;
/** A price for every day of a delay. */
const rated =
  /^(?:be )?(?:compensate|pay|reimburse|credit|refund|deduct)[^;]{0,80}\b(?:for|per) (?:each|every|day|week|hour) ?[^;]{0,30}\b(?:delay|late|lateness|interruption|shortfall|outage|overrun|exceedance|missed|cancelled|undelivered|default)/i;
const atCost =
  /\bat (?:its|their|the \w+'?s?|[\w]+['’]s) (?:own |sole )?(?:expense|cost)|\bescalat|\brefer(?:red)? (?:the|to)|\barbitrat|\breported to|\bterminate|\bsuspend|\bwithh[eo]ld/i;

/** Weak consequences: somebody explains himself, is named, is warned, is talked to. */
const weak =
  /^(?:be )?(?:explain|give (?:an |a )?(?:written |public )?(?:explanation|account)|account for|summoned|called (?:to|before|in)|held (?:to account|responsible|liable|accountable)|appear before|receive (?:an? )?(?:\w+ )?(?:warning|reprimand|censure|notice)|warned|reprimanded|censured|admonished|brought (?:before|to)|reported to|named|listed|publish the names?|published in|dealt with|taken (?:into account|over|up with)|disciplined|returned|withdrawn|charged|made (?:good|public|known)|dismissed|closed|disqualified|lapses?|deducted|penali[sz]ed|sanctioned|considered in|notified to the (?:governor|minister|council|cabinet|assembly|board|public)|rated|ranked|lowered|downgraded|present (?:an? |its )?(?:recovery|remedial|correction|catch-up|written)|submit (?:an? )?(?:written explanation|remedial|recovery|catch-up|correction|corrective)|draw up (?:an? )?(?:remedial|recovery|corrective)|prepare (?:an? )?(?:remedial|recovery|corrective)|justify|answer (?:for|to|before)|apologi[sz]e|reflected in|entered (?:in|on)|recorded (?:in|against|as)|ground for|a ground for|investigated|audited|inspected|placed (?:on|under)|put on|subject to|prosecuted|barred|denied|refused|escalated|settled by|deemed|noted in|frozen|doubled|called to account|replaced if)/i;
const fine = /\b(?:fines?|penalt(?:y|ies)|surcharges?|interest|deductions?|late fees?|damages|default interest)\b/i;
const whenever = /\b(?:if|where|when|should|in (?:the )?(?:case|event)|who|that|which|upon|on|for (?:each|every|any))\b/i;

/** True if what follows a breach is the duty itself: where a Party is unable to supply…, it shall pay…. */
export const isPenalty = (conditions: string, predicate: string): boolean =>
  always.test(predicate) ||
  (/^\s*for (?:each|every|any) (?:day|week|month|hour|tonne|percentage point)/i.test(conditions) &&
    /^(?:pay|buy|plant|credit|refund|deduct|reimburse|compensate|forfeit)/i.test(predicate)) ||
  rated.test(predicate) ||
  /^(?:be )?(?:held to account|called to account|dealt with severely|brought to account)\b/i.test(predicate) ||
  (/^(?:publish|list|announce|disclose) the names?\b/i.test(predicate) && breachWord.test(predicate)) ||
  (/\bunless\b/i.test(conditions) && (penal.test(predicate) || cutOff.test(predicate))) ||
  (stake.test(conditions) &&
    /^(?:be )?(?:repaid|refunded|returned|reclaimed|clawed back|forfeited|revoked|withdrawn)\b[^;]*\bif\b/i.test(predicate)) ||
  (fine.test(conditions) &&
    breachWord.test(`${conditions} ${predicate}`) &&
    /^(?:be |is |are )?(?:payable|charged|due|appl|accrue|imposed|levied|added|set|run|fall)/i.test(predicate)) ||
  (stake.test(conditions) &&
    cutOff.test(predicate) &&
    whenever.test(`${conditions} ${predicate}`) &&
    (breachWord.test(`${conditions} ${predicate}`) || missed.test(predicate))) ||
  (!(/exceed/i.test(conditions) && /^suspend/i.test(predicate)) &&
    standing.test(conditions) &&
    (penal.test(predicate) || atCost.test(predicate))) ||
  (breachWord.test(conditions) &&
    !/exceed|below \d/i.test(conditions) &&
    (weak.test(predicate) || penal.test(predicate) || atCost.test(predicate)) &&
    !benign.test(predicate));
