/** Puts a server over an open store: log, changes, notices, measures. What is started here is stopped by `close`. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Application } from '@gongze/application';
import { localAuthorizer } from '@gongze/application/permissions/local';
import type { Caller, Clock } from '@gongze/application/ports';
import { caseCache } from '@gongze/application/read/cache';
import type { GovernmentTree } from '@gongze/domain/vocabulary/governments/tree';
import type { OpenStore } from '@gongze/ledger';
import { postgresCalendars } from '@gongze/ledger/daily/calendars';
import { postgresNotices, postgresTellings } from '@gongze/ledger/daily/notices';
import { postgresDaily } from '@gongze/ledger/daily/store';
import type { FastifyInstance } from 'fastify';
import { runClearing } from './attachments.ts';
import { changeFeed } from './changes/feed.ts';
import { buildServer, type ServerParts } from './server.ts';
import { postgresStudies } from './studies/store.ts';
import { runStudies } from './studies/work.ts';
import { startExport } from './telemetry/export.ts';
import { Metrics } from './telemetry/metrics.ts';
import { processMetrics } from './telemetry/observe.ts';
import { tracedCommands } from './telemetry/spans.ts';
import { readersIn } from './timers/readers.ts';
import { runTimers } from './timers/run.ts';
import { tellSettings } from './timers/settings.ts';
import { type DeliveryParts, runDeliveries } from './webhooks/deliver.ts';
import { postgresWebhooks } from './webhooks/store.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Wiring extends Pick<ServerParts, 'application' | 'pageDir' | 'ready' | 'signIn' | 'authorizer' | 'limits'> {
  readonly opened: Pick<OpenStore, 'store' | 'logStore' | 'receipts' | 'policyText'>;
  /** Of this server; secrets of webhooks follow from it. */
  readonly secret: Uint8Array;
  readonly env: Env;
  readonly log: (line: string) => void;
  readonly clock: Clock;
  readonly governments: GovernmentTree;
  readonly currentCaller?: DeliveryParts['currentCaller'];
  /** The person in each of the offices that he holds now. Default: nobody holds any. */
  readonly callersOf?: (person: string) => Promise<readonly Caller[]>;
}

export interface Wired {
  readonly server: FastifyInstance;
  /** Ends what runs beside the server, after it was closed. */
  readonly close: () => Promise<void>;
}

/** 32 bytes that stay the same: of `GONGZE_SECRET`, or of a file in the data folder that is made the first time. */
export async function serverSecret(env: Env, dataDir: string): Promise<Uint8Array> {
  const given = env['GONGZE_SECRET'];
  if (given !== undefined && given !== '') return Buffer.from(given);
  const path = join(dataDir, 'server.secret');
  try {
    return await readFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    await mkdir(dataDir, { recursive: true });
    const secret = randomBytes(32);
    // Of two that start together the first one's stays.
    await writeFile(path, secret, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
    await chmod(path, 0o600);
    return await readFile(path);
  }
}

/** Seconds that commands were behind: how the state of the database and the log shows in numbers. */
function storeMetrics(metrics: Metrics, application: Application, { logStore, store }: Wiring['opened']) {
  let size: number | undefined;
  metrics.gauge('gongze.log.size', 'Records in the log.', '1', () => size);
  metrics.gauge(
    'gongze.db.connections.used',
    'Connections to the database in use.',
    '1',
    () => store.pool.totalCount - store.pool.idleCount,
  );
  metrics.gauge('gongze.db.connections.waiting', 'Requests that wait for a connection.', '1', () => store.pool.waitingCount);
  const recorded = metrics.counter('gongze.commands', 'Commands by their outcome.');
  const traced = tracedCommands(application);
  const counted: Application = {
    ...traced,
    record: async (request) => {
      const answer = await traced.record(request);
      recorded.add({ outcome: answer.ok ? 'recorded' : answer.problem.kind });
      return answer;
    },
  };
  const logSize = async (): Promise<number> => {
    ({ size } = await logStore.state());
    return size;
  };
  return { counted, logSize };
}

/** Threads that take part in experiments of the model; 0 = none. */
function studyThreads(env: Env): number {
  const threads = Number(env['GONGZE_STUDY_THREADS'] ?? 1);
  return Number.isInteger(threads) && threads >= 0 ? Math.min(threads, STUDY_THREADS_MAX) : 1;
}
const STUDY_THREADS_MAX = 64;

export async function wire({ opened, secret, env, log, currentCaller, callersOf, clock, governments, ...parts }: Wiring): Promise<Wired> {
  const { store, logStore, receipts } = opened;
  const metrics = new Metrics(Date.now());
  processMetrics(metrics);
  const { counted, logSize } = storeMetrics(metrics, parts.application, opened);
  const feed = changeFeed({ size: logSize, readLog: store.readLog });
  const webhooks = postgresWebhooks(store.pool);
  const studies = postgresStudies(store.pool);
  const readCase = caseCache(store);
  const lists = { daily: postgresDaily(store.pool), readCase, clock, governments };
  const daily = { ...lists, notices: postgresNotices(store.pool), calendars: postgresCalendars(store.pool), currentCaller };
  const settings = await tellSettings(env);
  const allowPrivate = env['GONGZE_WEBHOOKS_PRIVATE'] === 'allow';
  const server = await buildServer({
    ...parts,
    application: counted,
    report: log,
    metrics,
    log: { logStore, receipts, policy: opened.policyText, feed },
    daily,
    studies: { studies },
    webhooks: { webhooks, secret, allowPrivate, logSize },
    ...(env['GONGZE_METRICS_TOKEN'] && { metricsToken: env['GONGZE_METRICS_TOKEN'] }),
    ...(env['GONGZE_LOG'] === 'json' && { logs: process.stdout }),
    ...(env['GONGZE_TRUST_PROXY'] && { trustProxy: env['GONGZE_TRUST_PROXY'] }),
  });
  const deliveries = runDeliveries({
    application: counted,
    feed,
    webhooks,
    secret,
    now: Date.now,
    allowPrivate,
    report: (fault) => server.log.error({ fault }, 'webhooks'),
    ...(currentCaller && { currentCaller }),
  });
  const working = runStudies({ studies, threads: studyThreads(env), report: (fault) => server.log.error({ fault }, 'studies') });
  const clearing = runClearing(store.pool, (fault) => server.log.error({ fault }, 'attachments'));
  const timers = await runTimers({
    ...lists,
    authorizer: parts.authorizer ?? localAuthorizer,
    pool: store.pool,
    settings,
    tellings: postgresTellings(store.pool),
    readers: readersIn(store.pool, callersOf),
    now: Date.now,
    report: (fault) => server.log.error({ fault }, 'timers'),
  });
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const headers = env['OTEL_EXPORTER_OTLP_HEADERS'];
  const exporting = endpoint ? startExport(metrics, { endpoint, headers, serviceName: env['OTEL_SERVICE_NAME'], report: log }) : undefined;
  return {
    server,
    close: async () => {
      feed.close();
      await clearing.stop();
      await timers.stop();
      await deliveries.stop();
      await working.stop();
      await exporting?.stop();
    },
  };
}
