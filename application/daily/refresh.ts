/** Keeps the lists up with the record: whatever moved is read again, by whoever comes first. */
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { ReadCase } from '../read/cache.ts';
import type { Clock } from '../ports.ts';
import type { DailyStore } from './ports.ts';
import { dailyRows } from './project.ts';

export interface RefreshPorts {
  readonly daily: DailyStore;
  readonly readCase: ReadCase;
  readonly clock: Clock;
  readonly governments: GovernmentTree;
}

/** Reads up to `limit` cases that moved; what comes back is how many it found. */
export async function refreshDaily({ daily, readCase, clock, governments }: RefreshPorts, limit: number): Promise<number> {
  const day = clock.today();
  const stale = await daily.stale(day, limit);
  for (const caseId of stale) {
    const stored = await readCase(caseId);
    if (stored !== undefined) await daily.write(dailyRows(stored, day, governments));
  }
  return stale.length;
}
