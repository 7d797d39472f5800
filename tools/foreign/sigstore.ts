/** A receipt of ours, judged by the verification that npm uses for its own transparency log. */
import { createPublicKey } from 'node:crypto';
import { isMalformed } from '@gongze/ledger/log/malformed';
import { parseProof } from '@gongze/ledger/log/proof';
import { parseReceiptExtra } from '@gongze/ledger/log/receipt';
import type { VerifierKey } from '@gongze/ledger/log/vkey';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';

type Entry = Parameters<typeof verifyTLogInclusion>[0];
type Authorities = Parameters<typeof verifyTLogInclusion>[1];

/** Ed25519 public key in SPKI (RFC 8410). */
function keyObject(publicKey: Uint8Array): ReturnType<typeof createPublicKey> {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  return createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' });
}

/** Throws what the library throws, unless the log's signature and the inclusion proof of the receipt hold. */
export function verifyWithSigstore(receipt: string, log: VerifierKey): void {
  const proof = parseProof(receipt);
  const extra = isMalformed(proof) || proof.extra === undefined ? undefined : parseReceiptExtra(proof.extra);
  if (isMalformed(proof) || extra === undefined) throw new Error('not a receipt with its leaf');
  const keyId = Buffer.alloc(4);
  keyId.writeUInt32BE(log.id);
  // The library reads Rekor's entries; of one it needs the bytes that were hashed, the proof and the checkpoint.
  const entry = {
    logId: { keyId },
    logIndex: String(proof.index),
    canonicalizedBody: Buffer.from(extra.leaf),
    inclusionProof: {
      logIndex: String(proof.index),
      hashes: proof.proof.map((hash) => Buffer.from(hash)),
      checkpoint: { envelope: proof.checkpoint },
    },
  } as unknown as Entry;
  const authorities: Authorities = [
    {
      baseURL: `https://${log.name}`,
      logID: keyId,
      publicKey: keyObject(log.publicKey),
      validFor: { start: new Date(0), end: new Date(8e15) },
    },
  ];
  verifyTLogInclusion(entry, authorities);
}
