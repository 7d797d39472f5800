/** Asking the witnesses: each for a cosignature of the same checkpoint, with a proof from the size it knows. */
import type { Sha256 } from '../log/hash.ts';
import { consistencyProof } from '../log/merkle.ts';
import { openNote, parseSignatures, signatureLine } from '../log/note.ts';
import { parseVkey } from '../log/vkey.ts';
import { addCheckpointBody } from '../log/witness.ts';
import type { LogClock, LogStore, NotCosigned, WitnessAnswer, WitnessClient } from './ports.ts';
import { nodesIn } from './tree.ts';

export interface Cosigned {
  readonly witness: string;
  /** The signature line. */
  readonly line: string;
}

interface Asking {
  readonly sha256: Sha256;
  readonly logStore: LogStore;
  readonly clock: LogClock;
  /** Size that each witness cosigned last, as far as it is known; a wrong one costs one more question. */
  readonly known: Map<string, number>;
  readonly onCosigned: (witness: string, size: number) => Promise<void>;
  readonly onNotCosigned?: ((witness: string, why: NotCosigned) => void) | undefined;
}

const onceEnoughMilliseconds = 250;

/** The line of the answer that the witness's own key made, and nothing else that stands there. */
function ownLine({ vkey }: WitnessClient, text: string, answer: string): string | undefined {
  const key = parseVkey(vkey);
  const signatures = parseSignatures(answer);
  if ('malformed' in key || 'malformed' in signatures) return undefined;
  const own = signatures.find(({ name, id }) => name === key.name && id === key.id);
  if (own === undefined) return undefined;
  const line = signatureLine(own);
  const opened = openNote(`${text}\n${line}`, [key]);
  return 'verified' in opened && opened.verified.length === 1 ? line : undefined;
}

/** Why the answer is no cosignature of this checkpoint. */
function whyNot(answer: WitnessAnswer): NotCosigned {
  if (answer.kind === 'refused') return { status: answer.status, reason: answer.reason };
  return answer.kind === 'conflict' ? { status: 409, reason: `size ${answer.size}` } : { status: 200, reason: 'notItsSignature' };
}

async function askOne(asking: Asking, witness: WitnessClient, size: number, note: string, text: string): Promise<Cosigned | undefined> {
  const { sha256, logStore, known, onCosigned, onNotCosigned } = asking;
  let last: WitnessAnswer | undefined;
  for (let tries = 0; tries < 2; tries += 1) {
    const oldSize = Math.min(known.get(witness.name) ?? 0, size);
    const proof = await consistencyProof(sha256, oldSize, size, nodesIn(sha256, logStore, size));
    const body = addCheckpointBody({ oldSize, proof, note });
    const answer: WitnessAnswer = await witness
      .addCheckpoint(body)
      .catch((cause: unknown) => ({ kind: 'refused', status: 0, reason: String(cause) }));
    last = answer;
    if (answer.kind === 'conflict' && answer.size <= size) {
      known.set(witness.name, answer.size);
      continue;
    }
    const line = answer.kind === 'cosigned' ? ownLine(witness, text, answer.cosignatures) : undefined;
    if (line === undefined) break;
    known.set(witness.name, size);
    await onCosigned(witness.name, size);
    return { witness: witness.name, line };
  }
  if (last !== undefined) onNotCosigned?.(witness.name, whyNot(last));
  return undefined;
}

/**
 * Asks all at the same time. Resolves when all have answered, or a quarter of a second after `enough` says so; an answer
 * that comes later is still counted as a sign of life.
 */
export async function askWitnesses(
  asking: Asking,
  witnesses: readonly WitnessClient[],
  checkpoint: { readonly size: number; readonly text: string; readonly note: string },
  enough: (witnesses: readonly string[]) => boolean,
): Promise<readonly Cosigned[]> {
  const cosigned: Cosigned[] = [];
  if (witnesses.length === 0) return cosigned;
  const { promise, resolve } = Promise.withResolvers<void>();
  let silent = witnesses.length;
  let waiting = false;
  const answered = (answer: Cosigned | undefined): void => {
    silent -= 1;
    if (answer !== undefined) cosigned.push(answer);
    if (silent === 0) resolve();
    if (waiting || !enough(cosigned.map(({ witness }) => witness))) return;
    waiting = true;
    void asking.clock.sleep(onceEnoughMilliseconds).then(resolve);
  };
  for (const witness of witnesses) {
    askOne(asking, witness, checkpoint.size, checkpoint.note, checkpoint.text).then(answered, () => answered(undefined));
  }
  await promise;
  // A copy: what comes later does not change what was decided upon.
  return [...cosigned];
}
