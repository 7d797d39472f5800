/**
 * Signatures of acts, as a verification tells of them. Whose they are and whether they hold is judged elsewhere
 * (identity/registry/act-check.ts): the check of a log knows leaves and records, not offices.
 */
import type { LeafHeader, LoggedRecord } from '../log/leaf.ts';

export type ActFault =
  /** `unknownKey`: no such key is registered before the act. `notValidThen`: it was revoked before. `wrong`: it signed something else. */
  | { readonly kind: 'signatureBad'; readonly index: number; readonly keyId: string; readonly why: 'unknownKey' | 'notValidThen' | 'wrong' }
  /** An act that binds, recorded by an office, without the signature of the office's actor; or of `author`, for whom it speaks too. */
  | { readonly kind: 'signatureMissing'; readonly index: number; readonly id: string; readonly author?: string }
  /** A record of the registry of keys that claims what it does not show: a key without proof or without a vouching key. */
  | { readonly kind: 'keyUnproved'; readonly index: number; readonly id: string }
  /** An act with a signature that stands earlier in the case already, by its id or by its request: nobody gave it twice. */
  | { readonly kind: 'actTwice'; readonly index: number; readonly id: string }
  /** An act that binds says that it is of local mode or imported, in the log of a server, where offices sign. */
  | { readonly kind: 'modesMixed'; readonly index: number; readonly id: string }
  /** Keys hold nothing that must be erased. Without them nobody can tell whose signatures later acts carry. */
  | { readonly kind: 'keysWithheld'; readonly index: number };

/** An act that binds, of which not everything could be checked. */
export interface UncheckedAct {
  readonly index: number;
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  /** `notTold`: its record is withheld. `authorsUnknown`: its own office signed; what says who else has to is withheld. */
  readonly why: 'notTold' | 'authorsUnknown';
}

/** Acts that bind, and others that carry a signature. */
export interface ActCounts {
  /** With the valid signatures of everybody for whom they speak; acts that do not bind, with valid signatures. */
  readonly signed: number;
  /** Recorded in local mode by one person for anyone: nobody's signature is asked for. */
  readonly unsignedLocal: number;
  /** Brought in from elsewhere: shipped cases, imports. They say so themselves. */
  readonly unsignedImported: number;
  readonly bad: number;
  /** Keys of offices that the log registers. */
  readonly keys: number;
  /** Acts that bind by their kind, of which the signatures could not be checked, or not all of them. */
  readonly unchecked: number;
  /** The first of them, each with the reason. */
  readonly uncheckedActs: readonly UncheckedAct[];
}

/** Follows the log in its order, record by record, each known to be what was logged. */
export interface ActWatch {
  readonly record: (index: number, record: LoggedRecord) => readonly ActFault[];
  readonly withheld: (index: number, header: LeafHeader) => readonly ActFault[];
  readonly counts: () => ActCounts;
}
