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
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
};
const fraction = ofClause.gate(
  /\bhalve[ds]?\b|\b(?:one|an?|two|three|four|five|six|seven|nine)[ -](?:quarter|third|half|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth)s?(?= of (?!20|19|(?:the|each|every|that|this) (?:month|year|quarter))|[,.;:)]|$| (?:by|in|on|to|at|from|for|compared|against|below|above|relative|less|more|fewer|lower|higher|within|before|until|and|each|every|per|a year|is|are|shall|will|must|between|with)\b)(?<! [a-z]{3,5}[ -]quarters)|\bhalf (?:of )?(?:the|its|their)\b/gi,
);

/** 60:40, unless it is a time of day. */
export function ratiosIn(text: string): Quantity[] {
  return gatedMatches(ratio, text)
    .filter(
      (match) =>
        match[2] !== '00' &&
        Number(match[1]) + Number(match[2]) <= 110 &&
        !/(?:at|by|from|to|until|before|between|and|after|till|than) $/i.test(text.slice(0, match.index).slice(-9)) &&
        !/^ (?:and|to|until|hours|a\.?m|p\.?m)/.test(text.slice(match.index + match[0].length)),
    )
    .map((match) => share(match, { comparator: '=', value: [Number(match[1]), Number(match[2])], unit: 'ratio' }));
}

/** two thirds of the Members: who has to agree. */
const voters = ofClause.gate(
  /^ of (?:the |all |its |those )*(?:[a-z]+ )?(?:members?|votes?|voters|parties|signatories|those|delegates|shareholders|trustees|councillors)\b/i,
);
const falls = ofClause.gate(
  /\b(?:reduc|cut|lower|decreas|fall|drop|shrink|curb|declin|diminish|shorten|slash|trim|sink|go down)[^.;]{0,90} by (?:about |roughly |around |some |at least |up to |nearly |almost )?$/i,
);
const rises = ofClause.gate(
  /\b(?:increas|rais|grow|improv|ris|expand|extend|boost|widen|lift|go up)[^.;]{0,90} by (?:about |roughly |around |some |at least |up to |nearly |almost )?$/i,
);

/** one quarter, a third, half of the costs, halve: in per cent. */
export function sharesIn(text: string): Quantity[] {
  return gatedMatches(fraction, text)
    .filter(
      (match) =>
        !voters.test(text.slice(match.index + match[0].length)) &&
        !/\b(?:vote|majority) of (?:at least )?$/i.test(text.slice(0, match.index)),
    )
    .filter(
      (match) =>
        !/(?:in|each|every|per|within|for|start of|end of|beginning of|close of|course of) $/i.test(text.slice(0, match.index).slice(-14)),
    )
    .map((match) => {
      const words = match[0].toLowerCase();
      const [, count = 'one', part = 'half'] = /^(\w+)[ -](\w+?)s?$/.exec(words) ?? [];
      const value = /^halv|^half/.test(words) ? 50 : Math.round((1000 * (numberOf(count) ?? 1)) / (parts[part] ?? 2)) / 10;
      const left = text.slice(Math.max(0, match.index - 120), match.index);
      const comparator = /halve/.test(words) || falls.test(left) ? 'reduce_by' : rises.test(left) ? 'increase_by' : '=';
      return share(match, { comparator, value, unit: '%' });
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
const step = ofClause.gate(
  new RegExp(
    `\\bfrom ${numeral}(?: ?(?:million|billion|thousand))?(?: ?[a-z%°][\\w/%³²]*)?(?: (?:in|during|of) (?:the year )?((?:19|20)\\d\\d))? to (?:at least |about |some |around |no more than |not more than |below |under |over )?${numeral}( ?(?:%|°C|per cent|[a-z]+))?`,
    'gi',
  ),
);
const moves = ofClause.gate(
  /(?:fall|rise|drop|grow|cut|reduc|lower|rais|increas|doubl|decreas|declin|expand|shorten|improv|extend|bring)\w*\b[^;]{0,100}$/i,
);

/** Falls from 22 to 14 minutes: the amount that is to be reached. */
export function targetsIn(text: string): Quantity[] {
  return gatedMatches(step, text).flatMap((match) => {
    const [, from = '', base, to = '', unit = ''] = match;
    const [low, high] = [numberOf(from), numberOf(to)];
    if (low === undefined || high === undefined || !moves.test(text.slice(Math.max(0, match.index - 130), match.index))) return [];
    const named = unit.trim() === 'per cent' ? '%' : unit.trim();
    return [{ ...share(match, { comparator: high < low ? '<=' : '>=', value: high, unit: named }), ...(base !== undefined && { base }) }];
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
