/**
 * Experiments of the model in the database: pieces are handed out under a lease, so that any number of threads, processes and machines may
 * take part, and whoever dies with a piece loses it to another. A piece depends on its number alone, so it may be computed twice and the
 * result is the same bytes, whoever computed what.
 */
import { ask, inTransaction } from '@gongze/ledger/store/connection';
import type pg from 'pg';

export const studyStates = ['running', 'done', 'cancelled', 'failed'] as const;

export interface Study {
  readonly id: string;
  readonly owner: string;
  /** JSON of a scenario that was read. */
  readonly scenario: string;
  readonly pieces: number;
  /** Pieces that are computed. */
  readonly done: number;
  readonly state: (typeof studyStates)[number];
  readonly error: string | undefined;
  readonly createdAt: string;
  readonly endedAt: string | undefined;
}

export interface LeasedPiece {
  readonly study: string;
  readonly scenario: string;
  readonly piece: number;
  /** Times it was begun, this one included. */
  readonly attempts: number;
}

export interface StudyStore {
  /** `false` if the id is known already. */
  readonly add: (study: Pick<Study, 'id' | 'owner' | 'scenario' | 'pieces'>) => Promise<boolean>;
  readonly get: (id: string) => Promise<Study | undefined>;
  /** Of that owner, the latest first. */
  readonly list: (owner: string) => Promise<readonly Study[]>;
  readonly summary: (id: string) => Promise<string | undefined>;
  /** Ends it where it runs; pieces under way are thrown away. */
  readonly cancel: (id: string) => Promise<void>;
  readonly fail: (id: string, error: string) => Promise<void>;
  readonly lease: (seconds: number) => Promise<LeasedPiece | undefined>;
  /** Keeps a piece, unless it is there already or nobody wants it any more. */
  readonly settle: (study: string, piece: number, result: Uint8Array) => Promise<void>;
  /** Gives a piece back that was begun and will not be finished. */
  readonly release: (study: string, piece: number) => Promise<void>;
  /**
   * Merges one experiment whose pieces are all in, if there is one that nobody else merges: `merge` gets the pieces in their order and
   * returns the summary. Dies whoever does it, the next one begins anew.
   */
  readonly finish: (merge: (scenario: string, pieces: AsyncIterable<readonly [number, Uint8Array]>) => Promise<string>) => Promise<boolean>;
}

interface Row {
  readonly id: string;
  readonly owner: string;
  readonly scenario: string;
  readonly pieces: number;
  readonly done: number;
  readonly state: Study['state'];
  readonly error: string | null;
  readonly created_at: Date;
  readonly ended_at: Date | null;
}

const columns = `id, owner, scenario, pieces, state, error, created_at, ended_at,
  case when state = 'done' then pieces
    else pieces - (select count(*) from ledger.study_pieces p where p.study_id = s.id and p.result is null)::int end as done`;
/** What is shown of an owner's experiments, and how long they are kept. */
const LISTED = 100;
const KEPT_DAYS = 30;
/** Pieces read at a time while merging. */
const MERGED_AT_ONCE = 20;

function studyOf({ created_at, ended_at, error, ...row }: Row): Study {
  return { ...row, error: error ?? undefined, createdAt: created_at.toISOString(), endedAt: ended_at?.toISOString() };
}

const leaseText = `
  update ledger.study_pieces p set leased_until = now() + make_interval(secs => $1), attempts = p.attempts + 1
  from (
    select q.study_id, q.piece, s.scenario from ledger.studies s join ledger.study_pieces q on q.study_id = s.id
    where s.state = 'running' and q.result is null and (q.leased_until is null or q.leased_until < now())
    order by s.created_at, s.id, q.piece limit 1 for update of q skip locked
  ) found
  where p.study_id = found.study_id and p.piece = found.piece
  returning p.study_id, p.piece, p.attempts, found.scenario`;
const finishedText = `
  select id, scenario, pieces from ledger.studies s
  where state = 'running' and not exists (select from ledger.study_pieces p where p.study_id = s.id and p.result is null)
  order by created_at, id limit 1 for update skip locked`;
const endText = `update ledger.studies set state = $2, error = $3, ended_at = now() where id = $1 and state = 'running'`;

async function* piecesInOrder(client: pg.PoolClient, id: string, pieces: number): AsyncGenerator<readonly [number, Uint8Array]> {
  for (let from = 0; from < pieces; from += MERGED_AT_ONCE) {
    const text = 'select piece, result from ledger.study_pieces where study_id = $1 and piece >= $2 and piece < $3 order by piece';
    const { rows } = await client.query<{ piece: number; result: Uint8Array }>(text, [id, from, from + MERGED_AT_ONCE]);
    for (const { piece, result } of rows) yield [piece, result];
  }
}

export function postgresStudies(pool: pg.Pool): StudyStore {
  const end = async (id: string, state: Study['state'], error: string | null): Promise<void> =>
    await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(endText, [id, state, error]);
      if (rowCount !== 0) await client.query('delete from ledger.study_pieces where study_id = $1', [id]);
    });
  return {
    add: async ({ id, owner, scenario, pieces }) =>
      await inTransaction(pool, async (client) => {
        await client.query('delete from ledger.studies where created_at < now() - make_interval(days => $1)', [KEPT_DAYS]);
        const text = 'insert into ledger.studies (id, owner, scenario, pieces) values ($1, $2, $3, $4) on conflict do nothing';
        const { rowCount } = await client.query(text, [id, owner, scenario, pieces]);
        if (rowCount === 0) return false;
        await client.query('insert into ledger.study_pieces (study_id, piece) select $1, generate_series(0, $2::int - 1)', [id, pieces]);
        return true;
      }),
    get: async (id) => (await ask<Row>(pool, `select ${columns} from ledger.studies s where id = $1`, [id])).map(studyOf)[0],
    list: async (owner) => {
      const text = `select ${columns} from ledger.studies s where owner = $1 order by created_at desc, id limit ${LISTED}`;
      return (await ask<Row>(pool, text, [owner])).map(studyOf);
    },
    summary: async (id) => {
      const rows = await ask<{ summary: string | null }>(pool, 'select summary from ledger.studies where id = $1', [id]);
      return rows[0]?.summary ?? undefined;
    },
    cancel: async (id) => await end(id, 'cancelled', null),
    fail: async (id, error) => await end(id, 'failed', error),
    lease: async (seconds) => {
      const rows = await ask<{ study_id: string; piece: number; attempts: number; scenario: string }>(pool, leaseText, [seconds]);
      return rows.map(({ study_id, ...row }) => ({ study: study_id, ...row }))[0];
    },
    settle: async (study, piece, result) => {
      const text = 'update ledger.study_pieces set result = $3, leased_until = null where study_id = $1 and piece = $2 and result is null';
      await ask(pool, text, [study, piece, Buffer.from(result.buffer, result.byteOffset, result.length)]);
    },
    release: async (study, piece) => {
      const text = `update ledger.study_pieces set leased_until = null, attempts = greatest(0, attempts - 1)
        where study_id = $1 and piece = $2 and result is null`;
      await ask(pool, text, [study, piece]);
    },
    finish: async (merge) =>
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ id: string; scenario: string; pieces: number }>(finishedText);
        const [study] = rows;
        if (study === undefined) return false;
        const summary = await merge(study.scenario, piecesInOrder(client, study.id, study.pieces));
        const text = `update ledger.studies set state = 'done', summary = $2, ended_at = now() where id = $1`;
        await client.query(text, [study.id, summary]);
        await client.query('delete from ledger.study_pieces where study_id = $1', [study.id]);
        return true;
      }),
  };
}
