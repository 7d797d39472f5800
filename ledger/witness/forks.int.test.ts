/**
 * The operator holds the key of the log and rewrites history: changes, drops, adds, swaps entries or puts back an old copy, and
 * signs the result. Every honest witness that cosigned what was rewritten refuses, and everybody who holds a receipt for
 * it finds out, with or without witnesses. `GONGZE_FORKS` says how many forks are tried.
 */
import { expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { equalBytes } from '../log/bytes.ts';
import { leafHash, rootFromHashes } from '../log/merkle.ts';
import { verifyInclusion } from '../log/merkle-verify.ts';
import { judgeCheckpoint } from '../log/policy.ts';
import { parseProof, verifyProof } from '../log/proof.ts';
import { addCheckpointBody, decideCosignature, type WitnessedTree } from '../log/witness.ts';
import { memoryFiles } from '../testing/files.ts';
import { keyOf, logSigner, policyOf, testLog, textEntries } from '../testing/log.ts';
import { compareCheckpoints } from '../verify/consistency.ts';

const forks = Number(process.env['GONGZE_FORKS'] ?? 1000);
const keys = [keyOf(logSigner)];

/** Numbers that look random and are the same in every run (a linear congruential generator; Knuth's MMIX constants). */
function numbersFrom(seed: number): (below: number) => number {
  let state = BigInt(seed) + 0x9e3779b97f4a7c15n;
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % below;
  };
}

interface Fork {
  readonly kind: string;
  /** First entry that is not what it was. */
  readonly at: number;
  readonly entries: readonly Uint8Array[];
}

function rewrite(honest: readonly Uint8Array[], next: (below: number) => number, seed: number): Fork {
  const at = next(honest.length - 1);
  const fresh = textEntries(1, `rewritten ${seed}`);
  const more = textEntries(next(9), `later ${seed}`);
  const kinds: readonly (readonly [string, readonly Uint8Array[]])[] = [
    ['changed', [...honest.slice(0, at), ...fresh, ...honest.slice(at + 1), ...more]],
    ['dropped', [...honest.slice(0, at), ...honest.slice(at + 1), ...more]],
    ['added', [...honest.slice(0, at), ...fresh, ...honest.slice(at), ...more]],
    ['swapped', [...honest.slice(0, at), ...honest.slice(at, at + 2).reverse(), ...honest.slice(at + 2), ...more]],
    ['put back', honest.slice(0, at)],
    ['put back and gone on', [...honest.slice(0, at), ...fresh, ...more]],
  ];
  const [kind, entries] = kinds[next(kinds.length)] as (typeof kinds)[number];
  return { kind, at, entries };
}

/** Whatever sizes and proofs the operator tries, a witness that stands at `tree` must not cosign this note. */
async function expectRefused(fork: ReturnType<typeof testLog>, tree: WitnessedTree, next: (below: number) => number): Promise<void> {
  const size = fork.entries.length;
  const note = await fork.note(size);
  // The size that the witness stands at, if the fork reaches it, and any other.
  const tries = new Set([Math.min(tree.size, size), next(size + 1)]);
  for (const oldSize of tries) {
    const proof = await fork.consistency(oldSize, size);
    const decision = decideCosignature(sha256, addCheckpointBody({ oldSize, proof, note }), keys, () => tree);
    // Only a tree of the same size or larger may be told to go on, and then it is 409 or 422.
    expect([409, 422]).toContain(decision.status);
  }
}

/** A holder of a receipt, shown the fork with all its files: the new checkpoint contradicts the one of the receipt. */
async function expectFound(honest: ReturnType<typeof testLog>, fork: ReturnType<typeof testLog>, { at }: Fork): Promise<void> {
  const size = fork.entries.length;
  const known = judgeCheckpoint(await honest.note(), policyOf(0));
  const present = judgeCheckpoint(await fork.note(size), policyOf(0));
  if (!('checkpoint' in known && 'checkpoint' in present)) throw new Error('bug: the operator can sign');
  const fault = await compareCheckpoints(sha256, known, present, memoryFiles(await fork.files(size)));
  expect(fault?.kind).toBe(size < honest.entries.length ? 'olderThanKnown' : 'inconsistent');
  // No quorum of honest witnesses stands below the fork.
  expect(judgeCheckpoint(await fork.note(size), policyOf(2))).toMatchObject({ refusal: 'quorumMissing' });
  const receipt = parseProof(await honest.receipt(at));
  const entry = honest.entries[at] ?? new Uint8Array();
  if ('malformed' in receipt) throw new Error('bug: a receipt of the honest log');
  expect(verifyProof(sha256, receipt, entry, policyOf(0))).toHaveProperty('checkpoint');
  // The receipt itself still proves what stood there; in the fork it proves nothing.
  const { root } = present.checkpoint;
  expect(verifyInclusion(sha256, { index: at, size, leaf: leafHash(sha256, entry), proof: receipt.proof, root })).toBe(false);
}

test(`${forks} rewritten histories: refused by every honest witness, found by every holder of a receipt`, {
  timeout: 3_600_000,
}, async () => {
  const kinds = new Set<string>();
  for (let seed = 0; seed < forks; seed++) {
    const next = numbersFrom(seed);
    const honest = testLog(textEntries(2 + next(40), `honest ${seed % 50}`));
    const fork = rewrite(honest.entries, next, seed);
    const forked = testLog(fork.entries);
    const sameStart = rootFromHashes(sha256, honest.leaves.slice(0, fork.at));
    expect(equalBytes(rootFromHashes(sha256, forked.leaves.slice(0, fork.at)), sameStart)).toBe(true);
    kinds.add(fork.kind);
    // A witness that had cosigned the whole, or at least the entry that was rewritten.
    const stood = seed % 2 === 0 ? honest.entries.length : fork.at + 1 + next(honest.entries.length - fork.at);
    await expectRefused(forked, { size: stood, root: rootFromHashes(sha256, honest.leaves.slice(0, stood)) }, next);
    await expectFound(honest, forked, fork);
  }
  expect(kinds.size).toBe(6);
});
