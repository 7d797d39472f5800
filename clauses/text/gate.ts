/**
 * Gates before regular expressions. Most expressions of the grammar look for words that most clauses do not hold; one pass
 * over a clause tells for all of them at once whether any of their literals can be in it, and only those are run. The
 * literals are taken from the expressions themselves (pattern.ts), so that none can be forgotten, and a gate that is
 * passed in error costs a run and no more: what is found is the same with and without gates.
 */
import { edgesOf, literalSetsOf } from './pattern.ts';

/** Bits of a word of marks. */
export const perWord = 31;
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

/** Bits of a word of marks, one for each thing that the expression requires: its gate is open if all are set. */
export interface Place {
  readonly word: number;
  readonly bits: number;
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
class Marks {
  /** The bits of a gate are set if its expression could match in the text. */
  readonly found: Int32Array;
  private readonly words: number;
  private count = 0;
  /** Gates that any text opens. */
  private readonly always: Int32Array;
  private readonly sets = new Bits();
  /** What is set by one character, two, three: numbers of `sets`. Two literals may share a slot, which opens a gate too many and shuts none. */
  private readonly single = new Uint16Array(mostNumbers);
  private readonly pair = new Uint16Array(slots);
  private readonly triple = new Uint16Array(slots);
  private readonly length: number;

  constructor(words: number, length: 2 | 3) {
    this.words = words;
    this.length = length;
    this.found = new Int32Array(words).fill(-1);
    this.always = new Int32Array(words);
  }

  /** The gate of an expression; one that requires nothing is opened by any text. Literals with a blank count only with `blanks`. */
  place(pattern: RegExp, blanks: boolean): Place {
    const required = literalSetsOf(pattern, this.length, blanks);
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

  /** Has `literal` set a bit. */
  private opensWith(literal: string, word: number, bit: number): void {
    const first = numberOf(literal);
    if (literal.length === 1) {
      this.single[first] = this.sets.with(this.single[first] as number, word, bit);
      return;
    }
    const two = slotOf(first, numberOf(literal, 1));
    const slot = literal.length === 2 ? two : slotOf(two, numberOf(literal, 2));
    const table = literal.length === 2 ? this.pair : this.triple;
    table[slot] = this.sets.with(table[slot] as number, word, bit);
  }

  /** Room for so many bits in one word. */
  private next(bits: number): { readonly word: number; readonly first: number } {
    if (perWord - (this.count % perWord) < bits) this.count += perWord - (this.count % perWord);
    const word = Math.floor(this.count / perWord);
    if (word >= this.words) throw new Error(`expressions require more than ${perWord * this.words} things`);
    const first = this.count % perWord;
    this.count += bits;
    return { word, first };
  }

  lookAt(text: string): void {
    const { words, found, sets, single, pair, triple } = this;
    const three = this.length > 2;
    for (let word = 0; word < words; word++) found[word] = this.always[word] as number;
    let before = 0;
    let two = 0;
    for (let at = 0; at < text.length; at++) {
      const number = numbers[text.charCodeAt(at)] as number;
      if (number !== 0) {
        if (single[number] !== 0) sets.add(found, single[number] as number);
        if (before !== 0) {
          const slot = slotOf(before, number);
          if (pair[slot] !== 0) sets.add(found, pair[slot] as number);
          if (three) {
            const third = slotOf(two, number);
            if (triple[third] !== 0) sets.add(found, triple[third] as number);
            two = slot;
          }
        }
      }
      before = number;
    }
  }
}

function add(table: Int32Array, index: number, bits: number): void {
  table[index] = (table[index] as number) | bits;
}

const codesOf = (characters: ReadonlySet<string> | undefined): ReadonlySet<number> | undefined =>
  characters && new Set([...characters].map((character) => character.charCodeAt(0)));

/** A regular expression that is run on parts of a text only if its literals are somewhere in that text. */
export class PartGated {
  readonly pattern: RegExp;
  private readonly marks: Int32Array;
  private readonly word: number;
  private readonly bits: number;
  /** Characters with which a part must begin and end. */
  private readonly first: ReadonlySet<number> | undefined;
  private readonly last: ReadonlySet<number> | undefined;
  constructor(pattern: RegExp, marks: Int32Array, { word, bits }: Place) {
    this.pattern = pattern;
    this.marks = marks;
    this.word = word;
    this.bits = bits;
    const { first, last } = edgesOf(pattern);
    this.first = codesOf(first);
    this.last = codesOf(last);
  }
  /** False only where the expression matches in no part. */
  get open(): boolean {
    return ((this.marks[this.word] as number) & this.bits) === this.bits;
  }
  /** False only where the expression does not match in `part`. */
  opens(part: string): boolean {
    return (
      this.open &&
      (this.first === undefined || this.first.has(part.charCodeAt(0))) &&
      (this.last === undefined || this.last.has(part.charCodeAt(part.length - 1)))
    );
  }
  test(part: string): boolean {
    return this.opens(part) && this.pattern.test(part);
  }
  exec(part: string): RegExpExecArray | null {
    return this.opens(part) ? this.pattern.exec(part) : null;
  }
}

/**
 * Gates for expressions that are asked about many different parts of one text: the text is read once, and what it does not
 * hold no part of it holds. Whatever is asked about must be cut from the text as it stands; while none is set every gate is open.
 */
export class PartGates {
  private readonly marks: Marks;
  private readonly known: PartGated[] = [];

  /**
   * @param words of marks, each with room for 31 things that expressions require, of which an expression has one or two
   * @param length of the longest literals; three tell more of English, of Chinese two tell enough
   */
  constructor(words = 1, length: 2 | 3 = 2) {
    this.marks = new Marks(words, length);
  }

  /** `pattern` behind a gate. */
  gate(pattern: RegExp): PartGated {
    if (pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    return this.gated(pattern, true);
  }

  /** A gate for an expression that is also asked about parts put together with blanks between them, or with words blanked out. */
  joined(pattern: RegExp): PartGated {
    if (pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    return this.gated(pattern, false);
  }

  /** A gate for a sticky expression, which whoever asks sets to its place and runs on the whole text. */
  placed(pattern: RegExp): PartGated {
    return this.gated(pattern, true);
  }

  private gated(pattern: RegExp, blanks: boolean): PartGated {
    const gated = new PartGated(pattern, this.marks.found, this.marks.place(pattern, blanks));
    this.known.push(gated);
    return gated;
  }

  /** The gated expressions, so that they can be tried against texts. */
  get all(): readonly PartGated[] {
    return this.known;
  }

  /** `work`, in which all questions are about parts of `text`. */
  within<Value>(text: string, work: () => Value): Value {
    this.marks.lookAt(text);
    try {
      return work();
    } finally {
      this.marks.found.fill(-1);
    }
  }
}
