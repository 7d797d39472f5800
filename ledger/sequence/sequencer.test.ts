import { expect, it, describe } from 'vitest';
import { nodeSha256 } from '../crypto/sha256.ts';
import { equalBytes, utf8 } from '../log/bytes.ts';
import { judgeCheckpoint } from '../log/policy.ts';
import { parseProof, verifyProof } from '../log/proof.ts';
import { logSigner } from '../testing/log.ts';
import { handClock, rootByDefinition, testPolicy, type TestWitness, testWitness } from '../testing/sequencing.ts';
import { memoryLogStore } from './memory.ts';
import type { LogStore } from './ports.ts';
import { receiptsOver } from './receipts.ts';
import { createSequencer, type Sequencer } from './sequencer.ts';
import { type Tidings, tidingsTo } from './tidings.ts';

const leaf = (n: number): Uint8Array => utf8(`{"leaf":${n}}`);

function opened(witnessNames: readonly string[] = [], threshold = 0) {
  const clock = handClock();
  const log = memoryLogStore(clock.now);
  const witnesses = witnessNames.map((name) => testWitness(name, clock));
  const policy = testPolicy(witnesses, threshold);
  let offered = 0;
  const sequencer = (holder = 'a', logStore: LogStore = log, tidings: Partial<Tidings> = {}): Sequencer =>
    createSequencer({ logStore, signer: logSigner, witnesses, policy, clock, sha256: nodeSha256, holder, ...tidings });
  const offer = (count: number): void => {
    for (const end = offered + count; offered < end; offered += 1) {
      log.offer({ streamId: `s${offered % 3}`, version: Math.floor(offered / 3) + 1, leaf: leaf(offered) });
    }
  };
  const receipts = receiptsOver({ logStore: log, policy, sha256: nodeSha256, now: clock.now, saltOf: async () => '00'.repeat(16) });
  const published = async () => {
    const judged = judgeCheckpoint((await log.state()).checkpoint ?? '', policy);
    if (!('checkpoint' in judged)) throw new Error(JSON.stringify(judged));
    return judged;
  };
  return { clock, log, witnesses, policy, sequencer, offer, receipts, published };
}

describe('sequencing', () => {
  it('gives every size the root of RFC 6962', async () => {
    const { sequencer, offer, published } = opened();
    const { step } = sequencer();
    expect(await step()).toBe('idle');
    for (let size = 1; size <= 600; size += size < 20 ? 1 : 97) {
      offer(size - (await published().catch(() => ({ checkpoint: { size: 0 } }))).checkpoint.size);
      expect(await step()).toBe('published');
      const { checkpoint } = await published();
      expect(checkpoint.size).toBe(size);
      expect(equalBytes(checkpoint.root, rootByDefinition(Array.from({ length: size }, (_, n) => leaf(n))))).toBe(true);
    }
    expect(await step()).toBe('idle');
  });
  it('goes on where another process left off, even between writing and signing', async () => {
    const { sequencer, offer, log, clock, published } = opened();
    const first = sequencer('a', {
      ...log,
      publish: async () => {
        throw new Error('killed');
      },
    });
    offer(300);
    await expect(first.step()).rejects.toThrow('killed');
    offer(10);
    expect(await sequencer('b').step()).toBe('standby');
    clock.advance(10_000);
    expect(await sequencer('b').step()).toBe('published');
    expect((await published()).checkpoint.size).toBe(310);
  });
  it('writes nothing once another was elected', async () => {
    const { sequencer, offer, log, clock, published } = opened();
    const [paused, reached] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = sequencer('a', {
      ...log,
      commit: async (epoch, batch) => {
        reached.resolve();
        await paused.promise;
        return await log.commit(epoch, batch);
      },
    });
    offer(5);
    const round = slow.step();
    await reached.promise;
    clock.advance(10_000);
    const other = sequencer('b');
    expect(await other.step()).toBe('published');
    paused.resolve();
    expect(await round).toBe('standby');
    expect((await log.state()).size).toBe(5);
    expect((await published()).checkpoint.size).toBe(5);
  });
  it('is held by one of many, for as long as it lives', async () => {
    const { sequencer, offer, clock } = opened();
    const all = ['a', 'b', 'c'].map((holder) => sequencer(holder));
    for (let round = 0; round < 20; round += 1) {
      offer(3);
      clock.advance(900);
      const results = await Promise.all(all.map(async ({ step }) => await step()));
      expect(results).toEqual(['published', 'standby', 'standby']);
    }
  });
});

describe('a log that is not what it was is not signed', () => {
  const tampered: readonly (readonly [string, (log: LogStore) => Partial<LogStore>])[] = [
    [
      'a leaf changed after it was placed',
      (log) => ({
        leavesFrom: async (from, limit) =>
          (await log.leavesFrom(from, limit)).map((entry) => (entry.index === 7 ? { ...entry, leaf: leaf(99) } : entry)),
      }),
    ],
    [
      'a leaf is gone',
      (log) => ({
        leavesFrom: async (from, limit) => (await log.leavesFrom(from, limit)).filter(({ index }) => index !== 7),
      }),
    ],
    [
      'a tile changed',
      (log) => ({
        readTile: async (level, index, width) =>
          (await log.readTile(level, index, width))?.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      }),
    ],
  ];
  it.each(tampered)('%s', async (_name, change) => {
    const { sequencer, offer, log } = opened();
    offer(12);
    await expect(sequencer('a', { ...log, ...change(log) }).step()).rejects.toThrow(/The log is not what it was.*与先前不一致/);
    expect((await log.state()).checkpoint).toBeUndefined();
  });
  it.each(tampered.slice(2))('%s before it started', async (_name, change) => {
    const { sequencer, offer, log } = opened();
    offer(12);
    await sequencer().step();
    await expect(sequencer('a', { ...log, ...change(log) }).step()).rejects.toThrow(/The log is not what it was/);
  });
  it('a checkpoint of another key', async () => {
    const { sequencer, offer, log } = opened();
    offer(1);
    await sequencer().step();
    const note = ((await log.state()).checkpoint ?? '').replace(/.{20}\n$/, 'AAAAAAAAAAAAAAAAAAA=\n');
    const state = async () => ({ size: 1, checkpoint: note });
    await expect(sequencer('a', { ...log, state }).step()).rejects.toThrow(/was not signed by/);
  });
});

describe('witnesses', () => {
  const [one, two] = [0, 1];
  it('publishes once enough of them have cosigned', async () => {
    const { sequencer, offer, witnesses, published, log, receipts } = opened(['w1', 'w2', 'w3'], 2);
    const { step } = sequencer();
    for (const index of [one, two]) (witnesses[index] as TestWitness).silent = true;
    offer(4);
    expect(await step()).toBe('waiting');
    expect((await log.state()).checkpoint).toBeUndefined();
    expect(await receipts.receiptFor('s0', 1)).toEqual({ state: 'durable' });
    (witnesses[one] as TestWitness).silent = false;
    expect(await step()).toBe('published');
    expect((await published()).cosigned.map(({ name }) => name)).toEqual(['w1', 'w3']);
  });
  it('asks one that was away from the size that it knows', async () => {
    const { sequencer, offer, witnesses, published } = opened(['w1', 'w2'], 1);
    const { step } = sequencer();
    offer(4);
    await step();
    (witnesses[two] as TestWitness).silent = true;
    offer(300);
    await step();
    (witnesses[two] as TestWitness).silent = false;
    offer(1);
    await sequencer().step();
    expect((await published()).cosigned).toHaveLength(2);
    expect(witnesses.map(({ tree }) => tree?.size)).toEqual([305, 305]);
  });
  it('says once which of them falls silent or refuses, and that it is back', async () => {
    const lines: string[] = [];
    const { sequencer, offer, witnesses, clock, log } = opened(['w1', 'w2'], 1);
    const tidings = tidingsTo((line) => void lines.push(line.split('  ')[1] ?? ''));
    const { step } = sequencer('a', log, tidings);
    const told = async (): Promise<string[]> => {
      clock.advance(60_000);
      await step();
      await step();
      return lines.splice(0);
    };
    offer(3);
    expect(await told()).toEqual(['This server was elected to write the log (epoch 1).']);
    const second = witnesses[two] as TestWitness;
    second.silent = true;
    expect(await told()).toEqual([expect.stringMatching(/^The witness w2 does not (answer|cosign) \(/)]);
    expect(await told()).toEqual([]);
    second.silent = false;
    expect(await told()).toEqual(['The witness w2 cosigns again.']);
    tidings.onWitness('w2', { status: 409, reason: 'size 9\n\u001b[2Jelected' });
    expect(lines).toEqual([expect.stringMatching(/^The witness w2 does not cosign \(409, size 9\?\?\[2Jelected\): /)]);
  });
  it('lets binding acts be refused after 15 minutes of silence, and no longer', async () => {
    const { sequencer, offer, witnesses, clock, receipts } = opened(['w1', 'w2'], 2);
    const { step } = sequencer();
    const allowed = async () => (await receipts.logHealth()).bindingActsAllowed;
    expect(await allowed()).toBe(false);
    offer(1);
    await step();
    expect(await allowed()).toBe(true);
    // On a quiet log they are asked again.
    for (let minutes = 0; minutes < 30; minutes += 1) {
      clock.advance(60_000);
      await step();
      expect(await allowed()).toBe(true);
    }
    const last = clock.now();
    (witnesses[one] as TestWitness).silent = true;
    clock.advance(15 * 60_000);
    await step();
    expect(await allowed()).toBe(true);
    clock.advance(1);
    expect(await allowed()).toBe(false);
    expect((await receipts.logHealth()).since).toBe(new Date(last + 15 * 60_000).toISOString());
    (witnesses[one] as TestWitness).silent = false;
    clock.advance(60_000);
    await step();
    expect(await receipts.logHealth()).toMatchObject({
      bindingActsAllowed: true,
      quorum: 2,
      size: 1,
      witnesses: [{ name: 'w1', size: 1 }, { name: 'w2' }],
    });
  });
});

it('gives receipts that hold against the policy, and for the right leaf only', async () => {
  const { sequencer, offer, receipts, policy } = opened(['w1'], 1);
  const { step } = sequencer();
  offer(700);
  await step();
  offer(1);
  expect(await receipts.receiptFor('s0', 9_999)).toEqual({ state: 'durable' });
  for (const n of [0, 1, 255, 256, 511, 699]) {
    const receipt = await receipts.receiptFor(`s${n % 3}`, Math.floor(n / 3) + 1);
    if (receipt?.state !== 'receipted') throw new Error(`no receipt for ${n}`);
    const proof = parseProof(receipt.proof);
    if ('malformed' in proof) throw new Error('malformed receipt');
    expect(receipt.index).toBe(n);
    expect(verifyProof(nodeSha256, proof, leaf(n), policy)).toMatchObject({ checkpoint: { size: 700 } });
    expect(verifyProof(nodeSha256, proof, leaf(n + 1), policy)).toMatchObject({ refusal: 'notIncluded' });
  }
});
