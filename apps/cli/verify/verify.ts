/** `gongze verify`: asks no server to be believed, only for files. */
import { stat } from 'node:fs/promises';
import { toBase64 } from '@gongze/ledger/log/bytes';
import { judgeCheckpoint, type Policy } from '@gongze/ledger/log/policy';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { folderFiles } from '@gongze/ledger/files/folder';
import { compareCheckpoints } from '@gongze/ledger/verify/consistency';
import type { VerifyFault } from '@gongze/ledger/verify/faults';
import type { LogFiles } from '@gongze/ledger/verify/files';
import { HttpFault, httpFiles } from '@gongze/ledger/verify/http';
import { type LogReport, readCheckpoint, verifyLog } from '@gongze/ledger/verify/log';
import { verifyReceipt } from '@gongze/ledger/verify/receipt';
import { cosignersText, faultText, proofRefusalText, receiptRefusalText } from '@gongze/ledger/verify/texts';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { type Io, languageOf } from '../io.ts';
import { plain } from '../text/layout.ts';
import { verifyTexts } from './messages.ts';
import { BadInput, readText, type Trust, type TrustOptions, trustOf } from './trust.ts';

export interface VerifyOptions extends TrustOptions {
  readonly fact?: string;
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
interface Outcome {
  readonly holds: boolean;
  readonly lines: readonly Bilingual[];
  readonly json: unknown;
}

async function isFolder(source: string): Promise<boolean> {
  try {
    return (await stat(source)).isDirectory();
  } catch (cause) {
    throw new BadInput(verifyTexts.unreadable(source, (cause as NodeJS.ErrnoException).code ?? String(cause)), { cause });
  }
}

const fromServer = (prefix: string): LogFiles =>
  httpFiles(prefix, async (url) => await fetch(url, { signal: AbortSignal.timeout(secondsToAnswer * 1000) }));

/** Compares with a checkpoint kept earlier; it has to satisfy the same policy. */
async function compareWith(path: string, files: LogFiles, policy: Policy): Promise<{ size: number; fault: VerifyFault | undefined }> {
  const known = judgeCheckpoint(await readText(path), policy);
  if (!('checkpoint' in known)) throw new BadInput(verifyTexts.badCheckpoint(path, proofRefusalText(known)));
  const present = await readCheckpoint(files, policy);
  const fault = 'kind' in present ? present : await compareCheckpoints(sha256, known, present, files);
  return { size: known.checkpoint.size, fault };
}

function logLines(report: LogReport, trust: Trust, faults: readonly VerifyFault[], known: number | undefined): Bilingual[] {
  const { checkpoint, records } = report;
  const total = report.faultsTotal + faults.length - report.faults.length;
  const lines =
    checkpoint === undefined || total > 0 ? [verifyTexts.logFails(total)] : [verifyTexts.logHolds(checkpoint.origin, checkpoint.size)];
  lines.push(...faults.map(faultText));
  if (total > faults.length) lines.push(verifyTexts.moreFaults(total - faults.length));
  if (checkpoint !== undefined) {
    lines.push(verifyTexts.root(toBase64(checkpoint.root)), verifyTexts.cosigned(cosignersText(report.cosigned)));
    lines.push(records === undefined ? verifyTexts.noRecords : verifyTexts.records(records.checked, records.withheld, records.streams));
  }
  if (known !== undefined && total === 0) lines.push(verifyTexts.beginsWith(known));
  if (trust.isItsOwn) lines.push(verifyTexts.ownPolicy);
  return lines;
}

async function verifyFiles(files: LogFiles, options: VerifyOptions, readAhead: number): Promise<Outcome> {
  if (options.fact !== undefined) throw new BadInput(verifyTexts.notForLogs);
  const trust = await trustOf(options, files);
  const { policy } = trust;
  const depth = options.anyEntries === true ? 'tree' : 'records';
  const report = await verifyLog(files, { policy, sha256, depth, readAhead });
  const compared = options.checkpoint === undefined ? undefined : await compareWith(options.checkpoint, files, policy);
  const faults = compared?.fault === undefined ? report.faults : [...report.faults, compared.fault];
  const holds = report.faultsTotal === 0 && faults.length === 0;
  const { checkpoint } = report;
  return {
    holds,
    lines: logLines(report, trust, faults, compared?.size),
    json: {
      kind: 'log',
      holds,
      policyOfItsOwn: trust.isItsOwn,
      ...(checkpoint && { origin: checkpoint.origin, size: checkpoint.size, root: toBase64(checkpoint.root) }),
      ...(compared && { comparedWithSize: compared.size }),
      cosigned: report.cosigned,
      entries: report.entries,
      ...(report.records && { records: report.records }),
      faults: faults.map((fault) => ({ ...fault, text: faultText(fault) })),
      faultsTotal: report.faultsTotal + faults.length - report.faults.length,
    },
  };
}

async function verifyReceiptFile(path: string, options: VerifyOptions): Promise<Outcome> {
  if (options.checkpoint !== undefined || options.anyEntries === true) throw new BadInput(verifyTexts.notForReceipts);
  const receipt = await readText(path);
  const record = options.fact === undefined ? undefined : await readText(options.fact);
  const { policy } = await trustOf(options, undefined);
  const found = verifyReceipt({ receipt, record, policy, sha256 });
  if (!('header' in found) || 'refusal' in found) {
    const why = receiptRefusalText(found);
    return { holds: false, lines: [verifyTexts.receiptFails(why)], json: { kind: 'receipt', holds: false, refusal: found, text: why } };
  }
  const { index, checkpoint, cosigned, header, recordCompared } = found;
  const { stream, version, id, recordedAt } = header;
  return {
    holds: true,
    lines: [
      verifyTexts.receiptHolds(index, checkpoint.size),
      verifyTexts.about(stream, version, id, recordedAt),
      recordCompared ? verifyTexts.recordCompared : verifyTexts.recordNotCompared,
      verifyTexts.cosigned(cosignersText(cosigned)),
    ],
    json: { kind: 'receipt', holds: true, origin: checkpoint.origin, index, size: checkpoint.size, header, recordCompared, cosigned },
  };
}

async function outcomeOf(source: string, options: VerifyOptions): Promise<Outcome> {
  if (isAddress(source)) return await verifyFiles(fromServer(source), options, 16);
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

export async function verify(source: string, options: VerifyOptions, io: Io): Promise<number> {
  const lang = options.lang ?? languageOf(io.env);
  try {
    const { holds, lines, json } = await outcomeOf(source, options);
    io.out(options.json === true ? `${JSON.stringify(json, undefined, 2)}\n` : lines.map((line) => `${plain(line[lang])}\n`).join(''));
    return holds ? HOLDS : DOES_NOT_HOLD;
  } catch (error) {
    if (!(error instanceof BadInput)) throw asFault(source, error);
    io.err(`gongze: ${plain(error.text[lang])}\n`);
    return BAD_INPUT;
  }
}
