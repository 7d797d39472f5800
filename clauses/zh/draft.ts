/** A statement while it is being read: offsets into the normalised text, turned into pieces of the source at the end. */
import type { Deadline, Deontic, Evidence, Indicator, Span } from '../reading.ts';
import type { Token } from './token.ts';
import type { TimeContext } from './time.ts';

export interface Timed {
  readonly deadline: Deadline;
  readonly span: Span;
}

export interface Draft {
  attribute: readonly Span[];
  lead: Span | null;
  cooperating: readonly Span[];
  deontic: Deontic;
  hedged: boolean;
  aim: Span;
  object: Span | null;
  time: Timed | null;
  indicator: (Omit<Indicator, 'name'> & { readonly name: Span }) | null;
  conditions: Span[];
  orElse: Span | null;
  kind: 'regulative' | 'constitutive';
  span: Span;
  sentence: number;
  evidence: Evidence;
}

export interface Roles {
  lead: Span;
  cooperating: Span[];
}

/** What is known while a clause is read from left to right. */
export interface State {
  readonly text: string;
  readonly words: readonly Token[];
  readonly time: TimeContext;
  readonly drafts: Draft[];
  sentence: number;
  subject: readonly Span[];
  /** Deontic of the subject that is carried over; `undefined` if none was read. */
  deontic: Deontic | undefined;
  hedged: boolean;
  roles: Roles | null;
  /** Time that stood before the subject and holds for the sentence. */
  sentenceTime: Timed | null;
  /** A labelled time before the tasks: 完成时限：2026年11月30日；任务：…. */
  opening?: Timed;
  /** Condition that waits for its statement. */
  conditions: Span[];
  topic: Span | null;
  /** The sentence reports what a meeting thought; only a modal makes a duty of it. */
  reporting: boolean;
  /** Who promised what follows (甲方承诺：…): a bare 不 of theirs is a prohibition. */
  promised: readonly Span[] | undefined;
  /** Where what was read as a whole ends; chunks before it are read already. */
  told: number;
  /** Label that waits for its list: 牵头单位：. */
  label: 'lead' | 'cooperating' | 'time' | undefined;
}
