/** What the use cases need from outside. Server, command line and simulation each supply their own. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { IsoDate } from '@gongze/domain/vocabulary/dates';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import type { LedgerRecord, LoggedRecord, RecordedBy, StoredStream, WritableRegistry } from './ledger/records.ts';

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

/** Title and names of a case. */
export type NewCase = Pick<StoredCase, 'caseId' | 'title' | 'actors'>;
export type CaseHead = NewCase & { readonly size: number };

export interface CasePage {
  readonly after?: CaseId;
  readonly limit?: number;
  readonly ids?: readonly CaseId[];
}

export interface StreamRange {
  readonly after?: number;
  readonly limit?: number;
}

/** When and by whom a title is recorded. */
export interface Recording {
  readonly recordedAt: string;
  readonly recordedBy: RecordedBy;
}

/**
 * Append-only streams. An acknowledged append is durable. The store writes salt, hash and leaf of each record and
 * returns every record exactly as it keeps it. Every decision reads the primary server, under the lock of the stream.
 *
 * Throws `StoreUnavailable` where the database is gone or its disk is full.
 *
 * The verifiable log attaches behind this port: a sequencer takes what was committed and keeps the place of each record
 * in tables of its own. Nothing that is kept here is changed by it, and appending never waits for it.
 */
export interface Store {
  /** By id. `after`: only ids behind that one; `ids`: only these. */
  readonly listCases: (page?: CasePage) => Promise<readonly CaseSummary[]>;
  /** The case without its facts. */
  readonly headOf: (caseId: CaseId) => Promise<CaseHead | undefined>;
  /** The case with its facts; `after`: only those behind that version, where the others are known. Of one moment. */
  readonly readCase: (caseId: CaseId, after?: number) => Promise<StoredCase | undefined>;
  /**
   * Creates a case with its first facts, versions from 1. All or nothing. A retry of what is all there is no refusal; a
   * case that somebody else created is never touched.
   */
  readonly createCase: (
    head: NewCase,
    facts: readonly Fact[],
    recording?: Recording,
  ) => Promise<AppendResult | { readonly refusal: 'caseExists' }>;
  /**
   * Creates the stream, or updates its title and names of actors; never its facts. Where something changed, a
   * `caseNamed` record stands in `registry:cases` afterwards. `recording`: default the store's clock and mode `import`.
   */
  readonly putCase: (head: NewCase, recording?: Recording) => Promise<void>;
  /**
   * Appends facts whose versions follow `expectedVersion`. All or nothing. A fact whose idempotency key is already
   * there with the same content is skipped, so that a retry does no harm.
   */
  readonly append: (caseId: CaseId, expectedVersion: number, facts: readonly Fact[]) => Promise<AppendResult>;
  /** As `append`, for a registry other than that of the cases. It exists, empty, before the first record. */
  readonly appendRecords: (streamId: WritableRegistry, expectedVersion: number, records: readonly LedgerRecord[]) => Promise<AppendResult>;
  /**
   * Records behind version `after` (default 0), at most `limit` (default all), of a case or a registry. `undefined` for
   * a case that was not created.
   */
  readonly readStream: (streamId: string, range?: StreamRange) => Promise<StoredStream | undefined>;
  /** Records of all streams as the log orders them, from index `from`; none that has no place in the log yet. */
  readonly readLog: (from: number, limit: number) => Promise<readonly LoggedRecord[]>;
  readonly close: () => Promise<void>;
}

/** Where a record stands on its way into the log. */
export type Receipt =
  /** Committed, and not yet in a published checkpoint. */
  | { readonly state: 'durable' }
  /** `proof`: a C2SP `tlog-proof`, the text of a `.tlog-proof` file. */
  | { readonly state: 'receipted'; readonly index: number; readonly proof: string };

export interface WitnessHealth {
  readonly name: string;
  /** Instant of its latest cosignature, if there is one. */
  readonly lastCosignedAt: string | undefined;
  /** Size of the tree that it cosigned last. */
  readonly size: number;
}

export interface LogHealth {
  /** Records in the log; those that wait for their place are not counted. */
  readonly size: number;
  /** The last published checkpoint, a signed note. */
  readonly checkpoint: string | undefined;
  readonly witnesses: readonly WitnessHealth[];
  /** Witnesses that have to have answered within the last 15 minutes. */
  readonly quorum: number;
  readonly bindingActsAllowed: boolean;
  /** Since when binding acts are refused. */
  readonly since: string | undefined;
}

/** What the log says to whoever appended, and about itself. */
export interface Receipts {
  /** `undefined` for a record that is not there. */
  readonly receiptFor: (streamId: string, version: number) => Promise<Receipt | undefined>;
  readonly logHealth: () => Promise<LogHealth>;
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
