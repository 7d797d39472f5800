/** Where inside a sentence a clause may begin that is the consequence of what stands before it. */
import { contrariesIn } from './contrary.ts';
import { fine } from './money.ts';
import { fronted } from './zones.ts';
import { ofClause } from '../gates.ts';
import { matchesOf } from '../../text/matches.ts';

/** Where two parts of a sentence may meet. */
const joint = /[,;:–—]|(?<=[a-z\d]) (?=(?:and|but|or) )/g;
/** How a part that may be a consequence begins. */
const opener =
  /(?:[,;:–—] ?(?:and |but |or |while |with )?| (?:and|but|or) )(?=(?:an?|any|each|every|no|the|its|their|those|such|whoever|whichever|if|where|when|whenever|should|until|unless|after which|in which|whereupon|for (?:each|every|any)|silence|late|default interest|interest at|interest of|repeated|persistent|continued|further|serious|unjustified|un[a-z]+ed|non-[a-z]+|[A-Z]?[a-z’'-]+s? (?:that|which|who|whose|not|without)|\d[\d,.]* [a-z]+ (?:off|less)|[$€£]\d)\b)|, (?:after which|in which case|whereupon|beyond which|past which) |, (?=(?:rising|falling|doubling|dropping|increasing|reverting|losing|forfeiting|paying|loses|forfeits|pays|repays|refunds|bears|surrenders) )|, (?=with [^,;]{3,70} [a-z]{2,}ing )|,? (?:and|or) (?=(?:shall|will|must) (?!not\b)[^;]{3,120}\b(?:if|where|should|unless|until|for (?:each|every|any)|when)\b)/y;

/** A finite verb, or what stands for one: silence counting as consent, 300 euros off the fee for each. */
const said = ofClause.gate(/\b(?:shall|will|must|may|can|is|are|has|have|[a-z]{3,}(?:s|ing))\b|\boff\b/);

/** Nothing but a condition stands before the joint. */
const pending = (prefix: string): boolean => fronted.test(prefix) && !/, .*\b(?:shall|will|must|may|can|is|are|[a-z]{3,}s)\b/i.test(prefix);
/** …, and the District may draw upon the bond if…: with its own condition behind it, it stands by itself. */
const ownTerm = ofClause.gate(/^(?:the|its) [^,;]{3,60} (?:shall|will|may|must) [^;]* (?:if|unless|where|when) /i);

/** Starts of what may be a consequence in `sentence`, each with where the joint before it begins. */
export function jointsIn(sentence: string): readonly { readonly at: number; readonly from: number }[] {
  const found: { at: number; from: number }[] = [];
  for (const { index } of matchesOf(joint, sentence.slice(0, 600))) {
    opener.lastIndex = index;
    const match = index < 20 ? null : opener.exec(sentence);
    if (match === null) continue;
    const from = index + match[0].length;
    const rest = sentence.slice(from);
    if (
      pending(sentence.slice(0, match.index)) ||
      ownTerm.test(rest) ||
      rest.length < 12 ||
      !said.test(rest) ||
      (contrariesIn(rest).length === 0 && !fine.test(rest))
    )
      continue;
    found.push({ at: match.index, from });
    if (found.length === 3) break;
  }
  return found;
}
