/**
 * Checks of proofs about a tree that one does not hold. Everything here takes what an adversary may have written: sizes
 * that cannot be, hashes of a wrong length, proofs too long or too short are refused, never thrown.
 */
import { equalBytes } from './bytes.ts';
import { type Hash, hashLength, type Sha256 } from './hash.ts';
import { emptyRoot, isSize, nodeHash } from './merkle.ts';

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Entries start … end - 1 of a tree, as a tree of their own (draft-ietf-plants-merkle-tree-certs, section 4). */
export interface Subtree {
  readonly start: number;
  readonly end: number;
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every(({ length }) => length === hashLength);

/** Whether a subtree can stand at this place: `start` is a multiple of the least power of two that is not less than its width. */
export function isSubtree({ start, end }: Subtree): boolean {
  if (!isSize(start) || !isSize(end) || start >= end) return false;
  let span = 1;
  while (span < end - start) span *= 2;
  return start % span === 0;
}

/** The root that the tree of this size has if the leaf stands at `index` by this proof; `undefined` if it cannot (RFC 9162, 2.1.3.2). */
export function inclusionRoot(sha256: Sha256, { index, size, leaf, proof }: Omit<InclusionClaim, 'root'>): Hash | undefined {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, ...proof])) return undefined;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash);
      // At the right edge a subtree without a sibling is carried up as it is.
      while (!isOdd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 ? hash : undefined;
}

/** Whether the leaf stands at `index` of the tree with this size and root. */
export function verifyInclusion(sha256: Sha256, { root, ...claim }: InclusionClaim): boolean {
  const found = inclusionRoot(sha256, claim);
  return found !== undefined && equalBytes(found, root);
}

/** `verifyInclusion` within a subtree. */
export function verifySubtreeInclusion(sha256: Sha256, { start, end }: Subtree, claim: Omit<InclusionClaim, 'size'>): boolean {
  return isSubtree({ start, end }) && verifyInclusion(sha256, { ...claim, index: claim.index - start, size: end - start });
}

/**
 * Whether the tree of `size` begins with the tree of `oldSize` (RFC 9162, 2.1.4.2). From the empty tree nothing follows:
 * `oldSize` 0 is refused, callers that allow it look for themselves.
 */
export function verifyConsistency(sha256: Sha256, { oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  return oldSize > 0 && verifySubtreeConsistency(sha256, { start: 0, end: oldSize }, { subtreeRoot: oldRoot, size, root, proof });
}

/** Whether the tree holds this subtree. A subtree without entries is part of every tree that reaches its place. */
export function verifySubtreeConsistency(
  sha256: Sha256,
  { start, end }: Subtree,
  { subtreeRoot, size, root, proof }: Pick<ConsistencyClaim, 'size' | 'root' | 'proof'> & { readonly subtreeRoot: Hash },
): boolean {
  if (!isSize(start) || !isSize(size) || end > size || !areHashes(proof)) return false;
  if (start === end) return proof.length === 0 && equalBytes(subtreeRoot, emptyRoot(sha256));
  if (!isSubtree({ start, end }) || (proof.length > 0 && subtreeRoot.length !== hashLength)) return false;
  let first = start;
  let last = end - 1;
  let treeLast = size - 1;
  const up = (): void => {
    first = half(first);
    last = half(last);
    treeLast = half(treeLast);
  };
  // Climb to the greatest subtree that both trees share whole.
  if (last === treeLast) while (first !== last) up();
  else while (first !== last && isOdd(last)) up();

  const [given, ...others] = proof;
  const seed = first === last ? subtreeRoot : given;
  if (seed === undefined) return false;
  let subtreeHash = seed;
  let treeHash = seed;
  for (const sibling of first === last ? proof : others) {
    if (treeLast === 0) return false;
    if (isOdd(last) || last === treeLast) {
      if (first < last) subtreeHash = nodeHash(sha256, sibling, subtreeHash);
      treeHash = nodeHash(sha256, sibling, treeHash);
      while (!isOdd(last) && last !== 0) up();
    } else {
      treeHash = nodeHash(sha256, treeHash, sibling);
    }
    up();
  }
  return treeLast === 0 && equalBytes(subtreeHash, subtreeRoot) && equalBytes(treeHash, root);
}
