/** Commands that look after the ledger. Loaded only when asked for: the others need no database. */
import { existsSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bilingual, Language } from '@gongze/domain/vocabulary/text';
import { openDatabase, type OpenDatabase, readTrust } from '@gongze/ledger';
import { postgresAttachments } from '@gongze/ledger/attachments/store';
import { areaOf } from '@gongze/ledger/embedded/files';
import { exportLog } from '@gongze/ledger/backup/export-log';
import { restoreBackup } from '@gongze/ledger/backup/restore';
import { writeBackup } from '@gongze/ledger/backup/write';
import type { ForeignCheckpoint } from '@gongze/ledger/fsck/check';
import { findingTexts } from '@gongze/ledger/fsck/findings';
import { fsck } from '@gongze/ledger/fsck/fsck';
import { parseProof } from '@gongze/ledger/log/proof';
import { createLogKey, readLogKey } from '@gongze/ledger/sequence/log-key';
import { postgresLogStore } from '@gongze/ledger/sequence/postgres';
import { prepareRoleAt } from '@gongze/ledger/store/role';
import { withSecretFiles } from '@gongze/server/secret-files';
import { BAD_INPUT, DONE } from '../commands.ts';
import { type Io, languageOf } from '../io.ts';
import { plain } from '../text/layout.ts';
import { ledgerTexts } from './messages.ts';

export interface LedgerOptions {
  readonly dataDir?: string;
  readonly policy?: string;
  readonly checkpoint?: readonly string[];
  readonly lang?: Language;
}

/** Faults found in the ledger end as a fault of the command does. */
const FAULTY = 1;

/** What the person at the keyboard can mend; told with the exit code for bad input. */
class Unusable extends Error {
  readonly texts: readonly Bilingual[];
  constructor(...texts: readonly Bilingual[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.texts = texts;
  }
}

/** Runs the command; input that cannot be used is told in words. */
async function told(options: LedgerOptions, io: Io, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (fault) {
    if (!(fault instanceof Unusable)) throw fault;
    for (const text of fault.texts) io.err(`gongze: ${plain(text[langOf(options, io)])}\n`);
    return BAD_INPUT;
  }
}

async function placesOf(options: LedgerOptions, io: Io) {
  const secrets = await withSecretFiles(io.env);
  if (!secrets.ok) throw new Unusable(...secrets.faults);
  const { env } = secrets;
  return {
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataDir: options.dataDir ?? (env['GONGZE_DATA_DIR'] || '.gongze-data'),
    logKeyFile: env['GONGZE_LOG_KEY_FILE'] || undefined,
    policyFile: options.policy ?? (env['GONGZE_LOG_POLICY_FILE'] || undefined),
  };
}

async function withDatabase<T>(places: Places, use: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ ...places, log: () => undefined });
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}
type Places = Awaited<ReturnType<typeof placesOf>>;

/** Of a ledger that is there: a name with a slip in it would else open a new one, which is whole because it is empty. */
async function withLedger<T>(places: Places, use: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const { databaseUrl, dataDir } = places;
  if (databaseUrl === undefined && !existsSync(areaOf(dataDir).cluster)) throw new Unusable(ledgerTexts.noLedger(dataDir));
  return await withDatabase(places, use);
}

/** The checkpoint of a file: itself, or that of a receipt. */
async function readForeign(paths: readonly string[] = []): Promise<ForeignCheckpoint[]> {
  return await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
        throw new Unusable(ledgerTexts.unreadable(path, fault.code ?? fault.message));
      });
      const proof = parseProof(text);
      return { note: 'malformed' in proof ? text : proof.checkpoint, from: path };
    }),
  );
}

const langOf = (options: LedgerOptions, io: Io): Language => options.lang ?? languageOf(io.env);

export async function check(options: LedgerOptions, io: Io): Promise<number> {
  const lang = langOf(options, io);
  return await told(options, io, async () => {
    const places = await placesOf(options, io);
    const foreign = await readForeign(options.checkpoint);
    const checked = await withLedger(
      places,
      async ({ store }) => await fsck(store.pool, { policy: (await readTrust(places)).policy, foreign }),
    );
    for (const { kind, at } of checked.findings) io.err(`${plain(at)}: ${findingTexts[kind][lang]}\n`);
    if (checked.waiting > 0) io.out(`${ledgerTexts.waiting(checked.waiting)[lang]}\n`);
    if (checked.findings.length > 0) {
      io.err(`${ledgerTexts.broken(checked.findings.length)[lang]}\n`);
      return FAULTY;
    }
    io.out(`${ledgerTexts.whole(checked.facts, checked.size, checked.checkpoints)[lang]}\n`);
    if (checked.files > 0) io.out(`${ledgerTexts.wholeFiles(checked.files)[lang]}\n`);
    if (checked.filesElsewhere > 0) io.out(`${ledgerTexts.filesElsewhere(checked.filesElsewhere)[lang]}\n`);
    return DONE;
  });
}

export async function backup(path: string, options: LedgerOptions, io: Io): Promise<number> {
  const lang = langOf(options, io);
  return await told(options, io, async () => {
    const places = await placesOf(options, io);
    const { facts } = await withLedger(places, async ({ store }) => await writeBackup(store.pool, resolve(path)));
    io.out(`${ledgerTexts.backedUp(path, facts)[lang]}\n${ledgerTexts.keyApart[lang]}\n`);
    return DONE;
  });
}

export async function restore(path: string, options: LedgerOptions, io: Io): Promise<number> {
  const lang = langOf(options, io);
  return await told(options, io, async () => {
    const places = await placesOf(options, io);
    await access(path).catch((fault: NodeJS.ErrnoException) => {
      throw new Unusable(ledgerTexts.unreadable(path, fault.code ?? fault.message));
    });
    const { policy } = await readTrust(places);
    const foreign = await readForeign(options.checkpoint);
    const { facts } = await withDatabase(places, async ({ store }) => await restoreBackup(store.pool, path, { policy, foreign }));
    io.out(`${ledgerTexts.restored(path, facts)[lang]}\n`);
    return DONE;
  });
}

export async function exportFolder(folder: string, options: LedgerOptions, io: Io): Promise<number> {
  const lang = langOf(options, io);
  return await told(options, io, async () => {
    const places = await placesOf(options, io);
    const size = await withLedger(places, async ({ store }) => {
      const parts = { store, logStore: postgresLogStore(store.pool), attachments: postgresAttachments(store.pool) };
      return await exportLog(parts, (await readTrust(places)).text, folder);
    });
    io.out(`${ledgerTexts.exported(folder, size)[lang]}\n`);
    return DONE;
  });
}

export async function makeKey(name: string, path: string, options: LedgerOptions, io: Io): Promise<number> {
  const made = await createLogKey(path, name);
  const text = made ? ledgerTexts.keyMade(path) : ledgerTexts.keyThere(path);
  (made ? io.out : io.err)(`${text[langOf(options, io)]}\n`);
  // Witnesses and policies name the log by its public half, which stands in no other place before the server runs.
  if (made) io.out(`${(await readLogKey(path)).vkey}\n`);
  return made ? DONE : FAULTY;
}

/** Brings the tables up to date as their owner and lets an account of PostgreSQL work on them as a server. */
export async function databaseRole(role: string, options: LedgerOptions, io: Io): Promise<number> {
  const lang = langOf(options, io);
  const secrets = await withSecretFiles(io.env);
  const connectionString = secrets.ok ? secrets.env['DATABASE_URL'] : undefined;
  if (!secrets.ok || !connectionString) {
    for (const fault of secrets.ok ? [ledgerTexts.ownerNeeded] : secrets.faults) io.err(`gongze: ${plain(fault[lang])}\n`);
    return BAD_INPUT;
  }
  await prepareRoleAt(connectionString, role);
  io.out(`${plain(ledgerTexts.rolePrepared(role)[lang])}\n`);
  return DONE;
}
