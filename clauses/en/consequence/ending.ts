/** Consequences by what comes to an end or is taken as given: lapse, nullity, deemed consent, deemed withdrawal. */
import { ofClause } from '../gates.ts';

export const ended = ofClause.gate(
  /^(?:be |is |are |stand |stands )?(?:automatically |immediately |forthwith |then )?(?:lapses?|lapsed|ends?|ended|cease[sd]?|expires?|expired|void|null|deemed|presumed|taken (?:as|to)|treated (?:as|like)|regarded as|considered (?:as|to|withdrawn|granted|accepted|given|void)|dissolved|wound up|come(?:s)? to an end|fall(?:s)? (?:away|through)|terminated?|terminates|rescind(?:ed)?|cancell?(?:ed)?|repudiate[d]?|denounce[d]?|withdraw from|of no (?:force|effect)|without effect|at an end|closed|abandoned|assumed to|have (?:lapsed|agreed|consented|withdrawn))\b/i,
);
export const endedAnywhere = ofClause.gate(
  /\b(?:lapses?|ceases?|void|deemed|presumed|rescind\w*|terminat\w+|treated as|regarded as|taken as|at an end|comes? to an end|falls? (?:away|through)|expires?|(?:concession|contract|agreement|lease|mandate|membership|option|permit|arrangement|offer|project)s? (?:shall |will )?(?:ends?|stops?))\b/i,
);
