/**
 * Hashing is an argument, so that a server may use its own SHA-256 and a page the portable one. Which of them hashes
 * never changes a result.
 */
import { sha256 as portable } from '@noble/hashes/sha2.js';

/** SHA-256 of the bytes: 32 bytes. May not keep or change what it is given. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A SHA-256: 32 bytes. */
export type Hash = Uint8Array;

export const hashLength = 32;

/** SHA-256 that runs everywhere. */
export const portableSha256: Sha256 = (bytes) => portable(bytes);
