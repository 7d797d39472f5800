/** Builds the tree of the entries again, tile by tile, in memory of the tree's height. */
import { hashLength, type Hash, type Sha256 } from '../log/hash.ts';
import { rootOf } from '../log/merkle.ts';
import { foldTile, type TileId, tileNodes, tileWidth } from '../log/tiles.ts';

export interface BuiltTile extends TileId {
  readonly bytes: Uint8Array;
}

interface Row {
  readonly bytes: Uint8Array;
  width: number;
  index: number;
}

export class TreeBuilder {
  readonly #sha256: Sha256;
  readonly #rows: Row[] = [];
  #size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** Adds the next leaf hash. Returns the tiles that it filled, lowest first; most often none. */
  add(leaf: Hash): readonly BuiltTile[] {
    this.#size++;
    const filled: BuiltTile[] = [];
    let hash = leaf;
    for (let level = 0; ; level++) {
      const row = (this.#rows[level] ??= { bytes: new Uint8Array(tileWidth * hashLength), width: 0, index: 0 });
      row.bytes.set(hash, row.width * hashLength);
      row.width++;
      if (row.width < tileWidth) return filled;
      filled.push({ level, index: row.index, width: tileWidth, bytes: row.bytes.slice() });
      hash = foldTile(this.#sha256, row.bytes, 0, tileWidth);
      row.width = 0;
      row.index++;
    }
  }

  /** The tiles at the right end that are not full. */
  partial(): readonly BuiltTile[] {
    return this.#rows.flatMap(({ bytes, width, index }, level) =>
      width === 0 ? [] : [{ level, index, width, bytes: bytes.slice(0, width * hashLength) }],
    );
  }

  async root(): Promise<Hash> {
    const right = this.partial();
    const read = async ({ level }: TileId): Promise<Uint8Array | undefined> => right.find((tile) => tile.level === level)?.bytes;
    const missing = (): Error => new Error('bug: the right end of a tree holds its frontier');
    return await rootOf(this.#sha256, this.#size, tileNodes(this.#sha256, this.#size, read, missing));
  }
}
