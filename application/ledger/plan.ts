/** What every store decides in the same way when records are appended. How they are kept is its own matter. */
import { recordContent } from '../canonical.ts';
import type { AppendRefusal } from '../ports.ts';
import { LedgerFault } from './fault.ts';
import { type LedgerRecord, type RecordedBy, isRegistryStream } from './records.ts';

/** The records to write, after those that are there already have been left out. */
export interface Plan {
  readonly fresh: readonly LedgerRecord[];
}

/**
 * Decides an append. `present`: the records of the stream that share an id or an idempotency key with one of `records`;
 * `size`: records in the stream.
 *
 * Refuses, in this order, a duplicate with another content (which reading again would not cure) and a stream that has
 * moved on; a retry of what is all there is neither. Throws for versions with a gap.
 */
export function planAppend(
  size: number,
  present: readonly LedgerRecord[],
  expectedVersion: number,
  records: readonly LedgerRecord[],
): Plan | AppendRefusal {
  const known = new Map<string, LedgerRecord>();
  const learn = (record: LedgerRecord): void => {
    known.set(`id ${record.id}`, record).set(`key ${record.idempotencyKey}`, record);
  };
  present.forEach(learn);
  const fresh: LedgerRecord[] = [];
  // Where others took the same archive in at the same time, the stream stands behind a part of ours, in its place.
  let standsAt = expectedVersion;
  for (const record of records) {
    const [byId, byKey] = [known.get(`id ${record.id}`), known.get(`key ${record.idempotencyKey}`)];
    const twin = byId ?? byKey;
    if (twin === undefined) {
      fresh.push(record);
      learn(record);
    } else if (byId !== byKey || recordContent(twin) !== recordContent(record)) {
      return { refusal: 'conflictingDuplicate', factId: record.id };
    } else if (fresh.length === 0 && record.version === standsAt + 1 && twin.version === record.version) {
      standsAt = record.version;
    }
  }
  const first = fresh[0]?.version === standsAt + 1 ? standsAt : expectedVersion;
  fresh.forEach((record, index) => {
    const due = first + 1 + index;
    if (record.version !== due) throw new RangeError(`bug: fact ${record.id} has version ${record.version} where ${due} is due`);
  });
  if (fresh.length > 0 && size !== first) return { refusal: 'versionConflict', expected: expectedVersion, actual: size };
  return { fresh };
}

/** Throws for what no caller may hand in, before a store looks at anything: records of another stream, ids or keys that are no text. */
export function assertKeepable(streamId: string, records: readonly LedgerRecord[]): void {
  for (const record of records) {
    if (record.streamId !== streamId) throw new RangeError(`bug: fact ${record.id} of ${record.streamId} is appended to ${streamId}`);
    for (const name of [record.id, record.idempotencyKey]) {
      if (name.isWellFormed() && !name.includes('\u0000')) continue;
      throw new LedgerFault({
        en: `The id and the idempotency key of a fact must be text without NUL and without half characters: ${JSON.stringify(name)}.`,
        zh: `事实的编号和幂等键必须是不含 NUL、不含半个字符的文本：${JSON.stringify(name)}。`,
      });
    }
  }
}

/** Throws where a case is put under the name of a registry, or a registry is written to that nobody may write to. */
export function assertStreamKind(streamId: string, kind: 'case' | 'registry'): void {
  const fits = kind === 'case' ? !streamId.startsWith('registry:') : isRegistryStream(streamId) && streamId !== 'registry:cases';
  if (!fits) throw new RangeError(`bug: ${streamId} is no ${kind} to write to`);
}

/** Whether the records can be written as they are to a stream at `expectedVersion` that holds none of them. */
export function isPlain(expectedVersion: number, records: readonly LedgerRecord[]): boolean {
  const [ids, keys] = [new Set(records.map(({ id }) => id)), new Set(records.map(({ idempotencyKey }) => idempotencyKey))];
  const distinct = ids.size === records.length && keys.size === records.length;
  return records.length > 0 && distinct && records.every(({ version }, index) => version === expectedVersion + 1 + index);
}

/** Append to a stream that nobody created. */
export function unknownCase(caseId: string): LedgerFault {
  return new LedgerFault({
    en: `There is no case ${caseId} in the store. Create it before appending facts to it.`,
    zh: `存储中没有案例 ${caseId}。请先创建该案例，再追加事实。`,
  });
}

/** Title and names of a case, as `registry:cases` records them: an auditor sees every name that a case ever had. */
export interface CaseNamed {
  readonly caseId: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly actors: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
}

/** The record that names a case. Its id rests on its version alone, so that nothing has to be drawn. */
export function caseNamedRecord(version: number, payload: CaseNamed, recordedAt: string, recordedBy: RecordedBy): LedgerRecord {
  const id = `caseNamed-${version}`;
  return {
    streamId: 'registry:cases',
    version,
    id,
    idempotencyKey: id,
    type: 'caseNamed',
    schemaVersion: 1,
    recordedAt,
    recordedBy,
    payload,
    signatures: [],
  };
}
