/** Public keys as C2SP signed-note writes them: `name+id+base64(algorithm ‖ key)`. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, fromBase64, toBase64, utf8 } from './bytes.ts';
import { ed25519KeyFault } from './keys.ts';
import { type Malformed, malformed } from './malformed.ts';

/** `ed25519` signs notes as they are (a log); `cosignature` is the timestamped form of a witness. */
export type NoteAlgorithm = 'ed25519' | 'cosignature';

const algorithmBytes: Readonly<Record<NoteAlgorithm, number>> = { ed25519: 1, cosignature: 4 };

export interface VerifierKey {
  readonly name: string;
  /** The first four bytes of SHA-256(name ‖ LF ‖ algorithm ‖ key). */
  readonly id: number;
  readonly algorithm: NoteAlgorithm;
  readonly publicKey: Uint8Array;
}

/** Names of keys: not empty, no space of Unicode, no `+`, no control character. */
export const isKeyName = (name: string): boolean => name.isWellFormed() && /^[^\s+\u0000-\u001f\u007f\u0085]+$/u.test(name);

function keyId(name: string, typed: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(concatBytes(utf8(`${name}\n`), typed));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

const typedKey = (algorithm: NoteAlgorithm, publicKey: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.of(algorithmBytes[algorithm]), publicKey);

/** The key with its id. Throws a `RangeError` for a name that no key may have. */
export function verifierKey(name: string, algorithm: NoteAlgorithm, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a key: no spaces, no plus`);
  return { name, id: keyId(name, typedKey(algorithm, publicKey)), algorithm, publicKey };
}

export function vkeyText({ name, id, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${id.toString(16).padStart(8, '0')}+${toBase64(typedKey(algorithm, publicKey))}`;
}

/** Reads a vkey. Refused: another algorithm, an id that is not the key's, and a key that `ed25519KeyFault` finds weak. */
export function parseVkey(text: string): VerifierKey | Malformed {
  // Base64 may hold a plus: only the first two part the fields.
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const [, name = '', id = '', base64 = ''] = match ?? [];
  const typed = fromBase64(base64);
  if (typed === undefined || typed.length !== 33 || !isKeyName(name)) return malformed('vkey');
  const algorithm = typed[0] === algorithmBytes.ed25519 ? 'ed25519' : typed[0] === algorithmBytes.cosignature ? 'cosignature' : undefined;
  if (algorithm === undefined || keyId(name, typed) !== Number.parseInt(id, 16)) return malformed('vkey');
  const publicKey = typed.slice(1);
  return ed25519KeyFault(publicKey) === undefined ? verifierKey(name, algorithm, publicKey) : malformed('weakKey');
}
