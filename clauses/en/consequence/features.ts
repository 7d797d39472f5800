/**
 * What is looked at in a sentence behind a duty to tell whether it is the consequence of its breach. Each feature is a shape: how the state
 * it speaks of lies to the duty, what kind of thing is said of it, and what speaks against it. None decides alone (`weigh.ts`).
 */
import { benign } from './answer.ts';
import { commonBreach } from './common.ts';
import { isBreach } from './consequence.ts';
import { contraryKinds } from './contrary.ts';
import { atCost, burden, detrimentKinds, harmFeatures } from './detriment.ts';
import { failuresIn } from './failure.ts';
import { halvesOf } from './halves.ts';
import { type DutyBefore, linkedConsequence, refers, restates, stems } from './linked.ts';
import { elsewise } from './link.ts';
import { cutOff, stake } from './withholding.ts';
import { fronted } from './zones.ts';
import { ofClause } from '../gates.ts';
import { gatedMatches } from '../../text/matches.ts';

interface View {
  readonly text: string;
  readonly duty: DutyBefore;
  /** Condition and subject. */
  readonly state: string;
  readonly subject: string;
  /** Finite verb and what follows. */
  readonly rule: string;
  /** The rule without its modal. */
  readonly said: string;
  readonly modal: string | null;
  readonly known: ReadonlySet<string>;
  /** Stems of the names of those who are bound, and of the act. */
  readonly bearers: ReadonlySet<string>;
  readonly act: string;
  readonly stateStems: ReadonlySet<string>;
  readonly failures: ReadonlySet<string>;
  readonly contrary: readonly boolean[];
  readonly ruleContrary: readonly boolean[];
  readonly harms: readonly boolean[];
  readonly same: boolean;
  readonly adverse: boolean;
  readonly hurts: boolean;
}

/** Any case of it, not one: whoever, an unX-ed Y, each day. */
const generic = ofClause.gate(/^\s*(?:an?|any|each|every|whoever|whichever|whatever|anyone|those|no|repeated|persistent|late)\b/i);
const barePlural = ofClause.gate(/^\s*[A-Z]?[a-z-]+(?: [a-z-]+){0,2}?s (?!of\b)/);
const relative = ofClause.gate(
  /\b(?:who|whose|whom|which|whoever|whichever|whatever)\b|(?<!\b(?:above|below|after|before|beyond|past|by|for|of|than|over|if|until|on|in|ensure|event) )\bthat (?=[a-z]+)(?!(?:day|date|time|year|month|period|level|figure|amount|event|case)\b)/i,
);

/** A state that nobody is to blame for: not needed, no longer wished for, too fragile. */
const blameless = ofClause.gate(
  /\b(?:need(?:s|ed)?|require[sd]?|wish(?:es)?|want(?:s|ed)?|prefer\w*|ask(?:s|ed)?|eligible|too [a-z]+ to|able|holiday|ill|sick|unusual|emergency|in dispute|retire[sd]?|resign(?:s|ed)?|dies|died|moved|deserve[sd]?|pass(?:es|ed)?|appropriate|possible|weather|rain\w*|storm|flood\w*|fire|force majeure)\b/i,
);

/** What has come, or is there, when it should not: arrives, received, found, still standing. */
const there = ofClause.gate(
  /\b(?:arriv\w+|com(?:es?|ing)|came|reach\w*|receiv\w+|found|met|caught|seen|discovered|detected|standing|left|stay\w*|remain\w*|there|in place|turns? out|proves?|shows?)\b/i,
);
const ladder = ofClause.gate(
  /\b(?:first|second|third|once|twice|two|three) (?:times?|offences?|occasions?|instances?|failures?|breach|months?|reminders?|cases?|in a row)\b/i,
);
const rate = ofClause.gate(
  /\b(?:for|per) (?:each|every|any)\b|\b(?:each|every|per|a|an) (?:started |further |working |full |additional )?(?:day|week|month|hour|minute|tonne|kilogram|kilometre|case|unit|point|percentage point)\b/i,
);
const sum = ofClause.gate(
  /[$€£]\s?\d|\b\d[\d,.]* ?(?:%|per ?cent|percent)|\b\d[\d,.]* (?:dollars|euros?|pounds|crowns|francs|marks|pesos|yuan|points)\b|\b(?:double|doubles|twice|half|halves|treble|triple|full price|pro rata|one (?:tenth|hundredth|third|quarter|fifth)|a (?:tenth|hundredth|third|quarter|fifth))\b/i,
);
const since = ofClause.gate(
  /\b(?:after|past|beyond|later than|since|by|from|until) (?:that|this|then|the said|noon|midnight|the end|\d|[A-Z][a-z]+ \d|which)|\b(?:thereafter|by then|in time|on time)\b/i,
);
const compared = ofClause.gate(/\b(?:later|longer|earlier|shorter|sooner|slower|less|fewer|lower|poorer|worse)\b/i);
const timed = ofClause.gate(
  /\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\bnoon\b/,
);
const lasting = ofClause.gate(/\b(?:as long as|so long as|while|until|pending)\b/i);
const subset = ofClause.gate(
  /\b(?:other|others|another|different|remaining|rest|additional|existing|new|larger|smaller|heavier|wider|narrower|emergency|special|further)\b/i,
);
const lacking = ofClause.gate(
  /\b(?:without|lacking|no|for want of|for lack of|in the absence of|absent)\b(?: (?:an?|any|the|this|that|its|their|such))? ([a-z]{4,})/gi,
);
/** What helps or only arranges: told, extended, replaced, shared, asked, also possible. */
const arranges = ofClause.gate(
  /\b(?:notif\w+|inform\w*|extend\w*|extension|prolong\w*|renew\w*|shared?|jointly|together|as well|also|request\w*|ask(?:s|ed)?|appl(?:y|ies)|propos\w+|consult\w*|negotiat\w+|agree[ds]?|invite[ds]?|encourag\w+|help\w*|assist\w*|support\w*|offer(?:s|ed)?|welcome|additional|mutual|remains? (?:available|in force|valid)|use[ds]?|stored?|kept|sent|repair(?:s|ed)?|diverted|open(?:s|ed)?|closed|measure[ds]?|postal|electronic\w*|telephone|online|deputy|deputi[sz]\w+|proxy|substitute|receive|earn|first|last|wait)\b/i,
);
const named = ofClause.gate(/^\s*(?:the )?[A-Z][a-z]/);
const binding = ofClause.gate(/\b(?:shall|will|must|undertak\w+|agrees?|undertook|commits?|obliged|is to|are to|responsible|pledges?)\b/i);

const denying = ofClause.gate(/\b(?:un|im|in|dis|non-?|mis|ir|il)([a-z]{3,})/g);

/** A word of the duty with a first syllable that denies it: passable and impassable, insured and uninsured. */
function turned({ text, known }: View): boolean {
  for (const [, rest = ''] of gatedMatches(denying, text.toLowerCase()))
    if (known.has(rest.slice(0, 5).replace(/(?:s|es|ed)$/, ''))) return true;
  return false;
}

/** Without this disclosure, no contribution: a thing of the duty is not there. */
function lacks({ state, known }: View): boolean {
  for (const [, thing = ''] of gatedMatches(lacking, state.toLowerCase()))
    if (known.has(thing.slice(0, 5).replace(/(?:s|es|ed)$/, ''))) return true;
  return false;
}

const denies = ({ rule, modal }: View): boolean =>
  modal === 'cannot' || /^\s*(?:(?:shall|will|must|may|can|is|are|does|do|has|have|need|needs) )?(?:not|no|neither|never)\b/i.test(rule);
const verbOf = (said: string): string =>
  (/^[a-z]{3,}/i.exec(said.trim())?.[0] ?? '')
    .toLowerCase()
    .slice(0, 5)
    .replace(/(?:s|es|ed)$/, '');
const mainOf = ({ subject, rule }: View): string => `${subject} ${rule}`.trimStart().replace(/^the /i, '');
const byBearer = (view: View): boolean =>
  view.duty.bearers.some((name) => name !== '' && mainOf(view).startsWith(name.replace(/^the /i, '')));

/** Each shape with what tells it. */
export const features: readonly (readonly [string, (view: View) => boolean])[] = [
  ['fault', ({ failures }) => failures.has('fault')],
  ['omission', ({ failures }) => failures.has('omission')],
  ['threshold', ({ failures }) => failures.has('threshold')],
  ['incapacity', ({ failures }) => failures.has('incapacity')],
  ['state: denied', ({ contrary }) => contrary[0] === true],
  ['state: time gone by', ({ contrary }) => contrary[1] === true],
  ['state: otherwise', ({ contrary }) => contrary[2] === true],
  ['state: harm', ({ contrary }) => contrary[3] === true],
  ['state: amount', ({ contrary }) => contrary[4] === true],
  ['state: nothing contrary', ({ adverse }) => !adverse],
  ['rule: time gone by', ({ ruleContrary }) => ruleContrary[1] === true],
  ['rule: harm', ({ ruleContrary }) => ruleContrary[3] === true],
  ...harmFeatures,
  ['hurts first', ({ said }) => burden.test(said)],
  ['stake', ({ subject, rule }) => stake.test(`${subject} ${rule}`)],
  ['stake cut', ({ subject, said }) => stake.test(subject) && cutOff.test(said)],
  ['sum', ({ rule }) => sum.test(rule)],
  ['rate', ({ text }) => rate.test(text)],
  ['rate in front', ({ text }) => /^\s*(?:and )?(?:for|per|each|every) (?:each |every |any )?/i.test(text) && rate.test(text.slice(0, 60))],
  ['same thing in the state', ({ same }) => same],
  ['the bound in the state', ({ stateStems, bearers }) => [...stateStems].some((one) => bearers.has(one))],
  ['the act in the state', ({ stateStems, act }) => act !== '' && stateStems.has(act)],
  [
    'the act denied',
    ({ state, act }) => act !== '' && new RegExp(`\\b(?:not (?:been |yet |fully |duly )*|un|without |no |never )${act}`, 'i').test(state),
  ],
  ['blameless', ({ state }) => blameless.test(state)],
  ['is there', ({ state }) => there.test(state)],
  ['is there later', ({ state }) => there.test(state) && (compared.test(state) || since.test(state))],
  [
    'the bound pay',
    (view) => (byBearer(view) || /^\s*(?:it|they)\b/i.test(mainOf(view))) && (view.harms[0] === true || sum.test(view.rule)),
  ],
  ['same thing in the rule', ({ rule, known }) => [...stems(rule)].some((one) => known.has(one))],
  ['refers back', ({ text }) => refers.test(text)],
  ['adjoined', ({ duty }) => duty.adjoined],
  ['condition in front', ({ text }) => fronted.test(text)],
  ['any case', ({ text }) => generic.test(text)],
  ['bare plural', ({ text }) => barePlural.test(text)],
  ['relative clause', ({ state }) => relative.test(state)],
  ['ladder', ({ text }) => ladder.test(text)],
  ['since', ({ state }) => since.test(state)],
  ['compared', ({ state }) => compared.test(state)],
  ['both timed', ({ state, duty }) => timed.test(state) && timed.test(duty.words)],
  ['lasting', ({ state }) => lasting.test(state)],
  ['a part of them', ({ subject }) => subset.test(subject)],
  ['turned about', turned],
  ['lacks', lacks],
  ['shall', ({ modal }) => modal === 'shall' || modal === 'will' || modal === 'must'],
  ['may', ({ modal }) => modal === 'may' || modal === 'can'],
  ['denies', denies],
  ['denies the act', (view) => denies(view) && view.known.has(verbOf(view.said))],
  ['the bearer', byBearer],
  ['it', (view) => /^\s*(?:it|they)\b/i.test(mainOf(view))],
  ['another is bound', (view) => named.test(view.subject) && !byBearer(view) && /^(?:shall|will|must)$/.test(view.modal ?? '')],
  ['benign', ({ text }) => benign.test(text)],
  ['arranges', ({ said }) => arranges.test(said.slice(0, 40))],
  ['only arranges', ({ said, hurts }) => arranges.test(said) && !hurts],
  ['same act', (view) => view.known.has(verbOf(view.said)) && !denies(view)],
  ['restates', (view) => restates(mainOf(view), view.duty)],
  ['prohibition', ({ duty }) => duty.forbidden],
  ['duty binds', ({ duty }) => binding.test(duty.words)],
  ['duty has a day', ({ duty }) => /\b(?:by|before|within|each|every|no later)\b/.test(duty.words)],
  ['at cost', ({ text }) => atCost.test(text)],
  ['or else', ({ text }) => elsewise.test(text)],
  ['common wording', ({ text }) => commonBreach(text)],
  ['named', ({ text, duty }) => isBreach(text, duty.bearers, duty.forbidden)],
  ['joined', ({ duty }) => duty.joined === true],
  ['linked', ({ text, duty }) => linkedConsequence(text, duty)],
  ['contrary and same', ({ same, adverse }) => same && adverse],
  ['contrary and hurts', ({ hurts, adverse }) => hurts && adverse],
  ['fails and hurts', ({ hurts, failures }) => hurts && failures.size > 0],
  ['hurts nobody', ({ hurts }) => !hurts],
];

const leading =
  /^\s*(?:shall|will|must|may|can|cannot|is|are|has|have|would|should|does|do|need|needs)\b(?: not\b)? ?(?:then |thereby |be )*/i;

export function viewOf(sentence: string, duty: DutyBefore): View {
  const text = sentence.trim().slice(0, 400);
  const { state, rule, subject, modal } = halvesOf(text);
  const known = stems(duty.words);
  const stateStems = stems(state);
  const failures = new Set<string>(failuresIn(state).map(({ kind }) => kind));
  const contrary = contraryKinds(state);
  const harms = detrimentKinds(rule);
  return {
    text,
    duty,
    state,
    subject,
    rule,
    said: rule.replace(leading, ''),
    modal,
    known,
    failures,
    contrary,
    ruleContrary: contraryKinds(rule),
    harms,
    bearers: stems(duty.bearers.join(' ')),
    act: verbOf(/\b(?:shall|will|must|to|may)\s+(?:not )?(?:be )?([a-z]{3,})/i.exec(duty.words)?.[1] ?? ''),
    stateStems,
    same: [...stateStems].some((one) => known.has(one)),
    adverse: contrary.some(Boolean) || failures.size > 0,
    hurts: harms.some(Boolean) || stake.test(rule) || stake.test(subject),
  };
}

/** For each feature whether it holds of a sentence behind a duty. */
export function featuresOf(sentence: string, duty: DutyBefore): readonly boolean[] {
  const view = viewOf(sentence, duty);
  return features.map(([, holds]) => holds(view));
}
