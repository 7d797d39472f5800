/**
 * Spans through the interface of OpenTelemetry, recorded by a small provider of our own and sent as OTLP over HTTP in
 * JSON. Code that makes spans knows only the interface; without an endpoint nothing is recorded and nothing is sent.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import {
  type Attributes,
  type Context,
  type ContextManager,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanOptions,
  type SpanStatus,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { attributes, nanos } from './metrics.ts';

export class CurrentContext implements ContextManager {
  readonly #current = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.#current.getStore() ?? ROOT_CONTEXT;
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    context: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#current.run(context, () => fn.apply(thisArg, args));
  }
  bind<T>(context: Context, target: T): T {
    if (typeof target !== 'function') return target;
    return ((...args: unknown[]) => this.#current.run(context, () => target(...args))) as T;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    this.#current.disable();
    return this;
  }
}

export interface EndedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly unknown[];
  readonly status: { readonly code: number };
}

type Ended = (span: EndedSpan) => void;

class RecordedSpan implements Span {
  readonly #context: SpanContext;
  readonly #parent: string;
  readonly #kind: SpanKind;
  readonly #start = Date.now();
  readonly #attributes: Record<string, string>;
  readonly #ended: Ended;
  #name: string;
  #status: SpanStatusCode = SpanStatusCode.UNSET;
  #recording = true;

  constructor(
    name: string,
    context: SpanContext,
    parent: string,
    { kind = SpanKind.INTERNAL, attributes: given = {} }: SpanOptions,
    ended: Ended,
  ) {
    this.#name = name;
    this.#context = context;
    this.#parent = parent;
    this.#kind = kind;
    this.#attributes = {};
    this.#ended = ended;
    this.setAttributes(given);
  }
  spanContext(): SpanContext {
    return this.#context;
  }
  setAttribute(key: string, value: unknown): this {
    this.#attributes[key] = String(value);
    return this;
  }
  setAttributes(given: Attributes): this {
    for (const [key, value] of Object.entries(given)) if (value !== undefined) this.setAttribute(key, value);
    return this;
  }
  addEvent(): this {
    return this;
  }
  addLink(): this {
    return this;
  }
  addLinks(): this {
    return this;
  }
  setStatus({ code }: SpanStatus): this {
    this.#status = code;
    return this;
  }
  updateName(name: string): this {
    this.#name = name;
    return this;
  }
  isRecording(): boolean {
    return this.#recording;
  }
  recordException(fault: unknown): void {
    // The kind only: a message may carry what must not leave the server.
    this.setAttribute('exception.type', fault instanceof Error ? fault.name : typeof fault);
  }
  end(): void {
    if (!this.#recording) return;
    this.#recording = false;
    const { traceId, spanId } = this.#context;
    this.#ended({
      traceId,
      spanId,
      parentSpanId: this.#parent,
      name: this.#name,
      kind: this.#kind + 1,
      startTimeUnixNano: nanos(this.#start),
      endTimeUnixNano: nanos(Date.now()),
      attributes: attributes(this.#attributes),
      status: { code: this.#status },
    });
  }
}

export function recordingTracer(ended: Ended, currentContext: () => Context): Tracer {
  const startSpan: Tracer['startSpan'] = (name, options = {}, context = currentContext()) => {
    const parent = options.root === true ? undefined : trace.getSpanContext(context);
    const own = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      traceFlags: TraceFlags.SAMPLED,
    };
    return new RecordedSpan(name, own, parent?.spanId ?? '', options, ended);
  };
  const startActiveSpan = (name: string, ...rest: unknown[]): unknown => {
    const use = rest.at(-1) as (span: Span) => unknown;
    return use(startSpan(name, rest.length > 1 ? (rest[0] as SpanOptions) : {}));
  };
  return { startSpan, startActiveSpan: startActiveSpan as Tracer['startActiveSpan'] };
}

/** Trace that a caller is in (W3C Trace Context); nothing for a header that is none. */
export function parseTraceparent(header: unknown): SpanContext | undefined {
  const match = typeof header === 'string' ? /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header) : null;
  if (match === null || /^0+$/.test(match[1] as string) || /^0+$/.test(match[2] as string)) return undefined;
  return {
    traceId: match[1] as string,
    spanId: match[2] as string,
    traceFlags: Number.parseInt(match[3] as string, 16) & 1,
    isRemote: true,
  };
}
