/** Where facts are kept, in PostgreSQL, the operator's own or the built-in one; and the log that vouches for them. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receipts } from '@gongze/application/ports';
import { nodeSha256 } from './crypto/sha256.ts';
import { keepEmbedded } from './embedded/keep.ts';
import { LedgerFault } from './fault.ts';
import { type Policy, parsePolicy } from './log/policy.ts';
import { parseVkey } from './log/vkey.ts';
import type { Signer } from './log/signer.ts';
import { openNote } from './log/note.ts';
import { localLogKey, readLogKey } from './sequence/log-key.ts';
import { runSequencer } from './sequence/loop.ts';
import type { LogStore } from './sequence/ports.ts';
import { postgresLogStore } from './sequence/postgres.ts';
import { receiptsOver } from './sequence/receipts.ts';
import { ask } from './store/connection.ts';
import { claimInstance, type Mode } from './store/instance.ts';
import { postgresStore, type PostgresStore } from './store/postgres.ts';
import { httpWitness } from './witness/client.ts';

export { LedgerFault } from './fault.ts';

export interface StoreOptions {
  /** Connection string of a PostgreSQL server. Without it the built-in server runs on `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Default: local. */
  readonly mode?: Mode;
  /** File with the secret key of the log. Default in local mode: one in the data folder, made the first time. */
  readonly logKeyFile?: string | undefined;
  /** File with witnesses and quorum (C2SP tlog-policy). Default: no witnesses, quorum none. */
  readonly policyFile?: string | undefined;
}

export interface OpenStore extends OpenDatabase {
  readonly logStore: LogStore;
  readonly receipts: Receipts;
  /** What the log proposes its readers to trust: its key, its witnesses, how many of them. */
  readonly policy: Policy;
  /** The same as text (C2SP tlog-policy). */
  readonly policyText: string;
  readonly signer: Signer;
  /** Lets this process take its turn at sequencing; of all that do, one is active. */
  readonly startSequencer: () => void;
}

export interface OpenDatabase {
  readonly store: PostgresStore;
  /** Process of the built-in server; 0 for a server elsewhere. */
  readonly databasePid: () => number;
  /** Closes the store, then stops the built-in server if this process started it. */
  readonly close: () => Promise<void>;
}

/** Opens the store alone, for commands that look after it. Throws what `keepEmbedded` and `postgresStore` throw. */
export async function openDatabase({
  databaseUrl,
  dataDir,
  log,
}: Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'log'>): Promise<OpenDatabase> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const isGiven = databaseUrl !== undefined && databaseUrl !== '';
  const server = isGiven ? undefined : await keepEmbedded({ dataDir, log });
  try {
    const store = await postgresStore({ connectionString: server?.address ?? databaseUrl ?? '', random });
    const close = async (): Promise<void> => {
      await store.close();
      await server?.stop();
    };
    return { store, databasePid: () => server?.pid() ?? 0, close };
  } catch (cause) {
    await server?.stop();
    throw cause;
  }
}

/**
 * Opens the store that the options choose, and the log behind it. Throws what `openDatabase`, `claimInstance` and
 * `readLogKey` throw, with nothing left running.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const opened = await openDatabase(options);
  try {
    return await openLog(options, opened);
  } catch (cause) {
    await opened.close();
    throw cause;
  }
}

async function openLog(options: StoreOptions, { store, databasePid, close }: OpenDatabase): Promise<OpenStore> {
  const { dataDir, log, mode = 'local', logKeyFile, policyFile } = options;
  const { pool } = store;
  await claimInstance(pool, mode);
  const signer = await logSigner(mode, dataDir, logKeyFile);
  const logStore = postgresLogStore(pool);
  await refuseForeignKey(logStore, signer);
  const { policy, text: policyText } = await readPolicy(signer.vkey, policyFile);
  const saltOf = async (streamId: string, version: number): Promise<string | undefined> => {
    const [row] = await ask<{ salt: string }>(pool, 'select payload_salt as salt from ledger.facts where stream_id = $1 and version = $2', [
      streamId,
      version,
    ]);
    return row?.salt;
  };
  let sequencer: { readonly stop: () => Promise<void> } | undefined;
  const clock = { now: Date.now, sleep: async (milliseconds: number) => await sleep(milliseconds, undefined, { ref: false }) };
  return {
    store,
    databasePid,
    logStore,
    signer,
    policy,
    policyText,
    receipts: receiptsOver({ logStore, policy, sha256: nodeSha256, now: Date.now, saltOf }),
    startSequencer: () => {
      const witnesses = policy.witnesses.flatMap((witness) => httpWitness(witness) ?? []);
      const holder = `${process.pid}-${randomBytes(6).toString('hex')}`;
      sequencer ??= runSequencer({ logStore, signer, witnesses, policy, clock, sha256: nodeSha256, holder, log });
    },
    close: async () => {
      await sequencer?.stop();
      await close();
    },
  };
}

/** Whom a command that checks trusts: what the policy file says, else the key of the log that lies here, and no witnesses. */
export async function readTrust({
  dataDir,
  logKeyFile,
  policyFile,
}: Pick<StoreOptions, 'dataDir' | 'logKeyFile' | 'policyFile'>): Promise<Trust> {
  if (policyFile !== undefined && policyFile !== '') return await readPolicy('', policyFile);
  const isGiven = logKeyFile !== undefined && logKeyFile !== '';
  const { vkey } = await readLogKey(isGiven ? logKeyFile : join(dataDir, 'log.key'));
  return await readPolicy(vkey, undefined);
}

async function logSigner(mode: Mode, dataDir: string, logKeyFile: string | undefined): Promise<Signer> {
  if (logKeyFile !== undefined && logKeyFile !== '') return await readLogKey(logKeyFile);
  if (mode === 'local') return await localLogKey(dataDir);
  throw new LedgerFault({
    en: 'Server mode needs the key of the log: set GONGZE_LOG_KEY_FILE. Create one with: gongze log-key NAME FILE',
    zh: '服务器模式需要日志密钥：请设置 GONGZE_LOG_KEY_FILE。可用 gongze log-key NAME FILE 创建。',
  });
}

/** Two keys for one log would be two logs. */
async function refuseForeignKey(logStore: LogStore, signer: Signer): Promise<void> {
  const { checkpoint } = await logStore.state();
  const key = parseVkey(signer.vkey);
  if (checkpoint === undefined || 'malformed' in key) return;
  const opened = openNote(checkpoint, [key]);
  if ('verified' in opened && opened.verified.length > 0) return;
  throw new LedgerFault({
    en: `The log in this database was signed with another key than ${signer.name}. Give the key that signed it: GONGZE_LOG_KEY_FILE.`,
    zh: `本数据库中的日志不是用 ${signer.name} 的密钥签署的。请用 GONGZE_LOG_KEY_FILE 指定签署时所用的密钥。`,
  });
}

export interface Trust {
  readonly policy: Policy;
  /** The policy as text (C2SP tlog-policy). */
  readonly text: string;
}

async function readPolicy(vkey: string, policyFile: string | undefined): Promise<Trust> {
  const isGiven = policyFile !== undefined && policyFile !== '';
  const text = isGiven ? await readFile(policyFile, 'utf8') : `log ${vkey}\nquorum none\n`;
  const policy = parsePolicy(text);
  if (!('malformed' in policy)) return { policy, text };
  throw new LedgerFault({
    en: `${policyFile ?? ''} is no policy of a log${policy.line === undefined ? '' : `: line ${policy.line}`}.`,
    zh: `${policyFile ?? ''} 不是有效的日志策略${policy.line === undefined ? '' : `：第 ${policy.line} 行`}。`,
  });
}
