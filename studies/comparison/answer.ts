/** What a study answers: a value, or a refusal that says in both languages what is wrong and what can be done. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';

/**
 * Why a comparison cannot be made as asked.
 *
 * Reading: `emptyTable`, `unevenRow`, `unclosedQuote`, `duplicateCase`, `duplicateColumn`, `nameless`.
 * Choosing: `unknownColumn`, `noConditions`, `doubleCondition`, `outcomeAmongConditions`, `tooManyConditions`, `outcomeNeedsLevel`.
 * Data: `oneCase`, `missingValue`, `notNumber`, `notCalibrated`, `constantOutcome`, `halfMembership`, `tooLarge`.
 * Settings: `badSetting`, `badExpression`, `badAnchors`.
 * Results: `noPositiveRow`, `noNegativeRow`, `tooManyImplicants`, `tooManyRows`.
 */
export type RefusalKind =
  | 'emptyTable'
  | 'unevenRow'
  | 'unclosedQuote'
  | 'duplicateCase'
  | 'duplicateColumn'
  | 'nameless'
  | 'unknownColumn'
  | 'noConditions'
  | 'doubleCondition'
  | 'outcomeAmongConditions'
  | 'tooManyConditions'
  | 'outcomeNeedsLevel'
  | 'oneCase'
  | 'missingValue'
  | 'notNumber'
  | 'notCalibrated'
  | 'constantOutcome'
  | 'halfMembership'
  | 'tooLarge'
  | 'badSetting'
  | 'badExpression'
  | 'badAnchors'
  | 'noPositiveRow'
  | 'noNegativeRow'
  | 'tooManyImplicants'
  | 'tooManyRows';

export interface Refusal {
  readonly kind: RefusalKind;
  readonly text: Bilingual;
  /** Cases and columns it is about, as far as it is about some; at most the first twenty. */
  readonly cells?: readonly { readonly case?: string; readonly column?: string }[];
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refused(
  kind: RefusalKind,
  zh: string,
  en: string,
  cells?: Refusal['cells'],
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { kind, text: { zh, en }, ...(cells && { cells: cells.slice(0, cellsShown) }) } };
}

const cellsShown = 20;
const namesShown = 5;

/** The first few names of a list, and how many more there are. */
export function listed(names: readonly string[]): Bilingual {
  const shown = names.slice(0, namesShown);
  const more = names.length - shown.length;
  return {
    zh: shown.join('、') + (more > 0 ? ` 等${names.length}项` : ''),
    en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

/** Names that occur more than once, each named once. */
export function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}
