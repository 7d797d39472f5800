/**
 * Gives committed records their places in the log, and signs. One holder at a time: whoever is elected takes what waits,
 * writes places and tiles, reads both again, computes the root anew, proves that the tree begins with what was signed
 * last, signs, collects cosignatures, and publishes once the policy has enough of them.
 */
import { equalBytes } from '../log/bytes.ts';
import { checkpointText, parseCheckpoint } from '../log/checkpoint.ts';
import type { Sha256 } from '../log/hash.ts';
import { type CompactRange, emptyRoot } from '../log/merkle.ts';
import { openNote } from '../log/note.ts';
import { type Policy, quorumMet } from '../log/policy.ts';
import { type Signer, signNote } from '../log/signer.ts';
import { parseVkey, type VerifierKey } from '../log/vkey.ts';
import type { Epoch, LogClock, LogStore, NotCosigned, WitnessClient } from './ports.ts';
import { brokenLog, grownTiles, openTree, rereadTree, type Tree } from './tree.ts';
import { askWitnesses } from './witnesses.ts';

export interface SequencerParts {
  readonly logStore: LogStore;
  /** Its name is the origin of the log. */
  readonly signer: Signer;
  readonly witnesses: readonly WitnessClient[];
  /** Which witnesses are enough; only its quorum and names are used here. */
  readonly policy: Policy;
  readonly clock: LogClock;
  readonly sha256: Sha256;
  /** Unlike that of any other process. */
  readonly holder: string;
  readonly onPublished?: (checkpoint: { readonly size: number; readonly note: string }) => void;
  readonly onElected?: (epoch: Epoch) => void;
  /** Told of every answer of a witness: `undefined` where it cosigned. */
  readonly onWitness?: (witness: string, why: NotCosigned | undefined) => void;
}

/** `standby`: another holder is elected. `waiting`: signed, and not cosigned by enough witnesses. */
export type StepResult = 'standby' | 'idle' | 'published' | 'waiting';

export interface Sequencer {
  /** One round. Throws `StoreUnavailable`, and the fault of a log that is not what it was. */
  readonly step: () => Promise<StepResult>;
}

/** As many as are hashed, written and read again within a fraction of a second. */
const batchSize = 8192;
/** Batches before what there is is signed: receipts do not wait for a backlog to end. */
const batchesMax = 4;
const renewMilliseconds = 1000;
/** Witnesses are asked again on a quiet log, so that their silence is noticed. */
const refreshMilliseconds = 60_000;

interface Elected {
  readonly epoch: Epoch;
  /** What has been read again, entry by entry since the last signed checkpoint. */
  readonly tree: CompactRange;
  signed: Tree;
  askedAt: number;
  claimedAt: number;
}

class Running implements Sequencer {
  readonly #parts: SequencerParts;
  readonly #key: VerifierKey;
  readonly #known = new Map<string, number>();
  #elected: Elected | undefined;

  constructor(parts: SequencerParts) {
    this.#parts = parts;
    const key = parseVkey(parts.signer.vkey);
    if ('malformed' in key) throw new TypeError(`bug: the key of the log ${parts.signer.name} is malformed`);
    this.#key = key;
  }

  readonly step = async (): Promise<StepResult> => {
    try {
      return await this.#round();
    } catch (cause) {
      // Whatever failed: what is held in memory is read anew before anything is written.
      this.#elected = undefined;
      throw cause;
    }
  };

  async #round(): Promise<StepResult> {
    const elected = await this.#elect();
    if (elected === undefined) return this.#lost();
    for (let batches = 0; batches < batchesMax; batches += 1) {
      const placed = await this.#sequence(elected);
      if (placed === 'fenced') return this.#lost();
      if (placed < batchSize) break;
    }
    const { size } = elected.tree;
    if (size > elected.signed.size) return await this.#publish(elected, { size, root: elected.tree.root() });
    const quiet = this.#parts.clock.now() - elected.askedAt >= refreshMilliseconds;
    if (quiet && size > 0 && this.#parts.witnesses.length > 0) await this.#publish(elected, elected.signed);
    return 'idle';
  }

  /** Renews now and then; whether it still holds is checked with every write anyway. */
  async #elect(): Promise<Elected | undefined> {
    const { logStore, holder, clock } = this.#parts;
    const now = clock.now();
    if (this.#elected !== undefined && Math.abs(now - this.#elected.claimedAt) < renewMilliseconds) return this.#elected;
    const epoch = await logStore.claim(holder);
    if (epoch === undefined) return undefined;
    if (this.#elected?.epoch !== epoch) {
      this.#elected = await this.#takeOver(epoch);
      this.#parts.onElected?.(epoch);
    }
    this.#elected.claimedAt = now;
    return this.#elected;
  }

  #lost(): 'standby' {
    this.#elected = undefined;
    return 'standby';
  }

  /** Believes nothing but its own signature: the tree under it is read again, and so is every entry behind it. */
  async #takeOver(epoch: Epoch): Promise<Elected> {
    const { logStore, sha256 } = this.#parts;
    const { size, checkpoint } = await logStore.state();
    const signed = checkpoint === undefined ? { size: 0, root: emptyRoot(sha256) } : this.#ownCheckpoint(checkpoint);
    if (signed.size > size)
      throw brokenLog(`${signed.size} entries were signed, ${size} are there.`, `已签署 ${signed.size} 条，现存 ${size} 条。`);
    const tree = await openTree(sha256, logStore, signed.size);
    if (!equalBytes(tree.root(), signed.root))
      throw brokenLog(`the ${signed.size} entries that were signed have changed.`, `已签署的 ${signed.size} 条已被改动。`);
    if (size > signed.size) await rereadTree(sha256, logStore, tree, size, signed);
    return { epoch, tree, signed, askedAt: Number.NEGATIVE_INFINITY, claimedAt: 0 };
  }

  #ownCheckpoint(note: string): Tree {
    const opened = openNote(note, [this.#key]);
    const checkpoint = 'verified' in opened && opened.verified.length > 0 ? parseCheckpoint(opened.text) : undefined;
    if (checkpoint === undefined || 'malformed' in checkpoint || checkpoint.origin !== this.#parts.signer.name)
      throw brokenLog(`its last checkpoint was not signed by ${this.#key.name}.`, `最近的检查点不是由 ${this.#key.name} 签署。`);
    return checkpoint;
  }

  /** Places one batch; how many, or that somebody else was elected. */
  async #sequence({ epoch, tree, signed }: Elected): Promise<number | 'fenced'> {
    const { logStore, sha256 } = this.#parts;
    const leaves = await logStore.unsequenced(epoch, batchSize);
    if (leaves.length === 0) return 0;
    const from = tree.size;
    const tiles = await grownTiles(sha256, logStore, from, leaves);
    if ((await logStore.commit(epoch, { from, leaves, tiles })) === 'fenced') return 'fenced';
    await rereadTree(sha256, logStore, tree, from + leaves.length, signed);
    return leaves.length;
  }

  /** Signs, asks the witnesses, and publishes once they are enough. */
  async #publish(elected: Elected, { size, root }: Tree): Promise<StepResult> {
    const { logStore, signer, witnesses, policy, clock, sha256, onPublished, onWitness } = this.#parts;
    const text = checkpointText({ origin: signer.name, size, root });
    const note = await signNote(text, signer);
    elected.askedAt = clock.now();
    const onCosigned = async (witness: string, at: number): Promise<void> => {
      onWitness?.(witness, undefined);
      await logStore.witnessed(elected.epoch, witness, { at: new Date(clock.now()).toISOString(), size: at });
    };
    const asking = { sha256, logStore, clock, known: this.#known, onCosigned, onNotCosigned: onWitness };
    const enough = (names: readonly string[]): boolean => quorumMet(policy, names);
    const cosigned = await askWitnesses(asking, witnesses, { size, text, note }, enough);
    if (!enough(cosigned.map(({ witness }) => witness))) return 'waiting';
    const checkpoint = { size, note: note + cosigned.map(({ line }) => line).join('') };
    if ((await logStore.publish(elected.epoch, checkpoint)) === 'fenced') return this.#lost();
    elected.signed = { size, root };
    onPublished?.(checkpoint);
    return 'published';
  }
}

export function createSequencer(parts: SequencerParts): Sequencer {
  return new Running(parts);
}
