/**
 * The tree as files that never change (C2SP tlog-tiles): tiles of 256 hashes, eight levels of the tree high, and bundles of
 * entries. Everything that proofs need can be read from them.
 */
import { concatBytes } from './bytes.ts';
import { type Hash, hashLength, type Sha256 } from './hash.ts';
import { isSize, nodeHash, type ReadNodes, type TreeNode } from './merkle.ts';

/** Levels of the tree that one tile stands for. */
export const tileHeight = 8;
/** Hashes of a full tile, entries of a full bundle. */
export const tileWidth = 256;
const tileLevelMax = 63;

/** `width` 256 is a full tile; a narrower one stands at the right end of a tree. */
export interface TileId {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

export interface Tile extends TileId {
  /** Its hashes, one after the other: 32 × width bytes. */
  readonly bytes: Uint8Array;
}

/** A tile's bytes, or `undefined` where there is none. */
export type ReadTile = (tile: TileId) => Promise<Uint8Array | undefined>;

/** How many hashes the level of a tree has, counted in tiles' hashes: floor(size / 256^level). */
const hashesAt = (size: number, level: number): number => Math.floor(size / tileWidth ** level);

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Address of a tile below the log's prefix, as in `tile/1/x001/x234/067.p/8`; level `entries` for a bundle of entries. */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  return `tile/${level}/${indexPath(index)}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** What a path asks for; `undefined` unless it is written exactly as `tilePath` writes it. */
export function parseTilePath(path: string): { level: number | 'entries'; index: number; width: number } | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) return undefined;
  const [, levelText = '', indexText = '', widthText] = match;
  const level = levelText === 'entries' ? 'entries' : Number(levelText);
  const index = Number(indexText.replaceAll(/[x/]/g, ''));
  const width = widthText === undefined ? tileWidth : Number(widthText);
  const known = (level === 'entries' || level <= tileLevelMax) && isSize(index) && width >= 1 && width <= tileWidth;
  return known && tilePath(level, index, width) === path ? { level, index, width } : undefined;
}

/** Width of the tile at this place in a tree of `size`; 0 where there is none. */
export function widthAt(size: number, level: number, index: number): number {
  return Math.max(0, Math.min(tileWidth, hashesAt(size, level) - index * tileWidth));
}

/** All tiles that a tree of `newSize` has and a tree of `oldSize` had not, partial ones included, lowest level first. */
export function tilesFor(oldSize: number, newSize: number): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; hashesAt(newSize, level) > 0; level++) {
    const [before, after] = [hashesAt(oldSize, level), hashesAt(newSize, level)];
    if (before === after) continue;
    for (let index = Math.floor(before / tileWidth); index * tileWidth < after; index++) {
      tiles.push({ level, index, width: widthAt(newSize, level, index) });
    }
  }
  return tiles;
}

/** The partial tiles at the right end of a tree: what `growTiles` has to know of it. */
export function partialTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; hashesAt(size, level) > 0; level++) {
    const width = hashesAt(size, level) % tileWidth;
    if (width > 0) tiles.push({ level, index: Math.floor(hashesAt(size, level) / tileWidth), width });
  }
  return tiles;
}

/** Root of the hashes from … to - 1 of a tile, a power of two in number. */
export function foldTile(sha256: Sha256, tile: Uint8Array, from: number, to: number): Hash {
  if (to - from === 1) return tile.slice(from * hashLength, to * hashLength);
  const middle = (from + to) / 2;
  return nodeHash(sha256, foldTile(sha256, tile, from, middle), foldTile(sha256, tile, middle, to));
}

/**
 * The tiles `tilesFor(size, size + leaves.length)` of a tree that grows by these leaf hashes. `right` are the tree's
 * `partialTiles(size)`.
 */
export function growTiles(sha256: Sha256, size: number, right: readonly Tile[], leaves: readonly Hash[]): Tile[] {
  const tiles: Tile[] = [];
  let added: readonly Hash[] = leaves;
  for (let level = 0; added.length > 0; level++) {
    const before = hashesAt(size, level);
    const partial = right.find((tile) => tile.level === level)?.bytes ?? new Uint8Array();
    if (partial.length !== (before % tileWidth) * hashLength) throw new RangeError(`bug: not the right end of a tree of ${size}`);
    const bytes = concatBytes(partial, ...added);
    const roots: Hash[] = [];
    for (let at = 0; at < bytes.length; at += tileWidth * hashLength) {
      const tile = bytes.slice(at, at + tileWidth * hashLength);
      const index = Math.floor(before / tileWidth) + at / (tileWidth * hashLength);
      tiles.push({ level, index, width: tile.length / hashLength, bytes: tile });
      if (tile.length === tileWidth * hashLength) roots.push(foldTile(sha256, tile, 0, tileWidth));
    }
    added = roots;
  }
  return tiles;
}

/** Where a complete subtree of a tree of `size` is to be found: the tile, and the first and last + 1 of its hashes that it spans. */
function placeOf({ level, index }: TreeNode, size: number): { tile: TileId; from: number; to: number } {
  const tileLevel = Math.floor(level / tileHeight);
  const span = 2 ** (level % tileHeight);
  const first = index * span;
  const tileIndex = Math.floor(first / tileWidth);
  const from = first - tileIndex * tileWidth;
  return { tile: { level: tileLevel, index: tileIndex, width: widthAt(size, tileLevel, tileIndex) }, from, to: from + span };
}

/**
 * Reads complete subtrees of a tree of `size` from its tiles, each tile once a call. Rejects with what `missing` makes of a
 * tile that is not there or has another length than its width asks for.
 */
export function tileNodes(sha256: Sha256, size: number, read: ReadTile, missing: (tile: TileId) => Error): ReadNodes {
  return async (nodes) => {
    const places = nodes.map((node) => placeOf(node, size));
    const wanted = new Map(places.map(({ tile }) => [`${tile.level}/${tile.index}`, tile]));
    const found = new Map<string, Uint8Array>();
    for (const [key, tile] of wanted) {
      const bytes = await read(tile);
      if (bytes?.length !== tile.width * hashLength) throw missing(tile);
      found.set(key, bytes);
    }
    return places.map(({ tile, from, to }) => {
      const bytes = found.get(`${tile.level}/${tile.index}`);
      if (bytes === undefined || to * hashLength > bytes.length) throw new RangeError(`bug: a subtree beyond a tree of ${size}`);
      return foldTile(sha256, bytes, from, to);
    });
  };
}

/** Entries one after the other, each behind its length in two bytes, the higher first. */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`bug: an entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle; `undefined` unless it holds exactly `width` of them and nothing more. */
export function decodeEntries(bundle: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const [high, low] = bundle.subarray(at, at + 2);
    if (high === undefined || low === undefined) return undefined;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries.length === width ? entries : undefined;
}
