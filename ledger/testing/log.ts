/** A small log in memory, for tests: keys from fixed seeds, entries, tiles, checkpoints and receipts. */
import { nodeSha256 as sha256 } from '../crypto/sha256.ts';
import { signingKey } from '../crypto/signing-key.ts';
import { utf8 } from '../log/bytes.ts';
import { checkpointText } from '../log/checkpoint.ts';
import { isMalformed } from '../log/malformed.ts';
import { consistencyProof, inclusionProof, leafHash, nodesOf, rootFromHashes } from '../log/merkle.ts';
import type { Policy } from '../log/policy.ts';
import { proofText } from '../log/proof.ts';
import { cosignature, type Signer, signNote } from '../log/signer.ts';
import { encodeEntries, growTiles, tilePath } from '../log/tiles.ts';
import { parseVkey, type VerifierKey } from '../log/vkey.ts';

export const origin = 'log.example/gongze';
export const logSigner = signingKey(origin, 'ed25519', new Uint8Array(32).fill(1)).signer;
const witnessNames = ['shaanxi', '西安', 'xianyang'];
export const witnessSigners: readonly Signer[] = witnessNames.map(
  (name, at) => signingKey(`witness.example/${name}`, 'cosignature', new Uint8Array(32).fill(10 + at)).signer,
);

const parsed = new Map<Signer, VerifierKey>();

/** The key of a signer; looked at once, because a look at a key costs as much as a signature. */
export function keyOf(signer: Signer): VerifierKey {
  const known = parsed.get(signer);
  if (known !== undefined) return known;
  const key = parseVkey(signer.vkey);
  if (isMalformed(key)) throw new Error('bug: a key of the tests is refused');
  parsed.set(signer, key);
  return key;
}

/** The log with its three witnesses; any `threshold` of them are enough. */
export function policyOf(threshold: number): Policy {
  const witnesses = witnessSigners.map((signer, at) => ({ name: witnessNames[at] as string, key: keyOf(signer) }));
  const members = witnesses.map(({ name }) => name);
  return { logs: [{ key: keyOf(logSigner) }], witnesses, quorum: threshold === 0 ? undefined : { name: 'witnesses', threshold, members } };
}

export interface TestLog {
  readonly entries: readonly Uint8Array[];
  readonly leaves: readonly Uint8Array[];
  /** Note of the first `size` entries, signed by the log and that many witnesses at second 1,000,000 + size. */
  readonly note: (size?: number, witnesses?: number) => Promise<string>;
  readonly consistency: (oldSize: number, size: number) => Promise<readonly Uint8Array[]>;
  readonly receipt: (index: number, extra?: Uint8Array, witnesses?: number) => Promise<string>;
  /** All files of an export but `policy` and `records.jsonl`. */
  readonly files: (size?: number, witnesses?: number) => Promise<Map<string, Uint8Array>>;
}

export const textEntries = (count: number, word = 'entry'): Uint8Array[] => Array.from({ length: count }, (_, at) => utf8(`${word} ${at}`));

export function testLog(entries: readonly Uint8Array[]): TestLog {
  const leaves = entries.map((entry) => leafHash(sha256, entry));
  const read = nodesOf(sha256, leaves);
  const note: TestLog['note'] = async (size = entries.length, witnesses = 0) => {
    const text = checkpointText({ origin, size, root: rootFromHashes(sha256, leaves.slice(0, size)) });
    const lines = await Promise.all(witnessSigners.slice(0, witnesses).map((signer) => cosignature(text, 1_000_000 + size, signer)));
    return `${await signNote(text, logSigner)}${lines.join('')}`;
  };
  return {
    entries,
    leaves,
    note,
    consistency: async (oldSize, size) => await consistencyProof(sha256, oldSize, size, read),
    receipt: async (index, extra, witnesses = 0) => {
      const proof = await inclusionProof(sha256, index, entries.length, read);
      const checkpoint = await note(entries.length, witnesses);
      return proofText(extra === undefined ? { index, proof, checkpoint } : { extra, index, proof, checkpoint });
    },
    files: async (size = entries.length, witnesses = 0) => {
      const files = new Map([['checkpoint', utf8(await note(size, witnesses))]]);
      for (const { level, index, width, bytes } of growTiles(sha256, 0, [], leaves.slice(0, size))) {
        files.set(tilePath(level, index, width), bytes);
        if (level === 0) files.set(tilePath('entries', index, width), encodeEntries(entries.slice(index * 256, index * 256 + width)));
      }
      return files;
    },
  };
}
