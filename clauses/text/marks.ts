/**
 * What a text holds of all that the expressions of a grammar require, found in one pass. Where words are not set apart it is told by
 * pairs of characters, in English by its words.
 */
import { literalSetsOf, wordSetsOf } from './pattern.ts';

/** Bits of a word of marks. */
export const perWord = 31;

/** Bits of a word of marks, one for each thing that the expression requires: its gate is open if all are set. */
export interface Place {
  readonly word: number;
  readonly bits: number;
}

function add(table: Int32Array, index: number, bits: number): void {
  table[index] = (table[index] as number) | bits;
}

/** Sets of bits over many words, most of them of one or two bits: lists of what to set in which word. 0 is the empty set. */
class Bits {
  private readonly word: number[] = [0];
  private readonly bits: number[] = [0];
  private readonly next: number[] = [0];

  /** The set `set` with one bit more. */
  with(set: number, word: number, bit: number): number {
    for (let one = set; one !== 0; one = this.next[one] as number)
      if (this.word[one] === word) {
        this.bits[one] = (this.bits[one] as number) | bit;
        return set;
      }
    this.word.push(word);
    this.bits.push(bit);
    this.next.push(set);
    return this.word.length - 1;
  }

  /** Sets in `marks` the bits of `set`. */
  add(marks: Int32Array, set: number): void {
    for (let one = set; one !== 0; one = this.next[one] as number) add(marks, this.word[one] as number, this.bits[one] as number);
  }
}

/** What is looked for in one pass over a text, and what was found in the text that was looked at last. */
export abstract class Marks {
  /** The bits of a gate are set if its expression could match in the text. */
  readonly found: Int32Array;
  protected readonly sets = new Bits();
  /** Gates that any text opens. */
  private readonly always: Int32Array;
  private readonly room: number;
  private count = 0;

  constructor(room: number) {
    this.room = room;
    this.found = new Int32Array(room).fill(-1);
    this.always = new Int32Array(room);
  }

  /** The gate of an expression; one that requires nothing is opened by any text. */
  place(pattern: RegExp): Place {
    const required = this.requiredBy(pattern);
    const { word, first } = this.next(Math.max(1, required.length));
    if (required.length === 0) add(this.always, word, 1 << first);
    let bits = 1 << first;
    required.forEach((literals, index) => {
      const bit = 1 << (first + index);
      for (const literal of literals) this.opensWith(literal, word, bit);
      bits |= bit;
    });
    return { word, bits };
  }

  /** Looks at `text`: from now on `found` is what it holds. */
  lookAt(text: string): void {
    const { room, found, always } = this;
    for (let word = 0; word < room; word++) found[word] = always[word] as number;
    this.mark(text);
  }

  /** Sets of literals: every match holds one of each. */
  protected abstract requiredBy(pattern: RegExp): readonly ReadonlySet<string>[];
  /** Has `literal` set a bit. */
  protected abstract opensWith(literal: string, word: number, bit: number): void;
  protected abstract mark(text: string): void;

  /** Room for so many bits in one word. */
  private next(bits: number): { readonly word: number; readonly first: number } {
    if (perWord - (this.count % perWord) < bits) this.count += perWord - (this.count % perWord);
    const word = Math.floor(this.count / perWord);
    if (word >= this.room) throw new Error(`expressions require more than ${perWord * this.room} things`);
    const first = this.count % perWord;
    this.count += bits;
    return { word, first };
  }
}

/** Letters are told apart by no gate, so that one serves expressions that tell them apart and those that do not. */
const folded = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** Characters of any literal are numbered from 1; all others are 0, and a text is mostly made of those. */
const numbers = new Uint16Array(0x10000);
const mostNumbers = 4096;
let numbered = 0;
function numberOf(character: string, unit = 0): number {
  const code = folded(character.charCodeAt(unit));
  if (numbers[code] === 0) {
    if (numbered + 1 >= mostNumbers) throw new Error(`gates know at most ${mostNumbers} characters`);
    numbers[code] = ++numbered;
    if (code >= 0x61 && code <= 0x7a) numbers[code - 0x20] = numbered;
  }
  return numbers[code] as number;
}
const slots = 1 << 15;
const slotOf = (before: number, number: number): number => (before * 2029 + number) & (slots - 1);

/** By single characters and pairs of them. */
export class PairMarks extends Marks {
  /** What is set by one character and by two: numbers of `sets`. Two pairs may share a slot, which opens a gate too many and shuts none. */
  private readonly single = new Uint16Array(mostNumbers);
  private readonly pair = new Uint16Array(slots);

  protected override requiredBy(pattern: RegExp): readonly ReadonlySet<string>[] {
    return literalSetsOf(pattern);
  }

  protected override opensWith(literal: string, word: number, bit: number): void {
    const first = numberOf(literal);
    const table = literal.length === 1 ? this.single : this.pair;
    const slot = literal.length === 1 ? first : slotOf(first, numberOf(literal, 1));
    table[slot] = this.sets.with(table[slot] as number, word, bit);
  }

  protected override mark(text: string): void {
    const { found, sets, single, pair } = this;
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const number = numbers[text.charCodeAt(at)] as number;
      if (number !== 0) {
        if (single[number] !== 0) sets.add(found, single[number] as number);
        if (before !== 0) {
          const slot = slotOf(before, number);
          if (pair[slot] !== 0) sets.add(found, pair[slot] as number);
        }
      }
      before = number;
    }
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;

/** More different words than this are not kept at a time. */
const mostWords = 8000;
/** Longer ones are looked at each time. */
const longestWord = 24;
/** Numbers by how many digits they have; longer ones are taken for the last. */
const numbersOf = Array.from({ length: 12 }, (_, digits) => '0'.repeat(digits));

/**
 * By words. An agreement says few of them many times: what a word opens is found out when it is first met. Digits are not told
 * apart, so that there are as many numbers as lengths of them. No literal reaches over the end of a word, so that parts of the text may
 * also be asked about when they are put together with blanks between them, or with words blanked out.
 */
export class WordMarks extends Marks {
  /** What is set by a literal inside a word, and by a sign between words: numbers of `sets`. */
  private readonly literals = new Map<string, number>();
  private readonly signs = new Map<number, number>();
  private longest = 1;
  /** Pairs of the index of a word of marks and the bits that are set in it. */
  private readonly known = new Map<string, Int32Array>();

  protected override requiredBy(pattern: RegExp): readonly ReadonlySet<string>[] {
    return wordSetsOf(pattern);
  }

  protected override opensWith(literal: string, word: number, bit: number): void {
    this.known.clear();
    const code = literal.charCodeAt(0);
    if (isLetter(code) || isDigit(code)) {
      this.literals.set(literal, this.sets.with(this.literals.get(literal) ?? 0, word, bit));
      this.longest = Math.max(this.longest, literal.length);
    } else this.signs.set(code, this.sets.with(this.signs.get(code) ?? 0, word, bit));
  }

  protected override mark(text: string): void {
    let from = -1;
    let digits = true;
    for (let at = 0; at <= text.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 0x20;
      if (isLetter(code)) {
        if (from < 0) from = at;
        digits = false;
      } else if (isDigit(code)) {
        if (from < 0) from = at;
      } else {
        if (from >= 0) this.open((digits && numbersOf[Math.min(at - from, numbersOf.length - 1)]) || text.slice(from, at));
        from = -1;
        digits = true;
        if (code !== 0x20) this.sets.add(this.found, this.signs.get(code) ?? 0);
      }
    }
  }

  private open(word: string): void {
    let opened = this.known.get(word);
    if (opened === undefined) {
      opened = this.openedBy(word.toLowerCase().replaceAll(/\d/g, '0'));
      if (word.length <= longestWord) {
        if (this.known.size >= mostWords) this.known.clear();
        this.known.set(word, opened);
      }
    }
    const { found } = this;
    for (let index = 0; index < opened.length; index += 2) add(found, opened[index] as number, opened[index + 1] as number);
  }

  /** What the literals inside `word` set. */
  private openedBy(word: string): Int32Array {
    const marks = new Int32Array(this.found.length);
    for (let from = 0; from < word.length; from++)
      for (let to = from + 1; to <= Math.min(word.length, from + this.longest); to++)
        this.sets.add(marks, this.literals.get(word.slice(from, to)) ?? 0);
    return Int32Array.from([...marks].flatMap((bits, index) => (bits === 0 ? [] : [index, bits])));
  }
}
