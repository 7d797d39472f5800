/**
 * The log in PostgreSQL. Every write checks, in its own transaction and under the lock of one row, that the writer still
 * is the elected one: a sequencer that was thought dead and comes back writes nothing.
 */
import type pg from 'pg';
import { encodeEntries, tileWidth } from '../log/tiles.ts';
import { ask, inTransaction } from '../store/connection.ts';
import type { Epoch, LoggedLeaf, LogStore, PendingLeaf } from './ports.ts';

/** A holder that is silent for so long may be replaced. A clock of the database that jumps only makes that happen early. */
const leaseSeconds = 3;
/** A holder that was stopped within a write keeps the row of the elected one locked; the others wait no longer than this. */
const silentMilliseconds = 5000;

interface Queued extends PendingLeaf {
  readonly place: string;
}

/** Takes the epoch over from who is silent, or keeps the one it has. A `renewed` that lies ahead is a clock that was set back. */
const claimSql = `
  update ledger.sequencer
  set epoch = case when holder = $1 then epoch else epoch + 1 end, holder = $1, renewed = clock_timestamp()
  where holder = $1 or renewed not between clock_timestamp() - $2::interval and clock_timestamp() + $2::interval
  returning epoch`;

/** Whatever the elected one writes. */
const writing = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  await inTransaction(pool, work, 'read committed', silentMilliseconds);

/**
 * The line to the log, made anew from what has no place: after a crash it is empty, and its row 0 tells. Appends wait
 * meanwhile, so that none stands in the line before an earlier one of its stream.
 */
const refillSql = `
  insert into ledger.unsequenced (stream_id, version)
  select s.stream_id, v from ledger.streams s
  cross join lateral (select coalesce(max(q.version), 0) as last from ledger.sequence q where q.stream_id = s.stream_id) done
  cross join lateral generate_series(done.last + 1, s.size) v
  where s.size > done.last order by s.stream_id, v`;

async function refill(pool: pg.Pool): Promise<void> {
  await writing(pool, async (client) => {
    await client.query('lock table ledger.unsequenced in share row exclusive mode');
    await client.query('delete from ledger.unsequenced');
    await client.query(refillSql);
    await client.query("insert into ledger.unsequenced (place, stream_id, version) values (0, '', 0)");
  });
}

/** `false`: somebody else was elected since. Holds the row until the end of the transaction. */
async function stillElected(client: pg.ClientBase, epoch: Epoch): Promise<boolean> {
  const { rowCount } = await client.query('update ledger.sequencer set renewed = clock_timestamp() where epoch = $1', [epoch]);
  return rowCount === 1;
}

async function writePlaces(client: pg.ClientBase, { from, leaves, tiles }: Parameters<LogStore['commit']>[1]): Promise<void> {
  const { rows } = await client.query<{ size: string }>('select coalesce(max(index) + 1, 0) as size from ledger.sequence');
  if (Number(rows[0]?.size) !== from) throw new Error(`bug: entries from ${from} on for a log of ${rows[0]?.size}`);
  const [streams, versions] = [leaves.map(({ streamId }) => streamId), leaves.map(({ version }) => version)];
  await client.query(
    `insert into ledger.sequence (index, stream_id, version)
     select $1 + nth - 1, stream_id, version from unnest($2::text[], $3::int[]) with ordinality n(stream_id, version, nth)`,
    [from, streams, versions],
  );
  await client.query('delete from ledger.unsequenced where place = any ($1)', [leaves.map((leaf) => (leaf as Queued).place)]);
  await client.query(
    `insert into ledger.tiles (level, index, hashes) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set hashes = excluded.hashes`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ bytes }) => Buffer.from(bytes))],
  );
}

async function writeCheckpoint(client: pg.ClientBase, size: number, note: string): Promise<void> {
  const { rowCount } = await client.query('update ledger.checkpoints set note = $2 where size = $1', [size, note]);
  if (rowCount === 1) return;
  await client.query(
    'insert into ledger.checkpoints (number, size, note) select coalesce(max(number), 0) + 1, $1, $2 from ledger.checkpoints',
    [size, note],
  );
}

async function leavesFrom(pool: pg.Pool, from: number, limit: number): Promise<LoggedLeaf[]> {
  const rows = await ask<{ index: string; stream_id: string; version: number; leaf: Buffer }>(
    pool,
    `select q.index, q.stream_id, q.version, f.leaf from ledger.sequence q join ledger.facts f using (stream_id, version)
     where q.index >= $1 and q.index < $2 order by q.index`,
    [from, from + limit],
  );
  return rows.map(({ index, stream_id: streamId, version, leaf }) => ({ index: Number(index), streamId, version, leaf }));
}

/** `pool`: that of the store; the log shares its connections. */
export function postgresLogStore(pool: pg.Pool): LogStore {
  let refilled: Epoch | undefined;
  const queued = async (epoch: Epoch, limit: number): Promise<Queued[] | 'lost'> => {
    const rows = await ask<{ place: string | null; stream_id: string; version: number; leaf: Buffer | null }>(
      pool,
      `select u.place, u.stream_id, u.version, f.leaf from ledger.sequencer e
       left join lateral (select * from ledger.unsequenced order by place limit $2) u on true
       left join ledger.facts f using (stream_id, version) where e.epoch = $1 order by u.place`,
      [epoch, limit + 1],
    );
    if (rows[0] !== undefined && rows[0].place !== '0') return 'lost';
    return rows.flatMap(({ place, stream_id: streamId, version, leaf }) =>
      place === null || leaf === null ? [] : [{ place, streamId, version, leaf }],
    );
  };

  return {
    claim: async (holder) => {
      const [row] = await ask<{ epoch: string }>(pool, claimSql, [holder, `${leaseSeconds} seconds`]);
      const epoch = row && Number(row.epoch);
      if (epoch !== undefined && epoch !== refilled) {
        await refill(pool);
        refilled = epoch;
      }
      return epoch;
    },
    state: async () => {
      const [row] = await ask<{ size: string; note: string | null }>(
        pool,
        `select (select coalesce(max(index) + 1, 0) from ledger.sequence) as size,
                (select note from ledger.checkpoints order by number desc limit 1) as note`,
      );
      return { size: Number(row?.size ?? 0), checkpoint: row?.note ?? undefined };
    },
    unsequenced: async (epoch, limit) => {
      const leaves = await queued(epoch, limit);
      if (leaves !== 'lost') return leaves;
      await refill(pool);
      const again = await queued(epoch, limit);
      return again === 'lost' ? [] : again;
    },
    commit: async (epoch, batch) =>
      await writing(pool, async (client) => {
        if (!(await stillElected(client, epoch))) return 'fenced';
        await writePlaces(client, batch);
        return 'committed';
      }),
    publish: async (epoch, { size, note }) =>
      await writing(pool, async (client) => {
        if (!(await stillElected(client, epoch))) return 'fenced';
        await writeCheckpoint(client, size, note);
        return 'published';
      }),
    readTile: async (level, index, width) => {
      const [tile] = await ask<{ hashes: Buffer }>(
        pool,
        'select substring(hashes from 1 for $3 * 32) as hashes from ledger.tiles where level = $1 and index = $2 and octet_length(hashes) >= $3 * 32',
        [level, index, width],
      );
      return tile?.hashes;
    },
    readEntries: async (index, width) => {
      const leaves = await leavesFrom(pool, index * tileWidth, width);
      return leaves.length === width ? encodeEntries(leaves.map(({ leaf }) => leaf)) : undefined;
    },
    indexOf: async (streamId, version) => {
      const [row] = await ask<{ index: string }>(pool, 'select index from ledger.sequence where stream_id = $1 and version = $2', [
        streamId,
        version,
      ]);
      return row && Number(row.index);
    },
    leafAt: async (index) => (await leavesFrom(pool, index, 1))[0],
    leavesFrom: async (from, limit) => await leavesFrom(pool, from, limit),
    witnessed: async (epoch, witness, { at, size }) =>
      await writing(pool, async (client) => {
        if (!(await stillElected(client, epoch))) return;
        await client.query(
          `insert into ledger.witnesses (name, at, size) values ($1, $2, $3)
           on conflict (name) do update set at = excluded.at, size = excluded.size`,
          [witness, at, size],
        );
      }),
    witnesses: async () => {
      const rows = await ask<{ name: string; at: string; size: string }>(pool, 'select name, at, size from ledger.witnesses order by name');
      return rows.map(({ name, at, size }) => ({ name, at, size: Number(size) }));
    },
  };
}
