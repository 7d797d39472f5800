/** Consequences by what is taken away: grants withheld, rights suspended, seats and votes lost, quotas cut, things that revert. */
import { ofClause } from '../gates.ts';

/** What may be lost or cut. */
export const stake = ofClause.gate(
  /\b(?:bonus(?:es)?|grants?|retentions?|subsid(?:y|ies)|deposits?|bonds?|guarantees?|sureties|licen[cs]es?|permits?|certificates?|accreditation|funding|funds|money|sums?|instalments?|tranches?|payments?|disbursements?|seats?|votes?|voting rights?|rights?|entitlements?|eligibility|allowances?|allocations?|shares?|quotas?|prices?|fees?|salary|salaries|pay|points?|scores?|ratings?|marks?|budgets?|contributions?|advances?|concessions?|options?|memberships?|privileges?|contracts?|agreements?|leases?|franchises?|tenure|posts?|status|title|awards?|aid|support|assistance|rebates?|discounts?|supply|supplies|deliveries|services?|access|balances?|land|plots?|offers?|nominations?|appointments?|projects?)\b/i,
);

/** Done to a stake. */
export const cutOff = ofClause.gate(
  /^(?:be |stand |stands )?(?:automatically |immediately |permanently |temporarily |forthwith )?(?:halved|cut|reduced|withheld|(?:kept|held) back|withdrawn|lost|forfeit(?:ed)?|suspended|revoked|rescinded|deducted|docked|stopped|frozen|cancell?ed|clawed back|lowered|terminated|reclaimed|reallocated|reassigned|redistributed|stripped|repaid|refunded|returned|recovered|retained|doubled|lapses?|lapsed|discontinued|void(?:ed)?|annulled|denied|refused|barred|closed|confiscated|repossessed|recalled|deleted|surrendered|stripped|called(?: in)?|drawn (?:on|down)|fall away|falls away|cease|ceases|end|ends|expire|expires|revert|reverts|pass(?:es)? to|go(?:es)? to|terminates?|transferred|given to)\b/i,
);

/** A detriment whoever is named beside it. */
export const taken =
  /\b(?:forfeit\w*|forgo(?:es|ne)?|forego(?:es|ne)?|rejected|turned (?:away|back)|sent back|loses?|loss of|lost|barred|debarred|disqualif\w+|ineligible|exclu(?:de|des|ded|sion)|expel\w*|expulsion|suspen[ds]\w*|terminat\w+|rescind\w*|revok\w+|revocation|cancel\w*|withh(?:old|olds|eld|olding)|withdraw(?:n|s|al)?|deduct\w*|docked|claw\w* back|clawback|strip\w*|struck off|remov(?:e|es|ed|al)|dismiss\w*|demot\w+|reclaim\w*|retains?|confiscat\w*|repossess\w*|seiz\w+|depriv\w+|freez\w+|frozen|halv(?:e|es|ed)|(?:cut|reduc|lower)\w*|void|reverts?|fall(?:s)? away|no (?:further )?(?:claim|right|vote|say|seat|entitlement|access|share|part|payment|grant)|(?:call|calls|called|draw|draws|drawn) (?:in |on |upon |down )?(?:the |its )?(?:bond|guarantee|deposit|surety|security)|released? from|discharged from|(?:cease|ceases) to|last in line|passed over|moved to the end|blacklist\w*|recall(?:ed)?|surrender\w*|relinquish\w*|gives? up|given up|hands? back|handed back|stop(?:s|ped)?|delet\w+|no longer (?:bound|obliged|entitled|eligible|a member|required)|without (?:a )?vote|nothing|closes the|passes to|goes to|recover(?:s|ed)?)\b/i;

/** What somebody in default may no longer do: vote, receive, take part. */
export const privilege = ofClause.gate(
  /^(?:vote\b|receive\b|draw\b|be (?:opened|heard|processed|accepted|counted|honou?red|entertained|taken into account|eligible|entitled|admitted|considered|paid|invited|allowed|permitted|re-?elected|awarded|granted|rated)|apply\b|bid\b|tender\b|take part|participate|claim\b|benefit|qualify|share in|sit\b|count\b|chair\b|nominate|stand for|exercise|enjoy)/i,
);

/** have no vote, have its bonus cancelled */
export const haveLess = ofClause.gate(
  /^(?:sit|attend|take part) without\b|^(?:have|has|having) (?:no (?:further )?(?:vote|claim|right|seat|say|access|entitlement|part|share)|(?:its|their|his|her|the) (?:[\w'’-]+ ){1,4}?(?:cut|reduced|cancelled|suspended|withdrawn|withheld|revoked|halved|docked|lowered|frozen|stopped|terminated|removed|forfeited|returned|reclaimed))\b/i,
);

/** No instalment is paid until the report is there; the grant is released only once it is. */
export const heldBack =
  /\b(?:no|not|nothing|only|neither)\b(?=[^;]*\b(?:until|unless|before|where|if|once|when|while|so long as|to (?:a|an|any) [a-z]+ (?:which|that|whose))\b)[^;]{0,90}\b(?:paid|pay|released?|disbursed?|transferred|renewed|reimbursed|granted|awarded|extended|fall due|falls due|be made|is made|are made|issued|returned)\b/i;
