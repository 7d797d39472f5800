/**
 * Secret Ed25519 keys of logs and witnesses, kept as one line of text: `PRIVATE+KEY+name+id+base64(algorithm ‖ seed)`, the form
 * that Go's `note` package reads and writes.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { concatBytes, fromBase64, toBase64 } from '../log/bytes.ts';
import { isMalformed, type Malformed, malformed } from '../log/malformed.ts';
import type { Signer } from '../log/signer.ts';
import { isKeyName, type NoteAlgorithm, parseVkey, verifierKey, vkeyText } from '../log/vkey.ts';

/** PKCS #8 of an Ed25519 seed: this prefix and the seed (RFC 8410, section 7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

interface SigningKey {
  readonly signer: Signer;
  /** The secret line. */
  readonly secret: string;
}

/** The key that a seed of 32 random bytes makes. Throws a `RangeError` for another length or a name that no key may have. */
export function signingKey(name: string, algorithm: NoteAlgorithm, seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, not ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
  const vkey = vkeyText(verifierKey(name, algorithm, publicKey));
  const algorithmByte = Uint8Array.of(algorithm === 'ed25519' ? 1 : 4);
  const id = vkey.slice(name.length + 1, name.length + 9);
  return {
    signer: { name, vkey, sign: async (bytes) => sign(null, bytes, privateKey) },
    secret: `PRIVATE+KEY+${name}+${id}+${toBase64(concatBytes(algorithmByte, seed))}`,
  };
}

/** Reads a secret line; refused is one whose id is not its key's. */
export function parseSigningKey(line: string): Signer | Malformed {
  const [, name = '', id = '', base64 = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(line.trim()) ?? [];
  const typed = fromBase64(base64);
  if (typed?.length !== 33 || !isKeyName(name) || (typed[0] !== 1 && typed[0] !== 4)) return malformed('vkey');
  const { signer } = signingKey(name, typed[0] === 1 ? 'ed25519' : 'cosignature', typed.slice(1));
  const key = parseVkey(signer.vkey);
  return !isMalformed(key) && key.id === Number.parseInt(id, 16) ? signer : malformed('vkey');
}
