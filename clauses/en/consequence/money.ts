/** Consequences in money: interest, penalties, liquidated damages, compensation, a price for every unit of the failure. */
import { ofClause } from '../gates.ts';

/** Nobody is fined without a fault, so that the word needs no failure beside it. */
export const fine = ofClause.gate(
  /\b(?:fines?|fined|penalt(?:y|ies)|penali[sz]ed|surcharges?|liquidated damages|late (?:fee|charge)s?|default interest|punitive)\b/i,
);
/** Words for what is charged. A fee or interest may also be the price of a service. */
const charge = ofClause.gate(/\b(?:fines?|penalt(?:y|ies)|surcharges?|interest|deductions?|late fees?|damages)\b/i);
const charged = ofClause.gate(
  /\b(?:appl(?:y|ies)|payable|falls? due|(?:is|are|be) due|accrues?|runs?|(?:is|are|be) (?:charged|imposed|levied|added|deducted|assessed|incurred|made))\b/i,
);

/** A fine of 500 crowns a day applies. */
export const isCharge = (text: string): boolean => charge.test(text) && charged.test(text);

/** Somebody pays: at the beginning of a predicate, or anywhere in a sentence that names a fault. */
export const pays =
  /\b(?:pays?|repays?|repaid|refund(?:s|ed)?|reimburs\w+|compensat\w+|indemnif\w+|credit(?:s|ed)?|bears?|borne|(?:make|makes|made) (?:good|up)|charged?|charges|invoiced?|billed|bills?|debited|costs?|owes?|liable|liability|answerable for (?:the )?(?:loss|damage)|accrues?|attracts?|incurs?|carr(?:y|ies) interest|interest|damages|buys? (?:\d|an? |two |three |twice |credits)|(?:increas|rais|lift)(?:e|es|ed) by|rises? by|doubl(?:e|es|ed)|tripled?|added|debt due|are due|is due|becomes? (?:immediately |at once |forthwith )?(?:due|payable|repayable)|(?:pays?|paid) back|returns? (?:twice|double|the (?:excess|difference|overpayment|money|sum|grant|advance|subsidy))|make restitution|hands? back|handed back|falls? due|owes?|at (?:its|their|his|the [\w' ’]{2,30}['’]s?|[A-Z]\w+['’]s?) (?:own |sole )?(?:expense|cost)|at the (?:expense|cost) of)\b/i;

/** A price for every unit of what went wrong. */
export const rated = ofClause.gate(
  /\b(?:for|per) (?:each|every|any)?\s?(?:(?:started|full|calendar|working|further|additional|missing|missed) )*(?:day|week|month|hour|tonne|case|point|percentage point|case|occasion|incident)[^;]{0,30}\b(?:delay|late|lateness|interruption|shortfall|outage|overrun|exceed\w*|exceedance|missed|cancelled|undelivered|default|overdue|beyond|below|does not|not)\b/i,
);

/** The sum alone: Liquidated damages amount to 300 crowns a day. */
export const priceOfBreach =
  /^\s*(?:the |a |an )?(?:(?:daily|weekly|applicable|agreed) )?(?:penalt(?:y|ies)|fines?|surcharges?|liquidated damages|late (?:fee|charge)s?|default interest)\b/i;
