/** A witness over HTTP (C2SP tlog-witness). */
import type { KnownWitness } from '../log/policy.ts';
import { vkeyText } from '../log/vkey.ts';
import type { WitnessAnswer, WitnessClient } from './ports.ts';

const answerMilliseconds = 5000;
const answerBytesMax = 100_000;

function answerOf(status: number, type: string, body: string): WitnessAnswer {
  if (status === 200) return { kind: 'cosigned', cosignatures: body };
  if (status === 409 && type === 'text/x.tlog.size' && /^\d{1,15}\n$/.test(body)) return { kind: 'conflict', size: Number(body) };
  return { kind: 'refused', status, reason: body.slice(0, 200) };
}

/** `undefined` for a witness that the policy gives no address for. */
export function httpWitness({ name, key, url }: KnownWitness): WitnessClient | undefined {
  if (url === undefined) return undefined;
  const address = new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`);
  return {
    name,
    vkey: vkeyText(key),
    addCheckpoint: async (body) => {
      const signal = AbortSignal.timeout(answerMilliseconds);
      const response = await fetch(address, { method: 'POST', body, signal, redirect: 'error' });
      const text = await response.text();
      return answerOf(response.status, response.headers.get('content-type') ?? '', text.slice(0, answerBytesMax));
    },
  };
}
