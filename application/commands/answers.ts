/** Refusals that several commands share. */
import type { Caller, Verdict } from '../permissions/caller.ts';
import type { Answer } from '../answers.ts';
import { notFound } from '../answers.ts';
import { commandTexts, faultMessage } from '../messages.ts';
import type { RuleRefusal } from './rules.ts';
import { FAULTS_SHOWN_MAX, type InputFault, type PlacelessFault, pointerOf } from '../validation/faults.ts';

/** A case that is not there, or that the caller may not see: the answer is the same. */
export function noSuchCase(caseId: string): Answer<never> {
  return notFound(commandTexts.noSuchCase(caseId));
}

/** True if nobody has signed in. */
export function isAnonymous({ mode, person }: Caller): boolean {
  return mode === 'server' && person === undefined;
}

/** Whoever wants to write says first who he is. */
export function signInFirst(): Answer<never> {
  return { ok: false, problem: { kind: 'unauthenticated', text: commandTexts.unauthenticated } };
}

export function refusalOf({ reason, policies }: Extract<Verdict, { allowed: false }>): Answer<never> {
  return { ok: false, problem: { kind: 'forbidden', text: reason, policies } };
}

/** A fault of a request: its place is its path. */
export function requestInputFault({ kind, path, expected, found }: PlacelessFault): InputFault {
  const pointer = pointerOf(path);
  return { kind, file: '', line: 1, column: 1, path: pointer, expected, found, message: faultMessage(kind, pointer, expected, found) };
}

/** What the domain refuses, with what is missing and what would supply it. */
export function ruleProblem({ index, refusal }: RuleRefusal): Answer<never> {
  const { refusal: code, text, remedy, missing, evidence, overridable } = refusal;
  return { ok: false, problem: { kind: 'refused', text, facts: evidence, rule: { code, index, remedy, missing, overridable } } };
}

export function inputProblem(faults: readonly PlacelessFault[]): Answer<never> {
  const shown = faults.slice(0, FAULTS_SHOWN_MAX).map(requestInputFault);
  return { ok: false, problem: { kind: 'badInput', faults: shown, total: faults.length } };
}
