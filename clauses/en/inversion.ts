/** Under no circumstances shall Ashby store…: a sentence whose subject stands behind the modal. */
import { ofClause } from './gates.ts';
import type { Modal } from './modal.ts';
import { readSubject, type Subject } from './subject.ts';

const never = ofClause.gate(/^\s*(?:under no circumstances|in no (?:event|case)|at no time|on no account)\s*$/i);

const afterModal = ofClause.gate(/^ ((?:(?:the|any|either|each) )?(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*|[a-z]+(?: of [a-z]+)?)) (?=[a-z])/);

/** Under no circumstances shall Ashby store…: the subject stands after the modal. */
export function inversion(text: string, modal: Modal, from: number): Subject | undefined {
  if (!never.test(text.slice(from, modal.start))) return undefined;
  const name = afterModal.exec(text.slice(modal.end, modal.end + 90));
  if (name === null) return undefined;
  return { ...readSubject(text, modal.end + 1, modal.end + 1 + (name[1] as string).length), negative: true };
}

/** The modal as far as the subject that stands after it. */
export function inverted(text: string, modal: Modal, from: number): Modal {
  if (!never.test(text.slice(from, modal.start))) return modal;
  return { ...modal, end: modal.end + (afterModal.exec(text.slice(modal.end, modal.end + 90))?.[0].length ?? 0) };
}
