/**
 * What can be known of a regular expression without running it: the characters a match can begin and end with, and literals
 * of which every match holds at least one.
 */
import { digits, type Node, parse } from './expression.ts';

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

/** The characters with their other case; `undefined` if there is one whose cases are not those of a plain letter. */
function inBothCases(of: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const both = [...of].flatMap((character) => [character.toLowerCase(), character.toUpperCase()]);
  return both.every((character) => character < '\x80' || character.toLowerCase() === character.toUpperCase()) ? new Set(both) : undefined;
}

/** Characters the text must begin and end with if `pattern` is to match; `undefined` if it may begin or end with any. */
export function edgesOf(pattern: RegExp): {
  readonly first: ReadonlySet<string> | undefined;
  readonly last: ReadonlySet<string> | undefined;
} {
  const node = parse(pattern);
  const edge = (kind: 'start' | 'end'): ReadonlySet<string> | undefined => {
    if (pattern.multiline || !bound(node, kind)) return undefined;
    const { of, empty } = outer(node, kind === 'end');
    if (empty || of === undefined) return undefined;
    return pattern.ignoreCase ? inBothCases(of) : of;
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

/** More characters than this in one place are met in any text. */
const mostCharacters = 40;
/** More literals than this of one place are not worth a gate. */
const mostLiterals = 60;

/** Neighbours whose characters are known: 未按, and 逾期 or 过期 of [逾过]期; as many as count and are worth it. At least one is no choice. */
function runsIn(parts: readonly Node[], kind: Kind): { readonly from: number; readonly to: number; readonly of: ReadonlySet<string> }[] {
  const found: { from: number; to: number; of: ReadonlySet<string> }[] = [];
  let reached = 0;
  for (let from = 0; from + 1 < parts.length; from++) {
    let run: readonly string[] = [''];
    let certain = false;
    let to = from;
    while (to < parts.length && to - from < kind.longest) {
      const part = parts[to] as Node;
      const of = part.kind === 'characters' && part.of !== undefined ? kind.joined(part.of) : undefined;
      if (of === undefined || run.length * of.size > mostLiterals) break;
      certain ||= of.size === 1;
      run = run.flatMap((before) => Array.from(of, (character) => before + character));
      to++;
    }
    // The end of a longer run says less than the run.
    if (to - from < 2 || to === reached) continue;
    reached = to;
    if (certain) found.push({ from, to, of: new Set(run) });
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

/** Which literals count. */
interface Kind {
  /** Of how many units at most. */
  readonly longest: number;
  /** The characters of a class as they are told apart, `undefined` if it does not count. */
  readonly told: (of: ReadonlySet<string>) => ReadonlySet<string> | undefined;
  /** The same of a class that may stand beside others in a literal. */
  readonly joined: (of: ReadonlySet<string>) => ReadonlySet<string> | undefined;
}

const anyLiteral: Kind = { longest: 2, told: (of) => of, joined: (of) => of };

/** Classes come again and again; each is asked about once. */
function onceEach<Value>(work: (of: ReadonlySet<string>) => Value): (of: ReadonlySet<string>) => Value {
  const known = new WeakMap<ReadonlySet<string>, { readonly value: Value }>();
  return (of) => {
    const found = known.get(of) ?? { value: work(of) };
    known.set(of, found);
    return found.value;
  };
}
const inWord = (of: ReadonlySet<string>): boolean => [...of].every((character) => /\w/.test(character));
const told = onceEach((of) => new Set([...of].map((character) => (digits.has(character) ? '0' : character.toLowerCase()))));
const isSign = (character: string): boolean => /[^\s\w]/.test(character) && character.toLowerCase() === character.toUpperCase();

/** Inside a word, or a sign between words; letters are told apart without their case, digits are not. */
const ofWords: Kind = {
  longest: 7,
  told: onceEach((of) => ([...of].every((character) => /\w/.test(character) || isSign(character)) ? told(of) : undefined)),
  joined: onceEach((of) => (inWord(of) ? told(of) : undefined)),
};

/** Sets of literals, the rarest first: every match holds one of each, or has it beside it. */
function required(node: Node, kind: Kind): readonly ReadonlySet<string>[] {
  switch (node.kind) {
    case 'characters': {
      const of = node.of === undefined || node.of.size > mostCharacters ? undefined : kind.told(node.of);
      return of === undefined ? [] : [of];
    }
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
      for (const { from, to, of } of runsIn(node.parts, kind)) add(from, to, of);
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

/** Literals of up to two units: every text in which `pattern` matches holds at least one. `undefined` if none are known. */
export const literalsOf = (pattern: RegExp): ReadonlySet<string> | undefined => literalSetsOf(pattern)[0];

/** Up to three such sets, the rarest first: every text in which `pattern` matches holds at least one of each. */
export const literalSetsOf = (pattern: RegExp): readonly ReadonlySet<string>[] => required(parse(pattern), anyLiteral);

/** The same of parts of words and of signs between them, in small letters and with 0 for every digit. */
export const wordSetsOf = (pattern: RegExp): readonly ReadonlySet<string>[] => required(parse(pattern), ofWords);
