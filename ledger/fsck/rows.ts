/** Rows as the driver gives them. */

export interface StreamRow {
  readonly stream_id: string;
  readonly size: number;
}

export interface CaseRow {
  readonly case_id: string;
  readonly title: string;
  readonly actors: string;
}

export interface FactRow {
  readonly stream_id: string;
  readonly version: number;
  readonly fact_id: string;
  readonly idempotency_key: string;
  readonly body: string;
  readonly payload_hash: string;
  readonly payload_salt: string;
  readonly leaf: Uint8Array;
}

/** A place, with the leaf of the fact that it names; `null` without one. */
export interface PlaceRow {
  readonly index: number;
  readonly stream_id: string;
  readonly version: number;
  readonly leaf: Uint8Array | null;
}

export interface CheckpointRow {
  readonly number: number;
  readonly size: number;
  readonly note: string;
}

export interface TileRow {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/** A part of an attached file. */
export interface AttachmentRow {
  readonly sha256: string;
  readonly part: number;
  readonly bytes: Uint8Array;
}
