/** Where the registered receivers stand, for all servers: a lease decides which of them delivers. */
import type { Caller } from '@gongze/application/ports';
import { ask } from '@gongze/ledger/store/connection';
import type pg from 'pg';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly caller: Caller;
  readonly createdAt: string;
  readonly generation: number;
  /** Place in the log that is to be told next. */
  readonly nextIndex: number;
  readonly attempts: number;
  readonly lastError: string | undefined;
  readonly disabled: boolean;
}

export interface DeadLetter {
  readonly index: number;
  readonly attempts: number;
  readonly error: string;
  readonly at: string;
}

export interface Outcome {
  readonly nextIndex: number;
  readonly attempts: number;
  /** Seconds from now. */
  readonly dueIn: number;
  readonly error?: string;
  readonly disable?: boolean;
}

export interface WebhookStore {
  /** `false` if the id is known already. */
  readonly add: (webhook: Pick<Webhook, 'id' | 'url' | 'caller' | 'nextIndex'>) => Promise<boolean>;
  readonly get: (id: string) => Promise<Webhook | undefined>;
  readonly list: () => Promise<readonly Webhook[]>;
  readonly remove: (id: string) => Promise<void>;
  /** A new secret from now on. */
  readonly rotate: (id: string) => Promise<void>;
  /** Takes one that is due and has something to be told, for that many seconds. */
  readonly lease: (logSize: number, seconds: number) => Promise<Webhook | undefined>;
  /** Ends the lease, unless somebody else has gone on meanwhile. */
  readonly settle: (leased: Webhook, outcome: Outcome) => Promise<void>;
  readonly bury: (id: string, letter: Omit<DeadLetter, 'at'>) => Promise<void>;
  readonly deadLetters: (id: string) => Promise<readonly DeadLetter[]>;
  readonly exhume: (id: string, index: number) => Promise<void>;
}

interface Row {
  readonly id: string;
  readonly url: string;
  readonly caller: string;
  readonly created_at: Date;
  readonly generation: number;
  readonly next_index: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly disabled_at: Date | null;
}

const columns = 'id, url, caller, created_at, generation, next_index, attempts, last_error, disabled_at';
/** Of the list that is shown; older letters stay until their webhook is removed. */
const LETTERS_SHOWN = 1000;

function webhookOf(row: Row): Webhook {
  return {
    id: row.id,
    url: row.url,
    caller: JSON.parse(row.caller) as Caller,
    createdAt: row.created_at.toISOString(),
    generation: row.generation,
    nextIndex: Number(row.next_index),
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    disabled: row.disabled_at !== null,
  };
}

const leaseText = `
  update ledger.webhooks set due_at = now() + make_interval(secs => $2)
  where id = (
    select id from ledger.webhooks where disabled_at is null and due_at <= now() and next_index < $1
    order by due_at limit 1 for update skip locked
  )
  returning ${columns}`;
const settleText = `
  update ledger.webhooks set next_index = $3, attempts = $4, due_at = now() + make_interval(secs => $5), last_error = $6,
    disabled_at = case when $7 then now() else disabled_at end
  where id = $1 and next_index = $2`;

export function postgresWebhooks(pool: pg.Pool): WebhookStore {
  return {
    add: async ({ id, url, caller, nextIndex }) => {
      const text = 'insert into ledger.webhooks (id, url, caller, next_index) values ($1, $2, $3, $4) on conflict do nothing returning id';
      return (await ask(pool, text, [id, url, JSON.stringify(caller), nextIndex])).length > 0;
    },
    get: async (id) => (await ask<Row>(pool, `select ${columns} from ledger.webhooks where id = $1`, [id])).map(webhookOf)[0],
    list: async () => (await ask<Row>(pool, `select ${columns} from ledger.webhooks order by created_at, id`)).map(webhookOf),
    remove: async (id) => void (await ask(pool, 'delete from ledger.webhooks where id = $1', [id])),
    rotate: async (id) => void (await ask(pool, 'update ledger.webhooks set generation = generation + 1 where id = $1', [id])),
    lease: async (logSize, seconds) => (await ask<Row>(pool, leaseText, [logSize, seconds])).map(webhookOf)[0],
    settle: async ({ id, nextIndex }, outcome) => {
      const { nextIndex: next, attempts, dueIn, error = null, disable = false } = outcome;
      await ask(pool, settleText, [id, nextIndex, next, attempts, dueIn, error, disable]);
    },
    bury: async (id, { index, attempts, error }) => {
      const text =
        'insert into ledger.webhook_dead_letters (webhook_id, log_index, attempts, error) values ($1, $2, $3, $4) on conflict do nothing';
      await ask(pool, text, [id, index, attempts, error]);
    },
    deadLetters: async (id) => {
      const text = `select log_index, attempts, error, at from ledger.webhook_dead_letters where webhook_id = $1 order by log_index limit ${LETTERS_SHOWN}`;
      const rows = await ask<{ log_index: string; attempts: number; error: string; at: Date }>(pool, text, [id]);
      return rows.map(({ log_index, attempts, error, at }) => ({ index: Number(log_index), attempts, error, at: at.toISOString() }));
    },
    exhume: async (id, index) =>
      void (await ask(pool, 'delete from ledger.webhook_dead_letters where webhook_id = $1 and log_index = $2', [id, index])),
  };
}
