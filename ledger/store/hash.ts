/** The hash by which a payload can be vouched for without being shown. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@gongze/application/canonical';

/**
 * SHA-256, hex, over the salt (its 32 hex digits, as the fact carries them) followed by the canonical JSON of the
 * payload. The salt keeps a short payload from being guessed from its hash.
 */
export function payloadHashOf(payload: unknown, salt: string): string {
  return createHash('sha256').update(salt).update(canonicalJson(payload)).digest('hex');
}
