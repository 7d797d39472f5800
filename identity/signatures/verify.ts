/**
 * Is this the signature of that key over these bytes? Needs nothing but the key: it runs in the browser and offline, years
 * later. Never throws; whatever is no signature is `false`.
 */
import { ed25519KeyFault, verifyEd25519 } from '@gongze/ledger/log/keys';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type BatchPlace, signedBytesOf } from './batch.ts';
import type { KeyToRegister } from './bytes.ts';

export interface Signature {
  readonly keyId: string;
  readonly algorithm: string;
  readonly value: string;
}

type PublicKey = Pick<KeyToRegister, 'algorithm' | 'publicKey' | 'rpId' | 'origins'>;

/** What is wrong with a key that somebody wants to register; `undefined` if nothing. */
export function keyFault({ algorithm, publicKey, rpId, origins }: PublicKey): 'encoding' | 'lowOrder' | 'site' | undefined {
  const bytes = fromBase64url(publicKey);
  if (bytes === undefined) return 'encoding';
  if (algorithm !== 'ed25519' && (rpId === undefined || rpId === '' || origins === undefined || origins.length === 0)) return 'site';
  if (algorithm === 'webauthn-es256') return isP256Point(bytes) ? undefined : 'encoding';
  const fault = ed25519KeyFault(bytes);
  if (fault === undefined) return undefined;
  return fault === 'smallOrder' || fault === 'mixedOrder' ? 'lowOrder' : 'encoding';
}

/** Uncompressed only, so that a key has one text. */
function isP256Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  try {
    p256.Point.fromBytes(bytes).assertValidity();
    return true;
  } catch {
    return false;
  }
}

/** Added to the algorithm where the signature is over many acts, and its value says at which place this one stands. */
const inBatch = '-batch';

/**
 * True if the key signed exactly these bytes, by themselves or as one of the acts of a batch (`batch.ts`). A passkey must have
 * verified its user.
 */
export function isSignatureOf(key: PublicKey, bytes: Uint8Array, signature: Signature): boolean {
  if (!signature.algorithm.endsWith(inBatch)) return isSignatureOverall(key, bytes, signature);
  const parts = readJson(signature.value);
  const signed = parts === undefined ? undefined : signedBytesOf(bytes, parts);
  if (parts === undefined || signed === undefined || typeof parts['over'] !== 'string') return false;
  const algorithm = signature.algorithm.slice(0, -inBatch.length);
  return isTouchOver(key, signed, { keyId: signature.keyId, algorithm, value: parts['over'] });
}

/** What was answered lately about signatures over batches: all acts of a batch carry the same one, and a passkey's takes 5 to 20 ms. */
const touches = new Map<string, boolean>();
const TOUCHES_MAX = 64;

/** As `isSignatureOverall`, asked once for the acts of a batch. The answer follows from what names it and from nothing else. */
function isTouchOver(key: PublicKey, bytes: Uint8Array, signature: Signature): boolean {
  const { algorithm, publicKey, rpId, origins } = key;
  const asked = [algorithm, publicKey, rpId, origins, signature.algorithm, signature.value, toBase64url(sha256(bytes))];
  const name = toBase64url(sha256(utf8ToBytes(JSON.stringify(asked))));
  const known = touches.get(name);
  if (known !== undefined) return known;
  const answer = isSignatureOverall(key, bytes, signature);
  touches.set(name, answer);
  const [oldest] = touches.keys();
  if (touches.size > TOUCHES_MAX && oldest !== undefined) touches.delete(oldest);
  return answer;
}

/** The signature over a batch as one of its acts carries it. */
export function signatureAt(place: BatchPlace, { keyId, algorithm, value }: Signature): Signature {
  return { keyId, algorithm: `${algorithm}${inBatch}`, value: JSON.stringify({ ...place, over: value }) };
}

function isSignatureOverall(key: PublicKey, bytes: Uint8Array, { algorithm, value }: Signature): boolean {
  const publicKey = fromBase64url(key.publicKey);
  if (publicKey === undefined || keyFault(key) !== undefined) return false;
  if (key.algorithm === 'ed25519') {
    const signature = fromBase64url(value);
    return algorithm === 'ed25519' && signature !== undefined && verifyEd25519(bytes, signature, publicKey);
  }
  return algorithm === 'webauthn' && isAssertionOf(key, publicKey, bytes, value);
}

interface Assertion {
  readonly authenticatorData: Uint8Array;
  readonly clientDataJSON: Uint8Array;
  readonly signature: Uint8Array;
}

function readJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The value of a WebAuthn signature: JSON with the three parts of the assertion, each in base64url. */
function assertionIn(value: string): Assertion | undefined {
  const parts = readJson(value);
  const [authenticatorData, clientDataJSON, signature] = ['authenticatorData', 'clientDataJSON', 'signature'].map((name) => {
    const part = parts?.[name];
    return typeof part === 'string' ? fromBase64url(part) : undefined;
  });
  if (authenticatorData === undefined || clientDataJSON === undefined || signature === undefined) return undefined;
  return { authenticatorData, clientDataJSON, signature };
}

const USER_PRESENT_AND_VERIFIED = 0b101;

/** WebAuthn Level 3, section 7.2, steps that need no session: challenge, origin, site, flags, signature. */
function isAssertionOf(key: PublicKey, publicKey: Uint8Array, bytes: Uint8Array, value: string): boolean {
  const assertion = assertionIn(value);
  if (assertion === undefined || assertion.authenticatorData.length < 37) return false;
  const { authenticatorData, clientDataJSON, signature } = assertion;
  const client = readJson(new TextDecoder().decode(clientDataJSON));
  if (client?.['type'] !== 'webauthn.get' || client['challenge'] !== challengeOf(bytes)) return false;
  if (client['crossOrigin'] === true || !(key.origins ?? []).includes(String(client['origin']))) return false;
  const site = sha256(utf8ToBytes(key.rpId ?? ''));
  if (!site.every((byte, index) => authenticatorData[index] === byte)) return false;
  const flags = authenticatorData[32] ?? 0;
  if ((flags & USER_PRESENT_AND_VERIFIED) !== USER_PRESENT_AND_VERIFIED) return false;
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON));
  if (key.algorithm === 'webauthn-ed25519') return verifyEd25519(signed, signature, publicKey);
  try {
    return p256.verify(signature, signed, publicKey, { format: 'der', prehash: true, lowS: false });
  } catch {
    return false;
  }
}

/** What a passkey is asked to sign for these bytes: their SHA-256, in base64url. */
export function challengeOf(bytes: Uint8Array): string {
  return toBase64url(sha256(bytes));
}
