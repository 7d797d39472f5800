/** What an analysis of durations answers: a value, or a refusal that says in both languages what is wrong and what can be done. */
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { RefusalKind } from '../comparison/answer.ts';

/**
 * Why durations cannot be analysed as asked.
 *
 * Reading: those of a table of cases. Data: `negativeTime`, `startNotBefore`, `badEvent`, `nothingLeft`, `noEvents`, `oneRow`.
 * Comparing: `oneGroup`, `tooManyGroups`, `tauTooLate`. Regression: `noCovariates`, `constantCovariate`, `collinear`,
 * `infiniteCoefficient`, `noConvergence`, `tooLarge`. Settings: `badSetting`.
 */
export type SurvivalRefusalKind =
  | Extract<
      RefusalKind,
      'emptyTable' | 'unevenRow' | 'unclosedQuote' | 'duplicateColumn' | 'unknownColumn' | 'notNumber' | 'badSetting' | 'tooLarge'
    >
  | 'negativeTime'
  | 'startNotBefore'
  | 'badEvent'
  | 'nothingLeft'
  | 'noEvents'
  | 'oneRow'
  | 'oneGroup'
  | 'tooManyGroups'
  | 'tauTooLate'
  | 'noCovariates'
  | 'constantCovariate'
  | 'collinear'
  | 'infiniteCoefficient'
  | 'noConvergence';

export interface SurvivalRefusal {
  readonly kind: SurvivalRefusalKind;
  readonly text: Bilingual;
  /** Columns it is about. */
  readonly columns?: readonly string[];
}

export type Refused = { readonly ok: false; readonly refusal: SurvivalRefusal };
export type SurvivalAnswer<T> = { readonly ok: true; readonly value: T } | Refused;

export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused(kind: SurvivalRefusalKind, zh: string, en: string, columns?: readonly string[]): Refused {
  return { ok: false, refusal: { kind, text: { zh, en }, ...(columns && { columns }) } };
}

/** More would take for ever and tell nothing. */
const groupsMax = 200;

/** A refusal if a column that should hold groups holds something else, such as a measure or the names of cases. */
export function tooManyGroups(groups: number): Refused | undefined {
  if (groups <= groupsMax) return undefined;
  return refused(
    'tooManyGroups',
    `有${groups}组，最多${groupsMax}组。请用分组的列，而不是连续的数值或案例名称。`,
    `There are ${groups} groups, at most ${groupsMax} can be told apart. Use a column of groups, not a measure or the names of cases.`,
  );
}

/** What the reader has to know about an answer that was given all the same. */
export interface Notice {
  readonly kind: 'rowsLeftOut' | 'timesMerged' | 'allCensored' | 'oneRow' | 'oneTwoEvents' | 'fewEvents';
  readonly text: Bilingual;
}
