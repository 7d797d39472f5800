/** Quantities in English text: 8 km, two joint clinics, at least 90 per cent, by 12% against 2022, between 5 and 7 mg/l. */
import type { Comparator } from '../reading.ts';
import type { Quantity } from './measured.ts';
import { rangesIn, ratiosIn, sharesIn, targetsIn } from './shares.ts';
import { numberOf } from './calendar.ts';

export type { Quantity };

const WORDS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|half';
const MONEY = '(?:(USD|EUR|GBP|CHF|AUD|CAD|NZD|CNY|RMB|US\\$|A\\$|C\\$|R(?=\\d)|\\$|€|£) ?)?';
const pattern = new RegExp(
  `(?<![\\w.])${MONEY}(\\d[\\d,]*(?:\\.\\d+)?|${WORDS})(?:[ -](million|billion|thousand|hundred))?(?: ?(?:-|–|to|and) ?(\\d[\\d,]*(?:\\.\\d+)?))?[ -]?(%|per ?cent(?:age points?)?|percent(?:age points?)?|km/h|km2|km²|km|kilometres?|kilometers?|miles?|metres?|meters?|m3/s|m³/s|m3|m³|cubic (?:metres?|meters?|feet)(?: per (?:second|day|year))?|acre-feet|acres?|hectares?|ha\\b|tonnes?|tons?|kg|mg/l|mg/L|µg/m3|µg/m³|micrograms? per cubic met(?:re|er)|ppm|ppb|MW|GW|GWh|kWh|dB|dollars|euros?|pounds|points?)?(?![\\w])( [a-zA-Z][\\w'’-]*(?: [a-z][\\w'’-]*){0,3})?`,
  'gi',
);

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:at least|not less than|no less than|no fewer than|not fewer than|a minimum of|minimum of|or more|not below|≥|up from) $/i, '>='],
  [
    /(?:at most|not more than|no more than|not exceed|not exceeding|may not exceed|up to|a maximum of|maximum of|no greater than|not greater than|below or equal to|capped at|limit(?:ed)? (?:\w+ ){0,4}to|≤|not above|not to exceed|no higher than|within) $/i,
    '<=',
  ],
  [/(?:reduc|cut|lower|decreas|fall|drop|shrink)\w*[^.;]{0,60} by at least $/i, 'reduce_by_at_least'],
  [/(?:reduc|cut|lower|decreas|fall|drop|shrink)\w*[^.;]{0,60} (?:by|of) (?:some |about |roughly |approximately |around )?$/i, 'reduce_by'],
  [/(?:increas|rais|grow|improv|rise|expand)\w*[^.;]{0,60} by at least $/i, 'increase_by_at_least'],
  [/(?:increas|rais|grow|improv|rise|expand)\w*[^.;]{0,60} by (?:some |about |roughly |approximately |around )?$/i, 'increase_by'],
  [/(?:reduc|cut|lower|decreas|fall|drop)\w*[^.;]{0,60} to (?:below )?$/i, '<='],
  [/(?:increas|rais|grow|rise)\w*[^.;]{0,60} to (?:above )?$/i, '>='],
  [/(?:below|under|less than|fewer than|falls? below|drops? below|short of) $/i, '<'],
  [/(?:above|over|more than|greater than|exceeds?|exceeding|in excess of|beyond) $/i, '>'],
  [/(?:reaches|reach|reaching|hits|attains) $/i, '>='],
];

const timeWords = /^ (?:days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive)\b/;

const notThings =
  /^ (?:of|days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive|quarters?|the|and|or|to|in|by|on|at|for|from|with|between|as|if|shall|will|must|may|each|per|is|are|after|before|parties|party|sides|counties|cities|governments|states|municipalities|jurisdictions|towns|districts|regions|above|below|hereof|that|which|thereafter)\b/i;

/** Part of a number as written: Section 4, Road 12. */
const labelled =
  /(?:Article|Section|Annex|Schedule|Paragraph|Clause|Phase|Part|Chapter|No\.|Appendix|Route|Highway|Road|Interstate|Stage|Category|Class|Level|Tier|Line|Table|Zone) $/i;
const oneThing =
  /^ (?:[a-z]+ (?=officer|member|report|meeting|drill|inspector|teacher|nurse|engineer|vehicle|station|exercise|team))?(?:joint|annual|meeting|report|drill|exercise|new|workshop|inspection|session|audit|officer|liaison|representative|member|clinic|station|helicopter|boat|engine|crew|vehicle|bridge|school|teacher|nurse|counsellor|seminar|hearing|survey|patrol|van|bus|vessel|site|team|person|expert|delegate|observer)/i;
const bounds = /(?:below|under|exceed(?:s|ing)?|not more than|no more than|less than|fewer than|more than|over|above) $/i;

interface Found {
  readonly left: string;
  readonly digits: string;
  readonly unit: string;
  readonly thing: string;
  readonly money: string | undefined;
  readonly compared: boolean;
}

/** True if the number measures nothing: a year, a number of a section, a length of time, a distance to a place. */
function measuresNothing({ left, digits, unit, thing, money, compared }: Found): boolean {
  if (/^(?:19|20)\d\d$/.test(digits) && unit === '') return true;
  if (
    /^(?:km|kilomet|miles?|met(?:re|er))/.test(unit) &&
    /^ (?:of the|radius|from|upstream|downstream)/i.test(thing) &&
    /within $/i.test(left)
  )
    return true;
  if (unit !== '') return false;
  if (labelled.test(left)) return true;
  if ((thing === '' || notThings.test(thing)) && !compared && money === undefined) return true;
  if (compared && timeWords.test(thing) && !bounds.test(left)) return true;
  const determined = /\b(?:the|both|either|these|those|our|other|of|any|every|each|between) $/i.test(left) && /^[a-z]/i.test(digits);
  return (determined && !compared && money === undefined) || (/^one$/i.test(digits) && !compared && !oneThing.test(thing));
}

const basePattern =
  /(?:against|compared (?:with|to)|from|relative to|below|on|over|versus|of|above) (?:the |its |their )?((?:19|20)\d\d)(?: levels?| baseline| values?)?|((?:19|20)\d\d) (?:levels?|baseline|values?)/i;

/** Words after a thing that are no part of its name. */
const thingEnd =
  / (?:by|in|at|to|for|on|from|with|within|before|after|per|each|every|and|or|of|as|until|during|not|no|that|which|shall|will)(?: .*)?$/;

function comparatorOf(range: boolean, tail: string, before: Comparator | undefined): Comparator {
  if (range) return 'between';
  if (/^ or (?:more|above|higher)/i.test(tail)) return '>=';
  if (/^ or (?:less|fewer|below|lower)/i.test(tail)) return '<=';
  return before ?? '=';
}

/** One match of the pattern as a quantity, unless it measures nothing. */
function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const start = match.index;
  const [whole, money, digits = '', scale = '', second, unit = '', rest = ''] = match;
  const left = text.slice(Math.max(0, start - 90), start);
  const comparison = before.find(([form]) => form.test(left));
  if (measuresNothing({ left, digits, unit, thing: rest, money, compared: comparison !== undefined })) return undefined;
  const thing = rest.replace(thingEnd, '');
  const value = numberOf(digits) ?? 0;
  const base = basePattern.exec(text.slice(start + digits.length, start + 90));
  const thingAt = start + whole.length - rest.length;
  const range = second !== undefined;
  const nothing = thing === '' || notThings.test(thing);
  const name = nothing ? null : { start: thingAt + 1, end: thingAt + thing.length };
  const named = unit !== '' ? unit : (money ?? (nothing && timeWords.test(rest) ? rest : thing).trim().split(' ').at(-1) ?? '');
  return {
    start,
    end: start + whole.length,
    comparator: comparatorOf(range, text.slice(thingAt), comparison?.[1]),
    value: range ? [value, numberOf(second) ?? value] : value,
    unit: `${scale === '' ? '' : `${scale} `}${named}`.trim(),
    name,
    compared: comparison !== undefined || range || /^(?:%|per)/.test(unit),
    ...(base !== null && { base: base[1] ?? base[2] ?? '' }),
  };
}

/** Quantities of `text` outside the times. */
export function quantitiesIn(text: string, times: readonly { readonly start: number; readonly end: number }[]): Quantity[] {
  const found: Quantity[] = [...targetsIn(text)];
  for (const one of [...ratiosIn(text), ...sharesIn(text), ...rangesIn(text)])
    if (!found.some(({ start, end }) => one.start < end && one.end > start)) found.push(one);
  for (const match of text.matchAll(pattern)) {
    const at = match.index;
    const length = (match[2] ?? '').length;
    if (times.some((time) => at < time.end && at + length > time.start)) continue;
    if (found.some((one) => at < one.end && at + length > one.start)) continue;
    const quantity = quantityOf(text, match);
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}
