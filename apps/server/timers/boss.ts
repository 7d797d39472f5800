/** The job queue over the connections that the server has already: where the database answers may change while it runs. */
import { ask } from '@gongze/ledger/store/connection';
import { jobsSchema } from '@gongze/ledger/store/role';
import type pg from 'pg';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import { steadyClock } from './steady-clock.ts';

type Database = NonNullable<ConstructorOptions['db']>;
type Listener = Awaited<ReturnType<NonNullable<Database['listen']>>>;

const RELISTEN_MILLISECONDS = 1000;

/** Holds a connection that listens, and takes another when it breaks. */
async function listenOn(pool: pg.Pool, channel: string, hear: (payload: string) => void, again: () => void): Promise<Listener> {
  let closed = false;
  let client: pg.PoolClient | undefined;
  const open = async (): Promise<void> => {
    const own = await pool.connect();
    client = own;
    own.on('notification', ({ payload = '' }) => hear(payload));
    own.once('error', () => {
      own.release(true);
      client = undefined;
      reopen();
    });
    await own.query(`listen ${JSON.stringify(channel)}`);
    again();
  };
  const reopen = (): void => {
    if (closed) return;
    setTimeout(() => {
      if (!closed) open().catch(reopen);
    }, RELISTEN_MILLISECONDS).unref();
  };
  await open();
  return {
    close: async () => {
      closed = true;
      client?.release(true);
      client = undefined;
    },
  };
}

export function databaseOf(pool: pg.Pool): Database {
  return {
    executeSql: async (text, values) => await pool.query(text, values),
    listen: async (channel, hear, again) => await listenOn(pool, channel, hear, again),
  };
}

/** A queue that is ready to be started; `report` is told what goes wrong inside. */
export async function bossOn(pool: pg.Pool, report: (fault: unknown) => void): Promise<PgBoss> {
  // An account with few rights finds the schema made for it, and may not even ask for one.
  const [found] = await ask<{ there: boolean }>(pool, 'select to_regnamespace($1) is not null as there', [jobsSchema]);
  const boss = new PgBoss({
    db: databaseOf(pool),
    useListenNotify: true,
    schema: jobsSchema,
    createSchema: found?.there !== true,
    persistWarnings: false,
    monitorVacuum: false,
    clock: steadyClock,
  });
  boss.on('error', report);
  return boss;
}
