/** Checks the log: places in order, tiles as the leaves give them, checkpoints signed and over the roots that are there. */
import { nodeSha256 } from '../crypto/sha256.ts';
import { equalBytes } from '../log/bytes.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import type { Hash } from '../log/hash.ts';
import { CompactRange, leafHash } from '../log/merkle.ts';
import { openNote, parseNote } from '../log/note.ts';
import type { Policy } from '../log/policy.ts';
import { growTiles, type Tile, tileWidth } from '../log/tiles.ts';
import type { Report } from './facts.ts';
import type { CheckpointRow, PlaceRow, TileRow } from './rows.ts';

/**
 * The checkpoint of a note whose every signature holds: that of the log, and those of witnesses that the policy knows. A
 * signature of nobody known cannot be told from one that was altered, so it is refused too.
 */
export function signedCheckpoint(note: string, policy: Policy): Checkpoint | undefined {
  const keys = [...policy.logs, ...policy.witnesses].map(({ key }) => key);
  const [parsed, opened] = [parseNote(note), openNote(note, keys)];
  if ('malformed' in parsed || !('verified' in opened) || opened.verified.length !== parsed.signatures.length) return undefined;
  const checkpoint = parseCheckpoint(opened.text);
  if ('malformed' in checkpoint) return undefined;
  const byLog = opened.verified.some(({ key }) => key.name === checkpoint.origin && policy.logs.some((log) => log.key === key));
  return byLog ? checkpoint : undefined;
}

interface Expected {
  readonly root: Hash;
  readonly at: string;
}

/** Takes the checkpoints, then the places in order, then the tiles in order of level and index. */
export class PlaceCheck {
  readonly #report: Report;
  readonly #signed: (note: string) => Checkpoint | undefined;
  readonly #tree = new CompactRange(nodeSha256);
  readonly #roots = new Map<number, Expected[]>();
  readonly #versions = new Map<string, number>();
  readonly #leaves: Hash[] = [];
  /** A digest of each tile that there should be: all tiles of a nation's log would not fit a memory. */
  readonly #digests = new Map<string, Hash>();
  /** The partial tiles at the right end, by level. */
  readonly #right = new Map<number, Tile>();
  #checkpoints = 0;
  #signedSize = 0;

  constructor(report: Report, signed: (note: string) => Checkpoint | undefined) {
    this.#report = report;
    this.#signed = signed;
  }

  get size(): number {
    return this.#tree.size;
  }

  /** A checkpoint that somebody else kept: of a receipt, of a witness, of an earlier backup. */
  foreign(note: string, at: string): void {
    const checkpoint = this.#signed(note);
    if (checkpoint === undefined) this.#report('checkpointUnsigned', at);
    else this.#expect(checkpoint, at);
  }

  #expect({ size, root }: Checkpoint, at: string): void {
    this.#roots.set(size, [...(this.#roots.get(size) ?? []), { root, at }]);
  }

  checkpoint({ number, size, note }: CheckpointRow): void {
    const at = `ledger.checkpoints ${number}`;
    this.#checkpoints += 1;
    if (number !== this.#checkpoints) this.#report('checkpointMissing', at);
    const checkpoint = this.#signed(note);
    if (checkpoint === undefined) {
      this.#report('checkpointUnsigned', at);
      return;
    }
    if (checkpoint.size !== size || size <= this.#signedSize) this.#report('checkpointNotItsColumns', at);
    this.#signedSize = Math.max(this.#signedSize, size);
    this.#expect(checkpoint, at);
  }

  place({ index, stream_id: streamId, version, leaf }: PlaceRow): void {
    const at = `ledger.sequence ${index}`;
    if (index < this.#tree.size) this.#report('placeRepeated', at);
    else if (index !== this.#tree.size) this.#report('placeMissing', at);
    const last = this.#versions.get(streamId) ?? 0;
    if (version <= last) this.#report('placeRepeated', at);
    else if (version !== last + 1) this.#report('placeOutOfOrder', at);
    this.#versions.set(streamId, version);
    if (leaf === null) {
      this.#report('placeWithoutFact', at);
      return;
    }
    const hash = leafHash(nodeSha256, leaf);
    this.#tree.append(hash);
    this.#leaves.push(hash);
    if (this.#leaves.length === 64 * tileWidth) this.#hash();
    this.#compareRoot(this.#tree.size);
  }

  #compareRoot(size: number): void {
    const expected = this.#roots.get(size);
    if (expected === undefined) return;
    const root = this.#tree.root();
    for (const { root: signed, at } of expected) if (!equalBytes(root, signed)) this.#report('rootDiffers', at);
  }

  #hash(): void {
    const size = this.#tree.size - this.#leaves.length;
    for (const tile of growTiles(nodeSha256, size, [...this.#right.values()], this.#leaves)) {
      this.#digests.set(`${tile.level}/${tile.index}`, nodeSha256(tile.bytes));
      if (tile.width < tileWidth) this.#right.set(tile.level, tile);
      else this.#right.delete(tile.level);
    }
    this.#leaves.length = 0;
  }

  /** After all places. */
  tiles(rows: Iterable<TileRow>): void {
    this.#hash();
    const left = new Set(this.#digests.keys());
    for (const { level, index, hashes } of rows) {
      const [name, at] = [`${level}/${index}`, `ledger.tiles ${level}/${index}`];
      const digest = this.#digests.get(name);
      if (digest === undefined || !left.delete(name)) this.#report('tileUnknown', at);
      else if (!equalBytes(digest, nodeSha256(hashes))) this.#report('tileDiffers', at);
    }
    for (const name of left) this.#report('tileMissing', `ledger.tiles ${name}`);
  }

  /** After all places. */
  end(): void {
    for (const [size, expected] of this.#roots) {
      if (size > this.size) for (const { at } of expected) this.#report('treeTooSmall', at);
    }
    if (this.size > this.#signedSize) this.#report('notSigned', `ledger.sequence ${this.#signedSize}`);
  }
}
