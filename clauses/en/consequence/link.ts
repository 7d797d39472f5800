/** Words that join a consequence to its duty and need no name of a failure: failing which, or else, on pain of, in default whereof. */
import { ofClause } from '../gates.ts';

/** A sentence that opens so is nothing but the consequence of what was said before. */
export const elsewise =
  /^\s*(?:and |but )?(?:otherwise|or else|else,|failing (?:which|that|this|such|an?y? )|in default(?:,| (?:of which|thereof|whereof|of this|of that))|in which case|if not,|if (?:it|they|he|she) (?:do|does|did|has|have|is|are|should|can|fail\w*)\b|short of (?:which|that|this)|in the alternative|(?:thereafter|after (?:that|this)(?: date| day| time)?|beyond (?:that|this)(?: date| day)?|from then on),? (?=(?:an? |the |[A-Z]\w+ may )?(?:interest|penalt|charge|surcharge|fine|late fee|repair|complete|do|carry|[a-z]+ it and)))|\b(?:shall|will|must|may) otherwise (?=(?:be|pay|reimburse|refund|repay|forfeit|lose|bear|compensate|suspend|terminate|withhold|return|make)\b)|^(?:it|they|[A-Z]\w+|the [a-z]+) (?:shall|will|must|may) otherwise \b/i;

/** Inside a predicate: what stands from here on is the consequence. */
export const failing =
  /[,;]? (?:failing which(?!,? (?:by|to|in|via|through|from)\b)|(?<!\b(?:is|are|was|were|be|been|not|unless|where|if|as|or|and|shall|will|must|may) )otherwise(?= (?:the|it|its|they|a|an|any|all|no|each|[A-Z]))|or else(?!,? (?:to|by|in|via|through|from)\b)|or (?:else )?(?=(?:pay|repay|forfeit|refund|reimburse|lose|compensate|bear|give up|hand back|return|surrender|relinquish|forgo|stand down|resign|explain|suffer|see its)\b)|or (?=(?:the|its|their|any|it|they|all|no)\b[^,;]{0,50}? (?:shall|will|may|must|(?:is|are) (?:[a-z]+ed|withheld|withdrawn|cut|lost|struck|void)|passes|goes|lapses|reverts?|falls|ends|ceases|forfeits|pays|becomes|loses)\b)|or (?=the \w+(?: \w+){0,4} (?:will|shall) be (?:withheld|forfeited|suspended|reduced|cancelled|terminated|revoked))|reduced by (?=[^;]{1,60}for (?:each|every))|less (?=[^;]{1,60}for (?:each|every))|with (?:default )?interest (?:at |of |on )|subject to (?:an? |the )?(?:late |daily |weekly )?(?:penalty|fine|surcharge|deduction|charge|levy|late fee|liquidated damages|damages) of (?=[^;]{1,80})|and in default |and failing that |and otherwise |or face |or risk |or incur |or (?:else )?be (?=(?:fined|charged|excluded|barred|liable|suspended|removed|expelled|disqualified|deemed|replaced|struck)\b)|or (?=its [^;]{2,40} (?:lapses?|is (?:withheld|suspended|forfeited|reduced)))|in default (?:of which|whereof|thereof)|absent which|short of which|(?:on|upon|under) (?:pain|penalty|threat) of|on (?:forfeit|forfeiture|penalty) of|with (?:an? |the )?(?:automatic )?(?:forfeiture|deduction|penalty|reduction|surcharge|fine|loss) of|at the (?:cost|risk|price) of (?:losing|forfeiting|having|being|exclusion|a )|under penalty of|failing that(?!,? (?:by|to|in|via|through|from)\b))(?=\b|[a-z$€£\d])/i;

/** In front of the duty: on pain of losing its vote, each member shall…. */
export const threatened = ofClause.gate(/^\s*(?:on|upon|under) (?:pain|penalty|threat) of [^,;]{3,120}(?=,)/i);

/** A right that arises from a failure, in a sentence without a modal: lapse of such cover entitles Harrow to terminate. */
export const entitling = ofClause.gate(
  /\b(?:entitles?|allows?|permits?|authori[sz]es?|gives?|frees?|releases?|relieves?)\b[^;]{2,70}\b(?:to (?:terminate|rescind|withdraw|withhold|suspend|claim|cancel|charge|deduct|refuse|stop|draw|call)|the right to|from (?:its|their|any|all))/i,
);
