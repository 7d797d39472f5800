import { describe, expect, test } from 'vitest';
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { type AcceptedCheckpoint, judgeCheckpoint } from '../log/policy.ts';
import { memoryFiles } from '../testing/files.ts';
import { policyOf, type TestLog, testLog, textEntries } from '../testing/log.ts';
import { compareCheckpoints } from './consistency.ts';

const sizes = [0, 1, 2, 255, 256, 257, 300, 600];
const log = testLog(textEntries(600));
const rewrittenAt = 100;
const fork = testLog(log.entries.map((entry, at) => (at === rewrittenAt ? new Uint8Array(3) : entry)));

async function accepted(from: TestLog, size: number): Promise<AcceptedCheckpoint> {
  const judged = judgeCheckpoint(await from.note(size), policyOf(0));
  if (!('checkpoint' in judged)) throw new Error('refused');
  return judged;
}

describe('two checkpoints', () => {
  test('of one history are consistent, whichever sizes', async () => {
    for (const size of sizes) {
      const files = memoryFiles(await log.files(size));
      for (const oldSize of sizes) {
        const fault = await compareCheckpoints(sha256, await accepted(log, oldSize), await accepted(log, size), files);
        expect(fault).toEqual(oldSize > size ? { kind: 'olderThanKnown', knownSize: oldSize, size } : undefined);
      }
    }
  });
  test('of a rewritten history are found out by everybody who knew what was rewritten', async () => {
    for (const size of sizes.slice(1)) {
      const files = memoryFiles(await fork.files(size));
      for (const oldSize of sizes.filter((old) => old > 0 && old <= size)) {
        const fault = await compareCheckpoints(sha256, await accepted(log, oldSize), await accepted(fork, size), files);
        expect(fault).toEqual(oldSize > rewrittenAt ? { kind: 'inconsistent', oldSize, size } : undefined);
      }
    }
  });
  test('of different logs are told apart', async () => {
    const known = await accepted(log, 5);
    const present = { ...known, checkpoint: { ...known.checkpoint, origin: 'other.example' } };
    expect(await compareCheckpoints(sha256, known, present, memoryFiles(new Map()))).toMatchObject({ kind: 'otherLog' });
  });
  test('are not compared by tiles that are missing, cut or false', async () => {
    const files = await log.files(600);
    const compare = async (changed: ReadonlyMap<string, Uint8Array>): Promise<unknown> =>
      await compareCheckpoints(sha256, await accepted(log, 300), await accepted(log, 600), memoryFiles(changed));
    for (const path of ['tile/0/001', 'tile/0/002.p/88']) {
      const without = new Map(files);
      without.delete(path);
      expect(await compare(without)).toEqual({ kind: 'fileMissing', path });
      expect(await compare(new Map(files).set(path, new Uint8Array(5)))).toMatchObject({ kind: 'fileLength', path, bytes: 5 });
      const zeros = new Uint8Array(files.get(path)?.length ?? 0);
      expect(await compare(new Map(files).set(path, zeros))).toEqual({ kind: 'inconsistent', oldSize: 300, size: 600 });
    }
    const broken = { ...memoryFiles(files), read: async () => Promise.reject(new Error('disk on fire')) };
    await expect(compareCheckpoints(sha256, await accepted(log, 300), await accepted(log, 600), broken)).rejects.toThrow('disk on fire');
  });
});
