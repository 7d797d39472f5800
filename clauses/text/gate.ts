/**
 * Gates before regular expressions. Most expressions of the grammar look for words that most chunks do not hold; one pass
 * over a chunk tells for all of them at once whether any of their literals can be in it, and only those are run. The
 * literals are taken from the expressions themselves (pattern.ts), so that none can be forgotten, and a gate that is
 * passed in error costs a run and no more: what is found is the same with and without gates.
 */
import { edgesOf, literalsOf } from './pattern.ts';

const tableSize = 4096;
const perWord = 31;
const most = 3 * perWord;
/** Letters are told apart by no gate, so that one serves expressions that tell them apart and those that do not. */
const folded = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);
const ofOne = (code: number): number => code & (tableSize - 1);
const ofTwo = (first: number, second: number): number => (first * 37 + second) & (tableSize - 1);

const codesOf = (characters: ReadonlySet<string>): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

/** A regular expression that is run only where it could match. */
export interface Gated {
  readonly test: (text: string) => boolean;
  readonly exec: (text: string) => RegExpExecArray | null;
  /** False only where the expression cannot match. */
  readonly open: (text: string) => boolean;
  readonly pattern: RegExp;
}

/** A bit of a word of marks. */
export interface Place {
  readonly word: number;
  readonly bit: number;
}

interface Tables {
  readonly one: Int32Array;
  readonly two: Int32Array;
}

/**
 * Gates that share one pass. Texts are asked about one after another; the marks of the last one are kept, so that many
 * questions about one chunk read it once. A set holds at most 93 expressions.
 */
export class GateSet {
  private readonly words: readonly Tables[] = Array.from({ length: 3 }, () => ({
    one: new Int32Array(tableSize),
    two: new Int32Array(tableSize),
  }));
  private count = 0;
  private readonly known: Gated[] = [];
  private last = '';
  private readonly marks = new Int32Array(3);

  /** `pattern` behind a gate of this set; it must be neither global nor sticky. */
  gate(pattern: RegExp): Gated {
    if (pattern.global || pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    const marked = this.opens(pattern);
    const { first, last } = edgesOf(pattern);
    const firsts = first === undefined ? undefined : codesOf(first);
    const lasts = last === undefined ? undefined : codesOf(last);
    const open = (text: string): boolean =>
      (firsts === undefined || firsts.has(text.charCodeAt(0))) &&
      (lasts === undefined || lasts.has(text.charCodeAt(text.length - 1))) &&
      marked(text);
    const gated: Gated = {
      pattern,
      open,
      test: (text) => open(text) && pattern.test(text),
      exec: (text) => (open(text) ? pattern.exec(text) : null),
    };
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
    const { word, bit } = place;
    return (text) => ((this.marksOf(text)[word] as number) & bit) !== 0;
  }

  /** Marks of a text: the bit of a gate is set if its expression could match. Kept until the next text. */
  marksOf(text: string): Int32Array {
    if (text !== this.last) this.scan(text);
    return this.marks;
  }

  /** Where the gate of `pattern` is in the marks of a text; `undefined` if the expression has none. */
  place(pattern: RegExp): Place | undefined {
    const literals = literalsOf(pattern);
    if (literals === undefined) return undefined;
    if (this.count >= most) throw new Error(`more than ${most} gates in one set`);
    const word = Math.floor(this.count / perWord);
    const bit = 1 << (this.count % perWord);
    this.count++;
    const { one, two } = this.words[word] as Tables;
    for (const literal of literals) {
      const first = folded(literal.charCodeAt(0));
      const slot = literal.length === 1 ? ofOne(first) : ofTwo(first, folded(literal.charCodeAt(1)));
      const table = literal.length === 1 ? one : two;
      table[slot] = (table[slot] as number) | bit;
    }
    return { word, bit };
  }

  private scan(text: string): void {
    const [first, second, third] = this.words as readonly [Tables, Tables, Tables];
    let a = 0;
    let b = 0;
    let c = 0;
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const code = folded(text.charCodeAt(at));
      const one = ofOne(code);
      const two = ofTwo(before, code);
      a |= (first.one[one] as number) | (first.two[two] as number);
      b |= (second.one[one] as number) | (second.two[two] as number);
      c |= (third.one[one] as number) | (third.two[two] as number);
      before = code;
    }
    this.marks[0] = a;
    this.marks[1] = b;
    this.marks[2] = c;
    this.last = text;
  }
}
