/** Records against their leaves: whether what is told is what was logged. */
import { equalBytes } from '../log/bytes.ts';
import type { Sha256 } from '../log/hash.ts';
import { type LeafHeader, type LoggedRecord, leafOf, payloadHashOf } from '../log/leaf.ts';
import { isPlainJson } from '../log/plain-json.ts';
import { parseLeaf } from '../log/receipt.ts';
import type { ActWatch } from './acts.ts';
import { NamedFiles } from './attachments.ts';
import type { FaultList } from './faults.ts';
import { signInLine, withheldLine } from './format.ts';

/** A record with its salt, from one line or file of JSON; `undefined` for anything else, JSON that two readers could read in two ways among it. */
export function parseRecord(text: string): { readonly record: LoggedRecord; readonly salt: string | undefined } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!isPlainJson(text, value)) return undefined;
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

/** What a line tells of a record of which only the payload is told; `undefined` for any other. */
function parsePayload(line: string): { readonly payload: unknown; readonly salt: string } | undefined {
  try {
    const value = JSON.parse(line) as { readonly payload?: unknown; readonly payloadSalt?: unknown; readonly only?: unknown } | null;
    if (value?.only !== 'payload' || typeof value.payloadSalt !== 'string' || !isPlainJson(line, value)) return undefined;
    return { payload: value.payload, salt: value.payloadSalt };
  } catch {
    return undefined;
  }
}

/** Whether the payload, with this salt, is the one of which the leaf shows the hash. */
export function isLoggedPayload(
  sha256: Sha256,
  { payload, salt }: { readonly payload: unknown; readonly salt: string },
  { payloadHash }: Pick<LeafHeader, 'payloadHash'>,
): boolean {
  try {
    return payloadHash === payloadHashOf(payload, salt, sha256);
  } catch {
    // What JSON can say and its canonical form cannot.
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
  /** Of which the payload alone was told, and is the one that was logged. */
  readonly payloads: number;
  readonly withheld: number;
  readonly streams: number;
  /** Something was told only to those who have signed in: no signature can be judged. */
  readonly signInFirst: boolean;
}

/** Checks leaves, with their records where there are some. */
export class RecordCheck {
  readonly #sha256: Sha256;
  readonly #faults: FaultList;
  readonly #order: StreamOrder;
  readonly #maySignIn: boolean;
  #acts: ActWatch | undefined;
  /** Of the records that hold. */
  readonly files = new NamedFiles();
  #checked = 0;
  #payloads = 0;
  #withheld = 0;
  #signInFirst = false;
  /** When the last leaf says that it was recorded. */
  #latest: string | undefined;

  constructor(
    sha256: Sha256,
    faults: FaultList,
    { acts, maySignIn }: { readonly acts: ActWatch | undefined; readonly maySignIn: boolean },
  ) {
    this.#sha256 = sha256;
    this.#faults = faults;
    this.#maySignIn = maySignIn;
    this.#acts = acts;
    this.#order = new StreamOrder(faults);
  }

  get counts(): RecordCounts {
    const streams = this.#order.streams;
    return { checked: this.#checked, payloads: this.#payloads, withheld: this.#withheld, streams, signInFirst: this.#signInFirst };
  }

  get latest(): string | undefined {
    return this.#latest;
  }

  /** A leaf of which nothing but its header is known. */
  leaf(index: number, leaf: Uint8Array): void {
    const header = parseLeaf(leaf);
    if (header === undefined) {
      this.#faults.add({ kind: 'leafMalformed', index });
      return;
    }
    this.#latest = header.recordedAt;
    this.#order.next(index, header.stream, header.version);
    for (const fault of this.#acts?.withheld(index, header) ?? []) this.#faults.add(fault);
  }

  /** A leaf and the line of `records.jsonl` that belongs to it; `undefined` where the file has ended. */
  record(index: number, leaf: Uint8Array, line: string | undefined): void {
    const parsed = line === undefined ? undefined : parseRecord(line);
    if (parsed?.salt !== undefined && madeLeaf(this.#sha256, parsed.record, parsed.salt, leaf)) {
      this.#checked++;
      this.files.add(parsed.record.payload);
      this.#latest = parsed.record.recordedAt;
      this.#order.next(index, parsed.record.streamId, parsed.record.version);
      for (const fault of this.#acts?.record(index, parsed.record) ?? []) this.#faults.add(fault);
      return;
    }
    if (line === signInLine && this.#maySignIn) {
      this.#signInFirst = true;
      this.#acts = undefined;
    }
    // The place in its stream is the leaf's to tell, whatever became of the record.
    this.leaf(index, leaf);
    if (line === withheldLine || line === signInLine) this.#withheld++;
    else this.#partOf(index, leaf, line, parsed !== undefined && parsed.salt === undefined);
  }

  /** A line that is neither the record nor a mark in its place: its payload, or a fault. */
  #partOf(index: number, leaf: Uint8Array, line: string | undefined, isSaltless: boolean): void {
    const part = line === undefined ? undefined : parsePayload(line);
    const header = part === undefined ? undefined : parseLeaf(leaf);
    if (part !== undefined && header !== undefined && isLoggedPayload(this.#sha256, part, header)) {
      this.#payloads++;
      this.files.add(part.payload);
      return;
    }
    const isRecord = part !== undefined || (line !== undefined && !isSaltless && parseRecord(line) !== undefined);
    this.#faults.add({ kind: line === undefined ? 'recordMissing' : isRecord ? 'recordDiffers' : 'recordMalformed', index });
  }
}
