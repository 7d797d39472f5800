/** Whether a checkpoint that somebody kept is the beginning of the log as it is now. */
import type { AcceptedCheckpoint } from '../log/policy.ts';
import { hashLength, type Sha256 } from '../log/hash.ts';
import { consistencyProof } from '../log/merkle.ts';
import { equalBytes } from '../log/bytes.ts';
import { verifyConsistency } from '../log/merkle-verify.ts';
import { type TileId, tileNodes, tilePath } from '../log/tiles.ts';
import type { VerifyFault } from './faults.ts';
import type { LogFiles } from './files.ts';

/** Carries a missing tile out of the reading. */
class TileFault extends Error {
  readonly fault: VerifyFault;
  constructor(fault: VerifyFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/**
 * Compares a known checkpoint with the log's present one, both judged before, by a proof made from the log's tiles.
 * `undefined`: the present log begins with the known one.
 */
export async function compareCheckpoints(
  sha256: Sha256,
  known: AcceptedCheckpoint,
  present: AcceptedCheckpoint,
  files: LogFiles,
): Promise<VerifyFault | undefined> {
  const { origin: knownOrigin, size: oldSize, root: oldRoot } = known.checkpoint;
  const { origin, size, root } = present.checkpoint;
  if (knownOrigin !== origin) return { kind: 'otherLog', origin, knownOrigin };
  if (oldSize > size) return { kind: 'olderThanKnown', knownSize: oldSize, size };
  if (oldSize === size) return equalBytes(oldRoot, root) ? undefined : { kind: 'inconsistent', oldSize, size };
  if (oldSize === 0) return undefined;
  const read = async ({ level, index, width }: TileId): Promise<Uint8Array | undefined> => {
    const path = tilePath(level, index, width);
    const bytes = await files.read(path);
    const expected = width * hashLength;
    if (bytes === undefined) throw new TileFault({ kind: 'fileMissing', path });
    if (bytes.length !== expected) throw new TileFault({ kind: 'fileLength', path, bytes: bytes.length, expected });
    return bytes;
  };
  const missing = (): Error => new Error('bug: the length was looked at');
  try {
    const proof = await consistencyProof(sha256, oldSize, size, tileNodes(sha256, size, read, missing));
    return verifyConsistency(sha256, { oldSize, oldRoot, size, root, proof }) ? undefined : { kind: 'inconsistent', oldSize, size };
  } catch (error) {
    if (error instanceof TileFault) return error.fault;
    throw error;
  }
}
