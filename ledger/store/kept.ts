/** How a record is kept: its text as handed in, what the store vouches for, and the leaf that the log hashes. */
import { nodeSha256 } from '../crypto/sha256.ts';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { leafOf } from '../log/leaf.ts';

export interface KeptRecord {
  readonly body: string;
  readonly salt: string;
  readonly hash: string;
}

/** A record on its way into the database. */
export interface Keepable extends KeptRecord {
  readonly id: string;
  readonly key: string;
  readonly leaf: Uint8Array;
}

/**
 * Prepares a record for keeping. `salt`: 16 random bytes, hex. A hash that came with it is left out: a store vouches for
 * its own. Throws a `RangeError` for a leaf above 65,535 bytes.
 */
export function keep(record: LedgerRecord, salt: string): Keepable {
  const { payloadHash: _hash, payloadSalt: _salt, ...body } = record;
  const { bytes, payloadHash } = leafOf(record, salt, nodeSha256);
  return { id: record.id, key: record.idempotencyKey, body: JSON.stringify(body), salt, hash: payloadHash, leaf: bytes };
}

/** The record as it was handed in, with salt and hash. */
export function recordOf({ body, salt, hash }: KeptRecord): LedgerRecord {
  return { ...(JSON.parse(body) as LedgerRecord), payloadSalt: salt, payloadHash: hash };
}
