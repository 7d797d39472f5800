/**
 * What a witness decides (C2SP tlog-witness): it cosigns a checkpoint only if the tree that it cosigned last is its
 * beginning. Pure: whoever calls must keep the new state on disk before the cosignature leaves the house, and decide one
 * request after the other.
 */
import { equalBytes, toBase64 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import type { Hash, Sha256 } from './hash.ts';
import { type Malformed, malformed } from './malformed.ts';
import { emptyRoot } from './merkle.ts';
import { verifyConsistency } from './merkle-verify.ts';
import { openNote, parseNote } from './note.ts';
import { parseHashes, parseWhole } from './proof.ts';
import type { VerifierKey } from './vkey.ts';

/** The tree of a log that was cosigned last. */
export interface WitnessedTree {
  readonly size: number;
  readonly root: Hash;
}

export interface AddCheckpoint {
  /** Size that the log believes was cosigned last. */
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint. */
  readonly note: string;
}

/**
 * Refusals in the order in which they are found. `status` is the one of HTTP; a conflict also tells the size that was
 * cosigned last, so that the log can prove from there.
 */
export type WitnessRefusal =
  | { readonly status: 400; readonly reason: 'malformed' | 'oldSizeBeyond' }
  | { readonly status: 404; readonly reason: 'unknownLog' }
  | { readonly status: 403; readonly reason: 'notSignedByLog' }
  | { readonly status: 409; readonly reason: 'otherSize' | 'otherRoot'; readonly size: number }
  | { readonly status: 422; readonly reason: 'inconsistent' };

export type WitnessDecision =
  | WitnessRefusal
  /** Keep `tree` for `origin`, then cosign `text`. */
  | { readonly status: 200; readonly origin: string; readonly text: string; readonly tree: WitnessedTree };

/** The body of an add-checkpoint request. */
export function addCheckpointBody({ oldSize, proof, note }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map(toBase64), '', note].join('\n');
}

export function parseAddCheckpoint(body: string): AddCheckpoint | Malformed {
  const end = body.indexOf('\n\n');
  if (end < 0) return malformed('request');
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const oldSize = first.startsWith('old ') ? parseWhole(first.slice('old '.length)) : undefined;
  if (oldSize === undefined) return malformed('request', 1);
  const proof = parseHashes(lines, 'request', 2);
  return 'malformed' in proof ? proof : { oldSize, proof, note: body.slice(end + 2) };
}

/**
 * Decides one request. `logs` are the keys of the logs that are witnessed, each named by its origin; `treeOf` gives what was
 * cosigned last, `undefined` before the first time.
 */
export function decideCosignature(
  sha256: Sha256,
  body: string,
  logs: readonly VerifierKey[],
  treeOf: (origin: string) => WitnessedTree | undefined,
): WitnessDecision {
  const request = parseAddCheckpoint(body);
  if ('malformed' in request) return { status: 400, reason: 'malformed' };
  const note = parseNote(request.note);
  const checkpoint = 'malformed' in note ? note : parseCheckpoint(note.text);
  if ('malformed' in checkpoint) return { status: 400, reason: 'malformed' };
  const { origin, size, root } = checkpoint;
  const keys = logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return { status: 404, reason: 'unknownLog' };
  const opened = openNote(request.note, keys);
  if (!('verified' in opened) || opened.verified.length === 0) return { status: 403, reason: 'notSignedByLog' };
  const { oldSize, proof } = request;
  if (oldSize > size) return { status: 400, reason: 'oldSizeBeyond' };
  const tree = treeOf(origin) ?? { size: 0, root: emptyRoot(sha256) };
  if (oldSize !== tree.size) return { status: 409, reason: 'otherSize', size: tree.size };
  if (oldSize === size && !equalBytes(root, tree.root)) return { status: 409, reason: 'otherRoot', size: tree.size };
  const isConsistent = oldSize === 0 ? proof.length === 0 : verifyConsistency(sha256, { oldSize, oldRoot: tree.root, size, root, proof });
  return isConsistent ? { status: 200, origin, text: opened.text, tree: { size, root } } : { status: 422, reason: 'inconsistent' };
}
