/**
 * Which English words can be verbs, and their base forms: the list of aims first, then the verbs of a general dictionary, then
 * what follows a rule. The dictionary is unpacked on the first English clause.
 */
import { aims } from './aims.data.ts';
import { nounsFirst, verbsFirst } from './verbs.data.ts';
import { remembered } from '../text/remember.ts';

/** `verb`: nothing else is likely · `noun`: as often a noun or an adjective, so what follows has to decide. */
export type VerbKind = 'verb' | 'noun';

let dictionary: ReadonlyMap<string, VerbKind> | undefined;

function unpacked(): ReadonlyMap<string, VerbKind> {
  const kinds = new Map<string, VerbKind>();
  for (const word of nounsFirst.split(' ')) kinds.set(word, 'noun');
  for (const word of verbsFirst.split(' ')) kinds.set(word, 'verb');
  for (const word of recent.split(' ')) kinds.set(word, 'verb');
  return kinds;
}

/** Verbs of administration that the dictionary does not hold. */
const recent =
  'earmark ringfence outsource insource digitise crowdfund prioritise pedestrianise repurpose upskill reskill onboard offboard benchmark geotag reprofile decarbonise decarbonize rewet daylight headhunt livestream retender remediate';
const made = /^(?:re|de|dis|over|out|under|co|pre|un|mis)-?([a-z]{3,})$/;
const regular = /^[a-z]{2,}(?:i[sz]e|ify)$/;
const noVerb =
  /^(?:otherwise|likewise|enterprise|exercise|expertise|premise|promise|precise|concise|franchise|merchandise|wise|size|prize|rise|noise)$/;

/** Kind of the base form `word` (lower case) as a verb, or `undefined` if no source knows it. */
export const verbKind = remembered((word): VerbKind | undefined => {
  dictionary ??= unpacked();
  const known = dictionary.get(word);
  if (known !== undefined) return known;
  if (aims.has(word)) return 'verb';
  if (regular.test(word) && !noVerb.test(word)) return 'verb';
  const stem = made.exec(word)?.[1];
  return stem !== undefined && (aims.has(stem) || dictionary.get(stem) === 'verb') ? 'verb' : undefined;
});

const isVerb = (word: string): boolean => aims.has(word) || verbKind(word) !== undefined;

/** Past tenses and participles that no rule gives, with their base form. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    'built:build paid:pay repaid:repay prepaid:prepay held:hold upheld:uphold withheld:withhold made:make remade:remake sent:send resent:resend ' +
    'kept:keep set:set reset:reset met:meet cut:cut given:give gave:give forgiven:forgive taken:take took:take retaken:retake undertaken:undertake ' +
    'undertook:undertake overtaken:overtake borne:bear bore:bear drawn:draw drew:draw withdrawn:withdraw withdrew:withdraw overdrawn:overdraw ' +
    'written:write wrote:write rewritten:rewrite underwritten:underwrite led:lead run:run ran:run rerun:rerun overrun:overrun begun:begin began:begin ' +
    'sought:seek laid:lay mislaid:mislay brought:bring known:know done:do did:do undone:undo redone:redo sold:sell resold:resell bought:buy chosen:choose ' +
    'chose:choose put:put shut:shut left:leave found:find become:become became:become sunk:sink sank:sink dug:dig wound:wind rewound:rewind hung:hang ' +
    'bound:bind ground:grind fed:feed bred:breed spread:spread spent:spend lent:lend bent:bend dealt:deal felt:feel taught:teach caught:catch thought:think ' +
    'fought:fight told:tell foretold:foretell shown:show grown:grow flown:fly thrown:throw sown:sow mown:mow driven:drive drove:drive ridden:ride ' +
    'risen:rise rose:rise arisen:arise broken:break spoken:speak frozen:freeze stolen:steal woken:wake worn:wear torn:tear sworn:swear eaten:eat ' +
    'beaten:beat bitten:bite hidden:hide forbidden:forbid fallen:fall fell:fall seen:see saw:see overseen:oversee oversaw:oversee swept:sweep slept:sleep ' +
    'lost:lose shot:shoot lit:light rebuilt:rebuild won:win stood:stand understood:understand withstood:withstand bid:bid split:split let:let hit:hit ' +
    'cast:cast broadcast:broadcast forecast:forecast recast:recast burnt:burn learnt:learn dwelt:dwell proven:prove sewn:sew shaken:shake forsaken:forsake ' +
    'forgone:forgo foregone:forgo gone:go went:go struck:strike stuck:stick swum:swim sung:sing rung:ring drunk:drink hewn:hew sawn:saw heard:hear ' +
    'overheard:overhear meant:mean said:say lain:lie come:come overcome:overcome came:come outdone:outdo oversold:oversell'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** True if `word` is a past participle by its form. */
export const isParticiple = (word: string): boolean => /ed$/.test(word) || irregular.has(word.toLowerCase());

const endings = [
  ['ied', 'y'],
  ['ies', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
  ['d', ''],
  ['es', ''],
  ['s', ''],
] as const;

function stemOf(lower: string, holds: (word: string) => boolean): string | undefined {
  for (const [ending, add] of endings) {
    if (!lower.endsWith(ending)) continue;
    const stem = lower.slice(0, -ending.length) + add;
    if (stem.length < 2 || (ending === 's' && stem.endsWith('s'))) continue;
    if (holds(stem)) return stem;
    if (/(.)\1$/.test(stem) && holds(stem.slice(0, -1))) return stem.slice(0, -1);
  }
  return undefined;
}

/** Base form of a participle, gerund or third person; the word itself, in lower case, if no known verb is found in it. */
export const baseForm = remembered((word): string => {
  const lower = word.toLowerCase();
  if (aims.has(lower)) return lower;
  return irregular.get(lower) ?? stemOf(lower, (stem) => aims.has(stem)) ?? (isVerb(lower) ? lower : (stemOf(lower, isVerb) ?? lower));
});
