/** What kind of file the bytes are, by what they are and not by what they are called, and whether it may be opened at all. */
import { watchForDoctype } from './doctype.ts';
import { DOCUMENT_BYTES_MAX, type FileRefusal, refuse, refuseSize, UNPACKED_BYTES_MAX } from './refusal.ts';
import { unpackedBytes, zipEntries } from './zip.ts';

export type FileKind = 'workbook' | 'wordDocument' | 'pdf' | 'text';

export type Opened = { readonly ok: true; readonly kind: FileKind } | FileRefusal;

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);

/** Name of the stream in a compound file that holds an encrypted Office document (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_STREAM = [...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]);

/** Whether the name stands in the bytes; without `Buffer`, because a browser opens files too. */
function holds(bytes: Uint8Array, name: readonly number[]): boolean {
  const [first = 0] = name;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Looks at size and container. Nothing is unpacked into memory here. */
export function openFile(bytes: Uint8Array, bytesMax: number = DOCUMENT_BYTES_MAX): Opened {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > bytesMax) return refuseSize(bytes.length, bytesMax);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse(holds(bytes, ENCRYPTED_STREAM) ? 'encrypted' : 'oldOffice');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { ok: true, kind: 'pdf' };
  return startsWith(bytes, 0x50, 0x4b) ? openZip(bytes) : { ok: true, kind: 'text' };
}

function openZip(bytes: Uint8Array): Opened {
  const entries = zipEntries(bytes);
  if (entries === undefined) return refuse('damaged');
  if (entries.some(({ encrypted }) => encrypted)) return refuse('encrypted');
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i)) return refuse('macros');
  const kind = has(/^xl\/workbook\.xml$/i) ? 'workbook' : has(/^word\/document\.xml$/i) ? 'wordDocument' : undefined;
  if (kind === undefined) return refuse('unknownKind');
  const watch = watchForDoctype();
  const unpacked = unpackedBytes(bytes, entries, UNPACKED_BYTES_MAX, ({ name }, chunk) => watch.show(name, chunk));
  if (unpacked === undefined) return refuse('damaged');
  if (unpacked > UNPACKED_BYTES_MAX) return refuse('expandsTooFar');
  return watch.found() ? refuse('documentType') : { ok: true, kind };
}
