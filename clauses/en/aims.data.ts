/** Verbs of English agreements by what an outsider could check. Base forms; a participle is brought back to its base. */
const concrete = `
submit report notify inform publish post circulate issue release deliver supply provide pay transfer remit reimburse refund contribute deposit disburse allocate fund finance invoice settle compensate
open close build construct complete finish commission decommission install erect replace repair resurface widen dredge demolish remove relocate plant restore lay connect link extend electrify upgrade retrofit convert equip procure purchase buy acquire lease sell
sign ratify execute adopt approve reject appoint nominate designate second hire recruit assign elect convene hold meet host chair attend send dispatch deploy station staff respond reply answer acknowledge confirm certify register record file lodge enter inspect audit test sample monitor measure check verify survey assess calibrate review rehearse train
reduce cut lower limit cap keep maintain retain store archive raise increase double halve achieve reach attain meet exceed release discharge divert dump draw withdraw abstract pump impound store treat collect charge levy waive exempt impose enforce fine suspend terminate revoke cancel withhold forfeit deduct
draft prepare produce compile draw complete finalise finalize amend revise update translate print map mark list number share exchange hand return rotate serve answer run operate launch start begin cease stop halt end commence resume grant allow permit deny admit accept recognise recognize honour honor bear cover match reserve set fix introduce implement disclose assign subcontract delegate alter modify vary change use employ refuse obstruct block delay exclude enact repeal stock hire evacuate mobilise mobilize patrol staff conduct carry undertake perform make give establish obtain fence seal dredge insure trial dispose house lead-body confine anchor board comply-with mean lapse prevent constitute comprise redistribute screen station answer-in-writing raise keep have fall rise drop remain-open let spend sound alert warn broadcast escort tow ferry shuttle vaccinate immunise quarantine cull slaughter tag count book rent sublet tender award contract advertise erect paint mark signpost light clear sweep grit plough plow patrol guard police arrest extradite prosecute seize confiscate scan weigh label package ship import export stockpile mill process burn incinerate landfill compost recycle separate collect bury spray irrigate stock-fish celebrate commemorate notify-all restock harvest log fell mow graze fallow convey deed mortgage insure indemnify guarantee-payment underwrite bill itemise itemize reconcile balance-books redact anonymise anonymize encrypt back-up migrate host-data upload download scan digitise digitize interview survey enrol enroll graduate certify license inspect-site swear testify depose subpoena abolish dissolve merge absorb rename relabel withdraw-from accede create form constitute refer escalate arbitrate mediate decide determine vote be-paid delete forgo forbid prohibit dismantle decontaminate fortify reinstate resume-service reroute signalise signalize pave-over upgrade-to widen-to man crew dispense dose excavate drill survey-land rezone zone permit-to ration purge flush fluoridate chlorinate meter divert-from bypass shelter rehouse rehome accommodate feed equip-with outfit kit retrofit insulate rewire reroof repaint regrade resign signpost-to stripe wind drill vest count accept-it trap net widen host co-host relay unveil inaugurate reopen mothball resite rehang levy-on defer postpone reschedule prolong shorten curtail ban bar exempt-from accrue incur attract enter take repay default abide withdraw-it attach append annex enclose forward route relay transmit post-up display exhibit screen-for stamp seal-off cordon barricade evict vacate occupy reclaim rewild reseed reforest afforest thin coppice prune
`;
const mixed = `
coordinate manage administer oversee supervise organise organize establish develop plan design arrange handle support assist participate consult liaise engage-with cooperate-on maintain ensure secure safeguard protect align harmonise harmonize standardise integrate  discuss negotiate  address investigate examine evaluate follow comply observe respect apply contribute engage improve regulate control govern pool converge amend discuss-first offer agree  handle guide help lead publicise ask chase phase opt explore-options render look-into liaise streamline-the cluster trial-it invite
`;
const aspirational = `
reaffirm affirm acknowledge-value honour-each avoid aim-at endeavour-to chase-up reassure congratulate propose desire hope wish attempt try recognise-each respect deserve envisage forge enliven elevate revive stimulate promote-the advocate
build-trust reflect remember bear-in-mind consult-informally engage interact brainstorm ponder weigh-up canvass showcase highlight emphasise emphasize stress underline underscore demonstrate exemplify model pioneer spearhead-change catalyse catalyze energise energize revitalize mainstream empower enable enrich diversify modernise modernize streamline maximise sustain preserve-the keep-in-touch mitigate tackle combat confront overcome pave bridge-gaps spread benefit celebrate commemorate redouble deepen widen-cooperation consolidate intensify step-up bolster stimulate invigorate rejuvenate nurture harness attract-talent safeguard-interests respect-each encourage-dialogue disseminate-ideas evolve mature flourish thrive prosper succeed excel grow-together unite join-forces
promote resolve enhance strengthen deepen foster encourage improve advance pursue explore consider seek strive endeavour endeavor aim intend aspire facilitate support cooperate collaborate work boost expand broaden raise-awareness champion cultivate nurture build-on recognise-the value embrace leverage optimise optimize maximise maximize accelerate further stimulate study  look think contribute-to strengthen uphold cherish welcome  inspire become remain transform reinvigorate revitalise unlock drive shape lead-the reinforce prioritise prioritize  promote progress continue favour favor act treat
`;

export type ListedClass = 'concrete' | 'mixed' | 'aspirational';
const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '' && !word.includes('-'));

export const aims: ReadonlyMap<string, ListedClass> = new Map([
  ...words(concrete).map((word): [string, ListedClass] => [word, 'concrete']),
  ...words(mixed).map((word): [string, ListedClass] => [word, 'mixed']),
  ...words(aspirational).map((word): [string, ListedClass] => [word, 'aspirational']),
]);

const irregular: Readonly<Record<string, string>> = {
  built: 'build',
  paid: 'pay',
  held: 'hold',
  made: 'make',
  sent: 'send',
  kept: 'keep',
  set: 'set',
  met: 'meet',
  cut: 'cut',
  given: 'give',
  taken: 'take',
  borne: 'bear',
  drawn: 'draw',
  written: 'write',
  led: 'lead',
  run: 'run',
  begun: 'begin',
  withheld: 'withhold',
  sought: 'seek',
  laid: 'lay',
  brought: 'bring',
  known: 'know',
  done: 'do',
  undertaken: 'undertake',
  withdrawn: 'withdraw',
  sold: 'sell',
  bought: 'buy',
  chosen: 'choose',
  put: 'put',
  shut: 'shut',
  left: 'leave',
  found: 'find',
  become: 'become',
};

/** Base form of a participle or gerund, if a listed verb is found. */
export function baseForm(word: string): string {
  const lower = word.toLowerCase();
  if (aims.has(lower)) return lower;
  const known = irregular[lower];
  if (known !== undefined) return known;
  for (const [ending, add] of [
    ['ied', 'y'],
    ['ing', ''],
    ['ing', 'e'],
    ['ed', ''],
    ['ed', 'e'],
    ['d', ''],
    ['ies', 'y'],
    ['es', ''],
    ['s', ''],
  ] as const) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, -ending.length) + add;
    if (aims.has(stem)) return stem;
    if (/(.)\1$/.test(stem) && aims.has(stem.slice(0, -1))) return stem.slice(0, -1);
  }
  return lower;
}
