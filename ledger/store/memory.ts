/** A store that lives as long as the process: for tests and for commands that need no database. */
import { randomBytes } from 'node:crypto';
import type { Store } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { assertKeepable, factOf, type KeptFact, keep, planAppend, unknownCase } from './plan.ts';

interface Stream {
  /** JSON, as the database keeps it: nobody can change what he handed in or was given. */
  title: string;
  actors: string;
  readonly kept: KeptFact[];
}

/**
 * Behaves as the PostgreSQL store does (one contract suite runs against both), except that nothing outlives the
 * process. Reading parses the whole case; an append looks at every fact of it.
 */
export function memoryStore(random: (bytes: number) => Uint8Array = randomBytes): Store {
  const streams = new Map<CaseId, Stream>();

  return {
    listCases: async () =>
      [...streams]
        .map(([caseId, { title, kept }]) => ({ caseId, title: JSON.parse(title), size: kept.length }))
        .sort((a, b) => (a.caseId < b.caseId ? -1 : 1)),
    readCase: async (caseId) => {
      const stream = streams.get(caseId);
      if (stream === undefined) return undefined;
      const { title, actors, kept } = stream;
      return { caseId, title: JSON.parse(title), actors: JSON.parse(actors), facts: kept.map(factOf), size: kept.length };
    },
    putCase: async ({ caseId, title, actors }) => {
      const head = { title: JSON.stringify(title), actors: JSON.stringify(actors) };
      const stream = streams.get(caseId);
      if (stream === undefined) streams.set(caseId, { ...head, kept: [] });
      else Object.assign(stream, head);
    },
    append: async (caseId, expectedVersion, facts: readonly Fact[]) => {
      assertKeepable(caseId, facts);
      const kept = streams.get(caseId)?.kept;
      if (kept === undefined) throw unknownCase(caseId);
      const plan = planAppend(kept.length, kept.map(factOf), expectedVersion, facts);
      if ('refusal' in plan) return plan;
      kept.push(...plan.fresh.map((fact) => keep(fact, Buffer.from(random(16)).toString('hex'))));
      return { size: kept.length, appended: plan.fresh.length };
    },
    close: async () => undefined,
  };
}
