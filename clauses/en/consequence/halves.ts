/**
 * The two halves of a sentence: what state of things it speaks of (its condition and its subject) and what it says of it. Cut at the finite
 * verb, also where the subject holds a relative clause.
 */
import { baseForm, verbKind } from '../lexicon.ts';
import { fronted } from './zones.ts';
import { ofClause } from '../gates.ts';
import { gatedMatches, matchesOf } from '../../text/matches.ts';

export interface Halves {
  /** The condition, wherever it stands, and the subject. */
  readonly state: string;
  /** The finite verb and what follows it. */
  readonly rule: string;
  /** The subject alone. */
  readonly subject: string;
  /** The finite verb is a modal, or there is none. */
  readonly modal: string | null;
}

const modals = ofClause.gate(/\b(?:shall|will|must|may|can|cannot|could|would|should)\b/gi);
const copula = ofClause.gate(/\b(?:is|are|has|have|does|do)\b/gi);
const anyWord = /[A-Za-z’'-]+/g;
const related = ofClause.gate(/\b(?:that|which|who|whose|whom|whoever|whichever|whatever)\b/i);
const later = ofClause.gate(
  /,? \b(?:if|where|unless|until|when|whenever|should|in the event|in case|for (?:each|every|any)|for so long as|as long as|so long as|while|once|after|before)\b/i,
);

const participle = ofClause.gate(/^(?:with )?[^,;]{3,60}? (?=[a-z]{2,}ing\b)/i);

/** Where the finite verb of `clause` begins and how long it is; of a clause with a relative clause that of the outer one. */
function finite(clause: string): { readonly at: number; readonly modal: string | null } | undefined {
  const stop = later.exec(clause.slice(8));
  const head = stop === null ? clause : clause.slice(0, 8 + stop.index);
  const relative = related.exec(head);
  for (const form of [modals, copula]) {
    const found = gatedMatches(form, head).filter(({ index }) => relative === null || index > relative.index);
    // …who has not reported shall: the last one is that of the outer clause; …, and its votes are: the first is.
    const match = relative === null ? found[0] : (found[1] ?? (form === modals ? found[0] : undefined));
    if (match !== undefined) return { at: match.index, modal: form === modals ? match[0].toLowerCase() : null };
  }
  // Each breach carrying a payment, a penalty being payable: a participle stands for the verb.
  const loose = participle.exec(head);
  let passed = relative === null;
  let second = false;
  for (const match of matchesOf(anyWord, head)) {
    const word = match[0];
    if (match.index < 3) continue;
    if (related.test(word)) passed = false;
    const base = baseForm(word);
    const verb =
      /^[a-z]+$/.test(word) &&
      !/(?:ed|ing|ly)$/.test(word) &&
      verbKind(base) === 'verb' &&
      (word !== base || /s $/.test(head.slice(0, match.index)));
    if (!verb) continue;
    if (passed || second) return { at: match.index, modal: null };
    second = true;
  }
  return loose === null ? undefined : { at: loose[0].length, modal: null };
}

/** Where the condition in front ends: the first comma with a subject behind it. */
function conditionEnd(text: string): number {
  for (let comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1))
    if (!/^ (?:\d|(?:or|and|if|where|when|unless) )/.test(text.slice(comma + 1))) return comma;
  return -1;
}

export function halvesOf(sentence: string): Halves {
  const text = sentence
    .trim()
    .replace(/^(?:and|but|or|however,?|in such case,?) /i, '')
    .slice(0, 400);
  let state = '';
  let clause = text;
  if (fronted.test(text)) {
    const comma = conditionEnd(text);
    if (comma >= 0) {
      state = text.slice(0, comma);
      clause = text.slice(comma + 1);
    }
  }
  const verb = finite(clause);
  const subject = verb === undefined ? clause : clause.slice(0, verb.at);
  const predicate = verb === undefined ? clause : clause.slice(verb.at);
  const behind = later.exec(predicate);
  return {
    state: `${state} ${subject} ${behind === null ? '' : predicate.slice(behind.index)}`,
    rule: behind === null ? predicate : predicate.slice(0, behind.index),
    subject,
    modal: verb?.modal ?? null,
  };
}
