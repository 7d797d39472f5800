/** What of the log somebody is told: facts of cases that he may read. Never what they say; that he asks for himself. */
import type { Application } from '@gongze/application';
import { isRegistryStream, type LoggedRecord } from '@gongze/application/ledger/records';
import type { Caller } from '@gongze/application/ports';

export interface Change {
  /** Place in the log: each change has one of its own, so it also tells a change that comes twice. */
  readonly index: number;
  readonly case: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
}

/** The change as the caller may know it; `undefined` if he may not. */
export async function visibleChange(
  application: Application,
  caller: Caller,
  { index, record }: LoggedRecord,
): Promise<Change | undefined> {
  const { streamId, version, id, type, recordedAt } = record;
  if (isRegistryStream(streamId)) return undefined;
  const seen = await application.sight(streamId, caller);
  if (!seen.ok || !seen.value.facts.some((fact) => fact.version === version)) return undefined;
  return { index, case: streamId, version, id, type, recordedAt };
}
