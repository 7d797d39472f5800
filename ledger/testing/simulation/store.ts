/** The database of the simulation: it keeps facts as the product's stores do, offers their leaves to the log, and can be given bugs. */
import { memoryStore } from '@gongze/application/ledger/memory-store';
import type { AppendResult, Store } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId, FactId } from '@gongze/domain/vocabulary/ids';
import { nodeSha256 } from '../../crypto/sha256.ts';
import { leafOf, type LoggedRecord } from '../../log/leaf.ts';
import type { MemoryLog } from '../../sequence/memory.ts';
import type { Bug } from './bugs.ts';
import { type Network, unavailable } from './network.ts';
import type { Schedule } from './schedule.ts';

export const cases = ['river', 'road'] as CaseId[];

export function leafOfFact(fact: Fact): Uint8Array {
  return leafOf(fact as unknown as LoggedRecord, fact.payloadSalt ?? '', nodeSha256).bytes;
}

const renamed = (fact: Fact, mark: string): Fact => ({
  ...fact,
  id: `${fact.id}${mark}` as FactId,
  idempotencyKey: `${fact.idempotencyKey}${mark}`,
});

export interface SimulatedStore {
  /** As a server sees it: far away, and sometimes not there. */
  readonly remote: Store;
  /** What is on its disk, for the judge. */
  readonly truth: Store;
}

export function simulatedStore(schedule: Schedule, network: Network, log: MemoryLog, bug: Bug | undefined): SimulatedStore {
  const truth = memoryStore();
  const failed = new Set<string>();
  const has = (planted: Bug, share = 0.2): boolean => bug === planted && schedule.chance(share);

  /** Writes, and shows the log what was written, in the order of the commits. */
  async function commit(caseId: CaseId, expected: number, facts: readonly Fact[]): Promise<AppendResult> {
    const result = await truth.append(caseId, expected, facts);
    if ('appended' in result && result.appended > 0) {
      const stored = await truth.readCase(caseId);
      for (const fact of stored?.facts.slice(-result.appended) ?? [])
        log.offer({ streamId: caseId, version: fact.version, leaf: leafOfFact(fact) });
    }
    return result;
  }

  async function again(caseId: CaseId, facts: readonly Fact[]): Promise<void> {
    const size = (await truth.headOf(caseId))?.size ?? 0;
    const mark = `-${schedule.pick(1e9)}`;
    await commit(
      caseId,
      size,
      facts.map((fact, index) => ({ ...renamed(fact, mark), version: size + 1 + index })),
    );
  }

  function changed(fact: Fact): Fact {
    const { title } = fact.payload as { title: { zh: string; en: string } };
    return { ...fact, payload: { title: { ...title, en: `${title.en}!` } } } as Fact;
  }

  async function append(caseId: CaseId, expected: number, facts: readonly Fact[]): Promise<AppendResult> {
    const last = { size: expected + facts.length, appended: facts.length };
    if (has('ackWithoutCommit')) return last;
    if (bug === 'failureRemembered') {
      if (facts.some(({ idempotencyKey }) => failed.has(idempotencyKey))) return last;
      if (schedule.chance(0.3)) {
        for (const { idempotencyKey } of facts) failed.add(idempotencyKey);
        throw unavailable('before');
      }
    }
    if (has('halfCommit', 0.4) && facts.length > 1) {
      await commit(caseId, expected, facts.slice(0, 1));
      throw unavailable('half');
    }
    if (has('contentChanged')) return await commit(caseId, expected, facts.map(changed));
    if (has('otherCase')) {
      const other = cases[1 - cases.indexOf(caseId)] as CaseId;
      await again(
        other,
        facts.map((fact) => ({ ...fact, streamId: other })),
      );
      return last;
    }
    const result = await commit(caseId, expected, facts);
    if ('appended' in result && has('retryIsNewFact')) await again(caseId, facts);
    if ('appended' in result && has('phantom', 0.1)) await again(caseId, [changed(facts[0] as Fact)]);
    if ('appended' in result && bug === 'keyIgnored' && result.appended === 0) await again(caseId, facts);
    return result;
  }

  const remote: Store = {
    ...truth,
    readCase: (caseId) =>
      network.call(async () => {
        const stored = await truth.readCase(caseId);
        return bug === 'keyIgnored' && stored !== undefined ? { ...stored, facts: stored.facts.map((fact) => renamed(fact, '?')) } : stored;
      }),
    headOf: (caseId) => network.call(() => truth.headOf(caseId)),
    append: (caseId, expected, facts) => network.call(() => append(caseId, expected, facts)),
  };
  return { remote, truth };
}
