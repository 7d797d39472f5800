/** Measures every request, gives it an id, and shows the measures to whoever watches over the server. */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Authorizer } from '@gongze/application/ports';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../http/problems.ts';
import { httpTexts } from '../http/texts.ts';
import type { Metrics } from './metrics.ts';
import { parseTraceparent } from './tracing.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** From this machine itself, not through a proxy that runs on it. */
function isFromHere({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false;
  const address = (raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** An id that the caller gave, if it is one, else a new one. */
export function requestId(headers: Readonly<Record<string, unknown>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

export function processMetrics(metrics: Metrics): void {
  metrics.gauge('process.memory.usage', 'Resident memory of the process.', 'By', () => process.memoryUsage.rss());
  metrics.gauge('process.uptime', 'Time since the process began.', 's', () => process.uptime());
}

/** Call before any other hook, so that the time of all of them counts. */
export function observe(server: FastifyInstance, metrics: Metrics): void {
  const duration = metrics.histogram('http.server.request.duration', 'Duration of HTTP requests.');
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const remote = parseTraceparent(request.headers['traceparent']);
    const parent = remote === undefined ? context.active() : trace.setSpanContext(context.active(), remote);
    const span = trace.getTracer('gongze').startSpan(request.method, { kind: SpanKind.SERVER }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  server.addHook('onResponse', async (request, reply) => {
    const labels = {
      'http.request.method': request.method,
      // The pattern, not the address: addresses are without number.
      'http.route': request.routeOptions.url ?? 'none',
      'http.response.status_code': String(reply.statusCode),
    };
    duration.record(reply.elapsedTime / 1000, labels);
    const span = spans.get(request);
    span?.updateName(`${request.method} ${labels['http.route']}`).setAttributes(labels);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}

function isBearerOf(token: string, authorization: string | undefined): boolean {
  const given = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const [wanted, found] = [token, given].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(wanted, found);
}

/**
 * `GET /metrics`: for whoever shows the token, and for who may operate the server. In local mode without a token, for this machine
 * itself. In server mode that would be everybody: through a proxy on the machine that does not say so, every request comes from there.
 */
export function registerMetrics(server: FastifyInstance, metrics: Metrics, authorizer: Authorizer, token?: string): void {
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const isServer = request.caller.mode === 'server';
    const mayRead =
      token !== undefined && isBearerOf(token, request.headers.authorization)
        ? true
        : isServer
          ? authorizer.decide(request.caller, 'operate', { kind: 'system' }).allowed
          : token === undefined && isFromHere(request);
    if (!mayRead) return sendProblem(request, reply, { kind: 'unauthenticated', text: httpTexts.metricsToken, challenge: 'Bearer' });
    return reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(metrics.prometheus());
  });
}
