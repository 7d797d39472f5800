/** Sends spans and metrics to a collector (OTLP over HTTP, JSON). What cannot be sent is dropped: no request waits for it. */
import { randomUUID } from 'node:crypto';
import { context, trace } from '@opentelemetry/api';
import { attributes, type Metrics } from './metrics.ts';
import { CurrentContext, type EndedSpan, recordingTracer } from './tracing.ts';

export interface ExportOptions {
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly endpoint: string;
  /** `OTEL_EXPORTER_OTLP_HEADERS`: `name=value,name=value`. */
  readonly headers?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly everyMilliseconds?: number;
  readonly report: (line: string) => void;
}

const SPANS_MAX = 4096;
const TIMEOUT = 10_000;
/** For what is sent while the server stops: a collector that hangs does not keep it. */
const LAST_TIMEOUT = 2000;

function headersOf(text = ''): Record<string, string> {
  const pairs = text.split(',').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name.trim() === '' ? [] : [[name.trim(), decodeURIComponent(value.join('=').trim())]];
  });
  return Object.fromEntries(pairs);
}

/** Address of the collector; a name and a password in it become a header, and stand in no line of a log. */
function collectorOf(endpoint: string): { readonly base: string; readonly login: Readonly<Record<string, string>> } {
  const url = URL.parse(endpoint);
  if (url === null) return { base: endpoint.replace(/\/+$/, ''), login: {} };
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const known = [username, password].map(decodeURIComponent).join(':');
  const login = username === '' ? {} : { authorization: `Basic ${Buffer.from(known).toString('base64')}` };
  return { base: url.href.replace(/\/+$/, ''), login };
}

/** Registers the tracer for the whole process and starts sending. Call once. */
export function startExport(
  metrics: Metrics,
  { endpoint, headers, serviceName = 'gongze', everyMilliseconds = 5000, report }: ExportOptions,
) {
  const { base, login } = collectorOf(endpoint);
  // Of several servers each counts from its own beginning: without an instance their measures would be taken for one.
  const resource = { attributes: attributes({ 'service.name': serviceName, 'service.instance.id': randomUUID() }) };
  let spans: EndedSpan[] = [];
  let failing = false;
  let stopping = false;
  const manager = new CurrentContext();
  context.setGlobalContextManager(manager);
  const tracer = recordingTracer(
    (span) => {
      if (spans.length < SPANS_MAX) spans.push(span);
    },
    () => manager.active(),
  );
  trace.setGlobalTracerProvider({ getTracer: () => tracer });

  async function post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...login, ...headersOf(headers) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(stopping ? LAST_TIMEOUT : TIMEOUT),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`status ${response.status}`);
  }
  async function flush(): Promise<void> {
    const batch = spans;
    spans = [];
    try {
      if (batch.length > 0)
        await post('/v1/traces', { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'gongze' }, spans: batch }] }] });
      await post('/v1/metrics', metrics.otlp(Date.now(), resource));
      failing = false;
    } catch (cause) {
      if (!failing) report(`telemetry: ${base}: ${cause instanceof Error ? cause.message : String(cause)}`);
      failing = true;
    }
  }
  const timer = setInterval(() => void flush(), everyMilliseconds);
  timer.unref();
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      stopping = true;
      await flush();
      trace.disable();
      context.disable();
    },
  };
}
