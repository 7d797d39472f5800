/** `gongze witness` and `gongze witness-key`: what a government needs to vouch for a log that it does not run. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { nodeSha256 as sha256 } from '@gongze/ledger/crypto/sha256';
import { parseSigningKey, signingKey } from '@gongze/ledger/crypto/signing-key';
import { isMalformed } from '@gongze/ledger/log/malformed';
import type { Signer } from '@gongze/ledger/log/signer';
import { isKeyName, parseVkey, type VerifierKey } from '@gongze/ledger/log/vkey';
import { witnessServer } from '@gongze/ledger/witness/serve';
import { openWitness, type Witness } from '@gongze/ledger/witness/witness';
import { type Io, languageOf } from '../io.ts';
import { plain } from '../text/layout.ts';
import { witnessTexts } from './messages.ts';

const DONE = 0;
const BAD_INPUT = 2;

export interface WitnessOptions {
  readonly listen: string;
  readonly key: string;
  readonly state: string;
  readonly log: readonly string[];
  readonly lang?: Language;
}

/** Input that cannot be used; told with exit code 2. */
class BadInput extends Error {
  readonly text: Bilingual;
  constructor(text: Bilingual, options?: ErrorOptions) {
    super(text.en, options);
    this.text = text;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

async function tellBadInput(lang: Language, io: Io, run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return DONE;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    io.err(`gongze: ${plain(error.text[lang])}\n`);
    return BAD_INPUT;
  }
}

async function readSigner(path: string): Promise<Signer> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BadInput(witnessTexts.unreadable(path, codeOf(cause)), { cause });
  });
  // Whoever reads it cosigns whatever he likes in the witness's name. A pipe has no mode to speak of.
  const file = await stat(path);
  if (file.isFile() && (file.mode & 0o077) !== 0) throw new BadInput(witnessTexts.openKey(path));
  const signer = parseSigningKey(text);
  const key = isMalformed(signer) ? signer : parseVkey(signer.vkey);
  if (isMalformed(signer) || isMalformed(key) || key.algorithm !== 'cosignature') throw new BadInput(witnessTexts.badKey(path));
  return signer;
}

function logKeys(vkeys: readonly string[]): VerifierKey[] {
  const keys: VerifierKey[] = [];
  for (const vkey of vkeys) {
    const key = parseVkey(vkey);
    if (isMalformed(key) || key.algorithm !== 'ed25519') throw new BadInput(witnessTexts.badLog(vkey));
    if (keys.some(({ name, id }) => name === key.name && id === key.id)) throw new BadInput(witnessTexts.logTwice(key.name));
    keys.push(key);
  }
  return keys;
}

async function listen(server: Server, value: string): Promise<string> {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(value) ?? [];
  if (host === '' || Number(port) > 65_535) throw new BadInput(witnessTexts.badListen(value));
  server.listen(Number(port), host.replace(/^\[(.*)\]$/, '$1'));
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new BadInput(witnessTexts.cannotListen(value, codeOf(cause)), { cause });
  }
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

async function tellMemory(witness: Witness, folder: string, tell: (text: Bilingual) => void): Promise<void> {
  const trees = await witness.trees();
  if (trees.size === 0) tell(witnessTexts.remembersNothing(folder));
  for (const [origin, { size }] of trees) tell(witnessTexts.remembers(origin, size));
}

/** Runs until it is told to stop: SIGINT or SIGTERM, or `stop` in a test. */
export async function witness(options: WitnessOptions, io: Io, stop: () => Promise<unknown> = untilSignal): Promise<number> {
  const lang = options.lang ?? languageOf(io.env);
  const tell = (text: Bilingual): void => io.out(`${text[lang].split('\n').map(plain).join('\n')}\n`);
  return await tellBadInput(lang, io, async () => {
    const { state: folder } = options;
    const signer = await readSigner(options.key);
    const now = (): number => Math.floor(Date.now() / 1000);
    const opened = await openWitness({ signer, logs: logKeys(options.log), folder, sha256, now, unique: randomUUID });
    const server = witnessServer(opened, (error) => {
      const text = (error as { readonly text?: Bilingual } | undefined)?.text;
      io.err(`gongze: ${plain(text?.[lang] ?? witnessTexts.fault(String(error))[lang])}\n`);
    });
    const url = await listen(server, options.listen);
    tell(witnessTexts.ready(signer.name, url, signer.vkey));
    await tellMemory(opened, folder, tell);
    await stop();
    server.close();
    server.closeIdleConnections();
    await once(server, 'close');
  });
}

async function untilSignal(): Promise<unknown> {
  const other = new AbortController();
  try {
    return await Promise.race(['SIGINT', 'SIGTERM'].map(async (name) => await once(process, name, { signal: other.signal })));
  } finally {
    other.abort();
  }
}

/** Writes a new secret key, readable by its owner only, and prints its public half. */
export async function witnessKey(name: string, file: string, asked: Language | undefined, io: Io): Promise<number> {
  return await tellBadInput(asked ?? languageOf(io.env), io, async () => {
    if (!isKeyName(name)) throw new BadInput(witnessTexts.badName);
    const { signer, secret } = signingKey(name, 'cosignature', randomBytes(32));
    try {
      await writeFile(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    } catch (cause) {
      const code = codeOf(cause);
      throw new BadInput(code === 'EEXIST' ? witnessTexts.exists(file) : witnessTexts.unwritable(file, code), { cause });
    }
    io.out(`${signer.vkey}\n`);
  });
}
