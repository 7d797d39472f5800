/** Reads the statements of an English clause: each modal opens a predicate, the noun phrase before it is the subject. */
import type { ReadingContext, Statement } from '../reading.ts';
import type { Normalised } from '../text/normalise.ts';
import { settled } from './anaphora.ts';
import { readBare, readInfinitive, readSubjunctive } from './bare.ts';
import { type Draft, finishEnglish } from './finish.ts';
import { readShared, shareOut } from './gapping.ts';
import { none, partiesOf, resolvedOf } from './members.ts';
import { antecedent, type Modal, modalsIn } from './modal.ts';
import { giveLead } from './leads.ts';
import { subjectFrom } from './opening.ts';
import { readAttached } from './attached.ts';
import { readRemnants } from './remnant.ts';
import { readPredicate } from './predicate.ts';
import { consequenceAfter, dutyBefore, furtherStep, giveConsequence } from './consequence/attach.ts';
import { bareConsequence } from './consequence/consequence.ts';
import { jointsIn } from './consequence/joints.ts';
import { furtherTerm } from './consequence/linked.ts';
import { weighsAsConsequence } from './consequence/weigh.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { emptySubject, type State, trimmed } from './state.ts';
import { readSubject, type Subject } from './subject.ts';
import { type Time, timesIn } from './time.ts';
import { elsewise } from './consequence/link.ts';
import { ofClause } from './gates.ts';
import { inversion, inverted } from './inversion.ts';
import { readDue, readLabel, readLeader } from './roleLabels.ts';

/** What a meeting said before what it decided. */
const preamble = ofClause.gate(
  /^\s*(?:(?:it (?:is|shall be|will be) (?:the (?:duty|responsibility|task|role|business) of|incumbent (?:up)?on|for|up to) (?=[^,;]{3,60} to [a-z])|it falls to (?=[^,;]{3,60} to [a-z])|(?:the parties|both sides|members|they|we|the (?:two|three|four) \w+|it is|it was|the meeting|the board|the committee|the council) (?:hereby |further |also |jointly |unanimously |therefore )*(?:agree|agreed|resolve|resolved|decide|decided|direct|directed|instruct|instructed|require|required|request|requested|order|ordered)(?: as follows)?:\s*|(?:the )?(?:meeting|board|committee|council|conference|chair|forum|group|panel|assembly|cabinet|commission) (?:also |further |hereby )*(?:directed|instructed|required|requested|asked|tasked|charged|ordered|directs|instructs|requires|requests|asks|tasks|mandates) (?=(?:the |all |each |both |every |[A-Z])[^,;]{2,70} to [a-z]))|(?:(?:it (?:is|was) (?:hereby )?(?:further )?(?:agreed|decided|resolved|understood|noted|proposed|recommended|suggested|confirmed|acknowledged|recognised)(?: by [^,;]{1,40})?(?: in principle)? that,?|(?:the |both )?(?:(?:two|three|four) )?(?:mayors|ministers|governors|sides|councils|towns|cities|counties|districts|delegations|delegates|partners|officials|heads|secretaries|meeting|board|committee|council|conference|parties|chair|members|leaders|forum|group|joint committee|steering group|working group|task ?force|panel|assembly|cabinet)(?: also| further| therefore)? (?:agreed|resolved|decided|noted|confirmed|recommended|concluded|directed|determined|undertook|expressed [^,;]{1,60} and urged)(?: in principle)? (?:that,?|(?=all |the |each ))|(?:resolved|agreed|decided|action|decision|noted)(?: that|:))\s+(?:pending [^,;]{1,40}, )?))/i,
);

/** It was agreed that the director circulate…: what is decided in the subjunctive binds. */
const resolved = /\b(?:agreed|resolved|decided|directed|determined|ordered|requested|required|recommended|concluded)\b[^:]*that,?\s*$/i;

const felt = ofClause.gate(
  /^(?:\w+ ){1,3}(?:(?:felt|thought|believed|warned|reminded \w+|recalled|stressed) that|thanked|praised|congratulated)\b/i,
);

function readSentence(state: State, { start, end }: Sentence): void {
  const { text } = state;
  const piece = text.slice(start, end);
  state.trigger = null;
  if (furtherStep(state, start, end)) return;
  if (readLabel(state, piece, start, end) || readLeader(state, piece, start) || readDue(state, piece, start)) return;
  const said = preamble.exec(piece);
  if (said !== null) {
    state.resolved = resolved.test(said[0]);
    readSentence(state, { start: start + said[0].length, end });
    state.resolved = false;
    return;
  }
  // What somebody felt is no duty.
  if (felt.test(piece)) return;
  const duty = state.drafts.findLast(({ deontic }) => deontic !== 'may');
  if (duty !== undefined && breaks(state, duty, start, piece)) {
    giveConsequence(state, duty, start, end);
    return;
  }
  const firstDraft = state.drafts.length;
  if (!readJoined(state, start, end, piece)) readStatements(state, start, end, piece);
  mergePenalties(state, firstDraft);
  shareOut(state, firstDraft, start, end);
  readRemnants(state, firstDraft, end, state.times);
  readAttached(state, { first: firstDraft, end, times: state.times });
  giveLead(state, firstDraft, start, end);
}

/** True if a sentence says what follows if the duty before it is not kept: by its words, or by its shape. */
function breaks({ text }: State, duty: Draft, start: number, piece: string): boolean {
  const before = dutyBefore(text, duty, start);
  return !furtherTerm(piece, before) && weighsAsConsequence(piece, before);
}

/** …by 15 May, and cities whose data are not in sit out the next round: read as far as the joint if what stands behind it is the consequence. */
function readJoined(state: State, start: number, end: number, piece: string): boolean {
  const { drafts, text } = state;
  for (const { at, from } of jointsIn(piece)) {
    const kept = { ...state };
    const first = drafts.length;
    readStatements(state, start, start + at, piece.slice(0, at));
    const duty = drafts.slice(first).findLast(({ deontic }) => deontic !== 'may');
    const rest = piece.slice(from);
    if (duty !== undefined && duty.orElse === null) {
      const before = { ...dutyBefore(text, duty, start + at), joined: true as const };
      if (!furtherTerm(rest, before) && weighsAsConsequence(rest, before)) {
        giveConsequence(state, duty, start + from, end);
        return true;
      }
    }
    drafts.length = first;
    Object.assign(state, kept);
  }
  return false;
}

/** What a sentence says before it binds: The Participants recognise the value of working together and will…. */
const avowal = ofClause.gate(
  /^((?:[Tt]he |[Bb]oth |[Ee]ach |[Aa]ll |[Ww]e\b)?[\w'’ ]{0,50}?) ?(?:recogni[sz]es?|acknowledges?|reaffirms?|affirms?|considers?|believes?|welcomes?|notes?|noted|share|values?|accepts?|appreciates?|deserves?|received|discussed|considered|expressed|voiced|underlined|stressed|emphasi[sz]ed|highlighted) [^;]{2,140}?,? (?:and|but)\s*$/,
);

const joiningOnly = ofClause.gate(/^(?:and|but|or)?$/i);
const whichOnly = ofClause.gate(/^\s*,?\s*(?:which|who)\s*$/i);

function readStatements(state: State, start: number, end: number, piece: string): void {
  const { text } = state;
  const modals = modalsIn(piece).map((modal) => ({ ...modal, start: modal.start + start, end: modal.end + start }));
  const times = settled(
    text,
    timesIn(piece).map((time) => ({ ...time, start: time.start + start, end: time.end + start })),
    state.day,
  );
  state.times = times;
  for (const { deadline } of times) if (deadline.kind === 'date') state.day = deadline.date;
  if (readShared(state, start, end, times)) return;
  if (modals.length === 0) {
    const before = state.drafts.length;
    const costs = bareConsequence(piece) !== undefined;
    if (costs || (!readSubjunctive(state, start, end, times) && !readInfinitive(state, start, end, times)))
      readBare(state, start, end, times);
    if (prohibited.test(piece)) for (const draft of state.drafts.slice(before)) draft.deontic = 'must_not';
    return;
  }
  let from = start;
  for (let index = 0; index < modals.length; index++) {
    const modal = modals[index] as Modal;
    const next = modals[index + 1];
    const limit = next === undefined ? end : clauseStart(text, modal.end, next.start);
    if (next !== undefined && limit <= modal.end) continue;
    // Harrow agrees that Ashby may draw: what is agreed to says it all.
    if (
      next !== undefined &&
      / that$/i.test(text.slice(modal.start, modal.end)) &&
      next.start - modal.end < 90 &&
      /^(?:shall|will|must|may)\b/i.test(text.slice(next.start, next.end))
    ) {
      from = modal.end;
      continue;
    }
    const at = subjectFrom(text, from, modal.start, times);
    const avowed = avowal.exec(text.slice(at, modal.start));
    if (avowed !== null) {
      const speaker = readSubject(text, at, at + (avowed[1] as string).length);
      if (speaker.names.length > 0) {
        readBare(state, at, at + avowed[0].replace(/,? (?:and|but)\s*$/, '').length, times, true);
        state.subject = speaker;
        readPredicate(state, modal, {
          subject: speaker,
          named: false,
          from: modal.start,
          subjectAt: modal.start,
          limit,
          times,
          leading: times.filter((time) => time.start >= from && time.end <= at),
        });
        from = limit;
        continue;
      }
    }
    const firstOf = state.drafts.length;
    if (index === 0 && readPresentBefore(state, { at, modal: modal.start, limit }, times)) {
      from = modal.start;
      const { drafts } = state;
      if (drafts.length === firstOf || drafts.at(-1)?.orElse === null) {
        const { subject } = state;
        readPredicate(state, modal, { subject, named: false, from, subjectAt: from, limit, times, leading: [] });
      }
      from = limit;
      continue;
    }
    const effort = efforts.exec(text.slice(modal.start, modal.end));
    if (effort !== null) {
      const by = effort[1];
      const agentAt = by === undefined ? 0 : modal.start + effort[0].lastIndexOf(by);
      const maker = by === undefined ? emptySubject : readSubject(text, agentAt, agentAt + by.length);
      const leading = times.filter((time) => time.start >= from && time.end <= modal.start);
      readPredicate(state, modal, { subject: maker, named: by !== undefined, from, subjectAt: modal.start, limit, times, leading });
      from = limit;
      continue;
    }
    const named = text.slice(at, modal.start).trim() !== '' && !joiningOnly.test(text.slice(at, modal.start).trim());
    if (foundedBefore(state, at, modal.start)) {
      readPredicate(state, modal, {
        subject: { ...emptySubject, phrase: state.drafts.at(-1)?.object ?? null },
        named: true,
        from,
        subjectAt: modal.start,
        limit,
        times,
        leading: [],
      });
      from = limit;
      continue;
    }
    const meant = whichOnly.test(text.slice(at, modal.start)) ? antecedent(text, modal.start) : undefined;
    const subject =
      meant !== undefined
        ? readSubject(text, meant.start, meant.end)
        : named
          ? pronoun(text, from, readSubject(text, at, modal.start), at, modal.start)
          : state.subject;
    if (supposed(text, modal, subject)) {
      from = limit;
      continue;
    }
    // A Party that fails to report by 31 January: the day belongs to the failure.
    const leading = times.filter(
      (time) => time.start >= from && time.end <= modal.start && !(time.start > at && restricted.test(text.slice(at, time.start))),
    );
    const guarantee = guaranteed.exec(text.slice(at, modal.start));
    const guarantor = guarantee === null ? undefined : readSubject(text, at, at + (guarantee[1] as string).length);
    const promised = guarantee === null ? undefined : readSubject(text, at + guarantee[0].length, modal.start);
    readPredicate(state, inverted(text, modal, from), {
      subject: inversion(text, modal, from) ?? promised ?? subject,
      named,
      from,
      subjectAt: guarantee === null ? at : at + guarantee[0].length,
      limit,
      times,
      leading,
      ...(guarantor !== undefined && guarantor.names.length > 0 && { guarantor }),
    });
    if (runsOn(state, limit, end) || consequenceAfter(state, limit, end)) break;
    from = limit;
  }
}

const presentJoint = ofClause.gate(/,? (?:and|but) (?:also |then |therefore |further )?$/);

/**
 * Ashby maintains the gauge and shall report weekly: the present tense before the modal is a statement of its own. If it is a
 * consequence already (is struck off and may not re-tender), what follows it is the second one.
 */
function readPresentBefore(
  state: State,
  { at, modal, limit }: { readonly at: number; readonly modal: number; readonly limit: number },
  times: readonly Time[],
): boolean {
  const { text, drafts } = state;
  const joint = presentJoint.exec(text.slice(at, modal));
  // The two sides exchanged views and agreed to: who did the one does the other.
  const past = joint === null || presentIn.test(text.slice(at, at + joint.index)) ? null : told.exec(text.slice(at, at + joint.index));
  if (past !== null) {
    const teller = readSubject(text, at, at + (past[1] as string).length);
    if (teller.names.length > 0) {
      state.subject = teller;
      return true;
    }
  }
  if (joint === null || !presentIn.test(text.slice(at, at + joint.index))) return false;
  const before = drafts.length;
  readBare(state, at, at + joint.index, times);
  const last = drafts.at(-1);
  if (drafts.length === before || last === undefined) return false;
  if (last.orElse !== null) last.orElse = trimmed(text, modal, limit);
  return true;
}
const told = ofClause.gate(
  /^((?:[Tt]he |[Bb]oth |[Aa]ll )?(?:[\w'’-]+ ){0,4}?[\w'’-]+) (?:[a-z]+ed|met|held|heard|took|gave|saw|made|spoke|drew|brought|found|set|put|reached) (?!(?:to|by|in|under|with|from|at|on)\b)/,
);
const presentIn = ofClause.gate(/ (?:is|are|[a-z]{2,}[^s\W]s|each [a-z]+) /);

/** …or else the Board may enter the land and do the work: what follows “or else” runs to the end, however many modals it holds. */
function runsOn({ text, drafts }: State, limit: number, end: number): boolean {
  const last = drafts.at(-1);
  if (last?.orElse == null || last.orElse.start <= last.aim.end || last.orElse.end < limit - 2) return false;
  if (!elsewise.test(text.slice(last.orElse.start, limit))) return false;
  last.orElse = trimmed(text, last.orElse.start, end);
  return true;
}

/** …shall answer to the Mayor and may be replaced; shall finish by May and pay 800 for each day it runs over: two consequences, or a duty and its own. */
function mergePenalties({ text, drafts }: State, first: number): void {
  for (let index = drafts.length - 1; index > first; index--) {
    const [before, last] = [drafts[index - 1], drafts[index]];
    if (before === undefined || last === undefined || last.orElse === null || last.named) continue;
    if (last.orElse.start !== last.aim.start || /[;.]/.test(text.slice(before.aim.end, last.aim.start))) continue;
    if (before.deontic === 'may' && before.orElse === null) continue;
    before.orElse = trimmed(text, last.aim.start, last.span.end);
    drafts.splice(index, 1);
  }
}

const restricted = ofClause.gate(
  / (?:that|which|who|whose) [^,;]*$|[a-z] (?:not )?(?:[a-z]+ed|made|paid|sent|held|left|due|received|issued|incurred) $/,
);

/** Discharge of ballast water is prohibited. */
const prohibited = ofClause.gate(/\b(?:is|are) (?:strictly |hereby )?(?:prohibited|forbidden|banned|not (?:permitted|allowed))\b/i);

/** Efforts will be made (by both councils) to…: a hedge that names who tries behind it, or nobody. */
const efforts = ofClause.gate(/^(?:[a-z]+ ){0,3}(?:efforts?|endeavou?rs?|attempts?) .*?(?: by (.+))? to$/i);
const guaranteed = ofClause.gate(
  /^(.{1,60}?) (?:hereby |also |further |solemnly )?(?:guarantees?|undertakes?|promises?|pledges?|commits?|ensures?|warrants?) that /i,
);

const isFounded = ofClause.gate(
  /^(.{2,80}?) ((?:is|are|shall be|will be)(?: hereby)? )(established|created|set up|constituted|formed),? (?:and|which) $/i,
);

/** A Secretariat is established and shall be hosted by Ashby: the founding is a statement of its own. */
function foundedBefore(state: State, at: number, end: number): boolean {
  const match = isFounded.exec(state.text.slice(at, end));
  if (match === null) return false;
  const [, name = '', copula = '', verb = ''] = match;
  const start = at + name.length + 1 + copula.length;
  state.drafts.push({
    subject: emptySubject,
    named: false,
    deontic: null,
    hedged: false,
    aim: { start, end: start + verb.length },
    object: { start: at, end: at + name.length },
    time: null,
    indicator: null,
    conditions: [],
    orElse: null,
    span: { start: at, end: start + verb.length },
    passive: true,
    founds: true,
  });
  return true;
}

const weakModal = ofClause.gate(/^(?:may|might|could|can|would)$/i);

/** More could be done, a decision would be premature: what somebody thinks, not what anybody may. */
function supposed(text: string, modal: Modal, subject: Subject): boolean {
  if (!weakModal.test(text.slice(modal.start, modal.end)) || subject.names.length > 0) return false;
  return /^\s+(?:[a-z]+ly |also |in time |well |still )*(?:be (?:premature|desirable|welcome|done|useful|needed|better|worth\w*|possible|necessary|appropriate|helpful|beneficial)|prove|seem|appear|arise|benefit|depend|require|need|help)\b/i.test(
    text.slice(modal.end, modal.end + 50),
  );
}

const endsInPronoun = ofClause.gate(/(?:^|(?<!ing)\s)(?:it|they)$/i);

/** Where a Party is unable to supply the crews it shall pay: `it` is the party of the condition. */
function pronoun(text: string, from: number, subject: Subject, at: number, end: number): Subject {
  const phrase = text.slice(at, end).trim();
  // The Party incurring it is no pronoun.
  const refers = endsInPronoun.test(phrase);
  if (!refers) return subject;
  const party =
    /\b(?:[Ii]f|[Ww]here|[Ww]hen|[Ss]hould|[Ww]henever) ((?:an?|any|the|one|either|each) [A-Za-z]+(?: [A-Z][a-z]+)*|[A-Z]\w+(?: [A-Z]\w+)*) /.exec(
      text.slice(from, end),
    );
  if (party === null) return subject;
  const start = from + party.index + party[0].length - 1 - (party[1] as string).length;
  return readSubject(text, start, start + (party[1] as string).length);
}

/** Start of the clause whose modal is at `modal`: after the last “, and”, “; ” or “ and ” before it. */
function clauseStart(text: string, from: number, modal: number): number {
  const between = text.slice(from, modal);
  const joints = [
    ...between.matchAll(
      /[,;] (?:and|but|while|whereas|with|failing which|or|otherwise)? ?|\b(?:and|but|while|whereas) |\bor (?=(?:the|its|their|any|it|they) )/gi,
    ),
  ];
  for (const joint of joints.reverse()) {
    const after = between.slice(joint.index + joint[0].length);
    const words = after.trim().split(/\s+/).length;
    if (after.trim() === '' || (words <= 9 && !/^(?:if|where|when|by|within)/i.test(after))) {
      // The names of a list belong together: Harrow, Ashby and Millbrook shall.
      const left = between.slice(0, joint.index);
      if (/^[A-Z]/.test(after) && /(?:^|, |and )[A-Z][\w' ]*$/.test(left) && left.trim().split(/\s+/).length <= 3) continue;
      return from + joint.index;
    }
  }
  return joints.length > 0 ? from + (joints[0]?.index ?? 0) : modal;
}

/** Statements of an English clause. */
export function readEnglish(normalised: Normalised, context: ReadingContext): Statement[] {
  const { text } = normalised;
  const state: State = {
    text,
    drafts: [],
    subject: emptySubject,
    deontic: undefined,
    hedged: false,
    trigger: null,
    day: undefined,
    times: [],
    resolved: false,
    ladder: null,
  };
  for (const sentence of sentencesOf(text)) readSentence(state, sentence);
  const statements = state.drafts.map((draft) => finishEnglish(draft, normalised));
  const { parties, members } = partiesOf(text);
  // Nobody has said who anybody is: the common case.
  if (context.parties === undefined && context.members === undefined && parties === none.parties) return statements;
  const known = { parties: { ...parties, ...context.parties }, members: { ...context.members, ...members } };
  return statements.map((statement) => {
    const resolved = resolvedOf(
      statement.attribute.map((name) => name.text),
      known,
    );
    return resolved === undefined ? statement : { ...statement, attributeResolved: resolved };
  });
}
