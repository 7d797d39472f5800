/** Files to and from the server. Either way the digest is computed here, from the bytes themselves. */
import { runningSha256 } from '@gongze/ledger/log/hash';
import type { AttachedFile } from '@gongze/domain/events/schemas';
import type { Language } from '@gongze/domain/vocabulary/text';
import { fileWords } from './words.ts';

/** Why a file did not come through, in a sentence for its reader. */
export class TransferFault extends Error {}

export type Phase = 'hashing' | 'sending';
/** `done`: of the bytes of this phase, 0–1. */
export type OnProgress = (phase: Phase, done: number) => void;

const SLICE = 512 * 1024;
const TRIES = 4;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const addressOf = (caseId: string, rest: string): string => `/api/cases/${encodeURIComponent(caseId)}/attachments${rest}`;

async function digestOf(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<string> {
  const hash = runningSha256();
  for (let at = 0; at < file.size; at += SLICE) {
    signal.throwIfAborted();
    hash.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
    onProgress('hashing', Math.min(1, (at + SLICE) / file.size));
  }
  return hexOf(hash.digest());
}

/** Asks again where the line or the server failed for a moment; sending a part twice does no harm. */
async function ask(lang: Language, address: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(address, { ...init, headers: { ...init.headers, 'accept-language': lang } }).catch((cause: unknown) => {
      init.signal?.throwIfAborted();
      return cause instanceof TypeError ? undefined : Promise.reject(cause);
    });
    const passing = response === undefined || response.status === 503 || response.status === 429;
    if (!passing) return response;
    if (tries === TRIES) {
      if (response !== undefined) return response;
      throw new TransferFault(fileWords.unreachable[lang]);
    }
    await pause(500 * 2 ** tries);
  }
}

interface Arriving {
  readonly partBytes: number;
  readonly parts: number;
  readonly missing: readonly number[];
  readonly complete: boolean;
  readonly mediaType?: string;
}

async function arriving(response: Response): Promise<Arriving> {
  const told = (await response.json().catch(() => ({}))) as Arriving & { readonly detail?: string };
  if (!response.ok) throw new TransferFault(told.detail ?? `${response.status} ${response.statusText}`);
  return told;
}

/** As much of the name as a record takes: no path, nothing that would show another ending than there is. */
export function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}/\\\u202a-\u202e\u2066-\u2069]/gu, '_') || '_';
  return plain.length <= 200 ? plain : `${plain.slice(0, 180)}…${plain.slice(-19)}`;
}

/**
 * Sends a file and says what a record calls it. Goes on where it was broken off. Throws a `TransferFault` with a sentence,
 * or what `signal` was aborted with.
 */
export async function sendFile(
  caseId: string,
  file: File,
  lang: Language,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<AttachedFile> {
  if (file.size === 0) throw new TransferFault(fileWords.empty[lang]);
  const sha256 = await digestOf(file, onProgress, signal).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new TransferFault(fileWords.changed[lang], { cause });
  });
  onProgress('sending', 0);
  let now = await arriving(
    await ask(lang, addressOf(caseId, ''), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sha256, bytes: file.size }),
      signal,
    }),
  );
  // All is here, but the file was not taken, as the scanner was away: its last part asks again.
  const left = now.complete || now.missing.length > 0 ? now.missing : [now.parts - 1];
  for (const part of left) {
    const body = file.slice(part * now.partBytes, (part + 1) * now.partBytes);
    now = await arriving(
      await ask(lang, addressOf(caseId, `/${sha256}/parts/${part}`), {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body,
        signal,
      }),
    );
    onProgress('sending', (now.parts - now.missing.length) / now.parts);
  }
  if (!now.complete || now.mediaType === undefined) throw new TransferFault(fileWords.changed[lang]);
  return { sha256, name: plainName(file.name), bytes: file.size, mediaType: now.mediaType };
}

/** The bytes of a file that a record names; `undefined` where they are not the ones of the record. */
export async function takeFile(
  caseId: string,
  { sha256, bytes, mediaType }: AttachedFile,
  lang: Language,
  onProgress: (done: number) => void,
): Promise<Blob | undefined> {
  const response = await fetch(addressOf(caseId, `/${sha256}`), { headers: { 'accept-language': lang } });
  if (!response.ok) await arriving(response);
  const hash = runningSha256();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let taken = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    hash.update(next.value);
    chunks.push(next.value as Uint8Array<ArrayBuffer>);
    taken += next.value.length;
    onProgress(Math.min(1, taken / bytes));
  }
  return hexOf(hash.digest()) === sha256 ? new Blob(chunks, { type: mediaType }) : undefined;
}
