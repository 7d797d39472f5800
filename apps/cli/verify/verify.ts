/** `gongze verify`: asks no server to be believed, only for files. */
import { stat } from 'node:fs/promises';
import { toBase64 } from '@gongze/ledger/log/bytes';
import { judgeCheckpoint, type Policy } from '@gongze/ledger/log/policy';
import { saysReceipt } from '@gongze/ledger/log/proof';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { folderFiles } from '@gongze/ledger/files/folder';
import { compareCheckpoints } from '@gongze/ledger/verify/consistency';
import type { LogFiles } from '@gongze/ledger/verify/files';
import { HttpFault } from '@gongze/ledger/verify/http';
import { findLog, type ServedLog, untoldText } from '@gongze/ledger/verify/server';
import { readCheckpoint, verifyLog } from '@gongze/ledger/verify/log';
import { verifyReceipt } from '@gongze/ledger/verify/receipt';
import { parseRecord } from '@gongze/ledger/verify/records';
import { type Compared, isVerified, logFaults, logOutcome, type Outcome, receiptOutcome } from '@gongze/ledger/verify/outcome';
import { faultText, proofRefusalText } from '@gongze/ledger/verify/texts';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { actCheck } from '@gongze/identity/registry/act-check';
import { judgeAct } from '@gongze/identity/registry/receipt-act';
import { type Io, languageOf } from '../io.ts';
import { plain } from '../text/layout.ts';
import { verifyTexts } from './messages.ts';
import { BadInput, RECORDS_BYTES_MAX, readText, type TrustOptions, trustOf } from './trust.ts';

export interface VerifyOptions extends TrustOptions {
  readonly fact?: string;
  readonly keys?: string;
  readonly checkpoint?: string;
  readonly anyEntries?: boolean;
  readonly lang?: Language;
  readonly json?: boolean;
}

const HOLDS = 0;
const BAD_INPUT = 2;
const DOES_NOT_HOLD = 3;
const secondsToAnswer = 30;
const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

/** What was found, in words and for programs. */
interface Answer extends Outcome {
  readonly json: unknown;
}

async function isFolder(source: string): Promise<boolean> {
  try {
    return (await stat(source)).isDirectory();
  } catch (cause) {
    throw new BadInput(verifyTexts.unreadable(source, (cause as NodeJS.ErrnoException).code ?? String(cause)), { cause });
  }
}

/** `GONGZE_COOKIE`: the cookie of a session, so that the server tells the records that its person may read. */
async function fromServer(address: string, { env }: Pick<Io, 'env'>): Promise<ServedLog> {
  const cookie = env['GONGZE_COOKIE'];
  const headers = cookie === undefined ? {} : { headers: { cookie } };
  return await findLog(address, async (url) => await fetch(url, { ...headers, signal: AbortSignal.timeout(secondsToAnswer * 1000) }));
}

/** Compares with a checkpoint kept earlier; it has to satisfy the same policy. */
async function compareWith(path: string, files: LogFiles, policy: Policy): Promise<Compared> {
  const known = judgeCheckpoint(await readText(path), policy);
  if (!('checkpoint' in known)) throw new BadInput(verifyTexts.badCheckpoint(path, proofRefusalText(known)));
  const present = await readCheckpoint(files, policy);
  const fault = 'kind' in present ? present : await compareCheckpoints(sha256, known, present, files);
  return { size: known.checkpoint.size, fault };
}

async function verifyFiles(files: LogFiles | ServedLog, options: VerifyOptions, readAhead: number): Promise<Answer> {
  if (options.fact !== undefined || options.keys !== undefined) throw new BadInput(verifyTexts.notForLogs);
  const { policy, isItsOwn } = await trustOf(options, files);
  const depth = options.anyEntries === true ? 'tree' : 'records';
  const report = await verifyLog(files, { policy, sha256, depth, readAhead, acts: actCheck(gb2260()), maySignIn: 'recordsTold' in files });
  const compared = options.checkpoint === undefined ? undefined : await compareWith(options.checkpoint, files, policy);
  const { holds, verdict, details } = logOutcome(report, compared);
  const { faults, total } = logFaults(report, compared);
  const { checkpoint, cosigned, entries, latest, records, acts, attachments } = report;
  const untold = 'recordsTold' in files && depth === 'records' ? untoldText(files.recordsTold(), records) : undefined;
  const notes = [untold, isItsOwn ? verifyTexts.ownPolicy : undefined].filter((note) => note !== undefined);
  return {
    holds,
    verdict,
    details: checkpoint === undefined ? details : [...details, ...notes],
    json: {
      kind: 'log',
      holds,
      policyOfItsOwn: isItsOwn,
      ...(checkpoint && { origin: checkpoint.origin, size: checkpoint.size, root: toBase64(checkpoint.root) }),
      ...(compared && { comparedWithSize: compared.size }),
      cosigned,
      entries,
      ...(latest !== undefined && { latest }),
      ...(untold !== undefined && 'recordsTold' in files && { recordsTold: files.recordsTold() }),
      ...(records && { records, attachments }),
      ...(acts && { acts }),
      faults: faults.map((fault) => ({ ...fault, text: faultText(fault) })),
      faultsTotal: total,
    },
  };
}

/** Another kind of file would make every signature look like one by an unknown key. */
async function readRecords(path: string): Promise<string> {
  const text = await readText(path, RECORDS_BYTES_MAX);
  const holdsRecord = text.split('\n').some((line) => line.startsWith('{') && parseRecord(line) !== undefined);
  if (!holdsRecord) throw new BadInput(verifyTexts.notRecords(path));
  return text;
}

async function verifyReceiptFile(path: string, options: VerifyOptions): Promise<Answer> {
  if (options.checkpoint !== undefined || options.anyEntries === true) throw new BadInput(verifyTexts.notForReceipts);
  const receipt = await readText(path);
  if (!saysReceipt(receipt)) throw new BadInput(verifyTexts.notReceipt(path));
  const record = options.fact === undefined ? undefined : await readText(options.fact);
  const { policy } = await trustOf(options, undefined);
  const found = verifyReceipt({ receipt, record, policy, sha256 });
  if (!isVerified(found) && 'refusal' in found && found.refusal === 'recordMalformed')
    throw new BadInput(verifyTexts.notRecord(options.fact ?? path));
  const registry = options.keys === undefined ? undefined : await readRecords(options.keys);
  const act = isVerified(found) && found.record !== undefined ? judgeAct(gb2260(), found.index, found.record, registry) : undefined;
  const outcome = receiptOutcome(found, act);
  if (!isVerified(found)) return { ...outcome, json: { kind: 'receipt', holds: false, refusal: found, text: outcome.verdict } };
  const { index, checkpoint, cosigned, header, recordCompared, only } = found;
  const { origin, size } = checkpoint;
  return {
    ...outcome,
    details: recordCompared ? outcome.details : [...outcome.details, verifyTexts.compareFact],
    json: {
      kind: 'receipt',
      holds: outcome.holds,
      origin,
      index,
      size,
      header,
      recordCompared,
      ...(only && { only }),
      ...(act && { signatures: act.signatures, faults: act.faults.map((fault) => ({ ...fault, text: faultText(fault) })) }),
      cosigned,
    },
  };
}

async function outcomeOf(source: string, options: VerifyOptions, io: Io): Promise<Answer> {
  if (isAddress(source)) return await verifyFiles(await fromServer(source, io), options, 16);
  return (await isFolder(source)) ? await verifyFiles(folderFiles(source), options, 4) : await verifyReceiptFile(source, options);
}

/** A server that does not answer is neither true nor false: it is told as a fault, in words. */
function asFault(source: string, error: unknown): unknown {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string; readonly message?: string } };
  const isNetwork =
    error instanceof HttpFault ||
    name === 'TimeoutError' ||
    (error instanceof TypeError && /^(fetch failed|terminated)$/.test(error.message));
  if (!isAddress(source) || !isNetwork) return error;
  const why = error instanceof HttpFault ? `HTTP ${error.status}` : (cause?.code ?? cause?.message ?? name ?? '');
  const url = error instanceof HttpFault ? error.url : source;
  return Object.assign(new Error('unreachable', { cause: error }), { text: verifyTexts.unreachable(url, why) });
}

/** What of the input cannot be used: told so by us, or a file of the folder that the system cannot read. */
function asUnusable(source: string, error: unknown): Bilingual | undefined {
  if (error instanceof BadInput) return error.text;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const isFile = !isAddress(source) && code !== undefined && (syscall === 'read' || syscall === 'open' || syscall === 'stat');
  return isFile ? verifyTexts.unreadable(path ?? source, code) : undefined;
}

export async function verify(source: string, options: VerifyOptions, io: Io): Promise<number> {
  const lang = options.lang ?? languageOf(io.env);
  try {
    const { holds, verdict, details, json } = await outcomeOf(source, options, io);
    const lines = [verdict, ...details];
    io.out(options.json === true ? `${JSON.stringify(json, undefined, 2)}\n` : lines.map((line) => `${plain(line[lang])}\n`).join(''));
    return holds ? HOLDS : DOES_NOT_HOLD;
  } catch (error) {
    const unusable = asUnusable(source, error);
    if (unusable === undefined) throw asFault(source, error);
    io.err(`gongze: ${plain(unusable[lang])}\n`);
    return BAD_INPUT;
  }
}
