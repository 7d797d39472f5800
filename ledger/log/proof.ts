/** Receipts (C2SP tlog-proof): entry and log bound together in one text that anybody can check offline. */
import { fromBase64, toBase64 } from './bytes.ts';
import { type Hash, hashLength, type Sha256 } from './hash.ts';
import { type Malformed, malformed } from './malformed.ts';
import { isSize, leafHash } from './merkle.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { type AcceptedCheckpoint, type CheckpointRefusal, judgeCheckpoint, type Policy } from './policy.ts';

const heading = 'c2sp.org/tlog-proof@v1';
/** More levels no tree has. */
const hashesMax = 63;

export interface LogProof {
  /** Vouched for by nobody: only what is checked against the rest may be believed. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** From the leaf's sibling up. */
  readonly proof: readonly Hash[];
  /** The signed note as the log published it. */
  readonly checkpoint: string;
}

export type ProofRefusal = CheckpointRefusal | { readonly refusal: 'notIncluded'; readonly index: number; readonly size: number };

export function proofText({ extra, index, proof, checkpoint }: LogProof): string {
  const lines = [heading, ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]), `index ${index}`, ...proof.map(toBase64)];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Lines of base64, each a hash; the refusal names the line, counted from `firstLine`. */
export function parseHashes(lines: readonly string[], kind: 'proof' | 'request', firstLine: number): Hash[] | Malformed {
  if (lines.length > hashesMax) return malformed(kind, firstLine + hashesMax);
  const hashes: Hash[] = [];
  for (const [at, line] of lines.entries()) {
    const hash = fromBase64(line);
    if (hash?.length !== hashLength) return malformed(kind, firstLine + at);
    hashes.push(hash);
  }
  return hashes;
}

/** A whole number in decimal without leading zeros; `undefined` for anything else. */
export function parseWhole(text: string): number | undefined {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return isSize(value) ? value : undefined;
}

/** Whether a text says of itself that it is a receipt; anything else is another kind of file, and no receipt that was falsified. */
export const saysReceipt = (text: string): boolean => text.startsWith(`${heading}\n`);

/** Takes a receipt apart without believing it. */
export function parseProof(text: string): LogProof | Malformed {
  const end = text.indexOf('\n\n');
  if (end < 0) return malformed('proof');
  const [first = '', ...rest] = text.slice(0, end).split('\n');
  if (first !== heading) return malformed('proof', 1);
  const extraText = rest[0]?.startsWith('extra ') ? rest.shift()?.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? undefined : fromBase64(extraText);
  if (extraText !== undefined && extra === undefined) return malformed('proof', 2);
  const indexLine = extraText === undefined ? 2 : 3;
  const [indexText = '', ...hashLines] = rest;
  const index = indexText.startsWith('index ') ? parseWhole(indexText.slice('index '.length)) : undefined;
  if (index === undefined) return malformed('proof', indexLine);
  const proof = parseHashes(hashLines, 'proof', indexLine + 1);
  if ('malformed' in proof) return proof;
  const checkpoint = text.slice(end + 2);
  return extra === undefined ? { index, proof, checkpoint } : { extra, index, proof, checkpoint };
}

/** Whether the policy accepts the checkpoint and the entry stands in the tree that it signs. */
export function verifyProof(
  sha256: Sha256,
  { index, proof, checkpoint: note }: LogProof,
  entry: Uint8Array,
  policy: Policy,
): AcceptedCheckpoint | ProofRefusal {
  const accepted = judgeCheckpoint(note, policy);
  if (!('checkpoint' in accepted)) return accepted;
  const { size, root } = accepted.checkpoint;
  const included = verifyInclusion(sha256, { index, size, leaf: leafHash(sha256, entry), proof, root });
  return included ? accepted : { refusal: 'notIncluded', index, size };
}
