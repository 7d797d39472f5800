/** Whether an outsider could check an English aim: verb, object and measure. */
import type { AimClass } from '../reading.ts';
import { aims } from './aims.data.ts';
import { baseForm } from './lexicon.ts';
import { ofClause } from './gates.ts';

const airy = ofClause.gate(
  /\b(?:cooperation|co-operation|collaboration|dialogue|understanding|ties|relations(?:hips?)?|friendship|trust|growth|development|prosperity|awareness|excellence|resilience|quality|environment|efforts|exchanges?|engagement|culture|synerg\w+|partnerships?|potential|opportunities|innovation|connectivity|well-being|wellbeing|livability|sustainability|vision|goals?|commitment|spirit|best practices?|solutions?|integration|competitiveness|identity|values|communication|coordination|transparency|harmony|solidarity|equity|inclusion|capacity|capabilities|linkages|mobility|skills|knowledge|challenges|concerns|objectives|priorities|ideas|ways|possibilities|avenues|prospects|momentum|confidence|goodwill|harmoni[sz]ation|convergence|attractiveness|image|visibility|participation|involvement|livelihoods|welfare|quality of life|success|progress|benefits?|ambitions?|aspirations?|brand|reputation|thinking|openness|flexibility|fairer|greener|safer|cleaner|healthier|smarter|great place|highest standards|networking|the needs|synergies|common interests?|cohesion|conversation|conversations|talks|contacts|discussions?|closer|stronger|better|most \w+|world-class|vibrant|attractive|leader|hub|gateway|model of|pride|hope|joy|initiative|leadership|fairness|neighbourliness|unity|hospitality|vitality|dynamism|creativity|professionalism|courtesy|civility|dignity|belonging|tolerance|morale|enthusiasm|zeal|diligence|vigilance|stewardship|mutual interest|step change|spirit of|barriers to|obstacles to|personal responsibility|best practice|good relations|peace|stability)\b/i,
);

/** A water quality platform is a platform: before the name of a thing an airy word only says which. */
const which =
  /\b(?:quality|growth|development|mobility|capacity|skills|innovation|environment|exchange|partnership|communication|engagement|welfare|integration|network(?:ing)?|knowledge|transparency|participation|resilience|awareness|sustainability)(?= (?:[a-z]+ )?(?:platforms?|systems?|databases?|reports?|maps?|registers?|data|stations?|cent(?:re|er)s?|index|funds?|plants?|strateg(?:y|ies)|programmes?|polic(?:y|ies)|frameworks?|monitors?|surveys?|sensors?|websites?|portals?|permits?|lev(?:y|ies)|standards?|modules?|courses?|buildings?|offices?|officers?|committees?|agreements?|contracts?|hotlines?|kits?)\b)/gi;
export const isAiry = (object: string): boolean => airy.test(object.replace(which, ''));

/** What is felt about something. */
const attitude = ofClause.gate(
  /^(?:the |their |a |great )?(?:importance|value|need|desire|view|vision|interest|significance|role|benefits?|potential|contribution|common)\b/i,
);

/** Words that leave open what would count as done. */
const loose = ofClause.gate(
  /\b(?:appropriate measures|good practice|sympathetic|mutual|shared heritage|all matters|proportionate|full part|priority it|everything|notes|where possible|as appropriate|closely|informally|necessary (?:steps|measures)|future|lessons|experience|views|benefits|first$|young people|case for|feasibility(?! (?:study|report|assessment))|strategies|as far as possible|to the extent possible|wherever possible|reasonable steps|all efforts|account of|mind|regard to|on board|forward|together|hand in hand|in the spirit)\b/i,
);

/** What somebody or something is, so that an outsider could see it. */
const state = ofClause.gate(
  /\b(?:lead (?!er|ing)|in the lead|in charge|legally|binding|responsible|liable|member|located|open (?:to|at|from|for|by|on|daily)|in (?:force|place|operation|service|use|circulation|writing|post)|operational|available|complete|completed|ready|fully|wholly|entirely|accessible|electric|electrified|zero-\w+|carbon[- ]neutral|\w+-free|free of|void|exempt|free|eligible|due|payable|final|present|staffed|connected|certified|compliant|closed|empty|lit|fitted|equipped|insured|public|quorate|seated|based|online|live|valid|signed|at least|no (?:more|less|fewer)|not (?:more|less)|below|above|under|\d)/i,
);

/** Something that exists once it has been led or organised. */
const products = ofClause.gate(
  /\b(?:exercises?|drills?|surveys?|stock-?take|audits?|preparation|drafting|production|publication|inventory|campaign|fair|competition|conference|workshops?|training)\b/i,
);
const evenly = ofClause.gate(/\b(?:equally|in equal (?:shares|parts)|in proportion|pro rata|half and half)\b/i);

/** What somebody will be like, not what will be done. */
const attitudinal =
  /^(?:take\b.*\bseriously\b|take (?:all |any |further |the |such |suitable |appropriate |necessary |active |concrete )*(?:steps|measures|action)\b(?!.*\d)|keep an eye\b|join (?:the|this|in) .{0,30}(?:effort|initiative|movement|campaign)|(?:concentrate|focus) on\b|(?:spend|use|manage) .{0,30}(?:wisely|prudently|sparingly|sensibly|responsibly)$|[a-z]+ .*\bin (?:a|the|an) (?:[a-z]+ )?spirit of\b|set (?:an?|the) (?:personal |good |shining |strong |positive )?example\b|lead by example\b|show (?:initiative|leadership|care|restraint|courage|patience|understanding|consideration)\b|stand (?:by|together|shoulder|united|with)\b|play (?:its|their|an?|our|my|the) (?:(?:full|active|constructive|leading|important|key|central|proper|due|positive|strong|major) )*(?:part|role)\b|(?:return|come back|revert) to (?:the|this|that) (?:matter|question|issue|subject)\b|look into (?:matters|ways|options|how|possibilities)\b|keep [^,;]{2,40} (?:informed|updated|posted|in the loop|abreast)\b|commits? ?(?:itself|themselves|ourselves|myself) ?to\b|(?:accept|take|bear|assume) (?:full |personal |shared |collective |joint |our |its |their )*responsibility\b|(?:view|regard|treat) .*\bwith (?:concern|care|sympathy)\b|take (?:all )?(?:appropriate|suitable|necessary|proper|reasonable|such) (?:action|steps|measures)\b|(?:offer|give|provide|lend|extend) (?:support|assistance|help|encouragement|guidance)$|put [^,;]{2,40} (?:first|at the heart|at the centre)\b|work (?:constructively|closely|hand in hand|together|side by side|in harmony|as one)\b|keep up\b|take the initiative\b|(?:stay|remain|keep) (?:in )?(?:regular |close |constant |permanent )?(?:contact|touch)\b|keep (?:one another|each other|(?:the )?(?:others?|public|partners)) informed\b|keep .{2,40} (?:under review|in mind|clean|tidy|safe)$|(?:give|lend|offer|provide) (?:every|all|full|their|its|more|strong|active) (?:possible )?(?:encouragement|support|impetus|help|backing)\b|leave no .{2,30} behind|keep the door open|take an? [a-z-]+ approach|show (?:flexibility|solidarity|leadership|restraint|respect|good ?will)|agree (?:on )?further|do (?:more|(?:its|their|our|my) (?:utmost|best|part|share)|everything|all)\b|unify .{0,20}(?:thinking|minds|understanding)\b|see (?:a |an |some )?(?:steady|continued|further|marked|gradual|significant)?\b.*(?:improvement|growth|progress|change|increase)|(?:communicate|speak|talk|act|behave) (?:openly|frankly|honestly|fairly|responsibly|in good faith)\b|(?:recogni[sz]e|know|see|regard|perceive|celebrate|acclaim) ?(?:as|for|throughout)\b)/i;

/** Verbs whose aim is judged by their object, by what they do with it. */
const divides: ReadonlySet<string> = new Set(['share', 'split', 'divide', 'bear', 'contribute', 'fund', 'finance']);
const grants: ReadonlySet<string> = new Set(['give', 'pay', 'have', 'devote', 'attach', 'take', 'place', 'accord']);
const leads: ReadonlySet<string> = new Set(['lead', 'coordinate', 'organise', 'organize', 'manage', 'arrange', 'oversee']);
const takes: ReadonlySet<string> = new Set(['take', 'assume', 'have', 'play', 'hold']);
const regards: ReadonlySet<string> = new Set([
  'recognise',
  'recognize',
  'acknowledge',
  'affirm',
  'reaffirm',
  'note',
  'welcome',
  'see',
  'share',
  'value',
]);

export interface AimFacts {
  /** The whole aim, such as explore, develop and promote. */
  readonly aim: string;
  readonly verb: string;
  readonly object: string;
  readonly hasIndicator: boolean;
  readonly hasDeadline: boolean;
}

const leadingIn = ofClause.gate(
  /^(?:the |a |an |its )?(?:lead|leading|leading role|lead role|leadership) (?:in|on|for|of) (?:the )?(?:([a-z]+ing) )?(.+)/i,
);
const lastJoined = ofClause.gate(/ (?:and|or) ([a-z]+)$/i);

export function aimClassOf({ aim, verb, object, hasIndicator, hasDeadline }: AimFacts): AimClass {
  const base = verb.toLowerCase();
  // To renegotiate is to negotiate.
  const listed = aims.get(base) ?? aims.get(base.replace(/^(?:re|co|pre)-?/, ''));
  // Who takes the lead in something does that.
  const led = leadingIn.exec(object);
  if (led !== null && takes.has(base) && !hasIndicator) {
    const [, act, what = ''] = led;
    const kind = act === undefined ? undefined : aims.get(baseForm(act));
    return isAiry(what) || kind === 'aspirational' ? 'aspirational' : (kind ?? 'mixed');
  }
  if (base === 'lead' && /^(?:on )?(?:work|efforts|action) (?:on|to|in)\b/i.test(object)) return hasDeadline ? 'mixed' : 'aspirational';
  if (base === 'bring' && /\bto the (?:attention|notice) of\b/i.test(`${aim} ${object}`)) return 'mixed';
  if (base === 'advance' && /\b(?:amount|sum|costs?|funds?|money|payment|instalment|price|[$€£]\d)/i.test(object)) return 'concrete';
  const joined = lastJoined.exec(aim)?.[1];
  if (!hasIndicator && joined !== undefined && aims.get(joined.toLowerCase()) === 'aspirational') return 'aspirational';
  if (products.test(object) && hasDeadline && leads.has(base)) return 'concrete';
  if (divides.has(base) && evenly.test(`${object}`)) return 'concrete';
  if (base === 'apply' && /^(?:for|to)\b/i.test(object)) return 'concrete';
  if (base === 'offer' && /^(?:an?|one|two|three|\d)\b/i.test(object)) return 'concrete';
  if (hasIndicator) return 'concrete';
  if (regards.has(base) && attitude.test(object)) return 'aspirational';
  if (grants.has(base) && /\b(?:consideration|attention|regard|priority|emphasis|weight|heed|account|importance)\b/i.test(object))
    return 'aspirational';
  if (attitudinal.test(`${verb} ${object}`)) return 'aspirational';
  if (base === 'take' && /^part\b/i.test(object)) return 'mixed';
  if (base === 'raise' && /\b(?:profile|awareness|standards?|visibility|morale|ambition|matter|issue|concerns?)\b/i.test(object))
    return 'aspirational';
  if (
    base === 'share' &&
    !hasDeadline &&
    /^(?:relevant |such |more |their )?(?:information|data|knowledge|resources|facilities)$/i.test(object)
  )
    return 'mixed';
  if (base === 'is' || base === 'are' || base === 'be') return state.test(`${aim} ${object}`) ? 'concrete' : 'aspirational';
  if (
    (base === 'act' || base === 'serve') &&
    /\bas (?:the |a )?(?:joint )?(?:lead|coordinat|secretariat|host|depositar|repositor|contact|chair|treasurer|accountable|purchas|clearing|intermediar|guarantor|employer)/i.test(
      `${aim} ${object}`,
    )
  )
    return 'concrete';
  if (listed === 'concrete') return (isAiry(object) && !hasDeadline) || loose.test(object) ? 'aspirational' : 'concrete';
  if (listed === 'mixed') return isAiry(object) ? 'aspirational' : 'mixed';
  if (listed === 'aspirational') return 'aspirational';
  return !hasDeadline && (isAiry(object) || loose.test(object)) ? 'aspirational' : 'concrete';
}
