/**
 * The store in PostgreSQL. What it acknowledges is on disk: it refuses a server that would acknowledge earlier.
 *
 * Every decision reads and writes the primary, under the lock of the case's row; nothing here may ever read a replica,
 * which shows the past. The verifiable log, when it comes, stands behind this store and not inside it: it will read
 * committed facts in their order of recording (`recorded_in`) and keep their places in tables of its own.
 */
import { isRegistryStream } from '@gongze/application/ledger/records';
import type { AppendResult, Store } from '@gongze/application/ports';
import type { Fact } from '@gongze/domain/events/catalogue';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import pg from 'pg';
import { LedgerFault } from '../fault.ts';
import { migrate } from './migrate.ts';
import { assertKeepable, planAppend, unknownCase } from '@gongze/application/ledger/plan';
import { factOf, keep, type KeptFact } from './kept.ts';

export interface PostgresOptions {
  readonly connectionString: string;
  /** That many random bytes, for salts. */
  readonly random: (bytes: number) => Uint8Array;
}

const connectionsMax = 10;
const keptColumns = 'body, payload_salt as salt, payload_hash as hash';

/**
 * Opens the store and brings its tables up to date.
 *
 * Throws a `LedgerFault` for a server with `fsync` or `full_page_writes` off, for a replica, for a version before 17
 * and for migrations that do not fit; the driver's error where no server answers. An append that fails with an error of
 * the connection may or may not have happened: handing in the same facts again settles it.
 */
export async function postgresStore({ connectionString, random }: PostgresOptions): Promise<Store> {
  const pool = new pg.Pool({ connectionString, max: connectionsMax, connectionTimeoutMillis: 30_000 });
  // A connection that breaks is replaced; the query that needed it reports what is wrong. Without a listener, idle or
  // in use, the break would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await withClient(pool, async (client) => {
      await refuseForgetfulServer(client);
      await migrate(client);
    });
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return storeOn(pool, random);
}

async function withClient<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await use(client);
    client.release();
    return result;
  } catch (cause) {
    // The state of the connection is unknown: closing it also ends what it had begun.
    client.release(true);
    throw cause;
  }
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

function storeOn(pool: pg.Pool, random: PostgresOptions['random']): Store {
  return {
    listCases: async () => {
      const { rows } = await pool.query<{ case_id: CaseId; title: string; size: number }>(
        'select case_id, title, size from ledger.cases order by case_id',
      );
      return rows.map(({ case_id: caseId, title, size }) => ({ caseId, title: JSON.parse(title), size }));
    },
    readCase: async (caseId) => {
      const { rows } = await pool.query<{ title: string; actors: string; size: number }>(
        'select title, actors, size from ledger.cases where case_id = $1',
        [caseId],
      );
      const head = rows[0];
      if (head === undefined) return undefined;
      // Facts are never changed, so those up to the size that was read are the case as it was then.
      const { rows: kept } = await pool.query<KeptFact>(
        `select ${keptColumns} from ledger.facts where case_id = $1 and version <= $2 order by version`,
        [caseId, head.size],
      );
      return { caseId, title: JSON.parse(head.title), actors: JSON.parse(head.actors), facts: kept.map(factOf), size: head.size };
    },
    putCase: async ({ caseId, title, actors }) => {
      await pool.query(
        `insert into ledger.cases (case_id, title, actors) values ($1, $2, $3)
         on conflict (case_id) do update set title = excluded.title, actors = excluded.actors`,
        [caseId, JSON.stringify(title), JSON.stringify(actors)],
      );
    },
    append: async (caseId, expectedVersion, facts) => {
      assertKeepable(caseId, facts);
      return await withClient(pool, async (client) => await appendFacts(client, random, caseId, expectedVersion, facts));
    },
    appendRecords: async () => {
      throw new Error('registries are not kept yet');
    },
    readStream: async (streamId, { after = 0, limit } = {}) => {
      if (isRegistryStream(streamId)) return { streamId, records: [], size: 0 };
      const { rows } = await pool.query<{ size: number }>('select size from ledger.cases where case_id = $1', [streamId]);
      if (rows[0] === undefined) return undefined;
      const { rows: kept } = await pool.query<KeptFact>(
        `select ${keptColumns} from ledger.facts where case_id = $1 and version > $2 order by version limit $3`,
        [streamId, after, limit ?? null],
      );
      return { streamId, records: kept.map(factOf), size: rows[0].size };
    },
    readLog: async () => [],
    close: async () => await pool.end(),
  };
}

/** One transaction: lock the case, look for what is known, decide, write. */
async function appendFacts(
  client: pg.ClientBase,
  random: PostgresOptions['random'],
  caseId: CaseId,
  expectedVersion: number,
  facts: readonly Fact[],
): Promise<AppendResult> {
  // Whatever the server's or the role's default is, the commit waits for the disk.
  await client.query('begin isolation level read committed; set local synchronous_commit to on');
  const { rows } = await client.query<{ size: number }>('select size from ledger.cases where case_id = $1 for update', [caseId]);
  const size = rows[0]?.size;
  if (size === undefined) throw unknownCase(caseId);
  const { rows: kept } = await client.query<KeptFact>(
    `select ${keptColumns} from ledger.facts where case_id = $1 and (fact_id = any($2) or idempotency_key = any($3))`,
    [caseId, facts.map(({ id }) => id), facts.map(({ idempotencyKey }) => idempotencyKey)],
  );
  const plan = planAppend(size, kept.map(factOf), expectedVersion, facts);
  if ('refusal' in plan) {
    await client.query('rollback');
    return plan;
  }
  if (plan.fresh.length > 0) await insertFacts(client, random, caseId, plan.fresh as readonly Fact[]);
  await client.query('commit');
  return { size: size + plan.fresh.length, appended: plan.fresh.length };
}

async function insertFacts(
  client: pg.ClientBase,
  random: PostgresOptions['random'],
  caseId: CaseId,
  facts: readonly Fact[],
): Promise<void> {
  const kept = facts.map((fact) => keep(fact, Buffer.from(random(16)).toString('hex')));
  await client.query(
    `with added as (
       insert into ledger.facts (case_id, version, fact_id, idempotency_key, body, payload_salt, payload_hash)
       select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
     )
     update ledger.cases set size = size + $8 where case_id = $1`,
    [
      caseId,
      facts.map(({ version }) => version),
      facts.map(({ id }) => id),
      facts.map(({ idempotencyKey }) => idempotencyKey),
      kept.map(({ body }) => body),
      kept.map(({ salt }) => salt),
      kept.map(({ hash }) => hash),
      facts.length,
    ],
  );
}
