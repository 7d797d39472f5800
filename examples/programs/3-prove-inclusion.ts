/** That an entry is in a log, proved without the rest of the log. `node examples/programs/3-prove-inclusion.ts` */
import { createHash } from 'node:crypto';
import { inclusionProof, leafHash, nodesOf, rootFromHashes } from '@gongze/ledger/log/merkle';
import { verifyInclusion } from '@gongze/ledger/log/merkle-verify';

const sha256 = (input: string | Uint8Array) => new Uint8Array(createHash('sha256').update(input).digest());
const entries = Array.from({ length: 1000 }, (_, number) => new TextEncoder().encode(`fact ${number}`));
const leaves = entries.map((entry) => leafHash(sha256, entry));
const root = rootFromHashes(sha256, leaves);
const index = 617;
const proof = await inclusionProof(sha256, index, leaves.length, nodesOf(sha256, leaves));
const claim = { index, size: leaves.length, leaf: leaves[index] as Uint8Array, proof, root };
console.log(`${proof.length} hashes prove entry ${index} of ${leaves.length}: ${verifyInclusion(sha256, claim)}`);
console.log(`for another entry they prove nothing: ${verifyInclusion(sha256, { ...claim, index: 618 })}`);
