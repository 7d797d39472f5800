/** Measures and traces as others read them, and that no secret finds its way into a log. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, trace } from '@opentelemetry/api';
import { createApplication } from '@gongze/application';
import { selectEdition } from '@gongze/cases/edition';
import { gb2260 } from '@gongze/domain/vocabulary/governments/gb2260';
import type { Authorizer, Role } from '@gongze/application/ports';
import type { CaseId } from '@gongze/domain/vocabulary/ids';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { StoreUnavailable } from '@gongze/application/ledger/fault';
import { memoryStore } from '@gongze/application/ledger/memory-store';
import { registerLocalCaller } from '../caller.ts';
import { type SignIn, signInLocally } from '../sign-in/local.ts';
import { joining, openServer, testClock } from '../testing/server.ts';
import { startExport } from './export.ts';
import { Metrics } from './metrics.ts';
import { tracedCommands, tracedStore } from './spans.ts';
import { parseTraceparent } from './tracing.ts';

afterEach(() => {
  trace.disable();
  context.disable();
});

describe('measures', () => {
  test('a histogram in the text format: buckets add up, the last holds all', () => {
    const metrics = new Metrics(0);
    const times = metrics.histogram('http.server.request.duration', 'Duration.');
    for (const seconds of [0.001, 0.02, 0.02, 99]) times.record(seconds, { 'http.route': '/a"b' });
    const lines = metrics.prometheus().split('\n');
    expect(lines).toContain('# TYPE http_server_request_duration_seconds histogram');
    const at = (le: string) =>
      lines
        .find((line) => line.includes(`_bucket{http_route="/a\\"b",le="${le}"}`))
        ?.split(' ')
        .at(-1);
    expect([at('0.005'), at('0.025'), at('10'), at('+Inf')]).toEqual(['1', '3', '3', '4']);
    expect(lines).toContain('http_server_request_duration_seconds_count{http_route="/a\\"b"} 4');
    expect(lines.every((line) => line === '' || /^(?:# (?:HELP|TYPE) .+|[a-z_]+(?:\{.*\})? [\d.e+-]+)$/.test(line))).toBe(true);
  });
  test('no caller can make series without number', () => {
    const metrics = new Metrics(0);
    const counter = metrics.counter('c', 'C.');
    for (let index = 0; index < 10_000; index++) counter.add({ index: String(index) });
    expect(metrics.prometheus().split('\n').length).toBeLessThan(600);
  });
  test('are for this machine alone, not through a proxy on it, in local mode', async () => {
    const { server } = await openServer({ metrics: new Metrics(0) });
    const own = await server.inject('/metrics');
    expect([own.statusCode, own.body.includes('http_route="/api/cases"')]).toEqual([200, true]);
    expect((await server.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode).toBe(401);
    expect((await server.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(401);
  });
  const token = 'kJ8vQ2nLx0aWc5RtYb7UeZ3hMf6Pd9Sg';
  test.each([undefined, token])('a proxy on this machine that says nothing opens them to nobody in server mode; token: %s', async (set) => {
    const server = await serverMode(set);
    try {
      const { port } = server.server.address() as AddressInfo;
      const ask = async (headers: Record<string, string> = {}) => await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
      const stranger = await ask({ 'accept-language': 'zh' });
      expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="gongze"']);
      expect((await stranger.json()).detail).toContain('GONGZE_METRICS_TOKEN');
      expect((await (await ask({ 'accept-language': 'en' })).json()).detail).toMatch(/^Measures are read with the token/);
      const wrong = [token.slice(1), `${token}x`, token.toLowerCase(), '', 'undefined'].map((one) => `Bearer ${one}`);
      for (const authorization of [...wrong, token, `Basic ${token}`]) expect((await ask({ authorization })).status).toBe(401);
      expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(set === undefined ? 401 : 200);
      expect((await ask({ 'x-test-role': 'auditor' })).status).toBe(401);
      const operator = await ask({ 'x-test-role': 'operator' });
      expect([operator.status, (await operator.text()).includes('# TYPE http_server_request_duration_seconds')]).toEqual([200, true]);
    } finally {
      await server.close();
    }
  });
});

/** A server in server mode that believes who the test says he is, listening on this machine. */
async function serverMode(metricsToken: string | undefined): Promise<FastifyInstance> {
  const signIn: SignIn = async (server) => {
    const registered = await signInLocally(server);
    server.addHook('onRequest', async (request) => {
      if (request.url !== '/metrics') return;
      const role = request.headers['x-test-role'] as Role | undefined;
      request.caller = { mode: 'server', roles: role === undefined ? ['public'] : [role], ...(role && { person: role }) };
    });
    return registered;
  };
  const parts = { metrics: new Metrics(0), authorizer: onlyOperators, signIn, ...(metricsToken && { metricsToken }) };
  const { server } = await openServer(parts);
  await server.listen({ host: '127.0.0.1', port: 0 });
  return server;
}
const onlyOperators: Authorizer = {
  decide: ({ roles, mode }, action) =>
    mode === 'local' || (action === 'operate' && roles.includes('operator'))
      ? { allowed: true, policies: [] }
      : { allowed: false, reason: { zh: '否', en: 'No' }, policies: [] },
};

describe('traces', () => {
  test('a traceparent is read as the recommendation says', () => {
    const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
    expect(parseTraceparent(`00-${traceId}-${spanId}-01`)).toEqual({ traceId, spanId, traceFlags: 1, isRemote: true });
    for (const bad of [
      undefined,
      '',
      `00-${'0'.repeat(32)}-${spanId}-01`,
      `00-${traceId}-${'0'.repeat(16)}-01`,
      `ff-${traceId}-${spanId}-01`,
      `00-${traceId.toUpperCase()}-${spanId}-01`,
    ])
      expect(parseTraceparent(bad), bad).toBeUndefined();
  });
  test('a collector gets the span of a request, inside the trace of its caller, and the measures', async () => {
    const got: Record<string, { resourceSpans?: { scopeSpans: { spans: Record<string, unknown>[] }[] }[]; resourceMetrics?: unknown[] }> =
      {};
    const collector = Fastify({ bodyLimit: 1e7 });
    collector.post('/v1/*', async (request) => {
      got[request.url] = request.body as never;
      return {};
    });
    const endpoint = await collector.listen({ port: 0, host: '127.0.0.1' });
    const metrics = new Metrics(Date.now());
    const exporting = startExport(metrics, { endpoint, report: () => undefined });
    const { server } = await openServer({ metrics });
    await server.inject({ url: '/api/cases/river', headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } });
    await exporting.stop();
    await collector.close();
    const spans = got['/v1/traces']?.resourceSpans?.[0]?.scopeSpans[0]?.spans ?? [];
    expect(spans).toContainEqual(
      expect.objectContaining({
        traceId: '0af7651916cd43dd8448eb211c80319c',
        parentSpanId: 'b7ad6b7169203331',
        name: 'GET /api/cases/:caseId',
        kind: 2,
      }),
    );
    expect(got['/v1/metrics']?.resourceMetrics).toHaveLength(1);
  });
  test('a command is a span within its request, and its questions to the store lie within the command', async () => {
    const got: Record<string, unknown>[] = [];
    const heads: unknown[] = [];
    const resources: unknown[] = [];
    const collector = Fastify({ bodyLimit: 1e7 });
    collector.post('/v1/*', async ({ body, headers }) => {
      heads.push(headers['authorization']);
      for (const { resource, scopeSpans } of (body as { resourceSpans?: { resource: unknown; scopeSpans: { spans: never[] }[] }[] })
        .resourceSpans ?? []) {
        resources.push(resource);
        got.push(...scopeSpans.flatMap(({ spans }) => spans));
      }
      return {};
    });
    const endpoint = await collector.listen({ port: 0, host: '127.0.0.1' });
    const told: string[] = [];
    const exporting = startExport(new Metrics(0), {
      endpoint: endpoint.replace('//', '//name:pass%20word@'),
      report: (line) => told.push(line),
    });
    const store = memoryStore();
    const parts = { store: tracedStore(store), clock: testClock, governments: gb2260(), selectEdition };
    const { post } = await openServer({ application: tracedCommands(createApplication(parts)), metrics: new Metrics(0) }, { store });
    const headers = { 'if-match': '*', 'idempotency-key': 'traced' };
    expect((await post('/api/cases/river/events', joining('610300'), headers)).statusCode).toBe(201);
    expect((await post('/api/cases/river/events', joining('610300'), { ...headers, 'idempotency-key': 'again' })).statusCode).toBe(409);
    await exporting.stop();
    await collector.close();
    const named = (name: string) => got.filter((span) => span['name'] === name);
    const requests = named('POST /api/cases/:caseId/events');
    const commands = named('command record');
    expect(commands.map(({ parentSpanId }) => parentSpanId)).toEqual(requests.map(({ spanId }) => spanId));
    expect(commands.map((span) => (span['attributes'] as { value: { stringValue: string } }[])[0]?.value.stringValue)).toEqual([
      'recorded',
      'refused',
    ]);
    const [append] = named('store append');
    expect([append?.['parentSpanId'], append?.['kind']]).toEqual([commands[0]?.['spanId'], 3]);
    expect(requests[0]?.['attributes']).toContainEqual({ key: 'http.response.status_code', value: { intValue: '201' } });
    expect(JSON.stringify(got)).not.toMatch(/river|610300/);
    // Two servers are told apart; a password in the address goes to the collector and nowhere else.
    expect(resources[0]).toMatchObject({ attributes: [{ key: 'service.name' }, { key: 'service.instance.id' }] });
    expect(heads[0]).toBe(`Basic ${Buffer.from('name:pass word').toString('base64')}`);
    expect(told).toEqual([]);
  });
  test('a collector that hangs does not keep a server that stops', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const told: string[] = [];
    const exporting = startExport(new Metrics(0), { endpoint: `http://a:secret@127.0.0.1:${port}`, report: (line) => told.push(line) });
    const begun = performance.now();
    await exporting.stop();
    expect(performance.now() - begun).toBeLessThan(5000);
    silent.closeAllConnections();
    silent.close();
    expect(told).toEqual([expect.stringContaining(`http://127.0.0.1:${port}: `)]);
  });
  test('a collector that is gone is told of once, and nothing waits for it', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    silent.close();
    const told: string[] = [];
    const exporting = startExport(new Metrics(0), {
      endpoint: `http://127.0.0.1:${port}`,
      everyMilliseconds: 10,
      report: (line) => told.push(line),
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await exporting.stop();
    expect(told).toHaveLength(1);
  });
});

describe('logs', () => {
  test('say what happened and hold no secret: not of headers, queries, bodies or drivers', async () => {
    const lines: string[] = [];
    const secrets = ['cookie-secret', 'token-secret', 'query-secret', 'driver-secret', 'body-secret', 'set-secret'];
    const failing = new Error('connection failed');
    Object.assign(failing, { client: { password: 'driver-secret' }, config: { connectionString: 'postgres://u:driver-secret@h/d' } });
    const store = memoryStore();
    let broken = false;
    const breaking = {
      ...store,
      readCase: async (caseId: CaseId, after?: number) => {
        if (broken) throw failing;
        return await store.readCase(caseId, after);
      },
    };
    const signIn = (own: FastifyInstance) => {
      registerLocalCaller(own);
      own.get('/leak', async (_request, reply) => reply.header('set-cookie', 'session=set-secret').send({}));
      return () => undefined;
    };
    const { server, post } = await openServer({ signIn, logs: { write: (line: string) => void lines.push(line) } }, { store: breaking });
    broken = true;
    const headers = { cookie: 'session=cookie-secret', authorization: 'Bearer token-secret' };
    const answer = await server.inject({ url: '/api/cases/river?code=query-secret', headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8']);
    await post(
      '/api/cases/river/events',
      { note: 'body-secret', ...joining('610300') },
      { ...headers, 'if-match': '*', 'idempotency-key': 'k' },
    );
    await server.inject({ url: '/leak', headers });
    const text = lines.join('');
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
    expect(text).toContain('connection failed');
    const fault = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'fault');
    expect([fault.reqId, fault.fault.type]).toEqual([answer.headers['x-request-id'], 'Error']);
    expect(answer.body).not.toContain('connection failed');
  });
  test('an id that the caller gave is kept if it is one', async () => {
    const { server } = await openServer({ metrics: new Metrics(0) });
    const idOf = async (id: string) => (await server.inject({ url: '/healthz', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idOf('abcdef-12345')).toBe('abcdef-12345');
    expect(await idOf('a b\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9')).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('a database that is away is 503 with the time to try again', async () => {
    const store = memoryStore();
    const text = { zh: '不可用', en: 'away' };
    let away = false;
    const opened = await openServer(
      {},
      {
        store: {
          ...store,
          readCase: async (caseId: CaseId, after?: number) => {
            if (away) throw new StoreUnavailable(text, 7);
            return await store.readCase(caseId, after);
          },
        },
      },
    );
    away = true;
    const answer = await opened.server.inject('/api/cases/river');
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().detail]).toEqual([503, '7', 'away']);
  });
});
