/** Quantities in English text: 8 km, two joint clinics, at least 90 per cent, by 12% against 2022, between 5 and 7 mg/l. */
import type { Comparator } from '../reading.ts';
import type { Quantity } from './measured.ts';
import { rangesIn, ratiosIn, sharesIn, targetsIn } from './shares.ts';
import { numberOf } from './calendar.ts';
import { matchesOf } from '../text/matches.ts';
import type { PartGated } from '../text/gate.ts';
import { ofClause } from './gates.ts';

export type { Quantity };

const WORDS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-(?:four|five))?|thirty|forty(?:-five)?|fifty|sixty|seventy|eighty|ninety|half';
const MONEY = '(?:(USD|EUR|GBP|CHF|AUD|CAD|NZD|CNY|RMB|US\\$|A\\$|C\\$|R(?=\\d)|\\$|€|£) ?)?';
const pattern = new RegExp(
  `(?<![\\w.:])${MONEY}(\\d[\\d,]*(?:\\.\\d+)?(?!:\\d\\d\\b)(?!\\d)|${WORDS})(?:[ -](million|billion|thousand|hundred))?(?: ?(?:-|–|to|and) ?(\\d[\\d,]*(?:\\.\\d+)?))?[ -]?(%|per ?cent(?:age points?)?|percent(?:age points?)?|percentage points?|°[CF]|º[CF]|degrees(?: celsius| fahrenheit| centigrade)?|km/h|kph|mph|m/s|knots?|mm|cm|m(?=[ ,.;)]|$)|t(?=[ ,.;)]|$)|kt(?=[ ,.;)]|$)|µg/l|µg|dB\\(A\\)|lux|hPa|kPa|bar|NTU|Bq/(?:l|kg|m3)|mSv|MWh|TWh|kW|kV|litres?|liters?|megalitres?|gigalitres?|l/s|t/ha|kg/ha|km2|sq(?:uare)? (?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet)|feet|ft|yards?|nautical miles?|km/h|km2|km²|km|kilometres?|kilometers?|miles?|metres?|meters?|m3/s|m³/s|m3|m³|cubic (?:metres?|meters?|feet)(?: per (?:second|day|year))?|acre-feet|acres?|hectares?|ha\\b|tonnes?|tons?|kg|mg/l|mg/L|µg/m3|µg/m³|micrograms? per cubic met(?:re|er)|ppm|ppb|MW|GW|GWh|kWh|dB|dollars|euros?|pounds|points?)?(?![\\w])( [a-zA-Z][\\w'’-]*(?: [a-z][\\w'’-]*){0,3})?`,
  'gi',
);

const forms = (list: readonly (readonly [RegExp, Comparator])[]): readonly (readonly [PartGated, Comparator])[] =>
  list.map(([form, comparator]) => [ofClause.gate(form), comparator]);
/** What stands before a number. */
const before: readonly (readonly [PartGated, Comparator])[] = forms([
  [
    /(?:reduc|cut|lower|decreas|fall|drop|shrink|halv|curb|declin|diminish|shorten|slash|trim)\w*[^.;]{0,60} by (?:at least|not less than|no less than|no fewer than|a minimum of|a further) $/i,
    'reduce_by_at_least',
  ],
  [
    /(?:reduc|cut|lower|decreas|fall|drop|shrink|halv|curb|declin|diminish|shorten|slash|trim)\w*[^.;]{0,60} (?:by|of) (?:some |about |roughly |approximately |around )?$/i,
    'reduce_by',
  ],
  [
    /(?:increas|rais|grow|improv|rise|rais|expand|extend|boost|widen|lift)\w*[^.;]{0,60} by (?:at least|not less than|no less than|no fewer than|a minimum of|a further) $/i,
    'increase_by_at_least',
  ],
  [
    /(?:increas|rais|grow|improv|rise|rais|expand|extend|boost|widen|lift)\w*[^.;]{0,60} by (?:some |about |roughly |approximately |around )?$/i,
    'increase_by',
  ],
  [
    /(?:at least|not less than|no less than|no fewer than|not fewer than|a minimum of|minimum of|or more|not below|no lower than|not lower than|never below|never less than|a floor of|at a minimum|≥|up from) $/i,
    '>=',
  ],
  [
    /(?:at most|not more than|no more than|not exceed|not exceeding|may not exceed|up to|a maximum of|maximum of|no greater than|not greater than|below or equal to|capped at|limit(?:ed)? (?:\w+ ){0,4}to|≤|not above|not to exceed|no higher than|not higher than|never above|a ceiling of|a cap of|no longer than|not longer than|no later than|no worse than|within) $/i,
    '<=',
  ],
  [/(?:reduc|cut|lower|decreas|fall|drop|bring|shorten|declin|shrink)\w*[^.;]{0,80} to (?:below |under |at most |less than )?$/i, '<='],
  [/(?:increas|rais|grow|rise|extend|expand|lift|improv|widen|lengthen)\w*[^.;]{0,80} to (?:above |over |at least |more than )?$/i, '>='],
  [/(?:below|under|less than|fewer than|falls? below|drops? below|short of) $/i, '<'],
  [/(?:above|over|more than|greater than|exceeds?|exceeding|in excess of|beyond) $/i, '>'],
  [/(?:reaches|reach|reaching|hits|attains) $/i, '>='],
]);

const timeWords = ofClause.gate(/^ (?:days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive)\b/);

const notThings = ofClause.gate(
  /^ (?:of|days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive|quarters?|the|and|or|to|in|by|on|at|for|from|with|between|as|if|shall|will|must|may|each|per|is|are|after|before|parties|party|sides|counties|cities|governments|states|municipalities|jurisdictions|towns|districts|regions|above|below|hereof|that|which|thereafter)\b/i,
);

/** Part of a number as written: Section 4, Road 12. */
const labelled = ofClause.gate(
  /(?:Article|Section|Annex|Schedule|Paragraph|Clause|Phase|Part|Chapter|No\.|Appendix|Route|Highway|Road|Interstate|Stage|Category|Class|Level|Tier|Line|Table|Zone) $/i,
);

/** Berth 4, Routes 14 and 22: by the capital a name. */
const numbered = ofClause.gate(
  /\b(?:Berth|Gate|Lot|Plot|Pier|Unit|Ward|Block|Platform|Lock|Well|Pump|Item|Step|Reach|Sector|Route|Line|Road|Article|Section|Zone)s? (?:\d+(?:, \d+)*,? and )?$/,
);
const oneThing = ofClause.gate(
  /^ (?:[a-z]+ (?=officer|member|report|meeting|drill|inspector|teacher|nurse|engineer|vehicle|station|exercise|team))?(?:joint|annual|meeting|report|drill|exercise|new|workshop|inspection|session|audit|officer|liaison|representative|member|clinic|station|helicopter|boat|engine|crew|vehicle|bridge|school|teacher|nurse|counsellor|seminar|hearing|survey|patrol|van|bus|vessel|site|team|person|expert|delegate|observer)/i,
);

/** shall appoint one arbitrator: what is given counts, even one. */
const supplied = ofClause.gate(
  /\b(?:appoint|assign|nominate|designate|second|provide|supply|install|build|open|send|station|buy|purchase|hire|recruit|contribute|deploy|dedicate)(?:s|ing)? $/i,
);
const bounds = ofClause.gate(/(?:below|under|exceed(?:s|ing)?|not more than|no more than|less than|fewer than|more than|over|above) $/i);

/** …is cut to 20 minutes: a length of time that is the measure. */
const changed = ofClause.gate(
  /\b(?:reduc|cut|lower|decreas|fall|drop|bring|shorten|lengthen|extend|expand|increas|rais|rise|improv)\w*\b[^.;]{0,80} to (?:below |under |at most |at least |no more than |less than |more than )?$/i,
);

interface Found {
  readonly left: string;
  readonly digits: string;
  readonly unit: string;
  readonly thing: string;
  readonly money: string | undefined;
  readonly compared: boolean;
}

const year = ofClause.gate(/^(?:19|20)\d\d$/);
const timeOfDay = ofClause.gate(/^ [ap]\.?m\b|^ o[’']clock/i);
const distance = ofClause.gate(/^(?:km|kilomet|(?:nautical )?miles?|met(?:re|er)|m$|feet|ft|yards?)/);
const determiner = ofClause.gate(/\b(?:the|both|either|these|those|our|other|of|any|every|each|between) $/i);

/** True if the number measures nothing: a year, a number of a section, a length of time, a distance to a place. */
function measuresNothing({ left, digits, unit, thing, money, compared }: Found): boolean {
  if (unit === '' && year.test(digits)) return true;
  // 6 a.m.: a time of day.
  if (unit === '' && timeOfDay.test(thing)) return true;

  if (
    distance.test(unit) &&
    /^ (?:of (?:the|an?|any|its|each|[A-Z])|radius|from|upstream|downstream)/i.test(thing) &&
    /within $/i.test(left)
  )
    return true;
  if (unit !== '') return false;
  if (labelled.test(left) || numbered.test(left)) return true;
  if ((thing === '' || notThings.test(thing)) && !compared && money === undefined) return true;
  if (compared && timeWords.test(thing) && !bounds.test(left) && !changed.test(left)) return true;
  const determined = determiner.test(left) && /^[a-z]/i.test(digits);
  return (
    (determined && !compared && money === undefined) ||
    (/^one$/i.test(digits) && !compared && !oneThing.test(thing) && !supplied.test(left))
  );
}

const basePattern = ofClause.gate(
  /\b(?:against|compared (?:with|to)|relative to|below|on|over|versus|above|than in|than) (?:the |its |their |those of |that of )?(?:levels? (?:of|in) |baseline of |year )?((?:19|20)\d\d)(?: levels?| baseline| values?| figures?)?|((?:19|20)\d\d) (?:levels?|baseline|values?|figures?)|\bfrom (?:the )?((?:19|20)\d\d)(?= levels?| baseline)/i,
);

/** 8 km of Boundary Road · 90% of the eligible children: what the amount is an amount of. */
const partOf = ofClause.gate(
  /^ of (?:the |its |their |all |each |any |these |those )*([A-Za-z][\w'’-]*(?: (?!(?:by|in|at|to|for|on|from|with|within|before|after|per|each|every|and|or|of|as|until|during|not|no|that|which|shall|will|is|are|under|against|along|between)\b)[\w'’-]+){0,3})/i,
);

/** Words after a thing that are no part of its name. */
const thingEnd =
  / (?:a (?:day|week|month|quarter|year|night|season|shift)|by|in|at|to|for|on|from|with|within|before|after|per|each|every|and|or|of|as|until|during|not|no|that|which|shall|will)(?: .*)?$/;

/** 36 °C or more: a figure that is compared with. */
const orMore = ofClause.gate(
  /^ (?:or (?:more|above|higher|over|greater|better|longer|less|fewer|below|lower|under|shorter)|and (?:above|over|below|under)|upwards?\b)/i,
);

const orMoreThan = ofClause.gate(/^ (?:or (?:more|above|higher|over|greater|better|longer|later|warmer)|and (?:above|over)|upwards?\b)/i);
const orLessThan = ofClause.gate(/^ (?:or (?:less|fewer|below|lower|under|shorter|earlier|colder)|and (?:below|under))/i);

function comparatorOf(range: boolean, tail: string, before: Comparator | undefined): Comparator {
  if (range) return 'between';
  if (orMoreThan.test(tail)) return '>=';
  if (orLessThan.test(tail)) return '<=';
  return before ?? '=';
}

const halfOfDay = ofClause.gate(/^ ?[ap]\.?m\b/i);

/** One match of the pattern as a quantity, unless it measures nothing. */
function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const start = match.index;
  const [whole, money, digits = '', scale = '', second, unit = '', rest = ''] = match;
  const left = text.slice(Math.max(0, start - 90), start);
  const comparison = before.find(([form]) => form.test(left));
  if (measuresNothing({ left, digits, unit, thing: rest, money, compared: comparison !== undefined })) return undefined;
  // 6 a.m.: a time of day.
  if (unit === '' && halfOfDay.test(text.slice(start + whole.length - rest.length, start + whole.length - rest.length + 6)))
    return undefined;
  const thing = rest.replace(thingEnd, '');
  const value = numberOf(digits) ?? 0;
  const base = basePattern.exec(text.slice(start + digits.length, start + 90));
  const thingAt = start + whole.length - rest.length;
  const range = second !== undefined;
  const nothing = thing === '' || notThings.test(thing);
  const whose = nothing ? partOf.exec(text.slice(thingAt, thingAt + 90)) : null;
  const whoseAt = thingAt + (whose === null ? 0 : whose[0].length - (whose[1] as string).length);
  const name =
    whose !== null
      ? { start: whoseAt, end: whoseAt + (whose[1] as string).length }
      : nothing
        ? null
        : { start: thingAt + 1, end: thingAt + thing.length };
  const named =
    unit !== ''
      ? unit
      : (money ?? (nothing && timeWords.test(rest) ? (timeWords.exec(rest)?.[0] ?? rest) : thing).trim().split(' ').at(-1) ?? '');
  return {
    start,
    end: start + whole.length,
    comparator: comparatorOf(range, text.slice(thingAt), comparison?.[1]),
    value: range ? [value, numberOf(second) ?? value] : value,
    unit: `${scale === '' ? '' : `${scale} `}${/^per ?cent$/i.test(named) ? '%' : named}`.trim(),
    name,
    compared: comparison !== undefined || range || /^(?:%|per|°)/.test(unit) || orMore.test(text.slice(thingAt, thingAt + 14)),
    ...(base !== null && { base: base[1] ?? base[2] ?? base[3] ?? '' }),
  };
}

/** Quantities of `text` outside the times. */
export function quantitiesIn(text: string, times: readonly { readonly start: number; readonly end: number }[]): Quantity[] {
  const found: Quantity[] = [...targetsIn(text)];
  for (const one of [...ratiosIn(text), ...sharesIn(text), ...rangesIn(text)])
    if (!found.some(({ start, end }) => one.start < end && one.end > start)) found.push(one);
  for (const match of matchesOf(pattern, text)) {
    const at = match.index;
    const length = (match[2] ?? '').length;
    if (times.some((time) => at < time.end && at + length > time.start)) continue;
    if (found.some((one) => at < one.end && at + length > one.start)) continue;
    const quantity = quantityOf(text, match);
    if (quantity !== undefined) found.push(quantity);
  }
  return found;
}
