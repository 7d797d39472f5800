/** What is known while an English clause is read from left to right, and the stretch of text a predicate is read from. */
import type { Deontic, Span } from '../reading.ts';
import type { Draft } from './finish.ts';
import type { Modal } from './modal.ts';
import type { Quantity } from './quantity.ts';
import type { Subject } from './subject.ts';
import type { Time } from './time.ts';

export interface State {
  readonly text: string;
  readonly drafts: Draft[];
  subject: Subject;
  deontic: Deontic | undefined;
  hedged: boolean;
  /** Trigger of the sentence's condition, which measures every statement that has no measure of its own. */
  trigger: Quantity | null;
  /** Times of the sentence that is being read. */
  times: readonly Time[];
  /** The sentence says what was decided: its subjunctive binds. */
  resolved: boolean;
  /** The last date, which “the same date” means. */
  day: string | undefined;
  /** The duty whose consequence is being told in steps, and where the last step ended. */
  ladder: { readonly duty: Draft; readonly end: number } | null;
}

/** Subject of a predicate and where its clause begins and ends. */
export interface Parts {
  readonly subject: Subject;
  readonly named: boolean;
  readonly from: number;
  readonly subjectAt: number;
  readonly limit: number;
  /** Who answers for what others do: the Head of Highways guarantees that potholes will be filled. */
  readonly guarantor?: Subject;
  readonly times: readonly Time[];
  readonly leading: readonly Time[];
}

/** One verb of a predicate with what follows it. */
export interface Range {
  readonly begin: number;
  readonly end: number;
  readonly conditionFrom: number;
  readonly first: boolean;
}

export const emptySubject: Subject = { names: [], lead: null, cooperating: [], negative: false, phrase: null };

/** A modal that is understood and not said. */
export const unsaid = (at: number, deontic: Deontic, hedged = false): Modal => ({ start: at, end: at, deontic, hedged, aims: false });

/** A blank or a mark that parts. */
export const parting = (character: string): boolean =>
  ' ,;:.'.includes(character) || ((character < '!' || character > '~') && /\s/.test(character));

/** The span without blanks and marks at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && parting(text[from] as string)) from++;
  while (to > from && parting(text[to - 1] as string)) to--;
  return { start: from, end: to };
}
