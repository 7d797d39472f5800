/** Who leads, who helps and by when, said beside the duty: Lead: Aberdeen. · …; Harbour Rail takes the lead. · Due: 15 November 2026. */
import { settled } from './anaphora.ts';
import { ofClause } from './gates.ts';
import { helpedBy, ledBy } from './leads.ts';
import { emptySubject, type State } from './state.ts';
import { splitNames } from './subject.ts';
import { timesIn } from './time.ts';

const leadLabel = ofClause.gate(
  /^\s*(?:lead(?:ing)?(?: (?:officer|agency|authority|body|party|department|partner|organisation|organization))?|owner|responsible(?: (?:body|party|officer|agency))?|action owner)\s*:\s*/i,
);

const supportLabel = ofClause.gate(
  /^\s*\(?(?:support(?:ing|ed by)?(?: (?:agency|agencies|authority|authorities|bodies|body|party|parties|partners?|departments?))?|with|assisting(?: \w+)?|cooperating(?: \w+)?|partners?)\s*:\s*/i,
);

const leader = ofClause.gate(
  /^\s*((?:[Tt]he )?[A-Z][\w'’-]*(?: (?:of |for |and )?[A-Z][\w'’-]*){0,5}|the [a-z]+ (?:council|board|city|county|authority|agency|ministry|port)) (?:(?:takes|will take|shall take|to take|has|have|assumes|will assume|shall assume) (?:on )?the (?:lead|lead role|leadership)|(?:leads|will lead|shall lead|to lead|coordinates|will coordinate|shall coordinate|to coordinate)|(?:is|will be|shall be|acts as|will act as|to be) (?:the )?lead(?: (?:authority|agency|body|partner|party|department))?)(?: (?:on|in|for) (?:this|it|the work|this work|the matter))?[\s.]*$/,
);

/** …; Harbour Rail takes the lead: the lead of the duty before. */
export function readLeader(state: State, piece: string, start: number): boolean {
  const duty = state.drafts.at(-1);
  const match = duty === undefined || duty.subject.lead !== null || duty.deontic === 'may' ? null : leader.exec(piece);
  if (match === null || duty === undefined) return false;
  const name = match[1] as string;
  const at = start + match[0].indexOf(name);
  duty.subject = ledBy(state.text, duty, { start: at, end: at + name.length });
  return true;
}

const due = ofClause.gate(
  /^\s*\(?(?:due|deadline|due date|by when|date|timing|timeline|timeframe|time frame|target date|completion)\s*:\s*/i,
);

/** Due: 15 November 2026: the time of the duty before. */
export function readDue(state: State, piece: string, start: number): boolean {
  const duty = state.drafts.at(-1);
  const label = piece.length > 90 ? null : due.exec(piece);
  if (label === null) return false;
  // Before any duty it says nothing yet.
  if (duty === undefined || duty.time !== null) return true;
  const time = settled(
    state.text,
    timesIn(piece).map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    state.day,
  )[0];
  if (time === undefined) return false;
  duty.time = time;
  return true;
}

/** Lead: Aberdeen. Support: Moray. — roles given as labels before the duty. */
export function readLabel(state: State, piece: string, start: number, end: number): boolean {
  const lead = leadLabel.exec(piece);
  const support = lead === null ? supportLabel.exec(piece) : null;
  const label = lead ?? support;
  if (label === null || piece.length > 120) return false;
  const from = start + label[0].length;
  const names = splitNames(state.text, from, end);
  if (names.length === 0) return false;
  const { subject } = state;
  const duty = state.drafts.at(-1);
  if (duty !== undefined && names[0] !== undefined) {
    // …by 2027 (lead: Ashby; support: Harrow).
    if (lead !== null && !/lead/i.test(label[0])) {
      // Responsible: Rail Safety Office. Who has to, not who leads others.
      if (duty.subject.names.length === 0) duty.subject = { ...duty.subject, names };
    } else if (lead !== null && duty.subject.lead === null) duty.subject = ledBy(state.text, duty, names[0]);
    else if (lead === null && duty.subject.lead !== null) duty.subject = helpedBy(duty.subject, names);
    return true;
  }
  if (lead !== null && !/lead/i.test(label[0])) {
    state.subject = { ...emptySubject, names };
    return true;
  }
  state.subject =
    lead !== null
      ? { ...emptySubject, names, lead: names[0] ?? null, cooperating: names.slice(1) }
      : { ...subject, names: [...subject.names, ...names], cooperating: [...subject.cooperating, ...names] };
  return true;
}
