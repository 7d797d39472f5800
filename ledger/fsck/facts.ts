/** Checks facts one by one, and what follows from them: sizes of streams, names of cases. */
import type { CaseNamed } from '@gongze/application/ledger/plan';
import { type LedgerRecord, registryStreams } from '@gongze/application/ledger/records';
import { nodeSha256 } from '../crypto/sha256.ts';
import { equalBytes } from '../log/bytes.ts';
import { leafOf } from '../log/leaf.ts';
import type { FindingKind } from './findings.ts';
import type { CaseRow, FactRow, StreamRow } from './rows.ts';

export type Report = (kind: FindingKind, at: string) => void;

function parse(body: string): LedgerRecord | undefined {
  try {
    const record: unknown = JSON.parse(body);
    // The one text that the store writes: no byte of it can be another and mean the same.
    return typeof record === 'object' && record !== null && JSON.stringify(record) === body ? (record as LedgerRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with one row; `undefined` if nothing. Needs nothing but the row. */
export function factFault(row: FactRow): FindingKind | undefined {
  const record = parse(row.body);
  if (record === undefined || 'payloadHash' in record || 'payloadSalt' in record) return 'factUnreadable';
  const isItsRow =
    record.streamId === row.stream_id &&
    record.version === row.version &&
    record.id === row.fact_id &&
    record.idempotencyKey === row.idempotency_key;
  if (!isItsRow) return 'factNotItsColumns';
  if (!/^[0-9a-f]{32}$/.test(row.payload_salt)) return 'factNotItsLeaf';
  try {
    const { bytes, payloadHash } = leafOf(record, row.payload_salt, nodeSha256);
    return payloadHash === row.payload_hash && equalBytes(bytes, row.leaf) ? undefined : 'factNotItsLeaf';
  } catch {
    return 'factUnreadable';
  }
}

/** Takes the facts stream by stream, in order of version, then the tables that follow from them. */
export class FactCheck {
  readonly #report: Report;
  readonly #whole: (record: LedgerRecord) => void;
  readonly #sizes = new Map<string, number>();
  readonly #heads = new Map<string, { title: string; actors: string }>();
  #streamId: string | undefined;
  #last = 0;
  #names = new Set<string>();

  /** `whole`: told each fact that is what its leaf was made of. */
  constructor(report: Report, whole: (record: LedgerRecord) => void = () => undefined) {
    this.#report = report;
    this.#whole = whole;
  }

  /** Facts of each stream. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  fact(row: FactRow): void {
    const at = `ledger.facts ${row.stream_id} ${row.version}`;
    if (row.stream_id !== this.#streamId) {
      if (this.#sizes.has(row.stream_id)) this.#report('versionRepeated', at);
      this.#streamId = row.stream_id;
      this.#last = 0;
      this.#names = new Set();
    }
    if (row.version <= this.#last) this.#report('versionRepeated', at);
    else if (row.version !== this.#last + 1) this.#report('versionMissing', at);
    this.#last = row.version;
    this.#sizes.set(row.stream_id, (this.#sizes.get(row.stream_id) ?? 0) + 1);
    for (const name of [`i${row.fact_id}`, `k${row.idempotency_key}`]) {
      if (this.#names.has(name)) this.#report('idRepeated', at);
      this.#names.add(name);
    }
    const fault = factFault(row);
    if (fault !== undefined) {
      this.#report(fault, at);
      return;
    }
    const record = JSON.parse(row.body) as LedgerRecord;
    if (row.stream_id === 'registry:cases') this.#name(record);
    this.#whole(record);
  }

  #name({ type, payload }: LedgerRecord): void {
    if (type !== 'caseNamed') return;
    const { caseId, title, actors } = payload as CaseNamed;
    this.#heads.set(caseId, { title: JSON.stringify(title), actors: JSON.stringify(actors) });
  }

  /** After all facts. */
  streams(rows: Iterable<StreamRow>): void {
    const seen = new Set<string>();
    for (const { stream_id: streamId, size } of rows) {
      const at = `ledger.streams ${streamId}`;
      if (seen.has(streamId)) this.#report('streamUnknown', at);
      seen.add(streamId);
      const isKnown = this.#heads.has(streamId) || (registryStreams as readonly string[]).includes(streamId);
      if (!isKnown) this.#report('streamUnknown', at);
      if (size !== (this.#sizes.get(streamId) ?? 0)) this.#report('streamSize', at);
    }
    for (const streamId of new Set([...this.#sizes.keys(), ...this.#heads.keys(), ...registryStreams])) {
      if (!seen.has(streamId)) this.#report('streamSize', `ledger.streams ${streamId}`);
    }
  }

  /** After all facts. */
  cases(rows: Iterable<CaseRow>): void {
    const seen = new Set<string>();
    for (const { case_id: caseId, title, actors } of rows) {
      const head = this.#heads.get(caseId);
      if (head?.title !== title || head.actors !== actors || seen.has(caseId)) this.#report('caseHead', `ledger.cases ${caseId}`);
      seen.add(caseId);
    }
    for (const caseId of this.#heads.keys()) if (!seen.has(caseId)) this.#report('caseMissing', `ledger.cases ${caseId}`);
  }
}
