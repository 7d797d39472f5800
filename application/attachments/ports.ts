/** Where the bytes of attached files are kept, by their digest. */

/** Bytes of one part; the last part of a file may be shorter. */
export const PART_BYTES = 512 * 1024;

/** One file on its way into one case, by one person. Nobody's parts are mixed with somebody else's. */
export interface Arrival {
  readonly caseId: string;
  readonly person: string;
  /** Hex. */
  readonly sha256: string;
}

export interface ArrivalStanding {
  /** True once the whole file was read, hashed and kept. */
  readonly complete: boolean;
  /** Numbers of the parts that are here, from 0. */
  readonly parts: readonly number[];
  /** Length that was announced first. */
  readonly bytes: number;
  /** By its first bytes; known once it is complete. */
  readonly mediaType?: string;
}

/** What a case holds of a file. */
export interface HeldFile {
  readonly bytes: number;
  readonly mediaType: string;
}

/** Looks through a whole file: the name of the malware found in it, or nothing. Throws if it could not look. */
export type ScanFile = (parts: AsyncIterable<Uint8Array>) => Promise<string | undefined>;

export interface Attachments {
  readonly store: AttachmentStore;
  /** Before a file is kept; left out where the operator has no scanner. */
  readonly scan?: ScanFile;
  /** Of one file. */
  readonly bytesMax: number;
}

export interface AttachmentStore {
  /** Announces a file, or tells how far it has come. `undefined`: this person has too much on the way already. */
  readonly begin: (arrival: Arrival, bytes: number, waitingBytesMax: number) => Promise<ArrivalStanding | undefined>;
  readonly standing: (arrival: Arrival) => Promise<ArrivalStanding | undefined>;
  readonly put: (arrival: Arrival, part: number, bytes: Uint8Array) => Promise<void>;
  /** The parts that are here, in their order. */
  readonly arrived: (arrival: Arrival) => AsyncIterable<Uint8Array>;
  /** Throws away what is on its way. */
  readonly discard: (arrival: Arrival) => Promise<void>;
  /**
   * Hashes all parts and keeps them under their digest, once for all cases. `false`: they are not the announced file; all
   * of them are thrown away.
   */
  readonly finish: (arrival: Arrival) => Promise<boolean>;
  /** Which of the files this case holds. They are not cleaned away within the next days. */
  readonly held: (caseId: string, digests: readonly string[]) => Promise<ReadonlyMap<string, HeldFile>>;
  /** The bytes in their order, some at a time; `undefined` where there are none. */
  readonly read: (sha256: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
}
