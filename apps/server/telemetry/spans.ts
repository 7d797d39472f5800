/**
 * What a request does, as spans within its own: the command, and each question to the store. They carry what was done and how
 * it ended, and nothing of what it was about.
 */
import type { Application } from '@gongze/application';
import type { Answer } from '@gongze/application/answers';
import type { Store } from '@gongze/application/ports';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

/** Runs the work in a span of its own, within the current one. Without one, as in work of the server itself, there is none. */
async function within<T>(name: string, kind: SpanKind, work: (span: Span | undefined) => Promise<T>): Promise<T> {
  if (trace.getActiveSpan() === undefined) return await work(undefined);
  const span = trace.getTracer('gongze').startSpan(name, { kind });
  try {
    return await context.with(trace.setSpan(context.active(), span), async () => await work(span));
  } catch (fault) {
    span.recordException(fault as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw fault;
  } finally {
    span.end();
  }
}

type Asking = (...given: never[]) => Promise<unknown>;
const asked = ['listCases', 'headOf', 'readCase', 'createCase', 'putCase', 'append', 'appendRecords', 'readStream', 'readLog'] as const;

/** The store with a span for each question. */
export function tracedStore(store: Store): Store {
  const traced = asked.map((name) => {
    const ask = store[name] as Asking;
    const work: Asking = async (...given) =>
      await within(`store ${name}`, SpanKind.CLIENT, async (span) => {
        span?.setAttributes({ 'db.system.name': 'postgresql', 'db.operation.name': name });
        return await ask(...given);
      });
    return [name, work] as const;
  });
  return { ...store, ...Object.fromEntries(traced) };
}

function commandSpan<R, T>(name: string, run: (request: R) => Promise<Answer<T>>): (request: R) => Promise<Answer<T>> {
  return async (request) =>
    await within(`command ${name}`, SpanKind.INTERNAL, async (span) => {
      const answer = await run(request);
      span?.setAttribute('gongze.outcome', answer.ok ? 'recorded' : answer.problem.kind);
      return answer;
    });
}

/** The application with a span for each command, which says what came of it. */
export function tracedCommands(application: Application): Application {
  return {
    ...application,
    record: commandSpan('record', application.record),
    create: commandSpan('create', application.create),
    publish: commandSpan('publish', application.publish),
  };
}
