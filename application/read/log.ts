/** Records in the order of the log, as far as the caller may see each of them whole: what its leaf binds is told whole or not at all. */
import type { LedgerRecord } from '../ledger/records.ts';
import type { Caller } from '../permissions/caller.ts';
import type { Authorizer, Store } from '../ports.ts';
import { isAnonymous } from '../commands/answers.ts';
import type { Sight } from './sight.ts';

/** The registry that every signature rests on; the public reads it without the persons who wrote it. */
const KEYS = 'registry:keys';
/** Read at once: a record may be large. */
const BATCH = 32;

export interface ToldRecords {
  readonly store: Pick<Store, 'readLog'>;
  readonly sights: Sight;
  readonly authorizer: Authorizer;
}

/**
 * `count` records from index `from`, with their salts; `undefined` in the place of one that is not open to the caller. A case
 * that is seen as the public sees it, without persons, is withheld: its leaves bind them. A reader of the whole log reads the
 * other registries too.
 */
export async function* toldRecords(
  { store, sights, authorizer }: ToldRecords,
  { from, count }: { readonly from: number; readonly count: number },
  caller: Caller,
): AsyncGenerator<LedgerRecord | undefined> {
  const open = new Map<string, boolean>();
  const isOpen = async (stream: string): Promise<boolean> => {
    if (isAnonymous(caller)) return false;
    if (stream === KEYS) return authorizer.decide(caller, 'readRegistry', { kind: 'registry' }).allowed;
    if (stream.startsWith('registry:')) return authorizer.decide(caller, 'exportAll', { kind: 'system' }).allowed;
    const seen = await sights.see(stream, caller);
    return seen.ok && seen.value.facts === seen.value.stored.facts;
  };
  for (let at = from; at < from + count; ) {
    const batch = await store.readLog(at, Math.min(BATCH, from + count - at));
    if (batch.length === 0) throw new Error(`bug: the log ends at ${at}, where ${from + count} records were asked for`);
    for (const { record } of batch) {
      const known = open.get(record.streamId) ?? (await isOpen(record.streamId));
      open.set(record.streamId, known);
      yield known ? record : undefined;
    }
    at += batch.length;
  }
}
