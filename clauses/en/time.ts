/** Times in English text: by 31 October 2025, within 20 working days of each audit, every quarter, before the end of 2026. */
import type { Deadline } from '../reading.ts';
import {
  BY,
  type Construct,
  cycles,
  date,
  duration,
  EACH,
  iso,
  lastDay,
  monthNumber,
  months,
  NUMBER,
  numberOf,
  previousDay,
  quarterEnd,
  two,
  UNIT,
  units,
} from './calendar.ts';
import { lateForms, earlyForms } from './timeForms.ts';
import { notations } from './timeNotations.ts';
import { matchesOf } from '../text/matches.ts';
import { ofClause } from './gates.ts';

export interface Time {
  readonly start: number;
  readonly end: number;
  readonly deadline: Deadline;
}

const constructs: readonly Construct[] = [
  // between May and September each year: a season that comes again
  {
    pattern: new RegExp(
      `(?:between|from) (?:\\d{1,2} )?(?:${months}) (?:and|to|until) (?:\\d{1,2} )?(?:${months}) (?:of |in )?${EACH} year`,
      'i',
    ),
    read: () => ({ kind: 'recurrence', recurrence: 'P1Y' }),
  },
  { pattern: /\b(?:each|every) (?:odd|even)-numbered year\b/i, read: () => ({ kind: 'recurrence', recurrence: 'P2Y' }) },
  {
    pattern: /\b(?:this|next) (?:week|month|quarter|year|autumn|spring|summer|winter)\b/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  { pattern: /\bin each of the years [\d, and]{9,40}/i, read: () => ({ kind: 'recurrence', recurrence: 'P1Y' }) },
  {
    pattern:
      /(?<=\d |sailings |trains |services |departures |buses |samples |flights |trips |tests |a rate of [^,;]{0,30})(?:a|per) (day|week|month|year|quarter)\b(?! of)(?=[,.;]| from| by| to| and|$)/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1D' }),
  },
  {
    pattern: /\bat the (?:start|beginning|end|close) of (?:a|each|every) (month|quarter|week|year|day)/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1Y' }),
  },
  {
    pattern:
      /\b(?:by|before|on|at|from|until|no later than|ahead of) (?:easter|christmas|new year|midsummer|michaelmas|whitsun|thanksgiving|ramadan|diwali)(?:,? \d{4})?\b/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  {
    pattern:
      /\b(?:by|before|within|in|no later than|at|until|after) (?:the )?(?:end of |start of |beginning of |close of |last \w+ day of )?(?:the |each |every )?(?:(?:\d{4}(?:[-/]\d{2,4})? )?(?:water year|heating season|fishing season|growing season|rainy season|dry season|wet season|academic year|sitting day|parliamentary session|session|autumn|spring|summer|winter|monsoon|harvest|flood season|fire season))(?: \d{4})?\b/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  {
    pattern: /\bfor up to (\d+|one|two|three|six|twelve) (hours?|days?|weeks?|months?|years?)\b/i,
    read: ([, count = '', unit = '']) => ({ kind: 'duration', duration: duration(count, unit) }),
  },
  {
    pattern: /\bwithin the first hundred days\b/i,
    read: () => ({ kind: 'duration', duration: 'P100D' }),
  },
  {
    pattern:
      /(?<=\b(?:given|allow(?:ed|s)?|granted?) (?:at least |a further |another |up to )?)(\d+|[a-z]+) (days?|weeks?|months?)(?= (?:to|for)\b)/i,
    read: ([, count = '', unit = '']) =>
      numberOf(count) === undefined ? undefined : { kind: 'duration', duration: duration(count, unit) },
  },
  {
    pattern:
      /\bon the (?:first|second|third|fourth|last) (?:working day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|day) of (?:each|every) (?:calendar )?(month|quarter|week|year)/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1M' }),
  },
  {
    pattern: new RegExp(
      `(?:between|from) (?:\\d{1,2} )?(?:(?:${months}) )?(\\d{4}) (?:and|to|until|through) (?:\\d{1,2} )?(?:(?:${months}) )?(\\d{4})`,
      'i',
    ),
    read: ([, from, to]) => ({ kind: 'period', period: `${from}-01-01/${to}-12-31` }),
  },
  {
    pattern: /(?:over |during |in |throughout )?(?:the )?(?:period )?\b(20\d\d) ?[-–—] ?(20\d\d)\b(?: period)?/i,
    read: ([, from, to]) => ({ kind: 'period', period: `${from}-01-01/${to}-12-31` }),
  },
  // by 31 January each year, by 15 March of each year
  {
    pattern: new RegExp(
      `(?:${BY} )?(?:the )?(?:end of )?(\\d{1,2})?(?:st|nd|rd|th)?(?: of)? ?\\b(${months})\\b(?: (\\d{1,2})(?:st|nd|rd|th)?)?,? (?:of |in )?${EACH} year`,
      'i',
    ),
    read: ([, before, month = '', after]) => {
      const day = before ?? after;
      const number = monthNumber(month);
      return {
        kind: 'recurrence',
        recurrence: 'P1Y',
        monthDay: `${two(number)}-${two(day === undefined ? lastDay(2025, number) : Number(day))}`,
      };
    },
  },
  {
    pattern: new RegExp(
      `${EACH} year,? (?:and )?(?:${BY} )(?:the end of )?(\\d{1,2})?(?:st|nd|rd|th)? ?\\b(${months})\\b(?: (\\d{1,2})(?!\\d))?`,
      'i',
    ),
    read: ([, before, month = '', after]) => {
      const number = monthNumber(month);
      const day = before ?? after;
      return {
        kind: 'recurrence',
        recurrence: 'P1Y',
        monthDay: `${two(number)}-${two(day === undefined ? lastDay(2025, number) : Number(day))}`,
      };
    },
  },
  {
    pattern: new RegExp(
      `(?:by|on|before|no later than) the (\\d{1,2})(?:st|nd|rd|th)?(?: (?:calendar |working |business )?day)? of (?:${EACH}|the following) (?:calendar )?(month|quarter)`,
      'i',
    ),
    read: ([, day, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1M', day: Number(day) }),
  },
  {
    pattern: /\b(?:every|each) third (year|month|week)/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: duration('three', unit) }),
  },
  {
    pattern: /\bin any (?:one |given |calendar )?(month|year|quarter|week|day)\b/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1M' }),
  },
  {
    pattern:
      /\b(?:from|between) (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:to|and|until) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)/i,
    read: () => ({ kind: 'recurrence', recurrence: 'P1Y' }),
  },
  {
    pattern: new RegExp(
      `(?:during|for|within|over|in) the (?:first|next|initial|following|coming) ${NUMBER} (years?|months?|weeks?|days?)`,
      'i',
    ),
    read: ([, count = '', unit = '']) => ({ kind: 'duration', duration: duration(count, unit) }),
  },
  {
    pattern: new RegExp(`${NUMBER} (hours?|days?|weeks?|months?) (?:beforehand|in advance|earlier)`, 'i'),
    read: ([, count = '', unit = '']) => ({ kind: 'duration', duration: duration(count, unit), before: true }),
  },
  {
    pattern:
      /(?:to|at|for|by|before) the (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4} (?:meeting|session|summit|conference|board)/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  {
    pattern:
      /(?:during|in|from|by|before|for|ahead of) the \d{4}(?:[-–/]\d{2,4})? (?:[a-z]+ )?(?:season|academic year|school year|harvest|tournament|games|festival|election|ceremony|summit|spawning season)/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  {
    pattern: new RegExp(`\\b(?<!\\bon or )(?:before|prior to) (\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months}),? (\\d{4})`, 'i'),
    read: ([, day, month = '', year]) => date(previousDay(iso(Number(year), monthNumber(month), Number(day)))),
  },
  {
    pattern:
      /(?:by|before|on|no later than) the (first|second|third|fourth|fifth|seventh|tenth|fifteenth|twentieth|twenty-fifth|last)(?: (?:working |business )?day)? of (?:the following|each|every|the next) (?:calendar )?(month|quarter)/i,
    read: ([, name = '', unit = '']) => {
      const day = {
        first: 1,
        second: 2,
        third: 3,
        fourth: 4,
        fifth: 5,
        seventh: 7,
        tenth: 10,
        fifteenth: 15,
        twentieth: 20,
        'twenty-fifth': 25,
      }[name.toLowerCase()];
      return { kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1M', ...(day !== undefined && { day }) };
    },
  },
  {
    pattern: /(?:at|to|before|by|for|in) (?:the|its|their) next (?:[a-z]+ ){0,3}(?:meeting|forum|session|summit|conference)/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  // absolute days
  {
    pattern: new RegExp(
      `(?:${BY} |from |as of |starting |beginning |with effect from |effective )?(?:midnight on |noon on |close of business on |close of play on |(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? |the )?\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${months})\\.?,? (\\d{4})`,
      'i',
    ),
    read: ([, day, month = '', year]) => date(iso(Number(year), monthNumber(month), Number(day))),
  },
  {
    pattern: new RegExp(
      `(?:${BY} |from |as of |starting |beginning |with effect from |effective )?\\b(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`,
      'i',
    ),
    read: ([, month = '', day, year]) => date(iso(Number(year), monthNumber(month), Number(day))),
  },
  {
    pattern: new RegExp(`(?:${BY} )?\\b(\\d{4})-(\\d{2})-(\\d{2})\\b`, 'i'),
    read: ([, year, month, day]) => date(`${year}-${month}-${day}`),
  },
  // months and quarters
  {
    pattern: new RegExp(`before (?!the end)(${months}) (\\d{4})`, 'i'),
    read: ([, month = '', year]) => {
      const number = monthNumber(month);
      return number === 1 ? date(iso(Number(year) - 1, 12, 31)) : date(iso(Number(year), number - 1, lastDay(Number(year), number - 1)));
    },
  },
  {
    pattern: new RegExp(`(?:${BY} |from |starting |as of )?(?:the )?(end of |close of |start of |beginning of )?(${months}) (\\d{4})`, 'i'),
    read: ([whole, part = '', month = '', year]) => {
      const number = monthNumber(month);
      return date(
        iso(Number(year), number, /^(?:from|starting|as of)/i.test(whole) || /start|begin/i.test(part) ? 1 : lastDay(Number(year), number)),
      );
    },
  },
  {
    pattern: new RegExp(
      `(?:${BY} )?(?:the )?(?:end of )?(?:the )?(first|second|third|fourth|last|final|Q[1-4])(?: quarter)?(?: of|,)? (\\d{4})`,
      'i',
    ),
    read: ([, name = '', year]) => date(iso(Number(year), quarterEnd(name), lastDay(Number(year), quarterEnd(name)))),
  },
  {
    pattern: new RegExp(`(?:${BY} )?(?:the )?(?:end of )?(?:the )?(first|second) half of (\\d{4})`, 'i'),
    read: ([, half = '', year]) => date(/first/i.test(half) ? `${year}-06-30` : `${year}-12-31`),
  },
  { pattern: new RegExp(`(?:${BY} )?(?:the )?(?:mid-|middle of )(\\d{4})`, 'i'), read: ([, year]) => date(`${year}-06-30`) },
  {
    pattern:
      /(?:by|before|in|on) (?:the )?(?:spring|summer|autumn|winter|fall|harvest|flood season|fire season|heating season|school year|tourist season) (?:of )?(\d{4})|before the (\d{4}) [a-z]+ season|(?:by|before|ahead of) the (\d{4}) (?:[a-z]+ ){1,2}/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole.trim() }),
  },
  {
    pattern:
      /(?:by|before|no later than|not later than|until|at|towards?)(?: the)? (?:end|close|conclusion) of (?:the year |calendar year |fiscal year |financial year )?(\d{4})|by year-end (\d{4})|by the end of the year (\d{4})/i,
    read: ([, a, b, c]) => date(`${a ?? b ?? c}-12-31`),
  },
  { pattern: /\bbefore (\d{4})\b/i, read: ([, year]) => date(`${Number(year) - 1}-12-31`) },
  {
    pattern: /\b(?:from|starting in|beginning in|starting|as of|since) (20\d\d)(?: onwards?)?\b/i,
    read: ([, year]) => date(`${year}-01-01`),
  },
  {
    pattern:
      /\b(?:by|in|during|over the course of|in the course of|no later than|not later than|until|within|through) (?:calendar year |fiscal year |financial year |the year )?(20\d\d)\b/i,
    read: ([, year]) => date(`${year}-12-31`),
  },
  // recurrences
  {
    pattern: new RegExp(
      `(?:at least |not less than |no less than |no fewer than |not fewer than |not more than |no more than |at most |up to )?(once|twice|three times|four times|\\d+ times)? ?\\b(?:${EACH}|a|in (?:each|every)) (calendar year|financial year|fiscal year|calendar quarter|calendar month|school year|half-year|year|quarter|month|week|day|hour)\\b(?! (?:of|after|period|plan|term|later|before))`,
      'i',
    ),
    read: ([whole, , unit = '']) =>
      /\ba (?:year|quarter|month|week|day|hour)/i.test(whole) && !/once|twice|times/i.test(whole)
        ? undefined
        : {
            kind: 'recurrence',
            recurrence: units[unit.toLowerCase()] ?? 'P1Y',
            ...(/end of (?:each|every)/i.test(whole) && { anchor: 'end' as const }),
          },
  },
  {
    pattern: new RegExp(`${EACH} ${NUMBER} (years?|months?|quarters?|weeks?|fortnights?|days?|hours?|minutes?)`, 'i'),
    read: ([, count = '', unit = '']) => ({ kind: 'recurrence', recurrence: duration(count, unit) }),
  },
  {
    pattern: /\bevery (?:second|other) (year|month|week)/i,
    read: ([, unit = '']) => ({ kind: 'recurrence', recurrence: duration('two', unit) }),
  },
  { pattern: /\b(?:every|each) (?:six months|half[- ]year)/i, read: () => ({ kind: 'recurrence', recurrence: 'P6M' }) },
  {
    pattern: new RegExp(`${EACH} (${months}|monday|tuesday|wednesday|thursday|friday|spring|autumn|summer|winter)\\b`, 'i'),
    read: ([, name = '']) =>
      /day$/i.test(name)
        ? { kind: 'recurrence', recurrence: 'P1W' }
        : {
            kind: 'recurrence',
            recurrence: 'P1Y',
            ...(/spring|autumn|summer|winter/i.test(name)
              ? {}
              : { monthDay: `${two(monthNumber(name))}-${two(lastDay(2025, monthNumber(name)))}` }),
          },
  },
  {
    pattern:
      /(?<!\b(?:the|its|their|this|an|annual|of) )\b(annually|yearly|quarterly|monthly|weekly|daily|biannually|semi-annually|bi-annually|half-yearly|biennially|fortnightly|hourly)\b/i,
    read: ([, word = '']) => ({ kind: 'recurrence', recurrence: cycles[word.toLowerCase()] ?? 'P1Y' }),
  },
  {
    pattern: /\b(?:on an?|on a) (annual|yearly|quarterly|monthly|weekly|daily|half-yearly|biannual|fortnightly|biennial) basis\b/i,
    read: ([, word = '']) => ({ kind: 'recurrence', recurrence: cycles[word.toLowerCase()] ?? 'P1Y' }),
  },
  // submit quarterly progress reports, hold an annual meeting
  {
    pattern:
      /(?<=\b(?:submit|hold|convene|conduct|publish|file|produce|organi[sz]e|issue|provide|deliver|undertake|prepare|circulate|exchange|carry out|present|release|compile|send|perform|run|complete|attend|share|make|operate|stage)s? (?:(?:an?|the|joint|their|its|one|two) ){0,2})(annual|yearly|quarterly|monthly|weekly|daily|half-yearly|biannual|semi-annual|fortnightly|biennial)\b(?= (?:[a-z-]+ ){0,3}(?:report|reports|meeting|meetings|return|returns|exercise|exercises|drill|drills|audit|audits|review|reviews|inspection|inspections|survey|surveys|update|updates|summit|conference|forum|data|figures|bulletin|bulletins|sessions?|consultations?|assessment|assessments|statement|statements|visits?|workshops?|checks?|samples?|patrols?|calls?))/i,
    read: ([, word = '']) => ({ kind: 'recurrence', recurrence: cycles[word.toLowerCase()] ?? 'P1Y' }),
  },
  // relative to an event
  {
    pattern: new RegExp(
      `(?:within|in|not later than|no later than|not more than|no more than|no longer than|inside|in less than|in under|in no more than|within a (?:maximum |period |maximum period )?of|within no more than|at the latest|at most|before the (?:expiry|end|lapse) of|by no later than|by not later than) (?:the )?(?:first |next |last )?${NUMBER} ${UNIT}(?![\\w-])(?:(?: of| after| from| following| upon| since| once)( [^,;.]{1,80}?)(?=$|[,;.]| (?:the [A-Z]|each [a-z]+ shall|and |or |to |shall|will|must|may|unless|if )))?`,
      'i',
    ),
    read: ([, count = '', kind = '', unit = '', from]) => ({
      kind: 'duration',
      duration: duration(count, unit),
      ...(/working|business/i.test(kind) && { unit: 'workday' as const }),
      ...(from !== undefined && { from: from.trim() }),
    }),
  },
  {
    pattern: new RegExp(
      `(?:at least |not less than |no later than |not later than )?${NUMBER} ${UNIT}(?:' notice)?(?:,)? (?:before|prior to|in advance|ahead|following|after|from)\\b(?: of)?((?: (?:the|each|any|its|their|every|a|an|such|signature|receipt|entry|being|its|notice|completion|delivery|approval|publication|discovery|[a-z]+ing)\\b[^,;.]{0,80}?)?)(?=$|[,;.]| (?:and |shall|will|must|may|the [A-Z]))`,
      'i',
    ),
    read: ([whole, count = '', kind = '', unit = '', from = '']) => ({
      kind: 'duration',
      duration: duration(count, unit),
      ...(/working|business/i.test(kind) && { unit: 'workday' as const }),
      ...(from.trim() !== '' && { from: from.trim() }),
      ...(/before|prior|advance|ahead/i.test(whole) && { before: true as const }),
    }),
  },
  {
    pattern: new RegExp(
      `(?:for (?:a )?(?:period |term )?(?:of )?(?:at least |not less than |an initial |a further |an additional |another )?|over (?:a period of )?(?:the )?(?:next |first )?|a term of |remain in force for )${NUMBER}[ -]${UNIT}`,
      'i',
    ),
    read: ([, count = '', , unit = '']) => ({ kind: 'duration', duration: duration(count, unit) }),
  },
  {
    pattern: new RegExp(
      `(?:(?:on|upon|by|after|with|subject to) )?(?:giving |serving |receiving )?(?:at least |not less than |no less than |a minimum of )?${NUMBER} ${UNIT}['’]? (?:written |prior |advance )*notice`,
      'i',
    ),
    read: ([, count = '', , unit = '']) => ({ kind: 'duration', duration: duration(count, unit), before: true }),
  },
  {
    pattern:
      /\b(?:at all times|around the clock|24 hours a day|continuously|for the (?:duration|term|life) of th(?:e|is) (?:agreement|compact|memorandum)|during the term of th(?:e|is) (?:agreement|compact|memorandum)|throughout the term|in real time|year-round|permanently)\b/i,
    read: ([whole]) => ({ kind: 'standing', standing: whole }),
  },
  {
    pattern: new RegExp(
      `\\b(?:by|before|no later than|not later than|on or before|until) (?:the )?(?:end of |close of )?(?:(?:\\d{1,2})(?:st|nd|rd|th)? )?(?:${months})\\b(?! \\d)`,
      'i',
    ),
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
  {
    pattern: /\bby the end of the (?:year|season|quarter|month|term|decade)\b|\bbefore (?:the )?(?:next |coming )?(?:[a-z]+ )?season\b/i,
    read: ([whole]) => ({ kind: 'unresolved', unresolved: whole }),
  },
];

/** One expression for all places, compiled once. */
const compiled = [...notations, ...earlyForms, ...constructs, ...lateForms].map(({ pattern, read }) => {
  return { gate: ofClause.gate(new RegExp(pattern.source, 'gi')), read };
});
const possible = ofClause.openOf(compiled);
/** What no time is without. */
const anyTime = ofClause.gate(
  /\d|year|month|week|day|quarter|hour|minute|annual|term|fortnight|daily|time|season|spring|summer|autumn|winter|fall\b|january|february|march|april|may\b|june|july|august|september|october|november|december|easter|christmas|session|meeting|moment|clock|permanent|indefinit|perpetu|bienni|trienni|quinquenni|decade|hundred|before|prior|until|duration|lifetime|life of|long as|sign|deliver|complet|acceptance|award|handover|commissioning|installation|approval|semester|trimester|shift|night|\bby\b|notice|ahead|continuous|round/i,
);

const baseYear = ofClause.gate(/^(?:in|of|during) (?:the year )?\d{4}$/i);

/** from 18 % in 2024 to 30 % · less than in 2022: the year that is compared with, by which nothing is due. */
function isBase(text: string, start: number, end: number): boolean {
  if (!baseYear.test(text.slice(start, end))) return false;
  const left = text.slice(Math.max(0, start - 40), start);
  return (
    (/\bfrom [^,;]{1,36} $/i.test(left) && /^ to\b/i.test(text.slice(end, end + 4))) ||
    /\b(?:than|that|those|levels?|values?|figures?|average|baseline|total|recorded|measured|observed|reached|emitted|counted|as) $/i.test(
      left,
    )
  );
}

/** All times in `text`, the first construct that holds at a place; they do not overlap. */
export function timesIn(text: string): Time[] {
  const found: Time[] = [];
  for (const { gate, read } of possible()) {
    for (const match of matchesOf(gate.pattern, text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((time) => start < time.end && end > time.start)) continue;
      const deadline = read(match);
      if (deadline !== undefined && !isBase(text, start, end)) found.push({ start, end, deadline });
    }
  }
  // Asked last, because it is true of nearly every text that a construct was found in.
  return found.length > 0 && anyTime.test(text) ? found.sort((a, b) => a.start - b.start) : [];
}
