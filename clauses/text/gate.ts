/**
 * Gates before regular expressions. Most expressions of the grammar look for words that most clauses do not hold; one pass
 * over a clause tells for all of them at once whether any of their literals can be in it, and only those are run. The
 * literals are taken from the expressions themselves (pattern.ts), so that none can be forgotten, and a gate that is
 * passed in error costs a run and no more: what is found is the same with and without gates.
 */
import { type Marks, PairMarks, type Place, WordMarks } from './marks.ts';
import { edgesOf } from './pattern.ts';

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
  private turn = 0;

  /**
   * @param room in words of marks, each for 31 things that expressions require, of which an expression has one or two
   * @param told by what gates are told: by pairs of characters, where words are not set apart, or by words
   */
  constructor(room = 1, told: 'pairs' | 'words' = 'pairs') {
    this.marks = told === 'pairs' ? new PairMarks(room) : new WordMarks(room);
  }

  /** `pattern` behind a gate. */
  gate(pattern: RegExp): PartGated {
    if (pattern.sticky) throw new Error(`a gated expression keeps no place: ${pattern.source}`);
    return this.placed(pattern);
  }

  /** A gate for a sticky expression, which whoever asks sets to its place and runs on the whole text. */
  placed(pattern: RegExp): PartGated {
    const gated = new PartGated(pattern, this.marks.found, this.marks.place(pattern));
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
    this.turn++;
    try {
      return work();
    } finally {
      this.marks.found.fill(-1);
      this.turn++;
    }
  }

  /** Tells which of `items` have an open gate; finds it out once for each text. */
  openOf<Item extends { readonly gate: PartGated }>(items: readonly Item[]): () => readonly Item[] {
    let turn = -1;
    let open: readonly Item[] = [];
    return () => {
      if (turn !== this.turn) {
        turn = this.turn;
        open = items.filter(({ gate }) => gate.open);
      }
      return open;
    };
  }
}
