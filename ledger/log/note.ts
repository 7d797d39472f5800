/**
 * Signed notes (C2SP signed-note): a text and below it lines with signatures. The text counts for nothing until a known
 * key has signed it.
 */
import { concatBytes, fromBase64, toBase64, utf8 } from './bytes.ts';
import { verifyEd25519 } from './keys.ts';
import { type Malformed, malformed } from './malformed.ts';
import { isKeyName, type VerifierKey } from './vkey.ts';

/** Bounds on what is read from others; a checkpoint with dozens of cosignatures has some kilobytes. */
const noteBytesMax = 1_000_000;
const signaturesMax = 100;

export interface NoteSignature {
  readonly name: string;
  readonly id: number;
  /** What the key's algorithm made, without the id. */
  readonly bytes: Uint8Array;
}

export interface Note {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that holds. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** Seconds since 1970 at which a witness signed. */
  readonly timestamp?: number;
}

export type OpenedNote = { readonly text: string; readonly verified: readonly VerifiedSignature[] } | NoteRefusal;

/** Precedence: a note that is none is told before one whose known key does not fit. */
export type NoteRefusal = Malformed | { readonly refusal: 'signatureInvalid'; readonly name: string };

/** `— name base64(id ‖ bytes)` with its newline. */
export function signatureLine({ name, id, bytes }: NoteSignature): string {
  const idBytes = Uint8Array.of(id >>> 24, (id >>> 16) & 0xff, (id >>> 8) & 0xff, id & 0xff);
  return `— ${name} ${toBase64(concatBytes(idBytes, bytes))}\n`;
}

/** One signature line without its newline. */
function parseSignature(line: string): NoteSignature | undefined {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const typed = fromBase64(base64);
  if (dash !== '—' || more.length > 0 || !isKeyName(name) || typed === undefined || typed.length < 5) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = typed;
  return { name, id: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, bytes: typed.slice(4) };
}

/** The signatures of lines that each end in a newline; `firstLine` is where they stand, for the refusal. */
export function parseSignatures(text: string, firstLine = 1): readonly NoteSignature[] | Malformed {
  if (text === '' || !text.endsWith('\n')) return malformed('signature', firstLine);
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > signaturesMax) return malformed('signature', firstLine + signaturesMax);
  const signatures: NoteSignature[] = [];
  for (const [at, line] of lines.entries()) {
    const signature = parseSignature(line);
    if (signature === undefined) return malformed('signature', firstLine + at);
    signatures.push(signature);
  }
  return signatures;
}

/** Takes a note apart without believing it. */
export function parseNote(text: string): Note | Malformed {
  if (text.length > noteBytesMax || !text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/u.test(text)) return malformed('note');
  const parting = text.lastIndexOf('\n\n');
  if (parting < 0) return malformed('note');
  const body = text.slice(0, parting + 1);
  const signatures = parseSignatures(text.slice(parting + 2), body.split('\n').length + 1);
  return 'malformed' in signatures ? signatures : { text: body, signatures };
}

/** What a witness signs of a note at a time, in seconds (C2SP tlog-cosignature, Ed25519). */
export const cosignedText = (text: string, timestamp: number): string => `cosignature/v1\ntime ${timestamp}\n${text}`;

/** Whether the signature was made by the key, whose name and id it bears. */
function verified(text: string, bytes: Uint8Array, key: VerifierKey): VerifiedSignature | undefined {
  if (key.algorithm === 'ed25519') return verifyEd25519(utf8(text), bytes, key.publicKey) ? { key } : undefined;
  if (bytes.length !== 72) return undefined;
  const timestamp = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
  const holds = Number.isSafeInteger(timestamp) && verifyEd25519(utf8(cosignedText(text, timestamp)), bytes.subarray(8), key.publicKey);
  return holds ? { key, timestamp } : undefined;
}

/**
 * Reads a note and checks every signature whose name and id are those of a known key; signatures of others are passed over.
 * One that does not hold spoils the note. `verified` has each key once and may be empty: whether that is enough is for the
 * caller, who must not use the text of a note that nobody known has signed.
 */
export function openNote(text: string, keys: readonly VerifierKey[]): OpenedNote {
  const note = parseNote(text);
  if ('malformed' in note) return note;
  const found = new Map<VerifierKey, VerifiedSignature>();
  for (const { name, id, bytes } of note.signatures) {
    const key = keys.find((known) => known.name === name && known.id === id);
    if (key === undefined) continue;
    const signature = verified(note.text, bytes, key);
    if (signature === undefined) return { refusal: 'signatureInvalid', name };
    const earlier = found.get(key);
    if (earlier === undefined || (signature.timestamp ?? 0) > (earlier.timestamp ?? 0)) found.set(key, signature);
  }
  return { text: note.text, verified: [...found.values()] };
}
