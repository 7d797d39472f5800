/**
 * Records in the order of the log, as far as the caller may see them: whole, or of what was published the payload alone, which its leaf binds
 * by a hash of its own. What else the leaf binds has the person in it who recorded.
 */
import type { LedgerRecord } from '../ledger/records.ts';
import type { Caller } from '../permissions/caller.ts';
import type { Authorizer, Store } from '../ports.ts';
import { isAnonymous } from '../commands/answers.ts';
import type { Sight } from './sight.ts';

/** The registry that every signature rests on; the public reads it without the persons who wrote it. */
const KEYS = 'registry:keys';
/** Read at once: a record may be large. */
const BATCH = 32;

/** `payload`: of the record only that is told. */
export type ToldRecord = { readonly told: 'whole' | 'payload'; readonly record: LedgerRecord } | { readonly told: 'nothing' };

export interface ToldRecords {
  readonly store: Pick<Store, 'readLog'>;
  readonly sights: Sight;
  readonly authorizer: Authorizer;
}

/** What of a stream is open: all of it, nothing, or the payloads of these versions. */
type Open = 'all' | 'none' | ReadonlySet<number>;

async function openOf(stream: string, { sights, authorizer }: ToldRecords, caller: Caller): Promise<Open> {
  if (stream.startsWith('registry:')) {
    if (isAnonymous(caller)) return 'none';
    const may =
      stream === KEYS
        ? authorizer.decide(caller, 'readRegistry', { kind: 'registry' })
        : authorizer.decide(caller, 'exportAll', { kind: 'system' });
    return may.allowed ? 'all' : 'none';
  }
  const seen = await sights.see(stream, caller);
  if (!seen.ok) return 'none';
  const { facts, stored } = seen.value;
  return facts === stored.facts && !isAnonymous(caller) ? 'all' : new Set(facts.map(({ version }) => version));
}

/**
 * `count` records from index `from`, with their salts. A case that is seen as the public sees it, without persons, tells
 * its published payloads. A reader of the whole log reads the other registries too.
 */
export async function* toldRecords(
  parts: ToldRecords,
  { from, count }: { readonly from: number; readonly count: number },
  caller: Caller,
): AsyncGenerator<ToldRecord> {
  const known = new Map<string, Open>();
  for (let at = from; at < from + count; ) {
    const batch = await parts.store.readLog(at, Math.min(BATCH, from + count - at));
    if (batch.length === 0) throw new Error(`bug: the log ends at ${at}, where ${from + count} records were asked for`);
    for (const { record } of batch) {
      const open = known.get(record.streamId) ?? (await openOf(record.streamId, parts, caller));
      known.set(record.streamId, open);
      if (open === 'all') yield { told: 'whole', record };
      else yield open !== 'none' && open.has(record.version) ? { told: 'payload', record } : { told: 'nothing' };
    }
    at += batch.length;
  }
}
