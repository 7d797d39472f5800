/** Sentences and items of English clauses. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(
    /(?:(?<!\b(?:No|Art|Sec|approx|e\.g|i\.e|St|cf|vs|Dr|Mr|Ms|etc|para|Inc|Ltd|Co|[A-Z]))\.(?=\s+[A-Z(“"]|\s*$)|;(?=\s)|:\s(?=\([a-z0-9]\)|\d\))|[!?](?=\s))|(?<=[;:,.] |^)\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s|(?<=\b(?:shall|will|must|may|to|and|or|should) )\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s/g,
  )) {
    const end = match.index;
    if (end > start) sentences.push({ start, end });
    start = end + match[0].length;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences.filter((sentence) => text.slice(sentence.start, sentence.end).trim().length > 2);
}
