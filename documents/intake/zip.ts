/**
 * The table of contents of a zip container, and what its entries really unpack to. The sizes that a container states are
 * claims of whoever made it, so they are measured before a library is let at the file.
 */
import { Inflate } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; anything else Office does not write. */
  readonly method: number;
  readonly packedBytes: number;
  readonly headerOffset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record with the longest comment that can follow it. */
const END_SPAN = 22 + 0xffff;

/** Entries in order, or `undefined` if the bytes are no complete zip (zip64 included: no document needs it). */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_SPAN); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

const CHUNK = 8 * 1024;

/**
 * Bytes that all entries unpack to, measured; `Infinity` as soon as they pass `bytesMax`, `undefined` for a container that
 * cannot be read. `seen` is shown what every entry holds, piece by piece. Cost: one decompression without keeping anything.
 */
export function unpackedBytes(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  bytesMax: number,
  seen: (entry: ZipEntry, chunk: Uint8Array) => void = () => undefined,
): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (const entry of entries) {
    const { method, packedBytes, headerOffset } = entry;
    if (headerOffset + 30 > bytes.length || view.getUint32(headerOffset, true) !== LOCAL) return undefined;
    const start = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
    const packed = bytes.subarray(start, start + packedBytes);
    if (packed.length < packedBytes) return undefined;
    const show = (chunk: Uint8Array): void => seen(entry, chunk);
    if (method === 0) show(packed);
    const own = method === 0 ? packedBytes : method === 8 ? inflatedBytes(packed, bytesMax - total, show) : undefined;
    if (own === undefined) return undefined;
    total += own;
    if (total > bytesMax) return Number.POSITIVE_INFINITY;
  }
  return total;
}

function inflatedBytes(packed: Uint8Array, bytesMax: number, show: (chunk: Uint8Array) => void): number | undefined {
  let total = 0;
  const inflate = new Inflate((chunk) => {
    total += chunk.length;
    show(chunk);
  });
  try {
    for (let at = 0; at < packed.length && total <= bytesMax; at += CHUNK)
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch {
    return undefined;
  }
  return total;
}
