/**
 * Sign-in as a part of the server: sets `request.caller` from the session, keeps other sites out, and adds the routes. Without
 * a confirmed second factor somebody with a password is nobody yet: only the way to set it up is open.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { publicCaller, registerCaller } from '../caller.ts';
import type { Routes } from '../routes/routes.ts';
import { contextOf, type SignInContext, type SignInOptions } from './context.ts';
import { cookieNames, refuseForeign } from './cookies.ts';
import type { SignIn } from './local.ts';
import { callerIn } from './registries.ts';
import { registerAccount } from './routes/account.ts';
import { registerInvitations } from './routes/invitations.ts';
import { registerKeys } from './routes/keys.ts';
import { registerOffices } from './routes/offices.ts';
import { registerOfficesInCare } from './routes/offices-in-care.ts';
import { registerPasswordReset } from './routes/password-reset.ts';
import { registerSession } from './routes/session.ts';
import { registerSessions } from './routes/sessions.ts';
import { registerSingleSignOn } from './routes/single-sign-on.ts';
import type { Session } from './sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: { readonly session: Session; readonly token: string } | undefined;
  }
}

/** Sign-in over tables and registries. */
export function signInWith(options: SignInOptions): SignIn {
  return registerContext(contextOf(options));
}

export function registerContext(context: SignInContext): SignIn {
  return async (server) => {
    const names = cookieNames(context.publicUrl);
    await server.register(cookie);
    server.decorateRequest('signedIn', undefined);
    registerCaller(
      server,
      async (request) => {
        const { caller, signedIn } = await callerOf(context, request.cookies[names.session]);
        request.signedIn = signedIn;
        return caller;
      },
      async (request) => (await callerOf(context, request.cookies[names.session], { noted: false })).caller,
    );
    refuseForeign(server, context.publicUrl);
    noteRefusals(server);
    if (names.secure) onlyWithTls(server);
    return (routes) => registerSignInRoutes(routes, context);
  };
}

/** What was refused, and to whom: by id and office, never by name, and nothing of what was sent. */
function noteRefusals(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply;
    if (statusCode !== 401 && statusCode !== 403 && statusCode !== 429) return;
    const { person, office } = request.caller;
    request.log.warn(
      { security: 'refused', statusCode, person, office, route: `${request.method} ${request.routeOptions.url ?? ''}` },
      'refused',
    );
  });
}

/** Browsers that came once over TLS never come without it again. */
function onlyWithTls(server: FastifyInstance): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}

async function callerOf(context: SignInContext, token: string | undefined, how?: { readonly noted: boolean }) {
  const session = token === undefined ? undefined : await context.sessions.find(token, how);
  if (token === undefined || session === undefined) return { caller: publicCaller, signedIn: undefined };
  const signedIn = { session, token };
  if (session.method === 'passwordOnly') return { caller: publicCaller, signedIn };
  return { caller: callerIn(await context.registries.offices(), session.person, session.office), signedIn };
}

function registerSignInRoutes(server: Routes, context: SignInContext): void {
  registerSession(server, context);
  registerSessions(server, context);
  registerAccount(server, context);
  registerPasswordReset(server, context);
  registerInvitations(server, context);
  registerOffices(server, context);
  registerOfficesInCare(server, context);
  registerKeys(server, context);
  if (context.oidc !== undefined) registerSingleSignOn(server, context, context.oidc);
}
