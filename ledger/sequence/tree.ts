/** The tree as the store has it: how it grows, and whether what was written is what should stand there. */
import { equalBytes } from '../log/bytes.ts';
import type { Hash, Sha256 } from '../log/hash.ts';
import { CompactRange, consistencyProof, frontierOf, leafHash, type ReadNodes, rootOf } from '../log/merkle.ts';
import { verifyConsistency } from '../log/merkle-verify.ts';
import { growTiles, partialTiles, type Tile, tileNodes } from '../log/tiles.ts';
import { LedgerFault } from '../fault.ts';
import type { LogStore, PendingLeaf } from './ports.ts';

/** The log does not hold what it has to: nothing more is signed until a person has looked. */
export function brokenLog(en: string, zh: string): LedgerFault {
  return new LedgerFault({
    en: `The log is not what it was: ${en} Nothing is signed any more; facts are still recorded. Run gongze fsck.`,
    zh: `日志与先前不一致：${zh}不再签署任何检查点；事实仍可记录。请运行 gongze fsck。`,
  });
}

/** Hashes of subtrees of the tree of `size`, read from the tiles of the store. */
export function nodesIn(sha256: Sha256, logStore: LogStore, size: number): ReadNodes {
  const read = async ({ level, index, width }: { level: number; index: number; width: number }): Promise<Uint8Array | undefined> =>
    await logStore.readTile(level, index, width);
  return tileNodes(sha256, size, read, ({ level, index, width }) =>
    brokenLog(`tile ${level}/${index} with ${width} hashes is missing.`, `缺少瓦片 ${level}/${index}（${width} 个哈希）。`),
  );
}

export interface Tree {
  readonly size: number;
  readonly root: Hash;
}

/** The right edge of the tree in the store, from its tiles. */
export async function openTree(sha256: Sha256, logStore: LogStore, size: number): Promise<CompactRange> {
  return new CompactRange(sha256, size, size === 0 ? [] : await nodesIn(sha256, logStore, size)(frontierOf(size)));
}

export async function rootAt(sha256: Sha256, logStore: LogStore, size: number): Promise<Hash> {
  return await rootOf(sha256, size, nodesIn(sha256, logStore, size));
}

/** The tiles that `leaves` add to a tree of `size`. */
export async function grownTiles(sha256: Sha256, logStore: LogStore, size: number, leaves: readonly PendingLeaf[]): Promise<Tile[]> {
  const right = await Promise.all(
    partialTiles(size).map(async (tile) => {
      const bytes = await logStore.readTile(tile.level, tile.index, tile.width);
      if (bytes === undefined) throw brokenLog(`tile ${tile.level}/${tile.index} is missing.`, `缺少瓦片 ${tile.level}/${tile.index}。`);
      return { ...tile, bytes };
    }),
  );
  return growTiles(
    sha256,
    size,
    right,
    leaves.map(({ leaf }) => leafHash(sha256, leaf)),
  );
}

/**
 * Reads the entries behind `tree` and the tiles again and compares: the leaves that are there now give the root that the
 * tiles give, and the tree begins with the one that was signed last. Returns the root of `size`. Throws `brokenLog`.
 */
export async function rereadTree(sha256: Sha256, logStore: LogStore, tree: CompactRange, size: number, signed: Tree): Promise<Hash> {
  for (let from = tree.size; from < size; ) {
    const leaves = await logStore.leavesFrom(from, Math.min(10_000, size - from));
    if (leaves.length === 0) throw brokenLog(`entry ${from} is missing.`, `缺少第 ${from} 条。`);
    for (const { leaf, index } of leaves) {
      if (index !== tree.size) throw brokenLog(`entry ${tree.size} is missing.`, `缺少第 ${tree.size} 条。`);
      tree.append(leafHash(sha256, leaf));
    }
    from = tree.size;
  }
  const root = await rootAt(sha256, logStore, size);
  if (!equalBytes(root, tree.root())) throw brokenLog(`tiles and entries differ at ${size}.`, `瓦片与条目在 ${size} 处不符。`);
  if (signed.size > 0) {
    const proof = await consistencyProof(sha256, signed.size, size, nodesIn(sha256, logStore, size));
    const consistent = verifyConsistency(sha256, { oldSize: signed.size, oldRoot: signed.root, size, root, proof });
    if (!consistent)
      throw brokenLog(`it does not begin with the ${signed.size} entries that were signed.`, `前 ${signed.size} 条与已签署的不符。`);
  }
  return root;
}
