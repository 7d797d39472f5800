/**
 * Durable appends at the Store port, beside pgbench inserting the same bytes, a row a transaction, into a table of the
 * same columns and indexes on the same server in the same run. Prints machine, versions and seed.
 *
 * pgbench sends bodies, hashes and leaves of facts of the same histories as parameters of a prepared statement, spread over
 * their lengths; the store makes its own, beside the row of its stream and the line to the log. The runs are short and take
 * turns, and each pair gives one ratio: other work on the machine then falls on both. Gates (exit code 1) on the median
 * of the pairs at 64 clients and at one client. `--small` is the size for CI.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fact } from '@gongze/domain/events/catalogue';
import { generateHistory } from '@gongze/domain/testing/histories';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import { keep } from '../ledger/store/kept.ts';
import { postgresStore, type PostgresStore } from '../ledger/store/postgres.ts';
import { random, testServer } from '../ledger/testing/servers.ts';

const seed = 20_261_123;
const { values } = parseArgs({ options: { small: { type: 'boolean' }, seconds: { type: 'string' }, rounds: { type: 'string' } } });
const seconds = Number(values.seconds ?? (values.small ? 1.5 : 4));
const rounds = Number(values.rounds ?? (values.small ? 7 : 9));
/** What is aimed at, and what the gate holds: at one client the row of the stream and the line to the log still cost more. */
const goals: Readonly<Record<number, number>> = { 1: 0.85, 64: 1 };
const bounds: Readonly<Record<number, number>> = { 1: 0.4, 64: 1 };

function findPgbench(): string {
  const places = ['/usr/bin/pgbench', ...globSync('/usr/lib/postgresql/*/bin/pgbench').sort().reverse()];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error('pgbench is missing. On Debian: apt-get install postgresql');
  return found;
}

interface Server {
  readonly user: string;
  readonly password: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
}

function serverOf(connectionString: string): Server {
  const [, user = '', password = '', host = '', port = '', database = ''] =
    /^postgresql:\/\/([^:]+):([^@]+)@([^:]+):(\d+)\/(.+)$/.exec(connectionString) ?? [];
  return { user, password: decodeURIComponent(password), host: decodeURIComponent(host), port, database };
}

let run = 0;

/** Transactions a second of pgbench with so many clients. */
function pgbench(program: string, { user, password, host, port, database }: Server, rows: readonly Row[], clients: number): number {
  run += 1;
  const scripts = rows.flatMap(({ file, values }) => ['-f', file, ...values.flatMap(([name, value]) => ['-D', `${name}=${value}`])]);
  const options = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', `${Math.min(clients, 2)}`, '-T', `${Math.round(seconds)}`];
  const result = spawnSync(
    program,
    [...options, '-D', `run=${run}`, '-D', 'n=0', ...scripts, '-h', host, '-p', port, '-U', user, database],
    {
      encoding: 'utf8',
      env: { ...process.env, PGPASSWORD: password },
    },
  );
  const tps = /tps = ([\d.]+)/.exec(result.stdout)?.[1];
  if (result.status !== 0 || tps === undefined)
    throw new Error(`pgbench: ${result.stderr || (result.signal ?? result.stdout)}`, { cause: result.error });
  return Number(tps);
}

/** So many facts of different lengths does pgbench write in turn. */
const kinds = 8;
const histories = Array.from({ length: 8 }, (_, at) => generateHistory(seed + at, { size: 500, caseId: 'bench' }));

/** Fact number `version` of the case; generated histories over and over, with ids of their own. */
function factOf(caseId: CaseId, version: number, at: number): Fact {
  const history = histories[at % histories.length] as readonly Fact[];
  const fact = history[version % history.length] as Fact;
  const id = `f-${caseId}-${version}`;
  return { ...fact, streamId: caseId, version, id, idempotencyKey: id } as Fact;
}

let cases = 0;

/** Appends a second with so many clients, each with a case of its own and one append under way. */
async function appends(store: PostgresStore, clients: number): Promise<number> {
  const ids = Array.from({ length: clients }, () => `bench-${cases++}` as CaseId);
  for (const caseId of ids) await store.putCase({ caseId, title: { zh: '案', en: 'Case' }, actors: {} });
  let done = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async (caseId: CaseId, at: number): Promise<void> => {
    for (let size = 0; performance.now() < end; done += 1) {
      const result = await store.append(caseId, size, [factOf(caseId, size + 1, at)]);
      if (!('appended' in result)) throw new Error(`bug: ${JSON.stringify(result)}`);
      size = result.size;
    }
  };
  await Promise.all(ids.map(async (caseId, at) => await client(caseId, at)));
  return done / ((performance.now() - began) / 1000);
}

/** One of the scripts of pgbench, and the bytes that it sends. */
interface Row {
  readonly file: string;
  readonly values: readonly (readonly [string, string])[];
}

/** Rows as the store writes them, of lengths spread evenly over all. */
async function writeRows(folder: string): Promise<readonly Row[]> {
  const kept = histories
    .flat()
    .map((fact) => keep({ ...fact, streamId: 'bench-00-00' as CaseId, id: 'f-bench-00-12345' } as Fact, '0'.repeat(32)));
  const byLength = kept.toSorted((a, b) => a.body.length - b.body.length);
  return await Promise.all(
    Array.from({ length: kinds }, async (_, at) => {
      const one = byLength[Math.floor(((at + 0.5) / kinds) * byLength.length)];
      if (one === undefined) throw new Error('bug: no facts');
      const file = join(folder, `insert-${at}.sql`);
      const stream = "'bench-' || :run || '-' || :client_id";
      const columns = 'stream_id, version, fact_id, idempotency_key, body, payload_hash, payload_salt, leaf';
      const values = `${stream}, :n, 'f-' || :n, 'f-' || :n, :body${at}, :hash, :salt, :leaf${at}`;
      await writeFile(file, `\\set n :n + 1\ninsert into bench.facts (${columns}) values (${values});\n`);
      const bytes: Row['values'] = [
        [`body${at}`, one.body],
        [`leaf${at}`, `\\x${Buffer.from(one.leaf).toString('hex')}`],
        ['hash', one.hash],
        ['salt', one.salt],
      ];
      return { file, values: bytes };
    }),
  );
}

/** What one run left to be written to disk must not be written during the next. */
async function settle(store: PostgresStore): Promise<void> {
  await store.pool.query('checkpoint');
}

const program = findPgbench();
const server = await testServer({ max_connections: '100' });
const folder = await mkdtemp(join(tmpdir(), 'gongze-bench-'));
let failed = false;
try {
  const store = await postgresStore({ connectionString: server.connectionString, random });
  const { rows } = await store.pool.query<{ version: string }>("select current_setting('server_version') as version");
  await store.pool.query('create schema bench; create table bench.facts (like ledger.facts including all)');
  const insertions = await writeRows(folder);
  console.log(
    `node ${process.version}, PostgreSQL ${rows[0]?.version}, fsync on, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, seed ${seed}; ${rounds} pairs of ${seconds} s`,
  );
  await appends(store, 8);
  for (const clients of [1, 64]) {
    const pairs: (readonly [number, number])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await settle(store);
      const theirs = pgbench(program, serverOf(server.connectionString), insertions, clients);
      await settle(store);
      pairs.push([theirs, await appends(store, clients)]);
    }
    for (const [theirs, ours] of pairs) {
      console.log(
        `${String(clients).padStart(3)} clients: pgbench ${Math.round(theirs)}/s, store ${Math.round(ours)}/s, ratio ${(ours / theirs).toFixed(2)}`,
      );
    }
    const ratios = pairs.map(([theirs, ours]) => ours / theirs).toSorted((a, b) => a - b);
    const median = ratios[ratios.length >> 1] ?? 0;
    const bound = bounds[clients] ?? 0;
    failed ||= median < bound;
    console.log(
      `${median >= bound ? 'ok  ' : 'FAIL'} ${clients} clients: median of ${rounds} ratios ${median.toFixed(2)} (gate ${bound}, goal ${goals[clients]})`,
    );
  }
  await store.close();
} finally {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
