/**
 * Segmentation by dictionary: of all ways to cut a run of Chinese characters into words, the one of highest unigram
 * probability (shortest path by dynamic programming). Linear in the length of the text, because no word is longer than
 * `longest`.
 */
import { lexicon } from './lexicon.data.ts';
import type { Segmenter, Word, WordKind } from './port.ts';
import { ownWords, singleCosts } from './words.ts';

interface Node {
  next: Map<number, Node> | undefined;
  /** Negative binary logarithm of the probability; infinite if no word ends here. */
  cost: number;
  kind: WordKind;
}

const node = (): Node => ({ next: undefined, cost: Number.POSITIVE_INFINITY, kind: 'x' });
/** Binary logarithm of the number of words the frequencies were counted on. */
const corpusBits = 26;
const unknownCost = 17;
const ownCost = 11;
const nameCost = 12;

function add(root: Node, word: string, cost: number, kind: WordKind): void {
  let at = root;
  for (let index = 0; index < word.length; index++) {
    at.next ??= new Map();
    const code = word.charCodeAt(index);
    let next = at.next.get(code);
    if (next === undefined) {
      next = node();
      at.next.set(code, next);
    }
    at = next;
  }
  at.cost = cost;
  at.kind = kind;
}

function trieOf(names: Iterable<string>): Node {
  const root = node();
  for (const [key, words] of Object.entries(lexicon)) {
    const kind = key[0] as WordKind;
    const cost = corpusBits - Number(key.slice(1));
    for (const word of words.split(' ')) add(root, word, cost, kind);
  }
  for (const name of names) if (name.length >= 2) add(root, name, nameCost, 'g');
  for (const [kind, words] of ownWords) for (const word of words) add(root, word, Math.max(2, ownCost - word.length), kind);
  for (const [character, cost] of singleCosts) add(root, character, cost, 'x');
  return root;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** End of the number or Latin word at `from`, or `from` if there is none. */
function latinEnd(text: string, from: number): number {
  let at = from;
  const digits = isDigit(text.charCodeAt(at));
  if (!digits && !isLetter(text.charCodeAt(at))) return from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const inside = (code === 0x2e || (code === 0x2c && digits)) && isDigit(text.charCodeAt(at + 1));
    if (!isDigit(code) && !inside && (digits || !isLetter(code))) break;
    at++;
  }
  return at;
}

/** Room for the costs and steps of one run, kept between runs: most are short, and to make it costs more than to fill it. */
let best = new Float64Array(256);
let back = new Int32Array(256);
const kinds: WordKind[] = [];

/** Cuts the run of Chinese characters `[from, to)` and appends its words. */
function cutRun(root: Node, text: string, from: number, to: number, words: Word[]): void {
  const length = to - from;
  if (best.length <= length) {
    best = new Float64Array(2 * length + 64);
    back = new Int32Array(2 * length + 64);
  }
  best.fill(Number.POSITIVE_INFINITY, 0, length + 1);
  best[0] = 0;
  for (let at = 0; at < length; at++) {
    const here = best[at] as number;
    let one = unknownCost;
    let kind: WordKind = 'x';
    let current = root.next?.get(text.charCodeAt(from + at));
    if (current !== undefined && current.cost < one) one = current.cost;
    if (here + one < (best[at + 1] as number)) {
      best[at + 1] = here + one;
      back[at + 1] = at;
      kinds[at + 1] = kind;
    }
    for (let end = at + 1; current !== undefined && end < length; end++) {
      current = current.next?.get(text.charCodeAt(from + end));
      if (current === undefined) break;
      const cost = here + current.cost;
      kind = current.kind;
      if (cost < (best[end + 1] as number)) {
        best[end + 1] = cost;
        back[end + 1] = at;
        kinds[end + 1] = kind;
      }
    }
  }
  const ends: number[] = [];
  for (let at = length; at > 0; at = back[at] as number) ends.push(at);
  for (let index = ends.length - 1, start = 0; index >= 0; index--) {
    const end = ends[index] as number;
    words.push({ start: from + start, end: from + end, text: text.slice(from + start, from + end), kind: kinds[end] ?? 'x' });
    start = end;
  }
}

function cut(root: Node, text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      let end = at + 1;
      while (end < text.length && isHan(text.charCodeAt(end))) end++;
      cutRun(root, text, at, end, words);
      at = end;
      continue;
    }
    const end = latinEnd(text, at);
    const kind = end === at ? 'p' : isDigit(code) ? 'm' : 'l';
    const last = Math.max(end, at + 1);
    words.push({ start: at, end: last, text: text.slice(at, last), kind });
    at = last;
  }
  return words;
}

/**
 * A segmenter over the shipped lexicon and `names`, such as those of a tree of governments or the parties of a text.
 * The dictionary is built on the first use.
 */
export function dictionarySegmenter(names: () => Iterable<string> = () => []): Segmenter {
  let root: Node | undefined;
  return (text) => {
    root ??= trieOf(names());
    return cut(root, text);
  };
}
