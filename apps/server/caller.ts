/** Whom the server takes a request to come from. Set before any route runs; sign-in sets it in server mode. */
import { localCaller } from '@gongze/application/permissions/local';
import type { Caller } from '@gongze/application/ports';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyInstance {
    /** Who a request that is still being answered comes from by now: rights may have gone meanwhile. */
    callerNow: (request: FastifyRequest) => Promise<Caller>;
  }
}

/** Whoever has not signed in. */
export const publicCaller: Caller = { mode: 'server', roles: ['public'] };

/**
 * Declares `request.caller` and sets it at the start of every request. Call once, on the root of the server. `callerNow`, which
 * `callerOf` is unless it is given, must not count as something that the person did.
 */
export function registerCaller(
  server: FastifyInstance,
  callerOf: (request: FastifyRequest) => Promise<Caller>,
  callerNow: (request: FastifyRequest) => Promise<Caller> = callerOf,
): void {
  server.decorateRequest('caller');
  server.decorate('callerNow', callerNow);
  server.addHook('onRequest', async (request) => {
    request.caller = await callerOf(request);
  });
}

/** Local mode: every request is the local user's. */
export function registerLocalCaller(server: FastifyInstance): void {
  registerCaller(server, async () => localCaller);
}
