/** Words as the grammar reads them: with what is known of the word wherever it stands, found out once and not at every place. */
import type { Word, WordKind } from '../segment/port.ts';
import { longestKept } from '../text/remember.ts';

/** What is known of a word by its text and kind: which classes it belongs to, each asked when it is first needed. */
export class Lexeme {
  readonly text: string;
  readonly kind: WordKind;
  asked0 = 0;
  asked1 = 0;
  asked2 = 0;
  asked3 = 0;
  holds0 = 0;
  holds1 = 0;
  holds2 = 0;
  holds3 = 0;
  /** The same text as a word of another kind. */
  other: Lexeme | undefined;
  constructor(text: string, kind: WordKind) {
    this.text = text;
    this.kind = kind;
  }
}

export interface Token extends Word {
  readonly lexeme: Lexeme;
}

/** A question about a word that only its text and kind answer. */
export type WordClass = (word: Token) => boolean;
type Asked = (text: string, kind: WordKind) => boolean;

const bits = 30;
let classes = 0;

const answers = (test: Asked, { text, kind }: Lexeme): boolean => test(text, kind);

/** One function a field, so that each reads its field at a fixed place. */
const makers: readonly ((test: Asked, bit: number) => WordClass)[] = [
  (test, bit) =>
    ({ lexeme }) => {
      if ((lexeme.asked0 & bit) === 0) {
        lexeme.asked0 |= bit;
        if (answers(test, lexeme)) lexeme.holds0 |= bit;
      }
      return (lexeme.holds0 & bit) !== 0;
    },
  (test, bit) =>
    ({ lexeme }) => {
      if ((lexeme.asked1 & bit) === 0) {
        lexeme.asked1 |= bit;
        if (answers(test, lexeme)) lexeme.holds1 |= bit;
      }
      return (lexeme.holds1 & bit) !== 0;
    },
  (test, bit) =>
    ({ lexeme }) => {
      if ((lexeme.asked2 & bit) === 0) {
        lexeme.asked2 |= bit;
        if (answers(test, lexeme)) lexeme.holds2 |= bit;
      }
      return (lexeme.holds2 & bit) !== 0;
    },
  (test, bit) =>
    ({ lexeme }) => {
      if ((lexeme.asked3 & bit) === 0) {
        lexeme.asked3 |= bit;
        if (answers(test, lexeme)) lexeme.holds3 |= bit;
      }
      return (lexeme.holds3 & bit) !== 0;
    },
];

/** Numbers are all one to the classes of words; this is checked where a class is made. */
const numbers = ['0', '7', '10', '15', '24', '99', '365', '2026', '0.5', '12.75', '1,000'];

/** Makes a class of words of a pattern, a set or a question. No class may tell one number from another. */
export function wordClass(of: RegExp | { readonly has: (text: string) => boolean } | Asked): WordClass {
  const test: Asked = typeof of === 'function' ? of : of instanceof RegExp ? (text) => of.test(text) : (text) => of.has(text);
  if (new Set(numbers.map((number) => test(number, 'm'))).size > 1) throw new Error(`a class of words tells numbers apart: ${String(of)}`);
  const make = makers[Math.floor(classes / bits)];
  if (make === undefined) throw new Error(`more than ${bits * makers.length} classes of words`);
  return make(test, 1 << (classes++ % bits));
}

/** Distinct words kept; a text with more than that many is read as fast, a little later. */
const kept = 20_000;
const lexemes = new Map<string, Lexeme>();
const number = new Lexeme('0', 'm');

function isPlainNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x30 || code > 0x39) && !(at > 0 && (code === 0x2c || code === 0x2e))) return false;
  }
  return true;
}

function lexemeOf(text: string, kind: WordKind): Lexeme {
  if (kind === 'm' && isPlainNumber(text)) return number;
  if (text.length > longestKept) return new Lexeme(text, kind);
  const known = lexemes.get(text);
  for (let lexeme = known; lexeme !== undefined; lexeme = lexeme.other) if (lexeme.kind === kind) return lexeme;
  if (known === undefined && lexemes.size >= kept) lexemes.clear();
  const lexeme = new Lexeme(text, kind);
  lexeme.other = lexemes.get(text);
  lexemes.set(text, lexeme);
  return lexeme;
}

export const tokenOf = ({ start, end, text, kind }: Word): Token => ({ start, end, text, kind, lexeme: lexemeOf(text, kind) });
