/**
 * Gates before regular expressions. Most expressions of the grammar look for words that most chunks do not hold; one pass
 * over a chunk tells for all of them at once whether any of their literals can be in it, and only those are run. The
 * literals are taken from the expressions themselves (pattern.ts), so that none can be forgotten, and a gate that is
 * passed in error costs a run and no more: what is found is the same with and without gates.
 */
import { edgesOf, literalSetsOf } from './pattern.ts';

/** Bits of a word of marks. */
export const perWord = 31;
/** Letters are told apart by no gate, so that one serves expressions that tell them apart and those that do not. */
const folded = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** Characters of any literal or edge are numbered from 1; all others are 0, and a text is mostly made of those. */
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

/** A regular expression that is run only where it could match. */
export class Gated {
  readonly pattern: RegExp;
  private readonly set: GateSet;
  private readonly word: number;
  private readonly bits: number;
  constructor(pattern: RegExp, set: GateSet, { word, bits }: Place) {
    this.pattern = pattern;
    this.set = set;
    this.word = word;
    this.bits = bits;
  }
  /** False only where the expression cannot match. */
  open(text: string): boolean {
    return ((this.set.marksOf(text)[this.word] as number) & this.bits) === this.bits;
  }
  test(text: string): boolean {
    return this.open(text) && this.pattern.test(text);
  }
  exec(text: string): RegExpExecArray | null {
    return this.open(text) ? this.pattern.exec(text) : null;
  }
}

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

/**
 * Gates that share one pass. Texts are asked about one after another; the marks of the last one are kept, so that many
 * questions about one chunk read it once. A set holds at most 31 expressions a word of marks.
 */
export class GateSet {
  private readonly words: number;
  private count = 0;
  private readonly known: Gated[] = [];
  private last: string | undefined;
  private readonly marks: Int32Array;
  /** Gates that any text opens, but for its edges. */
  private readonly always: Int32Array;
  private readonly sets = new Bits();
  /** What is set by one character, two, three: numbers of `sets`. Two literals may share a slot, which opens a gate too many and shuts none. */
  private readonly single = new Uint16Array(mostNumbers);
  private readonly pair = new Uint16Array(slots);
  private readonly triple = new Uint16Array(slots);
  private readonly length: number;
  /** Gates that may be open if a text begins or ends with a character. */
  private readonly head: Int32Array;
  private readonly tail: Int32Array;

  /** @param length of the longest literals; three tell more of English, of Chinese two tell enough. */
  constructor(words = 4, length: 2 | 3 = 2) {
    this.words = words;
    this.length = length;
    this.marks = new Int32Array(words);
    this.always = new Int32Array(words);
    this.head = new Int32Array(mostNumbers * words).fill(-1);
    this.tail = new Int32Array(mostNumbers * words).fill(-1);
  }

  /** `pattern` behind a gate of this set; it must be neither global nor sticky. */
  gate(pattern: RegExp): Gated {
    if (pattern.global || pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    const gated = new Gated(pattern, this, this.edged(pattern));
    this.known.push(gated);
    return gated;
  }

  /** The gated expressions of the set, so that they can be tried against texts. */
  get all(): readonly Gated[] {
    return this.known;
  }

  /** The gate alone: whether `pattern` could match anywhere in a text. */
  opens(pattern: RegExp): (text: string) => boolean {
    const place = this.place(pattern);
    if (place === undefined) return () => true;
    const { word, bits } = place;
    return (text) => ((this.marksOf(text)[word] as number) & bits) === bits;
  }

  /** Marks of a text: the bit of a gate is set if its expression could match. Kept until the next text. */
  marksOf(text: string): Int32Array {
    if (text !== this.last) this.scan(text);
    return this.marks;
  }

  /** Where the gate of `pattern` is in the marks of a text; `undefined` if the expression has none. */
  place(pattern: RegExp, blanks = true): Place | undefined {
    const required = literalSetsOf(pattern, this.length, blanks);
    if (required.length === 0) return undefined;
    const { word, first } = this.next(required.length);
    let bits = 0;
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
    if (word >= this.words) throw new Error(`more than ${perWord * this.words} gates in one set`);
    const first = this.count % perWord;
    this.count += bits;
    // What was marked before is no longer complete.
    this.last = undefined;
    return { word, first };
  }

  /** The gate of an expression without its edges; one without literals is opened by any text. */
  unedged(pattern: RegExp, blanks = true): Place {
    const place = this.place(pattern, blanks);
    if (place !== undefined) return place;
    const { word, first } = this.next(1);
    add(this.always, word, 1 << first);
    return { word, bits: 1 << first };
  }

  /** A gate that also asks for the characters with which a text must begin and end. */
  private edged(pattern: RegExp): Place {
    const place = this.unedged(pattern);
    const { first, last } = edgesOf(pattern);
    if (first !== undefined) this.only(this.head, first, place);
    if (last !== undefined) this.only(this.tail, last, place);
    return place;
  }

  /** Takes the gate from all characters but those of `characters`. */
  private only(table: Int32Array, characters: ReadonlySet<string>, { word, bits }: Place): void {
    const kept = new Set([...characters].map((character) => numberOf(character)));
    for (let number = 0; number < mostNumbers; number++)
      if (!kept.has(number)) table[number * this.words + word] = (table[number * this.words + word] as number) & ~bits;
  }

  private scan(text: string): void {
    const { words, marks, sets, single, pair, triple } = this;
    const three = this.length > 2;
    for (let word = 0; word < words; word++) marks[word] = this.always[word] as number;
    let before = 0;
    let two = 0;
    for (let at = 0; at < text.length; at++) {
      const number = numbers[text.charCodeAt(at)] as number;
      if (number !== 0) {
        if (single[number] !== 0) sets.add(marks, single[number] as number);
        if (before !== 0) {
          const slot = slotOf(before, number);
          if (pair[slot] !== 0) sets.add(marks, pair[slot] as number);
          if (three) {
            const third = slotOf(two, number);
            if (triple[third] !== 0) sets.add(marks, triple[third] as number);
            two = slot;
          }
        }
      }
      before = number;
    }
    const head = text === '' ? 0 : (numbers[text.charCodeAt(0)] as number) * words;
    const tail = before * words;
    for (let word = 0; word < words; word++)
      marks[word] = (marks[word] as number) & (this.head[head + word] as number) & (this.tail[tail + word] as number);
    this.last = text;
  }
}

function add(table: Int32Array, index: number, bits: number): void {
  table[index] = (table[index] as number) | bits;
}

/** A regular expression that is run on parts of a text only if its literals are somewhere in that text. */
export class PartGated {
  readonly pattern: RegExp;
  private readonly marks: Int32Array;
  private readonly word: number;
  private readonly bits: number;
  constructor(pattern: RegExp, marks: Int32Array, { word, bits }: Place) {
    this.pattern = pattern;
    this.marks = marks;
    this.word = word;
    this.bits = bits;
  }
  /** False only where the expression matches in no part. */
  get open(): boolean {
    return ((this.marks[this.word] as number) & this.bits) === this.bits;
  }
  test(part: string): boolean {
    return this.open && this.pattern.test(part);
  }
  exec(part: string): RegExpExecArray | null {
    return this.open ? this.pattern.exec(part) : null;
  }
}

/**
 * Gates for expressions that are asked about many different parts of one text: the text is read once, and what it does not
 * hold no part of it holds. Whatever is asked about must be cut from the text as it stands; while none is set every gate is open.
 */
export class PartGates {
  private readonly set: GateSet;
  private readonly marks: Int32Array;
  private readonly known: PartGated[] = [];

  constructor(words = 1, length: 2 | 3 = 2) {
    this.set = new GateSet(words, length);
    this.marks = new Int32Array(words).fill(-1);
  }

  gate(pattern: RegExp): PartGated {
    return this.gated(pattern, true);
  }

  /** A gate for an expression that is also asked about parts put together with blanks between them, or with words blanked out. */
  joined(pattern: RegExp): PartGated {
    return this.gated(pattern, false);
  }

  /** A gate for a sticky expression, which whoever asks sets to its place and runs on the whole text. */
  placed(pattern: RegExp): PartGated {
    return new PartGated(pattern, this.marks, this.set.unedged(pattern));
  }

  private gated(pattern: RegExp, blanks: boolean): PartGated {
    if (pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    const gated = new PartGated(pattern, this.marks, this.set.unedged(pattern, blanks));
    this.known.push(gated);
    return gated;
  }

  get all(): readonly PartGated[] {
    return this.known;
  }

  /** `work`, in which all questions are about parts of `text`. */
  within<Value>(text: string, work: () => Value): Value {
    this.marks.set(this.set.marksOf(text));
    try {
      return work();
    } finally {
      this.marks.fill(-1);
    }
  }
}
