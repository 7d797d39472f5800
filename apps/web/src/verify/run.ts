/** The verifications of the page: what goes in is files and a policy, what comes out is a verdict in both languages. */
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { actCheck } from '@gongze/identity/registry/act-check';
import { judgeAct } from '@gongze/identity/registry/receipt-act';
import { textOf } from '@gongze/ledger/log/bytes';
import { portableSha256 as sha256 } from '@gongze/ledger/log/hash';
import { isMalformed } from '@gongze/ledger/log/malformed';
import { type AcceptedCheckpoint, judgeCheckpoint, type Policy, parsePolicy } from '@gongze/ledger/log/policy';
import { saysReceipt } from '@gongze/ledger/log/proof';
import { compareCheckpoints } from '@gongze/ledger/verify/consistency';
import type { LogFiles } from '@gongze/ledger/verify/files';
import { checkpointFile, policyFile } from '@gongze/ledger/verify/format';
import { HttpFault } from '@gongze/ledger/verify/http';
import { readCheckpoint, verifyLog } from '@gongze/ledger/verify/log';
import { type Compared, isVerified, logOutcome, type Outcome, receiptOutcome } from '@gongze/ledger/verify/outcome';
import { type ServedLog, servedLog, untoldText } from '@gongze/ledger/verify/server';
import { type VerifiedReceipt, verifyReceipt } from '@gongze/ledger/verify/receipt';
import { malformedText, proofRefusalText, type Sentence } from '@gongze/ledger/verify/texts';
import { keepCheckpoint, keptCheckpoint } from './memory.ts';
import { exportIn, type NamedFile, receiptIn, tooLong } from './sources.ts';
import { words } from './words.ts';

/** Input that cannot be used, or files that cannot be had: told in words. */
export class Unusable extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

/** The reader asked to stop. */
export class Stopped extends Error {}

export interface Run {
  readonly policyText: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, size: number) => void;
}

const fill = ({ zh, en }: Bilingual, why: Sentence): Bilingual => ({ zh: zh.replace('{why}', why.zh), en: en.replace('{why}', why.en) });
const same = (text: string): Sentence => ({ zh: text, en: text });

export const serverFiles = (): ServedLog => servedLog(new URL('/log/', location.href).href, async (url) => await fetch(url));

/** The policy that the server proposes; `undefined` if it proposes none. */
export async function proposedPolicy(files: LogFiles): Promise<string | undefined> {
  const bytes = await files.read(policyFile);
  const text = bytes && textOf(bytes);
  // A server without this file may answer with its page.
  return text === undefined || isMalformed(parsePolicy(text)) ? undefined : text;
}

function policyFrom(text: string): Policy {
  const policy = parsePolicy(text);
  if (isMalformed(policy)) throw new Unusable(fill(words.badPolicy, malformedText(policy)));
  return policy;
}

/** Lets the page draw, and stops if it was asked to. */
function breather({ signal, onProgress }: Run): (done: number, size: number) => Promise<void> {
  let drawnAt = 0;
  return async (done, size) => {
    if (performance.now() - drawnAt < 50 && done < size) return;
    onProgress(done, size);
    await new Promise((resolve) => setTimeout(resolve));
    drawnAt = performance.now();
    if (signal.aborted) throw new Stopped();
  };
}

async function compare(known: AcceptedCheckpoint, files: LogFiles, policy: Policy): Promise<Compared> {
  const present = await readCheckpoint(files, policy);
  const fault = 'kind' in present ? present : await compareCheckpoints(sha256, known, present, files);
  return { size: known.checkpoint.size, fault };
}

/** Reads every file once, so that what is compared, verified and remembered is one and the same checkpoint. */
function withFixedCheckpoint(files: LogFiles): LogFiles {
  let checkpoint: Promise<Uint8Array | undefined> | undefined;
  return { ...files, read: async (path) => await (path === checkpointFile ? (checkpoint ??= files.read(path)) : files.read(path)) };
}

/** A `ServedLog` is that of this server, which is remembered; else it is an export that was brought. */
async function checkLog(source: LogFiles | ServedLog, run: Run, kept?: string): Promise<Outcome> {
  const policy = policyFrom(run.policyText);
  const isServers = 'recordsTold' in source;
  const files = withFixedCheckpoint(source);
  const report = await verifyLog(files, {
    policy,
    sha256,
    depth: 'records',
    acts: actCheck(gb2260()),
    maySignIn: isServers,
    readAhead: 12,
    onProgress: breather(run),
  });
  const origin = report.checkpoint?.origin;
  const note = kept ?? (origin === undefined || !isServers ? undefined : keptCheckpoint(origin));
  const known = note === undefined ? undefined : judgeCheckpoint(note, policy);
  if (kept !== undefined && known !== undefined && !('checkpoint' in known)) {
    throw new Unusable(fill(words.badCheckpoint, proofRefusalText(known)));
  }
  const compared = known !== undefined && 'checkpoint' in known ? await compare(known, files, policy) : undefined;
  const untold = isServers && report.checkpoint !== undefined ? untoldText(source.recordsTold(), report.records) : undefined;
  const found = logOutcome(report, compared);
  const outcome = untold === undefined ? found : { ...found, details: [...found.details, untold] };
  if (!outcome.holds || origin === undefined || !isServers) return outcome;
  const text = textOf((await files.read(checkpointFile)) ?? new Uint8Array()) ?? '';
  return keepCheckpoint(origin, text) ? { ...outcome, details: [...outcome.details, words.remembered] } : outcome;
}

/** The log of this server, against what this browser remembers of it, or against a checkpoint that the reader brings. */
export async function verifyServer(run: Run, kept?: string): Promise<Outcome> {
  return await asWords(async () => await checkLog(serverFiles(), run, kept));
}

/** Whatever was dropped: an export, or a receipt with its record. */
export async function verifyFiles(files: readonly NamedFile[], run: Run): Promise<Outcome> {
  return await asWords(async () => {
    const long = files.some(({ path }) => path.endsWith('.tlog-proof')) ? tooLong(files) : undefined;
    if (long !== undefined) throw new Unusable(fill(words.tooLong, same(long.path)));
    const found = await receiptIn(files);
    if (found !== undefined) {
      const [receipt, ...more] = found.receipts;
      if (receipt === undefined || more.length > 0 || found.records.length > 1) throw new Unusable(words.manyReceipts);
      if (!saysReceipt(receipt)) throw new Unusable(words.notReceipt);
      const proved = verifyReceipt({ receipt, record: found.records[0], policy: policyFrom(run.policyText), sha256 });
      if (!isVerified(proved) && 'refusal' in proved && proved.refusal === 'recordMalformed') throw new Unusable(words.notRecord);
      const record = isVerified(proved) ? proved.record : undefined;
      return receiptOutcome(proved, record && judgeAct(gb2260(), (proved as VerifiedReceipt).index, record, found.registry));
    }
    const log = exportIn(files);
    if (log === undefined) throw new Unusable(words.unknownFiles);
    return await checkLog(log, run);
  });
}

async function asWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Unusable || error instanceof Stopped) throw error;
    if (error instanceof HttpFault && (error.status === 401 || error.status === 403))
      throw new Unusable(words.needsSignIn, { cause: error });
    if (error instanceof HttpFault) throw new Unusable(fill(words.noAnswer, same(`HTTP ${error.status}`)), { cause: error });
    // What a browser throws when the network or the disk fails.
    if (error instanceof TypeError || error instanceof DOMException) {
      throw new Unusable(fill(words.noAnswer, same(error.message)), { cause: error });
    }
    throw error;
  }
}
