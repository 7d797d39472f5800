/** Witnesses that crash and come back, and an operator with the key of the log who tries to have another history cosigned. */
import { nodeSha256 } from '../../crypto/sha256.ts';
import { signingKey } from '../../crypto/signing-key.ts';
import { checkpointText } from '../../log/checkpoint.ts';
import { consistencyProof, leafHash, nodesOf, rootFromHashes } from '../../log/merkle.ts';
import { parseNote } from '../../log/note.ts';
import { cosignature, type Signer, signNote } from '../../log/signer.ts';
import { addCheckpointBody, decideCosignature, parseAddCheckpoint, type WitnessedTree } from '../../log/witness.ts';
import type { MemoryLog } from '../../sequence/memory.ts';
import type { WitnessAnswer, WitnessClient } from '../../sequence/ports.ts';
import { keyOf, logSigner, witnessSigners } from '../log.ts';
import type { Bug } from './bugs.ts';
import type { Network } from './network.ts';
import type { Schedule } from './schedule.ts';

/** A key that no log has. */
const stranger = signingKey(logSigner.name, 'ed25519', new Uint8Array(32).fill(99)).signer;

export interface SimulatedWitness extends WitnessClient {
  /** Largest tree that it ever cosigned, whatever it remembers. */
  readonly witnessed: () => number;
  readonly restart: () => void;
  /** Without the network: what an attacker beside it would get. */
  readonly answer: (body: string) => Promise<WitnessAnswer>;
}

/** What a witness with a bug cosigns without looking. */
function blind(body: string): { text: string } | undefined {
  const request = parseAddCheckpoint(body);
  const note = 'malformed' in request ? request : parseNote(request.note);
  return 'malformed' in note ? undefined : { text: note.text };
}

export function simulatedWitness(
  at: number,
  schedule: Schedule,
  network: Network,
  bug: Bug | undefined,
  cosigned: (text: string) => void,
): SimulatedWitness {
  const signer = witnessSigners[at] as Signer;
  const name = ['shaanxi', '西安', 'xianyang'][at] as string;
  let tree: WitnessedTree | undefined;
  let largest = 0;
  const sign = async (text: string): Promise<WitnessAnswer> => {
    cosigned(text);
    return { kind: 'cosigned', cosignatures: await cosignature(text, Math.floor(schedule.now() / 1000), signer) };
  };
  const answer = async (body: string): Promise<WitnessAnswer> => {
    const decision = decideCosignature(nodeSha256, body, [keyOf(logSigner)], () => tree);
    if (decision.status === 200) {
      tree = decision.tree;
      largest = Math.max(largest, tree.size);
      return await sign(decision.text);
    }
    const careless =
      (bug === 'witnessTrusts' && (decision.status === 422 || decision.status === 409)) ||
      (bug === 'witnessSignsAnything' && decision.status === 403);
    const unseen = careless ? blind(body) : undefined;
    if (unseen !== undefined) return await sign(unseen.text);
    if (decision.status === 409) return { kind: 'conflict', size: decision.size };
    return { kind: 'refused', status: decision.status, reason: decision.reason };
  };
  return {
    name,
    vkey: signer.vkey,
    witnessed: () => largest,
    restart: () => {
      if (bug === 'witnessForgets') tree = undefined;
    },
    answer,
    addCheckpoint: (body) =>
      network.call(() => answer(body)).catch((): WitnessAnswer => ({ kind: 'refused', status: 0, reason: 'silent' })),
  };
}

/**
 * Tries to have a history cosigned in which an entry that the witness has cosigned reads otherwise; every proof that can be
 * made for it is made. What nobody has cosigned yet an operator can still change: that is why receipts carry cosignatures.
 */
export async function attack(log: MemoryLog, witnesses: readonly SimulatedWitness[], schedule: Schedule): Promise<void> {
  const leaves = (await log.leavesFrom(0, 10_000)).map(({ leaf }) => leafHash(nodeSha256, leaf));
  for (const witness of witnesses) {
    const known = witness.witnessed();
    if (known === 0 || known > leaves.length) continue;
    const forged = leaves.with(schedule.pick(known), nodeSha256('another history'));
    const text = checkpointText({ origin: logSigner.name, size: forged.length, root: rootFromHashes(nodeSha256, forged) });
    const proof = known === forged.length ? [] : await consistencyProof(nodeSha256, known, forged.length, nodesOf(nodeSha256, forged));
    for (const signer of [logSigner, stranger]) {
      const note = await signNote(text, signer);
      await witness.answer(addCheckpointBody({ oldSize: known, proof, note }));
      await witness.answer(addCheckpointBody({ oldSize: 0, proof: [], note }));
    }
  }
}
