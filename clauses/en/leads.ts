/**
 * A lead that the clause names outside its subject: under the leadership of X · with X as lead authority · led by X ·
 * lead responsibility rests with X.
 */
import type { Draft } from './finish.ts';
import type { State } from './state.ts';
import type { Span } from '../reading.ts';
import { splitNames, type Subject } from './subject.ts';
import type { PartGated } from '../text/gate.ts';
import { ofClause } from './gates.ts';

const NAME = "((?:[Tt]he )?[A-Z][\\w'’.-]*(?:(?: (?:of|for|and|the|de|du|la)){0,2} [A-Z][\\w'’.-]*)*)";
const OFFICE = '(?:authority|agency|body|partner|party|department|council|officer|organi[sz]ation|entity|city|county|government)';
const LEAD = '(?:lead|leading|co-?ordinating|coordinating|designated|main|principal|responsible|host)';
const forms: readonly PartGated[] = [
  `[Uu]nder the (?:overall |joint |general )?(?:lead|leadership|coordination|co-ordination|direction|chairmanship|guidance|stewardship|auspices|supervision|responsibility) of ${NAME}`,
  `(?:[Ww]ith )?${NAME} (?:(?:acting |serving |designated |named |appointed )?as (?:the |a |its |their )?(?:overall |joint )?(?:${LEAD}|lead)\\b|taking the lead|in the lead|leading\\b|in charge|to (?:take the )?lead\\b|assuming the lead|spearheading|to coordinate)`,
  `[Uu]nder ((?:[Tt]he )?[A-Z][\\w-]*(?: [A-Z][\\w-]*)*)['’]s? (?:overall |joint )?(?:lead|leadership|coordination|direction|guidance|chairmanship)\\b`,
  `(?:[Rr]esponsibility|[Rr]esponsible|[Ii]n charge)(?: (?:for|in|on) [a-z ]{2,40})? ?(?:lies with|rests with|sits with|falls to) ${NAME}(?=, (?:assisted|supported|with|[A-Z][\\w ]* assisting))`,
  `(?<!(?:team|group|force|committee|panel|delegation|mission) )(?:[Ll]ed|[Hh]eaded|[Ss]teered|[Ss]pearheaded|[Cc]oordinated) (?:jointly )?by ${NAME}`,
  `[Ll]ead(?:ing)? (?:responsibility|role) (?:(?:for|in|on) [a-z ]{2,40} )?(?:(?:shall|will) )?(?:rests?|lies?|lie|sits?|falls?|is|be|being) (?:with|on|to|vested in|assigned to|entrusted to|taken by|given to) ${NAME}`,
  `(?:[Tt]he )?[Ll]ead(?:ing)? (?:(?:for|in|on) [a-z ]{2,40} )?(?:shall be|will be|is|being) (?:taken by |with )?${NAME}`,
  `(?:[Tt]he )?[Ll]ead(?:ing)? ${OFFICE} (?:(?:for|in|on) [a-z ]{2,40} )?(?:(?:is|shall be|will be|being)|,) ${NAME}`,
  `\\(?(?:[Ll]ead(?:ing)?(?: ${OFFICE})?|[Cc]oordinator|[Cc]oordinating ${OFFICE}) ?[:–—-] ?${NAME}`,
  `${NAME} \\((?:the )?(?:lead|coordinator|lead ${OFFICE}|coordinating ${OFFICE})\\)`,
].map((form) => ofClause.gate(new RegExp(form)));

/** Who is said to help: …, supported by Harrow · with Harrow assisting · in consultation with Harrow · (support: Harrow). */
const helpers: readonly PartGated[] = [
  `(?:[Ww]ith (?:the )?(?:active |full |technical |financial )?(?:support|assistance|help|cooperation|co-operation|participation|input|backing|aid|collaboration|contribution)s? (?:of|from)|(?:[Ss]upported|[Aa]ssisted|[Hh]elped|[Bb]acked|[Aa]ided|[Ss]econded) by|[Ii]n (?:close )?(?:cooperation|co-operation|partnership|coordination|collaboration|conjunction|concert|association) with) ((?:the |both |all |its |local |relevant )?[A-Za-z][^,;.()]*?)(?=$|[,;.()]| (?:by|within|before|no later|on|until|shall|will|must|to|in (?=\\d|the (?:first|second))|at) )`,
  `(?:[Ww]ith |, (?:and )?)((?:[Tt]he |its )?[A-Z][\\w'’.-]*(?:(?: (?:of|for|and|the))? [A-Z][\\w'’.-]*)*(?: [a-z]+){0,3}?)(?: \\([A-Z][^()]{1,40}\\))? (?:in support|supporting|assisting|as (?:the )?(?:supporting |associated |cooperating |project )?partners?|providing support|in a supporting role|contributing|cooperating|helping|in attendance|to (?:assist|support|cooperate|help))\\b`,
  `(?:[Ss]upport(?:ing|ed by)?(?: ${OFFICE})?|[Pp]artners?|[Aa]ssisting|[Cc]ooperating(?: ${OFFICE})?) ?[:–—-] ?${NAME}`,
].map((form) => ofClause.gate(new RegExp(form)));

const labelled = ofClause.gate(new RegExp(`^[Tt]he lead(?:ing)? ${OFFICE},? ${NAME}`));

const former = ofClause.gate(
  /\b(?:led|headed|coordinated|steered|chaired) by the (former|latter|first|second|first-named|last-named)\b|\bthe (former|latter|first-named|last-named) (?:leading|taking the lead|in the lead|as lead|acting as lead|being the lead|to lead|leads)\b/i,
);

/** Carrick Energy and the Moor Cooperative, led by the former: which of the two it is. */
function giveFormer(state: State, first: number, piece: string): void {
  const match = former.exec(piece);
  if (match === null) return;
  const last = /latter|second|last/i.test(match[1] ?? match[2] ?? '');
  for (const draft of state.drafts.slice(first)) {
    const { names } = draft.subject;
    const lead = last ? names.at(-1) : names[0];
    if (names.length > 1 && lead !== undefined)
      draft.subject = { ...draft.subject, lead, cooperating: names.filter((name) => name !== lead) };
  }
}

/** Gives the lead to the statements `[first, …)` that have none, and the helpers to those that have one. */
export function giveLead(state: State, first: number, start: number, end: number): void {
  if (state.drafts.length === first) return;
  const piece = state.text.slice(start, end);
  giveFormer(state, first, piece);
  if (!roleWord.test(piece)) return;
  const match = forms.map((form) => form.exec(piece)).find((found) => found !== null) ?? labelled.exec(piece);
  if (match !== null && match !== undefined) {
    const at = start + match.index + match[0].lastIndexOf(match[1] as string);
    const lead = { start: at, end: at + (match[1] as string).length };
    for (const draft of state.drafts.slice(first))
      if (draft.deontic !== 'may' && draft.subject.lead === null) draft.subject = ledBy(state.text, draft, lead);
  }
  const helped = helpers.map((form) => form.exec(piece)).find((found) => found !== null);
  if (helped === undefined || helped === null) return;
  const at = start + helped.index + helped[0].lastIndexOf(helped[1] as string);
  const names = splitNames(state.text, at, at + (helped[1] as string).length);
  const supported = /support|assist|help|backed|aided/i.test(helped[0]);
  for (const draft of state.drafts.slice(first)) {
    const [only] = draft.subject.names;
    // With the support of Harrow, Ashby shall…: who is helped leads.
    if (
      draft.subject.lead === null &&
      supported &&
      only !== undefined &&
      draft.deontic !== 'may' &&
      names.length > 0 &&
      !names.some((name) => overlaps(name, only))
    )
      draft.subject = { ...draft.subject, lead: only };
    if (draft.subject.lead !== null) draft.subject = helpedBy(draft.subject, names);
  }
}

const roleWord = ofClause.gate(
  /\b(?:lead|leads|leading|led|leadership|direction|guidance|stewardship|chairmanship|auspices|supervision|responsibility|coordinat\w*|co-ordinat\w*|spearhead\w*|headed|steered|directed|chaired|charge|support\w*|assist\w*|help\w*|backed|aided|partner\w*|cooperat\w*|co-operat\w*|collaborat\w*|conjunction|concert|designated|contribut\w*)\b/i,
);

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

/** The lead authority, Ashby Council: a label, not a second party. */
const labelName = ofClause.gate(/^the lead(?:ing)? [a-z]+$/i);

export function ledBy(text: string, { subject }: Draft, lead: Span): Subject {
  const others = subject.names.filter((name) => !overlaps(name, lead) && !labelName.test(text.slice(name.start, name.end)));
  return { ...subject, names: [lead, ...others], lead, cooperating: others };
}

export function helpedBy(subject: Subject, found: readonly Span[]): Subject {
  const names = found.filter(
    (name) => subject.lead !== null && !overlaps(name, subject.lead) && !subject.names.some((known) => overlaps(known, name)),
  );
  return names.length === 0
    ? subject
    : { ...subject, names: [...subject.names, ...names], cooperating: [...subject.cooperating, ...names] };
}
