/**
 * Writes appends. Those of many clients go together: while transactions wait for the disk, what arrives is gathered, and
 * goes into the next. Each append keeps its own decision and its own outcome.
 */
import type pg from 'pg';
import { StoreUnavailable } from '../fault.ts';
import { bytesArray, integerArray, textArray } from './binary.ts';
import { faultOf } from './connection.ts';
import { execute } from './execution.ts';
import type { Keepable } from './kept.ts';

/** `conflict`: the stream stands elsewhere. `known`: it holds one of the ids or keys. `missing`: there is no such stream. */
export interface Outcome {
  readonly outcome: 'appended' | 'conflict' | 'known' | 'missing';
  /** Size of the stream, after the append where it happened. */
  readonly size: number;
}

export interface Call {
  readonly streamId: string;
  /** Version that the first record follows. */
  readonly expected: number;
  readonly records: readonly Keepable[];
}

interface Waiting extends Call {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (cause: unknown) => void;
}

/** So many transactions are under way at most: while one waits for the disk, the other computes. More would be smaller ones. */
const lanesMax = 2;
/** What waits is divided among the lanes that are free, but not into smaller parts than this. */
const callsLeast = 8;
const callsMax = 256;
const recordsMax = 4096;

const appendMany = {
  name: 'append-many',
  text: 'select outcome, now_at as size from ledger.append($1,$2,$3,$4,$5,$6,$7,$8,$9)',
};

const appendPlain = {
  name: 'append-plain',
  text: 'select ledger.append_plain($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) as left_out',
};

/** The common append, of one record to a stream that stands where it should. No row: something is in the way. */
const appendOne = {
  name: 'append-one',
  text: `with held as (
      update ledger.streams set size = size + 1 where stream_id = $1 and size = $2 returning stream_id, size
    ), queue as (
      insert into ledger.unsequenced (stream_id, version) select stream_id, size from held
    )
    insert into ledger.facts (stream_id, version, fact_id, idempotency_key, body, payload_salt, payload_hash, leaf)
    select stream_id, size, $3, $4, $5, $6, $7, $8 from held`,
};

const uniqueViolation = '23505';

/** Within the caller's transaction: the outcome of each call, of which no two may be to one stream. */
export async function appendCalls(client: pg.ClientBase, calls: readonly Call[]): Promise<readonly Outcome[]> {
  const { rows } = await client.query<Outcome>({
    ...appendMany,
    values: [...valuesOfCalls(calls), ...valuesOfRecords(calls.flatMap(({ records }) => records))],
  });
  return rows;
}

function valuesOfCalls(calls: readonly Call[]): readonly Buffer[] {
  return [
    textArray(calls.map(({ streamId }) => streamId)),
    integerArray(calls.map(({ expected }) => expected)),
    integerArray(calls.map(({ records }) => records.length)),
  ];
}

function valuesOfRecords(records: readonly Keepable[]): readonly Buffer[] {
  return [
    textArray(records.map(({ id }) => id)),
    textArray(records.map(({ key }) => key)),
    textArray(records.map(({ body }) => body)),
    textArray(records.map(({ salt }) => salt)),
    textArray(records.map(({ hash }) => hash)),
    bytesArray(records.map(({ leaf }) => leaf)),
  ];
}

/** The outcomes of a group in which nothing is in the way; `undefined` for those calls where something is. */
async function appendGroup(client: pg.ClientBase, calls: readonly Call[]): Promise<readonly (Outcome | undefined)[]> {
  const inOrder = calls.toSorted((a, b) => (a.streamId < b.streamId ? -1 : 1));
  const numbers = inOrder.flatMap(({ records }, at) => records.map(() => at + 1));
  const versions = inOrder.flatMap(({ expected, records }) => records.map((_, at) => expected + 1 + at));
  const records = inOrder.flatMap((call) => call.records);
  try {
    const { rows } = await client.query<{ left_out: number[] | null }>({
      ...appendPlain,
      values: [...valuesOfCalls(inOrder), integerArray(numbers), integerArray(versions), ...valuesOfRecords(records)],
    });
    const leftOut = new Set(rows[0]?.left_out?.map((number) => inOrder[number - 1]));
    return calls.map((call) => (leftOut.has(call) ? undefined : { outcome: 'appended', size: call.expected + call.records.length }));
  } catch (cause) {
    if ((cause as { code?: string }).code === uniqueViolation) return calls.map(() => undefined);
    throw cause;
  }
}

async function appendAlone(client: pg.ClientBase, { streamId, expected, records }: Call): Promise<Outcome | undefined> {
  const [record] = records;
  if (record === undefined || records.length > 1) return undefined;
  const { id, key, body, salt, hash, leaf } = record;
  try {
    const rows = await execute(client, appendOne, [streamId, expected, id, key, body, salt, hash, leaf]);
    return rows === 1 ? { outcome: 'appended', size: expected + 1 } : undefined;
  } catch (cause) {
    if ((cause as { code?: string }).code === uniqueViolation) return undefined;
    throw cause;
  }
}

async function write(client: pg.ClientBase, calls: readonly Call[]): Promise<readonly Outcome[]> {
  const [first] = calls;
  const outcomes = first !== undefined && calls.length === 1 ? [await appendAlone(client, first)] : await appendGroup(client, calls);
  const open = calls.filter((_, at) => outcomes[at] === undefined);
  if (open.length === 0) return outcomes as readonly Outcome[];
  const decided = await appendCalls(client, open);
  const byCall = new Map(open.map((call, at) => [call, decided[at]]));
  return calls.map((call, at) => outcomes[at] ?? byCall.get(call)) as readonly Outcome[];
}

/** The connections of the lanes, kept between appends: taking one from the pool costs a lone append a tenth of its time. */
class LaneConnections {
  readonly #pool: pg.Pool;
  readonly #idle = new Set<pg.PoolClient>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async use<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const [idle] = this.#idle;
    const client = idle ?? (await this.#connect());
    this.#idle.delete(client);
    try {
      const result = await work(client);
      this.#idle.add(client);
      return result;
    } catch (cause) {
      client.release(true);
      throw faultOf(cause);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect().catch((cause: unknown) => {
      throw faultOf(cause);
    });
    // One that breaks while nobody uses it is not handed out again.
    client.once('end', () => {
      if (this.#idle.delete(client)) client.release(true);
    });
    return client;
  }

  close(): void {
    for (const client of this.#idle) client.release();
    this.#idle.clear();
  }
}

export class Appender {
  readonly #connections: LaneConnections;
  readonly #busy = new Set<string>();
  #waiting: Waiting[] = [];
  #lanes = 0;
  #woken = false;
  #wasAlone = false;

  constructor(pool: pg.Pool) {
    this.#connections = new LaneConnections(pool);
  }

  /** Lets go of the connections; nothing may be under way. */
  close(): void {
    this.#connections.close();
  }

  /** Resolves once the outcome is on disk. Rejects with `StoreUnavailable` where it is not known whether it happened. */
  append(call: Call): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    this.#waiting.push({ ...call, resolve, reject });
    this.#wake();
    return promise;
  }

  /**
   * Not at once: clients that one transaction has answered hand in their next appends in the same turn. A client that was
   * alone the last time would wait for nobody.
   */
  #wake(): void {
    if (this.#woken) return;
    if (this.#lanes === 0 && this.#wasAlone) {
      this.#begin();
      return;
    }
    this.#woken = true;
    setImmediate(() => {
      this.#woken = false;
      this.#begin();
    });
  }

  #begin(): void {
    while (this.#lanes < lanesMax) {
      const share = Math.ceil(this.#waiting.length / (lanesMax - this.#lanes));
      const batch = this.#take(Math.min(callsMax, Math.max(callsLeast, share)));
      if (batch.length === 0) return;
      this.#wasAlone = batch.length === 1 && this.#lanes === 0;
      this.#lanes += 1;
      void this.#run(batch);
    }
  }

  /** The next batch: in the order of arrival, one call a stream, none to a stream that another lane writes to. */
  #take(most: number): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    let records = 0;
    for (const call of this.#waiting) {
      const fits = taken.length === 0 || (taken.length < most && records + call.records.length <= recordsMax);
      if (!fits || this.#busy.has(call.streamId)) {
        left.push(call);
        continue;
      }
      this.#busy.add(call.streamId);
      records += call.records.length;
      taken.push(call);
    }
    this.#waiting = left;
    return taken;
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#connections.use(async (client) => await write(client, batch));
      batch.forEach((call, at) => {
        const outcome = outcomes[at];
        if (outcome === undefined) call.reject(new Error(`bug: no outcome for the append to ${call.streamId}`));
        else call.resolve(outcome);
      });
    } catch (cause) {
      if (batch.length === 1 || cause instanceof StoreUnavailable) for (const call of batch) call.reject(cause);
      else await this.#oneByOne(batch);
    } finally {
      this.#lanes -= 1;
      for (const { streamId } of batch) this.#busy.delete(streamId);
      if (this.#waiting.length > 0) this.#wake();
    }
  }

  /** What the database would not take from all of them is the fault of one: the others must not pay. */
  async #oneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const call of batch) {
      try {
        const [outcome] = await this.#connections.use(async (client) => await write(client, [call]));
        if (outcome === undefined) throw new Error(`bug: no outcome for the append to ${call.streamId}`);
        call.resolve(outcome);
      } catch (cause) {
        call.reject(faultOf(cause));
      }
    }
  }
}
