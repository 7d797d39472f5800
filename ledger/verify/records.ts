/** Records against their leaves: whether what is told is what was logged. */
import { equalBytes } from '../log/bytes.ts';
import type { Sha256 } from '../log/hash.ts';
import { type LoggedRecord, leafOf } from '../log/leaf.ts';
import { parseLeaf } from '../log/receipt.ts';
import type { ActWatch } from './acts.ts';
import { NamedFiles } from './attachments.ts';
import type { FaultList } from './faults.ts';
import { withheldLine } from './format.ts';

/** A record with its salt, from one line or file of JSON; `undefined` for anything else. */
export function parseRecord(text: string): { readonly record: LoggedRecord; readonly salt: string | undefined } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const record = value as LoggedRecord & { readonly payloadSalt?: unknown };
    if (typeof record.streamId !== 'string' || typeof record.recordedBy !== 'object' || record.recordedBy === null) return undefined;
    return { record, salt: typeof record.payloadSalt === 'string' ? record.payloadSalt : undefined };
  } catch {
    return undefined;
  }
}

/** Whether this record, with this salt, made the leaf; the hash that the record itself tells has to be the leaf's. */
export function madeLeaf(sha256: Sha256, record: LoggedRecord, salt: string, leaf: Uint8Array): boolean {
  try {
    const made = leafOf(record, salt, sha256);
    const { payloadHash } = record as { readonly payloadHash?: unknown };
    return (payloadHash === undefined || payloadHash === made.payloadHash) && equalBytes(made.bytes, leaf);
  } catch {
    // A leaf that could not be made at all: too long.
    return false;
  }
}

/** Follows the streams through the log: each version stands once, after the one before it. */
export class StreamOrder {
  readonly #versions = new Map<string, number>();
  readonly #faults: FaultList;

  constructor(faults: FaultList) {
    this.#faults = faults;
  }

  get streams(): number {
    return this.#versions.size;
  }

  next(index: number, stream: string, version: number): void {
    const expected = (this.#versions.get(stream) ?? 0) + 1;
    if (version !== expected) this.#faults.add({ kind: 'streamBroken', index, stream, version, expected });
    this.#versions.set(stream, version);
  }
}

/** What `RecordCheck` has seen. */
export interface RecordCounts {
  readonly checked: number;
  readonly withheld: number;
  readonly streams: number;
}

/** Checks leaves, with their records where there are some. */
export class RecordCheck {
  readonly #sha256: Sha256;
  readonly #faults: FaultList;
  readonly #order: StreamOrder;
  readonly #acts: ActWatch | undefined;
  /** Of the records that hold. */
  readonly files = new NamedFiles();
  #checked = 0;
  #withheld = 0;

  constructor(sha256: Sha256, faults: FaultList, acts?: ActWatch) {
    this.#sha256 = sha256;
    this.#faults = faults;
    this.#acts = acts;
    this.#order = new StreamOrder(faults);
  }

  get counts(): RecordCounts {
    return { checked: this.#checked, withheld: this.#withheld, streams: this.#order.streams };
  }

  /** A leaf of which nothing but its header is known. */
  leaf(index: number, leaf: Uint8Array): void {
    const header = parseLeaf(leaf);
    if (header === undefined) {
      this.#faults.add({ kind: 'leafMalformed', index });
      return;
    }
    this.#order.next(index, header.stream, header.version);
    for (const fault of this.#acts?.withheld(index, header) ?? []) this.#faults.add(fault);
  }

  /** A leaf and the line of `records.jsonl` that belongs to it; `undefined` where the file has ended. */
  record(index: number, leaf: Uint8Array, line: string | undefined): void {
    const parsed = line === undefined ? undefined : parseRecord(line);
    if (parsed?.salt !== undefined && madeLeaf(this.#sha256, parsed.record, parsed.salt, leaf)) {
      this.#checked++;
      this.files.add(parsed.record.payload);
      this.#order.next(index, parsed.record.streamId, parsed.record.version);
      for (const fault of this.#acts?.record(index, parsed.record) ?? []) this.#faults.add(fault);
      return;
    }
    // The place in its stream is the leaf's to tell, whatever became of the record.
    this.leaf(index, leaf);
    if (line === withheldLine) this.#withheld++;
    else
      this.#faults.add({
        kind: line === undefined ? 'recordMissing' : parsed?.salt === undefined ? 'recordMalformed' : 'recordDiffers',
        index,
      });
  }
}
