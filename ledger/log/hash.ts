/**
 * Hashing is an argument, so that a server may use its own SHA-256 and a page the portable one. Which of them hashes
 * never changes a result.
 */
import { sha256 as portable } from '@noble/hashes/sha2.js';
import { utf8 } from './bytes.ts';

/** SHA-256 of bytes, or of a text in UTF-8: 32 bytes. May not keep or change what it is given. */
export type Sha256 = (input: Uint8Array | string) => Uint8Array;

/** A SHA-256: 32 bytes. */
export type Hash = Uint8Array;

export const hashLength = 32;

/** SHA-256 that runs everywhere. */
export const portableSha256: Sha256 = (input) => portable(typeof input === 'string' ? utf8(input) : input);

/** SHA-256 of what comes piece by piece, for files that need not stand in memory. Runs everywhere. */
export function runningSha256(): { readonly update: (bytes: Uint8Array) => unknown; readonly digest: () => Hash } {
  return portable.create();
}
