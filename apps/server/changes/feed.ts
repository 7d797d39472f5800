/**
 * Tells what was recorded, in the order of the log. One poll of the database serves every listener; each goes on from
 * the place where it stopped, so that nothing is skipped and nothing is told twice within a connection.
 */
import type { LoggedRecord } from '@gongze/application/ledger/records';

export interface FeedParts {
  /** Records in the log. */
  readonly size: () => Promise<number>;
  readonly readLog: (from: number, limit: number) => Promise<readonly LoggedRecord[]>;
  readonly pollMilliseconds?: number;
}

export interface Feed {
  readonly size: () => Promise<number>;
  readonly read: (from: number, limit: number) => Promise<readonly LoggedRecord[]>;
  /** Resolves once the log is longer than `size` (true), or after that time (false). */
  readonly longerThan: (size: number, milliseconds: number) => Promise<boolean>;
  readonly close: () => void;
}

const POLL = 250;
/** The newest records are kept, because all listeners ask for them at once. */
const KEPT = 1000;

interface Waiting {
  readonly size: number;
  readonly resolve: (isLonger: boolean) => void;
}

export function changeFeed({ size, readLog, pollMilliseconds = POLL }: FeedParts): Feed {
  const waiting = new Set<Waiting>();
  let recent: LoggedRecord[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  async function poll(): Promise<void> {
    timer = undefined;
    const now = await size().catch(() => undefined);
    for (const one of waiting) {
      if (now !== undefined && now > one.size) one.resolve(true);
    }
    arm();
  }
  function arm(): void {
    if (timer !== undefined || closed || waiting.size === 0) return;
    timer = setTimeout(() => void poll(), pollMilliseconds);
    timer.unref();
  }
  function wait(after: number, milliseconds: number): Promise<boolean> {
    if (closed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const one: Waiting = {
        size: after,
        resolve: (isLonger) => {
          clearTimeout(late);
          waiting.delete(one);
          resolve(isLonger);
        },
      };
      const late = setTimeout(() => one.resolve(false), milliseconds);
      late.unref();
      waiting.add(one);
      arm();
    });
  }

  return {
    size,
    longerThan: wait,
    read: async (from, limit) => {
      const first = recent[0]?.index;
      if (first !== undefined && from >= first) {
        const known = recent.slice(from - first, from - first + limit);
        if (known.length > 0) return known;
      }
      const records = await readLog(from, limit);
      const last = recent.at(-1)?.index;
      if (records.length > 0 && (last === undefined || records[0]?.index === last + 1)) recent = [...recent, ...records].slice(-KEPT);
      return records;
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const one of waiting) one.resolve(false);
    },
  };
}
