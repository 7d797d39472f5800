/** Failures at passwords and one-time codes, and the pauses that they cost. */
import { ask, inTransaction } from '@gongze/ledger/store/connection';
import type pg from 'pg';

const minutes = 60_000;
/** Failures without a pause, and then the first pause; each further failure doubles it. */
const FREE_FAILURES = 5;
const FIRST_PAUSE_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS_MAX = 15 * minutes;
const FORGOTTEN_MILLISECONDS = 60 * minutes;

export type Throttle = ReturnType<typeof throttleIn>;

/** What is known of failures, while nobody else tries at the same account or from the same address. */
export interface Failures {
  /** Seconds to wait before the next attempt; 0 for none. */
  readonly wait: () => Promise<number>;
  readonly failed: () => Promise<void>;
}

/**
 * Slows guessing down, for an account and for an address. It never locks anybody out for good. Kept in the database: all servers of a site
 * count together.
 */
export function throttleIn(pool: pg.Pool, now: () => Date) {
  return {
    /**
     * Does the work while nobody else, on whatever server, does any for one of the subjects. Holds a connection meanwhile; a server or a
     * connection that breaks lets go.
     */
    alone: async <T>(subjects: readonly string[], work: (failures: Failures) => Promise<T>): Promise<T> =>
      await inTransaction(pool, async (client) => {
        // In one order for all, so that no two wait for each other.
        for (const subject of subjects.toSorted()) await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);
        return await work({
          wait: async () => await waitFor(client, subjects, now()),
          failed: async () => {
            for (const subject of subjects) await noteFailure(client, subject, now());
          },
        });
      }),
    succeeded: async (account: string): Promise<void> => {
      await ask(pool, 'delete from identity.failures where subject_hash = $1', [account]);
    },
  };
}

async function waitFor(client: pg.PoolClient, subjects: readonly string[], now: Date): Promise<number> {
  const { rows } = await client.query<{ until: Date }>(
    'select blocked_until as until from identity.failures where subject_hash = any($1)',
    [subjects],
  );
  const until = Math.max(0, ...rows.map((row) => row.until.getTime()));
  return Math.max(0, Math.ceil((until - now.getTime()) / 1000));
}

async function noteFailure(client: pg.PoolClient, subject: string, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_MILLISECONDS);
  const { rows } = await client.query<{ count: number }>(
    `insert into identity.failures as f (subject_hash, count, blocked_until, last_at) values ($1, 1, $2, $2)
     on conflict (subject_hash) do update
     set count = case when f.last_at < $3 then 1 else f.count + 1 end, last_at = $2 returning count`,
    [subject, now, forgotten],
  );
  const over = (rows[0]?.count ?? 0) - FREE_FAILURES;
  if (over < 0) return;
  const pause = Math.min(PAUSE_MILLISECONDS_MAX, FIRST_PAUSE_MILLISECONDS * 2 ** Math.min(over, 10));
  const until = new Date(now.getTime() + pause);
  await client.query('update identity.failures set blocked_until = $2 where subject_hash = $1', [subject, until]);
}
