/**
 * What stands in any stream: facts of a case, and records of the registries (offices, keys, names of cases). The
 * envelope fields that both have are the ones the log binds.
 */
import type { ActorId } from '@gongze/domain/vocabulary/ids';

/** Streams that belong to no case. Each begins with `registry:`, which no id of a case may. */
export const registryStreams = ['registry:cases', 'registry:offices', 'registry:keys', 'registry:publication', 'registry:policy'] as const;
export type RegistryStream = (typeof registryStreams)[number];
/** The registry of cases is written by what it records, the naming of a case. */
export type WritableRegistry = Exclude<RegistryStream, 'registry:cases'>;

export function isRegistryStream(streamId: string): streamId is RegistryStream {
  return (registryStreams as readonly string[]).includes(streamId);
}

/** In whose name something is recorded, and by whom. */
export interface RecordedBy {
  readonly person?: string | undefined;
  readonly office?: string | undefined;
  readonly actor?: ActorId | undefined;
  readonly mode: 'local' | 'server' | 'import' | 'model';
}

/** The smallest shape of what a stream holds. A `Fact` is one; it has further fields, which are kept too. */
export interface LedgerRecord {
  readonly streamId: string;
  /** Position in the stream, from 1. */
  readonly version: number;
  readonly id: string;
  readonly idempotencyKey: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Instant in UTC, ISO 8601. */
  readonly recordedAt: string;
  readonly recordedBy: RecordedBy;
  readonly payload: unknown;
  readonly signatures: readonly { readonly keyId: string; readonly algorithm: string; readonly value: string }[];
  /** Written by the store: SHA-256, hex, over salt and canonical payload. */
  readonly payloadHash?: string | undefined;
  readonly payloadSalt?: string | undefined;
}

/** A stream, or a part of it, in order of version. */
export interface StoredStream {
  readonly streamId: string;
  readonly records: readonly LedgerRecord[];
  /** Version of the last record of the whole stream; 0 for a registry nobody has written to. */
  readonly size: number;
}

/** A record with its place in the log. */
export interface LoggedRecord {
  /** From 0, without gaps, final. */
  readonly index: number;
  readonly record: LedgerRecord;
}
