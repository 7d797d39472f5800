/**
 * Families of times beside the plain ones of `time.ts`: spans between two days, intervals, weekdays, seasons, events, the life of
 * the paper itself. `earlyForms` are tried before the plain ones, because they hold one inside; `lateForms` after them.
 */
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
  two,
  units,
} from './calendar.ts';

const MONTH = `(?:${months})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const SEASON = '(?:spring|summer|autumn|winter|fall)';
const DEADLINE =
  '(?:by no later than|by not later than|by|before|no later than|not later than|on or before|prior to|ahead of|until|in good time for|in time for)';

const unresolved = ([whole = '']: RegExpMatchArray): Deadline => ({ kind: 'unresolved', unresolved: whole.trim() });
const standing = ([whole = '']: RegExpMatchArray): Deadline => ({ kind: 'standing', standing: whole.trim() });
const yearly = (month: string, day?: string): Deadline => {
  const number = monthNumber(month);
  return {
    kind: 'recurrence',
    recurrence: 'P1Y',
    monthDay: `${two(number)}-${two(day === undefined ? lastDay(2025, number) : Number(day))}`,
  };
};
const form = (pattern: string, read: Construct['read']): Construct => ({ pattern: new RegExp(pattern, 'i'), read });

/** A meeting with its day: the committee meeting of 12 May 2027. */
const DATED = `(?:the|its|their|an?) (?:[a-z'’-]+ ){1,5}?(?:on|of|scheduled for|planned for|held on|due on) (?:${WEEKDAY},? )?${DAY}(?: of)? (${MONTH}),? (\\d{4})`;
const dayOf = (day = '', month = '', year = ''): string => iso(Number(year), monthNumber(month), Number(day));
const YEARLY = '(?:annual|yearly|annually|per annum|(?:each|every|any|a|per) (?:calendar |financial )?year)';
const MONTHLY = '(?:monthly|(?:each|every|any|a|per) (?:calendar )?month)';
const WORKDAY = '(?:weekday|working day|business day|school day|trading day|workday)';

const ordinals: Readonly<Record<string, string>> = {
  second: 'two',
  other: 'two',
  alternate: 'two',
  third: 'three',
  fourth: 'four',
  fifth: 'five',
  sixth: 'six',
  seventh: 'seven',
  eighth: 'eight',
  tenth: 'ten',
};

export const earlyForms: readonly Construct[] = [
  // before the next meeting on 4 March 2027 · at the assembly on 9 June 2027
  form(`(?:before|prior to|ahead of|in advance of|in time for) ${DATED}`, ([, day, month, year]) =>
    date(previousDay(dayOf(day, month, year))),
  ),
  form(`(?:by|at|to|for|until|no later than|not later than|during) ${DATED}`, ([, day, month, year]) => date(dayOf(day, month, year))),
  // its annual contribution by 28 February · every year … by 30 June · its monthly rent by the 5th
  form(
    `(?:${DEADLINE}|on) (?:the )?${DAY}(?: of)? (${MONTH})\\b(?!,? \\d)(?<=\\b${YEARLY}\\b[^.;]{0,140})(?! (?:of|in) )`,
    ([, day, month = '']) => yearly(month, day),
  ),
  form(`(?:${DEADLINE}|on) (?:the )?(?:end of )(${MONTH})\\b(?!,? \\d)(?<=\\b${YEARLY}\\b[^.;]{0,140})`, ([, month = '']) => yearly(month)),
  form(`(?:${DEADLINE}|on) the ${DAY}\\b(?! \\w+ \\d)(?! (?:of )?${MONTH})(?<=\\b${MONTHLY}\\b[^.;]{0,140})`, ([, day]) => ({
    kind: 'recurrence',
    recurrence: 'P1M',
    day: Number(day),
  })),
  // each weekday · on working days · Monday to Friday
  form(
    `\\b(?:on )?(?:each|every|all|per) (?:single )?${WORKDAY}s?\\b(?! of)|\\bon (?:weekdays|(?:working|business|school|trading) days)\\b|\\b(?:from )?mondays? (?:to|through|until|–) (?:friday|saturday|sunday)s?\\b`,
    () => ({ kind: 'recurrence', recurrence: 'P1D' }),
  ),
  form(
    `\\b(?:each|every|in) ${SEASON} and ${SEASON}\\b|\\b(?:each|every) (?:${MONTH}|${SEASON}) and (?:each |every )?(?:${MONTH}|${SEASON})\\b|\\bin (?:both )?${MONTH} and ${MONTH}(?! ?\\d)`,
    () => ({
      kind: 'recurrence',
      recurrence: 'P6M',
    }),
  ),
  form(`\\b(?:at|on|each|every) weekends?\\b|\\b(?:on|each|every) ${WEEKDAY}s(?:(?:,? and |, )${WEEKDAY}s)*\\b`, () => ({
    kind: 'recurrence',
    recurrence: 'P1W',
  })),
  form(`\\b(?:each|every) (?:second|other|alternate) (?:${WEEKDAY}|fortnight)\\b|\\bon alternate ${WEEKDAY}s\\b`, () => ({
    kind: 'recurrence',
    recurrence: 'P2W',
  })),
  form(
    `\\b(?:each|every) (second|other|alternate|third|fourth|fifth|sixth|seventh|eighth|tenth) (day|week|month|quarter|year)\\b`,
    ([, nth = '', unit = '']) => ({
      kind: 'recurrence',
      recurrence: duration(ordinals[nth.toLowerCase()] ?? 'two', unit),
    }),
  ),
  form(
    `\\b(?:once |twice )?(?:a|each|every|per|in each) fortnight\\b(?! (?:later|thereafter|afterwards|after|before|earlier|of|from))`,
    () => ({ kind: 'recurrence', recurrence: 'P2W' }),
  ),
  form(`\\b(?:once |twice |three times |several times )daily\\b|\\bnightly\\b`, () => ({ kind: 'recurrence', recurrence: 'P1D' })),
  // from 1 July 2026 to 30 June 2028
  form(
    `(?:from|between) (?:the )?${DAY}(?: of)? (${MONTH}),? (\\d{4}) (?:to|until|and|through|up to) (?:the )?${DAY}(?: of)? (${MONTH}),? (\\d{4})`,
    ([, a, b = '', c, d, e = '', f]) => ({
      kind: 'period',
      period: `${iso(Number(c), monthNumber(b), Number(a))}/${iso(Number(f), monthNumber(e), Number(d))}`,
    }),
  ),
  // between 1 November and 31 March: a season that comes again
  form(`\\b(?:between|from) ${DAY}(?: of)? ${MONTH} (?:and|to|until|through) ${DAY}(?: of)? ${MONTH}\\b(?! ?\\d)`, () => ({
    kind: 'recurrence',
    recurrence: 'P1Y',
  })),
  // by 30 June and 31 December of each year · in two instalments on 15 February and 15 September
  form(`(?:(?:${BY}) )?${DAY} (${MONTH}) and ${DAY} (${MONTH})(?:,? (?:of |in )?(?:${EACH}|the same|any) year)?(?! ?\\d)`, () => ({
    kind: 'recurrence',
    recurrence: 'P6M',
  })),
  form(`(?:in|every|each) (${MONTH}) and (${MONTH})(?: of)?(?: ${EACH} year)?(?! ?\\d)`, () => ({ kind: 'recurrence', recurrence: 'P6M' })),
  // annually by 31 March · by 31 March annually · each year, not later than 31 March
  form(
    `(?:annually|yearly|${EACH} year),? (?:and |but |in any case )?(?:${DEADLINE}|on) (?:the end of |the )?(?:${DAY}(?: of)? )?(${MONTH})\\b(?! \\d)`,
    ([, day, month = '']) => yearly(month, day),
  ),
  form(
    `(?:${DEADLINE}|on) (?:the end of )?(?:${DAY}(?: of)? )?(${MONTH})(?: (?:annually|yearly|in every year|of every year|in each calendar year|of each calendar year|per annum))`,
    ([, day, month = '']) => yearly(month, day),
  ),
  // in October of each odd-numbered year
  form(
    `(?:in )?(?:(?:${DAY} )?${MONTH} )?(?:of |in )?(?:every|each) (?:second|other|alternate|odd-numbered|even-numbered|odd|even) (?:calendar )?year`,
    () => ({
      kind: 'recurrence',
      recurrence: 'P2Y',
    }),
  ),
  form(`(?:in )?(?:alternate|alternating) (years|months|weeks)`, ([, unit = '']) => ({
    kind: 'recurrence',
    recurrence: duration('two', unit),
  })),
  // at intervals of not more than six months · at six-monthly intervals · every six-month period
  form(
    `at (?:regular )?intervals of (?:not more than |no more than |at most |not less than |about |up to )?${NUMBER} (hours?|days?|weeks?|months?|years?)`,
    ([, count = '', unit = '']) => ({ kind: 'recurrence', recurrence: duration(count, unit) }),
  ),
  form(
    `(?:at|on a|on an|in|with) ${NUMBER}[- ](hour|day|week|month|year)(?:ly)?[- ](?:intervals?|basis|cycles?|rotation)|(?:at|on a) ${NUMBER}[- ](hour|dai|week|month|year)ly (?:intervals?|basis)`,
    ([, a, b, c, d]) => ({ kind: 'recurrence', recurrence: duration(a ?? c ?? 'one', (b ?? d ?? 'month').replace('dai', 'day')) }),
  ),
  form(
    '(?:at|on an?|in) (annual|yearly|quarterly|monthly|weekly|daily|half-yearly|six-monthly|biannual|fortnightly|biennial|hourly|semi-annual) (?:intervals|basis|cycles?|rhythm)',
    ([, word = '']) => ({ kind: 'recurrence', recurrence: cycles[word.toLowerCase()] ?? 'P1Y' }),
  ),
  form(
    `\\b(?:once|twice) (?:in )?${EACH} ${NUMBER} (hours?|days?|weeks?|months?|years?)|\\bonce every ${NUMBER} (hours?|days?|weeks?|months?|years?)`,
    ([, a, b, c, d]) => ({
      kind: 'recurrence',
      recurrence: duration(a ?? c ?? 'one', b ?? d ?? 'year'),
    }),
  ),
  form(`\\b(?:every|each) (?:single )?(?:three|four)[- ]month(?:ly)? period`, () => ({ kind: 'recurrence', recurrence: 'P3M' })),
  form(`\\b(six|three|two|four)-(month|week|year)ly(?= |$|[,.;])`, ([, count = '', unit = '']) => ({
    kind: 'recurrence',
    recurrence: duration(count, unit),
  })),
  form(
    `\\bper annum\\b|\\bper year\\b(?= |$|[,.;])|\\beach and every year\\b|\\byear(?:-| )on(?:-| )year\\b|\\bfrom year to year\\b|\\bin each year\\b|\\bevery year\\b`,
    () => ({
      kind: 'recurrence',
      recurrence: 'P1Y',
    }),
  ),
  // on the last Friday of every month · in the first week of each quarter · by the third working day of the month
  form(
    `(?:on|by|before|in|during|at|no later than|not later than|from) (?:or before )?(?:the )?(?:first|second|third|fourth|fifth|tenth|last|final|\\d{1,2}(?:st|nd|rd|th)) (?:${WEEKDAY}|working day|business day|week|weekend|day) (?:of|in) (?:the |each |every |any )?(?:calendar |following |next )?(month|quarter|year|week)(?! \\d)`,
    ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1M' }),
  ),
  form(
    `(?:on|by|before|in|during|at) (?:the )?(?:first|second|third|fourth|last) (?:${WEEKDAY}|working day|business day|week) (?:of|in) (?:${EACH} )?(${MONTH})(?: (?:of )?${EACH} year)?(?! \\d)`,
    ([, month = '']) => yearly(month),
  ),
  // by the end of each month
  form(
    `(?:by|before|at|within|on|no later than|not later than) the (?:end|close|beginning|start|last day) of (?:each|every|any) (?:calendar |financial |fiscal |reporting |school )?(month|quarter|week|year|day|season)`,
    ([whole = '', unit = '']) => ({
      kind: 'recurrence',
      recurrence: units[unit.toLowerCase()] ?? 'P1Y',
      ...(/end|close|last/i.test(whole) && { anchor: 'end' as const }),
    }),
  ),
  // end-March 2027 · end of year 2027 · FY 2026/27 · H1 2027 · 2027 Q3 · late 2027
  form(`(?:${DEADLINE} |at |in )?(?:the )?end[- ](?:of[- ])?(${MONTH}) (\\d{4})`, ([, month = '', year]) =>
    date(iso(Number(year), monthNumber(month), lastDay(Number(year), monthNumber(month)))),
  ),
  form(`(?:${DEADLINE} |at |in )?(?:the )?(?:end[- ](?:of[- ])?(?:the )?(?:year[- ])?|year[- ]end )(20\\d\\d)\\b`, ([, year]) =>
    date(`${year}-12-31`),
  ),
  form(`(?:${DEADLINE} |at |in |during )?(?:the )?(?:middle of |mid[- ])(${MONTH}),? (\\d{4})`, ([, month = '', year]) =>
    date(iso(Number(year), monthNumber(month), 15)),
  ),
  form(
    `(?:${DEADLINE} |in |within |during )?(?:the )?(?:H([12])|first|second) ?(?:six months of |half of |half-year of |semester of |half )?(?<= |H[12])(20\\d\\d)\\b`,
    ([whole = '', half, year]) =>
      /six months|half|semester|H[12]/i.test(whole)
        ? date(half === '2' || /second/i.test(whole) ? `${year}-12-31` : `${year}-06-30`)
        : undefined,
  ),
  form(`(?:${DEADLINE} |in |within |during )?\\b(20\\d\\d) ?Q([1-4])\\b`, ([, year, quarter]) =>
    date(iso(Number(year), Number(quarter) * 3, lastDay(Number(year), Number(quarter) * 3))),
  ),
  form(
    `(?:${DEADLINE}|in|during|for|throughout|from|over) (?:the )?(?:FY ?|(?:financial|fiscal|budget|academic|school|marketing|crop|water) year )(?:20)?\\d\\d(?:[-/–]\\d{2,4})?(?!\\d)|(?:${DEADLINE}|in|during|for|throughout|from|over) (?:the )?20\\d\\d[-/–]\\d\\d(?!\\d)(?: (?:financial|fiscal|budget|academic|school|water) year| season)?`,
    unresolved,
  ),
  // in each water year; every morning by 8 a.m.
  form(
    '\\b(?:in |during |for )?(?:each|every) (?!calendar|financial|fiscal|school|second|single|and|of|other|third|fourth|fifth|following|subsequent|succeeding|preceding|such)[a-z]+ (year|quarter|month|week)\\b(?! (?:of|after|period|plan|later|before))',
    ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1Y' }),
  ),
];

export const lateForms: readonly Construct[] = [
  // Phase two (2028): the year of a stage
  form(
    `(?<=\\b(?:phase|stage|step|year|milestone|task|objective|measure|action|package) ?\\w{0,6} ?\\()(?:by |in )?(20\\d\\d)(?=\\))`,
    ([, year]) => date(`${year}-12-31`),
  ),
  // a fortnight later · two weeks thereafter
  form(
    `\\b${NUMBER} (?:working |calendar |full )?(hours?|days?|weeks?|fortnights?|months?|quarters?|years?) (?:later|thereafter|afterwards|after that|from then|on)\\b(?! (?:the|a|an)\\b)`,
    ([, count = '', unit = '']) => ({
      kind: 'duration',
      duration: duration(count, unit),
    }),
  ),
  // over the plan period · during the contract term · over the decade
  form(
    `\\b(?:over|during|in|within|throughout|across|for|by the end of) (?:the |this |its |each |the (?:entire|whole|full|coming|next|present|current) )(?:plan|planning|programme|program|project|budget|budgetary|funding|grant|contract|contractual|concession|lease|franchise|financial|financing|framework|election|electoral|legislative|construction|reporting|review|control|delivery|support|transition) (?:period|cycle|term|phase|years?|horizon)\\b|\\b(?:over|during|within|by the end of|before the end of|in|this side of) (?:the |this |the (?:coming|next|current|present) )decade\\b|\\b(?:over|during|within) the (?:life|course|lifetime|duration) of the (?:plan|programme|project|strategy|contract|agreement|partnership)\\b`,
    unresolved,
  ),
  // at the June session · by the spring meeting
  form(
    `(?:at|by|to|before|for|until|in|ahead of|no later than) (?:the|its|their|each|every) (?:(?:${MONTH}|${SEASON}|annual|next|first|second|third|final|ordinary|regular|inaugural|opening|closing|following|coming|plenary|quarterly|budget) )+(?:(?:board|council|committee|plenary|general|ministerial|annual|members'|steering|assembly) )*(?:session|meeting|conference|assembly|summit|sitting|gathering|congress|forum|review)\\b(?! (?:office|secretariat|committee|board|chair|centre))`,
    unresolved,
  ),
  // two open days a year · £4,000 a month · below six a year
  form(
    `\\ba (day|week|month|quarter|year)\\b(?! (?:of|or|later|earlier|before|after|ago|from now|in advance|on year)\\b)(?<=(?:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundred|thousand|half)|\\d)(?:[ -]?%?)(?: (?!(?:mega|giga|cubic|m3|kW|MW|GW|acre)[a-z-]*|litres?|liters?|gallons?|met(?:re|er)s)[a-z'’-]+){0,4} a \\w+)`,
    ([, unit = '']) => ({ kind: 'recurrence', recurrence: units[unit.toLowerCase()] ?? 'P1Y' }),
  ),
  // on 1 April: the year is missing
  form(`\\bon (?:the )?${DAY}(?: of)? ${MONTH}\\b(?!,? ?\\d)`, unresolved),
  // by the same date: resolved from what stands before (anaphora.ts)
  form(
    `(?:${DEADLINE}|on|from|within|as of|with effect from) (?:the |that |this )?(?:same|said|aforementioned|above) (?:date|deadline|time|time limit|term)\\b|(?:${DEADLINE}|on|from|as of|with effect from) (?:that|this) (?:date|day|deadline)\\b|\\bby then\\b`,
    unresolved,
  ),
  form(
    '\\b(?:each|every) (?:working |school )?(?:morning|afternoon|evening|night)\\b(?: (?:by|before|at) \\d{1,2}(?:[.:]\\d\\d)? ?(?:[ap]\\.?m\\.?)?)?',
    () => ({
      kind: 'recurrence',
      recurrence: 'P1D',
    }),
  ),
  // before construction begins; before release
  form(
    '\\bbefore (?!the (?:end|close|expiry))(?:the )?(?:[a-z]+ ){1,3}(?:begins?|starts?|opens?|commences?|ends?|closes?|takes? effect|is (?:signed|opened|begun|started|let|awarded|issued))\\b',
    unresolved,
  ),
  form(
    '\\bbefore (?:release|publication|use|delivery|shipment|departure|signature|construction|demolition|transfer|payment|discharge|occupation|opening|sale|work|works)\\b(?= (?:and|or)\\b|[,;.]|$)',
    unresolved,
  ),
  form(
    '\\b(?:during|in|over|within) the (?:planning|reporting|transition|transitional|pilot|trial|construction|accounting|programme|programming) (?:period|phase)\\b',
    unresolved,
  ),
  // by Friday · on Mondays · on market days
  form(
    `(?:${DEADLINE}|on|from|this|next) (?:(?:close of (?:business|play)|noon|midday|midnight|the end of|the evening of)(?: on)? )?(?:this |next |the following |the coming )?${WEEKDAY}s?\\b(?! of)`,
    unresolved,
  ),
  form('\\bon (?:market|race|match|public|bank) (?:days|holidays)\\b', unresolved),
  // the following autumn · early next year
  form(
    `(?:(?:${DEADLINE}|in|during|at|from|early|late|later) )*(?:the )?(?:following|coming|next|same) (?:${SEASON}|year|month|week|quarter|term|season|school year|financial year)\\b(?!s)(?! (?:of|to|that))`,
    unresolved,
  ),
  form(`(?:${DEADLINE}|on|within) (?:the )?(?:next|following|same) (?:working |business |calendar )?day\\b`, () => ({
    kind: 'duration',
    duration: 'P1D',
  })),
  form(
    `(?:${DEADLINE}|in|during|from|at|over|throughout|each) (?:the |early |late |mid-?)*${SEASON}s?(?: (?:of )?20\\d\\d| months)?\\b`,
    unresolved,
  ),
  form(`(?:${DEADLINE}|in|from) (?:early|late|mid)[- ](?:in )?(?:${MONTH} )?(?:20\\d\\d)?`, ([whole = '']) =>
    /\\d|january|february|march|april|may|june|july|august|september|october|november|december/i.test(whole)
      ? { kind: 'unresolved', unresolved: whole }
      : undefined,
  ),
  // before the opening of the bridge · prior to commencement of the works
  form(
    `(?:${DEADLINE}) (?:the |its |their |any |each )?(?:date of |day of |time of |start of |end of |expiry of |completion of )?(?:start|commencement|beginning|opening|onset|completion|conclusion|expiry|expiration|end|close|handover|signing|signature|launch|inauguration|anniversary|termination|adoption|approval|ratification|commissioning|election|elections|recess|inspection|audit|flood season|holidays?|tourist season|harvest|budget(?: round| debate)?|games|festival|monsoon|frost|migration|planting|sowing|closing date|due date|deadline|target date|review date|long-stop date)\\b(?: (?:of|for) [^,;.]{2,50}?)?(?=$|[,;.]| (?:and|shall|will|must|may|to|in|or|if|unless|by) )`,
    unresolved,
  ),
  form(
    '\\bbefore (?:commencing|starting|beginning|opening|awarding|signing|letting|releasing|issuing|approving|entering|granting|closing) [^,;.]{2,50}?(?=$|[,;.])',
    unresolved,
  ),
  form(
    `(?:${DEADLINE}|at) (?:the )?(?:turn of the year|year[- ]end|end of (?:the |this |next |each )?(?:current |financial |fiscal |calendar |reporting |school |academic |following |same )?(?:year|month|quarter|decade|week|season|term|period|phase|contract|plan period|programme|project|term of office|parliament|mandate|summer|winter|spring|autumn|century))`,
    unresolved,
  ),
  form(`(?:${DEADLINE}) the ${DAY}(?: of (?:the |that |this )?(?:month|${MONTH}))?\\b(?! (?:floor|party|meeting|item))`, unresolved),
  // as long as the paper holds
  form(
    '\\b(?:throughout|during|over|for)(?: the)?(?: whole| entire| full)? (?:term|life|lifetime|duration|currency|validity|period of validity|continuance|existence)(?: of (?:th(?:e|is)|the present|their|its) [a-z]+)?\\b|\\bfor (?:as|so) long as [^,;.]{3,60}|\\buntil further notice\\b|\\bindefinitely\\b|\\bin perpetuity\\b|\\bround the clock\\b|\\b24/7\\b|\\b24 hours (?:a|per) day\\b|\\bseven days a week\\b|\\bday and night\\b|\\ball year round\\b|\\ball year\\b|\\bthroughout the (?:year|season|period|works|project|programme)\\b|\\bat every stage\\b|\\bon a (?:permanent|continuous|standing|24-hour) basis\\b|\\bon an ongoing basis\\b',
    standing,
  ),
  form(
    `\\bwithin (?:the )?(?:agreed|prescribed|stipulated|set|same|statutory) (?:period|time|deadline|time limit)\\b|\\bby the (?:agreed|due|set|stated|target) (?:date|deadline|time)\\b`,
    unresolved,
  ),
  form(
    `(?:in|during|over|for) the ${NUMBER} (years?|months?|weeks?|days?) (?:following|after|from|to|before)\\b`,
    ([, count = '', unit = '']) => (numberOf(count) === undefined ? undefined : { kind: 'duration', duration: duration(count, unit) }),
  ),
];
