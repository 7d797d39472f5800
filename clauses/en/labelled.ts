/** Lines that begin with a label: “Public Works: repair the culvert”, “Flood walls: raised by 2029”, “Timetable: to be published”. */
import { baseForm, isParticiple } from './lexicon.ts';
import type { Modal } from './modal.ts';
import { readPredicate } from './predicate.ts';
import { emptySubject, type Parts, type State, trimmed, unsaid } from './state.ts';
import { readSubject } from './subject.ts';
import { ofClause } from './gates.ts';

const label = ofClause.gate(/^([A-Za-z][^:;.]{1,118}): (?=[a-z])/);

/** Labels that say what the line is, not who does it. */
const heading = ofClause.gate(
  /^(?:note|deadline|target|objective|goal|aim|timeline|priority|actions?|tasks?|measures?|example|remark|date|place|time|agenda|item|outcome|result|purpose|scope|subject|topic|budget|status)s?\b/i,
);
const title = ofClause.gate(/^[A-Z][\w'’&-]*(?:,? (?:and |& )?[A-Z][\w'’&-]*){0,4}$/);

/** Reads the line `[lead, end)` as a label and its task; false if it is none. */
export function readLabelled(
  state: State,
  lead: number,
  end: number,
  { modal, parts }: { readonly modal: Modal; readonly parts: Omit<Parts, 'subject'> },
): boolean {
  const { text } = state;
  const match = label.exec(text.slice(lead, Math.min(end, lead + 200)));
  if (match === null) return false;
  const name = match[1] as string;
  const labelled = readSubject(text, lead, lead + name.length);
  // Whoever a task is given to by name: Works, Parks, Legal Services.
  const subject =
    labelled.names.length === 0 && title.test(name) && !heading.test(name)
      ? { ...emptySubject, names: [trimmed(text, lead, lead + name.length)] }
      : labelled;
  let at = lead + match[0].length;
  const decided = /^to (?=[a-z])/.exec(text.slice(at, end));
  at += decided?.[0].length ?? 0;
  const word = /^[a-z]+/.exec(text.slice(at, end))?.[0] ?? '';
  const done = isParticiple(word) && baseForm(word) !== word;
  const passive = done || word === 'be';
  if (!passive && subject.names.length === 0) return false;
  const before = state.drafts.length;
  readPredicate(state, decided === null ? { ...modal, start: at, end: at, deontic: null } : unsaid(at, 'must'), {
    ...parts,
    named: true,
    subject: passive ? { ...emptySubject, phrase: labelled.phrase } : subject,
    limit: end,
  });
  const draft = state.drafts[before];
  if (done && draft !== undefined) {
    draft.passive = true;
    draft.subject = emptySubject;
    draft.object = trimmed(text, lead, lead + name.length);
  }
  return true;
}
