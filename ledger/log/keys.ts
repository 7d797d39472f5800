/**
 * Which Ed25519 public keys may be registered. A key of low order, or with a part of low order, or written in another
 * way than the one of RFC 8032, lets signatures be read in two ways: verifiers then disagree about what was signed.
 */
import { ed25519 } from '@noble/curves/ed25519.js';

export type KeyFault = 'length' | 'encoding' | 'smallOrder' | 'mixedOrder';

/** What is wrong with a public key; `undefined` for one that an honest holder can have. */
export function ed25519KeyFault(publicKey: Uint8Array): KeyFault | undefined {
  if (publicKey.length !== 32) return 'length';
  try {
    // Strict: y below the prime, no negative zero, on the curve.
    const point = ed25519.Point.fromBytes(publicKey, false);
    if (point.isSmallOrder()) return 'smallOrder';
    return point.isTorsionFree() ? undefined : 'mixedOrder';
  } catch {
    return 'encoding';
  }
}

/** Strict verification (RFC 8032, without the leniency of ZIP 215); `false` for whatever is no signature. */
export function verifyEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}
