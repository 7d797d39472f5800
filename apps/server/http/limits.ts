/**
 * How often one address and one person may ask. Counted in this process, by a clock that the machine's does not move; several servers
 * count each for itself.
 */
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { steadyClock } from '../timers/steady-clock.ts';
import { countsBy } from './counts.ts';
import { sendProblem } from './problems.ts';
import { httpTexts } from './texts.ts';

export interface Limits {
  /** Requests of one address (IPv6: of one /64) within a minute. An office may share one. */
  readonly perAddress: number;
  /** Requests of one signed-in person within a minute. */
  readonly perCaller: number;
}

export const defaultLimits: Limits = { perAddress: 6000, perCaller: 3000 };
const WINDOW = 60_000;
/** Addresses, and persons, remembered at most; beyond them those are forgotten whose minute ends first. */
const REMEMBERED = 20_000;

/** Asked by whoever watches over the server, and may not be turned away. */
const free = new Set(['/healthz', '/readyz']);

/** Call after the caller is known. */
export async function registerLimits(server: FastifyInstance, { perAddress, perCaller }: Limits): Promise<void> {
  await server.register(rateLimit, { global: false, store: countsBy(REMEMBERED, steadyClock.now) });
  const byAddress = server.createRateLimit({
    max: perAddress,
    timeWindow: WINDOW,
    // A caller that has hung up already has no address any more.
    keyGenerator: ({ ip }: { readonly ip: string | undefined }) => (ip === undefined ? 'gone' : normalizeIP(ip, 64)),
  });
  const byCaller = server.createRateLimit({
    max: perCaller,
    timeWindow: WINDOW,
    keyGenerator: ({ caller }) => `person ${caller.person ?? ''}`,
  });
  server.addHook('onRequest', async (request, reply) => {
    if (free.has(request.url)) return;
    const limits = request.caller.mode === 'server' && request.caller.person !== undefined ? [byAddress, byCaller] : [byAddress];
    for (const limit of limits) {
      const count = await limit(request);
      if (count.isAllowed || !count.isExceeded) continue;
      const retryAfterSeconds = Math.max(1, count.ttlInSeconds);
      await sendProblem(request, reply, { kind: 'tooMany', text: httpTexts.tooMany(retryAfterSeconds), retryAfterSeconds });
      return;
    }
  });
}
