/**
 * Weighs the shapes of a sentence behind a duty (`features.ts`): the log-odds that it is the consequence of a breach. The weights are counted
 * from the parts of the corpus that were read and from the examples beside the rules (`tools/weigh-consequences.ts`).
 */
import { aloneBias, aloneWeights } from './alone.data.ts';
import { type Alone, aloneFeatures, aloneViewOf } from './aloneFeatures.ts';
import { benign } from './answer.ts';
import { putRight } from './consequence.ts';
import { contrariesIn } from './contrary.ts';
import { features, viewOf } from './features.ts';
import type { DutyBefore } from './linked.ts';
import { bias, weights } from './weigh.data.ts';
import { weigher } from './weigher.ts';
import { ofClause } from '../gates.ts';

/** True if the log-odds of a sentence behind a duty are above `limit`; 0 is where half of such sentences are consequences. */
const outweighs = weigher(features, weights, bias);
const outweighsAlone = weigher(aloneFeatures, aloneWeights, aloneBias);

/** True if the sentence is rather a consequence of a breach of the duty before it than anything else. */
export const weighsAsConsequence = (sentence: string, duty: DutyBefore): boolean =>
  undone.test(sentence) ||
  (!(ownDuty.test(sentence) && contrariesIn(sentence).length === 0) &&
    outweighs(viewOf(sentence, duty), duty.joined === true ? -0.4 : -0.51));

/** Nothing may be opened before it has done so: nothing else can be meant. */
const undone = ofClause.gate(
  /\b(?:no|not|nothing|neither)\b[^;]*\b(?:until|before) (?:it|they|this|that|he|she) (?:has|have|is|are) (?:been )?done\b/i,
);

/** Whatcom County, for its part, shall take the spoil: another duty, if nothing in it is contrary to the first. */
const ownDuty = ofClause.gate(
  /^\s*(?:and |while |whereas )?(?:the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,4}(?:, for its part,)? (?:shall|will|must|agrees?) /,
);

/** Somebody by his name and nothing else: he is in no state that nobody was to be in. */
const plain = ofClause.gate(
  /^\s*(?:(?:[Tt]he|[Ee]ach|[Aa]ll|[Bb]oth) )?(?:[A-Z][\w'’]*(?: (?:of |of the |and )?[A-Z][\w'’]*)*|parties|members)?\s*$/,
);

const untilAnywhere = ofClause.gate(/\b(?:until|unless|before)\b/);

/** True if a statement of its own is rather the consequence of a breach than anything else. */
export function weighsAlone(alone: Alone): boolean {
  // Nobody is hurt by a prohibition, a definition, a grant or a help.
  const { predicate, deontic } = alone;
  if (alone.trailing === '' && plain.test(alone.before) && !untilAnywhere.test(predicate)) return false;
  if (deontic === 'must_not' || /^(?:means?|grants?|be granted|granted)\b/i.test(predicate) || benign.test(predicate)) return false;
  // What was missed is done after all.
  if (putRight.test(predicate) && !/\bcost\b|\bexpense\b/i.test(predicate)) return false;
  return outweighsAlone(aloneViewOf(alone), 0.5);
}
