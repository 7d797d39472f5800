/** Sentences and items of English clauses. */
import { Choice } from '../text/choice.ts';
import { matchesOf } from '../text/matches.ts';
import { ofClause } from './gates.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence ends: at its mark, or before the mark of an item. */
const ends = new Choice(
  ofClause,
  [
    // The point is looked for first, and only then whether it closes an abbreviation.
    String.raw`\.(?<!\b(?:No|Art|Sec|approx|e\.g|i\.e|St|cf|vs|Dr|Mr|Ms|etc|para|Inc|Ltd|Co)\.)(?<!(?:^|[\s(.])[A-Z]\.)(?=\s+[A-Z(“"]|\s*$)|;(?=\s)|:\s(?=\([a-z0-9]\)|\d\))|[!?](?=\s)`,
    String.raw`(?<=[;:,.] |^)\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s`,
    String.raw`(?<=\b(?:shall|will|must|may|to|and|or|should) )\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s`,
  ],
  'g',
);

/** The number of an item, 12 or 112, is no sentence. */
const says = (piece: string): boolean => piece.length > 2 && !/^\d+$/.test(piece);

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const pattern = ends.pattern;
  for (const match of pattern === undefined ? [] : matchesOf(pattern, text)) {
    const end = match.index;
    if (end > start) sentences.push({ start, end });
    start = end + match[0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return whole(
    text,
    sentences.filter((sentence) => says(text.slice(sentence.start, sentence.end).trim())),
  );
}

/** In the event that Ashby does not (i) …, (ii) …, or (iii) …, Harrow may: a list inside a condition is no list of duties. */
function whole(text: string, sentences: readonly Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last !== undefined && pending(text.slice(last.start, last.end)) && /\)\s*$/.test(text.slice(last.end, sentence.start)))
      joined[joined.length - 1] = { start: last.start, end: sentence.end };
    else joined.push(sentence);
  }
  return joined;
}

const conditionFirst = ofClause.gate(/^\s*(?:if|where|should|unless|when|in (?:the )?(?:event|case))\b/i);

const pending = (piece: string): boolean =>
  piece.length < 1000 && conditionFirst.test(piece) && !/\b(?:shall|will|must|may)\b/i.test(piece);
