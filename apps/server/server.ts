/** Puts the server together: limits, headers, compression, the interface, and the page. Listens to nothing yet. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import staticFiles from '@fastify/static';
import type { Application } from '@gongze/application';
import { localAuthorizer } from '@gongze/application/permissions/local';
import type { Authorizer } from '@gongze/application/ports';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type SignIn, signInLocally } from './sign-in/local.ts';
import type { Feed } from './changes/feed.ts';
import { BODY_BYTES_MAX, registerBodies } from './http/body.ts';
import { ADDRESS_BYTES_MAX, answerFault } from './http/faults.ts';
import { securityHeaders } from './http/headers.ts';
import { defaultLimits, type Limits, registerLimits } from './http/limits.ts';
import { type KnownAddresses, noteAddresses } from './http/methods.ts';
import { sendProblem } from './http/problems.ts';
import { httpTexts } from './http/texts.ts';
import { validatorCompiler } from './http/validate.ts';
import { answerExpectation, answerWire } from './http/wire.ts';
import { registerAttachments } from './routes/attachments.ts';
import { type CalendarParts, registerCalendars } from './routes/calendars.ts';
import { registerCases } from './routes/cases.ts';
import { registerDocuments } from './routes/documents.ts';
import type { NoticePorts } from '@gongze/application/daily/notices';
import { registerFeeds } from './routes/feeds.ts';
import { registerHealth } from './routes/health.ts';
import { registerInbox } from './routes/inbox.ts';
import { type LogParts, registerLog } from './routes/log.ts';
import { registerNotices } from './routes/notices.ts';
import { registerOpenApi } from './routes/openapi.ts';
import type { Routes } from './routes/routes.ts';
import { registerStudies, type StudyParts } from './routes/studies.ts';
import { registerStream, type StreamOptions } from './routes/stream.ts';
import { registerWebhooks, type WebhookParts } from './routes/webhooks.ts';
import { type LogStream, loggerOptions, shownRequest } from './telemetry/logs.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { observe, registerMetrics, requestId } from './telemetry/observe.ts';
import { serverTexts } from './texts.ts';

export interface ServerParts {
  readonly application: Application;
  /** Directory of the built page. */
  readonly pageDir: string;
  readonly ready: () => Promise<boolean>;
  /** Told what went wrong inside, one line a fault; the caller of the interface is not. */
  readonly report?: (line: string) => void;
  /** Sets `request.caller` and adds the routes of sign-in. Default: local mode. */
  readonly signIn?: SignIn;
  readonly limits?: Limits;
  /** Who may read the log and have webhooks. Default: the local user may do everything. */
  readonly authorizer?: Authorizer;
  /** The verifiable log; without it neither receipts nor changes are served. */
  readonly log?: LogParts & { readonly feed: Feed };
  readonly webhooks?: WebhookParts;
  /** Experiments of the model; without it they run on the command line and in the browser only. */
  readonly studies?: StudyParts;
  readonly stream?: StreamOptions;
  /** The lists over all cases, notices and calendars; without it they are not served. */
  readonly daily?: Omit<NoticePorts & CalendarParts, 'authorizer'>;
  readonly metrics?: Metrics;
  /** Whoever shows it may read the measures. Default: operators only; in local mode this machine. */
  readonly metricsToken?: string;
  /** Where structured logs go, one JSON object a line. Default: nowhere. */
  readonly logs?: LogStream;
  /** Addresses of proxies whose word on the caller's address counts. Default: none. */
  readonly trustProxy?: string;
}

async function registerPage(server: FastifyInstance, pageDir: string): Promise<void> {
  await server.register(staticFiles, {
    root: pageDir,
    index: false,
    wildcard: false,
    // Names under assets/ carry a hash of their content.
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.startsWith(join(pageDir, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

const ofInterface = /^\/(?:api|log|assets)(?:\/|$)/;

/** Addresses that no route knows: a method that is not theirs, an address of the page, or nothing at all. */
function registerUnknown(server: FastifyInstance, known: KnownAddresses, hasPage: boolean): void {
  server.setNotFoundHandler((request, reply) => {
    const { method } = request;
    const path = request.url.split('?')[0] ?? '/';
    const allow = known.methodsAt(path);
    if (allow.length > 0) return sendProblem(request, reply, { kind: 'methodNotAllowed', text: httpTexts.method(method, allow), allow });
    const wantsPage = (method === 'GET' || method === 'HEAD') && !ofInterface.test(path);
    if (!wantsPage) return sendProblem(request, reply, { kind: 'notFound', text: httpTexts.noSuchPath(path.slice(0, 200)) });
    if (!hasPage) return sendProblem(request, reply, { kind: 'notFound', text: serverTexts.pageNotBuilt });
    // Addresses of the page carry its state; the page itself is always the same file.
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

function newServer({ logs, trustProxy }: ServerParts): FastifyInstance {
  return Fastify({
    logger: logs === undefined ? false : loggerOptions(logs),
    genReqId: ({ headers }) => requestId(headers),
    trustProxy: trustProxy ?? false,
    // Requests under way are answered; idle connections are closed at once.
    forceCloseConnections: 'idle',
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 10_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 15_000 },
    clientErrorHandler: answerWire,
    frameworkErrors: (fault, request, reply) => {
      // Before any hook has run.
      reply.headers(securityHeaders);
      return answerFault(fault, request, reply, () => undefined);
    },
    routerOptions: { maxParamLength: 600, querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
  });
}

function registerRoutes(server: Routes, parts: ServerParts): void {
  const { application, ready, log, webhooks, stream, daily, studies, authorizer = localAuthorizer } = parts;
  registerHealth(server, ready);
  registerCases(server, application);
  registerAttachments(server, application);
  registerDocuments(server, application);
  registerFeeds(server, application);
  if (log !== undefined) {
    registerLog(server, log, application, authorizer);
    registerStream(server, application, log.feed, stream);
  }
  if (webhooks !== undefined) registerWebhooks(server, webhooks, authorizer);
  if (studies !== undefined) registerStudies(server, studies);
  if (daily === undefined) return;
  const ports = { ...daily, authorizer };
  registerInbox(server, ports);
  registerNotices(server, ports);
  registerCalendars(server, ports);
}

/** The server, ready to listen or to be asked by `inject`. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { pageDir, report = () => undefined, signIn = signInLocally, limits = defaultLimits, metrics } = parts;
  const server = newServer(parts);
  server.server.on('checkExpectation', answerExpectation);
  const known = noteAddresses(server);
  const tell = (fault: unknown, request: FastifyRequest): void => {
    request.log.error({ fault }, 'fault');
    const { path, method } = shownRequest(request);
    report(`${method} ${path}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  };
  if (metrics !== undefined) observe(server, metrics);
  server.setErrorHandler((fault, request, reply) => answerFault(fault, request, reply, tell));
  server.setValidatorCompiler(validatorCompiler as never);
  // Answers are written as text by the routes themselves, byte for byte as the command line prints them.
  server.setSerializerCompiler(() => JSON.stringify);
  server.addHook('onSend', async (request, reply, payload) => {
    // A route may be stricter than the rest, as with files of somebody else.
    for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) reply.header(name, value);
    reply.header('x-request-id', request.id);
    return payload;
  });
  server.addHook('onRequest', async (request, reply) => {
    if (Buffer.byteLength(request.url) > ADDRESS_BYTES_MAX)
      await sendProblem(request, reply, { kind: 'addressTooLong', text: httpTexts.addressTooLong(ADDRESS_BYTES_MAX) });
  });
  registerBodies(server);
  const registerSignIn = await signIn(server);
  await registerLimits(server, limits);
  await server.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await registerOpenApi(server);
  const routes = server.withTypeProvider() as unknown as Routes;
  registerSignIn(routes);
  registerRoutes(routes, parts);
  if (metrics !== undefined) registerMetrics(server, metrics, parts.authorizer ?? localAuthorizer, parts.metricsToken);
  const hasPage = existsSync(join(pageDir, 'index.html'));
  if (hasPage) await registerPage(server, pageDir);
  registerUnknown(server, known, hasPage);
  return server;
}
