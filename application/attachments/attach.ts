/** Files that are handed in with records: taken in part by part, named by a record, and read by whoever may read that record. */
import { filesNamedIn } from '@gongze/domain/events/files';
import type { AttachedFile } from '@gongze/domain/events/schemas';
import { type Answer, answered, notFound, requestFault } from '../answers.ts';
import { isAnonymous, noSuchCase, refusalOf, signInFirst } from '../commands/answers.ts';
import { mayRead, type RecordPorts } from '../commands/record.ts';
import type { Caller } from '../permissions/caller.ts';
import { caseResource } from '../permissions/claims/claim.ts';
import { stateOf } from '../read/cache.ts';
import type { Sight } from '../read/sight.ts';
import { type Arrival, type ArrivalStanding, type Attachments, PART_BYTES } from './ports.ts';
import { attachmentTexts as texts } from './texts.ts';

/** So many files of the greatest length one person may have handed in without a record that names them. */
const WAITING_FILES = 10;

/** After so long an absent scanner is asked again. */
const SCANNER_SECONDS = 30;

export interface BeginRequest {
  readonly caseId: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly caller: Caller;
}

export interface PartRequest {
  readonly caseId: string;
  readonly sha256: string;
  readonly part: number;
  readonly bytes: Uint8Array;
  readonly caller: Caller;
}

/** How far a file has come. */
export interface Arriving {
  readonly sha256: string;
  readonly bytes: number;
  readonly partBytes: number;
  readonly parts: number;
  /** Numbers of the parts that are still to be sent, from 0. */
  readonly missing: readonly number[];
  readonly complete: boolean;
  /** Once it is complete. */
  readonly mediaType?: string;
}

export interface OpenedFile {
  readonly file: AttachedFile;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const arrivalOf = ({ caseId, sha256, caller }: Pick<BeginRequest, 'caseId' | 'sha256' | 'caller'>): Arrival => ({
  caseId,
  sha256,
  person: caller.person ?? '',
});

function arriving(sha256: string, { bytes, parts: here, complete, mediaType }: ArrivalStanding): Arriving {
  const parts = Math.ceil(bytes / PART_BYTES);
  const known = new Set(here);
  const missing = complete ? [] : Array.from({ length: parts }, (_, part) => part).filter((part) => !known.has(part));
  return { sha256, bytes, partBytes: PART_BYTES, parts, missing, complete, ...(mediaType !== undefined && { mediaType }) };
}

function badRequest(text: { readonly zh: string; readonly en: string }, ...fault: Parameters<typeof requestFault>): Answer<never> {
  return { ok: false, problem: { kind: 'badRequest', text, faults: [requestFault(...fault)] } };
}

/** Whether the caller may hand files in to the case. A case that he may not read is not there. */
async function mayAttach(ports: RecordPorts, caseId: string, caller: Caller): Promise<Answer<true>> {
  if (isAnonymous(caller)) return signInFirst();
  const stored = await ports.readCase(caseId);
  if (stored === undefined) return noSuchCase(caseId);
  const standing = await ports.standingOf(caseId);
  const verdict = ports.authorizer.decide(caller, 'attachFile', caseResource(stateOf(stored), standing));
  if (verdict.allowed) return answered(true);
  return mayRead(ports.authorizer, caller, stored, standing) ? refusalOf(verdict) : noSuchCase(caseId);
}

/** Announces a file; the answer says which parts are still to be sent. Asked again it says how far it has come. */
export async function beginAttachment(ports: RecordPorts, request: BeginRequest): Promise<Answer<Arriving>> {
  const { attachments } = ports;
  const { caseId, sha256, bytes, caller } = request;
  const may = await mayAttach(ports, caseId, caller);
  if (!may.ok) return may;
  if (attachments === undefined) return notFound(texts.none);
  const { store, bytesMax } = attachments;
  if (bytes > bytesMax) return badRequest(texts.tooLargeText(bytes, bytesMax), 'bytes', texts.tooLarge(bytesMax), String(bytes));
  const standing = await store.begin(arrivalOf(request), bytes, bytesMax * WAITING_FILES);
  if (standing === undefined) return { ok: false, problem: { kind: 'refused', text: texts.tooMuch, facts: [] } };
  if (standing.bytes !== bytes) return badRequest(texts.badPart, 'bytes', texts.lengthDiffers(standing.bytes), String(bytes));
  return answered(arriving(sha256, standing));
}

/** Why the scanner lets a file that is all there not pass; nothing where it does, or where there is none. */
async function scanFault({ store, scan }: Attachments, arrival: Arrival): Promise<Answer<never> | undefined> {
  if (scan === undefined) return undefined;
  let found: string | undefined;
  try {
    found = await scan(store.arrived(arrival));
  } catch {
    return { ok: false, problem: { kind: 'unavailable', text: texts.notScanned, retryAfterSeconds: SCANNER_SECONDS } };
  }
  if (found === undefined) return undefined;
  await store.discard(arrival);
  return { ok: false, problem: { kind: 'refused', text: texts.infected(found), facts: [] } };
}

/** Takes one part. With the last missing one the file is hashed, and kept if it is the announced one. */
export async function attachPart(ports: RecordPorts, request: PartRequest): Promise<Answer<Arriving>> {
  const { attachments } = ports;
  const { caseId, sha256, part, bytes, caller } = request;
  const may = await mayAttach(ports, caseId, caller);
  if (!may.ok) return may;
  if (attachments === undefined) return notFound(texts.none);
  const { store } = attachments;
  const arrival = arrivalOf(request);
  const before = await store.standing(arrival);
  if (before === undefined) return { ok: false, problem: { kind: 'refused', text: texts.notAnnounced, facts: [] } };
  if (before.complete) return answered(arriving(sha256, before));
  const count = Math.ceil(before.bytes / PART_BYTES);
  if (part >= count) return badRequest(texts.badPart, 'part', texts.partNumber(count), String(part));
  const expected = part < count - 1 ? PART_BYTES : before.bytes - part * PART_BYTES;
  if (bytes.length !== expected) return badRequest(texts.badPart, 'body', texts.partLength(expected), String(bytes.length));
  await store.put(arrival, part, bytes);
  const now = (await store.standing(arrival)) ?? before;
  if (now.complete || now.parts.length < count) return answered(arriving(sha256, now));
  const fault = await scanFault(attachments, arrival);
  if (fault !== undefined) return fault;
  if (!(await store.finish(arrival))) return { ok: false, problem: { kind: 'refused', text: texts.otherFile, facts: [] } };
  return answered(arriving(sha256, (await store.standing(arrival)) ?? now));
}

/** The bytes of a file, for whoever may read a record that names it. */
export async function openAttachment(
  { attachments }: Pick<RecordPorts, 'attachments'>,
  sights: Sight,
  { caseId, sha256, caller }: Pick<BeginRequest, 'caseId' | 'sha256' | 'caller'>,
): Promise<Answer<OpenedFile>> {
  const seen = await sights.see(caseId, caller);
  if (!seen.ok) return seen;
  let file: AttachedFile | undefined;
  for (const { payload } of seen.value.facts) file ??= filesNamedIn(payload).find((one) => one.sha256 === sha256);
  const bytes = file === undefined ? undefined : await attachments?.store.read(sha256);
  return file === undefined || bytes === undefined ? notFound(texts.noSuchFile) : answered({ file, bytes });
}
