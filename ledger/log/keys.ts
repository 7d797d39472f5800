/**
 * Which Ed25519 public keys may be registered. A key of low order, or with a part of low order, or written in another
 * way than the one of RFC 8032, lets signatures be read in two ways: verifiers then disagree about what was signed.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from './bytes.ts';

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

/**
 * Verification as Go, OpenSSL and BoringSSL do it: S below the order of the group, and R the very bytes that S and the key give
 * (RFC 8032, 5.1.7, without the factor of eight that the RFC leaves open). With that factor a holder of a key could sign so that
 * some verifiers accept and others refuse. `false` for whatever is no signature or no point.
 */
export function verifyEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  const { Point } = ed25519;
  const r = signature.subarray(0, 32);
  const s = bytesToNumberLE(signature.subarray(32));
  if (s >= Point.Fn.ORDER) return false;
  try {
    const key = Point.fromBytes(publicKey, false);
    const k = Point.Fn.create(bytesToNumberLE(sha512(concatBytes(r, publicKey, message))));
    return equalBytes(Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(k)).toBytes(), r);
  } catch {
    return false;
  }
}
