/** Whom the person at the keyboard trusts: a policy, one key, or what the log itself proposes. */
import { createReadStream } from 'node:fs';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { textOf } from '@gongze/ledger/log/bytes';
import { isMalformed, malformed } from '@gongze/ledger/log/malformed';
import { type Policy, parsePolicy } from '@gongze/ledger/log/policy';
import { parseVkey } from '@gongze/ledger/log/vkey';
import type { LogFiles } from '@gongze/ledger/verify/files';
import { policyFile } from '@gongze/ledger/verify/format';
import { malformedText } from '@gongze/ledger/verify/texts';
import { verifyTexts } from './messages.ts';

/** Input that cannot be used; told with exit code 2. */
export class BadInput extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

const MIB = 1024 * 1024;
/** Receipts, policies, checkpoints and records are small; longer than this is another kind of file. */
const SMALL_BYTES_MAX = 64 * MIB;
/** Records of a whole log, of which the registry of keys is taken. */
export const RECORDS_BYTES_MAX = 256 * MIB;

/** The text of a file that the command names, which may be a pipe; read no further than so many bytes. */
export async function readText(path: string, bytesMax: number = SMALL_BYTES_MAX): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > bytesMax) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new BadInput(verifyTexts.unreadable(path, (cause as NodeJS.ErrnoException).code ?? String(cause)), { cause });
  }
  if (length > bytesMax) throw new BadInput(verifyTexts.tooLong(path, bytesMax / MIB));
  return Buffer.concat(chunks).toString('utf8');
}

function policyFrom(name: string, text: string): Policy {
  const policy = parsePolicy(text);
  if (isMalformed(policy)) throw new BadInput(verifyTexts.badPolicy(name, malformedText(policy)));
  return policy;
}

export interface TrustOptions {
  readonly policy?: string;
  readonly log?: string;
}

export interface Trust {
  readonly policy: Policy;
  /** The policy came with the log. */
  readonly isItsOwn: boolean;
}

export async function trustOf(options: TrustOptions, files: LogFiles | undefined): Promise<Trust> {
  if (options.policy !== undefined) return { policy: policyFrom(options.policy, await readText(options.policy)), isItsOwn: false };
  if (options.log !== undefined) {
    const key = parseVkey(options.log);
    const fit = isMalformed(key) || key.algorithm === 'ed25519' ? key : malformed('vkey');
    if (isMalformed(fit)) throw new BadInput(verifyTexts.badKey(malformedText(fit)));
    return { policy: { logs: [{ key: fit }], witnesses: [], quorum: undefined }, isItsOwn: false };
  }
  const proposed = await files?.read(policyFile);
  if (proposed === undefined) throw new BadInput(verifyTexts.needsPolicy);
  return { policy: policyFrom(policyFile, textOf(proposed) ?? '\u0000'), isItsOwn: true };
}
