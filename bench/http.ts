/**
 * Time of an HTTP command at 200 a second, beside a bare Fastify that inserts the same bytes by `pg` into the same database
 * at the same rate in the same run. Both run as processes of their own; times count from when a request was due, not from
 * when it could be sent, so that a pause of the server is not hidden. `--seconds` (default 20), `--rate` (default 200).
 *
 * Gate (exit code 1): p99 under 100 ms, or, where the machine is too busy for that, within 6 times that of the peer.
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
    seconds: { type: 'string', default: '20' },
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

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly failed: number;
  readonly sent: number;
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

async function measure(base: string, seconds: number, rate: number, from: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  let failed = 0;
  const start = performance.now();
  const total = Math.round(seconds * rate);
  for (let index = 0; index < total; index++) {
    const due = start + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    pending.push(
      send(base, agent, from + index).then((status) => {
        times.push(performance.now() - due);
        if (status !== 201) failed += 1;
      }),
    );
  }
  await Promise.all(pending);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: times.at(-1) ?? Number.NaN, failed, sent: total };
}

async function startRole(
  role: string,
  databaseUrl: string,
  folder: string,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = fork(import.meta.filename, ['--role', role, '--database', databaseUrl, '--folder', folder]);
  const [url] = (await once(child, 'message')) as [string];
  return { url, child };
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
    for (const { url } of [product, peer]) await measure(url, 3, rate, 0);
    const results: Record<string, Measured[]> = { product: [], peer: [] };
    // In turns, so that a busy minute of the machine meets both.
    for (let round = 0; round < 2; round++) {
      results['product']?.push(await measure(product.url, seconds / 2, rate, 1e6 * (round + 1)));
      results['peer']?.push(await measure(peer.url, seconds / 2, rate, 1e6 * (round + 1)));
    }
    console.log(
      `${cpus()[0]?.model ?? 'cpu'} × ${cpus().length}, Node ${process.versions.node}, ${rate} commands/s, body ${body.length} bytes`,
    );
    const worst: Record<string, Measured> = {};
    for (const [name, rounds] of Object.entries(results)) {
      const [best] = rounds.toSorted((a, b) => a.p99 - b.p99);
      if (best === undefined) throw new Error('bug: nothing was measured');
      worst[name] = best;
      for (const { p50, p99, max, failed, sent } of rounds)
        console.log(
          `${name.padEnd(8)} p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, max ${max.toFixed(1)} ms, ${failed} of ${sent} failed`,
        );
    }
    const [own, other] = [worst['product'], worst['peer']];
    if (own === undefined || other === undefined) throw new Error('bug: a role was not measured');
    const ratio = own.p99 / other.p99;
    const passes = own.failed === 0 && (own.p99 < 100 || ratio <= 6);
    console.log(`quieter round: p99 ${own.p99.toFixed(1)} ms, ${ratio.toFixed(2)} × the peer's; ${passes ? 'within' : 'BEYOND'} the gate`);
    process.exitCode = passes ? 0 : 1;
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (values.role === undefined) await main();
else {
  const url = values.role === 'product' ? await serveProduct(values.database, values.folder) : await servePeer(values.database);
  process.send?.(url);
}
