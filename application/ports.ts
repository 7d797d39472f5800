/** What the use cases need from outside. Server, command line and simulation each supply their own. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';

export type {
  Action,
  Authorizer,
  BodyStanding,
  Caller,
  Claim,
  OtherAction,
  Resource,
  Role,
  Verdict,
} from './permissions/caller.ts';

/** A stream of facts about one case, in order of version. */
export interface StoredCase {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  /** Names of actors that the tree of governments does not hold. */
  readonly actors: Readonly<Record<string, Bilingual>>;
  readonly facts: readonly Fact[];
  /** Version of the last fact; 0 for an empty stream. */
  readonly size: number;
}

export interface CaseSummary {
  readonly caseId: CaseId;
  readonly title: Bilingual;
  readonly size: number;
}

/** Precedence: a duplicate is told before a version that has passed. */
export type AppendRefusal =
  /** Somebody appended first: read again and decide anew. */
  | { readonly refusal: 'versionConflict'; readonly expected: number; readonly actual: number }
  /** The idempotency key, or the id of a fact, is known with another content. */
  | { readonly refusal: 'conflictingDuplicate'; readonly factId: string };

export type AppendResult = { readonly size: number; readonly appended: number } | AppendRefusal;

/**
 * Append-only streams. An acknowledged append is durable. The store writes salt and hash of each payload and returns
 * every fact exactly as it keeps it.
 *
 * The verifiable log attaches behind this port, not inside it: a sealer reads what `append` has committed, in the
 * order of its commit, and keeps the place of each fact in the log in tables of its own. Nothing that is kept here is
 * changed by being sealed, and appending never waits for it.
 */
export interface Store {
  readonly listCases: () => Promise<readonly CaseSummary[]>;
  readonly readCase: (caseId: CaseId) => Promise<StoredCase | undefined>;
  /** Creates the stream, or updates its title and names of actors; never its facts. */
  readonly putCase: (head: Pick<StoredCase, 'caseId' | 'title' | 'actors'>) => Promise<void>;
  /**
   * Appends facts whose versions follow `expectedVersion`. All or nothing. A fact whose idempotency key is already
   * there with the same content is skipped, so that a retry does no harm.
   */
  readonly append: (caseId: CaseId, expectedVersion: number, facts: readonly Fact[]) => Promise<AppendResult>;
  readonly close: () => Promise<void>;
}

export interface Clock {
  /** The civil day where the governments are. */
  readonly today: () => IsoDate;
  /** The instant in UTC, as facts are recorded with it. */
  readonly now: () => string;
}

export const editionNames = ['paper', 'enriched'] as const;
export type EditionName = (typeof editionNames)[number];

/** The view of a history that an edition shows. */
export type SelectEdition = (facts: readonly Fact[], edition: EditionName) => readonly Fact[];
