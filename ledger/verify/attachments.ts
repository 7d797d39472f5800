/** Files that records name, against their digests: the record binds the digest, and the digest the bytes. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { runningSha256 } from '../log/hash.ts';
import type { FaultList } from './faults.ts';
import type { LogFiles } from './files.ts';
import { attachmentFile } from './format.ts';

/** What became of the files that the told records name. */
export interface AttachmentCounts {
  readonly checked: number;
  /** Named and not among the files of the export. They may be kept elsewhere: nothing is known of them. */
  readonly absent: number;
}

function digestsIn(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const { files, replacement } = payload as { readonly files?: unknown; readonly replacement?: { readonly payload?: unknown } };
  const own = Array.isArray(files) ? files.map((file: { readonly sha256?: unknown } | null) => file?.sha256) : [];
  const digests = own.filter((digest) => typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest)) as string[];
  return [...digests, ...(replacement === undefined ? [] : digestsIn(replacement?.payload))];
}

/** Remembers the digests, one each, of the records that were told and hold. */
export class NamedFiles {
  readonly #digests = new Set<string>();

  add(payload: unknown): void {
    for (const digest of digestsIn(payload)) this.#digests.add(digest);
  }

  /** Hashes every file that is there, piece by piece. */
  async check(files: LogFiles, faults: FaultList): Promise<AttachmentCounts> {
    let [checked, absent] = [0, 0];
    for (const digest of this.#digests) {
      const path = attachmentFile(digest);
      const chunks = await files.stream(path);
      if (chunks === undefined) {
        absent += 1;
        continue;
      }
      const hash = runningSha256();
      for await (const chunk of chunks) hash.update(chunk);
      if (bytesToHex(hash.digest()) === digest) checked += 1;
      else faults.add({ kind: 'attachmentDiffers', path });
    }
    return { checked, absent };
  }
}
