/**
 * The store in PostgreSQL. What it acknowledges is on disk: it refuses a server that would acknowledge earlier.
 *
 * Every decision reads and writes the primary, under the lock of the stream's row; nothing here may ever read a replica,
 * which shows the past. The log stands behind this store: it takes what was committed from `ledger.unsequenced`.
 */
import { assertKeepable, assertStreamKind, isPlain, planAppend, unknownCase } from '@gongze/application/ledger/plan';
import type { LedgerRecord } from '@gongze/application/ledger/records';
import type { AppendResult, Recording, Store } from '@gongze/application/ports';
import type pg from 'pg';
import { LedgerFault } from '../fault.ts';
import { Appender } from './appender.ts';
import { createCase, putCase } from './cases.ts';
import { type Address, openPool, withClient } from './connection.ts';
import { keep } from './kept.ts';
import { migrate } from './migrate.ts';
import { headOf, knownOf, listCases, readCase, readLog, readStream } from './reads.ts';

export interface PostgresOptions {
  readonly connectionString: Address;
  /** That many random bytes, for salts. */
  readonly random: (bytes: number) => Uint8Array;
  /** The instant in UTC, for names of cases that come without one. Default: the clock of the machine. */
  readonly now?: () => string;
}

/** A store, and the connections that the log behind it shares. */
export interface PostgresStore extends Store {
  readonly pool: pg.Pool;
}

/**
 * Opens the store and brings its tables up to date.
 *
 * Throws a `LedgerFault` for a server with `fsync` or `full_page_writes` off, for a replica, for a version before 17
 * and for migrations that do not fit; `StoreUnavailable` where no server answers. An append that fails with
 * `StoreUnavailable` may or may not have happened: handing in the same facts again settles it.
 */
export async function postgresStore({ connectionString, random, now }: PostgresOptions): Promise<PostgresStore> {
  const pool = openPool(connectionString);
  try {
    await withClient(pool, async (client) => {
      await refuseForgetfulServer(client);
      await migrate(client);
    });
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return storeOn(pool, random, now ?? (() => new Date().toISOString()));
}

async function refuseForgetfulServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; replica: boolean; fsync: string; pages: string }>(
    `select current_setting('server_version_num')::int as version, pg_is_in_recovery() as replica,
            current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`,
  );
  const server = rows[0];
  if (server === undefined) throw new Error('bug: a select without a table gave no row');
  for (const [setting, value] of [
    ['fsync', server.fsync],
    ['full_page_writes', server.pages],
  ]) {
    if (value === 'on') continue;
    throw new LedgerFault({
      en: `The PostgreSQL server runs with ${setting} = ${value}: what it acknowledges can be lost. Set ${setting} = on and start it again.`,
      zh: `PostgreSQL 服务器的 ${setting} = ${value}：已确认的数据可能丢失。请设置 ${setting} = on 并重新启动服务器。`,
    });
  }
  if (server.replica) {
    throw new LedgerFault({
      en: 'DATABASE_URL names a replica. Decisions need the primary server: name that one.',
      zh: 'DATABASE_URL 指向只读副本。决策必须读取主服务器，请改为主服务器的地址。',
    });
  }
  if (server.version < 170_000) {
    throw new LedgerFault({
      en: `PostgreSQL 17 or newer is needed, the server is ${Math.floor(server.version / 10_000)}.`,
      zh: `需要 PostgreSQL 17 或更新版本，当前服务器为 ${Math.floor(server.version / 10_000)}。`,
    });
  }
}

function storeOn(pool: pg.Pool, random: PostgresOptions['random'], now: () => string): PostgresStore {
  const appender = new Appender(pool);
  const salt = saltsOf(random);
  const standing = (): Recording => ({ recordedAt: now(), recordedBy: { mode: 'import' } });
  const append = async (streamId: string, expectedVersion: number, records: readonly LedgerRecord[]): Promise<AppendResult> => {
    assertKeepable(streamId, records);
    return await appendTo({ pool, appender, salt }, streamId, expectedVersion, records);
  };
  return {
    pool,
    listCases: async (page) => await listCases(pool, page),
    headOf: async (caseId) => await headOf(pool, caseId),
    readCase: async (caseId, after) => await readCase(pool, caseId, after),
    createCase: async (head, facts, recording = standing()) => await createCase(pool, salt, head, facts, recording),
    putCase: async (head, recording = standing()) => await putCase(pool, salt, head, recording),
    append,
    appendRecords: async (streamId, expectedVersion, records) => {
      assertStreamKind(streamId, 'registry');
      return await append(streamId, expectedVersion, records);
    },
    readStream: async (streamId, range) => await readStream(pool, streamId, range),
    readLog: async (from, limit) => await readLog(pool, from, limit),
    close: async () => {
      appender.close();
      await pool.end();
    },
  };
}

/** Salts of 16 bytes, hex. Drawn many at a time: asking the system for each would cost an append a tenth of its computing. */
function saltsOf(random: PostgresOptions['random']): () => string {
  const [bytes, most] = [16, 256];
  let drawn = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === drawn.length) {
      drawn = Buffer.from(random(bytes * most));
      at = 0;
    }
    at += bytes;
    return drawn.toString('hex', at - bytes, at);
  };
}

interface Writing {
  readonly pool: pg.Pool;
  readonly appender: Appender;
  readonly salt: () => string;
}

/**
 * The database decides in the common case, in one round trip. Only where it knows one of the ids or keys is the content
 * compared here: known records never change, so that what was found stays true until the rest is handed in.
 */
async function appendTo(
  { pool, appender, salt }: Writing,
  streamId: string,
  expectedVersion: number,
  records: readonly LedgerRecord[],
): Promise<AppendResult> {
  let fresh: readonly LedgerRecord[] | undefined = isPlain(expectedVersion, records) ? records : undefined;
  for (;;) {
    if (fresh !== undefined) {
      const expected = (fresh[0]?.version ?? 1) - 1;
      const { outcome, size } = await appender.append({ streamId, expected, records: fresh.map((record) => keep(record, salt())) });
      if (outcome === 'missing') throw unknownCase(streamId);
      if (outcome === 'appended') return { size, appended: fresh.length };
      if (outcome === 'conflict') return { refusal: 'versionConflict', expected: expectedVersion, actual: size };
    }
    const known = await withClient(pool, async (client) => await knownOf(client, streamId, records));
    if (known === undefined) throw unknownCase(streamId);
    const plan = planAppend(known.size, known.records, expectedVersion, records);
    if ('refusal' in plan) return plan;
    if (plan.fresh.length === 0) return { size: known.size, appended: 0 };
    fresh = plan.fresh;
  }
}
