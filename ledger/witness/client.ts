/** A witness far away, as the sequencer asks it. Whatever it answers, and whether it answers, is a value; nothing is thrown. */
import type { KnownWitness } from '../log/policy.ts';
import { parseWhole } from '../log/proof.ts';
import { vkeyText } from '../log/vkey.ts';
import type { WitnessAnswer, WitnessClient } from '../sequence/ports.ts';

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

/** `undefined` for a witness that the policy gives no address for. After `milliseconds` without an answer it counts as silent. */
export function httpWitness({ name, key, url }: KnownWitness, milliseconds = 5000): WitnessClient | undefined {
  if (url === undefined) return undefined;
  const address = `${url.replace(/\/+$/, '')}/add-checkpoint`;
  return {
    name,
    vkey: vkeyText(key),
    addCheckpoint: async (body) => {
      try {
        return await ask(address, body, AbortSignal.timeout(milliseconds));
      } catch (error) {
        const { name: kind, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
        return refused(0, cause?.code ?? kind ?? 'unknown');
      }
    },
  };
}
