/** Checkpoints (C2SP tlog-checkpoint): the text by which a log binds itself to its first `size` entries. */
import { fromBase64, toBase64 } from './bytes.ts';
import { type Hash, hashLength } from './hash.ts';
import { type Malformed, malformed } from './malformed.ts';

export interface Checkpoint {
  /** Identity of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The note text: origin, size, root. We write no extension lines: no monitor could check them. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint; further lines of another log's checkpoint are allowed and passed over. */
export function parseCheckpoint(text: string): Checkpoint | Malformed {
  if (!text.endsWith('\n')) return malformed('checkpoint');
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  const hash = fromBase64(root);
  if (origin === '') return malformed('checkpoint', 1);
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return malformed('checkpoint', 2);
  if (hash?.length !== hashLength) return malformed('checkpoint', 3);
  const empty = extensions.indexOf('');
  return empty < 0 ? { origin, size: Number(size), root: hash } : malformed('checkpoint', 4 + empty);
}
