/** Signatures of notices in the format of Standard Webhooks: HMAC-SHA256 over id, instant and body. */
import { createHmac, hkdfSync } from 'node:crypto';

/** Secret of a webhook: follows from the server's own, so that none is kept. `whsec_` and base64, as receivers expect it. */
export function webhookSecret(serverSecret: Uint8Array, id: string, generation: number): string {
  const key = hkdfSync('sha256', serverSecret, 'gongze webhook', `${id} ${generation}`, 32);
  return `whsec_${Buffer.from(key).toString('base64')}`;
}

export interface Notice {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

export function noticeHeaders(secret: string, { id, timestamp, body }: Notice): Record<string, string> {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
