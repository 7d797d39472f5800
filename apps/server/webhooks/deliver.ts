/**
 * Delivers notices at least once, in the order of the log, each under an id by which a receiver can tell a repetition.
 * What a receiver does not take is tried again later and later, then laid aside for it to be asked for.
 */
import type { Application } from '@gongze/application';
import type { Caller } from '@gongze/application/ports';
import type { Feed } from '../changes/feed.ts';
import { type Change, visibleChange } from '../changes/visible.ts';
import { type Sending, type Sent, sendNotice } from './send.ts';
import { noticeHeaders, webhookSecret } from './sign.ts';
import type { Outcome, Webhook, WebhookStore } from './store.ts';

export interface DeliveryParts {
  readonly application: Application;
  readonly feed: Pick<Feed, 'size' | 'read'>;
  readonly webhooks: WebhookStore;
  readonly secret: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The caller as his offices stand now; `undefined` once he has none. */
  readonly currentCaller?: (caller: Caller) => Promise<Caller | undefined>;
  readonly allowPrivate: boolean;
  /** Seconds before the second attempt, the third, …; after the last the notice is laid aside. */
  readonly delays?: readonly number[];
  readonly send?: (sending: Sending) => Promise<Sent>;
  readonly report: (fault: unknown) => void;
}

const defaultDelays = [5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400];
const LEASE_SECONDS = 60;
const TIMEOUT = 10_000;
/** After so long it is another receiver's turn; with a slow last attempt well within the lease. */
const WORK_MILLISECONDS = 5000;
/** Receivers served at a time, so that slow ones do not make the others wait. */
const AT_A_TIME = 8;
/** Notices that one lease delivers, so that one receiver does not keep a server to itself. */
const BATCH = 50;
/** Records looked through under one lease in search of visible ones. */
const LOOKED_AT = 1000;

export function noticeBody(change: Change): string {
  return JSON.stringify({ type: 'fact.recorded', timestamp: change.recordedAt, data: change });
}

export const noticeId = (webhook: string, index: number): string => `${webhook}.${index}`;

/** One attempt. */
async function attempt(parts: DeliveryParts, webhook: Webhook, change: Change): Promise<Sent> {
  const { secret, now, allowPrivate, send = sendNotice } = parts;
  const body = noticeBody(change);
  const notice = { id: noticeId(webhook.id, change.index), timestamp: Math.floor(now() / 1000), body };
  const headers = noticeHeaders(webhookSecret(secret, webhook.id, webhook.generation), notice);
  return await send({ url: webhook.url, headers, body, allowPrivate, timeoutMilliseconds: TIMEOUT });
}

const isTaken = (sent: Sent): boolean => 'status' in sent && sent.status >= 200 && sent.status < 300;

/** What follows from an attempt that failed. */
async function failed(parts: DeliveryParts, webhook: Webhook, index: number, tried: number, sent: Sent): Promise<Outcome> {
  const error = 'status' in sent ? `status ${sent.status}` : sent.error;
  // Gone (410) is how a receiver says that it wants nothing more.
  if ('status' in sent && sent.status === 410) return { nextIndex: index, attempts: tried, dueIn: 0, error, disable: true };
  const { delays = defaultDelays } = parts;
  const dueIn = delays[tried - 1];
  if (dueIn !== undefined) return { nextIndex: index, attempts: tried, dueIn, error };
  await parts.webhooks.bury(webhook.id, { index, attempts: tried, error });
  return { nextIndex: index + 1, attempts: 0, dueIn: 0, error };
}

/** Tells one receiver what it has not been told, up to the first failure. */
async function deliverTo(parts: DeliveryParts, webhook: Webhook): Promise<Outcome> {
  const { application, feed, currentCaller = async (caller: Caller) => caller } = parts;
  const end = parts.now() + WORK_MILLISECONDS;
  const caller = await currentCaller(webhook.caller);
  if (caller === undefined) return { nextIndex: webhook.nextIndex, attempts: 0, dueIn: 0, error: 'callerGone', disable: true };
  let { nextIndex, attempts } = webhook;
  let told = 0;
  for (let looked = 0; looked < LOOKED_AT && told < BATCH && parts.now() < end; ) {
    const records = await feed.read(nextIndex, 100);
    if (records.length === 0) break;
    for (const record of records) {
      const change = await visibleChange(application, caller, record);
      if (change !== undefined) {
        const sent = await attempt(parts, webhook, change);
        if (!isTaken(sent)) return await failed(parts, webhook, record.index, attempts + 1, sent);
        told += 1;
      }
      attempts = 0;
      nextIndex = record.index + 1;
      looked += 1;
      if (told >= BATCH || parts.now() >= end) break;
    }
  }
  return { nextIndex, attempts: 0, dueIn: 0 };
}

/** Takes one receiver that is due, and gives the work of serving it; `undefined` if there is none. */
async function nextDue(parts: DeliveryParts): Promise<(() => Promise<void>) | undefined> {
  const webhook = await parts.webhooks.lease(await parts.feed.size(), LEASE_SECONDS);
  if (webhook === undefined) return undefined;
  return async () => await parts.webhooks.settle(webhook, await deliverTo(parts, webhook));
}

/** Serves one receiver that is due. False if there is none. */
export async function deliverOnce(parts: DeliveryParts): Promise<boolean> {
  const serve = await nextDue(parts);
  await serve?.();
  return serve !== undefined;
}

/** Delivers until stopped, to several receivers at a time; of several servers each takes what the others leave. */
export function runDeliveries(parts: DeliveryParts, pauseMilliseconds = 500): { readonly stop: () => Promise<void> } {
  const serving = new Set<Promise<void>>();
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = async (): Promise<void> =>
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMilliseconds);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const next = async (): Promise<(() => Promise<void>) | undefined> =>
    await nextDue(parts).catch((fault: unknown) => {
      parts.report(fault);
      return undefined;
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      const serve = await next();
      if (serve === undefined) {
        if (!stopped) await pause();
        continue;
      }
      const one = serve()
        .catch(parts.report)
        .finally(() => serving.delete(one));
      serving.add(one);
      if (serving.size >= AT_A_TIME) await Promise.race(serving);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
      await Promise.all(serving);
    },
  };
}
