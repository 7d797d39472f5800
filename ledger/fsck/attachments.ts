/** Checks attached files: each gives the digest it is called by, and those that facts name are there. */
import { createHash, type Hash } from 'node:crypto';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import { filesNamedIn } from '@gongze/domain/events/files';
import type { Report } from './facts.ts';
import type { AttachmentRow } from './rows.ts';

/** Takes all facts, then all parts in the order of digest and number. */
export class AttachmentCheck {
  readonly #report: Report;
  /** Digests that facts name, with the first fact that does. */
  readonly #named = new Map<string, string>();
  /** Of those, what an archive brought along: nobody handed a file in with it. */
  readonly #elsewhere = new Set<string>();
  #at: { readonly sha256: string; readonly hash: Hash; next: number } | undefined;
  #files = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Files that are here. */
  get files(): number {
    return this.#files;
  }

  /** Files that imported facts name and that were never here. */
  get elsewhere(): number {
    return this.#elsewhere.size;
  }

  fact(record: LedgerRecord): void {
    for (const { sha256 } of filesNamedIn(record.payload)) {
      if (record.recordedBy.mode === 'import') {
        if (!this.#named.has(sha256)) this.#elsewhere.add(sha256);
      } else {
        this.#elsewhere.delete(sha256);
        if (!this.#named.has(sha256)) this.#named.set(sha256, `ledger.facts ${record.streamId} ${record.version}`);
      }
    }
  }

  part({ sha256, part, bytes }: AttachmentRow): void {
    if (this.#at?.sha256 !== sha256) {
      this.#close();
      this.#at = { sha256, hash: createHash('sha256'), next: 0 };
    }
    if (part !== this.#at.next) this.#report('attachmentDiffers', `ledger.attachments ${sha256} ${part}`);
    this.#at.next = part + 1;
    this.#at.hash.update(bytes);
  }

  #close(): void {
    if (this.#at === undefined) return;
    const { sha256, hash } = this.#at;
    if (hash.digest('hex') !== sha256) this.#report('attachmentDiffers', `ledger.attachments ${sha256}`);
    this.#named.delete(sha256);
    this.#elsewhere.delete(sha256);
    this.#files += 1;
  }

  end(): void {
    this.#close();
    for (const [sha256, at] of this.#named) this.#report('attachmentMissing', `${at} ${sha256}`);
  }
}
