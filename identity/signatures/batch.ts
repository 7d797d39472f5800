/**
 * Many acts under one signature: an office is asked once, and each act carries what shows that it was among those signed. What is
 * signed is the root of the tree of RFC 6962 over the bytes of the acts, with their number; every act carries the signature with
 * its place and path, so that it is checked alone, without the others. The bytes may never change: signatures rest on them.
 */
import { portableSha256, type Hash } from '@gongze/ledger/log/hash';
import { inclusionProof, leafHash, nodeHash, type ReadNodes, rootFromHashes } from '@gongze/ledger/log/merkle';
import { inclusionRoot } from '@gongze/ledger/log/merkle-verify';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64url, toBase64url } from './base64url.ts';
import { isActBytes } from './bytes.ts';

/** Acts under one signature; a path has at most ten hashes. */
export const BATCH_MAX = 1000;

export interface BatchPlace {
  readonly index: number;
  readonly size: number;
  /** From the sibling of the act up, each in base64url. */
  readonly path: readonly string[];
}

/** `gongze/acts/v1`, the number of acts, and the root: another first line than one act has, so neither passes for the other. */
export function batchBytes(size: number, root: Hash): Uint8Array {
  return utf8ToBytes(`gongze/acts/v1\n${size}\n${bytesToHex(root)}`);
}

/** Reads of the complete subtrees of leaves that are all here; each node is hashed once. */
function readerOf(leaves: readonly Hash[]): ReadNodes {
  const levels: Hash[][] = [[...leaves]];
  for (let below = levels[0] as Hash[]; below.length > 1; ) {
    const level: Hash[] = [];
    for (let at = 0; at + 1 < below.length; at += 2) level.push(nodeHash(portableSha256, below[at] as Hash, below[at + 1] as Hash));
    levels.push(level);
    below = level;
  }
  return async (nodes) => nodes.map(({ level, index }) => levels[level]?.[index] as Hash);
}

/** What is signed for these acts, and the place of each. Throws for none, and for more than `BATCH_MAX`. */
export async function planBatch(
  acts: readonly Uint8Array[],
): Promise<{ readonly bytes: Uint8Array; readonly places: readonly BatchPlace[] }> {
  const size = acts.length;
  if (size === 0 || size > BATCH_MAX) throw new RangeError(`bug: a batch has 1 to ${BATCH_MAX} acts, not ${size}`);
  const leaves = acts.map((act) => leafHash(portableSha256, act));
  const read = readerOf(leaves);
  const places: BatchPlace[] = [];
  for (let index = 0; index < size; index++) {
    const path = await inclusionProof(portableSha256, index, size, read);
    places.push({ index, size, path: path.map(toBase64url) });
  }
  return { bytes: batchBytes(size, rootFromHashes(portableSha256, leaves)), places };
}

/** The bytes that were signed if the act stands at this place; `undefined` if what is given is no place. Never throws. */
export function signedBytesOf(act: Uint8Array, { index, size, path }: Record<string, unknown>): Uint8Array | undefined {
  // A key vouches for a key in its own form: what is signed in a heap is an act, and nothing else.
  if (!isActBytes(act)) return undefined;
  if (typeof index !== 'number' || typeof size !== 'number' || size > BATCH_MAX || !Array.isArray(path) || path.length > 10)
    return undefined;
  const proof = path.map((hash) => (typeof hash === 'string' ? fromBase64url(hash) : undefined));
  if (!proof.every((hash) => hash !== undefined)) return undefined;
  const root = inclusionRoot(portableSha256, { index, size, leaf: leafHash(portableSha256, act), proof });
  return root === undefined ? undefined : batchBytes(size, root);
}
