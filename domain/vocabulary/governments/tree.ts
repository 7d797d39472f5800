/**
 * Tree of tiers of government, on a date. Rank is not tier: 西安 is 副省级 by rank and prefecture-level by tier;
 * only the tier decides who is above whom.
 */
import type { IsoDate } from '../dates.ts';
import type { GovernmentCode } from '../ids.ts';
import type { Bilingual } from '../text.ts';

export type Tier = 'centre' | 'province' | 'prefecture' | 'county' | 'zone';

export interface Government {
  readonly code: GovernmentCode;
  readonly name: Bilingual;
  readonly tier: Tier;
  /** Bureaucratic rank where it differs from the tier, e.g. 副省级. */
  readonly rank?: Bilingual;
  readonly validFrom?: IsoDate;
  /** Last day on which it existed. */
  readonly validTo?: IsoDate;
  /** Parents with the day from which each holds; the first holds from the beginning. */
  readonly parents: readonly { readonly code: GovernmentCode; readonly from?: IsoDate }[];
  /** Governments on whose territory a zone lies, without being under all of them. */
  readonly spans?: readonly GovernmentCode[];
}

export type Relation = 'same' | 'superior' | 'subordinate' | 'siblings' | 'unrelated';

export interface GovernmentTree {
  readonly id: string;
  readonly vintage: string;
  readonly root: GovernmentCode;
  readonly get: (code: GovernmentCode) => Government | undefined;
  readonly all: () => Iterable<Government>;
  /** The government directly above on that day; `undefined` for the root and for unknown codes. */
  readonly parentOf: (code: GovernmentCode, on: IsoDate) => GovernmentCode | undefined;
  /** Lowest government above every party (a party is not above itself); `undefined` if a party is unknown or the root. */
  readonly nearestCommonSuperior: (parties: readonly GovernmentCode[], on: IsoDate) => GovernmentCode | undefined;
  /** Nearest common superior first, then each government above it up to the root. Empty if there is none. */
  readonly ladder: (parties: readonly GovernmentCode[], on: IsoDate) => readonly GovernmentCode[];
  /** What `a` is to `b`: superior = above it at any distance, siblings = same parent. */
  readonly relation: (a: GovernmentCode, b: GovernmentCode, on: IsoDate) => Relation;
}
