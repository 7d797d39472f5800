/** Who signs, without saying where the key is: in a file, in a chip, in a test. */
import { concatBytes, utf8 } from './bytes.ts';
import { cosignedText, signatureLine } from './note.ts';
import { parseVkey } from './vkey.ts';

export interface Signer {
  readonly name: string;
  readonly vkey: string;
  /** Ed25519 (RFC 8032) over the bytes: 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

const parsed = new WeakMap<Signer, ReturnType<typeof parseVkey>>();

/** Looked at once: a look at a key costs more than a signature. */
function keyOf(signer: Signer): ReturnType<typeof parseVkey> {
  const known = parsed.get(signer) ?? parseVkey(signer.vkey);
  parsed.set(signer, known);
  return known;
}

function idOf(signer: Signer, algorithm: 'ed25519' | 'cosignature'): number {
  const key = keyOf(signer);
  if ('malformed' in key || key.algorithm !== algorithm) throw new TypeError(`bug: the signer ${signer.name} has no ${algorithm} key`);
  return key.id;
}

/** The signature line of a log under a note's text. */
export async function noteSignature(text: string, signer: Signer): Promise<string> {
  const id = idOf(signer, 'ed25519');
  return signatureLine({ name: signer.name, id, bytes: await signer.sign(utf8(text)) });
}

/** The whole note: text, empty line, signature line. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  return `${text}\n${await noteSignature(text, signer)}`;
}

/** The signature line of a witness, made at `timestamp` in whole seconds since 1970. */
export async function cosignature(text: string, timestamp: number, signer: Signer): Promise<string> {
  const id = idOf(signer, 'cosignature');
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(timestamp));
  const bytes = concatBytes(time, await signer.sign(utf8(cosignedText(text, timestamp))));
  return signatureLine({ name: signer.name, id, bytes });
}
