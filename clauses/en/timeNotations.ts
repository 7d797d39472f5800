/**
 * Further ways of writing a day or a cycle: 31/05/2027, Q3/2027, the 2026/27 financial year, each term, per night; and stages that
 * a payment or a handing over waits for: on signature, upon completion. Tried before the plain forms, which hold some of them inside.
 */
import type { Deadline } from '../reading.ts';
import { type Construct, date, iso, lastDay, monthNumber, months } from './calendar.ts';

const DEADLINE =
  '(?:by no later than|by not later than|by|before|no later than|not later than|at the latest by|on or before|prior to|ahead of|until|in good time for|in time for)';
const SEASONAL =
  '(?:tourist|tourism|bathing|boating|hunting|planting|sowing|harvest|harvesting|holiday|festival|high|low|peak|off|summer|winter|skiing|ski|irrigation|breeding|nesting|grazing|pollen|typhoon|hurricane|monsoon|rainy|dry|wet|flood|fire|wildfire|avalanche|heating|fishing|growing|spawning)';

const unresolved = ([whole = '']: RegExpMatchArray): Deadline => ({ kind: 'unresolved', unresolved: whole.trim() });
const standing = ([whole = '']: RegExpMatchArray): Deadline => ({ kind: 'standing', standing: whole.trim() });
const every = (recurrence: string) => (): Deadline => ({ kind: 'recurrence', recurrence });
const form = (pattern: string, read: Construct['read']): Construct => ({ pattern: new RegExp(pattern, 'i'), read });

/** The day is written before the month, as in all papers this grammar was made for, unless it cannot be. */
function written(first: string, second: string, year: string): Deadline | undefined {
  const [a, b] = [Number(first), Number(second)];
  const [day, month] = b > 12 ? [b, a] : [a, b];
  return month < 1 || month > 12 || day < 1 || day > lastDay(Number(year), month) ? undefined : date(iso(Number(year), month, day));
}

export const notations: readonly Construct[] = [
  form(
    `(?:(?:${DEADLINE}|on|from|as of|with effect from) )?(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2(20\\d\\d)(?![\\d/-])`,
    ([, first = '', , second = '', year = '']) => written(first, second, year),
  ),
  form(`(?:(?:${DEADLINE}|in|during) )?\\bQ([1-4]) ?[/-] ?(20\\d\\d)\\b`, ([, quarter, year]) =>
    date(iso(Number(year), Number(quarter) * 3, lastDay(Number(year), Number(quarter) * 3))),
  ),
  // by the end of the 2026/27 financial year · in each of the school years 2026/27 and 2027/28
  form(
    `(?:${DEADLINE}|in|at|during|for|from|over|throughout) (?:the )?(?:(?:end|close|start|beginning|course) of )?(?:the )?(?:20\\d\\d[-/–]\\d{2,4} (?:financial |fiscal |school |academic |budget |water |crop |winter |summer )?(?:year|season|session)|FY ?20\\d\\d(?:[-/–]\\d{2,4})?|(?:financial|fiscal|school|academic|budget) year 20\\d\\d[-/–]\\d{2,4})`,
    unresolved,
  ),
  form(
    '(?:in|during|for) (?:each|both|all|every one) of the [a-z]+ (?:years|seasons|terms|sessions) 20\\d\\d(?:[-/–]\\d{2,4})?(?:(?:, | and |,? to )20\\d\\d(?:[-/–]\\d{2,4})?)+',
    unresolved,
  ),
  form(`(?:${DEADLINE} )(?:the )?(?:end of |close of )(?:this|next) (?:week|month|quarter|year|decade|term|season)\\b`, unresolved),
  form(`(?:${DEADLINE}|in|from) (?:the )?(?:early|late|mid|spring|summer|autumn|winter)(?: of| in)?[ -](?:the )?20\\d\\d\\b`, (match) =>
    /mid/i.test(match[0]) ? undefined : unresolved(match),
  ),
  form(`(?:${DEADLINE}|in|from) (?:the )?(?:spring|summer|autumn|winter) of 20\\d\\d\\b`, unresolved),
  // cycles that have no unit of the calendar
  form('\\b(?:once |twice )?(?:a|per|each|every) (?:school |academic )?(?:term|semester|trimester)\\b(?! of)', (match) =>
    /\ba (?:school |academic )?(?:term|semester|trimester)/i.test(match[0]) && !/once|twice/i.test(match[0])
      ? undefined
      : { kind: 'recurrence', recurrence: /semester/i.test(match[0]) ? 'P6M' : 'P4M' },
  ),
  form('\\btermly\\b', every('P4M')),
  form('\\b(?:bi-?monthly|every two months)\\b', every('P2M')),
  form('\\b(?:triennially|tri-annually)\\b', every('P3Y')),
  form('\\b(?:quinquennially)\\b', every('P5Y')),
  form('\\b(?:a|per|each|every) (?:night|shift)\\b(?! of)(?<=\\d[^.;,]{0,30})', every('P1D')),
  form('(?<=\\d(?: (?!(?:working|business)\\b)[a-z]+){1,3} )a day\\b(?= from| after| before)', every('P1D')),
  form(`\\b(?:on a )?rolling (?:monthly|weekly|quarterly) basis\\b`, (match) => ({
    kind: 'recurrence',
    recurrence: /month/i.test(match[0]) ? 'P1M' : /week/i.test(match[0]) ? 'P1W' : 'P3M',
  })),
  form(`\\b(?:on )?the (?:very )?same (?:working |business )?day\\b(?! (?:of|as|in)\\b)(?=$|[,;.]| (?:and|or|by|to|it)\\b)`, () => ({
    kind: 'duration',
    duration: 'P1D',
  })),
  // by 12 noon on 3 May 2027
  form(
    `(?:${DEADLINE}|on|at) (?:\\d{1,2}(?:[.:]\\d\\d)? ?(?:[ap]\\.?m\\.?|noon|hours|h)?|noon|midday|midnight|close of (?:business|play)|end of business) (?:on |of )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})\\.?,? (20\\d\\d)`,
    ([, day, month = '', year]) => date(iso(Number(year), monthNumber(month), Number(day))),
  ),
  form(
    '24 hours (?:a|per) day,? (?:and )?(?:7|seven) days (?:a|per) week(?:,? (?:throughout|during|for) the [a-z ]{3,30}(?= |$|[.,;]))?',
    standing,
  ),
  form(
    '\\b(?:for|throughout|during) the (?:whole |entire |full )?(?:duration|lifetime|life|term) of (?:the|this|its|their|each|an?) [A-Za-z]+',
    standing,
  ),
  form('\\bas long as (?:this|the|its) [A-Za-z]+ (?:is in force|remains in force|is valid|lasts|runs|continues|exists)\\b', standing),
  // on signature, upon completion of the works: a stage, whenever it comes
  form(
    `(?<=(?:%|per cent|half|third|quarter|balance|remainder|rest|instalment|tranche|price|fee|sum|deposit|payment|payable|due|paid|pay|released|\\d)(?: of [a-z ]{3,30})?(?: is| are| shall be| will be)?(?: due| payable| paid)? )(?:on|upon|at) (?:the )?(?:signature|signing|delivery|completion|practical completion|final completion|acceptance|final acceptance|award|handover|commissioning|installation|closing|approval|opening|start of works?)\\b(?: of (?:the |this |its |each )?[A-Za-z]+(?: [a-z]+)?)?(?=$|[,;.]| (?:and|with|or)\\b)`,
    unresolved,
  ),
  form(
    `(?:during|in|throughout|over|before|by the end of|outside|for) (?:the|each|every) (?:\\w+ )?${SEASONAL} (?:season|months|period)\\b`,
    (match) => (/(?:each|every) /i.test(match[0]) ? { kind: 'recurrence', recurrence: 'P1Y' } : unresolved(match)),
  ),
  form(
    `(?:in (?:good )?time for|ahead of|by|before) (?:the|its|their) (?:spring|summer|autumn|winter|annual|next|first|final|opening|closing) (?:board |council |plenary |school |tourist |general )?(?:meeting|session|assembly|conference|summit|term|season|sitting|round|elections?|games|festival|fair)\\b(?! (?:on|of|held|scheduled|planned|due)\\b)`,
    unresolved,
  ),
];
