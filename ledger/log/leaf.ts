/**
 * What the log says of a record: its header, and two salted hashes that bind all the rest. No name, note or text of a
 * payload enters a leaf, so that what the law wants erased can be erased and the log still holds. The form may never
 * change without a new `v`: leaves that were signed rest on it.
 */
import { canonicalJson } from '@gongze/application/canonical';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from './bytes.ts';
import type { Sha256 } from './hash.ts';

/** What the log needs of a record; facts and registry records both are such. */
export interface LoggedRecord {
  readonly streamId: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly recordedBy: { readonly actor?: string | undefined };
  readonly payload: unknown;
}

/** The header that a leaf shows, with the hashes in hex. */
export interface LeafHeader {
  readonly v: 1;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly actor?: string;
  readonly envelopeHash: string;
  readonly payloadHash: string;
}

export interface Leaf {
  readonly bytes: Uint8Array;
  readonly payloadHash: string;
  readonly envelopeHash: string;
}

/** An entry bundle writes the length of an entry in 16 bits. */
export const leafBytesMax = 65_535;

const saltedHash = (sha256: Sha256, salt: string, value: unknown): string => bytesToHex(sha256(`${salt}${canonicalJson(value)}`));

/** Hash of a payload as its leaf shows it; for whoever has the payload and its salt, and nothing else of the record. */
export const payloadHashOf = (payload: unknown, salt: string, sha256: Sha256): string => saltedHash(sha256, salt, payload);

/**
 * The leaf of a record: UTF-8 of the canonical JSON (RFC 8785) of `LeafHeader`. `payloadHash` is SHA-256 over the salt (its hex
 * digits, as the record carries them) and the canonical JSON of the payload, `envelopeHash` the same over the record without
 * `payload`, `payloadHash` and `payloadSalt`. Throws a `RangeError` for a leaf above 65,535 bytes.
 */
export function leafOf(record: LoggedRecord, salt: string, sha256: Sha256): Leaf {
  const { payload, payloadHash: _hash, payloadSalt: _salt, ...envelope } = record as LoggedRecord & Record<string, unknown>;
  const payloadHash = payloadHashOf(payload, salt, sha256);
  const envelopeHash = saltedHash(sha256, salt, envelope);
  const { streamId: stream, version, id, type, schemaVersion, recordedAt } = record;
  const { actor } = record.recordedBy;
  // In the order of the names, so that this is the canonical form already; every append waits for it.
  const bytes = utf8(JSON.stringify({ actor, envelopeHash, id, payloadHash, recordedAt, schemaVersion, stream, type, v: 1, version }));
  if (bytes.length > leafBytesMax) throw new RangeError(`leaf of ${bytes.length} bytes, at most ${leafBytesMax}`);
  return { bytes, payloadHash, envelopeHash };
}
