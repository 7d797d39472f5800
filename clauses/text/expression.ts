/**
 * Reads the source of a regular expression as far as one needs to know what its matches hold (pattern.ts). Whatever the parser does
 * not know counts as "anything", so that an answer is never too narrow.
 */

export type Node =
  | { readonly kind: 'characters'; readonly of: ReadonlySet<string> | undefined }
  | { readonly kind: 'nothing' | 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly least: number; readonly part: Node }
  /** What has to stand beside the match and is no part of it. */
  | { readonly kind: 'beside'; readonly part: Node };

const anything: Node = { kind: 'characters', of: undefined };
export const digits: ReadonlySet<string> = new Set('0123456789');
const blanks: ReadonlySet<string> = new Set(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
const nothing: Node = { kind: 'nothing' };
/** A character that is repeated more often is not written out. */
const mostWritten = 4;
/** A class with more characters than this is as good as any character. */
const widest = 600;

const ones = new Map<string, Node>();
/** One character; there are few of them, so that what is known of them is kept. */
function one(character: string): Node {
  const node = ones.get(character) ?? { kind: 'characters', of: new Set([character]) };
  ones.set(character, node);
  return node;
}

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
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.repeated();
      // A group that is no choice only sets its parts side by side.
      if (part.kind === 'sequence') parts.push(...part.parts);
      else parts.push(part);
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: 'sequence', parts };
  }

  private repeated(): Node {
    const part = this.atom();
    const match = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (match === null) return part;
    this.at += match[0].length;
    const least = match[1] === undefined ? (match[0].startsWith('+') ? 1 : 0) : Number(match[1]);
    if (part.kind !== 'characters' || least === 0 || least > mostWritten) return { kind: 'repeat', least, part };
    // \d{2,} is \d\d\d*: what has to be there stands beside what is before it.
    return { kind: 'sequence', parts: [...Array.from({ length: least }, () => part), { kind: 'repeat', least: 0, part }] };
  }

  private atom(): Node {
    const character = this.source[this.at++] as string;
    if (character === '(') return this.group();
    if (character === '[') return this.characters();
    if (character === '^') return { kind: 'start' };
    if (character === '$') return { kind: 'end' };
    if (character === '.') return anything;
    return character === '\\' ? this.escape() : one(character);
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
    if (character === 's') return { kind: 'characters', of: blanks };
    if (/[pPu]/.test(character) && this.source[this.at] === '{') this.at = this.source.indexOf('}', this.at) + 1;
    return /[a-z0-9]/i.test(character) ? anything : one(character);
  }

  private characters(): Node {
    const end = this.classEnd();
    const written = this.source.slice(this.at, end);
    this.at = end + 1;
    const of = new Set<string>(/\\s/.test(written) ? blanks : []);
    const body = written.replaceAll('\\s', '');
    if (body.startsWith('^') || /\\[a-z]/i.test(body)) return anything;
    const units = body.replace(/\\(.)/g, '$1');
    // An escaped sign could be taken for a range; such a class is left alone.
    if (body.includes('\\') && body.includes('-')) return anything;
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
const parsed = (pattern: RegExp): Node =>
  (pattern.unicode && pattern.ignoreCase) || pattern.unicodeSets ? anything : new Parser(pattern.source).choice();

let last: { readonly pattern: RegExp; readonly node: Node } | undefined;
/** What `pattern` is made of. Whoever makes a gate asks twice. */
export function parse(pattern: RegExp): Node {
  if (last?.pattern !== pattern) last = { pattern, node: parsed(pattern) };
  return last.node;
}
