/** A log that lives as long as the process: for tests and for the simulation. Its lease is told by the caller's clock. */
import { encodeEntries, tileWidth } from '../log/tiles.ts';
import type { Epoch, LoggedLeaf, LogStore, PendingLeaf } from './ports.ts';

export interface MemoryLog extends LogStore {
  /** What an append would leave behind. */
  readonly offer: (leaf: PendingLeaf) => void;
}

const leaseMilliseconds = 3000;

export function memoryLogStore(now: () => number): MemoryLog {
  const pending: PendingLeaf[] = [];
  const entries: LoggedLeaf[] = [];
  const tiles = new Map<string, Uint8Array>();
  const checkpoints: { size: number; note: string }[] = [];
  const witnesses = new Map<string, { at: string; size: number }>();
  let elected = { epoch: 0, holder: '', renewed: Number.NEGATIVE_INFINITY };
  const holds = (epoch: Epoch): boolean => epoch === elected.epoch && epoch > 0;

  return {
    offer: (leaf) => void pending.push(leaf),
    claim: async (holder) => {
      if (holder !== elected.holder && Math.abs(now() - elected.renewed) <= leaseMilliseconds) return undefined;
      elected = { epoch: holder === elected.holder ? elected.epoch : elected.epoch + 1, holder, renewed: now() };
      return elected.epoch;
    },
    state: async () => ({ size: entries.length, checkpoint: checkpoints.at(-1)?.note }),
    unsequenced: async (epoch, limit) => (holds(epoch) ? pending.slice(0, limit) : []),
    commit: async (epoch, { from, leaves, tiles: grown }) => {
      if (!holds(epoch)) return 'fenced';
      if (from !== entries.length) throw new Error(`bug: entries from ${from} on for a log of ${entries.length}`);
      for (const [at, leaf] of leaves.entries()) {
        pending.splice(pending.indexOf(leaf), 1);
        entries.push({ ...leaf, index: from + at });
      }
      for (const { level, index, bytes } of grown) tiles.set(`${level}/${index}`, bytes.slice());
      return 'committed';
    },
    publish: async (epoch, checkpoint) => {
      if (!holds(epoch)) return 'fenced';
      if (checkpoints.at(-1)?.size === checkpoint.size) checkpoints.pop();
      checkpoints.push(checkpoint);
      return 'published';
    },
    readTile: async (level, index, width) => {
      const bytes = tiles.get(`${level}/${index}`);
      return bytes !== undefined && bytes.length >= width * 32 ? bytes.slice(0, width * 32) : undefined;
    },
    readEntries: async (index, width) => {
      const leaves = entries.slice(index * tileWidth, index * tileWidth + width);
      return leaves.length === width ? encodeEntries(leaves.map(({ leaf }) => leaf)) : undefined;
    },
    indexOf: async (streamId, version) => entries.find((entry) => entry.streamId === streamId && entry.version === version)?.index,
    leafAt: async (index) => entries[index],
    leavesFrom: async (from, limit) => entries.slice(from, from + limit),
    witnessed: async (epoch, witness, answer) => {
      if (holds(epoch)) witnesses.set(witness, answer);
    },
    witnesses: async () => [...witnesses].map(([name, answer]) => ({ name, ...answer })),
  };
}
