/** The two halves of a sentence about a failure: the condition, wherever it stands, and what is said beside it. */
import { ofClause } from '../gates.ts';

export const fronted = ofClause.gate(
  /^\s*(?:and |or |but |\(?[a-z]\) )?(?:if|where|when|whenever|should|unless|until|upon|on|after|once|for (?:each|every|any|so long as)|in (?:the )?(?:case|event)|in (?:any|every|each) \w+ in which|in the absence|absent|failing|in default|as long as|so long as|while|in respect of|to the extent|thereafter|pending|beyond|past|from)\b/i,
);
const ruling = ofClause.gate(/\b(?:shall|will|must|may|can|is|are|has|have|would|stands?)\b/i);
export const behind = ofClause.gate(
  /\b(?:if|where|unless|until|when|should|in the event|in case|for (?:each|every|any)|as long as|so long as|while|by which)\b/i,
);

/** What a sentence says beside its condition; the condition stands in front, in the subject, or behind. */
export function mainOf(sentence: string, failure: number): string | undefined {
  if (fronted.test(sentence)) {
    for (let comma = sentence.indexOf(','); comma >= 0; comma = sentence.indexOf(',', comma + 1))
      if (comma > failure) return sentence.slice(comma + 1);
    const party = /\b(?:the|it|they|its|an?|any|each|every|either|[A-Z]\w+) /.exec(sentence.slice(failure + 8));
    return party === null ? undefined : sentence.slice(failure + 8 + party.index);
  }
  const condition = behind.exec(sentence.slice(12))?.index ?? sentence.length;
  if (condition + 12 <= failure) return sentence.slice(0, condition + 12);
  const modal = ruling.exec(sentence)?.index ?? 80;
  const related = /\b(?:that|which|who|whose|whoever|whichever|whatever|whom|and not)\b/i.exec(sentence)?.index ?? modal;
  if (failure <= modal || failure < 12 || related < modal) {
    const from = failure + (/^\S+ (?:not )?/.exec(sentence.slice(failure))?.[0].length ?? 0);
    return sentence.slice(from + (ruling.exec(sentence.slice(from))?.index ?? 0));
  }
  return undefined;
}
