/** Whether an English noun phrase names somebody who can act, and what kind of party that is. */
import { baseForm, verbKind } from './lexicon.ts';
import type { PartyType } from '../reading.ts';
import { longestName, remembered } from '../text/remember.ts';

const bodies =
  'locality|localities|registries|dairy|dairies|abattoir|abattoirs|depots|garages|restaurant|restaurants|warehouse|warehouses|workshop|factory|factories|surgeries|surgery|studio|studios|newspaper|newspapers|broadcasters|publisher|publishers|lessees|lessors|tenants|sponsors|hosts|party|parties|city|cities|county|counties|council|councils|board|authority|authorities|agency|agencies|department|departments|ministry|ministries|minister|ministers|secretariat|committee|office|officer|officers|official|officials|director|directors|mayor|mayors|commission|commissioner|commissioners|company|companies|operator|operators|utility|utilities|government|governments|state|states|province|provinces|region|regions|municipality|municipalities|town|towns|village|villages|district|districts|borough|boroughs|shire|shires|canton|bank|hospital|hospitals|school|schools|university|universities|college|colleges|police|service|services|trust|partnership|team|teams|staff|member|members|manager|managers|engineer|engineers|coordinator|coordinators|contractor|contractors|residents|households|employers|businesses|landowners|farmers|growers|fishers|vets|doctors|nurses|teachers|drivers|owners|licensees|signatory|signatories|side|sides|partner|partners|participants|body|bodies|jurisdiction|jurisdictions|administration|administrator|administrators|administrations|inspectorate|bureau|directorate|treasurer|treasury|clerk|registrar|steward|chair|chairs|chairman|chairperson|president|governor|governors|secretary|secretaries|leaders|heads|head|chief|chiefs|executive|executives|panel|forum|taskforce|force|group|groups|unit|units|centre|center|corporation|association|foundation|institute|laboratory|laboratories|library|libraries|airport|port|railway|highways|transport|health|water|master|warden|wardens|rangers|inspector|inspectors|auditor|auditors|court|tribunal|nation|nations|tribe|tribes|community|communities|stakeholders|citizens|public|industry|society|corridor|economy|basin|host|lead|sponsor|receiver|recipient|supplier|buyer|seller|lessor|lessee|applicant|applicants|permittee|permittees|polluter|polluters|consortium|alliance|union|federation|network|institution|institutions|entity|entities|organisation|organisations|organization|organizations|person|persons|people|ministry|embassy|consulate|garrison|brigade|ambulance|coastguard|customs|crews|crew|depot|dispatcher|control room|other|others|both|each|we|they|either|neither|all|one|lender|borrower|tenant|landlord|vessels|vessel|providers|provider|visitors|agents|agent|representative|representatives|delegation|delegations|envoy|envoys|ambassador|scientist|scientists|experts|expert|officers-in-charge|superintendent|superintendents|surveyor|prosecutor|prosecutors|judges|sheriff|sheriffs|ward|wards|parish|parishes|territory|territories|island|islands|federal|delegates|upstream|downstream|vehicle|truck|trucks|commuters|cyclists|passengers|tenants|pupils|students|patients|boat|boats|ship|ships|lorries|lorry|anglers|hunters|boaters|haulers|hauliers|users|subscribers|bureaus|laborator|clearing house|house|ports|twin|scheme|custodian|custodians|keeper|keepers|caretaker|cooperative|co-operative|chamber|chambers|friends|curator|curators|foresters|planners|librarians|archive|archives|museum|museums|prison|constabulary|militia|regiment|ferry|ferries|carriers|carrier|tram|transit|rail|post|agents|researchers|researcher|scholars|historians|archivist|archivists|volunteers|volunteer|apprentices|trainees|guests|tourists|travellers|investors|investor|traders|trader|merchants|vendors|vendor|importer|importers|exporter|exporters|manufacturer|manufacturers|producer|producers|processor|processors|distributor|distributors|retailer|retailers|developer|developers|builder|builders|designers|architect|architects|consultant|consultants|adviser|advisers|advisor|advisors|lawyers|counsel|accountant|accountants|arbitrator|arbitrators|mediator|mediators|conciliator|negotiators|observer|observers|ombudsman|commander|commanders|captain|captains|skipper|skippers|pilot|pilots|masters|harbourmaster|fishermen|fisherman|breeder|breeders|herders|gardeners|veterinarian|pharmacists|pharmacy|physician|physicians|surgeon|nurse|midwives|paramedics|carers|social workers|workers|worker|principal|lecturers|rector|chancellor|bursar|parents|guardians|children|adults|youth|women|men|families|family|neighbours|individuals|individual|undertaking|undertakings|firm|firms|enterprise|enterprises|shop|shops|franchisee|concessionaire|concessionaires|promoter|promoters|organiser|organisers|organizer|organizers|bidder|bidders|tenderer|tenderers|subcontractor|subcontractors|guarantor|insurer|insurers|trustee|trustees|beneficiary|beneficiaries|claimant|claimants|creditor|creditors|debtor|shareholder|shareholders|payer|purchaser|purchasers|consumer|consumers|customer|customers|client|clients|occupier|occupiers|leaseholder|leaseholders|householder|householders|motorists|pedestrians|riders|holder|holders|handlers|discharger|dischargers|emitter|emitters|irrigators|irrigator|shipper|shippers|broker|brokers|broadcaster|broadcasters|rapporteur|speaker|spokesperson|liaison|focal point|focal points|mission|squad|squads|division|divisions|branch|branches|section|wing|cell|club|clubs|charity|charities|church|churches|congregation|congregations|cinema|theatre|theatres|orchestra|gallery|galleries|hotel|hotels|farm|farms|mine|mines|mill|mills|quarry|quarries|brewery|bakery|bakeries|cooperatives|co-operatives|credit union|credit unions|bus company|clinic|clinics|practice|practices|nursery|nurseries|kindergarten|kindergartens|academy|academies|faculty|faculties|observatory|station|stations|everybody|everyone|anybody|anyone|somebody|nobody|whoever|all concerned|fund|registry|judiciary|assembly|parliament|senate|congress|legislature|cabinet|presidency|premier|premiers|chairwoman|vice-chair|deputy|deputies|assistant|clerks|scouts|veterans|pensioners|refugees|migrants|newcomers|applicants|candidate|candidates|graduates|alumni|interns|fellows|fellow|expert group|steering group|syndicate|guild|guilds|league|confederation|chapter|lodge|hubs';
const actor = new RegExp(`\\b(?:${bodies})(?:s|es)?\\b`, 'i');

const things =
  /^(?:(?:the|this|that|these|those|any|all|each|every|no|a|an|such|its|their|our|better|further|more|other|some|at least [\d.,%]+(?: per cent)?(?: \w+)? of|not more than [\d.,%]+ of) )*(?:[\w'’]+[- ]){0,4}?(?:pm ?\d[\d.]*|co2|no2|nox|so2|ozone|nitrates?|nitrogen|phosph\w+|leakage|losses|loss|ridership|patronage|footfall|throughput|output|turnover|tonnage|traffic|congestion|pollution|noise|turbidity|salinity|consumption|demand|occupancy|coverage|vacancies|vacancy|unemployment|employment|enrolment|mortality|incidence|prevalence|absenteeism|sickness|casualties|accidents?|incidents?|collisions?|fires|thefts?|crimes?|visits|journeys|trips|exports|imports|sales|prices?|wages|taxes|tolls?|tariffs?|solidarity|friendship|subsid(?:y|ies)|fares?|tickets?|rents?|meals?|goods|charges?|fines?|penalt(?:y|ies)|deposits?|grants?|loans?|vouchers?|openness|freight|biodiversity|temperatures?|memorandum|agreement|compact|schedule|annex|arrangement|document|protocol|plan|strategy|efforts?|progress|quorum|results?|nothing|there|it|notice|fees?|costs?|consideration|emphasis|priority|planning|emissions?|disputes?|improvements?|records?|reports?|data|information|payments?|funds?|funding|revenues?|meetings?|decisions?|amendments?|works?|failure|delay|deaths?|rates?|ratio|times?|levels?|concentrations?|quality|branding|form|exchanges?|expenses|invoices|sums|amounts?|contributions?|permits?|licen[cs]es?|buses|vehicles|roads?|bridges?|network|cycle network|standards?|procedures?|rules?|term|terms|text|provisions?|obligations?|initiatives|measures|actions?|projects?|programmes?|programs?|activities|cooperation|collaboration|support|resources|samples?|discharges?|releases?|flows?|waste|water quality|applications?|requests?|complaints?|claims?|notices|minutes|surveys?|audits?|reviews?|exercises?|drills?|training|zone|interests?|potholes|hedgerow|tonnes|kilometres|km|hectares|share|balance|proceeds|surplus|deficit|attendance|seat|headquarters|language|currency|use|access|opportunities|synergies|option|options|possibility|attention|regard|weight)\b/i;

const lastActor =
  /\b(?:steward|officer|officers|manager|managers|director|directors|operator|operators|unit|team|teams|group|inspector|inspectors|coordinator|controller|administrator|engineer|chief|secretariat|bureau|agencies|departments|councils|boards|authorities|committees|centre|center|institute|panel|forum|taskforce|district|borough|town|municipality|region|province|partners?|members?|signator(?:y|ies)|participants?|owners?|leaders?|users?|applicants?|holders?|promoters?|units|groups|bureaus|bureaux|secretariats|coordinators|controllers|administrators|engineers|chiefs|centres|centers|institutes|panels|forums|districts|boroughs|towns|municipalities|regions|provinces|council|board|authority|agency|department|commission|office|offices|service|services|compan(?:y|ies)|providers?|contractors?|suppliers?|commissions|ministr(?:y|ies)|ministers?|police|crews?|brigades?|inspectorates?|staff|heads?|planners?|workers?|volunteers?|bodies|body|association|associations|organi[sz]ations?|institutions?|commissioners?|wardens?|clubs?|schools?|hospitals?|universit(?:y|ies)|firms?)$/i;

/** Termination of this Agreement: what happens, not who acts. */
const happening = /^(?:the |any |such )?[A-Za-z-]+(?:tion|ment|ure|ness|ance|ence|sal|wal|ity|ing) (?:of|by|under) /i;
const acting =
  /^(?:the |any |such )?(?:[A-Za-z-]+ )?(?:department|administration|commission|corporation|association|federation|organi[sz]ation|institution|foundation|delegation|government|management|parliament|establishment|authority|community|municipality|city|county|university|entity|utility|ministry|agency|prefecture)\b/i;

/** A fund, a network, a registry that has a name acts. */
const fundName =
  /^(?:[Tt]he (?:[A-Z][\w'’-]* ){0,4}|(?:[A-Z][\w'’-]* ){1,4})(?:Fund|Network|Registry|Facility|Exchange|Observatory|Works|Support|Standards|Programme|Resources)$/;

/** Millbrook IT: no “it”. */
const acronymEnd = /^(?:the )?[A-Z][a-z][\w'’-]*(?: [A-Z][\w'’-]*)* [A-Z]{2,}$/;

const whereabouts = /^ (?:of|in|on|at|from|between|among|along|across|above|below|over|under|per|for|against|into|within|during|than|by)\b/;

/** Words that end like somebody who does something: a beekeeper, an archivist, a licensee. */
const agentive = /^[a-z]{2,}(?:[^aeiou]er|or|ist|eer|ee|ian|man|men|woman|women|folk|smith|keeper)s?$/;
const noAgent =
  /^(?:(?:break|rain|waste|storm|ground|melt|sea|head|back)?water|meter|sewer|order|paper|number|power|border|river|sector|factor|register|charter|tender|matter|shelter|corridor|reactor|incinerator|generator|detector|sensor|indicator|tractor|center|computer|server|boiler|filter|transformer|container|trailer|tanker|ladder|tower|barrier|weather|winter|summer|quarter|chapter|letter|newsletter|buffer|layer|cover|offer|transfer|counter|cluster|disaster|gutter|corner|fertili[sz]er|folder|poster|sticker|banner|answer|danger|copper|silver|scanner|printer|router|heater|cooler|freezer|dryer|crusher|digester|timber|rubber|other|remainder|reminder|error|floor|door|motor|vector|mirror|interior|exterior|behaviou?r|colou?r|harbou?r|labou?r|favou?r|fee|degree|tree|pier|frontier|tier|ledger|trigger|footer|header|placer|flyer|binder|feeder|meander|fodder|clover|lever|fever|cancer|specimen|regimen|abdomen|list|mist|twist|heist)s?$/;
const trailingAdjective =
  / (?:hereby|herewith|[a-z]{2,}ly|would|concerned|responsible|present|involved|affected|competent|alone|themselves|itself|available)$/;
const actorWord = new RegExp(`^(?:${bodies})(?:s|es)?$`, 'i');

const behind =
  '(?=(?:to|an?|the|its|their|his|her|it|them|any|all|more|less|fewer|at least|such|this|that|in|on|at|by|for|from|with|without|under|within|inside|outside|over|above|below|into|through|along|across|as|not|no|last|first|free|up|out|off|against|upon|since|after|before|during|until|where|when|twice|every|each|fish|waste|water|goods|services|\\d|[A-Z])\\b)';
const participles =
  '[a-z]+ed|found|held|made|built|left|lent|sold|kept|sent|given|taken|caught|paid|owed|known|born|chosen|drawn|driven|grown|lying|lost|met|run|seen|set aside|spent|unspent|won|written|flown|shown|brought|bought|cut';
const notHead =
  '(?<!\\b(?:the|an?|each|every|any|all|both|no|its|their|his|her|our|this|that|these|those|of|for|and|or|to|in|on|at|by|with|from))';
/**
 * A Party wishing to withdraw, the master of a vessel found inside the box, a Member two years in arrears: where what is said
 * about somebody begins, behind the noun.
 */
const postmodifier = new RegExp(
  `(?<=[a-z\\d’')])${notHead} (?:(?:not|never|so|already|currently|still|newly|duly|previously|subsequently|who|either|also) )?(?:(?!building|meeting|planning|housing|parking|mining|shipping|steering|hearing|landing|crossing|funding|training|working|managing|monitoring)[a-z]{2,}ing (?!(?:a|an|the|its|their|it|them|any|all|his|her) )${behind}|(?:${participles})(?:,? (?:but|and|or) (?:not )?[a-z]+ed)? ${behind}|(?:found|caught|seen|reported) (?:to |guilty|[a-z]+ing )|(?:longer|wider|heavier|larger|older|younger|smaller|taller|higher|lower|bigger|later|earlier|fewer) than |(?:in arrears|in default|in breach|guilty of|unable to|able to|ready to|willing to|eligible (?:for|to)|entitled to|responsible for|subject to|liable to|due to|free of|(?:one|two|three|four|five|six|\\d+) (?:days?|weeks?|months?|years?) (?:in|behind|late|overdue|old))\\b)`,
);

/** The phrase without what is said about its noun. */
export function nounOf(phrase: string): string {
  const match = postmodifier.exec(phrase);
  return match === null ? phrase : phrase.slice(0, match.index);
}

/** The last word of the phrase decides, unless it is a name: water losses are nobody. */
function acts(head: string): boolean {
  const last = /([A-Za-z][\w'’-]*)$/.exec(head.replace(trailingAdjective, ''))?.[1] ?? '';
  if (!/^[a-z]/.test(last)) return actor.test(head);
  return actorWord.test(last) || actorWord.test(`${last}s`) || (agentive.test(last) && !noAgent.test(last));
}

/** True if the phrase can be a subject that acts; a document, a result or a sum cannot. */
export const isActor = remembered(
  (phrase): boolean => {
    const text = phrase.trim();
    if (happening.test(text) && !acting.test(text)) return false;
    const head = nounOf(text).replace(
      / (?:of|for|in|on|at|from|to|with|under|between|along|across|within|among|amongst|over|against|about|towards?|into|by|during|after|before|throughout|beyond|per|above|below|than|holding|that|which|who|whose|located|using|reported|collected)\b.*$/i,
      '',
    );
    // “Catchment” means: a word that is defined.
    if (/^[“"‘']/.test(text)) return false;
    if (fundName.test(head) || acronymEnd.test(head)) return true;
    if (
      things.test(head) &&
      !lastActor.test(head) &&
      !/\b(?:authority|council|board|committee|agency|department|commission|office|officer|directorate|service|company|group|team|party|parties|county|city)$/i.test(
        head,
      )
    )
      return false;
    if (acts(head)) return true;
    // Fishing, parking, dumping: an act.
    if (/^[A-Z][a-z]{2,}ing$/.test(head) && head !== 'Reading' && verbKind(baseForm(head)) !== undefined) return false;
    // Goods in transit, noise along the line: a name has nothing of the kind behind it.
    if (
      /^(?!None|Each|All|Both|Any|Either|Neither|One|Some|Most|Many|Few|Several|Those|Two|Three|Four)[A-Z][a-z]+$/.test(head) &&
      whereabouts.test(text.slice(head.length))
    )
      return false;
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
  /\b(?:localit(?:y|ies)|relevant|appropriate|competent|interested|concerned|local|various|stakeholders?|businesses|residents|communities|public|industry|companies|citizens|third parties|private|corridor|region|economy|society|universities|schools?|employers|landowners|farmers|rangers|hospitals|head teachers|carriers|ferry operators|officers|visitors|operators|households|people|persons?|researchers|volunteers|tourists|travellers|investors|traders|vendors|consumers|customers|parents|families|children|motorists|pedestrians|pensioners|workers|shops|clubs|charities|churches|neighbours|individuals|partner agencies|regional bodies|vets|licen[cs]ees?|applicants?|vessels?|commuters|cyclists|passengers|tenants|pupils|students|patients|users|anglers|drivers)\b/i;
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

const jurisdictions =
  /^(?:the )?(?:cities|counties|towns|states|provinces|districts|cantons|governments|municipalities|boroughs) of [A-Z][\w'’-]*(?:, [A-Z][\w'’-]*)*,? and [A-Z]/i;
const everyone = /^(?:everybody|everyone|anybody|anyone|somebody|someone|nobody|whoever|all concerned|those concerned)\b/i;
const unitsOf = /[a-z]s of (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?:, [A-Z][\w'’ -]*)*,? and [A-Z]/;
const theOrganisations =
  /^the (?:[a-z-]+ )?(?:hospitals|schools|universities|colleges|carriers|operators|museums|libraries|theatres|employers)$/i;
/** Any other plural that is no name. */
const manyOf = /(?:^| )(?:[a-z]*[^siu]s|people|men|women|children)$/;

/** Kind of party of one name. */
const oneParty = remembered(
  (name): PartyType => {
    const head = headOf(name);
    if (/^(?:we|both|they|all|each|neither|none|both sides)$/i.test(head)) return 'closed_collective';
    if (everyone.test(head)) return 'open_collective';
    // The units of Tolland and Brack: as many as there are names.
    if (unitsOf.test(name) && !jurisdictions.test(name)) return 'closed_collective';
    if (theOrganisations.test(head) && !/\b(?:relevant|local|competent|various|interested|appropriate|private|other)\b/i.test(head))
      return 'closed_collective';
    // The Cities of Ashby and Harrow: each is named.
    if (jurisdictions.test(name)) return 'individual';
    if (
      /^(?:the |an? )?(?:consortium|association|alliance|group|union) of (?:two|three|four|five|six|seven|eight|nine|ten|\d+|the) [a-z]+/i.test(
        name,
      )
    )
      return 'closed_collective';
    if (/^(?:the )?other(?: party| side)?$/i.test(head)) return 'individual';
    if (
      /^(?:the )?(?:parties|signatories|partners|delegations|delegates|partner councils|partner authorities|twin|two|three|four|five|six|both|participants|members|consortium of|operators$|member|participating|compacting|contracting|signatory)\b/i.test(
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
      return collective.test(head) || /^(?:each|both|all)/i.test(head) ? 'closed_collective' : 'open_collective';
    }
    if (/\b(?:two|three|four|five|six) [a-z]+$/i.test(head)) return 'closed_collective';
    if (plural.test(head) || manyOf.test(head) || (/^[A-Z][a-z]+s$/.test(head) && actorWord.test(head))) {
      if (/^the\b/i.test(head) || /\bof (?:the )?(?:two|both|three|Part)/i.test(name)) return 'closed_collective';
      return proper && /[A-Z]\w+ (?:[A-Z]\w+)$/.test(head) ? 'individual' : 'open_collective';
    }
    return 'individual';
  },
  4000,
  longestName,
);
