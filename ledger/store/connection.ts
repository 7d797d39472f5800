/** Connections to PostgreSQL, and what their failing means to a caller. */
import pg from 'pg';
import { LedgerFault, StoreUnavailable } from '../fault.ts';

const connectionsMax = 10;
const connectMilliseconds = 10_000;

/** Where the database answers; a function where that may change while the product runs. */
export type Address = string | (() => string);

/** Of a transaction whose process has stopped or whose connection hangs: the database ends it, and with it the locks that others wait for. */
const silentMilliseconds = 60_000;

/** `synchronous_commit`: whatever the server's or the role's default is, a commit waits for the disk. `jit`: compiling costs more than any query here. */
export function openPool(address: Address): pg.Pool {
  class Client extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      super({ ...config, connectionString: typeof address === 'string' ? address : address() });
    }
  }
  const pool = new pg.Pool({
    Client,
    max: connectionsMax,
    connectionTimeoutMillis: connectMilliseconds,
    options: `-c synchronous_commit=on -c jit=off -c idle_in_transaction_session_timeout=${silentMilliseconds}`,
    application_name: 'gongze',
    keepAlive: true,
  });
  // A connection that breaks is replaced; the query that needed it reports what is wrong. Without a listener, idle or
  // in use, the break would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Uses a connection; one that failed is closed, which also ends what it had begun. Throws what `faultOf` makes of it. */
export async function withClient<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw faultOf(cause);
  });
  try {
    const result = await use(client);
    client.release();
    return result;
  } catch (cause) {
    client.release(true);
    throw faultOf(cause);
  }
}

/**
 * One transaction, committed where `work` returns and rolled back where it throws. `silent`: after so many milliseconds without a word
 * from us the database ends it; less than what a pool allows, where others wait for its locks.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
  silent: number = silentMilliseconds,
): Promise<T> {
  return await withClient(pool, async (client) => {
    const bounded = silent < silentMilliseconds ? `; set local idle_in_transaction_session_timeout = ${silent}` : '';
    await client.query(`begin isolation level ${isolation}${bounded}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  });
}

/** One query on any connection. */
export async function ask<Row extends pg.QueryResultRow>(pool: pg.Pool, text: string, values: unknown[] = []): Promise<Row[]> {
  return await withClient(pool, async (client) => (await client.query<Row>(text, values)).rows);
}

/** One query on any connection, whose plan each connection keeps: for what is asked at every request. */
export async function askPrepared<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: { readonly name: string; readonly text: string },
  values: unknown[],
): Promise<Row[]> {
  return await withClient(pool, async (client) => (await client.query<Row>({ ...statement, values })).rows);
}

/** Classes of SQLSTATE that pass: connection, transaction rollback, resources, operator, system. 25006: a server that became a replica. */
const passing = /^(?:08|40|53|57|58)|^25006$/;
const diskFull = '53100';
/** What the driver and the system say of a connection that is not there. */
const broken =
  /terminat|timeout|ECONN|EPIPE|ENOENT|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|Client has encountered|not queryable/i;

/** A fault that says so where the database is gone for now; anything else as it came. */
export function faultOf(cause: unknown): unknown {
  if (cause instanceof LedgerFault || !(cause instanceof Error)) return cause;
  const { code = '' } = cause as { code?: string };
  if (code === diskFull) {
    return new StoreUnavailable(
      {
        en: 'The disk of the database is full: nothing can be recorded, and nothing recorded is lost. Free some space; the server goes on by itself.',
        zh: '数据库磁盘已满：暂时无法记录，已记录的内容没有丢失。请腾出空间，服务器会自行恢复。',
      },
      30,
      { cause },
    );
  }
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && !broken.test(code);
  if (isSqlState ? !passing.test(code) : !broken.test(`${code} ${cause.message}`)) return cause;
  return new StoreUnavailable(
    {
      en: 'The database does not answer at the moment. What was acknowledged is kept; try again with the same idempotency key.',
      zh: '数据库暂时没有应答。已确认的记录不受影响；请使用相同的幂等键重试。',
    },
    2,
    { cause },
  );
}
