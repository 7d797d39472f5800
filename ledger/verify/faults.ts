/** What a verification finds wrong, and where. Every kind means: this is not the history that was signed, or not all of it. */
import type { CheckpointRefusal } from '../log/policy.ts';
import type { ActFault } from './acts.ts';

export type VerifyFault =
  | ActFault
  | { readonly kind: 'checkpointMissing' }
  | { readonly kind: 'checkpointRefused'; readonly refusal: CheckpointRefusal }
  | { readonly kind: 'fileMissing'; readonly path: string }
  | { readonly kind: 'fileLength'; readonly path: string; readonly bytes: number; readonly expected: number }
  /** Not `entries` whole entries, each behind its length. */
  | { readonly kind: 'bundleMalformed'; readonly path: string; readonly entries: number }
  /** The entry is not the one whose hash the tile holds. */
  | { readonly kind: 'entryDiffers'; readonly index: number; readonly path: string }
  /** A hash of the tile is not that of the tile below it. */
  | { readonly kind: 'hashDiffers'; readonly path: string; readonly at: number }
  /** The entries give another root than the one that was signed. */
  | { readonly kind: 'rootDiffers'; readonly signed: string; readonly computed: string }
  /** Not a leaf of a record. */
  | { readonly kind: 'leafMalformed'; readonly index: number }
  /** The versions of a stream do not follow one another in the log. */
  | { readonly kind: 'streamBroken'; readonly index: number; readonly stream: string; readonly version: number; readonly expected: number }
  | { readonly kind: 'recordMissing'; readonly index: number }
  | { readonly kind: 'recordMalformed'; readonly index: number }
  /** The record is not the one that was logged. */
  | { readonly kind: 'recordDiffers'; readonly index: number }
  /** The file is not the one that a record names. */
  | { readonly kind: 'attachmentDiffers'; readonly path: string }
  | { readonly kind: 'recordsSurplus'; readonly size: number }
  /** The later tree does not begin with the earlier one: history was rewritten. */
  | { readonly kind: 'inconsistent'; readonly oldSize: number; readonly size: number }
  | { readonly kind: 'olderThanKnown'; readonly knownSize: number; readonly size: number }
  | { readonly kind: 'otherLog'; readonly origin: string; readonly knownOrigin: string };

/** Keeps the first faults and counts all. */
export class FaultList {
  readonly #max: number;
  readonly #kept: VerifyFault[] = [];
  #total = 0;

  constructor(max: number) {
    this.#max = max;
  }

  add(fault: VerifyFault): void {
    this.#total++;
    if (this.#kept.length < this.#max) this.#kept.push(fault);
  }

  get total(): number {
    return this.#total;
  }

  get kept(): readonly VerifyFault[] {
    return this.#kept;
  }
}
