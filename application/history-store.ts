/** One history that was read elsewhere, as a store that can only be read: what the command line needs. */
import type { Store } from './ports.ts';
import type { History } from './validation/read.ts';

/** Unlike the ledger it also holds simulated facts, because nothing of it is kept. Writing to it is a mistake. */
export function storeOf({ caseId, title, actors, facts }: History): Store {
  const ordered = facts.toSorted((a, b) => a.version - b.version);
  const refuse = async (): Promise<never> => {
    throw new Error(`bug: the history of ${caseId} was opened for reading only`);
  };
  return {
    listCases: async () => [{ caseId, title, size: ordered.length }],
    headOf: async (wanted) => (wanted === caseId ? { caseId, title, actors, size: ordered.length } : undefined),
    readCase: async (wanted, after = 0) =>
      wanted === caseId ? { caseId, title, actors, facts: ordered.slice(after), size: ordered.length } : undefined,
    readStream: async (wanted, { after = 0, limit = ordered.length } = {}) =>
      wanted === caseId ? { streamId: caseId, records: ordered.slice(after, after + limit), size: ordered.length } : undefined,
    readLog: async () => [],
    createCase: refuse,
    putCase: refuse,
    append: refuse,
    appendRecords: refuse,
    close: async () => undefined,
  };
}
