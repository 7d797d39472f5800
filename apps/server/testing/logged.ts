/** A store whose log runs along: what is appended has its place at once. */
import { memoryStore } from '@gongze/application/ledger/memory-store';
import type { LoggedRecord } from '@gongze/application/ledger/records';
import type { Store } from '@gongze/application/ports';
import { changeFeed, type Feed } from '../changes/feed.ts';

export interface Logged {
  readonly store: Store;
  readonly feed: Feed;
  readonly size: () => Promise<number>;
}

export function loggedStore(pollMilliseconds = 5): Logged {
  const store = memoryStore();
  const log: LoggedRecord[] = [];
  const logged = async (streamId: string, before: number): Promise<void> => {
    const stream = await store.readStream(streamId, { after: before });
    for (const record of stream?.records ?? []) log.push({ index: log.length, record });
  };
  const sizeOf = async (streamId: string): Promise<number> => (await store.readStream(streamId, { limit: 0 }))?.size ?? 0;
  const following: Store = {
    ...store,
    createCase: async (head, facts, recording) => {
      const result = await store.createCase(head, facts, recording);
      if ('appended' in result) await logged(head.caseId, 0);
      return result;
    },
    append: async (caseId, version, facts) => {
      const before = await sizeOf(caseId);
      const result = await store.append(caseId, version, facts);
      if ('appended' in result) await logged(caseId, before);
      return result;
    },
    appendRecords: async (streamId, version, records) => {
      const before = await sizeOf(streamId);
      const result = await store.appendRecords(streamId, version, records);
      if ('appended' in result) await logged(streamId, before);
      return result;
    },
    readLog: async (from, limit) => log.slice(from, from + limit),
  };
  const size = async () => log.length;
  return { store: following, size, feed: changeFeed({ size, readLog: following.readLog, pollMilliseconds }) };
}
