/**
 * A single linear walk over JSON text (RFC 8259) that keeps no tree: it finds the first offence against the grammar,
 * nesting beyond a limit, fields given twice and integers that a number cannot hold, and it notes where chosen
 * paths stand. It never recurses, so that a million brackets cost a million steps and no stack.
 */
export interface PathPlaces {
  keyOffset: number;
  valueOffset: number;
  readonly children: Map<string, PathPlaces>;
}

export type Offence =
  | { readonly kind: 'syntax'; readonly offset: number; readonly expected: Expectation }
  | { readonly kind: 'tooDeep'; readonly offset: number }
  | { readonly kind: 'duplicateField'; readonly offset: number; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: 'integerTooLarge'; readonly offset: number; readonly text: string; readonly path: readonly string[] };

export type Expectation =
  | 'value'
  | 'valueOrEndOfArray'
  | 'fieldOrEndOfObject'
  | 'field'
  | 'colon'
  | 'commaOrEndOfObject'
  | 'commaOrEndOfArray'
  | 'endOfText'
  | 'closingQuote'
  | 'escape'
  | 'noControlCharacter'
  | 'number'
  | 'literal';

interface Frame {
  readonly array: boolean;
  index: number;
  name: string;
  readonly names: Set<string> | undefined;
  readonly places: PathPlaces | undefined;
}

export interface ScanOptions {
  readonly nestingMax: number;
  /** Root of the paths whose places are wanted; offsets are written into it. */
  readonly places?: PathPlaces;
  /** Called for offences that do not end the walk. */
  readonly onOffence?: (offence: Offence) => void;
}

export function placesRoot(): PathPlaces {
  return { keyOffset: 0, valueOffset: 0, children: new Map() };
}

/** Adds a path to the wanted ones and returns its place, to be filled by `scanJson`. */
export function wantPlace(root: PathPlaces, path: readonly (string | number)[]): PathPlaces {
  let place = root;
  for (const segment of path) {
    const name = String(segment);
    let next = place.children.get(name);
    if (next === undefined) {
      next = { keyOffset: -1, valueOffset: -1, children: new Map() };
      place.children.set(name, next);
    }
    place = next;
  }
  return place;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const whitespace = new Set([0x20, 0x09, 0x0a, 0x0d]);
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escapePattern = /["\\/bfnrt]|u[0-9A-Fa-f]{4}/y;
const plainPattern = /[^"\\\u0000-\u001f]*/y;

/** Walks the whole text. The first offence against the grammar or the nesting limit ends it and is returned. */
export function scanJson(text: string, options: ScanOptions): Offence | undefined {
  return new Scanner(text, options).run();
}

class SyntaxOffence {
  readonly offence: Offence;
  constructor(offence: Offence) {
    this.offence = offence;
  }
}

class Scanner {
  private at = 0;
  private readonly stack: Frame[] = [];
  private readonly text: string;
  private readonly options: ScanOptions;
  private pendingKeyOffset = -1;

  constructor(text: string, options: ScanOptions) {
    this.text = text;
    this.options = options;
  }

  run(): Offence | undefined {
    try {
      this.value(this.options.places, 'value');
      while (this.stack.length > 0) this.element(this.stack[this.stack.length - 1] as Frame);
      this.skipSpace();
      if (this.at < this.text.length) this.fail('endOfText');
      return undefined;
    } catch (error) {
      if (error instanceof SyntaxOffence) return error.offence;
      throw error;
    }
  }

  private fail(expected: Expectation, offset: number = this.at): never {
    throw new SyntaxOffence({ kind: 'syntax', offset, expected });
  }

  private skipSpace(): void {
    while (whitespace.has(this.text.charCodeAt(this.at))) this.at += 1;
  }

  private path(): string[] {
    return this.stack.map((frame) => (frame.array ? String(frame.index) : frame.name));
  }

  /** Whatever comes next inside the innermost container: an element, a field, or its end. */
  private element(frame: Frame): void {
    this.skipSpace();
    const closing = frame.array ? 0x5d : 0x7d;
    const char = this.text.charCodeAt(this.at);
    if (char === closing) {
      this.at += 1;
      this.stack.pop();
      return;
    }
    frame.index += 1;
    if (frame.index > 0) {
      if (char !== 0x2c) this.fail(frame.array ? 'commaOrEndOfArray' : 'commaOrEndOfObject');
      this.at += 1;
      this.skipSpace();
    }
    if (frame.array) {
      this.value(frame.places?.children.get(String(frame.index)), frame.index > 0 ? 'value' : 'valueOrEndOfArray');
    } else this.field(frame);
  }

  private field(frame: Frame): void {
    const start = this.at;
    if (this.text.charCodeAt(start) !== QUOTE) this.fail(frame.index > 0 ? 'field' : 'fieldOrEndOfObject');
    const escaped = this.string();
    const raw = this.text.slice(start + 1, this.at - 1);
    frame.name = escaped ? (JSON.parse(`"${raw}"`) as string) : raw;
    if (frame.names?.has(frame.name)) {
      this.options.onOffence?.({ kind: 'duplicateField', offset: start, name: frame.name, path: this.path() });
    }
    frame.names?.add(frame.name);
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== 0x3a) this.fail('colon');
    this.at += 1;
    this.pendingKeyOffset = start;
    this.value(frame.places?.children.get(frame.name), 'value');
  }

  private value(place: PathPlaces | undefined, expected: Expectation): void {
    this.skipSpace();
    if (place !== undefined) {
      place.valueOffset = this.at;
      place.keyOffset = this.pendingKeyOffset >= 0 ? this.pendingKeyOffset : this.at;
    }
    this.pendingKeyOffset = -1;
    const char = this.text[this.at];
    if (char === '{' || char === '[') this.open(char === '[', place);
    else if (char === '"') this.string();
    else if (char === 't') this.literal('true');
    else if (char === 'f') this.literal('false');
    else if (char === 'n') this.literal('null');
    else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) this.number();
    else this.fail(expected);
  }

  private open(array: boolean, places: PathPlaces | undefined): void {
    if (this.stack.length >= this.options.nestingMax) throw new SyntaxOffence({ kind: 'tooDeep', offset: this.at });
    this.at += 1;
    this.stack.push({ array, index: -1, name: '', names: array ? undefined : new Set(), places });
  }

  /** Reads a string; true if it has escapes. */
  private string(): boolean {
    const start = this.at;
    let escaped = false;
    this.at += 1;
    for (;;) {
      plainPattern.lastIndex = this.at;
      plainPattern.test(this.text);
      this.at = plainPattern.lastIndex;
      const char = this.text.charCodeAt(this.at);
      if (char === QUOTE) {
        this.at += 1;
        return escaped;
      }
      if (Number.isNaN(char)) this.fail('closingQuote', start);
      if (char !== BACKSLASH) this.fail('noControlCharacter');
      escaped = true;
      escapePattern.lastIndex = this.at + 1;
      if (!escapePattern.test(this.text)) this.fail('escape');
      this.at = escapePattern.lastIndex;
    }
  }

  private literal(word: string): void {
    if (!this.text.startsWith(word, this.at)) this.fail('literal');
    this.at += word.length;
  }

  private number(): void {
    numberPattern.lastIndex = this.at;
    if (!numberPattern.test(this.text)) this.fail('number');
    const start = this.at;
    this.at = numberPattern.lastIndex;
    if (this.at - start < 16) return;
    const text = this.text.slice(start, this.at);
    if (/^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text))) {
      this.options.onOffence?.({ kind: 'integerTooLarge', offset: start, text: text.slice(0, 60), path: this.path() });
    }
  }
}
