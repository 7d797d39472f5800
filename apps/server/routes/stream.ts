/**
 * Changes as server-sent events, in the order of the log. A reader that was cut off names the last event it has seen
 * and goes on behind it. Who has signed out, left an office or got another one meanwhile is cut off within seconds.
 */
import { once } from 'node:events';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Application } from '@gongze/application';
import { requestFault } from '@gongze/application/answers';
import { requestTexts } from '@gongze/application/messages';
import type { Caller } from '@gongze/application/ports';
import { excerptOf } from '@gongze/application/validation/faults';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Feed } from '../changes/feed.ts';
import { visibleChange } from '../changes/visible.ts';
import { securityHeaders } from '../http/headers.ts';
import { sendProblem } from '../http/problems.ts';
import { RefusedRequest } from '../http/refused.ts';
import { headerTexts, httpTexts } from '../http/texts.ts';
import { change } from '../schemas.ts';
import { reading, type Routes } from './routes.ts';

export interface StreamOptions {
  readonly heartbeatMilliseconds?: number;
  readonly lifetimeMilliseconds?: number;
  /** How long somebody who lost a right may still be told. */
  readonly askedAgainMilliseconds?: number;
  /** How long a reader may leave unread what it was sent. */
  readonly slowMilliseconds?: number;
  /** Open connections of one address, and of all. */
  readonly perAddress?: number;
  readonly total?: number;
}

const defaults = {
  heartbeatMilliseconds: 15_000,
  lifetimeMilliseconds: 600_000,
  askedAgainMilliseconds: 5000,
  slowMilliseconds: 30_000,
  perAddress: 20,
  total: 2000,
};
const BATCH = 200;
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;
const retryMilliseconds = 2000;

/** Where to go on: behind the last event that was received, or with what is recorded from now on. */
function lastEventId(request: FastifyRequest, query: string | undefined): number | undefined {
  const header = request.headers['last-event-id'] ?? query;
  if (header === undefined || header === '') return undefined;
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  const faults = [requestFault('Last-Event-ID', headerTexts.eventId, excerptOf(header))];
  throw new RefusedRequest({ kind: 'badRequest', text: requestTexts.badRequest, faults });
}

/** Writes, and waits for so long where the reader is slower than the log; then it is cut off. False once it is gone. */
async function write(raw: ServerResponse, text: string, slowMilliseconds: number): Promise<boolean> {
  if (raw.writableEnded || raw.destroyed) return false;
  if (raw.write(text)) return true;
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), slowMilliseconds);
  const { signal } = waiting;
  // Whoever never reads would keep a place for ever, and whatever right he has lost meanwhile.
  await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]).catch(() => raw.destroy());
  clearTimeout(timer);
  waiting.abort();
  return !raw.destroyed;
}

interface Stream {
  readonly raw: ServerResponse;
  readonly caller: Caller;
  /** Who it comes from by now. */
  readonly callerNow: () => Promise<Caller>;
  readonly from: number;
}

/** Asks again at most so often whether the caller is who he was, with the rights that he had. */
function watched({ caller, callerNow }: Stream, milliseconds: number): () => Promise<boolean> {
  const as = JSON.stringify(caller);
  let asked = performance.now();
  return async () => {
    if (performance.now() - asked < milliseconds) return true;
    asked = performance.now();
    return JSON.stringify(await callerNow()) === as;
  };
}

async function tell(
  application: Application,
  feed: Feed,
  stream: Stream,
  { heartbeatMilliseconds, lifetimeMilliseconds, askedAgainMilliseconds, slowMilliseconds }: typeof defaults,
): Promise<void> {
  const { raw, caller, from } = stream;
  const isStill = watched(stream, askedAgainMilliseconds);
  const end = performance.now() + lifetimeMilliseconds;
  let next = from;
  const say = async (text: string): Promise<boolean> => await write(raw, text, slowMilliseconds);
  let isOpen = await say(`retry: ${retryMilliseconds}\n\n`);
  while (isOpen && performance.now() < end) {
    const records = await feed.read(next, BATCH);
    if (!(await isStill())) break;
    for (const record of records) {
      const visible = await visibleChange(application, caller, record);
      next = record.index + 1;
      if (visible !== undefined) isOpen = await say(`id: ${visible.index}\nevent: recorded\ndata: ${JSON.stringify(visible)}\n\n`);
      if (!isOpen) return;
    }
    if (records.length > 0) continue;
    const isLonger = await feed.longerThan(next, heartbeatMilliseconds);
    // An id without data moves the reader's place over what it may not see.
    if (!isLonger) isOpen = await say(next > 0 ? `id: ${next - 1}\n: \n\n` : ': \n\n');
  }
  raw.end();
}

export function registerStream(server: Routes, application: Application, feed: Feed, options: StreamOptions = {}): void {
  const settings = { ...defaults, ...options };
  const open = new Map<ServerResponse, string>();
  server.addHook('preClose', async () => {
    feed.close();
    for (const raw of open.keys()) raw.end();
  });
  const querystring = z.object({
    lastEventId: z.string().max(20).optional().describe('As the header Last-Event-ID, for readers that cannot set it.'),
  });
  const schema = reading(
    'streamChanges',
    'What is recorded from now on, or behind Last-Event-ID, as server-sent events',
    { querystring },
    change,
  );
  const response = {
    ...schema.response,
    200: {
      description: 'Events `recorded`; `data` is a Change, `id` its place in the log.',
      content: { 'text/event-stream': { schema: change } },
    },
  };
  server.get('/api/events/stream', { schema: { ...schema, response } }, async (request, reply) => {
    const last = lastEventId(request, request.query.lastEventId);
    const ofAddress = [...open.values()].filter((address) => address === request.ip).length;
    if (ofAddress >= settings.perAddress || open.size >= settings.total)
      return sendProblem(request, reply, { kind: 'tooMany', text: httpTexts.tooMany(30), retryAfterSeconds: 30 });
    const size = await feed.size();
    // An id from beyond the end is of a log that was set back since: nothing that comes now may be passed over.
    const from = last === undefined ? size : Math.min(last + 1, size);
    const headers = { ...securityHeaders, ...reply.getHeaders(), 'x-request-id': request.id, ...streamHeaders };
    // Who asks for the headers alone is not kept waiting for changes.
    if (request.method === 'HEAD') return reply.headers(headers).send('' as never);
    reply.hijack();
    const { raw } = reply;
    open.set(raw, request.ip);
    raw.on('close', () => open.delete(raw));
    raw.writeHead(200, headers as OutgoingHttpHeaders);
    const callerNow = async () => await request.server.callerNow(request);
    await tell(application, feed, { raw, caller: request.caller, callerNow, from }, settings).catch((fault: unknown) => {
      request.log.error({ fault }, 'stream of changes');
      raw.destroy();
    });
    return reply;
  });
}
