/** What the sequencer needs from outside, so that it runs the same over PostgreSQL and in a simulation. */

import type { Tile } from '../log/tiles.ts';

/** Which holder writes now. A later claim makes every earlier epoch fail. */
export type Epoch = number;

/** A committed record that has no place in the log yet. */
export interface PendingLeaf {
  readonly streamId: string;
  readonly version: number;
  /** As made at the append; never made again. */
  readonly leaf: Uint8Array;
}

export interface LoggedLeaf extends PendingLeaf {
  readonly index: number;
}

export interface LogState {
  /** Entries that have a place; they may run ahead of what the checkpoint covers. */
  readonly size: number;
  /** The last published checkpoint: a signed note, with the cosignatures that the policy asks for. */
  readonly checkpoint: string | undefined;
}

export interface LogStore {
  /** Elects: an epoch for who may write now, `undefined` while another holder is alive. Claiming again renews. */
  readonly claim: (holder: string) => Promise<Epoch | undefined>;
  readonly state: () => Promise<LogState>;
  /** At most `limit`; within a stream in order of version, without gaps. Empty for an epoch that has passed. */
  readonly unsequenced: (epoch: Epoch, limit: number) => Promise<readonly PendingLeaf[]>;
  /** Gives `leaves` the places from `from` on, which must be the size. All or nothing. */
  readonly commit: (
    epoch: Epoch,
    batch: { readonly from: number; readonly leaves: readonly PendingLeaf[]; readonly tiles: readonly Tile[] },
  ) => Promise<'committed' | 'fenced'>;
  /** The first `width` hashes (1–256) of a tile, where so many are there. */
  readonly readTile: (level: number, index: number, width: number) => Promise<Uint8Array | undefined>;
  /** Entry bundle: the first `width` (1–256) leaves from `index` × 256 on, each behind its length in two bytes. */
  readonly readEntries: (index: number, width: number) => Promise<Uint8Array | undefined>;
  /** For the size that is published already: the note with more cosignatures. */
  readonly publish: (epoch: Epoch, checkpoint: { readonly size: number; readonly note: string }) => Promise<'published' | 'fenced'>;
  readonly indexOf: (streamId: string, version: number) => Promise<number | undefined>;
  readonly leafAt: (index: number) => Promise<PendingLeaf | undefined>;
  /** Entries from `from` on, at most `limit`, in order. */
  readonly leavesFrom: (from: number, limit: number) => Promise<readonly LoggedLeaf[]>;
  /** Keeps that a witness cosigned, for all servers to see: whether binding acts are allowed rests on it. */
  readonly witnessed: (epoch: Epoch, witness: string, answer: { readonly at: string; readonly size: number }) => Promise<void>;
  readonly witnesses: () => Promise<readonly { readonly name: string; readonly at: string; readonly size: number }[]>;
}

/** Why a witness did not cosign: status 0 for one that was silent. */
export interface NotCosigned {
  readonly status: number;
  readonly reason: string;
}

/** What a witness answers to `add-checkpoint` (C2SP tlog-witness). */
export type WitnessAnswer =
  /** Lines of cosignatures, as they stand at the end of a note. */
  | { readonly kind: 'cosigned'; readonly cosignatures: string }
  /** It knows another size (409): ask again with a proof from there. */
  | { readonly kind: 'conflict'; readonly size: number }
  /** Refused by `status`, or silent (status 0). */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

export interface WitnessClient {
  readonly name: string;
  readonly vkey: string;
  /** Body of `POST add-checkpoint`: old size, consistency proof, checkpoint. */
  readonly addCheckpoint: (body: string) => Promise<WitnessAnswer>;
}

/** Time as the sequencer sees it. */
export interface LogClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}
