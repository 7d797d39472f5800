/** One receipt, offline: that the log holds the record, and that the record is the one in hand. */
import type { Checkpoint } from '../log/checkpoint.ts';
import type { Sha256 } from '../log/hash.ts';
import type { LeafHeader, LoggedRecord } from '../log/leaf.ts';
import type { Malformed } from '../log/malformed.ts';
import type { Cosigner, Policy } from '../log/policy.ts';
import { type ProofRefusal, parseProof, verifyProof } from '../log/proof.ts';
import { parseReceiptExtra } from '../log/receipt.ts';
import { isLoggedPayload, madeLeaf, parseRecord } from './records.ts';

/** In order of precedence. */
export type ReceiptRefusal =
  | Malformed
  /** The receipt names no leaf: it can be checked only by the log's own tools. */
  | { readonly refusal: 'leafMissing' }
  | ProofRefusal
  | { readonly refusal: 'recordMalformed' }
  /** Neither the receipt nor the record has the salt, without which the record cannot be compared. */
  | { readonly refusal: 'saltMissing' }
  | { readonly refusal: 'recordDiffers'; readonly header: LeafHeader };

export interface VerifiedReceipt {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly cosigned: readonly Cosigner[];
  readonly header: LeafHeader;
  /** Whether the record itself was compared, or only its place in the log is proved. */
  readonly recordCompared: boolean;
  /** The record is the public's, without the person who recorded: its payload and what the header says were compared, and nothing else. */
  readonly only?: 'payload';
  /** The record, once it was found to be the one that was logged. */
  readonly record?: LoggedRecord;
}

export interface ReceiptInput {
  /** Text of the `.tlog-proof`. */
  readonly receipt: string;
  /** JSON of the record or fact, if it is to be compared. */
  readonly record?: string | undefined;
  readonly policy: Policy;
  readonly sha256: Sha256;
}

export function verifyReceipt({ receipt, record: recordText, policy, sha256 }: ReceiptInput): VerifiedReceipt | ReceiptRefusal {
  const proof = parseProof(receipt);
  if ('malformed' in proof) return proof;
  const extra = proof.extra === undefined ? undefined : parseReceiptExtra(proof.extra);
  if (extra === undefined) return { refusal: 'leafMissing' };
  const proved = verifyProof(sha256, proof, extra.leaf, policy);
  if (!('checkpoint' in proved)) return proved;
  const { checkpoint, cosigned } = proved;
  const found = { index: proof.index, checkpoint, cosigned, header: extra.header };
  if (recordText === undefined) return { ...found, recordCompared: false };
  const parsed = parseRecord(recordText);
  if (parsed === undefined) return { refusal: 'recordMalformed' };
  const salt = parsed.salt ?? extra.salt;
  if (salt === undefined) return { refusal: 'saltMissing' };
  if (madeLeaf(sha256, parsed.record, salt, extra.leaf)) return { ...found, recordCompared: true, record: parsed.record };
  return isPublicPart(sha256, parsed.record, salt, extra.header)
    ? { ...found, recordCompared: true, only: 'payload' }
    : { refusal: 'recordDiffers', header: extra.header };
}

/** A record as the public reads it: what the header tells, and a payload of that hash. In server mode every record has a person. */
function isPublicPart(sha256: Sha256, record: LoggedRecord, salt: string, header: LeafHeader): boolean {
  const { mode, person, actor } = record.recordedBy as { readonly mode?: unknown; readonly person?: unknown; readonly actor?: unknown };
  if (mode !== 'server' || person !== undefined) return false;
  const { streamId: stream, version, id, type, schemaVersion, recordedAt } = record;
  const told = { stream, version, id, type, schemaVersion, recordedAt, actor };
  const isSame = Object.entries(told).every(([name, value]) => value === header[name as keyof LeafHeader]);
  return isSame && isLoggedPayload(sha256, { payload: record.payload, salt }, header);
}
