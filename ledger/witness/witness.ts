/** A witness that decides one request after the other, and forgets nothing that it has signed. */
import type { Sha256 } from '../log/hash.ts';
import { cosignature, type Signer } from '../log/signer.ts';
import type { VerifierKey } from '../log/vkey.ts';
import { decideCosignature, type WitnessRefusal } from '../log/witness.ts';
import { LedgerFault } from '../fault.ts';
import { readMemory, type Trees, type WitnessMemory, writeMemory } from './state.ts';

export interface WitnessOptions {
  readonly signer: Signer;
  /** Keys of the logs that are witnessed. */
  readonly logs: readonly VerifierKey[];
  /** Folder of its memory; nobody else may write there but another process of the same witness. */
  readonly folder: string;
  readonly sha256: Sha256;
  /** Seconds since 1970. */
  readonly now: () => number;
  /** A name of a file that was never used. */
  readonly unique: () => string;
}

export type Cosigned = { readonly status: 200; readonly line: string };

export interface Witness {
  readonly signer: Signer;
  /** What it cosigned last, by origin. */
  readonly trees: () => Promise<Trees>;
  /** Answers one request of C2SP tlog-witness. A cosignature is given only once its tree is on disk. */
  readonly addCheckpoint: (body: string) => Promise<Cosigned | WitnessRefusal>;
}

/** Throws what `readMemory` throws. */
export async function openWitness(options: WitnessOptions): Promise<Witness> {
  const { signer, logs, folder, sha256, now, unique } = options;
  let memory: WitnessMemory = await readMemory(folder);
  let last: Promise<unknown> = Promise.resolve();

  /** What is on disk now. An older copy put back under a running witness would let it cosign another end of what it has cosigned. */
  const again = async (): Promise<WitnessMemory> => {
    const present = await readMemory(folder);
    if (present.version >= memory.version) return present;
    throw new LedgerFault({
      en: `${folder} was put back to an older copy while the witness runs: version ${present.version} after ${memory.version}. It cosigns nothing more; restore the newest copy, or retire this witness's key.`,
      zh: `${folder} 在见证方运行期间被换回旧本：版本 ${memory.version} 之后变为 ${present.version}。不再会签；请恢复最新的副本，或停用此见证密钥。`,
    });
  };

  const decide = async (body: string): Promise<Cosigned | WitnessRefusal> => {
    for (;;) {
      const decision = decideCosignature(sha256, body, logs, (origin) => memory.trees.get(origin));
      if (decision.status !== 200) {
        // Another process of the same witness may have gone on: what is told of the size has to be the truth.
        const present = decision.status === 409 ? await again() : memory;
        if (present.version === memory.version) return decision;
        memory = present;
        continue;
      }
      const { origin, text, tree } = decision;
      const kept = await writeMemory(folder, memory, new Map(memory.trees).set(origin, tree), unique());
      if (kept !== undefined) {
        memory = kept;
        return { status: 200, line: await cosignature(text, now(), signer) };
      }
      memory = await again();
    }
  };
  return {
    signer,
    trees: async () => (await readMemory(folder)).trees,
    addCheckpoint: async (body) => {
      const turn = last.then(async () => await decide(body));
      last = turn.catch(() => undefined);
      return await turn;
    },
  };
}
