/** A witness far away, as the sequencer asks it. Whatever it answers, and whether it answers, is a value; nothing is thrown. */
import { parseWhole } from '../log/proof.ts';
import type { WitnessAnswer, WitnessClient } from '../sequence/ports.ts';

export interface HttpWitnessOptions {
  /** Its name in the policy. */
  readonly name: string;
  readonly vkey: string;
  /** Submission prefix. */
  readonly url: string;
  /** After so long it counts as silent. */
  readonly timeoutMilliseconds?: number;
}

/** Cosignatures of a witness with several keys are still short. */
const answerBytesMax = 64 * 1024;
const refused = (status: number, reason: string): WitnessAnswer => ({ kind: 'refused', status, reason });

async function boundedText(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > answerBytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

async function ask(address: string, body: string, signal: AbortSignal): Promise<WitnessAnswer> {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  // A witness has one address; one that sends elsewhere is not the one that was configured.
  const response = await fetch(address, { method: 'POST', body, headers, signal, redirect: 'error' });
  const text = await boundedText(response);
  if (text === undefined) return refused(response.status, 'tooLong');
  if (response.status === 200) return { kind: 'cosigned', cosignatures: text };
  const isSize = response.headers.get('content-type')?.split(';')[0]?.trim() === 'text/x.tlog.size';
  const size = response.status === 409 && isSize ? parseWhole(text.trimEnd()) : undefined;
  return size === undefined ? refused(response.status, text.slice(0, 200).trim()) : { kind: 'conflict', size };
}

export function httpWitness({ name, vkey, url, timeoutMilliseconds = 2000 }: HttpWitnessOptions): WitnessClient {
  const address = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  return {
    name,
    vkey,
    addCheckpoint: async (body) => {
      try {
        return await ask(address, body, AbortSignal.timeout(timeoutMilliseconds));
      } catch (error) {
        const { name: kind, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
        return refused(0, cause?.code ?? kind ?? 'unknown');
      }
    },
  };
}
