/**
 * What kind of file it is, by its first bytes. The name of a file and the word of whoever sends it prove nothing; this
 * neither, but it keeps a program from passing for a picture. Only kinds that no browser would run are told apart:
 * whatever is text, pages and drawings with scripts among them, is plain text.
 */

const starts: readonly (readonly [signature: readonly number[], mediaType: string, at?: number])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x57, 0x45, 0x42, 0x50], 'image/webp', 8],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  [[0x66, 0x74, 0x79, 0x70], 'video/mp4', 4],
  // Documents of the older office programs, and encrypted ones of the newer.
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/x-ole-storage'],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'application/x-7z-compressed'],
  [[0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], 'application/vnd.rar'],
  [[0x1f, 0x8b], 'application/gzip'],
];
const zip = [0x50, 0x4b, 0x03, 0x04];

/** Names of members by which an archive is told from another; the first members carry them. */
const archives: readonly (readonly [member: string, mediaType: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
];

/** Bytes that are enough to tell. */
const HEAD_BYTES = 64 * 1024;

/** UTF-8 without signs that no text has. A sign cut off at the end of the head is no fault. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}

/** `first`: the file, or its first part. */
export function mediaTypeOf(first: Uint8Array): string {
  const head = first.subarray(0, HEAD_BYTES);
  const has = (signature: readonly number[], at = 0): boolean => signature.every((byte, index) => head[at + index] === byte);
  if (has(zip)) {
    const names = new TextDecoder('latin1').decode(head);
    return archives.find(([member]) => names.includes(member))?.[1] ?? 'application/zip';
  }
  return starts.find(([signature, , at]) => has(signature, at))?.[1] ?? (isText(head) ? 'text/plain' : 'application/octet-stream');
}
