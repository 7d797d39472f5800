import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { utf8 } from './bytes.ts';
import { portableSha256 } from './hash.ts';
import {
  CompactRange,
  consistencyProof,
  emptyRoot,
  frontierOf,
  inclusionProof,
  isSize,
  leafHash,
  nodesOf,
  rootFromHashes,
  rootOf,
} from './merkle.ts';
import { isSubtree, verifyConsistency, verifyInclusion, verifySubtreeConsistency, verifySubtreeInclusion } from './merkle-verify.ts';

interface InclusionVector {
  readonly leafIdx: number;
  readonly treeSize?: number;
  readonly start?: number;
  readonly end?: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}
interface ConsistencyVector {
  readonly size1?: number;
  readonly size2?: number;
  readonly start?: number;
  readonly end?: number;
  readonly size?: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}
interface Vectors {
  readonly inclusion: readonly InclusionVector[];
  readonly subtreeinclusion: readonly InclusionVector[];
  readonly consistency: readonly ConsistencyVector[];
  readonly subtreeconsistency: readonly ConsistencyVector[];
}

const vectors: Vectors = JSON.parse(readFileSync(new URL('../testing/vectors/merkle.json', import.meta.url), 'utf8'));
const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const proofOf = (proof: readonly string[] | null): Uint8Array[] => (proof ?? []).map(bytes);
const whole = (value: number | undefined): number => {
  if (value === undefined) throw new Error('a vector without a number that it needs');
  return value;
};

function inclusionHolds(vector: InclusionVector): boolean {
  const claim = { index: vector.leafIdx, leaf: bytes(vector.leafHash), root: bytes(vector.root), proof: proofOf(vector.proof) };
  return vector.treeSize === undefined
    ? verifySubtreeInclusion(sha256, { start: whole(vector.start), end: whole(vector.end) }, claim)
    : verifyInclusion(sha256, { ...claim, size: vector.treeSize });
}

function consistencyHolds(vector: ConsistencyVector): boolean {
  const { root1, root2 } = vector;
  const proof = proofOf(vector.proof);
  return vector.size1 === undefined
    ? verifySubtreeConsistency(
        sha256,
        { start: whole(vector.start), end: whole(vector.end) },
        { subtreeRoot: bytes(root1), root: bytes(root2), size: whole(vector.size), proof },
      )
    : verifyConsistency(sha256, { oldSize: vector.size1, size: whole(vector.size2), oldRoot: bytes(root1), root: bytes(root2), proof });
}

const leavesOf = (size: number): Uint8Array[] => Array.from({ length: size }, (_, at) => leafHash(sha256, utf8(`entry ${at}`)));

/** MTH as section 2.1 of RFC 6962 writes it, by recursion: slow and plain, the witness for the rest. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return emptyRoot(sha256);
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.concat([Uint8Array.of(1), mth(leaves.slice(0, split)), mth(leaves.slice(split))]));
}

describe('vectors of transparency-dev/merkle', () => {
  test('all 518 are judged as their authors judge them', () => {
    const judged = [
      ...vectors.inclusion.map((vector) => ({ vector, holds: inclusionHolds(vector) })),
      ...vectors.subtreeinclusion.map((vector) => ({ vector, holds: inclusionHolds(vector) })),
      ...vectors.consistency.map((vector) => ({ vector, holds: consistencyHolds(vector) })),
      ...vectors.subtreeconsistency.map((vector) => ({ vector, holds: consistencyHolds(vector) })),
    ];
    expect(judged).toHaveLength(518);
    expect(judged.filter(({ vector, holds }) => holds === vector.wantErr).map(({ vector }) => vector)).toEqual([]);
  });
});

describe('roots', () => {
  test('of the empty tree and of one empty entry are the published ones', () => {
    expect(hex(emptyRoot(sha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(leafHash(sha256, new Uint8Array()))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
  test('are those of the recursive definition for every size to 200, by either SHA-256', async () => {
    const leaves = leavesOf(200);
    for (let size = 0; size <= 200; size++) {
      const some = leaves.slice(0, size);
      const expected = hex(mth(some));
      expect(hex(rootFromHashes(portableSha256, some))).toBe(expected);
      expect(hex(await rootOf(sha256, size, nodesOf(sha256, some)))).toBe(expected);
    }
  });
  test('a compact range goes on from any frontier', async () => {
    const leaves = leavesOf(70);
    for (let size = 0; size <= 70; size++) {
      const read = nodesOf(sha256, leaves);
      const range = new CompactRange(sha256, size, await read(frontierOf(size)));
      for (const leaf of leaves.slice(size)) range.append(leaf);
      expect(hex(range.root())).toBe(hex(mth(leaves)));
      expect(range.frontier()).toHaveLength(frontierOf(70).length);
    }
    expect(() => new CompactRange(sha256, 3, leaves.slice(0, 1))).toThrow('frontier');
  });
});

describe('proofs', () => {
  const leaves = leavesOf(64);
  const read = nodesOf(sha256, leaves);

  test('every leaf is proved in every tree to 64, and nowhere else', async () => {
    for (let size = 1; size <= 64; size++) {
      const root = mth(leaves.slice(0, size));
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(sha256, index, size, read);
        const claim = { index, size, leaf: leaves[index] as Uint8Array, proof, root };
        expect(verifyInclusion(sha256, claim)).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, index: (index + 1) % size })).toBe(size === 1);
        expect(verifyInclusion(sha256, { ...claim, index: index + size })).toBe(false);
        expect(verifyInclusion(sha256, { ...claim, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(sha256, { ...claim, proof: proof.slice(1) })).toBe(false);
      }
    }
    await expect(inclusionProof(sha256, 64, 64, read)).rejects.toThrow('no entry');
  });

  test('every earlier tree is proved for every later one to 64, and no other', async () => {
    for (let size = 1; size <= 64; size++) {
      const root = mth(leaves.slice(0, size));
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = await consistencyProof(sha256, oldSize, size, read);
        const claim = { oldSize, size, oldRoot: mth(leaves.slice(0, oldSize)), root, proof };
        expect(verifyConsistency(sha256, claim)).toBe(true);
        expect(verifyConsistency(sha256, { ...claim, oldRoot: mth(leaves.slice(0, oldSize - 1)) })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, proof: [...proof, root] })).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(sha256, { ...claim, proof: proof.slice(0, -1) })).toBe(false);
      }
    }
    expect(await consistencyProof(sha256, 0, 5, read)).toEqual([]);
    await expect(consistencyProof(sha256, 6, 5, read)).rejects.toThrow('no earlier size');
  });

  test('one changed bit anywhere breaks a proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 64 }), fc.nat(), fc.nat(), async (size, place, bit) => {
        const index = place % size;
        const proof = await inclusionProof(sha256, index, size, read);
        const claim = { index, size, leaf: leaves[index] as Uint8Array, proof, root: mth(leaves.slice(0, size)) };
        const parts = [claim.leaf, claim.root, ...proof].map((part) => new Uint8Array(part));
        const part = parts[bit % parts.length] as Uint8Array;
        part[bit % 32] = (part[bit % 32] as number) ^ (1 << (bit % 8));
        const [leaf, root, ...changed] = parts as [Uint8Array, Uint8Array, ...Uint8Array[]];
        expect(verifyInclusion(sha256, { ...claim, leaf, root, proof: changed })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('every subtree of every tree to 20 is proved, and with another root refused', () => {
    for (let size = 1; size <= 20; size++) {
      const tree = leaves.slice(0, size);
      const root = mth(tree);
      for (let start = 0; start < size; start++) {
        for (let end = start + 1; end <= size; end++) {
          if (!isSubtree({ start, end })) continue;
          const proof = subtreeProof(start, end, tree, true);
          const subtreeRoot = mth(tree.slice(start, end));
          const holds = (claim: { subtreeRoot: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] }): boolean =>
            verifySubtreeConsistency(sha256, { start, end }, { ...claim, size });
          expect(holds({ subtreeRoot, root, proof })).toBe(true);
          const other = mth([...tree, root]);
          expect(holds({ subtreeRoot: other, root, proof })).toBe(false);
          expect(holds({ subtreeRoot, root: other, proof })).toBe(false);
          expect(holds({ subtreeRoot: subtreeRoot.slice(1), root, proof })).toBe(false);
          expect(holds({ subtreeRoot, root, proof: [...proof, other] })).toBe(false);
          for (let index = start; index < end; index++) {
            const within = leaves[index] as Uint8Array;
            expect(verifySubtreeInclusion(sha256, { start, end }, { index, leaf: within, root: other, proof: [] })).toBe(false);
          }
        }
      }
    }
  });

  test('subtrees stand at multiples of the power of two that holds them', () => {
    const standing = (end: number): number[] =>
      Array.from({ length: end }, (_, start) => start).filter((start) => isSubtree({ start, end }));
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(standing)).toEqual([[0], [0, 1], [0, 2], [0, 2, 3], [0, 4], [0, 4, 5], [0, 4, 6], [0, 4, 6, 7]]);
    for (const [start, end] of [
      [1, 1],
      [0, 0],
      [2, 1],
      [-1, 1],
      [0, 0.5],
      [0.5, 1],
      [Number.NaN, 1],
      [0, Number.NaN],
    ] as const) {
      expect(isSubtree({ start, end })).toBe(false);
    }
  });

  test('sizes that cannot be are refused, not thrown, in each place alone', async () => {
    const root = mth(leaves);
    const [leaf] = leaves as [Uint8Array];
    for (const bad of [Number.NaN, -1, 0.5, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(isSize(bad)).toBe(false);
      // Where nothing but the number is wrong: the tree of one entry, and equal trees.
      expect(verifyInclusion(sha256, { index: 0, size: bad, leaf, proof: [], root: leaf })).toBe(false);
      expect(verifyInclusion(sha256, { index: bad, size: 1, leaf, proof: [], root: leaf })).toBe(false);
      expect(verifyConsistency(sha256, { oldSize: bad, oldRoot: root, size: 64, root, proof: [] })).toBe(false);
      expect(verifyConsistency(sha256, { oldSize: 64, oldRoot: root, size: bad, root, proof: [] })).toBe(false);
      const empty = { subtreeRoot: emptyRoot(sha256), root, proof: [] };
      expect(verifySubtreeConsistency(sha256, { start: bad, end: bad }, { ...empty, size: 64 })).toBe(false);
      expect(verifySubtreeConsistency(sha256, { start: 0, end: 0 }, { ...empty, size: bad })).toBe(false);
      await expect(inclusionProof(sha256, bad, 64, read)).rejects.toThrow('no entry');
      await expect(inclusionProof(sha256, 0, bad, read)).rejects.toThrow('no entry');
      await expect(consistencyProof(sha256, bad, 64, read)).rejects.toThrow('no earlier size');
      await expect(consistencyProof(sha256, 1, bad, read)).rejects.toThrow('no earlier size');
    }
    expect(verifySubtreeConsistency(sha256, { start: 65, end: 65 }, { subtreeRoot: emptyRoot(sha256), root, proof: [], size: 64 })).toBe(
      false,
    );
    const short = new Uint8Array(31);
    expect(verifyInclusion(sha256, { index: 0, size: 1, leaf: short, proof: [], root: short })).toBe(false);
    expect(isSize(0) && isSize(Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});

/** SUBTREE_SUBPROOF as section 4.4 of draft-ietf-plants-merkle-tree-certs writes it. */
function subtreeProof(start: number, end: number, tree: readonly Uint8Array[], isKnown: boolean): Uint8Array[] {
  if (start === 0 && end === tree.length) return isKnown ? [] : [mth(tree)];
  let split = 1;
  while (split * 2 < tree.length) split *= 2;
  const [left, right] = [tree.slice(0, split), tree.slice(split)];
  if (end <= split) return [...subtreeProof(start, end, left, isKnown), mth(right)];
  if (split <= start) return [...subtreeProof(start - split, end - split, right, isKnown), mth(left)];
  return [...subtreeProof(0, end - split, right, false), mth(left)];
}
