/**
 * Source text as the grammar sees it: digits, letters and marks of one width, simplified characters, no stray blanks or
 * control characters, so that no rule has to know about scanned paper. Every unit keeps its offset in the source, and
 * whatever is handed out is cut from the source, never from here.
 */
import type { Language } from '@gongze/domain/vocabulary/text';
import type { Piece, Span } from '../reading.ts';
import { simplified } from './traditional.data.ts';

export interface Normalised {
  readonly source: string;
  readonly text: string;
  /** Places in `text` before which a unit of the source was left out, each as often as units were, in order; absent if none was. */
  readonly gaps?: readonly number[];
}

const han = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007;
const cjkMark = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff65) || code === 0x201d || code === 0x201c;
const blank = (code: number): boolean =>
  code <= 0x20 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0xfeff ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0x2028 ||
  code === 0x2029;

/** Marks of half width beside Chinese characters, and what they stand for. */
const fullMarks = new Map([...',;:()?!'].map((mark) => [mark.charCodeAt(0), mark.charCodeAt(0) + 0xfee0]));
const straight = new Map([
  [0x2018, 0x27],
  [0x2019, 0x27],
  [0x2011, 0x2d],
]);

/** What a unit of full width, a traditional character or a curly mark stands for; the unit itself if it stands for itself. */
function plainUnit(code: number, language: Language): number {
  if (code < 0x80) return code;
  // Digits, letters and the signs ％ ． － of full width; the marks of Chinese punctuation stay as they are.
  if (code >= 0xff10 && code <= 0xff5a && code !== 0xff1a && code !== 0xff1b && code !== 0xff1f) return code - 0xfee0;
  if (code === 0xff05 || code === 0xff0e || code === 0xff0d) return code - 0xfee0;
  if (language === 'en') return straight.get(code) ?? code;
  if (code === 0xff0b) return 0x2b;
  return simplified.get(code) ?? code;
}

/** Set for a blank: never taken over as it is. */
const isBlank = 1;
/** Set for a unit that becomes another, wherever it stands. */
const changes = 2;
/** Set for a mark that becomes another beside Chinese characters. */
const leans = 4;

/** What is known of every unit by itself, so that a text that needs no change is seen in one pass over a table. */
interface Table {
  readonly flags: Uint8Array;
  readonly units: Uint16Array;
}

function tableOf(language: Language): Table {
  const flags = new Uint8Array(0x10000);
  const units = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    units[code] = plainUnit(code, language);
    if (blank(code)) flags[code] = isBlank;
    else if (units[code] !== code) flags[code] = changes;
    else if (language === 'zh' && fullMarks.has(code)) flags[code] = leans;
  }
  return { flags, units };
}

const tables: { zh?: Table; en?: Table } = {};

/** Made on the first use of a language. */
function tableFor(language: Language): Table {
  tables[language] ??= tableOf(language);
  return tables[language];
}

/** True if a mark of half width stands beside Chinese, and so is one of full width. */
const beside = (before: number, after: number): boolean => han(before) || han(after) || cjkMark(before);

/** The text of one clause for the grammar of `language`. Linear in its length. */
export function normalise(source: string, language: Language): Normalised {
  const table = tableFor(language);
  if (isNormal(source, language, table.flags)) return { source, text: source };
  const gaps: number[] = [];
  let text = '';
  /** Where the stretch begins that is taken over as it is. */
  let from = 0;
  let before = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    const flag = table.flags[code] as number;
    let unit = code;
    if (flag === isBlank) {
      const between = language === 'en' ? before !== 0 && before !== 0x20 : isLatin(before) && isLatin(nextUnit(source, at));
      if (!between || before === 0x20) {
        text += source.slice(from, at);
        gaps.push(text.length);
        from = at + 1;
        continue;
      }
      unit = 0x20;
    } else if (flag === changes) unit = table.units[code] as number;
    else if (flag === leans && beside(before, at + 1 < source.length ? source.charCodeAt(at + 1) : 0)) unit = fullMarks.get(code) as number;
    before = unit;
    if (unit === code) continue;
    text += source.slice(from, at) + String.fromCharCode(unit);
    from = at + 1;
  }
  text += source.slice(from);
  return gaps.length === 0 ? { source, text } : { source, text, gaps };
}

/** True if the source is as the grammar wants it: most clauses are, and nothing has to be copied for them. */
function isNormal(source: string, language: Language, flags: Uint8Array): boolean {
  for (let at = 0; at < source.length; at++) {
    const flag = flags[source.charCodeAt(at)] as number;
    if (flag === 0) continue;
    if (flag === changes) return false;
    const before = at > 0 ? source.charCodeAt(at - 1) : 0;
    // One blank between words of English; in Chinese text a blank needs a look at both sides.
    if (flag === isBlank) {
      if (language === 'zh' || source.charCodeAt(at) !== 0x20 || before === 0 || before === 0x20) return false;
    } else if (beside(before, at + 1 < source.length ? source.charCodeAt(at + 1) : 0)) return false;
  }
  return true;
}

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** The next unit that is no blank. Looks at few units only: a long run of blanks must not cost its square. */
function nextUnit(source: string, from: number): number {
  const last = Math.min(source.length, from + 8);
  for (let at = from + 1; at < last; at++) {
    const code = source.charCodeAt(at);
    if (!blank(code)) return code;
  }
  return 0;
}

/** Offset in the source of the unit at `at`: as far as it stands, and past what was left out before it. */
function sourceOffset(gaps: readonly number[], at: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return at + low;
}

/** Where a part of the normalised text stands in the source. */
export function sourceSpan({ gaps, source, text }: Normalised, start: number, end: number): Span {
  if (gaps === undefined) return { start, end };
  const first = start < text.length ? sourceOffset(gaps, start) : source.length;
  const last = end > start ? (end <= text.length ? sourceOffset(gaps, end - 1) : source.length - 1) + 1 : first;
  return { start: first, end: last };
}

export function sourcePiece(normalised: Normalised, start: number, end: number): Piece {
  const span = sourceSpan(normalised, start, end);
  return { text: normalised.source.slice(span.start, span.end), span };
}
