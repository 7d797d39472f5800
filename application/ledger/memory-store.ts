/** A store that lives as long as the process: for tests, and for what needs no database. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { canonicalJson } from '../canonical.ts';
import type { AppendResult, NewCase, Recording, Store } from '../ports.ts';
import { assertKeepable, assertStreamKind, caseNamedRecord, planAppend, unknownCase } from './plan.ts';
import { isRegistryStream, type LedgerRecord } from './records.ts';

interface Head {
  readonly title: string;
  readonly actors: string;
}

const standing: Recording = { recordedAt: '1970-01-01T00:00:00Z', recordedBy: { mode: 'import' } };

/**
 * Behaves as the PostgreSQL store does (one contract suite runs against both), except that nothing outlives the
 * process, that nothing is hidden from who holds it (salts are counted, not drawn), and that there is no log. Reading
 * parses what it returns; an append looks at every record of its stream.
 */
export function memoryStore(): Store {
  const heads = new Map<CaseId, Head>();
  // JSON, as the database keeps it: nobody can change what he handed in or was given.
  const streams = new Map<string, string[]>();
  let salts = 0;

  const read = (streamId: string): LedgerRecord[] => (streams.get(streamId) ?? []).map((text) => JSON.parse(text) as LedgerRecord);
  const keep = (record: LedgerRecord): string => {
    const payloadSalt = (salts++).toString(16).padStart(32, '0');
    const payloadHash = bytesToHex(sha256(utf8ToBytes(payloadSalt + canonicalJson(record.payload))));
    const { payloadHash: _hash, payloadSalt: _salt, ...body } = record;
    return JSON.stringify({ ...body, payloadSalt, payloadHash });
  };
  const appendTo = (streamId: string, expectedVersion: number, records: readonly LedgerRecord[]): AppendResult => {
    assertKeepable(streamId, records);
    const kept = streams.get(streamId) ?? [];
    const plan = planAppend(kept.length, read(streamId), expectedVersion, records);
    if ('refusal' in plan) return plan;
    kept.push(...plan.fresh.map(keep));
    streams.set(streamId, kept);
    return { size: kept.length, appended: plan.fresh.length };
  };
  const sizeOf = (streamId: string): number => streams.get(streamId)?.length ?? 0;

  const headOf: Store['headOf'] = async (caseId) => {
    const head = heads.get(caseId);
    return head && { caseId, title: JSON.parse(head.title), actors: JSON.parse(head.actors), size: sizeOf(caseId) };
  };
  const put = ({ caseId, title, actors }: NewCase, { recordedAt, recordedBy } = standing): void => {
    assertStreamKind(caseId, 'case');
    const head = { title: JSON.stringify(title), actors: JSON.stringify(actors) };
    const before = heads.get(caseId);
    if (before?.title === head.title && before.actors === head.actors) return;
    heads.set(caseId, head);
    const size = sizeOf('registry:cases');
    appendTo('registry:cases', size, [caseNamedRecord(size + 1, { caseId, title, actors }, recordedAt, recordedBy)]);
  };

  return {
    listCases: async ({ after, limit, ids } = {}) =>
      [...heads]
        .filter(([caseId]) => (after === undefined || caseId > after) && (ids === undefined || ids.includes(caseId)))
        .map(([caseId, { title }]) => ({ caseId, title: JSON.parse(title), size: sizeOf(caseId) }))
        .sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
        .slice(0, limit),
    headOf,
    readCase: async (caseId, after = 0) => {
      const head = await headOf(caseId);
      return head && { ...head, facts: read(caseId).slice(after) as unknown as Fact[] };
    },
    createCase: async (head, facts, recording) => {
      const { caseId } = head;
      assertKeepable(caseId, facts);
      if (heads.has(caseId)) {
        const plan = planAppend(sizeOf(caseId), read(caseId), 0, facts);
        return 'fresh' in plan && plan.fresh.length === 0 && facts.length > 0
          ? { size: sizeOf(caseId), appended: 0 }
          : { refusal: 'caseExists' };
      }
      const plan = planAppend(0, [], 0, facts);
      if ('refusal' in plan) return plan;
      put(head, recording);
      return appendTo(caseId, 0, facts);
    },
    putCase: async (head, recording) => put(head, recording),
    append: async (caseId, expectedVersion, facts) => {
      assertKeepable(caseId, facts);
      if (!heads.has(caseId)) throw unknownCase(caseId);
      return appendTo(caseId, expectedVersion, facts);
    },
    appendRecords: async (streamId, expectedVersion, records) => {
      assertStreamKind(streamId, 'registry');
      return appendTo(streamId, expectedVersion, records);
    },
    readStream: async (streamId, { after = 0, limit } = {}) => {
      if (!isRegistryStream(streamId) && !heads.has(streamId as CaseId)) return undefined;
      const records = read(streamId).slice(after, limit === undefined ? undefined : after + limit);
      return { streamId, records, size: sizeOf(streamId) };
    },
    readLog: async () => [],
    close: async () => undefined,
  };
}
