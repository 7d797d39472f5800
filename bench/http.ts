/**
 * Time of an HTTP command at 200 a second, beside a bare Fastify that inserts the same bytes by `pg` into the same database
 * at the same rate in the same run. Both run as processes of their own; times count from when a request was due, not from
 * when it could be sent, so that a pause of the server is not hidden. `--seconds` of each in all (default 35), `--rate` (default 200).
 *
 * Seven rounds; a round is a short run of each, one right after the other, with the first changing places: what else the machine does
 * meets both, and a round in which it met only one of them is outvoted by the median.
 *
 * Gate (exit code 1):
 * 1. Processor time of the server for a command, median over the rounds, at most 6.5 times the peer's. It was 4.3 at rest, where the
 *    peer is cheapest, and 3.0, 3.1 and 3.5 at a load of 14 to 16 on two cores. With 1.2 ms of work more for a command, as much as there
 *    is, it was 6.1 under load, where that is the least: at rest twice the work fails.
 * 2. Where the machine is at rest (the peer's median p99 is within 12.5 ms): p99, median of the ratios by round, at most 8 times the
 *    peer's, and at most one command in a hundred failed. It was 2.5 and 3.6 (rounds of 1.7 to 12). The bound of the issue, p99 below
 *    100 ms, follows from it. Under load it is printed and not judged: with 14 others at two cores a server
 *    that needs a third of a core gets less, its queue grows for as long as that lasts, and p99 was 4 times the peer's in one run
 *    and 30 times in the next.
 * 3. Whatever the load: every answer is 201, or 409 or 503, with which a server that falls behind sends the client to try again.
 *
 * The absolute p99 is printed with the remark whether the machine was at rest: only then does it tell of the product.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createApplication } from '@gongze/application';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import { openStore } from '@gongze/ledger';
import { startEmbedded } from '@gongze/ledger/embedded/start';
import { openPool } from '@gongze/ledger/store/connection';
import { systemClock } from '@gongze/server/clock';
import { wire } from '@gongze/server/wiring';
import Fastify from 'fastify';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '35' },
    rate: { type: 'string', default: '200' },
    role: { type: 'string' },
    database: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
  },
});
const caseCount = 50;
const day = { first: '2026-01-05', last: '2026-01-05', precision: 'day' };
const text = { zh: '会议背景说明'.repeat(20), en: 'Background of the meeting. '.repeat(8) };
const body = JSON.stringify({ events: [{ type: 'contextRecorded', occurred: day, payload: { title: text } }] });

/** The product as `gongze serve` wires it, with its sequencer running. */
async function serveProduct(databaseUrl: string, dataDir: string): Promise<string> {
  const opened = await openStore({ databaseUrl, dataDir, log: () => undefined });
  const application = createApplication({ store: opened.store, clock: systemClock, governments: gb2260(), selectEdition });
  const { server } = await wire({
    opened,
    application,
    clock: systemClock,
    governments: gb2260(),
    pageDir: 'none',
    ready: async () => true,
    secret: new Uint8Array(32),
    env: {},
    log: (line) => console.error(line),
    limits: { perAddress: 1e9, perCaller: 1e9 },
  });
  for (let index = 0; index < caseCount; index++) {
    const payload = { case: `c${index}`, title: text, opened: { occurred: day, payload: { title: text, parties: ['610100', '610400'] } } };
    const created = await server.inject({ method: 'POST', url: '/api/cases', payload, headers: { 'idempotency-key': 'open' } });
    if (created.statusCode !== 201) throw new Error(created.body);
  }
  opened.startSequencer();
  return await server.listen({ port: 0, host: '127.0.0.1' });
}

/** The least that keeps the same bytes durably. */
async function servePeer(databaseUrl: string): Promise<string> {
  const pool = openPool(databaseUrl);
  await pool.query('create schema if not exists peer; create table if not exists peer.kept (id bigserial primary key, body text not null)');
  const server = Fastify();
  server.post('/api/cases/:caseId/events', async (incoming, reply) => {
    await pool.query({ name: 'keep', text: 'insert into peer.kept (body) values ($1)', values: [JSON.stringify(incoming.body)] });
    return reply.code(201).send({ durable: true });
  });
  return await server.listen({ port: 0, host: '127.0.0.1' });
}

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Other statuses than 201; 0 for none at all. */
  readonly failed: readonly number[];
  readonly sent: number;
  /** Milliseconds of the processor that the server used for a command. */
  readonly processor: number;
}

function send(base: string, agent: Agent, number: number): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request(`${base}/api/cases/c${number % caseCount}/events`, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'if-match': '*',
        'idempotency-key': `b${number}-${process.pid}`,
      },
    });
    outgoing.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', () => resolve(0));
    outgoing.end(body);
  });
}

async function measure({ url: base, child }: Server, seconds: number, rate: number, from: number): Promise<Measured> {
  const before = await processorOf(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  const failed: number[] = [];
  const start = performance.now();
  const total = Math.round(seconds * rate);
  for (let index = 0; index < total; index++) {
    const due = start + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    pending.push(
      send(base, agent, from + index).then((status) => {
        times.push(performance.now() - due);
        if (status !== 201) failed.push(status);
      }),
    );
  }
  await Promise.all(pending);
  agent.destroy();
  const processor = ((await processorOf(child)) - before) / total;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: times.at(-1) ?? Number.NaN, failed, sent: total, processor };
}

async function startRole(role: string, databaseUrl: string, folder: string): Promise<Server> {
  const child = fork(import.meta.filename, ['--role', role, '--database', databaseUrl, '--folder', folder]);
  const [url] = (await once(child, 'message')) as [string];
  return { url, child };
}

const roundCount = 7;
const PROCESSOR_RATIO_MAX = 6.5;
const ratioMax = 8;
/** What a server that falls behind may answer. */
const tryAgain = [409, 503];
/** Issue: p99 of a command below that, in milliseconds. */
const p99Max = 100;
type Role = 'product' | 'peer';

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Prints what was measured; returns whether it is within the gate. */
function judge(rounds: readonly Readonly<Record<Role, Measured>>[]): boolean {
  for (const role of ['product', 'peer'] as const)
    for (const { [role]: own } of rounds)
      console.log(
        `${role.padEnd(8)} p50 ${own.p50.toFixed(1)} ms, p99 ${own.p99.toFixed(1)} ms, max ${own.max.toFixed(1)} ms, processor ${own.processor.toFixed(2)} ms a command, ${own.failed.length} of ${own.sent} failed`,
      );
  const over = (of: (own: Measured) => number): number[] => rounds.map(({ product, peer }) => of(product) / of(peer));
  const [ratios, processor] = [over(({ p99 }) => p99), median(over((own) => own.processor))];
  const [own, peer] = [median(rounds.map((each) => each.product.p99)), median(rounds.map((each) => each.peer.p99))];
  const isAtRest = peer <= p99Max / ratioMax;
  const statuses = rounds.flatMap(({ product }) => product.failed);
  const sent = rounds.reduce((all, { product }) => all + product.sent, 0);
  const isSwift = median(ratios) <= ratioMax && statuses.length <= sent / 100;
  const passes = processor <= PROCESSOR_RATIO_MAX && statuses.every((status) => tryAgain.includes(status)) && (isSwift || !isAtRest);
  console.log(`p99 over the peer's, by round: ${ratios.map((each) => each.toFixed(2)).join(' ')}`);
  console.log(
    `median p99 ${own.toFixed(1)} ms (${own < p99Max ? 'below' : 'above'} ${p99Max}), the peer's ${peer.toFixed(1)} ms: a machine ${isAtRest ? 'at rest' : 'under load, of which this figure tells'}`,
  );
  console.log(`processor ${processor.toFixed(2)} × the peer's, at most ${PROCESSOR_RATIO_MAX}`);
  console.log(`p99 ${median(ratios).toFixed(2)} ×, ${isAtRest ? `at most ${ratioMax}` : 'not judged under load'}`);
  console.log(`other answers than 201: ${statuses.length === 0 ? 'none' : statuses.join(' ')}; ${passes ? 'within' : 'BEYOND'} the gate`);
  return passes;
}

/** Processor time that a child has used, in milliseconds. */
async function processorOf(child: ChildProcess): Promise<number> {
  child.send('processor');
  const [used] = (await once(child, 'message')) as [number];
  return used;
}

async function main(): Promise<void> {
  const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
  const folder = await mkdtemp(join(tmpdir(), 'gongze-bench-'));
  const database = await startEmbedded({ dataDir: join(folder, 'data') });
  const children: ChildProcess[] = [];
  try {
    const product = await startRole('product', database.connectionString, folder);
    const peer = await startRole('peer', database.connectionString, folder);
    children.push(product.child, peer.child);
    // Warm: compiled code, connections, prepared statements.
    for (const server of [product, peer]) await measure(server, 3, rate, 0);
    const rounds: Record<Role, Measured>[] = [];
    for (let round = 0; round < roundCount; round++) {
      const own: Partial<Record<Role, Measured>> = {};
      const roles: readonly Role[] = round % 2 === 0 ? ['product', 'peer'] : ['peer', 'product'];
      for (const role of roles) own[role] = await measure({ product, peer }[role], seconds / roundCount, rate, 1e6 * (round + 1));
      rounds.push(own as Record<Role, Measured>);
    }
    console.log(
      `${cpus()[0]?.model ?? 'cpu'} × ${cpus().length}, Node ${process.versions.node}, ${rate} commands/s, body ${body.length} bytes`,
    );
    process.exitCode = judge(rounds) ? 0 : 1;
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (values.role === undefined) await main();
else {
  const url = values.role === 'product' ? await serveProduct(values.database, values.folder) : await servePeer(values.database);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  process.send?.(url);
}
