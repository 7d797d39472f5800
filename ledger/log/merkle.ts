/**
 * The Merkle tree of RFC 6962: what a root commits to, and who can check it. Section 2.1 of the RFC is the authority;
 * what is hashed here may never change, because roots were signed.
 *
 * A tree is named by its size; `MTH(D[a:b])` is the hash of the entries a … b-1. Sizes and positions are whole numbers up
 * to 2^53 - 1.
 */
import { type Hash, hashLength, type Sha256 } from './hash.ts';

/** A complete subtree: the hash of the entries index × 2^level … (index + 1) × 2^level - 1. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Hashes of complete subtrees, in the order asked for. */
export type ReadNodes = (nodes: readonly TreeNode[]) => Promise<readonly Hash[]>;

/** Entries from … to - 1. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Root of the tree without entries: SHA-256 of nothing. */
export const emptyRoot = (sha256: Sha256): Hash => sha256(new Uint8Array());

/** SHA-256(0x00 ‖ entry). */
export function leafHash(sha256: Sha256, entry: Uint8Array): Hash {
  const input = new Uint8Array(1 + entry.length);
  input.set(entry, 1);
  return sha256(input);
}

const nodeInput = Uint8Array.of(1, ...new Uint8Array(2 * hashLength));

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  // Written over each time: nobody keeps what is hashed, and a new array for each node of a tree costs a third of its hash.
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashLength);
  return sha256(nodeInput);
}

export const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The greatest power of two below `count`, for `count` ≥ 2. */
function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Complete subtrees that make up the entries from … to - 1, greatest first; `from` is 0 or a multiple of the range's span. */
export function completeSubtrees({ from, to }: Range): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let start = from; start < to; ) {
    let level = 0;
    let width = 1;
    while (width * 2 <= to - start) {
      width *= 2;
      level++;
    }
    nodes.push({ level, index: start / width });
    start += width;
  }
  return nodes;
}

/** The subtrees whose hashes, folded from the right, give the root of a tree of this size. */
export const frontierOf = (size: number): TreeNode[] => completeSubtrees({ from: 0, to: size });

/** Folds the hashes of `completeSubtrees` into one. */
export function foldSubtrees(sha256: Sha256, hashes: readonly Hash[]): Hash {
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
}

/** Root of a tree that was read from somewhere. */
export async function rootOf(sha256: Sha256, size: number, read: ReadNodes): Promise<Hash> {
  return size === 0 ? emptyRoot(sha256) : foldSubtrees(sha256, await read(frontierOf(size)));
}

/** The tree over leaf hashes in memory: its root. */
export function rootFromHashes(sha256: Sha256, leaves: readonly Hash[]): Hash {
  const range = new CompactRange(sha256);
  for (const leaf of leaves) range.append(leaf);
  return range.root();
}

/** A tree that grows at its right end and keeps nothing but the hashes of its complete subtrees: at most 53. */
export class CompactRange {
  readonly #sha256: Sha256;
  readonly #hashes: Hash[];
  #size: number;

  /** Starts empty, or at a `size` with the hashes of `frontierOf(size)`. */
  constructor(sha256: Sha256, size = 0, hashes: readonly Hash[] = []) {
    if (frontierOf(size).length !== hashes.length) throw new RangeError('bug: not the frontier of a tree of this size');
    this.#sha256 = sha256;
    this.#size = size;
    this.#hashes = [...hashes];
  }

  get size(): number {
    return this.#size;
  }

  /** Adds the next leaf hash. */
  append(leaf: Hash): void {
    let hash = leaf;
    for (let count = this.#size; count % 2 === 1; count = (count - 1) / 2) {
      const left = this.#hashes.pop();
      if (left === undefined) throw new Error('bug: fewer hashes than the size has bits');
      hash = nodeHash(this.#sha256, left, hash);
    }
    this.#hashes.push(hash);
    this.#size++;
  }

  /** Hashes of `frontierOf(size)`. */
  frontier(): readonly Hash[] {
    return [...this.#hashes];
  }

  root(): Hash {
    return this.#size === 0 ? emptyRoot(this.#sha256) : foldSubtrees(this.#sha256, this.#hashes);
  }
}

/** PATH(index, D[0:size]) of RFC 6962, 2.1.1: the ranges hashed into each element, from the leaf's sibling up. */
function inclusionRanges(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  return index < middle
    ? [...inclusionRanges(index, { from, to: middle }), { from: middle, to }]
    : [...inclusionRanges(index, { from: middle, to }), { from, to: middle }];
}

/** SUBPROOF of RFC 6962, 2.1.2. */
function consistencyRanges(oldSize: number, { from, to }: Range, oldIsComplete: boolean): Range[] {
  if (oldSize === to) return oldIsComplete ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  return oldSize <= middle
    ? [...consistencyRanges(oldSize, { from, to: middle }, oldIsComplete), { from: middle, to }]
    : [...consistencyRanges(oldSize, { from: middle, to }, false), { from, to: middle }];
}

async function hashRanges(sha256: Sha256, ranges: readonly Range[], read: ReadNodes): Promise<Hash[]> {
  const parts = ranges.map(completeSubtrees);
  const hashes = await read(parts.flat());
  let at = 0;
  return parts.map((nodes) => foldSubtrees(sha256, hashes.slice(at, (at += nodes.length))));
}

/** Inclusion proof of the entry at `index` in the tree of `size`: from the leaf's sibling up. Reads once. */
export async function inclusionProof(sha256: Sha256, index: number, size: number, read: ReadNodes): Promise<Hash[]> {
  if (!isSize(index) || !isSize(size) || index >= size) throw new RangeError(`bug: no entry ${index} in a tree of ${size}`);
  return await hashRanges(sha256, inclusionRanges(index, { from: 0, to: size }), read);
}

/** Proof that the tree of `size` begins with the tree of `oldSize`; empty for equal sizes and for the empty tree. */
export async function consistencyProof(sha256: Sha256, oldSize: number, size: number, read: ReadNodes): Promise<Hash[]> {
  if (!isSize(oldSize) || !isSize(size) || oldSize > size) throw new RangeError(`bug: ${oldSize} is no earlier size of ${size}`);
  if (oldSize === 0) return [];
  return await hashRanges(sha256, consistencyRanges(oldSize, { from: 0, to: size }, true), read);
}

/** A reader over all leaf hashes in memory, for small trees and tests. */
export function nodesOf(sha256: Sha256, leaves: readonly Hash[]): ReadNodes {
  const hashOf = ({ level, index }: TreeNode): Hash => {
    if (level > 0) {
      return nodeHash(sha256, hashOf({ level: level - 1, index: index * 2 }), hashOf({ level: level - 1, index: index * 2 + 1 }));
    }
    const leaf = leaves[index];
    if (leaf === undefined) throw new RangeError(`bug: no leaf ${index}`);
    return leaf;
  };
  return async (nodes) => nodes.map(hashOf);
}
