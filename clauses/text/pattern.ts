/**
 * What can be known of a regular expression without running it: the characters a match can begin and end with, and literals
 * of which every match holds at least one. Whatever the parser does not know counts as "anything", so that an answer is
 * never too narrow.
 */

type Node =
  | { readonly kind: 'characters'; readonly of: ReadonlySet<string> | undefined }
  | { readonly kind: 'nothing' | 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly least: number; readonly part: Node }
  /** What has to stand beside the match and is no part of it. */
  | { readonly kind: 'beside'; readonly part: Node };

const anything: Node = { kind: 'characters', of: undefined };
const digits: ReadonlySet<string> = new Set('0123456789');
const nothing: Node = { kind: 'nothing' };
/** A class with more characters than this is as good as any character. */
const widest = 600;

/** A choice between single characters, 至|到, as the class of them that it is. */
function oneOf(parts: readonly Node[]): Node | undefined {
  const of = new Set<string>();
  for (const part of parts) {
    if (part.kind !== 'characters' || part.of === undefined) return undefined;
    for (const character of part.of) of.add(character);
  }
  return of.size > widest ? anything : { kind: 'characters', of };
}

/** Reads a source from left to right; offsets are UTF-16 units, as in expressions without the flag `u`. */
class Parser {
  private at = 0;
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  choice(): Node {
    const parts = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? (parts[0] as Node) : (oneOf(parts) ?? { kind: 'choice', parts });
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') parts.push(this.repeated());
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
  }

  private repeated(): Node {
    const part = this.atom();
    const match = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (match === null) return part;
    this.at += match[0].length;
    const least = match[1] === undefined ? (match[0].startsWith('+') ? 1 : 0) : Number(match[1]);
    return { kind: 'repeat', least, part };
  }

  private atom(): Node {
    const character = this.source[this.at++] as string;
    if (character === '(') return this.group();
    if (character === '[') return this.characters();
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    if (character === '.') return anything;
    return character === '\\' ? this.escape() : { kind: 'characters', of: new Set([character]) };
  }

  private group(): Node {
    const look = /^\?(?:[=!]|<[=!])/.exec(this.source.slice(this.at, this.at + 3));
    this.at += look?.[0].length ?? /^\?(?::|<[a-z]+>)/i.exec(this.source.slice(this.at))?.[0].length ?? 0;
    const inner = this.choice();
    this.at++;
    if (look === null) return inner;
    // What is looked at is no part of the match.
    return look[0].endsWith('=') ? { kind: 'beside', part: inner } : nothing;
  }

  private escape(): Node {
    const character = this.source[this.at++] as string;
    if (character === 'b' || character === 'B') return nothing;
    const coded = /^(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(this.source.slice(this.at - 1, this.at + 4));
    if (coded !== null) {
      this.at += coded[0].length - 1;
      return { kind: 'characters', of: new Set([String.fromCharCode(Number.parseInt(coded[1] ?? (coded[2] as string), 16))]) };
    }
    if (character === 'd') return { kind: 'characters', of: digits };
    if (/[pPu]/.test(character) && this.source[this.at] === '{') this.at = this.source.indexOf('}', this.at) + 1;
    return /[a-z0-9]/i.test(character) ? anything : { kind: 'characters', of: new Set([character]) };
  }

  private characters(): Node {
    const end = this.classEnd();
    const body = this.source.slice(this.at, end);
    this.at = end + 1;
    if (body.startsWith('^') || /\\[a-z]/i.test(body)) return anything;
    const units = body.replace(/\\(.)/g, '$1');
    // An escaped sign could be taken for a range; such a class is left alone.
    if (body.includes('\\') && body.includes('-')) return anything;
    const of = new Set<string>();
    for (let index = 0; index < units.length; index++) {
      const from = units.charCodeAt(index);
      const ranged = units[index + 1] === '-' && index + 2 < units.length;
      const to = ranged ? units.charCodeAt(index + 2) : from;
      if (to - from > widest) return anything;
      for (let code = from; code <= to; code++) of.add(String.fromCharCode(code));
      if (ranged) index += 2;
    }
    return { kind: 'characters', of };
  }

  private classEnd(): number {
    let end = this.at;
    while (this.source[end] !== ']') end += this.source[end] === '\\' ? 2 : 1;
    return end;
  }
}

/** With the flags `u` and `i` together letters also stand for rarer signs; such an expression is not looked into. */
const parse = (pattern: RegExp): Node =>
  (pattern.unicode && pattern.ignoreCase) || pattern.unicodeSets ? anything : new Parser(pattern.source).choice();

/** Characters `node` can begin with (or, read `backwards`, end with; `undefined`: any), and whether it can be empty. */
function outer(node: Node, backwards: boolean): { readonly of: ReadonlySet<string> | undefined; readonly empty: boolean } {
  switch (node.kind) {
    case 'characters':
      return { of: node.of, empty: false };
    case 'nothing':
    case 'beside':
    case 'start':
    case 'end':
      return { of: new Set(), empty: true };
    case 'repeat': {
      const { of, empty } = outer(node.part, backwards);
      return { of, empty: empty || node.least === 0 };
    }
    case 'choice': {
      const parts = node.parts.map((part) => outer(part, backwards));
      return {
        of: parts.some(({ of }) => of === undefined) ? undefined : new Set(parts.flatMap(({ of }) => [...(of ?? [])])),
        empty: parts.some(({ empty }) => empty),
      };
    }
    case 'sequence': {
      const all = new Set<string>();
      for (const part of backwards ? node.parts.toReversed() : node.parts) {
        const { of, empty } = outer(part, backwards);
        if (of === undefined) return { of, empty: false };
        for (const character of of) all.add(character);
        if (!empty) return { of: all, empty: false };
      }
      return { of: all, empty: true };
    }
    default:
      return node satisfies never;
  }
}

/** Characters a match of `pattern` can begin with; `undefined` if any can, or if a match can be empty. */
export function openingOf(pattern: RegExp): ReadonlySet<string> | undefined {
  if (pattern.ignoreCase) return undefined;
  const { of, empty } = outer(parse(pattern), false);
  return empty ? undefined : of;
}

/** True if every match begins (`start`) or ends (`end`) where the text does. */
function bound(node: Node, kind: 'start' | 'end'): boolean {
  if (node.kind === kind) return true;
  if (node.kind === 'choice') return node.parts.every((part) => bound(part, kind));
  if (node.kind !== 'sequence') return false;
  const outermost = kind === 'start' ? node.parts[0] : node.parts.at(-1);
  return outermost !== undefined && bound(outermost, kind);
}

/** Characters the text must begin and end with if `pattern` is to match; `undefined` if it may begin or end with any. */
export function edgesOf(pattern: RegExp): {
  readonly first: ReadonlySet<string> | undefined;
  readonly last: ReadonlySet<string> | undefined;
} {
  const node = parse(pattern);
  const edge = (kind: 'start' | 'end'): ReadonlySet<string> | undefined => {
    if (pattern.multiline || pattern.ignoreCase || !bound(node, kind)) return undefined;
    const { of, empty } = outer(node, kind === 'end');
    return empty ? undefined : of;
  };
  return { first: edge('start'), last: edge('end') };
}

/** Letters of English from the commonest to the rarest. */
const letters = 'etaoinsrhldcumfpgwybvkxjqz';

/** About how often a character is met, in ten thousand. */
function commonness(character: string): number {
  const place = letters.indexOf(character.toLowerCase());
  if (place >= 0) return 1000 * 0.88 ** place;
  return character === ' ' ? 1500 : character.charCodeAt(0) < 0x80 ? 100 : 120;
}

/** How often literals are expected, by which the best part of a sequence is chosen: the longer, the rarer. */
function expected(literals: ReadonlySet<string>): number {
  let sum = 0;
  for (const literal of literals) {
    let one = commonness(literal[0] as string);
    for (let index = 1; index < literal.length; index++) one *= commonness(literal[index] as string) / 2500;
    sum += one;
  }
  return sum;
}

/** More literals than this of one place are not worth a gate. */
const mostLiterals = 60;

/** Neighbours whose characters are known: 未按, and 逾期 or 过期 of [逾过]期. At most one of a pair may be a choice. */
function runsIn(parts: readonly Node[], length: number): [number, Set<string>][] {
  const found: [number, Set<string>][] = [];
  for (let index = 0; index + length <= parts.length; index++) {
    let run: string[] | undefined = [''];
    let choices = 0;
    for (const part of parts.slice(index, index + length)) {
      if (part.kind !== 'characters' || part.of === undefined || run.length * part.of.size > mostLiterals) {
        run = undefined;
        break;
      }
      if (part.of.size > 1) choices++;
      const { of } = part;
      run = run.flatMap((before) => [...of].map((character) => before + character));
    }
    if (run !== undefined && choices < length) found.push([index, new Set(run)]);
  }
  return found;
}

/** A further condition that is met as often as the commonest letters spares nothing. */
const mostExpected = 500;

/** What stands in a sequence and has to be there: literals, and the parts from which they come. */
interface Requirement {
  readonly from: number;
  readonly to: number;
  readonly of: ReadonlySet<string>;
  readonly expected: number;
}

/** How many things an expression may be known to require. */
const mostRequired = 3;

/** The rarest of what a sequence requires, and the rarest beside it that come of other parts. */
function rarest(found: readonly Requirement[]): ReadonlySet<string>[] {
  const chosen: Requirement[] = [];
  const sorted = found.toSorted((a, b) => a.expected - b.expected);
  for (const one of sorted) {
    if (chosen.length === mostRequired || (chosen.length > 0 && one.expected >= mostExpected)) break;
    if (chosen.every(({ from, to }) => one.to <= from || one.from >= to)) chosen.push(one);
  }
  return chosen.map(({ of }) => of);
}

/** Which literals count: of how many units at most, and whether a blank may be one of them. */
interface Kind {
  readonly longest: number;
  readonly blanks: boolean;
}

const counts = (of: ReadonlySet<string>, { blanks }: Kind): boolean => blanks || ![...of].some((literal) => literal.includes(' '));

/** Sets of literals, the rarest first: every match holds one of each, or has it beside it. */
function required(node: Node, kind: Kind): readonly ReadonlySet<string>[] {
  switch (node.kind) {
    case 'characters':
      return node.of !== undefined && node.of.size <= 40 && counts(node.of, kind) ? [node.of] : [];
    case 'nothing':
    case 'start':
    case 'end':
      return [];
    case 'beside':
      return required(node.part, kind);
    case 'repeat':
      return node.least > 0 ? required(node.part, kind) : [];
    case 'choice': {
      const parts = node.parts.map((part) => required(part, kind));
      const all = (index: number): ReadonlySet<string>[] =>
        parts.every((part) => part[index] !== undefined)
          ? [new Set(parts.flatMap((part) => [...(part[index] as ReadonlySet<string>)]))]
          : [];
      return Array.from({ length: mostRequired }, (_, index) => all(index)).flat();
    }
    case 'sequence': {
      const found: Requirement[] = [];
      const add = (from: number, to: number, of: ReadonlySet<string>): void => {
        found.push({ from, to, of, expected: expected(of) });
      };
      for (let length = 2; length <= kind.longest; length++)
        for (const [at, run] of runsIn(node.parts, length)) if (counts(run, kind)) add(at, at + length, run);
      // Of a part that requires two things only the rarer one is told from its neighbours.
      node.parts.forEach((part, at) => {
        for (const of of required(part, kind)) add(at, at + 1, of);
      });
      return rarest(found);
    }
    default:
      return node satisfies never;
  }
}

/** Literals of up to `longest` units: every text in which `pattern` matches holds at least one. `undefined` if none are known. */
export const literalsOf = (pattern: RegExp, longest = 2): ReadonlySet<string> | undefined => literalSetsOf(pattern, longest)[0];

/**
 * Up to three such sets, the rarest first: every text in which `pattern` matches holds at least one of each.
 * @param blanks false if literals with a blank do not count, because the text may be put together of parts with blanks between them
 */
export const literalSetsOf = (pattern: RegExp, longest = 2, blanks = true): readonly ReadonlySet<string>[] =>
  required(parse(pattern), { longest, blanks });
