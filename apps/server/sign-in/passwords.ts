/** Passwords: which are good enough, how they are kept, how one is checked. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Bilingual } from '@gongze/domain/vocabulary/text';
import { isCommon } from './common-passwords.ts';
import { turns } from './turns.ts';

export const PASSWORD_LENGTH_MIN = 12;
const PASSWORD_LENGTH_MAX = 256;

export interface Cost {
  /** Base-2 logarithm of scrypt's N. 17 takes 128 MB and a few tenths of a second. */
  readonly log2N: number;
}
export const defaultCost: Cost = { log2N: 17 };
const R = 8;
const P = 1;

const texts = {
  short: { zh: `密码至少需要 ${PASSWORD_LENGTH_MIN} 个字符。`, en: `A password has at least ${PASSWORD_LENGTH_MIN} characters.` },
  long: { zh: `密码不能超过 ${PASSWORD_LENGTH_MAX} 个字符。`, en: `A password has at most ${PASSWORD_LENGTH_MAX} characters.` },
  common: { zh: '这个密码太常见，容易被猜中，请换一个。', en: 'This password is among the first that are guessed. Choose another.' },
  breached: { zh: '这个密码曾在其他网站泄露，请换一个。', en: 'This password has leaked elsewhere. Choose another.' },
  own: { zh: '密码不能包含您的邮箱或姓名。', en: 'The password must not hold your address or your name.' },
} as const satisfies Record<string, Bilingual>;

/** The same password typed on another keyboard is the same password. */
const normal = (password: string): string => password.normalize('NFKC');
const folded = (text: string): string =>
  normal(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What is wrong with a new password; no rule asks for special characters. */
export function passwordFault(password: string, own: readonly string[] = []): Bilingual | undefined {
  const length = [...normal(password)].length;
  if (length < PASSWORD_LENGTH_MIN) return texts.short;
  if (length > PASSWORD_LENGTH_MAX) return texts.long;
  const plain = folded(password);
  const letters = new Set(plain);
  // One to three letters over and over, known words with digits about them, a run along the keyboard.
  if (letters.size <= 3 || isCommon(plain)) return texts.common;
  if (own.some((part) => folded(part).length >= 4 && plain.includes(folded(part)))) return texts.own;
  return undefined;
}

/** The same, and whether it stands among the passwords that leaked, where the site has such a file. */
export async function newPasswordFault(
  password: string,
  own: readonly string[],
  isBreached: (password: string) => Promise<boolean>,
): Promise<Bilingual | undefined> {
  const fault = passwordFault(password, own);
  if (fault !== undefined) return fault;
  return (await isBreached(password)) || (await isBreached(normal(password))) ? texts.breached : undefined;
}

/** Hashing takes memory: not more than two at a time, whoever asks. */
const inTurn = turns(2);

async function derive(password: string, salt: Buffer, { log2N }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  return await inTurn(
    async () =>
      await new Promise<Buffer>((resolve, reject) =>
        scrypt(normal(password), salt, 32, { N, r: R, p: P, maxmem: 256 * N * R }, (fault, key) =>
          fault === null ? resolve(key) : reject(fault),
        ),
      ),
  );
}

export async function hashPassword(password: string, cost: Cost = defaultCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.log2N, R, P, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True for the password that was hashed. Without a hash it takes as long and says no, so that nobody learns who has an account. */
export async function isPassword(password: string, hash: string | undefined, cost: Cost = defaultCost): Promise<boolean> {
  const [kind, log2N = '', , , salt = '', key = ''] = (hash ?? '').split('$');
  const known = kind === 'scrypt';
  const found = await derive(password, known ? Buffer.from(salt, 'base64url') : Buffer.alloc(16), known ? { log2N: Number(log2N) } : cost);
  const kept = Buffer.from(key, 'base64url');
  return known && kept.length === found.length && timingSafeEqual(kept, found);
}
