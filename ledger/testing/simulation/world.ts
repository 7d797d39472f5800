/**
 * A small world on one seed: clients who retry and repeat themselves, servers, a database, two sequencers of which one leads,
 * three witnesses, an operator who tries to rewrite history; on virtual time, over a network that delays, drops and answers
 * twice. The same seed is the same world to the byte.
 */
import { createHash } from 'node:crypto';
import { recordEvents } from '@gongze/application/commands/record';
import { testCommands } from '@gongze/application/testing/commands';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { StoreUnavailable } from '@gongze/application/ledger/fault';
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { nodeSha256 } from '../../crypto/sha256.ts';
import { type MemoryLog, memoryLogStore } from '../../sequence/memory.ts';
import { receiptsOver } from '../../sequence/receipts.ts';
import { createSequencer } from '../../sequence/sequencer.ts';
import { logSigner, policyOf } from '../log.ts';
import type { Bug } from './bugs.ts';
import { type Journal, judgeFacts, judgeLog, judgeReceipt } from './judge.ts';
import { simulatedLog } from './log.ts';
import { Network, weathers, type Weather } from './network.ts';
import { Schedule } from './schedule.ts';
import { cases, simulatedStore } from './store.ts';
import { attack, simulatedWitness } from './witnesses.ts';

export interface Outcome {
  readonly faults: readonly string[];
  /** Over everything that is on record: equal for equal seeds. */
  readonly digest: string;
  readonly acknowledged: number;
  readonly entries: number;
}

const activeMilliseconds = 8000;
/** How long after the last request has ended the log may take to hold all that was recorded. */
const patienceMilliseconds = 120_000;
const clients = 3;
const requestsEach = 4;

interface World {
  readonly schedule: Schedule;
  readonly network: Network;
  readonly journal: Journal;
  readonly bug: Bug | undefined;
  /** Requests that arrive a second time; nobody waits for their answers. */
  readonly repeats: Promise<unknown>[];
}

async function client(
  world: World,
  name: number,
  handle: (request: Parameters<typeof recordEvents>[1]) => ReturnType<typeof recordEvents>,
): Promise<void> {
  const { schedule, network, journal } = world;
  for (let n = 0; n < requestsEach; n++) {
    await schedule.sleep(schedule.random() * 1500);
    const caseId = cases[schedule.pick(cases.length)] as CaseId;
    const texts = Array.from({ length: 1 + schedule.pick(3) }, (_, index) => `${name}.${n}.${index}`);
    for (const text of texts) journal.asked.add(`${caseId} ${text}`);
    const on = isoDateOf('2026-01-01');
    const events = texts.map(
      (text) =>
        ({
          type: 'contextRecorded',
          occurred: { first: on, last: on, precision: 'day' },
          payload: { title: { zh: text, en: text } },
        }) as never,
    );
    const request = {
      caseId,
      expectedVersions: 'any',
      idempotencyKey: `${name}-${n}`,
      events,
      caller: { mode: 'local', person: 'local', roles: [] },
    } as const;
    for (let attempt = 0; attempt < 12; attempt++) {
      // The same request may arrive twice, at the same time.
      if (schedule.chance(0.15)) world.repeats.push(network.call(() => handle(request)).catch(() => undefined));
      const answer = await network
        .call(() => handle(request))
        .catch((fault: unknown) => {
          if (!(fault instanceof StoreUnavailable)) journal.faults.push(`a fault: ${String(fault)}`);
          return undefined;
        });
      if (answer?.ok) {
        journal.acknowledged.push({ caseId, version: answer.value.version + (world.bug === 'wrongVersionAnswered' ? 1 : 0), texts });
        break;
      }
      if (answer?.ok === false && answer.problem.kind !== 'conflict') journal.faults.push(`refused: ${answer.problem.kind}`);
      await schedule.sleep(200 + schedule.random() * 600);
    }
  }
}

async function loop(schedule: Schedule, goesOn: () => boolean, every: number, act: () => Promise<unknown>): Promise<void> {
  while (goesOn()) {
    await act();
    await schedule.sleep(every * (0.5 + schedule.random()));
  }
}

/** Lives through the world of the seed. With `bug`, that bug is in it. */
export async function live(seed: number, bug?: Bug): Promise<Outcome> {
  const schedule = new Schedule(seed, activeMilliseconds);
  const network = new Network(schedule, weathers[seed % weathers.length] as Weather);
  const journal: Journal = { acknowledged: [], asked: new Set(), published: [], cosigned: [], faults: [] };
  const world: World = { schedule, network, journal, bug, repeats: [] };
  const skew = { milliseconds: 0 };
  const now = () => schedule.now() + skew.milliseconds;
  const inMemory = memoryLogStore(now);
  let offered = 0;
  const log: MemoryLog = {
    ...inMemory,
    offer: (leaf) => {
      offered += 1;
      inMemory.offer(leaf);
    },
  };
  const { remote, truth } = simulatedStore(schedule, network, log, bug);
  for (const caseId of cases) await truth.putCase({ caseId, title: { zh: caseId, en: caseId }, actors: {} });
  const policy = policyOf(2);
  const logStore = simulatedLog(schedule, network, log, bug, (size, note) => journal.published.push({ size, note }));
  const witnesses = [0, 1, 2].map((at) => simulatedWitness(at, schedule, network, bug, (text) => journal.cosigned.push(text)));
  const ports = testCommands({
    store: remote,
    readCase: (caseId: string) => remote.readCase(caseId as CaseId),
    clock: { today: () => isoDateOf('2026-01-02'), now: () => new Date(now()).toISOString() },
  });
  const active = () => !schedule.over;
  // Storms hold single messages up for seconds: the retry of a retry may write long after the weather has calmed down.
  let written: number | undefined;
  const awaited = () =>
    active() ||
    written === undefined ||
    ((journal.published.at(-1)?.size ?? 0) < offered && schedule.now() < written + patienceMilliseconds);
  const sequencing = ['a', 'b'].map((holder) => {
    const clock = { now, sleep: (milliseconds: number) => schedule.sleep(milliseconds) };
    const parts = {
      logStore,
      signer: logSigner,
      witnesses,
      policy: bug === 'quorumIgnored' ? policyOf(0) : policy,
      clock,
      sha256: nodeSha256,
      holder,
    };
    const sequencer = createSequencer(parts);
    return loop(schedule, awaited, 500, () =>
      sequencer.step().catch((fault: unknown) => {
        if (!(fault instanceof StoreUnavailable)) journal.faults.push(`the sequencer stopped: ${String(fault)}`);
      }),
    );
  });
  const writing = async () => {
    await Promise.all(Array.from({ length: clients }, (_, name) => client(world, name, (request) => recordEvents(ports, request))));
    await Promise.all(world.repeats);
    written = schedule.now();
  };
  const running = [
    ...sequencing,
    writing(),
    loop(schedule, active, 2500, async () => {
      witnesses[schedule.pick(witnesses.length)]?.restart();
      await attack(log, witnesses, schedule);
    }),
    // Clocks that are set: forward, and back.
    loop(schedule, active, 4000, async () => {
      skew.milliseconds = (schedule.random() - 0.5) * 10_000;
    }),
  ];
  const ended = await schedule.run();
  if (ended === 'endless') journal.faults.push('somebody waits for ever');
  else await Promise.all(running);
  return await judge(world, { truth, log, logStore, policy, now });
}

async function judge(
  { schedule, journal, bug }: World,
  parts: Pick<ReturnType<typeof simulatedStore>, 'truth'> & {
    log: ReturnType<typeof memoryLogStore>;
    logStore: ReturnType<typeof simulatedLog>;
    policy: ReturnType<typeof policyOf>;
    now: () => number;
  },
): Promise<Outcome> {
  const { truth, log, policy, now } = parts;
  const byCase = new Map<string, readonly Fact[]>();
  for (const caseId of cases) byCase.set(caseId, (await truth.readCase(caseId))?.facts ?? []);
  const entries = await log.leavesFrom(0, 100_000);
  const saltOf = async (streamId: string, version: number) => byCase.get(streamId)?.[version - 1]?.payloadSalt;
  const faults = [...journal.faults, ...judgeFacts(journal, byCase), ...judgeLog(journal, entries, byCase, policy)];
  const leafAt = bug === 'entryRewritten' ? parts.logStore.leafAt : log.leafAt;
  const receipts = receiptsOver({ logStore: { ...log, leafAt }, policy, sha256: nodeSha256, now, saltOf });
  const asked = (async () => {
    for (const fact of [...byCase.values()].flat()) {
      const version = bug === 'receiptOfOther' ? Math.max(1, fact.version - 1) : fact.version;
      const receipt = await receipts.receiptFor(fact.streamId, version);
      faults.push(...judgeReceipt(fact, receipt?.state === 'receipted' ? receipt.proof : undefined, policy));
    }
  })();
  await schedule.run();
  await asked;
  const digest = createHash('sha256')
    .update(JSON.stringify([[...byCase], journal.published, journal.cosigned, faults]))
    .digest('hex');
  return { faults, digest, acknowledged: journal.acknowledged.length, entries: entries.length };
}
