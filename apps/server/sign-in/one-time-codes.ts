/** One-time codes of the second factor: RFC 6238 with SHA-1, six digits, steps of 30 seconds, as every app makes them. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** A code of the step before or after counts too, for clocks that are a little off. */
const STEPS_AROUND = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 (RFC 4648, section 6) without padding. */
export function toBase32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    held = (held << 5) | alphabet.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bytes.push((held >> (bits - 8)) & 255);
      bits -= 8;
      held &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / STEP_SECONDS);
}

/** The code of a step; `digits` for the published examples, which have eight. */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step whose code this is, if it lies around now and behind the last that was used; else `undefined`. */
export function stepOfCode(secret: Uint8Array, code: string, now: number, lastStep: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const around = Array.from({ length: 2 * STEPS_AROUND + 1 }, (_, index) => stepAt(now) - STEPS_AROUND + index);
  const matching = around.filter((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code)));
  return matching.find((step) => step > lastStep);
}

export function newSecret(): string {
  return toBase32(randomBytes(20));
}

/** What an authenticator app reads from a picture. */
export function setupUri(secret: string, account: string): string {
  return `otpauth://totp/${encodeURIComponent(`Gongze:${account}`)}?secret=${secret}&issuer=Gongze&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

/** Ten codes for the day on which the phone is lost; each opens once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const text = toBase32(randomBytes(10));
    return [text.slice(0, 4), text.slice(4, 8), text.slice(8, 12), text.slice(12, 16)].join('-');
  });
}

export function recoveryCodeIn(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, '');
}
