/** Random tokens, and what the server's secret seals. */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 256 bits nobody can guess, as text for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: whoever reads the table cannot sign in with it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export interface Seal {
  readonly seal: (text: string) => string;
  /** `undefined` for what this secret did not seal. */
  readonly open: (sealed: string) => string | undefined;
  /** For what must be compared and never be read again; nobody without the secret can try values. */
  readonly digest: (text: string) => string;
}

/** AES-256-GCM under a key of its own, derived from the server's secret. */
export function sealWith(secret: string): Seal {
  const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `gongze/${purpose}/v1`, 32));
  const sealKey = keyFor('seal');
  const digestKey = keyFor('digest');
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
    digest: (text) => createHmac('sha256', digestKey).update(text).digest('base64url'),
  };
}
