/** Quantities that are no plain number: a ratio of 60:40, one third, between 60% and 85% of capacity. */
import type { Quantity } from './measured.ts';
import { numberOf } from './calendar.ts';
import { gatedMatches } from '../text/matches.ts';
import { ofClause } from './gates.ts';

const share = (match: RegExpExecArray, rest: Pick<Quantity, 'comparator' | 'value' | 'unit'>): Quantity => ({
  start: match.index,
  end: match.index + match[0].length,
  name: null,
  compared: true,
  ...rest,
});

const ratio = ofClause.gate(/(?<![\d:])(\d{1,3}):(\d{1,3})(?![\d:])/g);
const fraction = ofClause.gate(
  /\bhalve\b|\b(?:one|a) (?:quarter|third|half|fifth)\b(?! of (?:20|19))(?! (?:part|person|countr|state|time|year|month|week|day|failing|failure|offence|breach|delay|member|reading|reminder))|\bhalf (?:of )?(?:the|its|their)\b/gi,
);

/** 60:40, unless it is a time of day. */
export function ratiosIn(text: string): Quantity[] {
  return gatedMatches(ratio, text)
    .filter(
      (match) =>
        Number(match[1]) + Number(match[2]) <= 110 &&
        !/(?:at|by|from|to|until|before|between|and|after|till|than) $/i.test(text.slice(0, match.index).slice(-9)) &&
        !/^ (?:and|to|until|hours|a\.?m|p\.?m)/.test(text.slice(match.index + match[0].length)),
    )
    .map((match) => share(match, { comparator: '=', value: [Number(match[1]), Number(match[2])], unit: 'ratio' }));
}

/** one quarter, a third, half of the costs, halve: in per cent. */
export function sharesIn(text: string): Quantity[] {
  return gatedMatches(fraction, text)
    .filter(
      (match) =>
        !/(?:in|each|every|per|within|for|start of|end of|beginning of|close of|course of) $/i.test(text.slice(0, match.index).slice(-14)),
    )
    .map((match) => {
      const [words] = match;
      const value = /third/i.test(words) ? 33.3 : /quarter/i.test(words) ? 25 : /fifth/i.test(words) ? 20 : 50;
      return share(match, { comparator: /halve/i.test(words) ? 'reduce_by' : '=', value, unit: '%' });
    });
}

const UNIT = '(%|per ?cent|km|mg/l|°C|dB|MW|tonnes|hectares|metres|m3/s|m³/s|points|members|vehicles|people|units)?';
const rangePattern = ofClause.gate(
  new RegExp(
    `\\b(?:between|from) [$€£]?(\\d[\\d,]*(?:\\.\\d+)?) ?${UNIT} (?:and|to) [$€£]?(\\d[\\d,]*(?:\\.\\d+)?) ?${UNIT}|\\b(\\d[\\d,]*(?:\\.\\d+)?) ?(%) ?[–-] ?(\\d[\\d,]*(?:\\.\\d+)?) ?%`,
    'gi',
  ),
);

const numeral = '(\\d[\\d,]*(?:\\.\\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)';
const step = ofClause.gate(new RegExp(`\\bfrom ${numeral}(?: [a-z%]+)? to ${numeral}(%| [a-z]+)?`, 'gi'));
const moves = ofClause.gate(
  /(?:fall|rise|drop|grow|cut|reduc|lower|rais|increas|doubl|decreas|declin|expand|shorten|improv|extend|bring)\w*\b[^;]{0,100}$/i,
);

/** Falls from 22 to 14 minutes: the amount that is to be reached. */
export function targetsIn(text: string): Quantity[] {
  return gatedMatches(step, text).flatMap((match) => {
    const [low, high] = [numberOf(match[1] as string), numberOf(match[2] as string)];
    if (low === undefined || high === undefined || !moves.test(text.slice(Math.max(0, match.index - 130), match.index))) return [];
    return [share(match, { comparator: high < low ? '<=' : '>=', value: high, unit: (match[3] ?? '').trim() })];
  });
}

/** between 60% and 85%, from 3 to 5 mg/l, 3%–5%; years and days are no measures. */
export function rangesIn(text: string): Quantity[] {
  return gatedMatches(rangePattern, text).flatMap((match) => {
    if (text[match.index + match[0].length] === ':') return [];
    const [, low, lowUnit, high, highUnit, first, sign, last] = match;
    const unit = highUnit ?? lowUnit ?? sign ?? '';
    const from = numberOf(low ?? first ?? '');
    const to = numberOf(high ?? last ?? '');
    if (from === undefined || to === undefined) return [];
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 14);
    if (unit === '' && (/^(?:19|20)\d\d$/.test(high ?? '') || /^ ?(?:[A-Z][a-z]|days|weeks|months|years|hours|a\.?m|p\.?m)/.test(after)))
      return [];
    return [share(match, { comparator: 'between', value: [from, to], unit: unit || (after.trim().split(/[ ,.;]/)[0] ?? '') })];
  });
}
