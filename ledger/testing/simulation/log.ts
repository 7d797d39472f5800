/** The log of the simulation as sequencers see it, with the bugs that a store of a log can have. */
import type { Epoch, LogStore, PendingLeaf } from '../../sequence/ports.ts';
import type { MemoryLog } from '../../sequence/memory.ts';
import type { Bug } from './bugs.ts';
import type { Network } from './network.ts';
import type { Schedule } from './schedule.ts';

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

function swapped(leaves: readonly PendingLeaf[]): readonly PendingLeaf[] {
  const second = leaves.findIndex((leaf, index) => leaves.slice(0, index).some(({ streamId }) => streamId === leaf.streamId));
  const first = leaves.findIndex(({ streamId }) => streamId === leaves[second]?.streamId);
  if (second < 0 || first < 0) return leaves;
  return leaves.map((leaf, index) => (index === first ? leaves[second] : index === second ? leaves[first] : leaf)) as PendingLeaf[];
}

/** `published` is told every checkpoint that is written, for the judge. */
export function simulatedLog(
  schedule: Schedule,
  network: Network,
  log: MemoryLog,
  bug: Bug | undefined,
  published: (size: number, note: string) => void,
): LogStore {
  let latest: Epoch = 0;
  const notes: { size: number; note: string }[] = [];
  const believed = (epoch: Epoch): Epoch => (bug === 'notFenced' ? latest : epoch);
  const publish: LogStore['publish'] = async (epoch, checkpoint) => {
    const answer = await log.publish(epoch, checkpoint);
    if (answer === 'fenced') return answer;
    published(checkpoint.size, checkpoint.note);
    notes.push(checkpoint);
    return answer;
  };
  return {
    claim: (holder) =>
      network.call(async () => {
        const epoch = await log.claim(holder);
        latest = epoch ?? latest;
        return epoch;
      }),
    state: () => network.call(() => log.state()),
    unsequenced: (epoch, limit) =>
      network.call(async () => {
        const leaves = await log.unsequenced(believed(epoch), limit);
        if (bug === 'recordSkipped') return leaves.filter(({ version }) => version % 5 !== 0);
        if (bug === 'recordTwice' && leaves.length > 0 && schedule.chance(0.3)) return [...leaves, { ...(leaves[0] as PendingLeaf) }];
        return bug === 'streamReordered' ? swapped(leaves) : leaves;
      }),
    commit: (epoch, batch) =>
      network.call(async () => {
        const [first, ...rest] = batch.tiles;
        const tiles =
          first === undefined
            ? []
            : bug === 'tileLost'
              ? rest
              : bug === 'tileWrong'
                ? [{ ...first, bytes: flipped(first.bytes, 5) }, ...rest]
                : batch.tiles;
        return await log.commit(believed(epoch), { ...batch, tiles });
      }),
    publish: (epoch, checkpoint) =>
      network.call(async () => {
        const answer = await publish(believed(epoch), checkpoint);
        const old = notes[0];
        if (bug === 'checkpointRolledBack' && notes.length > 2 && old !== undefined) await publish(believed(epoch), old);
        return answer;
      }),
    readTile: (level, index, width) => network.call(() => log.readTile(level, index, width)),
    readEntries: (index, width) => network.call(() => log.readEntries(index, width)),
    indexOf: (streamId, version) => network.call(() => log.indexOf(streamId, version)),
    leafAt: (index) =>
      network.call(async () => {
        const entry = await log.leafAt(index);
        return bug === 'entryRewritten' && entry !== undefined && index === 0
          ? { ...entry, leaf: flipped(entry.leaf, Buffer.from(entry.leaf).indexOf('payloadHash') + 20) }
          : entry;
      }),
    leavesFrom: (from, limit) => network.call(() => log.leavesFrom(from, limit)),
    witnessed: (epoch, witness, answer) => network.call(() => log.witnessed(epoch, witness, answer)),
    witnesses: () => network.call(() => log.witnesses()),
  };
}
