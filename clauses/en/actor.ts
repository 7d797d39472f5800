/** Whether an English noun phrase names somebody who can act, and what kind of party that is. */
import type { PartyType } from '../reading.ts';
import { longestName, remembered } from '../text/remember.ts';

const bodies =
  'party|parties|city|cities|county|counties|council|councils|board|authority|authorities|agency|agencies|department|departments|ministry|ministries|minister|ministers|secretariat|committee|office|officer|officers|official|officials|director|directors|mayor|mayors|commission|commissioner|commissioners|company|companies|operator|operators|utility|utilities|government|governments|state|states|province|provinces|region|regions|municipality|municipalities|town|towns|village|villages|district|districts|borough|boroughs|shire|shires|canton|bank|hospital|hospitals|school|schools|university|universities|college|colleges|police|service|services|trust|partnership|team|teams|staff|member|members|manager|managers|engineer|engineers|coordinator|coordinators|contractor|contractors|residents|households|employers|businesses|landowners|farmers|growers|fishers|vets|doctors|nurses|teachers|drivers|owners|licensees|signatory|signatories|side|sides|partner|partners|participants|body|bodies|jurisdiction|jurisdictions|administration|administrator|administrators|administrations|inspectorate|bureau|directorate|treasurer|treasury|clerk|registrar|steward|chair|chairs|chairman|chairperson|president|governor|governors|secretary|secretaries|leaders|heads|head|chief|chiefs|executive|executives|panel|forum|taskforce|force|group|groups|unit|units|centre|center|corporation|association|foundation|institute|laboratory|laboratories|library|libraries|airport|port|railway|highways|transport|health|water|master|warden|wardens|rangers|inspector|inspectors|auditor|auditors|court|tribunal|nation|nations|tribe|tribes|community|communities|stakeholders|citizens|public|industry|society|corridor|economy|basin|host|lead|sponsor|receiver|recipient|supplier|buyer|seller|lessor|lessee|applicant|applicants|permittee|permittees|polluter|polluters|consortium|alliance|union|federation|network|institution|institutions|entity|entities|organisation|organisations|organization|organizations|person|persons|people|ministry|embassy|consulate|garrison|brigade|ambulance|coastguard|customs|crews|crew|depot|dispatcher|control room|other|others|both|each|we|they|either|neither|all|one|lender|borrower|tenant|landlord|vessels|vessel|providers|provider|visitors|agents|agent|representative|representatives|delegation|delegations|envoy|envoys|ambassador|scientist|scientists|experts|expert|officers-in-charge|superintendent|superintendents|surveyor|prosecutor|prosecutors|judges|sheriff|sheriffs|ward|wards|parish|parishes|territory|territories|island|islands|federal|delegates|upstream|downstream|vehicle|truck|trucks|commuters|cyclists|passengers|tenants|pupils|students|patients|boat|boats|ship|ships|lorries|lorry|anglers|hunters|boaters|haulers|hauliers|users|subscribers|bureaus|laborator|clearing house|house|ports|twin|scheme|custodian|custodians|keeper|keepers|caretaker|cooperative|co-operative|chamber|chambers|friends|curator|curators|foresters|planners|librarians|archive|archives|museum|museums|prison|constabulary|militia|regiment|ferry|ferries|carriers|carrier|tram|transit|rail|post|agents';
const actor = new RegExp(`\\b(?:${bodies})(?:s|es)?\\b`, 'i');

const things =
  /^(?:(?:the|this|that|these|those|any|all|each|every|no|a|an|such|its|their|our|better|further|more|other|some|at least [\d.,%]+(?: per cent)?(?: \w+)? of|not more than [\d.,%]+ of) )*(?:\w+[- ]){0,4}?(?:memorandum|agreement|compact|schedule|annex|arrangement|document|protocol|plan|strategy|efforts?|progress|quorum|results?|nothing|there|it|notice|fees?|costs?|consideration|emphasis|priority|planning|emissions?|disputes?|improvements?|records?|reports?|data|information|payments?|funds?|funding|revenues?|meetings?|decisions?|amendments?|works?|failure|delay|deaths?|rates?|ratio|times?|levels?|concentrations?|quality|branding|form|exchanges?|expenses|invoices|sums|amounts?|contributions?|permits?|licen[cs]es?|buses|vehicles|roads?|bridges?|network|cycle network|standards?|procedures?|rules?|term|terms|text|provisions?|obligations?|initiatives|measures|actions?|projects?|programmes?|programs?|activities|cooperation|collaboration|support|resources|samples?|discharges?|releases?|flows?|waste|water quality|applications?|requests?|complaints?|claims?|notices|minutes|surveys?|audits?|reviews?|exercises?|drills?|training|zone|interests?|potholes|hedgerow|tonnes|kilometres|km|hectares|share|balance|proceeds|surplus|deficit|attendance|seat|headquarters|language|currency|use|access|opportunities|synergies|option|options|possibility|attention|regard|weight)\b/i;

const lastActor =
  /\b(?:steward|officer|officers|manager|managers|director|directors|operator|operators|unit|team|teams|group|inspector|inspectors|coordinator|controller|administrator|engineer|chief|secretariat|bureau|agencies|departments|councils|boards|authorities|committees|centre|center|institute|panel|forum|taskforce|district|borough|town|municipality|region|province|partners?|members?|signator(?:y|ies)|participants?|owners?|leaders?|users?|applicants?|holders?|promoters?)$/i;

/** True if the phrase can be a subject that acts; a document, a result or a sum cannot. */
/** Termination of this Agreement: what happens, not who acts. */
const happening = /^(?:the |any |such )?[A-Za-z-]+(?:tion|ment|ure|ness|ance|ence|sal|wal|ity|ing) (?:of|by|under) /i;
const acting =
  /^(?:the |any |such )?(?:[A-Za-z-]+ )?(?:department|administration|commission|corporation|association|federation|organi[sz]ation|institution|foundation|delegation|government|management|parliament|establishment|authority|community|municipality|city|county|university|entity|utility|ministry|agency|prefecture)\b/i;

export const isActor = remembered(
  (phrase): boolean => {
    const text = phrase.trim();
    if (happening.test(text) && !acting.test(text)) return false;
    const head = text.replace(
      / (?:of|for|in|on|at|from|to|with|under|between|along|across|within|holding|that|which|who|whose|located|using|reported|collected)\b.*$/i,
      '',
    );
    if (
      things.test(head) &&
      !lastActor.test(head) &&
      !/\b(?:authority|council|board|committee|agency|department|commission|office|officer|directorate|service|company|group|team|party|parties|county|city)$/i.test(
        head,
      )
    )
      return false;
    if (actor.test(head) || /^(?:the )?(?:[A-Z][\w'’-]* ){1,4}Fund$/.test(head)) return true;
    const words = head.split(' ').filter((word) => !/^(?:the|a|an|each|both|all|and|either|every|no|any|mr|ms|dr)$/i.test(word));
    return (
      words.length > 0 && words.every((word) => /^[(“"'‘’]?[A-Z\d&]/.test(word) || /^(?:of|de|la|du|von|upon|on|the|i|ii)$/.test(word))
    );
  },
  4000,
  longestName,
);

const plural =
  /(?:cities|counties|parties|states|governments|municipalities|jurisdictions|signatories|members|towns|districts|councils|authorities|sides|regions|provinces|agencies|departments|partners|boroughs|utilities|participants|bodies|ministries|mayors|commissioners|services|operators|villages|secretariats|coordinators|officers|managers|representatives|delegations|directors|shires|chiefs|executives|heads|leaders|secretaries|ministers|islands|nations|teams|schools|wardens|engineers|administrators|treasurers|officials|staff|vets|households|residents|employers|companies|hospitals|libraries|laboratories|chairs|police forces|crews|inspectors|boards|committees|ports|colleges|airports|trusts|lorries|shops|banks|farms|clubs|museums|unions|associations|forces|chambers|centres|centers|institutions|carriers|contractors|growers|owners|fleets)$/i;
const vague =
  /\b(?:relevant|appropriate|competent|interested|concerned|local|various|stakeholders?|businesses|residents|communities|public|industry|companies|citizens|third parties|private|corridor|region|economy|society|universities|schools?|employers|landowners|farmers|rangers|hospitals|head teachers|carriers|ferry operators|officers|visitors|operators|households|people|persons?|partner agencies|regional bodies|vets|licen[cs]ees?|applicants?|vessels?|commuters|cyclists|passengers|tenants|pupils|students|patients|users|anglers|drivers)\b/i;
const collective =
  /\b(?:party|parties|cit(?:y|ies)|count(?:y|ies)|signator|member|government|state|town|municipalit|council|jurisdiction|partner|side|district|province|participant|authorit|borough|region|shire|canton|nation)/i;

export function partyTypeOf(names: readonly string[]): PartyType {
  const [only] = names;
  if (only === undefined) return 'none';
  if (names.length === 1) return oneParty(only);
  const types = names.map(oneParty);
  if (types.includes('open_collective')) return 'open_collective';
  return types.includes('closed_collective') ? 'closed_collective' : 'individual';
}

/** The part of a name before what modifies it: Staff of the two agencies. */
const headOf = (name: string): string =>
  name.replace(/ (?:of|for|in|on|at|from|to|with|under|between|along|across|within|holding|that|which|who|whose)\b.*$/i, '').trim();

/** Kind of party of one name. */
const oneParty = remembered(
  (name): PartyType => {
    const head = headOf(name);
    if (/^(?:we|both|they|all|each|neither|none|both sides)$/i.test(head)) return 'closed_collective';
    // The Cities of Ashby and Harrow: each is named.
    if (
      /^(?:the )?(?:cities|counties|towns|states|provinces|districts|cantons|governments|municipalities|boroughs) of [A-Z][\w'’-]*(?:, [A-Z][\w'’-]*)*,? and [A-Z]/i.test(
        name,
      )
    )
      return 'individual';
    if (
      /^(?:the |an? )?(?:consortium|association|alliance|group|union) of (?:two|three|four|five|six|seven|eight|nine|ten|\d+|the) [a-z]+/i.test(
        name,
      )
    )
      return 'closed_collective';
    if (/^(?:the )?other(?: party| side)?$/i.test(head)) return 'individual';
    if (
      /^(?:the )?(?:parties|signatories|partners|partner councils|partner authorities|twin|two|three|four|five|six|both|participants|members|consortium of|operators$|member|participating|compacting|contracting|signatory)\b/i.test(
        head,
      )
    )
      return 'closed_collective';
    // That state: one of them, whichever it is.
    if (
      /^(?:that|such|whichever|the (?:defaulting|offending|responsible|polluting|upstream|downstream|billing|receiving|supplying)) (?:part|stat|count|cit|member|municipalit|council|district|region|province|authorit|signator)[a-z]*$/i.test(
        head,
      ) &&
      /^(?:that|such|whichever)/i.test(head)
    )
      return 'closed_collective';
    if (
      /^(?!all\b|any\b)(?:[\w-]+ ){1,3}(?:partners|signatories|members|parties|participants)$/i.test(head) &&
      !vague.test(head) &&
      !/^[A-Z][a-z]+ [A-Z]/.test(head)
    )
      return 'closed_collective';
    const proper = /[A-Z]/.test(
      head
        .replace(
          /^(?:The|A|An|Each|Every|Both|All|No|Any|Either|Local|Regional|Relevant|Some|Other|Such|[A-Z][a-z]+(?:-[a-z]+)?(?= [a-z]))\b/,
          '',
        )
        .replace(/^[A-Z]\w*$/, (word) => (plural.test(word) || vague.test(word) ? '' : word)),
    );
    if (vague.test(head) && !proper) return 'open_collective';
    if (/^all (?:schools|hospitals|businesses|employers|operators|residents|companies|employers|agencies|departments)\b/i.test(head))
      return 'open_collective';
    if (/^(?:each|both|all|every|either|neither|no|any|a|an|one)\b/i.test(head)) {
      // An independent auditor, a joint secretariat: one body that will be known once it is appointed.
      if (/^an? (?:independent|joint|single|qualified|designated|appointed|permanent)\b/i.test(head)) return 'individual';
      if (/^(?:a|an|one|any)\b/i.test(head) && !collective.test(head)) return 'open_collective';
      return collective.test(head) || /^(?:each|both|all|every)/i.test(head) ? 'closed_collective' : 'open_collective';
    }
    if (/\b(?:two|three|four|five|six) [a-z]+$/i.test(head)) return 'closed_collective';
    if (plural.test(head)) {
      if (/^the\b/i.test(head) || /\bof (?:the )?(?:two|both|three|Part)/i.test(name)) return 'closed_collective';
      return proper && /[A-Z]\w+ (?:[A-Z]\w+)$/.test(head) ? 'individual' : 'open_collective';
    }
    return 'individual';
  },
  4000,
  longestName,
);
