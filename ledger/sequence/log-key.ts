/** The secret key of the log: a file that only its owner reads. It is never printed and never logged. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseSigningKey, signingKey } from '../crypto/signing-key.ts';
import { LedgerFault } from '../fault.ts';
import type { Signer } from '../log/signer.ts';

const fileName = 'log.key';

/** Writes a new key where there is no file yet. Resolves with `false` where there is one, which stays as it is. */
export async function createLogKey(path: string, name: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const { secret } = signingKey(name, 'ed25519', randomBytes(32));
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(unfinished, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    // A link, not a rename: of two that start together the first wins, and the second reads what it wrote.
    await link(unfinished, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    return false;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Reads a key. Throws a `LedgerFault` for a file that is not there, that others may read, or that holds no key of a log. */
export async function readLogKey(path: string): Promise<Signer> {
  const line = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LedgerFault(
      {
        en: `The key of the log cannot be read: ${path}. GONGZE_LOG_KEY_FILE names it; a new log gets one by: gongze log-key NAME FILE`,
        zh: `无法读取日志密钥：${path}。请以 GONGZE_LOG_KEY_FILE 指定；新日志可用 gongze log-key NAME FILE 创建。`,
      },
      { cause },
    );
  });
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new LedgerFault({
      en: `Others may read the key of the log: ${path}. Run chmod 600 on it; if somebody could have read it, replace it.`,
      zh: `日志密钥可被他人读取：${path}。请执行 chmod 600；如可能已被他人读取，请更换密钥。`,
    });
  }
  const signer = parseSigningKey(line);
  if ('malformed' in signer) {
    throw new LedgerFault({ en: `${path} holds no key of a log.`, zh: `${path} 中没有日志密钥。` });
  }
  return signer;
}

/** The key of a local log, in the data folder; made the first time, under a name of its own. */
export async function localLogKey(dataDir: string): Promise<Signer> {
  const path = join(dataDir, fileName);
  await createLogKey(path, `gongze.local/${randomBytes(6).toString('hex')}`);
  return await readLogKey(path);
}
