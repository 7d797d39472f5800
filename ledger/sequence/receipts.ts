/** What the log says to whoever appended: the receipt of a record; and of itself: whether its witnesses answer. */
import type { LogHealth, Receipt, Receipts } from '@gongze/application/ports';
import { parseCheckpoint } from '../log/checkpoint.ts';
import type { Sha256 } from '../log/hash.ts';
import { inclusionProof } from '../log/merkle.ts';
import { parseNote } from '../log/note.ts';
import { type Policy, type Quorum, quorumMet } from '../log/policy.ts';
import { proofText } from '../log/proof.ts';
import { receiptExtra } from '../log/receipt.ts';
import type { LogStore } from './ports.ts';
import { nodesIn } from './tree.ts';

/** So long may witnesses be silent before binding acts are refused. */
export const silenceMilliseconds = 15 * 60_000;

export interface ReceiptParts {
  readonly logStore: LogStore;
  readonly policy: Policy;
  readonly sha256: Sha256;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Salt of a record, which its receipt carries; `undefined` where there is no such record. */
  readonly saltOf: (streamId: string, version: number) => Promise<string | undefined>;
}

/** The fewest witnesses that can make up the quorum. */
function fewest(quorum: Quorum | undefined): number {
  if (quorum === undefined) return 0;
  if (typeof quorum === 'string') return 1;
  const least = quorum.members.map(fewest).sort((a, b) => a - b);
  return least.slice(0, quorum.threshold).reduce((sum, count) => sum + count, 0);
}

/** When the witnesses last were enough: the latest moment at which those who had answered since make up the quorum. */
function lastEnough(policy: Policy, answers: readonly { readonly name: string; readonly at: string }[]): string | undefined {
  const times = answers.map(({ at }) => at).sort((a, b) => (a < b ? 1 : -1));
  return times.find((time) =>
    quorumMet(
      policy,
      answers.filter(({ at }) => at >= time).map(({ name }) => name),
    ),
  );
}

export function receiptsOver({ logStore, policy, sha256, now, saltOf }: ReceiptParts): Receipts {
  const receiptFor = async (streamId: string, version: number): Promise<Receipt | undefined> => {
    const salt = await saltOf(streamId, version);
    if (salt === undefined) return undefined;
    const index = await logStore.indexOf(streamId, version);
    const { checkpoint } = await logStore.state();
    const note = checkpoint === undefined ? undefined : parseNote(checkpoint);
    const signed = note === undefined || 'malformed' in note ? undefined : parseCheckpoint(note.text);
    if (index === undefined || checkpoint === undefined || signed === undefined || 'malformed' in signed || signed.size <= index)
      return { state: 'durable' };
    const entry = await logStore.leafAt(index);
    if (entry === undefined) throw new Error(`bug: the log has no leaf at ${index}`);
    const proof = await inclusionProof(sha256, index, signed.size, nodesIn(sha256, logStore, signed.size));
    return { state: 'receipted', index, proof: proofText({ index, proof, checkpoint, extra: receiptExtra(entry.leaf, salt) }) };
  };
  const logHealth = async (): Promise<LogHealth> => {
    const [{ size, checkpoint }, answers] = await Promise.all([logStore.state(), logStore.witnesses()]);
    const known = answers.filter(({ name }) => policy.witnesses.some((witness) => witness.name === name));
    const quorum = fewest(policy.quorum);
    const enoughAt = lastEnough(policy, known);
    const allowed = quorum === 0 || (enoughAt !== undefined && now() - Date.parse(enoughAt) <= silenceMilliseconds);
    const since = enoughAt === undefined ? undefined : new Date(Date.parse(enoughAt) + silenceMilliseconds).toISOString();
    return {
      size,
      checkpoint,
      witnesses: policy.witnesses.map(({ name }) => {
        const answer = known.find((one) => one.name === name);
        return { name, lastCosignedAt: answer?.at, size: answer?.size ?? 0 };
      }),
      quorum,
      bindingActsAllowed: allowed,
      since: allowed ? undefined : since,
    };
  };
  return { receiptFor, logHealth };
}
