/** The ports of the commands for tests: everything is allowed, nothing is published, the day is fixed. */
import { isoDateOf } from '@gongze/domain/vocabulary/dates';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { decideByHistory } from '../commands/decide.ts';
import { unpublished } from '../commands/publication.ts';
import type { RecordPorts } from '../commands/record.ts';
import { memoryStore } from '../ledger/memory-store.ts';
import { localAuthorizer } from '../permissions/local.ts';
import { caseCache } from '../read/cache.ts';

export function testCommands(changed: Partial<RecordPorts> = {}): RecordPorts {
  const store = changed.store ?? memoryStore();
  return {
    store,
    clock: { today: () => isoDateOf('2026-11-23'), now: () => '2026-11-23T00:00:00Z' },
    governments: gb2260(),
    authorizer: localAuthorizer,
    decide: decideByHistory,
    standingOf: async () => unpublished,
    readCase: caseCache(store),
    ...changed,
  };
}
