/** SHA-256 of Node: several times as fast as the portable one on the short inputs of a tree. */
import { hash } from 'node:crypto';
import { type Sha256, hashLength } from '../log/hash.ts';

export const nodeSha256: Sha256 = (input) => {
  const digest = hash('sha256', input, 'buffer');
  // A Buffer slices by reference where other byte arrays copy: nobody should have to know which one came back.
  return new Uint8Array(digest.buffer, digest.byteOffset, hashLength);
};
