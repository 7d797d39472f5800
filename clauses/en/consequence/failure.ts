/**
 * How an English text names a failure. What counts is not the word alone but how much of a failure it is:
 * - `fault`: nothing else is meant (fails, breach, late payment, in arrears);
 * - `omission`: something was not done (has not paid, works not completed, undelivered, absent a certificate, after that date);
 * - `threshold`: a figure was passed, or a right used that has a price (exceeds, above the limit, falls below, withdraws);
 * - `incapacity`: somebody could not (unable, absent), which as often is a case for a deputy.
 * A fault needs little to be followed by a consequence, an omission a loss, a threshold a price.
 */
import type { PartGated } from '../../text/gate.ts';
import { ofClause } from '../gates.ts';

/** The kinds, from the gravest. */
export type Failure = 'fault' | 'omission' | 'threshold' | 'incapacity';

/** Where a failure is named, by the first character of the words for it. */
export interface NamedFailure {
  readonly kind: Failure;
  readonly index: number;
}

const either = (parts: readonly string[]): PartGated => ofClause.gate(new RegExp(`\\b(?:${parts.join('|')})\\b`, 'i'));

const fault = either([
  'fail(?:s|ed|ing|ure|ures)?',
  'default(?:s|ed|ing|er|ers)?',
  'breach(?:es|ed|ing)?',
  '(?:violat|infring|contraven|neglect|falsif|fabricat|misus|misappl|misreport|misstat|conceal|offend)\\w*',
  '(?:negligen|derelict|delinquen|irregularit|misconduct|fraud)\\w*',
  'infractions?|offences?|guilty|culpable|at fault|to blame|tamper(?:s|ed|ing)?(?= with)',
  'non-?(?:compl|conform|pay|deliver|perform|attend|submi|fulfil|observ|use|return|repay|participat|execut|disclos|report|appear|adher|publi|co-?operat|collect|provi|renew|remov|repair|suppl|implement|maint)\\w*',
  '(?:used|put|applied|diverted|spent|sold|let) (?:for|to|on) (?:any |some )?(?:other|another|different) (?:purpose|use|end|party|user|work)s?',
  '(?:slow|lax|remiss|sluggish|careless|perfunctory|reluctant|inactive|idle|unresponsive|behind schedule|poorly)(?! (?:traffic|lanes?|speed|growth|start|season)s?\\b)',
  'delay(?:s|ed)?|late(?:ness)?|overdue|unpaid|arrears|shortfalls?|slippage|backlogs?',
  '(?:two|three|four|any|each|every|repeated|further|serious|\\d+) (?:such )?lapses?|lapse of (?:such|the|its|this|that)|disregards?',
  `not (?:been )?(?:met|complied|fulfilled|honou?red|performed|observed|discharged) (?:with )?(?:its|their|the|this|these|any)`,
  '(?:does|do|did) not (?:comply|honou?r|fulfil|perform|observe|discharge|abide)',
  'miss(?:es|ed|ing)?(?! (?:persons?|links?|data|values?|middle))',
  'refus(?:es|als?|ed|ing)',
  'withholds?|unauthori[sz]ed|unlawful|illegal|illicit|polluting',
  '(?:over|under)-?(?:spen|ru|shoot|deliver|perform|report|stat|divert|fish|extract|abstract|pump|draw|claim|bill|charg)\\w*|overpa(?:y|id)\\w*',
  'obstruct\\w*|omit(?:s|ted|ting)?|omissions?|deviat(?:es?|ed|ing|ions?)(?! (?:route|road|sign))|abandon(?:s|ed|ing|ment)?|ineffective|wrongful\\w*|(?:holds?|holding|held) (?:[a-z]+ ){0,2}back|turns? (?:[a-z]+ ){0,3}away',
  'persistent(?:ly)?|serious cases|laggards?|shirks?',
  '(?:found|caught) (?:to (?:have|be)|in|guilty|with|without|[a-z]+ing)',
  'declin(?:es?|ed|ing) to|(?:those|persons?|anyone|officials?|party|leaders?) responsible for(?= (?:(?:the|any|such|a) )?(?:leaks?|loss(?:es)?|damage|delays?|breach\\w*|errors?|failures?|disruption|spills?|accidents?))',
  '(?:a|any) later (?:date|completion|delivery|payment|submission|return)',
  'in disregard of|contrary to|bad faith|dilatory|tardy|inaction|inactivity',
  '(?:falls?|falling|lags?|lagging) (?:short|behind)|not so',
  'outages?|interruptions?|stoppages?|false|inaccurate|poor (?:performance|workmanship|work)|dump(?:s|ed|ing)(?! (?:sites?|grounds?|fees?))|poach(?:es|ed|ing)|smuggl\\w+|undersized|counterfeit\\w*|forged|vandali[sz]\\w+|trespass\\w*|brib(?:es?|ed|ing)|evad(?:es|ed|ing)|does wrong',
  'discharges (?:untreated|waste)|untreated',
]);

/** The same words where they name no failure. */
const noFault = ofClause.gate(
  /\b(?:without (?:fail|delay|default|interruption)|late (?:spring|summer|autumn|winter|night|evening|shift|january|november|december)|fail-?safe|of late(?=[,.;]|$)|by default|default (?:rate|setting|option)|overrun costs?|refus(?:e|al) (?:collection|bins?|lorr\w+)|right of first refusal|lateral\w*|failing(?= (?:health|infrastructure)))/gi,
);

/** A negated verb is a failure, unless what is denied is no duty. */
const noDuty =
  '(?! (?:otherwise|yet agreed|more|less|fewer|later|earlier|only|all|exceed|agree\\b|agreed|object\\b|need\\w*|require\\w*|applicable|appl(?:y|ied)|available|possible|practicable|limited|covered|provided for|bound|obliged|entitled|member|members|part(?:y|ies)|resident|in use|own|affect\\w*|include[sd]?|exempt|wish|want|relat\\w*|feasible|in season|connected|located|subject|listed))';
const participle =
  '(?:[a-z]+ed|made|paid|sent|met|built|held|kept|done|begun|taken|given|drawn|shown|written|spent|put|set|read|sold|laid|brought|left|found|borne|chosen|run|sought|won)';
const omission = either([
  `(?:do|does|did|has|have|had|is|are|was|were)(?:n't|n’t| not|not)${noDuty}`,
  "should (?:[\\w’'-]+ ){1,5}not",
  `not (?:(?:been|being|yet|fully|duly|properly|previously|so|timely) )*(?!(?:taken|drawn|used|claimed|exercised|limited|included|covered|provided|listed|exceeded|bound|needed|required|affected|located|connected|entitled|obliged)\\b)${participle}`,
  'un(?:delivered|filled|answered|remedied|repaired|corrected|resolved|settled|reported|submitted|spent|used|met|built|done|finished|completed|satisfied|performed|fulfilled|cleared|certified|licen[cs]ed|insured|registered|documented|explained|justified|excused|collected|returned|reconciled|audited|maintained|staffed|attended|signed|tested|planted|cured|observed|able to)',
  `no (?!(?:objection|later|less|more|fewer)\\b)(?:[a-z-]+ ){1,4}?(?:is|are|has been|have been|was|were|has|have) (?:yet )?${participle}`,
  'unless(?! (?:otherwise|(?:the|all|both) (?:parties|members|councils|signatories) (?:agree|object|decide|resolve)|two|it is|agreed|earlier|renewed|extended|and until))',
  '(?:absent|in the absence of) (?=(?:a|an|any|such|agreement|proof)\\b|(?:the |its |their |full |timely |due |prior |written |that )*(?!(?:station|region|section|union|council)\\b)[a-z]+(?:tion|sion|ment|val|sal|wal|ance|ence|ery|ent|ing|ly|ort|ress|ice)s?\\b)|for (?:want|lack) of|in default of|failing|short of which',
  'without (?:(?:a|an|the|prior|due|valid|proper|good|just|written|its|having|such) )*(?:permit|licen[cs]e|consent|notice|approval|authori[sz]ation|authority|insurance|cause|reason|excuse|permission|warning|justification|certificate|clearance|leave|start|result|reply|answer|payment|completion|delivery|agreement|submission|repair|[a-z]+ing)',
  'until (?:then|(?:it|they|he|she|this|that|the [a-z]+|payment|delivery) (?:has|have|is|are|does|do|complies|pays))',
  'cannot be [a-z]+(?:ed|en|n|t)|unfit|unsafe|unexcused|unjustified|unexplained',
  'left (?:undone|incomplete|unfinished|idle)',
  '(?:remains?|still|stays?|is|are|was|were) (?:outstanding|incomplete|unfinished|open|closed|out of (?:service|order|use))|outstanding|incomplete|defective|deficient|unsatisfactory|substandard|insufficient|inadequate|incorrect',
  '(?:after|beyond|past|later than|outside|since) (?:that|this|the|its|their|such|the said) (?:due |agreed |final |same |set |stated |prescribed |permitted |allotted )?(?:date|day|deadline|time|period|limit|term)',
  'thereafter|(?:date|deadline|day|term|time|limit) (?:pass(?:es|ed)?|(?:is|has been|was|be) (?:exceeded|missed|passed|overrun|overstepped))',
  '(?:pay|paid|receiv|deliver|submit|fil|remit|arriv|made|complet|report|return)\\w* (?:more than [\\w ]{1,12}days )?(?:after|later than)',
  'ceases? to',
  '(?:go|goes|gone|went) by (?:without|unused)|in (?:that|such) (?:event|case)|after (?:that|then)(?=[.,;]|$)|after (?:[a-z]+ )?(?:reminders?|warnings?)|(?:is|are|was|were|run|runs|come|comes) short\\b(?! of)|(?:is|are) then (?=[a-z]+ed\\b)',
  // The thing is there, not for what it was promised: the berth is otherwise occupied, no engine is available.
  '(?:is|are|was|were|be|been|being) (?:otherwise|elsewhere) (?!(?:agreed|provided|stated|decided|specified|required|permitted|authori[sz]ed|indicated|directed|determined|ordered|prescribed|defined|regulated|set)\\b)[a-z]+(?:ed|en|t|d)?',
  'no (?!(?:objection|later|less|more|fewer|such|water|further)\\b)(?:[a-z-]+ ){1,4}?(?:is|are|was|were|be|has been|have been) (?:available|present|in (?:service|place|operation|post|attendance|stock)|on (?:duty|site|call|hand)|ready|open|there|operational|fit)',
  'defects?|persists?|continues? (?:unabated|undone)',
]);

const threshold = either([
  'exceed(?:s|ed|ance|ances|ing)?|excess(?:ive)?|in excess of',
  '(?:above|over|beyond) (?:its |the |their |this |that |agreed )*(?:agreed |set |permitted |annual |monthly )?(?:limit|cap|quota|norm|standard|threshold|ceiling|allocation|budget|target|entitlement|share|amount|volume|level|\\d[\\d.,]*)',
  '(?:falls?|drops?|fell|is|are|remains?|scor\\w+|achiev\\w+|deliver\\w*|rank\\w*) (?:short|below|under|less than|fewer than|last)|below (?:the |that |this |its |their )?(?:target|standard|minimum|level|norm|\\d)',
  'more than|fewer than|less than|worse than',
  'withdraws?(?! (?:on|by|from th|at|with) )|cancels?|leav(?:es?|ing) (?:before|early|prematurely)|pulls? out|walks? away',
]);

const incapacity = either(['unable|cannot(?! be)|could not|incapable|absence|absent']);

const kinds = [
  ['fault', fault],
  ['omission', omission],
  ['threshold', threshold],
  ['incapacity', incapacity],
] as const;

/** Blanks as many as `words`, so that what stands behind keeps its place. */
const blanked = (words: string): string => ' '.repeat(words.length);

/** The failures that `text` names, the gravest first, one of each kind. Looks at the first 600 characters. */
export function failuresIn(text: string): NamedFailure[] {
  const said = text.slice(0, 600);
  const words = noFault.open ? said.replace(noFault.pattern, blanked) : said;
  const found: NamedFailure[] = [];
  for (const [kind, form] of kinds) {
    const index = form.exec(words)?.index ?? -1;
    if (index >= 0) found.push({ kind, index });
  }
  return found;
}

/** The gravest failure that `text` names. */
export const failureIn = (text: string): NamedFailure | undefined => failuresIn(text)[0];
