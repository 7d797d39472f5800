/**
 * Why a command is refused: a value, never an exception. It says what is missing and what would fulfil it, so that the
 * person who was refused knows what to do next.
 */
export { both } from '../stages/explain.ts';

import type { Bilingual } from '../vocabulary/text.ts';
import type { FactId } from '../vocabulary/ids.ts';

export const refusalCodes = [
  /** The thing the command is about is not in the case. */
  'unknownSubject',
  /** A thing of that name is there already. */
  'alreadyThere',
  /** Dated in the future, or before what it follows. */
  'wrongDate',
  /** On the same day something was recorded that folds after it: the order within the day could not be told. */
  'orderWithinDay',
  /** Whoever acts has no part in it: not a party, not liable, not the planner, not a superior of all. */
  'notEntitled',
  /** Whoever owes or is assessed judges himself. */
  'judgeInOwnCause',
  /** The life-cycle has no such step from where the thing stands. */
  'wrongState',
  /** A step that has to come first. */
  'stepMissing',
  /** Something that the record must hold is not given. */
  'incomplete',
  /** A time limit has run out. */
  'tooLate',
  /** A time limit has not run out yet. */
  'tooEarly',
  /** The same object is under inspection in the same matter. */
  'duplicateSupervision',
  /** The published budget of inspections of the object is used up. */
  'burdenExceeded',
  /** 非必要不干预 does not hold. */
  'necessity',
  /** 自下而上、层层递进: a nearer superior has its turn. */
  'stepwise',
  /** 助其自助 is not provided for. */
  'selfHelp',
] as const;
/** The closed list, in order of precedence: what is told first where several hold. */
export type RefusalCode = (typeof refusalCodes)[number];

/** One thing that is missing, and what would supply it. */
export interface Missing {
  readonly what: Bilingual;
  readonly remedy: Bilingual;
}

export interface Refusal {
  readonly refusal: RefusalCode;
  readonly text: Bilingual;
  readonly remedy: Bilingual;
  /** Where several things are missing at once, each of them. */
  readonly missing: readonly Missing[];
  readonly evidence: readonly FactId[];
  /** An override with a written reason would be accepted, and be visible for ever. */
  readonly overridable: boolean;
}

interface More {
  readonly missing?: readonly Missing[];
  readonly evidence?: readonly FactId[];
  readonly overridable?: boolean;
}

export function refuse(code: RefusalCode, text: Bilingual, remedy: Bilingual, more: More = {}): Refusal {
  return {
    refusal: code,
    text,
    remedy,
    missing: more.missing ?? [],
    evidence: more.evidence ?? [],
    overridable: more.overridable ?? false,
  };
}
