/** Quantities in English text: 8 km, two joint clinics, at least 90 per cent, by 12% against 2022, between 5 and 7 mg/l. */
import type { Comparator } from '../reading.ts';
import { numberOf } from './time.ts';

export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly comparator: Comparator;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly name: { readonly start: number; readonly end: number } | null;
  readonly base?: string;
  readonly compared: boolean;
}

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

const notThings =
  /^ (?:of|days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive|quarters?|the|and|or|to|in|by|on|at|for|from|with|between|as|if|shall|will|must|may|each|per|is|are|after|before|parties|party|sides|counties|cities|governments|states|municipalities|jurisdictions|towns|districts|regions|above|below|hereof|that|which|thereafter)\b/i;

/** Quantities of `text` outside the times. */
export function quantitiesIn(text: string, times: readonly { readonly start: number; readonly end: number }[]): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(/(?<![\d:])(\d{1,3}):(\d{1,3})(?![\d:])/g)) {
    if (Number(match[1]) + Number(match[2]) > 110 || /(?:at|by|from|to|until|before) $/i.test(text.slice(0, match.index))) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      comparator: '=',
      value: [Number(match[1]), Number(match[2])],
      unit: 'ratio',
      name: null,
      compared: true,
    });
  }
  for (const match of text.matchAll(
    /\bhalve\b|\b(?:one|a) (?:quarter|third|half|fifth)\b(?! of (?:20|19))|\bhalf (?:of )?(?:the|its|their)\b/gi,
  )) {
    const value = /third/i.test(match[0]) ? 33.3 : /quarter/i.test(match[0]) ? 25 : /fifth/i.test(match[0]) ? 20 : 50;
    if (/(?:in|each|every|per|within|for) $/i.test(text.slice(0, match.index))) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      comparator: /halve/i.test(match[0]) ? 'reduce_by' : '=',
      value,
      unit: '%',
      name: null,
      compared: true,
    });
  }
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const [whole, money, digits = '', scale = '', second, unit = '', thing = ''] = match;
    if (times.some((time) => start < time.end && start + digits.length > time.start)) continue;
    const left = text.slice(Math.max(0, start - 90), start);
    if (
      /(?:Article|Section|Annex|Schedule|Paragraph|Clause|Phase|Part|Chapter|No\.|Appendix|Route|Highway|Road|Interstate|Stage|Category|Class|Level|Tier|Line|Table|Zone) $/i.test(
        left,
      ) &&
      unit === ''
    )
      continue;
    if (/^(?:19|20)\d\d$/.test(digits) && unit === '') continue;
    const comparison = before.find(([form]) => form.test(left));
    if (unit === '' && (thing === '' || notThings.test(thing)) && comparison === undefined && money === undefined) continue;
    if (
      unit === '' &&
      comparison !== undefined &&
      !/exceed(?:s|ing)? $/i.test(left) &&
      /^ (?:days?|weeks?|months?|years?|hours?|minutes?|working|business|calendar|consecutive)\b/.test(thing)
    )
      continue;
    if (
      /^(?:km|kilomet|miles?|met(?:re|er))/.test(unit) &&
      /^ (?:of the|radius|from|upstream|downstream)/i.test(text.slice(start + whole.length - thing.length)) &&
      /within $/i.test(left)
    )
      continue;
    if (found.some((one) => start < one.end && start + digits.length > one.start)) continue;
    if (
      unit === '' &&
      comparison === undefined &&
      money === undefined &&
      /\b(?:the|both|either|all|these|those|our|other|of|any|every|each|between) $/i.test(left) &&
      /^[a-z]/i.test(digits)
    )
      continue;
    if (
      /^(?:one)$/i.test(digits) &&
      comparison === undefined &&
      !/^ (?:joint|annual|meeting|report|drill|exercise|new|workshop|inspection|session|audit|officer|representative|member|clinic|station|helicopter|boat|engine|crew|vehicle|bridge|school|teacher|nurse|counsellor|seminar|hearing|survey|patrol|van|bus|vessel|site|team|person)/i.test(
        thing,
      )
    )
      continue;
    const value = numberOf(digits) ?? 0;
    const base =
      /(?:against|compared (?:with|to)|from|relative to|below|on|over|versus|of|above) (?:the |its |their )?((?:19|20)\d\d)(?: levels?| baseline| values?)?|((?:19|20)\d\d) (?:levels?|baseline|values?)/i.exec(
        text.slice(start + digits.length, start + 90),
      );
    const nameStart = start + whole.length - thing.length + 1;
    const range = second !== undefined;
    const tail = text.slice(start + whole.length - thing.length);
    const more = /^ or (?:more|above|higher)/i.test(tail);
    const less = /^ or (?:less|fewer|below|lower)/i.test(tail);
    found.push({
      start,
      end: start + whole.length,
      comparator: range ? 'between' : more ? '>=' : less ? '<=' : (comparison?.[1] ?? '='),
      value: range ? [value, numberOf(second) ?? value] : value,
      unit: `${scale === '' ? '' : `${scale} `}${unit !== '' ? unit : (money ?? thing.trim().split(' ').at(-1) ?? '')}`.trim(),
      name: thing === '' || notThings.test(thing) ? null : { start: nameStart, end: start + whole.length },
      compared: comparison !== undefined || range || /^(?:%|per)/.test(unit),
      ...(base !== null && { base: base[1] ?? base[2] ?? '' }),
    });
  }
  return found;
}
