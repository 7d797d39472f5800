/** Modals, hedges and permissions of English clauses, and where they stand. */
import type { Deontic, Span } from '../reading.ts';
import { Choice } from '../text/choice.ts';
import { matchesOf } from '../text/matches.ts';
import { isActor } from './actor.ts';
import { ofClause } from './gates.ts';

export interface Modal {
  readonly start: number;
  readonly end: number;
  readonly deontic: Deontic;
  readonly hedged: boolean;
  /** The hedge is itself the aim: strive for closer ties. */
  readonly aims: boolean;
}

const BIND =
  '(?:will be asked to|shall be asked to|shall be responsible for|will be responsible for|must be asked to|shall|must|will|should|would|is to|are to|is required to|are required to|is obliged to|are obliged to|undertakes? to|agrees? to|agrees? that|commits? (?:itself |themselves )?to|pledges? to|is responsible for|are responsible for|has a duty to|have a duty to|is bound to|needs? to|has to|have to|covenants? to|guarantees? to|promises? to|undertook to|agreed to|is asked to|are asked to|was asked to|were asked to|(?:was|were) (?:instructed|directed|requested|required|tasked|ordered|reminded|told|called upon|obliged) to|(?:is|are) (?:requested|called upon|reminded|mandated|commissioned|instructed|ordered|enjoined|sworn|under obligation) to|is charged with|are charged with|is instructed to|are instructed to|is tasked with|are tasked with|is directed to|are directed to|is obligated to|are obligated to|is accountable for|are accountable for|accepts? (?:full |sole |lead )?responsibility for|takes? (?:full |sole |lead )?responsibility for|assumes? responsibility for|ha(?:s|ve) an obligation to|ha(?:s|ve) responsibility for|is due to|are due to|binds? itself to|bind themselves to|is mandated to|are mandated to|is expected and required to|is under (?:a duty|an obligation) to|are under (?:a duty|an obligation) to|is bound by (?:this|the) \\w+ to|ha(?:s|ve) (?:hereby |also |further |jointly )?(?:agreed|undertaken|committed(?: itself| themselves)?|pledged|promised|resolved|decided|consented) to|consents? to|engages? (?:itself |themselves )?to|ha(?:s|ve) the (?:duty|task|responsibility|obligation) (?:to|of)|is in charge of|are in charge of|ha(?:s|ve) charge of|answers? for|is answerable for|are answerable for|is held responsible for|are held responsible for|is accountable for|are accountable for|ha(?:s|ve) (?:lead |primary |overall |full )?responsibility for|is (?:primarily |jointly |solely |directly )?responsible for|are (?:primarily |jointly |severally |solely |directly )?responsible for|is scheduled to|are scheduled to|am (?:personally |fully |also |solely )?(?:responsible|accountable|answerable) for|am (?:obliged|bound|required|charged|tasked) (?:to|with)|am to)';
export const ADVERB =
  '(?:jointly|promptly|also|each|together|fully|regularly|immediately|forthwith|annually|collectively|actively|mutually|both|thereafter|further|therefore|in turn|at all times|duly|normally|generally|periodically|formally|publicly|directly|separately|individually|respectively|likewise|severally|then|only|first|always|continuously|strictly|timely|accordingly|closely|solely|automatically|temporarily|voluntarily)';
/** Each kind is looked for only where the clause holds words of it. */
const modalForms = new Choice(
  ofClause,
  [
    `(?<not>(?:shall|will|may|must) (?:not|no longer) be (?:permitted|allowed|entitled|eligible|authori[sz]ed|free) to|(?:(?:shall|must|will|should|agrees? to|undertakes? to) (?:refrain|desist|abstain) from)|(?:undertakes?|agrees?|commits?|promises?|covenants?|is|are) not to|(?:shall|must|may|will|should|can|would) (?:under no circumstances |in no (?:event|case) )?(?:not|never|no longer)\\b|(?:is|are) (?:prohibited from|not (?:permitted|allowed|entitled) to|forbidden (?:to|from)|barred from|precluded from|debarred from)|(?:shall|will|must) be (?:prohibited|barred|precluded|debarred|forbidden) (?:from|to)|(?:shall|will|must) (?:neither|in no way)|cannot|can not|(?:refrains?|abstains?|desists?) from|(?:shall|will|must|agrees? to|undertakes? to) (?:cease|stop) (?=[a-z]+ing\\b))`,
    `(?<hedge>(?:(?:every|all|best|further|joint|continued|sustained|serious|reasonable|an|the|utmost|possible) ){0,3}(?:efforts?|endeavou?rs?|attempts?) (?:is|are|(?:will|shall|should|must|is to|are to|would) be|to be)(?: being)? (?:made|undertaken|used|exerted|directed|continued)(?: by (?:the |both |all |each )?[A-Za-z][\\w’' -]{2,40}?)? to|efforts? (?:will|shall|should|must) continue to|(?:(?:${BIND}|hereby) )?(?:${ADVERB} )?(?:(?:endeavou?rs?|strives?|aims?|intends?|seeks?|hopes?|wish(?:es)?|attempts?|plans?|aspires?|desires?|expects?|undertakes?),(?=[^,;]{2,70}, to )[^,;]{2,70}, to|do(?:es)? (?:my|our|your|his|her) (?:best|utmost) to|do(?:es)? (?:its|their) level best to|make(?:s)? (?:every|all|serious|sincere|continued|their|its) (?:possible |reasonable |best )?(?:efforts?|endeavou?rs?|attempts?) to|use(?:s)? (?:every|all|its|their|best|reasonable|commercially reasonable) ?(?:best |possible |reasonable )?(?:efforts?|endeavou?rs?|means) to|spare(?:s)? no effort to|go(?:es)? to great lengths to|work(?:s)? towards? (?=[a-z]+ing\\b)|ha(?:s|ve) (?:as (?:its|their) aim|the aim|the intention|it in mind) to|ha(?:s|ve) (?:offered|volunteered) to|offers? to|(?<!\\b(?:be|been|is|are|was|were) )offered to|volunteered to|volunteers? to|(?:is|are) (?:hoping|aiming|planning|intending|seeking|looking|striving|likely|set|poised|supposed) to|(?:is|are) (?:open|sympathetic) to|(?:is|are) (?:envisaged|anticipated|foreseen|hoped|intended|meant|designed|projected|forecast|proposed|planned) to|endeavou?rs? to|strives? (?:to|for)|aims? (?:to|for|at)|intends? to|seeks? to|makes? (?:every|all|their|its)? ?(?:reasonable |best )?efforts? to|uses? (?:their |its |all )?(?:best|reasonable) (?:efforts|endeavours) to|does? (?:their|its) (?:best|utmost) to|do (?:their|its) (?:best|utmost) to|hopes? to|wish(?:es)? to|attempts? to|tries to|try to|is committed to|are committed to|(?:is|are|be) expected to|(?:is|are|am) determined to|looks? forward to|proposes? to|(?:is|are) willing to|(?:is|are) prepared to|(?:is|are) ready to|(?:is|are) inclined to|would(?= (?:welcome|consider|examine|explore|favou?r|contemplate|appreciate|look at|look into)\\b)|would (?:like to|wish to|hope to|prefer to|be (?:glad|pleased|happy|willing|prepared) to)|shall as far as (?:possible|practicable)|uses? (?:all )?reasonable endeavours to|takes? (?:all )?reasonable steps to|do(?:es)? (?:everything|all|what) (?:they|it) (?:reasonably )?can to|expects? to|plans? to|looks? to|aspires? to|(?:is|are) (?:keen|eager|minded|hopeful) to|shares? the (?:goal|aim) of|am (?:fully |firmly |personally )?(?:committed|determined|willing|prepared|ready|keen|eager) to))`,
    `(?<may>(?:may|might|can|could) (?:wish|choose|elect|decide|opt|like) to|(?:was|were) (?:urged|invited|encouraged|advised|welcome|free|permitted|allowed|authori[sz]ed|entitled) to|(?:shall |will )?be (?:entitled|permitted|authori[sz]ed|free|at liberty|welcome) to|(?:is|are) welcome to|reserves? the right to|ha(?:s|ve) (?:the |full )?(?:discretion|power|option|liberty|freedom) to|may|might|could|can|be authori[sz]ed to|be permitted to|be entitled to|is encouraged to|are encouraged to|is entitled to|are entitled to|has the right to|have the right to|is invited to|are invited to|is free to|are free to|is authori[sz]ed to|are authori[sz]ed to|is permitted to|are permitted to|is urged to|are urged to|is empowered to|are empowered to|is at liberty to|are at liberty to|ha(?:s|ve) a right to|ha(?:s|ve) authority to|(?:shall|will) have the (?:right|power|option|authority) to|is allowed to|are allowed to|(?:is|are) (?:eligible|qualified) to|(?:shall|will) be eligible to|(?:shall|will) be allowed to|(?:is|are) at (?:its|their) discretion to|(?:shall|will) be (?:encouraged|invited|urged) to|is advised to|are advised to)`,
    `(?<must>${BIND})`,
  ],
  'gi',
  "(?<![\\w'’])",
);
/** True if the word before `end` is a whole one. */
const endsWord = (text: string, end: number): boolean => end === text.length || text[end] === ' ' || !/\w/.test(text[end] as string);

/** What is to be assured stands in the same breath as the assurance. */
const assured = ofClause.gate(
  /^\s*(?:[a-z]+ly )?(?:ensure|ensuring|guarantee|procure|make sure|see to it|see|satisfy \w+|require|specify|state|confirm|verify|certify|provide|stipulate|assume|acknowledge|recogni[sz]e|agree|demonstrate|show|determine|decide)(?: (?:in writing|to [^,;]{2,30}))? (?:that|whether|how)\b[^,;]*$/i,
);

const consents = ofClause.gate(/^(?:consent|answer) (?:to|for)$/);
const looselySaid = ofClause.gate(
  /(?:^|[,;] |\band )(?:it is (?:hoped|expected|anticipated|envisaged|intended) that|in principle|as a (?:general )?rule|ideally|as far as possible|so far as possible),? [^;]*$/i,
);
const relativePronoun = ofClause.gate(/\b(?:that|which|who) $/i);
const striving = ofClause.gate(/(?:strives? (?:to|for)|works? towards?|aims? (?:for|at))$/);

export function modalsIn(text: string): Modal[] {
  const found: (Modal & { readonly conditional: boolean })[] = [];
  const pattern = modalForms.pattern;
  for (const match of pattern === undefined ? [] : matchesOf(pattern, text)) {
    const { index: start, groups } = match;
    const end = start + match[0].length;
    if (!endsWord(text, end)) continue;
    const [said] = match;
    const word = said.toLowerCase();
    // Should Ashby fail…: a condition, not a duty.
    if (word === 'should' && /(?:^|[.;:] )\s*$/.test(text.slice(0, start))) continue;
    // …should they remain open: an inverted condition.
    if (word === 'should' && /^ (?:it|they|he|she|the|any|either|an?|its|their|this|that|[A-Z][\w'’]*) /.test(text.slice(end))) continue;
    // its consent to the licence, shall answer for it
    if (
      consents.test(word) &&
      /\b(?:the|its|their|his|her|written|prior|of|such|any|shall|will|must|may|to) $/i.test(text.slice(Math.max(0, start - 10), start))
    )
      continue;
    if (word === 'may' && /^\s?\d/.test(text.slice(end))) continue;
    const earlier = found.at(-1);
    // shall submit a recovery plan to both: a noun, not a hope.
    if (
      earlier !== undefined &&
      /^(?:plan|attempt|offer|wish|hope|aim)s? to$/.test(word) &&
      /^(?! (?:and|but)\b)[^,;]*\b(?:an?|the|its|their|this|any|each|such)\b[^,;]*$/.test(text.slice(earlier.end, start))
    )
      continue;
    if (
      said === 'May' &&
      /^ (?:and|to|until|through|–|-) (?:January|February|March|April|May|June|July|August|September|October|November|December)/.test(
        text.slice(end),
      )
    )
      continue;
    // Between March and May: inside a sentence a capital makes it the month.
    if (said === 'May' && !/(?:^|[.;:!?(“"] ?)$/.test(text.slice(Math.max(0, start - 3), start))) continue;
    if ((said === 'May' || said === 'Will') && /(?:\d|in|by|of|until|before) $/.test(text.slice(0, start))) continue;
    if ((word === 'is to' || word === 'are to') && !/^ [a-z]/.test(text.slice(end))) continue;
    const left = text.slice(Math.max(0, start - 12), start);
    if (found.length > 0 && /\b(?:whichever|whatever|what|as) $/i.test(left)) continue;
    const last = found.at(-1);
    // shall ensure that the works will be complete: one duty.
    if (last !== undefined && assured.test(text.slice(last.end, start))) continue;
    // In principle, costs shall be shared: whatever stands after it binds nobody.
    const loose = looselySaid.test(text.slice(Math.max(0, start - 120), start));
    const deontic: Deontic =
      loose && groups?.['must'] !== undefined
        ? null
        : groups?.['not'] !== undefined
          ? 'must_not'
          : groups?.['hedge'] !== undefined
            ? null
            : groups?.['may'] !== undefined
              ? 'may'
              : 'must';
    found.push({
      conditional: (relativePronoun.test(left) && antecedent(text, start) === undefined) || conditional(text, start),
      start,
      end,
      deontic,
      hedged: deontic === null,
      aims: striving.test(word),
    });
  }
  // A sentence with no other modal is ruled by the one that stands after its condition without a comma.
  const free = found.filter((modal) => !modal.conditional);
  return free.length > 0 ? free : found.slice(-1);
}

const beforeWhich = ofClause.gate(
  /((?:the |an? |each |either )?(?:(?:two|three|four|joint|competent) )?(?:[A-Z][\w'’-]*(?: (?:of |for |of the |for the )?[A-Z][\w'’-]*){0,5}|(?:[a-z]+ ){0,2}(?:council|board|committee|secretariat|commission|authority|party|parties|ministers?|governors?|treasurer|director|chair))), (?:which|who) $/,
);

/** …to the Joint Committee, which shall decide: who is meant by “which” before the modal at `modal`, if it is somebody who acts. */
export function antecedent(text: string, modal: number): Span | undefined {
  const left = text.slice(Math.max(0, modal - 120), modal);
  const match = beforeWhich.exec(left);
  if (match === null || !isActor(match[1] as string)) return undefined;
  const start = modal - left.length + match.index;
  return { start, end: start + (match[1] as string).length };
}

const pronounLast = ofClause.gate(/\b(?:it|they)\s*$/i);
const openCondition = ofClause.gate(
  /(?:^|[,;.] |\b(?:and|or) )(?:if|where|when|unless|whenever|should|in the event(?: that)?|as soon as|until|to the extent that) [^,;]*$/i,
);

/** A modal inside a condition: should the level exceed …, if the parties may. */
function conditional(text: string, start: number): boolean {
  const left = text.slice(0, start);
  if (pronounLast.test(left)) return false;
  return openCondition.test(left);
}
