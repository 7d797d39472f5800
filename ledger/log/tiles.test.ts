import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { equalBytes, toBase64, utf8 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { frontierOf, inclusionProof, leafHash, nodesOf, rootFromHashes, rootOf } from './merkle.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { openNote, parseNote } from './note.ts';
import {
  decodeEntries,
  encodeEntries,
  growTiles,
  parseTilePath,
  partialTiles,
  type ReadTile,
  type Tile,
  tileNodes,
  tilePath,
  tilesFor,
} from './tiles.ts';
import { parseVkey } from './vkey.ts';

const tessera: { vkey: string; files: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('../testing/vectors/tessera-log.json', import.meta.url), 'utf8'),
);
const fileOf = (path: string): Uint8Array | undefined => {
  const base64 = tessera.files[path];
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
};
const missing = (): Error => new Error('missing tile');

/** Memory of tiles, by path. */
function tileMemory(): { readonly put: (tiles: readonly Tile[]) => void; readonly read: ReadTile; readonly tiles: Map<string, Tile> } {
  const tiles = new Map<string, Tile>();
  return {
    tiles,
    put: (added) => {
      for (const tile of added) tiles.set(tilePath(tile.level, tile.index, tile.width), tile);
    },
    read: async ({ level, index, width }) => tiles.get(tilePath(level, index, width))?.bytes,
  };
}

describe('a log that another program wrote (tessera)', () => {
  test('every checkpoint is signed, and its tiles and entries give its root', async () => {
    const key = parseVkey(tessera.vkey);
    if ('malformed' in key) throw new Error('the published key is refused');
    let checked = 0;
    for (const path of Object.keys(tessera.files).filter((name) => name.startsWith('checkpoint'))) {
      const opened = openNote(Buffer.from(fileOf(path) ?? []).toString(), [key]);
      if (!('verified' in opened)) throw new Error(`${path} is refused`);
      expect(opened.verified).toHaveLength(1);
      const checkpoint = parseCheckpoint(opened.text);
      if ('malformed' in checkpoint) throw new Error(`${path} is no checkpoint`);
      const { size, root } = checkpoint;
      const read: ReadTile = async ({ level, index, width }) => fileOf(tilePath(level, index, width));
      expect(equalBytes(await rootOf(sha256, size, tileNodes(sha256, size, read, missing)), root)).toBe(true);
      const entries = size === 0 ? [] : decodeEntries(fileOf(tilePath('entries', 0, size)) ?? new Uint8Array(), size);
      const leaves = (entries ?? []).map((entry) => leafHash(sha256, entry));
      expect(equalBytes(rootFromHashes(sha256, leaves), root)).toBe(true);
      expect(growTiles(sha256, 0, [], leaves).map(({ bytes }) => toBase64(bytes))).toEqual(
        size === 0 ? [] : [tessera.files[tilePath(0, 0, size)]],
      );
      checked++;
    }
    expect(checked).toBe(17);
  });
  test('its key signed nothing else', () => {
    const key = parseVkey(tessera.vkey);
    const note = Buffer.from(fileOf('checkpoint') ?? []).toString();
    if ('malformed' in key) throw new Error('the published key is refused');
    expect(openNote(note.replace('\n15\n', '\n16\n'), [key])).toEqual({ refusal: 'signatureInvalid', name: key.name });
    expect(parseNote(note)).not.toHaveProperty('malformed');
  });
});

describe('paths', () => {
  test('are those of the specification', () => {
    expect(tilePath(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath('entries', 1_234_067, 8)).toBe('tile/entries/x001/x234/067.p/8');
    expect(tilePath(63, 0, 1)).toBe('tile/63/000.p/1');
    expect(tilePath(1, 1000, 256)).toBe('tile/1/x001/000');
  });
  test('are read back, and nothing else is read', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('entries' as const), fc.nat(63)),
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parseTilePath(tilePath(level, index, width))).toEqual({ level, index, width });
        },
      ),
    );
    for (const path of [
      'tile/64/000',
      'tile/00/000',
      'tile/0/00',
      'tile/0/0000',
      'tile/0/x000/001',
      'tile/0/001/002',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/000.p/257',
      'tile/0/000/',
      '/tile/0/000',
      'tile/-1/000',
      'tile/0/x999/x999/x999/x999/x999/999',
    ]) {
      expect([path, parseTilePath(path)]).toEqual([path, undefined]);
    }
  });
});

describe('which tiles', () => {
  test('a tree of 70,000 has, as in the specification', () => {
    const tiles = tilesFor(0, 70_000);
    const count = (level: number, width: (value: number) => boolean): number =>
      tiles.filter((tile) => tile.level === level && width(tile.width)).length;
    expect(count(0, (width) => width === 256)).toBe(273);
    expect(tiles.filter(({ width }) => width < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(count(1, (width) => width === 256)).toBe(1);
    expect(partialTiles(70_000)).toEqual(tiles.filter(({ width }) => width < 256));
    expect(tilesFor(0, 256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(tilesFor(300, 300)).toEqual([]);
  });
  test('a growing tree writes exactly the tiles it lacks, and every root and proof can be read from them', async () => {
    const leaves = Array.from({ length: 66_000 }, (_, at) => leafHash(sha256, utf8(`${at}`)));
    const memory = tileMemory();
    let size = 0;
    for (const next of [1, 2, 255, 256, 257, 300, 511, 512, 513, 1024, 65_535, 65_536, 65_537, 66_000]) {
      const right = partialTiles(size).map((tile) => ({
        ...tile,
        bytes: memory.tiles.get(tilePath(tile.level, tile.index, tile.width))?.bytes,
      }));
      const grown = growTiles(sha256, size, right as Tile[], leaves.slice(size, next));
      expect(grown.map(({ bytes: _bytes, ...id }) => id)).toEqual(tilesFor(size, next));
      memory.put(grown);
      size = next;
      const read = tileNodes(sha256, size, memory.read, missing);
      const root = rootFromHashes(sha256, leaves.slice(0, size));
      expect(equalBytes(await rootOf(sha256, size, read), root)).toBe(true);
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        const proof = await inclusionProof(sha256, index, size, read);
        expect(verifyInclusion(sha256, { index, size, leaf: leaves[index] as Uint8Array, proof, root })).toBe(true);
      }
    }
    const nodes = frontierOf(size);
    expect(await tileNodes(sha256, size, memory.read, missing)(nodes)).toEqual(await nodesOf(sha256, leaves)(nodes));
    await expect(tileNodes(sha256, size, async () => undefined, missing)(nodes)).rejects.toThrow('missing tile');
    await expect(tileNodes(sha256, size, async () => new Uint8Array(31), missing)(nodes)).rejects.toThrow('missing tile');
    expect(() => growTiles(sha256, 5, [], leaves.slice(0, 1))).toThrow('right end');
  });
});

describe('entry bundles', () => {
  test('give back their entries, the longest and the empty one too', () => {
    const entries = [new Uint8Array(), new Uint8Array(65_535).fill(7), utf8('五')];
    expect(decodeEntries(encodeEntries(entries), 3)).toEqual(entries);
    expect([...encodeEntries([utf8('ab')])]).toEqual([0, 2, 97, 98]);
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow('65536');
  });
  test('are refused when cut, lengthened or of another count', () => {
    const bundle = encodeEntries([utf8('abc'), utf8('de')]);
    for (let length = 0; length < bundle.length; length++) expect(decodeEntries(bundle.slice(0, length), 2)).toBeUndefined();
    expect(decodeEntries(bundle, 1)).toBeUndefined();
    expect(decodeEntries(bundle, 3)).toBeUndefined();
    expect(decodeEntries(Uint8Array.of(...bundle, 0), 2)).toBeUndefined();
  });
});
