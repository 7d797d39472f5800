/**
 * What an export of a log is: a folder that can be served as it is as a C2SP tlog-tiles log, with the records and a
 * proposed policy beside. Whoever writes one and whoever reads one use this file.
 *
 *     checkpoint            the signed note, cosignatures included
 *     tile/L/N[.p/W]        hashes of the tree of exactly that size
 *     tile/entries/N[.p/W]  leaves
 *     records.jsonl         line i is the record of leaf i, salt included, or {"withheld":true}
 *     attachments/DIGEST    files that records name, as they were handed in
 *     policy                C2SP tlog-policy, as the log proposes it
 */
import { parseTilePath, type TileId, tilePath, tilesFor } from '../log/tiles.ts';

/**
 * A server tells the same lines in parts, one for each bundle of entries, as far as whoever asks may see them:
 *
 *     records/N[.p/W]       lines 256 N … of `records.jsonl`
 *
 * Of what was published, it tells the public the payload with its salt (`payloadLine`).
 */
const recordsFolder = 'records/';
const bundleFolder = 'tile/entries/';

/** Path of the lines that belong to a bundle of entries. */
export function recordsPath(index: number, width: number): string {
  return recordsFolder + tilePath('entries', index, width).slice(bundleFolder.length);
}

/** What such a path asks for; `undefined` unless it is written exactly so. */
export function parseRecordsPath(path: string): { readonly index: number; readonly width: number } | undefined {
  return path.startsWith(recordsFolder) ? parseTilePath(bundleFolder + path.slice(recordsFolder.length)) : undefined;
}

export const checkpointFile = 'checkpoint';
export const recordsFile = 'records.jsonl';
export const policyFile = 'policy';

/** Path of a file that records name. */
export const attachmentFile = (sha256: string): string => `attachments/${sha256}`;

/** Line of a record that the reader of the export may not see, or whose payload was erased: only its leaf is checked. */
export const withheldLine = '{"withheld":true}';

/** In the place of what a server tells to nobody who has not signed in: the keys of offices among it, so that no signature is checked. */
export const signInLine = '{"withheld":true,"signIn":true}';

/** Line of a record of which the public sees what it says, and not who recorded it: its leaf binds the payload by a hash of its own. */
export function payloadLine(payload: unknown, salt: string): string {
  return JSON.stringify({ payload, payloadSalt: salt, only: 'payload' });
}

/** Path and place of every tile and bundle that an export of a log of `size` holds. */
export function* exportTiles(size: number): Generator<{ readonly path: string; readonly tile: TileId; readonly isBundle: boolean }> {
  for (const tile of tilesFor(0, size)) {
    const { level, index, width } = tile;
    yield { path: tilePath(level, index, width), tile, isBundle: false };
    if (level === 0) yield { path: tilePath('entries', index, width), tile, isBundle: true };
  }
}

/** A line of `records.jsonl`, without its newline: the record as it is kept, with the salt that its leaf was made with. */
export function recordLine(record: Readonly<Record<string, unknown>> | object, salt: string): string {
  return JSON.stringify({ ...record, payloadSalt: salt });
}
