/**
 * A lead that the clause names outside its subject: under the leadership of X · with X as lead authority · led by X ·
 * lead responsibility rests with X.
 */
import type { Draft } from './finish.ts';
import type { State } from './state.ts';
import type { Subject } from './subject.ts';

const NAME = "((?:[Tt]he )?[A-Z][\\w'’.-]*(?:(?: (?:of|for|and|the|de|du|la)){0,2} [A-Z][\\w'’.-]*)*)";
const OFFICE = '(?:authority|agency|body|partner|party|department|council|officer|organi[sz]ation|entity|city|county|government)';
const forms: readonly RegExp[] = [
  `[Uu]nder the (?:lead|leadership|coordination|co-ordination|direction|chairmanship|guidance) of ${NAME}`,
  `[Ww]ith ${NAME} (?:(?:acting |serving )?as (?:the )?(?:lead|leading|co-?ordinating|designated|main)\\b|taking the lead|in the lead|leading\\b|in charge|to lead)`,
  `(?:[Ll]ed|spearheaded|headed) by ${NAME}`,
  `[Ll]ead(?:ing)? responsibility (?:for [a-z ]{2,40} )?(?:(?:shall|will) )?(?:rests?|lies?|lie|sits?|falls?|is|be) (?:with|on|to|vested in|assigned to) ${NAME}`,
  `[Ll]ead(?:ing)? ${OFFICE} (?:(?:for [a-z ]{2,40} )?(?:is|shall be|will be|being)|,) ${NAME}`,
].map((form) => new RegExp(form));

const labelled = new RegExp(`^[Tt]he lead(?:ing)? ${OFFICE},? ${NAME}`);

/** Gives the lead to the statements `[first, …)` that have none. */
export function giveLead(state: State, first: number, start: number, end: number): void {
  if (state.drafts.length === first) return;
  const piece = state.text.slice(start, end);
  const match = forms.map((form) => form.exec(piece)).find((found) => found !== null) ?? labelled.exec(piece);
  if (match === null || match === undefined) return;
  const name = match[1] as string;
  const at = start + match.index + match[0].indexOf(name);
  const lead = { start: at, end: at + name.length };
  for (const draft of state.drafts.slice(first)) if (draft.deontic !== 'may') draft.subject = ledBy(draft, lead);
}

function ledBy({ subject }: Draft, lead: { start: number; end: number }): Subject {
  const others = subject.names.filter(({ start, end }) => end <= lead.start || start >= lead.end);
  return { ...subject, names: [lead, ...others], lead, cooperating: others };
}
