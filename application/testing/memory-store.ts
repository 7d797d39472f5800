/** The simplest store that the use cases can be tested over; what stores must do is tested in the ledger. */
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { factContent } from '../canonical.ts';
import type { AppendResult, Store, StoredCase } from '../ports.ts';

type Head = Pick<StoredCase, 'caseId' | 'title' | 'actors'>;

interface Stream {
  head: Head;
  readonly facts: Fact[];
  readonly byId: Map<string, Fact>;
  readonly byKey: Map<string, Fact>;
}

/** Facts whose versions do not follow, or that belong elsewhere, are a mistake of the caller. */
function assertAppendable(caseId: string, expectedVersion: number, facts: readonly Fact[]): void {
  for (const [index, fact] of facts.entries()) {
    const version = expectedVersion + 1 + index;
    if (fact.streamId !== caseId) throw new RangeError(`bug: fact ${fact.id} of ${fact.streamId} is appended to ${caseId}`);
    if (fact.version !== version) throw new RangeError(`bug: fact ${fact.id} has version ${fact.version} where ${version} is due`);
  }
}

function append(stream: Stream, expectedVersion: number, facts: readonly Fact[]): AppendResult {
  const ids = new Set<string>();
  const keys = new Set<string>();
  const fresh: Fact[] = [];
  for (const fact of facts) {
    const known = stream.byKey.get(fact.idempotencyKey);
    const isRetry = known !== undefined && known.id === fact.id && factContent(known) === factContent(fact);
    const isDuplicate = known !== undefined || stream.byId.has(fact.id) || ids.has(fact.id) || keys.has(fact.idempotencyKey);
    if (!isRetry && isDuplicate) return { refusal: 'conflictingDuplicate', factId: fact.id };
    if (!isRetry) fresh.push(fact);
    ids.add(fact.id);
    keys.add(fact.idempotencyKey);
  }
  const actual = stream.facts.length;
  if (fresh[0] !== undefined && fresh[0].version !== actual + 1) return { refusal: 'versionConflict', expected: expectedVersion, actual };
  for (const fact of fresh) {
    stream.facts.push(fact);
    stream.byId.set(fact.id, fact);
    stream.byKey.set(fact.idempotencyKey, fact);
  }
  return { size: stream.facts.length, appended: fresh.length };
}

export function memoryStore(): Store {
  const streams = new Map<CaseId, Stream>();
  return {
    listCases: async () =>
      [...streams.values()]
        .map(({ head, facts }) => ({ caseId: head.caseId, title: head.title, size: facts.length }))
        .sort((a, b) => (a.caseId < b.caseId ? -1 : 1)),
    readCase: async (caseId) => {
      const stream = streams.get(caseId);
      return stream && { ...stream.head, facts: [...stream.facts], size: stream.facts.length };
    },
    putCase: async ({ caseId, title, actors }) => {
      const stream = streams.get(caseId);
      const head = { caseId, title, actors };
      if (stream === undefined) streams.set(caseId, { head, facts: [], byId: new Map(), byKey: new Map() });
      else stream.head = head;
    },
    append: async (caseId, expectedVersion, facts) => {
      assertAppendable(caseId, expectedVersion, facts);
      const stream = streams.get(caseId);
      if (stream === undefined) throw new RangeError(`bug: facts are appended to ${caseId}, which was not put`);
      return append(stream, expectedVersion, facts);
    },
    close: async () => undefined,
  };
}
