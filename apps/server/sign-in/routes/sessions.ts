/** Sessions to be looked at and ended one by one: one's own, and those of others by whoever may. */
import { z } from 'zod';
import { changing, reading, type Routes } from '../../routes/routes.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInContext } from '../context.ts';
import { officesOf } from '../registries.ts';
import { answer, idSchema, isNobody, isRecent, permits, unauthenticated, unknown } from '../requests.ts';
import { sessionIdOf } from '../sessions.ts';
import { signInTexts } from '../texts.ts';
import { officeResource } from './offices.ts';

const shownSession = z.object({
  id: z.string(),
  current: z.boolean(),
  office: z.string().optional(),
  method: z.enum(['oidc', 'passwordAndCode', 'passwordOnly']),
  authenticatedAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
});
const ended = z.object({ ended: z.literal(true) });

/**
 * True where the caller may look after the account of the person: a signer who may withdraw one of its offices. Else answers
 * and gives `false`; a person without an office here is unknown.
 */
export async function keepsAccount(context: SignInContext, request: FastifyRequest, reply: FastifyReply, person: string): Promise<boolean> {
  if (isNobody(request.caller)) {
    unauthenticated(request, reply, signInTexts.signInFirst);
    return false;
  }
  const held = officesOf(await context.registries.offices(), person);
  const resources = await Promise.all(held.map(async ({ office }) => await officeResource(context, office)));
  const allowed = resources.find(
    (resource) => resource !== undefined && context.authorizer.decide(request.caller, 'withdrawOffice', { ...resource, person }).allowed,
  );
  if (allowed !== undefined) return true;
  const [first] = resources;
  if (first === undefined) unknown(request, reply, signInTexts.noSuchPerson);
  else permits(context, request, reply, 'withdrawOffice', { ...first, person });
  return false;
}

function mayOperate({ authorizer }: SignInContext, { caller }: FastifyRequest): boolean {
  return authorizer.decide(caller, 'operate', { kind: 'system' }).allowed;
}

function registerOwn(server: Routes, context: SignInContext): void {
  server.get(
    '/api/session/all',
    { schema: reading('listSessions', 'Where you are signed in', {}, z.object({ sessions: z.array(shownSession) })) },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn === undefined) return unauthenticated(request, reply, signInTexts.signInFirst);
      const current = sessionIdOf(signedIn.token);
      const sessions = (await context.sessions.list(signedIn.session.person)).map(
        ({ id, office, method, authenticatedAt, seenAt, expiresAt }) => ({
          id,
          current: id === current,
          ...(office === undefined ? {} : { office }),
          method,
          authenticatedAt: authenticatedAt.toISOString(),
          seenAt: seenAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
        }),
      );
      return answer(reply, { sessions });
    },
  );
  server.delete(
    '/api/session/all/:session',
    {
      schema: changing(
        'endSession',
        'End one of your sessions, after a recent sign-in',
        { params: z.object({ session: z.string().regex(/^[\w-]{16}$/) }) },
        ended,
      ),
    },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn === undefined) return unauthenticated(request, reply, signInTexts.signInFirst);
      if (!isRecent(context, request, reply)) return reply;
      if (!(await context.sessions.endOne(signedIn.session.person, request.params.session)))
        return unknown(request, reply, signInTexts.noSuchSession);
      return answer(reply, { ended: true });
    },
  );
}

export function registerSessions(server: Routes, context: SignInContext): void {
  registerOwn(server, context);
  server.delete(
    '/api/persons/:person/sessions',
    {
      schema: changing(
        'endSessionsOf',
        'End all sessions of a person: a signer who may withdraw its office, or an operator',
        { params: z.object({ person: idSchema }) },
        ended,
      ),
    },
    async (request, reply) => {
      const { person } = request.params;
      if (!mayOperate(context, request) && !(await keepsAccount(context, request, reply, person))) return reply;
      await context.sessions.endAll(person);
      request.log.info({ security: 'sessionsEnded', person, by: request.caller.person }, 'sessions ended');
      return answer(reply, { ended: true });
    },
  );
  server.delete(
    '/api/sessions',
    { schema: changing('endEverySession', 'End the sessions of everybody: an operator', {}, ended) },
    async (request, reply) => {
      if (!permits(context, request, reply, 'operate', { kind: 'system' })) return reply;
      await context.sessions.endEverybodys();
      request.log.warn({ security: 'sessionsEnded', by: request.caller.person }, 'all sessions ended');
      return answer(reply, { ended: true });
    },
  );
}
